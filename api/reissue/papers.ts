import { applicantsOf } from '../../domain/reissue/file.ts'
import type { ReissueCase } from '../../domain/reissue/fold.ts'
import { text, type Text } from '../../domain/text.ts'
import type { ReissueRecord } from '../../templates/contract.ts'
import type { PapersSpec } from '../case/spec.ts'
import type { House } from '../house.ts'

const partiesOf = (paper: string, { file }: ReissueCase): readonly (0 | 1)[] | undefined => {
  switch (paper) {
    case 'reissue.declaration':
    case 'reissue.certificate':
      return applicantsOf(file)
    case 'reissue.lossStatement':
      return file.reason === 'lost' ? applicantsOf(file) : []
    default:
      return undefined
  }
}

const unless = (there: boolean, zh: string, en: string): Text | undefined => (there ? undefined : text(zh, en))

/** Why a paper of a case cannot be printed yet, or undefined when it can. */
const whyNot = (paper: string, folded: ReissueCase): Text | undefined => {
  if (folded.state === 'abandoned') return text('当事人已放弃办理', 'The applicants gave up')
  switch (paper) {
    case 'reissue.declaration':
      return unless(folded.file.parties.every((party) => party.name !== ''), '双方姓名还没有填写', 'The names of both parties are not entered yet')
    case 'reissue.lossStatement':
      return unless(folded.file.reason === 'lost', '补领原因不是遗失', 'The certificate was not lost')
    case 'reissue.review':
      return unless(folded.number !== '', '还没有准予补发', 'Not granted yet')
    case 'reissue.certificate':
      if (folded.number === '') return text('还没有准予补发', 'Not granted yet')
      return unless(folded.state !== 'voided', '登记已作废', 'The registration is void')
    case 'reissue.refusal':
      return unless(folded.refusal !== null, '没有作出不予补发的决定', 'No refusal has been decided')
    case 'reissue.cover':
      return unless(folded.archive !== null, '还没有归档', 'Not filed in the archive yet')
    default:
      return text('没有这种文件', 'There is no such paper')
  }
}

const bytesOf = async (house: House, photo: { readonly hash: string } | null): Promise<Uint8Array | undefined> => (photo === null ? undefined : house.register.files.get(photo.hash))

const record = async (house: House, folded: ReissueCase): Promise<ReissueRecord> => {
  const office = await house.office()
  const { photo, photos } = folded.file
  return {
    folded, officeName: folded.officeName === '' ? office.name : folded.officeName, area: folded.area === '' ? office.areaOn(folded.openedAt.slice(0, 10)) : folded.area,
    photo: await bytesOf(house, photo), photos: [await bytesOf(house, photos[0]), await bytesOf(house, photos[1])], sample: office.sample,
  }
}

/** The papers of reissues. */
export const reissuePapers: PapersSpec<ReissueCase> = {
  ids: ['reissue.declaration', 'reissue.lossStatement', 'reissue.review', 'reissue.certificate', 'reissue.refusal', 'reissue.cover'],
  partiesOf, whyNot, record,
  findByNumber: (reads, number) => reads.findReissueByNumber(number),
}
