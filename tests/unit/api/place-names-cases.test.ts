import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Entity } from '../../../api/schemas/gazetteer.ts'
import { modelNumbering } from '../../../domain/place-names/plates/settings.ts'
import { goTo, must, refused } from './burials.ts'
import { openSampleDesk, passwordOf, type Desk } from './desk.ts'
import { act, answered, approved, decision, examined, fileOf, later, opened, reviewed, road, seen, standing, tryAct, type Case } from './place-names.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 120_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
const pdf = async (now: Case, paper: string, number = '') => desk.send('GET', `/api/place-name-cases/${now.id}/papers/${paper}${number === '' ? '' : `?number=${encodeURIComponent(number)}`}`, { token: await desk.token('clerk1') })
const entity = async (id: string): Promise<Entity> => must(await desk.ask<Entity>('clerk1', 'GET', `/api/gazetteer/entities/${id}`))
const entityOf = (now: Case, item: string): string => now.entities.find((one) => one.item === item)?.entityId ?? ''
const files = ['form', 'report', 'approval', 'application'] as const
const elements = ['name', 'spelling', 'division', 'location', 'approver', 'approvedOn'] as const
const filed = (now: Case) => act(desk, now, { kind: 'filed', day: desk.today(), to: '示例市民政局（示例）', papers: [...files], document: '' })
const noticed = (now: Case, number = '') => act(desk, now, { kind: 'noticed', day: desk.today(), number, channels: ['nationalBase', 'website'], link: 'https://example.invalid/1', elements: [...elements] })
const second = { account: 'manager', password: passwordOf('manager') }

describe('one reply with a new road, an extension, a renaming and a removal', () => {
  test('from the application to signs and archive, gazetteer and plates changed by the same commit', async () => {
    const [extended, renamed, gone] = [await standing(desk, '雁荡渠路'), await standing(desk, '鹤鸣渠路'), await standing(desk, '鹿角渠巷')]
    const numbering = { what: 'street', settings: { ...modelNumbering.EW, reserveMetres: 0 }, frontages: [100, 200, 300].flatMap((metres) => (['left', 'right'] as const).map((side) => ({ id: `${side}${String(metres)}`, use: 'house', metres, side }))) }
    must(await desk.ask('clerk1', 'POST', `/api/plates/${renamed.entityId}/numbers`, { revision: 0, day: desk.today(), document: '', numbering }))
    const at = (of: { entityId: string }) => ({ entityId: of.entityId })
    let now = await approved(desk, fileOf([
      road('1', '青棠湾路'),
      road('2', '雁荡渠路', { act: 'extentChange', ...at(extended), formerName: '雁荡渠路', size: { lengthMetres: 1500, widthMetres: 20 }, geometry: null }),
      road('3', '绣针渠路', { act: 'renaming', ...at(renamed), formerName: '鹤鸣渠路', renameGround: 'construction', renameReason: '改造后与实际不符' }),
      road('4', '鹿角渠巷', { act: 'removal', ...at(gone), formerName: '鹿角渠巷', reason: '改造后巷道消失' }),
    ]), '示政地名函〔2026〕901号')
    expect(now).toMatchObject({ state: 'approved', accepted: { slip: expect.stringMatching(/^示民名受〔2026〕\d+号$/u) as string }, forwarded: { document: expect.stringMatching(/^示民呈〔2026〕\d+号$/u) as string } })
    expect(now.words.map(({ name, text, sign }) => [name, text, sign])[0]).toEqual(['青棠湾路', 'Qīngtángwān Lù', 'QINGTANGWAN LU'])
    const fresh = await entity(entityOf(now, '1'))
    expect(fresh).toMatchObject({ state: 'standing', names: [{ name: '青棠湾路', standing: 'standard', document: '示政地名函〔2026〕901号', caseId: now.id, itemId: '1' }], cases: [{ caseId: now.id }] })
    expect((await entity(extended.entityId)).facts.lengthMetres).toBe(1500)
    expect((await entity(renamed.entityId)).names.map(({ name, standing: of }) => [name, of])).toEqual([['鹤鸣渠路', 'former'], ['绣针渠路', 'standard']])
    expect((await entity(gone.entityId)).state).toBe('removed')
    const book = must(await desk.ask<{ name: string; names: { name: string }[]; concordance: { before: string; after: string }[] }>('clerk1', 'GET', `/api/plates/${renamed.entityId}`))
    expect(book).toMatchObject({ name: '绣针渠路', names: [{ name: '鹤鸣渠路' }] })
    expect(book.concordance).toHaveLength(6)
    expect(now.report.rows.find(({ code, item }) => code === 'S03' && item === '3')?.state).toBe('open')
    expect(now.clocks.find(({ id }) => id === 'filing')).toMatchObject({ due: later(desk.today(), 15), state: 'open' })
    now = await act(desk, now, { kind: 'delivered', day: desk.today(), receiver: '示例街道办事处', how: 'inPerson' })
    now = await filed(now)
    now = await act(desk, now, { kind: 'filingAnswered', day: desk.today(), outcome: 'filed', note: '' })
    now = await noticed(now)
    for (const [index, { item }] of now.words.entries()) now = await act(desk, now, { kind: 'entered', day: desk.today(), item, code: `9901012161000000${String(1000 + index)}`, announced: true })
    expect((await entity(fresh.id)).code).toBe('99010121610000001000')
    for (const { item, name, sign } of now.words.filter((words) => words.item !== '4')) now = await act(desk, now, { kind: 'signSet', day: desk.today(), item, text: name, pinyin: sign, position: '路口', maker: '示例制牌厂', photo: '' })
    expect(now.signs.map(({ id }) => id)).toEqual(['s1', 's2', 's3'])
    now = await act(desk, now, { kind: 'archived', day: desk.today(), fonds: '', year: 2026, pages: 40, index: true })
    expect(now).toMatchObject({ state: 'archived', archive: { fonds: '9901', fileNumber: expect.any(Number) as number } })
    expect(now.report.rows.filter(({ state }) => state === 'fail').map(({ code, name }) => [code, name])).toEqual([])
    expect(now.report.rows.filter(({ code }) => code === 'H03').map(({ state, message }) => [state, message?.zh])).toEqual(Array.from({ length: 4 }, () => ['pass', undefined]))
    for (const { paper, number, ready } of now.papers.filter((line) => line.ready)) expect(isPdf((await pdf(now, paper, number)).bytes), `${paper} ${number ?? ''} ${String(ready)}`).toBe(true)
    expect(now.papers.filter(({ paper }) => paper === 'place-names.sign').map(({ number }) => number)).toEqual(['1', '2', '3'])
    must(await desk.ask('clerk1', 'POST', `/api/place-name-cases/${now.id}/printed`, { paper: 'place-names.reply', mode: 'whole', printer: '示例打印机' }))
    expect((await seen(desk, now.id)).papers.find(({ paper }) => paper === 'place-names.reply')?.printed).toHaveLength(1)
  }, 60_000)
})

describe('a consultation for an estate', () => {
  test('letter, opinion, the filing received, notice that counts from it', async () => {
    const item = road('1', '望棠花园', { kind: 'ESTATE', geometry: null, size: { siteSquareMetres: 40_000, floorSquareMetres: 90_000 }, bounds: '东至桂枝街，西至河道', standsOut: 'yes', publicUse: 'yes' })
    let now = await examined(desk, fileOf([item], { source: 'consultation', title: '关于征求望棠花园命名意见的函', letter: { number: '示建函〔2026〕31号', day: desk.today() }, applicant: { name: '示例区住房和城乡建设局（示例）', creditCode: '', type: 'organ', contact: '', phone: '', agent: '' } }))
    now = await reviewed(desk, now)
    expect(now.acts).toContain('placeName.opined')
    expect(now.acts).not.toContain('placeName.forwarded')
    now = await act(desk, now, { kind: 'opined', day: desk.today(), document: '', opinions: [{ item: '1', opinion: 'agree', words: '同意' }] })
    expect(now.opinion?.document).toMatch(/^示民名复〔2026〕\d+号$/u)
    now = await act(desk, now, { ...decision(desk, now, '示建发〔2026〕12号'), approver: 'housingDepartment', approverName: '示例区住房和城乡建设局（示例）' } as never)
    expect(now).toMatchObject({ state: 'approved', filing: { noticeFrom: 'filing' } })
    expect(now.clocks.find(({ id }) => id === 'notice')?.state).toBe('unknown')
    goTo(desk, later(desk.today(), 5))
    now = await act(desk, now, { kind: 'filed', day: desk.today(), to: now.filing?.to ?? '', papers: [...files], document: '' })
    expect(now.clocks.find(({ id }) => id === 'notice')).toMatchObject({ due: later(desk.today(), 15), state: 'open' })
    now = await act(desk, now, { kind: 'filingAnswered', day: desk.today(), outcome: 'filed', note: '' })
    now = await noticed(now)
    expect(now.report.rows.filter(({ state }) => state === 'fail')).toEqual([])
  })
})

describe('what does not go straight on', () => {
  test('a name after a company is asked about, refused with reasons and remedies, and its paper drawn', async () => {
    const file = fileOf([road('1', '恒棠盛路')], { applicant: { name: '示例市恒棠盛置业有限公司（示例）', creditCode: '', type: 'enterprise', contact: '', phone: '', agent: '' } })
    let now = await examined(desk, file)
    expect(now.findings.map(({ rule, field }) => [rule, field])).toContainEqual(['place-names.enterprise', 'items.1.specific'])
    now = await reviewed(desk, now, ['1'])
    expect((await refused(desk, () => tryAct(desk, now, decision(desk, now, '示政地名函〔2026〕902号')))).code).toMatch(/invalid|wrong_state|findings/)
    now = await act(desk, now, decision(desk, now, '示政地名函〔2026〕902号', ['1']))
    expect(now).toMatchObject({ state: 'refused', words: [] })
    expect(now.papers.find(({ paper }) => paper === 'place-names.refusal')?.ready).toBe(true)
    expect(isPdf((await pdf(now, 'place-names.refusal')).bytes)).toBe(true)
    expect(must(await desk.ask<{ count: number }>('clerk1', 'GET', `/api/gazetteer?text=${encodeURIComponent('恒棠盛路')}`)).count).toBe(0)
  })

  test('what is missing is asked once; accepted only when it is there', async () => {
    let now = await opened(desk, fileOf([road('1', '苇棠渡路', { meaning: '' })], { papers: [] }))
    expect((await refused(desk, () => tryAct(desk, now, { kind: 'accepted', day: desk.today(), slip: '' })))).toMatchObject({ code: 'findings' })
    now = await act(desk, now, { kind: 'supplementAsked', day: desk.today(), slip: '', missing: ['含义', '规划许可', '位置图'] })
    expect(now.supplement?.slip).toMatch(/^示民名补〔2026〕\d+号$/u)
    now = await act(desk, now, { kind: 'supplemented', day: desk.today(), changes: { items: [road('1', '苇棠渡路')], papers: fileOf([]).papers } })
    expect(now.state).toBe('received')
    const again = await refused(desk, () => tryAct(desk, now, { kind: 'supplementAsked', day: desk.today(), slip: '', missing: ['再补'] }))
    expect(again).toMatchObject({ code: 'wrong_state', field: 'act.missing' })
    now = await act(desk, now, { kind: 'accepted', day: desk.today(), slip: '' })
    expect(now.state).toBe('accepted')
  })

  test('a filing sent back moves the clock of the notice to the new papers, not that of the filing', async () => {
    let now = await approved(desk, fileOf([road('1', '芦棠汀路')]), '示政地名函〔2026〕903号')
    const decided = desk.today()
    now = await filed(now)
    now = await act(desk, now, { kind: 'filingAnswered', day: desk.today(), outcome: 'correctionAsked', note: '缺备案报告' })
    expect(now.clocks.find(({ id }) => id === 'notice')?.state).toBe('unknown')
    goTo(desk, later(decided, 9))
    now = await filed(now)
    expect(now.clocks.find(({ id }) => id === 'notice')?.due).toBe(later(decided, 24))
    expect(now.clocks.find(({ id }) => id === 'filing')?.due).toBe(later(decided, 15))
  })

  test('corrected by two: the spelling in the gazetteer too, and no more than that', async () => {
    let now = await approved(desk, fileOf([road('1', '荻棠汀路')]), '示政地名函〔2026〕904号')
    const [words] = now.words
    if (words === undefined) throw new Error('nothing was approved')
    const { item: _, ...rest } = words
    const ask = (by: object, given = {}) => desk.ask<Case>('clerk1', 'POST', `/api/place-name-cases/${now.id}/correction`, { revision: now.revision, day: desk.today(), item: '1', words: { ...rest, text: 'Dítángdīng Lù', sign: 'DITANGDING LU', ...given }, document: '更正说明', reason: '读音经核实有误', second: by })
    expect(await refused(desk, () => ask({ account: 'clerk1', password: passwordOf('clerk1') }))).toMatchObject({ code: 'second_person' })
    now = must(await ask(second))
    expect(now.corrections).toHaveLength(1)
    expect((await entity(entityOf(now, '1'))).names).toMatchObject([{ name: '荻棠汀路', text: 'Dítángdīng Lù', sign: 'DITANGDING LU', standing: 'standard' }])
    expect(now.report.rows.find(({ code }) => code === 'H03')?.state).not.toBe('fail')
    now = must(await ask(second, { name: '荻塘汀路' }))
    expect((await entity(entityOf(now, '1'))).names.map(({ name, standing: of }) => [name, of])).toEqual([['荻棠汀路', 'former'], ['荻塘汀路', 'standard']])
  })
})

describe('two desks', () => {
  test('two applications for one name: the second sees the first, and its decision is stopped', async () => {
    const first = await reviewed(desk, await examined(desk, fileOf([road('1', '蓼棠汀路')])))
    goTo(desk, '2026-05-21')
    let other = await examined(desk, fileOf([road('1', '蓼棠汀路')]))
    expect(other.findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(['place-names.duplicate', 'stop'])
    other = await answered(desk, other)
    expect(await refused(desk, async () => tryAct(desk, other, { kind: 'reviewed', day: desk.today(), reviewer: '示例科长', opinion: '同意', verdicts: [{ item: '1', verdict: 'approve', note: '' }] }))).toMatchObject({ code: 'findings' })
    // Reviewed under another name, the second is then decided under the name of the first.
    const changed = must(await desk.ask<Case>('clerk1', 'PATCH', `/api/place-name-cases/${other.id}`, { revision: other.revision, changes: { items: [road('1', '藜棠浔路')] } }))
    let next = await reviewed(desk, changed)
    next = await act(desk, next, { kind: 'forwarded', day: desk.today(), to: '示例区人民政府（示例）', document: '' })
    const done = await act(desk, await seen(desk, first.id), decision(desk, first, '示政地名函〔2026〕905号'))
    expect(done.state).toBe('approved')
    const { text, sign } = done.words[0] ?? { text: '', sign: '' }
    expect(await refused(desk, () => tryAct(desk, next, decision(desk, next, '示政地名函〔2026〕906号', [], { name: '蓼棠汀路', text, sign })))).toMatchObject({ code: 'findings', field: 'items.1.name' })
  })

  test('two desks take the next number, and never the same', async () => {
    const cases = await Promise.all(['萍棠洲路', '荇棠洲路', '菱棠洲路', '莼棠洲路'].map((name) => opened(desk, fileOf([road('1', name)]))))
    const done = await Promise.all(cases.map((now, index) => act(desk, now, { kind: 'accepted', day: desk.today(), slip: '' }, index % 2 === 0 ? 'clerk1' : 'clerk2')))
    expect(new Set(done.map(({ accepted }) => accepted?.slip)).size).toBe(4)
    const again = await opened(desk, fileOf([road('1', '芡棠洲路')]))
    expect(await refused(desk, () => tryAct(desk, again, { kind: 'accepted', day: desk.today(), slip: done[0]?.accepted?.slip ?? '' }))).toMatchObject({ code: 'conflict', field: 'act.slip' })
    const behind = await refused(desk, () => tryAct(desk, cases[0] as Case, { kind: 'withdrawn', day: desk.today(), note: '撤回' }))
    expect(behind).toMatchObject({ code: 'conflict', field: 'revision' })
  })
})
