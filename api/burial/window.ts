import { BurialDraft } from '../schemas/burial.ts'
import { text } from '../../domain/text.ts'
import type { CasePapers } from '../papers.ts'
import { burialLists } from '../schemas/burial.ts'
import type { ApiWindow } from '../windows.ts'
import { burialCaseFields, burialCaseHandlings, burialCasePapers } from './cases/handlings.ts'
import { burialDeadlines, burialMoney, burialOverdue } from './cases/deadlines.ts'
import { listTitles } from './cases/list.ts'
import { facilityHandlings } from './facilities/handlings.ts'
import { illegalGraveHandlings } from './grounds/illegal.ts'
import { qingmingHandlings } from './grounds/qingming.ts'
import { groundJournalFields } from './journal-fields.ts'
import { placementHandlings } from './placement/handlings.ts'
import { isPlotPaper, plotPapersOfWindow } from './placement/papers.ts'
import { relocationHandlings } from './relocation/handlings.ts'
import { burialStatisticHandlings } from './statistics/handlings.ts'
import { waiverFields, waiverHandlings } from './waivers/handlings.ts'

const papersOf = (paper: string): CasePapers => (isPlotPaper(paper) ? plotPapersOfWindow : burialCasePapers)

/** Funeral affairs at the door: cases, waivers, rewards, plots, relocation, facilities, grounds and their counts. */
export const burialWindow: ApiWindow = {
  id: 'burial',
  title: text('殡葬服务', 'Funeral affairs'),
  file: BurialDraft,
  handlings: (porter) => [...burialCaseHandlings(porter), ...waiverHandlings(porter), ...placementHandlings(porter), ...relocationHandlings, ...facilityHandlings, ...qingmingHandlings(porter), ...illegalGraveHandlings, ...burialStatisticHandlings(porter)],
  papers: {
    request: (house, id, paper, options) => papersOf(paper).request(house, id, paper, options),
    check: (house, reads, code) => papersOf(code.paper).check(house, reads, code),
  },
  journalFields: { ...burialCaseFields, ...waiverFields, ...groundJournalFields },
  counts: {
    bodyReceived: { title: text('接收遗体', 'Bodies received'), unit: '具' },
    cremated: { title: text('火化遗体', 'Bodies cremated'), unit: '具' },
    otherCremated: { title: text('火化残肢、骨骸', 'Limbs and bones cremated'), unit: '件' },
    vigil: { title: text('守灵', 'Vigils'), unit: '例' },
    ashesReleased: { title: text('领灰', 'Ashes released'), unit: '例' },
    ashesDeposited: { title: text('骨灰寄存', 'Ashes deposited'), unit: '例' },
    placed: { title: text('安葬（安放）', 'Placements'), unit: '例' },
    settlement: { title: text('减免结算', 'Waivers settled'), unit: '件' },
    reward: { title: text('生态安葬奖补', 'Eco-burial rewards'), unit: '件' },
    interment: { title: text('墓位、格位安葬', 'Interments in plots and niches'), unit: '穴' },
    relocatedGraves: { title: text('迁坟（座）', 'Graves relocated'), unit: '座' },
    relocatedCells: { title: text('迁坟（穴）', 'Cells relocated'), unit: '穴' },
    facilityInspected: { title: text('设施年检', 'Facilities inspected'), unit: '件' },
    illegalCleared: { title: text('私坟治理', 'Illegal graves cleared'), unit: '座' },
  },
  // Funeral papers take no booklets out of a stock.
  registrations: {},
  main: ['bodyReceived', 'cremated', 'vigil', 'settlement', 'reward'],
  deadlines: burialDeadlines,
  overdue: burialOverdue,
  deadlinePath: (kind) => `/burial?list=${kind}`,
  money: burialMoney,
  open: async ({ burial }, today) => Promise.all(burialLists.map(async (list) => ({ state: `burial.${list}`, title: listTitles[list], count: await burial.count({ list: { list, today } }) }))),
}
