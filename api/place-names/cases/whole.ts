import type { JournalEntry } from '../../../domain/action.ts'
import type { PlaceNameAction } from '../../../domain/place-names/case/actions.ts'
import { applyPlaceName, foldPlaceName, type PlaceNameCase } from '../../../domain/place-names/case/fold.ts'

type Entry = JournalEntry<PlaceNameAction>

/** Whether an act makes a case what it is. */
export const ownsAct = (kind: string): boolean => kind.startsWith('placeName.')

/** Folds the entries of one case; throws `not_found` when there are none. */
export const foldEntries = (entries: readonly JournalEntry[]): PlaceNameCase => foldPlaceName(entries.filter((entry): entry is Entry => ownsAct(entry.action.kind)))

/** A case after one more entry. */
export const appliedEntry = (before: PlaceNameCase | undefined, entry: JournalEntry): PlaceNameCase => applyPlaceName(before, entry as Entry)
