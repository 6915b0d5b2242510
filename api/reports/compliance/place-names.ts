import type { FailingFile } from '../../../db/inspection/contract.ts'
import type { WindowRun } from '../../../db/inspection/run.ts'
import type { PlaceNameRow } from '../../../db/place-names/contract.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import type { InspectionResult } from '../../../domain/inspecting.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { reportOf, type PlaceNameReportCard, type ReportState } from '../../../domain/place-names/case/report.ts'
import { onceEach, tallying, type JudgedCase } from '../../../domain/reports/judged.ts'
import { nameless } from '../../../domain/reports/nameless.ts'
import type { House } from '../../house.ts'
import { caseContextOf } from '../../place-names/cases/context.ts'
import { breather, foldOfRow } from '../../place-names/cases/folds.ts'
import { remembering } from '../../place-names/statistics/report.ts'

/** Place-name cases are few, and their rules look all over the gazetteer: they are judged in this thread, with a breath for other counters. */

const results: Readonly<Record<ReportState, InspectionResult>> = { pass: 'pass', attested: 'pass', fail: 'fail', notApplicable: 'notApplicable', open: 'unexamined' }

/** The acts of a case where they are all of one kind. */
const kindOf = ({ acts }: Pick<PlaceNameRow, 'acts'>): string => {
  const [first = '', ...others] = new Set(acts)
  return others.length === 0 ? first : 'several'
}

const judgedOf = (row: PlaceNameRow, { rows }: PlaceNameReportCard): JudgedCase => {
  const { rules, results: found } = onceEach(rows.map(({ rule, state }) => ({ rule, result: results[state] })))
  const attested = new Set(rows.filter(({ state }) => state === 'attested').map(({ rule }) => rule))
  const verdict = found.includes('fail') ? 'failed' : found.includes('unexamined') ? 'unexamined' : found.includes('pass') ? 'qualified' : 'notApplicable'
  return { kind: kindOf(row), registrar: row.registrar, counter: row.counter, verdict, rules, results: found, attested: [...attested] }
}

const wordsOf = (row: PlaceNameRow, { file }: PlaceNameCase, { rows }: PlaceNameReportCard): FailingFile => {
  const people = [file.applicant.contact, file.applicant.agent]
  return {
    id: row.id, number: row.document, day: row.decidedOn, kind: kindOf(row), registrar: row.registrar, counter: row.counter,
    faults: rows.flatMap(({ rule, item, state, title, message, field }) => {
      if (state !== 'fail') return []
      // Rules on names speak of fields of the name itself.
      const at = field === undefined ? undefined : item === '' || field.startsWith('items.') ? field : `items.${item}.${field}`
      return [{ rule, title, message: nameless(message ?? title, people), ...(at === undefined ? {} : { field: at }) }]
    }),
  }
}

/** What judging is asked for. */
interface Asked {
  readonly today: CivilDate
  /** How many failing cases are given in words. */
  readonly failing: number
  /** Keeps folds from one run to the next. */
  readonly owner: object
  readonly signal?: AbortSignal | undefined
  readonly onCase: () => void
}

/** Judges the place-name cases decided in a period, given by day: a case fails when a rule fails for it or one of its names. */
export const judgePlaceNames = async (house: House, rows: readonly PlaceNameRow[], { today, failing, owner, signal, onCase }: Asked): Promise<WindowRun> => {
  const rest = breather()
  const reads = remembering(house.register.read)
  const count = tallying()
  const failed: { readonly row: PlaceNameRow; readonly words: FailingFile }[] = []
  for (const row of rows) {
    signal?.throwIfAborted()
    const folded = await foldOfRow(owner, reads, row)
    const { context, names } = await caseContextOf(house, reads, folded, today)
    const card = reportOf(folded, context, names)
    const judged = judgedOf(row, card)
    count.add(judged)
    if (judged.verdict === 'failed') failed.push({ row, words: wordsOf(row, folded, card) })
    onCase()
    await rest()
  }
  // Newest first, as the files of the other windows come.
  failed.reverse()
  return { tally: count.tally(), failedIds: failed.map(({ row }) => row.id), failing: failed.slice(0, failing).map(({ words }) => words), elsewhere: {} }
}
