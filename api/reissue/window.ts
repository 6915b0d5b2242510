import { ReissueFile } from '../../domain/reissue/file.ts'
import { text } from '../../domain/text.ts'
import { counterHandlings } from '../case/counter.ts'
import { deliveryHandlings } from '../case/delivery.ts'
import { listHandlings } from '../case/list.ts'
import { casePapers, printingHandlings } from '../case/printing.ts'
import { routes } from '../schemas/index.ts'
import type { ApiWindow } from '../windows.ts'
import { reissueHandlings } from './decide.ts'
import { reissueList } from './list.ts'
import { reissueSpec } from './spec.ts'

/** States in which a reissue waits for a registrar. */
const openStates = {
  received: text('补领已受理，待审查', 'Reissue received, to be decided'),
  registered: text('已准予补发，待校对', 'Reissue granted, to be proof-read'),
  proofread: text('补发证已校对，待领证', 'Reissue proof-read, to be handed over'),
} as const

/** The reissue of certificates at the door. */
export const reissueWindow: ApiWindow = {
  id: 'reissue',
  under: 'marriage',
  title: text('补领婚姻登记证', 'Reissued certificates'),
  file: ReissueFile,
  handlings: (porter) => [
    ...reissueHandlings,
    ...listHandlings(reissueList, { list: routes.listReissues, export: routes.exportReissues }),
    ...counterHandlings(reissueSpec, { open: routes.openReissue, get: routes.getReissue, amend: routes.amendReissue, networkCheck: routes.recordReissueCheck, abandon: routes.abandonReissue }),
    ...deliveryHandlings(reissueSpec, { proofread: routes.proofreadReissue, reprint: routes.reprintReissue, correct: routes.correctReissue, void: routes.voidReissue, inspect: routes.inspectReissue, archive: routes.archiveReissue }, porter),
    ...printingHandlings(reissueSpec, { paper: routes.getReissuePaper, printed: routes.recordReissuePrinted }),
  ],
  papers: casePapers(reissueSpec),
  journalFields: {
    'reissue.opened': [],
    'reissue.amended': [],
    'reissue.checked': [],
    'reissue.registered': ['number', 'day', 'originalDay', 'serials', 'officeName', 'area', 'registrar', 'opinion', 'remark'],
    'reissue.refused': ['day', 'registrar'],
    'reissue.abandoned': ['day'],
    'reissue.printed': ['paper', 'party', 'mode', 'digest', 'printer'],
    'reissue.reprinted': ['party', 'spoiled', 'serial'],
    'reissue.proofread': ['ticked'],
    'reissue.delivered': ['day', 'to', 'oldCancelled'],
    'reissue.corrected': ['serials'],
    'reissue.voided': ['day', 'recovered'],
    'reissue.inspected': ['items', 'verdict'],
    'reissue.archived': ['fonds', 'year', 'officeFileNumber', 'archiveFileNumber', 'pages'],
  },
  counts: {
    reissueMarriage: { title: text('补领结婚证', 'Marriage certificates reissued'), unit: '件' },
    reissueDivorce: { title: text('补领离婚证', 'Divorce certificates reissued'), unit: '件' },
  },
  // One or two booklets each: they are told apart from first issues in the stock.
  registrations: {},
  open: async (reads) => {
    const counts = await reads.reissuesInWork()
    return Object.entries(openStates).map(([state, title]) => ({ state: `reissue.${state}`, title, count: counts.find((entry) => entry.state === state)?.count ?? 0 }))
  },
}
