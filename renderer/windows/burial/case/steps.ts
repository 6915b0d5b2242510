import type { BurialCase } from '../../../../api/schemas/burial.ts'
import type { BurialFile } from '../../../../domain/burial/file.ts'
import type { Finding } from '../../../../domain/rule.ts'
import type { Step } from '../../../case/spec.ts'
import { stepsBy } from '../../../case/steps.ts'

/** The sections of the page in the order of the clerk's work. */
export const sectionIds = ['deceased', 'certificate', 'agent', 'intake', 'stay', 'holds', 'cremation', 'ways', 'issue', 'fees', 'ashes', 'reward', 'papers'] as const
export type SectionId = (typeof sectionIds)[number]

/** The section on whose fields a finding or a refusal stands. */
export const sectionOfField = (field: string | undefined): SectionId => {
  const head = (field ?? '').split('.')[0]
  switch (head) {
    case 'deceased': case 'kind': case 'origin': case 'note': return 'deceased'
    case 'certificate': case 'agent': case 'intake': case 'holds': case 'papers': return head
    case 'provider': case 'arrivedAt': return 'intake'
    case 'extensions': case 'storedAt': return 'stay'
    case 'hold': return 'holds'
    case 'acceptance': case 'burialGround': case 'cremationArea': return 'ways'
    case 'grant': case 'waiverFlags': case 'flags': case 'lines': case 'bill': case 'days': case 'areas': case 'mode': case 'policy': return 'fees'
    case 'proofs': case 'ways': case 'before': return 'reward'
    default: return 'cremation'
  }
}

type State = BurialCase['state'] | 'new'
/** States before the body has left the home, in which the facts are typed. */
const before: readonly State[] = ['new', 'reported', 'received', 'stored', 'vigil', 'farewell']
/** Says whether the facts of the case are still typed and not only corrected. */
export const isOpen = (state: State): boolean => before.includes(state)

type Current = Pick<BurialCase, 'state' | 'received' | 'stored' | 'holds' | 'cremation' | 'elsewhere' | 'certificates' | 'settlements' | 'rewards' | 'ashesReleased' | 'deposit' | 'resting' | 'transportedOut' | 'bodyBuried' | 'donated'> | undefined

/** Says whether the case is about a cremation at another home. */
const elsewhere = (current: Current): boolean => current !== undefined && current.elsewhere !== null
/** Says whether the body went another way than through the furnace of this home. */
const other = (current: Current): boolean => current !== undefined && (current.transportedOut !== null || current.bodyBuried !== null || current.donated !== null)

/** Says whether a section has anything to say of a case. `claim`: the case was begun for a cremation elsewhere. */
export const isRelevant = (section: SectionId, current: Current, claim = false): boolean => {
  const away = claim || elsewhere(current)
  switch (section) {
    case 'intake': case 'stay': return !away
    case 'holds': return !away && current !== undefined
    case 'cremation': return !away && !other(current)
    case 'issue': return !away && !other(current)
    case 'ways': return current === undefined ? claim : current.cremation === null
    case 'ashes': case 'reward': return current === undefined || current.transportedOut === null
    default: return true
  }
}

/** The settlement that stands, if any. */
export const standingSettlement = (current: Pick<BurialCase, 'settlements'>): BurialCase['settlements'][number] | undefined => current.settlements.findLast(({ reversed }) => reversed === null)

export interface BurialStepFacts {
  readonly file: BurialFile
  readonly current: Current
  readonly findings: readonly Finding[]
  readonly claim?: boolean
}

const ended: readonly State[] = ['transportedOut', 'donated', 'voided']
const weighed: readonly SectionId[] = ['deceased', 'certificate', 'agent', 'intake', 'stay', 'holds', 'cremation']

/** What is done, what blocks and what is next. Sections that do not concern the case, and ways out that nobody asks for, are no steps. */
export const stepsOf = ({ file, current, findings, claim = false }: BurialStepFacts): readonly Step<SectionId>[] => {
  const state: State = current?.state ?? 'new'
  const left = !isOpen(state)
  const body = file.kind === 'body'
  const { deceased, certificate, intake, origin } = file
  const begun: Readonly<Record<SectionId, boolean>> = {
    deceased: left || (body ? deceased.name !== '' && (deceased.identityType === 'none' || deceased.identityNumber !== '') && deceased.death !== '' : origin.relocation !== '' || origin.document !== ''),
    certificate: left || !body || (certificate.kind !== '' && certificate.number !== '' && certificate.seen),
    agent: left || file.agent.name !== '' && file.agent.relation !== '',
    intake: left || (current !== undefined && current.received !== null && (!body || (intake.certificateCompared && intake.contradictsCause !== ''))),
    stay: left || (current !== undefined && current.stored !== null),
    holds: current === undefined || current.holds.every(({ released }) => released !== null),
    // A case that was voided was never cremated.
    cremation: left && state !== 'voided', ways: left && state !== 'voided',
    issue: current !== undefined && current.certificates.length > 0,
    fees: current !== undefined && standingSettlement(current) !== undefined,
    ashes: current !== undefined && (current.ashesReleased !== null || current.deposit !== null || current.resting.length > 0),
    reward: current !== undefined && current.rewards.some(({ reversed }) => reversed === null),
    papers: file.papers.length > 0,
  }
  const shown = sectionIds.filter((id) => isRelevant(id, current, claim) && !(id === 'holds' && begun.holds) && !(id === 'ways' && !claim && !elsewhere(current) && !other(current)))
  // Nobody has been asked for the agent while the page of a new case is empty.
  const told = file.agent.name === '' && current === undefined ? findings.filter(({ rule }) => rule !== 'burial.agent') : findings
  return stepsBy(shown.map((id) => ({ id, begun: begun[id], weighed: weighed.includes(id) && !left })), { file, findings: told, sectionOf: sectionOfField, decided: left, ended: ended.includes(state) || state === 'placed' || state === 'bodyBuried' })
}
