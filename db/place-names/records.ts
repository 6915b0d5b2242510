import type { JournalEntry } from '../../domain/action.ts'
import type { BoundaryActionOf, BoundaryLineAction, BoundaryPlan } from '../../domain/place-names/boundaries/actions.ts'
import type { BoundaryLine } from '../../domain/place-names/boundaries/line.ts'
import { applyBoundary } from '../../domain/place-names/boundaries/line.ts'
import { civilDate } from '../../domain/dates.ts'
import type { IrregularAction } from '../../domain/place-names/irregular/actions.ts'
import type { IrregularName } from '../../domain/place-names/irregular/irregular.ts'
import { applyIrregular } from '../../domain/place-names/irregular/irregular.ts'
import type { NamePlanAction } from '../../domain/place-names/plans/actions.ts'
import type { NamePlan } from '../../domain/place-names/plans/plan.ts'
import { applyNamePlan } from '../../domain/place-names/plans/plan.ts'
import { linesOfBoundary } from '../../domain/place-names/statistics/counts.ts'
import type { Connection, Reader } from '../connection.ts'
import type { Kept } from '../contract.ts'
import { keptIn } from '../kept.ts'
import { countChange } from './count.ts'
import { useDocuments } from './documents.ts'

/** Boundaries, plans of years, name plans and irregular names. */

export type RecordKind = 'boundary' | 'boundaryPlan' | 'namePlan' | 'irregular'
export const placeNameRecords = keptIn<RecordKind>('place_name_record')

/** Any act on a boundary; throws as `applyBoundary` does. */
export const boundaryChanged = (db: Connection, entry: JournalEntry): void => {
  let before: BoundaryLine | undefined
  const after = placeNameRecords.keep<BoundaryLine>(db, 'boundary', entry, (known) => applyBoundary((before = known), entry.action as BoundaryLineAction), ({ facts, state, ended }) => ({ name: facts.name, state, day: facts.approvedOn, endedOn: ended?.day ?? '' }))
  countChange(db, entry, before === undefined ? [] : linesOfBoundary(before), linesOfBoundary(after), () => after.facts.name)
}

/** The plan of a year takes the place of the one before. */
export const boundaryPlanSet = (db: Connection, entry: JournalEntry): void => {
  const { body } = entry.action as BoundaryActionOf<'boundaryPlan.set'>
  civilDate(body.day, 'day')
  placeNameRecords.keep<BoundaryPlan>(db, 'boundaryPlan', entry, () => body, ({ day }) => ({ name: String(body.year), day }), `boundaryPlan/${String(body.year)}`)
}

/** Any act on a name plan; throws as `applyNamePlan` does. */
export const namePlanChanged = (db: Connection, entry: JournalEntry): void => {
  placeNameRecords.keep<NamePlan>(db, 'namePlan', entry, (known) => applyNamePlan(known, entry.action as NamePlanAction), ({ facts, ended }) => ({ name: facts.title, day: facts.from, endedOn: ended?.day ?? facts.to }))
}

/** Any act on an irregular name; throws as `applyIrregular` does. */
export const irregularChanged = (db: Connection, entry: JournalEntry): void => {
  placeNameRecords.keep<IrregularName>(db, 'irregular', entry, (known) => applyIrregular(known, entry.action as IrregularAction), ({ facts, foundOn, settled }) => ({ name: facts.name, state: settled === null ? 'open' : settled.how, day: foundOn, endedOn: settled?.day ?? '' }))
  useDocuments(db, entry)
}

/** Irregular names found within days; `open` those that are not settled, or only those that are. */
export const irregular = (db: Reader, filter: { readonly open?: boolean; readonly from?: string; readonly to?: string }): readonly Kept<IrregularName>[] =>
  placeNameRecords.all<IrregularName>(db, 'irregular').filter(({ value }) => (filter.open === undefined || filter.open === (value.settled === null)) && (filter.from === undefined || value.foundOn >= filter.from) && (filter.to === undefined || value.foundOn <= filter.to))
