import type { CivilDate } from '../../domain/dates.ts'
import { addDays } from '../../domain/dates.ts'
import type { GazetteerAction, GazetteerName } from '../../domain/place-names/gazetteer/actions.ts'
import { emptyEntityFacts } from '../../domain/place-names/gazetteer/actions.ts'
import type { Geometry, PlacedGeometry, Position } from '../../domain/place-names/gazetteer/geometry.ts'
import { lengthOf } from '../../domain/place-names/gazetteer/geometry.ts'
import type { PlaceKind } from '../../domain/place-names/kinds.ts'
import { splitName } from '../../domain/place-names/names/index.ts'
import type { PlaceNameProfile } from '../../domain/place-names/profile.ts'
import { defaultProfile } from '../../domain/place-names/profile.ts'
import { romanise } from '../../domain/place-names/romanise/index.ts'
import { sampleArea, sampleOfficeName } from '../places.ts'

/** The ground of the sample office: a town that does not exist, drawn on open water, where nobody has a street. */

const origin: Position = [120.06, 31.16]
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
/** A position so many metres east and north of the south-western corner. */
export const at = (east: number, north: number): [number, number] => [round(origin[0] + east / 95_220), round(origin[1] + north / 110_900)]

const placed = (geometry: Geometry): PlacedGeometry => ({ geometry, declared: 'CGCS2000', source: '示例数据' })
/** A line through points in metres. */
export const lineOf = (...points: readonly (readonly [number, number])[]): PlacedGeometry => placed({ type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) })
export const pointOf = (x: number, y: number): PlacedGeometry => placed({ type: 'Point', coordinates: at(x, y) })
/** A block between its corners in metres. */
export const blockOf = (west: number, south: number, east: number, north: number): PlacedGeometry => placed({ type: 'Polygon', coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]] })

export const box = [120.05, 31.15, 120.19, 31.26] as const
const townAt = (x: number, y: number): string => (x < 5000 ? (y < 4500 ? '示例街道' : '样本街道') : y < 4500 ? '范例镇' : '东例镇')

/** A street of the grid: from west to east, or from north to south, with a slight bend. */
export interface Street { readonly name: string; readonly geometry: PlacedGeometry; readonly run: 'EW' | 'NS'; readonly from: string; readonly to: string; readonly width: number; readonly township: string; readonly length: number; readonly surface: string }
const eastWest = (name: string, y: number, from: readonly [number, string], to: readonly [number, string], width = 24): Street => {
  const geometry = lineOf([from[0], y], [(from[0] + to[0]) / 2, y + 30], [to[0], y + 12])
  return { name, geometry, run: 'EW', from: from[1], to: to[1], width, township: townAt((from[0] + to[0]) / 2, y), length: Math.round(lengthOf(geometry.geometry) ?? 0), surface: '沥青' }
}
const northSouth = (name: string, x: number, from: readonly [number, string], to: readonly [number, string], width = 18): Street => {
  const geometry = lineOf([x, from[0]], [x - 24, (from[0] + to[0]) / 2], [x + 10, to[0]])
  return { name, geometry, run: 'NS', from: from[1], to: to[1], width, township: townAt(x, (from[0] + to[0]) / 2), length: Math.round(lengthOf(geometry.geometry) ?? 0), surface: width < 8 ? '混凝土' : '沥青' }
}

const roads = ['青简路', '木牍路', '芸香路', '石渠路', '天禄路', '文渊路', '翰墨路', '书带路', '砚池路', '松烟路'] as const
const streets = ['桂枝街', '竹林街', '槐荫街', '梧桐街', '柳浪街', '枫桥街', '杏坛街', '桃源街', '梅岭街', '兰亭街', '菊圃街'] as const
const lanes = ['磨坊巷', '井亭巷', '豆腐巷', '裁缝巷', '油坊巷', '染坊巷', '铁匠巷', '更楼巷', '文庙巷', '学前巷', '仓前巷', '水关巷', '石桥巷', '钟楼巷', '鼓楼巷', '城隍巷'] as const

/** The streets that stood before the register began. */
export const oldStreets: readonly Street[] = [
  ...roads.map((name, index) => eastWest(name, 600 + index * 800, [300, streets[0]], [8600 - (index % 3) * 500, index % 2 === 0 ? streets[10] : streets[9]], index === 3 ? 42 : 28)),
  ...streets.map((name, index) => northSouth(name, 400 + index * 800, [7900, roads[9]], [300, roads[0]], 20)),
  ...lanes.map((name, index) => northSouth(name, 560 + (index % 8) * 800, [index < 8 ? 1300 : 2900, index < 8 ? roads[1] : roads[3]], [index < 8 ? 680 : 2280, index < 8 ? roads[0] : roads[2]], 5)),
]
/** The lane numbered before the year and renamed in it, with its new name. */
export const renamedLane = { from: '裁缝巷', to: '绣衣巷' } as const
export const extendedRoad = '青简路'
export const removedLane = '水关巷'

interface Place { readonly name: string; readonly kind: PlaceKind; readonly geometry: PlacedGeometry; readonly township: string; readonly meaning: string; readonly facts?: object }
const others: readonly Place[] = [
  ...(['青简花园', '芸香苑', '石渠公寓', '文渊新村', '翰墨小区', '梧桐苑', '柳浪花园', '桃源新村', '梅岭小区', '兰亭公寓', '菊圃花园', '天禄大厦'] as const).map((name, index): Place => {
    const [x, y] = [640 + (index % 6) * 1360, 1500 + Math.floor(index / 6) * 3200]
    return { name, kind: 'ESTATE', geometry: blockOf(x, y, x + 320, y + 260), township: townAt(x, y), meaning: '以邻近道路的专名为名。', facts: { siteSquareMetres: 83_200, floorSquareMetres: 150_000 + index * 4000, greenPercent: 35 } }
  }),
  ...(['北荡村', '南荡村', '沈家浜村', '顾家埭村', '东溪村', '西溪村', '和平社区', '光明社区'] as const).map((name, index): Place => ({ name, kind: 'VILLAGE_SEAT', geometry: pointOf(9000 + (index % 2) * 900, 700 + index * 950), township: index < 4 ? '范例镇' : '东例镇', meaning: '沿用老地名。' })),
  { name: '例水河', kind: 'NATURAL', geometry: lineOf([200, 8200], [3000, 8420], [6000, 8300], [9800, 8600]), township: '样本街道', meaning: '示例河流。' },
  { name: '芸香公园', kind: 'PARK', geometry: blockOf(3000, 2450, 3700, 2850), township: '示例街道', meaning: '在芸香路旁。' },
  { name: '石渠桥', kind: 'FACILITY', geometry: lineOf([2420, 8260], [2420, 8380]), township: '样本街道', meaning: '以邻近道路为名。' },
]

/** A spelling as the rules make it, readings at their first choice. */
export const spelled = (name: string, kind: PlaceKind): { readonly text: string; readonly sign: string } => {
  const { text, sign } = romanise({ name, kind })
  return { text, sign }
}

/** A name of the old ledger. */
const oldName = (id: string, name: string, kind: PlaceKind, from: string, document: string): GazetteerName => {
  const { specific, generic } = splitName(name, kind)
  return { id: `${id}-1`, name, ...spelled(name, kind), specific, generic, standing: 'standard', from, to: '', document, caseId: '', itemId: '' }
}
const place = { province: '990000', county: sampleArea, builtUpArea: 'main' } as const
const end = (text: string) => ({ text, status: 'registered' as const, entityId: '' })

/** The id of a place of the old ledger, by its order. */
const oldId = (index: number): string => `sample-e${String(index + 1).padStart(6, '0')}`
const history = (name: string): string => `${name}见于示例区地名志（示例），名称沿用至今。`

/** What the gazetteer held before the year: streets, estates, villages, water, park and bridge; listed and reserved names among them. */
export const oldGazetteer = (day: CivilDate): readonly GazetteerAction[] => {
  const added: GazetteerAction[] = [
    ...oldStreets.map((street, index): GazetteerAction => ({
      kind: 'gazetteer.added', subject: oldId(index),
      body: { day, source: '第二次地名普查成果（示例）', geometry: street.geometry, names: [oldName(oldId(index), street.name, 'STREET', index < 21 ? '2004-06-18' : '1986-11-05', index < 21 ? '示政地名函〔2004〕6号' : '')],
        facts: { ...emptyEntityFacts('STREET'), ...place, township: street.township, location: `位于${street.township}，${street.run === 'EW' ? '东西' : '南北'}走向`, orientation: street.run === 'EW' ? '东西走向' : '南北走向', start: end(street.from), end: end(street.to), lengthMetres: street.length, widthMetres: street.width, meaning: '沿用老地名。', history: index >= 21 ? history(street.name) : '' } },
    })),
    ...others.map(({ name, kind, geometry, township, meaning, facts }, order): GazetteerAction => {
      const id = oldId(oldStreets.length + order)
      return { kind: 'gazetteer.added', subject: id, body: { day, source: '第二次地名普查成果（示例）', geometry, names: [oldName(id, name, kind, '2010-03-01', '')], facts: { ...emptyEntityFacts(kind), ...place, builtUpArea: kind === 'VILLAGE_SEAT' ? 'outside' : 'main', township, location: `位于${township}`, meaning, ...facts } } }
    }),
    ...(['望江路', '晨曦路', '朝霞街', '星河路'] as const).map((name, order): GazetteerAction => {
      const id = `sample-e9${String(order + 1).padStart(5, '0')}`
      return { kind: 'gazetteer.added', subject: id, body: { day, source: '储备地名（示例）', geometry: null, names: [{ ...oldName(id, name, 'STREET', day, ''), standing: 'reserved' }], facts: { ...emptyEntityFacts('STREET'), ...place, meaning: '征集的备用地名。' } } }
    }),
  ]
  const lane = (name: string): string => oldId(oldStreets.findIndex((street) => street.name === name))
  return [
    ...added,
    ...(['文庙巷', '学前巷', '城隍巷'] as const).map((name): GazetteerAction => ({ kind: 'gazetteer.protected', subject: lane(name), body: { day, classes: ['heritage'], value: '老城街巷格局的见证（示例）。', document: '示政发〔2021〕15号（示例）', publishedOn: '2021-09-01', copiedTo: '示例市民政局（示例）' } })),
    { kind: 'gazetteer.named', subject: lane('学前巷'), body: { day, name: { ...oldName(`${lane('学前巷')}h`, '学宫街', 'STREET', '1875-01-01', ''), standing: 'historic', to: '1931-01-01' } } },
    { kind: 'gazetteer.named', subject: lane('鼓楼巷'), body: { day, name: { ...oldName(`${lane('鼓楼巷')}a`, '鼓楼里', 'STREET', '1950-01-01', ''), standing: 'alias' } } },
  ]
}

/** Entities of the old ledger by name. */
export const oldEntity = (name: string): string => oldId([...oldStreets.map((street) => street.name), ...others.map((other) => other.name)].indexOf(name))

/** New streets of the year, in the order in which they are asked for; the last words say what the name means. */
const fresh = [
  '望湖路', '听涛路', '映月路', '锦帆路', '采菱路', '渔浦路', '芦荡路', '荷风路', '蒲苇路', '白鹭路', '鹤鸣路', '雁来路', '晴岚路', '翠微路', '秋水路', '春晖路', '冬青路', '丰年路', '嘉禾路', '稻香路', '麦浪路', '桑园路', '茶亭路', '桃溪路', '橘井路', '耕读路', '书香路', '弦歌路', '竹简路', '帛书路', '墨池路', '笔架路',
] as const
export const newStreets: readonly Street[] = fresh.map((name, index) => (index % 2 === 0
  ? eastWest(name, 700 + Math.floor(index / 2) * 430, [9000, '示例大道北侧（未命名）'], [11_200 + (index % 5) * 140, '规划三路（方案名）'], 20)
  : northSouth(name, 9150 + Math.floor(index / 2) * 150, [8100, streets[10]], [7300 - (index % 3) * 60, roads[9]], 16)))

/** The office's own rules of the sample: a district that examines and forwards. */
export const sampleProfile = (): PlaceNameProfile => ({
  ...defaultProfile(),
  officeName: sampleOfficeName, areaCode: sampleArea, level: 'county', box: [...box],
  approvals: [{ classId: 'village', role: 'examine', approver: 'countyGovernment' }, { classId: 'natural.other', role: 'examine', approver: 'countyGovernment' }, { classId: 'park', role: 'opinion', approver: 'competentDepartment' }, { classId: 'division.street-office', role: 'record', approver: 'cityGovernment' }, { classId: 'other', role: 'examine', approver: 'countyGovernment' }],
  filingTargets: [{ approver: 'countyGovernment', target: '示例市民政局（示例）' }, { approver: 'housingDepartment', target: sampleOfficeName }, { approver: 'competentDepartment', target: sampleOfficeName }],
  builtUpAreas: [{ id: 'main', name: '中心城区（示例）', geometry: blockOf(0, 0, 12_000, 8800) }],
  maxSpecificLength: 6,
  papers: [{ type: 'plan', title: '规划许可或者项目批准文件', acts: ['naming'], kinds: ['STREET', 'ESTATE'] }, { type: 'map', title: '位置图（1:1000）', acts: ['naming', 'renaming', 'extentChange'], kinds: ['STREET'] }],
  clocks: { ...defaultProfile().clocks, sign: { days: 60, count: 'calendar' } },
  displayFor: ['naming', 'renaming'],
  documentCodes: { acceptance: { agency: '示民名受', withWord: false }, supplement: { agency: '示民名补', withWord: false }, notAccepted: { agency: '示民名退', withWord: false }, consult: { agency: '示民名函', withWord: false }, opinion: { agency: '示民名复', withWord: false }, request: { agency: '示民呈', withWord: false }, notice: { agency: '示民名告', withWord: false }, filing: { agency: '示民名备', withWord: false }, certificate: { agency: '示名', withWord: true }, provisional: { agency: '示预名', withWord: true }, plate: { agency: '示门牌', withWord: true }, proof: { agency: '示地证', withWord: true } },
  certificate: true,
  sources: (['approval', 'papers', 'clocks', 'documents'] as const).map((section) => ({ section, document: '示民〔2023〕12号（示例）', title: '示例区地名管理规定（示例）', from: '2023-07-01', to: '', note: '示例数据' })),
})

/** Where a day of so many days after the first lies, for what the year has besides its cases. */
export const dayAt = (first: CivilDate, days: number): CivilDate => addDays(first, days)
