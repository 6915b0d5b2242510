import type { AccountRow, Reads } from '../../../db/contract.ts'
import { civilDate } from '../../../domain/dates.ts'
import type { Check } from '../../../domain/findings.ts'
import { afterApproval, approvalIn, type ApproverType } from '../../../domain/place-names/approval.ts'
import { clocksOfCase } from '../../../domain/place-names/case/clocks.ts'
import type { CaseContext } from '../../../domain/place-names/case/context.ts'
import { clockOptionsOf } from '../../../domain/place-names/case/context.ts'
import { checkReview, findMissing } from '../../../domain/place-names/case/decide.ts'
import type { PlaceNameFile } from '../../../domain/place-names/case/file.ts'
import { stateTitle, type PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { reportOf, reportStateTitles, type PlaceNameReportCard } from '../../../domain/place-names/case/report.ts'
import { approvalClassOf, papersFor } from '../../../domain/place-names/case/rules/index.ts'
import { draftWords } from '../../../domain/place-names/case/words.ts'
import { findStandardName, type GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import type { NameContext } from '../../../domain/place-names/names/index.ts'
import { approvalsOf, type PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { actsOf, historyOf, namer } from '../../case/reply.ts'
import { paperLines } from '../../case/requests.ts'
import type { CoreSpec, ReadCase } from '../../case/spec.ts'
import type { House } from '../../house.ts'
import type { PlaceNameCase as PlaceNameReply, ReportCard } from '../../schemas/place-names.ts'
import { clockLine } from './clocks.ts'
import { caseContextOf } from './context.ts'
import { findNotIssued } from './papers.ts'

type NameOf = (id: string) => string
const clean: Check = { findings: [], passed: 0, ready: true }

/** What stands in the way of the next step today: of the acceptance, then of the review; after the decision the report says it. */
const pageCheck = (folded: PlaceNameCase, context: CaseContext, names: ReadonlyMap<string, NameContext>): Check => {
  switch (folded.state) {
    case 'received': case 'supplementAsked': return findMissing(folded, context)
    case 'accepted': return checkReview(folded, context, names, () => true)
    case 'reviewed': case 'forwarded': case 'opined': {
      const approve = new Set(folded.review?.verdicts.filter(({ verdict }) => verdict === 'approve').map(({ item }) => item))
      return checkReview(folded, context, names, (item) => approve.has(item))
    }
    default: return clean
  }
}

/** A compliance report as the door tells it, with names for accounts. */
export const reportCard = ({ verdict, rows, counts }: PlaceNameReportCard, nameOf: NameOf): ReportCard => ({
  verdict, counts: { ...counts },
  rows: rows.map((row) => ({ ...row, stateTitle: reportStateTitles[row.state], ...(row.by === undefined ? {} : { by: nameOf(row.by) }) })),
})

/** Beyond so many names a page tells of each name only what is amiss, open or attested; the counts hold every line. */
const wholeReport = 50

/** The report of a case as its page shows it. */
const pageReport = (report: ReportCard, names: number): ReportCard => (names <= wholeReport ? report : { ...report, rows: report.rows.filter(({ item, state }) => item === '' || (state !== 'pass' && state !== 'notApplicable')) })

/** Papers that the profile asks for the acts and kinds of a file, with whether they are in. */
export const requiredPapers = ({ items, papers }: Pick<PlaceNameFile, 'items' | 'papers'>, profile: PlaceNameProfile): PlaceNameReply['required'] =>
  [...new Map(items.flatMap((item) => papersFor(profile, item)).map((paper) => [paper.type, paper.title] as const))].map(([type, title]) => ({ type, title, supplied: papers.some((paper) => paper.type === type) }))

/** Where the names are filed, by who decided, or who decides on such names; null while nobody can say. */
const filingOf = (folded: PlaceNameCase, profile: PlaceNameProfile): PlaceNameReply['filing'] => {
  const [first] = folded.file.items
  const entry = first === undefined ? undefined : approvalClassOf(first)
  const approver: ApproverType | undefined = folded.decision?.approver ?? (entry === undefined ? undefined : approvalIn(entry, approvalsOf(profile)).approvers[0])
  if (approver === undefined) return null
  const { filedWith, noticeFrom, law } = afterApproval(approver)
  return { to: profile.filingTargets.find((target) => target.approver === approver)?.target ?? filedWith.zh, noticeFrom, law }
}

/** The entities that the names touched, or will touch. */
const entitiesOf = async ({ placeNames }: Pick<Reads, 'placeNames'>, folded: PlaceNameCase): Promise<PlaceNameReply['entities']> => {
  const line = (item: string, entity: GeoEntity) => ({ item, entityId: entity.id, name: (findStandardName(entity) ?? entity.names.at(-1))?.name ?? '' })
  if (folded.decision !== null) return (await placeNames.entitiesOfCase(folded.id)).map(({ itemId, entity }) => line(itemId, entity))
  const ids = [...new Set(folded.file.items.map(({ entityId }) => entityId).filter((id) => id !== ''))]
  if (ids.length === 0) return []
  const found = new Map((await placeNames.entities({ ids, limit: ids.length })).rows.map((entity) => [entity.id, entity]))
  return folded.file.items.flatMap(({ id, entityId }) => { const entity = found.get(entityId); return entity === undefined ? [] : [line(id, entity)] })
}

/** Acts that the state allows and that have nothing to do in the case as it stands. */
export const closedActs = (folded: PlaceNameCase): readonly string[] => {
  const { consultations, displays, decision, filings, signs, words, file, supplement, extension, opinion } = folded
  const last = filings.at(-1)?.outcome
  const open: Readonly<Record<string, boolean>> = {
    'placeName.supplementAsked': supplement === null, 'placeName.replied': consultations.some(({ reply }) => reply === null), 'placeName.displayEnded': displays.some(({ ended }) => ended === null), 'placeName.extended': extension === null,
    'placeName.forwarded': file.source === 'application', 'placeName.opined': file.source === 'consultation', 'placeName.decided': file.source === 'application' || opinion !== null,
    'placeName.filed': last !== 'submitted' && last !== 'filed' && decision?.approver !== 'stateCouncil', 'placeName.filingAnswered': last === 'submitted', 'placeName.filingUrged': last !== 'filed',
    'placeName.signSet': words.length > 0, 'placeName.signFound': signs.length > 0, 'placeName.signMended': signs.some(({ defects }) => defects.some(({ mendedOn }) => mendedOn === '')),
    'placeName.archived': last !== 'submitted',
  }
  return Object.entries(open).filter(([, may]) => !may).map(([kind]) => kind)
}

/** A case as its page shows it to an account. */
export const placeNameReply = async (spec: CoreSpec<PlaceNameCase, PlaceNameReply>, house: House, account: AccountRow, { folded, entries }: ReadCase<PlaceNameCase>, reads: Reads = house.register.read): Promise<PlaceNameReply> => {
  const today = house.today()
  const nameOf = await namer(house)
  const [{ context, names }, entities, papers] = await Promise.all([caseContextOf(house, reads, folded), entitiesOf(reads, folded), paperLines(spec, house, folded, nameOf)])
  const { profile } = context
  const check = pageCheck(folded, context, names)
  const { file, decision } = folded
  return {
    id: folded.id, revision: folded.revision, state: folded.state, stateTitle: stateTitle(folded.state), file, openedAt: folded.openedAt, counter: folded.counter, receivedOn: folded.receivedOn, registrarName: nameOf(folded.openedBy),
    supplement: folded.supplement, supplementedOn: folded.supplementedOn, accepted: folded.accepted, notAccepted: folded.notAccepted, visits: [...folded.visits], reports: [...folded.reports],
    consultations: folded.consultations.map((entry) => ({ ...entry })), displays: folded.displays.map((entry) => ({ ...entry })), excluded: [...folded.excluded], extension: folded.extension, provisional: [...folded.provisional],
    review: folded.review, forwarded: folded.forwarded, opinion: folded.opinion, decision, words: [...folded.words], delivered: folded.delivered,
    filings: folded.filings.map(({ arrived, outcome, answeredOn, note, body }) => ({ arrived, outcome, answeredOn, note, body })), urged: [...folded.urged], notices: [...folded.notices], entries: [...folded.entries],
    signs: folded.signs.map((sign) => ({ ...sign, defects: [...sign.defects] })),
    corrections: folded.corrections.map(({ at, by, day, item, words, document, second, reason }) => ({ at, by: nameOf(by), day, item, words, document, second: nameOf(second), reason })),
    archive: folded.archive, withdrawn: folded.withdrawn,
    drafted: file.items.map(draftWords), entities, clocks: clocksOfCase(folded, civilDate(today), clockOptionsOf(context)).map(clockLine), report: pageReport(reportCard(reportOf(folded, context, names), nameOf), file.items.length),
    filing: filingOf(folded, profile), required: requiredPapers(file, profile),
    acts: actsOf(spec, folded, account, today).filter((kind) => kind !== 'placeName.provisionallyNamed' || profile.provisionalNaming.on), findings: [...check.findings], passed: check.passed,
    papers: papers.map((line) => { const why = findNotIssued(line.paper, profile); return why === undefined ? line : { ...line, ready: false, why } }),
    history: historyOf(spec, entries, nameOf),
  }
}
