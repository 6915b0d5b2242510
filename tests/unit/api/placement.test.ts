import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Board, CemeteryLine, PlotReply } from '../../../api/schemas/placement.ts'
import { cremated, goTo, must, refused, type Burial } from './burials.ts'
import { openSampleDesk, second, type Answer, type Desk } from './desk.ts'
import { agreed, cemetery, contracted, facts, holder, interred, layOut, look, niches, on, registerCemetery, reserved, section, tryOn } from './plots.ts'

let desk: Desk
let ground = ''
let next = 0
/** A plot nobody has touched. */
const fresh = (): string => {
  next += 1
  return `${ground}/A/${next > 20 ? '2' : '1'}/${String(((next - 1) % 20) + 1)}`
}

beforeAll(async () => {
  desk = await openSampleDesk(10)
  goTo(desk, '2026-05-20')
  ground = await cemetery(desk)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const standing = async () => must(await desk.ask<{ cemeteries: CemeteryLine[] }>('clerk1', 'GET', '/api/cemeteries')).cemeteries.find(({ id }) => id === ground)
const board = async (code = 'A', day = '') => must(await desk.ask<Board>('clerk1', 'GET', `/api/cemeteries/${ground}/board?section=${code}${day === '' ? '' : `&day=${day}`}`))
const letter = ({ rows }: Board, plot: string): string => {
  const [, , row, column] = plot.split('/')
  return rows.find((entry) => entry.row === row)?.states[Number(column) - 1] ?? ''
}

describe('cemeteries and their sections', () => {
  test('stand with their plots, all free', async () => {
    const fine = must(await registerCemetery(desk, { ...facts, name: '示例青松园' }))
    expect(must(await layOut(desk, fine.id)).standing).toMatchObject({ plots: 40, occupants: 0, byState: { available: 40, occupied: 0 } })
    expect(must(await layOut(desk, fine.id, niches)).sections.map(({ standing: { plots } }) => plots)).toEqual([40, 40])
  })

  test('are laid out within the limits of day and province', async () => {
    expect(await refused(desk, () => layOut(desk, ground, { ...section, code: 'B', areaDm2: 120 }))).toMatchObject({ code: 'findings', field: 'areaDm2' })
    const jiangsu = must(await registerCemetery(desk, { ...facts, name: '示例江苏公墓', area: '320100' }))
    expect(await refused(desk, () => layOut(desk, jiangsu.id, { ...section, areaDm2: 90 }))).toMatchObject({ code: 'findings', field: 'areaDm2' })
    // The same plot keeps to the national figure elsewhere.
    must(await layOut(desk, ground, { ...section, code: 'C', areaDm2: 90 }))
  })

  test('keep to the office’s own limits too', async () => {
    const own = { id: 'own-1', document: { zh: '示例区公墓管理办法（示例）', en: 'Cemetery measures of the sample district (sample)' }, areas: ['990101'], form: 'ashes', sizes: ['double'], kinds: [], from: '2020-01-01', to: '', mostAreaDm2: 70, mostSteleCm: null }
    must(await desk.ask('admin', 'PUT', '/api/settings/burial.plotLimits', { value: [own], reason: '本区文件' }))
    const error = await refused(desk, () => layOut(desk, ground, { ...section, code: 'D' }))
    expect(error).toMatchObject({ code: 'findings', field: 'areaDm2' })
    expect(error.findings?.map(({ rule }) => rule)).toEqual(['plot.limit'])
    must(await desk.ask('admin', 'PUT', '/api/settings/burial.plotLimits', { value: [], reason: '恢复' }))
    must(await layOut(desk, ground, { ...section, code: 'D' }))
  })

  test.each([
    ['a code twice', { ...section }, 'conflict', 'section.code'],
    ['a row twice', { ...section, code: 'E', rows: [section.rows[0], section.rows[0]] }, 'invalid', 'section.rows.1.row'],
    ['a capacity that its size does not allow', { ...section, code: 'E', capacity: 3 }, 'invalid', 'section.capacity'],
    ['no area', { ...section, code: 'E', areaDm2: 0 }, 'invalid', 'section.areaDm2'],
    ['half a plot', { ...section, code: 'E', rows: [{ row: '1', levels: 1, columns: 1.5 }] }, 'malformed', 'section.rows.0.columns'],
  ])('are refused with %s', async (_name, given, code, field) => {
    expect(await refused(desk, () => layOut(desk, ground, given))).toMatchObject({ code, field })
  })

  test('a new commercial cemetery asks for a reason', async () => {
    const given = { ...facts, name: '示例经营公墓', kind: 'commercialCemetery', foundedOn: '2026-05-01' }
    expect(await refused(desk, () => registerCemetery(desk, given))).toMatchObject({ code: 'findings' })
  })
})

describe('a reservation', () => {
  test('of two hundred at once goes to exactly one; the others learn who holds it and until when, and write nothing', async () => {
    const plot = fresh()
    const clerks = ['clerk1', 'clerk2', 'clerk3'] as const
    const tokens = await Promise.all(clerks.map((who) => desk.token(who)))
    await desk.token('audit')
    const before = await desk.head()
    const answers = await Promise.all(Array.from({ length: 200 }, async (_, index) => {
      const token = tokens[index % 3] ?? ''
      return (await desk.send('POST', '/api/plots/acts', { token, body: JSON.stringify({ plot, revision: 0, act: reserved(desk) }), headers: { 'content-type': 'application/json' } })) as unknown as Answer<PlotReply>
    }))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await desk.head()).seq).toBe(before.seq + 1)
    const lost = answers.filter(({ status }) => status !== 200)
    expect(new Set(lost.map(({ body }) => body.error?.code))).toEqual(new Set(['conflict']))
    const winner = (await look(desk, plot)).history[0]?.actorName ?? ''
    for (const { body } of lost) expect(body.error).toMatchObject({ field: 'plot', details: { by: winner, until: '2026-05-27' } })
    expect(await look(desk, plot)).toMatchObject({ revision: 1, state: 'reserved', reservation: { until: '2026-05-27', holder: { name: holder.name } } })
  })

  test('ends by itself, is given up by its slip, and leads to the agreement of its slip', async () => {
    const plot = fresh()
    const first = await on(desk, plot, reserved(desk))
    expect(await refused(desk, () => tryOn(desk, plot, { kind: 'released', day: '2026-05-20', slip: 'another' }))).toMatchObject({ code: 'wrong_state', field: 'plot' })
    expect(await refused(desk, () => tryOn(desk, plot, contracted(desk, { slip: 'another' })))).toMatchObject({ code: 'wrong_state' })
    expect(await on(desk, plot, { kind: 'released', day: '2026-05-20', slip: first.reservation?.slip ?? '' })).toMatchObject({ state: 'available', reservation: null })
    const again = await on(desk, plot, reserved(desk))
    expect(letter(await board(), plot)).toBe('r')
    const done = await on(desk, plot, contracted(desk, { slip: again.reservation?.slip }))
    expect(done).toMatchObject({ state: 'contracted', reservation: null, contract: { holder: { name: holder.name }, feeFen: 180_000 } })
    const other = fresh()
    await on(desk, other, reserved(desk))
    goTo(desk, '2026-05-28')
    expect(await look(desk, other)).toMatchObject({ state: 'available' })
    expect(letter(await board(), other)).toBe('f')
    expect(letter(await board('A', '2026-05-21'), other)).toBe('r')
  })

  test.each([
    ['that ends before it begins', { until: '2026-05-19' }, 'invalid', 'act.until'],
    ['longer than the office allows', { until: '2026-05-28' }, 'invalid', 'act.until'],
    ['of a day that has not come', { day: '2026-05-21' }, 'invalid', 'act.day'],
    ['of a day that does not exist', { day: '2026-02-30' }, 'invalid', 'act.day'],
    ['for nobody', { holder: { ...holder, name: '' } }, 'invalid', 'act.holder.name'],
  ])('%s is refused', async (_name, more, code, field) => {
    expect(await refused(desk, () => tryOn(desk, `${ground}/A/2/20`, reserved(desk, more), 0))).toMatchObject({ code, field })
  })

  test('of a plot that is not there is refused', async () => {
    for (const plot of [`${ground}/A/1/21`, `${ground}/Z/1/1`, 'c00000000/A/1/1', 'nonsense']) expect((await desk.ask('clerk1', 'POST', '/api/plots/acts', { plot, revision: 0, act: reserved(desk) })).body.error).toMatchObject({ code: 'not_found', field: 'plot' })
  })

  test('is for those who keep the plots', async () => {
    for (const who of ['manager', 'admin', 'audit'] as const) expect((await tryOn(desk, `${ground}/A/2/20`, reserved(desk), 0, who)).status).toBe(403)
  })
})

describe('an agreement', () => {
  test('gets the next number of its series, and the term its end', async () => {
    const [one, two] = [await agreed(desk, fresh()), await agreed(desk, fresh())]
    const serial = ({ contract }: PlotReply): number => Number(contract?.agreement.slice(-6))
    expect(one.contract?.agreement).toMatch(/^GZ-990101-2026-\d{2}\d{6}$/)
    expect(serial(two)).toBe(serial(one) + 1)
    expect(one).toMatchObject({ until: '2046-05-20', band: 'running', acts: ['plot.interred', 'plot.renewed', 'plot.surrendered'] })
  })

  test.each([
    ['without certificate or exception', { proof: '' }, 'preNeed.reason'],
    ['with an exception but no proof of it', { proof: '', preNeed: { reason: 'veryOld', proof: ' ' } }, 'preNeed.proof'],
    ['of more than twenty years', { to: '2046-05-21' }, 'to'],
    ['that ends before it begins', { to: '2026-05-20' }, 'to'],
  ])('%s is stopped by the rules', async (_name, more, field) => {
    expect(await refused(desk, () => tryOn(desk, `${ground}/A/2/20`, contracted(desk, more), 0))).toMatchObject({ code: 'findings', field })
  })

  test('before need stands with an exception and its proof', async () => {
    expect(await on(desk, fresh(), contracted(desk, { proof: '', preNeed: { reason: 'veryOld', proof: '身份证：九十一岁' } }))).toMatchObject({ state: 'contracted', contract: { preNeed: { reason: 'veryOld' } } })
  })

  test('above the approved price is stopped until it is answered, and the answer stands in the journal', async () => {
    const name = '示例福寿园'
    const other = await cemetery(desk, name)
    const facility = must(await desk.ask<{ id: string; revision: number }>('manager', 'POST', '/api/facilities', { facts: { name, kind: 'publicCemetery', area: '990101', township: '示例街道', foundedOn: '2010-04-01', document: '' } }))
    const items = [{ item: '墓位使用费', mostFen: 200_000 }, { item: '维护管理费（每年）', mostFen: 5000 }]
    must(await desk.ask('manager', 'POST', `/api/facilities/${facility.id}/acts`, { revision: facility.revision, act: { kind: 'pricesApproved', approval: { document: '示价〔2020〕1号', authority: '示例区发改局', from: '2020-01-01', to: '', items } } }))
    const plot = `${other}/A/1/1`
    expect(await refused(desk, () => tryOn(desk, plot, contracted(desk, { feeFen: 250_000 }), 0))).toMatchObject({ code: 'findings', field: 'feeFen' })
    must(await tryOn(desk, `${other}/A/1/2`, contracted(desk, { feeFen: 200_000 }), 0))
    const reason = '含墓碑刻字，家属另签委托'
    const answered = must(await tryOn(desk, plot, contracted(desk, { feeFen: 250_000, answers: [{ rule: 'plot.price', field: 'feeFen', reason }] }), 0))
    expect(answered.history.at(-1)).toMatchObject({ kind: 'plot.contracted', reason })
  })

  test('is renewed for a further cycle, and given back only empty', async () => {
    const plot = fresh()
    await agreed(desk, plot)
    expect(await refused(desk, () => tryOn(desk, plot, { kind: 'renewed', day: '2026-05-20', to: '2066-05-21', upkeepFen: 60_000, answers: [] }))).toMatchObject({ code: 'findings', field: 'to' })
    expect(await on(desk, plot, { kind: 'renewed', day: '2026-05-20', to: '2066-05-20', upkeepFen: 60_000, answers: [] })).toMatchObject({ until: '2066-05-20', contract: { renewals: [{ to: '2066-05-20' }] } })
    const full = await on(desk, plot, interred(desk, { key: 'resident:surrender' }))
    const agreement = full.contract?.agreement ?? ''
    expect(await refused(desk, () => tryOn(desk, plot, { kind: 'surrendered', day: '2026-05-20', agreement }))).toMatchObject({ code: 'wrong_state' })
    await on(desk, plot, { kind: 'removed', day: '2026-05-20', interment: full.interments[0]?.interment ?? '', to: '外省公墓', permit: '迁出申请', agent: '周守成', why: 'family' })
    expect(await look(desk, plot)).toMatchObject({ state: 'disinterred' })
    expect(letter(await board(), plot)).toBe('d')
    expect(await on(desk, plot, { kind: 'surrendered', day: '2026-05-20', agreement })).toMatchObject({ state: 'vacated', acts: ['plot.reopened', 'plot.blocked'] })
    expect(await on(desk, plot, { kind: 'reopened', day: '2026-05-20' })).toMatchObject({ state: 'available' })
  })
})

describe('interments', () => {
  test('fill a plot to its capacity, each with a certificate; nobody lies there twice', async () => {
    const plot = fresh()
    expect(await refused(desk, () => tryOn(desk, plot, interred(desk), 0))).toMatchObject({ code: 'wrong_state' })
    await agreed(desk, plot)
    const first = await on(desk, plot, interred(desk, { key: 'resident:capacity-1' }))
    expect(first).toMatchObject({ state: 'occupiedPartial', occupants: 1 })
    expect(first.interments[0]?.certificate).toMatch(/^JAZ-990101-2026-\d{8}$/)
    expect(await refused(desk, () => tryOn(desk, plot, interred(desk, { key: 'resident:capacity-1' })))).toMatchObject({ code: 'conflict', field: 'act.key' })
    const both = await on(desk, plot, interred(desk, { key: 'resident:capacity-2', deceased: '吴氏' }))
    expect(both).toMatchObject({ state: 'occupied', occupants: 2, acts: ['plot.removed', 'plot.renewed'] })
    expect(Number(both.interments[1]?.certificate.slice(-6))).toBe(Number(first.interments[0]?.certificate.slice(-6)) + 1)
    expect(await refused(desk, () => tryOn(desk, plot, interred(desk, { key: 'resident:capacity-3' })))).toMatchObject({ code: 'wrong_state', field: 'plot' })
    const { cemeteries } = must(await desk.ask<{ cemeteries: CemeteryLine[] }>('clerk1', 'GET', '/api/cemeteries'))
    for (const { standing: { plots, byState } } of cemeteries) expect(Object.values(byState).reduce((sum, count) => sum + count, 0)).toBe(plots)
    expect((await standing())?.standing.occupants).toBeGreaterThanOrEqual(2)
  })

  test('come in the order of their days, on the plot as the page saw it, in a way that the section offers', async () => {
    const plot = fresh()
    const now = await agreed(desk, plot)
    expect(await refused(desk, () => tryOn(desk, plot, interred(desk, { day: '2026-05-19' })))).toMatchObject({ code: 'invalid', field: 'act.day' })
    expect(await refused(desk, () => tryOn(desk, plot, interred(desk), now.revision - 1))).toMatchObject({ code: 'conflict', field: 'revision', details: { revision: now.revision } })
    expect(await refused(desk, () => tryOn(desk, plot, interred(desk, { how: 'niche' })))).toMatchObject({ code: 'invalid', field: 'act.how' })
    expect(await refused(desk, () => tryOn(desk, plot, interred(desk, { proof: '' })))).toMatchObject({ code: 'invalid', field: 'act.proof' })
    expect(await refused(desk, () => tryOn(desk, plot, interred(desk, { caseId: 'b00000000000' })))).toMatchObject({ code: 'not_found', field: 'act.caseId' })
  })

  test('of a case of the register stand in the case too, and so does the move to another plot', async () => {
    const [here, there] = [fresh(), fresh()]
    await agreed(desk, here)
    const open: Burial = await cremated(desk)
    const who = { deceased: open.file.deceased.name, key: `resident:${open.file.deceased.identityNumber}`, caseId: open.id }
    expect(await refused(desk, () => tryOn(desk, here, interred(desk, { ...who, deceased: '别人' })))).toMatchObject({ code: 'invalid', field: 'act.deceased' })
    const laid = await on(desk, here, interred(desk, who))
    const read = async () => must(await desk.ask<Burial>('clerk1', 'GET', `/api/burials/${open.id}`))
    expect(await read()).toMatchObject({ state: 'placed', resting: [{ how: 'plot', plot: here, facilityName: facts.name }] })
    const body = { kind: 'removed' as const, day: '2026-05-20', interment: laid.interments[0]?.interment ?? '', to: there, permit: '迁葬申请', agent: '周守成', why: 'family' as const }
    expect(await refused(desk, () => tryOn(desk, here, body))).toMatchObject({ code: 'wrong_state' }) // no agreement there yet: nothing half-written
    expect(await refused(desk, () => tryOn(desk, here, { ...body, permit: ' ' }))).toMatchObject({ code: 'invalid', field: 'act.permit' })
    await agreed(desk, there)
    await on(desk, here, body)
    expect(await look(desk, here)).toMatchObject({ state: 'disinterred', interments: [{ removed: { to: there, why: 'family' } }] })
    expect(await look(desk, there)).toMatchObject({ state: 'occupiedPartial', interments: [{ movedFrom: here, key: who.key, removed: null }] })
    expect((await read()).resting.map(({ plot }) => plot)).toEqual([here, there])
    // Nobody lies in two plots.
    const third = fresh()
    await agreed(desk, third)
    expect(await refused(desk, () => tryOn(desk, third, interred(desk, who)))).toMatchObject({ code: 'conflict', field: 'act.key', details: { plot: there } })
  })
})

describe('a wrong grave', () => {
  test('is put right step by step, by two persons, in both plots and in the case', async () => {
    const [wrong, right] = [fresh(), fresh()]
    await agreed(desk, wrong)
    const open = await cremated(desk)
    const laid = await on(desk, wrong, interred(desk, { deceased: open.file.deceased.name, key: 'x', caseId: open.id }))
    const interment = laid.interments[0]?.interment ?? ''
    const steps = async () => must(await desk.ask<{ steps: { id: string; ready: boolean }[]; ready: boolean }>('clerk1', 'GET', `/api/plots/wrong-grave?${new URLSearchParams({ from: wrong, to: right, interment }).toString()}`))
    expect(await steps()).toMatchObject({ ready: false, steps: [{ id: 'interment', ready: true }, { id: 'destination', ready: false }, { id: 'room', ready: true }, { id: 'removal' }, { id: 'certificate' }] })
    const undo = async (more: object = {}) => desk.ask<{ from: PlotReply; to: PlotReply }>('clerk1', 'POST', '/api/plots/wrong-grave', { from: wrong, fromRevision: (await look(desk, wrong)).revision, to: right, toRevision: (await look(desk, right)).revision, interment, agent: '周守成', reason: '安葬时认错排号', second, ...more })
    await look(desk, right)
    expect(await refused(desk, () => undo())).toMatchObject({ code: 'wrong_state', field: 'destination' })
    await agreed(desk, right)
    expect((await steps()).ready).toBe(true)
    expect(await refused(desk, () => undo({ second: { account: 'clerk1', password: 'clerk1-sample-1949' } }))).toMatchObject({ code: 'second_person' })
    expect(await refused(desk, () => undo({ reason: '' }))).toMatchObject({ code: 'invalid', field: 'reason' })
    expect(await refused(desk, () => undo({ fromRevision: 1 }))).toMatchObject({ code: 'conflict' })
    const done = must(await undo())
    expect(done.from).toMatchObject({ state: 'contracted', interments: [{ removed: { why: 'wrongGrave', to: right } }] })
    expect(done.to.interments[0]).toMatchObject({ movedFrom: wrong, deceased: open.file.deceased.name, removed: null })
    expect(done.to.interments[0]?.certificate).not.toBe(laid.interments[0]?.certificate)
    expect(done.to.history.at(-1)).toMatchObject({ reason: '安葬时认错排号', second: expect.stringMatching(/./) as string })
    expect(must(await desk.ask<Burial>('clerk1', 'GET', `/api/burials/${open.id}`)).resting.map(({ plot }) => plot)).toEqual([wrong, right])
  })
})

describe('lists of plots', () => {
  test('terms stand in their bands, and every number has its rows', async () => {
    const before = must(await desk.ask<{ counts: { band: string; count: number }[] }>('clerk1', 'GET', '/api/plots/terms')).counts
    const ends = { within1: '2026-06-10', within6: '2026-10-01', within12: '2027-03-01' }
    const plots = new Map<string, string>()
    for (const [band, to] of Object.entries(ends)) {
      const plot = fresh()
      await on(desk, plot, contracted(desk, { to }))
      plots.set(band, plot)
    }
    interface Terms { rows: { plot: string; holder: string; phone: string; until: string; band: string }[]; counts: { band: string; count: number }[] }
    const now = must(await desk.ask<Terms>('clerk1', 'GET', '/api/plots/terms'))
    for (const band of Object.keys(ends)) {
      const count = (rows: typeof before): number => rows.find((row) => row.band === band)?.count ?? 0
      expect(count(now.counts), band).toBe(count(before) + 1)
      const list = must(await desk.ask<Terms>('clerk1', 'GET', `/api/plots/terms?band=${band}&limit=500`))
      expect(list.rows).toHaveLength(count(now.counts))
      expect(list.rows.find(({ plot }) => plot === plots.get(band))).toMatchObject({ band, holder: '周**', phone: '10*******78' })
    }
    goTo(desk, '2026-06-11')
    const later = must(await desk.ask<Terms>('clerk1', 'GET', '/api/plots/terms?band=expired&limit=500'))
    expect(later.rows.map(({ plot }) => plot)).toContain(plots.get('within1'))
    expect((await board()).terms.find(({ plot }) => plot === plots.get('within1'))).toMatchObject({ band: 'expired' })
    // An end that has passed does not free the plot.
    expect(await look(desk, plots.get('within1') ?? '')).toMatchObject({ state: 'contracted', band: 'expired' })
  })

  test('are masked; who lies there is told on the plot’s own page, with the look on record', async () => {
    const plot = fresh()
    await agreed(desk, plot)
    await on(desk, plot, interred(desk, { deceased: '郑长青', key: 'resident:990101193001010015' }))
    const found = must(await desk.ask<{ rows: { plot: string; lying: string[]; holder: string }[] }>('clerk1', 'GET', `/api/plots/search?text=${encodeURIComponent('郑长青')}`))
    expect(found.rows).toEqual([expect.objectContaining({ plot, lying: ['郑**'], holder: '周**' })])
    expect(JSON.stringify([await board(), found])).not.toContain('郑长青')
    // The one search box finds it by a phone, shown whole only to whoever typed it whole.
    const hits = async (q: string) => must(await desk.ask<{ hits: { caseId: string; matched: string; value: string; title: string }[] }>('clerk1', 'GET', `/api/search?q=${encodeURIComponent(q)}&limit=50`)).hits
    expect((await hits(holder.phone)).every(({ value }) => value === holder.phone)).toBe(true)
    expect((await hits(holder.phone.slice(0, 7))).every(({ value }) => value === '10*******78')).toBe(true)
    expect(await hits('郑长')).toContainEqual(expect.objectContaining({ caseId: plot, matched: 'name', value: '郑长*', title: '郑**' }))
    const views = async () => (await desk.ask<{ entries: unknown[] }>('audit', 'GET', `/api/journal?kind=record.viewed&subject=${encodeURIComponent(plot)}`)).body.entries.length
    const before = await views()
    expect((await look(desk, plot, 'clerk3')).interments[0]?.deceased).toBe('郑长青')
    await look(desk, plot, 'clerk3')
    expect(await views()).toBe(before + 1)
    const entries = JSON.stringify((await desk.ask('audit', 'GET', `/api/journal?subject=${encodeURIComponent(plot)}`)).body)
    expect(entries).toContain('plot.interred')
    for (const secret of ['郑长青', holder.name, holder.identityNumber]) expect(entries).not.toContain(secret)
  })

  test('a blocked plot is out of use', async () => {
    const plot = fresh()
    expect(await refused(desk, () => tryOn(desk, plot, { kind: 'blocked', day: '2026-05-20', note: ' ' }, 0))).toMatchObject({ code: 'invalid', field: 'act.note' })
    expect(await on(desk, plot, { kind: 'blocked', day: '2026-05-20', note: '边坡加固' })).toMatchObject({ state: 'blocked', blocked: { note: '边坡加固' }, acts: ['plot.unblocked'] })
    expect(letter(await board(), plot)).toBe('b')
    expect(await refused(desk, () => tryOn(desk, plot, reserved(desk)))).toMatchObject({ code: 'wrong_state' })
    expect(await on(desk, plot, { kind: 'unblocked', day: '2026-05-20' })).toMatchObject({ state: 'available' })
  })
})

describe('papers of a plot', () => {
  const paper = async (plot: string, id: string, more = '') => desk.send('GET', `/api/plots/papers/${id}?plot=${encodeURIComponent(plot)}${more}`, { token: await desk.token('clerk1') })

  test('are drawn from agreement and interment, and their printing is put on record', async () => {
    const plot = fresh()
    await agreed(desk, plot)
    expect((await paper(plot, 'burial.burialCertificate')).body.error).toMatchObject({ code: 'wrong_state', field: 'paper' })
    expect((await paper(plot, 'burial.consent')).body.error).toMatchObject({ code: 'not_found' })
    const { interments } = await on(desk, plot, interred(desk, { key: 'resident:paper' }))
    for (const id of ['burial.plotAgreement', 'burial.burialCertificate']) {
      const answer = await paper(plot, id)
      expect(answer.status).toBe(200)
      expect(new TextDecoder('latin1').decode(answer.bytes.subarray(0, 5))).toBe('%PDF-')
      must(await desk.ask('clerk1', 'POST', '/api/plots/printed', { plot, paper: id, printer: '1号窗口' }))
    }
    expect((await paper(plot, 'burial.burialCertificate', `&interment=${interments[0]?.interment ?? ''}`)).status).toBe(200)
    expect((await paper(plot, 'burial.burialCertificate', '&interment=nobody')).status).toBe(404)
    const { papers } = await look(desk, plot)
    expect(papers.map(({ paper: id, ready, printed }) => [id, ready, printed.length])).toEqual([['burial.plotAgreement', true, 1], ['burial.burialCertificate', true, 1]])
    // The plot is as it was: a printing is no act on it.
    const now = await look(desk, plot)
    expect(now.revision).toBe(2)
    // The code on the paper is compared with the register.
    const printings = must(await desk.ask<{ entries: { body: { paper: string; digest: string } }[] }>('audit', 'GET', `/api/journal?kind=plot.printed&subject=${encodeURIComponent(plot)}`)).entries
    const digestOf = (id: string): string => printings.find(({ body }) => body.paper === id)?.body.digest ?? ''
    const check = async (id: string, number: string, digest: string) => must(await desk.ask<{ verdict: string; number: string }>('clerk1', 'POST', '/api/papers/check', { code: `LANTAI/1/${id}/${plot.replaceAll('/', '-')}-${number}/${digest}`.toUpperCase() }))
    const [agreement, certificate] = [now.contract?.agreement ?? '', interments[0]?.certificate ?? '']
    expect(await check('burial.plotAgreement', agreement, digestOf('burial.plotAgreement'))).toMatchObject({ verdict: 'genuine', number: agreement })
    expect(await check('burial.burialCertificate', certificate, digestOf('burial.burialCertificate'))).toMatchObject({ verdict: 'genuine', number: certificate })
    expect(await check('burial.burialCertificate', certificate, '0'.repeat(64))).toMatchObject({ verdict: 'altered' })
    expect(await check('burial.burialCertificate', 'JAZ-990101-2026-99999999', '0'.repeat(64))).toMatchObject({ verdict: 'unknown' })
    await on(desk, plot, { kind: 'removed', day: '2026-05-20', interment: interments[0]?.interment ?? '', to: '外省公墓', permit: '迁出申请', agent: '周守成', why: 'family' })
    expect(await check('burial.burialCertificate', certificate, digestOf('burial.burialCertificate'))).toMatchObject({ verdict: 'superseded' })
  }, 30_000)
})
