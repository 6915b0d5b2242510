import type { JournalEntry } from '../../domain/action.ts'
import type { BoundaryActionOf, BoundaryLineAction, BoundaryPlan } from '../../domain/place-names/boundaries/actions.ts'
import type { BoundaryLine } from '../../domain/place-names/boundaries/line.ts'
import { applyBoundary } from '../../domain/place-names/boundaries/line.ts'
import { civilDate } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import type { IrregularAction } from '../../domain/place-names/irregular/actions.ts'
import type { IrregularName } from '../../domain/place-names/irregular/irregular.ts'
import { applyIrregular } from '../../domain/place-names/irregular/irregular.ts'
import type { NamePlanAction } from '../../domain/place-names/plans/actions.ts'
import type { NamePlan } from '../../domain/place-names/plans/plan.ts'
import { applyNamePlan } from '../../domain/place-names/plans/plan.ts'
import { linesOfBoundary, linesOfBoundaryPlan, linesOfIrregular, linesOfNamePlan } from '../../domain/place-names/statistics/counts.ts'
import type { PlaceNameLine } from '../../domain/place-names/statistics/counts.ts'
import { text } from '../../domain/text.ts'
import type { Connection, Reader } from '../connection.ts'
import type { Kept } from '../contract.ts'
import type { KeptColumns } from '../kept.ts'
import { keptIn } from '../kept.ts'
import { countChange } from './count.ts'
import { useDocuments } from './documents.ts'

/** Boundaries, plans of years, name plans and irregular names. */

export type RecordKind = 'boundary' | 'boundaryPlan' | 'namePlan' | 'irregular'
export const placeNameRecords = keptIn<RecordKind>('place_name_record')

/** Keeps a fold and counts what the entry changed of it. */
const keep = <T>(db: Connection, entry: JournalEntry, kind: RecordKind, apply: (before: T | undefined) => T, columns: (value: T) => Partial<KeptColumns>, linesOf: (value: T) => readonly PlaceNameLine[], nameOf: (value: T, item: string) => string, id?: string): void => {
  let before: T | undefined
  const after = placeNameRecords.keep<T>(db, kind, entry, (known) => apply((before = known)), columns, id)
  countChange(db, entry, before === undefined ? [] : linesOf(before), linesOf(after), (item) => nameOf(after, item))
}

/** Any act on a boundary; throws as `applyBoundary` does. */
export const boundaryChanged = (db: Connection, entry: JournalEntry): void =>
  keep<BoundaryLine>(db, entry, 'boundary', (known) => applyBoundary(known, entry.action as BoundaryLineAction), ({ facts, state, ended }) => ({ name: facts.name, state, day: facts.approvedOn, endedOn: ended?.day ?? '' }), linesOfBoundary, ({ facts }) => facts.name)

/** The plan of a year takes the place of the one before; throws `invalid` where the subject names another year. */
export const boundaryPlanSet = (db: Connection, entry: JournalEntry): void => {
  const { subject, body } = entry.action as BoundaryActionOf<'boundaryPlan.set'>
  civilDate(body.day, 'day')
  if (subject !== `boundaryPlan/${String(body.year)}`) throw new LantaiError('invalid', text('年度不符', 'The subject names another year'), 'year')
  keep<BoundaryPlan>(db, entry, 'boundaryPlan', () => body, ({ day }) => ({ name: String(body.year), day }), (plan) => linesOfBoundaryPlan(subject, plan), (_, item) => placeNameRecords.find<BoundaryLine>(db, 'boundary', item)?.value.facts.name ?? '')
}

/** Any act on a name plan; throws as `applyNamePlan` does. */
export const namePlanChanged = (db: Connection, entry: JournalEntry): void =>
  keep<NamePlan>(db, entry, 'namePlan', (known) => applyNamePlan(known, entry.action as NamePlanAction), ({ facts, ended }) => ({ name: facts.title, day: facts.from, endedOn: ended?.day ?? facts.to }), linesOfNamePlan, ({ facts }) => facts.title)

/** Any act on an irregular name; throws as `applyIrregular` does, `conflict` for the number of a notice that is used. */
export const irregularChanged = (db: Connection, entry: JournalEntry): void => {
  keep<IrregularName>(db, entry, 'irregular', (known) => applyIrregular(known, entry.action as IrregularAction), ({ facts, foundOn, settled }) => ({ name: facts.name, state: settled === null ? 'open' : settled.how, day: foundOn, endedOn: settled?.day ?? '' }), linesOfIrregular, ({ facts }) => facts.name)
  useDocuments(db, entry)
}

/** Irregular names found within days; `open` those that are not settled, or only those that are. */
export const irregular = (db: Reader, filter: { readonly open?: boolean; readonly from?: string; readonly to?: string }): readonly Kept<IrregularName>[] =>
  placeNameRecords.all<IrregularName>(db, 'irregular').filter(({ value }) => (filter.open === undefined || filter.open === (value.settled === null)) && (filter.from === undefined || value.foundOn >= filter.from) && (filter.to === undefined || value.foundOn <= filter.to))
