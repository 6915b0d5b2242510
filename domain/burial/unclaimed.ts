import { codeTable } from '../codes/types.ts'
import { addDays, civilDate, daysBetween } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { BurialCase } from './fold.ts'
import { openHolds } from './fold.ts'

/** Bodies that nobody claims: national rules for them have not been published (《殡葬管理条例》第三十条), so the waiting time is the place's own and every such body stands on an ageing list. */

/** Who lies there unclaimed. */
export const unclaimedGroups = codeTable([
  ['unidentified', '姓名、身份不明', 'Name or identity unknown'],
  ['abandoned', '身份已明，亲属（单位）联系不上或者不处理', 'Known, but relatives or unit cannot be reached or refuse'],
] as const)
export type UnclaimedGroup = (typeof unclaimedGroups)[number]['code']

/** How long a body has lain there. */
export const ageBands = codeTable([
  ['waiting', '等待期内', 'Within the waiting time'],
  ['month', '等待期满至 30 日', 'Past it, up to 30 days'],
  ['quarter', '31 至 90 日', '31 to 90 days'],
  ['year', '91 日至 1 年', '91 days to a year'],
  ['fiveYears', '1 至 5 年', 'One to five years'],
  ['longer', '5 年以上', 'More than five years'],
] as const)
export type AgeBand = (typeof ageBands)[number]['code']

/** How an unclaimed body stands on a civil day. */
export interface UnclaimedAge {
  readonly group: UnclaimedGroup
  readonly arrivedOn: string
  /** Whole days since the arrival. */
  readonly days: number
  readonly band: AgeBand
  /** First day on which the local waiting time is over. */
  readonly unclaimedFrom: string
  readonly unclaimed: boolean
}

/** Which group a body that lies at the home belongs to, or undefined while somebody takes care of it. */
export const findUnclaimedGroup = ({ file, holds }: Pick<BurialCase, 'file' | 'holds'>): UnclaimedGroup | undefined => {
  if (file.kind !== 'body') return undefined
  if (file.deceased.identityType === 'none' || file.waiverFlags.unknownBody === 'yes' || openHolds({ holds }).some(({ kind }) => kind === 'unidentified')) return 'unidentified'
  const nobody = file.agent.name.trim() === '' || file.agent.relation === 'authority' || file.agent.relation === 'committee'
  return nobody || file.waiverFlags.vagrant === 'yes' ? 'abandoned' : undefined
}

const bandOf = (days: number, waitingDays: number): AgeBand => (days < waitingDays ? 'waiting' : days <= 30 ? 'month' : days <= 90 ? 'quarter' : days <= 365 ? 'year' : days <= 5 * 365 ? 'fiveYears' : 'longer')

/** How long an unclaimed body has lain at the home, by the place's waiting time in days; undefined for one that has left or that somebody takes care of. Throws `invalid` for a waiting time that is none. */
export const findUnclaimedAge = (folded: Pick<BurialCase, 'file' | 'holds' | 'received' | 'cremation' | 'transportedOut' | 'bodyBuried' | 'donated' | 'voided'>, day: string, waitingDays: number): UnclaimedAge | undefined => {
  if (!Number.isInteger(waitingDays) || waitingDays < 1) throw new LantaiError('invalid', text('等待天数应为正整数', 'The waiting time is a positive number of days'), 'waitingDays')
  const on = civilDate(day, 'day')
  const group = findUnclaimedGroup(folded)
  const left = [folded.cremation, folded.transportedOut, folded.bodyBuried, folded.donated, folded.voided].some((act) => act !== null)
  if (folded.received === null || left || group === undefined) return undefined
  const arrived = civilDate(folded.received.arrivedAt.slice(0, 10))
  if (arrived > on) return undefined
  const days = daysBetween(arrived, on)
  return { group, arrivedOn: arrived, days, band: bandOf(days, waitingDays), unclaimedFrom: addDays(arrived, waitingDays), unclaimed: days >= waitingDays }
}

/** The ageing list of a civil day, the oldest first, and how many stand in each band. */
export const unclaimedList = <C extends Parameters<typeof findUnclaimedAge>[0]>(cases: Iterable<C>, day: string, waitingDays: number): { readonly rows: readonly { readonly folded: C; readonly age: UnclaimedAge }[]; readonly bands: Readonly<Record<AgeBand, number>> } => {
  const rows = [...cases].flatMap((folded) => {
    const age = findUnclaimedAge(folded, day, waitingDays)
    return age === undefined ? [] : [{ folded, age }]
  }).sort((a, b) => b.age.days - a.age.days)
  const bands = Object.fromEntries(ageBands.map(({ code }) => [code, rows.filter(({ age }) => age.band === code).length])) as Record<AgeBand, number>
  return { rows, bands }
}

/** Says whether ashes in a deposit are past a local time after its end without being taken out (Shanghai: two years); `days` is the place’s own rule. */
export const ashesForgotten = (folded: Pick<BurialCase, 'deposit' | 'state'>, day: string, days: number): boolean => folded.state === 'ashesDeposited' && folded.deposit !== null && civilDate(day, 'day') > addDays(civilDate(folded.deposit.to), days)
