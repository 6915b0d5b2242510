import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { areaLines } from './data.ts'

/** One unit of the dated table: a code under one name, with the calendar years in which it was in force. */
export interface Area {
  /** Six digits of GB/T 2260, province, prefecture and county by two */
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'prefecture' | 'county'
  /** First calendar year (1980 stands for earlier too) and last; in the year of a change both the old and the new unit hold. No `to`: in force at the end of the table. */
  readonly from: number
  readonly to?: number
  /** Codes that took its place, where known. */
  readonly next: readonly string[]
}

/** A dated table of areas, looked up by code. */
export type AreaTable = ReadonlyMap<string, readonly Area[]>

const levelOf = (code: string): Area['level'] => (code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county')

const unit = /^(\d\d)([^\d>-]+)(\d{4})?(?:-(\d{4}))?(?:>([\d,]+))?$/

/** Reads lines of the table (`1101|03崇文区-2010>110101|…`); a later list can be joined to an earlier one. Throws on a line that does not fit. */
export const parseAreas = (lines: string): readonly Area[] =>
  lines.split('\n').filter((row) => row !== '').flatMap((row) => {
    const [prefix = '', ...units] = row.split('|')
    return units.map((entry) => {
      const match = unit.exec(entry)
      if (match === null || !/^\d{4}$/.test(prefix)) throw new LantaiError('invalid', text(`区划代码表读不懂：${row.slice(0, 40)}`, `The area table cannot be read: ${row.slice(0, 40)}`))
      const [, last = '', name = '', from, to, next] = match
      const code = prefix + last
      return { code, name, level: levelOf(code), from: from === undefined ? 1980 : Number(from), ...(to === undefined ? {} : { to: Number(to) }), next: next === undefined ? [] : next.split(',') }
    })
  })

/** Makes a table from rows; the newest name of a code comes last. */
export const areaTable = (rows: readonly Area[]): AreaTable => {
  const table = new Map<string, Area[]>()
  for (const row of rows) {
    const list = table.get(row.code)
    if (list === undefined) table.set(row.code, [row])
    else {
      list.push(row)
      list.sort((a, b) => a.from - b.from)
    }
  }
  return table
}

let shipped: AreaTable | undefined
/** The table that ships. */
export const standardAreas = (): AreaTable => {
  shipped ??= areaTable(parseAreas(areaLines))
  return shipped
}

/** The unit a code stood for on a day; in a year of change the new unit wins. Undefined when the code was not in force. */
export const findArea = (code: string, on: string, table: AreaTable = standardAreas()): Area | undefined => {
  const year = Number(on.slice(0, 4))
  return table.get(code)?.findLast((area) => area.from <= year && (area.to === undefined || year <= area.to))
}

/** Says whether a code was ever in force: enough for an identity number, which keeps its code for life. `01` of a prefecture stands for its 市辖区. */
export const areaEverKnown = (code: string, table: AreaTable = standardAreas()): boolean => table.has(code) || (code.endsWith('01') && table.has(`${code.slice(0, 4)}00`))

/** The last unit a code stood for, whatever the day. */
export const findLatestArea = (code: string, table: AreaTable = standardAreas()): Area | undefined => table.get(code)?.at(-1)

/** Province, prefecture and county of a code on a day, from the top; a county directly under a province has no prefecture. */
export const areaPath = (code: string, on: string, table: AreaTable = standardAreas()): readonly Area[] =>
  [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])].map((part) => findArea(part, on, table) ?? (part === code ? findLatestArea(part, table) : undefined)).filter((area) => area !== undefined)

/** Full name of a code on a day, e.g. 江苏省无锡市梁溪区; empty when unknown. */
export const areaName = (code: string, on: string, table: AreaTable = standardAreas()): string => {
  const path = areaPath(code, on, table)
  return path.at(-1)?.code === code ? path.map((area) => area.name).join('') : ''
}

/** Units in force on a day below a code (`''` gives the provinces), by code: prefectures, and counties that stand directly under a province. */
export const areasBelow = (parent: string, on: string, table: AreaTable = standardAreas()): readonly Area[] => {
  const found: Area[] = []
  for (const code of table.keys()) {
    const area = findArea(code, on, table)
    if (area === undefined || area.code === parent) continue
    if (parent === '' ? area.level === 'province' : parent.endsWith('0000') ? area.code.startsWith(parent.slice(0, 2)) && (area.level === 'prefecture' || findArea(`${area.code.slice(0, 4)}00`, on, table) === undefined) : parent.endsWith('00') && area.code.startsWith(parent.slice(0, 4)) && area.level === 'county') found.push(area)
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : 1))
}

const inRange = (value: number, ranges: readonly (readonly [number, number])[]): boolean => ranges.some(([from, to]) => value >= from && value <= to)

/** What is unusual about a code (and, if given, the kind of unit its name says) by the ranges of 《行政区划代码管理办法》 (民政部令第79号) arts 7-9; codes fixed before 2025-09-01 stay as they are, so this warns and never refuses. */
export const areaRangeNotices = (code: string, name = ''): readonly Text[] => {
  if (!/^\d{6}$/.test(code)) return [text('区划代码应为六位数字', 'An area code has six digits')]
  const prefecture = Number(code.slice(2, 4))
  const county = Number(code.slice(4, 6))
  const notices: Text[] = []
  const add = (zh: string, en: string): void => {
    notices.push(text(zh, en))
  }
  const municipality = /^(?:11|12|31|50)/.test(code)
  if (!inRange(Number(code.slice(0, 2)), [[11, 15], [21, 23], [31, 37], [41, 46], [50, 54], [61, 65], [71, 71], [81, 82]])) add(`没有代码为 ${code.slice(0, 2)} 的省级行政区`, `No province has the code ${code.slice(0, 2)}`)
  if (prefecture === 0 && county !== 0) add('省级代码后四位应为 0000', 'A province code ends in 0000')
  if (municipality) {
    if (!inRange(prefecture, [[0, 2]])) add('直辖市的区第三、四位为 01，县为 02', 'In municipalities the third and fourth digits are 01 for districts and 02 for counties')
    else if (prefecture === 1 && name !== '' && !name.endsWith('区')) add('直辖市 01 之下为区', 'Under 01 of a municipality stand districts')
    else if (prefecture === 2 && name !== '' && name.endsWith('区')) add('直辖市 02 之下为县', 'Under 02 of a municipality stand counties')
    return notices
  }
  if (!inRange(prefecture, [[0, 70], [90, 90]])) add('地级代码应为 01—70，省直辖县级为 90', 'Prefecture codes run 01-70; 90 for units directly under a province')
  if (county === 0) {
    if (name.endsWith('市') && !inRange(prefecture, [[0, 20], [51, 70]])) add('地级市应为 01—20、51—70', 'Prefecture-level cities run 01-20 and 51-70')
    if (/(?:地区|盟|自治州)$/.test(name) && !inRange(prefecture, [[21, 50]])) add('地区、盟和自治州应为 21—50', 'Other prefectures run 21-50')
    return notices
  }
  const underCity = inRange(prefecture, [[1, 20], [51, 70]])
  if (name.endsWith('区') && !inRange(county, [[1, 20], [51, 80]])) add('区应为 01—20、51—80', 'Districts run 01-20 and 51-80')
  if (/[县旗]$/.test(name) && !inRange(county, [[21, 50]])) add('县和旗应为 21—50', 'Counties and banners run 21-50')
  if (name.endsWith('市') && !inRange(county, underCity ? [[81, 99]] : [[1, 20], [51, 80]])) add(underCity ? '地级市下的县级市应为 81—99' : '不属地级市的县级市应为 01—20、51—80', underCity ? 'County-level cities under a prefecture-level city run 81-99' : 'County-level cities elsewhere run 01-20 and 51-80')
  return notices
}
