import { burialTables } from '../../../../domain/burial/statistics/tables.ts'
import type { Text } from '../../../../domain/text.ts'
import { text } from '../../../../domain/text.ts'

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
  return text(cell, cell)
}
