import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GazetteerAction, GazetteerName } from '../../../../domain/place-names/gazetteer/actions.ts'
import { emptyEntityFacts, gazetteerActions } from '../../../../domain/place-names/gazetteer/actions.ts'
import { checkGeometry, fromGcj02, readDegrees, toBd09, toCgcs2000, toGcj02 } from '../../../../domain/place-names/gazetteer/coordinates.ts'
import { applyEntity, findNameOn, findStandardName, foldEntity } from '../../../../domain/place-names/gazetteer/entity.ts'
import { gazetteerRows, importOf } from '../../../../domain/place-names/gazetteer/exchange.ts'
import { readGeoJson, writeGeoJson } from '../../../../domain/place-names/gazetteer/geojson.ts'
import { areaOf, boxOf, formOf, lengthOf, metresBetween } from '../../../../domain/place-names/gazetteer/geometry.ts'
import type { Geometry } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { checkStaged, countByTownship, findTwice, stageFeatures, stageTable, takeStaged } from '../../../../domain/place-names/gazetteer/staging.ts'
import { readNumber, readTable } from '../../../../domain/place-names/gazetteer/table.ts'
import { contextOf, neighbour } from './facts.ts'
import { thrown } from './case-facts.ts'

const named = (name: string, rest: Partial<GazetteerName> = {}): GazetteerName => ({ id: `n-${name}`, name, text: '', sign: '', specific: name.slice(0, -1), generic: name.slice(-1), standing: 'standard', from: '2020-01-01', to: '', document: '', caseId: '', itemId: '', ...rest })
const doing = <K extends GazetteerAction['kind']>(kind: K, body: Omit<Extract<GazetteerAction, { kind: K }>['body'], 'day'>, day = '2026-03-16'): GazetteerAction => ({ kind, subject: 'e1', body: { day, ...body } }) as unknown as GazetteerAction
const added = doing('gazetteer.added', { facts: emptyEntityFacts('STREET'), geometry: null, names: [named('外麻路')], source: '示例' }, '2024-01-01')
const square: Geometry = { type: 'Polygon', coordinates: [[[120.6, 31.2], [120.601, 31.2], [120.601, 31.201], [120.6, 31.201], [120.6, 31.2]]] }
const settings = { box: [120, 31, 121, 32] as const, shifted: 'convert' as const }

describe('an entity with all its names', () => {
  it('renamed, described, listed, coded, removed, restored: nothing is lost', () => {
    const acts = [added, doing('gazetteer.named', { name: named('长麻巷', { standing: 'historic', from: '', to: '1966-01-01' }) }), doing('gazetteer.renamed', { name: named('龙湖路', { from: '2026-03-16' }) }), doing('gazetteer.protected', { classes: ['historic'], value: '明代街巷', document: '示例1号', publishedOn: '', copiedTo: '' }), doing('gazetteer.coded', { code: '3'.repeat(20) }), doing('gazetteer.removed', { document: '示例2号', reason: '灭失' }, '2026-05-01'), doing('gazetteer.restood', { nameId: 'n-长麻巷', standing: 'standard', document: '示例3号' }, '2026-06-01')]
    for (const { kind, body } of acts) expect(gazetteerActions[kind].safeParse(body).success, kind).toBe(true)
    const entity = foldEntity(acts)
    expect(entity.names.map(({ name, standing, from, to }) => [name, standing, from, to])).toEqual([['外麻路', 'former', '2020-01-01', '2026-03-16'], ['长麻巷', 'standard', '2026-06-01', ''], ['龙湖路', 'removed', '2026-03-16', '2026-05-01']])
    expect(entity).toMatchObject({ state: 'standing', code: '3'.repeat(20), protection: { classes: ['historic'] }, removed: null })
    expect([findNameOn(entity, '2025-01-01')?.name, findNameOn(entity, '2026-04-01')?.name, findStandardName(entity)?.name]).toEqual(['外麻路', '龙湖路', '长麻巷'])
  })
  it.each<[string, readonly GazetteerAction[], object]>([
    ['two standard names', [added, doing('gazetteer.named', { name: named('龙湖路') })], { code: 'conflict', field: 'standing' }],
    ['the same name again', [added, doing('gazetteer.renamed', { name: named('外麻路') })], { code: 'invalid', field: 'name.name' }],
    ['a renaming before the name began', [added, doing('gazetteer.renamed', { name: named('龙湖路') }, '2019-01-01')], { code: 'invalid', field: 'day' }],
    ['an extension of what was removed', [added, doing('gazetteer.removed', { document: '', reason: '' }), doing('gazetteer.extentChanged', { document: '', geometry: null, changes: {} })], { code: 'wrong_state' }],
    ['a standing for a name it never had', [added, doing('gazetteer.restood', { nameId: 'x', standing: 'alias', document: '' })], { code: 'not_found', field: 'nameId' }],
    ['a second adding', [added, added], { code: 'conflict' }],
  ])('refuses %s', (_name, acts, expected) => expect(thrown(() => foldEntity(acts))).toMatchObject(expected))
  it('no random sequence loses a name or leaves two standard ones', () => {
    const pool = [doing('gazetteer.renamed', { name: named('龙湖路') }), doing('gazetteer.renamed', { name: named('凤湖路') }), doing('gazetteer.named', { name: named('老麻路', { standing: 'alias' }) }), doing('gazetteer.named', { name: named('新麻路') }), doing('gazetteer.restood', { nameId: 'n-外麻路', standing: 'standard', document: '' }), doing('gazetteer.restood', { nameId: 'n-龙湖路', standing: 'historic', document: '' }), doing('gazetteer.removed', { document: '', reason: '' }), doing('gazetteer.placed', { geometry: { geometry: square, declared: 'CGCS2000', source: '' } })]
    fc.assert(fc.property(fc.array(fc.nat(pool.length - 1), { maxLength: 25 }), (order) => {
      let entity = applyEntity(undefined, added)
      for (const at of order) {
        const before = entity
        try { entity = applyEntity(entity, pool[at] as GazetteerAction) } catch (error) { expect(['conflict', 'invalid', 'not_found', 'wrong_state']).toContain((error as { code: string }).code) }
        expect(entity.names.length).toBeGreaterThanOrEqual(before.names.length)
        expect(entity.names.filter(({ standing, to }) => standing === 'standard' && to === '').length).toBeLessThanOrEqual(1)
      }
    }), { numRuns: 200 })
  })
})

describe('coordinates', () => {
  it('reads degrees in every way they are written', () => {
    expect(['120.583333', '120°35′00″', '东经120度35分', '120°35\'30.5"', 'E120.5', '120,5', '120°61′', ''].map((typed) => readDegrees(typed)?.toFixed(6))).toEqual(['120.583333', '120.583333', '120.583333', '120.591806', '120.500000', undefined, undefined, undefined])
  })
  it('turns GCJ-02 and BD-09 back, and they lie hundreds of metres off', () => {
    const place = [120.62, 31.3] as const
    expect(metresBetween(place, toGcj02(place))).toBeGreaterThan(300)
    expect(metresBetween(place, fromGcj02(toGcj02(place)))).toBeLessThan(0.001)
    const back = toCgcs2000({ type: 'Point', coordinates: [...toBd09(toGcj02(place))] }, 'BD-09')
    expect(back.type === 'Point' && metresBetween(place, back.coordinates)).toBeLessThan(0.01)
    expect(toGcj02([116.391_3, 39.907_5]).map((value) => Number(value.toFixed(4)))).toEqual([116.3975, 39.9089])
  })
  it('lengths, areas, boxes', () => {
    expect(lengthOf({ type: 'LineString', coordinates: [[120, 30], [120, 31]] })).toBeCloseTo(110_863, -1)
    expect(areaOf(square)).toBeCloseTo(95.3 * 110.9, -2)
    expect([lengthOf(square), areaOf({ type: 'Point', coordinates: [1, 2] }), formOf(square), boxOf(square)]).toEqual([undefined, undefined, 'area', [120.6, 31.2, 120.601, 31.201]])
  })
  it.each<[string, Geometry, Parameters<typeof checkGeometry>[1], string]>([
    ['sound', square, 'CGCS2000', 'pass'], ['shifted, declared', { type: 'Point', coordinates: [120.6, 31.2] }, 'GCJ-02', 'asks:已换算'], ['exchanged', { type: 'Point', coordinates: [31.2, 80] }, 'CGCS2000', 'fail:范围以外'], ['outside', { type: 'Point', coordinates: [119, 31.2] }, 'CGCS2000', 'fail:范围以外'],
    ['a line without length', { type: 'LineString', coordinates: [[120.6, 31.2], [120.6, 31.2]] }, 'CGCS2000', 'fail:没有长度'],
    ['a ring left open', { type: 'Polygon', coordinates: [[[120.6, 31.2], [120.7, 31.2], [120.7, 31.3], [120.6, 31.3]]] }, 'CGCS2000', 'fail:不重合'],
    ['a ring that crosses itself', { type: 'Polygon', coordinates: [[[120.6, 31.2], [120.7, 31.3], [120.7, 31.2], [120.6, 31.3], [120.6, 31.2]]] }, 'CGCS2000', 'fail:自相交'],
  ])('%s', (_name, geometry, declared, expected) => {
    const [said] = checkGeometry(geometry, declared, settings)
    expect(`${said?.kind}${said?.kind === 'pass' ? '' : `:${said !== undefined && 'message' in said ? said.message?.zh : ''}`}`).toContain(expected.split(':')[1] ?? expected)
    expect(said?.kind).toBe(expected.split(':')[0])
  })
  it('an office may refuse shifted coordinates', () => {
    expect(checkGeometry(square, 'BD-09', { ...settings, shifted: 'refuse' })).toMatchObject([{ kind: 'fail', field: 'geometry.declared' }])
  })
})

describe('GeoJSON', () => {
  it('reads features, heights left out, and gives what is wrong with one at it', () => {
    const { features, declared } = readGeoJson(JSON.stringify({ type: 'FeatureCollection', crs: { properties: { name: 'urn:ogc:def:crs:EPSG::4490' } }, features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: [120.6, 31.2, 5] }, properties: { name: '人福路', length: 12 } }, { type: 'Feature', geometry: { type: 'LineString', coordinates: [['a', 'b']] }, properties: null }, { type: 'Thing' }] }))
    expect(declared).toBe('CGCS2000')
    expect(features[0]).toMatchObject({ geometry: { type: 'Point', coordinates: [120.6, 31.2] }, properties: { name: '人福路', length: '12' }, findings: [] })
    expect(features.slice(1).map(({ findings }) => findings[0]?.field)).toEqual(['features.1.geometry', 'features.2'])
  })
  it.each(['', 'name,x\n1,2', '[]', '{"type":"Topology"}', '{"type":"FeatureCollection"}', '{"type":"Point","coordinates":["x"]}'])('refuses what is none: %s', (source) => expect(thrown(() => readGeoJson(source))).toEqual({ code: 'malformed', field: 'file' }))
  it('writes and reads again, secret ones left out', () => {
    const open = foldEntity([added, doing('gazetteer.placed', { geometry: { geometry: square, declared: 'CGCS2000', source: '' } })])
    const secret = { ...open, facts: { ...open.facts, secrecy: 'secret' as const } }
    const { json, left } = writeGeoJson([open, secret], { withSecret: false })
    expect(left).toBe(1)
    expect(readGeoJson(json).features).toMatchObject([{ geometry: square, properties: { name: '外麻路' } }])
    expect(gazetteerRows([open, secret], { withSecret: false })).toHaveLength(2)
  })
})

const stagingOptions = { kind: 'STREET' as const, declared: 'CGCS2000' as const, coordinates: { box: [120, 31, 121, 32] as const, shifted: 'refuse' as const }, source: '示例' }

describe('tables', () => {
  it('reads quoted cells, tabs and line ends of every kind', () => {
    expect(readTable('\uFEFF名称,位置\r\n"人福路","东,西\n""南"""\r\n\r\n宁平路,北')).toEqual([['名称', '位置'], ['人福路', '东,西\n"南"'], ['宁平路', '北']])
    expect(readTable('名称\t长\n人福路\t1,200')).toEqual([['名称', '长'], ['人福路', '1,200']])
    expect(['1,200', '１２米', '1.126公里', '约1200', ''].map(readNumber)).toEqual([1200, 12, 1126, undefined, undefined])
  })
  it.each(['名称\n"人福路', '名称\n\uFFFD\uFFFD', '名\u0000称'])('refuses an open quotation mark and a wrong encoding', (source) => expect(thrown(() => readTable(source))).toEqual({ code: 'malformed', field: 'file' }))
  it('finds the columns under a heading, takes towns of merged cells from above, leaves sums out', () => {
    const rows = stageTable([['示例市道路名称表'], ['序号', '乡镇（街道）', '道路名称', '汉语拼音', '起点', '终点', '长度（米）'], ['1', '越溪街道', '人福路', 'Rénfú Lù', '塔韵路', '苏街', '1200'], ['2', '', '宁平路', '', '', '', '多'], ['3', '太平街道', '', '', '', '', ''], ['合计', '', '', '', '', '', '2']], stagingOptions)
    expect(rows.map(({ row, item, findings, clean }) => [row, item.name, item.township, clean, findings.map(({ rule }) => rule.split('.').at(-1))])).toEqual([[3, '人福路', '越溪街道', true, []], [4, '宁平路', '越溪街道', false, ['number', 'merged']], [5, '', '太平街道', false, ['name']]])
  })
  it('tells of several names in a cell, cells too many, coordinates outside, and a table without names', () => {
    const rows = stageTable([['路名', '经度', '纬度'], ['人福路、宁平路', '', ''], ['宁平路', '120.5', '31.5', 'x'], ['高塘路', '119.5', '31.5'], ['毛庄路', 'x', '31']], stagingOptions)
    expect(rows.map(({ findings }) => findings.map(({ rule }) => rule.split('.').at(-1)))).toEqual([['several'], ['cells'], ['coordinates'], ['coordinates']])
    expect(thrown(() => stageTable([['甲', '乙'], ['1', '2']], stagingOptions))).toEqual({ code: 'malformed', field: 'file' })
  })
  it('holds each row against the rules: published spellings flagged and kept, duplicates stopped, clean ones taken together', () => {
    const rows = stageTable([['镇', '路名', '拼音'], ['甲镇', '龙湖路', 'Lōnghú Lù'], ['甲镇', '人福路', ''], ['甲镇', '沿河路', ''], ['乙镇', '邢店路', 'Xíngdiàn Lù'], ['乙镇', 'A5路', '']], stagingOptions).map((row) => checkStaged(row, contextOf({ neighbours: [neighbour('沿河路')] })))
    expect(rows.map(({ clean }) => clean)).toEqual([false, true, false, true, false])
    expect(rows[0]?.item.spelling).toMatchObject({ text: 'Lōnghú Lù', sign: 'LONGHU LU' })
    expect(rows[0]?.findings.map(({ rule }) => rule)).toContain('place-names.import.spelling')
    expect(rows[2]?.findings).toMatchObject([{ rule: 'place-names.duplicate', field: 'rows.4.name' }])
    expect(takeStaged(rows, 'clean').map(({ name }) => name)).toEqual(['人福路', '邢店路'])
    expect(thrown(() => takeStaged(rows, [4]))).toEqual({ code: 'findings', field: 'rows' })
    expect(thrown(() => takeStaged(rows, [99]))).toEqual({ code: 'not_found', field: 'rows' })
    expect(takeStaged(rows, [2], [{ rule: 'place-names.import.spelling', field: 'rows.2.text', reason: '已公布' }])[0]?.name).toBe('龙湖路')
    expect(gazetteerActions['gazetteer.added'].safeParse(importOf(rows[1] as (typeof rows)[1], { entityId: 'e7', day: '2026-03-16', approvedOn: '2023-12-01', document: '丹政函〔2023〕67号', source: '示例', province: '', county: '', builtUpArea: '' }).body).success).toBe(true)
  })
  it('takes features of GeoJSON as rows, each with its geometry and findings', () => {
    const line = { type: 'LineString', coordinates: [[120.6, 31.2], [120.61, 31.2]] }
    const { features } = readGeoJson(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', geometry: line, properties: { 名称: '人福路', 乡镇: '甲镇' } }, { type: 'Feature', geometry: { type: 'Point', coordinates: [119, 31] }, properties: { 名称: '宁平路' } }, { type: 'Feature', geometry: { type: 'Circle' }, properties: { 名称: '高塘路' } }, { type: 'Feature', geometry: line, properties: {} }] }))
    const rows = stageFeatures(features, stagingOptions)
    expect(rows.map(({ row, item, clean, findings }) => [row, item.name, item.geometry?.geometry.type, clean, findings.map(({ field }) => field)])).toEqual([[1, '人福路', 'LineString', true, []], [2, '宁平路', 'Point', false, ['rows.2.geometry']], [3, '高塘路', undefined, false, ['features.2.geometry']], [4, '', 'LineString', false, ['rows.4.name']]])
    expect(thrown(() => stageFeatures(readGeoJson('{"type":"Point","coordinates":[1,2]}').features, stagingOptions))).toEqual({ code: 'malformed', field: 'file' })
  })
  it('578 roads by town sum up, and a name twice in one town is found', () => {
    const towns = [122, 21, 4, 5, 55, 90, 92, 28, 50, 82, 1, 3, 2, 1, 11, 11]
    const characters = '福禄寿喜安康宁泰和顺兴盛昌隆富贵荣华春夏秋冬'
    const cells = towns.flatMap((count, town) => Array.from({ length: count }, (_, index) => [index === 0 ? `第${town + 1}镇` : '', `${characters.charAt(town)}${characters.charAt(index % 22)}${characters.charAt(Math.floor(index / 22))}路`]))
    const rows = findTwice(stageTable([['乡镇', '路名'], ...cells, ['', '福福福路']], stagingOptions))
    expect(countByTownship(rows).map(({ rows: count }) => count)).toEqual([...towns.slice(0, -1), 12])
    expect(countByTownship(rows).reduce((sum, { rows: count }) => sum + count, 0)).toBe(579)
    expect(rows.at(-1)?.findings.at(-1)).toMatchObject({ rule: 'place-names.import.twice', severity: 'answer' })
    expect(findTwice(stageTable([['乡镇', '路名'], ['甲', '人福路'], ['甲', '人福路']], stagingOptions)).every(({ findings }) => findings.some(({ severity }) => severity === 'stop'))).toBe(true)
  })
})
