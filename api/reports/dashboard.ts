import { addDays, addMonths, civilDate, monthOf, monthRange, shiftMonth, type CivilDate } from '../../domain/dates.ts'
import { unitText } from '../../domain/statistics/units.ts'
import { text, type Text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { may } from '../permissions.ts'
import { routes } from '../schemas/index.ts'
import type { Need } from '../schemas/reports.ts'
import type { ApiWindow } from '../windows.ts'
import { dayCloseStart, unclosedDays } from './days.ts'
import { daysWords, kindBook, mainKinds, offeredWindows } from './figures.ts'
import { newestReport } from './latest.ts'
import { stockInDays, stockTypes, type StockDays } from './stock-days.ts'

interface Period { readonly from: CivilDate; readonly to: CivilDate }

/** Things that a need names one by one; the rest is counted. */
const named = 10
/** A draft that lies longer is forgotten work. */
const oldDraftDays = 7
/** Day of the month after which the month before should be closed. */
const monthCloseDay = 3

/** The running month to date, and the same days of the month and of the year before; an end of month is cut where a month is shorter. */
export const spansOf = (today: CivilDate): { readonly month: Period; readonly monthBefore: Period; readonly yearBefore: Period } => {
  const first = monthRange(monthOf(today)).from
  return { month: { from: first, to: today }, monthBefore: { from: addMonths(first, -1), to: addMonths(today, -1) }, yearBefore: { from: addMonths(first, -12), to: addMonths(today, -12) } }
}

const figuresOf = async ({ register }: House, windows: readonly ApiWindow[], shown: readonly ApiWindow[], today: CivilDate) => {
  const { month, monthBefore, yearBefore } = spansOf(today)
  const periods = [{ from: today, to: today }, month, monthBefore, yearBefore]
  const sums = await Promise.all(periods.map(async (period) => {
    const counts = new Map<string, number>()
    for (const { window, kind, count } of await register.read.reports.kindCounts(period)) counts.set(`${window} ${kind}`, (counts.get(`${window} ${kind}`) ?? 0) + count)
    return counts
  }))
  const book = kindBook(windows)
  return shown.flatMap((window) => mainKinds(window).map((kind) => {
    const [now = 0, inMonth = 0, before = 0, lastYear = 0] = sums.map((counts) => counts.get(`${window.id} ${kind}`) ?? 0)
    return { window: window.id, kind, title: book.titleOf(window.id, kind), unit: unitText(book.unitOf(window.id, kind)), today: now, month: inMonth, monthBefore: before, yearBefore: lastYear }
  }))
}

const unclosedNeed = async (house: House): Promise<readonly Need[]> => {
  const days = await unclosedDays(house, house.register.read)
  const [first] = days
  if (first === undefined) return []
  const { zh, en } = daysWords(days)
  return [{ id: 'unclosed-days', severity: 'answer', title: text(`未日结：${zh}`, `Not closed: ${en}`), count: days.length, path: `/day?day=${first}`, items: days.slice(0, named).map((day) => ({ title: text(day, day), path: `/day?day=${day}` })) }]
}

/** Months with business that nobody has closed: the last one from the fourth of the month on, those before it where the office closes its months. */
const monthsNeed = async (house: House, today: CivilDate): Promise<readonly Need[]> => {
  const { reports } = house.register.read
  const year = Number(today.slice(0, 4))
  const [closes, start] = await Promise.all([Promise.all([reports.monthCloses(year - 1), reports.monthCloses(year)]), dayCloseStart(house, house.register.read)])
  const closed = closes.flat().map(({ month }) => month)
  const last = shiftMonth(monthOf(today), -1)
  const from = [closed[0], start?.slice(0, 7)].filter((month): month is string => month !== undefined && month <= last).sort()[0] ?? last
  const earliest = `${String(year - 1)}-01`
  const active = await reports.activeDays({ from: monthRange(from < earliest ? earliest : from).from, to: monthRange(last).to })
  const months = [...new Set(active.map(({ day }) => day.slice(0, 7)))].filter((month) => !closed.includes(month) && (month !== last || Number(today.slice(8)) > monthCloseDay)).sort()
  const pathOf = (month: string): string => { const { from: first, to } = monthRange(month); return `/tally?from=${first}&to=${to}` }
  const [first] = months
  return first === undefined ? [] : [{ id: 'unclosed-months', severity: 'answer', title: text(`未月结：${months.slice(0, 5).join('、')}${months.length > 5 ? ` 等 ${String(months.length)} 个月` : ''}`, `Months not closed: ${months.slice(0, 5).join(', ')}${months.length > 5 ? ` and others, ${String(months.length)} in all` : ''}`), count: months.length, path: pathOf(first), items: months.slice(0, named).map((month) => ({ title: text(month, month), path: pathOf(month) })) }]
}

const counted = (title: Text, count: number): Text => text(`${title.zh} ${String(count)} 件`, `${title.en}: ${String(count)}`)

/** What falls due today and what fell due before, one need a window. */
const deadlineNeeds = async (house: House, shown: readonly ApiWindow[], today: CivilDate): Promise<readonly Need[]> => {
  const { read } = house.register
  const rows = await Promise.all(shown.map(async (window) => {
    const [due, overdue] = await Promise.all([window.deadlines?.(read, { from: today, to: today }, house) ?? [], window.overdue?.(read, today, house) ?? []])
    const need = (id: string, severity: Need['severity'], title: Text, list: readonly { readonly kind: string; readonly title: Text; readonly count: number }[]): readonly Need[] => {
      const found = list.filter(({ count }) => count > 0)
      const path = (kind: string): string => window.deadlinePath?.(kind) ?? `/${window.id}`
      const [first] = found
      return first === undefined ? [] : [{ id: `${id}-${window.id}`, severity, title, count: found.reduce((sum, { count }) => sum + count, 0), path: path(first.kind), items: found.map((row) => ({ title: counted(row.title, row.count), path: path(row.kind) })) }]
    }
    return [
      ...need('overdue', 'stop', text(`${window.title.zh}：已过期限`, `${window.title.en}: past the time limit`), overdue),
      ...need('due', 'answer', text(`${window.title.zh}：今日到期`, `${window.title.en}: due today`), due),
    ]
  }))
  return rows.flat()
}

/** Files that failed, or that nobody examined, in the newest compliance report of the running year. */
const failingNeeds = async (house: House, today: CivilDate): Promise<readonly Need[]> => {
  const year = today.slice(0, 4)
  const report = await newestReport(house, { from: `${year}-01-01`, to: `${year}-12-31` })
  if (report === undefined) return []
  const { from, to, failed, unexamined, path } = report
  const need = (id: string, severity: Need['severity'], title: Text, count: number): readonly Need[] => (count === 0 ? [] : [{ id, severity, title, count, path, items: [] }])
  return [
    ...need('failing', 'stop', text(`合规报告（${from} 至 ${to}）：不合格案卷`, `Compliance report (${from} to ${to}): failing files`), failed),
    ...need('unexamined', 'information', text(`合规报告（${from} 至 ${to}）：未检查案卷`, `Compliance report (${from} to ${to}): files not examined`), unexamined),
  ]
}

const stockNeeds = (stock: readonly StockDays[], fewest: number): readonly Need[] =>
  stock.flatMap(({ type, title, left, perDay, days }): readonly Need[] => {
    if (left > 0 && (days === null || days >= fewest)) return []
    // A stock that was never used or filled is not low.
    if (left <= 0 && perDay === 0) return []
    return [{
      id: `stock-${type}`, severity: left <= 0 ? 'stop' : 'answer', path: '/stock', count: left, items: [],
      title: left <= 0 ? text(`空白${title.zh}已用完`, `${title.en}: none left`) : text(`空白${title.zh}只够 ${String(days ?? 0)} 个工作日（日均 ${String(perDay)} 本）`, `${title.en}: enough for ${String(days ?? 0)} working days (${String(perDay)} a day)`),
    }]
  })

/** Drafts that nobody has touched for a week, by window and clerk; no party is named. Who may not work on them is led to the front page. */
const draftsNeed = async (house: House, windows: readonly ApiWindow[], today: CivilDate, mayWrite: boolean): Promise<readonly Need[]> => {
  const before = addDays(today, -oldDraftDays)
  const ofWindow = new Map(windows.filter(({ file }) => file !== undefined).map((window) => [window.id, window]))
  // By window: working papers of imports lie in the same place and are large.
  const old = (await Promise.all([...ofWindow.keys()].map((window) => house.register.read.drafts({ window })))).flat().filter(({ savedAt }) => savedAt.slice(0, 10) < before).toSorted((a, b) => (a.savedAt < b.savedAt ? -1 : 1))
  if (old.length === 0) return []
  const items = await Promise.all(old.slice(0, named).map(async ({ id, window, caseId, account, savedAt }) => {
    const title = ofWindow.get(window)?.title ?? text(window, window)
    const name = await house.nameOf(account)
    return { title: text(`${title.zh} · ${name} · ${savedAt.slice(0, 10)}`, `${title.en} · ${name} · ${savedAt.slice(0, 10)}`), path: !mayWrite ? '/' : caseId === undefined ? `/${window}/drafts/${id}` : `/${window}/${caseId}?draft=${id}` }
  }))
  return [{ id: 'drafts', severity: 'information', title: text(`超过 ${String(oldDraftDays)} 天没有办理的草稿`, `Drafts older than ${String(oldDraftDays)} days`), count: old.length, path: items[0]?.path ?? '/', items }]
}

const weights: Readonly<Record<Need['severity'], number>> = { stop: 0, answer: 1, information: 2 }

/** The manager's dashboard: today, the month to date against the same days before, what needs a hand, and the stock in days. */
export const dashboardHandlings = (windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.getDashboard, async ({ house, account }) => {
    const started = performance.now()
    const today = house.today()
    const [office, shown, types] = await Promise.all([house.office(), offeredWindows(house, windows), stockTypes(house, windows)])
    const [figures, stock, unclosed, months, deadlines, failing, drafts] = await Promise.all([
      figuresOf(house, windows, shown, today), stockInDays(house, house.register.read, types), unclosedNeed(house), monthsNeed(house, today), deadlineNeeds(house, shown, today), may(account.role, 'report.read') ? failingNeeds(house, today) : [], draftsNeed(house, shown, today, may(account.role, 'case.write')),
    ])
    const needs = [...unclosed, ...deadlines, ...failing, ...stockNeeds(stock, office.settings['reports.lowStockDays']), ...months, ...drafts].toSorted((a, b) => weights[a.severity] - weights[b.severity])
    return { today: civilDate(today), figures, spans: spansOf(today), needs, stock: stock.map((row) => ({ ...row })), milliseconds: Math.round((performance.now() - started) * 10) / 10 }
  }),
]
