import type { BurialReads } from '../../db/burial/contract.ts'
import { allotPaperNumber, findNumberedPaper } from '../../domain/burial/numbers.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { House } from '../house.ts'

/** The next number of a series of papers (`HZ`, `BHZ`, `GZ`, `JAZ` …) by the pattern of the institution; asked within the write transaction that records it, so that no two papers get the same. Throws `invalid` for a prefix that no paper has. */
export const nextPaperNumber = async (house: House, tx: { readonly burial: Pick<BurialReads, 'lastNumber'> }, prefix: string, day: string): Promise<string> => {
  const found = findNumberedPaper(prefix)
  if (found === undefined) throw new LantaiError('invalid', text(`没有 ${prefix} 这种编号`, `No paper is numbered ${prefix}`), 'prefix')
  const office = await house.office()
  const { settings } = office
  const last = await tx.burial.lastNumber(prefix, Number(day.slice(0, 4)))
  return allotPaperNumber({ pattern: settings['burial.numberPattern'], area: office.areaOn(day), institution: settings['burial.institution'] }, { ...found, day }, last).number
}
