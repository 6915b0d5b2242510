import { applicantsOf, type ReissueFile } from '../../domain/reissue/file.ts'
import { identityType, orBlank, dayOrBlank, person } from '../case/words.ts'
import type { ReissueRecord } from '../contract.ts'

/** The number a paper of a reissue is known by. */
export const numberOf = ({ folded }: ReissueRecord): string => (folded.number === '' ? folded.id : folded.number)

/** The day of a paper: of the decision, else of the opening. */
export const dayOf = ({ folded }: ReissueRecord): string => folded.day || folded.openedAt.slice(0, 10)

/** The certificate that is reissued. */
export const certificateName = ({ folded }: ReissueRecord): '结婚证' | '离婚证' => (folded.file.certificate === 'marriage' ? '结婚证' : '离婚证')

/** What was registered by it. */
export const registeredAs = ({ folded }: ReissueRecord): '结婚' | '离婚' => (folded.file.certificate === 'marriage' ? '结婚' : '离婚')

export const reasonNames: Readonly<Record<ReissueFile['reason'], string>> = { '': '', lost: '遗失', damaged: '损毁', mismatch: '记载信息与现有身份证件不一致' }

/** Who applies. */
export const applicantNames: Readonly<Record<ReissueFile['applicant'], string>> = { man: '男方', woman: '女方', both: '双方' }

/** What the office found of the file, in a line. */
export const verificationOf = ({ verification: { found, matches, proof } }: ReissueFile): string =>
  [{ '': '', here: '本机关存有档案', elsewhere: '档案存于其他单位', lost: '档案遗失' }[found], { '': '', yes: '经核对与申请人所述一致', no: '与申请人所述不一致' }[matches], proof].filter((one) => one !== '').join('；')

/** The proxy and the notarised mandate, in a line; empty without one. */
export const proxyOf = ({ proxy }: ReissueFile): string =>
  proxy === null ? '' : `${proxy.name}，${identityTypeOf(proxy.identityType)}${proxy.identityNumber}；${proxy.notary}${dayOrBlank(proxy.mandateDay)}公证委托书，编号${orBlank(proxy.mandateNumber)}`

const identityTypeOf = (type: NonNullable<ReissueFile['proxy']>['identityType']): string => identityType({ identityType: type })

/** What the papers of a reissue say of the case, for their digests. */
export const commonFacts = (record: ReissueRecord) => {
  const { folded } = record
  const { certificate, applicant, original, reason, proxy, parties } = folded.file
  return { officeName: record.officeName, certificate, applicant, original, reason, proxy: proxy === null ? null : proxyOf(folded.file), parties: parties.map(person), number: folded.number, day: folded.day, sample: record.sample }
}

export { applicantsOf }
