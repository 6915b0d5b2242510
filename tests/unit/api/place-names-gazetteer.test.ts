import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toGb18030 } from '../../../api/place-names/gazetteer/gb18030.ts'
import type { Entity, GazetteerLine } from '../../../api/schemas/gazetteer.ts'
import { readGeoJson } from '../../../domain/place-names/gazetteer/geojson.ts'
import { readTable } from '../../../domain/place-names/gazetteer/table.ts'
import { must, refused } from './burials.ts'
import { openSampleDesk, passwordOf, type Answer, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())

const noEnd = { text: '', status: 'unnamed', entityId: '' }
const facts = { kind: 'STREET', classCode: '', province: '', county: '', builtUpArea: 'main', township: '示例街道', village: '', location: '示例位置', orientation: '东西', start: noEnd, end: noEnd, bounds: '', meaning: '示例', origin: '原有村名', history: '', secrecy: '' }
const name = (given: object = {}) => ({ name: '栖霞坞路', text: 'Qīxiáwù Lù', sign: 'QIXIAWU LU', standing: 'standard', from: '2020-01-01', to: '', document: '示政函〔2020〕1号', ...given })
const line = (x = 120.1, y = 31.2) => ({ geometry: { type: 'LineString', coordinates: [[x, y], [x + 0.01, y]] }, declared: 'CGCS2000', source: '示例' })
const tryAdd = (given: object = {}) => desk.ask<Entity>('clerk1', 'POST', '/api/gazetteer/entities', { day: '2026-05-20', facts, geometry: line(), names: [name()], source: '补录', ...given })
const added = async (given: object = {}): Promise<Entity> => must(await tryAdd(given))
const tryOn = (entity: Entity, act: object, revision = entity.revision) => desk.ask<Entity>('clerk1', 'POST', `/api/gazetteer/entities/${entity.id}/acts`, { revision, act })
const step = async (entity: Entity, act: object): Promise<Entity> => must(await tryOn(entity, act))
interface Lines { readonly rows: GazetteerLine[]; readonly next?: string; readonly count: number }
const list = async (query: string): Promise<Lines> => must(await desk.ask<Lines>('clerk1', 'GET', `/api/gazetteer?${query}`))
const of = (text: string): string => `text=${encodeURIComponent(text)}`
const day = '2026-05-20'

describe('an entity', () => {
  test('is put on the register with its parts and ids given by the house, and found by its characters and its sound', async () => {
    const before = must(await desk.ask<{ entities: number; names: number; byStanding: { standing: string; count: number }[] }>('clerk1', 'GET', '/api/gazetteer/sums'))
    const entity = await added({ names: [name(), name({ name: '霞坞路', text: 'Xiáwù Lù', sign: 'XIAWU LU', standing: 'alias' })] })
    expect(entity.id).toMatch(/^e/u)
    expect(entity).toMatchObject({ revision: 1, state: 'standing', source: '补录', addedOn: day, lengthMetres: 953, plates: null, cases: [], names: [{ id: `${entity.id}-1`, specific: '栖霞坞', generic: '路' }, { id: `${entity.id}-2`, standing: 'alias' }], history: [{ kind: 'gazetteer.added', title: { zh: '登记地名' } }] })
    expect(entity.acts).toEqual(expect.arrayContaining(['named', 'placed', 'protected', 'coded']))
    expect((await list(of('栖霞坞路'))).rows).toMatchObject([{ entityId: entity.id, standing: 'standard', standingTitle: { zh: '标准地名' }, form: 'line', township: '示例街道' }])
    expect((await list(of('qixiawulu'))).rows.map(({ entityId }) => entityId)).toContain(entity.id)
    expect((await list(`${of('霞坞路')}&standing=alias`)).count).toBe(1)
    const after = must(await desk.ask<typeof before>('clerk1', 'GET', '/api/gazetteer/sums'))
    expect([after.entities - before.entities, after.names - before.names]).toEqual([1, 2])
    expect(after.byStanding.reduce((sum, { count }) => sum + count, 0)).toBe(after.names)
  })

  test('bears further names, is described, placed, listed and coded; each act counts, none is lost', async () => {
    let entity = await added({ names: [name({ name: '鹿鸣坞路' })] })
    entity = await step(entity, { kind: 'named', day, name: name({ name: '老鹿坞路', text: '', sign: '', standing: 'historic', from: '', to: '' }) })
    expect(entity.names[1]).toMatchObject({ id: `${entity.id}-2`, standing: 'historic', specific: '老鹿坞', generic: '路' })
    entity = await step(entity, { kind: 'described', day, changes: { meaning: '相传有鹿', lengthMetres: 1000 } })
    expect(entity).toMatchObject({ facts: { meaning: '相传有鹿' }, lengthMetres: 1000 })
    entity = await step(entity, { kind: 'placed', day, geometry: line(120.11, 31.21) })
    entity = await step(entity, { kind: 'protected', day, classes: ['historic'], value: '百年老路', document: '示政发〔2026〕2号', publishedOn: day, copiedTo: '示例区文旅局' })
    expect(entity.acts).toContain('unprotected')
    const kept = must(await desk.ask<{ rows: { entityId: string; value: string; classes: string[] }[] }>('clerk1', 'GET', '/api/gazetteer/protection')).rows.find(({ entityId }) => entityId === entity.id)
    expect(kept).toMatchObject({ value: '百年老路', classes: ['historic'] })
    entity = await step(entity, { kind: 'coded', day, code: '99010121610000000001' })
    entity = await step(entity, { kind: 'restood', nameId: `${entity.id}-2`, standing: 'alias', day, document: '' })
    expect(entity).toMatchObject({ revision: 7, code: '99010121610000000001', names: [{ standing: 'standard' }, { standing: 'alias', to: '' }] })
    entity = await step(entity, { kind: 'unprotected', day, document: '示政发〔2026〕3号' })
    expect(entity).toMatchObject({ protection: null, formerProtections: [{ value: '百年老路', until: day }] })
    expect(entity.history).toHaveLength(8)
    expect((await list(`${of('鹿鸣坞路')}&noCode=true`)).count).toBe(0)
  })

  test('a spelling taken over wrongly is put right with its reason, both forms together', async () => {
    let entity = await added({ names: [name({ name: '朴树坞路', text: 'Pǔshùwù Lù', sign: 'PUSHUWU LU' })] })
    const nameId = `${entity.id}-1`
    const spelled = (given: object = {}) => ({ kind: 'spelled', nameId, text: 'Pòshùwù Lù', sign: 'POSHUWU LU', day, reason: '按当地读音更正', ...given })
    expect(await refused(desk, () => tryOn(entity, spelled({ sign: 'PUSHUWU LU' })))).toMatchObject({ code: 'invalid', field: 'act.sign' })
    expect(await refused(desk, () => tryOn(entity, spelled({ nameId: 'x' })))).toMatchObject({ code: 'not_found', field: 'act.nameId' })
    entity = await step(entity, spelled())
    expect(entity).toMatchObject({ names: [{ text: 'Pòshùwù Lù', sign: 'POSHUWU LU' }], history: [{}, { kind: 'gazetteer.spelled', reason: '按当地读音更正' }] })
  })

  test('a name kept in reserve is an entity without a standard name', async () => {
    const entity = await added({ names: [name({ name: '听泉坞路', standing: 'reserved', from: '', document: '' })], geometry: null })
    expect(entity).toMatchObject({ geometry: null, lengthMetres: null, names: [{ standing: 'reserved' }] })
    expect((await list(`${of('听泉坞路')}&standing=reserved&noGeometry=true`)).count).toBe(1)
  })

  test('an act on a page that is behind is refused with who was quicker', async () => {
    const entity = await added({ names: [name({ name: '望湖坞路' })] })
    await step(entity, { kind: 'described', day, changes: { meaning: '甲' } })
    expect(await refused(desk, () => tryOn(entity, { kind: 'described', day, changes: { meaning: '乙' } }))).toMatchObject({ code: 'conflict', field: 'revision', details: { revision: 2 } })
  })

  test.each<[string, object, string, string]>([
    ['standard name outside of a case', { kind: 'named', day, name: name({ name: '新路' }) }, 'invalid', 'act.name.standing'],
    ['a name that ends before it begins', { kind: 'named', day, name: name({ standing: 'alias', from: '2020-02-02', to: '2019-01-01' }) }, 'invalid', 'act.name.to'],
    ['removal outside of a case', { kind: 'restood', nameId: 'x', standing: 'removed', day, document: '' }, 'invalid', 'act.standing'],
    ['a name that is not there', { kind: 'restood', nameId: 'x', standing: 'alias', day, document: '' }, 'not_found', 'act.nameId'],
    ['nothing changed', { kind: 'described', day, changes: {} }, 'invalid', 'act.changes'],
    ['outside the box', { kind: 'placed', day, geometry: line(119) }, 'invalid', 'act.geometry.coordinates'],
    ['exchanged', { kind: 'placed', day, geometry: { geometry: { type: 'Point', coordinates: [31.2, 80] }, declared: 'CGCS2000', source: '' } }, 'invalid', 'act.geometry.coordinates'],
    ['a system that is refused', { kind: 'placed', day, geometry: { ...line(), declared: 'BD-09' } }, 'invalid', 'act.geometry.declared'],
    ['a line without length', { kind: 'placed', day, geometry: { geometry: { type: 'LineString', coordinates: [[120.1, 31.2], [120.1, 31.2]] }, declared: 'CGCS2000', source: '' } }, 'invalid', 'act.geometry.coordinates'],
    ['not on the list', { kind: 'unprotected', day, document: 'x' }, 'wrong_state', ''],
    ['a code that is none', { kind: 'coded', day, code: '123' }, 'invalid', 'act.code'],
    ['a day to come', { kind: 'coded', day: '2026-06-01', code: '99010121610000000002' }, 'invalid', 'act.day'],
  ])('%s is refused at its field', async (_title, act, code, field) => {
    const [row] = (await list(of('栖霞坞路'))).rows
    const entity = must(await desk.ask<Entity>('clerk1', 'GET', `/api/gazetteer/entities/${row?.entityId ?? ''}`))
    const error = await refused(desk, () => tryOn(entity, act))
    expect([error.code, error.field ?? '']).toEqual([code, field])
  })

  test('what cannot be added is refused at its field; nobody else may write', async () => {
    expect(await refused(desk, () => tryAdd({ geometry: line(110) }))).toMatchObject({ code: 'invalid', field: 'geometry.coordinates' })
    expect(await refused(desk, () => tryAdd({ names: [name(), name({ name: '另路' })] }))).toMatchObject({ code: 'conflict' })
    expect(await refused(desk, () => tryAdd({ names: [name({ standing: 'removed' })] }))).toMatchObject({ code: 'invalid', field: 'names.0.standing' })
    expect(await refused(desk, () => tryAdd({ day: '2026-07-01' }))).toMatchObject({ code: 'invalid', field: 'day' })
    expect((await desk.ask('manager', 'POST', '/api/gazetteer/entities', {})).status).toBe(403)
    expect((await desk.ask('clerk1', 'GET', '/api/gazetteer/entities/e00000000')).status).toBe(404)
  })
})

test('the list goes on page by page, each name once', async () => {
  const seen: string[] = []
  let next: string | undefined
  do {
    const page = await list(`limit=50${next === undefined ? '' : `&after=${encodeURIComponent(next)}`}`)
    seen.push(...page.rows.map(({ nameId, entityId }) => `${entityId}/${nameId}`))
    next = page.next
    expect(page.count).toBeGreaterThan(0)
  } while (next !== undefined)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe((await list('limit=1')).count)
})

describe('exports', () => {
  const exported = async (body: object, who: 'manager' | 'clerk1' = 'manager'): Promise<Answer> => desk.send('POST', '/api/gazetteer/export', { body: JSON.stringify({ format: 'csv', withSecret: false, purpose: '年度统计', ...body }), headers: { 'content-type': 'application/json' }, token: await desk.token(who) })

  test('no cell runs as a formula; secret entities stay behind unless asked for, and then the file says so', async () => {
    const township = '出口镇'
    const mine = { ...facts, township }
    await added({ facts: { ...mine, meaning: '=HYPERLINK("http://x")', origin: '+86', history: '-1+2', location: '@x' }, names: [name({ name: '云栖坞路' })] })
    await added({ facts: { ...mine, secrecy: 'internal' }, names: [name({ name: '竹径坞路' })] })
    await added({ facts: { ...mine, secrecy: 'secret' }, names: [name({ name: '松涛坞路' })] })
    const plain = await exported({ township })
    expect([plain.status, plain.headers.get('content-type'), plain.headers.get('x-lantai-left-out')]).toEqual([200, 'text/csv; charset=utf-8', '1'])
    const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain.bytes)
    expect(written.startsWith('\uFEFF标准地名,')).toBe(true)
    const rows = readTable(written)
    expect(rows.map(([first]) => first)).toEqual(['标准地名', '云栖坞路', '竹径坞路'])
    expect(rows.flat().filter((cell) => /^[=+\-@]/u.test(cell))).toEqual([])
    expect(rows[2]?.at(-1)).toBe('内部')
    const whole = await exported({ township, withSecret: true, format: 'csv-gb18030' })
    expect(decodeURIComponent(whole.headers.get('content-disposition') ?? '')).toContain('含秘密')
    const secret = readTable(new TextDecoder('gb18030', { fatal: true }).decode(whole.bytes))
    expect(secret.map((row) => [row[0], row.at(-1)])).toEqual([['标准地名', '密级'], ['云栖坞路', ''], ['竹径坞路', '内部'], ['松涛坞路', '秘密']])
    const json = readGeoJson(new TextDecoder().decode((await exported({ township, format: 'geojson', withSecret: true })).bytes))
    expect(json.declared).toBe('CGCS2000')
    expect(json.features.map(({ properties, findings }) => [properties['name'], properties['secrecy'] ?? '', findings.length])).toEqual([['云栖坞路', '', 0], ['竹径坞路', 'internal', 0], ['松涛坞路', 'secret', 0]])
  })

  test('who took what out for which purpose stands in the journal; an export of nothing does not', async () => {
    await exported({ kind: 'STREET', purpose: '报送市局' })
    const { entries } = must(await desk.ask<{ entries: { kind: string; body: { what: string; purpose: string; count: number } }[] }>('audit', 'GET', '/api/journal?kind=record.exported&limit=1'))
    expect(entries[0]?.body).toMatchObject({ purpose: '报送市局', what: expect.stringContaining('STREET') as string })
    expect(entries[0]?.body.count).toBeGreaterThan(0)
    const none = await exported({ township: '没有的镇' })
    expect([none.status, none.body.error?.code]).toEqual([404, 'not_found'])
    expect((await exported({ purpose: '' })).body.error).toMatchObject({ field: 'purpose' })
    expect((await exported({}, 'clerk1')).status).toBe(403)
  })

  test('many pages are one whole file', async () => {
    const { rows } = await list('limit=1')
    expect(rows).toHaveLength(1)
    const sums = must(await desk.ask<{ entities: number }>('clerk1', 'GET', '/api/gazetteer/sums'))
    const json = JSON.parse(new TextDecoder().decode((await exported({ format: 'geojson', withSecret: true })).bytes)) as { features: unknown[] }
    expect(json.features).toHaveLength(sums.entities)
    expect(readTable(new TextDecoder().decode((await exported({ withSecret: true })).bytes))).toHaveLength(sums.entities + 1)
  })
})

test('GB18030 written is GB18030 read, for every character of the planes but those for private use', () => {
  const all = Array.from({ length: 0x32_000 }, (_, point) => point).filter((point) => point >= 0x20 && (point < 0xd800 || point > 0xf8ff) && point !== 0xfffd).map((point) => String.fromCodePoint(point)).join('')
  expect(new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(toGb18030(all)) === all).toBe(true)
  expect([...toGb18030('中山路€')]).toEqual([0xd6, 0xd0, 0xc9, 0xbd, 0xc2, 0xb7, 0xa2, 0xe3])
  expect([...toGb18030('\uD800')]).toEqual([0x3f])
})

describe('the map', () => {
  interface MapReply { features: { id: string; name: string; kind: string; geometry: { type: string; coordinates: number[][] } }[]; more: boolean; extent: number[] | null; builtUpAreas: { id: string }[] }
  const map = (query: string) => desk.ask<MapReply>('clerk1', 'GET', `/api/gazetteer-map?${query}`)

  test('shows what lies in its window, as fine as the window shows it', async () => {
    const winding = Array.from({ length: 400 }, (_, index) => [120.15 + index / 1e5, 31.22 + Math.sin(index / 8) / 2e4])
    const entity = await added({ geometry: { geometry: { type: 'LineString', coordinates: winding }, declared: 'CGCS2000', source: '' }, names: [name({ name: '九曲坞路' })] })
    const whole = must(await map('west=120&south=31&east=121&north=32'))
    const near = must(await map('west=120.149&south=31.2199&east=120.155&north=31.2201'))
    const points = (reply: MapReply): number => reply.features.find(({ id }) => id === entity.id)?.geometry.coordinates.length ?? 0
    expect(points(whole)).toBeGreaterThanOrEqual(2)
    expect(points(whole)).toBeLessThan(120)
    expect(points(near)).toBeGreaterThan(points(whole))
    // The ends stay where they are.
    expect(whole.features.find(({ id }) => id === entity.id)?.geometry.coordinates.at(-1)).toEqual(winding.at(-1))
    expect(whole.builtUpAreas.map(({ id }) => id)).toEqual(['main'])
    expect(whole.extent?.[0]).toBeGreaterThan(120)
    expect(must(await map('west=1&south=1&east=2&north=2')).features).toEqual([])
    expect(must(await map('west=120&south=31&east=121&north=32&limit=1'))).toMatchObject({ more: true })
    expect(must(await map('west=120&south=31&east=121&north=32&kinds=ESTATE')).features.every(({ kind }) => kind === 'ESTATE')).toBe(true)
  })

  test.each(['west=121&south=31&east=120&north=32', 'west=120&south=31&east=121&north=91', 'west=x&south=31&east=121&north=32', 'west=120&south=31&east=121&north=32&kinds=ROAD'])('refuses a window that is none: %s', async (query) => expect((await map(query)).status).toBe(400))
})

describe('name plans', () => {
  interface Plan { id: string; revision: number; inForce: boolean; ended: string; versions: number; used: number; facts: { title: string } }
  const planned = (given: string, more: object = {}) => ({ name: given, kind: 'STREET', township: '', location: '', note: '', ...more })
  const plan = (given: object = {}) => ({ title: '示例区地名方案', area: '示例区', document: '示政发〔2026〕1号', approver: '示例区人民政府', from: '2026-01-01', to: '', names: [planned('栖霞坞路'), planned('明月坞路')], ...given })
  const adopt = (given: object = {}) => desk.ask<Plan>('manager', 'POST', '/api/name-plans', { day, facts: plan(given) })

  test('are adopted, changed and ended; a planned name that became standard since then is counted', async () => {
    await added({ names: [name({ name: '明月坞路', from: '2026-03-01' })] })
    let one = must(await adopt())
    // 栖霞坞路 was standard before the plan.
    expect(one).toMatchObject({ revision: 1, inForce: true, versions: 1, used: 1, ended: '' })
    expect(await refused(desk, () => desk.ask('manager', 'PUT', `/api/name-plans/${one.id}`, { revision: 2, day, facts: plan(), reason: '更改' }))).toMatchObject({ code: 'conflict', field: 'revision' })
    one = must(await desk.ask<Plan>('manager', 'PUT', `/api/name-plans/${one.id}`, { revision: 1, day, facts: plan({ names: [planned('明月坞路'), planned('清风坞路')] }), reason: '按程序调整' }))
    expect(one).toMatchObject({ revision: 2, versions: 2, used: 1 })
    const ending = (second: object) => desk.ask<Plan>('manager', 'POST', `/api/name-plans/${one.id}/ending`, { revision: 2, day, document: '示政发〔2026〕9号', reason: '方案到期', second })
    expect(await refused(desk, () => ending({ account: 'manager', password: passwordOf('manager') }))).toMatchObject({ code: 'second_person' })
    one = must(await ending({ account: 'clerk1', password: passwordOf('clerk1') }))
    expect(one).toMatchObject({ inForce: false, ended: day, revision: 3 })
    expect(must(await desk.ask<{ plans: Plan[] }>('clerk1', 'GET', '/api/name-plans')).plans.find(({ id }) => id === one.id)).toMatchObject({ ended: day })
    expect(await refused(desk, () => desk.ask('manager', 'PUT', `/api/name-plans/${one.id}`, { revision: 3, day, facts: plan(), reason: '再改' }))).toMatchObject({ code: 'wrong_state' })
  })

  test('are refused at their fields', async () => {
    expect(await refused(desk, () => adopt({ names: [planned('甲路'), planned('甲路')] }))).toMatchObject({ code: 'conflict', field: 'facts.names.1.name' })
    expect(await refused(desk, () => adopt({ to: '2025-01-01' }))).toMatchObject({ code: 'invalid', field: 'facts.to' })
    expect(await refused(desk, () => adopt({ names: [planned('')] }))).toMatchObject({ field: 'facts.names.0.name' })
    expect((await desk.ask('clerk1', 'POST', '/api/name-plans', { day, facts: plan() })).status).toBe(403)
    expect((await desk.ask('manager', 'PUT', '/api/name-plans/q00000000', { revision: 1, day, facts: plan(), reason: '更改' })).status).toBe(404)
  })
})
