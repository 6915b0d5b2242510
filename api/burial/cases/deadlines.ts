import type { BurialFilter, BurialRow } from '../../../db/burial/contract.ts'
import type { Reads } from '../../../db/contract.ts'
import { addDays, civilDate } from '../../../domain/dates.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import type { Deadline, Money } from '../../windows.ts'
import { listTitles } from './list.ts'

interface Period { readonly from: string; readonly to: string }

const titles = {
  storageOverdue: text('遗体存放到期', 'Storage of a body ends'), unclaimed: text('遗体无人认领期满', 'Waiting time for an unclaimed body ends'), depositsEnding: text('骨灰寄存到期', 'Deposit of ashes ends'),
} as const satisfies Readonly<Record<string, Text>>

/** Every row of a list, in its order, until one says that it is enough. */
const rowsOf = async (reads: Reads, filter: BurialFilter, enough: (row: BurialRow) => boolean): Promise<readonly BurialRow[]> => {
  const found: BurialRow[] = []
  let { after } = filter
  do {
    const page = await reads.burial.cases({ ...filter, limit: 1000, ...(after === undefined ? {} : { after }) })
    for (const row of page.rows) {
      if (enough(row)) return found
      found.push(row)
    }
    after = page.next
  } while (after !== undefined)
  return found
}

/** Storage, waiting times of the unclaimed and deposits that end within days, from the desk's own lists. */
export const burialDeadlines = async (reads: Reads, { from, to }: Period, house: House): Promise<readonly Deadline[]> => {
  const waiting = (await house.settingsOn(house.today()))['burial.unclaimedDays']
  const counts = new Map<string, number>()
  const add = (kind: keyof typeof titles, day: string): void => {
    if (day >= from && day <= to) counts.set(`${day} ${kind}`, (counts.get(`${day} ${kind}`) ?? 0) + 1)
  }
  // Bodies at the home are few.
  for (const { until, arrivedAt } of await rowsOf(reads, { list: { list: 'inHome', today: to } }, () => false)) {
    add('storageOverdue', until)
    if (arrivedAt !== '') add('unclaimed', addDays(civilDate(arrivedAt.slice(0, 10)), waiting))
  }
  // The list runs by the last day: from behind every place of the day before, until the period is over.
  const start = `${addDays(civilDate(from), -1)}~${String(Number.MAX_SAFE_INTEGER)}`
  for (const { until } of await rowsOf(reads, { list: { list: 'depositsEnding', today: to }, after: start }, ({ until }) => until > to)) add('depositsEnding', until)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, count]) => {
    const [day = '', kind = ''] = place.split(' ')
    return { day, kind, title: titles[kind as keyof typeof titles], count }
  })
}

/** What fell due and still waits for somebody. */
export const burialOverdue = async ({ burial }: Reads, today: string): Promise<readonly Omit<Deadline, 'day'>[]> =>
  Promise.all((['storageOverdue', 'unclaimed'] as const).map(async (list) => ({ kind: list, title: listTitles[list], count: await burial.count({ list: { list, today } }) })))

const moneyKinds = [
  { kind: 'waiver', cell: 'waiver.total', title: text('惠民殡葬减免', 'Waived') },
  { kind: 'reward', cell: 'reward.total', title: text('生态安葬奖补', 'Eco-burial rewards') },
] as const

/** Waivers and rewards that count within days, in fen. */
export const burialMoney = async ({ burial }: Reads, period: Period): Promise<readonly Money[]> => {
  const sums = await burial.sums(moneyKinds.map(({ cell }) => cell), period)
  return moneyKinds.map(({ kind, cell, title }) => ({ kind, title, count: sums.get(cell)?.count ?? 0, fen: sums.get(cell)?.fen ?? 0 }))
}
