import type { Reads } from '../db/contract.ts'
import type { FailingFile, InspectedWindow, InspectionOffice } from '../db/inspection/contract.ts'
import { inspectedWindows } from '../db/inspection/contract.ts'
import { addDays, civilDate } from '../domain/dates.ts'
import { divorceInspectionRules } from '../domain/divorce/inspection.ts'
import { LantaiError } from '../domain/error.ts'
import { inspectionRules } from '../domain/marriage/inspection.ts'
import { reissueInspectionRules } from '../domain/reissue/inspection.ts'
import { text, type Text } from '../domain/text.ts'
import { domainWindows } from '../domain/windows.ts'
import { commonLine } from './case/lines.ts'
import { divorceSettings } from './divorce/context.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import { routes } from './schemas/index.ts'

/** How many failing files of a window are listed at once. */
const listed = 200
const longest = 400 // days

const itemsOf: Readonly<Record<InspectedWindow, readonly { readonly item: string; readonly title: Text }[]>> = { marriage: inspectionRules, divorce: divorceInspectionRules, reissue: reissueInspectionRules }
const titleOf = (window: InspectedWindow): Text => domainWindows.find(({ id }) => id === window)?.title ?? text(window, window)

const rowOf = (reads: Reads, window: InspectedWindow, id: string) => (window === 'marriage' ? reads.getMarriage(id) : window === 'divorce' ? reads.getDivorce(id) : reads.getReissue(id))

const lineOf = async (house: House, window: InspectedWindow, { id, items }: FailingFile) => {
  const row = await rowOf(house.register.read, window, id)
  return { window, line: { ...(await commonLine(house, row)), state: row.state }, items: items.map((item) => ({ ...item })) }
}

/** The office as the rules of each day of a period find it: settings and area codes from each day on which one changed. */
export const inspectionOffice = async (house: House, { from, to }: { readonly from: string; readonly to: string }): Promise<InspectionOffice> => {
  const [office, rows, accounts, notices] = await Promise.all([house.office(), house.register.read.settingRows(), house.accounts(), house.register.read.calendarNotices()])
  const changed = [...rows.map((row) => row.from), ...office.settings['office.areaChanges'].map((change) => change.from)]
  const starts = [...new Set([from, ...changed.filter((day) => day > from && day <= to)])].sort()
  const days = await Promise.all(starts.map(async (day) => ({ from: day, settings: await divorceSettings(house, day), officeArea: office.areaOn(day) })))
  return { days, registrars: [...accounts.values()].map(({ id, scope, certifiedUntil }) => ({ account: id, scope, certifiedUntil })), notices }
}

/** Makes a thread of the pass-rate runs ready, so that the first run of a day waits for nothing; an office that is not set up has no files. */
export const warmInspections = async (house: House): Promise<void> => {
  if (!(await house.office()).setUp) return
  const to = house.today()
  const from = addDays(to, -longest)
  await house.inspections.warm({ from, to, office: await inspectionOffice(house, { from, to }) })
}

/** 登记合格率: every registered file of a period, of one window or all, against the 13 points; what nobody examined is in neither numerator nor denominator. */
export const inspectionHandlings: readonly Handling[] = [
  handle(routes.inspectionRun, async ({ house, query, request }) => {
    const { from, to } = query
    if (from > to) throw new LantaiError('invalid', text('起始日在截止日之后', 'The first day is after the last'), 'from')
    if (house.today() < from || addDays(civilDate(from), longest) < to) throw new LantaiError('invalid', text(`一次最多检查 ${String(longest)} 天，且不能从将来开始`, `At most ${String(longest)} days at once, none of them in the future`), 'to')
    const started = performance.now()
    const windows = inspectedWindows.filter((window) => query.window === undefined || query.window === window)
    // A page that was left stops the run; other counters are served by this thread meanwhile.
    const runs = await house.inspections.run({ windows, from, to, office: await inspectionOffice(house, { from, to }), failing: listed, signal: request.signal })
    const byWindow = [...runs].map(([window, { qualified, failed, unexamined }]) => ({ window, title: titleOf(window), total: qualified + failed + unexamined, qualified, failed, unexamined }))
    const sum = (key: 'total' | 'qualified' | 'failed' | 'unexamined'): number => byWindow.reduce((all, row) => all + row[key], 0)
    const failing = (await Promise.all([...runs].map(([window, run]) => Promise.all(run.failing.map((file) => lineOf(house, window, file)))))).flat()
    const milliseconds = Math.round(performance.now() - started)
    return {
      from, to, total: sum('total'), qualified: sum('qualified'), failed: sum('failed'), unexamined: sum('unexamined'), numerator: sum('qualified'), denominator: sum('qualified') + sum('failed'), byWindow,
      byItem: [...runs].flatMap(([window, { items }]) => itemsOf[window].map(({ item, title }) => ({ window, item, title, ...(items[item] ?? { pass: 0, fail: 0, notApplicable: 0, unexamined: 0 }) }))),
      failing, failingMore: sum('failed') > failing.length, milliseconds,
    }
  }),
]
