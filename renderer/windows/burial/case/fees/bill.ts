import type { BurialDraft } from '../../../../../api/schemas/burial.ts'
import type { BurialFile } from '../../../../../domain/burial/file.ts'
import type { Reply } from '../../../../shared/client.ts'
import type { BillLine, SettleMode } from '../../../../../domain/waiver/facts.ts'
import type { WaiverItem, WaiverUnit } from '../../../../../domain/waiver/codes.ts'
import { civilDate, daysBetween } from '../../../../../domain/dates.ts'

export type Price = Reply<'listPrices'>['prices'][number]
export type Quote = Reply<'quoteWaiver'>

/** A bill while it is made: it is no fact of the case before it is settled, and lies in the draft until then. */
export type Bill = NonNullable<BurialDraft['bill']>
export const emptyBill = (mode: SettleMode): Bill => ({ lines: [], mode, invoice: '', expected: '' })
/** The bill as it is kept in the draft: one on which nothing was typed is none. */
export const typedBill = (bill: Bill, usual: SettleMode): Bill | undefined => (bill.lines.length === 0 && bill.invoice === '' && bill.expected === '' && bill.mode === usual ? undefined : bill)

/** What goes into the register: the bill beside the facts has a settlement of its own. */
export const recordOf = ({ bill: _, ...file }: BurialDraft): BurialFile => file

/** Units that run: their lines may say the day they begin on. */
const running: readonly WaiverUnit[] = ['day', 'hour', 'month', 'year']
export const runs = (unit: WaiverUnit): boolean => running.includes(unit)

/** What the case says of the time a body lay at the home. */
export interface Stay {
  readonly arrivedAt: string
  /** Instant of the cremation, or of now. */
  readonly until: string
}

/** The quantity a line begins with: the stay for storage by day or hour, else one. */
export const usualQuantity = (item: WaiverItem, unit: WaiverUnit, stay: Stay): number => {
  if ((item !== 'coldStorage' && item !== 'coldCoffin') || stay.arrivedAt === '') return 1
  if (unit === 'day') return Math.max(1, daysBetween(civilDate(stay.arrivedAt.slice(0, 10)), civilDate(stay.until.slice(0, 10))))
  if (unit === 'hour') return Math.max(1, Math.ceil((Date.parse(stay.until) - Date.parse(stay.arrivedAt)) / 3_600_000))
  return 1
}

const nextId = (lines: readonly BillLine[]): string => {
  let n = lines.length + 1
  while (lines.some(({ id }) => id === `l${String(n)}`)) n += 1
  return `l${String(n)}`
}

/** The bill with a further line of the price list. */
export const withPrice = (bill: Bill, price: Pick<Price, 'item' | 'unit' | 'unitPriceFen'>, stay: Stay): Bill =>
  ({ ...bill, lines: [...bill.lines, { id: nextId(bill.lines), item: price.item, unit: price.unit, quantity: usualQuantity(price.item, price.unit, stay), unitPriceFen: price.unitPriceFen, chosen: false, from: '' }] })

/** The four basic items in the order in which they are charged. */
export const basicItems: readonly WaiverItem[] = ['transport', 'coldStorage', 'cremation', 'ashStorage']
/** The bill with every basic item of the price list that it has not yet. */
export const withBasics = (bill: Bill, prices: readonly Price[], stay: Stay): Bill =>
  basicItems.reduce((made, item) => {
    const price = prices.find((entry) => entry.item === item)
    return price === undefined || made.lines.some((line) => line.item === item) ? made : withPrice(made, price, stay)
  }, bill)

export const withLine = (bill: Bill, id: string, change: Partial<BillLine>): Bill => ({ ...bill, lines: bill.lines.map((line) => (line.id === id ? { ...line, ...change } : line)) })
export const withoutLine = (bill: Bill, id: string): Bill => ({ ...bill, lines: bill.lines.filter((line) => line.id !== id) })

/** Reads a quantity as typed; undefined if it is no whole number from 1. */
export const readQuantity = (typed: string): number | undefined => (/^[1-9]\d{0,5}$/.test(typed.trim()) ? Number(typed.trim()) : undefined)

/** The flag that a question asks for, if it asks for one. */
export const flagOf = (field: string): string | undefined => (field.startsWith('flags.') ? field.slice(6) : undefined)

/** The field of the page on which another question is answered. */
export const fieldOfQuestion = (field: string): string | undefined => {
  switch (field) {
    case 'areas.hukou': return 'deceased.hukou'
    case 'areas.death': return 'deceased.deathArea'
    case 'days.death': return 'deceased.death'
    case 'days.invoice': return 'bill.invoice'
    default: return undefined
  }
}

/** Days to the last day of a claim; undefined where a document sets none. */
export const daysToClaim = (until: string, today: string): number | undefined => (until === '' ? undefined : daysBetween(civilDate(today), civilDate(until)))
