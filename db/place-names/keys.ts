import type { PlaceKind } from '../../domain/place-names/kinds.ts'
import type { NameKeys } from '../../domain/place-names/names/index.ts'
import { nameKeys, splitAt, splitName } from '../../domain/place-names/names/index.ts'
import type { PlaceReading } from '../../domain/place-names/romanise/index.ts'
import { publishedReadings } from '../../domain/place-names/romanise/index.ts'
import type { Value } from '../connection.ts'

/** The keys by which a name is found beside others, as columns. They are made by the dictionaries of the program: a release that changes those makes them anew by a migration. */

export const keyColumns = ['sound', 'near', 'loose', 'look', 'specific', 'specific_sound', 'specific_near', 'specific_loose', 'specific_look', 'stem', 'series', 'tail', 'pinyin', 'initials'] as const
export type KeyRow = Readonly<Record<Exclude<(typeof keyColumns)[number], 'series'>, string>> & { readonly series: number }

/** A name as it is to be keyed; `cut` and `chosen` are what a clerk settled of it, `text` its published spelling, which tells how it is read. */
export interface Keyed { readonly name: string; readonly kind?: PlaceKind | undefined; readonly cut?: { readonly specific: string; readonly generic: string } | undefined; readonly chosen?: Readonly<Record<number, string>> | undefined; readonly text?: string | undefined; readonly readings: readonly PlaceReading[] }

const flank = '东西南北前后上下大小新老'

/** What is left of a name of four characters and more without a first one that marks one of a pair: 西俞家浜巷 and 东俞家浜巷; empty for others. */
export const tailOf = (name: string): string => (name.length > 3 && flank.includes(name.charAt(0)) ? name.slice(1) : '')

const initialsOf = (near: string): string => near.split('-').map((syllable) => syllable.charAt(0)).join('')

/** The values of `keyColumns` for a name. */
export const keyValues = ({ name, kind, cut, chosen, text = '', readings }: Keyed): readonly Value[] => {
  if (name === '') return keyColumns.map((column) => (column === 'series' ? 0 : ''))
  const parts = (cut === undefined ? undefined : splitAt(name, cut)) ?? splitName(name, kind)
  const { whole, specific } = nameKeys({ name, parts, readings, chosen: chosen ?? publishedReadings(name, text) })
  return [whole.sound, whole.near, whole.loose, whole.look, specific.same, specific.sound, specific.near, specific.loose, specific.look, parts.stem, parts.by === 'none' ? 0 : 1, tailOf(name), whole.near.replaceAll('-', ''), initialsOf(whole.near)]
}

/** The keys of a row again. */
export const keysOf = (row: KeyRow & { readonly name: string }): { readonly whole: NameKeys; readonly specific: NameKeys } => ({
  whole: { same: row.name, sound: row.sound, near: row.near, loose: row.loose, look: row.look },
  specific: { same: row.specific, sound: row.specific_sound, near: row.specific_near, loose: row.specific_loose, look: row.specific_look },
})
