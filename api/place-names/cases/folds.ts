import type { Reads } from '../../../db/contract.ts'
import type { PlaceNameRow } from '../../../db/place-names/contract.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import type { House } from '../../house.ts'
import { foldEntries } from './whole.ts'

interface KeptFold { readonly revision: number; readonly folded: PlaceNameCase }
const kept = new WeakMap<object, Map<string, KeptFold>>()
/** Cases kept folded, the ones asked for last; about 20 kB each. */
const most = 4000

/** The fold of a listed case, kept until the case has a further act: lists ask for the clocks of many cases at every look, rates and reports for the cases of years. `owner` is the register that the rows are of. */
export const foldOfRow = async (owner: object, reads: Pick<Reads, 'entriesOf'>, { id, revision }: Pick<PlaceNameRow, 'id' | 'revision'>): Promise<PlaceNameCase> => {
  const known = kept.get(owner) ?? new Map<string, KeptFold>()
  kept.set(owner, known)
  const found = known.get(id)
  const fold = found?.revision === revision ? found : { revision, folded: foldEntries(await reads.entriesOf(id)) }
  known.delete(id)
  known.set(id, fold)
  if (known.size > most) known.delete(known.keys().next().value ?? '')
  return fold.folded
}

/** Lets other counters be served when something has kept this thread for a while. */
export const breather = (): (() => Promise<void>) => {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < 12) return
    await new Promise((resolve) => setImmediate(resolve))
    last = performance.now()
  }
}

/** The folds of many listed cases, in their order, with a breath for other counters between them. */
export const foldsOf = async ({ register }: House, rows: readonly PlaceNameRow[], signal?: AbortSignal): Promise<PlaceNameCase[]> => {
  const rest = breather()
  const folds: PlaceNameCase[] = []
  for (const row of rows) {
    signal?.throwIfAborted()
    folds.push(await foldOfRow(register, register.read, row))
    await rest()
  }
  return folds
}
