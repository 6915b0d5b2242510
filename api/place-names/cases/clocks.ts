import type { Reads } from '../../../db/contract.ts'
import type { PlaceNameRow } from '../../../db/place-names/contract.ts'
import { civilDate, daysBetween } from '../../../domain/dates.ts'
import { clocksOfCase, type PlaceNameClock } from '../../../domain/place-names/case/clocks.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import type { ClockOptions } from '../../../domain/place-names/clocks.ts'
import { clockSettingsOf } from '../../../domain/place-names/profile.ts'
import { text, type Text } from '../../../domain/text.ts'
import { calendarOf, restOptions } from '../../calendar/calendar.ts'
import type { House } from '../../house.ts'
import type { placeNameLists, PlaceNameClockLine, PlaceNameLine } from '../../schemas/place-names.ts'
import type { Deadline } from '../../windows.ts'
import { profileOn } from '../profile.ts'
import { foldOfRow } from './folds.ts'

export type PlaceNameList = (typeof placeNameLists)[number]

/** Names of the lists that the desk keeps open. */
export const listTitles: Readonly<Record<PlaceNameList, Text>> = {
  supplementDue: text('待受理或者告知补正', 'To accept, or to ask for what is missing'), decisionDue: text('待决定（复函）', 'To decide, or to answer'), deliveryDue: text('待送达', 'To deliver'), filingDue: text('待备案', 'To file'), noticeDue: text('待公告', 'To publish'),
  entryOpen: text('待录入国家地名信息库', 'To enter in the national base'), signDue: text('待设标', 'Signs to set'), repliesDue: text('待回复意见', 'Replies awaited'), displaysEnding: text('公示中', 'Displays running'), toArchive: text('待归档', 'To archive'),
}

/** The clocks' own lists; of the rest the state of the work decides. */
const clockLists: Partial<Readonly<Record<PlaceNameList, PlaceNameClock['id']>>> = { supplementDue: 'supplement', decisionDue: 'decision', deliveryDue: 'delivery', filingDue: 'filing', noticeDue: 'notice', signDue: 'sign', repliesDue: 'reply', displaysEnding: 'display' }

/** How the office counts the days of clocks, on a day. */
export const clockOptions = async (house: House, reads: Pick<Reads, 'placeNames' | 'calendarNotices'>, day: string): Promise<ClockOptions> => {
  const [profile, calendar, rest] = await Promise.all([profileOn(house, reads, day), calendarOf(house, reads), restOptions(house, day)])
  return { ...rest, settings: clockSettingsOf(profile), calendar }
}

/** A case with its clocks today. */
export interface ClockedCase { readonly row: PlaceNameRow; readonly folded: PlaceNameCase; readonly clocks: readonly PlaceNameClock[] }

/** A clock as a page shows it. */
export const clockLine = ({ id, of, title, due, done, state, daysLeft, because }: PlaceNameClock): PlaceNameClockLine => ({ id, of, title, from: due?.from ?? '', due: due?.day ?? '', done: done ?? '', state, daysLeft, law: due?.law ?? null, ...(because === undefined ? {} : { because }) })

const running = ({ state, done, due }: PlaceNameClock): boolean => done === undefined && due !== undefined && (state === 'open' || state === 'overdue')

/** The clock of a case that falls due next; null when none runs. */
export const nextDue = (clocks: readonly PlaceNameClock[], today: string): PlaceNameLine['due'] => {
  const [next] = clocks.filter(running).toSorted((a, b) => ((a.due?.day ?? '') < (b.due?.day ?? '') ? -1 : 1))
  return next?.due === undefined ? null : { id: next.id, title: next.title, day: next.due.day, daysLeft: daysBetween(civilDate(today), next.due.day), overdue: next.due.day < today }
}

/** The day on which a case falls due in a list; undefined when it does not stand in it, empty when it has no last day. */
const dueIn = (list: PlaceNameList, { folded, clocks }: ClockedCase): string | undefined => {
  const clock = clockLists[list]
  if (clock !== undefined) {
    const open = clocks.filter((one) => one.id === clock && one.done === undefined && (one.state === 'open' || one.state === 'overdue' || (one.state === 'unknown' && one.because !== undefined)))
    // A notice that waits for new papers of a filing has no last day and is waited for all the same.
    // Supplemented, it waits to be accepted; that has no last day of its own.
    if (list === 'supplementDue' && open.length === 0) return folded.state === 'received' ? '' : undefined
    return open.length === 0 ? undefined : (open.map(({ due }) => due?.day ?? '').filter((day) => day !== '').toSorted()[0] ?? '')
  }
  const { state, words, entries, filings, notices, decision, delivered, file } = folded
  if (list === 'entryOpen') return state === 'approved' && entries.length < words.length ? '' : undefined
  if (state === 'refused' || state === 'notAccepted') return delivered === null && file.source === 'application' ? undefined : ''
  if (state === 'withdrawn') return ''
  if (state !== 'approved' || decision === null) return undefined
  const published = new Set(notices.flatMap((notice) => notice.words.map(({ item }) => item)))
  const filed = decision.approver === 'stateCouncil' || filings.at(-1)?.outcome === 'filed'
  const handed = file.source === 'consultation' || delivered !== null
  const signed = !clocks.some(({ id, done }) => id === 'sign' && done === undefined)
  return filed && handed && signed && entries.length >= words.length && words.every(({ item }) => published.has(item)) ? '' : undefined
}

type ClockReads = Pick<Reads, 'placeNames' | 'calendarNotices' | 'entriesOf'>

const clockedCases = async (house: House, reads: ClockReads, today: string): Promise<readonly ClockedCase[]> => {
  const [rows, options] = await Promise.all([reads.placeNames.running(5000), clockOptions(house, reads, today)])
  return Promise.all(rows.map(async (row) => {
    const folded = await foldOfRow(house.register, reads, row)
    return { row, folded, clocks: clocksOfCase(folded, civilDate(today), options) }
  }))
}

const underWay = new WeakMap<ClockReads, { readonly key: string; readonly cases: Promise<readonly ClockedCase[]> }>()

/** Cases whose work is not over, with their clocks; as many as a big city has at once. A day asks for its lists, its deadlines and what is overdue at once: who asks while another looks, and nothing was written meanwhile, gets the same answer. */
export const runningCases = async (house: House, reads: ClockReads, today: string): Promise<readonly ClockedCase[]> => {
  const key = `${(await house.register.head()).hash} ${today}`
  const known = underWay.get(reads)
  if (known?.key === key) return known.cases
  const cases = clockedCases(house, reads, today)
  underWay.set(reads, { key, cases })
  try {
    return await cases
  } finally {
    if (underWay.get(reads)?.cases === cases) underWay.delete(reads)
  }
}

/** The cases of a list, the most pressing first, then those that came first. */
export const casesIn = (list: PlaceNameList, cases: readonly ClockedCase[]): readonly ClockedCase[] =>
  cases.flatMap((one) => { const due = dueIn(list, one); return due === undefined ? [] : [{ one, due: due === '' ? '9999' : due }] }).toSorted((a, b) => (a.due === b.due ? (a.one.row.openedAt < b.one.row.openedAt ? -1 : 1) : a.due < b.due ? -1 : 1)).map(({ one }) => one)

const dueLists = Object.keys(clockLists) as readonly PlaceNameList[]

/** What falls due within days, by day, as the lists find it. */
export const placeNameDeadlines = async (reads: Reads, { from, to }: { readonly from: string; readonly to: string }, house: House): Promise<readonly Deadline[]> => {
  const cases = await runningCases(house, reads, house.today())
  return dueLists.flatMap((list) => {
    const counts = new Map<string, number>()
    for (const one of cases) {
      const day = dueIn(list, one)
      if (day !== undefined && day !== '' && day >= from && day <= to) counts.set(day, (counts.get(day) ?? 0) + 1)
    }
    return [...counts].map(([day, count]) => ({ day, kind: list, title: listTitles[list], count }))
  })
}

/** What fell due before today and is not done. */
export const placeNameOverdue = async (reads: Reads, today: string, house: House): Promise<readonly Omit<Deadline, 'day'>[]> => {
  const cases = await runningCases(house, reads, today)
  return dueLists.map((list) => ({ kind: list, title: listTitles[list], count: cases.filter((one) => { const day = dueIn(list, one); return day !== undefined && day !== '' && day < today }).length }))
}

/** How many cases wait in each list. */
export const countLists = async (house: House, reads: ClockReads, today: string, lists: readonly PlaceNameList[]): Promise<readonly { readonly list: PlaceNameList; readonly title: Text; readonly count: number }[]> => {
  const cases = await runningCases(house, reads, today)
  return lists.map((list) => ({ list, title: listTitles[list], count: cases.filter((one) => dueIn(list, one) !== undefined).length }))
}
