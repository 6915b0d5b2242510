import type { Calendar } from '../../domain/calendar/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { addDays } from '../../domain/dates.ts'
import { clerkIds, managerId } from '../accounts.ts'
import { stepOf } from '../office.ts'
import type { Step } from '../script.ts'
import { coursesOfYear, planCourse } from './cases.ts'
import { makePlaceNameDesk } from './desk.ts'
import { oldGazetteer, sampleProfile } from './ground.ts'
import { planAfterRenaming, planBoundaries, planEstatePlates, planIrregular, planNamePlan, planStreetPlates, platesOfYear } from './others.ts'

/** The place-name desk of the sample office over a year, day by day. Ask for the days in their order, each once. */
export const placeNameDays = ({ seed, first, calendar }: { readonly seed: number; readonly first: CivilDate; readonly calendar: Calendar }): ((day: CivilDate) => readonly Step[]) => {
  const profile = sampleProfile()
  const desk = makePlaceNameDesk(seed, calendar, profile)
  for (const action of oldGazetteer(first)) desk.plan(first, () => action)
  planNamePlan(desk, first)
  planBoundaries(desk, first)
  platesOfYear.forEach(([name, doors, metres], index) => planStreetPlates(desk, desk.later(first, 2 + index), name, doors, metres))
  for (const course of coursesOfYear) planCourse(desk, course, desk.open(addDays(first, course.day)))
  planAfterRenaming(desk, desk.open(addDays(first, 80)))
  planEstatePlates(desk, desk.open(addDays(first, 130)), '望湖花园')
  planIrregular(desk, first)
  return (day) => [
    ...(day === first ? [stepOf(day, 8 * 3_600_000 + 30_000, managerId, '', () => ({ kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day, profile }, reason: '示例数据', second: clerkIds[0] }))] : []),
    ...desk.stepsOf(day),
  ]
}
