import type { Address } from '../domain/marriage/file.ts'
import type { Random } from './random.ts'
import { weighted } from './random.ts'

/** The sample office: no authority has a code of the range 99. */
export const sampleArea = '990101'
export const sampleOfficeName = '示例区民政局（示例）'
/** The funeral home whose cases the sample office keeps. */
export const sampleHome = { id: 'sample-home', name: '示例区殡仪馆（示例）' } as const

interface County {
  readonly province: string
  readonly prefecture: string
  readonly county: string
  readonly area: string
}

const tree: readonly (readonly [string, string, readonly (readonly [string, string, readonly string[]])[]])[] = [
  ['示例省', '9901', [['示例市', '01', ['示例区', '样本区', '范例区', '例县', '示范市']], ['样本市', '21', ['东例区', '西例区', '南例县']]]],
  ['样例省', '9902', [['样例市', '01', ['样例区', '北样区', '样河县']], ['例江市', '21', ['例江区', '例山县']]]],
  ['演示省', '9903', [['演示市', '01', ['演示区', '演东区', '演西县']]]],
  ['试用自治区', '9904', [['试用市', '01', ['试用区', '试水县']]]],
  ['范本省', '9905', [['范本市', '01', ['范本区', '范湖区']]]],
  ['模拟市', '9906', [['', '01', ['模拟区', '新模区', '模滨区']]]],
]

const counties: readonly County[] = tree.flatMap(([province, head, prefectures]) =>
  prefectures.flatMap(([prefecture, first, names]) =>
    names.map((county, index): County => ({ province, prefecture, county, area: `${head}${String(Number(first) + index).padStart(2, '0')}` })),
  ),
)
const [home] = counties
if (home === undefined || home.area !== sampleArea) throw new Error('the first county is the office’s own')
const near = counties.filter((place) => place.province === home.province && place !== home)
const far = counties.filter((place) => place.province !== home.province)
// 全国通办: since 2025-05-10 couples may register anywhere; about one party in five comes from another province.
const distance = weighted<'home' | 'near' | 'far'>([['home', 56], ['near', 25], ['far', 19]])
const roads = ['示例路', '样本街', '范例大道', '兰台路', '青简巷', '木牍里', '芸香路', '石渠街', '天禄路', '麒麟巷']

/** The county of the sample office itself. */
export const homeCounty = home

/** A county by chance: the office's own, one of its province, or one elsewhere. */
export const someCounty = (random: Random): County => {
  const where = distance(random)
  return where === 'home' ? home : random.pick(where === 'near' ? near : far)
}

/** An address in a county, down to the door; every part of it says that it is a sample. */
export const addressIn = (random: Random, place: County): Address => ({
  province: place.province,
  prefecture: place.prefecture,
  county: place.county,
  area: place.area,
  detail: `${random.pick(roads)}${random.int(1, 388)}号${random.chance(0.7) ? `${random.int(1, 28)}幢${random.int(1, 3)}单元${random.int(1, 32)}0${random.int(1, 6)}室` : ''}`,
})

/** The police office that issued a card there. */
export const policeOf = (place: County): string => `${place.prefecture === '' ? place.province : place.prefecture}公安局${place.county.replace(/[区县市]$/u, '')}分局`

/** An address abroad or in Hong Kong, Macao or Taiwan. */
export const addressAbroad = (random: Random, country: string): Address => ({ province: '', prefecture: '', county: '', area: '', detail: `${country} ${random.int(1, 200)} SAMPLE STREET` })

export type { County }
