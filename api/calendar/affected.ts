import type { DivorceRow, Reads } from '../../db/contract.ts'
import type { Calendar, RestOptions } from '../../domain/calendar/index.ts'
import { civilDate, type CivilDate } from '../../domain/dates.ts'
import { coolingOff } from '../../domain/divorce/clock.ts'
import { LantaiError } from '../../domain/error.ts'
import type { Affected } from '../schemas/calendar.ts'

interface Ends { readonly end1: CivilDate; readonly end2: CivilDate }

/** The days by a table, or undefined where the table does not reach. */
const endsBy = (acceptedOn: string, calendar: Calendar, options: RestOptions): Ends | undefined => {
  try {
    return coolingOff(acceptedOn, calendar, options)
  } catch (error) {
    if (error instanceof LantaiError && error.code === 'invalid') return undefined
    throw error
  }
}

interface Days { readonly end1: string; readonly end2: string }
const differ = (a: Days | undefined, b: Days): boolean => a === undefined || a.end1 !== b.end1 || a.end2 !== b.end2

const running = async function* (reads: Pick<Reads, 'divorces'>, today: string): AsyncGenerator<DivorceRow> {
  for (const phase of ['coolingOff', 'issuanceOpen'] as const) {
    let after: string | undefined
    do {
      const page = await reads.divorces({ clock: { phase, today }, limit: 500, ...(after === undefined ? {} : { after }) })
      yield* page.rows
      after = page.next
    } while (after !== undefined)
  }
}

/** Cases shown of those affected. */
const shown = 200

/** Running applications whose days would come out otherwise by the table after a change than before it, and are not so already. */
export const affectedBy = async (reads: Pick<Reads, 'divorces'>, before: Calendar, after: Calendar, options: { readonly today: string; readonly restOn: (day: string) => Promise<RestOptions> }): Promise<Affected> => {
  const cases: Affected['cases'] = []
  let count = 0
  for await (const { id, receiptNumber, acceptedOn, end1, end2 } of running(reads, options.today)) {
    const rest = await options.restOn(acceptedOn)
    const now = endsBy(acceptedOn, after, rest)
    if (now === undefined || !differ(endsBy(acceptedOn, before, rest), now) || !differ({ end1, end2 }, now)) continue
    count += 1
    if (cases.length < shown) cases.push({ id, receiptNumber, acceptedOn: civilDate(acceptedOn), end1: civilDate(end1), end2: civilDate(end2), newEnd1: now.end1, newEnd2: now.end2 })
  }
  return { count, cases }
}
