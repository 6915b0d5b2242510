import type { Reads } from '../../../db/contract.ts'
import { addDays, civilDate } from '../../../domain/dates.ts'
import { monthChecks, runningChecks, windowChecks, type RunningBefore } from '../../../domain/reports/checks.ts'
import { notesOf } from '../../../domain/reports/notes.ts'
import { paragraphFigures, paragraphOf, type Compared } from '../../../domain/reports/paragraph.ts'
import type { Indicator, TallyBook } from '../../../domain/reports/shapes.ts'
import { isWholeMonths, monthsOf, periodKind, periodTitle, spansOf, type Period } from '../../../domain/reports/spans.ts'
import { ruleChangesWithin, rulesWithin } from '../../../domain/reports/versions.ts'
import { identityLine } from '../../../domain/statistics/identities.ts'
import { text } from '../../../domain/text.ts'
import { unitText } from '../../../domain/statistics/units.ts'
import type { House } from '../../house.ts'
import { countMatters, matterIdentities } from '../../statistics/matters.ts'
import { deskOf, type ApiWindow } from '../../windows.ts'
import { unclosedDays } from '../days.ts'
import { lateLinesOf } from '../figures.ts'
import { gatheredHouse } from './gathered.ts'
import { earlierOfYear, indicatorsOf, isWhole, kindOf, lateOf } from './indicators.ts'
import { burialRates, placeNameRates } from './rates.ts'
import { findStoredBook } from './stored.ts'
import { bookTables, type Spans } from './tables.ts'
import { policyDays } from './policies.ts'

/** The book of a period (月报、季报、半年报、年报): one code path for what is shown, printed, exported and signed. */

/** The windows of a book: those the office offers, and those that counted anything in the period. */
const windowsOf = async (house: House, all: readonly ApiWindow[], period: Period): Promise<readonly ApiWindow[]> => {
  const [{ windows: offered }, counted] = await Promise.all([house.office(), house.register.read.reports.kindCounts(period)])
  const busy = new Set(counted.map(({ window }) => window))
  const desks = new Set([...offered, ...all.filter(({ id }) => busy.has(id)).map(deskOf)])
  return all.filter((window) => desks.has(deskOf(window)))
}

const beginning = civilDate('1950-01-01')
const end = civilDate('9999-12-31')

/** Lines entered in the period for days before it, then those entered after it for its days. */
const lateLinesFor = async (house: House, all: readonly ApiWindow[], period: Period) => {
  const { read } = house.register
  const [entered, since] = await Promise.all([
    lateLinesOf(read, all, { entered: period, day: { from: beginning, to: addDays(period.from, -1) } }),
    lateLinesOf(read, all, { day: period, entered: { from: addDays(period.to, 1), to: end } }),
  ])
  const lines = [...entered.lines, ...since.lines]
  return { lines, more: entered.total + since.total - lines.length, since: since.total }
}

/** The year to date as the month before was closed with, and what was entered since for days of the year before this month. */
const runningBefore = async (house: House, all: readonly ApiWindow[], period: Period, indicators: readonly Indicator[]): Promise<readonly RunningBefore[] | undefined> => {
  const earlier = earlierOfYear(period)
  if (earlier === undefined) return undefined
  const { read, files } = house.register
  const before = await findStoredBook(read, files, earlier.to.slice(0, 7))
  if (before === undefined) return undefined
  const since = await read.reports.lateSums({ day: earlier, afterSeq: before.closed.head.seq })
  return indicators.flatMap((indicator) => {
    const known = before.book.indicators.find(({ id }) => id === indicator.id)
    return known === undefined ? [] : [{ id: indicator.id, toDate: known.toDate, corrections: lateOf(all, indicator, since) }]
  })
}

/** Sums of the months of a longer period against the whole, kind by kind. */
const monthSums = async ({ read }: House['register'], period: Period, indicators: readonly Indicator[]) => {
  const counted = await read.reports.kindsByMonth(period)
  return indicators.filter((one) => !one.money && !isWhole(one)).map(({ id, window, title, unit, period: whole }) => {
    const kind = kindOf({ id, window, unit })
    return { id, title, unit, whole, parts: counted.filter((row) => row.window === window && row.kind === kind && row.unit === unit).map(({ count }) => count) }
  })
}

/** Every kind of the office against the windows that count it. */
const windowSums = async ({ read }: House['register'], period: Period, windows: readonly ApiWindow[], indicators: readonly Indicator[]) => {
  const whole = (await read.reports.kindCounts(period)).filter(({ window }) => windows.some(({ id }) => id === window))
  return [...new Set(whole.map(({ unit }) => unit))].sort().map((unit) => ({
    id: unit, title: text(`以${unit}计的各项`, `everything counted in ${unitText(unit).en}`), unit, whole: whole.filter((row) => row.unit === unit).reduce((sum, { count }) => sum + count, 0),
    parts: windows.map(({ id }) => indicators.filter((one) => !one.money && !isWhole(one) && one.window === id && one.unit === unit).reduce((sum, one) => sum + one.period, 0)),
  }))
}

const checksOf = async (house: House, period: Period, windows: readonly ApiWindow[], indicators: readonly Indicator[]): Promise<TallyBook['checks']> => {
  const kind = periodKind(period)
  const checks = [...windowChecks(await windowSums(house.register, period, windows, indicators))]
  if (kind === 'month') checks.push(...runningChecks(indicators, period, await runningBefore(house, windows, period, indicators)))
  if (isWholeMonths(period) && monthsOf(period).length > 1) checks.push(...monthChecks(period, await monthSums(house.register, period, indicators)))
  if (windows.some((window) => deskOf(window) === 'marriage')) {
    const { counts } = await countMatters(house, period)
    checks.push(...(await matterIdentities(house, period, counts)).map((identity) => ({ id: identity.id, name: identity.name, line: identityLine(identity), holds: identity.holds })))
  }
  return checks
}

/** The day the register was begun, undefined before an office is set up. */
const beginningOf = async (read: Reads): Promise<string | undefined> => (await read.entries({ kind: 'office.setUp', limit: 1 })).rows[0]?.at.slice(0, 10)

const paragraphFor = async (house: House, desks: readonly string[], asked: Spans, today: string, begun: string | undefined): Promise<string> => {
  const { read } = house.register
  const { period, yearBefore } = asked
  // A year that the register does not wholly hold gives no growth.
  const comparable = begun === undefined || begun <= yearBefore.from
  const figures = new Map<string, Compared>()
  const put = (id: string, now: number, then: number): void => void figures.set(id, { period: now, yearBefore: comparable ? then : 0 })
  if (desks.includes('marriage')) {
    const [now, then] = await Promise.all([countMatters(house, period), countMatters(house, yearBefore)])
    for (const id of ['marriages', 'divorces', 'others'] as const) put(id, now[id], then[id])
  }
  const own = paragraphFigures.filter(({ window, cells }) => desks.includes(window) && cells.length > 0)
  const cellsOf = (window: string): readonly string[] => [...new Set(own.filter((one) => one.window === window).flatMap(({ cells }) => cells))]
  const [burialCells, nameCells] = [cellsOf('burial'), cellsOf('place-names')]
  const [burial, names] = await Promise.all([Promise.all([period, yearBefore].map((days) => read.burial.sums(burialCells, days))), Promise.all([period, yearBefore].map((days) => read.placeNames.sums(nameCells, days)))])
  for (const { id, window, cells, money } of own) {
    const at = (index: number): number => cells.reduce((sum, cell) => sum + (window === 'burial' ? (burial[index]?.get(cell)?.[money ? 'fen' : 'count'] ?? 0) : (names[index]?.get(cell) ?? 0)), 0)
    put(id, at(0), at(1))
  }
  const inspected = desks.includes('marriage') ? await read.inspectedCounts(period) : undefined
  const title = periodTitle(period).zh
  if (today < period.from) return `${title}尚未开始。`
  if (begun !== undefined && period.to < begun && [...figures.values()].every((figure) => figure.period === 0)) return `${title}在登记簿启用（${begun}）以前，没有记录。`
  return paragraphOf({
    title: today <= period.to && today >= period.from ? `${title}（截至${today}）` : title, windows: desks, figures,
    inspected: inspected === undefined ? null : { passed: inspected.qualified, failed: inspected.failed, unexamined: inspected.unexamined },
  })
}

/** Couples of the period under codes that this office never had: moved from another office, or entered for it. */
const otherOffices = async (house: House, period: Period, own: ReadonlySet<string>) => {
  const cells = ['marriage.total', 'divorce.total']
  return [...(await house.register.read.statisticBy('office', cells, period, house.today()))].filter(([area]) => area !== '' && !own.has(area)).map(([area, counts]) => ({ area, count: cells.reduce((sum, cell) => sum + (counts.get(cell) ?? 0), 0) }))
}

export interface BookOptions { readonly preparer: string; readonly checker?: string; readonly read?: Reads; readonly at?: string; readonly head?: TallyBook['head'] }

/** Makes the book of a period as the register stands; `read` is the transaction within which it is made. */
export const makeBook = async (house: House, all: readonly ApiWindow[], period: Period, options: BookOptions): Promise<TallyBook> => {
  const given = options.read === undefined ? house : { ...house, register: { ...house.register, read: options.read } }
  const at = options.at ?? house.instant()
  const head = options.head ?? (await house.register.head())
  const gathered = gatheredHouse(given)
  const { read } = gathered.register
  const today = house.today()
  const asked = spansOf(period, today)
  const [office, settings, windows, begun] = await Promise.all([house.office(), house.settingsOn(period.to), windowsOf(given, all, period), beginningOf(read)])
  const desks = [...new Set(windows.map(deskOf))]
  const codes = [{ area: office.settings['office.area'], from: '' }, ...office.settings['office.areaChanges'].map(({ code, from }) => ({ area: code, from }))].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const [indicators, tables, rates, late, unclosed, clockSteps, paragraph, others, policies] = await Promise.all([
    indicatorsOf(gathered, windows, all, asked, settings['reports.codes']),
    bookTables(gathered, desks, asked),
    // The house itself keeps the folds of cases; within a transaction nothing was written before the book.
    Promise.all([desks.includes('burial') ? burialRates(gathered, asked) : undefined, desks.includes('place-names') ? placeNameRates(house, asked) : undefined]),
    lateLinesFor(gathered, all, period),
    unclosedDays(house, read, { from: period.from, before: addDays(period.to, 1) }),
    read.reports.clockSteps(period),
    paragraphFor(gathered, desks, asked, today, begun),
    desks.includes('marriage') ? otherOffices(gathered, period, new Set(codes.map(({ area }) => area))) : [],
    desks.includes('burial') ? policyDays(read, period, office.areaOn(period.to)) : [],
  ])
  const ids = new Set(windows.map(({ id }) => id))
  const words = windows.map(({ id, title }) => ({ id, title }))
  const { area, ...form } = settings['reports.form']
  return {
    format: 1, officeName: office.name, area: area === '' ? office.areaOn(period.to) : area, sample: office.sample, form, kind: periodKind(period), ...period, title: periodTitle(period),
    previous: asked.previous, yearBefore: asked.yearBefore, toDate: asked.toDate, windows: words, indicators, tables: [...tables, ...rates.filter((table) => table !== undefined)],
    late: late.lines, lateMore: late.more, checks: await checksOf(gathered, period, windows, indicators), unclosed,
    notes: [...notesOf({
      period, today, heldAgainst: asked, begun, yearBeforeFrom: asked.yearBefore.from, unclosed, clockSteps, ruleChanges: ruleChangesWithin(rulesWithin(period).filter(({ window }) => ids.has(window)), period), windows: words, policies, codes, otherOffices: others,
      business: indicators.filter((one) => !one.money && !isWhole(one)).reduce((sum, one) => sum + Math.abs(one.period), 0), lateSince: late.since,
    })],
    paragraph, preparer: options.preparer, checker: options.checker ?? '', at, head: { seq: head.seq, hash: head.hash },
  }
}
