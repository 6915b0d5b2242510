import { groundTitles } from '../../domain/burial/titles.ts'
import { recordsOf } from '../case/records.ts'

export { answered, pageOf, recordAll, requireCome } from '../case/records.ts'

/** The past of cemeteries, plots, graves, facilities and grounds. */
export const { ownEntries, historyOf, requireSeen } = recordsOf(groundTitles)
