import { blocksDecision, findAnswer } from '../../../../domain/marriage/check.ts'
import type { MarriageState } from '../../../../domain/marriage/actions.ts'
import type { Finding } from '../../../../domain/rule.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'

/** The sections of the case page in the order of the clerk's work. */
export const sectionIds = ['parties', 'papers', 'photo', 'network', 'declarations', 'decision', 'certificates', 'proofread', 'delivery'] as const
export type SectionId = (typeof sectionIds)[number]

export type StepState = 'done' | 'blocked' | 'next' | 'later'
export interface Step {
  readonly id: SectionId
  readonly state: StepState
  /** Findings that stop this section. */
  readonly stops: number
  /** Findings still to be answered. */
  readonly questions: number
}

/** The section on whose fields a finding stands. */
export const sectionOfField = (field: string | undefined): SectionId => {
  const head = (field ?? '').split('.')[0]
  switch (head) {
    case 'papers': return 'papers'
    case 'photo': return 'photo'
    case 'networkChecks': return 'network'
    case 'declarations': return 'declarations'
    case 'kind': case 'parties': case 'cohabitedSince': case 'formerDivorce': return 'parties'
    default: return 'decision'
  }
}

/** Says whether an amber finding has its reason. */
export const isAnswered = (file: MarriageFile, finding: Pick<Finding, 'rule' | 'field'>): boolean => findAnswer(file, finding) !== undefined

/** Says whether a finding stands in the way: what the law stops, and what asks for a reason and has none. Facts not entered yet are counted apart. */
export const blocks = (file: MarriageFile, finding: Finding): boolean => (finding.outcome === 'fail' || finding.outcome === 'asks') && blocksDecision(file, finding)

const needed = (findings: readonly Finding[]): readonly Finding[] => findings.filter((finding) => finding.outcome === 'notYet' && finding.severity !== 'information')

export interface StepFacts {
  readonly file: MarriageFile
  /** `new` before the case is opened. */
  readonly state: MarriageState | 'new'
  readonly findings: readonly Finding[]
  readonly printed: { readonly certificates: boolean; readonly declarations: boolean }
  readonly shown: readonly SectionId[]
}

const order: readonly (MarriageState | 'new')[] = ['new', 'received', 'registered', 'proofread', 'delivered']

/** What is done, what blocks and what is next, for the step bar. */
export const stepsOf = ({ file, state, findings, printed, shown }: StepFacts): readonly Step[] => {
  const ended = state === 'refused' || state === 'abandoned' || state === 'voided'
  const reached = (least: MarriageState) => order.indexOf(state) >= order.indexOf(least)
  const begun: Readonly<Record<SectionId, boolean>> = {
    parties: file.parties.every((party) => party.name !== '' && party.identityNumber !== ''),
    papers: file.papers.length > 0,
    photo: file.photo !== null && file.photo.joint && file.photo.notComposed,
    network: [0, 1].every((party) => file.networkChecks.some((check) => check.party === party)),
    declarations: file.declarations.every((declaration) => declaration.signed && declaration.fingerprint && declaration.witnessSigned),
    decision: reached('registered') || ended,
    certificates: reached('proofread') || (reached('registered') && printed.certificates),
    proofread: reached('proofread'),
    delivery: reached('delivered'),
  }
  let first = true
  return shown.map((id) => {
    const own = findings.filter((finding) => sectionOfField(finding.field) === id)
    const stops = own.filter((finding) => blocks(file, finding) && finding.severity === 'stop').length
    const questions = own.filter((finding) => blocks(file, finding) && finding.severity === 'answer').length
    const decided = reached('registered') || ended
    const waits = decided ? [] : needed(own)
    const before = ['parties', 'papers', 'photo', 'network', 'declarations'].includes(id)
    const done = begun[id] && (decided || !before || (stops === 0 && questions === 0 && waits.length === 0))
    const isNext = !done && first && !ended
    if (isNext) first = false
    return { id, stops: decided ? 0 : stops, questions: decided ? 0 : questions, state: done ? 'done' : !decided && stops + questions > 0 ? 'blocked' : isNext ? 'next' : 'later' }
  })
}

/** The first section that waits for work, in order; none when the case has ended. */
export const nextSection = (steps: readonly Step[]): SectionId | undefined => steps.find((step) => step.state === 'blocked' || step.state === 'next')?.id
