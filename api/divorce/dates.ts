import { reasonText } from '../../domain/calendar/index.ts'
import type { Deadlines as Computed, ReceiptDates } from '../../domain/divorce/clock.ts'
import { civilDate } from '../../domain/dates.ts'
import { text } from '../../domain/text.ts'
import type { Deadlines } from '../schemas/divorce.ts'

/** The days of an application with why each moved, in words. */
export const shownDates = ({ received, raw1, end1, windowOpens, raw2, end2, rolled, makeUpDayCountsAsWorking, overridden }: ReceiptDates | Computed): Deadlines => ({
  received: civilDate(received), raw1: civilDate(raw1), end1: civilDate(end1), windowOpens: civilDate(windowOpens), raw2: civilDate(raw2), end2: civilDate(end2), makeUpDayCountsAsWorking,
  rolled: rolled.map(({ period, from, to, why }) => ({
    period, from: civilDate(from), to: civilDate(to),
    why: why.map(({ day, reasons }) => {
      const words = reasons.map(reasonText)
      return { day: civilDate(day), reason: text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', ')) }
    }),
  })),
  ...(overridden === undefined ? {} : { overridden: { ...overridden } }),
})
