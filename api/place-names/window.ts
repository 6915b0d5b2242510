import { PlaceNameFile } from '../../domain/place-names/case/file.ts'
import { text } from '../../domain/text.ts'
import type { Handling } from '../door.ts'
import { notFound } from '../house.ts'
import type { CasePapers } from '../papers.ts'
import type { Porter } from '../sign-in.ts'
import { placeNameLists } from '../schemas/place-names.ts'
import type { ApiWindow } from '../windows.ts'
import { countLists, listTitles, placeNameDeadlines, placeNameOverdue } from './cases/clocks.ts'
import { placeNameCaseHandlings, placeNameCasePapers } from './cases/handlings.ts'
import { gazetteerHandlings } from './gazetteer/handlings.ts'
import { importHandlings } from './imports/handlings.ts'
import { placeNameJournalFields } from './journal-fields.ts'
import { namePlanHandlings } from './plans/handlings.ts'
import { placeRegisterHandlings, placeRegisterPapers } from './registers.ts'
import { placeNameStatisticHandlings } from './statistics/handlings.ts'

/** Papers of one part of the window, by their ids. */
export interface PlaceNamePapers { readonly ids: readonly string[]; readonly papers: CasePapers }

/** The routes: each part of the window brings its own with one line. */
const handlings = (porter: Porter): readonly Handling[] => [...placeNameCaseHandlings(porter), ...placeNameStatisticHandlings, ...gazetteerHandlings, ...importHandlings, ...namePlanHandlings(porter), ...placeRegisterHandlings(porter)]

/** The papers: each part of the window brings its own with one line. */
const allPapers: readonly PlaceNamePapers[] = [placeNameCasePapers, placeRegisterPapers]
const papersOf = (paper: string): CasePapers => {
  const found = allPapers.find(({ ids }) => ids.includes(paper))
  if (found === undefined) throw notFound('没有这种文件。', 'There is no such paper.')
  return found.papers
}

/** Place names at the door: cases, gazetteer, plates, boundaries, the local profile and their counts. */
export const placeNameWindow: ApiWindow = {
  id: 'place-names',
  title: text('地名管理', 'Place names'),
  file: PlaceNameFile,
  handlings,
  papers: {
    request: (house, id, paper, options) => papersOf(paper).request(house, id, paper, options),
    check: (house, reads, code) => papersOf(code.paper).check(house, reads, code),
  },
  journalFields: placeNameJournalFields,
  counts: {
    'application.received': { title: text('地名申请、来函收件', 'Applications and letters received'), unit: '件' },
    'name.approved': { title: text('批准地名', 'Names approved'), unit: '个' },
    'name.refused': { title: text('不予批准地名', 'Names refused'), unit: '个' },
    'name.filed': { title: text('备案地名', 'Names filed'), unit: '个' },
    'name.published': { title: text('公告地名', 'Names published'), unit: '个' },
    'name.entered': { title: text('录入国家地名信息库', 'Names entered in the national base'), unit: '个' },
    'sign.set': { title: text('设置地名标志', 'Name signs set'), unit: '块' },
    'plate.numbered': { title: text('编门楼牌号', 'Door numbers given out'), unit: '个' },
    'plate.mounted': { title: text('安装门楼牌', 'Plates mounted'), unit: '块' },
    'proof.issued': { title: text('出具地名证明', 'Address proofs issued'), unit: '份' },
    'boundary.inspected': { title: text('界线联检', 'Boundary inspections'), unit: '条' },
    'irregular.settled': { title: text('不规范地名处理', 'Irregular names settled'), unit: '个' },
  },
  // Place names take no booklets out of a stock.
  registrations: {},
  main: ['application.received', 'name.approved', 'plate.numbered', 'proof.issued'],
  deadlines: placeNameDeadlines,
  overdue: placeNameOverdue,
  deadlinePath: (kind) => `/place-names?list=${kind}`,
  open: async (reads, today, house) => (await countLists(house, reads, today, placeNameLists)).map(({ list, count }) => ({ state: `place-names.${list}`, title: listTitles[list], count })),
}
