import type { Action, Actor } from '../domain/action.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays } from '../domain/dates.ts'
import type { EntityFacts, GazetteerName } from '../domain/place-names/gazetteer/actions.ts'
import { emptyEntityFacts } from '../domain/place-names/gazetteer/actions.ts'
import type { PlacedGeometry } from '../domain/place-names/gazetteer/geometry.ts'
import type { PlaceKind } from '../domain/place-names/kinds.ts'
import { romanise } from '../domain/place-names/romanise/index.ts'
import type { Random } from '../sample/random.ts'
import { seeded, weighted } from '../sample/random.ts'
import { sampleArea } from '../sample/places.ts'
import { manager } from './folder.ts'

/** A big city that does not exist: names of the shapes that real ones have, put together at random from a seed. */

const characters = [...'新华中山人民建设文化解放胜利长安和平光明东风红旗青春友谊永兴大同福康宁德仁义礼信忠孝金银玉宝珠翠碧清泉溪湖江河海洋云雨雪霜星月日阳晨曦松竹梅兰菊荷桂枫柳杨槐桐梧桃李杏梨橘樱榆柏龙凤鹤鹿马牛羊虎石岩岭峰坡丘陵谷沙滩洲浦港湾塘池井桥渡津关城楼台亭阁寺庙庵观塔学府书院仓库场站园林苑景秀美丽锦绣华丰盛昌荣富贵祥瑞吉庆喜乐欢怡静雅逸闲适百千万亿元利贞泰升恒益丰']
const stems = (random: Random): string => {
  // Some characters are met much more often than others.
  const one = (): string => characters[Math.floor(characters.length * random.next() ** 1.7)] ?? '新'
  return one() + one() + (random.next() < 0.12 ? one() : '')
}
const streetGeneric = weighted<string>([['路', 50], ['街', 12], ['巷', 22], ['弄', 6], ['大道', 3], ['里', 4], ['支路', 3]])
const estateGeneric = weighted<string>([['新村', 20], ['花园', 24], ['小区', 16], ['公寓', 10], ['苑', 16], ['大厦', 8], ['家园', 6]])
const directions = ['东', '西', '南', '北', '中'] as const
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const surnames = [...'张王李赵陈杨黄周吴徐孙胡朱高林何郭马罗']

const pick = <T>(random: Random, values: readonly T[]): T => values[random.int(0, values.length - 1)] as T

/** A name of a kind, of the shapes that names have: plain, by direction, by number, villages of families, estates. */
export const newName = (random: Random): { readonly name: string; readonly kind: PlaceKind } => {
  const shape = random.next()
  const stem = stems(random)
  if (shape < 0.45) return { name: `${stem}${streetGeneric(random)}`, kind: 'STREET' }
  if (shape < 0.58) return { name: `${stem}${pick(random, directions)}${pick(random, ['路', '街'])}`, kind: 'STREET' }
  if (shape < 0.68) return { name: `${stem}${pick(random, numerals)}${pick(random, ['巷', '路', '弄'])}`, kind: 'STREET' }
  if (shape < 0.88) return { name: `${stem}${estateGeneric(random)}`, kind: 'ESTATE' }
  if (shape < 0.95) return { name: `${pick(random, surnames)}家${pick(random, ['村', '庄', '湾', '浜', '桥'])}`, kind: 'VILLAGE_SEAT' }
  return { name: `${stem}${pick(random, ['桥', '大桥', '隧道', '站'])}`, kind: 'FACILITY' }
}

const west = 120.05
const south = 31.05
const degrees = (value: number): number => Number(value.toFixed(6))
const pointOf = (random: Random): [number, number] => [degrees(west + random.next() * 0.9), degrees(south + random.next() * 0.9)]
/** A street of a few bends within two kilometres, an estate of a block, a point for the rest. */
const geometryOf = (random: Random, kind: PlaceKind): PlacedGeometry => {
  const [x, y] = pointOf(random)
  const placed = (geometry: PlacedGeometry['geometry']): PlacedGeometry => ({ geometry, declared: 'CGCS2000', source: '量度数据' })
  if (kind === 'STREET') {
    const along = random.next() < 0.5
    const length = 0.002 + random.next() * 0.018
    return placed({ type: 'LineString', coordinates: Array.from({ length: 6 }, (_, index): [number, number] => { const step = (length * index) / 5; const bend = (random.next() - 0.5) * 0.0004; return along ? [degrees(x + step), degrees(y + bend)] : [degrees(x + bend), degrees(y + step)] }) })
  }
  if (kind === 'ESTATE') return placed({ type: 'Polygon', coordinates: [[[x, y], [degrees(x + 0.002), y], [degrees(x + 0.002), degrees(y + 0.0015)], [x, degrees(y + 0.0015)], [x, y]]] })
  return placed({ type: 'Point', coordinates: [x, y] })
}

const built = ['main', 'main', 'main', 'new', 'new', 'outside'] as const
/** The facts of an entity: a township among forty, a built-up area. */
export const factsOf = (random: Random, kind: PlaceKind): EntityFacts => ({ ...emptyEntityFacts(kind), province: `${sampleArea.slice(0, 2)}0000`, county: sampleArea, builtUpArea: pick(random, built), township: `示例${String(random.int(1, 40))}镇`, location: '位于示例城区', meaning: '取吉祥之意' })

const named = (id: string, name: string, kind: PlaceKind, standing: GazetteerName['standing']): GazetteerName => {
  const { text, sign, parts } = romanise({ name, kind })
  return { id, name, text, sign, specific: parts.specific, generic: parts.generic, standing, from: standing === 'former' ? '1985-01-01' : '2005-01-01', to: standing === 'former' ? '2005-01-01' : '', document: '', caseId: '', itemId: '' }
}

/** So many entities of the city, one act each, from a seed; one in twelve bears a former name as well. */
export function* city(count: number, day: CivilDate, seed = 5): Generator<readonly [Actor, Action]> {
  const random = seeded(seed)
  for (let index = 0; index < count; index += 1) {
    const { name, kind } = newName(random)
    const id = `e${String(index).padStart(7, '0')}`
    const names = [named(`${id}-1`, name, kind, 'standard'), ...(random.next() < 1 / 12 ? [named(`${id}-2`, newName(random).name, kind, 'former')] : [])]
    yield [
      { account: manager, counter: '', at: `${addDays(day, Math.floor(index / 5000))}T09:00:00.000+08:00` },
      { kind: 'gazetteer.added', subject: id, body: { facts: factsOf(random, kind), geometry: geometryOf(random, kind), names, source: '量度数据', day } },
    ]
  }
}

/** A table of roads as an office hands one in: CSV with names of its own, a part of which stand in the city already. */
export const roadTable = (count: number, seed = 9): string => {
  const random = seeded(seed)
  const lines = Array.from({ length: count }, () => {
    const name = `${stems(random)}${pick(random, ['路', '街', '巷'])}`
    const [x, y] = pointOf(random)
    return [name, `示例${String(random.int(1, 40))}镇`, '新光路', '长乐街', '东西走向', random.int(200, 3000), random.int(4, 40), x, y, '取吉祥之意'].join(',')
  })
  return ['标准地名,乡镇,起点,止点,走向,长度,宽度,经度,纬度,含义', ...lines].join('\n')
}
