import type { CivilDate } from '../dates.ts'
import { formatChinesePadded } from '../dates.ts'
import type { ReissueFile } from './file.ts'

/** Remark of a reissued certificate by reason; 【证】 is the certificate, 【日】 the day of the reissue. An office may keep its own wording under the same names. */
export const reissueRemarks: Readonly<Record<Exclude<ReissueFile['reason'], ''>, string>> = {
  lost: '【证】遗失，补发此证。【日】',
  damaged: '【证】损毁，补发此证。【日】',
  mismatch: '【证】记载信息与现有身份证件不一致，补发此证。【日】',
}

/** The remark that a reissued certificate carries; empty while the reason is not known. The day of registration on it stays the original one. */
export const reissueRemark = (file: Pick<ReissueFile, 'certificate' | 'reason'>, day: CivilDate, wordings: typeof reissueRemarks = reissueRemarks): string =>
  file.reason === '' ? '' : wordings[file.reason].replaceAll('【证】', file.certificate === 'marriage' ? '结婚证' : '离婚证').replaceAll('【日】', formatChinesePadded(day))
