const digits = '一二三四五六七八九'
const ordinal = /^(?:[一二三四五六七八九]?百(?:零?[一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)?|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])$/u

/** Single words that an ordinal follows in a street grid: 经五路, 纬十二路, 北三条. */
export const ordinalFrames: ReadonlySet<string> = new Set('经纬横纵竖直东西南北中前后左右内外支环')

/** Words that end in a numeral and are no ordinals: 统一路, 天一巷. */
const numberWords = new Set('统一 唯一 专一 合一 归一 如一 万一 单一 太一 天一 守一 抱一 正一 划一 同一 不二 无二 初一 初三 双十 重九 瑶三 老三 八一 七一 六一 五一 五四 三八 二七'.split(' '))

/** Says whether a text is a well-formed number in characters, 一 to 百九十九; 三八 and 五一 are dates, not numbers. */
export const isOrdinal = (value: string): boolean => ordinal.test(value)

/** Value of a well-formed number in characters. */
export const ordinalValue = (value: string): number => {
  let total = 0
  let digit = 0
  for (const character of value) {
    const found = digits.indexOf(character) + 1
    if (found > 0) digit = found
    else if (character === '十') { total += (digit === 0 ? 1 : digit) * 10; digit = 0 }
    else if (character === '百') { total += (digit === 0 ? 1 : digit) * 100; digit = 0 }
  }
  return total + digit
}

/** The number that closes a text, if the whole run of numerals there is one (九一八 and 三八 are none). */
export const readOrdinal = (value: string): { readonly before: string; readonly ordinal: string } | undefined => {
  const run = /[一二三四五六七八九十百零〇两卅廿]+$/u.exec(value)?.[0] ?? ''
  return run !== '' && isOrdinal(run) ? { before: value.slice(0, value.length - run.length), ordinal: run } : undefined
}

/** Says whether a text ends in a word whose last character is a numeral without being an ordinal. */
export const endsWithNumberWord = (value: string): boolean => numberWords.has(value.slice(-2))
