import { characterCount, codePoints, normaliseText } from '../../characters/index.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import { shippedGenerics } from '../generics.ts'
import type { PlaceKind } from '../kinds.ts'
import type { NameParts } from '../names/split.ts'
import { splitAt, splitName } from '../names/split.ts'
import type { DivideOptions, DividedWord } from './divide.ts'
import { divideName } from './divide.ts'
import type { SpellingRule, SpellingRuleId } from './division-rules.ts'
import { getSpellingRule } from './division-rules.ts'
import type { PlaceReading } from './readings.ts'
import type { NameSyllable } from './sound.ts'
import { soundName } from './sound.ts'
import { findSyllable, joinSyllables, plainOf, signForm } from './syllables.ts'

/** What is to be spelled, and what the clerk and the office have settled about it. */
export interface RomaniseRequest extends Omit<DivideOptions, 'parts'> {
  readonly name: string
  readonly kind?: PlaceKind
  /** The cut between specific and generic part, where the clerk moved it. */
  readonly cut?: { readonly specific: string; readonly generic: string }
  /** The whole division into words, where the clerk set it. */
  readonly division?: readonly string[]
  /** Readings the clerk chose, by position in characters from 0; `lǚ` or `lv3`. */
  readonly chosen?: Readonly<Record<number, string>>
  readonly readings?: readonly PlaceReading[]
  /** A spelling entered by hand; needs a reason. */
  readonly manual?: { readonly text: string; readonly reason: string }
}

/** One word of the spelling, with the rule of its division and those of its letters. */
export interface SpelledWord {
  readonly characters: string
  readonly text: string
  readonly sign: string
  readonly part: DividedWord['part']
  readonly rule: SpellingRule
  readonly also: readonly SpellingRule[]
}

/** A name spelled in both forms. */
export interface Romanisation {
  readonly name: string
  /** With tone marks: Zhāngqiáocūn Lù. */
  readonly text: string
  /** For signs, capitals without tones: ZHANGQIAOCUN LU. */
  readonly sign: string
  readonly words: readonly SpelledWord[]
  readonly syllables: readonly NameSyllable[]
  readonly parts: NameParts
  /** Other divisions to choose from, each a list of words in characters. */
  readonly otherDivisions: readonly (readonly string[])[]
  /** Positions whose reading a clerk has to choose. */
  readonly open: readonly number[]
  readonly manual: boolean
  readonly reason: string
}

// 儿 is a syllable of its own in these; elsewhere inside a name it colours the syllable before it (盆儿胡同).
const ownEr = /(?:女|孤|婴|幼|少|健|生|男|小)儿|儿(?:童|子|女|孙|媳|科)/u

const isErColoured = (word: string, at: number): boolean => {
  if (at === 0 || codePoints(word)[at] !== '儿') return false
  const around = codePoints(word).slice(at - 1, at + 2).join('')
  return !ownEr.test(around)
}

const spellWord = (word: DividedWord, syllables: readonly NameSyllable[]): SpelledWord => {
  const also: SpellingRuleId[] = []
  let spelled = word.spelled ?? ''
  if (word.spelled === undefined) {
    const parts = syllables.map(({ syllable, character }, index) => (isErColoured(word.characters, index) ? 'r' : syllable === '' ? character : syllable))
    if (parts.includes('r')) also.push('R12')
    if (parts.slice(1).some((part) => /^[aoe]/u.test(plainOf(part)))) also.push('R11')
    if (/[一二三四五六七八九十百]/u.test(word.characters) && word.part === 'specific') also.push('R6')
    if (syllables.some(({ source }) => source === 'places' || source === 'office' || source === 'surname')) also.push('R8')
    spelled = joinSyllables(parts)
  }
  return { characters: word.characters, text: spelled, sign: signForm(spelled), part: word.part, rule: getSpellingRule(word.rule), also: also.map(getSpellingRule) }
}

const requireName = (typed: string): string => {
  const name = normaliseText(typed).replace(/\s+/gu, '')
  if (name === '') throw new LantaiError('invalid', text('没有填写地名', 'The name is missing'), 'name')
  if (characterCount(name) > 50) throw new LantaiError('invalid', text('地名最多 50 个字', 'A name has at most 50 characters'), 'name')
  return name
}

const requireChosen = (chosen: Readonly<Record<number, string>>, length: number): void => {
  for (const [index, typed] of Object.entries(chosen)) {
    if (!(Number(index) >= 0 && Number(index) < length)) throw new LantaiError('invalid', text('所选读音不在地名的字上', 'A reading was chosen for a character the name does not have'), `chosen.${index}`)
    if (findSyllable(typed) === undefined) throw new LantaiError('invalid', text(`“${typed.slice(0, 12)}”不是汉语拼音音节`, `“${typed.slice(0, 12)}” is no pinyin syllable`), `chosen.${index}`)
  }
}

const manualLetters = /^[\p{Script=Latin}\p{M}\d’\- ]+$/u

/** A spelling entered by hand, with one form of apostrophe and single spaces; throws `invalid` at the field. */
const requireManual = (manual: { readonly text: string; readonly reason: string }): string => {
  const spelled = manual.text.normalize('NFC').replace(/['‘`´ʼ′＇]/gu, '’').replace(/\s+/gu, ' ').trim()
  if (spelled === '' || !manualLetters.test(spelled)) throw new LantaiError('invalid', text('拼写只能有拉丁字母、数字、隔音符号、短横和空格', 'A spelling holds Latin letters, digits, apostrophes, hyphens and spaces'), 'manual.text')
  if (manual.reason.trim() === '') throw new LantaiError('invalid', text('自行填写拼写要写明理由', 'A spelling entered by hand needs a reason'), 'manual.reason')
  return spelled
}

const chosenWords = (name: string, division: readonly string[], words: readonly DividedWord[]): readonly DividedWord[] => {
  if (division.join('') !== name || division.includes('')) throw new LantaiError('invalid', text('分写的各段合起来应是整个地名', 'The words do not make up the name'), 'division')
  return division.map((characters): DividedWord => {
    const known = words.find((word) => word.characters === characters)
    return { characters, part: known?.part ?? 'specific', rule: 'clerk', ...(known?.spelled === undefined ? {} : { spelled: known.spelled }) }
  })
}

const partsOf = (name: string, request: RomaniseRequest): NameParts => {
  const table = request.generics ?? shippedGenerics
  if (request.cut === undefined) return splitName(name, request.kind, table)
  const parts = splitAt(name, request.cut, table)
  if (parts === undefined) throw new LantaiError('invalid', text('专名和通名合起来应是整个地名', 'Specific and generic part do not make up the name'), 'cut')
  return parts
}

/** Spells a place name in both forms by the rules, with what a clerk still has to choose; throws `invalid` at the field. */
export const romanise = (request: RomaniseRequest): Romanisation => {
  const name = requireName(request.name)
  requireChosen(request.chosen ?? {}, characterCount(name))
  const parts = partsOf(name, request)
  const divided = divideName(name, request.kind, { ...request, parts })
  const words = request.division === undefined ? divided.words : chosenWords(name, request.division, divided.words)
  // 里, 堡 and the like are read as generics only where they stand apart.
  const apart = words.at(-1)?.part === 'generic'
  const syllables = soundName(name, { genericLength: apart ? characterCount(parts.generic) : 0, ...(request.chosen === undefined ? {} : { chosen: request.chosen }), ...(request.readings === undefined ? {} : { readings: request.readings }) })
  let at = 0
  const spelled = words.map((word) => {
    const length = characterCount(word.characters)
    const own = syllables.slice(at, at + length)
    at += length
    return { word: spellWord(word, own), fixed: word.spelled !== undefined, length }
  })
  const fixed = spelled.flatMap(({ fixed: isFixed, length }) => Array.from({ length }, () => isFixed))
  const manual = request.manual === undefined ? undefined : requireManual(request.manual)
  const written = manual ?? spelled.map(({ word }) => word.text).join(' ')
  return {
    name,
    text: written,
    sign: signForm(written),
    words: manual === undefined ? spelled.map(({ word }) => word) : [{ characters: name, text: manual, sign: signForm(manual), part: 'specific', rule: getSpellingRule('manual'), also: [] }],
    syllables,
    parts,
    otherDivisions: divided.others,
    open: manual === undefined ? syllables.flatMap((syllable, index) => (syllable.mustChoose && fixed[index] !== true ? [index] : [])) : [],
    manual: manual !== undefined,
    reason: request.manual?.reason.trim() ?? '',
  }
}
