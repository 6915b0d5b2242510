import { z } from 'zod'
import type { Calendar, DayReason, RestOptions } from '../calendar/index.ts'
import { isRestDay, shippedCalendar } from '../calendar/index.ts'
import type { CivilDate } from '../dates.ts'
import { addDays, civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'

/** Days of each of the two periods (《民法典》第一千零七十七条). */
export const periodDays = 30

/** A day set by hand in place of a computed one; the second period then counts from the day set. */
export interface ClockOverride {
  readonly end1?: string
  readonly end2?: string
  readonly reason: string
}

export interface ClockOptions extends RestOptions {
  readonly override?: ClockOverride
}

/** A last day that moved on over rest days, with why each of them was one. */
export interface Rolled {
  readonly period: 1 | 2
  readonly from: CivilDate
  readonly to: CivilDate
  readonly why: readonly { readonly day: CivilDate; readonly reasons: readonly DayReason[] }[]
}

/** The days of one divorce application; both periods include their last day. */
export interface Deadlines {
  /** Day of the receipt, not counted. */
  readonly received: CivilDate
  /** received + 30 before rest days. */
  readonly raw1: CivilDate
  /** Last day of the cooling-off period: withdrawal still, issuance not yet. */
  readonly end1: CivilDate
  /** First day on which both may come for the certificate. */
  readonly windowOpens: CivilDate
  /** end1 + 30 before rest days. */
  readonly raw2: CivilDate
  /** Last day to come for the certificate. */
  readonly end2: CivilDate
  readonly rolled: readonly Rolled[]
  /** The setting by which it was computed. */
  readonly makeUpDayCountsAsWorking: boolean
  readonly overridden?: ClockOverride
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const reason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekend'), weekday: z.union([z.literal(6), z.literal(7)]) }),
  z.strictObject({ kind: z.enum(['notice', 'local', 'makeUp']), name: z.string().max(60), notice: z.string().max(60) }),
])

/** The days as the receipt carries them and the journal keeps them; a later notice does not change them. */
export const ReceiptDates = z.strictObject({
  received: day, raw1: day, end1: day, windowOpens: day, raw2: day, end2: day,
  rolled: z.array(z.strictObject({ period: z.union([z.literal(1), z.literal(2)]), from: day, to: day, why: z.array(z.strictObject({ day, reasons: z.array(reason).max(4) })).max(40) })).max(2),
  makeUpDayCountsAsWorking: z.boolean(),
  overridden: z.strictObject({ end1: day.optional(), end2: day.optional(), reason: z.string().min(1).max(400) }).optional(),
})
export type ReceiptDates = z.infer<typeof ReceiptDates>

const roll = (period: 1 | 2, raw: CivilDate, calendar: Calendar, options: RestOptions): { readonly end: CivilDate; readonly rolled: readonly Rolled[] } => {
  const why: { day: CivilDate; reasons: readonly DayReason[] }[] = []
  let end = raw
  for (let found = isRestDay(end, calendar, options); found.rest; found = isRestDay(end, calendar, options)) {
    why.push({ day: end, reasons: found.why })
    end = addDays(end, 1)
  }
  return { end, rolled: why.length === 0 ? [] : [{ period, from: raw, to: end, why }] }
}

const longest = 30

const setByHand = (value: string | undefined, field: 'end1' | 'end2', least: CivilDate): CivilDate | undefined => {
  if (value === undefined) return undefined
  const at = civilDate(value, `override.${field}`)
  if (at < least) throw new LantaiError('invalid', text(`人工设定的日期 ${at} 早于法定三十日（${least}），不能缩短`, `The day set, ${at}, lies before the thirty days of the law (${least}); the period cannot be shortened`), `override.${field}`)
  if (at > addDays(least, longest)) throw new LantaiError('invalid', text(`人工设定的日期 ${at} 比法定三十日晚了 ${longest} 天以上，请核对`, `The day set, ${at}, is more than ${longest} days past the thirty of the law; look again`), `override.${field}`)
  return at
}

/**
 * The cooling-off clock (《民法典》第二百至二百零四条、第一千零七十七条): thirty calendar days from the day after the receipt, moved on over rest days, then thirty more from
 * the moved end. Throws `invalid` for a year without a table of days off, for a day that does not exist, and for an override that shortens a period or gives no reason.
 */
export const coolingOff = (received: string, calendar: Calendar = shippedCalendar, options: ClockOptions = {}): Deadlines => {
  const t0 = civilDate(received, 'received')
  const { override } = options
  if (override !== undefined && override.reason.trim() === '') throw new LantaiError('invalid', text('人工设定期限须写明理由', 'Say why the days are set by hand'), 'override.reason')
  const raw1 = addDays(t0, periodDays)
  const hand1 = setByHand(override?.end1, 'end1', raw1)
  const first = hand1 === undefined ? roll(1, raw1, calendar, options) : { end: hand1, rolled: [] }
  const raw2 = addDays(first.end, periodDays)
  const hand2 = setByHand(override?.end2, 'end2', raw2)
  const second = hand2 === undefined ? roll(2, raw2, calendar, options) : { end: hand2, rolled: [] }
  return {
    received: t0, raw1, end1: first.end, windowOpens: addDays(first.end, 1), raw2, end2: second.end, rolled: [...first.rolled, ...second.rolled],
    makeUpDayCountsAsWorking: options.makeUpDayCountsAsWorking ?? true, ...(override === undefined ? {} : { overridden: { ...override, reason: override.reason.trim() } }),
  }
}

/** The days as they go into the journal. */
export const receiptDates = (deadlines: Deadlines): ReceiptDates => {
  const { received, raw1, end1, windowOpens, raw2, end2, rolled, makeUpDayCountsAsWorking, overridden } = deadlines
  return {
    received, raw1, end1, windowOpens, raw2, end2, makeUpDayCountsAsWorking,
    rolled: rolled.map((entry) => ({ ...entry, why: entry.why.map((found) => ({ day: found.day, reasons: [...found.reasons] })) })),
    ...(overridden === undefined ? {} : { overridden }),
  }
}

/** Where an application stands by date alone. */
export type Phase = 'coolingOff' | 'issuanceOpen' | 'lapsed'

/** The phase of a day: cooling-off through end1, issuance from the next day through end2, then deemed withdrawn without anybody's act (《婚姻登记条例》第十六条). */
export const phaseOn = (dates: Pick<Deadlines | ReceiptDates, 'end1' | 'end2'>, on: string): Phase => (on <= dates.end1 ? 'coolingOff' : on <= dates.end2 ? 'issuanceOpen' : 'lapsed')
