import type { Reads } from '../../db/contract.ts'
import { checkYear, isRestDay, makeCalendar, parseCalendar, previewImport, reasonText, requireYear, type Calendar, type CalendarNotice, type DayReason, type ImportPreview, type NoticeKind, type YearCheck } from '../../domain/calendar/index.ts'
import { addDays, civilDateOf, weekday } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import { text, type Text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import { notFound, type House } from '../house.ts'
import { routes } from '../schemas/index.ts'
import type { Porter } from '../sign-in.ts'
import { affectedBy } from './affected.ts'
import { calendarOf, noticesOf, restOptions } from './calendar.ts'

const checkReply = ({ year, days, weekends, expected, working, holds }: YearCheck) => ({ year, days, weekends, expected, working, holds })

const inWords = (why: readonly DayReason[]): Text => {
  const words = why.map(reasonText)
  return text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join('; '))
}

const yearDays = (year: number, calendar: Calendar, options: Awaited<ReturnType<typeof restOptions>>) => {
  const next = civilDateOf(year + 1, 1, 1)
  const days = []
  for (let day = civilDateOf(year, 1, 1); day < next; day = addDays(day, 1)) {
    const { rest, why } = isRestDay(day, calendar, options)
    const spoken = why.find((reason) => reason.kind !== 'weekend')
    days.push({ day, weekday: weekday(day), rest, why: inWords(why), notice: spoken?.notice ?? '' })
  }
  return days
}

interface Written { readonly kind: NoticeKind; readonly year: number; readonly title: string; readonly source: string; readonly published: string; readonly content: string }

/** An id is never used again, not even that of a notice set aside. */
const withFreeId = (notice: CalendarNotice, taken: ReadonlySet<string>): CalendarNotice => {
  const [stem = notice.id] = notice.id.split('#')
  let id = notice.id
  for (let count = 2; taken.has(id); count += 1) id = `${stem}#${String(count)}`
  return { ...notice, id }
}

/** What a notice as it was written would make of the table. Throws `malformed` and `invalid` with the line, `conflict` for a year that has its notice. */
const previewOf = async (house: House, reads: Pick<Reads, 'calendarNotices' | 'divorces'>, written: Written) => {
  const { kind, year, title, source, published, content } = written
  const today = house.today()
  if (published > today) throw new LantaiError('invalid', text('发布日期在今天之后', 'The day of publication lies in the future'), 'published')
  const before = await calendarOf(house, reads)
  const yearly = before.notices.find((notice) => notice.kind === 'yearly' && notice.year === year)
  if (kind === 'correction' && yearly !== undefined && published < yearly.published) throw new LantaiError('invalid', text(`更正通知的发布日期早于年度通知（${yearly.published}），不会生效`, `The correction is older than the notice of the year (${yearly.published}) and would change nothing`), 'published')
  const preview = previewImport(before, { kind, year, title, source, published, imported: today }, parseCalendar(content, year))
  const { shipped, added, setAside } = await noticesOf(reads)
  const notice = withFreeId(preview.notice, new Set([...shipped, ...added].map(({ id }) => id)))
  const after = makeCalendar([...shipped, ...added, notice], { setAside })
  const affected = await affectedBy(reads, before, after, { today, restOn: (day) => restOptions(house, day) })
  return { preview: { ...preview, notice } satisfies ImportPreview, affected }
}

/** The table of rest days: looked at, a notice added or set aside; nothing in it is ever overwritten. */
export const calendarHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.getCalendar, async ({ house }) => {
    const [{ shipped, added, setAside }, calendar, options] = await Promise.all([noticesOf(house.register.read), calendarOf(house), restOptions(house, house.today())])
    const line = (notice: CalendarNotice, isShipped: boolean) => ({ ...notice, shipped: isShipped, setAside: setAside.includes(notice.id) })
    return {
      notices: [...shipped.map((notice) => line(notice, true)), ...added.map((notice) => line(notice, false))], years: calendar.years.map((year) => checkReply(checkYear(year, calendar))), lastYear: calendar.years.at(-1) ?? 0, ...options,
    }
  }),

  handle(routes.getCalendarYear, async ({ house, params }) => {
    const calendar = await calendarOf(house)
    requireYear(calendar, params.year)
    return { year: params.year, days: yearDays(params.year, calendar, await restOptions(house, house.today())), check: checkReply(checkYear(params.year, calendar)) }
  }),

  handle(routes.previewCalendar, async ({ house, body }) => {
    const { preview: { notice, check, changes, warnings }, affected } = await previewOf(house, house.register.read, body)
    return { rows: notice.rows, check: checkReply(check), changes: changes.map((change) => ({ ...change })), warnings: [...warnings], affected }
  }),

  handle(routes.addNotice, async ({ house, body, account, session, actor }) => {
    // Refused before anybody is asked for a password.
    await previewOf(house, house.register.read, body)
    const second = await porter.confirmSecond(account, body.second, 'calendar.write', session.counter)
    return house.register.transact(actor(), async (tx) => {
      const { preview: { notice }, affected } = await previewOf(house, tx, body)
      await tx.record({ kind: 'calendar.noticeAdded', subject: `calendar-${String(notice.year)}`, body: notice, reason: body.reason, second: second.id })
      return { done: true as const, id: notice.id, affected }
    })
  }),

  handle(routes.setNoticeAside, async ({ house, params, body, account, session, actor }) => {
    const requireOwn = async (reads: Pick<Reads, 'calendarNotices'>): Promise<CalendarNotice> => {
      const { shipped, added, setAside } = await noticesOf(reads)
      if (shipped.some(({ id }) => id === params.id)) throw new LantaiError('wrong_state', text('随附的国务院通知不能停用；国务院有调整的，请录入更正通知', 'A shipped notice of the State Council cannot be set aside; enter a correction where it was changed'), 'id')
      const found = added.find(({ id }) => id === params.id)
      if (found === undefined) throw notFound('没有这条安排。', 'There is no such notice.')
      if (setAside.includes(found.id)) throw new LantaiError('wrong_state', text('这条安排已经停用', 'This notice has been set aside already'), 'id')
      return found
    }
    await requireOwn(house.register.read)
    const second = await porter.confirmSecond(account, body.second, 'calendar.write', session.counter)
    return house.register.transact(actor(), async (tx) => {
      const found = await requireOwn(tx)
      const before = await calendarOf(house, tx)
      await tx.record({ kind: 'calendar.noticeSetAside', subject: `calendar-${String(found.year)}`, body: { id: found.id }, reason: body.reason, second: second.id })
      const after = makeCalendar(before.notices.filter(({ id }) => id !== found.id))
      return { done: true as const, affected: await affectedBy(tx, before, after, { today: house.today(), restOn: (day) => restOptions(house, day) }) }
    })
  }),
]
