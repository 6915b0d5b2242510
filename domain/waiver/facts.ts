import { z } from 'zod'
import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import { waiverFlagCodes, waiverItemCodes, waiverUnitCodes } from './codes.ts'
import { requireWhole } from './money.ts'

/** Yes, no, or not known; unknown never approves but asks. */
export const Answer = z.enum(['yes', 'no', 'unknown'])
export type Answer = z.infer<typeof Answer>

/** All of them: no beats unknown beats yes. */
export const allOf = (answers: readonly Answer[]): Answer => (answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes')
/** Any of them: yes beats unknown beats no. */
export const anyOf = (answers: readonly Answer[]): Answer => (answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no')

const dayOrNone = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/)
/** GB/T 2260 code, `none` for somebody without any (no household registration, died abroad), empty while not known. */
export const FactArea = z.string().regex(/^(?:\d{6}|none)?$/)

/** One line of the bill: what was really charged, in whole units and fen. */
export const BillLine = z.strictObject({
  /** Unique within the bill. */
  id: z.string().min(1).max(64),
  item: z.enum(waiverItemCodes),
  unit: z.enum(waiverUnitCodes),
  quantity: z.int().positive(),
  unitPriceFen: z.int().nonnegative(),
  /** The family chose something better than the plain item (a better furnace, an urn of their own): substitution is asked of the policy. */
  chosen: z.boolean(),
  /** First day of what is charged by time, where the policy's clock asks for it; empty means that it begins with the clock. */
  from: dayOrNone,
})
export type BillLine = z.infer<typeof BillLine>

/** An item that was waived for this person before, here or elsewhere: it is not waived again. */
export const SettledItem = z.strictObject({ item: z.enum(waiverItemCodes), reference: z.string().min(1).max(100), day: dayOrNone, policy: z.string().max(60), waivedFen: z.int().nonnegative() })
export type SettledItem = z.infer<typeof SettledItem>

/** How the waiver is settled: at the home's till, or paid first and claimed. */
export const SettleMode = z.enum(['till', 'claim'])
export type SettleMode = z.infer<typeof SettleMode>

/** What a quote is asked of: the deceased, the case and the bill. */
export const WaiverFacts = z.strictObject({
  areas: z.strictObject({ hukou: FactArea, death: FactArea, cremation: FactArea }),
  days: z.strictObject({ death: dayOrNone, arrival: dayOrNone, cremation: dayOrNone, invoice: dayOrNone }),
  /** A question that is not answered is unknown. */
  flags: z.partialRecord(z.enum(waiverFlagCodes), Answer),
  mode: SettleMode,
  lines: z.array(BillLine).max(200),
  settled: z.array(SettledItem).max(200),
})
export type WaiverFacts = z.infer<typeof WaiverFacts>

/** What a line of the bill comes to, in fen. */
export const actualOf = (line: BillLine): number => line.quantity * line.unitPriceFen

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** Refuses facts that cannot be: a day that does not exist or stands in the wrong order, a quantity that is negative or a fraction, a line twice. Throws `invalid` at the field. */
export const requireSoundFacts = (facts: WaiverFacts, day: string): void => {
  if (!isCivilDate(day)) throw invalid(`没有 ${day} 这一天`, `There is no day ${day}`, 'day')
  const { death, arrival, cremation, invoice } = facts.days
  for (const [name, value] of Object.entries(facts.days)) if (value !== '' && !isCivilDate(value)) throw invalid(`没有 ${value} 这一天`, `There is no day ${value}`, `days.${name}`)
  if (death > day) throw invalid('死亡日期晚于结算当日', 'The death lies after the day of the settlement', 'days.death')
  if (death !== '' && arrival !== '' && arrival < death) throw invalid('死亡日期晚于到馆日期', 'The death lies after the arrival', 'days.death')
  if (death !== '' && cremation !== '' && cremation < death) throw invalid('死亡日期晚于火化日期', 'The death lies after the cremation', 'days.death')
  if (arrival !== '' && cremation !== '' && cremation < arrival) throw invalid('火化日期早于到馆日期', 'The cremation lies before the arrival', 'days.cremation')
  if (invoice > day) throw invalid('发票日期晚于结算当日', 'The invoice lies after the day of the settlement', 'days.invoice')
  const seen = new Set<string>()
  facts.lines.forEach((line, index) => {
    const field = `lines.${index}`
    if (seen.has(line.id)) throw invalid('明细行重复', 'The line stands there twice', `${field}.id`)
    seen.add(line.id)
    requireWhole(line.quantity, 1, `${field}.quantity`, text('数量', 'quantity'))
    requireWhole(line.unitPriceFen, 0, `${field}.unitPriceFen`, text('单价（分）', 'unit price in fen'))
    requireWhole(actualOf(line), 0, `${field}.quantity`, text('金额（分）', 'amount in fen'))
    if (line.from !== '' && !isCivilDate(line.from)) throw invalid(`没有 ${line.from} 这一天`, `There is no day ${line.from}`, `${field}.from`)
  })
}
