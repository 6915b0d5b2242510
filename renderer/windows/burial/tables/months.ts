import type { Reply } from '../../../shared/client.ts'

type MonthLine = Reply<'listBurialMonths'>['months'][number]

/** Months that are over, hold figures, and are not closed. */
export const openMonths = (months: readonly Pick<MonthLine, 'month' | 'cremated' | 'vigils' | 'waivedFen' | 'closed'>[], today: string): readonly string[] =>
  months.filter((line) => line.closed === null && line.month < today.slice(0, 7) && (line.cremated !== 0 || line.vigils !== 0 || line.waivedFen !== 0)).map(({ month }) => month)

/** A count above zero as typed; undefined if it is none. */
export const readCount = (typed: string): number | undefined => (/^[1-9]\d{0,9}$/.test(typed.trim()) ? Number(typed.trim()) : undefined)

/** Estimated deaths out of a population and a rate per thousand. */
export const estimateDeaths = (population: string, perThousand: string): number | undefined => {
  const people = readCount(population)
  const rate = /^\d{1,3}(\.\d{1,4})?$/.test(perThousand.trim()) ? Number(perThousand.trim()) : 0
  return people === undefined || rate <= 0 ? undefined : Math.round((people * rate) / 1000)
}
