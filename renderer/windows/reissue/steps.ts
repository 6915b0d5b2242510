import type { ReissueState } from '../../../domain/reissue/actions.ts'
import type { ReissueFile } from '../../../domain/reissue/file.ts'
import { applicantsOf } from '../../../domain/reissue/file.ts'
import type { Finding } from '../../../domain/rule.ts'
import type { Step } from '../../case/spec.ts'
import { stepsBy } from '../../case/steps.ts'

/** The sections before the decision, in the order of the clerk's work. */
export const earlySections = ['original', 'parties', 'why', 'verification', 'proxy', 'papers', 'photo', 'network', 'declarations'] as const
/** What follows once it is granted. */
export const lateSections = ['certificates', 'proofread', 'delivery'] as const
export const sectionIds = [...earlySections, 'decision', ...lateSections] as const
export type SectionId = (typeof sectionIds)[number]

/** The section on whose fields a finding stands. */
export const sectionOfField = (field: string | undefined): SectionId => {
  const head = (field ?? '').split('.')[0]
  switch (head) {
    case 'certificate': case 'original': return 'original'
    case 'applicant': case 'parties': return 'parties'
    case 'reason': case 'oldCertificate': case 'remarkCertificate': return 'why'
    case 'verification': case 'courtDivorce': return 'verification'
    case 'proxy': case 'papers': case 'declarations': return head
    case 'photo': case 'photos': return 'photo'
    case 'networkChecks': return 'network'
    default: return 'decision'
  }
}

export interface StepFacts {
  readonly file: ReissueFile
  /** `new` before the case is opened. */
  readonly state: ReissueState | 'new'
  readonly findings: readonly Finding[]
  readonly certificatesPrinted: boolean
}

const order: readonly (ReissueState | 'new')[] = ['new', 'received', 'registered', 'proofread', 'delivered']

/** What is done, what blocks and what is next, for the step bar. Without a proxy there is nothing to do about one. */
export const stepsOf = ({ file, state, findings, certificatesPrinted }: StepFacts): readonly Step<SectionId>[] => {
  const ended = state === 'refused' || state === 'abandoned' || state === 'voided'
  const reached = (least: ReissueState) => order.indexOf(state) >= order.indexOf(least)
  const decided = reached('registered') || ended
  const { original, verification, photo, photos, certificate } = file
  const each = (seen: (party: 0 | 1) => boolean) => applicantsOf(file).every(seen)
  const begun: Readonly<Record<SectionId, boolean>> = {
    original: original.number !== '' && original.office !== '' && original.day !== '',
    parties: file.parties.every((party) => party.name !== '' && party.identityNumber !== ''),
    why: file.reason !== '',
    verification: verification.found !== '' && verification.matches !== '' && (certificate === 'divorce' || file.courtDivorce !== ''),
    proxy: file.proxy === null || (file.proxy.name !== '' && file.proxy.identityNumber !== ''),
    papers: file.papers.length > 0,
    photo: certificate === 'marriage' ? photo !== null && photo.joint && photo.notComposed : each((party) => photos[party] !== null && photos[party].recent && photos[party].notComposed),
    network: each((party) => file.networkChecks.some((check) => check.party === party)),
    declarations: each((party) => file.declarations[party].signed && file.declarations[party].fingerprint && file.declarations[party].witnessSigned),
    decision: decided,
    certificates: reached('proofread') || (reached('registered') && certificatesPrinted),
    proofread: reached('proofread'),
    delivery: reached('delivered'),
  }
  return stepsBy(sectionIds.map((id) => ({ id, begun: begun[id], weighed: (earlySections as readonly string[]).includes(id) })), { file, findings, sectionOf: sectionOfField, decided, ended })
}
