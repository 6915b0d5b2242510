import type { ReissueCase } from '../../../api/schemas/reissue.ts'
import { marriageRegulation } from '../../../domain/law.ts'
import { identityPapers } from '../../../domain/marriage/papers-required.ts'
import { runReissueCheck } from '../../../domain/reissue/decide.ts'
import { applicantsOf, emptyReissueFile, ReissueFile } from '../../../domain/reissue/file.ts'
import { normaliseReissueFile } from '../../../domain/reissue/intake.ts'
import type { OriginalCase, ReissueContext } from '../../../domain/reissue/rules.ts'
import { reissueFacts, reissueRulesOn } from '../../../domain/reissue/rules.ts'
import { CoupleSummary, coupleWindow } from '../../case/couple.tsx'
import { coupleTitle } from '../../case/form/party.ts'
import { paperDay } from '../../case/moments.ts'
import { allPrinted } from '../../case/papers.ts'
import { CertificatesSection } from '../../case/sections/CertificatesSection.tsx'
import { PapersSection } from '../../case/sections/PapersSection.tsx'
import { ProofSection } from '../../case/sections/ProofSection.tsx'
import type { CaseWindowSpec, CheckPlace, StepState } from '../../case/spec.ts'
import { call } from '../../shared/client.ts'
import { marriageSettings } from '../marriage/spec.ts'
import { pathWords } from './pathWords.ts'
import { ApplicantsNetwork, CertificatePhotos, ReissueDecision } from './sections/applicants.tsx'
import { DeclarationsSection } from './sections/DeclarationsSection.tsx'
import { DeliverySection } from './sections/DeliverySection.tsx'
import { OriginalSection } from './sections/OriginalSection.tsx'
import { PartiesSection } from './sections/PartiesSection.tsx'
import { ProxySection } from './sections/ProxySection.tsx'
import { VerificationSection } from './sections/VerificationSection.tsx'
import { WhySection } from './sections/WhySection.tsx'
import { earlySections, lateSections, sectionOfField, stepsOf } from './steps.ts'
import { words } from './words.ts'

type Current = ReissueCase | undefined

/** What the desk itself knows beside the file. Numbers of persons in the register are compared by the door. */
const contextOf = (file: ReissueFile, { today, account, officeArea, ...place }: CheckPlace, current: Current): ReissueContext => {
  const made: ReissueContext = {
    typing: false, day: today, settings: marriageSettings(place), register: [], registrar: { account: account.id, scope: account.scope, certifiedUntil: account.certifiedUntil }, officeArea,
  }
  const { caseId, number, day } = file.original
  if (caseId === '') return made
  const { readings } = reissueFacts(file, made).persons
  const kept = current?.original?.caseId === caseId ? current.original : null
  return { ...made, original: { caseId, number: kept?.number ?? number, day: kept?.day ?? day, standing: (kept?.standing ?? (file.certificate === 'marriage' ? 'standing' : 'divorced')) as OriginalCase['standing'], identityNumbers: [readings[0].number, readings[1].number] } }
}

const early: readonly string[] = [...earlySections, 'decision']
const late: readonly string[] = lateSections
const undecided = (current: Current): boolean => current === undefined || current.state === 'received'

export const reissueSpec: CaseWindowSpec<ReissueFile, ReissueCase> = {
  id: 'reissue', path: '/reissue', words,
  routes: {
    open: 'openReissue', get: 'getReissue', amend: 'amendReissue', check: 'checkReissue', networkCheck: 'recordReissueCheck', register: 'registerReissue', refuse: 'refuseReissue', abandon: 'abandonReissue',
    proofread: 'proofreadReissue', deliver: 'deliverReissue', reprint: 'reprintReissue', correct: 'correctReissue', void: 'voidReissue', inspect: 'inspectReissue', archive: 'archiveReissue',
    printed: 'recordReissuePrinted', paper: 'getReissuePaper', list: 'listReissues', export: 'exportReissues',
  },
  // `case` in the address is the reissue itself once it is opened; what it begins from stands under `from`.
  begin: async (query) => {
    const from = query.get('from')
    return from === null ? emptyReissueFile(query.get('certificate') === 'divorce' ? 'divorce' : 'marriage') : (await call('reissueFromCase', { params: { id: from } })).file
  },
  parse: (content) => ReissueFile.parse(content),
  normalise: normaliseReissueFile,
  draftTitle: coupleTitle,
  titlePath: 'certificate',
  title: (file, current, t) => (current === undefined ? t('newCase') : `${t('newCase')} · ${t(`certificate.${file.certificate}`)} · ${current.number === '' ? coupleTitle(current.file) : current.number}`),
  stateOf: (current) => current?.state ?? 'new',
  tone: (current) => (current?.state === 'delivered' ? 'good' : current?.state === 'refused' || current?.state === 'voided' ? 'stop' : current?.state === 'registered' || current?.state === 'proofread' ? 'answer' : ''),
  amendable: (current) => current.state === 'received',
  recorded: ['networkChecks'],
  check: (file, place, current) => ({ ...runReissueCheck(file, contextOf(file, place, current)), required: identityPapers(file, applicantsOf(file), marriageRegulation.cite(21), false) }),
  checkBody: (stage) => ({ typing: stage === 'typing' }),
  sections: [
    { id: 'original', Content: OriginalSection, early: true },
    { id: 'parties', Content: PartiesSection, early: true, Summary: CoupleSummary },
    { id: 'why', Content: WhySection, early: true, paper: 'lossStatement' },
    { id: 'verification', Content: VerificationSection, early: true },
    { id: 'proxy', Content: ProxySection, early: true },
    { id: 'papers', Content: PapersSection, early: true },
    { id: 'photo', Content: CertificatePhotos, early: true, opens: true, ticks: true },
    { id: 'network', Content: ApplicantsNetwork, early: true },
    { id: 'declarations', Content: DeclarationsSection, early: true, paper: 'declaration' },
    { id: 'decision', Content: ReissueDecision, early: true, paper: 'review' },
    { id: 'certificates', Content: CertificatesSection, paper: 'certificate' },
    { id: 'proofread', Content: ProofSection, ticks: true, paper: 'certificate' },
    { id: 'delivery', Content: DeliverySection, ticks: true, paper: 'review' },
  ],
  // Nine keys: the proxy, which few bring, is reached by Tab.
  keyed: (current) => (undecided(current) ? early.filter((id) => id !== 'proxy') : ['decision', ...late]),
  sectionOfField,
  steps: ({ file, current, findings }) => stepsOf({ file, state: current?.state ?? 'new', findings, certificatesPrinted: allPrinted(current, 'certificate') }),
  // The stretch in hand step by step, the other as one.
  bar: (steps, current, t) => [{ id: 'application', own: early, open: undecided(current) }, { id: 'issue', own: late, open: !undecided(current) }].flatMap(({ id, own, open }) => {
    const mine = steps.filter((step) => own.includes(step.id))
    if (open) return mine.map((step) => ({ id: step.id, title: t(`section.${step.id}`), state: step.state, note: step.stops + step.questions }))
    const state: StepState = mine.every((step) => step.state === 'done') ? 'done' : 'later'
    return [{ id: mine[0]?.id ?? id, title: t(`phase.${id}`), state, note: 0 }]
  }),
  opened: (section, current, correcting) => (undecided(current) || correcting ? early.includes(section) : current?.state === 'registered' || current?.state === 'proofread' ? late.includes(section) : section === 'decision' || (current?.state === 'delivered' && section === 'delivery')),
  correctsIn: 'parties',
  ...coupleWindow,
  blanks: (current) => ((current as Current)?.file.certificate ?? 'marriage'),
  printedValue: (current, field) => (field === 'originalDay' ? paperDay(current.originalDay) : field === 'remark' ? current.remark : undefined),
  pathWords,
  grounds: (day) => reissueRulesOn(day).filter((rule) => rule.refusalGround === true).map(({ id, title, law }) => ({ id, title, law })),
}
