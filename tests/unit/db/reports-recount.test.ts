import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthRange } from '../../../domain/dates.ts'
import type { Register } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { newRegister, outside, rowsOf } from './helpers.ts'
import { steps } from './history.ts'
import type { Closing } from './reports-history.ts'
import { acts, ownCounts, play } from './reports-history.ts'
import type { Counted } from './reports-recount.ts'
import { recountCells, recountSums, recountTallies } from './reports-recount.ts'

type Sums = Readonly<Record<string, number>>
const sumBy = <T>(rows: readonly T[], keyOf: (row: T) => string, countOf: (row: T) => number): Sums => {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + countOf(row))
  return Object.fromEntries([...sums].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}
const counts = <T extends { readonly count: number }>(rows: readonly T[], keyOf: (row: T) => string): Sums => sumBy(rows, keyOf, ({ count }) => count)
const add = (...all: readonly Sums[]): Sums => sumBy(all.flatMap((sums) => Object.entries(sums)), ([key]) => key, ([, count]) => count)

const years = { from: '2026-01-01', to: '2026-12-31' }
const dayKey = ({ day, window, kind, unit, counter }: Counted): string => [day, window, kind, unit, counter].join(' ')
const tallyCell = ({ window, kind, unit }: Pick<Counted, 'window' | 'kind' | 'unit'>): string => `tally.${window}.${kind}.${unit}`

const countAll = (register: Register, upTo: number): { readonly tallies: readonly Counted[]; readonly cells: ReturnType<typeof recountCells> } => outside(register.folder, (db) => ({ tallies: recountTallies(db, upTo), cells: recountCells(db, upTo) }))
const within = <T extends { readonly day: string }>(rows: readonly T[], { from, to }: { readonly from: string; readonly to: string }): readonly T[] => rows.filter(({ day }) => from <= day && day <= to)

/** Counted kinds and columns of couples, reissues and ends as one list of cells, for days of a period. */
const toDate = (register: Register, upTo: number, period: { readonly from: string; readonly to: string }): Sums => {
  const { tallies, cells } = countAll(register, upTo)
  return add(counts(within(tallies, period), tallyCell), sumBy(within(cells, period), ({ cell }) => cell, () => 1))
}
const lateSums = async (register: Register, filter: Parameters<Register['read']['reports']['lateSums']>[0]): Promise<Sums> =>
  Object.fromEntries([...await register.read.reports.lateSums(filter)].filter(([cell, { count }]) => count !== 0 && !/^(?:burial|place-names)\./u.test(cell)).map(([cell, { count }]) => [cell, count] as const).sort(([a], [b]) => (a < b ? -1 : 1)))

const holdsTallies = async (register: Register, tallies: readonly Counted[]): Promise<void> => {
  const { reports } = register.read
  // Names take back what a later entry undoes by the hour and counter of that entry: there the day is what must agree.
  const hourly = (rows: readonly Counted[]): readonly Counted[] => rows.filter(({ window }) => window !== 'place-names')
  const held = rowsOf(register.folder, 'SELECT * FROM tally WHERE count <> 0') as unknown as readonly Counted[]
  expect(counts(hourly(held), (row) => `${dayKey(row)} ${String(row.hour)}`)).toEqual(counts(hourly(tallies), (row) => `${dayKey(row)} ${String(row.hour)}`))
  const byDay = counts(tallies, ({ day, window, kind, unit }) => [day, window, kind, unit].join(' '))
  // Sums over counters are the office, over days the month, over months the year.
  const days = [...new Set(held.map(({ day }) => day))]
  const office: Counted[] = []
  for (const day of days) office.push(...(await reports.counterCounts(day)).map((row) => ({ ...row, day, hour: 0 })))
  expect(counts(office, ({ day, window, kind, unit }) => [day, window, kind, unit].join(' '))).toEqual(byDay)
  expect(counts(office, ({ day, window, kind }) => [day, window, kind].join(' '))).toEqual(counts(tallies, ({ day, window, kind }) => [day, window, kind].join(' ')))
  const months = counts(await reports.kindsByMonth(years), (row) => `${row.month} ${tallyCell(row)}`)
  expect(months).toEqual(counts(within(tallies, years), (row) => `${row.day.slice(0, 7)} ${tallyCell(row)}`))
  const year = counts(await reports.kindCounts(years), tallyCell)
  expect(year).toEqual(counts(within(tallies, years), tallyCell))
  expect(sumBy(Object.entries(months), ([key]) => key.slice(8), ([, count]) => count)).toEqual(year)
  for (const kind of ['marriage', 'refusal', 'cremated']) {
    const window = kind === 'cremated' ? 'burial' : 'marriage'
    expect(counts(await reports.kindByDay(window, kind, years), ({ day }) => day)).toEqual(counts(within(tallies, years).filter((row) => row.window === window && row.kind === kind), ({ day }) => day))
  }
  expect(counts(await reports.load(years), ({ weekday }) => String(weekday))).toEqual(counts(within(tallies, years), ({ day }) => String(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1)))
}

const holdsCells = async (register: Register, cells: ReturnType<typeof recountCells>): Promise<void> => {
  const prefixes = ['marriage.', 'divorce.', 'reissue.', 'ending.', 'application.accepted', 'withdrawal.', 'marriageCorrected.', 'divorceCorrected.', 'reissueCorrected.']
  for (const period of [years, { from: '2026-05-01', to: '2026-05-31' }]) {
    const held = await register.read.statistic(prefixes, period, '2026-12-31')
    expect(Object.fromEntries([...held].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(sumBy(within(cells, period), ({ cell }) => cell, () => 1))
  }
}

const holdsSums = async (register: Register, upTo: number): Promise<void> => {
  const all = { from: '2000-01-01', to: '2099-12-31' }
  const burial = await register.read.burial.sums(['received.total', 'cremated.total', 'vigil.total', 'farewell.total', 'waiver.total', 'reward.total'], all)
  const names = await register.read.placeNames.sums(['application.received.total', 'name.approved.total', 'irregular.found.total', 'proof.total'], all)
  const of = (cell: string): number => burial.get(cell)?.count ?? names.get(cell) ?? 0
  const recounted = outside(register.folder, (db) => recountSums(db, upTo))
  expect({ ...Object.fromEntries(Object.keys(recounted).map((cell) => [cell, of(cell)])), 'waiver.fen': burial.get('waiver.total')?.fen ?? 0, 'reward.fen': burial.get('reward.total')?.fen ?? 0 }).toEqual(recounted)
}

/** What stood when it was closed and what came later give what stands. */
const holdsClosing = async (register: Register, closing: Closing, upTo: number): Promise<void> => {
  if ('day' in closing) {
    const { seq, day } = closing
    const frozen = (await register.read.reports.findDayClose(day))?.figures.counts ?? []
    const counted = (until: number): Sums => counts(countAll(register, until).tallies.filter((row) => row.day === day && row.window !== 'place-names'), dayKey)
    expect(counts(frozen.filter(({ window }) => window !== 'place-names').map((row) => ({ ...row, day, hour: 0 })), dayKey)).toEqual(counted(seq))
    const rows = (await register.read.reports.lateLines({ day: { from: day, to: day }, afterSeq: seq, limit: 1000 })).rows.filter((row) => row.window !== 'place-names' && tallied(register, row))
    expect(add(counted(seq), counts(rows.map((row) => ({ ...row, hour: 0 })), dayKey))).toEqual(counted(upTo))
    return
  }
  // Year to date of a month = that of the month before as it was closed + the month + corrections.
  const before = { from: '2026-01-01', to: monthRange(closing.month).to }
  expect(await lateSums(register, { day: before, afterSeq: closing.seq })).toEqual(add(toDate(register, upTo, before), Object.fromEntries(Object.entries(toDate(register, closing.seq, before)).map(([cell, count]) => [cell, -count]))))
}
/** What the windows with counts of their own said of the year as a month was closed, and what came later, give what they say now. */
const holdsOwn = async (register: Register, closing: Closing): Promise<void> => {
  if ('day' in closing) return
  const before = { from: '2026-01-01', to: monthRange(closing.month).to }
  const now = await ownCounts(register.read, before.to)
  const later = [...await register.read.reports.lateSums({ day: before, afterSeq: closing.seq })].flatMap(([cell, { count, fen }]) => [[cell, count], [`${cell} fen`, fen]] as const).filter(([cell]) => ownCell.test(cell))
  expect(add(closing.own, Object.fromEntries(later))).toEqual(add(now))
}
const ownCell = /^(?:burial\.(?:received|cremated|vigil|waiver|billed|reward|plot|relocation|placed)|place-names\.(?:application|name|filing|notice|sign|plate|proof|boundary|irregular))\./u

/** A line of a counted kind, not of a column alone. */
const tallied = (register: Register, { key, window, kind, unit }: { readonly key: number; readonly window: string; readonly kind: string; readonly unit: string }): boolean =>
  rowsOf(register.folder, "SELECT 1 AS found FROM late_line l, json_each(l.cells) c WHERE l.key = ? AND c.value ->> 0 = ?", key, `tally.${window}.${kind}.${unit}`).length > 0

const lookedAt = { histories: 0, closings: 0, late: 0, kinds: new Set<string>() }

describe('counts that cannot be gamed', () => {
  it('every tally, column, sum and late line is what plain SQL tells from the journal alone', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps(1200, acts), async (history) => {
        const register = newRegister()
        const closings = await play(register, history)
        const { seq } = await register.head()
        const { tallies, cells } = countAll(register, seq)
        await holdsTallies(register, tallies)
        await holdsCells(register, cells)
        await holdsSums(register, seq)
        for (const closing of closings.slice(0, 6)) await holdsClosing(register, closing, seq)
        for (const closing of closings) await holdsOwn(register, closing)
        expect(verifyFolder(register.folder).faults.filter(({ where }) => !where.startsWith('files/'))).toEqual([])
        lookedAt.histories += 1
        lookedAt.closings += closings.length
        lookedAt.late += (await register.read.reports.lateLines({ limit: 1 })).total
        for (const row of tallies) lookedAt.kinds.add(`${row.window} ${row.kind}`)
        await register.close()
      }),
      { numRuns: 5, endOnFailure: true },
    )
    // The histories must have come to something.
    expect(lookedAt.closings).toBeGreaterThan(lookedAt.histories)
    expect(lookedAt.late).toBeGreaterThan(20 * lookedAt.histories)
    expect([...lookedAt.kinds].sort()).toEqual(expect.arrayContaining(['archive query', 'burial cremated', 'burial settlement', 'divorce divorce', 'marriage correction', 'marriage marriage', 'place-names name.approved', 'reissue reissueMarriage']))
  })
})
