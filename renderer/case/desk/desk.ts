import type { Args, RouteId } from '../../shared/client.ts'
import { ApiFailure, call } from '../../shared/client.ts'
import { createAutosave } from '../form/autosave.ts'
import type { Autosave } from '../form/autosave.ts'
import type { Merge } from '../form/changes.ts'
import { changedSections, mergeFiles } from '../form/changes.ts'
import { createFindingStore } from '../form/findings.ts'
import type { FindingStore } from '../form/findings.ts'
import { same, withValueAt } from '../form/paths.ts'
import { createFormStore } from '../form/store.ts'
import type { FormStore } from '../form/store.ts'
import type { CaseAct, CaseFile, CaseReply, CaseWindowSpec, CheckPlace } from '../spec.ts'
import { ownEntry, send } from '../spec.ts'
import type { Checker } from './check.ts'
import { createChecker } from './check.ts'

/** What a draft may hold: the file of any window. */
export type DraftContent = Args<'saveDraft'>['body']['content']

export interface Conflict<F = unknown> extends Merge<F> {
  readonly who: string
  readonly at: string
}

export interface CaseView<F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>> {
  readonly current: C | undefined
  /** An act is under way. */
  readonly busy: boolean
  /** Why the last act was turned down. */
  readonly failure: unknown
  readonly conflict: Conflict<F> | undefined
  /** The record is being corrected: facts may be typed again, and go into the register as a correction only. */
  readonly correcting: boolean
}

/** One case on the page: what is typed, what the rules say, how it is saved, and the acts that move it on. */
export interface CaseDesk<F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>> {
  readonly store: FormStore<F>
  readonly findings: FindingStore
  readonly autosave: Autosave
  readonly checker: Checker
  readonly draftId: string
  view(): CaseView<F, C>
  subscribe(listener: () => void): () => void
  /** Puts what was typed into the register: opens the case or amends it. Undefined when it was turned down (see `failure`, `conflict`). */
  commit(): Promise<C | undefined>
  /** Runs an act on the case after committing what was typed; the case as it stands then, or undefined when it was turned down. */
  act(run: (current: C) => Promise<C>): Promise<C | undefined>
  /** The same for an act of the window's table of routes, or a route of its own: its body beside the revision. */
  send(act: CaseAct | RouteId, body: Record<string, unknown>): Promise<C | undefined>
  /** Sends an act whose refusal is shown in its own dialog; throws ApiFailure. */
  sendNow(act: CaseAct | RouteId, body: Record<string, unknown>): Promise<C>
  /** Takes over a newer state of the case. */
  settle(next: C, sent?: F): void
  /** Reads the case again (papers printed, other clerks). */
  refresh(): Promise<void>
  /** Settles one fact two clerks changed. */
  choose(path: string, value: unknown): void
  closeConflict(): void
  forget(): void
  /** What is sent beside the file when the case is opened, such as the day of its receipt. */
  readonly beside: { get(): Readonly<Record<string, unknown>>; put(part: Readonly<Record<string, unknown>>): void }
  correct(on: boolean): void
  /** Leaves the case; false when what was typed could not be saved. */
  stop(): Promise<boolean>
}

export interface CaseDeskOptions<F extends CaseFile, C extends CaseReply<F>> {
  readonly spec: CaseWindowSpec<F, C>
  readonly file: F
  readonly current: C | undefined
  readonly draftId: string
  /** The draft lies in the register already. */
  readonly kept: boolean
  /** Differences of a draft to a case that was changed after it. */
  readonly conflict?: Conflict<F> | undefined
  readonly context: () => CheckPlace
  readonly onOpened: (id: string) => void
  readonly onDraft: () => void
}

/** What is typed and not recorded yet stays where the register has not changed since; where it has, the register counts. */
const typedOver = (before: unknown, typed: unknown, now: unknown): unknown => {
  if (Array.isArray(now) && Array.isArray(before) && Array.isArray(typed) && now.length === before.length && now.length === typed.length) return now.map((value: unknown, index) => (same(value, before[index]) ? (typed[index] as unknown) : value))
  return same(now, before) ? typed : now
}

/** Makes the desk of one case. */
export const createCaseDesk = <F extends CaseFile, C extends CaseReply<F>>({ spec, file, current: first, draftId, kept, conflict: stale, context, onOpened, onDraft }: CaseDeskOptions<F, C>): CaseDesk<F, C> => {
  const { routes } = spec
  const routeOf = (name: CaseAct | RouteId): RouteId => (routes as unknown as Partial<Record<string, RouteId>>)[name] ?? (name as RouteId)
  const aside = spec.aside ?? []
  const decided = (current: C | undefined): boolean => current !== undefined && !spec.amendable(current)
  const store = createFormStore(file)
  const findings = createFindingStore()
  let view: CaseView<F, C> = { current: first, busy: false, failure: undefined, conflict: stale, correcting: false }
  let draftKept = kept
  let beside: Readonly<Record<string, unknown>> = {}
  const listeners = new Set<() => void>()
  const become = (change: Partial<CaseView<F, C>>) => {
    view = { ...view, ...change }
    for (const listener of [...listeners]) listener()
  }
  const pick = (from: F, keys: readonly (keyof F)[]): Partial<F> => Object.fromEntries(keys.map((key) => [key, from[key]])) as Partial<F>
  /** The facts of the register with what waits for an act of its own. */
  const recordedWithAside = (current: C): F => ({ ...current.file, ...pick(store.get(), aside) })
  const autosave = createAutosave({
    content: store.get,
    save: async (content) => {
      const { current } = view
      const caseId = current?.id
      if (current !== undefined && Object.keys(changedSections<F>(current.file, content)).length === 0) {
        // Nothing is typed that the register does not have: a draft would only be offered in vain.
        if (draftKept) await call('deleteDraft', { params: { id: draftId } }).catch((error: unknown) => { if (!(error instanceof ApiFailure && error.code === 'not_found')) throw error })
        draftKept = false
        return current.history.findLast((entry) => ownEntry(spec, entry.kind))?.at ?? current.openedAt
      }
      const line = await call('saveDraft', { params: { id: draftId }, body: { window: spec.id, title: spec.draftTitle(content), content: content as DraftContent, ...(caseId === undefined ? {} : { caseId }) } })
      if (!draftKept) {
        draftKept = true
        onDraft()
      }
      return line.savedAt
    },
  })
  const checker = createChecker({ spec, content: store.get, findings, context, current: () => view.current })
  const unfollow = store.subscribe('', () => {
    checker.touch()
    // What is typed in a correction goes into the register as a correction or not at all.
    if (!decided(view.current) && !view.correcting) autosave.touch()
  })

  /** `sent`: the facts as they stood when the act was sent; what was typed since stays in the page. */
  const settle = (next: C, sent: F = store.get()) => {
    const typed = store.get()
    const base = view.current?.file ?? spec.normalise(sent)
    const mine: Partial<F> = decided(next) ? {} : changedSections(sent, typed)
    const waiting = decided(next) ? {} : Object.fromEntries(aside.map((key) => [key, typedOver(base[key], typed[key], next.file[key])]))
    const file: F = { ...next.file, ...mine, ...waiting, ...pick(next.file, spec.recorded) }
    const unsaved = Object.keys(mine).length > 0 || aside.some((key) => !same(file[key], next.file[key]))
    become({ current: next, failure: undefined, correcting: false })
    store.replace(file)
    if (!unsaved) autosave.settle(next.history.findLast((entry) => ownEntry(spec, entry.kind))?.at)
    void checker.full('typing')
  }

  const turnedDown = async (error: unknown): Promise<undefined> => {
    if (error instanceof ApiFailure && error.code === 'conflict' && view.current !== undefined) {
      const base = view.current
      const theirs = await send<C>(routes.get, { params: { id: base.id } })
      if (theirs.revision !== base.revision) {
        const merge = mergeFiles<F>(base.file, { ...store.get(), ...pick(base.file, spec.recorded) }, theirs.file)
        const last = theirs.history.findLast((entry) => ownEntry(spec, entry.kind))
        store.replace({ ...merge.file, ...pick(theirs.file, spec.recorded) })
        become({ current: theirs, failure: undefined, conflict: { ...merge, who: last?.actorName ?? '', at: last?.at ?? '' } })
        return undefined
      }
    }
    become({ failure: error })
    return undefined
  }

  const guarded = async (run: () => Promise<C | undefined>): Promise<C | undefined> => {
    if (view.busy) return undefined
    become({ busy: true, failure: undefined })
    try {
      return await run()
    } catch (error) {
      return await turnedDown(error).catch((second: unknown) => void become({ failure: second }))
    } finally {
      become({ busy: false })
    }
  }

  /** Waits for a draft under way, so that it cannot be written again after the case has swallowed it. */
  const quiet = () => autosave.flush().catch(() => undefined)

  const put = async (): Promise<C> => {
    const { current } = view
    if (current === undefined) {
      await quiet()
      const sent = store.get()
      const file = spec.normalise(sent)
      const waiting = aside.some((key) => !same(sent[key], file[key]))
      const opened = await send<C>(routes.open, { body: { file, ...beside, ...(draftKept && !waiting ? { draft: draftId } : {}) } })
      if (!waiting) draftKept = false
      settle(opened, sent)
      onOpened(opened.id)
      // The draft that holds what waits is one of the case now.
      if (waiting) await quiet()
      return opened
    }
    const unsaved = (): Partial<F> => {
      const changes = changedSections<F>(current.file, spec.normalise(store.get()))
      return Object.fromEntries(Object.entries(changes).filter(([key]) => !spec.recorded.includes(key as keyof F) && !aside.includes(key as keyof F))) as Partial<F>
    }
    if (decided(current) || view.correcting || Object.keys(unsaved()).length === 0) return current
    await quiet()
    const sent = store.get()
    const waiting = aside.some((key) => !same(sent[key], current.file[key]))
    // A draft that still holds what is recorded by an act of its own is not given up with the amendment.
    const amended = await send<C>(routes.amend, { params: { id: current.id }, body: { revision: current.revision, changes: unsaved(), ...(draftKept && !waiting ? { draft: draftId } : {}) } })
    if (!waiting) draftKept = false
    settle(amended, sent)
    return amended
  }

  const act = (run: (current: C) => Promise<C>): Promise<C | undefined> =>
    guarded(async () => {
      const current = await put()
      const sent = store.get()
      const next = await run(current)
      settle(next, sent)
      return next
    })

  return {
    store, findings, autosave, checker, draftId, act, settle,
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit: () => guarded(put),
    send: (name, body) => act((now) => send<C>(routeOf(name), { params: { id: now.id }, body: { revision: now.revision, ...body } })),
    async sendNow(name, body) {
      const { current } = view
      if (current === undefined) throw new Error('no case to act on')
      const sent = store.get()
      const next = await send<C>(routeOf(name), { params: { id: current.id }, body: { revision: current.revision, ...body } })
      settle(next, sent)
      return next
    },
    async refresh() {
      const { current } = view
      if (current === undefined) return
      settle(await send<C>(routes.get, { params: { id: current.id } }), current.file)
    },
    choose(path, value) {
      store.change((typed) => withValueAt(typed, path, value))
      const { conflict } = view
      if (conflict !== undefined) become({ conflict: { ...conflict, clashes: conflict.clashes.filter((clash) => clash.path !== path) } })
    },
    closeConflict: () => become({ conflict: undefined }),
    forget: () => become({ failure: undefined }),
    beside: { get: () => beside, put: (part) => { beside = { ...beside, ...part } } },
    correct(on) {
      if (!on && view.current !== undefined) store.replace(recordedWithAside(view.current))
      become({ correcting: on, failure: undefined })
    },
    async stop() {
      unfollow()
      if (view.correcting && view.current !== undefined) store.replace(recordedWithAside(view.current))
      checker.stop()
      await autosave.flush()
      const saved = autosave.state().kind !== 'failed'
      autosave.stop()
      return saved
    },
  }
}
