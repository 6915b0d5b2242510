import type { MarriageState } from '../../../domain/marriage/actions.ts'
import type { MarriageFile } from '../../../domain/marriage/file.ts'
import type { Finding } from '../../../domain/rule.ts'
import type { Step } from '../../case/spec.ts'
import { stepsBy } from '../../case/steps.ts'

/** The sections of the case page in the order of the clerk's work. */
export const sectionIds = ['parties', 'papers', 'photo', 'network', 'declarations', 'decision', 'certificates', 'proofread', 'delivery'] as const
export type SectionId = (typeof sectionIds)[number]

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

export interface StepFacts {
  readonly file: MarriageFile
  /** `new` before the case is opened. */
  readonly state: MarriageState | 'new'
  readonly findings: readonly Finding[]
  readonly printed: { readonly certificates: boolean }
}

const order: readonly (MarriageState | 'new')[] = ['new', 'received', 'registered', 'proofread', 'delivered']
const early: readonly SectionId[] = ['parties', 'papers', 'photo', 'network', 'declarations']

/** What is done, what blocks and what is next, for the step bar. */
export const stepsOf = ({ file, state, findings, printed }: StepFacts): readonly Step<SectionId>[] => {
  const ended = state === 'refused' || state === 'abandoned' || state === 'voided'
  const reached = (least: MarriageState) => order.indexOf(state) >= order.indexOf(least)
  const decided = reached('registered') || ended
  const begun: Readonly<Record<SectionId, boolean>> = {
    parties: file.parties.every((party) => party.name !== '' && party.identityNumber !== ''),
    papers: file.papers.length > 0,
    photo: file.photo !== null && file.photo.joint && file.photo.notComposed,
    network: [0, 1].every((party) => file.networkChecks.some((check) => check.party === party)),
    declarations: file.declarations.every((declaration) => declaration.signed && declaration.fingerprint && declaration.witnessSigned),
    decision: decided,
    certificates: reached('proofread') || (reached('registered') && printed.certificates),
    proofread: reached('proofread'),
    delivery: reached('delivered'),
  }
  return stepsBy(sectionIds.map((id) => ({ id, begun: begun[id], weighed: early.includes(id) })), { file, findings, sectionOf: sectionOfField, decided, ended })
}
