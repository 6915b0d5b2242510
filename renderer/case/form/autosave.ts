export type SaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** What was typed is still in the page; `error` says in words why it did not reach the register. */
  | { readonly kind: 'failed'; readonly error: unknown }

export interface Autosave {
  /** Something changed: saves `delay` ms after the last change. */
  touch(): void
  /** Saves now what is not saved yet (leaving a field, F2, leaving the page). */
  flush(): Promise<void>
  /** What stands is what the register holds: taken into the record at that instant. */
  settle(at?: string): void
  /** No more saves; a save under way is left to end. */
  stop(): void
  state(): SaveState
  subscribe(listener: () => void): () => void
}

export interface AutosaveOptions<F> {
  readonly content: () => F
  /** Puts the draft into the register and gives the time it was saved at. */
  readonly save: (content: F) => Promise<string>
  readonly delay?: number
  /** ms until a failed save is tried again. */
  readonly again?: number
}

/** Keeps a draft of what is typed: one save at a time, the newest content last, and a failed one tried again until it goes through. */
export const createAutosave = <F>({ content, save, delay = 800, again = 4000 }: AutosaveOptions<F>): Autosave => {
  let state: SaveState = { kind: 'unchanged' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let clean: F = content()
  let stopped = false
  const listeners = new Set<() => void>()
  const become = (next: SaveState) => {
    state = next
    for (const listener of [...listeners]) listener()
  }
  const after = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), ms)
  }
  const run = async (): Promise<void> => {
    clearTimeout(timer)
    if (running !== undefined) {
      await running
      return run()
    }
    const taken = content()
    if (stopped || taken === clean) return
    become({ kind: 'saving' })
    running = save(taken).then(
      (at) => {
        clean = taken
        running = undefined
        if (stopped) return
        if (content() === taken) become({ kind: 'saved', at })
        else {
          become({ kind: 'waiting' })
          after(delay)
        }
      },
      (error: unknown) => {
        running = undefined
        if (stopped) return
        become({ kind: 'failed', error })
        after(again)
      },
    )
    await running
  }
  return {
    touch() {
      if (stopped || content() === clean) return
      if (state.kind !== 'waiting' && running === undefined) become({ kind: 'waiting' })
      after(delay)
    },
    flush: run,
    settle(at) {
      clearTimeout(timer)
      clean = content()
      become(at === undefined ? { kind: 'unchanged' } : { kind: 'saved', at })
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
