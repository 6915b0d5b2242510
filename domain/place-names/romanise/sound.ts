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

const libraryReadings = (characters: readonly string[]): readonly string[] => {
  const found = pinyin(characters.join(''), { type: 'array', toneSandhi: false })
  return found.length === characters.length ? found : characters.map((character) => pinyin(character, { toneSandhi: false }))
}

/** Readings a character may have, place readings first; none for a character nobody knows. */
export const readingsOf = (character: string): readonly string[] => {
  const general = isHan(character) ? pinyin(character, { multiple: true, type: 'array', toneSandhi: false }).filter(isSyllable) : []
  const all = [...(moreReadings.get(character) ?? []), ...(characterReadings[character] === undefined ? [] : [characterReadings[character]]), ...general]
  const toned = all.filter((syllable) => toneOf(syllable) > 0)
  return [...new Set(toned.length > 0 ? toned : all)]
}

/** A syllable and where it came from; empty when nothing knows the character. */
export interface Read {
  readonly syllable: string
  readonly source: ReadingSource
}

type Put = (index: number, read: Read) => void

/** Readings by their first character, the office's first and the longest first. */
type ReadingIndex = ReadonlyMap<string, readonly PlaceReading[]>

const indexes = new WeakMap<readonly PlaceReading[], ReadingIndex>()
const indexOf = (readings: readonly PlaceReading[]): ReadingIndex => {
  const known = indexes.get(readings)
  if (known !== undefined) return known
  const made = Map.groupBy(readings.toSorted((a, b) => Number(b.source === 'office') - Number(a.source === 'office') || b.characters.length - a.characters.length), ({ characters }) => codePoints(characters)[0] ?? '')
  indexes.set(readings, made)
  return made
}

const byPlaces = (characters: readonly string[], readings: readonly PlaceReading[], put: Put): void => {
  const index = indexOf(readings)
  const found = characters.flatMap((character, at) => (index.get(character) ?? []).filter(({ characters: written }) => codePoints(written).every((wanted, offset) => characters[at + offset] === wanted)).map((reading) => ({ at, reading })))
  // A longer entry wins over a shorter one wherever they overlap, and the office's over any.
  const ordered = found.toSorted((a, b) => Number(b.reading.source === 'office') - Number(a.reading.source === 'office') || b.reading.characters.length - a.reading.characters.length)
  for (const { at, reading } of ordered) reading.syllables.forEach((syllable, offset) => put(at + offset, { syllable, source: reading.source === 'office' ? 'office' : 'places' }))
  // 十里堡, 二十里铺: a post station so many li away is read pù.
  characters.forEach((character, at) => {
    if ((character === '堡' || character === '铺') && characters[at - 1] === '里' && /[一二三四五六七八九十百]/u.test(characters[at - 2] ?? '')) put(at, { syllable: 'pù', source: 'places' })
  })
}

/** Reads a name character by character: the clerk's choice, generic terms, the place dictionary, family names, then the library. */
export const readName = (name: string, options: SoundOptions = {}): readonly Read[] => {
  const characters = codePoints(name)
  const generic = characters.length - (options.genericLength ?? 0)
  const reads: (Read | undefined)[] = characters.map(() => undefined)
  const put: Put = (index, read) => { if (read.syllable !== '') reads[index] ??= read }
  for (const [index, typed] of Object.entries(options.chosen ?? {})) put(Number(index), { syllable: findSyllable(typed) ?? '', source: 'clerk' })
  characters.forEach((character, index) => { if (index >= generic) put(index, { syllable: genericReadings[character] ?? '', source: 'generic' }) })
  byPlaces(characters, options.readings ?? shippedReadings, put)
  const family = surnameReadings[characters[0] ?? '']
  if (family !== undefined && familyPlaces.test(characters[1] ?? '') && generic > 1) put(0, { syllable: family, source: 'surname' })
  characters.forEach((character, index) => put(index, { syllable: characterReadings[character] ?? '', source: 'places' }))
  libraryReadings(characters).forEach((syllable, index) => { if (isSyllable(syllable)) put(index, { syllable, source: 'library' }) })
  return characters.map((_, index) => reads[index] ?? { syllable: '', source: 'unknown' })
}

/** Reads a name and says of each character what else it may be and whether a clerk has to choose. */
export const soundName = (name: string, options: SoundOptions = {}): readonly NameSyllable[] => {
  const characters = codePoints(name)
  return readName(name, options).map((read, index) => {
    const character = characters[index] ?? ''
    const alternatives = isHan(character) ? [...new Set([read.syllable, ...readingsOf(character)])].filter((syllable) => syllable !== '') : []
    const settled = read.source === 'clerk' || read.source === 'generic' || !isHan(character)
    return { character, syllable: read.syllable, source: read.source, alternatives, mustChoose: !settled && (read.source === 'unknown' || watchedCharacters.has(character)) }
  })
}
