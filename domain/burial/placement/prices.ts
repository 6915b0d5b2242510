import { addMonths, civilDate } from '../../dates.ts'
import type { Facility } from '../facilities/facility.ts'
import { findPrice } from '../facilities/facility.ts'
import type { Section } from './actions.ts'
import { plotSizes } from './codes.ts'

/** A price that an authority approved for a plot or niche; amounts in fen. */
export interface ApprovedPrice {
  readonly mostFen: number
  readonly document: string
}

type Approvals = Pick<Facility, 'approvals'>

const first = (facility: Approvals, names: readonly string[], day: string): ApprovedPrice | undefined => {
  for (const name of names) {
    const found = findPrice(facility, name, day)
    if (found !== undefined) return found
  }
  return undefined
}

const sized = (section: Pick<Section, 'size'>, names: readonly string[]): readonly string[] => {
  const size = plotSizes.find(({ code }) => code === section.size)?.zh.replace(/（.*）/, '') ?? ''
  return [...names.map((name) => `${size}${name}`), ...names]
}

/** The approved use fee of a plot or niche on a civil day, one for its size before one for all; undefined where no approval names it. */
export const findPlotPrice = (facility: Approvals, section: Pick<Section, 'what' | 'size'>, day: string): ApprovedPrice | undefined => first(facility, sized(section, section.what === 'niche' ? ['格位使用费', '格位费', '格位'] : ['墓位使用费', '墓穴使用费', '墓位费', '墓位']), day)

const upkeepNames = ['维护管理费', '护墓费', '管理费'] as const

/** Begun years of a cycle. */
const yearsOf = ({ from, to }: { readonly from: string; readonly to: string }): number => {
  let years = 1
  while (addMonths(civilDate(from), 12 * years) < to) years += 1
  return years
}

/** The approved upkeep fee of a cycle on a civil day: one for the year (…每年) is counted by begun years, any other holds for the cycle; undefined where no approval names it. */
export const findUpkeepPrice = (facility: Approvals, section: Pick<Section, 'size'>, cycle: { readonly from: string; readonly to: string }, day: string): ApprovedPrice | undefined => {
  const names = sized(section, upkeepNames)
  const yearly = first(facility, names.flatMap((name) => [`${name}（每年）`, `${name}（年）`, `${name}/年`]), day)
  if (yearly !== undefined) return { ...yearly, mostFen: yearly.mostFen * yearsOf(cycle) }
  return first(facility, names.flatMap((name) => [name, `${name}（二十年）`, `${name}（20年）`]), day)
}
