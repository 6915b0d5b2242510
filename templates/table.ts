import type { CellOptions, Sheet } from './sheet.ts'

/** A cell of a form: a label in Hei set evenly, or a value with the path of its field. */
export type Cell =
  | { readonly width: number; readonly label: string; readonly vertical?: boolean; readonly rows?: number; readonly size?: number; readonly plain?: boolean }
  | ({ readonly width: number; readonly field: string; readonly value: string; readonly rows?: number } & CellOptions)
  | { readonly width: number; readonly blank: true; readonly rows?: number }

export interface Row { readonly height: number; readonly cells: readonly Cell[] }

/** Draws a form's grid with a heavier outer frame; cells of several rows are given in their first row and left out below. Gives the y below it. */
export const table = (sheet: Sheet, x: number, y: number, rows: readonly Row[], options: { readonly outer?: number; readonly inner?: number } = {}): number => {
  const { outer = 0.45, inner = 0.18 } = options
  // columns still held by a cell from above: x → how many rows it still covers
  const held: { at: number; width: number; left: number }[] = []
  let top = y
  let widest = 0
  rows.forEach((row, index) => {
    let at = x
    const skip = (): void => {
      for (;;) {
        const over = held.find((one) => Math.abs(one.at - at) < 1e-6 && one.left > 0)
        if (over === undefined) return
        at += over.width
      }
    }
    for (const cell of row.cells) {
      skip()
      const span = cell.rows ?? 1
      const height = rows.slice(index, index + span).reduce((sum, one) => sum + one.height, 0)
      sheet.frame(at, top, cell.width, height, inner)
      if ('label' in cell) drawLabel(sheet, at, top, height, cell)
      else if ('field' in cell) sheet.cell(cell.field, at, top, cell.width, height, cell.value, { font: 'kai', clearance: 1.8, ...cell })
      if (span > 1) held.push({ at, width: cell.width, left: span })
      at += cell.width
    }
    skip()
    widest = Math.max(widest, at - x)
    for (const one of held) one.left--
    for (let i = held.length - 1; i >= 0; i--) if (held[i]?.left === 0) held.splice(i, 1)
    top += row.height
  })
  sheet.frame(x, y, widest, top - y, outer)
  return top
}

const drawLabel = (sheet: Sheet, x: number, y: number, height: number, cell: { width: number; label: string; vertical?: boolean; size?: number; plain?: boolean }): void => {
  const size = cell.size ?? 10.5
  if (cell.vertical === true) {
    sheet.vertical(x, y, cell.width, height, cell.label, { size, font: 'song' })
    return
  }
  const lines = cell.label.split('\n')
  const em = (size * 25.4) / 72
  const step = 1.25 * em
  const top = y + (height - (lines.length - 1) * step - em) / 2
  lines.forEach((line, i) => {
    const baseline = top + 0.88 * em + i * step
    const room = cell.width - 4
    // short labels are set evenly over at most five characters' width
    if (cell.plain !== true && lines.length === 1 && [...line].length <= 4 && room >= [...line].length * em) {
      const spread = Math.min(room, Math.max([...line].length, 4) * em * 1.08)
      sheet.spread(x + (cell.width - spread) / 2, baseline, spread, line, { size })
    } else sheet.text('texts', x + cell.width / 2, baseline, line, { size, align: 'centre', within: cell.width - 1.4 })
  })
}
