import type { Reads } from '../../db/contract.ts'
import { findSeries, formatSeries } from '../../domain/numbering.ts'

/** The last run of digits of a number that another pattern wrote. */
const lastDigits = (number: string): number => Number(/(\d+)\D*$/.exec(number)?.[1] ?? 0)

/** The next number of a yearly series of the office, told from the journal: one after the last that an act of this kind was given in the year of the day. `least` counts what is known otherwise. */
export const nextOfSeries = async (reads: Pick<Reads, 'entries'>, kind: string, field: string, pattern: string, day: string, least = 0): Promise<string> => {
  const year = Number(day.slice(0, 4))
  const [last] = (await reads.entries({ kind, limit: 1 })).rows
  const number = last === undefined || Number(last.at.slice(0, 4)) !== year ? '' : ((last.action.body as Readonly<Record<string, string>>)[field] ?? '')
  const serial = number === '' ? 0 : (findSeries(pattern, number)?.serial ?? lastDigits(number))
  return formatSeries(pattern, { year, serial: Math.max(serial, least) + 1 })
}
