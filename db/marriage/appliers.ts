import type { MarriageActionBody, MarriageActionKind } from '../../domain/marriage/actions.ts'
import type { EndingActionKind } from '../../domain/marriage/endings.ts'
import { caseAppliers } from '../case/appliers.ts'
import { bodyOf } from '../case/kind.ts'
import type { Applier } from '../windows.ts'
import { endingAppliers, endingFiled, endingLifted } from './endings.ts'
import { marriageKind } from './kind.ts'

const shared = caseAppliers(marriageKind)

const screened: Applier = (db, entry) => {
  const held = shared.stepOf(db, entry)
  db.prepare('UPDATE marriage_case SET planned_day = ? WHERE key = ?').run(bodyOf<MarriageActionBody<'marriage.screened'>>(entry).plannedDay, held.key)
  shared.step(db, entry, held)
}

/** The appliers of a marriage case and of its end; each refuses a state that does not allow it, inside the transaction. */
export const marriageAppliers: Readonly<Record<MarriageActionKind | EndingActionKind, Applier>> = {
  'marriage.opened': shared.opened,
  'marriage.amended': shared.amended,
  'marriage.screened': screened,
  'marriage.checked': shared.simple,
  'marriage.registered': shared.registered,
  'marriage.refused': shared.refused,
  'marriage.abandoned': shared.abandoned,
  'marriage.printed': shared.simple,
  'marriage.reprinted': shared.reprinted,
  'marriage.proofread': shared.simple,
  'marriage.delivered': shared.delivered,
  'marriage.corrected': shared.corrected,
  'marriage.voided': shared.voided,
  'marriage.inspected': shared.inspected,
  'marriage.archived': shared.archived,
  'marriage.endingFiled': endingFiled(shared.stepOf),
  'marriage.endingLifted': endingLifted(shared.stepOf),
  ...endingAppliers,
}
