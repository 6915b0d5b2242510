/**
 * The desk's words. A page keeps its words in a file of its own named `words.ts` (a unit test reads every one of them for completeness):
 *   export const words = catalogue({ title: ['今日', 'Today'], waiting: ['{n} 件待办', '{n} waiting'] })
 * and says them with
 *   const t = useWords(words);  t('title');  t('waiting', { n: 3 })
 * Texts that come from the api or domain ({ zh, en }) are said with `const say = useSay(); say(finding.title)`.
 */
import type { Language, Text } from '../../domain/text.ts'
import { preferences, usePreferences } from './preferences.ts'

export type Catalogue<Key extends string = string> = Readonly<Record<Key, readonly [zh: string, en: string]>>

/** Keeps the keys of a catalogue for the types. */
export const catalogue = <const Key extends string>(words: Record<Key, readonly [zh: string, en: string]>): Catalogue<Key> => words

/** Puts values in the places `{name}` of a text. */
export const fill = (words: string, values: Readonly<Record<string, string | number>> = {}): string => words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string

const sayers = new WeakMap<object, Record<Language, Say<string>>>()
const sayerOf = <Key extends string>(words: Catalogue<Key>, language: Language): Say<Key> => {
  let made = sayers.get(words)
  if (made === undefined) {
    const make = (index: 0 | 1): Say<string> => (key, values) => fill((words as Catalogue)[key]?.[index] ?? key, values)
    made = { zh: make(0), en: make(1) }
    sayers.set(words, made)
  }
  return made[language]
}

/** The language now. */
export const useLanguage = (): Language => usePreferences().language
/** Says the words of a catalogue in the language now; stable while the language stays. */
export const useWords = <Key extends string>(words: Catalogue<Key>): Say<Key> => sayerOf(words, useLanguage())
/** The same outside a component, in the language of the moment. */
export const wordsNow = <Key extends string>(words: Catalogue<Key>): Say<Key> => sayerOf(words, preferences().language)

const zhSay = (text: Text): string => text.zh
const enSay = (text: Text): string => text.en
/** Says a text of the api or domain in the language now. */
export const useSay = (): ((text: Text) => string) => (useLanguage() === 'zh' ? zhSay : enSay)
