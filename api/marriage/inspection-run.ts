import type { MarriageAction } from '../../domain/marriage/actions.ts'
import type { JournalEntry } from '../../domain/action.ts'
import { foldMarriage } from '../../domain/marriage/fold.ts'
import { inspectionRules, type InspectionItem } from '../../domain/marriage/inspection.ts'
import { LantaiError } from '../../domain/error.ts'
import { addDays } from '../../domain/dates.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import { routes } from '../schemas/index.ts'
import type { MarriageLine } from '../schemas/marriage.ts'
import { marriageSpec } from './spec.ts'
import { lineOf } from './lines.ts'

/** How many failing files are listed at once. */
const listed = 200
const longest = 400 // days

type Tally = { pass: number; fail: number; notApplicable: number; unexamined: number }

/** 登记合格率: every registered file of a period against the 13 points; what nobody examined is in neither numerator nor denominator. */
export const inspectionRunHandlings: readonly Handling[] = [
  handle(routes.inspectionRun, async ({ house, query, request }) => {
    const { from, to } = query
    if (from > to) throw new LantaiError('invalid', text('起始日在截止日之后', 'The first day is after the last'), 'from')
    if (addDays(house.today(), 0) < from || addDays(from as ReturnType<typeof house.today>, longest) < to) throw new LantaiError('invalid', text(`一次最多检查 ${String(longest)} 天，且不能从将来开始`, `At most ${String(longest)} days at once, none of them in the future`), 'to')
    const byItem = new Map<string, Tally>(inspectionRules.map(({ item }) => [item, { pass: 0, fail: 0, notApplicable: 0, unexamined: 0 }]))
    const verdicts = { qualified: 0, failed: 0, unexamined: 0, notApplicable: 0 }
    const failing: { line: MarriageLine; items: { item: string; message: InspectionItem['title'] }[] }[] = []
    let seen = 0
    for await (const { row, entries } of house.register.read.marriageFiles({ from, to, state: ['registered', 'proofread', 'delivered'] })) {
      const { verdict, items } = await marriageSpec.inspection(house, foldMarriage(entries as readonly JournalEntry<MarriageAction>[]))
      verdicts[verdict] += 1
      for (const { item, result } of items) {
        const tally = byItem.get(item)
        if (tally !== undefined) tally[result] += 1
      }
      if (verdict === 'failed' && failing.length < listed) {
        failing.push({ line: await lineOf(house, row), items: items.filter(({ result }) => result === 'fail').map(({ item, message, title }) => ({ item, message: message ?? title })) })
      }
      seen += 1
      // Other counters are served between the files, and a page that was left stops the run.
      if (seen % 50 === 0) {
        await new Promise((resolve) => setImmediate(resolve))
        if (request.signal.aborted) throw new LantaiError('cancelled', text('已取消', 'Cancelled'))
      }
    }
    const examined = verdicts.qualified + verdicts.failed
    return {
      from, to, total: examined + verdicts.unexamined, qualified: verdicts.qualified, failed: verdicts.failed, unexamined: verdicts.unexamined, numerator: verdicts.qualified, denominator: examined,
      byItem: inspectionRules.map(({ item, title }) => ({ item, title, ...(byItem.get(item) ?? { pass: 0, fail: 0, notApplicable: 0, unexamined: 0 }) })), failing, failingMore: verdicts.failed > failing.length,
    }
  }),
]
