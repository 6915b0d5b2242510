import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import { storageDays } from './clock.ts'
import { requireWhole } from './money.ts'

/** A price list of a home, which is no waiver: what is really charged before anything is waived. Amounts in fen. */
export interface Tariff {
  readonly id: string
  readonly areas: readonly string[]
  readonly from: string
  readonly source: string
  /** Starting price with the kilometres (there and back) that it holds, then each further kilometre; carrying besides. */
  readonly transport: { readonly startFen: number; readonly includedKm: number; readonly perKmFen: number; readonly carryingFen: number }
  readonly cremation: { readonly adultFen: number; readonly childFen: number; readonly childTo: number; readonly betterFurnaceFen: number }
  readonly storagePerDayFen: number
  readonly ashStorage: { readonly perMonthFen: number; readonly leastMonths: number }
  /** Flat transport for those whom the waiver covers, by county. */
  readonly flatReturnTrip: Readonly<Record<string, number>>
}

/** What transport costs for whole kilometres there and back; throws `invalid` at `km`. */
export const transportFen = ({ transport }: Pick<Tariff, 'transport'>, km: number, carried: boolean): number => {
  requireWhole(km, 0, 'km', text('公里数', 'number of kilometres'))
  return transport.startFen + Math.max(0, km - transport.includedKm) * transport.perKmFen + (carried ? transport.carryingFen : 0)
}

/** What storage costs, each calendar day after the day of arrival; nothing when the body is cremated on the day of arrival or the delay is the home's own. */
export const storageFen = (tariff: Pick<Tariff, 'storagePerDayFen'>, arrival: string, cremation: string, homesOwnDelay: boolean): number => {
  const days = storageDays(arrival, cremation)
  return days <= 1 || homesOwnDelay ? 0 : (days - 1) * tariff.storagePerDayFen
}

/** What a cremation costs by full years of age; the better furnace has one price for all. */
export const cremationFen = ({ cremation }: Pick<Tariff, 'cremation'>, age: number, betterFurnace: boolean): number => (betterFurnace ? cremation.betterFurnaceFen : age <= cremation.childTo ? cremation.childFen : cremation.adultFen)

/** What storage of the ashes costs for months; charged for at least the fewest months of the tariff. */
export const ashStorageFen = ({ ashStorage }: Pick<Tariff, 'ashStorage'>, months: number): number => {
  requireWhole(months, 1, 'months', text('月数', 'number of months'))
  return Math.max(months, ashStorage.leastMonths) * ashStorage.perMonthFen
}

/** The flat transport of those whom the waiver covers, or undefined in a county without one. */
export const findFlatTransport = (tariff: Pick<Tariff, 'flatReturnTrip'>, area: string): number | undefined => tariff.flatReturnTrip[area]

/** Taizhou, from 2018-10-01 (zjtz.gov.cn 2024-01-30). */
export const taizhouTariff: Tariff = {
  id: 'taizhou-2018', areas: ['331000'], from: '2018-10-01', source: '台州市人民政府网 zjtz.gov.cn 2024-01-30',
  transport: { startFen: 8000, includedKm: 10, perKmFen: 800, carryingFen: 5000 },
  cremation: { adultFen: 32_000, childFen: 16_000, childTo: 14, betterFurnaceFen: 110_000 },
  storagePerDayFen: 10_000, ashStorage: { perMonthFen: 1000, leastMonths: 6 },
  flatReturnTrip: { '331002': 35_000, '331003': 35_000, '331004': 30_000 },
}

/** A tariff by id; throws `not_found`. */
export const getTariff = (id: string): Tariff => {
  if (id === taizhouTariff.id) return taizhouTariff
  throw new LantaiError('not_found', text(`没有价目 ${id}`, `There is no tariff ${id}`), 'tariff')
}
