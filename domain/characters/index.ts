import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { standardLevels } from './standard.ts'

/** Something about a text that a clerk must mend (`stop`) or may look at (`notice`). */
export interface CharacterProblem {
  readonly code: 'empty' | 'control' | 'unpaired' | 'private' | 'unassigned' | 'digit' | 'punctuation' | 'radical' | 'dot' | 'space' | 'long' | 'short' | 'latin' | 'rare'
  readonly severity: 'stop' | 'notice'
  readonly message: Text
  /** Characters concerned, each once. */
  readonly characters: readonly string[]
}

let levels: Map<string, 1 | 2 | 3> | undefined
const levelMap = (): Map<string, 1 | 2 | 3> => {
  levels ??= new Map(standardLevels.flatMap((level, index) => [...level].map((character) => [character, (index + 1) as 1 | 2 | 3] as const)))
  return levels
}

/** Level 1, 2 or 3 of a character in 《通用规范汉字表》 (2013), or undefined when it is not among the 8,105. */
export const findStandardLevel = (character: string): 1 | 2 | 3 | undefined => levelMap().get(character)

/** All 8,105 standard characters in the order of the list. */
export const standardCharacters = (): readonly string[] => standardLevels.flatMap((level) => [...level])

/** The code point as papers name it, e.g. U+2B6AD. */
export const codePointName = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Splits a text by code point, so that characters outside the basic plane stay whole. */
export const codePoints = (value: string): readonly string[] => [...value]

/** Length in characters (code points), not in UTF-16 units. */
export const characterCount = (value: string): number => {
  let count = 0
  for (const character of value) count += character.length > 0 ? 1 : 0
  return count
}

// Kangxi and supplement radicals look like characters and are none.
const radicals = /[\u2E80-\u2EF3\u2F00-\u2FD5]/gu
const dots = /[\u2022\u2027\u2219\u22C5\u30FB\uFF65\u318D\u0387\uFF0E\u2024]/gu

/** Normalises a text at intake: NFC, and the Kangxi and supplement radicals that some input methods give instead of the character. */
export const normaliseText = (value: string): string => value.normalize('NFC').replace(radicals, (radical) => radical.normalize('NFKC')).normalize('NFC')

/** Turns full-width letters, digits and signs (and the ideographic space) into their plain form. */
export const halfWidth = (value: string): string =>
  value.replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, ' ')

const hasHan = (value: string): boolean => /\p{Script=Han}/u.test(value)

/** Normalises a name at intake: NFC, radicals, one form of the middle dot (·), Latin letters plain and upper-case, no space around Chinese names. */
export const normaliseName = (value: string): string => {
  const plain = normaliseText(halfWidth(value)).trim()
  if (!hasHan(plain)) return plain.replace(/\s+/gu, ' ').toUpperCase()
  return normaliseText(value).replace(dots, '·').replace(/[\s\u3000]+/gu, '')
}

const unique = (value: string, pattern: RegExp): readonly string[] => [...new Set(value.match(pattern) ?? [])]
const shown = (characters: readonly string[]): string => characters.map((character) => (/\p{C}/u.test(character) ? codePointName(character) : `${character} (${codePointName(character)})`)).join(', ')

interface Check {
  readonly code: CharacterProblem['code']
  readonly pattern: RegExp
  readonly zh: string
  readonly en: string
}
const forbidden: readonly Check[] = [
  { code: 'unpaired', pattern: /\p{Cs}/gu, zh: '含有残缺的字符', en: 'holds half of a character' },
  { code: 'control', pattern: /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, zh: '含有不可见的控制字符', en: 'holds invisible control characters' },
  { code: 'private', pattern: /\p{Co}/gu, zh: '含有自造字（私用区），换一台电脑就不能显示，请换用标准编码的字', en: 'holds a home-made character (private use area) that no other computer can show' },
  { code: 'unassigned', pattern: /\p{Cn}/gu, zh: '含有本系统不认识的编码', en: 'holds a code that stands for no character' },
]

const find = (value: string, checks: readonly Check[], label: Text): CharacterProblem[] =>
  checks.flatMap((check) => {
    const characters = unique(value, check.pattern)
    return characters.length === 0 ? [] : [{ code: check.code, severity: 'stop' as const, message: text(`${label.zh}${check.zh}：${shown(characters)}`, `${label.en} ${check.en}: ${shown(characters)}`), characters }]
  })

/** Problems of any line of text: control characters, half characters, private-use characters. A multi-line text may hold line breaks and tabs. */
export const checkText = (value: string, label: Text = text('文字', 'The text'), multiline = false): readonly CharacterProblem[] =>
  find(multiline ? value.replace(/[\n\t]/gu, '') : value, forbidden, label)

const label = text('姓名', 'The name')

/** Problems of a name as it will stand on a certificate; a name with no Chinese character follows the passport (Latin, upper-case). At most 50 characters. */
export const validateName = (value: string): readonly CharacterProblem[] => {
  // Almost every name is two to fifty standard characters, and a run over many files reads each: it needs no further look.
  const characters = codePoints(value)
  if (characters.length >= 2 && characters.length <= 50 && characters.every((character) => findStandardLevel(character) !== undefined)) return []
  if (value.trim() === '') return [{ code: 'empty', severity: 'stop', message: text('没有填写姓名', 'The name is missing'), characters: [] }]
  const problems = find(value, forbidden, label)
  const add = (code: CharacterProblem['code'], severity: CharacterProblem['severity'], zh: string, en: string, characters: readonly string[] = []): void => {
    problems.push({ code, severity, message: text(zh, en), characters })
  }
  const count = characterCount(value)
  if (count > 50) add('long', 'stop', `姓名有 ${count} 个字符，最多 50 个`, `The name has ${count} characters; at most 50 are taken`)
  if (hasHan(value)) {
    const digits = unique(value, /\p{N}/gu).filter((character) => character !== '〇')
    if (digits.length > 0) add('digit', 'stop', `姓名含有数字：${shown(digits)}`, `The name holds digits: ${shown(digits)}`, digits)
    const others = unique(value, /[^\p{Script=Han}\p{N}\p{C}·\p{Z}]/gu)
    if (others.length > 0) add('punctuation', 'stop', `姓名只能有汉字和间隔号“·”，不能有：${shown(others)}`, `A Chinese name holds characters and the middle dot (·) only, not: ${shown(others)}`, others)
    if (/\p{Z}/u.test(value)) add('space', 'stop', '姓名中有空格', 'The name holds a space')
    if (/^·|·$|··/u.test(value)) add('dot', 'stop', '间隔号“·”应当在两个字之间', 'A middle dot stands between two characters')
    const parts = unique(value, radicals)
    if (parts.length > 0) add('radical', 'stop', `姓名含有部首字符，不是汉字，请重新输入：${shown(parts)}`, `The name holds a radical in place of the character; enter it again: ${shown(parts)}`, parts)
    if (count === 1) add('short', 'notice', '姓名只有一个字，请核对证件', 'The name is a single character; compare it with the paper')
    const rare = [...new Set(codePoints(value))].filter((character) => /\p{Script=Han}/u.test(character) && findStandardLevel(character) === undefined && character !== '〇' && !parts.includes(character))
    if (rare.length > 0) add('rare', 'notice', `不在《通用规范汉字表》内，请逐字核对证件：${shown(rare)}`, `Not among the 8,105 standard characters; compare with the paper: ${shown(rare)}`, rare)
    return problems
  }
  const others = unique(value, /[^A-Z \-'.,\p{C}]/gu)
  if (others.length > 0) add('latin', 'stop', `外文姓名按护照用大写拉丁字母，不能有：${shown(others)}`, `A foreign name follows the passport in Latin capitals, not: ${shown(others)}`, others)
  if (/^[ \-',.]|[ \-',]$| {2}/u.test(value)) add('space', 'stop', '姓名首尾有多余的符号或者中间有连续空格', 'The name starts or ends with a sign, or holds two spaces in a row')
  return problems
}
