import { z } from 'zod'
import { isCivilDate } from '../../domain/dates.ts'
import { errorCodes } from '../../domain/error.ts'

export const Text = z.object({ zh: z.string(), en: z.string() })
/** A civil day that exists. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isCivilDate, { params: { text: { zh: '没有这一天', en: 'There is no such day' } } })
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const Id = z.string().regex(/^[A-Za-z0-9_-]{6,40}$/)
export const IdParams = z.strictObject({ id: Id })
export const Done = z.object({ done: z.literal(true) })

export const Finding = z.object({
  rule: z.string(), severity: z.enum(['stop', 'answer', 'information']), outcome: z.enum(['pass', 'fail', 'asks', 'notApplicable', 'notYet', 'unexamined']),
  title: Text, message: Text, law: Text, field: z.string().optional(), refusalGround: z.boolean().optional(),
})
export type Finding = z.infer<typeof Finding>

/** Every refusal of the door has this shape. */
export const ApiError = z.object({
  error: z.object({ code: z.enum(errorCodes), message: z.string(), text: Text, field: z.string().optional(), findings: z.array(Finding).optional(), details: z.unknown().optional() }),
})
export type ApiError = z.infer<typeof ApiError>

/** The second person of an act that needs two: signs in on the spot. */
export const SecondPerson = z.strictObject({ account: z.string().min(1).max(64), password: z.string().min(1).max(200) })
export const Reason = z.string().trim().min(2).max(400)
export const Account = z.object({
  id: z.string(), account: z.string(), name: z.string(), role: z.enum(['registrar', 'reviewer', 'administrator', 'auditor']), counter: z.string(), active: z.boolean(), sample: z.boolean(),
  lockedUntil: z.string(), certifiedUntil: z.string(), scope: z.enum(['mainland', 'all']), language: z.enum(['zh', 'en']),
})
export type Account = z.infer<typeof Account>

export const Job = z.object({
  id: z.string(), kind: z.enum(['sample', 'verify', 'backup', 'batch', 'import', 'compliance', 'remake']), state: z.enum(['running', 'done', 'failed', 'cancelled']),
  stage: z.string(), done: z.number(), total: z.number(), result: z.unknown().optional(), error: Text.optional(),
})
export type Job = z.infer<typeof Job>
