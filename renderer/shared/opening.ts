/** What opens the cases behind a number: an `Opening` of the api becomes a list of cases, several of them, or the counted lines of a window. */
import { caseKindCodes, countsAsBody } from '../../domain/burial/codes.ts'
import { cellTitle } from '../../domain/statistics/titles.ts'
import type { Opening } from '../../domain/reports/shapes.ts'
import type { Text } from '../../domain/text.ts'
import { casesOf, casesOfKind } from '../pages/statistics/cells.ts'
import type { OpenNumber } from '../pages/statistics/counted/address.ts'
import { worklistKinds } from '../pages/worklist/lists.ts'
import { findWindow, type CasesFilter } from '../windows.ts'

/** The windows whose numbers are counted from signed lines. */
export const lineWindows = ['burial', 'place-names'] as const
export type LineWindow = (typeof lineWindows)[number]

/** A list with the words of what stands in it. */
export interface OpeningPart {
  readonly title: Text
  readonly path: string
}

/** What an opening leads to: one list, the counted lines of a window, or several lists that the number is the sum of. */
export type OpeningTarget =
  | { readonly to: 'list'; readonly path: string }
  | { readonly to: 'lines'; readonly window: LineWindow; readonly open: OpenNumber }
  | { readonly to: 'parts'; readonly parts: readonly OpeningPart[] }

/** What funeral affairs count that is no list of cases, with the cells of its lines. */
const burialLines: Readonly<Record<string, readonly string[]>> = {
  otherCremated: caseKindCodes.filter((kind) => !countsAsBody(kind)).map((kind) => `${kind}.total`), settlement: ['waiver.total'], waiver: ['waiver.total'], reward: ['reward.total'], interment: ['plot.interred'], relocatedGraves: ['relocation.reinterred.graves'], relocatedCells: ['relocation.reinterred.cells'], facilityInspected: ['inspection.total'], illegalCleared: ['illegal.cleared'],
}

const isLineWindow = (window: string): window is LineWindow => lineWindows.some((one) => one === window)
/** The kind of a cell of the counts of all windows, `tally.<window>.<kind>.<unit>`; undefined of any other cell. */
const kindOfTally = (cell: string, window: string): string | undefined => {
  const head = `tally.${window}.`
  return cell.startsWith(head) ? cell.slice(head.length, cell.lastIndexOf('.')) : undefined
}

const ofKind = (opening: Opening, kind: string, what: string): OpeningTarget | undefined => {
  const { window, from, to } = opening
  const desk = findWindow(window)
  if (window === 'divorce' && worklistKinds.some((one) => one === kind)) return { to: 'list', path: `/worklist?${new URLSearchParams({ kind, ...(from === to && { day: to }) }).toString()}` }
  if (kind === 'qualified' || kind === 'failed' || kind === 'unexamined') {
    const filter: CasesFilter = { from, to, inspection: kind }
    return desk === undefined ? undefined : { to: 'list', path: desk.casesPath(filter) }
  }
  // What somebody waits for is a list of today, whatever the days of the number.
  if (desk?.openStates.includes(kind) === true) return { to: 'list', path: desk.casesPath({ state: kind }) }
  if (window === 'place-names') return { to: 'lines', window, open: { cells: [`${kind}.total`], from, to, what } }
  const lines = window === 'burial' ? burialLines[kind] : undefined
  if (lines !== undefined && window === 'burial') return { to: 'lines', window, open: { cells: lines, from, to, what } }
  const parts = casesOfKind({ window, kind, count: 1 }, { from, to })
  const only = parts.length === 1 ? parts[0] : undefined
  if (only !== undefined) return { to: 'list', path: only.path }
  return parts.length === 0 ? undefined : { to: 'parts', parts: parts.map((part) => ({ title: findWindow(part.of)?.short ?? findWindow(part.of)?.title ?? cellTitle(part.of), path: part.path })) }
}

/** What an opening leads to; `what` are the words of its number. Undefined where nothing stands behind it. */
export const openingTarget = (opening: Opening, what: string): OpeningTarget | undefined => {
  const { window, kind, from, to } = opening
  const cells = opening.cells ?? []
  const kinds = [...new Set(cells.map((cell) => kindOfTally(cell, window)))]
  const counted = kinds[0]
  // Cells of the counts of all windows stand for their kind.
  if (counted !== undefined && kinds.length === 1) return ofKind(opening, counted, what)
  if (cells.length > 0 && isLineWindow(window)) return { to: 'lines', window, open: { cells, from, to, what } }
  if (cells.length > 0) {
    const parts = cells.flatMap((cell) => { const path = casesOf(window, cell, { from, to }); return path === undefined ? [] : [{ title: cellTitle(cell), path }] })
    const only = parts[0]
    return only === undefined ? undefined : parts.length === 1 ? { to: 'list', path: only.path } : { to: 'parts', parts }
  }
  if (kind !== undefined) return ofKind(opening, kind, what)
  if (window === 'stock') return { to: 'list', path: '/stock' }
  const path = findWindow(window)?.casesPath({ from, to })
  return path === undefined ? undefined : { to: 'list', path }
}

/** The address of what stands behind a number; the counted lines are opened on their own window's tables. Undefined where there is no single address. */
export const openingPath = (opening: Opening, what: string): string | undefined => {
  const target = openingTarget(opening, what)
  if (target?.to === 'list') return target.path
  if (target?.to !== 'lines') return undefined
  const { cells, from, to } = target.open
  return `/${target.window}/tables?${new URLSearchParams({ from, to, cells: cells.join(','), since: from, until: to, what }).toString()}`
}

type Key = 'openOf' | 'openCells' | 'openKind' | 'openFrom' | 'openTo' | 'openWhat'
/** Writes an opened number into an address, so that coming back from a case opens it again; undefined takes it out. */
export const openingChange = (opened: { readonly opening: Opening; readonly what: string } | undefined): Readonly<Record<Key, string>> => ({
  openOf: opened?.opening.window ?? '', openCells: opened?.opening.cells?.join(',') ?? '', openKind: opened?.opening.kind ?? '', openFrom: opened?.opening.from ?? '', openTo: opened?.opening.to ?? '', openWhat: opened?.what ?? '',
})
/** Reads the number that an address asks to be opened. */
export const readOpening = (params: URLSearchParams): { readonly opening: Opening; readonly what: string } | undefined => {
  const given = (name: Key): string => params.get(name) ?? ''
  if (given('openOf') === '') return undefined
  return { opening: { window: given('openOf'), from: given('openFrom'), to: given('openTo'), ...(given('openKind') !== '' && { kind: given('openKind') }), ...(given('openCells') !== '' && { cells: given('openCells').split(',') }) }, what: given('openWhat') }
}
