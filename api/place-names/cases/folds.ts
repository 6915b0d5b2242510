import type { Reads } from '../../../db/contract.ts'
import type { PlaceNameRow } from '../../../db/place-names/contract.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { ownsAct, foldEntries } from './whole.ts'

interface KeptFold { readonly revision: number; readonly folded: PlaceNameCase }
const kept = new WeakMap<object, Map<string, KeptFold>>()
/** Cases kept folded, the ones asked for last; about 20 kB each. */
const most = 2000

/** The fold of a listed case, kept until the case has a further act: lists ask for the clocks of many cases at every look. `owner` is the register that the rows are of. */
export const foldOfRow = async (owner: object, reads: Pick<Reads, 'entriesOf'>, { id, revision }: Pick<PlaceNameRow, 'id' | 'revision'>): Promise<PlaceNameCase> => {
  const known = kept.get(owner) ?? new Map<string, KeptFold>()
  kept.set(owner, known)
  const found = known.get(id)
  const fold = found?.revision === revision ? found : { revision, folded: foldEntries((await reads.entriesOf(id)).filter(({ action }) => ownsAct(action.kind))) }
  known.delete(id)
  known.set(id, fold)
  if (known.size > most) known.delete(known.keys().next().value ?? '')
  return fold.folded
}
