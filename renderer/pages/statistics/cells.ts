import type { Reply } from '../../shared/client.ts'
import { findWindow } from '../../windows.ts'
import type { Period } from './period.ts'

export type Table = Reply<'getStatistic'>
export type Cell = Table['rows'][number]['cells'][number]
export type IdentityOf = Table['identities'][number]

/** The list of the cases of one cell in a period. */
export const casesOf = (window: string, cell: string, period: Period): string | undefined => findWindow(window)?.casesPath({ from: period.from, to: period.to, cell })

/** The list of the cases that a number of a table counts; undefined where nothing is behind it, or where it is the sum of several cells. */
export const casesOfCell = (cell: Cell, period: Period): string | undefined => {
  const only = cell.cells.length === 1 ? cell.cells[0] : undefined
  return cell.window === null || cell.value === 0 || only === undefined ? undefined : casesOf(cell.window, only, period)
}

export interface CasesPart {
  /** The window whose list it is, or a cell of the statistics. */
  readonly of: string
  readonly path: string
}

/** The cells of the matters that the statistics count too. */
const cellsOfMatter: Readonly<Record<string, readonly [window: string, ...cells: string[]]>> = {
  marriage: ['marriage', 'marriage.total'], divorce: ['divorce', 'divorce.total'], divorceApplication: ['divorce', 'application.accepted'], withdrawal: ['divorce', 'withdrawal.total'], reissue: ['reissue', 'reissue.total'], courtNote: ['marriage', 'ending.void', 'ending.annulled'], revocation: ['marriage', 'ending.revoked'],
  reissueMarriage: ['reissue', 'reissue.certificate.marriage'], reissueDivorce: ['reissue', 'reissue.certificate.divorce'],
}
/** The windows whose cases can be corrected; each counts its own. */
const corrected = ['marriage', 'divorce', 'reissue']
/** The states in which the cases of other matters stand, and the windows that have them. */
const statesOfMatter: Readonly<Record<string, readonly [state: string, ...windows: string[]]>> = { notAccepted: ['notAccepted', 'divorce'], refusal: ['refused', 'marriage', 'divorce', 'reissue'], voided: ['voided', 'marriage', 'divorce', 'reissue'] }

/** The cells that funeral affairs count their cases in. */
const burialCells: Readonly<Record<string, string>> = { bodyReceived: 'received.total', cremated: 'cremated.total', vigil: 'vigil.total', ashesReleased: 'ashesReleased.total', ashesDeposited: 'deposit.in', placed: 'placed.total' }

/** The lists of the cases of a matter; more than one where several windows or cells have them. */
export const casesOfMatter = (matter: { readonly code: string; readonly window: string; readonly count: number }, period: Period): readonly CasesPart[] => {
  if (matter.count === 0) return []
  const part = (of: string, path: string | undefined): readonly CasesPart[] => (path === undefined ? [] : [{ of, path }])
  const burial = matter.window === 'burial' ? burialCells[matter.code] : undefined
  if (burial !== undefined) return part('burial', casesOf('burial', burial, period))
  const cells = cellsOfMatter[matter.code]
  if (cells !== undefined) return cells.slice(1).flatMap((cell) => part(cell, casesOf(cells[0], cell, period)))
  if (matter.code === 'correction') return corrected.filter((window) => matter.window === '' || window === matter.window).flatMap((window) => part(window, casesOf(window, `${window}Corrected.total`, period)))
  const states = statesOfMatter[matter.code]
  const { from, to } = period
  if (states !== undefined) return states.slice(1).filter((window) => matter.window === '' || window === matter.window).flatMap((window) => part(window, findWindow(window)?.casesPath({ from, to, state: states[0] })))
  return matter.window === 'archive' ? part('archive', findWindow('archive')?.casesPath({ from, to, kind: matter.code })) : []
}

// A marriage is counted by how it came about; the matter of that name is all three. What was refused or voided has a kind too and is no marriage.
const marriageKinds = ['marriage', 'late', 'remarriage']

/** The lists of the cases of a kind that a day, a month or a year counts. */
export const casesOfKind = (kind: { readonly window: string; readonly kind: string; readonly count: number }, period: Period): readonly CasesPart[] => {
  const path = marriageKinds.includes(kind.kind) && kind.count > 0 ? findWindow(kind.window)?.casesPath({ from: period.from, to: period.to, kind: kind.kind, cell: 'marriage.total' }) : undefined
  return path === undefined ? casesOfMatter({ code: kind.kind, window: kind.window, count: kind.count }, period) : [{ of: kind.window, path }]
}

/** Where the cases of an identity stand: the first part of its name is the window, applications are divorces, booklets the stock. */
export const casesOfIdentity = (id: string, period: Period): string | undefined => {
  const first = id.split('.')[0] ?? ''
  if (first === 'booklets') return '/stock'
  return findWindow(first === 'application' ? 'divorce' : first === 'ending' ? 'marriage' : first)?.casesPath({ from: period.from, to: period.to })
}

/** Columns that are the sum of others, which a drawing would show twice. */
const sums = new Set(['total', 'all', 'accepted', 'first', 'again', 'former', 'local.proxied', 'elsewhere.proxied'])
const isSum = (id: string): boolean => sums.has(id) || id.endsWith('.total') || id.endsWith('.woman') && !/^(man|woman|first|again)\./.test(id)

export interface Drawn {
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
  /** The cases behind a label. */
  readonly paths: readonly (string | undefined)[]
}

/** What of a table is drawn: many rows by their first column, few rows by their columns without the sums. */
export const drawnOf = (table: Table, say: (text: { readonly zh: string; readonly en: string }) => string): Drawn => {
  if (table.rows.length > 3) {
    const first = table.columns[0]
    const rows = table.rows.filter((row) => row.id !== 'total')
    return { labels: rows.map((row) => say(row.title)), series: first === undefined ? [] : [{ name: say(first.title), values: rows.map((row) => row.cells[0]?.value ?? 0) }], paths: rows.map((row) => (row.cells[0] === undefined ? undefined : casesOfCell(row.cells[0], row))) }
  }
  const columns = table.columns.map((column, index) => ({ column, index })).filter(({ column }) => !isSum(column.id))
  return {
    labels: columns.map(({ column }) => say(column.title)),
    // A total beside the one office it is the total of would be drawn twice.
    series: (table.rows.length === 1 ? table.rows : table.rows.filter((row) => row.id !== 'total')).map((row) => ({ name: say(row.title), values: columns.map(({ index }) => row.cells[index]?.value ?? 0) })),
    paths: columns.map(({ index }) => (table.rows.length === 1 && table.rows[0]?.cells[index] !== undefined ? casesOfCell(table.rows[0].cells[index], table.rows[0]) : undefined)),
  }
}
