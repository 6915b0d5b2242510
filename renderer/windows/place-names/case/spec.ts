import type { PlaceNameCase } from '../../../../api/schemas/place-names.ts'
import { emptyPlaceNameFile, emptyPlaceNameItem, PlaceNameFile } from '../../../../domain/place-names/case/file.ts'
import type { CaseReply, CaseWindowSpec, SectionSpec } from '../../../case/spec.ts'
import { NamesSection, NamesSummary } from './names/NamesSection.tsx'
import { pathWords } from './pathWords.ts'
import { AcceptanceSection } from './sections/AcceptanceSection.tsx'
import { ArchiveSection, DeliverySection, EntrySection, FilingSection, NoticeSection, SignsSection } from './sections/AfterSections.tsx'
import { ApplicantSection, ApplicantSummary } from './sections/ApplicantSection.tsx'
import { ComplianceSection } from './sections/ComplianceSection.tsx'
import { DecisionSection } from './sections/DecisionSection.tsx'
import { ClocksSection, ConsultSection, DisplaySection, ReportsSection, VisitsSection } from './sections/ExamineSections.tsx'
import { PapersSection } from './sections/PapersSection.tsx'
import { ReviewSection } from './sections/ReviewSection.tsx'
import { barOf, isRelevant, sectionIds, sectionOfField, stepsOf } from './steps.ts'
import type { SectionId } from './steps.ts'
import { SupplementDialog } from './SupplementDialog.tsx'
import { words } from './words.ts'

type Current = PlaceNameCase | undefined
const caseOf = (current: CaseReply | undefined): Current => current as unknown as Current
const typed: readonly SectionId[] = ['applicant', 'names', 'papers']

const unfolded: Readonly<Record<PlaceNameCase['state'] | 'new', readonly SectionId[]>> = {
  new: ['applicant', 'names', 'papers'], received: ['names', 'papers', 'acceptance'], supplementAsked: ['acceptance'], accepted: ['names', 'visits', 'reports', 'consult', 'display', 'review'], reviewed: ['review', 'decision'], forwarded: ['decision'], opined: ['decision'],
  approved: ['decision', 'delivery', 'filing', 'notice', 'entry', 'signs'], refused: ['decision', 'delivery', 'archive'], notAccepted: ['acceptance', 'delivery', 'archive'], withdrawn: ['acceptance', 'archive'], archived: ['decision', 'signs', 'archive'],
}

const section = (id: SectionId, Content: SectionSpec['Content'], more: Partial<SectionSpec> = {}): SectionSpec => ({ id, Content, early: true, shown: (current) => isRelevant(id, caseOf(current)), ...more })

/** What is left out of an item is not there; ids stay. A draft without a name has one to begin with. */
const begin = (query: URLSearchParams): PlaceNameFile => ({ ...emptyPlaceNameFile(), source: query.get('source') === 'consultation' ? 'consultation' : 'application', items: [emptyPlaceNameItem('1')] })
const firstName = (file: PlaceNameFile): string => file.items.map(({ name, formerName }) => (name === '' ? formerName : name)).find((name) => name !== '') ?? ''
const namesOf = (file: PlaceNameFile, t: (key: string) => string): string => { const name = firstName(file); return file.items.length > 1 && name !== '' ? t('namesMore').replace('{name}', name).replace('{n}', String(file.items.length)) : name }

export const placeNameSpec: CaseWindowSpec<PlaceNameFile, PlaceNameCase> = {
  id: 'place-names', prefix: 'placeName', path: '/place-names', words,
  routes: { open: 'openPlaceNameCase', get: 'getPlaceNameCase', amend: 'amendPlaceNameCase', check: 'checkPlaceNameCase', correct: 'correctPlaceNameCase', printed: 'recordPlaceNamePrinted', paper: 'getPlaceNamePaper', list: 'listPlaceNameCases', export: 'exportPlaceNameCases' },
  begin,
  parse: (content) => PlaceNameFile.parse(content),
  normalise: (file) => file,
  draftTitle: (file) => [firstName(file), file.applicant.name].filter((part) => part !== '').join(' · ').slice(0, 120) || '—',
  titlePath: 'items.0.name',
  title: (file, current, t) => [t(current === undefined ? (file.source === 'consultation' ? 'newConsultation' : 'newCase') : file.source === 'consultation' ? 'source.consultation' : 'caseTitle'), namesOf(file, t), current?.decision?.document ?? current?.accepted?.slip ?? ''].filter((part) => part !== '').join(' · '),
  stateOf: (current) => current?.state ?? 'new',
  tone: (current) => {
    switch (current?.state) {
      case 'approved': case 'archived': return 'good'
      case 'refused': case 'notAccepted': return 'stop'
      case 'supplementAsked': case 'accepted': case 'reviewed': case 'forwarded': case 'opined': return current.clocks.some(({ state }) => state === 'overdue') ? 'stop' : 'answer'
      default: return ''
    }
  },
  amendable: (current) => current.acts.includes('placeName.amended'),
  sectionOpen: (id, current) => !typed.includes(id as SectionId) || current === undefined || current.acts.includes('placeName.amended'),
  recorded: [],
  // Rules on names and on the case need the register: the door is asked, after a pause that grows with the file.
  check: () => ({ findings: [], passed: 0 }),
  checkPause: (file) => (file.items.length <= 20 ? 300 : file.items.length <= 200 ? 900 : 2500),
  checkBody: (stage, current) => ({ stage: current === undefined || current.state === 'received' || current.state === 'supplementAsked' ? 'acceptance' : 'review', typing: stage === 'typing' && current === undefined }),
  sections: [
    section('applicant', ApplicantSection, { Summary: ApplicantSummary, paper: 'application' }),
    section('names', NamesSection, { Summary: NamesSummary, paper: 'application' }),
    section('papers', PapersSection, { opens: true, paper: 'application' }),
    section('acceptance', AcceptanceSection, { paper: 'acceptance' }),
    section('visits', VisitsSection),
    section('reports', ReportsSection, { paper: 'expert' }),
    section('consult', ConsultSection, { paper: 'consultation' }),
    section('display', DisplaySection, { paper: 'display' }),
    section('clocks', ClocksSection),
    section('review', ReviewSection, { paper: 'request' }),
    section('decision', DecisionSection, { paper: 'reply' }),
    section('delivery', DeliverySection, { paper: 'delivery' }),
    section('filing', FilingSection, { paper: 'filingForm' }),
    section('notice', NoticeSection, { paper: 'notice' }),
    section('entry', EntrySection),
    section('signs', SignsSection, { paper: 'sign' }),
    section('compliance', ComplianceSection, { paper: 'report' }),
    section('archive', ArchiveSection, { paper: 'contents' }),
  ],
  sectionWord: (id, { source }) => (source !== 'consultation' ? undefined : id === 'applicant' ? 'bar.letter' : id === 'decision' ? 'bar.opinion' : undefined),
  keyed: (current) => (current === undefined || current.state === 'received' || current.state === 'supplementAsked' ? sectionIds : sectionIds.filter((id) => !['applicant', 'papers', 'acceptance'].includes(id))).filter((id) => isRelevant(id, current)),
  sectionOfField,
  steps: (facts) => stepsOf(facts),
  bar: (steps, current, t) => barOf(steps, current?.file.source === 'consultation', t),
  opened: (id, current, correcting) => (correcting ? typed.includes(id as SectionId) : unfolded[current?.state ?? 'new'].includes(id as SectionId)),
  // What was approved is corrected name by name, in the section of the decision; here only a supplement is typed.
  corrects: () => false,
  correctsIn: 'names',
  Submit: SupplementDialog,
  // What has not been printed yet is what is wanted; a case of many names has hundreds of papers.
  papersNow: (current) => { const ready = current.papers.filter(({ ready: made }) => made); const fresh = ready.filter(({ printed }) => printed.length === 0); return (fresh.length > 0 ? fresh : ready).slice(-8) },
  paperNumber: ({ paper, number = '' }, current) =>
    (paper.endsWith('.consultation') ? current.consultations.find(({ asked }) => asked.consultation === number)?.asked.unit : paper.endsWith('.display') ? current.displays.find(({ shown }) => shown.display === number)?.shown.from : current.file.items.find(({ id }) => id === number)?.name) ?? number,
  refolds: () => true,
  owns: (kind) => kind.startsWith('placeName.'),
  pathWords,
}
