import { DivorceFile } from '../../domain/divorce/file.ts'
import { text } from '../../domain/text.ts'
import { counterHandlings } from '../case/counter.ts'
import { deliveryHandlings } from '../case/delivery.ts'
import { listHandlings } from '../case/list.ts'
import { casePapers, printingHandlings } from '../case/printing.ts'
import { routes } from '../schemas/index.ts'
import type { ApiWindow } from '../windows.ts'
import { applicationHandlings } from './counter.ts'
import { issuanceHandlings, liftNote } from './issuance.ts'
import { divorceList } from './list.ts'
import { divorceSpec } from './spec.ts'
import { divorceDeadlines, worklistHandlings } from './worklist.ts'

/** What waits for a registrar; an application in its cooling-off period waits for nobody. */
const openTitles = {
  received: text('离婚申请，待受理', 'Divorce applied for, to be accepted'),
  issuanceOpen: text('领证期内，待双方到场', 'Issuance window open, both expected'),
  issuing: text('离婚审查中', 'Divorce being decided'),
  registered: text('离婚已登记，待校对', 'Divorce registered, to be proof-read'),
  proofread: text('离婚证已校对，待领证', 'Divorce proof-read, to be handed over'),
} as const

/** Divorce registration's part of the door. */
export const divorceWindow: ApiWindow = {
  id: 'divorce',
  under: 'marriage',
  title: text('离婚登记', 'Divorce registration'),
  file: DivorceFile,
  handlings: (porter) => [
    ...worklistHandlings, ...applicationHandlings(porter),
    ...listHandlings(divorceList, { list: routes.listDivorces, export: routes.exportDivorces }),
    ...counterHandlings(divorceSpec, { open: routes.openDivorce, get: routes.getDivorce, amend: routes.amendDivorce, networkCheck: routes.recordDivorceCheck, abandon: routes.abandonDivorce }),
    ...issuanceHandlings,
    ...deliveryHandlings(divorceSpec, { proofread: routes.proofreadDivorce, reprint: routes.reprintDivorce, correct: routes.correctDivorce, void: routes.voidDivorce, inspect: routes.inspectDivorce, archive: routes.archiveDivorce }, porter, { voided: liftNote }),
    ...printingHandlings(divorceSpec, { paper: routes.getDivorcePaper, printed: routes.recordDivorcePrinted }),
  ],
  papers: casePapers(divorceSpec),
  journalFields: {
    'divorce.opened': [],
    'divorce.amended': [],
    'divorce.checked': [],
    'divorce.accepted': ['receipt', 'receiptNumber', 'officeName', 'area', 'registrar'],
    'divorce.notAccepted': ['day', 'registrar', 'paperAsked'],
    'divorce.abandoned': ['day'],
    'divorce.rescheduled': ['day', 'receipt'],
    'divorce.withdrawn': ['day', 'party', 'receipt', 'registrar', 'confirmationNumber'],
    'divorce.issuanceStarted': ['day', 'receipt', 'area'],
    'divorce.issuanceEnded': ['day'],
    'divorce.interviewed': ['party'],
    'divorce.registered': ['number', 'day', 'serials', 'officeName', 'area', 'registrar', 'opinion'],
    'divorce.refused': ['day', 'registrar'],
    'divorce.printed': ['paper', 'party', 'mode', 'digest', 'printer'],
    'divorce.reprinted': ['party', 'spoiled', 'serial'],
    'divorce.proofread': ['ticked'],
    'divorce.delivered': ['day'],
    'divorce.marriageCertificatesStamped': ['day', 'stamped'],
    'divorce.corrected': ['serials'],
    'divorce.voided': ['day', 'recovered'],
    'divorce.inspected': ['items', 'verdict'],
    'divorce.archived': ['fonds', 'year', 'officeFileNumber', 'archiveFileNumber', 'pages'],
  },
  counts: {
    divorce: { title: text('离婚登记', 'Divorces'), unit: '对' },
    divorceApplication: { title: text('离婚登记申请受理', 'Divorce applications accepted'), unit: '件' },
    withdrawal: { title: text('撤回离婚登记申请', 'Withdrawals'), unit: '件' },
    notAccepted: { title: text('不予受理', 'Not accepted'), unit: '件' },
  },
  registrations: { divorce: ['divorce'] },
  main: ['divorce', 'divorceApplication'],
  deadlines: divorceDeadlines,
  deadlinePath: (kind) => `/worklist?kind=${kind}`,
  open: async (reads, today) => {
    const [counts, issuanceOpen] = await Promise.all([reads.divorcesInWork(), reads.countDivorces({ clock: { phase: 'issuanceOpen', today } })])
    return Object.entries(openTitles).map(([state, title]) => ({ state: `divorce.${state}`, title, count: state === 'issuanceOpen' ? issuanceOpen : (counts.find((entry) => entry.state === state)?.count ?? 0) }))
  },
}
