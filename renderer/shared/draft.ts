import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { Text } from '../../domain/text.ts'
import { useSay } from './i18n.ts'

/** A draft that is being written: fields read and write it by their paths, and only those whose value changed are drawn again. */

export type Path = string
type Loose = Readonly<Record<string, unknown>> | readonly unknown[]

/** The value at a path (`layers.0.items.1.unit`); undefined where there is none. */
export const getAt = (value: unknown, path: Path): unknown => (path === '' ? value : path.split('.').reduce<unknown>((at, key) => (at === null || typeof at !== 'object' ? undefined : (at as Record<string, unknown>)[key]), value))

/** A copy with another value at a path; what is not on the way stays the same object. */
export const setAt = <T>(value: T, path: Path, next: unknown): T => {
  if (path === '') return next as T
  const [key = '', ...rest] = path.split('.')
  const inner = setAt((value as Record<string, unknown>)[key], rest.join('.'), next)
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? inner : one)) as T
  return { ...(value as Loose), [key]: inner } as T
}

export interface Fault {
  readonly field: string
  readonly message: Text
}

export interface DraftStore<T> {
  readonly get: () => T
  readonly put: (path: Path, value: unknown) => void
  readonly subscribe: (listener: () => void) => () => void
  readonly faultAt: (path: Path) => string
  readonly faults: () => readonly Fault[]
  readonly setFaults: (faults: readonly Fault[]) => void
}

/** Makes a store of a draft; `onChange` is told of every change. */
export const draftStore = <T>(first: T, onChange: (value: T) => void = () => {}): DraftStore<T> => {
  let value = first
  let faults: readonly Fault[] = []
  let byField = new Map<string, string>()
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  return {
    get: () => value,
    put: (path, next) => {
      if (Object.is(getAt(value, path), next)) return
      value = setAt(value, path, next)
      onChange(value)
      tell()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // A text that stays the same while the fault does.
    faultAt: (path) => byField.get(path) ?? '',
    faults: () => faults,
    setFaults: (next) => {
      if (JSON.stringify(next) === JSON.stringify(faults)) return
      faults = next
      byField = new Map()
      for (const { field, message } of next) if (!byField.has(field)) byField.set(field, JSON.stringify(message))
      tell()
    },
  }
}

const Context = createContext<DraftStore<unknown> | undefined>(undefined)
export const DraftProvider = Context.Provider
export const useStore = <T = unknown>(): DraftStore<T> => {
  const store = useContext(Context)
  if (store === undefined) throw new Error('no draft')
  return store as DraftStore<T>
}

/** The value at a path of the draft, and how to change it. */
export const useAt = <T>(path: Path): readonly [T, (next: T) => void] => {
  const store = useStore()
  const value = useSyncExternalStore(store.subscribe, () => getAt(store.get(), path)) as T
  return [value, useCallback((next: T) => store.put(path, next), [store, path])]
}

/** What is wrong at a path, in the language now. */
export const useFault = (path: Path): string | undefined => {
  const store = useStore()
  const say = useSay()
  const fault = useSyncExternalStore(store.subscribe, () => store.faultAt(path))
  return fault === '' ? undefined : say(JSON.parse(fault) as Text)
}

/** Everything that is wrong, in its order. */
export const useFaults = (): readonly Fault[] => {
  const store = useStore()
  return useSyncExternalStore(store.subscribe, store.faults)
}

/** A list in the draft: its length, and how to add, drop and move. */
export const useList = <T>(path: Path) => {
  const store = useStore()
  const length = useSyncExternalStore(store.subscribe, () => (getAt(store.get(), path) as readonly T[] | undefined)?.length ?? 0)
  const read = (): readonly T[] => (getAt(store.get(), path) as readonly T[] | undefined) ?? []
  return {
    length,
    read,
    add: (value: T): void => store.put(path, [...read(), value]),
    drop: (index: number): void => store.put(path, read().filter((_, at) => at !== index)),
    up: (index: number): void => {
      const next = [...read()]
      const [moved] = next.splice(index, 1)
      if (moved !== undefined && index > 0) store.put(path, [...next.slice(0, index - 1), moved, ...next.slice(index - 1)])
    },
  }
}
