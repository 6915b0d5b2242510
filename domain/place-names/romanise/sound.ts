import { pinyin } from 'pinyin-pro'
import { codePoints } from '../../characters/index.ts'
import { characterReadings, familyPlaces, genericReadings, moreReadings, shippedReadings, surnameReadings, watchedCharacters } from './readings.ts'
import type { PlaceReading } from './readings.ts'
import { findSyllable, isSyllable, toneOf } from './syllables.ts'

/** Where the reading of a character came from. */
export type ReadingSource = 'clerk' | 'office' | 'places' | 'generic' | 'surname' | 'library' | 'unknown'

/** One character of a name with its reading and what else it may be. */
export interface NameSyllable {
  readonly character: string
  /** Syllable with tone; empty when nothing knows the character. */
  readonly syllable: string
  readonly source: ReadingSource
  /** All readings to choose from, the chosen one first. */
  readonly alternatives: readonly string[]
  /** A clerk has to choose the reading before the name can be approved. */
  readonly mustChoose: boolean
}

export interface SoundOptions {
  /** The place readings in force, the office's before the shipped ones. */
  readonly readings?: readonly PlaceReading[]
  /** The clerk's choices by position in characters, from 0. */
  readonly chosen?: Readonly<Record<number, string>>
  /** Characters at the end that belong to the generic part. */
  readonly genericLength?: number
}

const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character)
const readable = (syllable: string): boolean => isSyllable(syllable)

const libraryReadings = (characters: readonly string[]): readonly string[] => {
  const found = pinyin(characters.join(''), { type: 'array', toneSandhi: false })
  return found.length === characters.length ? found : characters.map((character) => pinyin(character, { toneSandhi: false }))
}

/** Readings a character may have, place readings first; none for a character nobody knows. */
export const readingsOf = (character: string): readonly string[] => {
  const library = isHan(character) ? pinyin(character, { multiple: true, type: 'array', toneSandhi: false }).filter(readable) : []
  const all = [...(moreReadings.get(character) ?? []), ...(characterReadings[character] === undefined ? [] : [characterReadings[character]]), ...library]
  const toned = all.filter((syllable) => toneOf(syllable) > 0)
  return [...new Set(toned.length > 0 ? toned : all)]
}

interface Read { readonly syllable: string; readonly source: ReadingSource }

const byPlaces = (characters: readonly string[], readings: readonly PlaceReading[], put: (index: number, read: Read) => void): void => {
  for (const { characters: written, syllables, source } of readings) {
    const wanted = codePoints(written)
    for (let at = 0; at + wanted.length <= characters.length; at += 1) {
      if (wanted.every((character, offset) => characters[at + offset] === character)) wanted.forEach((_, offset) => put(at + offset, { syllable: syllables[offset] ?? '', source: source === 'office' ? 'office' : 'places' }))
    }
  }
  // 十里堡, 二十里铺: a post station so many li away is read pù.
  characters.forEach((character, index) => {
    if ((character === '堡' || character === '铺') && characters[index - 1] === '里' && /[一二三四五六七八九十百]/u.test(characters[index - 2] ?? '')) put(index, { syllable: 'pù', source: 'places' })
  })
}

const byLength = (a: PlaceReading, b: PlaceReading): number => Number(b.source === 'office') - Number(a.source === 'office') || b.characters.length - a.characters.length
const sortedShipped = [...shippedReadings].sort(byLength)

/** Reads a name character by character: the clerk's choice, the place dictionary, generic terms, family names, then the library. */
export const soundName = (name: string, options: SoundOptions = {}): readonly NameSyllable[] => {
  const characters = codePoints(name)
  const generic = characters.length - (options.genericLength ?? 0)
  const reads: (Read | undefined)[] = characters.map(() => undefined)
  const put = (index: number, read: Read): void => { if (read.syllable !== '') reads[index] ??= read }
  for (const [index, typed] of Object.entries(options.chosen ?? {})) put(Number(index), { syllable: findSyllable(typed) ?? '', source: 'clerk' })
  characters.forEach((character, index) => { if (index >= generic) put(index, { syllable: genericReadings[character] ?? '', source: 'generic' }) })
  byPlaces(characters, options.readings === undefined ? sortedShipped : [...options.readings].sort(byLength), put)
  const family = surnameReadings[characters[0] ?? '']
  if (family !== undefined && familyPlaces.test(characters[1] ?? '') && generic > 1) put(0, { syllable: family, source: 'surname' })
  characters.forEach((character, index) => put(index, { syllable: characterReadings[character] ?? '', source: 'places' }))
  libraryReadings(characters).forEach((syllable, index) => { if (readable(syllable)) put(index, { syllable, source: 'library' }) })
  return characters.map((character, index) => {
    const read = reads[index] ?? { syllable: '', source: 'unknown' as const }
    const alternatives = isHan(character) ? [...new Set([read.syllable, ...readingsOf(character)])].filter((syllable) => syllable !== '') : []
    const settled = read.source === 'clerk' || read.source === 'generic' || !isHan(character)
    return { character, syllable: read.syllable, source: read.source, alternatives, mustChoose: !settled && (read.source === 'unknown' || watchedCharacters.has(character)) }
  })
}
