import type { ImportOptions } from '../../../../api/schemas/gazetteer.ts'
import { tableColumns, type TableColumn } from '../../../../domain/place-names/gazetteer/staging.ts'
import { getPlaceKind } from '../../../../domain/place-names/kinds.ts'

/** Everything a column of a table may hold. */
export const columnKinds = Object.keys(tableColumns) as readonly TableColumn[]

/** How a table of roads is read at first. */
export const startOptions: ImportOptions = { kind: 'STREET', declared: 'CGCS2000', encoding: 'auto', source: '', approvedOn: '', document: '', builtUpArea: '' }

/** Whether the built-up area has to be said: without it streets and estates are compared with nothing. */
export const areaAsked = ({ kind, builtUpArea }: Pick<ImportOptions, 'kind' | 'builtUpArea'>): boolean => builtUpArea === '' && getPlaceKind(kind).scope === 'builtUpArea'

/** As large as a file may be, in bytes. */
export const mostBytes = 20_000_000

/** What keeps a file from being handed in: a spreadsheet, or one that is too large. */
export const fileTrouble = (file: { readonly name: string; readonly size: number }): 'spreadsheet' | 'tooLarge' | undefined => (/\.(?:xlsx?|xlsm|et|ods|numbers|docx?|pdf|zip)$/iu.test(file.name) ? 'spreadsheet' : file.size > mostBytes ? 'tooLarge' : undefined)

/** The media type under which a file is handed in; browsers call tables by many names. */
export const fileType = (name: string): string => (/\.(?:geojson|json)$/iu.test(name) ? 'application/geo+json' : 'text/csv')

/** Columns with one said to hold something; what held it before holds nothing any more. */
export const withColumn = (columns: readonly (TableColumn | null)[], at: number, holds: TableColumn | null): readonly (TableColumn | null)[] => columns.map((column, index) => (index === at ? holds : holds !== null && column === holds ? null : column))
