import { openingHandlings } from '../../case/counter.ts'
import { casePapers, printingHandlings } from '../../case/printing.ts'
import type { Handling } from '../../door.ts'
import type { JournalFields } from '../../journal.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { burialActHandlings } from './acts.ts'
import { burialListHandlings } from './list.ts'
import { burialNumberHandlings } from './numbers.ts'
import { burialSpec } from './spec.ts'

/** Cremation and burial cases at the door. */
export const burialCaseHandlings = (porter: Porter): readonly Handling[] => [
  ...burialListHandlings,
  ...openingHandlings(burialSpec, { open: routes.openBurial, get: routes.getBurial, amend: routes.amendBurial }),
  ...burialActHandlings(porter),
  ...printingHandlings(burialSpec, { paper: routes.getBurialPaper, printed: routes.recordBurialPrinted }),
  ...burialNumberHandlings(porter),
]

/** The papers of the cases, for batches and the check of codes. */
export const burialCasePapers = casePapers(burialSpec)
export { burialPaperIds } from './papers.ts'

/** What the journal page may show of the acts of cases, of waivers and rewards: nothing that names a person. */
export const burialCaseFields: JournalFields = {
  'burial.reported': [],
  'burial.amended': [],
  'burial.received': ['arrivedAt', 'vehicle'],
  'burial.stored': ['storedAt', 'unit'],
  'burial.storageExtended': ['from', 'to'],
  'burial.vigilHeld': ['from', 'to', 'hall'],
  'burial.farewellHeld': ['heldAt', 'hall'],
  'burial.held': ['hold', 'kind', 'day', 'document'],
  'burial.released': ['hold', 'day', 'document'],
  'burial.cremated': ['day', 'startedAt', 'endedAt', 'furnace', 'operator', 'number', 'home', 'homeName', 'area', 'registrar', 'recording', 'recordingKeptUntil'],
  'burial.crematedElsewhere': ['day', 'home', 'number', 'area'],
  'burial.certificateIssued': ['number', 'day', 'reissueOf'],
  'burial.ashesReleased': ['number', 'day'],
  'burial.ashesDeposited': ['number', 'day', 'place', 'to'],
  'burial.depositExtended': ['day', 'to'],
  'burial.placed': ['number', 'day', 'how', 'place', 'document'],
  'burial.moved': ['day', 'how', 'place', 'permit'],
  'burial.transportedOut': ['day', 'destination', 'acceptance', 'vehicle'],
  'burial.bodyBuried': ['number', 'day', 'ground', 'place'],
  'burial.donated': ['day', 'institution', 'agreement'],
  'burial.printed': ['paper', 'mode', 'digest', 'printer'],
  'burial.corrected': [],
  'burial.voided': ['day'],
  'burial.gapExplained': ['prefix', 'year', 'from', 'to', 'day'],
  'burial.numberVoided': ['number', 'prefix', 'year', 'serial', 'day'],
}
