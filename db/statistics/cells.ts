import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { CodeList, CoupleWindow } from './codes.ts'
import { codes, findPlace, windowNumber } from './codes.ts'

/** A cell of domain/statistics as conditions on couple_statistic: it counts once for each condition a couple meets, and its cases are those that meet any of them. The number and the list behind it are read by the same text. */

export interface Period { readonly from: string; readonly to: string }

const sexes = ['man', 'woman'] as const
const bySex = (column: string, list: CodeList) => (id: string): readonly string[] => {
  const place = findPlace(list, id)
  return place === undefined ? [] : sexes.map((sex) => `${column}_${sex} = ${String(place)}`)
}
const plain = (column: string, list: CodeList, and = '') => (id: string): readonly string[] => {
  const place = findPlace(list, id)
  return place === undefined ? [] : [`${column} = ${String(place)}${and}`]
}
const literal = (column: string, shape: RegExp) => (value: string): readonly string[] => (shape.test(value) ? [`${column} = '${value}'`] : [])

/** A table of cells: the conditions of each of its columns; `ids` lists them where the table is closed. */
interface CellTable { readonly conditions: (id: string) => readonly string[]; readonly ids?: readonly string[]; readonly only?: CoupleWindow }
const closed = (list: CodeList, conditions: (id: string) => readonly string[], only?: CoupleWindow): CellTable => ({ conditions, ids: codes[list], ...(only === undefined ? {} : { only }) })

const tables: Readonly<Record<string, CellTable>> = {
  month: { conditions: literal('substr(day, 6, 2)', /^\d{2}$/), ids: Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')) },
  day: { conditions: literal('day', /^\d{4}-\d{2}-\d{2}$/) },
  office: { conditions: literal('office', /^\d{0,12}$/) },
  residence: closed('residence', plain('residence', 'residence')),
  mainlandWoman: closed('residence', plain('residence', 'residence', ' AND mainland_woman = 1')),
  'age.man': closed('age', plain('age_man', 'age')),
  'age.woman': closed('age', plain('age_woman', 'age')),
  difference: closed('difference', plain('difference', 'difference')),
  education: closed('education', bySex('education', 'education')),
  occupation: closed('occupation', bySex('occupation', 'occupation')),
  first: { conditions: (sex) => (sexes.includes(sex as 'man') ? [`order_${sex} = ${String(findPlace('order', 'first'))}`] : []), ids: sexes, only: 'marriage' },
  again: { conditions: (sex) => (sexes.includes(sex as 'man') ? [`order_${sex} = ${String(findPlace('order', 'again'))}`] : []), ids: sexes, only: 'marriage' },
  'againAge.man': closed('age', plain('age_man', 'age', ` AND order_man = ${String(findPlace('order', 'again'))}`), 'marriage'),
  'againAge.woman': closed('age', plain('age_woman', 'age', ` AND order_woman = ${String(findPlace('order', 'again'))}`), 'marriage'),
  duration: closed('duration', plain('duration', 'duration'), 'divorce'),
  reason: closed('reason', plain('reason', 'reason'), 'divorce'),
}
const single: Readonly<Record<string, readonly string[]>> = { 'marriage.total': ['1'], 'divorce.total': ['1'], 'marriage.former': ['former = 1', 'former = 1'] }

const split = (cell: string): { readonly window: CoupleWindow; readonly table: string; readonly column: string } | undefined => {
  const match = /^(marriage|divorce)\.([A-Za-z]+(?:\.(?:man|woman)(?=\.))?)\.([^.]*)$/.exec(cell)
  return match === null ? undefined : { window: match[1] as CoupleWindow, table: match[2] as string, column: match[3] as string }
}

/** The conditions under which a couple counts in a cell, each once; undefined for a cell that is not about couples or is none. */
export const findConditions = (cell: string): { readonly window: CoupleWindow; readonly conditions: readonly string[] } | undefined => {
  const alone = single[cell]
  if (alone !== undefined) return { window: cell.startsWith('marriage') ? 'marriage' : 'divorce', conditions: alone }
  const parts = split(cell)
  const table = parts === undefined || !Object.hasOwn(tables, parts.table) ? undefined : tables[parts.table]
  if (parts === undefined || table === undefined || (table.only !== undefined && table.only !== parts.window)) return undefined
  const conditions = table.conditions(parts.column)
  return conditions.length === 0 ? undefined : { window: parts.window, conditions }
}

/** The closed cells of couples below a prefix that ends in a dot, or the cell itself; days and offices are grouped, not listed (`openTables`). */
export const cellsUnder = (prefix: string): readonly string[] => {
  const all = (['marriage', 'divorce'] as const).flatMap((window) => [
    ...Object.keys(single).filter((cell) => cell.startsWith(`${window}.`)),
    ...Object.entries(tables).flatMap(([name, { ids = [], only = window }]) => (only === window ? ids.map((id) => `${window}.${name}.${id}`) : [])),
  ])
  return prefix.endsWith('.') ? all.filter((cell) => cell.startsWith(prefix)) : findConditions(prefix) === undefined ? [] : [prefix]
}

/** The open tables (by day, by office) that a prefix asks for. */
export const openTables = (prefix: string): readonly { readonly window: CoupleWindow; readonly column: 'day' | 'office' }[] =>
  (['marriage', 'divorce'] as const).flatMap((window) => (['day', 'office'] as const).flatMap((column) => (prefix.endsWith('.') && `${window}.${column}.`.startsWith(prefix) ? [{ window, column }] : [])))

const noCell = (cell: string): LantaiError => new LantaiError('invalid', text(`统计表中没有“${cell.slice(0, 80)}”`, `The statistics have no cell “${cell.slice(0, 80)}”`), 'cell')
const days = (period: Partial<Period>): RawBuilder<unknown> => sql`day >= ${period.from ?? ''} AND day <= ${period.to ?? '9999-12-31'}`

/** For lists of cases (`c` is the case): those that count in a cell in a period. The days of the list are those of the cell, so a list that has a cell puts no days of its own. Throws `invalid` at `cell` for one that is not of this window. */
export const cellCondition = (cell: string, window: CoupleWindow, period: Partial<Period>): RawBuilder<boolean> => {
  const found = findConditions(cell)
  if (found?.window !== window) throw noCell(cell)
  return sql<boolean>`c.key IN (SELECT key FROM couple_statistic WHERE window = ${sql.lit(windowNumber(window))} AND ${days(period)} AND (${sql.raw([...new Set(found.conditions)].join(' OR '))}))`
}
