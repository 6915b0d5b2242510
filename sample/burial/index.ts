import type { CivilDate } from '../../domain/dates.ts'
import { addDays, dayNumber } from '../../domain/dates.ts'
import { sampleHome } from '../places.ts'
import type { Step } from '../script.ts'
import { bodySteps, claimSteps, limbSteps } from './cases.ts'
import { makeBurialDesk } from './desk.ts'
import { closingSteps, facilitySteps, foundingSteps, illegalGraveSteps, inspectionSteps, qingmingSteps, relocationSteps } from './grounds.ts'
import { holdingSteps, ledgerSteps } from './plots.ts'

/** What a year of the window of funeral affairs is made by. */
export interface BurialYear {
  readonly seed: number
  readonly first: CivilDate
  readonly last: CivilDate
  /** Bodies brought in over the year. */
  readonly bodies: number
}

/** The window of funeral affairs of the sample office, day by day: a home works every day of the year. Ask for the days in their order, each once. */
export const burialDays = ({ seed, first, last, bodies }: BurialYear): ((day: CivilDate) => readonly Step[]) => {
  const desk = makeBurialDesk(seed)
  const { random } = desk
  const perDay = bodies / (dayNumber(last) - dayNumber(first) + 1)
  let owed = 0
  return (day) => {
    const isFirst = day === first
    const steps: Step[] = isFirst ? [...foundingSteps(day, sampleHome), ...ledgerSteps(desk, day)] : []
    if (day === addDays(first, 1)) steps.push(...facilitySteps(desk, day))
    if (day === addDays(first, 20)) steps.push(...relocationSteps(desk, day))
    // The year before is inspected in spring.
    if (day.slice(5) === '03-20') steps.push(...inspectionSteps(desk, day))
    if (day === addDays(last, -3)) steps.push(...holdingSteps(desk, day))
    for (const make of desk.due(day)) steps.push(...make(day))
    // More die in winter.
    owed += perDay * (1 + 0.25 * Math.cos(((Number(day.slice(5, 7)) - 1) / 6) * Math.PI)) * (0.5 + random.next())
    const count = Math.floor(owed)
    owed -= count
    for (let index = 0; index < count; index += 1) steps.push(...bodySteps(desk, day))
    if (random.chance(perDay * 0.012)) steps.push(...limbSteps(desk, day))
    if (random.chance(perDay * 0.03)) steps.push(...claimSteps(desk, day))
    steps.push(...qingmingSteps(desk, day), ...illegalGraveSteps(desk, day), ...closingSteps(desk, day, isFirst))
    return steps
  }
}
