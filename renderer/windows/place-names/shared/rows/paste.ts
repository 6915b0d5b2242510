/** A cell of a table: what stands in it as text, and the row with what was typed into it. */
export interface RowColumn<Row> {
  readonly id: string
  readonly title: string
  readonly read: (row: Row) => string
  readonly write: (row: Row, typed: string) => Row
  /** Choices of the cell; `several` are ticked and written with 、 between them. */
  readonly options?: readonly { readonly value: string; readonly title: string }[]
  readonly several?: boolean
  readonly most?: number
  readonly width?: string
  readonly end?: boolean
  readonly placeholder?: string
}

/** Cells of a block copied out of a spreadsheet; a cell in quotes may hold breaks. */
export const cellsOf = (pasted: string): readonly (readonly string[])[] => {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const close = (): void => { rows.at(-1)?.push(cell.trim()); cell = '' }
  const text = pasted.replace(/\r\n?/gu, '\n').replace(/\n$/u, '')
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] ?? ''
    if (quoted) {
      if (one === '"' && text[at + 1] === '"') { cell += '"'; at += 1 } else if (one === '"') quoted = false
      else cell += one === '\n' ? ' ' : one
    } else if (one === '"' && cell === '') quoted = true
    else if (one === '\t') close()
    else if (one === '\n') { close(); rows.push([]) } else cell += one
  }
  close()
  return rows.filter((row) => row.some((value) => value !== ''))
}

/** Values ticked in a cell, as text and back. */
export const joined = (values: readonly string[]): string => values.join('、')
export const parted = (text: string): readonly string[] => text.split(/[、,，;；|\s]+/u).filter((part) => part !== '')

/** What was pasted as the cell keeps it: a choice may be written by its title. */
const taken = <Row,>({ options, several = false }: RowColumn<Row>, typed: string): string | undefined => {
  if (options === undefined) return typed
  const value = (one: string): string | undefined => options.find((option) => option.value === one || option.title === one)?.value
  if (!several) return value(typed)
  return joined(parted(typed).flatMap((one) => value(one) ?? []))
}

/** Rows with a block pasted from a row and a column on; rows that are not there yet are added, up to `most`. A row of headings is left out. */
export const withPasted = <Row,>(rows: readonly Row[], block: readonly (readonly string[])[], at: { readonly row: number; readonly column: number }, columns: readonly RowColumn<Row>[], empty: () => Row, most: number): readonly Row[] => {
  const headings = new Set(columns.map(({ title }) => title))
  const body = block.filter((cells, index) => index > 0 || !(cells.length > 1 && cells.every((cell) => headings.has(cell))))
  const next = [...rows]
  for (const [down, cells] of body.entries()) {
    const index = at.row + down
    if (index >= most) break
    let row = next[index] ?? empty()
    for (const [right, typed] of cells.entries()) {
      const column = columns[at.column + right]
      const value = column === undefined ? undefined : taken(column, typed)
      if (column !== undefined && value !== undefined) row = column.write(row, value.slice(0, column.options === undefined ? (column.most ?? 400) : undefined))
    }
    next[index] = row
  }
  return next
}
