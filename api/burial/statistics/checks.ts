import { burialIdentities } from '../../../domain/burial/statistics/identities.ts'
import { plotCount, plotsOf } from '../../../domain/burial/placement/cemetery.ts'
import { civilDate, monthOf, monthRange, shiftMonth } from '../../../domain/dates.ts'
import { januaryOf, standingAt } from '../../../domain/reports/spans.ts'
import type { CellSums, CheckedIdentity } from '../../../domain/statistics/counted.ts'
import { checked } from '../../../domain/statistics/counted.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import { checkCounted } from '../../statistics/counted.ts'
import type { Period } from '../../statistics/table.ts'

const at = (sums: CellSums | undefined, cell: string, of: 'count' | 'fen'): number => sums?.get(cell)?.[of] ?? 0
const figures = [['cremated', 'cremated.total', 'count', '具', '火化遗体', 'cremated'], ['waived', 'waiver.total', 'fen', '元', '减免金额', 'waived']] as const

/** The total of a period against the sum of its months. */
const monthChecks = async (house: House, ids: ReadonlySet<string>, period: Period): Promise<readonly CheckedIdentity[]> => {
  const wanted = ([['cremated.months', 'cremated.total', 'count', '具', '火化遗体', 'cremated'], ['waiver.months', 'waiver.total', 'fen', '元', '减免总额', 'waived']] as const).filter(([id]) => ids.has(id))
  if (wanted.length === 0) return []
  const cells = wanted.map(([, cell]) => cell)
  const [whole, months] = await Promise.all([house.register.read.burial.sums(cells, period), house.register.read.burial.sumsByMonth(cells, period)])
  return wanted.map(([id, cell, of, unit, zh, en]) => checked(id, text(`${zh} = 各月之和`, `${en} = sum over months`), unit, at(whole, cell, of), [...months.values()].reduce((sum, month) => sum + at(month, cell, of), 0)))
}

/** Year to date of a month = year to date of the month before + the month, and nothing else; asked anew for every month of the last year of the period. */
const yearToDateChecks = async (house: House, ids: ReadonlySet<string>, period: Period): Promise<readonly CheckedIdentity[]> => {
  const wanted = figures.filter(([name]) => ids.has(`yearToDate.${name}`))
  if (wanted.length === 0) return []
  const { burial } = house.register.read
  const cells = wanted.map(([, cell]) => cell)
  const january = januaryOf(period.to).slice(0, 7)
  const months: string[] = []
  for (let month = january; month <= monthOf(period.to); month = shiftMonth(month, 1)) months.push(month)
  const endOf = (month: string): string => (month === monthOf(period.to) ? period.to : monthRange(month).to)
  const toDate = await Promise.all(months.map((month) => burial.sums(cells, { from: `${january}-01`, to: endOf(month) })))
  const alone = await Promise.all(months.map((month) => burial.sums(cells, { from: `${month}-01`, to: endOf(month) })))
  return wanted.map(([name, cell, of, unit, zh, en]) => {
    const broken = months.findIndex((_month, index) => at(toDate[index], cell, of) !== (index === 0 ? 0 : at(toDate[index - 1], cell, of)) + at(alone[index], cell, of))
    const index = broken < 0 ? months.length - 1 : broken
    const month = `${String(Number((months[index] ?? '').slice(5)))}`
    return checked(`yearToDate.${name}`, text(`${zh}：1-${month}月累计 = 上月累计 + 本月`, `${en}: year to date of month ${month} = that of the month before + the month`), unit, at(toDate[index], cell, of), (index === 0 ? 0 : at(toDate[index - 1], cell, of)) + at(alone[index], cell, of))
  })
}

/** A closed month still shows what it was closed with. */
const closedChecks = async (house: House, period: Period): Promise<readonly CheckedIdentity[]> => {
  const { burial } = house.register.read
  const closed = (await burial.closedMonths()).filter(({ month }) => period.from <= `${month}-01` && monthRange(month).to <= period.to)
  const [first, last] = [closed[0], closed.at(-1)]
  if (first === undefined || last === undefined) return []
  const months = await burial.sumsByMonth(figures.map(([, cell]) => cell), { from: `${first.month}-01`, to: monthRange(last.month).to })
  return figures.map(([name, cell, of, unit, zh, en]) => {
    const then = closed.reduce((sum, month) => sum + (name === 'cremated' ? month.cremated : month.waivedFen), 0)
    return checked(`closed.${name}`, text(`${zh}：已封账月份现数 = 封账时数（${String(closed.length)} 个月）`, `${en}: closed months show what they were closed with (${String(closed.length)})`), unit, closed.reduce((sum, { month }) => sum + at(months.get(month), cell, of), 0), then)
  })
}

/** Plots by their state against what was laid out, and interments against who lies there, as of today. */
const plotChecks = async (house: House, ids: ReadonlySet<string>): Promise<readonly CheckedIdentity[]> => {
  if (!ids.has('plots.states') && !ids.has('plots.occupants')) return []
  const { burial } = house.register.read
  const [cemeteries, counted] = await Promise.all([burial.cemeteries(), burial.sums(['plot.interred', 'plot.removed'], standingAt(civilDate('9999-12-31')))])
  let [capacity, untouched, touched, occupants] = [0, 0, 0, 0]
  for (const { id, value } of cemeteries) {
    capacity += value.sections.reduce((sum, section) => sum + plotCount(section), 0)
    for (const row of await burial.plotSums(id, house.today())) {
      touched += row.count
      occupants += row.occupants
    }
    // What nobody has touched is counted on the ground itself: a plot of the register that no section holds would show.
    for (const section of value.sections) {
      const known = new Set((await burial.board(id, section.code)).map((plot) => plot.id))
      for (const plot of plotsOf(id, section)) if (!known.has(plot.id)) untouched += 1
    }
  }
  const found = [
    checked('plots.states', text('墓位总数 = 空置（含未动用）+ 预留 + 已签 + 已安葬 + 停用 + 退还（今日）', 'plots = free (never touched included) + reserved + contracted + occupied + blocked + vacated (today)'), '穴', capacity, touched + untouched),
    checked('plots.occupants', text('墓位安葬 = 在葬 + 起出（今日）', 'interments = occupants + removals (today)'), '具', at(counted, 'plot.interred', 'count'), occupants + at(counted, 'plot.removed', 'count')),
  ]
  return found.filter(({ id }) => ids.has(id))
}

/** Checks the identities of some tables on what counted in a period, or on all there is at its end. */
export const checksOf = async (house: House, wanted: readonly string[], period: Period): Promise<readonly CheckedIdentity[]> => {
  if (wanted.length === 0) return []
  const ids = new Set(wanted)
  const plain = await checkCounted(house.register.read.burial, burialIdentities.filter(({ id }) => ids.has(id)), period)
  const [months, toDate, closed, plots] = await Promise.all([monthChecks(house, ids, period), yearToDateChecks(house, ids, period), closedChecks(house, period), plotChecks(house, ids)])
  return [...plain, ...months, ...toDate, ...closed, ...plots]
}
