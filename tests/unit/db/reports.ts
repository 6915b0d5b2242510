import type { Action } from '../../../domain/action.ts'
import type { ReportActionBody } from '../../../domain/reports/actions.ts'
import type { DayFigures } from '../../../domain/reports/shapes.ts'

/** Acts of the office's reports for tests of the register: what a test is about is given, the rest is ordinary. */

const head = { seq: 1, hash: 'a'.repeat(64) }
const byTwo = { second: 'clerk-2', reason: '核对无误' } as const
export const figures = (counts: DayFigures['counts'] = []): DayFigures => ({ counts, open: [], stock: [], money: [], deadlines: [] })

export const dayClosed = (day: string, changes: Partial<ReportActionBody<'day.closed'>> = {}): Action => ({ kind: 'day.closed', subject: `day/${day}`, body: { day, figures: figures(), head, note: '', ...changes } })
export const monthClosed = (month: string, content: string, changes: Partial<ReportActionBody<'month.closed'>> = {}): Action => ({ kind: 'month.closed', subject: `month/${month}`, body: { month, content, head, unclosed: [`${month}-03`], note: '', ...changes }, ...byTwo })
export const reportStored = (id: string, content: string, changes: Partial<ReportActionBody<'report.stored'>> = {}): Action => ({
  kind: 'report.stored', subject: id,
  body: { report: 'compliance', from: '2026-04-01', to: '2026-04-30', windows: ['marriage'], today: '2026-05-20', ranAt: '2026-05-20T09:00:00.000+08:00', head, program: '1', rules: 'b'.repeat(64), content, total: 2, passed: 1, failed: 1, unexamined: 0, note: '', ...changes },
})
export const reportRemade = (id: string, content: string, made = content): Action => ({ kind: 'report.remade', subject: id, body: { same: made === content, content, made } })
export const drawn = (id: string, cases: ReportActionBody<'inspection.drawn'>['cases'] = [{ window: 'marriage', caseId: 'case-1' }]): Action => ({
  kind: 'inspection.drawn', subject: id, body: { from: '2026-05-01', to: '2026-05-31', windows: ['marriage'], seed: '20260520', population: { count: 2, digest: 'c'.repeat(64) }, cases, note: '' },
})
export const examined = (id: string, changes: Partial<ReportActionBody<'inspection.examined'>> = {}): Action => ({ kind: 'inspection.examined', subject: id, body: { window: 'marriage', caseId: 'case-1', result: 'pass', rules: [], note: '', ...changes } })

/** One of every act; `content` is the hash of a stored file. */
export const reportHistory = (content: string): readonly Action[] => [dayClosed('2026-05-19'), monthClosed('2026-04', content), reportStored('rp1', content), reportRemade('rp1', content), drawn('s1'), examined('s1')]
