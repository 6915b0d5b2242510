import { BurialDraft } from '../../../../api/schemas/burial.ts'
import type { BurialCase } from '../../../../api/schemas/burial.ts'
import { runBurialCheck } from '../../../../domain/burial/check.ts'
import type { BurialContext } from '../../../../domain/burial/context.ts'
import { emptyBurialFile } from '../../../../domain/burial/file.ts'
import type { BurialFile } from '../../../../domain/burial/file.ts'
import type { BurialCase as Folded } from '../../../../domain/burial/fold.ts'
import { isCivilDate } from '../../../../domain/dates.ts'
import { PapersSection } from '../../../case/sections/PapersSection.tsx'
import type { CaseReply, CaseWindowSpec, CheckPlace, SectionSpec } from '../../../case/spec.ts'
import { recordOf } from './fees/bill.ts'
import { burialCards } from './cards.ts'
import { burialSupplied } from './papers.ts'
import { pathWords } from './pathWords.ts'
import { AgentSection, AgentSummary } from './sections/AgentSection.tsx'
import { AshesSection } from './sections/AshesSection.tsx'
import { CertificateSection } from './sections/CertificateSection.tsx'
import { CremationSection } from './sections/CremationSection.tsx'
import { DeceasedSection, DeceasedSummary } from './sections/DeceasedSection.tsx'
import { ClaimFees, FeesSection } from './sections/FeesSection.tsx'
import { HoldsSection } from './sections/HoldsSection.tsx'
import { IntakeSection } from './sections/IntakeSection.tsx'
import { IssueSection } from './sections/IssueSection.tsx'
import { RewardSection } from './sections/RewardSection.tsx'
import { StaySection } from './sections/StaySection.tsx'
import { ClaimSection, WaysSection } from './sections/WaysSection.tsx'
import { isOpen, isRelevant, sectionIds, sectionOfField, stepsOf } from './steps.ts'
import type { SectionId } from './steps.ts'
import { claimWords, words } from './words.ts'

type Current = BurialCase | undefined

/** The stage whose rules the page follows: the cremation until the body has left, then the placement. */
export const stageOf = (current: Current): BurialContext['stage'] => (current === undefined || isOpen(current.state) ? 'cremation' : 'placement')

/** What the desk itself knows beside the file. Whether this person was cremated before, only the register can tell. */
const contextOf = ({ today, sample, officeArea, setting }: CheckPlace, current: Current): BurialContext => {
  const days = setting('burial.localStorageDays')
  const provider = setting('burial.provider')
  const area = setting('burial.cremationArea')
  return {
    stage: stageOf(current), typing: false, day: today, settings: { sampleOffice: sample, ...(typeof days === 'number' ? { localStorageDays: days } : {}) },
    provider: { id: '', kind: typeof provider === 'string' ? (provider as BurialContext['provider']['kind']) : 'funeralHome', area: officeArea },
    cremationArea: area === 'yes' || area === 'no' ? area : 'unknown', cremations: [],
  }
}

const blank = { id: '', state: 'reported', received: null, stored: null, extensions: [], vigils: [], farewells: [], holds: [], cremation: null, elsewhere: null, certificates: [], ashesReleased: null, deposit: null, resting: [], transportedOut: null, bodyBuried: null, donated: null }
/** The case as the rules look at it, with the facts on the page. */
const foldedOf = (file: BurialFile, current: Current): Folded => ({ ...blank, ...current, file }) as unknown as Folded

const unfolded: Readonly<Partial<Record<BurialCase['state'] | 'new', readonly SectionId[]>>> = {
  new: ['deceased', 'certificate', 'agent', 'fees'],
  reported: ['deceased', 'certificate', 'agent', 'intake'],
  received: ['deceased', 'certificate', 'agent', 'intake', 'stay', 'cremation'],
  stored: ['deceased', 'stay', 'cremation', 'fees'], vigil: ['deceased', 'stay', 'cremation', 'fees'], farewell: ['deceased', 'stay', 'cremation', 'fees'],
  cremated: ['cremation', 'issue', 'fees', 'ashes'], crematedElsewhere: ['deceased', 'ways', 'fees'], ashesReleased: ['issue', 'fees', 'ashes', 'reward'], ashesDeposited: ['issue', 'fees', 'ashes', 'reward'], placed: ['issue', 'fees', 'ashes', 'reward'],
  transportedOut: ['ways', 'fees'], bodyBuried: ['ways', 'fees', 'ashes'], donated: ['ways', 'fees', 'reward'], voided: ['deceased'],
}

const caseOf = (current: CaseReply | undefined): Current => current as unknown as Current
const cremated = (current: CaseReply | undefined): boolean => (caseOf(current)?.cremation ?? null) !== null
const gone = (current: CaseReply | undefined): boolean => current !== undefined && !isOpen(caseOf(current)?.state ?? 'new')

const section = (id: SectionId, Content: SectionSpec['Content'], more: Partial<SectionSpec> = {}, claim = false): SectionSpec => ({ id, Content, early: true, shown: (current) => isRelevant(id, caseOf(current), claim), ...more })
const sections = (claim: boolean): readonly SectionSpec[] => [
  section('deceased', DeceasedSection, { Summary: DeceasedSummary }, claim),
  section('certificate', CertificateSection, {}, claim),
  section('agent', AgentSection, { opens: true, Summary: AgentSummary }, claim),
  section('intake', IntakeSection, {}, claim),
  section('stay', StaySection, { paper: 'storageExtension' }, claim),
  section('holds', HoldsSection, {}, claim),
  section('cremation', CremationSection, { paper: 'consent' }, claim),
  section('ways', claim ? ClaimSection : WaysSection, { paper: 'transportOut' }, claim),
  section('issue', IssueSection, { from: { reached: cremated, word: 'afterCremation' }, paper: 'cremationCertificate' }, claim),
  section('fees', claim ? ClaimFees : FeesSection, { paper: claim ? 'claimSlip' : 'waiverSheet' }, claim),
  section('ashes', AshesSection, { from: { reached: gone, word: 'afterCremation' }, paper: 'ashRelease' }, claim),
  section('reward', RewardSection, { from: { reached: gone, word: 'afterPlacement' }, paper: 'rewardSheet' }, claim),
  section('papers', PapersSection, {}, claim),
]

/** Sections that are still typed once the body has left the home. */
const later: readonly SectionId[] = ['fees', 'papers', 'reward', 'ashes', 'issue']

const specOf = (claim: boolean): CaseWindowSpec<BurialDraft, BurialCase> => ({
  id: 'burial', path: '/burial', words: claim ? claimWords : words,
  routes: { open: 'openBurial', get: 'getBurial', amend: 'amendBurial', check: 'checkBurial', correct: 'correctBurial', void: 'voidBurial', printed: 'recordBurialPrinted', paper: 'getBurialPaper', list: 'listBurials', export: 'exportBurials' },
  begin: () => emptyBurialFile(),
  parse: (content) => BurialDraft.parse(content),
  normalise: recordOf,
  draftTitle: (file) => (file.deceased.name === '' ? '—' : file.deceased.name),
  titlePath: 'deceased.name',
  title: (file, current, t) => `${current === undefined ? t(claim ? 'newClaim' : 'newCase') : t(file.kind === 'body' ? 'caseTitle' : `kind.${file.kind}`)}${file.deceased.name === '' ? '' : ` · ${file.deceased.name}`}${current === undefined || current.number === '' ? '' : ` · ${current.number}`}`,
  stateOf: (current) => (current === undefined ? 'new' : current.holds.some(({ released }) => released === null) ? 'held' : current.state),
  tone: (current) => (current === undefined ? '' : current.holds.some(({ released }) => released === null) || current.state === 'voided' ? 'stop' : current.timer?.overdue === true && isOpen(current.state) ? 'stop' : current.state === 'placed' || current.state === 'ashesReleased' || current.state === 'transportedOut' || current.state === 'bodyBuried' || current.state === 'donated' ? 'good' : current.state === 'reported' ? '' : 'answer'),
  amendable: (current) => current.state !== 'voided',
  sectionOpen: (id, current) => current === undefined || isOpen(current.state) || later.includes(id as SectionId),
  recorded: [],
  aside: ['bill'],
  check: (file, place, current) => (isCivilDate(place.today) ? runBurialCheck(foldedOf(file, current), contextOf(place, current)) : { findings: [], passed: 0 }),
  checkBody: (stage, current, file) => ({ file: recordOf(file), stage: stageOf(current), typing: stage === 'typing' }),
  sections: sections(claim),
  keyed: (current) => sectionIds.filter((id) => isRelevant(id, current, claim) && id !== 'holds' && (claim || id !== 'ways' || (current?.elsewhere ?? null) !== null) && (!gone(current as unknown as CaseReply | undefined) || !['certificate', 'agent', 'intake', 'stay'].includes(id))),
  sectionOfField: (field) => sectionOfField(field),
  steps: ({ file, current, findings }) => stepsOf({ file, current, findings, claim }),
  opened: (id, current, correcting) => (correcting ? ['deceased', 'certificate', 'agent'].includes(id) : (unfolded[current?.state ?? 'new']?.includes(id as SectionId) === true && (claim || id !== 'fees' || current !== undefined)) || (claim && current === undefined && id === 'ways') || (id === 'holds' && current?.holds.some(({ released }) => released === null) === true)),
  corrects: (current) => !isOpen(current.state),
  correctsIn: 'deceased',
  cards: burialCards,
  supplied: burialSupplied,
  refolds: (state) => !isOpen(state as BurialCase['state']) || state === 'stored',
  owns: (kind) => kind.startsWith('burial.') || kind.startsWith('waiver.') || kind.startsWith('reward.'),
  pathWords,
})

export const burialSpec = specOf(false)
/** 申领减免: the same case, begun for a cremation at another home. */
export const claimSpec = specOf(true)
