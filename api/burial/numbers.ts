import type { BurialReads } from '../../db/burial/contract.ts'
import { formatPaperNumber } from '../../domain/burial/numbers.ts'
import type { House } from '../house.ts'

/** The next number of a series of papers (`HZ`, `BHZ`, `GZ`, `JAZ` …) by the pattern of the institution; asked within the write transaction that records it, so that no two papers get the same. */
export const nextPaperNumber = async (house: House, tx: { readonly burial: Pick<BurialReads, 'lastNumber'> }, prefix: string, day: string): Promise<string> => {
  const office = await house.office()
  const { settings } = office
  const year = Number(day.slice(0, 4))
  return formatPaperNumber(settings['burial.numberPattern'], { prefix, area: office.areaOn(day), year, institution: settings['burial.institution'], serial: (await tx.burial.lastNumber(prefix, year)) + 1 })
}
