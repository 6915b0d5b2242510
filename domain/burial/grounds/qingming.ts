import type { JournalEntry } from '../../action.ts'
import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { CountCheck } from '../placement/tally.ts'
import { countCheck } from '../placement/tally.ts'
import type { QingmingAction, QingmingFigures } from './actions.ts'

/** A line of figures; a correction is a line of its own with signed values. */
export interface QingmingRow {
  readonly site: string
  /** The day that is counted, and the day it was entered. */
  readonly of: string
  readonly day: string
  readonly correction: boolean
  readonly figures: QingmingFigures
}

const fields = ['visitors', 'vehicles', 'incidents', 'complaints', 'lowCarbon', 'online', 'ashes', 'eco'] as const
const zero: QingmingFigures = { visitors: 0, vehicles: 0, incidents: 0, complaints: 0, lowCarbon: 0, online: 0, ashes: 0, eco: 0 }
const plus = (a: QingmingFigures, b: QingmingFigures): QingmingFigures => Object.fromEntries(fields.map((field) => [field, a[field] + b[field]])) as QingmingFigures
const sum = (rows: readonly QingmingRow[]): QingmingFigures => rows.reduce((total, { figures }) => plus(total, figures), zero)
const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** A further line on the lines that stand. Throws `conflict` for a day counted twice, `not_found` for the correction of nothing, `invalid` at the field where the sum could not be. */
export const addQingming = (rows: readonly QingmingRow[], { kind, body }: QingmingAction): QingmingRow => {
  const same = rows.filter(({ site, of }) => site === body.site && of === body.of)
  if (body.day < body.of) throw invalid('填报日期早于统计日期', 'Entered before the day it counts', 'day')
  if (kind === 'qingming.counted' && same.length > 0) throw new LantaiError('conflict', text(`${body.site} ${body.of} 已经填报，请用更正`, `${body.site} has its figures of ${body.of}; correct them`), 'of')
  if (kind === 'qingming.corrected' && same.length === 0) throw new LantaiError('not_found', text('这一天没有填报', 'This day has not been counted'), 'of')
  const row: QingmingRow = { site: body.site, of: body.of, day: body.day, correction: kind === 'qingming.corrected', figures: kind === 'qingming.counted' ? body.figures : body.differences }
  const after = sum([...same, row])
  for (const field of fields) if (!Number.isInteger(after[field]) || after[field] < 0) throw invalid('数量应为不小于零的整数', 'A count is a whole number from zero', field)
  if (after.lowCarbon > after.visitors) throw invalid('低碳祭扫人数不能超过祭扫人数', 'No more low-carbon visitors than visitors', 'lowCarbon')
  if (after.eco > after.ashes) throw invalid('生态安葬数不能超过安葬数', 'No more eco-burials than placements', 'eco')
  return row
}

/** Folds the journal to its lines, in order. */
export const foldQingming = (entries: Iterable<JournalEntry<QingmingAction>>): readonly QingmingRow[] => {
  const rows: QingmingRow[] = []
  for (const { action } of entries) rows.push(addQingming(rows, action))
  return rows
}

/** Decides a line; throws as `addQingming` does, `invalid` for days that do not exist, and at `reason` for a correction without one. */
export const decideQingming = <A extends QingmingAction>(rows: readonly QingmingRow[], action: A): A => {
  for (const field of ['of', 'day'] as const) civilDate(action.body[field], field)
  if (action.kind === 'qingming.corrected' && (action.reason ?? '').trim() === '') throw invalid('请写明更正的理由', 'Say why it is corrected', 'reason')
  addQingming(rows, action)
  return action
}

/** Figures of a period by day and by site; shares are null where there is nothing to share. */
export interface QingmingTally {
  readonly total: QingmingFigures
  readonly byDay: ReadonlyMap<string, QingmingFigures>
  readonly bySite: ReadonlyMap<string, QingmingFigures>
  readonly corrections: readonly QingmingRow[]
  readonly lowCarbonShare: number | null
  readonly ecoShare: number | null
}

/** Counts the days of a period, both ends in it, with every correction of them. */
export const tallyQingming = (rows: readonly QingmingRow[], period: { readonly from: string; readonly to: string }): QingmingTally => {
  const inside = rows.filter(({ of }) => of >= period.from && of <= period.to)
  const by = (key: 'of' | 'site'): Map<string, QingmingFigures> => {
    const map = new Map<string, QingmingFigures>()
    for (const row of inside) map.set(row[key], plus(map.get(row[key]) ?? zero, row.figures))
    return map
  }
  const total = sum(inside)
  return { total, byDay: by('of'), bySite: by('site'), corrections: inside.filter(({ correction }) => correction), lowCarbonShare: total.visitors === 0 ? null : total.lowCarbon / total.visitors, ecoShare: total.ashes === 0 ? null : total.eco / total.ashes }
}

/** The identities of the figures: the total is the sum over days and over sites. */
export const qingmingChecks = (tally: QingmingTally): readonly CountCheck[] =>
  fields.flatMap((field) => [countCheck(`qingming.days.${field}`, '合计 = 各日之和', 'total = sum over days', tally.total[field], [...tally.byDay.values()].reduce((all, figures) => all + figures[field], 0)), countCheck(`qingming.sites.${field}`, '合计 = 各地点之和', 'total = sum over sites', tally.total[field], [...tally.bySite.values()].reduce((all, figures) => all + figures[field], 0))])
