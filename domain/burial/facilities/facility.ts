import type { JournalEntry } from '../../action.ts'
import type { Calendar } from '../../calendar/index.ts'
import { addWorkingDays, shippedCalendar } from '../../calendar/index.ts'
import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { FacilityAction, FacilityActionKind, FacilityActionOf, FacilityFacts, PriceApproval } from './actions.ts'
import type { InspectionForm, ItemScore } from './form.ts'
import { requireSoundForm, scoreInspection } from './form.ts'

type Body<K extends FacilityActionKind> = FacilityActionOf<K>['body']
export type Inspection = Body<'facility.inspected'> & { readonly reinspections: readonly Body<'facility.reinspected'>[] }

/** A facility as its actions left it. */
export interface Facility {
  readonly id: string
  readonly facts: FacilityFacts
  readonly registeredOn: string
  readonly approvals: readonly PriceApproval[]
  readonly reports: readonly Body<'facility.reported'>[]
  readonly inspections: readonly Inspection[]
  readonly closedOn: string
}

const error = (code: 'conflict' | 'not_found' | 'wrong_state' | 'invalid', zh: string, en: string, field?: string): LantaiError => new LantaiError(code, text(zh, en), field)
const overlap = (a: PriceApproval, b: PriceApproval): boolean => (b.to === '' || a.from <= b.to) && (a.to === '' || b.from <= a.to)

/** Applies one entry; throws `conflict`, `not_found`, `wrong_state` or `invalid` at the field. */
export const applyFacility = (facility: Facility | undefined, action: FacilityAction): Facility => {
  if (action.kind === 'facility.registered') {
    if (facility !== undefined) throw error('conflict', '设施已经登记', 'The facility is registered already', 'id')
    return { id: action.subject, facts: action.body.facts, registeredOn: action.body.day, approvals: [], reports: [], inspections: [], closedOn: '' }
  }
  if (facility === undefined) throw error('not_found', '没有这个设施', 'There is no such facility')
  if (facility.closedOn !== '') throw error('wrong_state', '设施已经注销', 'The facility is closed')
  switch (action.kind) {
    case 'facility.pricesApproved': {
      const { approval } = action.body
      if (approval.to !== '' && approval.to < approval.from) throw error('invalid', '终止日期早于开始日期', 'It ends before it begins', 'to')
      const items = approval.items.map(({ item }) => item)
      if (new Set(items).size !== items.length) throw error('invalid', '同一项目有两个价格', 'One item has two prices', 'items')
      if (facility.approvals.some((other) => other.document === approval.document)) throw error('conflict', `批复 ${approval.document} 已经登记`, `The approval ${approval.document} stands already`, 'document')
      if (facility.approvals.some((other) => overlap(other, approval) && other.items.some(({ item }) => items.includes(item)))) throw error('invalid', '与已有批复同一项目的期间重叠', 'Its dates overlap another approval of the same item', 'from')
      return { ...facility, approvals: [...facility.approvals, approval] }
    }
    case 'facility.pricesEnded': {
      const found = facility.approvals.find(({ document }) => document === action.body.document)
      if (found === undefined) throw error('not_found', '没有这份批复', 'There is no such approval', 'document')
      if (action.body.to < found.from) throw error('invalid', '终止日期早于开始日期', 'It ends before it begins', 'to')
      return { ...facility, approvals: facility.approvals.map((entry) => (entry === found ? { ...entry, to: action.body.to } : entry)) }
    }
    case 'facility.reported':
      if (facility.reports.some(({ year, report }) => year === action.body.year && report === action.body.report)) throw error('conflict', '该年度报告已经收到', 'This report of the year has been handed in', 'report')
      return { ...facility, reports: [...facility.reports, action.body] }
    case 'facility.inspected':
      if (facility.inspections.some(({ year }) => year === action.body.year)) throw error('conflict', `${action.body.year} 年度已经年检`, `The year ${action.body.year} is inspected already`, 'year')
      return { ...facility, inspections: [...facility.inspections, { ...action.body, reinspections: [] }] }
    case 'facility.reinspected': {
      const found = facility.inspections.find(({ year }) => year === action.body.year)
      if (found === undefined || inspectionState(found, action.body.day) === 'pass' || inspectionState(found, action.body.day) === 'mended') throw error('wrong_state', '没有待复查的年检', 'There is nothing to look at again', 'year')
      if (action.body.day < found.day) throw error('invalid', '复查早于年检', 'Before the inspection', 'day')
      return { ...facility, inspections: facility.inspections.map((entry) => (entry === found ? { ...entry, reinspections: [...entry.reinspections, action.body] } : entry)) }
    }
    case 'facility.closed':
      return { ...facility, closedOn: action.body.day }
  }
}

/** Folds the journal to the register of facilities. */
export const foldFacilities = (entries: Iterable<JournalEntry<FacilityAction>>): ReadonlyMap<string, Facility> => {
  const facilities = new Map<string, Facility>()
  for (const { action } of entries) facilities.set(action.subject, applyFacility(facilities.get(action.subject), action))
  return facilities
}

/** How an inspection stands on a civil day: passed, time to mend, that time over, mended, or failed. */
export const inspectionState = ({ result, deadline, reinspections }: Inspection, day: string): 'pass' | 'fix' | 'overdue' | 'mended' | 'fail' => {
  if (result === 'pass') return 'pass'
  if (reinspections.some((entry) => entry.mended && entry.day <= day)) return 'mended'
  return deadline !== '' && day > deadline ? 'overdue' : result
}

/** Says whether the facility has a price approval in force on a civil day. */
export const approvedOn = ({ approvals }: Facility, day: string): boolean => approvals.some(({ from, to }) => from <= day && (to === '' || day <= to))

/** The approved price of an item on a civil day in fen, or undefined: only what an approval names may be charged (第四十二条). */
export const findPrice = ({ approvals }: Pick<Facility, 'approvals'>, item: string, day: string): { readonly mostFen: number; readonly document: string } | undefined => {
  for (const approval of approvals) {
    const found = approval.items.find((entry) => entry.item === item)
    if (found !== undefined && approval.from <= day && (approval.to === '' || day <= approval.to)) return { mostFen: found.mostFen, document: approval.document }
  }
  return undefined
}

/** Makes any act on a facility but an inspection, and tries it on the facility as it stands. */
export const decideFacility = <A extends Exclude<FacilityAction, { kind: 'facility.inspected' }>>(facility: Facility | undefined, action: A): A => {
  civilDate(action.body.day, 'day')
  if (action.kind === 'facility.pricesApproved') for (const field of ['from', 'to'] as const) if (action.body.approval[field] !== '') civilDate(action.body.approval[field], field)
  applyFacility(facility, action)
  return action
}

/** Decides an annual inspection: points and result are worked out, the time to mend ends after so many working days. A facility founded in the year is first inspected for the next one. Throws `invalid` at the field, `conflict` at `year`. */
export const decideInspection = (facility: Facility, given: { readonly year: number; readonly day: string; readonly form: InspectionForm; readonly items: readonly ItemScore[]; readonly workingDays: number; readonly inspectors: readonly string[] }, calendar: Calendar = shippedCalendar): FacilityActionOf<'facility.inspected'> => {
  const on = civilDate(given.day, 'day')
  if (Number(facility.facts.foundedOn.slice(0, 4)) >= given.year) throw error('invalid', `${given.year} 年设立的设施从下一年度开始年检`, `Founded in ${given.year}: inspected from the next year on`, 'year')
  if (given.year > Number(on.slice(0, 4))) throw error('invalid', '年检年度晚于当年', 'The year lies ahead', 'year')
  if (new Set(given.inspectors).size < 2) throw error('invalid', '年检应由两人以上进行', 'Two persons or more inspect', 'inspectors')
  requireSoundForm(given.form)
  const { score, result } = scoreInspection(given.form, given.items)
  if (result !== 'pass' && (!Number.isInteger(given.workingDays) || given.workingDays < 1)) throw error('invalid', '请填写整改的工作日数', 'Enter the working days to mend it', 'workingDays')
  const action: FacilityActionOf<'facility.inspected'> = { kind: 'facility.inspected', subject: facility.id, body: { year: given.year, day: given.day, form: given.form, items: given.items.map((item) => ({ ...item })), score, result, deadline: result === 'pass' ? '' : addWorkingDays(on, given.workingDays, calendar), inspectors: [...given.inspectors] } }
  applyFacility(facility, action)
  return action
}
