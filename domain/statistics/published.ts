import { civilDate, civilDateOf, daysInMonth, isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { ageBands, bulletinAgeBands } from './bands.ts'
import { residenceGroups } from './groups.ts'
import type { Identity } from './identities.ts'
import type { ReferenceTable } from './reference.ts'
import { checkReference } from './reference.ts'
import { tableDefinitions } from './tables.ts'

/** A figure as published tables give it where the office's own tables show only its parts: the cells it is the sum of, each times a factor. */
export interface PublishedFigure {
  readonly id: string
  readonly title: Text
  readonly cells: readonly string[]
  readonly factor: number
}

const figure = (id: string, zh: string, en: string, cells: readonly string[], factor = 1): PublishedFigure => ({ id, title: text(zh, en), cells, factor })
const sexes = ['man', 'woman'] as const
const own: readonly PublishedFigure[] = [
  figure('marriage.persons', '结婚人数', 'Persons married', ['marriage.total'], 2),
  figure('marriage.first', '初婚人数', 'Persons, first marriages', sexes.map((sex) => `marriage.first.${sex}`)),
  figure('marriage.again', '再婚人数', 'Persons married again', sexes.map((sex) => `marriage.again.${sex}`)),
  figure('marriage.notMainland', '涉外及华侨、港澳台居民', 'Foreign, overseas Chinese, Hong Kong, Macao, Taiwan', residenceGroups.filter(({ code }) => code !== 'mainland').map(({ code }) => `marriage.residence.${code}`)),
  ...bulletinAgeBands.map((band) =>
    figure(`marriage.bulletin.${band.id}`, `结婚 ${band.title.zh}`, `Married, ${band.title.en}`, sexes.flatMap((sex) => ageBands.filter(({ from }) => from >= band.from && (band.to === undefined || from <= band.to)).map(({ id }) => `marriage.age.${sex}.${id}`)))),
]

/** Figures that published tables give beside those of the office's own tables. */
export const publishedFigures: readonly PublishedFigure[] = own

/** What a figure of a published table is in the office's own cells; undefined for one that the office does not count. */
export const findPublishedFigure = (id: string): PublishedFigure | undefined => {
  const found = own.find((entry) => entry.id === id)
  if (found !== undefined) return found
  for (const table of tableDefinitions) {
    const part = table.parts.find((entry) => entry.cells.length === 1 && entry.cells[0] === id)
    if (part !== undefined) return { id, title: text(`${table.title.zh} · ${part.title.zh}`, `${table.title.en} · ${part.title.en}`), cells: [id], factor: 1 }
  }
  return undefined
}

/** First and last day of the period of a published table: `2006`, `2024-H1`, `2024-Q1`, `2024-05`, `2023-05-20`; throws `invalid`. */
export const referencePeriod = (period: string): { readonly from: string; readonly to: string } => {
  const months = (year: number, first: number, count: number) => ({ from: civilDateOf(year, first, 1), to: civilDateOf(year, first + count - 1, daysInMonth(year, first + count - 1)) })
  if (isCivilDate(period)) return { from: civilDate(period), to: civilDate(period) }
  const match = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(0[1-9]|1[0-2])))?$/.exec(period)
  if (match === null) throw new LantaiError('invalid', text(`看不懂时期“${period}”，请写作 2006、2024-H1、2024-Q1、2024-05 或 2023-05-20`, `The period “${period}” is none; write 2006, 2024-H1, 2024-Q1, 2024-05 or 2023-05-20`), 'table.period')
  const [, year, quarter, half, month] = match
  if (quarter !== undefined) return months(Number(year), 3 * Number(quarter) - 2, 3)
  if (half !== undefined) return months(Number(year), 6 * Number(half) - 5, 6)
  return month === undefined ? months(Number(year), 1, 12) : months(Number(year), Number(month), 1)
}

const sums: readonly (readonly [id: string, parts: readonly string[], whole: string, factor: number])[] = [
  ['residence', ['marriage.residence.mainland', 'marriage.notMainland'], 'marriage.total', 1],
  ['persons', ['marriage.first', 'marriage.again'], 'marriage.persons', 1],
  ['twice', ['marriage.first', 'marriage.again'], 'marriage.total', 2],
  ['ages', bulletinAgeBands.map((band) => `marriage.bulletin.${band.id}`), 'marriage.total', 2],
]

/** The sums that a published table can be held against, as far as it has their figures. */
export const referenceIdentities = (table: ReferenceTable): readonly Identity[] =>
  sums.filter(([, parts, whole]) => [...parts, whole].every((id) => table.figures[id] !== undefined)).map(([id, parts, whole, factor]) => {
    const identity = checkReference(table, `reference.${id}`, parts, whole, factor)
    const name = (key: string, language: 'zh' | 'en'): string => findPublishedFigure(key)?.title[language] ?? key
    const told = (language: 'zh' | 'en'): string => `${parts.length > 3 ? `${name(parts[0] ?? '', language)} + … + ${name(parts.at(-1) ?? '', language)}` : parts.map((part) => name(part, language)).join(' + ')} = ${factor === 1 ? '' : `${String(factor)} × `}${name(whole, language)}`
    return { ...identity, name: text(told('zh'), told('en')), unit: id === 'residence' ? '对' : '人' }
  })

/** Published tables that come with the program as examples. */
export const shippedReferences: readonly ReferenceTable[] = [
  {
    id: 'shipped.chongqing-2006', title: '重庆市 2006 年结婚登记', source: '《重庆统计年鉴》表 18-6', edition: '年鉴', period: '2006', area: '500000', cutOff: '', scale: 1, decimals: 0,
    figures: { 'marriage.total': 219_409, 'marriage.residence.mainland': 218_009, 'marriage.notMainland': 1400, 'marriage.persons': 438_818, 'marriage.first': 345_010, 'marriage.again': 93_808, 'divorce.total': 66_141, 'divorce.residence.mainland': 66_016 },
  },
  {
    id: 'shipped.national-2024', title: '全国 2024 年结婚登记', source: '《中国统计年鉴 2025》', edition: '年鉴', period: '2024', area: '', cutOff: '', scale: 10_000, decimals: 2,
    figures: { 'marriage.total': 610.56, 'marriage.persons': 1221.11, 'marriage.first': 917.23, 'marriage.again': 303.88 },
  },
  {
    id: 'shipped.national-2021-ages', title: '全国 2021 年结婚登记分年龄', source: '《2021年民政事业发展统计公报》', edition: '公报', period: '2021', area: '', cutOff: '', scale: 10_000, decimals: 1,
    figures: { 'marriage.total': 764.3, 'marriage.bulletin.20-24': 252.9, 'marriage.bulletin.25-29': 539.3, 'marriage.bulletin.30-34': 305.2, 'marriage.bulletin.35-39': 133.2, 'marriage.bulletin.40+': 297.9 },
  },
]
