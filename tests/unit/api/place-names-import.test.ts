import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../../../api/index.ts'
import type { Api } from '../../../api/contract.ts'
import type { ImportState } from '../../../api/schemas/gazetteer.ts'
import { PlaceNameFile } from '../../../domain/place-names/case/file.ts'
import { must, refused } from './burials.ts'
import { openSampleDesk, origin, passwordOf, type Desk } from './desk.ts'
import { csvOf, gb, imported, options, roadNames, roadsByTown, roadTable, rowsOf, settled, take, townName, upload } from './place-name-tables.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())

const answer = (id: string, answers: readonly object[]) => desk.ask<ImportState>('clerk1', 'POST', `/api/gazetteer-imports/${id}/answers`, { answers })
const countNames = async (text: string): Promise<number> => must(await desk.ask<{ count: number }>('clerk1', 'GET', `/api/gazetteer?text=${encodeURIComponent(text)}`)).count
const entities = async (): Promise<number> => must(await desk.ask<{ entities: number }>('clerk1', 'GET', '/api/gazetteer/sums')).entities
const drop = async (id: string): Promise<void> => { must(await desk.ask('clerk1', 'DELETE', `/api/gazetteer-imports/${id}`)) }
const place = (name: string, x: number, y: number) => ({ type: 'Feature', geometry: { type: 'LineString', coordinates: [[x, y], [x + 0.01, y + 0.001]] }, properties: { name, township: '示例镇' } })
const collection = (features: readonly unknown[], more: object = {}): string => JSON.stringify({ type: 'FeatureCollection', ...more, features })

describe('578 roads by town', () => {
  test.each([['GB18030', (written: string) => gb(written), 'gb18030'], ['UTF-8', (written: string) => new TextEncoder().encode(`\uFEFF${written}`), 'utf-8']] as const)('in %s: the towns add up, and the state says how the file was read', async (_title, encode, encoding) => {
    const state = await imported(desk, encode(csvOf(roadTable())))
    expect(state).toMatchObject({ encoding, shape: 'table', trouble: null, rows: 578, taken: 0, finished: false, job: { kind: 'import', state: 'done' } })
    expect(state.columns).toEqual([null, 'township', 'name', 'start', 'end', 'length', 'width', 'meaning'])
    expect(state.townships.map(({ township, rows }) => [township, rows])).toEqual(roadsByTown.map((count, index) => [townName(index), count]))
    expect(state.townships.reduce((sum, { rows }) => sum + rows, 0)).toBe(578)
    expect(state.clean + state.asks + state.stopped).toBe(578)
    await drop(state.id)
  })

  test('all clean ones are taken at once, the others asked one by one, and a second taking changes nothing', async () => {
    const before = await entities()
    const { id, clean, asks } = await imported(desk, gb(csvOf(roadTable())))
    expect(clean).toBeGreaterThan(500)
    expect(asks).toBeGreaterThan(0)
    must(await take(desk, id, 'clean'))
    let state = await settled(desk, id)
    expect(state).toMatchObject({ taken: clean, clean: 0, asks, finished: false })
    expect(await entities()).toBe(before + clean)

    const head = await desk.head()
    must(await take(desk, id, 'clean'))
    expect(await desk.head()).toEqual(head)

    const open = await rowsOf(desk, id, '&state=asks')
    expect(open.count).toBe(asks)
    // A row with an open question is not taken, and says which.
    expect(await refused(desk, () => take(desk, id, [open.rows[0]?.row ?? 0]))).toMatchObject({ code: 'findings', field: 'rows' })
    for (const { row, findings } of open.rows) must(await answer(id, findings.filter(({ severity }) => severity === 'answer').map(({ rule, field = '' }) => ({ row, rule, field, reason: '沿用多年，群众熟知' }))))
    state = await settled(desk, id)
    expect(state).toMatchObject({ asks: 0, clean: asks })
    must(await take(desk, id, open.rows.map(({ row }) => row)))
    state = await settled(desk, id)
    expect(state).toMatchObject({ taken: 578, finished: true })
    expect(await entities()).toBe(before + 578)

    // What was answered stands in the journal with the entry.
    const [asked] = open.rows
    const list = must(await desk.ask<{ rows: { entityId: string; name: string; text: string; township: string; lengthMetres: number; from: string; document: string }[] }>('clerk1', 'GET', `/api/gazetteer?text=${encodeURIComponent(asked?.name ?? '')}&limit=5`)).rows
    expect(list[0]).toMatchObject({ name: asked?.name, township: asked?.township, from: '2023-12-01', document: '示政函〔2023〕67号', lengthMetres: asked?.lengthMetres })
    const entity = must(await desk.ask<{ history: { reason: string }[]; names: { id: string; specific: string; generic: string }[]; source: string }>('clerk1', 'GET', `/api/gazetteer/entities/${list[0]?.entityId ?? ''}`))
    expect(entity.history[0]?.reason).toContain('沿用多年')
    expect(entity).toMatchObject({ source: '示例', names: [{ id: `${list[0]?.entityId ?? ''}-1`, generic: '路' }] })

    // The same file handed in once more holds nothing new.
    const again = await imported(desk, gb(csvOf(roadTable())))
    expect(again).toMatchObject({ rows: 578, taken: 578, finished: true })
    await drop(again.id)
    await drop(id)
    expect((await desk.ask('clerk1', 'GET', `/api/gazetteer-imports/${id}`)).status).toBe(404)
  }, 30_000)
})

describe('rows are held against each other and the register', () => {
  test('the same name and the same sound in the built-up area, and in the table itself', async () => {
    const first = await imported(desk, gb(csvOf([['镇', '路名'], ['甲镇', '长山东溪路'], ['甲镇', '栖贤溪路']])), { builtUpArea: 'main' })
    must(await take(desk, first.id, (await rowsOf(desk, first.id)).rows.filter(({ state }) => state === 'clean').map(({ row }) => row)))
    const taken = await settled(desk, first.id)
    expect(taken.taken).toBeGreaterThan(0)
    const state = await imported(desk, gb(csvOf([['镇', '路名'], ['乙镇', '栖贤溪路'], ['乙镇', '七贤溪路'], ['甲镇', '云亭湾路'], ['乙镇', '云亭湾路'], ['乙镇', '云亭湾路'], ['丙镇', '云停湾路']])), { builtUpArea: 'main' })
    const rules = (await rowsOf(desk, state.id)).rows.map(({ findings, state: stands }) => [stands, findings.map(({ rule }) => rule.replace('place-names.', ''))] as const)
    expect(rules[0]).toEqual(['stopped', expect.arrayContaining(['duplicate'])])
    expect(rules[1]).toEqual(['asks', expect.arrayContaining(['homophone'])])
    expect(rules[3]).toEqual(['stopped', expect.arrayContaining(['import.twice', 'duplicate'])])
    expect(rules[5]).toEqual(['asks', expect.arrayContaining(['homophone'])])
    // Where in the table the other one stands is said in words.
    expect((await rowsOf(desk, state.id)).rows[5]?.findings.find(({ rule }) => rule === 'place-names.homophone')?.message.zh).toContain('表中第 4 行')
    await drop(state.id)
    await drop(first.id)
  })

  test('a name that came into the register after the rows were gone through is found when they are taken', async () => {
    const { id } = await imported(desk, gb(csvOf([['镇', '路名'], ['甲镇', '棠梨坞路'], ['甲镇', '棠梨坪路']])), { builtUpArea: 'main' })
    const sooner = await imported(desk, gb(csvOf([['镇', '路名'], ['乙镇', '棠梨坞路']])), { builtUpArea: 'main' })
    must(await take(desk, sooner.id, [2]))
    expect((await settled(desk, sooner.id)).taken).toBe(1)
    const standing = (await rowsOf(desk, id)).rows.find(({ row }) => row === 2)
    expect(standing?.state).not.toBe('stopped')
    for (const { row, findings } of (await rowsOf(desk, id)).rows) for (const { rule, field = '', severity } of findings) if (severity === 'answer') must(await answer(id, [{ row, rule, field, reason: '分处两村' }]))
    must(await take(desk, id, [2, 3]))
    const state = await settled(desk, id)
    expect(state.taken).toBeLessThan(2)
    const rows = (await rowsOf(desk, id)).rows
    expect(rows.find(({ row }) => row === 2)).toMatchObject({ state: 'stopped' })
    expect(await countNames('棠梨坞路')).toBe(1)
    await drop(id)
    await drop(sooner.id)
  })
})

describe('files that are not as they should be', () => {
  test('merged cells, several names in a cell, numbers that are none, cells too many: each is told at its row, nothing is lost', async () => {
    const state = await imported(desk, gb(csvOf([['序号', '镇', '村', '路名', '长度'], ['1', '甲镇', '一村', '云安湾路', '300'], ['2', '', '', '云峰湾路', '310'], ['3', '', '二村', '云岭湾路、云岭坪路', '320'], ['4', '乙镇', '三村', '云溪湾路', '约三百'], ['5', '乙镇', '三村', '', '300'], ['6', '乙镇', '三村', '云田湾路', '300', '多', '出'], ['7', '乙镇', '三村', `${'长'.repeat(60)}路`, '300'], ['8', '乙镇', '三村', 'A5路', '300'], ['合计', '', '', '', '']])))
    const rows = (await rowsOf(desk, state.id)).rows
    expect(state.rows).toBe(8)
    expect(rows.map(({ row, township, state: stands }) => [row, township, stands])).toEqual([[2, '甲镇', 'clean'], [3, '甲镇', 'asks'], [4, '甲镇', 'stopped'], [5, '乙镇', 'asks'], [6, '乙镇', 'stopped'], [7, '乙镇', 'stopped'], [8, '乙镇', 'stopped'], [9, '乙镇', 'stopped']])
    expect(rows[1]?.findings.map(({ rule, field }) => [rule, field])).toEqual(expect.arrayContaining([['place-names.import.merged', 'rows.3.township']]))
    expect(rows[6]?.findings.map(({ field }) => field)).toContain('rows.8.name')
    // A row that is stopped is never taken, whatever is answered.
    expect(await refused(desk, () => take(desk, state.id, [9]))).toMatchObject({ code: 'findings' })
    expect(await refused(desk, () => answer(state.id, [{ row: 9, rule: 'place-names.characters', field: 'name', reason: '照用' }]))).toMatchObject({ code: 'invalid', field: 'answers.0.rule' })
    expect(await refused(desk, () => answer(state.id, [{ row: 99, rule: 'x', field: '', reason: '照用' }]))).toMatchObject({ code: 'not_found', field: 'answers.0.row' })
    expect(await refused(desk, () => take(desk, state.id, [99]))).toMatchObject({ code: 'not_found', field: 'rows' })
    await drop(state.id)
  })

  test('headings that are not understood: the columns are asked for, and the rows come', async () => {
    const state = await imported(desk, gb(csvOf([['甲', '乙', '丙'], ['春和湾路', '甲镇', '300'], ['秋和湾路', '甲镇', '300']])))
    expect(state).toMatchObject({ rows: 0, headings: ['甲', '乙', '丙'], columns: [null, null, null], trouble: { field: 'columns' } })
    const set = (columns: readonly unknown[]) => desk.ask<ImportState>('clerk1', 'PUT', `/api/gazetteer-imports/${state.id}/options`, { ...options, columns })
    expect(await refused(desk, () => set([null, 'township', null]))).toMatchObject({ code: 'invalid', field: 'columns' })
    expect(await refused(desk, () => set(['name', 'name', null]))).toMatchObject({ code: 'invalid', field: 'columns' })
    must(await set(['name', 'township', 'length']))
    const now = await settled(desk, state.id)
    expect(now).toMatchObject({ trouble: null, rows: 3, columns: ['name', 'township', 'length'] })
    expect((await rowsOf(desk, state.id)).rows.map(({ row, name, township, lengthMetres }) => [row, name, township, lengthMetres])).toEqual([[1, '甲', '乙', null], [2, '春和湾路', '甲镇', 300], [3, '秋和湾路', '甲镇', 300]])
    await drop(state.id)
  })

  test('columns chosen against headings that were understood leave the headings out', async () => {
    const state = await imported(desk, gb(csvOf([['路名', '旧路名', '镇'], ['春和坪路', '春河坪路', '甲镇']])))
    must(await desk.ask('clerk1', 'PUT', `/api/gazetteer-imports/${state.id}/options`, { ...options, columns: [null, 'name', 'township'] }))
    expect((await settled(desk, state.id)).rows).toBe(1)
    expect((await rowsOf(desk, state.id)).rows).toMatchObject([{ row: 2, name: '春河坪路', township: '甲镇' }])
    await drop(state.id)
  })

  test.each([
    ['nothing', new Uint8Array(0), {}, 'malformed'], ['neither UTF-8 nor GB18030', Uint8Array.from([0x80, 0xff, 0xff, 0x41]), {}, 'malformed'], ['GB18030 declared as UTF-8', gb('路名\n人福湾路'), { encoding: 'utf-8' }, 'malformed'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x41, 0]), {}, 'malformed'], ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), {}, 'malformed'], ['an open quotation mark', gb('路名\n"人福湾路'), {}, 'malformed'],
    ['GeoJSON that is none', new TextEncoder().encode('{"type":"Topology"}'), {}, 'malformed'], ['broken JSON', new TextEncoder().encode('{"type":'), {}, 'malformed'], ['GeoJSON without features', new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'), {}, 'malformed'],
    ['too many rows', new TextEncoder().encode(`路名\n${'云路\n'.repeat(50_200)}`), {}, 'too_large'],
  ])('%s is refused at the file', async (_title, bytes, given, code) => {
    const imports = must(await desk.ask<{ imports: unknown[] }>('clerk1', 'GET', '/api/gazetteer-imports')).imports.length
    expect(await refused(desk, () => upload(desk, bytes, given))).toMatchObject({ code, field: 'file' })
    expect(must(await desk.ask<{ imports: unknown[] }>('clerk1', 'GET', '/api/gazetteer-imports')).imports).toHaveLength(imports)
  })

  test('options that cannot be are refused at their field', async () => {
    const table = gb('路名\n人福湾路')
    expect(await refused(desk, () => upload(desk, table, { kind: 'ROAD' }))).toMatchObject({ field: 'options.kind' })
    expect(await refused(desk, () => upload(desk, table, { builtUpArea: 'elsewhere' }))).toMatchObject({ code: 'invalid', field: 'options.builtUpArea' })
    expect(await refused(desk, () => upload(desk, table, { approvedOn: '2030-01-01' }))).toMatchObject({ code: 'invalid', field: 'options.approvedOn' })
    const bad = await desk.send('POST', '/api/gazetteer-imports?name=x&options=nothing', { body: table, headers: { 'content-type': 'application/octet-stream' }, token: await desk.token('clerk1') })
    expect([bad.status, bad.body.error?.code, bad.body.error?.field]).toEqual([400, 'malformed', 'options'])
    // A file that declares the coordinates of a web map is not taken for something else.
    expect(await refused(desk, () => upload(desk, collection([place('人福湾路', 120.1, 31.2)], { crs: { properties: { name: 'GCJ-02' } } })))).toMatchObject({ code: 'invalid', field: 'options.declared' })
    expect((await upload(desk, table, {}, 'x.csv', 'manager')).status).toBe(403)
  })
})

describe('GeoJSON', () => {
  test('features with their lines; outside the box, shifted, broken: told at the feature', async () => {
    const file = collection([place('东湾溪路', 120.1, 31.2), place('南湾溪路', 121.5, 31.2), { type: 'Feature', geometry: { type: 'LineString', coordinates: [['a', 'b']] }, properties: { name: '西湾溪路' } }, { type: 'Feature', geometry: null, properties: { name: '北湾溪路', length: '300' } }])
    const state = await imported(desk, file, {}, '道路.geojson')
    expect(state).toMatchObject({ shape: 'geojson', rows: 4, stopped: 2 })
    const rows = (await rowsOf(desk, state.id)).rows
    expect(rows.map(({ hasGeometry, state: stands }) => [hasGeometry, stands === 'stopped'])).toEqual([[true, false], [true, true], [false, true], [false, false]])
    must(await take(desk, state.id, 'clean'))
    expect((await settled(desk, state.id)).taken).toBe(state.clean)
    const list = must(await desk.ask<{ rows: { entityId: string; form: string }[] }>('clerk1', 'GET', `/api/gazetteer?text=${encodeURIComponent('东湾溪路')}`)).rows
    expect(list[0]?.form).toBe('line')
    await drop(state.id)
  })

  test('coordinates of web maps are refused where the office takes none', async () => {
    const state = await imported(desk, collection([place('东湾坪路', 120.1, 31.2)]), { declared: 'GCJ-02' })
    const [row] = (await rowsOf(desk, state.id)).rows
    expect(row?.findings.find(({ rule }) => rule === 'place-names.import.coordinates')).toMatchObject({ severity: 'stop', message: { zh: expect.stringContaining('GCJ-02') as string } })
    expect(row?.state).toBe('stopped')
    await drop(state.id)
  })

  test('properties under other names are found by choosing the columns', async () => {
    const file = collection([{ type: 'Feature', geometry: { type: 'Point', coordinates: [120.1, 31.2] }, properties: { NAME_CN: '中湾坪路', TOWN: '甲镇' } }])
    const state = await imported(desk, file)
    expect(state).toMatchObject({ rows: 0, headings: ['NAME_CN', 'TOWN'], trouble: { field: 'columns' } })
    must(await desk.ask('clerk1', 'PUT', `/api/gazetteer-imports/${state.id}/options`, { ...options, columns: ['name', 'township'] }))
    expect((await settled(desk, state.id)).rows).toBe(1)
    expect((await rowsOf(desk, state.id)).rows).toMatchObject([{ name: '中湾坪路', township: '甲镇', hasGeometry: true }])
    await drop(state.id)
  })
})

test('rows become the names of a draft of a new case, with the reasons given, once', async () => {
  const { id } = await imported(desk, gb(csvOf([['镇', '路名', '起点', '止点'], ...roadNames(12, 600).map((name) => ['甲镇', name, '国道', '村口']), ['甲镇', '宇宙湾路', '国道', '村口']])))
  const odd = (await rowsOf(desk, id, '&state=asks')).rows.find(({ name }) => name === '宇宙湾路')
  for (const { rule, field = '', severity } of odd?.findings ?? []) if (severity === 'answer') must(await answer(id, [{ row: odd?.row, rule, field, reason: '原有村名' }]))
  const clean = (await rowsOf(desk, id, '&state=clean')).rows
  expect(clean.map(({ name }) => name)).toContain('宇宙湾路')
  const made = must(await take(desk, id, 'clean', 'case'))
  expect(made.state.taken).toBe(clean.length)
  const draft = must(await desk.ask<{ window: string; title: string; content: unknown }>('clerk1', 'GET', `/api/drafts/${made.draft ?? ''}`))
  expect(draft.window).toBe('place-names')
  const file = PlaceNameFile.parse(draft.content)
  expect(file.items.map(({ name }) => name)).toEqual(clean.map(({ name }) => name))
  expect(file.items[0]).toMatchObject({ act: 'naming', kind: 'STREET', township: '甲镇', start: { text: '国道' } })
  expect(file.answers).toEqual(expect.arrayContaining([expect.objectContaining({ field: expect.stringMatching(new RegExp(`^items\\.${String(odd?.row)}\\.`)) as string, reason: '原有村名' })]))
  expect(await refused(desk, () => take(desk, id, 'clean', 'case'))).toMatchObject({ code: 'invalid', field: 'rows' })
  // An import is no draft of a case, neither in the list nor by its id.
  const drafts = must(await desk.ask<{ drafts: { id: string }[] }>('clerk1', 'GET', '/api/drafts')).drafts.map((line) => line.id)
  expect([drafts.includes(made.draft ?? ''), drafts.includes(id)]).toEqual([true, false])
  expect((await desk.ask('clerk1', 'DELETE', `/api/drafts/${id}`)).status).toBe(404)
  await drop(id)
})

test('an export is imported again as it was: CSV in both encodings, and GeoJSON', async () => {
  const file = collection([...roadNames(6, 700)].map((name, index) => ({ ...place(name, 120.1 + index / 1000, 31.2), properties: { name, township: '回流镇', meaning: '=1+1 的示例', origin: '原有村名' } })))
  const { id, clean } = await imported(desk, file)
  must(await take(desk, id, 'clean'))
  await settled(desk, id)
  const exported = async (format: string) => {
    const answered = await desk.send('POST', '/api/gazetteer/export', { body: JSON.stringify({ format, township: '回流镇', withSecret: false, purpose: '回流核对' }), headers: { 'content-type': 'application/json' }, token: await desk.token('manager') })
    expect(answered.status).toBe(200)
    return answered.bytes.slice()
  }
  const spelled = (rows: Awaited<ReturnType<typeof rowsOf>>['rows']) => rows.map(({ name, text, sign, township, meaning }) => ({ name, text, sign, township, meaning })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const before = spelled((await rowsOf(desk, id)).rows.filter(({ state }) => state === 'taken'))
  for (const format of ['csv', 'csv-gb18030', 'geojson'] as const) {
    const again = await imported(desk, await exported(format), { source: '回流' }, `again.${format}`)
    expect(again).toMatchObject({ rows: clean, encoding: format === 'csv-gb18030' ? 'gb18030' : 'utf-8', shape: format === 'geojson' ? 'geojson' : 'table' })
    const rows = (await rowsOf(desk, again.id)).rows
    // A text that a spreadsheet would run comes back with the mark before it.
    expect(spelled(rows).map((row) => ({ ...row, meaning: row.meaning.replace(/^'/u, '') }))).toEqual(before)
    expect(rows.every(({ hasGeometry, published, text }) => hasGeometry && published.text === text)).toBe(true)
    await drop(again.id)
  }
  await drop(id)
})

test('a class of secrecy that the file marks is kept, and a removed name does not come back as a standard one', async () => {
  const state = await imported(desk, gb(csvOf([['标准地名', '现状', '乡镇', '密级'], ['云岫湾坪路', '现用', '密级镇', '秘密'], ['云岫湾桥路', '现用', '密级镇', '内部'], ['云岫湾庄路', '已销', '密级镇', '']])))
  expect((await rowsOf(desk, state.id)).rows.map(({ state: stands }) => stands)).toEqual([expect.not.stringMatching('stopped'), expect.not.stringMatching('stopped'), 'stopped'])
  for (const { row, findings } of (await rowsOf(desk, state.id)).rows) for (const { rule, field = '', severity } of findings) if (severity === 'answer') must(await answer(state.id, [{ row, rule, field, reason: '已核对' }]))
  must(await take(desk, state.id, 'clean'))
  expect((await settled(desk, state.id)).taken).toBe(2)
  const rows = must(await desk.ask<{ rows: { name: string; secrecy: string }[] }>('clerk1', 'GET', `/api/gazetteer?township=${encodeURIComponent('密级镇')}`)).rows
  expect(rows.map(({ name, secrecy }) => [name, secrecy])).toEqual([['云岫湾坪路', 'secret'], ['云岫湾桥路', 'internal']])
  await drop(state.id)
})

test('other counters are served while a long table is gone through and taken', async () => {
  const names = roadNames(2500, 1200)
  const id = must(await upload(desk, gb(csvOf([['镇', '路名'], ...names.map((name, index) => [`${String(Math.trunc(index / 250))}镇`, name])])))).id
  const times: number[] = []
  const asking = async (): Promise<ImportState> => {
    for (;;) {
      const started = performance.now()
      // A request of another counter comes in by the net, behind what is being done.
      await new Promise((resolve) => setTimeout(resolve, 1))
      must(await desk.ask('clerk2', 'GET', '/api/gazetteer?limit=20'))
      times.push(performance.now() - started)
      const state = must(await desk.ask<ImportState>('clerk1', 'GET', `/api/gazetteer-imports/${id}`))
      if (state.job?.state !== 'running') return state
    }
  }
  const state = await asking()
  expect(state.rows).toBe(2500)
  must(await take(desk, id, 'clean'))
  await asking()
  times.sort((a, b) => a - b)
  // Generous, since the machine may be busy with other things.
  expect(times[Math.trunc(times.length * 0.95)]).toBeLessThan(250)
  expect(times.length).toBeGreaterThan(20)
  await drop(id)
}, 60_000)

test('an import outlives a restart in the middle of its taking; what was taken stays taken, and nothing twice', async () => {
  const own = await openSampleDesk(10)
  const apis: Api[] = []
  try {
    const rows = [['镇', '路名'], ...roadNames(1500, 4000).map((name, index) => [`${String(Math.trunc(index / 250))}镇`, name])]
    const { id, clean } = await imported(own, gb(csvOf(rows)))
    const asked = (await rowsOf(own, id, '&state=asks')).rows[0]
    const question = asked?.findings.find(({ severity }) => severity === 'answer')
    if (asked !== undefined && question !== undefined) must(await own.ask('clerk1', 'POST', `/api/gazetteer-imports/${id}/answers`, { answers: [{ row: asked.row, rule: question.rule, field: question.field ?? '', reason: '原有村名' }] }))
    const before = must(await own.ask<{ entities: number }>('clerk1', 'GET', '/api/gazetteer/sums')).entities
    // The house stops while rows are being taken.
    const taking = take(own, id, 'clean')
    await new Promise((resolve) => setTimeout(resolve, 60))
    await own.api.close()
    await taking.catch(() => undefined)

    const api = await createApi({ dataFolder: own.folder, clock: () => new Date(own.clock.now) })
    apis.push(api)
    const send = async <T>(method: string, path: string, body?: unknown, token?: string): Promise<T> => {
      const response = await api.fetch(new Request(`${origin}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }), headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) } }), { shell: 'server', remoteAddress: '127.0.0.1' })
      return await response.json() as T
    }
    const { token } = await send<{ token: string }>('POST', '/api/session', { account: 'clerk2', password: passwordOf('clerk2') })
    const until = async (): Promise<ImportState> => {
      for (;;) {
        const state = await send<ImportState>('GET', `/api/gazetteer-imports/${id}`, undefined, token)
        if (state.job?.state !== 'running') return state
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    const listed = await send<{ imports: ImportState[] }>('GET', '/api/gazetteer-imports', undefined, token)
    expect(listed.imports.map((one) => one.id)).toEqual([id])
    const state = await until()
    const held = (await send<{ entities: number }>('GET', '/api/gazetteer/sums', undefined, token)).entities - before
    expect(state).toMatchObject({ rows: 1500, taken: held })
    expect(held).toBeLessThan(clean + 1)
    const { rows: kept } = await send<{ rows: { row: number; answers: { reason: string }[] }[] }>('GET', `/api/gazetteer-imports/${id}/rows?text=${encodeURIComponent(asked?.name ?? '无')}`, undefined, token)
    if (asked !== undefined) expect(kept.find(({ row }) => row === asked.row)?.answers[0]?.reason).toBe('原有村名')
    await send('POST', `/api/gazetteer-imports/${id}/taking`, { rows: 'clean', into: 'gazetteer' }, token)
    const done = await until()
    const after = (await send<{ entities: number }>('GET', '/api/gazetteer/sums', undefined, token)).entities - before
    expect(done.clean).toBe(0)
    expect(after).toBe(done.taken)
    expect(done.taken).toBeGreaterThanOrEqual(clean)
  } finally {
    for (const api of apis) await api.close()
    await own.close().catch(() => undefined)
  }
}, 60_000)
