import type { DraftLine } from '../../../api/schemas/house.ts'
import { ApiFailure, call } from '../../shared/client.ts'
import type { CaseFile, CaseReply, CaseWindowSpec } from '../spec.ts'
import { actKind, send } from '../spec.ts'
import { changedPaths } from '../form/changes.ts'
import { valueAt } from '../form/paths.ts'
import type { Conflict, DraftContent } from './desk.ts'

/** What a case page is asked to show. */
export interface CaseAddress {
  readonly caseId?: string
  readonly draft?: string
  /** What a new case begins with, as the address says it. */
  readonly query: string
}

/** What it begins with. */
export interface CaseStart<F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>> {
  readonly file: F
  readonly current: C | undefined
  readonly draftId: string
  /** The draft lies in the register already. */
  readonly kept: boolean
  /** Unfinished entries that may be taken up instead. */
  readonly offers: readonly DraftLine[]
  /** What the register holds otherwise than a draft that was begun before the case was last changed: the clerk chooses. */
  readonly conflict?: Conflict<F>
}

/** A draft lays over the case what it held when it was kept; where the case was changed since, every difference is shown and chosen, never passed over. */
export const staleDraft = <F extends CaseFile, C extends CaseReply<F>>(spec: Pick<CaseWindowSpec<F, C>, 'id' | 'aside'>, draft: { readonly file: F; readonly savedAt: string }, current: C): Conflict<F> | undefined => {
  const last = current.history.findLast((entry) => (entry.kind === actKind(spec, 'amended') || entry.kind === actKind(spec, 'corrected')) && Date.parse(entry.at) > Date.parse(draft.savedAt))
  if (last === undefined) return undefined
  const ownAct = spec.aside ?? []
  const recorded = Object.fromEntries(ownAct.map((key) => [key, current.file[key]]))
  const clashes = changedPaths(current.file, { ...draft.file, ...recorded }).map((path) => ({ path, mine: valueAt(draft.file, path), theirs: valueAt(current.file, path) }))
  return clashes.length === 0 ? undefined : { file: draft.file, taken: [], clashes, who: last.actorName, at: last.at }
}

interface Held {
  readonly window: string
  readonly title: string
  readonly draftId: string
  readonly caseId: string | undefined
  readonly file: unknown
}

/** What could not be saved when its page was left (a session that ended): kept in memory and saved as soon as somebody is signed in again. */
const held = new Map<string, Held>()
export const holdUnsaved = (unsaved: Held): void => void held.set(unsaved.draftId, unsaved)

const saveHeld = async (): Promise<void> => {
  for (const { window, title, draftId, caseId, file } of [...held.values()]) {
    await call('saveDraft', { params: { id: draftId }, body: { window, title, content: file as DraftContent, ...(caseId === undefined ? {} : { caseId }) } })
    held.delete(draftId)
  }
}

const newDraftId = (): string => crypto.randomUUID()

/** Reads what a page begins with; throws ApiFailure. */
export const loadStart = async <F extends CaseFile, C extends CaseReply<F>>(spec: CaseWindowSpec<F, C>, address: CaseAddress, mayWrite: boolean): Promise<CaseStart<F, C>> => {
  if (mayWrite) await saveHeld().catch(() => undefined)
  const drafts = async () => (mayWrite ? (await call('listDrafts', { query: {} })).drafts.filter((draft) => draft.window === spec.id) : [])
  if (address.draft !== undefined && address.caseId === undefined) {
    const draft = await call('getDraft', { params: { id: address.draft } })
    if (draft.caseId !== undefined) return loadStart(spec, { ...address, caseId: draft.caseId, draft: address.draft }, mayWrite)
    return { file: spec.parse(draft.content), current: undefined, draftId: draft.id, kept: true, offers: [] }
  }
  if (address.caseId !== undefined) {
    const current = await send<C>(spec.routes.get, { params: { id: address.caseId } })
    const open = spec.amendable(current) && current.acts.includes(actKind(spec, 'amended'))
    if (open && address.draft !== undefined) {
      // A draft that was settled meanwhile has gone into the case: the case itself is what there is.
      const draft = await call('getDraft', { params: { id: address.draft } }).catch((error: unknown) => { if (error instanceof ApiFailure && error.code === 'not_found') return undefined; throw error })
      if (draft === undefined) return loadStart(spec, { caseId: address.caseId, query: address.query }, mayWrite)
      const recorded = Object.fromEntries(spec.recorded.map((key) => [key, current.file[key]])) as Partial<F>
      const file: F = { ...spec.parse(draft.content), ...recorded }
      const conflict = staleDraft(spec, { file, savedAt: draft.savedAt }, current)
      return { file, current, draftId: draft.id, kept: true, offers: [], ...(conflict === undefined ? {} : { conflict }) }
    }
    const offers = open ? (await drafts()).filter((draft) => draft.caseId === current.id) : []
    return { file: current.file, current, draftId: newDraftId(), kept: false, offers }
  }
  return { file: await spec.begin(new URLSearchParams(address.query)), current: undefined, draftId: newDraftId(), kept: false, offers: (await drafts()).filter((draft) => draft.caseId === undefined) }
}
