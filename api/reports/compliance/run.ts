import { addDays, civilDate } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { text } from '../../../domain/text.ts'
import { handle, type Handling } from '../../door.ts'
import { notFound, type House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { pdfResponse } from '../../papers.ts'
import { routes } from '../../schemas/index.ts'
import { complianceOf } from './compliance.ts'
import { titlesOf } from './titles.ts'
import { windowsAsked } from './windows.ts'

/** The longest period of one report. */
const longest = 3660 // days

/** A report that was just run and is not stored yet. */
export interface ComplianceRun { readonly id: string; readonly content: ComplianceReport; readonly milliseconds: number }

const kept = new WeakMap<House, ComplianceRun[]>()
/** The last few runs of a house; an older one is run again. */
const most = 5

const keep = (house: House, run: ComplianceRun): void => {
  const runs = kept.get(house) ?? []
  kept.set(house, runs)
  runs.unshift(run)
  runs.splice(most)
}

/** The runs that are still kept, the newest first. */
export const runsOf = (house: House): readonly ComplianceRun[] => kept.get(house) ?? []

/** A run that is still kept; throws `not_found`. */
export const getRun = (house: House, id: string): ComplianceRun => {
  const run = kept.get(house)?.find((one) => one.id === id)
  if (run === undefined) throw notFound('这份报告没有存档，已经不在了，请重新生成。', 'This report was not put away and is gone; run it again.')
  return run
}

/** The days of a report as they were asked for; throws `invalid` at the field. */
export const checkPeriod = (house: House, { from, to }: { readonly from: string; readonly to: string }) => {
  const period = { from: civilDate(from, 'from'), to: civilDate(to, 'to') }
  if (from > to) throw new LantaiError('invalid', text('起始日在截止日之后', 'The first day is after the last'), 'from')
  if (from > house.today()) throw new LantaiError('invalid', text('期间还没有开始', 'The period has not begun'), 'from')
  if (addDays(period.from, longest) < period.to) throw new LantaiError('invalid', text('一次最多检查十年', 'At most ten years are judged at once'), 'to')
  return period
}

/** The cases of a report that are shown with a title: those it gives in words. */
export const shownCases = ({ failing }: Pick<ComplianceReport, 'failing'>): readonly (readonly [string, string])[] => failing.map(({ window, id }) => [window, id] as const)

/** Running the compliance report, and looking at what was run. */
export const complianceRunHandlings: readonly Handling[] = [
  handle(routes.startCompliance, async ({ house, body, account }) => {
    const period = checkPeriod(house, body)
    const windows = windowsAsked((await house.office()).windows, body.windows)
    return house.jobs.start('compliance', account.id, async (progress, signal) => {
      const started = performance.now()
      const at = house.instant()
      const content = await complianceOf(house, { ...period, windows, today: civilDate(at.slice(0, 10)), at, program: house.version, files: house.register.files, signal, progress })
      signal.throwIfAborted()
      const run = { id: newId('r', house.now()), content, milliseconds: Math.round(performance.now() - started) }
      keep(house, run)
      return { run: run.id }
    })
  }),

  handle(routes.getComplianceRun, async ({ house, params, account }) => {
    const { content, milliseconds } = getRun(house, params.id)
    return { content, titles: await titlesOf(house, account, shownCases(content)), milliseconds }
  }),

  handle(routes.complianceSheet, async ({ house, params, request }) => {
    const { content } = getRun(house, params.id)
    const bytes = await house.printer.render({ paper: 'office.compliance', sheet: { content, stored: null } })
    return pdfResponse(request, bytes, `合规报告-${content.from}-${content.to}`, params.id)
  }),
]
