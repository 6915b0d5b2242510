import { MarriageFile } from '../../domain/marriage/file.ts'
import { text } from '../../domain/text.ts'
import type { ApiWindow } from '../windows.ts'
import { counterHandlings } from '../case/counter.ts'
import { deliveryHandlings } from '../case/delivery.ts'
import { listHandlings } from '../case/list.ts'
import { casePapers, printingHandlings } from '../case/printing.ts'
import { routes } from '../schemas/index.ts'
import { decideHandlings } from './decide.ts'
import { endingHandlings } from './endings.ts'
import { marriageList } from './list.ts'
import { screeningHandlings } from './screening.ts'
import { marriageSpec } from './spec.ts'

/** States in which a case waits for a registrar. */
const openStates = {
  received: text('已受理，待审查', 'Received, to be decided'),
  registered: text('已登记，待校对', 'Registered, to be proof-read'),
  proofread: text('已校对，待领证', 'Proof-read, to be handed over'),
} as const

/** Marriage registration's part of the door. */
export const marriageWindow: ApiWindow = {
  id: 'marriage',
  title: text('结婚登记', 'Marriage registration'),
  file: MarriageFile,
  handlings: (porter) => [
    ...listHandlings(marriageList, { list: routes.listMarriages, export: routes.exportMarriages }),
    ...counterHandlings(marriageSpec, { open: routes.openMarriage, get: routes.getMarriage, amend: routes.amendMarriage, networkCheck: routes.recordNetworkCheck, abandon: routes.abandonMarriage }),
    ...decideHandlings,
    ...deliveryHandlings(marriageSpec, { proofread: routes.proofreadMarriage, reprint: routes.reprintMarriage, correct: routes.correctMarriage, void: routes.voidMarriage, inspect: routes.inspectMarriage, archive: routes.archiveMarriage }, porter),
    ...printingHandlings(marriageSpec, { paper: routes.getMarriagePaper, printed: routes.recordPrinted }),
    ...screeningHandlings, ...endingHandlings(porter),
  ],
  papers: casePapers(marriageSpec),
  journalFields: {
    'marriage.opened': [],
    'marriage.amended': [],
    'marriage.checked': [],
    'marriage.registered': ['number', 'day', 'serials', 'officeName', 'area', 'registrar', 'opinion'],
    'marriage.refused': ['day', 'registrar'],
    'marriage.abandoned': ['day'],
    'marriage.printed': ['paper', 'party', 'mode', 'digest', 'printer'],
    'marriage.reprinted': ['party', 'spoiled', 'serial'],
    'marriage.proofread': ['ticked'],
    'marriage.delivered': ['day'],
    'marriage.corrected': ['serials'],
    'marriage.voided': ['day', 'recovered'],
    'marriage.inspected': ['items', 'verdict'],
    'marriage.screened': ['plannedDay'],
    'marriage.divorced': ['by', 'authority', 'number', 'day', 'caseId'],
    'marriage.courtVoided': ['ground', 'certificates'],
    'marriage.annulled': ['ground', 'certificates'],
    'marriage.revoked': ['ground', 'certificates'],
    'marriage.endingLifted': ['day', 'caseId'],
    'marriage.endingFiled': ['ending', 'fonds', 'year', 'officeFileNumber', 'archiveFileNumber', 'pages'],
    'marriage.archived': ['fonds', 'year', 'officeFileNumber', 'archiveFileNumber', 'pages'],
  },
  counts: {
    marriage: { title: text('结婚登记', 'Marriages'), unit: '对' },
    late: { title: text('补办结婚登记', 'Late marriage registrations'), unit: '对' },
    remarriage: { title: text('复婚登记', 'Remarriages to the former spouse'), unit: '对' },
    courtNote: { title: text('法院判决注记', 'Court judgments noted'), unit: '件' },
    revocation: { title: text('撤销婚姻登记', 'Registrations revoked'), unit: '件' },
    // Counted by every window of the desk under the same name.
    refusal: { title: text('不予办理', 'Refusals'), unit: '件' },
    correction: { title: text('更正', 'Corrections'), unit: '件' },
    voided: { title: text('登记作废', 'Voids'), unit: '件' },
  },
  main: ['marriage', 'late', 'remarriage'],
  registrations: { marriage: ['marriage', 'late', 'remarriage'] },
  open: async (reads) => {
    const counts = await reads.casesInWork()
    return Object.entries(openStates).map(([state, title]) => ({ state, title, count: counts.find((entry) => entry.state === state)?.count ?? 0 }))
  },
}
