import type { MarriageCase } from '../../../../api/schemas/marriage.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { normaliseMarriageFile } from '../../../../domain/marriage/intake.ts'
import { ApiFailure, call } from '../../../shared/client.ts'
import { createAutosave } from '../form/autosave.ts'
import type { Autosave } from '../form/autosave.ts'
import type { Merge } from '../form/changes.ts'
import { changedSections, mergeFiles } from '../form/changes.ts'
import { createFindingStore } from '../form/findings.ts'
import type { FindingStore } from '../form/findings.ts'
import { coupleTitle } from '../form/party.ts'
import { withValueAt } from '../form/paths.ts'
import { createFormStore } from '../form/store.ts'
import type { FormStore } from '../form/store.ts'
import type { Checker, CheckerOptions } from './check.ts'
import { createChecker } from './check.ts'

export interface Conflict extends Merge {
  readonly who: string
  readonly at: string
}

export interface CaseView {
  readonly current: MarriageCase | undefined
  /** An act is under way. */
  readonly busy: boolean
  /** Why the last act was turned down. */
  readonly failure: unknown
  readonly conflict: Conflict | undefined
  /** The record is being corrected: facts may be typed again, and go into the register as a correction only. */
  readonly correcting: boolean
}

/** One case on the page: what is typed, what the rules say, how it is saved, and the acts that move it on. */
export interface CaseDesk {
  readonly store: FormStore
  readonly findings: FindingStore
  readonly autosave: Autosave
  readonly checker: Checker
  readonly draftId: string
  view(): CaseView
  subscribe(listener: () => void): () => void
  /** Puts what was typed into the register: opens the case or amends it. Undefined when it was turned down (see `failure`, `conflict`). */
  commit(): Promise<MarriageCase | undefined>
  /** Runs an act on the case after committing what was typed; the case as it stands then, or undefined when it was turned down. */
  act(run: (current: MarriageCase) => Promise<MarriageCase>): Promise<MarriageCase | undefined>
  /** Takes over a newer state of the case. */
  settle(next: MarriageCase, sent?: MarriageFile): void
  /** Reads the case again (papers printed, other clerks). */
  refresh(): Promise<void>
  /** Settles one fact two clerks changed. */
  choose(path: string, value: unknown): void
  closeConflict(): void
  forget(): void
  correct(on: boolean): void
  /** Leaves the case; false when what was typed could not be saved. */
  stop(): Promise<boolean>
}

export interface CaseDeskOptions {
  readonly file: MarriageFile
  readonly current: MarriageCase | undefined
  readonly draftId: string
  /** The draft lies in the register already. */
  readonly kept: boolean
  readonly context: CheckerOptions['context']
  readonly onOpened: (id: string) => void
  readonly onDraft: () => void
}

const decided = (current: MarriageCase | undefined): boolean => current !== undefined && current.state !== 'received'

/** Makes the desk of one case. */
export const createCaseDesk = ({ file, current: first, draftId, kept, context, onOpened, onDraft }: CaseDeskOptions): CaseDesk => {
  const store = createFormStore(file)
  const findings = createFindingStore()
  let view: CaseView = { current: first, busy: false, failure: undefined, conflict: undefined, correcting: false }
  let draftKept = kept
  const listeners = new Set<() => void>()
  const become = (change: Partial<CaseView>) => {
    view = { ...view, ...change }
    for (const listener of [...listeners]) listener()
  }
  const autosave = createAutosave({
    content: store.get,
    save: async (content) => {
      const caseId = view.current?.id
      const line = await call('saveDraft', { params: { id: draftId }, body: { window: 'marriage', title: coupleTitle(content), content, ...(caseId === undefined ? {} : { caseId }) } })
      if (!draftKept) {
        draftKept = true
        onDraft()
      }
      return line.savedAt
    },
  })
  const checker = createChecker({ content: store.get, findings, context, caseId: () => view.current?.id })
  const unfollow = store.subscribe('', () => {
    checker.touch()
    if (!decided(view.current)) autosave.touch()
  })

  /** `sent`: the facts as they stood when the act was sent; what was typed since stays in the page. */
  const settle = (next: MarriageCase, sent: MarriageFile = store.get()) => {
    const mine = decided(next) ? {} : changedSections(sent, store.get())
    const unsaved = Object.keys(mine).length > 0
    become({ current: next, failure: undefined, correcting: false })
    store.replace({ ...next.file, ...mine, networkChecks: next.file.networkChecks })
    if (!unsaved) autosave.settle(next.history.findLast((entry) => entry.kind.startsWith('marriage.'))?.at)
    void checker.full('typing')
  }

  const turnedDown = async (error: unknown): Promise<undefined> => {
    if (error instanceof ApiFailure && error.code === 'conflict' && view.current !== undefined) {
      const base = view.current
      const theirs = await call('getMarriage', { params: { id: base.id } })
      if (theirs.revision !== base.revision) {
        const merge = mergeFiles(base.file, { ...store.get(), networkChecks: base.file.networkChecks }, theirs.file)
        const last = theirs.history.findLast((entry) => entry.kind.startsWith('marriage.'))
        store.replace({ ...merge.file, networkChecks: theirs.file.networkChecks })
        become({ current: theirs, failure: undefined, conflict: { ...merge, who: last?.actorName ?? '', at: last?.at ?? '' } })
        return undefined
      }
    }
    become({ failure: error })
    return undefined
  }

  const guarded = async (run: () => Promise<MarriageCase | undefined>): Promise<MarriageCase | undefined> => {
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

  const put = async (): Promise<MarriageCase> => {
    const { current } = view
    if (current === undefined) {
      await quiet()
      const sent = store.get()
      const opened = await call('openMarriage', { body: { file: normaliseMarriageFile(sent), ...(draftKept ? { draft: draftId } : {}) } })
      draftKept = false
      settle(opened, sent)
      onOpened(opened.id)
      return opened
    }
    const unsaved = () => {
      const { networkChecks: _checks, ...changes } = changedSections(current.file, normaliseMarriageFile(store.get()))
      return changes
    }
    if (decided(current) || Object.keys(unsaved()).length === 0) return current
    await quiet()
    const sent = store.get()
    const amended = await call('amendMarriage', { params: { id: current.id }, body: { revision: current.revision, changes: unsaved(), ...(draftKept ? { draft: draftId } : {}) } })
    draftKept = false
    settle(amended, sent)
    return amended
  }

  return {
    store, findings, autosave, checker, draftId,
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    commit: () => guarded(put),
    act: (run) =>
      guarded(async () => {
        const current = await put()
        const sent = store.get()
        const next = await run(current)
        settle(next, sent)
        return next
      }),
    settle,
    async refresh() {
      const id = view.current?.id
      if (id === undefined) return
      const base = view.current?.file
      settle(await call('getMarriage', { params: { id } }), base)
    },
    choose(path, value) {
      store.change((typed) => withValueAt(typed, path, value))
      const { conflict } = view
      if (conflict !== undefined) become({ conflict: { ...conflict, clashes: conflict.clashes.filter((clash) => clash.path !== path) } })
    },
    closeConflict: () => become({ conflict: undefined }),
    forget: () => become({ failure: undefined }),
    correct(on) {
      if (!on && view.current !== undefined) store.replace(view.current.file)
      become({ correcting: on, failure: undefined })
    },
    async stop() {
      unfollow()
      checker.stop()
      await autosave.flush()
      const saved = autosave.state().kind !== 'failed'
      autosave.stop()
      return saved
    },
  }
}
