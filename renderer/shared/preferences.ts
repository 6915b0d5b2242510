/** What this machine's user likes: language, light or dark, size of type, counter. Kept in the browser's own store, never in the register. */
import { useSyncExternalStore } from 'react'
import type { Language } from '../../domain/text.ts'
import { shades, typeSizes, type Shade, type TypeSize } from '../theme.ts'

export interface Preferences {
  readonly language: Language
  /** `system` follows the machine. */
  readonly shade: Shade | 'system'
  readonly size: TypeSize
  readonly counter: string
}

const kept = 'lantai.preferences'
const fallback: Preferences = { language: 'zh', shade: 'system', size: 14, counter: '' }

/** Reads what was kept; anything that does not fit becomes the default. */
export const readPreferences = (text: string | null): Preferences => {
  let value: Partial<Record<keyof Preferences, unknown>>
  try {
    value = (JSON.parse(text ?? '{}') ?? {}) as typeof value
  } catch {
    return fallback
  }
  return {
    language: value.language === 'en' ? 'en' : 'zh',
    shade: shades.find((shade) => shade === value.shade) ?? 'system',
    size: typeSizes.find((size) => size === value.size) ?? 14,
    counter: typeof value.counter === 'string' ? value.counter.slice(0, 20) : '',
  }
}

let current = readPreferences(typeof localStorage === 'undefined' ? null : localStorage.getItem(kept))
const listeners = new Set<() => void>()
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const preferences = (): Preferences => current
export const changePreferences = (change: Partial<Preferences>): void => {
  current = { ...current, ...change }
  localStorage.setItem(kept, JSON.stringify(current))
  for (const listener of listeners) listener()
}
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences)

const dark = typeof matchMedia === 'undefined' ? undefined : matchMedia('(prefers-color-scheme: dark)')
const subscribeDark = (listener: () => void): (() => void) => {
  dark?.addEventListener('change', listener)
  return () => dark?.removeEventListener('change', listener)
}
/** Light or dark as it is shown now. */
export const useShade = (): Shade => {
  const system = useSyncExternalStore(subscribeDark, () => dark?.matches === true)
  const { shade } = usePreferences()
  return shade === 'system' ? (system ? 'dark' : 'light') : shade
}
