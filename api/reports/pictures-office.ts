import { addDays, civilDate, daysBetween, type CivilDate } from '../../domain/dates.ts'
import { examinedOf, percentOf, rateWords, sumsOfRule } from '../../domain/reports/rates.ts'
import type { Opening } from '../../domain/reports/shapes.ts'
import { listed } from '../../domain/statistics/counted.ts'
import { unitText } from '../../domain/statistics/units.ts'
import { text, type Text } from '../../domain/text.ts'
import { statisticalClasses, waiverItems } from '../../domain/waiver/codes.ts'
import type { Picture } from '../schemas/reports.ts'
import type { Period } from '../statistics/table.ts'
import type { Deadline } from '../windows.ts'
import { newestReport } from './latest.ts'
import { askedWindows, daysOf, longestByDay, type Asked } from './pictures-counts.ts'
import { stockInDays, stockTypes, useDays, workingDayTest } from './stock-days.ts'

/** Pictures of what the office watches: rules, waivers, deadlines, booklets. */

/** Rules that are shown at most, the worst of them. */
const shownRules = 60

/** A share in percent, rounded up to two decimals: what is there is never shown as nothing. */
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.ceil((part * 10_000) / whole) / 100)

/** Pass rates by rule of the newest compliance report that lies in the period, the worst first; what was not examined stands apart and is in no rate. */
export const passRate = async (asked: Asked): Promise<Picture> => {
  const { house, period, window } = asked
  const found = await newestReport(house, period)
  const report = await found?.read()
  const rows = (report?.byRule ?? []).filter((row) => window === undefined || row.window === window).map((row) => { const sums = sumsOfRule(row); return { window: row.window, rule: row.rule, title: row.title, sums, examined: examinedOf(sums), unexamined: sums.unexamined, rate: percentOf(sums) } }).filter(({ examined, unexamined }) => examined + unexamined > 0)
  // What has no rate yet comes after what failed and before what passed whole.
  const place = (rate: number | null): number => rate ?? 99.995
  const sorted = rows.toSorted((a, b) => place(a.rate) - place(b.rate) || b.sums.failed - a.sums.failed || b.unexamined - a.unexamined)
  const shown = sorted.slice(0, shownRules)
  const opens = (some: (row: (typeof shown)[number]) => number): (Opening | null)[] => shown.map((row) => (some(row) === 0 || report === undefined ? null : { window: row.window, from: civilDate(report.from), to: civilDate(report.to) }))
  return {
    id: 'pass-rate', title: text('各规则合格率', 'Pass rate by rule'), form: 'ranked', ...(found === undefined ? {} : { path: found.path }), unit: text('%', '%'), labelTitle: text('规则', 'Rule'),
    note: report === undefined ? text('本期还没有合规报告，请先生成。', 'There is no compliance report within this period yet: run one first.')
      : text(`据 ${report.at.slice(0, 16).replace('T', ' ')} 的合规报告（${report.from} 至 ${report.to}）。合格率 = 合格 ÷（合格 + 不合格）；未检查的不计入，没有不合格但尚有未检查的不计合格率。${sorted.length > shown.length ? `另有 ${String(sorted.length - shown.length)} 条规则没有列出。` : ''}`, `From the compliance report of ${report.at.slice(0, 16).replace('T', ' ')} (${report.from} to ${report.to}). Rate = passed ÷ (passed + failed); what was not examined is not in it, and where nothing failed but some are not examined there is no rate.${sorted.length > shown.length ? ` ${String(sorted.length - shown.length)} further rules are not shown.` : ''}`),
    labels: shown.map((row) => { const said = rateWords(row.sums); return { id: `${row.window}.${row.rule}`, title: text(`${row.title.zh}：${said.zh}`, `${row.title.en}: ${said.en}`) } }),
    series: [
      { id: 'rate', title: text('合格率', 'Pass rate'), values: shown.map(({ rate }) => rate), open: opens(({ examined }) => examined) },
      { id: 'unexamined', title: text('未检查', 'Not examined'), values: shown.map(({ unexamined, examined }) => share(unexamined, unexamined + examined)), open: opens(({ unexamined }) => unexamined) },
    ],
  }
}

/** Money waived by item and by class, in yuan, with how many; both add up to all that was waived. */
export const waivers = async ({ house, offered, period, kind }: Asked): Promise<Picture> => {
  const parts = ([['item', text('项目', 'Item'), listed(waiverItems)], ['class', text('对象', 'Class'), listed(statisticalClasses)]] as const).filter(([id]) => kind === undefined || kind === id)
  const stands = offered.some(({ id }) => id === 'burial')
  const sums = stands ? await house.register.read.burial.sums(parts.map(([id]) => `waiver.${id}.`), period) : new Map<string, { count: number; fen: number }>()
  const rows = parts.flatMap(([id, group, list]) => list.map((entry) => ({ cell: `waiver.${id}.${entry.id}`, group, title: entry.title, count: sums.get(`waiver.${id}.${entry.id}`)?.count ?? 0, fen: sums.get(`waiver.${id}.${entry.id}`)?.fen ?? 0 }))).filter(({ count, fen }) => count !== 0 || fen !== 0)
  const opens: (Opening | null)[] = rows.map(({ cell }) => ({ window: 'burial', cells: [cell], from: period.from, to: period.to }))
  return {
    id: 'waivers', title: text('惠民殡葬减免（分项目、对象）', 'Waivers by item and class'), form: 'ranked', unit: text('', ''), labelTitle: text('项目、对象', 'Item or class'),
    note: text('按项目和按对象各加总一次，两者的金额合计相同。', 'Added up once by item and once by class; the amounts come to the same sum.'),
    labels: rows.map(({ cell, group, title }) => ({ id: cell, title: text(`${group.zh} · ${title.zh}`, `${group.en} · ${title.en}`) })),
    series: [
      { id: 'fen', title: text('减免金额', 'Waived'), unit: unitText('元'), values: rows.map(({ fen }) => fen / 100), open: opens },
      { id: 'count', title: text('减免人次', 'Persons'), unit: unitText('人次'), values: rows.map(({ count }) => count), open: opens },
    ],
  }
}

/** Days of deadlines that are looked ahead. */
const ahead = 60

/** What falls due in the days to come: by window, or by list where a window is named. */
export const deadlinesPicture = async (asked: Asked): Promise<Picture> => {
  const { house, period, window } = asked
  const today = house.today()
  // A period that lies ahead is taken as it is; every other one gives way to the days to come.
  const from = period.from >= today ? period.from : today
  const span: Period = { from, to: period.from >= today && daysBetween(period.from, period.to) < longestByDay ? period.to : addDays(from, ahead) }
  const days = daysOf(span)
  const found = await Promise.all(askedWindows(asked).filter(({ deadlines }) => deadlines !== undefined).map(async (one) => ({ window: one, due: (await one.deadlines?.(house.register.read, span, house)) ?? [] })))
  const series = (id: string, title: Text, of: string, due: readonly Deadline[]): Picture['series'][number] => {
    const byDay = new Map<string, Deadline[]>()
    for (const row of due) byDay.set(row.day, [...(byDay.get(row.day) ?? []), row])
    return {
      id, title, values: days.map((day) => (byDay.get(day) ?? []).reduce((sum, { count }) => sum + count, 0)),
      // A mark of several lists opens the longest.
      open: days.map((day) => { const [most] = (byDay.get(day) ?? []).toSorted((a, b) => b.count - a.count); return most === undefined ? null : { window: of, kind: most.kind, from: day, to: day } }),
    }
  }
  return {
    id: 'deadlines', title: text(`今后 ${String(days.length - 1)} 天的期限`, `Deadlines of the next ${String(days.length - 1)} days`), form: 'stacked', unit: unitText('件'), labelTitle: text('日期', 'Day'), labels: days.map((day) => ({ id: day, title: text(day, day) })),
    series: window === undefined ? found.map(({ window: one, due }) => series(one.id, one.title, one.id, due)) : found.flatMap(({ window: one, due }) => [...new Map(due.map(({ kind, title }) => [kind, title]))].map(([kind, title]) => series(`${one.id}.${kind}`, title, one.id, due.filter((row) => row.kind === kind)))),
  }
}

/** Days back that are drawn at most. */
const longestBack = 366

/** Booklets left by day, and from today on by the mean use of the last sixty days. */
export const stockPicture = async ({ house, windows, period }: Asked): Promise<Picture> => {
  const { read } = house.register
  const today = house.today()
  const types = await stockTypes(house, windows)
  const earliest = addDays(today, -longestBack)
  const from: CivilDate = period.from >= today ? addDays(today, -useDays) : period.from < earliest ? earliest : period.from
  const days = daysOf({ from, to: addDays(today, ahead) })
  const [stock, isWorking, moved] = await Promise.all([stockInDays(house, read, types), workingDayTest(house), Promise.all(types.map((type) => read.stockByDay(type, from, today)))])
  const series = stock.flatMap(({ type, title, left, perDay }, index): Picture['series'] => {
    const known = new Map(moved[index]?.map((row) => [row.day, row.left]))
    let at = 0
    const past = days.map((day) => {
      at = known.get(day) ?? at
      return day > today ? null : at
    })
    let rest = left
    const projected = days.map((day) => {
      if (day > today && isWorking(day)) rest = Math.max(rest - perDay, 0)
      return day < today || perDay === 0 ? null : Math.round(rest)
    })
    const open = (values: readonly (number | null)[]): (Opening | null)[] => values.map((value, place) => { const day = days[place]; return value === null || day === undefined || day > today ? null : { window: 'stock', from: day, to: day } })
    return [
      { id: type, title, values: past, open: open(past) },
      { id: `${type}.projected`, title: text(`${title.zh}（预计）`, `${title.en} (expected)`), values: projected, open: open(projected.map(() => null)) },
    ]
  })
  return {
    id: 'stock', title: text('空白证件余量', 'Booklets left'), form: 'lines', unit: unitText('本'), labelTitle: text('日期', 'Day'), labels: days.map((day) => ({ id: day, title: text(day, day) })), series,
    note: text(`今天以后按最近 ${String(useDays)} 天每个工作日的平均用量推算，只是预计。`, `After today by the mean use of a working day in the last ${String(useDays)} days: an expectation only.`),
  }
}
