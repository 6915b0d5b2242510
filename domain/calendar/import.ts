import { z } from 'zod'
import { isCivilDate, weekday } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { CalendarNotice, CalendarRow, NoticeKind } from './notices.ts'
import type { Calendar, YearCheck } from './table.ts'
import { checkYear, makeCalendar } from './table.ts'

/** Where an imported table comes from. */
export interface ImportFacts {
  readonly kind: NoticeKind
  readonly year: number
  readonly title: string
  readonly source: string
  readonly published: string
  readonly imported: string
}

const wrong = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** Puts rows in order and refuses what cannot stand: a day that does not exist or lies outside the year (and the December before), a day said twice, a working day that is no weekend. */
const soundRows = (rows: readonly CalendarRow[], year: number): CalendarRow[] => {
  const seen = new Map<string, CalendarRow>()
  rows.forEach((row, index) => {
    const field = `rows.${index}`
    if (!isCivilDate(row.day)) throw wrong(`第 ${index + 1} 行：没有 ${row.day} 这一天`, `Row ${index + 1}: there is no day ${row.day}`, field)
    if (!row.day.startsWith(`${year}-`) && !row.day.startsWith(`${year - 1}-12-`)) throw wrong(`第 ${index + 1} 行：${row.day} 不属于 ${year} 年的安排`, `Row ${index + 1}: ${row.day} does not belong to the notice for ${year}`, field)
    const before = seen.get(row.day)
    if (before !== undefined && before.off !== row.off) throw wrong(`${row.day} 既写作放假又写作上班`, `${row.day} is given both as off and as worked`, field)
    if (!row.off && weekday(row.day) < 6) return // a plain working day that some lists name; it changes nothing
    seen.set(row.day, row)
  })
  if (seen.size === 0) throw wrong('表中没有任何放假或者上班的日子', 'The list holds no day at all', 'rows')
  return [...seen.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

const HolidayCn = z.object({ year: z.int().optional(), papers: z.array(z.string()).optional(), days: z.array(z.object({ name: z.string().max(60), date: z.string().max(10), isOffDay: z.boolean() })).max(400) })

/** Reads the JSON of the public holiday-cn data set (`days[].date, isOffDay, name`); throws `malformed` for what is no such file and `invalid` with the row. */
export const parseHolidayCn = (content: string, year: number): CalendarRow[] => {
  let raw: unknown
  try {
    raw = JSON.parse(content.replace(/^\uFEFF/u, ''))
  } catch {
    throw new LantaiError('malformed', text('文件不是 JSON', 'The file is not JSON'), 'content')
  }
  const parsed = HolidayCn.safeParse(raw)
  if (!parsed.success) throw new LantaiError('malformed', text('文件不是节假日数据：应有 days，各有 date、isOffDay、name', 'The file is no holiday data: it should hold days, each with date, isOffDay and name'), 'content')
  if (parsed.data.year !== undefined && parsed.data.year !== year) throw wrong(`文件是 ${parsed.data.year} 年的，不是 ${year} 年`, `The file is for ${parsed.data.year}, not ${year}`, 'year')
  return soundRows(parsed.data.days.map((entry) => ({ day: entry.date, off: entry.isOffDay, name: entry.name })), year)
}

const offWords = /^(?:off|rest|holiday|休|休息|放假|1|true)$/iu
const workWords = /^(?:work|working|on|班|上班|调休上班|补班|0|false)$/iu

/** Reads a plain list, one day a line: `2027-01-01 休 元旦` (also 2027/1/1, 2027年1月1日, commas or tabs, # for remarks); throws `invalid` with the line. */
export const parsePlainList = (content: string, year: number): CalendarRow[] => {
  const rows = content.replace(/^\uFEFF/u, '').split(/\r?\n/u).flatMap((line, index): CalendarRow[] => {
    const written = line.replace(/#.*$/u, '').trim()
    if (written === '') return []
    const [first = '', word = '', ...rest] = written.split(/[\s,，;；、\t]+/u)
    const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(first)
    const field = `lines.${index + 1}`
    if (match === null) throw wrong(`第 ${index + 1} 行：看不懂日期“${first.slice(0, 20)}”，请写作 ${year}-01-01 休 元旦`, `Line ${index + 1}: “${first.slice(0, 20)}” is no date; write ${year}-01-01 off name`, field)
    const day = `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`
    if (!offWords.test(word) && !workWords.test(word)) throw wrong(`第 ${index + 1} 行：请写明“休”还是“班”`, `Line ${index + 1}: say “off” or “work”`, field)
    return [{ day, off: offWords.test(word), name: rest.join(' ').slice(0, 60) }]
  })
  return soundRows(rows, year)
}

/** Reads either form: JSON when it begins with a brace, else the plain list. */
export const parseCalendar = (content: string, year: number): CalendarRow[] => (/^\uFEFF?\s*\{/u.test(content) ? parseHolidayCn(content, year) : parsePlainList(content, year))

/** A notice ready to be entered, what it would make of the year, and what the clerk should look at before she does. */
export interface ImportPreview {
  readonly notice: CalendarNotice
  readonly check: YearCheck
  /** Days whose word changes, with the notice that had spoken of them. */
  readonly changes: readonly { readonly day: string; readonly off: boolean; readonly supersedes?: string }[]
  readonly warnings: readonly Text[]
}

/** Shows what an import would do, without doing it; throws `conflict` when the year has its yearly notice already and this is not given as a correction. */
export const previewImport = (calendar: Calendar, facts: ImportFacts, rows: readonly CalendarRow[]): ImportPreview => {
  const { kind, year, title, source, published, imported } = facts
  if (!isCivilDate(published)) throw wrong('请填写通知的发布日期', 'Enter the day on which the notice was published', 'published')
  if (title.trim() === '' || source.trim() === '') throw wrong('请填写通知的名称和来源（文号或者网址）', 'Enter the title of the notice and its source (number or address)', title.trim() === '' ? 'title' : 'source')
  const has = calendar.years.includes(year)
  if (kind === 'yearly' && has) throw new LantaiError('conflict', text(`${year} 年已有节假日安排；国务院后来的调整请作为“更正通知”录入，原安排仍然保留`, `${year} has its notice already; enter a later change as a correction, the first stays on record`), 'kind')
  if (kind !== 'yearly' && !has) throw new LantaiError('conflict', text(`还没有 ${year} 年的节假日安排，请先导入年度通知`, `There is no yearly notice for ${year} yet; import that first`), 'kind')
  const notice: CalendarNotice = { id: kind === 'yearly' ? String(year) : `${kind === 'local' ? 'local-' : ''}${published}`, kind, year, title, source, published, imported, rows: soundRows(rows, year) }
  const taken = calendar.notices.filter((entry) => entry.id === notice.id || entry.id.startsWith(`${notice.id}#`)).length
  const unique: CalendarNotice = taken === 0 ? notice : { ...notice, id: `${notice.id}#${taken + 1}` }
  const check = checkYear(year, makeCalendar([...calendar.notices, unique]))
  const changes = unique.rows.flatMap((row) => {
    const before = (kind === 'local' ? calendar.local : calendar.state).get(row.day)
    return before?.off === row.off ? [] : [{ day: row.day, off: row.off, ...(before === undefined ? {} : { supersedes: before.notice }) }]
  })
  const warnings = check.holds || kind === 'local' ? [] : [text(`${year} 年共 ${check.days} 天，减去周末 ${check.weekends} 天和法定节日 ${check.days - check.weekends - check.expected} 天应为 ${check.expected} 个工作日，表中是 ${check.working} 个，请核对原文`, `${year} has ${check.days} days; without ${check.weekends} weekend days and ${check.days - check.weekends - check.expected} statutory days off ${check.expected} working days are left, the list gives ${check.working}: compare the notice`)]
  return { notice: unique, check, changes, warnings }
}
