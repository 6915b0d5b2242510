import type { Check } from '../../findings.ts'
import { blocks } from '../../findings.ts'
import type { Answer } from '../../findings.ts'
import { LantaiError } from '../../error.ts'
import type { Finding } from '../../rule.ts'
import { text } from '../../text.ts'
import type { PlaceNameItem } from '../case/file.ts'
import { emptyPlaceNameItem, nameItemOf } from '../case/file.ts'
import type { NameContext } from '../names/index.ts'
import { checkName, nameFacts } from '../names/index.ts'
import { checkPublished, romanise } from '../romanise/index.ts'
import type { PlaceKind } from '../kinds.ts'
import type { CoordinateSettings } from './coordinates.ts'
import { checkGeometry, readDegrees } from './coordinates.ts'
import type { ReadFeature } from './geojson.ts'
import { importFinding } from './geojson.ts'
import type { CoordinateSystem, PlacedGeometry } from './geometry.ts'
import { readNumber } from './table.ts'

/** Columns of a table of names, with the headings that are understood for each. */
export const tableColumns = {
  name: ['标准地名', '道路名称', '地名', '名称', '路名', 'name'],
  text: ['罗马字母拼写', '汉语拼音', '拼音', 'pinyin'],
  sign: ['标志拼写', '大写拼音', '标牌拼音', 'sign'],
  township: ['镇街道', '镇（街道）', '乡镇（街道）', '乡镇街道', '所在乡镇', '所属乡镇', '乡镇', '镇', '街道', 'township'],
  village: ['村社区', '村（社区）', '村', '社区', 'village'],
  start: ['起点', 'start'], end: ['止点', '终点', '讫点', 'end'],
  orientation: ['走向', 'orientation'], length: ['长度', '长度（米）', '长（米）', '长', 'length'], width: ['宽度', '宽度（米）', '宽（米）', '宽', 'width'],
  surface: ['路面', '路面性质', '路面材料', 'surface'], location: ['位置', '位置描述', '所在位置', 'location'], meaning: ['含义', '地名含义', 'meaning'], origin: ['来历', '地名来历', '命名理由', 'origin'], finished: ['建成时间', '建成日期', 'finished'],
  longitude: ['经度', '东经', 'longitude'], latitude: ['纬度', '北纬', 'latitude'],
} as const
export type TableColumn = keyof typeof tableColumns

const heading = (value: string): string => value.normalize('NFKC').replace(/[\s（）()*]/gu, '').toLowerCase()
const headings = new Map((Object.entries(tableColumns) as [TableColumn, readonly string[]][]).flatMap(([column, names]) => names.map((name) => [heading(name), column] as const)))

/** Which column of the table holds what; `undefined` for a heading that is not understood and is left to the clerk. */
export const readHeadings = (row: readonly string[]): readonly (TableColumn | undefined)[] => row.map((cell) => headings.get(heading(cell)))

/** One row of a table of names on its way in. */
export interface StagedRow {
  /** Line of the table, the heading being 1. */
  readonly row: number
  readonly item: PlaceNameItem
  /** What was published of its spelling, kept as it stands. */
  readonly published: { readonly text: string; readonly sign: string }
  readonly findings: readonly Finding[]
  /** Nothing stands in its way and nothing is asked. */
  readonly clean: boolean
}

export interface StagingOptions {
  readonly kind: PlaceKind
  readonly declared: CoordinateSystem
  readonly coordinates: CoordinateSettings
  readonly source: string
  /** What a column holds where the headings did not say. */
  readonly columns?: readonly (TableColumn | undefined)[]
  /** Line of the headings where columns were chosen by hand: down to it no line holds a name. */
  readonly heading?: number
}

/** A table read to typed rows, with findings of form at each; nothing was compared with the register yet. Throws `malformed` at `file` when no column holds the name. */
export const stageTable = (rows: readonly (readonly string[])[], options: StagingOptions): readonly StagedRow[] => {
  const at = options.columns !== undefined ? (options.heading ?? 0) - 1 : rows.findIndex((row) => readHeadings(row).includes('name'))
  if (options.columns === undefined && at < 0) throw new LantaiError('malformed', text('表格没有“地名”这一列', 'No column of the table holds the name'), 'file')
  const columns = options.columns ?? readHeadings(rows[at] ?? [])
  if (!columns.includes('name')) throw new LantaiError('malformed', text('请指出哪一列是地名', 'Say which column holds the name'), 'columns')
  const width = columns.length
  let merged: Partial<Record<TableColumn, string>> = {}
  return rows.slice(at + 1).flatMap((cells, index): readonly StagedRow[] => {
    const row = index + at + 2
    const findings: Finding[] = []
    const value = (column: TableColumn): string => { const place = columns.indexOf(column); return place < 0 ? '' : (cells[place] ?? '') }
    // A line that only names a town, or says a sum, heads the lines below it.
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length === 1 && value('name') === '' ) { if (columns.includes('township') && value('township') !== '') merged = { township: value('township') }; else return []; return [] }
    if (/^(?:合计|小计|总计|备注|说明|注[：:])/u.test(filled[0] ?? '')) return []
    if (cells.length > width && cells.slice(width).some((cell) => cell !== '')) findings.push(importFinding('cells', 'stop', text(`第 ${row} 行比表头多 ${cells.length - width} 格，可能有合并或者错位的单元格`, `Row ${row} has ${cells.length - width} cells more than the heading; cells may be merged or shifted`), `rows.${row}`))
    const taken = (column: 'township' | 'village'): string => {
      const own = value(column)
      if (own !== '') { merged = column === 'township' ? { township: own } : { ...merged, village: own }; return own }
      const above = merged[column] ?? ''
      if (above !== '' && columns.includes(column)) findings.push(importFinding('merged', column === 'township' ? 'information' : 'answer', text(`第 ${row} 行${column === 'township' ? '乡镇' : '村'}为空，按合并的单元格取上一行的“${above}”`, `Row ${row} leaves ${column} empty; “${above}” is taken from above, as of merged cells`), `rows.${row}.${column}`))
      return columns.includes(column) ? above : ''
    }
    const name = value('name').replace(/\s+/gu, '')
    if (name === '') findings.push(importFinding('name', 'stop', text(`第 ${row} 行没有地名，可能是合并的单元格`, `Row ${row} has no name; its cell may be merged`), `rows.${row}.name`))
    else if (/[、，,；;/\n]/u.test(name)) findings.push(importFinding('several', 'stop', text(`第 ${row} 行一格中有几个地名：${name}`, `Row ${row} has several names in one cell: ${name}`), `rows.${row}.name`))
    const measure = (column: 'length' | 'width'): number | undefined => {
      const typed = value(column)
      const read = readNumber(typed)
      if (typed !== '' && read === undefined) findings.push(importFinding('number', 'answer', text(`第 ${row} 行${column === 'length' ? '长度' : '宽度'}“${typed}”不是数`, `Row ${row}: “${typed}” is no number`), `rows.${row}.${column}`))
      return read
    }
    const [lengthMetres, widthMetres] = [measure('length'), measure('width')]
    const [longitude, latitude] = [value('longitude'), value('latitude')]
    let geometry: PlacedGeometry | null = null
    if (longitude !== '' || latitude !== '') {
      const [x, y] = [readDegrees(longitude), readDegrees(latitude)]
      if (x === undefined || y === undefined || Math.abs(x) > 180 || Math.abs(y) > 90) findings.push(importFinding('coordinates', 'stop', text(`第 ${row} 行坐标不能读取：${longitude} ${latitude}`, `Row ${row}: the coordinates do not read: ${longitude} ${latitude}`), `rows.${row}.longitude`))
      else {
        geometry = { geometry: { type: 'Point', coordinates: [x, y] }, declared: options.declared, source: options.source }
        for (const said of checkGeometry(geometry.geometry, options.declared, options.coordinates)) if (said.kind === 'fail' || said.kind === 'asks') findings.push(importFinding('coordinates', said.kind === 'fail' ? 'stop' : 'answer', text(`第 ${row} 行：${said.message.zh}`, `Row ${row}: ${said.message.en}`), `rows.${row}.longitude`))
      }
    }
    const end = (written: string) => ({ text: written, status: 'unnamed' as const, entityId: '' })
    const kept = (column: 'orientation' | 'surface' | 'location' | 'meaning' | 'origin', most: number): string => {
      const whole = value(column)
      if (whole.length > most) findings.push(importFinding('long', 'answer', text(`第 ${row} 行的文字有 ${whole.length} 字，只能记 ${most} 字，后面的将不记入`, `Row ${row} has ${whole.length} characters here; only ${most} can be kept`), `rows.${row}.${column}`))
      return whole.slice(0, most)
    }
    const item: PlaceNameItem = {
      ...emptyPlaceNameItem(String(row)), kind: options.kind, name, proposals: name === '' ? [] : [name.slice(0, 50)], township: taken('township'), village: taken('village'), start: end(value('start')), end: end(value('end')), orientation: kept('orientation', 40), surface: kept('surface', 40), location: kept('location', 400), meaning: kept('meaning', 400), origin: kept('origin', 400), geometry,
      size: { ...(lengthMetres === undefined ? {} : { lengthMetres }), ...(widthMetres === undefined ? {} : { widthMetres }) },
    }
    return [{ row, item, published: { text: value('text'), sign: value('sign') }, findings, clean: findings.every(({ severity }) => severity === 'information') }]
  })
}

/** Features of a GeoJSON file as rows: their properties are read like the headings of a table, their geometry is held against the office's box. Throws `malformed` at `file` when no property holds the name. */
export const stageFeatures = (features: readonly ReadFeature[], options: Omit<StagingOptions, 'columns'>): readonly StagedRow[] => {
  const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
  const columns = readHeadings(keys)
  if (!columns.includes('name')) throw new LantaiError('malformed', text('要素没有“地名”属性', 'No property of the features holds the name'), 'file')
  return features.map((feature): StagedRow => {
    const [read] = stageTable([keys.map((key) => feature.properties[key] ?? '')], { ...options, columns })
    const item = { ...(read?.item ?? { ...emptyPlaceNameItem('1'), kind: options.kind }), id: String(feature.row) }
    // A feature stands alone: what its row says is said of its own place in the file.
    const findings = [...(read?.findings ?? [importFinding('name', 'stop', text(`第 ${feature.row} 个没有地名`, `Number ${feature.row} has no name`), 'rows.1.name')]).map((finding) => ({ ...finding, field: (finding.field ?? '').replace(/^rows\.1/u, `rows.${feature.row}`) })), ...feature.findings]
    const geometry = feature.geometry === undefined ? item.geometry : { geometry: feature.geometry, declared: options.declared, source: options.source }
    if (feature.geometry !== undefined) for (const said of checkGeometry(feature.geometry, options.declared, options.coordinates)) if (said.kind === 'fail' || said.kind === 'asks') findings.push(importFinding('coordinates', said.kind === 'fail' ? 'stop' : 'answer', said.message, `rows.${feature.row}.geometry`))
    return { row: feature.row, item: { ...item, geometry }, published: read?.published ?? { text: '', sign: '' }, findings, clean: findings.every(({ severity }) => severity === 'information') }
  })
}

/** A row held against the rules on names: its spelling made where none was published, flagged and kept where one was. `answers` are those of this row. */
export const checkStaged = (staged: StagedRow, context: NameContext, answers: readonly Answer[] = []): StagedRow => {
  const { item, published, row } = staged
  if (item.name === '' || [...item.name].length > 50) return staged
  const { settings } = context
  const request = { name: item.name, ...(item.kind === '' ? {} : { kind: item.kind }), ordinalStyle: settings.ordinalStyle, readings: settings.readings, transcriptions: settings.transcriptions }
  const findings = [...staged.findings.filter(({ rule }) => rule.startsWith('place-names.import.') && rule !== 'place-names.import.spelling')]
  const made = romanise(request)
  const kept = published.text === '' && published.sign === '' ? { text: made.text, sign: made.sign } : { text: published.text === '' ? made.text : published.text, sign: published.sign === '' ? made.sign : published.sign }
  if (published.text !== '' || published.sign !== '') for (const { fault, message } of checkPublished(request, published).flags) if (fault !== 'signMissing' && fault !== 'textMissing') findings.push(importFinding('spelling', 'answer', message, `rows.${row}.text`))
  // A polyphone that nobody spelled is the clerk's to look at (《中国地名汉语拼音字母拼写规则》第八条).
  const open = made.open.map((index) => made.syllables[index]?.character ?? '')
  if (published.text === '' && open.length > 0) findings.push(importFinding('reading', 'answer', text(`多音字请核对读音：${open.join(' ')}（${made.text}）`, `See to the reading of: ${open.join(' ')} (${made.text})`), `rows.${row}.text`))
  const spelled: PlaceNameItem = { ...item, spelling: { ...kept, manualReason: published.text === '' ? '' : '公布的拼写' }, readingsConfirmedBy: item.readingsConfirmedBy }
  const check: Check = checkName(nameFacts(nameItemOf(spelled), context), { typing: true, answers })
  const all = [...findings, ...check.findings.map((finding) => ({ ...finding, field: `rows.${row}.${finding.field ?? 'name'}` }))]
  const own = answers.map((answer) => ({ ...answer, field: answer.field === '' ? '' : `rows.${row}.${answer.field}` }))
  return { ...staged, item: spelled, findings: all, clean: all.every((finding) => finding.severity === 'information' || (finding.severity === 'answer' && !blocks(own, finding))) }
}

/** Rows of one name and one town within the table: each is told of the others. */
export const findTwice = (rows: readonly StagedRow[]): readonly StagedRow[] => {
  const same = Map.groupBy(rows.filter(({ item }) => item.name !== ''), ({ item }) => item.name)
  const together = Map.groupBy(rows, ({ item }) => `${item.name}\n${item.township}`)
  return rows.map((row) => {
    const list = same.get(row.item.name) ?? []
    if (list.length < 2) return row
    const near = (together.get(`${row.item.name}\n${row.item.township}`)?.length ?? 0) > 1
    const others = list.slice(0, 6).filter((other) => other.row !== row.row).slice(0, 5).map((other) => other.row)
    const finding = importFinding('twice', near ? 'stop' : 'answer', text(`表中第 ${others.join('、')} 行同名${near ? '，在同一乡镇' : ''}`, `The same name in rows ${others.join(', ')}${near ? ', in one town' : ''}`), `rows.${row.row}.name`)
    return { ...row, findings: [...row.findings, finding], clean: false }
  })
}

/** How many rows each town has, in the order in which they come; the sum is the table's. */
export const countByTownship = (rows: readonly StagedRow[]): readonly { readonly township: string; readonly rows: number; readonly clean: number }[] =>
  [...Map.groupBy(rows, ({ item }) => item.township)].map(([township, list]) => ({ township, rows: list.length, clean: list.filter(({ clean }) => clean).length }))

/** The items of the rows that are taken: those named, or all clean ones. A row with a stop is never taken; throws `findings` with those. */
export const takeStaged = (rows: readonly StagedRow[], wanted: 'clean' | readonly number[], answers: readonly Answer[] = []): readonly PlaceNameItem[] => {
  if (wanted === 'clean') return rows.filter(({ clean }) => clean).map(({ item }) => item)
  const chosen = wanted.map((row) => {
    const found = rows.find((candidate) => candidate.row === row)
    if (found === undefined) throw new LantaiError('not_found', text(`表中没有第 ${row} 行`, `The table has no row ${row}`), 'rows')
    return found
  })
  const standing = chosen.flatMap(({ findings }) => findings.filter((finding) => blocks(answers, finding)))
  if (standing.length > 0) throw new LantaiError('findings', text('有的行还不能导入', 'Some rows cannot be taken yet'), 'rows', standing)
  return chosen.map(({ item }) => item)
}
