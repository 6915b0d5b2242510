import type { CivilDate } from '../dates.ts'
import { addDays, civilDate, daysInMonth, weekday } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'

/**
 * Days off (weekends inside a break included) and make-up working days of the yearly notices of the General Office of the
 * State Council. `01-28/02-04` is a run of days, both in it. `working`: working days of the calendar year, a check on the table.
 */
const notices: Readonly<Record<number, { readonly off: string; readonly makeUp: string; readonly working: number }>> = {
  2015: { off: '01-01/01-03 02-18/02-24 04-05/04-06 05-01 06-20 06-22 09-03/09-05 09-27 10-01/10-07', makeUp: '01-04 02-15 02-28 09-06 10-10', working: 249 },
  2016: { off: '01-01 02-07/02-13 04-04 05-01/05-02 06-09/06-11 09-15/09-17 10-01/10-07', makeUp: '02-06 02-14 06-12 09-18 10-08 10-09', working: 250 },
  2017: { off: '01-01/01-02 01-27/02-02 04-02/04-04 05-01 05-28/05-30 10-01/10-08', makeUp: '01-22 02-04 04-01 05-27 09-30', working: 249 },
  2018: { off: '01-01 02-15/02-21 04-05/04-07 04-29/05-01 06-18 09-24 10-01/10-07 12-30/12-31', makeUp: '02-11 02-24 04-08 04-28 09-29 09-30 12-29', working: 250 },
  2019: { off: '01-01 02-04/02-10 04-05 05-01/05-04 06-07 09-13 10-01/10-07', makeUp: '02-02 02-03 04-28 05-05 09-29 10-12', working: 250 },
  2020: { off: '01-01 01-24/02-02 04-04/04-06 05-01/05-05 06-25/06-27 10-01/10-08', makeUp: '01-19 04-26 05-09 06-28 09-27 10-10', working: 249 },
  2021: { off: '01-01/01-03 02-11/02-17 04-03/04-05 05-01/05-05 06-12/06-14 09-19/09-21 10-01/10-07', makeUp: '02-07 02-20 04-25 05-08 09-18 09-26 10-09', working: 250 },
  2022: { off: '01-01/01-03 01-31/02-06 04-03/04-05 04-30/05-04 06-03/06-05 09-10/09-12 10-01/10-07 12-31', makeUp: '01-29 01-30 04-02 04-24 05-07 10-08 10-09', working: 249 },
  2023: { off: '01-01/01-02 01-21/01-27 04-05 04-29/05-03 06-22/06-24 09-29/10-06', makeUp: '01-28 01-29 04-23 05-06 06-25 10-07 10-08', working: 249 },
  2024: { off: '01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07', makeUp: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12', working: 251 },
  2025: { off: '01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08', makeUp: '01-26 02-08 04-27 09-28 10-11', working: 248 },
  2026: { off: '01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07', makeUp: '01-04 02-14 02-28 05-09 09-20 10-10', working: 248 },
}

/** First and last year with a notice; nothing is computed past them. */
export const calendarYears = { from: 2015, to: 2026 } as const

interface Year { readonly off: ReadonlySet<string>; readonly makeUp: ReadonlySet<string> }
const read = new Map<number, Year>()

const findYear = (year: number): Year | undefined => {
  const known = read.get(year)
  if (known !== undefined) return known
  const notice = notices[year]
  if (notice === undefined) return undefined
  const day = (monthDay: string): CivilDate => civilDate(`${year}-${monthDay}`)
  const off = new Set<string>()
  for (const run of notice.off.split(' ')) {
    const [first = '', last = first] = run.split('/')
    for (let next = day(first); next <= day(last); next = addDays(next, 1)) off.add(next)
  }
  const made = { off, makeUp: new Set<string>(notice.makeUp.split(' ').map(day)) }
  read.set(year, made)
  return made
}

/** Why a day is no working day, or undefined when it is one; `unknown` for a year whose notice is not in the table. */
export const findRestDay = (day: CivilDate): 'weekend' | 'holiday' | 'unknown' | undefined => {
  const year = findYear(Number(day.slice(0, 4)))
  if (year === undefined) return 'unknown'
  if (year.off.has(day)) return 'holiday'
  return weekday(day) > 5 && !year.makeUp.has(day) ? 'weekend' : undefined
}

/** Says whether a day is a working day by the yearly notices; throws `invalid` for a year without one: nobody may guess it. */
export const isWorkingDay = (day: CivilDate): boolean => {
  const rest = findRestDay(day)
  if (rest === 'unknown') throw new LantaiError('invalid', text(`没有 ${day.slice(0, 4)} 年的节假日安排，不能推算工作日`, `There is no holiday notice for ${day.slice(0, 4)}, so its working days cannot be told`))
  return rest === undefined
}

/** Working days of a calendar year by its notice, and what the notice itself adds up to (a check on the table). */
export const workingDaysOf = (year: number): { readonly counted: number; readonly published: number } => {
  const published = notices[year]?.working
  if (published === undefined) throw new LantaiError('invalid', text(`没有 ${year} 年的节假日安排`, `There is no holiday notice for ${year}`))
  let counted = 0
  for (let month = 1; month <= 12; month += 1) {
    for (let number = 1; number <= daysInMonth(year, month); number += 1) {
      if (isWorkingDay(civilDate(`${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`))) counted += 1
    }
  }
  return { counted, published }
}
