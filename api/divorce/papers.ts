import type { DivorceCase } from '../../domain/divorce/fold.ts'
import { text, type Text } from '../../domain/text.ts'
import type { DivorceRecord } from '../../templates/contract.ts'
import type { PapersSpec } from '../case/spec.ts'
import type { House } from '../house.ts'

const both = [0, 1] as const
type Parties = readonly (0 | 1)[] | undefined

/** Of whom there is one each; an interview of those who were questioned, a statement of those who lost the booklet. */
const partiesOf = (paper: string, { file }: DivorceCase): Parties => {
  switch (paper) {
    case 'divorce.declaration':
    case 'divorce.certificate':
      return both
    case 'divorce.interview': {
      const questioned = both.filter((index) => file.interviews[index] !== null)
      return questioned.length === 0 ? both : questioned
    }
    case 'divorce.lossStatement':
      return both.filter((index) => file.marriage.certificates[index] === 'lost')
    default:
      return undefined
  }
}

const unless = (there: boolean, zh: string, en: string): Text | undefined => (there ? undefined : text(zh, en))

/** Why a paper of a case cannot be printed yet, or undefined when it can. Withdrawn and lapsed applications keep the papers they had. */
const whyNot = (paper: string, folded: DivorceCase): Text | undefined => {
  if (folded.state === 'abandoned') return text('当事人已放弃办理', 'The parties gave up')
  const named = folded.file.parties.every((party) => party.name !== '')
  switch (paper) {
    case 'divorce.application':
    case 'divorce.agreement':
      return unless(named, '双方姓名还没有填写', 'The names of both parties are not entered yet')
    case 'divorce.lossStatement':
      if (!named) return text('双方姓名还没有填写', 'The names of both parties are not entered yet')
      return unless(folded.file.marriage.certificates.includes('lost'), '没有遗失的结婚证', 'No marriage certificate is lost')
    case 'divorce.receipt':
      return unless(folded.accepted !== null, '还没有受理', 'Not accepted yet')
    case 'divorce.nonAcceptance':
      return unless(folded.notAccepted !== null, '没有作出不予受理的决定', 'It has not been turned down')
    case 'divorce.withdrawal':
      // The party signs it before the act; printed then, it leaves open who withdraws.
      return unless(folded.withdrawn !== null || folded.state === 'accepted', '没有受理的离婚登记申请', 'There is no accepted application')
    case 'divorce.confirmation':
      return unless(folded.withdrawn !== null, '没有撤回申请', 'The application has not been withdrawn')
    case 'divorce.declaration':
      return unless(folded.issuance !== null, '双方还没有到场申请发证', 'Both have not come for the certificate yet')
    case 'divorce.interview':
      return unless(folded.file.interviews.some((interview) => interview !== null), '还没有询问笔录', 'Nobody has been questioned yet')
    case 'divorce.review':
      return unless(folded.number !== '', '还没有准予登记', 'Not registered yet')
    case 'divorce.certificate':
      if (folded.number === '') return text('还没有准予登记', 'Not registered yet')
      return unless(folded.state !== 'voided', '登记已作废', 'The registration is void')
    case 'divorce.refusal':
      return unless(folded.refusal !== null, '没有作出不予办理的决定', 'No refusal has been decided')
    case 'divorce.cover':
      return unless(folded.archive !== null, '还没有归档', 'Not filed in the archive yet')
    default:
      return text('没有这种文件', 'There is no such paper')
  }
}

const bytesOf = async (house: House, photo: { readonly hash: string } | null): Promise<Uint8Array | undefined> => (photo === null ? undefined : house.register.files.get(photo.hash))

const record = async (house: House, folded: DivorceCase): Promise<DivorceRecord> => {
  const office = await house.office()
  const [man, woman] = folded.file.photos
  return {
    folded, officeName: folded.officeName === '' ? office.name : folded.officeName, area: folded.area === '' ? office.areaOn(folded.openedAt.slice(0, 10)) : folded.area,
    photos: [await bytesOf(house, man), await bytesOf(house, woman)], sample: office.sample,
  }
}

/** The papers of divorce cases. */
export const divorcePapers: PapersSpec<DivorceCase> = {
  ids: [
    'divorce.application', 'divorce.lossStatement', 'divorce.receipt', 'divorce.nonAcceptance', 'divorce.withdrawal', 'divorce.confirmation', 'divorce.declaration', 'divorce.interview', 'divorce.agreement',
    'divorce.review', 'divorce.certificate', 'divorce.refusal', 'divorce.cover',
  ],
  partiesOf, whyNot, record,
  findByNumber: (reads, number) => reads.findDivorceByNumber(number),
}
