import type { MarriageCase } from '../../../api/schemas/marriage.ts'
import { refusalGroundsOn, runMarriageCheck } from '../../../domain/marriage/check.ts'
import type { MarriageSettings } from '../../../domain/marriage/context.ts'
import { defaultMarriageSettings } from '../../../domain/marriage/context.ts'
import type { MarriageState } from '../../../domain/marriage/actions.ts'
import { emptyMarriageFile, MarriageFile, MarriageKind } from '../../../domain/marriage/file.ts'
import { normaliseMarriageFile } from '../../../domain/marriage/intake.ts'
import { requiredPapers } from '../../../domain/marriage/papers-required.ts'
import type { Text } from '../../../domain/text.ts'
import { CoupleSummary, coupleWindow } from '../../case/couple.tsx'
import { coupleTitle } from '../../case/form/party.ts'
import { allPrinted } from '../../case/papers.ts'
import { CertificatesSection } from '../../case/sections/CertificatesSection.tsx'
import { DeliverySection } from '../../case/sections/DeliverySection.tsx'
import { NetworkSection } from '../../case/sections/NetworkSection.tsx'
import { PapersSection } from '../../case/sections/PapersSection.tsx'
import { PhotoSection } from '../../case/sections/PhotoSection.tsx'
import { ProofSection } from '../../case/sections/ProofSection.tsx'
import type { CaseWindowSpec, CheckPlace } from '../../case/spec.ts'
import { pathWords } from './pathWords.ts'
import { DeclarationsSection } from './sections/DeclarationsSection.tsx'
import { EndingsSection } from './sections/EndingsSection.tsx'
import { MarriageDecision } from './sections/MarriageDecision.tsx'
import { PartiesSection } from './sections/PartiesSection.tsx'
import { sectionOfField, stepsOf } from './steps.ts'
import { words } from './words.ts'

/** The office's settings on the rules, as far as this account may read them. */
export const marriageSettings = ({ sample, setting }: Pick<CheckPlace, 'sample' | 'setting'>): MarriageSettings => {
  const months = setting('marriage.noSpouseMonths')
  const leap = setting('marriage.feb29')
  const foreign = setting('marriage.foreignRelated')
  return {
    sampleOffice: sample,
    leapBirthday: leap === 'feb28' || leap === 'mar1' ? leap : defaultMarriageSettings.leapBirthday,
    noSpouseMonths: typeof months === 'number' ? months : defaultMarriageSettings.noSpouseMonths,
    foreignRelated: typeof foreign === 'boolean' ? foreign : defaultMarriageSettings.foreignRelated,
  }
}

/** The four grounds of 《婚姻登记条例》第九条, each by the rules that find it. */
const groundOf = (rule: string): Text | undefined => {
  const name = rule.replace(/^marriage\./, '').replace(/\.2003$/, '')
  const word = name === 'age' || name === 'voluntary' || name === 'kinship' ? words[`ground.${name}`] : ['status', 'declared-single', 'register-spouse', 'open-divorce'].includes(name) ? words['ground.spouse'] : undefined
  return word === undefined ? undefined : { zh: word[0], en: word[1] }
}

const before: ReadonlySet<string> = new Set(['parties', 'papers', 'photo', 'network', 'declarations', 'decision'])
const decidedOpen: Readonly<Partial<Record<MarriageState, (id: string) => boolean>>> = {
  registered: (id) => !before.has(id), proofread: (id) => !before.has(id), delivered: (id) => id === 'decision' || id === 'delivery' || id === 'endings',
}

const hasEnded = ({ endings }: MarriageCase): boolean => endings.length > 0

export const marriageSpec: CaseWindowSpec<MarriageFile, MarriageCase> = {
  id: 'marriage', path: '/marriage', words,
  routes: {
    open: 'openMarriage', get: 'getMarriage', amend: 'amendMarriage', check: 'checkMarriage', networkCheck: 'recordNetworkCheck', register: 'registerMarriage', refuse: 'refuseMarriage', abandon: 'abandonMarriage',
    proofread: 'proofreadMarriage', deliver: 'deliverMarriage', reprint: 'reprintMarriage', correct: 'correctMarriage', void: 'voidMarriage', inspect: 'inspectMarriage', archive: 'archiveMarriage',
    printed: 'recordPrinted', paper: 'getMarriagePaper', list: 'listMarriages', export: 'exportMarriages',
  },
  begin: (query) => {
    const kind = MarriageKind.safeParse(query.get('kind'))
    return emptyMarriageFile(kind.success ? kind.data : 'marriage')
  },
  parse: (content) => MarriageFile.parse(content),
  normalise: normaliseMarriageFile,
  draftTitle: coupleTitle,
  titlePath: 'kind',
  title: (file, current, t) => (current === undefined ? (file.kind === 'marriage' ? t('newCase') : t(`kind.${file.kind}`)) : `${t(`kind.${file.kind}`)} · ${current.number === '' ? coupleTitle(current.file) : current.number}${current.state === 'received' && current.screened !== null ? ` · ${t('screenedFor').replace('{day}', current.screened.plannedDay)}` : ''}`),
  stateOf: (current) => (current === undefined ? 'new' : hasEnded(current) ? current.standing : current.state),
  tone: (current) => (current !== undefined && hasEnded(current) ? 'stop' : current?.state === 'delivered' ? 'good' : current?.state === 'refused' || current?.state === 'voided' ? 'stop' : current?.state === 'registered' || current?.state === 'proofread' ? 'answer' : ''),
  amendable: (current) => current.state === 'received',
  recorded: ['networkChecks'],
  check: (file, place) => {
    const { today, account } = place
    const facts = { day: today, settings: marriageSettings(place), registrar: { account: account.id, scope: account.scope, certifiedUntil: account.certifiedUntil }, officeArea: place.officeArea, stage: 'decision' as const, register: [] }
    return { ...runMarriageCheck(file, facts), required: requiredPapers(file, today) }
  },
  checkBody: (stage) => ({ stage }),
  sections: [
    { id: 'parties', Content: PartiesSection, early: true, Summary: CoupleSummary },
    { id: 'papers', Content: PapersSection, early: true },
    { id: 'photo', Content: PhotoSection, early: true, opens: true, ticks: true },
    { id: 'network', Content: NetworkSection, early: true },
    { id: 'declarations', Content: DeclarationsSection, early: true, paper: 'declaration' },
    { id: 'decision', Content: MarriageDecision, early: true, paper: 'review' },
    { id: 'certificates', Content: CertificatesSection, paper: 'certificate' },
    { id: 'proofread', Content: ProofSection, ticks: true, paper: 'certificate' },
    { id: 'delivery', Content: DeliverySection, ticks: true, paper: 'review' },
    { id: 'endings', Content: EndingsSection, paper: 'endingNote' },
  ],
  sectionOfField,
  steps: ({ file, current, findings }) => stepsOf({ file, state: current?.state ?? 'new', findings, printed: { certificates: allPrinted(current, 'certificate') } }),
  opened: (section, current, correcting) => (current === undefined || current.state === 'received' || correcting ? before.has(section) : (decidedOpen[current.state]?.(section) ?? section === 'decision')),
  correctsIn: 'parties',
  ...coupleWindow,
  blanks: 'marriage',
  pathWords: (path, t) => pathWords(path, t),
  grounds: (day) => refusalGroundsOn(day).map((ground) => { const inWords = groundOf(ground.id); return { id: ground.id, title: ground.title, law: ground.law, ...(inWords !== undefined && { inWords }) } }),
}
