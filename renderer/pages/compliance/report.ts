import type { ComplianceReport, ComplianceSums } from '../../../domain/reports/shapes.ts'
import { findWindow } from '../../windows.ts'

export type Failing = ComplianceReport['failing'][number]
export type Fault = Failing['faults'][number]

/** One fault of a failing case, as a line of its own; a case beyond those that the report keeps in words has no fault here. */
export interface FaultRow {
  readonly key: string
  readonly window: string
  readonly caseId: string
  readonly case?: Failing
  readonly fault?: Fault
}

/** Which lines are asked for: `rule:…`, `window:…`, `kind:…`, `registrar:…`, `counter:…`; '' all. A kind and a rule carry their window: `kind:burial cremation`. */
export type Only = string

const fits = (only: Only, failing: Failing, fault: Fault): boolean => {
  const at = only.indexOf(':')
  const [by, what] = [only.slice(0, at), only.slice(at + 1)]
  switch (by) {
    case 'rule': return what === `${failing.window} ${fault.rule}`
    case 'window': return what === failing.window
    case 'kind': return what === `${failing.window} ${failing.kind}`
    case 'registrar': return what === failing.registrar
    case 'counter': return what === failing.counter
    default: return true
  }
}

/** Every fault of a report in a line, those with words first, then the cases that it only names. */
export const faultRows = ({ failing, failedIds }: Pick<ComplianceReport, 'failing' | 'failedIds'>, only: Only = ''): readonly FaultRow[] => {
  const told = new Set(failing.map(({ window, id }) => `${window} ${id}`))
  const said = failing.flatMap((one) => one.faults.filter((fault) => fits(only, one, fault)).map((fault, index) => ({ key: `${one.window} ${one.id} ${fault.rule} ${String(index)}`, window: one.window, caseId: one.id, case: one, fault })))
  if (only !== '' && !only.startsWith('window:')) return said
  const rest = failedIds.filter(([window, id]) => !told.has(`${window} ${id}`) && (only === '' || only === `window:${window}`)).map(([window, caseId]) => ({ key: `${window} ${caseId}`, window, caseId }))
  return [...said, ...rest]
}

/** The place in the page of a case that a fault speaks of: its field, the point of the inspection of a couple's file, the compliance list of a place name. */
const placeOf = (window: string, { rule, field }: Pick<Fault, 'rule' | 'field'>): string | undefined => {
  const point = `${window}.inspection.`
  if (field !== undefined) return field
  return rule.startsWith(point) ? `inspection.${rule.slice(point.length)}` : window === 'place-names' ? 'compliance' : undefined
}

/** Where a fault is mended: the case at the place that it speaks of; undefined where the window has no page. */
export const pathOfFault = ({ window, caseId, fault }: Pick<FaultRow, 'window' | 'caseId' | 'fault'>): string | undefined => {
  const path = findWindow(window)?.casePath(caseId)
  const place = fault === undefined ? undefined : placeOf(window, fault)
  return path === undefined || place === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ field: place }).toString()}`
}

/** Windows whose lists can be narrowed to what was not examined. */
const examinedLists = ['marriage', 'divorce', 'reissue']
/** The list of the cases of a window with one result; undefined where its lists do not know results. */
export const pathOfResult = (window: string, result: keyof ComplianceSums, period: { readonly from: string; readonly to: string }): string | undefined => {
  const inspection = ({ passed: 'qualified', failed: 'failed', unexamined: 'unexamined' } as const)[result as 'passed' | 'failed' | 'unexamined'] as 'qualified' | 'failed' | 'unexamined' | undefined
  return inspection === undefined || !examinedLists.includes(window) ? undefined : findWindow(window)?.casesPath({ from: period.from, to: period.to, inspection })
}
