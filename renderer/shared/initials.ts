/** Pinyin initials of the characters of code tables, by the collation of the browser itself; so that 'hz' finds 汉族 without a dictionary of megabytes. */

// The first character of each letter in the order of pinyin; no syllable begins with i, u or v.
const firsts: readonly (readonly [letter: string, first: string])[] = [
  ['a', '阿'], ['b', '八'], ['c', '嚓'], ['d', '哒'], ['e', '妸'], ['f', '发'], ['g', '旮'], ['h', '哈'], ['j', '丌'], ['k', '咔'], ['l', '垃'], ['m', '妈'], ['n', '拏'], ['o', '噢'],
  ['p', '妑'], ['q', '七'], ['r', '呥'], ['s', '仨'], ['t', '他'], ['w', '屲'], ['x', '夕'], ['y', '丫'], ['z', '帀'],
]
// Readings in these tables that are not the first one of the character.
const own: Readonly<Record<string, string>> = { 藏: 'z', 朝: 'c', 长: 'c', 仡: 'g', 俄: 'e', 厄: 'e' }

let collator: Intl.Collator | undefined

/** The initial of one character in lower case; Latin letters and digits as they are, '' for anything else. */
export const initialOf = (character: string): string => {
  const known = own[character]
  if (known !== undefined) return known
  if (/[a-z0-9]/iu.test(character)) return character.toLowerCase()
  if (!/\p{Script=Han}/u.test(character)) return ''
  collator ??= new Intl.Collator('zh-CN-u-co-pinyin')
  let found = ''
  for (const [letter, first] of firsts) {
    if (collator.compare(first, character) > 0) break
    found = letter
  }
  return found
}

/** Initials of a text, e.g. 汉族 → hz. */
export const initialsOf = (text: string): string => [...text].map(initialOf).join('')
