import { z } from 'zod'
import type { Action } from '../action.ts'
import { day } from '../case/file.ts'
import { rateBases } from './rates.ts'

const rateBaseCodes = rateBases.map(({ code }) => code) as [(typeof rateBases)[number]['code'], ...(typeof rateBases)[number]['code'][]]
const prefix = z.string().regex(/^[A-Z]{1,6}$/)
const year = z.int().min(1980).max(2200)

/** What the office does beside its cases; each rests on a reason. The subjects are `month/2026-10`, `denominator/2026/urbanDeaths`, `number/HZ/2026`. */
export const burialOfficeActions = {
  /** 月结封账: what comes later for the month counts in the month of its entry, as a signed line (second person). `head` is the journal's hash at the closing. */
  'burial.monthClosed': z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), day, head: z.string().max(80), cremated: z.int(), waivedFen: z.int() }),
  /** The denominator of a rate for a year or a month, with its source; a further one takes the place of the one before. */
  'burial.denominatorEntered': z.strictObject({ period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/), base: z.enum(rateBaseCodes), value: z.int().positive(), population: z.int().positive().optional(), perThousand: z.number().positive().max(1000).optional(), source: z.string().min(2).max(200), fromNumerator: z.boolean(), day }),
  /** Why serials between two numbers carry no paper (second person). */
  'burial.gapExplained': z.strictObject({ prefix, year, from: z.int().positive(), to: z.int().positive(), day }),
  /** A number spoiled on paper: used up, never given again (second person). */
  'burial.numberVoided': z.strictObject({ number: z.string().min(1).max(60), prefix, year, serial: z.int().positive(), day }),
  /** The papers of a plot that were printed; the subject is the plot. */
  'plot.printed': z.strictObject({ paper: z.string().max(60), interment: z.string().max(64), digest: z.string().max(80), printer: z.string().max(100) }),
} as const

export type BurialOfficeActionKind = keyof typeof burialOfficeActions
export type BurialOfficeAction = { [K in BurialOfficeActionKind]: Action<K, z.infer<(typeof burialOfficeActions)[K]>> }[BurialOfficeActionKind]
