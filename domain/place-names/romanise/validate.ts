import { LantaiError } from '../../error.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { Romanisation, RomaniseRequest } from './romanise.ts'
import { romanise } from './romanise.ts'
import { isSyllable, plainOf, signForm, toneOf, withoutTones } from './syllables.ts'

/** What may be wrong with a published spelling. */
export const spellingFaults = ['english', 'letters', 'umlaut', 'reading', 'toneless', 'tone', 'division', 'apostrophe', 'capital', 'signMissing', 'signDiffers', 'textMissing'] as const
export type SpellingFault = (typeof spellingFaults)[number]

/** One thing a published spelling does otherwise than the rules. */
export interface SpellingFlag {
  readonly fault: SpellingFault
  readonly message: Text
}

/** A published spelling held against the rules: it is kept as it stands, with what is to be said of it. */
export interface SpellingCheck {
  readonly kept: { readonly text: string; readonly sign: string }
  readonly expected: Romanisation
  readonly flags: readonly SpellingFlag[]
}

const english = /\b(?:road|street|avenue|ave|lane|alley|bridge|park|garden|square|plaza|building|east|west|north|south|middle|village|town|city|county|district|rd|st|river|lake|mountain|station)\b/iu
const apostrophes = /['‘’`´ʼ′＇]/gu
const letters = (value: string): string => value.replace(/[^\p{L}\p{M}\d]/gu, '').normalize('NFC')
const flag = (fault: SpellingFault, zh: string, en: string): SpellingFlag => ({ fault, message: text(zh, en) })

/** Readings of each position: the spelled one first. A run of characters spelled by digits or a transcription is one position. */
interface Position { readonly characters: string; readonly spelled: string; readonly readings: readonly string[] }

const positionsOf = (expected: Romanisation): readonly Position[] => {
  let at = 0
  return expected.words.flatMap((word) => {
    const own = expected.syllables.slice(at, at + [...word.characters].length)
    at += own.length
    const joined = own.map(({ syllable }) => syllable).join('')
    const bySound = letters(joined).toLowerCase() === letters(word.text).toLowerCase()
    if (!bySound) return [{ characters: word.characters, spelled: letters(word.text).toLowerCase(), readings: [letters(word.text).toLowerCase(), letters(joined).toLowerCase()] }]
    return own.map(({ character, syllable, alternatives }) => ({ characters: character, spelled: syllable, readings: [syllable, ...alternatives] }))
  })
}

interface Matched { readonly position: Position; readonly written: string }

/** Lays the written letters over the readings of each position, tones aside; undefined when they do not fit. */
const layOver = (written: string, positions: readonly Position[]): readonly Matched[] | undefined => {
  if (positions.length === 0) return written === '' ? [] : undefined
  const [first, ...rest] = positions
  if (first === undefined) return undefined
  for (const plain of new Set(first.readings.map(plainOf))) {
    if (!plainOf(written).startsWith(plain)) continue
    const found = layOver(written.slice(plain.length), rest)
    if (found !== undefined) return [{ position: first, written: written.slice(0, plain.length) }, ...found]
  }
  return undefined
}

const withU = (value: string): string => plainOf(value).replace(/ü|v/gu, 'u').replace(/yu(?=$|[^a-z])/gu, 'u')

const checkLetters = (written: string, positions: readonly Position[]): readonly SpellingFlag[] => {
  const joined = letters(written).toLowerCase()
  const laid = layOver(joined, positions)
  if (laid === undefined) {
    const expected = positions.map(({ spelled }) => spelled).join('')
    if (withU(joined) === withU(expected)) return [flag('umlaut', `ü 的写法不合规则：l、n 之后写 ü，j、q、x、y 之后写 u，应为 ${withoutTones(expected)}`, `ü stands after l and n, u after j, q, x and y: ${withoutTones(expected)}`)]
    return [flag('letters', `拼写与汉字读音不符，按规则为 ${withoutTones(expected)}`, `The letters do not fit the characters; by the rules ${withoutTones(expected)}`)]
  }
  const flags: SpellingFlag[] = []
  const other = laid.filter(({ position, written: part }) => plainOf(part) !== plainOf(position.spelled))
  if (other.length > 0) flags.push(flag('reading', `多音字读音与所定不同：${other.map(({ position, written: part }) => `${position.characters} ${part}（所定 ${position.spelled}）`).join('、')}`, `Other readings than those fixed: ${other.map(({ position, written: part }) => `${position.characters} ${part} (fixed ${position.spelled})`).join(', ')}`))
  const toned = laid.filter(({ position }) => isSyllable(position.spelled))
  if (toned.length > 0 && toned.every(({ written: part }) => toneOf(part) === 0)) flags.push(flag('toneless', '没有标调', 'The tone marks are missing'))
  else {
    const wrong = toned.filter(({ position, written: part }) => plainOf(part) === plainOf(position.spelled) && part !== position.spelled)
    if (wrong.length > 0) flags.push(flag('tone', `标调不符：${wrong.map(({ position, written: part }) => `${position.characters} ${part}（应为 ${position.spelled}）`).join('、')}`, `Wrong tones: ${wrong.map(({ position, written: part }) => `${position.characters} ${part} (${position.spelled})`).join(', ')}`))
  }
  return flags
}

const lengths = (spelled: string): string => spelled.trim().split(/\s+/u).map((part) => letters(part).length).join(' ')

const checkShape = (written: string, expected: Romanisation): readonly SpellingFlag[] => {
  const flags: SpellingFlag[] = []
  const sameLetters = letters(withoutTones(written)).toLowerCase() === letters(withoutTones(expected.text)).toLowerCase()
  if (sameLetters && lengths(written) !== lengths(expected.text)) flags.push(flag('division', `分写不符，按规则为 ${expected.text}`, `The words are divided otherwise; by the rules ${expected.text}`))
  const marks = (value: string): string => withoutTones(value).replace(/\s/gu, '').toLowerCase().replace(apostrophes, '’')
  if (sameLetters && marks(written) !== marks(expected.text)) flags.push(flag('apostrophe', `隔音符号不符，按规则为 ${expected.text}`, `The apostrophe is missing or out of place; by the rules ${expected.text}`))
  const words = written.trim().split(/\s+/u).filter((part) => /^\p{L}/u.test(part))
  if (words.some((part) => part.charAt(0) !== part.charAt(0).toUpperCase() || part.slice(1) !== part.slice(1).toLowerCase()) && !/Dì-/u.test(written)) flags.push(flag('capital', '每段第一个字母应大写，其余小写', 'Each word starts with a capital, the rest is lower-case'))
  return flags
}

const checkSign = (sign: string, written: string, expected: Romanisation): readonly SpellingFlag[] => {
  if (sign === '') return [flag('signMissing', `没有公布标志用的大写拼写，按规则为 ${expected.sign}`, `The form for signs is missing; by the rules ${expected.sign}`)]
  const plain = sign.normalize('NFC').replace(apostrophes, '’').replace(/\s+/gu, ' ')
  if (written !== '' && plain !== signForm(written.replace(apostrophes, '’').replace(/\s+/gu, ' '))) return [flag('signDiffers', `标志用拼写 ${sign} 与文字拼写 ${written} 不一致`, `The form for signs, ${sign}, and the text form, ${written}, disagree`)]
  return written === '' && plain !== expected.sign ? [flag('signDiffers', `标志用拼写按规则为 ${expected.sign}`, `By the rules the form for signs is ${expected.sign}`)] : []
}

/** Holds a spelling that is already published against the rules: it flags and keeps, it never corrects. */
export const checkPublished = (request: Omit<RomaniseRequest, 'manual'>, published: { readonly text: string; readonly sign?: string }): SpellingCheck => {
  const written = published.text.normalize('NFC').trim()
  const sign = (published.sign ?? '').normalize('NFC').trim()
  if (written.length > 300 || sign.length > 300) throw new LantaiError('invalid', text('拼写太长', 'The spelling is too long'), 'text')
  const expected = romanise(request)
  const kept = { text: written, sign }
  if (written === '') return { kept, expected, flags: [flag('textMissing', `没有公布拼写，按规则为 ${expected.text}`, `No spelling was published; by the rules ${expected.text}`), ...checkSign(sign, written, expected)] }
  if (english.test(withoutTones(written))) return { kept, expected, flags: [flag('english', '罗马字母拼写只用汉语拼音，不用英文或者其他拼法', 'Only pinyin may be used, no English words'), ...checkSign(sign, written, expected)] }
  if (written === expected.text) return { kept, expected, flags: checkSign(sign, written, expected) }
  return { kept, expected, flags: [...checkLetters(written, positionsOf(expected)), ...checkShape(written, expected), ...checkSign(sign, written, expected)] }
}
