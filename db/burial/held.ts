import type { JournalEntry } from '../../domain/action.ts'
import type { BurialAction, BurialState } from '../../domain/burial/actions.ts'
import type { CaseKind } from '../../domain/burial/codes.ts'
import { emptyBurialFile } from '../../domain/burial/file.ts'
import type { BurialCase } from '../../domain/burial/fold.ts'
import { nextBurialState, requireFree } from '../../domain/burial/fold.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Connection } from '../connection.ts'

/** A case as its columns tell it, and what the domain asks of it before an act. */

export interface HeldBurial {
  readonly key: number; readonly id: string; readonly state: BurialState; readonly kind: CaseKind; readonly counter: string
  readonly identity_type: string; readonly identity_number: string; readonly certificate_number: string; readonly deceased_key: string; readonly death: string
  readonly arrived_at: string; readonly stored_until: string; readonly deposit_until: string; readonly holds: number; readonly vigil_at: string
  readonly cremated_on: string; readonly cremated_at: string; readonly cremation_number: string; readonly number: string; readonly certificates: number
  readonly placed_on: string; readonly elsewhere_on: string; readonly buried_on: string
}

const names = ['key', 'id', 'state', 'kind', 'counter', 'identity_type', 'identity_number', 'certificate_number', 'deceased_key', 'death', 'arrived_at', 'stored_until', 'deposit_until', 'holds', 'vigil_at', 'cremated_on', 'cremated_at', 'cremation_number', 'number', 'certificates', 'placed_on', 'elsewhere_on', 'buried_on'] as const
const sql = {
  get: `SELECT ${names.join(', ')} FROM burial_case WHERE id = ?`,
  holds: 'SELECT hold, day, document, released_on FROM burial_hold WHERE case_key = ?',
} as const

const unlessEmpty = <T>(value: string, made: T): T | null => (value === '' ? null : made)

const blank = emptyBurialFile()

/** The case as `requireFree` asks for it: open holds, kind, death, and the days and numbers that acts follow. Rebuilding has no journal beside it, so the columns must tell all of it; the rest of a folded case is not there. */
const gateOf = (db: Connection, held: HeldBurial, action: BurialAction): BurialCase => {
  const asksHolds = held.holds > 0 || action.kind === 'burial.held' || action.kind === 'burial.released'
  const holds = asksHolds ? db.prepare<{ hold: string; day: string; document: string; released_on: string }>(sql.holds).all(held.key) : []
  const told = {
    id: held.id, state: held.state,
    file: { ...blank, kind: held.kind, deceased: { ...blank.deceased, death: held.death } },
    received: unlessEmpty(held.arrived_at, { arrivedAt: held.arrived_at }),
    holds: holds.map(({ released_on: released, ...hold }) => ({ ...hold, released: unlessEmpty(released, { day: released }) })),
    cremation: unlessEmpty(held.cremated_on, { day: held.cremated_on }),
    elsewhere: unlessEmpty(held.elsewhere_on, { day: held.elsewhere_on }),
    certificates: held.certificates === 0 ? [] : [{ number: held.number }],
    deposit: unlessEmpty(held.deposit_until, { to: held.deposit_until }),
    resting: held.placed_on === '' ? [] : [{ day: held.placed_on }],
    bodyBuried: unlessEmpty(held.buried_on, { day: held.buried_on }),
  }
  return told as unknown as BurialCase
}

const noSuchCase = (): LantaiError => new LantaiError('not_found', text('没有这个案件', 'There is no such case'))

/** The case of an id; throws `not_found`. */
export const getHeld = (db: Connection, id: string): HeldBurial => {
  const held = db.prepare<HeldBurial>(sql.get).get(id)
  if (held === undefined) throw noSuchCase()
  return held
}

/** The case an entry is about and the state it leads to; throws what the domain throws of the case as it stands inside this transaction. */
export const stepOf = (db: Connection, entry: JournalEntry): HeldBurial & { readonly next: BurialState } => {
  const held = getHeld(db, entry.action.subject)
  const action = entry.action as BurialAction
  const next = nextBurialState(held.state, action.kind)
  requireFree(gateOf(db, held, action), action)
  return { ...held, next }
}
