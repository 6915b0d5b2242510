import { burialTables } from '../../domain/burial/statistics/tables.ts'
import { placeNameTables } from '../../domain/place-names/statistics/tables.ts'
import { text, type Text } from '../../domain/text.ts'

/** Words of the late lines that are no counted kind of a window: lines of the counts of funeral affairs and place names, and columns of the statistics of couples. */

interface Column { readonly title: Text; readonly cells: readonly string[] }
interface Table { readonly title: Text; readonly columns: readonly Column[]; readonly rows: { readonly by: string; readonly list?: unknown } }

const figuresOf = ({ rows }: Table): readonly Column[] => (rows.by === 'figures' && Array.isArray(rows.list) ? (rows.list as readonly Column[]) : [])

/** The words of each cell that is a number of its own in a table, by the first table that shows it. */
const cellsOf = (tables: readonly Table[]): ReadonlyMap<string, Text> => {
  const titles = new Map<string, Text>()
  for (const table of tables) for (const { title, cells } of [...figuresOf(table), ...table.columns]) {
    const [cell] = cells
    if (cell !== undefined && cells.length === 1 && !titles.has(cell)) titles.set(cell, title)
  }
  return titles
}

const byWindow: Readonly<Record<string, ReadonlyMap<string, Text>>> = { burial: cellsOf(burialTables), 'place-names': cellsOf(placeNameTables) }
const columnsOnly = text('统计栏目（件数不变）', 'Columns of the statistics, the number unchanged')
const others = text('其他统计项', 'Other counts')

/** What a late line counts, where it is no kind that its window counts by name. */
export const lateTitle = (window: string, kind: string): Text => {
  if (kind === 'statistics') return columnsOnly
  const cells = byWindow[window]
  return cells?.get(`${kind}.total`) ?? cells?.get(kind) ?? others
}
