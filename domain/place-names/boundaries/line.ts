import type { CivilDate } from '../../dates.ts'
import { addMonths, civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import { instrument } from '../../law.ts'
import { asks, fail, notYet, pass } from '../../outcome.ts'
import type { Outcome, Rule } from '../../rule.ts'
import { text } from '../../text.ts'
import type { BoundaryActionOf, BoundaryFacts, BoundaryLineAction, BoundaryPlan } from './actions.ts'

/** 国务院令第353号, in force 2002-07-01. */
export const boundaryRegulation = instrument('《行政区域界线管理条例》', 'Regulation on Administrative Boundaries')
export const boundaryRegulationFrom = '2002-07-01'

type Inspected = BoundaryActionOf<'boundary.inspected'>['body']

/** A boundary with its markers, inspections and repairs. */
export interface BoundaryLine {
  readonly id: string
  readonly state: 'standing' | 'ended'
  readonly facts: BoundaryFacts
  readonly inspections: readonly (Inspected & { readonly filed: BoundaryActionOf<'boundary.resultFiled'>['body'] | null })[]
  readonly mended: readonly BoundaryActionOf<'boundary.markerMended'>['body'][]
  readonly ended: BoundaryActionOf<'boundary.ended'>['body'] | null
}

const refuse = (code: 'conflict' | 'not_found' | 'wrong_state' | 'invalid', zh: string, en: string, field?: string): LantaiError => new LantaiError(code, text(zh, en), field)
const requireMarker = (line: BoundaryLine, number: string, field: string): void => { if (!line.facts.markers.some((marker) => marker.number === number)) throw refuse('not_found', `没有 ${number} 号界桩`, `There is no marker ${number}`, field) }
const requireMarkers = ({ markers }: Pick<BoundaryFacts, 'markers'>): void => { if (new Set(markers.map(({ number }) => number)).size < markers.length) throw refuse('conflict', '界桩编号重复', 'Two markers share a number', 'markers') }

/** A line after an act; throws `conflict`, `not_found`, `wrong_state`, `invalid` at the field. */
export const applyBoundary = (line: BoundaryLine | undefined, action: BoundaryLineAction): BoundaryLine => {
  civilDate(action.body.day, 'day')
  if (action.kind === 'boundary.registered') {
    if (line !== undefined) throw refuse('conflict', '这条界线已经登记', 'The line stands already')
    requireMarkers(action.body.facts)
    return { id: action.subject, state: 'standing', facts: action.body.facts, inspections: [], mended: [], ended: null }
  }
  if (line === undefined) throw refuse('not_found', '没有这条界线', 'There is no such line')
  if (line.state === 'ended' && action.kind !== 'boundary.resultFiled') throw refuse('wrong_state', '这条界线已经撤销', 'The line has ended')
  switch (action.kind) {
    case 'boundary.described': {
      const facts = { ...line.facts, ...action.body.changes }
      requireMarkers(facts)
      return { ...line, facts }
    }
    case 'boundary.inspected': {
      const { body } = action
      if (body.day < body.from) throw refuse('invalid', '联检止日早于起日', 'It ends before it begins', 'day')
      if (body.from < line.facts.approvedOn) throw refuse('invalid', '联检早于界线的批准', 'Before the line was approved', 'from')
      if (line.inspections.some(({ report }) => report === body.report)) throw refuse('conflict', `联检报告 ${body.report} 已经登记`, `The report ${body.report} stands already`, 'report')
      body.markers.forEach(({ number }, index) => requireMarker(line, number, `markers.${index}.number`))
      const missing = line.facts.neighbours.find((side) => !body.sides.includes(side))
      if (missing !== undefined) throw refuse('invalid', `联检由毗邻各方共同进行，缺少${missing}`, `All neighbours inspect together; ${missing} is missing`, 'sides')
      if (body.kind === 'extra' && body.cause.trim() === '') throw refuse('invalid', '请写明随时联检的原因', 'Say why it was inspected out of turn', 'cause')
      return { ...line, inspections: [...line.inspections, { ...body, filed: null }].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) }
    }
    case 'boundary.resultFiled': {
      const { body } = action
      const found = line.inspections.find(({ report }) => report === body.report)
      if (found === undefined) throw refuse('not_found', `没有联检报告 ${body.report}`, `There is no report ${body.report}`, 'report')
      if (found.filed !== null) throw refuse('conflict', '联检结果已经备案', 'The result is filed already', 'report')
      if (body.day < found.day) throw refuse('invalid', '备案早于联检', 'The filing lies before the inspection', 'day')
      return { ...line, inspections: line.inspections.map((inspection) => (inspection === found ? { ...inspection, filed: body } : inspection)) }
    }
    case 'boundary.markerMended':
      requireMarker(line, action.body.marker, 'marker')
      return { ...line, mended: [...line.mended, action.body] }
    case 'boundary.ended': return { ...line, state: 'ended', ended: action.body }
  }
}

/** Folds the acts of one line; throws `not_found` when there are none. */
export const foldBoundary = (actions: Iterable<BoundaryLineAction>): BoundaryLine => {
  let line: BoundaryLine | undefined
  for (const action of actions) line = applyBoundary(line, action)
  if (line === undefined) throw refuse('not_found', '没有这条界线', 'There is no such line')
  return line
}

/** The day by which a line is to be inspected next: five years after the last regular joint inspection, or after its approval (《行政区域界线管理条例》第十二条). */
export const nextInspection = (line: Pick<BoundaryLine, 'facts' | 'inspections'>): CivilDate => addMonths(civilDate(line.inspections.filter(({ kind }) => kind === 'regular').at(-1)?.day ?? line.facts.approvedOn), 60)

/** How the lines stand to a year: due in it, overdue before it, or inspected. */
export const dueInYear = (lines: readonly BoundaryLine[], year: number): readonly { readonly line: BoundaryLine; readonly by: CivilDate; readonly overdue: boolean }[] =>
  lines.filter(({ state }) => state === 'standing').flatMap((line) => {
    // What was inspected within the year was due before it.
    const asked = { ...line, inspections: line.inspections.filter(({ day }) => Number(day.slice(0, 4)) < year) }
    const by = nextInspection(asked)
    return Number(by.slice(0, 4)) <= year ? [{ line, by, overdue: Number(by.slice(0, 4)) < year }] : []
  }).toSorted((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))

/** A plan for a year out of the lines due in it, each by the end of the year at the latest. */
export const proposePlan = (lines: readonly BoundaryLine[], year: number): BoundaryPlan['lines'] => dueInYear(lines, year).map(({ line, by, overdue }) => ({ line: line.id, by: overdue ? `${year}-12-31` : by, lead: line.facts.neighbours[0] ?? '' }))

/** What came of a year's plan: planned, done, done in time, filed, and lines that were due and not planned. */
export const planResult = (plan: BoundaryPlan, lines: readonly BoundaryLine[]): { readonly planned: number; readonly done: number; readonly onTime: number; readonly filed: number; readonly extra: number; readonly open: readonly string[]; readonly unplanned: readonly string[] } => {
  const inYear = (day: string): boolean => Number(day.slice(0, 4)) === plan.year
  const found = plan.lines.map(({ line, by }) => ({ line, by, inspection: lines.find(({ id }) => id === line)?.inspections.find(({ day, kind }) => kind === 'regular' && inYear(day)) }))
  const done = found.filter(({ inspection }) => inspection !== undefined)
  const planned = new Set(plan.lines.map(({ line }) => line))
  return {
    planned: found.length, done: done.length, onTime: done.filter(({ by, inspection }) => (inspection?.day ?? '') <= by).length, filed: done.filter(({ inspection }) => inspection?.filed !== null).length,
    extra: lines.flatMap(({ inspections }) => inspections).filter(({ kind, day }) => kind === 'extra' && inYear(day)).length,
    open: found.filter(({ inspection }) => inspection === undefined).map(({ line }) => line), unplanned: dueInYear(lines, plan.year).filter(({ line }) => !planned.has(line.id)).map(({ line }) => line.id),
  }
}

/** Markers that an inspection found wrong and that nobody has mended since. */
export const openMarkers = (line: BoundaryLine): readonly string[] => {
  const last = new Map<string, { readonly day: string; readonly wrong: boolean }>()
  for (const { day, markers } of line.inspections) for (const { number, state } of markers) last.set(number, { day, wrong: state !== 'sound' })
  return [...last].filter(([number, { day, wrong }]) => wrong && !line.mended.some((mending) => mending.marker === number && mending.day >= day)).map(([number]) => number)
}

export interface BoundaryRuleFacts { readonly line: BoundaryLine; readonly day: string }
const rule = (draft: Omit<Rule<BoundaryRuleFacts>, 'from' | 'source' | 'group' | 'severity'> & Partial<Pick<Rule<BoundaryRuleFacts>, 'severity' | 'source'>>): Rule<BoundaryRuleFacts> => ({ from: boundaryRegulationFrom, source: 'confirmed', group: 'place-name-boundary', severity: 'stop', ...draft })

/** The rules on boundaries. */
export const boundaryRules: readonly Rule<BoundaryRuleFacts>[] = [
  rule({ id: 'boundary.inspection', title: text('五年一联检', 'Joint inspection every five years'), law: boundaryRegulation.cite(12), asks: text('毗邻各方每五年联合检查一次。', 'The neighbours inspect the line together every five years.'), check: ({ line, day }) => { const by = nextInspection(line); return line.state === 'ended' ? { kind: 'notApplicable' } : day > by ? fail('inspections', `应在 ${by} 以前联检，已逾期`, `A joint inspection was due by ${by}`) : pass } }),
  rule({ id: 'boundary.report', title: text('联检结果备案', 'Result filed'), law: boundaryRegulation.cite(12), asks: text('联检结果由毗邻各方共同报批准界线的机关备案。', 'The result is filed jointly with the body that approved the line.'), check: ({ line }) => { const open = line.inspections.filter(({ filed }) => filed === null); return line.inspections.length === 0 ? { kind: 'notApplicable' } : open.length === 0 ? pass : open.map(({ report }): Outcome => notYet('inspections', `联检报告 ${report} 的结果还没有备案`, `The result of ${report} has not been filed yet`)) } }),
  rule({ id: 'boundary.markers', severity: 'answer', title: text('界桩', 'Markers'), law: boundaryRegulation.cite(6), asks: text('损坏、移位、丢失的界桩由管理的一方在毗邻方在场时修复。', 'The keeper mends damaged, moved or lost markers with the neighbour present.'), check: ({ line }) => { const open = openMarkers(line); const alone = line.mended.filter(({ neighbourPresent }) => !neighbourPresent).map(({ marker }) => marker); const said = [...(open.length > 0 ? [asks('markers', `界桩 ${open.join('、')} 还没有修复`, `Markers ${open.join(', ')} have not been mended`)] : []), ...(alone.length > 0 ? [asks('mended', `修复界桩 ${alone.join('、')} 时毗邻方不在场`, `The neighbour was not present when ${alone.join(', ')} was mended`)] : [])]; return said.length === 0 ? pass : said } }),
  rule({ id: 'boundary.markers-checked', severity: 'answer', source: 'general', title: text('逐桩检查', 'Every marker looked at'), law: boundaryRegulation.cite(12), asks: text('联检检查每一个界桩。', 'A joint inspection looks at every marker.'), check: ({ line }) => { const last = line.inspections.filter(({ kind }) => kind === 'regular').at(-1); const left = last === undefined ? [] : line.facts.markers.filter(({ number }) => !last.markers.some((seen) => seen.number === number)); return last === undefined ? { kind: 'notApplicable' } : left.length === 0 ? pass : asks('inspections', `没有检查界桩 ${left.map(({ number }) => number).join('、')}`, `Markers ${left.map(({ number }) => number).join(', ')} were not looked at`) } }),
]
