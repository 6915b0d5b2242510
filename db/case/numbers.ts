import type { Reader } from '../connection.ts'
import { pastPrefix } from '../search.ts'

/** The serial in a number of a yearly series, e.g. 12 in 查〔2026〕0012号 or 受110101-2026-000012: the last digits that are not the year of its day. */
export const serialIn = (number: string, day: string): number => {
  const groups = (number.match(/\d+/g) ?? []).filter((digits) => digits.length < 10)
  const year = groups.lastIndexOf(day.slice(0, 4))
  const others = groups.filter((_, index) => index !== year)
  return Number(others.at(-1) ?? 0)
}

const windowOf: Readonly<Record<string, string>> = { J: 'marriage', L: 'divorce', BJ: 'reissue', BL: 'reissue' }

/** Highest serial of certificate numbers used for letters, area and year; 0 if none. */
export const lastNumber = (db: Reader, letters: string, area: string, year: number): number => {
  const window = windowOf[letters]
  if (window === undefined) return 0
  const beginning = `${letters}${area}-${year}-`
  const row = db.prepare<{ number: string | null }>(`SELECT max(number) AS number FROM ${window}_case WHERE number >= ? AND number < ?`).get(beginning, pastPrefix(beginning))
  return row?.number === null || row === undefined ? 0 : Number(row.number.slice(beginning.length))
}
