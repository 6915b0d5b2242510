import type { DivorceCase } from '../../../api/schemas/divorce.ts'
import type { DivorceFile } from '../../../domain/divorce/file.ts'
import type { Finding } from '../../../domain/rule.ts'
import type { Step } from '../../case/spec.ts'
import type { StepDraft } from '../../case/steps.ts'
import { stepsBy } from '../../case/steps.ts'

/** The four stretches of a divorce, each with its sections in the order of the clerk's work. */
export const phases = {
  application: ['marriage', 'parties', 'papers', 'application', 'network', 'acceptance'],
  coolingOff: ['cooling'],
  issuance: ['appearance', 'interviews', 'agreement', 'declarations', 'photos', 'decision'],
  issue: ['certificates', 'proofread', 'stamping', 'delivery'],
} as const
export type Phase = keyof typeof phases
export const phaseIds = Object.keys(phases) as Phase[]
export type SectionId = (typeof phases)[Phase][number]
export const sectionIds: readonly SectionId[] = phaseIds.flatMap((phase) => phases[phase])
export const phaseOfSection = (section: string): Phase => phaseIds.find((phase) => (phases[phase] as readonly string[]).includes(section)) ?? 'application'

/** The section on whose fields a finding stands; what has no field of its own is seen to where it is decided. */
export const sectionOfField = (field: string | undefined, issuing: boolean): SectionId => {
  const head = (field ?? '').split('.')[0]
  switch (head) {
    case 'marriage': case 'parties': case 'papers': case 'application': case 'agreement': case 'declarations': case 'photos': case 'interviews': return head
    case 'networkChecks': return 'network'
    case 'counselling': case 'reason': return 'application'
    case 'serials': return 'decision'
    case 'present': case 'receipt': case 'day': case 'area': return 'appearance'
    default: return issuing ? 'decision' : 'acceptance'
  }
}

type Current = Pick<DivorceCase, 'state' | 'standing' | 'file' | 'stamped'> | undefined

/** The stretch a case is in, by its standing today. */
export const phaseOf = (current: Pick<DivorceCase, 'standing'> | undefined): Phase => {
  switch (current?.standing) {
    case undefined: case 'received': case 'notAccepted': case 'abandoned': return 'application'
    case 'coolingOff': case 'withdrawn': case 'lapsed': return 'coolingOff'
    case 'issuanceOpen': case 'issuing': case 'refused': return 'issuance'
    case 'registered': case 'proofread': case 'delivered': case 'voided': return 'issue'
  }
}

export interface DivorceStepFacts {
  readonly file: DivorceFile
  readonly current: Current
  readonly findings: readonly Finding[]
  readonly certificatesPrinted: boolean
}

const over: readonly string[] = ['notAccepted', 'withdrawn', 'lapsed', 'refused', 'abandoned', 'voided']
const registered: readonly string[] = ['registered', 'proofread', 'delivered']

/** What is done, what blocks and what is next. Sections that the law does not let begin yet are none of these: they come later. */
export const stepsOf = ({ file, current, findings, certificatesPrinted }: DivorceStepFacts): readonly Step<SectionId>[] => {
  const standing = current?.standing ?? 'received'
  const applying = current === undefined || current.state === 'received'
  const issuing = standing === 'issuing'
  const decided = registered.includes(standing)
  const { agreement, application } = file
  const both = (seen: (index: 0 | 1) => boolean) => seen(0) && seen(1)
  const begun: Readonly<Record<SectionId, boolean>> = {
    marriage: file.marriage.number !== '' && file.marriage.place !== '' && both((index) => file.marriage.certificates[index] !== ''),
    parties: both((index) => file.parties[index].name !== '' && file.parties[index].identityNumber !== ''),
    papers: file.papers.length > 0,
    application: application.together && application.filledOnSpot && application.agreed !== '' && both((index) => application.signed[index] && application.fingerprint[index]),
    network: both((index) => file.networkChecks.some((check) => check.party === index)),
    acceptance: !applying,
    cooling: standing === 'withdrawn' || standing === 'lapsed',
    appearance: issuing || decided || standing === 'refused',
    interviews: both((index) => current !== undefined && current.file.interviews[index] !== null),
    agreement: agreement.collected && agreement.children !== '' && agreement.property !== '' && agreement.debts !== '' && both((index) => agreement.signed[index]),
    declarations: both((index) => file.declarations[index].signed && file.declarations[index].fingerprint && file.declarations[index].witnessSigned),
    photos: both((index) => file.photos[index] !== null && file.photos[index].recent && file.photos[index].notComposed),
    decision: decided || standing === 'refused',
    certificates: standing === 'proofread' || standing === 'delivered' || (standing === 'registered' && certificatesPrinted),
    proofread: standing === 'proofread' || standing === 'delivered',
    stamping: decided && ((current !== undefined && current.stamped !== null) || !file.marriage.certificates.includes('shown')),
    delivery: standing === 'delivered',
  }
  const reached = phaseOf(current)
  const drafts: readonly StepDraft<SectionId>[] = sectionIds.map((id) => {
    const phase = phaseOfSection(id)
    // A stretch that is behind is done, however old the record.
    return { id, begun: begun[id] || phaseIds.indexOf(phase) < phaseIds.indexOf(reached), weighed: (applying && phase === 'application') || (issuing && phase === 'issuance') }
  })
  return stepsBy(drafts, { file, findings, sectionOf: (field) => sectionOfField(field, issuing), decided: !applying && !issuing, ended: over.includes(standing) })
}
