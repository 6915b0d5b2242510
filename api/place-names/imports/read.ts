import { LantaiError } from '../../../domain/error.ts'
import { PlaceNameItem } from '../../../domain/place-names/case/file.ts'
import type { CoordinateSystem } from '../../../domain/place-names/gazetteer/geometry.ts'
import { importFinding, readGeoJson, type ReadFeature } from '../../../domain/place-names/gazetteer/geojson.ts'
import { readHeadings, stageFeatures, stageTable, tableColumns, type StagedRow, type TableColumn } from '../../../domain/place-names/gazetteer/staging.ts'
import { readTable } from '../../../domain/place-names/gazetteer/table.ts'
import type { PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { ImportOptions } from '../../schemas/gazetteer.ts'
import { readText, type Encoding } from '../gazetteer/gb18030.ts'

/** More rows than this are not one table. */
export const mostRows = 50_000

type Table = { readonly shape: 'table'; readonly rows: readonly (readonly string[])[]; /** Rows whose invisible characters were taken out. */ readonly mended: ReadonlySet<number> }
type Features = { readonly shape: 'geojson'; readonly features: readonly ReadFeature[]; readonly declared: CoordinateSystem | undefined }
export type Source = { readonly encoding: Encoding } & (Table | Features)

// Control characters but tab and line end, and marks that turn the direction of writing; nobody typed them.
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]/gu

/** Reads a file that was handed in. Throws `malformed` at `file` for one that is no table and no GeoJSON, or in another encoding, `too_large` past 50,000 rows. */
export const readSource = (bytes: Uint8Array, wanted: ImportOptions['encoding']): Source => {
  const { written, encoding } = readText(bytes, wanted)
  const plain = written.replace(/^\uFEFF/u, '')
  const tooMany = (count: number): LantaiError => new LantaiError('too_large', text(`共 ${String(count)} 行，一次最多导入 ${String(mostRows)} 行，请分成几个文件`, `${String(count)} rows; at most ${String(mostRows)} at once: hand them in as several files`), 'file')
  if (/^\s*[[{]/u.test(plain)) {
    const read = readGeoJson(plain)
    if (read.features.length > mostRows) throw tooMany(read.features.length)
    if (read.features.length === 0) throw new LantaiError('malformed', text('GeoJSON 中没有要素', 'The GeoJSON has no features'), 'file')
    return { encoding, shape: 'geojson', ...read }
  }
  const rows = readTable(plain)
  if (rows.length > mostRows + 100) throw tooMany(rows.length)
  if (rows.length === 0) throw new LantaiError('malformed', text('表格是空的', 'The table is empty'), 'file')
  const mended = new Set<number>()
  const clean = rows.map((cells, index) => {
    if (!cells.some((cell) => cell.search(hidden) >= 0)) return cells
    mended.add(index + 1)
    return cells.map((cell) => cell.replace(hidden, '').trim())
  })
  return { encoding, shape: 'table', rows: clean, mended }
}

/** 密级 that a file marks rows with, as exports of this house do; what is not marked is open. */
export type Secrecy = 'internal' | 'secret'

/** A file brought into rows, or what must be said before it can be. */
export interface Formed { readonly rows: readonly StagedRow[]; readonly secrecy: ReadonlyMap<number, Secrecy>; readonly headings: readonly string[]; readonly columns: readonly (TableColumn | null)[]; readonly trouble: { readonly field: string; readonly message: Text } | null }

const nameless = { field: 'columns', message: text('没有认出哪一列是地名，请指定', 'No column was understood as the name: say which it is') }
const shifted = (system: CoordinateSystem): boolean => system === 'GCJ-02' || system === 'BD-09'

/** Columns chosen by hand; throws `invalid` at `columns` where none holds the name or two hold the same. */
const chosenColumns = (chosen: NonNullable<ImportOptions['columns']>): readonly (TableColumn | undefined)[] => {
  const named = chosen.filter((column) => column !== null)
  if (!named.includes('name')) throw new LantaiError('invalid', text('请指出哪一列是地名', 'Say which column holds the name'), 'columns')
  if (new Set(named).size < named.length) throw new LantaiError('invalid', text('有两列指定为同一项', 'Two columns are said to hold the same'), 'columns')
  return chosen.map((column) => column ?? undefined)
}

const secrecyOf = (written: string): Secrecy | undefined => (/[秘机绝]密|secret/iu.test(written) ? 'secret' : /内部|internal/iu.test(written) ? 'internal' : undefined)

/** What a row says of itself beside its name: its class of secrecy, and that the name was removed, which no table brings back as a standard name. */
const marked = (rows: readonly StagedRow[], said: (row: number) => { readonly secrecy: string; readonly state: string }): Pick<Formed, 'rows' | 'secrecy'> => {
  const secrecy = new Map<number, Secrecy>()
  const told = rows.map((row) => {
    const { secrecy: written, state } = said(row.row)
    const found = secrecyOf(written)
    if (found !== undefined) secrecy.set(row.row, found)
    if (!/^(?:已销|已注销|removed)/u.test(state)) return row
    return { ...row, findings: [...row.findings, importFinding('removed', 'stop', text(`第 ${String(row.row)} 行是已销的地名，不作为标准地名导入`, `Row ${String(row.row)} is a removed name and does not come in as a standard one`), `rows.${String(row.row)}.name`)], clean: false }
  })
  return { rows: told, secrecy }
}

const formTable = (source: Table, options: ImportOptions, staging: Parameters<typeof stageTable>[1]): Formed => {
  const { rows, mended } = source
  const understood = rows.slice(0, 50).map((row) => readHeadings(row))
  const named = understood.findIndex((columns) => columns.includes('name'))
  // A line of headings that lacks the name is still one when two of its cells are understood.
  const at = named >= 0 ? named : understood.findIndex((columns) => columns.filter((column) => column !== undefined).length >= 2)
  const headings = rows[Math.max(at, 0)] ?? []
  const chosen = options.columns === undefined ? undefined : chosenColumns(options.columns)
  const columns = headings.map((_, index) => (chosen === undefined ? understood[at]?.[index] : chosen[index]) ?? null)
  if (chosen === undefined && named < 0) return { rows: [], secrecy: new Map(), headings, columns, trouble: nameless }
  const staged = stageTable(rows, { ...staging, ...(chosen === undefined ? {} : { columns: chosen, heading: at + 1 }) })
  const told = staged.map((row) => (mended.has(row.row) ? { ...row, findings: [...row.findings, importFinding('hidden', 'information', text(`第 ${String(row.row)} 行的不可见字符已删去`, `Invisible characters of row ${String(row.row)} were taken out`), `rows.${String(row.row)}`)] } : row))
  const [secret, state] = [headings.indexOf('密级'), headings.indexOf('现状')]
  return { ...marked(told, (row) => ({ secrecy: rows[row - 1]?.[secret] ?? '', state: rows[row - 1]?.[state] ?? '' })), headings, columns, trouble: null }
}

const formFeatures = ({ features, declared }: Features, options: ImportOptions, staging: Parameters<typeof stageFeatures>[1]): Formed => {
  if (declared !== undefined && declared !== options.declared && (shifted(declared) || shifted(options.declared))) throw new LantaiError('invalid', text(`文件写明坐标为 ${declared}，与所选的 ${options.declared} 不符`, `The file declares ${declared}, not ${options.declared}`), 'options.declared')
  const headings = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
  const chosen = options.columns === undefined ? undefined : chosenColumns(options.columns)
  const columns = chosen === undefined ? readHeadings(headings) : headings.map((_, index) => chosen[index])
  const shown = columns.map((column) => column ?? null)
  if (!columns.includes('name')) return { rows: [], secrecy: new Map(), headings, columns: shown, trouble: nameless }
  // Properties take the headings under which the house knows them; what nobody names is left out.
  const known = new Map(headings.flatMap((heading, index) => { const column = columns[index]; return column === undefined ? [] : [[heading, tableColumns[column][0]] as const] }))
  const renamed = features.map((feature) => ({ ...feature, properties: Object.fromEntries(Object.entries(feature.properties).flatMap(([key, value]) => { const heading = known.get(key); return heading === undefined ? [] : [[heading, value.normalize('NFC').replace(hidden, '').trim()] as const] })) }))
  const said = (row: number) => { const properties = features[row - 1]?.properties ?? {}; return { secrecy: properties['secrecy'] ?? properties['密级'] ?? '', state: properties['state'] ?? properties['现状'] ?? '' } }
  return { ...marked(stageFeatures(renamed, staging), said), headings, columns: shown, trouble: null }
}

/** What of a row is too long for the register, as a finding that stops it. */
const fitted = (row: StagedRow): StagedRow => {
  const checked = PlaceNameItem.safeParse(row.item)
  if (checked.success || row.item.name === '') return row
  const fields = [...new Set(checked.error.issues.map((issue) => String(issue.path[0] ?? '')))]
  const findings = fields.map((field) => importFinding('fits', 'stop', text(`第 ${String(row.row)} 行的内容太长或者不对，记不下`, `Row ${String(row.row)} holds what cannot be kept: too long, or wrong`), `rows.${String(row.row)}.${field}`))
  return { ...row, findings: [...row.findings, ...findings], clean: false }
}

/** Brings a file into rows, with findings of form at each. Throws `invalid` at `columns` or `options.declared`, `too_large` at `file`. */
export const formRows = (source: Source, options: ImportOptions, profile: PlaceNameProfile): Formed => {
  const staging = { kind: options.kind, declared: options.declared, coordinates: { box: profile.box ?? undefined, shifted: profile.shiftedCoordinates }, source: options.source }
  const formed = source.shape === 'table' ? formTable(source, options, staging) : formFeatures(source, options, staging)
  if (formed.rows.length > mostRows) throw new LantaiError('too_large', text(`共 ${String(formed.rows.length)} 行，一次最多导入 ${String(mostRows)} 行`, `${String(formed.rows.length)} rows; at most ${String(mostRows)} at once`), 'file')
  // Every name lies in the office's own area, in the built-up area that was said of the whole table.
  const { areaCode } = profile
  return { ...formed, rows: formed.rows.map((row) => fitted({ ...row, item: { ...row.item, province: areaCode === '' ? '' : `${areaCode.slice(0, 2)}0000`, county: areaCode, builtUpArea: options.builtUpArea } })) }
}
