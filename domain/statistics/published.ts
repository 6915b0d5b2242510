import { burialTables } from '../burial/statistics/tables.ts'
import { civilDate, civilDateOf, daysInMonth, isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { placeNameTables } from '../place-names/statistics/tables.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { ageBands, bulletinAgeBands } from './bands.ts'
import { residenceGroups } from './groups.ts'
import type { CountColumn } from './counted.ts'
import type { Identity } from './identities.ts'
import type { ReferenceTable } from './reference.ts'
import { checkReference } from './reference.ts'
import { tableDefinitions } from './tables.ts'
import { unitText } from './units.ts'

/** A figure as published tables give it: the cells it is the sum of, each times a factor, and who counts them. */
export interface PublishedFigure {
  readonly id: string
  readonly title: Text
  /** The window whose lists hold its cases; burial and place names count signed lines, the others the statistics of couples and reissues. */
  readonly window: 'marriage' | 'divorce' | 'reissue' | 'burial' | 'place-names'
  readonly unit: string
  /** An amount: the fen of its cells, given in yuan. */
  readonly money: boolean
  readonly cells: readonly string[]
  readonly factor: number
}

const figure = (id: string, zh: string, en: string, unit: string, cells: readonly string[], factor = 1): PublishedFigure => ({ id, title: text(zh, en), window: 'marriage', unit, money: false, cells, factor })
const sexes = ['man', 'woman'] as const
const own: readonly PublishedFigure[] = [
  figure('marriage.persons', '结婚人数', 'Persons married', '人', ['marriage.total'], 2),
  figure('marriage.first', '初婚人数', 'Persons, first marriages', '人', sexes.map((sex) => `marriage.first.${sex}`)),
  figure('marriage.again', '再婚人数', 'Persons married again', '人', sexes.map((sex) => `marriage.again.${sex}`)),
  figure('marriage.notMainland', '涉外及华侨、港澳台居民', 'Foreign, overseas Chinese, Hong Kong, Macao, Taiwan', '对', residenceGroups.filter(({ code }) => code !== 'mainland').map(({ code }) => `marriage.residence.${code}`)),
  ...bulletinAgeBands.map((band) =>
    figure(`marriage.bulletin.${band.id}`, `结婚 ${band.title.zh}`, `Married, ${band.title.en}`, '人', sexes.flatMap((sex) => ageBands.filter(({ from }) => from >= band.from && (band.to === undefined || from <= band.to)).map(({ id }) => `marriage.age.${sex}.${id}`)))),
]

/** The windows whose tables count signed lines; their figures carry the window before the cell, for cells of two windows may share a name. */
const lineTables = [['burial', burialTables], ['place-names', placeNameTables]] as const
/** What a period cannot count of itself: all there is at its end, plans, the gazetteer of today. */
const notOfPeriod = new Set(['standing', 'plans', 'gazetteer'])

/** Every column of the tables of signed lines that is one cell, once, with the amount apart where it has one. */
const ofLines: readonly PublishedFigure[] = lineTables.flatMap(([window, tables]) => {
  const found = new Map<string, PublishedFigure>()
  for (const table of tables) {
    if (notOfPeriod.has(table.rows.by)) continue
    const columns: readonly CountColumn[] = table.rows.by === 'figures' ? table.rows.list : table.columns
    let whole: CountColumn | undefined
    for (const column of columns) {
      // “Of them …” says of what only by the column before it.
      const part = column.title.zh.startsWith('其中')
      if (!part) whole = column
      const [cell = ''] = column.cells
      if (column.toDate === true || column.cells.length !== 1 || cell.includes('*') || found.has(`${window}.${cell}`)) continue
      const name = (language: 'zh' | 'en'): string => [table.title, ...(part && whole !== undefined ? [whole.title] : []), column.title].map((title) => title[language]).join(' · ')
      const id = `${window}.${cell}`
      found.set(id, { id, title: text(name('zh'), name('en')), window, unit: column.unit, money: false, cells: [cell], factor: 1 })
      if (column.money) found.set(`${id}.yuan`, { id: `${id}.yuan`, title: text(`${name('zh')}（金额）`, `${name('en')}, amount`), window, unit: '元', money: true, cells: [cell], factor: 1 })
    }
  }
  const list = [...found.values()]
  const told = Map.groupBy(list, ({ title }) => title.zh)
  // Graves and cells of one act share its words: the unit tells them apart.
  return list.map((one) => ((told.get(one.title.zh)?.length ?? 0) > 1 ? { ...one, title: text(`${one.title.zh}（${one.unit}）`, `${one.title.en} (${unitText(one.unit).en})`) } : one))
})

/** Figures that published tables give beside those of the tables on couples: sums of their parts, and the figures of burial and place names. */
export const publishedFigures: readonly PublishedFigure[] = [...own, ...ofLines]

const byId = new Map(publishedFigures.map((entry) => [entry.id, entry]))
const windowOf = (table: string): 'marriage' | 'divorce' | 'reissue' => (table.startsWith('divorce') ? 'divorce' : table.startsWith('reissue') ? 'reissue' : 'marriage')

/** What a figure of a published table is in the office's own cells; undefined for one that the office does not count. */
export const findPublishedFigure = (id: string): PublishedFigure | undefined => {
  const found = byId.get(id)
  if (found !== undefined) return found
  for (const table of tableDefinitions) {
    const part = table.parts.find((entry) => entry.cells.length === 1 && entry.cells[0] === id)
    if (part !== undefined) return { id, title: text(`${table.title.zh} · ${part.title.zh}`, `${table.title.en} · ${part.title.en}`), window: windowOf(table.id), unit: table.unit, money: false, cells: [id], factor: 1 }
  }
  return undefined
}

/** The office's own value of a figure in its unit: counts, or yuan out of fen. */
export const figureValue = ({ cells, factor, money }: PublishedFigure, at: (cell: string) => { readonly count: number; readonly fen: number }): number => {
  const sum = cells.reduce((total, cell) => total + at(cell)[money ? 'fen' : 'count'], 0)
  return money ? (factor * sum) / 100 : factor * sum
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
