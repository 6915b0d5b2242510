import type { PlaceNameFile } from '../../../domain/place-names/case/file.ts'
import { foldPlaceName, type PlaceNameCase } from '../../../domain/place-names/case/fold.ts'

/** A file that is not saved yet, as the rules look at a case; throws `invalid` at `items` when two names share a number. */
export const unsavedCase = (file: PlaceNameFile, day: string): PlaceNameCase =>
  foldPlaceName([{ seq: 0, at: '', actor: '', counter: '', hash: '', action: { kind: 'placeName.received', subject: 'unsaved', body: { file, day } } }])
