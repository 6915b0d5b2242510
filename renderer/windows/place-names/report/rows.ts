import type { PlaceNameReport } from '../../../../api/schemas/boundaries.ts'
import { percent } from '../../../shared/format.ts'

type ReportedCase = PlaceNameReport['cases'][number]
export type FailingRow = ReportedCase['failing'][number]

/** What is asked to be shown: all that fails or is open, only what fails, or one rule by its code. */
export interface Wanted {
  readonly onlyFailed: boolean
  readonly code: string
}

/** Cases with the rows that were asked for, what fails first in each and among them; cases without such rows are left out. */
export const casesWith = (cases: readonly ReportedCase[], { onlyFailed, code }: Wanted): readonly ReportedCase[] => {
  const wanted = (row: FailingRow): boolean => (!onlyFailed || row.state === 'fail') && (code === '' || row.code === code)
  const weight = (row: FailingRow): number => (row.state === 'fail' ? 0 : 1)
  const fails = ({ failing }: ReportedCase): number => failing.filter(({ state }) => state === 'fail').length
  return cases
    .map((one) => ({ ...one, failing: one.failing.filter(wanted).toSorted((a, b) => weight(a) - weight(b)) }))
    .filter(({ failing }) => failing.length > 0)
    .toSorted((a, b) => fails(b) - fails(a) || (a.decidedOn < b.decidedOn ? 1 : a.decidedOn > b.decidedOn ? -1 : 0))
}

/** Where a row is mended: the case at the field it speaks of, at its compliance list where it speaks of none. */
export const pathOfRow = (id: string, { field }: Pick<FailingRow, 'field'>): string => `/place-names/${id}?${new URLSearchParams({ field: field ?? 'compliance' }).toString()}`

/** The share that passed of what was examined, in per cent; undefined where nothing was examined, and where all that was examined passed while something is unanswered: that is no 100 %. */
export const passedShare = ({ passed, examined, complete }: Pick<PlaceNameReport, 'passed' | 'examined' | 'complete'>): string | undefined => (examined === 0 || (passed === examined && !complete) ? undefined : percent(passed, examined))
