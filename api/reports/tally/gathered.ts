import type { Reads } from '../../../db/contract.ts'
import type { House } from '../../house.ts'

/** Reads of counts that many tables ask at once: what they ask of the same days within one turn is read together, and nothing is read twice. */

interface Period { readonly from: string; readonly to: string }
type Sums<V> = ReadonlyMap<string, V>

/** What is read of some days: every prefix that was asked, those that wait for the turn to end, and the readings under way or done. */
interface Known<V> { readonly asked: Set<string>; waiting: Set<string>; readonly found: Map<string, V>; readonly readings: Promise<void>[] }

/** A prefix that takes all below it. */
const takesAll = (prefix: string): boolean => prefix.endsWith('.') || prefix === '@'

const covers = (prefixes: ReadonlySet<string>, wanted: string): boolean => {
  if (prefixes.has(wanted)) return true
  for (const prefix of prefixes) if (takesAll(prefix) && wanted.startsWith(prefix)) return true
  return false
}

const picked = <V>(found: ReadonlyMap<string, V>, prefixes: readonly string[]): Sums<V> => {
  const made = new Map<string, V>()
  for (const prefix of prefixes) {
    if (takesAll(prefix)) {
      for (const [cell, value] of found) if (cell.startsWith(prefix)) made.set(cell, value)
      continue
    }
    const value = found.get(prefix)
    if (value !== undefined) made.set(prefix, value)
  }
  return made
}

/** The same read, which waits for the turn to end and then asks all that was asked of the same days at once. */
const gathering = <V>(read: (prefixes: readonly string[], period: Period) => Promise<Sums<V>>) => {
  const byPeriod = new Map<string, Known<V>>()
  return async (prefixes: readonly string[], { from, to }: Period): Promise<Sums<V>> => {
    const key = `${from} ${to}`
    const known: Known<V> = byPeriod.get(key) ?? { asked: new Set(), waiting: new Set(), found: new Map(), readings: [] }
    byPeriod.set(key, known)
    const missing = prefixes.filter((prefix) => !covers(known.asked, prefix))
    if (missing.length > 0 && known.waiting.size === 0) {
      known.readings.push(new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
        const now = [...known.waiting]
        known.waiting = new Set()
        // What a wider prefix takes already would count again.
        const wide = now.filter(takesAll)
        for (const [cell, value] of await read(now.filter((prefix) => !wide.some((other) => other !== prefix && prefix.startsWith(other))), { from, to })) known.found.set(cell, value)
      }))
    }
    for (const prefix of missing) {
      known.asked.add(prefix)
      known.waiting.add(prefix)
    }
    await Promise.all(known.readings)
    return picked(known.found, prefixes)
  }
}

/** The same for a read that tells the cells of each part (month, day, office) of some days. */
const gatheringParts = <V>(read: (prefixes: readonly string[], period: Period) => Promise<ReadonlyMap<string, Sums<V>>>) => {
  const byCell = gathering(async (prefixes, period) => {
    const cells = new Map<string, Map<string, V>>()
    for (const [part, sums] of await read(prefixes, period)) {
      for (const [cell, value] of sums) {
        const parts = cells.get(cell) ?? new Map<string, V>()
        cells.set(cell, parts)
        parts.set(part, value)
      }
    }
    return cells
  })
  return async (prefixes: readonly string[], period: Period): Promise<ReadonlyMap<string, Sums<V>>> => {
    const parts = new Map<string, Map<string, V>>()
    for (const [cell, values] of await byCell(prefixes, period)) {
      for (const [part, value] of values) {
        const sums = parts.get(part) ?? new Map<string, V>()
        parts.set(part, sums)
        sums.set(cell, value)
      }
    }
    return new Map([...parts].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
}

/** A read that is asked once for each of its arguments. */
const once = <A extends readonly unknown[], R>(read: (...args: A) => Promise<R>) => {
  const known = new Map<string, Promise<R>>()
  return (...args: A): Promise<R> => {
    const key = JSON.stringify(args)
    const found = known.get(key) ?? read(...args)
    known.set(key, found)
    return found
  }
}

/** The same house, whose reads of counts are gathered: for one book, while nothing that it counts changes. */
export const gatheredHouse = (house: House): House => {
  const { read } = house.register
  const { burial, placeNames } = read
  const today = house.today()
  const statistic = gathering((prefixes, period) => read.statistic(prefixes, period, today))
  const parts = { month: gatheringParts((prefixes, period) => read.statisticBy('month', prefixes, period, today)), day: gatheringParts((prefixes, period) => read.statisticBy('day', prefixes, period, today)), office: gatheringParts((prefixes, period) => read.statisticBy('office', prefixes, period, today)) }
  const reads: Reads = {
    ...read,
    statistic: (prefixes, period) => statistic(prefixes, period),
    statisticBy: (part, prefixes, period) => parts[part](prefixes, period),
    periodCounts: once(read.periodCounts),
    burial: { ...burial, sums: gathering(burial.sums), sumsByMonth: gatheringParts(burial.sumsByMonth), homeNames: once(burial.homeNames), closedMonths: once(burial.closedMonths), denominators: once(burial.denominators), policies: once(burial.policies), rewardPolicies: once(burial.rewardPolicies), cemeteries: once(burial.cemeteries) },
    placeNames: { ...placeNames, sums: gathering(placeNames.sums), sumsByMonth: gatheringParts(placeNames.sumsByMonth), boundaries: once(placeNames.boundaries), boundaryPlan: once(placeNames.boundaryPlan), nameSums: once(placeNames.nameSums) },
  }
  return { ...house, register: { ...house.register, read: reads } }
}
