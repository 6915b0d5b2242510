import { z } from 'zod'
import type { CivilDate } from '../dates.ts'
import { addDays, civilDate } from '../dates.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One day a notice speaks of: off, or a Saturday or Sunday that is worked in its stead (调休上班日). */
export const CalendarRow = z.strictObject({ day, off: z.boolean(), name: z.string().max(60) })
export type CalendarRow = z.infer<typeof CalendarRow>

/** Whose word it is: the yearly notice, a later correction of it, or an order of a minority area (《全国年节及纪念日放假办法》第四条). */
export const NoticeKind = z.enum(['yearly', 'correction', 'local'])
export type NoticeKind = z.infer<typeof NoticeKind>

/** A notice of days off as it stands in the table: nothing in it is overwritten, a later one supersedes it day by day. */
export const CalendarNotice = z.strictObject({
  /** Never used again, e.g. `2026`, `2020-01-27`, `local-guangxi-2026`. */
  id: z.string().min(1).max(60),
  kind: NoticeKind,
  /** The year whose days off it fixes; it may also speak of the last days of the year before. */
  year: z.int().min(1950).max(2200),
  title: z.string().min(1).max(200),
  /** Where it stands: address, file number, or the paper it was typed from. */
  source: z.string().min(1).max(400),
  /** Day on which it was published: what was computed before does not know of it. */
  published: day,
  /** Day on which it came into this table; empty for what is shipped. */
  imported: z.union([z.literal(''), day]),
  rows: z.array(CalendarRow).max(400),
})
export type CalendarNotice = z.infer<typeof CalendarNotice>

/** The acts by which an office keeps its table: a notice added, or one entered by mistake taken out of use (reason on the action); neither removes anything. */
export const calendarActions = {
  'calendar.noticeAdded': CalendarNotice,
  'calendar.noticeSetAside': z.strictObject({ id: z.string().min(1).max(60) }),
} as const

/** `元旦 01-01/01-03` runs of days off, both ends in them; a day may carry its own year. */
const runs = (year: number, written: string, off: boolean): readonly CalendarRow[] => {
  const rows: CalendarRow[] = []
  let name = ''
  for (const word of written.split(' ').filter((part) => part !== '')) {
    if (!/^\d/.test(word)) {
      name = word
      continue
    }
    const [first = '', last = first] = word.split('/')
    const at = (part: string): CivilDate => civilDate(part.length === 5 ? `${year}-${part}` : part)
    for (let next = at(first); next <= at(last); next = addDays(next, 1)) rows.push({ day: next, off, name })
  }
  return rows
}

const gov = (path: string): string => `www.gov.cn/zhengce/zhengceku/${path}.htm`

const yearly = (year: number, published: string, path: string, off: string, makeUp: string): CalendarNotice => ({
  id: String(year), kind: 'yearly', year, title: `国务院办公厅关于${year}年部分节假日安排的通知`, source: gov(path), published, imported: '',
  rows: [...runs(year, off, true), ...runs(year, makeUp, false)],
})

const correction = (year: number, published: string, path: string, title: string, off: string, makeUp: string): CalendarNotice => ({
  id: published, kind: 'correction', year, title, source: gov(path), published, imported: '', rows: [...runs(year, off, true), ...runs(year, makeUp, false)],
})

/** The notices of the General Office of the State Council for 2015-2026 with their corrections, in order of publication; weekends inside a break are in the break. */
export const shippedNotices: readonly CalendarNotice[] = [
  yearly(2015, '2014-12-16', '2014-12/16/content_9302', '元旦 01-01/01-03 春节 02-18/02-24 清明节 04-05/04-06 劳动节 05-01 端午节 06-20 06-22 中秋节 09-27 国庆节 10-01/10-07', '元旦 01-04 春节 02-15 02-28 国庆节 10-10'),
  correction(2015, '2015-05-13', '2015-05/13/content_9742', '国务院关于中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日调休放假的通知', '抗战胜利70周年纪念日 09-03/09-05', '抗战胜利70周年纪念日 09-06'),
  yearly(2016, '2015-12-10', '2015-12/10/content_10394', '元旦 01-01 春节 02-07/02-13 清明节 04-04 劳动节 05-01/05-02 端午节 06-09/06-11 中秋节 09-15/09-17 国庆节 10-01/10-07', '春节 02-06 02-14 端午节 06-12 中秋节 09-18 国庆节 10-08 10-09'),
  yearly(2017, '2016-12-01', '2016-12/01/content_5141603', '元旦 01-01/01-02 春节 01-27/02-02 清明节 04-02/04-04 劳动节 05-01 端午节 05-28/05-30 国庆节、中秋节 10-01/10-08', '春节 01-22 02-04 清明节 04-01 端午节 05-27 国庆节、中秋节 09-30'),
  yearly(2018, '2017-11-30', '2017-11/30/content_5243579', '元旦 01-01 春节 02-15/02-21 清明节 04-05/04-07 劳动节 04-29/05-01 端午节 06-18 中秋节 09-24 国庆节 10-01/10-07', '春节 02-11 02-24 清明节 04-08 劳动节 04-28 国庆节 09-29 09-30'),
  yearly(2019, '2018-12-06', '2018-12/06/content_5346276', '元旦 2018-12-30/2019-01-01 春节 02-04/02-10 清明节 04-05 劳动节 05-01 端午节 06-07 中秋节 09-13 国庆节 10-01/10-07', '元旦 2018-12-29 春节 02-02 02-03 国庆节 09-29 10-12'),
  correction(2019, '2019-03-22', '2019-03/22/content_5375877', '国务院办公厅关于调整2019年劳动节假期安排的通知', '劳动节 05-01/05-04', '劳动节 04-28 05-05'),
  yearly(2020, '2019-11-21', '2019-11/21/content_5454164', '元旦 01-01 春节 01-24/01-30 清明节 04-04/04-06 劳动节 05-01/05-05 端午节 06-25/06-27 国庆节、中秋节 10-01/10-08', '春节 01-19 02-01 劳动节 04-26 05-09 端午节 06-28 国庆节、中秋节 09-27 10-10'),
  correction(2020, '2020-01-27', '2020-01/27/content_5472352', '国务院办公厅关于延长2020年春节假期的通知', '春节 01-31/02-02', ''),
  yearly(2021, '2020-11-25', '2020-11/25/content_5564127', '元旦 01-01/01-03 春节 02-11/02-17 清明节 04-03/04-05 劳动节 05-01/05-05 端午节 06-12/06-14 中秋节 09-19/09-21 国庆节 10-01/10-07', '春节 02-07 02-20 劳动节 04-25 05-08 中秋节 09-18 国庆节 09-26 10-09'),
  yearly(2022, '2021-10-25', '2021-10/25/content_5644835', '元旦 01-01/01-03 春节 01-31/02-06 清明节 04-03/04-05 劳动节 04-30/05-04 端午节 06-03/06-05 中秋节 09-10/09-12 国庆节 10-01/10-07', '春节 01-29 01-30 清明节 04-02 劳动节 04-24 05-07 国庆节 10-08 10-09'),
  yearly(2023, '2022-12-08', '2022-12/08/content_5730844', '元旦 2022-12-31/2023-01-02 春节 01-21/01-27 清明节 04-05 劳动节 04-29/05-03 端午节 06-22/06-24 中秋节、国庆节 09-29/10-06', '春节 01-28 01-29 劳动节 04-23 05-06 端午节 06-25 中秋节、国庆节 10-07 10-08'),
  yearly(2024, '2023-10-25', '202310/content_6911528', '元旦 01-01 春节 02-10/02-17 清明节 04-04/04-06 劳动节 05-01/05-05 端午节 06-10 中秋节 09-15/09-17 国庆节 10-01/10-07', '春节 02-04 02-18 清明节 04-07 劳动节 04-28 05-11 中秋节 09-14 国庆节 09-29 10-12'),
  yearly(2025, '2024-11-12', '202411/content_6986383', '元旦 01-01 春节 01-28/02-04 清明节 04-04/04-06 劳动节 05-01/05-05 端午节 05-31/06-02 国庆节、中秋节 10-01/10-08', '春节 01-26 02-08 劳动节 04-27 国庆节、中秋节 09-28 10-11'),
  yearly(2026, '2025-11-04', '202511/content_7047091', '元旦 01-01/01-03 春节 02-15/02-23 清明节 04-04/04-06 劳动节 05-01/05-05 端午节 06-19/06-21 中秋节 09-25/09-27 国庆节 10-01/10-07', '元旦 01-04 春节 02-14 02-28 劳动节 05-09 国庆节 09-20 10-10'),
]
