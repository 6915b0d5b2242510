import { useCallback, useSyncExternalStore } from 'react'
import type { CaseFile } from '../spec.ts'
import type { PathOf, ValueAt } from './paths.ts'
import { valueAt, withValueAt } from './paths.ts'

type Listener = () => void

/** The facts on the page while they are typed. A key redraws only the fields that subscribe to its path (or to a branch above or below it). */
export interface FormStore<F extends CaseFile = CaseFile> {
  get(): F
  read<P extends PathOf<F>>(path: P): ValueAt<F, P>
  set<P extends PathOf<F>>(path: P, value: ValueAt<F, P>): void
  /** Several fields at once (a card, a photo): subscribers hear of it once. */
  change(change: (file: F) => F): void
  /** Other facts altogether (a draft taken up, a reply of the register). */
  replace(file: F): void
  subscribe(path: string, listener: Listener): () => void
  /** Counts every change, for what follows the whole file (autosave, checks). */
  version(): number
}

/** Makes a store that begins with the facts given. */
export const createFormStore = <F extends CaseFile>(start: F): FormStore<F> => {
  let file = start
  let version = 0
  const listeners = new Map<string, Set<Listener>>()
  const tell = (before: F) => {
    version += 1
    for (const [path, set] of listeners) {
      if (path === '' || valueAt(before, path) !== valueAt(file, path)) for (const listener of [...set]) listener()
    }
  }
  const put = (next: F) => {
    if (next === file) return
    const before = file
    file = next
    tell(before)
  }
  return {
    get: () => file,
    read: (path) => valueAt(file, path) as never,
    set: (path, value) => {
      if (!Object.is(valueAt(file, path), value)) put(withValueAt(file, path, value))
    },
    change: (change) => put(change(file)),
    replace: put,
    subscribe: (path, listener) => {
      const set = listeners.get(path) ?? new Set<Listener>()
      listeners.set(path, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(path)
      }
    },
    version: () => version,
  }
}

/** A field's value and its setter; redraws only when that value changes. */
export const useField = <F extends CaseFile, P extends PathOf<F>>(store: FormStore<F>, path: P): readonly [ValueAt<F, P>, (value: ValueAt<F, P>) => void] => {
  const value = useSyncExternalStore(useCallback((listener: Listener) => store.subscribe(path, listener), [store, path]), () => store.read(path))
  const set = useCallback((next: ValueAt<F, P>) => store.set(path, next), [store, path])
  return [value, set]
}

/** The whole file; for parts that look at all of it and are drawn after a pause, never for a field. */
export const useFile = <F extends CaseFile>(store: FormStore<F>): F => useSyncExternalStore(useCallback((listener: Listener) => store.subscribe('', listener), [store]), () => store.get())
