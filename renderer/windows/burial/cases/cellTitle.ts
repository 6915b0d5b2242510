import { burialTables } from '../../../../domain/burial/statistics/tables.ts'
import type { Text } from '../../../../domain/text.ts'
import { text } from '../../../../domain/text.ts'

/** What the last part of a cell is narrowed to. */
const narrowed: Readonly<Record<string, Text>> = { man: text('男', 'male'), woman: text('女', 'female'), unknown: text('不明', 'not known') }

/** The words of a cell of the tables of funeral affairs: of its table and column; one narrowed to a home says so, an unknown one stands for itself. */
export const burialCellTitle = (cell: string): Text => {
  const [name = cell, home] = cell.split('@')
  for (const table of burialTables) {
    const columns = [...table.columns, ...(table.rows.by === 'figures' ? table.rows.list : [])]
    const column = columns.find((one) => one.cells.length === 1 && one.cells[0] === name)
    // A row of a list stands for the end of its cell: waiver.item.* with cremation.
    const row = table.rows.by === 'list' ? table.rows.list.find((one) => columns.some((other) => other.cells.length === 1 && other.cells[0]?.replace(/\*$/, one.id) === name)) : undefined
    if (column === undefined && row !== undefined) return text(`${table.title.zh} · ${row.title.zh}`, `${table.title.en} · ${row.title.en}`)
    if (column !== undefined) return text(`${column.title.zh}${home === undefined ? '' : ` · ${home}`}`, `${column.title.en}${home === undefined ? '' : ` · ${home}`}`)
  }
  // One of several cells that a column adds up: the column with what tells this cell from the others.
  for (const table of burialTables) {
    const column = [...table.columns, ...(table.rows.by === 'figures' ? table.rows.list : [])].find((one) => one.cells.includes(name))
    const part = narrowed[name.split('.').at(-1) ?? '']
    if (column !== undefined) return part === undefined ? column.title : text(`${column.title.zh} · ${part.zh}`, `${column.title.en} · ${part.en}`)
  }
  return text(cell, cell)
}
