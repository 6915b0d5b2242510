import { findDocumentNumber } from '../../../../domain/place-names/document-numbers.ts'
import { placeNamePath } from '../shared/path.ts'
import type { Reply } from '../../../shared/client.ts'

export type Documents = Reply<'listPlaceNameDocuments'>
export type DocumentRow = Documents['rows'][number]
type Fault = Documents['faults'][number]

/** How many numbers are missing, and how many were given more than once. */
export const countFaults = (faults: readonly Fault[]): { readonly gaps: number; readonly repeats: number } => ({
  gaps: faults.reduce((sum, { gaps }) => sum + gaps.reduce((count, { from, to }) => count + to - from + 1, 0), 0),
  repeats: faults.reduce((sum, { repeated }) => sum + repeated.length, 0),
})

/** The papers that carry a number of an agency's code. */
export const rowsOfNumber = (rows: readonly DocumentRow[], { agency, year }: Fault, serial: number): readonly DocumentRow[] =>
  rows.filter(({ number }) => {
    const found = findDocumentNumber(number)
    return found?.agency === agency && found.year === year && found.serial === serial
  })

const platePapers: readonly string[] = ['plate', 'plateCertificate']
/** Where the desk keeps what a paper is of: plates of a street have a page beside that of the street. */
export const pathOfDocument = ({ paper, subject }: Pick<DocumentRow, 'paper' | 'subject'>): string => (platePapers.includes(paper) ? `/place-names/plates/${subject}` : placeNamePath(subject))

/** Rows in the order of their numbers, each code for itself: 2 before 10. */
export const inOrder = (rows: readonly DocumentRow[]): readonly (DocumentRow & { readonly place: number })[] =>
  rows
    .map((row) => ({ row, found: findDocumentNumber(row.number) }))
    .toSorted((a, b) => (a.found?.agency ?? a.row.number).localeCompare(b.found?.agency ?? b.row.number, 'zh') || (a.found?.year ?? 0) - (b.found?.year ?? 0) || (a.found?.serial ?? 0) - (b.found?.serial ?? 0))
    .map(({ row }, place) => ({ ...row, place }))

/** The year an address asks for; this year where it asks for none. */
export const yearOf = (params: URLSearchParams, today: string): number => {
  const year = Number(params.get('year') ?? '')
  return Number.isInteger(year) && year >= 1980 && year <= 2200 ? year : Number(today.slice(0, 4))
}
