import type { BlankType, CountRow } from '../../db/contract.ts'
import { blankTypes } from '../../db/contract.ts'
import { addDays } from '../../domain/dates.ts'
import { marriageKinds } from '../../domain/marriage/file.ts'
import { countAt } from '../../domain/statistics/cells.ts'
import type { Identity } from '../../domain/statistics/identities.ts'
import { bookletIdentities, equation } from '../../domain/statistics/identities.ts'
import type { Matter } from '../../domain/statistics/matters.ts'
import { matters, sumMatters } from '../../domain/statistics/matters.ts'
import { text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import type { Period } from './table.ts'

const isMatter = (kind: string): kind is Matter => matters.some(({ code }) => code === kind)
/** Kinds that the windows tell apart and the list of matters does not. */
const partOf: Readonly<Record<string, Matter>> = { ...Object.fromEntries(marriageKinds.map((kind) => [`marriage ${kind}`, 'marriage' as const])), 'reissue reissueMarriage': 'reissue', 'reissue reissueDivorce': 'reissue' }
const matterOf = ({ window, kind }: CountRow): Matter | undefined => partOf[`${window} ${kind}`] ?? (isMatter(kind) ? kind : undefined)

/** Everything the windows did in a period, by matter. */
export const countMatters = async (house: House, { from, to }: Period) => {
  const counts: Partial<Record<Matter, number>> = {}
  const windows = new Map<Matter, Set<string>>()
  for (const row of await house.register.read.periodCounts(from, to)) {
    const matter = matterOf(row)
    if (matter === undefined) continue
    counts[matter] = (counts[matter] ?? 0) + row.count
    windows.set(matter, (windows.get(matter) ?? new Set()).add(row.window))
  }
  const lines = matters.map(({ code, zh, en }) => {
    const own = [...(windows.get(code) ?? [])]
    return { code, title: text(zh, en), unit: code === 'marriage' || code === 'divorce' ? ('对' as const) : ('件' as const), count: counts[code] ?? 0, window: own.length === 1 ? (own[0] ?? '') : '', kind: code }
  })
  return { counts, lines, ...sumMatters(counts) }
}

/** Booklets of a type that left the stock in a period by what stands in the stock: opening by what went before, closing by what is left now and went after, so that a movement that is missing shows. */
const stockUsed = async (house: House, type: BlankType, { from, to }: Period): Promise<{ readonly issued: number; readonly voided: number; readonly used: number }> => {
  const { read } = house.register
  const [within, after, ranges] = await Promise.all([read.stockMonth(type, from, to), read.stockMonth(type, addDays(to, 1), '9999-12-31'), read.stockRanges(type)])
  const left = ranges.reduce((sum, range) => sum + range.count - range.used, 0)
  const closing = left - after.received + after.issued + after.reissued + after.spoiled + after.returned
  return { issued: within.issued + within.reissued, voided: within.spoiled, used: within.opening + within.received - within.returned - closing }
}

/** The booklets of a period against its registrations, and the matters against the statistics of the same period. */
export const matterIdentities = async (house: House, period: Period, counts: Readonly<Partial<Record<Matter, number>>>): Promise<readonly Identity[]> => {
  const { read } = house.register
  const [cells, across, ...stock] = await Promise.all([read.statistic(['marriage.total', 'divorce.total', 'reissue.total', 'reissue.booklets', 'application.accepted'], period, house.today()), read.bookletsVoidedAcross(period), ...blankTypes.map((type) => stockUsed(house, type, period))])
  const sum = (key: 'issued' | 'voided' | 'used'): number => stock.reduce((all, part) => all + part[key], 0)
  const same = (matter: Matter, cell: string, unit: '对' | '件'): Identity => {
    const { zh, en } = matters.find(({ code }) => code === matter) ?? { zh: matter, en: matter }
    return equation(`matters.${matter}`, text(`${zh}：办理事项 = 统计表`, `${en}: matters = statistics`), unit, { label: text('办理事项', 'matters'), value: counts[matter] ?? 0 }, { label: text('统计表', 'statistics'), value: countAt(cells, cell) })
  }
  return [
    same('marriage', 'marriage.total', '对'), same('divorce', 'divorce.total', '对'), same('divorceApplication', 'application.accepted', '件'), same('reissue', 'reissue.total', '件'),
    // A void counts in the stock on its own day, a couple on that of the registration.
    ...bookletIdentities({ marriages: countAt(cells, 'marriage.total'), divorces: countAt(cells, 'divorce.total'), reissued: countAt(cells, 'reissue.booklets'), issued: sum('issued') - across.later + across.earlier, voided: sum('voided') + across.later - across.earlier, stockUsed: sum('used') }),
  ]
}
