import type { ReissueActionKind } from '../../domain/reissue/actions.ts'
import { caseAppliers } from '../case/appliers.ts'
import type { Applier } from '../windows.ts'
import { reissueKind } from './kind.ts'

const shared = caseAppliers(reissueKind)

/** The appliers of a reissue; each refuses a state that does not allow it, inside the transaction. */
export const reissueAppliers: Readonly<Record<ReissueActionKind, Applier>> = {
  'reissue.opened': shared.opened,
  'reissue.amended': shared.amended,
  'reissue.checked': shared.simple,
  'reissue.registered': shared.registered,
  'reissue.refused': shared.refused,
  'reissue.abandoned': shared.abandoned,
  'reissue.printed': shared.simple,
  'reissue.reprinted': shared.reprinted,
  'reissue.proofread': shared.simple,
  'reissue.delivered': shared.delivered,
  'reissue.corrected': shared.corrected,
  'reissue.voided': shared.voided,
  'reissue.inspected': shared.inspected,
  'reissue.archived': shared.archived,
}
