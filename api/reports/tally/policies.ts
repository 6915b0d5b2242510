import type { Reads } from '../../../db/contract.ts'
import { addDays, addMonths, civilDate } from '../../../domain/dates.ts'
import type { Period } from '../../../domain/reports/spans.ts'
import { areaWithin } from '../../../domain/waiver/eligibility.ts'

/** Days of a period from which another policy of waivers or rewards applies. */

const partial = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
/** The first day of a year, a month, or the day itself. */
const firstOf = (given: string): string => (given.length === 4 ? `${given}-01-01` : given.length === 7 ? `${given}-01` : given)
/** The day after the last of a year, of a month, or of the day itself. */
const dayAfter = (given: string): string => {
  const first = civilDate(firstOf(given))
  return given.length === 10 ? addDays(first, 1) : addMonths(first, given.length === 7 ? 1 : 12)
}

/** Whether a policy is of an office: its areas hold the office, or lie within it. */
const isOf = (areas: readonly string[], officeArea: string): boolean => areaWithin(officeArea, areas) !== 'no' || areas.some((area) => areaWithin(area, [officeArea]) === 'yes')

/** Policies of an office that begin or end within a period, its first day apart, in order. */
export const policyDays = async ({ burial }: Pick<Reads, 'burial'>, period: Period, officeArea: string): Promise<readonly { readonly title: string; readonly day: string; readonly begins: boolean }[]> => {
  const [waivers, rewards] = await Promise.all([burial.policies(), burial.rewardPolicies()])
  const within = (day: string): boolean => day > period.from && day <= period.to
  return [...waivers, ...rewards].filter(({ policy }) => isOf(policy.areas, officeArea)).flatMap(({ policy: { title, from, to } }) => [
    ...(partial.test(from) && within(firstOf(from)) ? [{ title: title.zh, day: firstOf(from), begins: true }] : []),
    ...(partial.test(to) && within(dayAfter(to)) ? [{ title: title.zh, day: dayAfter(to), begins: false }] : []),
  ]).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
