import type { PlaceNameCase } from '../../../../api/schemas/place-names.ts'
import type { PlaceNameFile } from '../../../../domain/place-names/case/file.ts'
import type { Finding } from '../../../../domain/rule.ts'
import type { Step, StepState } from '../../../case/spec.ts'
import { stepsBy } from '../../../case/steps.ts'

/** The sections of the page in the order of the clerk's work. */
export const sectionIds = ['applicant', 'names', 'papers', 'acceptance', 'visits', 'reports', 'consult', 'display', 'clocks', 'review', 'decision', 'delivery', 'filing', 'notice', 'entry', 'signs', 'compliance', 'archive'] as const
export type SectionId = (typeof sectionIds)[number]

/** The section on whose fields a finding or a refusal stands. */
export const sectionOfField = (field: string | undefined): SectionId => {
  // What is said of one name after its approval stands with its signs and entries, not with the name.
  const [head] = (field ?? '').replace(/^items\.[^.]+\.(?=(?:signs|entries|notices|filings)(?:\.|$))/u, '').split('.')
  switch (head) {
    // Without more it is the day of the receipt.
    case 'day': case 'applicant': case 'letter': case 'planAndReasons': case 'title': case 'source': case 'consents': return 'applicant'
    case 'items': return 'names'
    case 'papers': return 'papers'
    case 'accepted': case 'supplement': case 'slip': case 'missing': case 'notAccepted': return 'acceptance'
    case 'visits': case 'visitors': case 'found': return 'visits'
    case 'reports': case 'report': return 'reports'
    case 'consultations': case 'consultation': case 'unit': case 'replyBy': return 'consult'
    case 'displays': case 'display': return 'display'
    case 'excluded': case 'extension': return 'clocks'
    case 'review': case 'verdicts': return 'review'
    case 'decision': case 'decisions': case 'approver': case 'approverName': case 'opinions': case 'words': case 'remedies': return 'decision'
    case 'delivered': case 'receiver': return 'delivery'
    case 'filings': case 'filing': return 'filing'
    case 'notices': case 'number': case 'channels': case 'link': case 'elements': return 'notice'
    case 'entries': case 'code': return 'entry'
    case 'signs': case 'sign': return 'signs'
    case 'archive': case 'fonds': case 'year': case 'pages': return 'archive'
    default: return 'compliance'
  }
}

type State = PlaceNameCase['state'] | 'new'
/** States before the acceptance, and those in which the application is still examined. */
const intake: readonly State[] = ['new', 'received', 'supplementAsked']
const examined: readonly State[] = ['accepted', 'reviewed', 'forwarded', 'opined']
const over: readonly State[] = ['notAccepted', 'withdrawn', 'archived', 'refused']

type Current = Pick<PlaceNameCase, 'state' | 'file' | 'accepted' | 'notAccepted' | 'withdrawn' | 'visits' | 'reports' | 'consultations' | 'displays' | 'review' | 'forwarded' | 'opinion' | 'decision' | 'words' | 'delivered' | 'filings' | 'notices' | 'entries' | 'signs' | 'archive' | 'report' | 'acts' | 'clocks'> | undefined

/** Says whether a section has anything to say of a case as it stands. */
export const isRelevant = (section: SectionId, current: Current): boolean => {
  if (section === 'applicant' || section === 'names' || section === 'papers') return true
  if (current === undefined) return false
  const examining = current.accepted !== null
  const approved = current.words.length > 0
  switch (section) {
    case 'acceptance': case 'compliance': return true
    case 'visits': return (current.state === 'received' || examining) && current.file.source === 'application'
    case 'reports': case 'consult': case 'review': case 'clocks': return examining
    case 'display': return examining && (current.file.source === 'application' || current.displays.length > 0)
    case 'decision': return current.review !== null
    // What another body decided is not delivered from here.
    case 'delivery': return current.delivered !== null || current.notAccepted !== null || (current.decision !== null && current.file.source === 'application')
    case 'filing': return approved && current.decision?.approver !== 'stateCouncil'
    case 'notice': case 'entry': return approved
    case 'signs': return approved && current.words.some(({ item }) => current.file.items.find(({ id }) => id === item)?.act !== 'removal')
    case 'archive': return current.archive !== null || current.acts.includes('placeName.archived')
  }
}

export interface PlaceNameStepFacts {
  readonly file: PlaceNameFile
  readonly current: Current
  readonly findings: readonly Finding[]
}

const weighed: readonly SectionId[] = ['applicant', 'names', 'papers', 'reports', 'consult', 'display']
/** Sections beside the way from the application to the archive. */
const beside: readonly SectionId[] = ['clocks', 'compliance']

/** What is done, what blocks and what is next. */
export const stepsOf = ({ file, current, findings }: PlaceNameStepFacts): readonly Step<SectionId>[] => {
  const state: State = current?.state ?? 'new'
  const past = !intake.includes(state)
  const decided = past && !examined.includes(state)
  const signed = (current?.words ?? []).filter(({ item }) => current?.file.items.find(({ id }) => id === item)?.act !== 'removal')
  const begun: Readonly<Record<SectionId, boolean>> = {
    applicant: past || file.applicant.name !== '', names: past || (file.items.length > 0 && file.items.every((item) => (item.name !== '' || item.entityId !== '') && item.kind !== '')), papers: past || current !== undefined,
    acceptance: past, visits: decided || (current?.visits.length ?? 0) > 0, reports: decided || (current?.reports.length ?? 0) > 0, consult: true, display: decided || (current?.displays.every(({ ended }) => ended !== null) ?? false),
    clocks: true, review: current !== undefined && current.review !== null, decision: decided, delivery: (current?.delivered ?? null) !== null,
    filing: current?.filings.at(-1)?.outcome === 'filed', notice: (current?.words ?? []).every(({ item }) => current?.notices.some(({ words }) => words.some((one) => one.item === item)) === true), entry: (current?.words ?? []).every(({ item }) => current?.entries.some((entry) => entry.item === item) === true),
    signs: signed.every(({ item }) => current?.signs.some((sign) => sign.item === item) === true), compliance: true, archive: (current?.archive ?? null) !== null,
  }
  const shown = sectionIds.filter((id) => !beside.includes(id) && isRelevant(id, current) && (id !== 'visits' || state !== 'received') && (id !== 'consult' || (current?.consultations.length ?? 0) > 0))
  return stepsBy(shown.map((id) => ({ id, begun: begun[id], weighed: weighed.includes(id) && !decided })), { file, findings, sectionOf: sectionOfField, decided, ended: over.includes(state) && begun.archive })
}

const groups = [
  ['applicant', ['applicant']], ['names', ['names']], ['papers', ['papers']], ['acceptance', ['acceptance']], ['examine', ['visits', 'reports', 'consult', 'display']], ['review', ['review']], ['decision', ['decision']], ['delivery', ['delivery']], ['publish', ['filing', 'notice']], ['place', ['entry', 'signs']], ['archive', ['archive']],
] as const satisfies readonly (readonly [string, readonly SectionId[]])[]

const weight: Readonly<Record<StepState, number>> = { blocked: 3, next: 2, later: 1, done: 0 }

/** The steps as the bar shows them: what belongs together stands together, and leads to what waits in it. */
export const barOf = (steps: readonly Step[], letter: boolean, t: (key: string) => string): readonly { readonly id: string; readonly title: string; readonly state: StepState; readonly note: number }[] =>
  groups.flatMap(([group, ids]) => {
    const own = steps.filter(({ id }) => (ids as readonly string[]).includes(id))
    if (own.length === 0) return []
    const worst = own.reduce((most, step) => (weight[step.state] > weight[most.state] ? step : most))
    const title = group === 'applicant' && letter ? 'bar.letter' : group === 'decision' && letter ? 'bar.opinion' : group === 'examine' || group === 'publish' || group === 'place' ? `bar.${group}` : `section.${group}`
    return [{ id: worst.id, title: t(title), state: worst.state, note: own.reduce((sum, step) => sum + step.stops + step.questions, 0) }]
  })
