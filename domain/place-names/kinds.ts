import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** The eight kinds of geographic entity whose names the law governs (《地名管理条例》第三条). */
export const placeKinds = ['NATURAL', 'ADMIN_DIV', 'VILLAGE_SEAT', 'PARK', 'STREET', 'ESTATE', 'FACILITY', 'OTHER'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** Within what a name may not be repeated. */
export type NameScope = 'country' | 'province' | 'county' | 'builtUpArea' | 'none'

/** What the law says of a kind: its title, whether it must matter for orientation, and where its names may not repeat. */
export interface PlaceKindEntry {
  readonly kind: PlaceKind
  readonly title: Text
  /** Only those “具有重要地理方位意义” are governed (《地名管理条例》第三条第六至八项). */
  readonly orientation: boolean
  /** Scope of 不应重名、避免同音 in general; famous natural features and divisions differ by level (`scopeOf`). */
  readonly scope: NameScope
}

const entry = (kind: PlaceKind, zh: string, en: string, orientation: boolean, scope: NameScope): PlaceKindEntry => ({ kind, title: text(zh, en), orientation, scope })

export const placeKindEntries: readonly PlaceKindEntry[] = [
  entry('NATURAL', '自然地理实体', 'Natural feature', false, 'none'),
  entry('ADMIN_DIV', '行政区划', 'Administrative division', false, 'province'),
  entry('VILLAGE_SEAT', '村民委员会、居民委员会所在地', 'Seat of a village or residents’ committee', false, 'county'),
  entry('PARK', '城市公园、自然保护地', 'City park or nature reserve', false, 'none'),
  entry('STREET', '街路巷', 'Street, road or lane', false, 'builtUpArea'),
  entry('ESTATE', '住宅区、楼宇', 'Estate or building', true, 'builtUpArea'),
  entry('FACILITY', '交通运输、水利、电力、通信、气象等设施', 'Transport, water, power, telecom or weather facility', true, 'none'),
  entry('OTHER', '其他地理实体', 'Other entity', true, 'none'),
]

/** The entry of a kind. */
export const getPlaceKind = (kind: PlaceKind): PlaceKindEntry => placeKindEntries.find((candidate) => candidate.kind === kind) as PlaceKindEntry

/** How high an entity stands where the scope depends on it: a nationally famous natural feature, a division of county level and above, or a township or town. */
export type Standing = 'nationallyFamous' | 'countyAndAbove' | 'township' | 'ordinary'

/** The scope in which a name of this kind may not be repeated (《地名管理条例》第九条第七、八项). */
export const scopeOf = (kind: PlaceKind, standing: Standing = 'ordinary'): NameScope => {
  if (kind === 'NATURAL') return standing === 'nationallyFamous' ? 'country' : 'none'
  if (kind === 'ADMIN_DIV') return standing === 'countyAndAbove' ? 'country' : 'province'
  return getPlaceKind(kind).scope
}
