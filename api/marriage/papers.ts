import { crossNotes } from '../../domain/marriage/endings.ts'
import type { MarriageCase } from '../../domain/marriage/fold.ts'
import { text, type Text } from '../../domain/text.ts'
import type { EndingRecord, MarriageRecord } from '../../templates/contract.ts'
import type { PapersSpec } from '../case/spec.ts'
import type { House } from '../house.ts'

/** Papers of which each party has its own. */
const eachParty: ReadonlySet<string> = new Set(['marriage.declaration', 'marriage.certificate'])

const endingPapers: ReadonlySet<string> = new Set(['marriage.revocationNotice', 'marriage.revocationDecision', 'marriage.endingNote'])

/** The ending a paper tells of: the revocation for its own papers, for the note the last of whatever kind. */
const endingFor = (paper: string, { endings }: MarriageCase): number => (paper === 'marriage.endingNote' ? endings.length - 1 : endings.findLastIndex(({ kind }) => kind === 'revoked'))

/** Why a paper of a case cannot be printed yet, or undefined when it can. */
const whyNot = (paper: string, folded: MarriageCase): Text | undefined => {
  if (folded.state === 'abandoned') return text('当事人已放弃办理', 'The parties gave up')
  switch (paper) {
    case 'marriage.declaration':
      return folded.file.parties.some((party) => party.name === '') ? text('双方姓名还没有填写', 'The names of both parties are not entered yet') : undefined
    case 'marriage.review':
      return folded.number === '' ? text('还没有准予登记', 'Not registered yet') : undefined
    case 'marriage.certificate':
      if (folded.number === '') return text('还没有准予登记', 'Not registered yet')
      return folded.state === 'voided' ? text('登记已作废', 'The registration is void') : undefined
    case 'marriage.refusal':
      return folded.refusal === null ? text('没有作出不予办理的决定', 'No refusal has been decided') : undefined
    case 'marriage.cover':
      return folded.archive === null ? text('还没有归档', 'Not filed in the archive yet') : undefined
    case 'marriage.revocationNotice':
    case 'marriage.revocationDecision':
    case 'marriage.endingNote':
      if (endingFor(paper, folded) >= 0) return undefined
      return paper === 'marriage.endingNote' ? text('没有注记婚姻终止', 'No end of the marriage is noted') : text('没有撤销婚姻登记', 'The registration has not been revoked')
    default:
      return text('没有这种文件', 'There is no such paper')
  }
}

const recordOf = async (house: House, folded: MarriageCase): Promise<MarriageRecord> => {
  const office = await house.office()
  const { refusal, archive } = folded
  return {
    caseId: folded.id, file: folded.file, number: folded.number,
    // Before the registration the papers bear the day the case was opened, so that they print the same tomorrow.
    day: folded.day === '' ? folded.openedAt.slice(0, 10) : folded.day,
    serials: folded.serials, officeName: folded.officeName === '' ? office.name : folded.officeName, area: folded.area === '' ? office.areaOn(house.today()) : folded.area, opinion: folded.opinion,
    photo: folded.file.photo === null ? undefined : await house.register.files.get(folded.file.photo.hash),
    ...(refusal === null ? {} : { refusal: { day: refusal.day, grounds: refusal.grounds.map(({ law, reason }) => ({ law, reason })) } }),
    ...(archive === null ? {} : { archive }),
    sample: office.sample,
  }
}

const endingRecordOf = (paper: string, folded: MarriageCase, marriage: MarriageRecord): EndingRecord => {
  const index = endingFor(paper, folded)
  const ending = folded.endings[index]
  if (ending === undefined) throw new Error(`${paper} is asked of a case without an ending`)
  return { marriage, ending: ending.action, index, ...crossNotes(folded, ending.action, ending.file), sample: marriage.sample }
}

/** The papers of marriage cases. */
export const marriagePapers: PapersSpec<MarriageCase> = {
  ids: ['marriage.declaration', 'marriage.review', 'marriage.certificate', 'marriage.refusal', 'marriage.cover', ...endingPapers],
  // Papers of an end are not spoken of while there is none.
  partiesOf: (paper, folded) => (eachParty.has(paper) ? [0, 1] : endingPapers.has(paper) && endingFor(paper, folded) < 0 ? [] : undefined),
  whyNot,
  record: async (house, folded, paper) => {
    const record = await recordOf(house, folded)
    return endingPapers.has(paper) ? endingRecordOf(paper, folded, record) : record
  },
  findByNumber: (reads, number) => reads.findMarriageByNumber(number),
}
