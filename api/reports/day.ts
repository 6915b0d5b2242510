import type { Reads } from '../../db/contract.ts'
import type { DayClose } from '../../db/reports/contract.ts'
import type { Actor } from '../../domain/action.ts'
import { daysOfMonth, type CivilDate } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import { unitText } from '../../domain/statistics/units.ts'
import type { DayFigures, LateLine } from '../../domain/reports/shapes.ts'
import { text, type Text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { pdfResponse } from '../papers.ts'
import { may, type Role } from '../permissions.ts'
import { routes } from '../schemas/index.ts'
import type { DayReport } from '../schemas/reports.ts'
import type { ApiWindow } from '../windows.ts'
import { unclosedDays } from './days.ts'
import { dayFigures, daysWords, figuresHash, kindBook, lateLinesOf, offeredWindows } from './figures.ts'

interface Note { readonly id: string; readonly line: Text }

const future = (): LantaiError => new LantaiError('invalid', text('还没有到这一天', 'That day has not come yet'), 'day')
const requireCome = (house: House, day: string): void => {
  if (day > house.today()) throw future()
}

/** The windows of a day: those the office offers, and those that counted on it. */
const windowsOfDay = async (house: House, windows: readonly ApiWindow[], counted: readonly { readonly window: string }[]): Promise<readonly ApiWindow[]> => {
  const offered = new Set((await offeredWindows(house, windows)).map(({ id }) => id))
  const found = new Set(counted.map(({ window }) => window))
  return windows.filter(({ id }) => offered.has(id) || found.has(id))
}

/** The kinds of some windows, and whatever else was counted, with words and units. */
const kindsOfDay = (windows: readonly ApiWindow[], shown: readonly ApiWindow[], counted: readonly { readonly window: string; readonly kind: string; readonly unit: string }[]) => {
  const book = kindBook(windows)
  const rows = new Map(shown.flatMap((window) => Object.entries(window.counts).map(([kind, { unit }]) => [`${window.id} ${kind}`, { window: window.id, kind, unit }] as const)))
  for (const { window, kind, unit } of counted) if (!rows.has(`${window} ${kind}`)) rows.set(`${window} ${kind}`, { window, kind, unit })
  return book.inOrder([...rows.values()]).map(({ window, kind, unit }) => ({ window, kind, title: book.titleOf(window, kind), unit: unitText(unit), sign: unit }))
}

/** What a day is made of: figures, closing, late lines both ways. */
interface DayParts {
  readonly closed: DayClose | undefined; readonly now: DayFigures
  readonly late: readonly LateLine[]; readonly lateTotal: number; readonly entered: readonly LateLine[]; readonly enteredTotal: number
}

const readDay = async (house: House, reads: Reads, windows: readonly ApiWindow[], day: string): Promise<DayParts> => {
  const period = { from: day, to: day }
  const [closed, now, late, entered] = await Promise.all([
    reads.reports.findDayClose(day), dayFigures(house, reads, windows, day), lateLinesOf(reads, windows, { day: period }), lateLinesOf(reads, windows, { entered: period }),
  ])
  return { closed, now, late: late.lines, lateTotal: late.total, entered: entered.lines, enteredTotal: entered.total }
}

/** What a reader of the day must know. */
const notesOf = async (house: House, reads: Reads, day: string, { closed, now, late, lateTotal, entered, enteredTotal }: DayParts): Promise<readonly Note[]> => {
  const today = house.today()
  const [steps, unclosed] = await Promise.all([reads.reports.clockSteps({ from: day, to: day }), unclosedDays(house, reads, { before: day })])
  const notes: Note[] = []
  if (now.counts.length === 0) notes.push({ id: 'empty', line: text('当日没有业务。', 'No business on this day.') })
  if (closed === undefined && day === today) notes.push({ id: 'running', line: text('当日尚未结束：日结以后办理的，记为补记。', 'The day is not over: what is done after its close is a late line.') })
  if (closed === undefined && day < today) notes.push({ id: 'openNow', line: text('未办结和期限按现在的情况列出，不是当日终了时的情况。', 'Open work and deadlines are listed as they stand now, not as they stood at the end of the day.') })
  const [step] = steps
  if (step !== undefined) {
    notes.push({
      id: 'clock', line: text(`当日电脑时钟被调慢 ${String(steps.length)} 次：日志第 ${String(step.seq)} 条记于 ${clock(step.at)}，在它之前已经记到 ${clock(step.before)}。数字按记录的日期统计，请核对时钟。`, `The clock stepped back ${String(steps.length)} time${steps.length === 1 ? '' : 's'} on this day: entry ${String(step.seq)} of the journal says ${clock(step.at)} after ${clock(step.before)} had been written. Figures count by the days written down; compare the clock.`),
    })
  }
  if (unclosed.length > 0) {
    const { zh, en } = daysWords(unclosed)
    notes.push({ id: 'unclosed', line: text(`此前有 ${String(unclosed.length)} 天未日结：${zh}。`, `Not closed before this day: ${en}.`) })
  }
  if (lateTotal > late.length || enteredTotal > entered.length) notes.push({ id: 'more', line: text(`补记（更正）行数较多：为本日补记 ${String(lateTotal)} 行，在本日补记 ${String(enteredTotal)} 行，各列出最前的 ${String(Math.max(late.length, entered.length))} 行。`, `Many late lines: ${String(lateTotal)} for this day, ${String(enteredTotal)} entered on it; the first ${String(Math.max(late.length, entered.length))} of each are listed.`) })
  return notes
}

const clock = (at: string): string => at.slice(0, 19).replace('T', ' ')

const reportOf = async (house: House, reads: Reads, windows: readonly ApiWindow[], day: CivilDate, role: Role): Promise<DayReport> => {
  const parts = await readDay(house, reads, windows, day)
  const { closed, now, late, entered } = parts
  const counted = [...now.counts, ...(closed?.figures.counts ?? [])]
  const shown = await windowsOfDay(house, windows, [...counted, ...late, ...entered])
  return {
    day, closed: closed === undefined ? null : { at: closed.at, by: await house.nameOf(closed.actor), note: closed.note, head: closed.head, figures: closed.figures }, now,
    windows: shown.map(({ id, title }) => ({ id, title })), kinds: kindsOfDay(windows, shown, counted).map(({ window, kind, title, unit }) => ({ window, kind, title, unit })),
    late: [...late], enteredHere: [...entered], seen: figuresHash(now), mayClose: closed === undefined && day <= house.today() && may(role, 'day.close'), notes: (await notesOf(house, reads, day, parts)).map((note) => ({ ...note })),
  }
}

/** Closes a day in one transaction: its figures are counted anew and frozen with the head before them. `seen` names the figures that were looked at. Throws `conflict` for a day that is closed, or whose figures have changed since. */
export const signDay = async (house: House, windows: readonly ApiWindow[], day: string, { actor, note, seen }: { readonly actor: Actor; readonly note: string; readonly seen?: string }): Promise<void> => {
  await house.register.transact(actor, async (tx) => {
    const closed = await tx.reports.findDayClose(day)
    if (closed !== undefined) throw new LantaiError('conflict', text(`${day} 已于 ${clock(closed.at)} 日结，不能再次日结；以后的变动记为补记`, `${day} was closed at ${clock(closed.at)} and is not closed twice; what comes later is a late line`), 'day')
    const figures = await dayFigures(house, tx, windows, day)
    if (seen !== undefined && figuresHash(figures) !== seen) throw new LantaiError('conflict', text('数字在您查看以后有变动，请重新核对再签认', 'The figures have changed since you looked: compare them again before you sign'), 'seen')
    // Nothing else is written meanwhile: the committed head is the one the closing stands on.
    const { seq, hash } = await house.register.head()
    await tx.record({ kind: 'day.closed', subject: `day/${day}`, body: { day, figures, head: { seq, hash }, note } })
  })
}

/** 日结: a day with its figures, its closing and what came late for it, and the calendar of the days of a month. */
export const dayHandlings = (windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.listDays, async ({ house, query }) => {
    const { reports } = house.register.read
    const today = house.today()
    const days = daysOfMonth(query.month).filter((day) => day <= today)
    const [first, last] = [days[0], days.at(-1)]
    if (first === undefined || last === undefined) return { month: query.month, days: [], unclosed: await unclosedDays(house, house.register.read) }
    const period = { from: first, to: last }
    const [active, closes, unclosed, late] = await Promise.all([
      reports.activeDays(period), reports.dayCloses(period), unclosedDays(house, house.register.read), Promise.all(days.map(async (day) => (await reports.lateLines({ day: { from: day, to: day }, limit: 1 })).total)),
    ])
    const counts = new Map(active.map(({ day, count }) => [day, count]))
    const closed = new Map(closes.map((close) => [close.day, close]))
    return {
      month: query.month, unclosed,
      days: await Promise.all(days.map(async (day, index) => {
        const close = closed.get(day)
        return { day, count: counts.get(day) ?? 0, closed: close !== undefined, at: close?.at ?? '', by: close === undefined ? '' : await house.nameOf(close.actor), late: late[index] ?? 0 }
      })),
    }
  }),

  handle(routes.getDayReport, async ({ house, params, account }) => {
    requireCome(house, params.day)
    return reportOf(house, house.register.read, windows, params.day, account.role)
  }),

  handle(routes.closeDay, async ({ house, params, body, account, actor }) => {
    const { day } = params
    requireCome(house, day)
    await signDay(house, windows, day, { actor: actor(), note: body.note, seen: body.seen })
    return reportOf(house, house.register.read, windows, day, account.role)
  }),
]

/** 日结表 as PDF: the frozen figures with who signed them, or the figures of now, marked as not closed. */
export const daySheetHandlings = (windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.daySheet, async ({ house, query, account, request }) => {
    const day = query.day ?? house.today()
    requireCome(house, day)
    if (query.window !== undefined && !windows.some(({ id }) => id === query.window)) throw new LantaiError('invalid', text('没有这项业务', 'There is no such window'), 'window')
    const [office, head, { closed, now, late, entered }] = await Promise.all([house.office(), house.register.head(), readDay(house, house.register.read, windows, day)])
    const figures = closed?.figures ?? now
    const shown = await windowsOfDay(house, windows, [...figures.counts, ...late, ...entered])
    const bytes = await house.printer.render({
      paper: 'office.dayClose',
      sheet: {
        officeName: office.name, area: office.areaOn(day), day, printedAt: house.instant(), preparer: account.name, sample: office.sample,
        closed: closed === undefined ? null : { at: closed.at, by: await house.nameOf(closed.actor), note: closed.note }, head: closed?.head ?? { seq: head.seq, hash: head.hash },
        windows: shown.map(({ id, title }) => ({ id, title: title.zh })), kinds: kindsOfDay(windows, shown, figures.counts).map(({ window, kind, title, sign }) => ({ window, kind, title: title.zh, unit: sign })),
        figures, late, enteredHere: entered, ...(query.window === undefined ? {} : { only: query.window }),
      },
    }, { signal: request.signal })
    return pdfResponse(request, bytes, `日结表-${day}`, `${day} ${query.window ?? ''} ${head.hash} ${house.instant()}`)
  }),
]
