import { describe, expect, it } from 'vitest'
import type { Finding } from '../../../api/schemas/common.ts'
import type { StagedLine } from '../../../api/schemas/gazetteer.ts'
import { emptyEntityFacts, type GazetteerName, type NameStanding } from '../../../domain/place-names/gazetteer/actions.ts'
import { readHeadings } from '../../../domain/place-names/gazetteer/staging.ts'
import { readCode } from '../../../renderer/windows/place-names/gazetteer/code.ts'
import { changesOf, factsForm, readSize, wrongNumber } from '../../../renderer/windows/place-names/gazetteer/facts.ts'
import { readFilter, writeFilter } from '../../../renderer/windows/place-names/gazetteer/filters.ts'
import { placeForm, placeOf } from '../../../renderer/windows/place-names/gazetteer/place.ts'
import { calledName, inOrder, standardName } from '../../../renderer/windows/place-names/gazetteer/names.ts'
import { geometryThrough, readPlace } from '../../../renderer/windows/place-names/gazetteer/positions.ts'
import { columnKinds, fileTrouble, fileType, withColumn } from '../../../renderer/windows/place-names/import/options.ts'
import { openQuestions, questionsOf, reasonOf, standing, withReasons } from '../../../renderer/windows/place-names/import/rows.ts'
import { words } from '../../../renderer/windows/place-names/import/words.ts'

describe('coordinates that a clerk pastes', () => {
  it.each([
    ['113.1, 29.35\n113.11，29.36', { geometry: { type: 'LineString', coordinates: [[113.1, 29.35], [113.11, 29.36]] } }],
    ['113.1 29.35\n\n113.11\t29.36\n', { geometry: { type: 'LineString', coordinates: [[113.1, 29.35], [113.11, 29.36]] } }],
    ['[113.1, 29.35]\n(113.11, 29.36)', { geometry: { type: 'LineString', coordinates: [[113.1, 29.35], [113.11, 29.36]] } }],
    ['东经113度6分0秒，北纬29度21分0秒\n113°6′36″, 29°21′36″', { geometry: { type: 'LineString', coordinates: [[113.1, 29.35], [113.11, 29.36]] } }],
    ['113.1, 29.35', { wrong: 'few' }], ['', { wrong: 'empty' }], ['  \n ', { wrong: 'empty' }],
    ['113.1, 29.35\n这里', { wrong: 'none', n: 2, text: '这里' }], ['29.35, 113.1\n29.36, 113.11', { wrong: 'none', n: 1, text: '29.35, 113.1' }], ['113.1', { wrong: 'none', n: 1, text: '113.1' }],
    ['{"type":"Point","coordinates":[113.1,29.35]}', { geometry: { type: 'Point', coordinates: [113.1, 29.35] } }],
    ['{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]}', { wrong: 'several', n: 2 }],
    ['{"type":"Cake"}', { wrong: 'json' }], ['{', { wrong: 'json' }],
  ])('reads %j', (typed, read) => {
    const found = readPlace(typed, 'line')
    if ('geometry' in read && 'geometry' in found && found.geometry.type === 'LineString' && read.geometry.type === 'LineString') {
      expect(found.geometry.coordinates.map(([x, y]) => [Number(x.toFixed(6)), Number(y.toFixed(6))])).toEqual(read.geometry.coordinates)
    } else expect(found).toEqual(read)
  })
  it('closes an area once, whether the last point repeats the first or not', () => {
    const ring = [[1, 1], [2, 1], [2, 2], [1, 1]]
    expect(geometryThrough([[1, 1], [2, 1], [2, 2]], 'area')).toEqual({ type: 'Polygon', coordinates: [ring] })
    expect(geometryThrough([[1, 1], [2, 1], [2, 2], [1, 1]], 'area')).toEqual({ type: 'Polygon', coordinates: [ring] })
    expect(geometryThrough([], 'point')).toBeUndefined()
  })
  it('says which system was declared of what was pasted; what is drawn is CGCS2000', () => {
    const pasted = { ...placeForm('STREET'), how: 'paste' as const, pasted: '113.1,29.35\n113.2,29.36', declared: 'GCJ-02' as const, source: ' 竣工图 ' }
    expect(placeOf(pasted)).toMatchObject({ declared: 'GCJ-02', source: '竣工图', geometry: { type: 'LineString' } })
    expect(placeOf({ ...pasted, how: 'draw', positions: [[113.1, 29.35], [113.2, 29.36]] })).toMatchObject({ declared: 'CGCS2000' })
    expect(placeOf({ ...pasted, how: 'none' })).toBeUndefined()
    expect(placeOf({ ...pasted, pasted: 'x' })).toBeUndefined()
    expect([placeForm('ESTATE').form, placeForm('VILLAGE_SEAT').form]).toEqual(['area', 'point'])
    // An area is drawn on from its own ring, which closes itself again.
    const area = { geometry: { type: 'Polygon' as const, coordinates: [[[1, 1], [2, 1], [2, 2], [1, 1]] as [number, number][]] }, declared: 'CGCS2000' as const, source: '' }
    expect(placeOf(placeForm('ESTATE', area))?.geometry).toEqual(area.geometry)
  })
})

describe('the facts of an entity', () => {
  const facts = { ...emptyEntityFacts('STREET'), township: '城关镇', lengthMetres: 800, start: { text: '甲路', status: 'registered' as const, entityId: 'e1' } }
  it('send only what was changed, and keep an end that was not touched with the place it names', () => {
    const form = factsForm(facts)
    expect(changesOf(form, facts)).toEqual({})
    expect(changesOf({ ...form, township: ' 陆城镇 ', lengthMetres: '1,200', widthMetres: '12', end: '乙路' }, facts)).toEqual({ township: '陆城镇', lengthMetres: 1200, widthMetres: 12, end: { text: '乙路', status: 'unnamed', entityId: '' } })
    expect(changesOf({ ...form, secrecy: 'secret' }, facts)).toEqual({ secrecy: 'secret' })
  })
  it('read numbers as they are typed', () => {
    expect([readSize('1200'), readSize('１２００．５'), readSize('1,200'), readSize('十二'), readSize('-1'), readSize('')]).toEqual([1200, 1200.5, 1200, undefined, undefined, undefined])
    expect(wrongNumber({ ...factsForm(facts), storeys: 'x' })).toBe('storeys')
    expect(wrongNumber(factsForm(facts))).toBeUndefined()
  })
  it('take a code of twenty digits, spaces aside', () => {
    expect(readCode(' 6532 2121 0121 0090 0048 ')).toBe('65322121012100900048')
    expect(readCode('6532212101210090004')).toBeUndefined()
    expect(readCode('6532212101210090004X')).toBeUndefined()
  })
})

describe('the names of an entity', () => {
  const name = (id: string, standing: NameStanding, from: string, to = ''): GazetteerName => ({ id, name: id, text: '', sign: '', specific: '', generic: '', standing, from, to, document: '', caseId: '', itemId: '' })
  it('stand in the order of their use; the standard one is what it is called', () => {
    const names = [name('now', 'standard', '2019-09-06'), name('old', 'former', '1985-01-01', '2019-09-06'), name('unknown', 'historic', '')]
    expect(inOrder(names).map(({ id }) => id)).toEqual(['unknown', 'old', 'now'])
    expect(standardName({ names })?.id).toBe('now')
    expect(calledName({ names: [name('gone', 'removed', '2000-01-01', '2020-01-01')] })?.id).toBe('gone')
  })
})

describe('the filter of the list', () => {
  it('stands in the address and nothing else does', () => {
    const read = readFilter(new URLSearchParams('text=%E4%B8%AD&kind=STREET&noCode=true&part=list&other=1'))
    expect(read).toEqual({ text: '中', kind: 'STREET', noCode: 'true' })
    expect(readFilter(writeFilter(read))).toEqual(read)
    expect(writeFilter({ kind: '', text: 'a' }).toString()).toBe('text=a')
  })
})

const finding = (rule: string, severity: Finding['severity'], field: string, outcome: Finding['outcome'] = severity === 'stop' ? 'fail' : 'asks'): Finding => ({ rule, severity, outcome, title: { zh: rule, en: rule }, message: { zh: '第 3 行：长度不是数', en: 'Row 3: no number' }, law: { zh: '', en: '' }, field })
const staged = (row: number, findings: Finding[]): StagedLine => ({ row, name: '中山路', text: '', sign: '', published: { text: '', sign: '' }, township: '', village: '', lengthMetres: null, widthMetres: null, start: '', end: '', meaning: '', hasGeometry: false, findings, answers: [], state: 'asks' })

describe('rows on their way in', () => {
  const rows = [staged(3, [finding('place-names.import.number', 'answer', 'rows.3.length'), finding('a', 'stop', 'rows.3.name')]), staged(4, [finding('place-names.import.number', 'answer', 'rows.4.length'), finding('b', 'answer', 'rows.4.name'), finding('c', 'information', 'rows.4.name')])]
  it('put what stops first, then what asks', () => {
    expect(rows.map((row) => standing(row).map(({ rule }) => rule))).toEqual([['a', 'place-names.import.number'], ['place-names.import.number', 'b', 'c']])
  })
  it('gather one question over many rows, each with its own field', () => {
    const [first, second] = questionsOf(rows)
    expect([first?.rule, first?.rows, first?.asked]).toEqual(['place-names.import.number', 2, [{ row: 3, rule: 'place-names.import.number', field: 'rows.3.length' }, { row: 4, rule: 'place-names.import.number', field: 'rows.4.length' }]])
    expect(first?.title).toEqual({ zh: '长度不是数', en: 'no number' })
    expect(second?.rows).toBe(1)
  })
  it('are asked no more once a reason is kept, and only for what it was given', () => {
    const [first] = questionsOf(rows)
    const answered = rows.map((row) => withReasons(row, first?.asked ?? [], '原表如此'))
    expect(answered.map((row) => openQuestions(row).map(({ rule }) => rule))).toEqual([[], ['b']])
    expect(reasonOf(answered[0]!, rows[0]!.findings[0]!)).toBe('原表如此')
    expect(withReasons(answered[0]!, first?.asked ?? [], '改写').answers).toEqual([{ rule: 'place-names.import.number', field: 'rows.3.length', reason: '改写' }])
  })
})

describe('files and their columns', () => {
  it('refuse spreadsheets and what is too large before anything is sent', () => {
    expect(fileTrouble({ name: '道路.XLSX', size: 10 })).toBe('spreadsheet')
    expect(fileTrouble({ name: '道路.et', size: 10 })).toBe('spreadsheet')
    expect(fileTrouble({ name: '道路.csv', size: 30_000_000 })).toBe('tooLarge')
    expect(fileTrouble({ name: '道路.csv', size: 10 })).toBeUndefined()
    expect([fileType('a.GeoJSON'), fileType('a.json'), fileType('a.csv'), fileType('a')]).toEqual(['application/geo+json', 'application/geo+json', 'text/csv', 'text/csv'])
  })
  it('hold each thing in one column, and have a word for everything a column may hold', () => {
    expect(withColumn(['name', null, 'township'], 1, 'name')).toEqual([null, 'name', 'township'])
    expect(withColumn(['name', null, null], 0, null)).toEqual([null, null, null])
    for (const column of columnKinds) expect(words[`column_${column}`]).toHaveLength(2)
    expect(readHeadings(['道路名称', '拼音']).every((column) => column !== undefined && columnKinds.includes(column))).toBe(true)
  })
})
