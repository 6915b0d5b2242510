import type { PriceListEntry } from '../../../../domain/burial/prices.ts'
import type { Text } from '../../../../domain/text.ts'
import { text } from '../../../../domain/text.ts'
import { isCivilDate } from '../../../../domain/dates.ts'
import { waiverItemCodes, waiverUnitCodes } from '../../../../domain/waiver/codes.ts'
import type { Fault } from '../../../shared/draft.ts'
import { words } from './words.ts'

/** A price of the office's list as the setting keeps it. */
export type PriceRow = PriceListEntry

/** Reads the setting; what is no price is left out. */
export const readPrices = (value: unknown): readonly PriceRow[] => (Array.isArray(value) ? (value as PriceRow[]).filter((row) => waiverItemCodes.includes(row?.item) && waiverUnitCodes.includes(row.unit)) : [])

const said = (key: keyof typeof words): Text => text(words[key][0], words[key][1])
const overlap = (a: PriceRow, b: PriceRow): boolean => a.item === b.item && a.unit === b.unit && (b.to === '' || a.from <= b.to) && (a.to === '' || b.from <= a.to)

/** Everything that keeps a price list from being saved, each at its field. */
export const priceFaults = (rows: readonly PriceRow[]): readonly Fault[] => rows.flatMap((row, index) => {
  const at = (field: string, message: Text): Fault => ({ field: `rows.${String(index)}.${field}`, message })
  const found: Fault[] = []
  if (!Number.isSafeInteger(row.unitPriceFen) || row.unitPriceFen < 0) found.push(at('unitPriceFen', said('fault.money')))
  if (row.document.trim() === '') found.push(at('document', said('fault.required')))
  if (!isCivilDate(row.from)) found.push(at('from', said(row.from === '' ? 'fault.required' : 'fault.shape')))
  if (row.to !== '' && !isCivilDate(row.to)) found.push(at('to', said('fault.shape')))
  else if (row.to !== '' && row.to < row.from) found.push(at('to', said('fault.order')))
  if (rows.slice(0, index).some((other) => overlap(row, other))) found.push(at('from', said('fault.overlap')))
  return found
})
