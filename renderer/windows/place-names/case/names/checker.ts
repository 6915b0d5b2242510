/** Looks a name up while it is typed: the newest only, one at a time, so that a key never waits for an answer. */
import type { CheckedName } from '../../../../../api/schemas/place-names.ts'
import type { PlaceNameFile, PlaceNameItem } from '../../../../../domain/place-names/case/file.ts'
import type { Finding } from '../../../../../domain/rule.ts'

export interface NameQuestion {
  readonly item: PlaceNameItem
  readonly applicants: readonly string[]
  readonly answers: PlaceNameFile['answers']
}

/** What is known of a name: the last answer, to which name it belongs, and whether a newer one is on its way. */
export interface NameKnown {
  readonly name: string
  readonly reply: CheckedName | undefined
  readonly busy: boolean
  readonly failure: unknown
}

export interface NameChecker {
  /** Asks about an item as it stands now; what was asked before and is not answered yet is passed over. */
  want(question: NameQuestion): void
  known(item: string): NameKnown
  subscribe(listener: () => void): () => void
  stop(): void
}

const nothing: NameKnown = { name: '', reply: undefined, busy: false, failure: undefined }

/** Makes one; `pause` is ms after the last key, `ask` the door. */
export const createNameChecker = (ask: (question: NameQuestion, signal: AbortSignal) => Promise<CheckedName>, pause = 30): NameChecker => {
  const known = new Map<string, NameKnown>()
  const listeners = new Set<() => void>()
  let waiting: NameQuestion | undefined
  let running: { readonly item: string; readonly control: AbortController } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const newer = (item: string): boolean => waiting?.item.id === item
  const put = (item: string, change: Partial<NameKnown>): void => {
    known.set(item, { ...(known.get(item) ?? nothing), ...change })
    for (const listener of [...listeners]) listener()
  }
  const run = async (): Promise<void> => {
    const question = waiting
    if (question === undefined || running !== undefined) return
    waiting = undefined
    const { id, name } = question.item
    const control = new AbortController()
    running = { item: id, control }
    try {
      const reply = await ask(question, control.signal)
      if (!control.signal.aborted) put(id, { name, reply, busy: newer(id), failure: undefined })
    } catch (failure) {
      if (!control.signal.aborted) put(id, { busy: false, failure })
    } finally {
      running = undefined
      if (waiting !== undefined) void run()
    }
  }
  return {
    want(question) {
      // The answer for another item is of no use any more; for the same one it is shown until the newer comes.
      if (running !== undefined && running.item !== question.item.id) running.control.abort()
      waiting = question
      const before = known.get(question.item.id)
      if (before?.busy !== true) put(question.item.id, { busy: true })
      clearTimeout(timer)
      timer = setTimeout(() => void run(), pause)
    },
    known: (item) => known.get(item) ?? nothing,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop() {
      clearTimeout(timer)
      waiting = undefined
      running?.control.abort()
    },
  }
}

/** Rules on names and spellings (N01 to P02); beside the one name in hand their findings come from the look-up, which is newer than the check of the whole file. */
const nameRule = /^place-names\.(?:kind|orientation|parts|generic|characters|rare|length|leader|person|foreign|enterprise|odd-words|plan|local-name|rename-ground|rename-protected|duplicate|same-elsewhere|homophone|near-homophone|series|past-name|spelling|spelling-fits|reading)(?:\.\d{4})?$/u
export const isNameRule = (rule: string): boolean => nameRule.test(rule)

/** The findings of one item: those of the look-up, and of the whole file what is not about the name. */
export const itemFindings = (item: string, all: readonly Finding[], known: NameKnown): readonly Finding[] => {
  const prefix = `items.${item}.`
  const ofCase = all.filter((finding) => finding.field?.startsWith(prefix) === true)
  return known.reply === undefined ? ofCase : [...known.reply.findings, ...ofCase.filter(({ rule }) => !isNameRule(rule))]
}
