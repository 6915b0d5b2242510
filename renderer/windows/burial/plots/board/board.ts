import type { Board } from '../../../../../api/schemas/placement.ts'
import type { PlotState } from '../../../../../domain/burial/placement/codes.ts'
import type { TermBand } from '../../../../../domain/burial/placement/tally.ts'

/** The letters of a board's rows, each for a state. */
export const letterStates = { f: 'available', r: 'reserved', c: 'contracted', p: 'occupiedPartial', o: 'occupied', d: 'disinterred', v: 'vacated', b: 'blocked' } as const satisfies Readonly<Record<string, PlotState>>
export type Letter = keyof typeof letterStates
export const letters = Object.keys(letterStates) as Letter[]
export const isLetter = (value: string): value is Letter => value in letterStates

/** How the end of a term is marked on the board: within twelve months, within six, run out. */
export const marks = ['', 'within12', 'within6', 'expired'] as const
export type Mark = (typeof marks)[number]
const markOf = (band: TermBand | ''): Mark => (band === 'within1' ? 'within6' : band === 'running' ? '' : band)

/** A line of the board as it is drawn: a row of plots, or one level of a rack of niches, the highest level on top. */
export interface BoardLine {
  readonly row: string
  readonly level: number
  readonly states: string
  /** Begins another rack. */
  readonly first: boolean
}

/** A board ready to be drawn. */
export interface PlotMap {
  readonly cemetery: string
  readonly section: string
  readonly niches: boolean
  readonly lines: readonly BoardLine[]
  readonly columns: number
  readonly plots: number
  /** Marks by line and column (0: none), for lines that have any. */
  readonly marks: ReadonlyMap<number, Uint8Array>
  readonly until: ReadonlyMap<string, string>
}

/** A place on the board, both from zero. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** What is let through by the legend: states and marks; all while it is empty. */
export type Filter = ReadonlySet<Letter | 'expiring' | 'expired'>

/** Orders the lines of a board as one stands before it and finds the marks of its terms. */
export const mapOf = (board: Board): PlotMap => {
  const niches = board.section.what === 'niche'
  const racks = Map.groupBy(board.rows, ({ row }) => row)
  const lines = [...racks.values()].flatMap((rack) => [...rack].sort((a, b) => b.level - a.level).map(({ row, level, states }, index) => ({ row, level, states, first: index === 0 })))
  const map = { cemetery: board.cemetery, section: board.section.code, niches, lines, columns: Math.max(1, ...lines.map(({ states }) => states.length)), plots: lines.reduce((sum, { states }) => sum + states.length, 0) }
  const at = new Map(lines.map(({ row, level }, index) => [`${row}/${String(level)}`, index]))
  const byLine = new Map<number, Uint8Array>()
  const until = new Map<string, string>()
  for (const term of board.terms) {
    until.set(term.plot, term.until)
    const mark = marks.indexOf(markOf(term.band))
    const [, , row = '', last = ''] = term.plot.split('/')
    const [level, column] = niches ? last.split('-') : ['1', last]
    const line = at.get(`${row}/${level ?? ''}`)
    if (line === undefined || mark <= 0) continue
    const kept = byLine.get(line) ?? new Uint8Array(map.columns)
    kept[Number(column) - 1] = mark
    byLine.set(line, kept)
  }
  return { ...map, marks: byLine, until }
}

/** The letter at a place; undefined beyond the end of its line. */
export const letterAt = (map: PlotMap, { line, column }: Place): Letter | undefined => {
  const letter = map.lines[line]?.states[column]
  return letter !== undefined && isLetter(letter) ? letter : undefined
}
export const markAt = (map: PlotMap, { line, column }: Place): Mark => marks[map.marks.get(line)?.[column] ?? 0] ?? ''

/** The id of the plot at a place. */
export const idAt = (map: PlotMap, { line, column }: Place): string | undefined => {
  const at = map.lines[line]
  if (at === undefined || column < 0 || column >= at.states.length) return undefined
  return `${map.cemetery}/${map.section}/${at.row}/${map.niches ? `${String(at.level)}-` : ''}${String(column + 1)}`
}

/** Where a plot stands on the board, or undefined. */
export const placeOf = (map: PlotMap, id: string): Place | undefined => {
  const [cemetery, section, row = '', last = ''] = id.split('/')
  if (cemetery !== map.cemetery || section !== map.section) return undefined
  const [level = '', column = ''] = map.niches ? last.split('-') : ['1', last]
  const line = map.lines.findIndex((one) => one.row === row && String(one.level) === level)
  const place = { line, column: Number(column) - 1 }
  return line >= 0 && idAt(map, place) !== undefined ? place : undefined
}

const sameRow = (row: string, typed: string): boolean => row === typed || (/^\d+$/.test(row) && /^\d+$/.test(typed) && Number(row) === Number(typed))

/**
 * Reads where to jump: a number in the row of the cursor; row and number; for niches rack, level and number (level and number in the rack of the cursor).
 * Anything but letters and digits parts them. Undefined where there is no such plot.
 */
export const readJump = (map: PlotMap, typed: string, from: Place): Place | undefined => {
  const parts = typed.trim().split(/[^\p{L}\p{N}]+|[排行号架层列组]/u).filter((part) => part !== '')
  const here = map.lines[from.line]
  const last = parts.at(-1) ?? ''
  if (here === undefined || !/^\d{1,4}$/.test(last)) return undefined
  const column = Number(last) - 1
  const [row, level] = map.niches ? (parts.length >= 3 ? [parts[0] ?? '', Number(parts[1])] : parts.length === 2 ? [here.row, Number(parts[0])] : [here.row, here.level]) : [parts.length >= 2 ? (parts[0] ?? '') : here.row, 1]
  const line = map.lines.findIndex((one) => sameRow(one.row, row) && one.level === level)
  const place = { line, column }
  return line >= 0 && idAt(map, place) !== undefined ? place : undefined
}

/** Steps of the keys that move the cursor; `page` lines are in sight. */
export const moveBy = (map: PlotMap, from: Place, key: string, page: number, whole: boolean): Place | undefined => {
  const lengthOf = (line: number): number => map.lines[line]?.states.length ?? 0
  const to = (line: number, column: number): Place => {
    const at = Math.max(0, Math.min(map.lines.length - 1, line))
    return { line: at, column: Math.max(0, Math.min(lengthOf(at) - 1, column)) }
  }
  switch (key) {
    case 'ArrowLeft': return to(from.line, from.column - 1)
    case 'ArrowRight': return to(from.line, from.column + 1)
    case 'ArrowUp': return to(from.line - 1, from.column)
    case 'ArrowDown': return to(from.line + 1, from.column)
    case 'PageUp': return to(from.line - page, from.column)
    case 'PageDown': return to(from.line + page, from.column)
    case 'Home': return to(whole ? 0 : from.line, 0)
    case 'End': return to(whole ? map.lines.length - 1 : from.line, Number.MAX_SAFE_INTEGER)
    default: return undefined
  }
}

/** Says whether the legend lets a plot through. */
export const lets = (filter: Filter, letter: Letter, mark: Mark): boolean => filter.size === 0 || filter.has(letter) || (mark === 'expired' ? filter.has('expired') : mark !== '' && filter.has('expiring'))

/** The next plot in the order of the board that the legend lets through, going round; undefined if there is none. */
export const nextLet = (map: PlotMap, filter: Filter, from: Place, step: 1 | -1): Place | undefined => {
  let { line, column } = from
  for (let left = map.plots; left > 0; left -= 1) {
    column += step
    while (column < 0 || column >= (map.lines[line]?.states.length ?? 0)) {
      line = (line + step + map.lines.length) % map.lines.length
      column = step > 0 ? 0 : (map.lines[line]?.states.length ?? 0) - 1
    }
    const place = { line, column }
    const letter = letterAt(map, place)
    if (letter !== undefined && lets(filter, letter, markAt(map, place))) return place
  }
  return undefined
}

/** Sizes of a plot on the screen in px, from the widest view to the nearest. */
export const zooms = [11, 18, 28, 44] as const
export type Zoom = 0 | 1 | 2 | 3

/** The part of the board that is drawn: tiles of lines and columns, ends exclusive. */
export interface Window { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** Lines and columns of one drawn tile: about 480 × 240 px whatever the size of a plot, so that what comes into sight in one frame is drawn within it. */
export const tileOf = (size: number): { readonly lines: number; readonly columns: number } => ({ lines: Math.max(4, Math.floor(240 / size)), columns: Math.max(8, Math.floor(480 / size)) })
/** Tiles that are drawn beyond the sight on every side. */
const around = 1

/** How many tiles a view holds at most, with those around: a tile that leaves hands its canvas to the one that comes. */
export const slotsOf = (size: number, view: { readonly width: number; readonly height: number }): { readonly rows: number; readonly columns: number } => {
  const tile = tileOf(size)
  return { rows: Math.ceil(view.height / (tile.lines * size)) + 1 + around * 2, columns: Math.ceil(view.width / (tile.columns * size)) + 1 + around * 2 }
}

/** What each slot holds between two ends: the tile whose number leaves the slot's over the count of slots; nothing where the board has none. */
export const heldBy = (slots: number, from: number, to: number): readonly (number | undefined)[] =>
  Array.from({ length: slots }, (_, slot) => {
    const tile = from + ((((slot - from) % slots) + slots) % slots)
    return tile < to ? tile : undefined
  })

/** The tiles in sight with those around: as many as there are slots wherever the board stands, so that scrolling makes and drops no tile; only those in sight unless `whole`. */
export const windowOf = (map: PlotMap, size: number, view: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }, whole = true): Window => {
  const tile = tileOf(size)
  const slots = slotsOf(size, view)
  const span = (from: number, seen: number, length: number, most: number, held: number): readonly [number, number] => {
    if (!whole) return [Math.max(0, Math.min(Math.floor(from / length), most - 1)), Math.min(most, Math.floor((from + seen) / length) + 1)]
    const first = Math.max(0, Math.min(Math.floor(from / length) - around, most - held))
    return [first, Math.min(most, first + held)]
  }
  const [top, bottom] = span(view.y, view.height, tile.lines * size, Math.ceil(map.lines.length / tile.lines), slots.rows)
  const [left, right] = span(view.x, view.width, tile.columns * size, Math.ceil(map.columns / tile.columns), slots.columns)
  return { top, bottom, left, right }
}
