import type { GenericTable, GenericTerm } from '../generics.ts'
import { shippedGenerics } from '../generics.ts'
import type { PlaceKind } from '../kinds.ts'
import { endsWithNumberWord, isOrdinal, ordinalFrames, readOrdinal } from './numerals.ts'

/** A place name in its two parts (《地名管理条例》第九条), and inside the specific part what makes it one of a series. */
export interface NameParts {
  readonly name: string
  /** 专名: all that stands before the generic term. */
  readonly specific: string
  /** 通名; empty when none was found. */
  readonly generic: string
  /** The specific part without the words that mark a road of a series: 新官 of 新官北路, 大川淀 of 大川淀一巷. */
  readonly stem: string
  /** Those words: 北, 南后, 一; empty when the name is none of a series. */
  readonly series: string
  /** What the series is by. */
  readonly by: 'none' | 'direction' | 'ordinal'
  /** The term of the table that was found. */
  readonly term: GenericTerm | undefined
  /** Kinds whose names may close with the generic. */
  readonly kinds: readonly PlaceKind[]
  /** Other places at which the name might be cut, best first. */
  readonly others: readonly { readonly specific: string; readonly generic: string }[]
}

const directions = new Set('东西南北中左右上下前后')
const qualities = new Set('小新老正直横斜前后支')
const lone = new Set('东西南北中前后左右上下大小内外')
/** Two characters that are one word and are not divided: 东南路, 南北街. */
const pairs = new Set('东南 东北 西南 西北 南北 东西 前后 左右 上下 大小 中南 中西 中北 华东 华北 华中 新北 新东 新西 新南'.split(' '))
/** Words that end in a character which otherwise marks a generic: 创新, 高中, 循环. */
const words = new Set('创新 革新 更新 维新 日新 立新 自新 求新 阜新 高中 初中 集中 空中 公正 立正 中正 方正 循环 玉环 连环 金环 花环 光环 师大 恒大 光大 远大 创大 正大 伟大 天下 海上 向上 以上 长老 养老 敬老 元老'.split(' '))
/** A landmark's own locative belongs to the landmark: 朝阳门内, 马家门前, 火车站前. */
const locatives = new Set('门内 门外 门前 站前 站后'.split(' '))
/** Streets of these generics may have a lone 大 or 小 before a direction: 小南街. */
const lanes = new Set(['街', '巷', '弄', '胡同', '里'])

const isWord = (before: string, mark: string): boolean => {
  const pair = before.slice(-1) + mark
  return words.has(pair) || locatives.has(pair)
}
const fits = (left: string, mark: string, generic: string): boolean => {
  if (left === '' || isWord(left, mark)) return false
  if (left.length >= 2) return true
  return lone.has(left) && lanes.has(generic) && !pairs.has(left + mark)
}

/** How many characters before the generic belong to its word: [direction][quality], as in 南|后|街. */
const seriesLength = (specific: string, term: GenericTerm): number => {
  if (term.directed !== true) return 0
  const last = specific.slice(-1)
  const natural = term.kinds.includes('NATURAL')
  // 门前路, 站后路: before 路 these are locatives of what stands before them.
  const road = term.term === '路' && (last === '前' || last === '后' || last === '上' || last === '下')
  if (road || !fits(specific.slice(0, -1), last, term.term)) return 0
  if (natural) return '东西南北'.includes(last) && specific.length >= 3 ? 1 : 0
  if (qualities.has(last) && term.street === true) {
    const direction = specific.slice(-2, -1)
    if (directions.has(direction) && !'前后'.includes(direction) && fits(specific.slice(0, -2), direction, '') && specific.length >= 4) return 2
    if (directions.has(direction) && specific.length === 2) return 1
    return '前后'.includes(last) || specific.length >= 3 ? 1 : 0
  }
  return directions.has(last) ? 1 : 0
}

const softFits = (specific: string): boolean => specific.length >= 2 ? true : lone.has(specific) || specific === '老' || isOrdinal(specific) || ordinalFrames.has(specific)

/** A soft compound is one only when its own first character is not the end of a word: 科技创新街 is 科技创新|街. */
const takes = (name: string, term: GenericTerm): boolean => {
  const specific = name.slice(0, -term.term.length)
  const head = term.term.charAt(0)
  if (term.counted === true) return isOrdinal(specific)
  if (isWord(specific, head)) return false
  return term.soft === true ? softFits(specific) : true
}

const fixed = ['东四', '西四'] as const

/** Finds an ordinal at the end of what stands before a street's generic: 大川淀一, 经五, 东四十二 (东四 is a place). */
const findOrdinal = (specific: string): { readonly stem: string; readonly ordinal: string } | undefined => {
  for (const place of fixed) {
    const at = specific.indexOf(place)
    const ordinal = at < 0 ? '' : specific.slice(at + place.length)
    if (at >= 0 && isOrdinal(ordinal)) return { stem: specific.slice(0, at + place.length), ordinal }
    if (at >= 0 && ordinal === '') return undefined
  }
  const found = readOrdinal(specific)
  if (found === undefined) return undefined
  const { before, ordinal } = found
  if (before === '' || before === '第') return { stem: before, ordinal }
  if (before.length === 1) return ordinalFrames.has(before) && !endsWithNumberWord(specific) ? { stem: before, ordinal } : undefined
  return endsWithNumberWord(specific) ? undefined : { stem: before, ordinal }
}

const partsWith = (name: string, term: GenericTerm, table: GenericTable): Omit<NameParts, 'others'> => {
  const specific = name.slice(0, -term.term.length)
  const base = { name, specific, generic: term.term, term, kinds: table.kindsOf(term.term) }
  if (term.street === true || term.numbered === true) {
    const ordinal = findOrdinal(specific)
    if (ordinal !== undefined && (term.street === true || ordinal.stem.length >= 2)) return { ...base, stem: ordinal.stem, series: ordinal.ordinal, by: 'ordinal' }
  }
  const length = seriesLength(specific, term)
  return { ...base, stem: specific.slice(0, specific.length - length), series: specific.slice(specific.length - length), by: length === 0 ? 'none' : 'direction' }
}

/** Splits a place name into specific and generic part by the table of generics; the clerk may choose another cut. */
export const splitName = (name: string, kind?: PlaceKind, table: GenericTable = shippedGenerics): NameParts => {
  const ofKind = table.closing(name, kind).filter((term) => takes(name, term))
  const closing = ofKind.length > 0 || kind === undefined ? ofKind : table.closing(name, undefined).filter((term) => takes(name, term))
  const [first, ...rest] = closing
  const others = rest.map((term) => ({ specific: name.slice(0, -term.term.length), generic: term.term }))
  if (first === undefined) return { name, specific: name, generic: '', stem: name, series: '', by: 'none', term: undefined, kinds: [], others: [] }
  return { ...partsWith(name, first, table), others }
}

/** The parts at a cut the clerk chose; undefined when the two do not make up the name. */
export const splitAt = (name: string, cut: { readonly specific: string; readonly generic: string }, table: GenericTable = shippedGenerics): NameParts | undefined => {
  if (cut.specific + cut.generic !== name || cut.specific === '') return undefined
  const term = table.closing(name, undefined).find((candidate) => candidate.term === cut.generic)
  if (term !== undefined) return { ...partsWith(name, term, table), others: [] }
  return { name, specific: cut.specific, generic: cut.generic, stem: cut.specific, series: '', by: 'none', term: undefined, kinds: [], others: [] }
}
