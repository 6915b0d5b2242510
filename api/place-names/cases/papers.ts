import { LantaiError } from '../../../domain/error.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { reportOf } from '../../../domain/place-names/case/report.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { PlaceNameRecord } from '../../../templates/contract.ts'
import type { PapersSpec } from '../../case/spec.ts'
import type { House } from '../../house.ts'
import { profileOn } from '../profile.ts'
import { caseContextOf } from './context.ts'

/** The papers of a case in the order of the counter's work. */
export const casePaperIds = [
  'place-names.application', 'place-names.acceptance', 'place-names.supplement', 'place-names.notAccepted', 'place-names.consultation', 'place-names.display', 'place-names.expert', 'place-names.provisional', 'place-names.request', 'place-names.opinion', 'place-names.reply', 'place-names.refusal', 'place-names.delivery',
  'place-names.filingReport', 'place-names.filingForm', 'place-names.notice', 'place-names.certificate', 'place-names.sign', 'place-names.contents', 'place-names.report',
] as const

/** Approved names that stand: a removed one has neither certificate nor sign. */
const standing = ({ words, file }: PlaceNameCase): readonly string[] => words.map(({ item }) => item).filter((item) => file.items.find(({ id }) => id === item)?.act !== 'removal')

const numbersOf = (paper: string, folded: PlaceNameCase): readonly string[] | undefined => {
  switch (paper) {
    case 'place-names.consultation': return folded.consultations.map(({ asked }) => asked.consultation)
    case 'place-names.display': return folded.displays.map(({ shown }) => shown.display)
    case 'place-names.notice': return [...new Set(folded.notices.map(({ number }) => number))]
    case 'place-names.filingReport': case 'place-names.filingForm': return [...new Set(folded.filings.map(({ body }) => body.document))].filter((document) => document !== '')
    case 'place-names.provisional': return folded.provisional.map(({ item }) => item)
    case 'place-names.certificate': case 'place-names.sign': return standing(folded)
    default: return undefined
  }
}

const unless = (there: boolean, zh: string, en: string): Text | undefined => (there ? undefined : text(zh, en))
const refused = ({ decision }: PlaceNameCase): boolean => decision?.decisions.some(({ outcome }) => outcome === 'refused') === true

/** Says whether the reply can be drafted: reviewed, not decided, and a name the review agrees to. */
const isDrafted = ({ state, file, review }: PlaceNameCase): boolean => (state === 'reviewed' || state === 'forwarded') && file.source === 'application' && review?.verdicts.some(({ verdict }) => verdict === 'approve') === true

/** Why a paper of a case cannot be printed yet, or undefined when it can. */
const whyNot = (paper: string, folded: PlaceNameCase): Text | undefined => {
  const approved = folded.words.length > 0
  switch (paper) {
    case 'place-names.application': return unless(folded.file.items.length > 0, '还没有填写地名', 'No name has been entered yet')
    case 'place-names.acceptance': return unless(folded.accepted !== null, '还没有受理', 'Not accepted yet')
    case 'place-names.supplement': return unless(folded.supplement !== null, '没有告知补正', 'No supplement was asked')
    case 'place-names.notAccepted': return unless(folded.notAccepted !== null, '没有不予受理', 'It was not turned away')
    case 'place-names.consultation': return unless(folded.consultations.length > 0, '没有发函征求意见', 'Nobody was consulted')
    case 'place-names.display': return unless(folded.displays.length > 0, '没有公示', 'Nothing was displayed')
    case 'place-names.expert': return unless(folded.accepted !== null, '还没有受理', 'Not accepted yet')
    case 'place-names.provisional': return unless(folded.provisional.length > 0, '没有预命名', 'No name was given provisionally')
    case 'place-names.request': return folded.file.source === 'consultation' ? text('征求意见的来函不需报批', 'A consultation is not forwarded') : unless(folded.review !== null, '还没有审核', 'Not reviewed yet')
    case 'place-names.opinion': return folded.file.source === 'application' ? text('不是征求意见的来函', 'This is no consultation') : unless(folded.opinion !== null, '还没有复函', 'The opinion has not been given yet')
    // Before the decision it is the draft (代拟稿) that goes with the request; the body that asked for an opinion writes its own.
    case 'place-names.reply': return unless(approved || isDrafted(folded), '没有批准的地名', 'No name was approved')
    case 'place-names.refusal': return unless(refused(folded), '没有不予批准的地名', 'No name was refused')
    case 'place-names.delivery': return unless(folded.decision !== null || folded.notAccepted !== null, '还没有决定', 'Nothing has been decided yet')
    // The notice is drawn before it is published.
    case 'place-names.filingReport': case 'place-names.filingForm': case 'place-names.notice': return unless(approved, '没有批准的地名', 'No name was approved')
    case 'place-names.certificate': case 'place-names.sign': return unless(standing(folded).length > 0, '没有批准的地名', 'No name was approved')
    case 'place-names.contents': return undefined
    case 'place-names.report': return undefined
    default: return text('没有这种文件', 'There is no such paper')
  }
}

/** Why the office does not issue a paper at all, or undefined when it does; certificates of names are a matter of the place. */
export const findNotIssued = (paper: string, { certificate }: { readonly certificate: boolean }): Text | undefined => (paper === 'place-names.certificate' && !certificate ? text('本机关不发地名核准书', 'The office issues no certificates of names') : undefined)

const record = async (house: House, folded: PlaceNameCase, paper: string, number?: string): Promise<PlaceNameRecord> => {
  const { read } = house.register
  const day = folded.decision?.day ?? house.today()
  const [office, profile, registrarName] = await Promise.all([house.office(), profileOn(house, read, day), house.nameOf(folded.openedBy)])
  const not = findNotIssued(paper, profile)
  if (not !== undefined) throw new LantaiError('wrong_state', text(`现在不能打印：${not.zh}。`, `It cannot be printed now: ${not.en}.`), 'paper')
  const card = async () => {
    const { context, names } = await caseContextOf(house, read, folded)
    return reportOf(folded, context, names)
  }
  return { folded, officeName: profile.officeName, area: office.areaOn(day), registrarName, profile, ...(number === undefined ? {} : { number }), ...(paper === 'place-names.report' ? { card: await card() } : {}), sample: office.sample }
}

/** The papers of place-name cases; each takes names, spellings and extents from the one fold. */
export const casePapersSpec: PapersSpec<PlaceNameCase> = {
  ids: casePaperIds,
  partiesOf: () => undefined,
  numbersOf, whyNot, record,
  printedBody: ({ paper, digest, printer }, today) => ({ day: today, paper, digest, printer }),
  // A code names the case, and behind it the letter, display, notice or name that the paper is of.
  findByNumber: async (reads, number) => {
    const parts = number.toLowerCase().split('-')
    for (let length = parts.length; length > 0; length -= 1) {
      const id = parts.slice(0, length).join('-')
      if ((await reads.entriesOf(id)).some(({ action }) => action.kind === 'placeName.received')) return { id }
    }
    const [id] = await reads.placeNames.casesWithDocument(number)
    return id === undefined ? undefined : { id }
  },
}
