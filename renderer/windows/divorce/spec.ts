import type { DivorceCase } from '../../../api/schemas/divorce.ts'
import { groundsOn, runDivorceCheck } from '../../../domain/divorce/check.ts'
import type { DivorceContext } from '../../../domain/divorce/context.ts'
import { defaultDivorceSettings, divorceFacts } from '../../../domain/divorce/context.ts'
import { shippedCalendar } from '../../../domain/calendar/index.ts'
import { DivorceFile, emptyDivorceFile } from '../../../domain/divorce/file.ts'
import { laterSections } from '../../../domain/divorce/fold.ts'
import { normaliseDivorceFile } from '../../../domain/divorce/intake.ts'
import { marriageRegulation } from '../../../domain/law.ts'
import { identityPapers } from '../../../domain/marriage/papers-required.ts'
import { CoupleSummary, coupleWindow } from '../../case/couple.tsx'
import { coupleTitle } from '../../case/form/party.ts'
import { allPrinted } from '../../case/papers.ts'
import { CertificatesSection } from '../../case/sections/CertificatesSection.tsx'
import { DeliverySection } from '../../case/sections/DeliverySection.tsx'
import { NetworkSection } from '../../case/sections/NetworkSection.tsx'
import { PapersSection } from '../../case/sections/PapersSection.tsx'
import { SinglePhotosSection } from '../../case/sections/PhotoSection.tsx'
import { ProofSection } from '../../case/sections/ProofSection.tsx'
import type { CaseReply, CaseWindowSpec, CheckPlace, StepState } from '../../case/spec.ts'
import { call } from '../../shared/client.ts'
import { marriageSettings } from '../marriage/spec.ts'
import { pathWords } from './pathWords.ts'
import { AcceptanceSection } from './sections/AcceptanceSection.tsx'
import { AgreementSection } from './sections/AgreementSection.tsx'
import { AppearanceSection } from './sections/AppearanceSection.tsx'
import { ApplicationSection } from './sections/ApplicationSection.tsx'
import { CoolingSection } from './sections/CoolingSection.tsx'
import { DecisionSection } from './sections/DecisionSection.tsx'
import { DeclarationsSection } from './sections/DeclarationsSection.tsx'
import { InterviewsSection } from './sections/InterviewsSection.tsx'
import { MarriageSection } from './sections/MarriageSection.tsx'
import { PartiesSection } from './sections/PartiesSection.tsx'
import { StampingSection } from './sections/StampingSection.tsx'
import type { SectionId } from './steps.ts'
import { phaseIds, phaseOf, phaseOfSection, phases, sectionOfField, stepsOf } from './steps.ts'
import { words } from './words.ts'

type Current = DivorceCase | undefined

const contextOf = (file: DivorceFile, { today, account, officeArea, ...place }: CheckPlace, current: Current): DivorceContext => {
  const agreementAtApplication = place.setting('divorce.agreementAtApplication')
  const made: DivorceContext = {
    stage: current?.state === 'issuing' ? 'issuance' : 'acceptance', typing: false, day: today, calendar: shippedCalendar, register: [],
    settings: { ...defaultDivorceSettings, ...marriageSettings(place), ...(typeof agreementAtApplication === 'boolean' && { agreementAtApplication }) },
    registrar: { account: account.id, scope: account.scope, certifiedUntil: account.certifiedUntil }, officeArea,
  }
  const { caseId, number, day } = file.marriage
  // What the register holds is compared by the door; here the marriage is taken to be as the page says.
  const readings = caseId === '' ? undefined : divorceFacts(file, made).persons.readings
  const { issuance, dates } = current ?? { issuance: null, dates: null }
  return {
    ...made,
    ...(readings !== undefined && { marriage: { caseId, number, day, standing: 'standing' as const, identityNumbers: [readings[0].number, readings[1].number] as const } }),
    ...(dates !== null && { acceptance: { area: officeArea, dates: dates as unknown as NonNullable<DivorceContext['acceptance']>['dates'] } }),
    ...(issuance !== null && { appearance: { present: [true, true] as const, receipt: issuance.receipt as 'shown' | 'lostExplained', day: issuance.day, area: officeArea } }),
  }
}

const deciding = (current: Current): boolean => current === undefined || current.state === 'received' || current.state === 'issuing'
const running: readonly string[] = ['received', 'coolingOff', 'issuanceOpen', 'issuing']
const later: ReadonlySet<string> = new Set<string>(laterSections)
/** The sections of the file that a section of the page writes, where they do not bear its name. */
const filesOf: Readonly<Partial<Record<SectionId, string>>> = { decision: 'remarkForm', interviews: 'agreement', application: 'application' }
const since = (reached: (current: DivorceCase) => boolean, word: string) => ({ reached: (current: CaseReply | undefined) => current !== undefined && reached(current as unknown as DivorceCase), word })
const came = since((current) => current.issuance !== null || current.number !== '' || current.refusal !== null, 'afterAppearance')
const accepted = since((current) => current.accepted !== null, 'afterAcceptance')

const openIn: Readonly<Record<DivorceCase['standing'], readonly SectionId[]>> = {
  received: phases.application, coolingOff: ['acceptance', 'cooling', 'appearance'], issuanceOpen: ['cooling', 'appearance'], lapsed: ['acceptance', 'cooling'], issuing: phases.issuance,
  registered: phases.issue, proofread: phases.issue, delivered: ['decision', 'stamping', 'delivery'], notAccepted: ['acceptance'], withdrawn: ['acceptance', 'cooling'], refused: ['decision'], abandoned: ['acceptance'], voided: ['decision'],
}

export const divorceSpec: CaseWindowSpec<DivorceFile, DivorceCase> = {
  id: 'divorce', path: '/divorce', words,
  routes: {
    open: 'openDivorce', get: 'getDivorce', amend: 'amendDivorce', check: 'checkDivorce', networkCheck: 'recordDivorceCheck', register: 'registerDivorce', refuse: 'refuseDivorce', abandon: 'abandonDivorce',
    proofread: 'proofreadDivorce', deliver: 'deliverDivorce', reprint: 'reprintDivorce', correct: 'correctDivorce', void: 'voidDivorce', inspect: 'inspectDivorce', archive: 'archiveDivorce',
    printed: 'recordDivorcePrinted', paper: 'getDivorcePaper', list: 'listDivorces', export: 'exportDivorces',
  },
  begin: async (query) => {
    const id = query.get('marriage')
    return id === null ? emptyDivorceFile() : (await call('divorceFromMarriage', { params: { id } })).file
  },
  parse: (content) => DivorceFile.parse(content),
  normalise: normaliseDivorceFile,
  draftTitle: coupleTitle,
  titlePath: 'parties',
  title: (_file, current, t) => (current === undefined ? t('newCase') : `${t('kind.divorce')} · ${current.number === '' ? coupleTitle(current.file) : current.number}`),
  stateOf: (current) => current?.standing ?? 'new',
  tone: (current) => (current === undefined ? '' : current.standing === 'delivered' ? 'good' : ['refused', 'voided', 'notAccepted', 'lapsed', 'withdrawn'].includes(current.standing) ? 'stop' : ['registered', 'proofread', 'issuing', 'issuanceOpen', 'coolingOff'].includes(current.standing) ? 'answer' : ''),
  amendable: (current) => running.includes(current.standing),
  // After the acceptance the parties and the marriage are only corrected; what belongs to the issuance is still taken down.
  sectionOpen: (section, current) => current === undefined || current.state === 'received' || later.has(filesOf[section as SectionId] ?? section) || section === 'network',
  recorded: ['networkChecks'],
  aside: ['interviews'],
  check: (file, place, current) => {
    const context = contextOf(file, place, current)
    return { ...(deciding(current) ? runDivorceCheck(file, context) : { findings: [], passed: 0 }), required: identityPapers(file, [0, 1], marriageRegulation.cite(15), true) }
  },
  checkBody: (stage, current) => (deciding(current) ? { stage: current?.state === 'issuing' ? 'issuance' : 'acceptance', typing: stage === 'typing' } : { typing: true }),
  sections: [
    { id: 'marriage', Content: MarriageSection, early: true },
    { id: 'parties', Content: PartiesSection, early: true, Summary: CoupleSummary },
    { id: 'papers', Content: PapersSection, early: true },
    { id: 'application', Content: ApplicationSection, early: true, paper: 'application' },
    { id: 'network', Content: NetworkSection, early: true },
    { id: 'acceptance', Content: AcceptanceSection, early: true, paper: 'receipt' },
    { id: 'cooling', Content: CoolingSection, from: accepted, paper: 'receipt' },
    { id: 'appearance', Content: AppearanceSection, from: accepted, paper: 'receipt' },
    { id: 'interviews', Content: InterviewsSection, from: came, paper: 'interview' },
    { id: 'agreement', Content: AgreementSection, early: true, paper: 'agreement' },
    { id: 'declarations', Content: DeclarationsSection, from: came, paper: 'declaration' },
    { id: 'photos', Content: SinglePhotosSection, from: came, ticks: true },
    { id: 'decision', Content: DecisionSection, from: came, paper: 'review' },
    { id: 'certificates', Content: CertificatesSection, paper: 'certificate' },
    { id: 'proofread', Content: ProofSection, ticks: true, paper: 'certificate' },
    { id: 'stamping', Content: StampingSection, ticks: true },
    { id: 'delivery', Content: DeliverySection, ticks: true, paper: 'review' },
  ],
  keyed: (current) => phases[phaseOf(current)].length === 1 ? ['acceptance', 'cooling', 'appearance'] : phases[phaseOf(current)],
  sectionOfField: (field, current) => sectionOfField(field, current?.state === 'issuing'),
  steps: ({ file, current, findings }) => stepsOf({ file, current, findings, certificatesPrinted: allPrinted(current, 'certificate') }),
  // The stretch in hand step by step, the others as one step each.
  bar: (steps, current, t) => phaseIds.flatMap((phase) => {
    const own = steps.filter((step) => phaseOfSection(step.id) === phase)
    if (phase === phaseOf(current)) return own.map((step) => ({ id: step.id, title: t(`section.${step.id}`), state: step.state, note: step.stops + step.questions }))
    const state: StepState = own.every((step) => step.state === 'done') ? 'done' : own.some((step) => step.state === 'next') ? 'next' : 'later'
    return [{ id: own[0]?.id ?? phase, title: t(`phase.${phase}`), state, note: 0 }]
  }),
  opened: (section, current, correcting) => (correcting ? ['marriage', 'parties'].includes(section) : openIn[current?.standing ?? 'received'].includes(section as SectionId)),
  correctsIn: 'parties',
  ...coupleWindow,
  blanks: 'divorce',
  pathWords,
  grounds: (day, current) => groundsOn(current?.state === 'received' ? 'notAccepted' : 'refused', day).map(({ id, title, law }) => ({ id, title, law })),
}
