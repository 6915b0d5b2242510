import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Boundary } from '../../../api/schemas/boundaries.ts'
import { must, refused } from './burials.ts'
import { openSampleDesk, type Desk } from './desk.ts'

let desk: Desk
const day = '2026-05-20'
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())

const marker = (number: string, given: object = {}) => ({ number, type: 'double', keeper: '示例区', position: null, place: '', ...given })
const facts = (name: string, given: object = {}) => ({ code: '', name, level: 'county', neighbours: ['示例区', '样本区'], lengthKilometres: 12.4, approvedOn: '2021-03-10', approver: '示例市人民政府', document: '示政函〔2021〕8号', geometry: null, markers: [marker('1'), marker('2')], ...given })
const register = (name: string, given: object = {}, on = day) => desk.ask<Boundary>('clerk1', 'POST', '/api/boundaries', { day: on, facts: facts(name, given) })
const tryOn = (line: Boundary, act: object, revision = line.revision) => desk.ask<Boundary>('clerk1', 'POST', `/api/boundaries/${line.id}/acts`, { revision, act: { day, ...act } })
const on = async (line: Boundary, act: object): Promise<Boundary> => must(await tryOn(line, act))
const inspected = (report: string, given: object = {}) => ({ kind: 'inspected', from: '2026-05-18', inspection: 'regular', cause: '', sides: ['示例区', '样本区'], lengthKilometres: 12.4, markers: [{ number: '1', state: 'sound', note: '' }, { number: '2', state: 'lost', note: '施工移走' }], report, archiveNumber: '', result: 'clear', note: '', photos: [], ...given })
interface YearPlan { readonly set: boolean; readonly document: string; readonly lines: { line: string; name: string; by: string; inspectedOn: string; onTime: boolean | null; filed: boolean; report: string }[]; readonly proposed: { line: string; overdue: boolean; by: string }[]; readonly planned: number; readonly done: number; readonly onTime: number; readonly filed: number; readonly unplanned: { line: string }[] }
const plan = async (year: number): Promise<YearPlan> => must(await desk.ask<YearPlan>('clerk1', 'GET', `/api/boundary-plans/${String(year)}`))
const setPlan = (year: number, lines: readonly object[], given: object = {}) => desk.ask<YearPlan>('clerk1', 'PUT', `/api/boundary-plans/${String(year)}`, { day, document: '示民发〔2026〕2号', lines, ...given })

describe('a boundary', () => {
  test('is inspected jointly, its result filed, its markers mended; each act says what is still wrong', async () => {
    let line = must(await register('示例区—样本区东线'))
    expect(line).toMatchObject({ revision: 1, state: 'standing', nextInspection: '2026-03-10', overdue: true, markers: 2, openMarkers: 0, history: [{ title: { zh: '登记界线' } }] })
    expect(line.findings.map(({ rule }) => rule)).toEqual(['boundary.inspection'])
    expect(line.acts).toEqual(['described', 'inspected', 'markerMended', 'ended'])
    line = await on(line, inspected('示联检〔2026〕1号'))
    expect(line).toMatchObject({ nextInspection: '2031-05-20', overdue: false, wrong: ['2'], openMarkers: 1, inspections: [{ kind: 'regular', filed: null }] })
    expect(line.findings.map(({ rule }) => rule)).toEqual(['boundary.report', 'boundary.markers'])
    line = await on(line, { kind: 'resultFiled', report: '示联检〔2026〕1号', with: '示例市人民政府', document: '' })
    line = await on(line, { kind: 'markerMended', marker: '2', how: 'reset', by: '示例区', neighbourPresent: true, note: '' })
    expect(line).toMatchObject({ wrong: [], findings: [] })
    line = await on(line, { kind: 'described', changes: { lengthKilometres: 12.9 }, document: '' })
    expect(line.facts).toMatchObject({ lengthKilometres: 12.9, name: '示例区—样本区东线' })
    const sheet = await desk.send('GET', `/api/boundaries/${line.id}/inspection-sheet?report=${encodeURIComponent('示联检〔2026〕1号')}`, { token: await desk.token('clerk1') })
    expect([sheet.status, new TextDecoder('latin1').decode(sheet.bytes.subarray(0, 5))]).toEqual([200, '%PDF-'])
    expect(await refused(desk, () => desk.ask('clerk1', 'GET', `/api/boundaries/${line.id}/inspection-sheet?report=x`))).toMatchObject({ code: 'not_found', field: 'report' })
    line = await on(line, { kind: 'ended', document: '国函〔2026〕1号', reason: '区划调整' })
    expect(line).toMatchObject({ state: 'ended', nextInspection: '', acts: [] })
    expect(await refused(desk, () => tryOn(line, inspected('2')))).toMatchObject({ code: 'wrong_state' })
    expect(must(await desk.ask<{ lines: { id: string }[] }>('clerk1', 'GET', '/api/boundaries')).lines.map(({ id }) => id)).toContain(line.id)
  })

  test.each<[string, object, string, string]>([
    ['no second neighbour', { neighbours: ['示例区'] }, 'invalid', 'facts.neighbours'], ['a neighbour twice', { neighbours: ['示例区', '示例区'] }, 'invalid', 'facts.neighbours.1'], ['a marker twice', { markers: [marker('1'), marker('1')] }, 'conflict', 'facts.markers'],
    ['a marker beyond the box of the office', { markers: [marker('1', { position: [10, 10] })] }, 'invalid', 'facts.markers.0.position'], ['an approval to come', { approvedOn: '2026-05-21' }, 'invalid', 'facts.approvedOn'],
    ['shifted coordinates', { geometry: { geometry: { type: 'LineString', coordinates: [[120.1, 31.2], [120.2, 31.2]] }, declared: 'GCJ-02', source: '' } }, 'invalid', 'facts.geometry.declared'],
    ['a line without length', { geometry: { geometry: { type: 'LineString', coordinates: [[120.1, 31.2], [120.1, 31.2]] }, declared: 'CGCS2000', source: '' } }, 'invalid', 'facts.geometry.coordinates'],
  ])('with %s is refused and nothing is written', async (_what, given, code, field) => {
    expect(await refused(desk, () => register('示例区—范例区西线', given))).toMatchObject({ code, field })
  })

  test.each<[string, object, string, string]>([
    ['inspected by one side', inspected('9', { sides: ['示例区', '别处'] }), 'invalid', 'act.sides'], ['inspected with a marker it does not have', inspected('9', { markers: [{ number: '7', state: 'sound', note: '' }] }), 'not_found', 'act.markers.0.number'],
    ['out of turn without a cause', inspected('9', { inspection: 'extra' }), 'invalid', 'act.cause'], ['ending before it began', inspected('9', { from: '2026-05-21' }), 'invalid', 'act.day'], ['on a day to come', inspected('9', { day: '2026-05-21' }), 'invalid', 'act.day'],
    ['filed without a report', { kind: 'resultFiled', report: '无', with: '市政府', document: '' }, 'not_found', 'act.report'], ['described with a marker twice', { kind: 'described', changes: { markers: [marker('1'), marker('1')] }, document: '' }, 'conflict', 'act.changes.markers'],
  ])('%s is refused at its field', async (what, act, code, field) => {
    const line = must(await register(`示例区线 ${what}`))
    expect(await refused(desk, () => tryOn(line, act))).toMatchObject({ code, field })
    expect(await refused(desk, () => tryOn(line, inspected('9'), 0))).toMatchObject({ code: 'conflict', field: 'revision' })
  })

  test('stands once under its name', async () => {
    must(await register('示例区—样本区北线'))
    expect(await refused(desk, () => register('示例区—样本区北线'))).toMatchObject({ code: 'conflict', field: 'facts.name' })
    expect(await refused(desk, () => desk.ask('clerk1', 'GET', '/api/boundaries/k0000000000'))).toMatchObject({ code: 'not_found' })
  })
})

describe('the plan of a year', () => {
  test('proposes what is due, is set, and shows what came of it', async () => {
    const [due, late] = [must(await register('计划线甲', { approvedOn: '2021-11-01' })), must(await register('计划线乙', { approvedOn: '2019-06-01' }))]
    const before = await plan(2026)
    expect(before.proposed.find(({ line }) => line === due.id)).toMatchObject({ overdue: false, by: '2026-11-01' })
    expect(before.proposed.find(({ line }) => line === late.id)).toMatchObject({ overdue: true, by: '2026-12-31' })
    expect(before.unplanned.map(({ line }) => line)).toEqual(expect.arrayContaining([due.id, late.id]))
    const set = must(await setPlan(2026, [{ line: due.id, by: '2026-05-19', lead: '示例区' }, { line: late.id, by: '2026-12-31', lead: '样本区' }]))
    expect(set).toMatchObject({ set: true, planned: 2, done: 0, document: '示民发〔2026〕2号', lines: [{ name: '计划线甲', inspectedOn: '', onTime: null, filed: false }, {}] })
    await on(due, inspected('示联检〔2026〕21号'))
    const other = await on(late, inspected('示联检〔2026〕22号'))
    await on(other, { kind: 'resultFiled', report: '示联检〔2026〕22号', with: '市政府', document: '' })
    expect(await plan(2026)).toMatchObject({ done: 2, onTime: 1, filed: 1, lines: [{ onTime: false, filed: false, report: '示联检〔2026〕21号' }, { onTime: true, filed: true }] })
  })

  test.each<[string, (id: string) => readonly object[], string, string]>([
    ['a line that is not there', () => [{ line: 'k0000000000', by: '2026-06-01', lead: '' }], 'not_found', 'lines.0.line'], ['a line twice', (line) => [{ line, by: '2026-06-01', lead: '' }, { line, by: '2026-07-01', lead: '' }], 'conflict', 'lines.1.line'], ['a day of another year', (line) => [{ line, by: '2027-01-01', lead: '' }], 'invalid', 'lines.0.by'],
  ])('with %s is refused', async (what, lines, code, field) => {
    const { id } = must(await register(`计划 ${what}`))
    expect(await refused(desk, () => setPlan(2026, lines(id)))).toMatchObject({ code, field })
  })
  test('a year that is none', async () => {
    expect((await desk.ask('clerk1', 'GET', '/api/boundary-plans/1200')).status).toBeGreaterThanOrEqual(400)
  })
})

describe('an irregular name', () => {
  const found = (given: object = {}) => ({ name: '维也纳坞花园', where: '示例路 88 号', class: 'foreign', source: 'patrol', holder: '示例置业有限公司', contact: '', standard: '', entityId: '', found: '售楼广告使用外国地名', ...given })
  interface Line { readonly id: string; readonly revision: number; readonly notices: { number: string }[]; readonly due: string; readonly overdue: boolean; readonly acts: string[]; readonly settled: unknown }
  const find = (given: object = {}, on_ = day) => desk.ask<Line>('clerk1', 'POST', '/api/irregular-names', { day: on_, facts: found(given) })
  const tryAct = (line: Line, act: object, revision = line.revision) => desk.ask<Line>('clerk1', 'POST', `/api/irregular-names/${line.id}/acts`, { revision, act: { day, ...act } })

  test('is told to be put right under a number, talked over and settled; its notice is printed', async () => {
    let line = must(await find())
    expect(line).toMatchObject({ revision: 1, due: '', acts: ['noticed', 'interviewed', 'settled'] })
    expect(await refused(desk, () => desk.ask('clerk1', 'GET', `/api/irregular-names/${line.id}/notice`))).toMatchObject({ code: 'wrong_state' })
    const notice = { kind: 'noticed', number: '示民名改[2026]007号', deadline: '2026-06-20', demands: '停止使用该名称' }
    line = must(await tryAct(line, notice))
    expect(line).toMatchObject({ due: '2026-06-20', overdue: false, notices: [{ number: '示民名改〔2026〕7号' }] })
    expect(await refused(desk, () => tryAct(line, { ...notice, deadline: '2026-05-01' }))).toMatchObject({ code: 'invalid', field: 'act.deadline' })
    expect(await refused(desk, () => tryAct(line, notice))).toMatchObject({ code: 'conflict', field: 'act.number' })
    expect(await refused(desk, () => tryAct(line, { ...notice, number: '七号' }))).toMatchObject({ code: 'invalid', field: 'act.number' })
    const paper = await desk.send('GET', `/api/irregular-names/${line.id}/notice`, { token: await desk.token('clerk1') })
    expect([paper.status, new TextDecoder('latin1').decode(paper.bytes.subarray(0, 5))]).toEqual([200, '%PDF-'])
    line = must(await tryAct(line, { kind: 'interviewed', with: '示例经理', said: '同意更换' }))
    line = must(await tryAct(line, { kind: 'settled', how: 'corrected', document: '', note: '' }))
    expect(line).toMatchObject({ due: '', acts: [], settled: { how: 'corrected' } })
    expect(await refused(desk, () => tryAct(line, { kind: 'interviewed', with: '甲', said: '乙' }))).toMatchObject({ code: 'wrong_state' })
    const listed = async (query: string) => must(await desk.ask<{ rows: Line[] }>('clerk1', 'GET', `/api/irregular-names${query}`)).rows.map(({ id }) => id)
    expect(await listed('?open=true')).not.toContain(line.id)
    expect(await listed(`?open=false&from=${day}&to=${day}`)).toContain(line.id)
  })

  test('what names no entity of the gazetteer, a day to come, a page that is behind', async () => {
    expect(await refused(desk, () => find({ entityId: 'e0000000000' }))).toMatchObject({ code: 'not_found', field: 'facts.entityId' })
    expect(await refused(desk, () => find({}, '2026-05-21'))).toMatchObject({ code: 'invalid', field: 'day' })
    expect((await refused(desk, () => find({ class: 'ugly' }))).field).toBe('facts.class')
    const line = must(await find({ name: '别样坞城' }))
    expect(await refused(desk, () => tryAct(line, { kind: 'settled', how: 'renamed', document: '', note: '' }, 4))).toMatchObject({ code: 'conflict', field: 'revision' })
    expect(await refused(desk, () => tryAct({ ...line, id: 'w0000000000' }, { kind: 'settled', how: 'renamed', document: '', note: '' }))).toMatchObject({ code: 'not_found' })
  })
})
