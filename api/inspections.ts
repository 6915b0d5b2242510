import type { Reads } from '../db/contract.ts'
import type { FailingFile } from '../db/inspection/contract.ts'
import { addDays, civilDate } from '../domain/dates.ts'
import { divorceInspectionRules } from '../domain/divorce/inspection.ts'
import { LantaiError } from '../domain/error.ts'
import { inspectionRules } from '../domain/marriage/inspection.ts'
import { reissueInspectionRules } from '../domain/reissue/inspection.ts'
import { text, type Text } from '../domain/text.ts'
import { domainWindows } from '../domain/windows.ts'
import { commonLine } from './case/lines.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import { inspectionOffice } from './reports/compliance/office.ts'
import { routes } from './schemas/index.ts'

/** How many failing files of a window are listed at once. */
const listed = 200
const longest = 400 // days

const pointed = ['marriage', 'divorce', 'reissue'] as const
type Pointed = (typeof pointed)[number]

const itemsOf: Readonly<Record<Pointed, readonly { readonly id: string; readonly item: string; readonly title: Text }[]>> = { marriage: inspectionRules, divorce: divorceInspectionRules, reissue: reissueInspectionRules }
const titleOf = (window: Pointed): Text => domainWindows.find(({ id }) => id === window)?.title ?? text(window, window)

const rowOf = (reads: Reads, window: Pointed, id: string) => (window === 'marriage' ? reads.getMarriage(id) : window === 'divorce' ? reads.getDivorce(id) : reads.getReissue(id))

const lineOf = async (house: House, window: Pointed, { id, faults }: FailingFile) => {
  const row = await rowOf(house.register.read, window, id)
  return { window, line: { ...(await commonLine(house, row)), state: row.state }, items: faults.map(({ rule, message }) => ({ item: itemsOf[window].find((one) => one.id === rule)?.item ?? rule, message })) }
}

/** Makes a thread of the pass-rate runs ready, so that the first run of a day waits for nothing; an office that is not set up has no files. */
export const warmInspections = async (house: House): Promise<void> => {
  if (!(await house.office()).setUp) return
  const to = house.today()
  const from = addDays(to, -longest)
  await house.inspections.warm({ from, to, office: await inspectionOffice(house) })
}

/** 登记合格率: every registered file of a period, of one window or all, against the 13 points; what nobody examined is in neither numerator nor denominator. */
export const inspectionHandlings: readonly Handling[] = [
  handle(routes.inspectionRun, async ({ house, query, request }) => {
    const { from, to } = query
    if (from > to) throw new LantaiError('invalid', text('起始日在截止日之后', 'The first day is after the last'), 'from')
    if (house.today() < from || addDays(civilDate(from), longest) < to) throw new LantaiError('invalid', text(`一次最多检查 ${String(longest)} 天，且不能从将来开始`, `At most ${String(longest)} days at once, none of them in the future`), 'to')
    const started = performance.now()
    const windows = pointed.filter((window) => query.window === undefined || query.window === window)
    const office = await inspectionOffice(house)
    // A page that was left stops the run; other counters are served by this thread meanwhile.
    const runs = await house.inspections.run(house.today, async ({ find, judge }) => judge(await find(windows, query), { office, failing: listed, signal: request.signal }))
    const judged = windows.flatMap((window) => {
      const run = runs.get(window)
      return run === undefined ? [] : [{ window, ...run }]
    })
    const byWindow = judged.map(({ window, tally: { sums: { passed, failed, unexamined } } }) => ({ window, title: titleOf(window), total: passed + failed + unexamined, qualified: passed, failed, unexamined }))
    const sum = (key: 'total' | 'qualified' | 'failed' | 'unexamined'): number => byWindow.reduce((all, row) => all + row[key], 0)
    const failing = (await Promise.all(judged.map(({ window, failing: files }) => Promise.all(files.map((file) => lineOf(house, window, file)))))).flat()
    const milliseconds = Math.round(performance.now() - started)
    return {
      from, to, total: sum('total'), qualified: sum('qualified'), failed: sum('failed'), unexamined: sum('unexamined'), numerator: sum('qualified'), denominator: sum('qualified') + sum('failed'), byWindow,
      byItem: judged.flatMap(({ window, tally: { byRule } }) => itemsOf[window].map(({ id, item, title }) => {
        const { pass, attested, fail, notApplicable, unexamined } = byRule[id] ?? { pass: 0, attested: 0, fail: 0, notApplicable: 0, unexamined: 0 }
        return { window, item, title, pass: pass + attested, fail, notApplicable, unexamined }
      })),
      failing, failingMore: sum('failed') > failing.length, milliseconds,
    }
  }),
]
