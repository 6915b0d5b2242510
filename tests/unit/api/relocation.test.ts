import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { GraveReply } from '../../../api/schemas/grounds.ts'
import type { PlotReply } from '../../../api/schemas/placement.ts'
import { shippedTariffs } from '../../../domain/burial/relocation/tariff.ts'
import { goTo, must, refused } from './burials.ts'
import { openSampleDesk, type Desk } from './desk.ts'
import { cemetery, contracted, look, on } from './plots.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const [lishui, wengan] = shippedTariffs
const notice = { number: '示迁告〔2026〕1号', parcel: '示例工业园二期', township: '兰台镇', landUser: '示例园区管理办公室', publishedOn: '2026-05-01', deadline: '2026-06-30', tariff: lishui }
const declaration = { notice: notice.number, graveNumber: '1', type: 'cement', cells: 2, remains: 2, owner: '赵明', ownerIdentityNumber: '990101197011200034', relation: 'child', phone: '10000000000', photos: [] }

const openNotice = (given: object = notice) => desk.ask<{ graves: number }>('manager', 'POST', '/api/relocations', { notice: given })
const declare = (given: object = {}, day = '2026-05-20') => desk.ask<GraveReply>('clerk1', 'POST', '/api/relocation-graves', { declaration: { ...declaration, ...given }, day })
const tryOn = (grave: GraveReply, act: object, revision = grave.revision) => desk.ask<GraveReply>('clerk1', 'POST', `/api/relocation-graves/${grave.id}/acts`, { revision, act })
const step = async (grave: GraveReply, act: object): Promise<GraveReply> => must(await tryOn(grave, act))
const confirmed = { kind: 'confirmed', day: '2026-05-20', slip: '确1', confirmer: '兰台镇征迁办', cells: 2, type: 'cement' }
const exhumed = { kind: 'exhumed', day: '2026-05-20', bonesCremation: '', remains: 2 }
interface List { rows: { id: string; owner: string; cells: number }[]; count: number; cells: number }
const list = async (query: object) => must(await desk.ask<List>('clerk1', 'GET', `/api/relocation-graves?${new URLSearchParams({ limit: '500', ...query } as Record<string, string>).toString()}`))

describe('a relocation', () => {
  test('goes from the notice to plots of this register, the payment worked out, graves and cells apart', async () => {
    must(await openNotice())
    const ground = await cemetery(desk)
    const plots = [`${ground}/A/1/1`, `${ground}/A/1/2`]
    for (const plot of plots) await on(desk, plot, contracted(desk, { proof: '', preNeed: { reason: 'relocation', proof: '迁坟确认单' } }))
    let grave = must(await declare())
    expect(grave).toMatchObject({ state: 'declared', compensation: null, acts: ['relocation.confirmed', 'relocation.withdrawn'] })
    grave = await step(grave, confirmed)
    expect(await refused(desk, () => tryOn(grave, { kind: 'compensated', day: '2026-05-20', publicCells: 2, payee: '赵明', receipt: '收1' }))).toMatchObject({ code: 'wrong_state' })
    grave = await step(grave, exhumed)
    const asked = must(await desk.ask<GraveReply>('clerk1', 'GET', `/api/relocation-graves/${grave.id}?publicCells=2`))
    // Cement, double: 1,600 yuan by the grave (座); 100 yuan by each cell (穴) into a public cemetery.
    expect(asked.compensation).toMatchObject({ baseFen: 160_000, rewardFen: 0, cellFen: 20_000, totalFen: 180_000 })
    expect((await desk.ask('clerk1', 'GET', `/api/relocation-graves/${grave.id}?publicCells=3`)).body.error).toMatchObject({ code: 'invalid', field: 'publicCells' })
    grave = await step(grave, { kind: 'compensated', day: '2026-05-20', publicCells: 2, payee: '赵明', receipt: '收1' })
    expect(grave.compensated).toMatchObject({ totalFen: 180_000 })
    const to = plots.map((plot) => ({ how: 'plot', plot, publicCemetery: true }))
    expect(await refused(desk, () => tryOn(grave, { kind: 'reinterred', day: '2026-05-20', to: to.slice(0, 1) }))).toMatchObject({ code: 'invalid', field: 'act.to' })
    // The second plot has no agreement: neither plot is written, nor the grave.
    expect(await refused(desk, () => tryOn(grave, { kind: 'reinterred', day: '2026-05-20', to: [to[0], { how: 'plot', plot: `${ground}/A/1/3`, publicCemetery: true }] }))).toMatchObject({ code: 'wrong_state', field: 'act.to.1.plot' })
    expect((await look(desk, plots[0] ?? '')).occupants).toBe(0)
    grave = await step(grave, { kind: 'reinterred', day: '2026-05-20', to })
    expect(grave).toMatchObject({ state: 'reinterred', acts: [] })
    const laid: PlotReply[] = [await look(desk, plots[0] ?? ''), await look(desk, plots[1] ?? '')]
    expect(laid.map(({ occupants, interments }) => [occupants, interments[0]?.proof, interments[0]?.certificate.startsWith('JAZ-')])).toEqual([[1, '确1', true], [1, '确1', true]])
    const figures = must(await desk.ask('clerk1', 'GET', '/api/relocation-figures?from=2026-05-01&to=2026-05-31'))
    expect(figures).toMatchObject({ reinterred: { graves: 1, cells: 2 }, compensated: { graves: 1, cells: 2 }, publicCells: 2, totalFen: 180_000 })
    expect(must(await desk.ask<{ notices: { notice: { number: string }; graves: number; cells: number; open: number; totalFen: number }[] }>('clerk1', 'GET', '/api/relocations')).notices.find((line) => line.notice.number === notice.number)).toMatchObject({ graves: 1, cells: 2, open: 0, totalFen: 180_000 })
  })

  test('rewards an early move by its steps', async () => {
    must(await openNotice({ ...notice, number: '示迁告〔2026〕2号', tariff: wengan }))
    let grave = must(await declare({ notice: '示迁告〔2026〕2号', type: 'stone', cells: 1, remains: 1 }))
    grave = await step(grave, { ...confirmed, type: 'stone', cells: 1 })
    grave = await step(grave, { ...exhumed, remains: 1 })
    // Nineteen days after the notice: the whole of the compensation on top, and 1,980 yuan towards the plot.
    expect(must(await desk.ask<GraveReply>('clerk1', 'GET', `/api/relocation-graves/${grave.id}?publicCells=1`)).compensation).toMatchObject({ baseFen: 200_000, rewardFen: 200_000, cellFen: 198_000, totalFen: 598_000 })
  })

  test.each([
    ['a notice twice', () => openNotice(), 'conflict', 'notice.number'],
    ['a deadline before the notice', () => openNotice({ ...notice, number: 'x', deadline: '2026-05-01' }), 'invalid', 'notice.deadline'],
    ['a notice of tomorrow', () => openNotice({ ...notice, number: 'x', publishedOn: '2026-05-21' }), 'invalid', 'notice.publishedOn'],
    ['one grave with two amounts', () => openNotice({ ...notice, number: 'x', tariff: { ...lishui, rows: [...(lishui?.rows ?? []), ...(lishui?.rows ?? [])] } }), 'invalid', 'notice.rows.5'],
    ['a grave of no notice', () => declare({ notice: '没有这个公告' }), 'not_found', 'declaration.notice'],
    ['a grave declared twice', () => declare(), 'conflict', 'declaration.graveNumber'],
    ['no cells', () => declare({ graveNumber: '9', cells: 0 }), 'invalid', undefined],
    ['a day before the notice', () => declare({ graveNumber: '9' }, '2026-04-30'), 'invalid', 'day'],
    ['a day that has not come', () => declare({ graveNumber: '9' }, '2026-05-21'), 'invalid', 'day'],
  ])('refuses %s', async (_name, ask, code, field) => {
    const error = await refused(desk, ask)
    expect(error.code).toBe(code)
    if (field !== undefined) expect(error.field).toBe(field)
  })

  test('refuses a declaration past the deadline, and a grave without an owner before it', async () => {
    const ownerless = { notice: notice.number, graveNumber: '20', type: 'earth', cells: 1, remains: 1, day: '2026-05-20', document: '处理决定1号' }
    expect(await refused(desk, () => desk.ask('clerk1', 'POST', '/api/relocation-graves', { ownerless }))).toMatchObject({ code: 'invalid', field: 'ownerless.day' })
    goTo(desk, '2026-07-01')
    expect(await refused(desk, () => declare({ graveNumber: '21' }, '2026-07-01'))).toMatchObject({ code: 'invalid', field: 'day' })
    const found = must(await desk.ask<GraveReply>('clerk1', 'POST', '/api/relocation-graves', { ownerless: { ...ownerless, day: '2026-07-01' } }))
    expect(found).toMatchObject({ state: 'ownerless', declaration: null, acts: ['relocation.reinterred'] })
  })

  test('steps in order, by the day and by the revision that the page saw', async () => {
    const grave = must(await declare({ graveNumber: '30' }))
    expect(await refused(desk, () => tryOn(grave, { ...confirmed, day: '2026-05-19' }))).toMatchObject({ code: 'invalid', field: 'act.day' })
    expect(await refused(desk, () => tryOn(grave, confirmed, 7))).toMatchObject({ code: 'conflict', field: 'revision' })
    expect(await refused(desk, () => tryOn(grave, { kind: 'withdrawn', day: '2026-05-20', note: ' ' }))).toMatchObject({ code: 'invalid', field: 'act.note' })
    expect(await step(grave, { kind: 'withdrawn', day: '2026-05-20', note: '坟主申报有误' })).toMatchObject({ state: 'withdrawn', acts: [] })
  })
})

describe('figures of relocations', () => {
  test('316穴 of a year are told with the graves behind them, owners masked', async () => {
    goTo(desk, '2024-03-01')
    const number = '示迁告〔2024〕9号'
    must(await openNotice({ ...notice, number, publishedOn: '2024-01-02', deadline: '2024-12-31' }))
    // 100 double graves and 116 single ones: 216座, 316穴.
    for (let index = 1; index <= 216; index += 1) {
      const cells = index <= 100 ? 2 : 1
      const day = '2024-03-01'
      let grave = must(await declare({ notice: number, graveNumber: String(index), cells, remains: cells }, day))
      grave = await step(grave, { ...confirmed, day, cells, slip: `确${String(index)}` })
      grave = await step(grave, { ...exhumed, day, remains: cells })
      grave = await step(grave, { kind: 'compensated', day, publicCells: 0, payee: '赵明', receipt: `收${String(index)}` })
      await step(grave, { kind: 'reinterred', day, to: Array.from({ length: cells }, () => ({ how: 'tree', plot: '样例市生态园', publicCemetery: false })) })
    }
    const figures = must(await desk.ask<{ reinterred: object; compensated: object; totalFen: number; byTownship: { township: string; graves: number; cells: number }[]; byType: { type: string; graves: number; cells: number }[]; checks: { holds: boolean }[] }>('manager', 'GET', '/api/relocation-figures?from=2024-01-01&to=2024-12-31'))
    expect(figures).toMatchObject({ reinterred: { graves: 216, cells: 316 }, compensated: { graves: 216, cells: 316 }, totalFen: (100 * 1600 + 116 * 1000) * 100, byTownship: [{ township: '兰台镇', graves: 216, cells: 316 }] })
    expect(figures.checks.every(({ holds }) => holds)).toBe(true)
    const year = { reinterredFrom: '2024-01-01', reinterredTo: '2024-12-31' }
    const behind = await list(year)
    expect([behind.count, behind.cells, behind.rows.length]).toEqual([216, 316, 216])
    expect(behind.rows[0]?.owner).toBe('赵*')
    expect(await list({ ...year, township: '兰台镇', type: 'cement' })).toMatchObject({ count: 216, cells: 316 })
    expect(await list({ ...year, type: 'earth' })).toMatchObject({ count: 0, cells: 0 })
    expect(await list({ compensatedFrom: '2024-03-01', compensatedTo: '2024-03-01' })).toMatchObject({ count: 216, cells: 316 })
    // What a number narrows the list to: the sums of the list are the number.
    expect(await list({ notice: number, only: 'counted' })).toMatchObject({ count: 216, cells: 316 })
    expect(await list({ notice: number, only: 'open' })).toMatchObject({ count: 0, cells: 0 })
    expect(await list({ compensatedFrom: '2024-01-01', compensatedTo: '2024-12-31', only: 'base' })).toMatchObject({ count: 216, paidFen: (100 * 1600 + 116 * 1000) * 100 })
    expect(await list({ ...year, only: 'publicCells' })).toMatchObject({ count: 0, publicCells: 0 })
    const first = await list({ ...year, limit: '100' })
    expect(first.rows).toHaveLength(100)
    const [rest] = [await list({ ...year, limit: '200', after: (first as unknown as { next: string }).next })]
    expect(rest.rows).toHaveLength(116)
    const day = must(await desk.ask<{ kinds: { kind: string; count: number; unit: { zh: string } }[] }>('clerk1', 'GET', '/api/counts/day?day=2024-03-01'))
    expect(day.kinds.map(({ kind, count, unit }) => [kind, count, unit.zh])).toEqual([['relocatedGraves', 216, '座'], ['relocatedCells', 316, '穴']])
  }, 60_000)
})
