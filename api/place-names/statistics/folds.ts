import type { PlaceNameRow } from '../../../db/place-names/contract.ts'
import type { JournalEntry } from '../../../domain/action.ts'
import type { PlaceNameAction } from '../../../domain/place-names/case/actions.ts'
import { foldPlaceName, type PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import type { House } from '../../house.ts'

interface Held { readonly revision: number; readonly folded: PlaceNameCase }
// A case with so many entries is always the same case; what was folded for one table serves the next.
const held = new WeakMap<House, Map<string, Held>>()
const most = 4000

/** Lets other counters be served when something has kept this thread for a while. */
export const breather = (): (() => Promise<void>) => {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < 12) return
    await new Promise((resolve) => setImmediate(resolve))
    last = performance.now()
  }
}

/** Reads and folds cases of the lists, in their order. */
export const foldsOf = async (house: House, rows: readonly PlaceNameRow[], signal?: AbortSignal): Promise<PlaceNameCase[]> => {
  const known = held.get(house) ?? new Map<string, Held>()
  held.set(house, known)
  const rest = breather()
  const folds: PlaceNameCase[] = []
  for (const { id, revision } of rows) {
    signal?.throwIfAborted()
    const found = known.get(id)
    if (found?.revision === revision) {
      folds.push(found.folded)
      continue
    }
    const entries = (await house.register.read.entriesOf(id)).filter(({ action }) => action.kind.startsWith('placeName.')) as JournalEntry<PlaceNameAction>[]
    const folded = foldPlaceName(entries)
    if (known.size >= most) known.clear()
    known.set(id, { revision, folded })
    folds.push(folded)
    await rest()
  }
  return folds
}
