import { pinyin } from 'pinyin-pro'
import { codePoints } from '../characters/index.ts'

/** How a name is found by sound: whole pinyin without spaces or tones, and the initials; ü is written v. */
export interface NameSound {
  readonly pinyin: string
  readonly initials: string
}

const latin = (value: string): string => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const syllable = (value: string): string => latin(value.normalize('NFC').toLowerCase().replace(/[üǖǘǚǜ]/gu, 'v')).replace(/[^a-z]/gu, '')
const isHan = (character: string): boolean => /\p{Script=Han}/u.test(character)

/** Syllables of a name, surname readings first (单 → shan); a character with no known reading gives none. */
const syllables = (name: string): readonly string[] => {
  const han = codePoints(name).filter(isHan).join('')
  if (han === '') {
    return name.split(/[^\p{L}\p{M}]+/u).map(latin).map((part) => part.replace(/[^a-z]/gu, '')).filter((part) => part !== '')
  }
  return pinyin(han, { surname: 'head', toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).map(syllable).filter((part) => part !== '')
}

/** Pinyin and initials of a name for the search box, e.g. 吕布 → lvbu, lb; JOHN SMITH → johnsmith, js. */
export const soundOf = (name: string): NameSound => {
  const parts = syllables(name)
  return { pinyin: parts.join(''), initials: parts.map((part) => part.charAt(0)).join('') }
}

/** Pinyin of a name by syllables with spaces, as it is kept in the record, e.g. 张三丰 → zhang san feng. */
export const pinyinOf = (name: string): string => syllables(name).join(' ')

const readings = (character: string): readonly string[] => {
  const found = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).map(syllable)
  return [...new Set(found)].filter((part) => part !== '' && part !== character)
}

/** The likely readings of a name, the likeliest first, at most `limit`: for a clerk to choose when a character has several. */
export const soundCandidates = (name: string, limit = 8): readonly NameSound[] => {
  const first = soundOf(name)
  const characters = codePoints(name).filter(isHan)
  let rows: readonly (readonly string[])[] = [[]]
  for (const character of characters) {
    const options = readings(character)
    if (options.length === 0) continue
    rows = rows.flatMap((row) => options.map((option) => [...row, option])).slice(0, 256)
  }
  const all = characters.length === 0 ? [] : rows.map((row) => ({ pinyin: row.join(''), initials: row.map((part) => part.charAt(0)).join('') }))
  const seen = new Set<string>()
  return [first, ...all].filter((sound) => sound.pinyin !== '' && !seen.has(sound.pinyin) && seen.add(sound.pinyin)).slice(0, limit)
}

/** Normalises what was typed into the search box so that it can be compared with `soundOf`: lower-case, no spaces, ü as v. */
export const normaliseSound = (typed: string): string => syllable(typed)
