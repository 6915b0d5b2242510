import type { GenericTable } from '../generics.ts'
import { shippedGenerics } from '../generics.ts'
import type { PlaceKind } from '../kinds.ts'
import { ordinalValue } from '../names/numerals.ts'
import type { NameParts } from '../names/split.ts'
import { splitName } from '../names/split.ts'
import type { SpellingRuleId } from './division-rules.ts'
import type { Transcription } from './transcriptions.ts'
import { ethnicSpellings, shippedTranscriptions } from './transcriptions.ts'

/** One word of a spelled name before its syllables are known. */
export interface DividedWord {
  readonly characters: string
  readonly part: 'specific' | 'generic' | 'ordinal' | 'code' | 'ethnic'
  /** The rule by which it stands where it stands. */
  readonly rule: SpellingRuleId
  /** Spelling that does not come from the sounds of the characters: digits, a transcription. */
  readonly spelled?: string
}

/** A name divided into words, and the other divisions that might be meant. */
export interface Division {
  readonly words: readonly DividedWord[]
  readonly parts: NameParts
  /** Other divisions a clerk may choose, each a list of words in characters. */
  readonly others: readonly (readonly string[])[]
}

/** How street ordinals are written: 2 Mǎlù or Èr Mǎlù. */
export type OrdinalStyle = 'digits' | 'spelt'

export interface DivideOptions {
  readonly ordinalStyle?: OrdinalStyle
  readonly generics?: GenericTable
  readonly transcriptions?: readonly Transcription[]
  /** The parts as the clerk cut them. */
  readonly parts?: NameParts
}

const word = (characters: string, part: DividedWord['part'], rule: SpellingRuleId, spelled?: string): DividedWord => ({ characters, part, rule, ...(spelled === undefined ? {} : { spelled }) })

/** Streets whose generic is two syllables stand apart within a longer name: 包头|胡同|东巷, 解放|大道|东段. */
const longStreets = ['胡同', '大街', '大道', '公路'] as const
const rivers = ['长江', '黄河', '珠江', '淮河', '汉江', '湘江', '赣江', '闽江', '钱塘江', '嘉陵江', '松花江', '黄浦江', '运河', '海河', '渭河', '漓江'] as const
/** A direction inside the name opens a new word when what follows is itself a place: 广安门|北滨河, 广渠|南水关. */
const inner = /^(.{2,}?)([东西南北])((?:滨河|滨江|滨湖|沿河|沿江|环城|顺城|护城河|河沿|河滨|水关|城根|湖滨|江滨)|[^东西南北]{1,2}[关桥寺庙塘坝闸营])$/u

const specificWords = (specific: string, rule: SpellingRuleId): readonly DividedWord[] => {
  const found = inner.exec(specific)
  if (found === null || found[1] === undefined || found[1] === '') return [word(specific, 'specific', rule)]
  return [word(found[1], 'specific', 'R2-apart'), word(`${found[2] ?? ''}${found[3] ?? ''}`, 'specific', 'R2')]
}

const stemWords = (parts: NameParts, table: GenericTable, rule: SpellingRuleId): readonly DividedWord[] => {
  const { stem } = parts
  if (stem === '' || stem === '第') return []
  if (parts.by !== 'none') {
    const long = longStreets.find((term) => stem.endsWith(term) && stem.length >= term.length + 1)
    if (long !== undefined) return [...specificWords(stem.slice(0, -long.length), 'R1'), word(long, 'generic', 'R2-apart')]
  }
  if (parts.by === 'ordinal' && stem.length >= 3) {
    // 天宁寺西里一巷: what bears the ordinal is itself a street of a series; without a direction its generic is part of the name (R4).
    const base = splitName(stem, 'STREET', table)
    if (base.by === 'direction' && base.term?.street === true && base.stem.length >= 2) return [...specificWords(base.stem, 'R1'), word(base.series + base.generic, 'generic', 'R2')]
    const last = stem.slice(-1)
    if ('东西南北中'.includes(last) && !['东南', '东北', '西南', '西北'].includes(stem.slice(-2))) return [...specificWords(stem.slice(0, -1), 'R1'), word(last, 'specific', 'R7')]
  }
  const closed = parts.by !== 'none' && splitName(stem, 'STREET', table).term?.street === true
  return specificWords(stem, closed ? 'R4' : rule)
}

/** The generic with its modifiers; what is long and of several words is written apart word by word. */
const genericWords = (parts: NameParts): readonly DividedWord[] => {
  const words = parts.term?.words ?? [parts.generic]
  return words.map((characters, index) => (index === 0 && parts.by === 'direction' ? word(parts.series + characters, 'generic', 'R2') : word(characters, 'generic', words.length > 1 ? 'R2-apart' : 'R1')))
}

const streetWords = (parts: NameParts, style: OrdinalStyle, table: GenericTable): readonly DividedWord[] => {
  if (parts.by !== 'ordinal') {
    // 经三北路: the ordinal of a grid street stays a digit before its direction.
    const grid = /^(.?[经纬])([一二三四五六七八九十百]+)$/u.exec(parts.stem)
    if (grid !== null && parts.by === 'direction' && style === 'digits') return [word(grid[1] ?? '', 'specific', 'R7'), word(grid[2] ?? '', 'ordinal', 'R7', String(ordinalValue(grid[2] ?? ''))), ...genericWords(parts)]
    return [...stemWords(parts, table, 'R1'), ...genericWords(parts)]
  }
  const before = stemWords(parts, table, 'R1')
  const counted = parts.stem === '第'
  if (style === 'digits') return [...before, word(counted ? `第${parts.series}` : parts.series, 'ordinal', 'R7', `${counted ? 'Dì-' : ''}${ordinalValue(parts.series)}`), ...genericWords(parts)]
  const number = (counted ? '第' : '') + parts.series
  // Spelt out, a number of one syllable is a modifier like any other (R2).
  if (number.length === 1 && before.length > 0) return [...before, word(number + parts.generic, 'generic', 'R7-spelt')]
  return [...before, word(number, 'ordinal', 'R7-spelt'), ...genericWords(parts)]
}

const ethnicTitles = ['自治区', '自治州', '自治县', '自治旗', '民族乡', '乡', '镇', '苏木'] as const
const hanGroups = '汉 回 藏 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 土 仫佬 羌 布朗 撒拉 毛南 仡佬 阿昌 普米 怒 德昂 保安 裕固 京 独龙 俄罗斯 赫哲 门巴 珞巴 基诺 各'.split(' ')
const groups: readonly { readonly written: string; readonly spelled: string | undefined }[] = [
  ...Object.entries(ethnicSpellings).flatMap(([group, spelled]) => [{ written: `${group}族`, spelled: `${spelled}zu` }, { written: group, spelled }]),
  ...hanGroups.map((group) => ({ written: `${group}族`, spelled: undefined })),
].sort((a, b) => b.written.length - a.written.length)

const findEthnic = (parts: NameParts): readonly DividedWord[] | undefined => {
  if (!ethnicTitles.some((title) => title === parts.generic)) return undefined
  let rest = parts.specific
  const found: DividedWord[] = []
  for (;;) {
    const group = groups.find(({ written }) => rest.endsWith(written))
    // 内蒙古 is the name of the region, no group; a group without 族 alone before 乡 or 镇 is a name.
    if (group === undefined || rest.endsWith('内蒙古')) break
    rest = rest.slice(0, -group.written.length)
    found.unshift(word(group.written, 'ethnic', 'ethnic', group.spelled))
  }
  if (found.length === 0) return undefined
  return [...(rest === '' ? [] : [word(rest, 'specific', 'R1')]), ...found, ...genericWords(parts)]
}

const transcribed = (words: readonly DividedWord[], parts: NameParts, list: readonly Transcription[]): readonly DividedWord[] =>
  words.flatMap((entry) => {
    if (entry.part !== 'specific' || entry.spelled !== undefined) return [entry]
    // Far away a street may bear such a name read as Chinese (上海的乌鲁木齐路), so shipped spellings hold for divisions and natural features only.
    const found = list.find(({ characters, source }) => entry.characters.startsWith(characters) && (source === 'office' || parts.kinds.includes('ADMIN_DIV') || parts.kinds.includes('NATURAL')))
    if (found === undefined) return [entry]
    const rest = entry.characters.slice(found.characters.length)
    return [word(found.characters, 'ethnic', 'ethnic', found.spelled), ...(rest === '' ? [] : [{ ...entry, characters: rest }])]
  })

const codeWords = (words: readonly DividedWord[]): readonly DividedWord[] =>
  words.flatMap((entry) => (/\d/u.test(entry.characters) ? (entry.characters.match(/\d+|\D+/gu) ?? []).map((piece) => (/^\d/u.test(piece) ? word(piece, 'code', 'R7', piece) : { ...entry, characters: piece })) : [entry]))

const natural = (parts: NameParts): readonly DividedWord[] => {
  const ordinal = /^(第[一二三四五六七八九十])(.{2,})$/u.exec(parts.stem)
  const first = ordinal === null ? [word(parts.stem, 'specific', 'R1')] : [word(ordinal[1] ?? '', 'specific', 'R2-apart'), word(ordinal[2] ?? '', 'specific', 'R1')]
  return [...first, ...genericWords(parts)]
}

/** A place of two syllables that a station bears stands apart as it does in its own name: 人民|广场|站. */
const borne = ['广场', '公园', '大道', '大街', '胡同', '机场', '大学', '医院', '新村', '小区', '公路'] as const

const facility = (parts: NameParts): readonly DividedWord[] => {
  const place = parts.generic.endsWith('站') ? borne.find((name) => parts.stem.endsWith(name) && parts.stem.length >= name.length + 2) : undefined
  if (place !== undefined) return [word(parts.stem.slice(0, -place.length), 'specific', 'R1'), word(place, 'specific', 'R2-apart'), ...genericWords(parts)]
  const river = parts.generic.endsWith('桥') || parts.generic === '隧道' ? rivers.find((name) => parts.stem.endsWith(name) && parts.stem.length >= name.length + 2) : undefined
  return river === undefined ? [word(parts.stem, 'specific', 'R1'), ...genericWords(parts)] : [word(parts.stem.slice(0, -river.length), 'specific', 'R2-apart'), word(river, 'specific', 'R1'), ...genericWords(parts)]
}

/** 莲花二村: in an estate the number is a modifier, spelt out, and joins its generic when it is one syllable (R2, R6). */
const numbered = (parts: NameParts): readonly DividedWord[] =>
  parts.series.length === 1 ? [word(parts.stem, 'specific', 'R1'), word(parts.series + parts.generic, 'generic', 'R2')] : [word(parts.stem, 'specific', 'R1'), word(parts.series, 'specific', 'R6'), ...genericWords({ ...parts, by: 'none' })]

/** Says whether a name of a village or small town is one word: all but the committee that sits there. */
const oneWord = (parts: NameParts, kind: PlaceKind | undefined): boolean => kind === 'VILLAGE_SEAT' && !/社区$|委员会$|委会$|行政村$/u.test(parts.name)

const wordsOf = (parts: NameParts, kind: PlaceKind | undefined, options: DivideOptions): readonly DividedWord[] => {
  const table = options.generics ?? shippedGenerics
  if (parts.generic === '') return [word(parts.name, 'specific', kind === 'VILLAGE_SEAT' ? 'R3' : 'R14')]
  if (oneWord(parts, kind)) return [word(parts.name, 'specific', 'R3')]
  if (parts.term?.street === true) return streetWords(parts, options.ordinalStyle ?? 'digits', table)
  if (parts.by === 'ordinal') return numbered(parts)
  const ethnic = findEthnic(parts)
  if (ethnic !== undefined) return ethnic
  if (parts.kinds.includes('NATURAL')) return natural(parts)
  return facility(parts)
}

const charactersOf = (words: readonly DividedWord[]): readonly string[] => words.map(({ characters }) => characters)

/** Other divisions of the same name: modifiers left with the specific part, another cut, one word. */
const otherDivisions = (parts: NameParts, words: readonly DividedWord[]): readonly (readonly string[])[] => {
  const cuts = parts.generic === '' ? [] : [[parts.specific, parts.generic], ...(parts.series === '' || parts.stem === '' ? [] : [[parts.stem, parts.series + parts.generic]]), ...parts.others.map((cut) => [cut.specific, cut.generic])]
  const seen = new Set([charactersOf(words).join('|')])
  return [...cuts, [parts.name]].filter((cut) => !seen.has(cut.join('|')) && seen.add(cut.join('|')))
}

/** Divides a name into words by the rules of 1984, by its kind. */
export const divideName = (name: string, kind: PlaceKind | undefined, options: DivideOptions = {}): Division => {
  const parts = options.parts ?? splitName(name, kind, options.generics ?? shippedGenerics)
  const words = codeWords(transcribed(wordsOf(parts, kind, options), parts, options.transcriptions ?? shippedTranscriptions))
  return { words, parts, others: otherDivisions(parts, words) }
}
