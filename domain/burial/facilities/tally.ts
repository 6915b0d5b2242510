import { text } from '../../text.ts'
import type { CountCheck } from '../placement/tally.ts'
import { countCheck } from '../placement/tally.ts'
import type { NamedRate } from '../rates.ts'
import type { Facility } from './facility.ts'
import { approvedOn, inspectionState } from './facility.ts'

/** The register on a civil day, with the facilities behind every figure. */
export interface FacilityTally {
  readonly facilities: readonly string[]
  readonly approved: readonly string[]
  readonly withoutApproval: readonly string[]
  readonly byKind: ReadonlyMap<string, readonly string[]>
  /** Share with approved prices, null without facilities. */
  readonly approvedShare: number | null
}

const add = (map: Map<string, string[]>, key: string, id: string): void => void map.set(key, [...(map.get(key) ?? []), id])

/** Counts the facilities standing on a civil day. */
export const tallyFacilities = (facilities: Iterable<Facility>, day: string): FacilityTally => {
  const standing = [...facilities].filter(({ registeredOn, closedOn }) => registeredOn <= day && (closedOn === '' || day < closedOn))
  const byKind = new Map<string, string[]>()
  for (const { id, facts } of standing) add(byKind, facts.kind, id)
  const approved = standing.filter((facility) => approvedOn(facility, day)).map(({ id }) => id)
  return { facilities: standing.map(({ id }) => id), approved, withoutApproval: standing.filter((facility) => !approvedOn(facility, day)).map(({ id }) => id), byKind, approvedShare: standing.length === 0 ? null : approved.length / standing.length }
}

/** The annual inspections of a year as they stand on a civil day; the facilities behind every figure. */
export interface InspectionTally {
  readonly due: readonly string[]
  readonly inspected: readonly string[]
  readonly byState: Readonly<Record<'pass' | 'fix' | 'overdue' | 'mended' | 'fail' | 'open', readonly string[]>>
  /** Facilities that have not handed in both reports of the year (第五十二条). */
  readonly reportsMissing: readonly string[]
}

/** Counts the inspections of a year; facilities founded in it or later are not due. */
export const tallyInspections = (facilities: Iterable<Facility>, year: number, day: string): InspectionTally => {
  const due = [...facilities].filter(({ facts, closedOn }) => Number(facts.foundedOn.slice(0, 4)) < year && (closedOn === '' || day < closedOn))
  const byState: Record<'pass' | 'fix' | 'overdue' | 'mended' | 'fail' | 'open', string[]> = { pass: [], fix: [], overdue: [], mended: [], fail: [], open: [] }
  for (const { id, inspections } of due) {
    const found = inspections.find((entry) => entry.year === year && entry.day <= day)
    byState[found === undefined ? 'open' : inspectionState(found, day)].push(id)
  }
  return { due: due.map(({ id }) => id), inspected: Object.entries(byState).flatMap(([state, ids]) => (state === 'open' ? [] : ids)), byState, reportsMissing: due.filter(({ reports }) => new Set(reports.filter((entry) => entry.year === year && entry.day <= day).map(({ report }) => report)).size < 2).map(({ id }) => id) }
}

/** The identities of both tallies. */
export const facilityChecks = (tally: FacilityTally, inspections: InspectionTally): readonly CountCheck[] => [
  countCheck('facility.prices', '设施 = 有价格批复 + 没有', 'facilities = with + without approval', tally.facilities.length, tally.approved.length + tally.withoutApproval.length),
  countCheck('facility.kinds', '设施 = 各类之和', 'facilities = sum over kinds', tally.facilities.length, [...tally.byKind.values()].reduce((sum, ids) => sum + ids.length, 0)),
  countCheck('facility.inspections', '应检 = 已检 + 未检', 'due = inspected + open', inspections.due.length, inspections.inspected.length + inspections.byState.open.length),
]

/** The share of price approvals in words, its parts named. */
export const approvalShare = ({ facilities, approved, approvedShare }: FacilityTally): Pick<NamedRate, 'rate' | 'message'> => ({
  rate: approvedShare,
  message: approvedShare === null ? text('没有登记设施', 'No facility is registered') : text(`已批复价格 ${approved.length} / ${facilities.length} = ${(Math.round(approvedShare * 1000) / 10).toFixed(1)}%`, `Prices approved: ${approved.length} / ${facilities.length} = ${(Math.round(approvedShare * 1000) / 10).toFixed(1)} %`),
})
