import type { z } from 'zod'
import { text, type Text } from '../domain/text.ts'

/** One setting: what it is, what it may hold, and how sure its default is. */
export interface SettingSpec<T> {
  readonly title: Text
  readonly note: Text
  readonly group: 'office' | 'marriage' | 'divorce' | 'archive' | 'burial' | 'papers' | 'numbers' | 'printers' | 'security'
  /** `texts` is a list of texts, one a line. */
  readonly kind: 'text' | 'longText' | 'number' | 'choice' | 'boolean' | 'texts' | 'json'
  readonly choices?: readonly { readonly value: string; readonly title: Text }[]
  readonly default: T
  /** `confirmed` in an instrument, from `guides`, `general` knowledge of the field, or the `office`’s own choice. */
  readonly source: 'confirmed' | 'guides' | 'general' | 'office'
  readonly schema: z.ZodType<T>
  /** Not shown and not changed on the settings page. */
  readonly hidden?: boolean
}

/** Keeps the type of a setting's value. */
export const setting = <T>(spec: SettingSpec<T>): SettingSpec<T> => spec
/** For a setting that needs no note. */
export const none = text('', '')
