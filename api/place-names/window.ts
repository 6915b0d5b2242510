import { PlaceNameFile } from '../../domain/place-names/case/file.ts'
import { text } from '../../domain/text.ts'
import type { Handling } from '../door.ts'
import { notFound } from '../house.ts'
import type { CasePapers } from '../papers.ts'
import type { Porter } from '../sign-in.ts'
import { placeNameLists } from '../schemas/place-names.ts'
import type { ApiWindow } from '../windows.ts'
import { countLists, listTitles } from './cases/clocks.ts'
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
  counts: {},
  // Place names take no booklets out of a stock.
  registrations: {},
  open: async (reads, today, house) => (await countLists(house, reads, today, placeNameLists)).map(({ list, count }) => ({ state: `place-names.${list}`, title: listTitles[list], count })),
}
