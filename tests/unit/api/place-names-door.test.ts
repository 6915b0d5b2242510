import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CheckedName, PlaceNameAct, PlaceNameLine, Spelled } from '../../../api/schemas/place-names.ts'
import type { PlaceNameItem } from '../../../domain/place-names/case/file.ts'
import { goTo, must, refused } from './burials.ts'
import { openSampleDesk, type Desk, type Who } from './desk.ts'
import { act, approved, decision, examined, fileOf, later, opened, reviewed, road, seen, standing, tryAct, tryOpen } from './place-names.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 120_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const spell = (body: object) => desk.ask<Spelled & { flags: { fault: string }[] }>('clerk1', 'POST', '/api/place-names/romanise', body)
const check = async (item: PlaceNameItem, given: object = {}) => must(await desk.ask<CheckedName>('clerk1', 'POST', '/api/place-names/check', { item, applicants: [], answers: [], typing: true, ...given }))
const rules = ({ findings }: CheckedName, severity?: string): string[] => findings.filter((one) => severity === undefined || one.severity === severity).map(({ rule, field }) => `${rule.replace('place-names.', '')} ${field?.replace('items.1.', '') ?? ''}`)

describe('a name spelled without saving', () => {
  test('both forms, readings to choose from, the rule of each word', async () => {
    await desk.token('clerk1')
    const before = await desk.head()
    const spelled = must(await spell({ name: '浒墅关大道', kind: 'STREET' }))
    expect(spelled).toMatchObject({ text: 'Xǔshùguān Dàdào', sign: 'XUSHUGUAN DADAO', parts: { specific: '浒墅关', generic: '大道' } })
    expect(spelled.words.map(({ rule }) => rule.id)).toEqual(['R1', 'R1'])
    expect(spelled.syllables[0]).toMatchObject({ character: '浒', syllable: 'xǔ', sourceTitle: { zh: '地名读音表' } })
    const chosen = must(await spell({ name: '乐清街', kind: 'STREET', chosen: { 0: 'le4' } }))
    expect([chosen.text, chosen.syllables[0]?.source]).toEqual(['Lèqīng Jiē', 'clerk'])
    expect(must(await spell({ name: '龙湖路', kind: 'STREET', published: { text: 'Lōnghú Lù' } })).flags.map(({ fault }) => fault)).toContain('tone')
    expect(await desk.head()).toEqual(before)
  })

  test.each([
    [{ name: '' }, 'invalid', 'name'], [{ name: 'MOMOPARK' }, 'invalid', 'name'], [{ name: '张桥村路', chosen: { 0: 'xyz' } }, 'invalid', 'chosen.0'], [{ name: '张桥村路', chosen: { 9: 'lù' } }, 'invalid', 'chosen.9'],
    [{ name: '张桥村路', cut: { specific: '张', generic: '路' } }, 'invalid', 'cut'], [{ name: '张桥村路', division: ['张桥', '路'] }, 'invalid', 'division'], [{ name: '张'.repeat(51) }, 'invalid', 'name'],
  ])('%j is turned down at its field', async (body, code, field) => {
    expect(await refused(desk, () => spell(body))).toMatchObject({ code, field })
  })
})

describe('a typed name', () => {
  test('clashes with where they are and how they are drawn, and who decides', async () => {
    const { entityId } = await standing(desk, '鹭棠滩路')
    const same = await check(road('1', '鹭棠滩路'))
    expect(rules(same, 'stop')).toContain('duplicate name')
    expect(same.clashes[0]).toMatchObject({ entityId, name: '鹭棠滩路', relation: 'same', relationTitle: { zh: '重名' }, inScope: true, status: 'standard', text: 'Lùtángtān Lù', geometry: { type: 'LineString' } })
    expect(same).toMatchObject({ ready: false, scope: { scope: 'builtUpArea' }, approval: { classId: 'street', role: 'examine', roleTitle: { zh: '受理、审核后报批' } } })
    const homophone = await check(road('1', '路棠滩路'))
    expect(rules(homophone, 'answer')).toContain('homophone name')
    const elsewhere = await check(road('1', '鹭棠滩路', { builtUpArea: 'outside' }))
    expect(rules(elsewhere, 'stop')).not.toContain('duplicate name')
    expect(elsewhere.clashes[0]).toMatchObject({ relation: 'same', inScope: false })
    expect((await check(road('1', '鹭棠滩路', { act: 'extentChange', entityId }))).clashes).toEqual([])
  })

  test('names of one application clash with each other', async () => {
    const now = await opened(desk, fileOf([road('1', '雁棠滩路'), road('2', '雁棠滩路')]))
    const { findings } = must(await desk.ask<{ findings: { rule: string; field?: string }[] }>('clerk1', 'POST', '/api/place-name-cases/check', { file: now.file, stage: 'review', caseId: now.id }))
    expect(findings.filter(({ rule }) => rule === 'place-names.duplicate').map(({ field }) => field)).toEqual(['items.1.name', 'items.2.name'])
  })

  test.each([
    ['EE新城路', 'characters name'], ['6号大院路', 'characters name'], ['张桥·村路', 'characters name'], ['張橋村路', 'rare name'], ['毛泽东路', 'leader specific'], ['巴黎路', 'foreign specific'], ['宇宙路', 'odd-words specific'], ['张桥村', 'generic generic'], ['张桥村𠂢路', 'rare name'],
  ])('%s is found at its field', async (name, rule) => {
    const found = await check(road('1', '张桥村路', { name, spelling: { text: '', sign: '', manualReason: '' } }))
    expect(rules(found)).toContain(rule)
    expect(found.ready).toBe(false)
  })

  test('a company’s name is a question to the clerk', async () => {
    expect(rules(await check(road('1', '恒棠隆路'), { applicants: ['示例市恒棠隆置业有限公司'] }), 'answer')).toContain('enterprise specific')
  })

  test('coordinates outside the box of the office', async () => {
    const geometry = { geometry: { type: 'LineString', coordinates: [[110, 30], [110.01, 30]] }, declared: 'CGCS2000', source: '' } as const
    expect(rules(await check(road('1', '鸥棠滩路', { geometry: geometry as never })), 'stop')).toContain('application.coordinates geometry.coordinates')
    const shifted = await check(road('1', '鸥棠滩路', { geometry: { ...geometry, declared: 'GCJ-02' } as never }))
    expect(rules(shifted, 'stop')).toContain('application.coordinates geometry.declared')
    const now = await opened(desk, fileOf([road('1', '鸥棠滩路', { geometry: geometry as never })]))
    expect(await refused(desk, () => tryAct(desk, now, { kind: 'accepted', day: desk.today(), slip: '' }))).toMatchObject({ code: 'findings', field: 'items.1.geometry.coordinates' })
  })
})

describe('bad input leaves the journal as it was', () => {
  test('files that cannot stand', async () => {
    const good = road('1', '鹊棠滩路')
    expect(await refused(desk, () => tryOpen(desk, fileOf([])))).toMatchObject({ code: 'invalid', field: 'items' })
    expect(await refused(desk, () => tryOpen(desk, fileOf([good, good])))).toMatchObject({ code: 'invalid', field: 'items.1.id' })
    expect(await refused(desk, () => tryOpen(desk, fileOf([{ ...good, begun: '2026-02-30' }])))).toMatchObject({ code: 'invalid', field: 'items.1.begun' })
    expect(await refused(desk, () => tryOpen(desk, fileOf([{ ...good, meaning: '私用\uE000字' }])))).toMatchObject({ code: 'invalid', field: 'items.1.meaning' })
    expect(await refused(desk, () => tryOpen(desk, fileOf([{ ...good, name: '鹊\u202E路' }])))).toMatchObject({ code: 'invalid' })
    expect(await refused(desk, () => tryOpen(desk, fileOf([good], { papers: [{ type: 'map', title: '', number: '', day: '', pages: 1, scans: ['a'.repeat(64)], note: '' }] })))).toMatchObject({ code: 'invalid', field: 'papers.0.scans.0' })
    expect(await refused(desk, () => tryOpen(desk, fileOf([good]), 'clerk1', later(desk.today(), 1)))).toMatchObject({ code: 'invalid', field: 'day' })
    expect(await refused(desk, () => desk.ask('clerk1', 'GET', '/api/place-name-cases/n0000000000'))).toMatchObject({ code: 'not_found' })
  })

  test('acts out of their time and order, numbers that are none, files that were not stored', async () => {
    let now = await opened(desk, fileOf([road('1', '鹊棠滩路')]))
    const no = (given: PlaceNameAct) => refused(desk, () => tryAct(desk, now, given))
    expect(await no({ kind: 'accepted', day: later(desk.today(), 1), slip: '' })).toMatchObject({ code: 'invalid', field: 'act.day' })
    expect(await no({ kind: 'accepted', day: later(desk.today(), -1), slip: '' })).toMatchObject({ code: 'invalid', field: 'act.day' })
    expect(await no({ kind: 'accepted', day: desk.today(), slip: '受理一号' })).toMatchObject({ code: 'invalid', field: 'act.slip' })
    expect(await no({ kind: 'delivered', day: desk.today(), receiver: '示例', how: 'post' })).toMatchObject({ code: 'wrong_state' })
    expect(await no({ kind: 'visited', day: desk.today(), visitors: ['示例'], items: ['7'], found: '现场', photos: [] })).toMatchObject({ code: 'invalid', field: 'act.items' })
    expect(await no({ kind: 'visited', day: desk.today(), visitors: ['示例'], items: [], found: '现场', photos: ['b'.repeat(64)] })).toMatchObject({ code: 'invalid', field: 'act.photos.0' })
    now = await act(desk, now, { kind: 'accepted', day: desk.today(), slip: '示民名受[2026]990号' })
    expect(now.accepted?.slip).toBe('示民名受〔2026〕990号')
    expect(await no({ kind: 'displayed', day: desk.today(), from: desk.today(), to: later(desk.today(), -1), where: '网站', items: [] })).toMatchObject({ code: 'invalid', field: 'act.to' })
    expect(await no({ kind: 'replied', day: desk.today(), consultation: 'c9', outcome: 'agrees', words: '', handling: '' })).toMatchObject({ code: 'not_found', field: 'act.consultation' })
    expect(await no({ kind: 'provisionallyNamed', day: desk.today(), item: '1', document: '' })).toMatchObject({ code: 'forbidden' })
    expect(await no({ kind: 'attested', day: desk.today(), attestations: [{ rule: 'place-names.duplicate', item: '1', result: 'pass', note: '' }] })).toMatchObject({ code: 'invalid', field: 'act.attestations.0.result' })
    now = await reviewed(desk, await examined(desk, fileOf([road('1', '鸬棠滩路')])))
    now = await act(desk, now, { kind: 'forwarded', day: desk.today(), to: '示例区人民政府（示例）', document: '' })
    const words = now.drafted[0] ?? { item: '1', name: '', text: '', sign: '', extent: '' }
    const decide = (given: object) => no({ kind: 'decided', day: desk.today(), approver: 'countyGovernment', approverName: '示例区人民政府（示例）', document: '示政地名函〔2026〕950号', sealed: true, remedies: false, decisions: [{ item: '1', outcome: 'approved', words }], ...given } as PlaceNameAct)
    expect(await decide({ document: '' })).toMatchObject({ code: 'invalid', field: 'act.document' })
    expect(await decide({ document: '示政地名函2026-1' })).toMatchObject({ code: 'invalid', field: 'act.document' })
    expect(await decide({ sealed: false })).toMatchObject({ code: 'findings', field: 'decision.sealed' })
    expect(await decide({ approver: 'housingDepartment' })).toMatchObject({ code: 'findings', field: 'decision.approver' })
    expect(await decide({ decisions: [{ item: '1', outcome: 'approved', words: { ...words, extent: '' } }] })).toMatchObject({ code: 'findings' })
    expect(await decide({ decisions: [{ item: '2', outcome: 'approved', words: { ...words, item: '2' } }] })).toMatchObject({ code: 'invalid', field: 'act.decisions' })
    expect(await decide({ decisions: [{ item: '1', outcome: 'refused', grounds: [{ rule: 'x', law: '', reason: '不合规则' }] }] })).toMatchObject({ code: 'invalid', field: 'act.remedies' })
  })

  test('a decision that the gazetteer no longer allows is not half written', async () => {
    const { entityId } = await standing(desk, '鹂棠滩巷')
    const file = fileOf([road('1', '鹂棠滩巷', { act: 'removal', entityId, formerName: '鹂棠滩巷', reason: '已经消失' }), road('2', '莺棠滩路')])
    const first = await reviewed(desk, await examined(desk, fileOf([file.items[0] ?? road('1', '')])))
    const other = await reviewed(desk, await examined(desk, file))
    await act(desk, first, decision(desk, first, '示政地名函〔2026〕951号'))
    expect(await refused(desk, () => tryAct(desk, other, decision(desk, other, '示政地名函〔2026〕953号')))).toMatchObject({ code: 'wrong_state' })
    expect((await seen(desk, other.id)).state).toBe('reviewed')
    expect(must(await desk.ask<{ count: number }>('clerk1', 'GET', `/api/gazetteer?text=${encodeURIComponent('莺棠滩路')}`)).count).toBe(0)
  })
})

describe('lists and clocks', () => {
  const list = async (query: string) => must(await desk.ask<{ rows: PlaceNameLine[]; count: number; next?: string }>('clerk1', 'GET', `/api/place-name-cases?${query}`))
  const counts = async () => new Map(must(await desk.ask<{ lists: { list: string; count: number }[] }>('clerk1', 'GET', '/api/place-name-cases/lists')).lists.map(({ list: id, count }) => [id, count]))

  test('what is due stands in its list, the most pressing first, and clocks past due say so', async () => {
    const before = await counts()
    const now = await approved(desk, fileOf([road('1', '鸿棠滩路')]), '示政地名函〔2026〕952号')
    const after = await counts()
    for (const id of ['filingDue', 'noticeDue', 'entryOpen', 'signDue', 'deliveryDue']) expect((after.get(id) ?? 0) - (before.get(id) ?? 0), id).toBe(1)
    goTo(desk, later(desk.today(), 20))
    const due = await list('list=filingDue&limit=200')
    expect(due.count).toBe(due.rows.length)
    expect(due.rows.find(({ id }) => id === now.id)?.due).toMatchObject({ id: 'delivery', overdue: true })
    expect((await seen(desk, now.id)).clocks.find(({ id }) => id === 'filing')).toMatchObject({ state: 'overdue', daysLeft: -5 })
    expect((await seen(desk, now.id)).report.rows.find(({ code }) => code === 'F01')?.state).toBe('fail')
    const page = await list('list=entryOpen&limit=1')
    expect([page.rows.length, page.next !== undefined]).toEqual([1, page.count > 1])
    expect((await list(`list=filingDue&text=${encodeURIComponent('鸿棠滩路')}`)).rows.map(({ id }) => id)).toEqual([now.id])
    expect((await list(`text=${encodeURIComponent('鸿棠滩路')}`)).rows[0]).toMatchObject({ id: now.id, names: ['鸿棠滩路'], count: 1, approved: 1, document: '示政地名函〔2026〕952号' })
    const open = must(await desk.ask<{ open: { state: string; count: number }[] }>('manager', 'GET', `/api/counts/day?day=${desk.today()}`)).open
    expect(open.find(({ state }) => state === 'place-names.filingDue')?.count).toBe(due.count)
  })

  test('the day counts what was done, each in its unit', async () => {
    goTo(desk, '2026-05-26')
    const day = '2026-06-02'
    const count = async () => new Map(must(await desk.ask<{ kinds: { window: string; kind: string; unit: { zh: string }; count: number }[] }>('manager', 'GET', `/api/counts/day?day=${day}`)).kinds.filter(({ window }) => window === 'place-names').map(({ kind, unit, count: of }) => [kind, `${String(of)}${unit.zh}`]))
    const now = await approved(desk, fileOf([road('1', '鹊棠湾路'), road('2', '鹬棠湾路')]), '示政地名函〔2026〕955号')
    expect(now.decision?.day).toBe(day)
    expect((await count()).get('name.approved')).toBe('2个')
  })

  test('exported with a purpose, as a table', async () => {
    const answer = await desk.send('POST', '/api/place-name-cases/export', { body: JSON.stringify({ filter: { source: 'application' }, purpose: '报送市民政局' }), headers: { 'content-type': 'application/json' }, token: await desk.token('manager') })
    expect(answer.status).toBe(200)
    const rows = new TextDecoder().decode(answer.bytes).trim().split('\r\n')
    expect(rows[0]).toContain('收件日期')
    expect(rows).toHaveLength((await list('source=application')).count + 1)
  })

  test('numbers of a year: gaps and repeats of the office’s own', async () => {
    const now = await opened(desk, fileOf([road('1', '鹤棠滩路')]))
    await act(desk, now, { kind: 'accepted', day: desk.today(), slip: '示民名受〔2026〕9000号' })
    const { rows, faults } = must(await desk.ask<{ rows: { number: string; paper: string; title: { zh: string } }[]; faults: { agency: string; gaps: { to: number }[] }[] }>('clerk1', 'GET', '/api/place-name-documents?year=2026'))
    expect(rows.find(({ number }) => number === '示民名受〔2026〕9000号')).toMatchObject({ paper: 'acceptance', title: { zh: '受理通知书' } })
    expect(faults.find(({ agency }) => agency === '示民名受')?.gaps.at(-1)?.to).toBe(8999)
    expect(faults.find(({ agency }) => agency === '示政地名函')?.gaps ?? []).toEqual([])
  })
})

describe('permissions', () => {
  const acts: readonly (readonly [PlaceNameAct['kind'], object, readonly Who[]])[] = [
    ['accepted', { slip: '' }, ['clerk1']], ['reviewed', { reviewer: '示例', opinion: '同意', verdicts: [{ item: '1', verdict: 'approve', note: '' }] }, ['clerk1']], ['delivered', { receiver: '示例', how: 'post' }, ['clerk1']], ['archived', { fonds: '', year: 2026, pages: 3, index: true }, ['clerk1', 'manager']],
  ]
  test.each(acts)('%s', async (kind, body, allowed) => {
    const now = await opened(desk, fileOf([road('1', '鹳棠滩路')]))
    for (const who of ['clerk1', 'manager', 'admin', 'audit'] as const) {
      const { body: { error } } = await tryAct(desk, now, { kind, day: desk.today(), ...body } as PlaceNameAct, who)
      if (!allowed.includes(who)) expect(error?.code, who).toBe('forbidden')
      else expect(error?.code, who).not.toBe('forbidden')
    }
  })

  test('a reviewer sees what she may do, an auditor sees no case', async () => {
    const now = await opened(desk, fileOf([road('1', '鹮棠滩路')]))
    expect((await seen(desk, now.id, 'manager')).acts).toEqual(['placeName.printed'])
    expect(await refused(desk, () => desk.ask('audit', 'GET', `/api/place-name-cases/${now.id}`))).toMatchObject({ code: 'forbidden' })
    expect(await refused(desk, () => tryOpen(desk, fileOf([road('1', '鹮棠滩路')]), 'manager'))).toMatchObject({ code: 'forbidden' })
  })
})
