import type { JournalEntry } from '../../action.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { GraveDeclaration, RelocationAction, RelocationActionKind, RelocationActionOf, RelocationNotice } from './actions.ts'
import type { GraveType, RelocationState } from './codes.ts'
import { relocationStates } from './codes.ts'

type Body<K extends RelocationActionKind> = RelocationActionOf<K>['body']

/** A grave (座) on its way. */
export interface Grave {
  readonly id: string
  readonly notice: string
  /** Its number on the parcel; empty where it has none. */
  readonly graveNumber: string
  readonly state: RelocationState
  readonly type: GraveType
  /** Burial cells (穴), as confirmed; as declared before. */
  readonly cells: number
  readonly declaration: GraveDeclaration | null
  readonly openedOn: string
  readonly latest: string
  readonly confirmed: Body<'relocation.confirmed'> | null
  readonly exhumed: Body<'relocation.exhumed'> | null
  readonly compensated: Body<'relocation.compensated'> | null
  readonly reinterred: Body<'relocation.reinterred'> | null
}

/** The notices and graves of an office. */
export interface Relocations {
  readonly notices: ReadonlyMap<string, RelocationNotice>
  readonly graves: ReadonlyMap<string, Grave>
}

type Step = Exclude<RelocationActionKind, 'relocation.noticed' | 'relocation.declared' | 'relocation.ownerless'>
const from: Readonly<Record<Step, readonly RelocationState[]>> = { 'relocation.confirmed': ['declared'], 'relocation.exhumed': ['confirmed'], 'relocation.compensated': ['exhumed'], 'relocation.reinterred': ['compensated', 'ownerless'], 'relocation.withdrawn': ['declared', 'confirmed'] }

/** The notice of a number; throws `not_found` at `notice`. */
export const getNotice = ({ notices }: Pick<Relocations, 'notices'>, number: string): RelocationNotice => {
  const found = notices.get(number)
  if (found === undefined) throw new LantaiError('not_found', text(`没有迁坟公告 ${number}`, `There is no notice ${number}`), 'notice')
  return found
}

/** The grave that an act meets before it; throws `not_found`, `wrong_state` in words, `invalid` for a day before the latest act. */
const meeting = (grave: Grave | undefined, action: RelocationActionOf<Step>): Grave => {
  if (grave === undefined) throw new LantaiError('not_found', text('没有这座坟的申报', 'There is no such grave'))
  if (!from[action.kind].includes(grave.state)) {
    const state = relocationStates.find(({ code }) => code === grave.state)
    throw new LantaiError('wrong_state', text(`现在是“${state?.zh ?? ''}”，不能办理这一步`, `The grave is “${state?.en ?? ''}” and cannot take this step`), 'state')
  }
  if (action.body.day < grave.latest) throw new LantaiError('invalid', text(`日期早于上一步（${grave.latest}）`, `The day lies before the step before it (${grave.latest})`), 'day')
  return grave
}

/** A grave after an act; throws as each step asks. */
export const applyGrave = (grave: Grave | undefined, action: Exclude<RelocationAction, { kind: 'relocation.noticed' }>): Grave => {
  if (action.kind === 'relocation.declared' || action.kind === 'relocation.ownerless') {
    if (grave !== undefined) throw new LantaiError('conflict', text('这座坟已经申报', 'The grave is declared already'))
    const found = action.kind === 'relocation.declared' ? action.body.declaration : action.body
    return { id: action.subject, notice: found.notice, graveNumber: found.graveNumber, state: action.kind === 'relocation.declared' ? 'declared' : 'ownerless', type: found.type, cells: found.cells, declaration: action.kind === 'relocation.declared' ? action.body.declaration : null, openedOn: action.body.day, latest: action.body.day, confirmed: null, exhumed: null, compensated: null, reinterred: null }
  }
  const next = { ...meeting(grave, action), latest: action.body.day }
  switch (action.kind) {
    case 'relocation.confirmed': return { ...next, state: 'confirmed', confirmed: action.body, cells: action.body.cells, type: action.body.type }
    case 'relocation.exhumed': return { ...next, state: 'exhumed', exhumed: action.body }
    case 'relocation.compensated': return { ...next, state: 'compensated', compensated: action.body }
    case 'relocation.reinterred': return { ...next, state: 'reinterred', reinterred: action.body }
    case 'relocation.withdrawn': return { ...next, state: 'withdrawn' }
  }
}

/** Folds the journal to the notices and graves. */
export const foldRelocations = (entries: Iterable<JournalEntry<RelocationAction>>): Relocations => {
  const notices = new Map<string, RelocationNotice>()
  const graves = new Map<string, Grave>()
  for (const { action } of entries) {
    if (action.kind !== 'relocation.noticed') {
      graves.set(action.subject, applyGrave(graves.get(action.subject), action))
      continue
    }
    const { notice } = action.body
    if (notices.has(notice.number)) throw new LantaiError('conflict', text(`公告 ${notice.number} 已经登记`, `The notice ${notice.number} stands already`), 'number')
    notices.set(notice.number, notice)
  }
  return { notices, graves }
}
