import { codePoints } from '../../characters/index.ts'
import type { PlaceKind } from '../kinds.ts'
import type { PlaceReading } from '../romanise/readings.ts'
import { readName } from '../romanise/sound.ts'
import { plainOf, toneOf } from '../romanise/syllables.ts'
import type { NameParts } from './split.ts'
import { splitName } from './split.ts'

/** The keys by which names that sound or look alike are found in an index; equal keys mean a match. */
export interface NameKeys {
  /** The name itself. */
  readonly same: string
  /** Syllables with tones: chang2-shan1-lu4. */
  readonly sound: string
  /** Syllables without tones: chang-shan-lu. */
  readonly near: string
  /** Without tones, and without what speakers confuse: zh/z, ch/c, sh/s, n/l, -ng/-n. */
  readonly loose: string
  /** Characters that are taken for each other brought to one of them. */
  readonly look: string
}

const alike = '己已巳 未末 土士 日曰 天夭 人入 干千于 刀力 太犬 王玉 自白 木本 历厉 治冶 洒酒 淮准 戊戌戍 毫亳 崇祟 晴睛 侯候 壶壸 茶荼 栗粟 今令 贝见 汨汩 折拆'
const lookOf: ReadonlyMap<string, string> = new Map(alike.split(' ').flatMap((set) => [...set].map((character) => [character, set.charAt(0)] as const)))

const loosen = (syllable: string): string => syllable.replace(/^(z|c|s)h/u, '$1').replace(/^n/u, 'l').replace(/^f/u, 'h').replace(/ng$/u, 'n').replace(/^hu(?=[aeio])/u, 'h')
const toneless = (syllable: string): string => plainOf(syllable).replace(/ü/gu, 'v')

/** What is to be keyed: the name with its kind, and readings settled for it. */
export interface KeyRequest {
  readonly name: string
  readonly kind?: PlaceKind
  readonly chosen?: Readonly<Record<number, string>>
  readonly readings?: readonly PlaceReading[]
  readonly parts?: NameParts
}

/** The keys of a name, and of its specific part for offices that compare that alone. */
export const nameKeys = (request: KeyRequest): { readonly whole: NameKeys; readonly specific: NameKeys } => {
  const parts = request.parts ?? splitName(request.name, request.kind)
  const length = [...parts.generic].length
  const characters = codePoints(request.name)
  const syllables = readName(request.name, { genericLength: length, ...(request.chosen === undefined ? {} : { chosen: request.chosen }), ...(request.readings === undefined ? {} : { readings: request.readings }) }).map((read, index) => ({ character: characters[index] ?? '', syllable: read.syllable }))
  const keysOf = (from: readonly { readonly character: string; readonly syllable: string }[]): NameKeys => {
    const plain = from.map(({ syllable, character }) => (syllable === '' ? character : toneless(syllable)))
    return {
      same: from.map(({ character }) => character).join(''),
      sound: from.map(({ syllable }, index) => `${plain[index] ?? ''}${syllable === '' ? '' : toneOf(syllable)}`).join('-'),
      near: plain.join('-'),
      loose: plain.map(loosen).join('-'),
      look: from.map(({ character }) => lookOf.get(character) ?? character).join(''),
    }
  }
  return { whole: keysOf(syllables), specific: keysOf(length === 0 ? syllables : syllables.slice(0, -length)) }
}

/** How two names stand to each other, the gravest first. */
export type NameRelation = 'same' | 'series' | 'homophone' | 'near' | 'loose' | 'look' | 'none'

const flank = '东西南北前后上下大小新老'
/** Says whether two names differ only in what marks one of a series: 希宁街 and 希宁北巷, 西俞家浜巷 and 东俞家浜巷. */
export const sameSeries = (a: NameParts, b: NameParts): boolean => {
  if (a.name === b.name) return false
  if (a.stem !== '' && a.stem === b.stem && (a.by !== 'none' || b.by !== 'none')) return true
  const [first, second] = [a.name, b.name]
  return first.length > 3 && first.slice(1) === second.slice(1) && flank.includes(first.charAt(0)) && flank.includes(second.charAt(0))
}

/** Compares two names by their keys; `series` (branch, segment and numbered roads of one name) is no clash. */
export const relationOf = (a: { readonly parts: NameParts; readonly keys: NameKeys }, b: { readonly parts: NameParts; readonly keys: NameKeys }): NameRelation => {
  if (a.keys.same === b.keys.same) return 'same'
  if (sameSeries(a.parts, b.parts)) return 'series'
  if (a.keys.sound === b.keys.sound) return 'homophone'
  if (a.keys.near === b.keys.near) return 'near'
  if (a.keys.loose === b.keys.loose) return 'loose'
  return a.keys.look === b.keys.look ? 'look' : 'none'
}
