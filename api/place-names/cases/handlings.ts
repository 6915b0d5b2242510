import { openingHandlings } from '../../case/counter.ts'
import { casePapers, printingHandlings } from '../../case/printing.ts'
import type { Handling } from '../../door.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { nameHandlings } from '../names/handlings.ts'
import { placeNameActHandlings } from './acts.ts'
import { placeNameCheckHandlings } from './check.ts'
import { placeNameDocumentHandlings } from './documents.ts'
import { placeNameListHandlings } from './list.ts'
import { casePaperIds } from './papers.ts'
import { placeNameSpec } from './spec.ts'

/** Place-name cases at the door, and names before they are saved. */
export const placeNameCaseHandlings = (porter: Porter): readonly Handling[] => [
  ...nameHandlings,
  ...placeNameCheckHandlings,
  ...placeNameListHandlings,
  ...openingHandlings(placeNameSpec, { open: routes.openPlaceNameCase, get: routes.getPlaceNameCase, amend: routes.amendPlaceNameCase }),
  ...placeNameActHandlings(porter),
  ...printingHandlings(placeNameSpec, { paper: routes.getPlaceNamePaper, printed: routes.recordPlaceNamePrinted }),
  ...placeNameDocumentHandlings,
]

/** The papers of the cases, for batches and the check of codes. */
export const placeNameCasePapers = { ids: casePaperIds, papers: casePapers(placeNameSpec) } as const
