import { burialTables } from '../../../../domain/burial/statistics/tables.ts'
import type { Text } from '../../../../domain/text.ts'
import { text } from '../../../../domain/text.ts'

/** The words of a cell of the tables of funeral affairs: of its table and column; one narrowed to a home says so, an unknown one stands for itself. */
export const burialCellTitle = (cell: string): Text => {
  const [name = cell, home] = cell.split('@')
  for (const table of burialTables) {
    const columns = [...table.columns, ...(table.rows.by === 'figures' ? table.rows.list : [])]
    const column = columns.find((one) => one.cells.length === 1 && one.cells[0] === name)
    if (column !== undefined) return text(`${column.title.zh}${home === undefined ? '' : ` · ${home}`}`, `${column.title.en}${home === undefined ? '' : ` · ${home}`}`)
  }
  return text(cell, cell)
}
