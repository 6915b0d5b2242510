import type { z } from 'zod'
import type { Kept } from '../../../db/contract.ts'
import type { AccountRow, Reads, Transaction } from '../../../db/contract.ts'
import type { Action } from '../../../domain/action.ts'
import { approvedOn, decideFacility, decideInspection, inspectionState, type Facility } from '../../../domain/burial/facilities/facility.ts'
import { requireSoundForm, scoreInspection } from '../../../domain/burial/facilities/form.ts'
import { checkFacility } from '../../../domain/burial/facilities/rules.ts'
import { approvalShare, facilityChecks, tallyFacilities, tallyInspections } from '../../../domain/burial/facilities/tally.ts'
import { cemeteryKinds } from '../../../domain/burial/placement/codes.ts'
import { addWorkingDays } from '../../../domain/calendar/index.ts'
import { civilDate } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text, type Text } from '../../../domain/text.ts'
import { calendarOf } from '../../calendar/calendar.ts'
import { within } from '../../case/fields.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { may } from '../../permissions.ts'
import type { FacilityAct, FacilityLine as FacilityLineSchema, FacilityReply } from '../../schemas/grounds.ts'
import { routes } from '../../schemas/index.ts'
import { historyOf, requireCome, requireSeen } from '../acts.ts'

type FacilityLine = z.infer<typeof FacilityLineSchema>
type InspectionState = FacilityLine['inspection']

const kindTitles: Readonly<Record<string, Text>> = { ...Object.fromEntries(cemeteryKinds.map(({ code, zh, en }) => [code, text(zh, en)])), funeralHome: text('殡仪馆', 'Funeral home'), serviceStation: text('殡仪服务站', 'Service station') }
const kindTitle = (kind: string): Text => kindTitles[kind] ?? text(kind, kind)
const stateTitles: Readonly<Record<InspectionState, Text>> = { pass: text('合格', 'Passed'), fix: text('限期整改', 'To be mended'), overdue: text('整改逾期', 'Mending overdue'), mended: text('整改合格', 'Mended'), fail: text('不合格', 'Failed'), open: text('未检', 'Not inspected') }

const getFacility = async (reads: Pick<Reads, 'burial'>, id: string): Promise<Kept<Facility>> => {
  const found = await reads.burial.findFacility(id)
  if (found === undefined) throw new LantaiError('not_found', text('没有这个设施', 'There is no such facility'))
  return found
}

/** A facility in a list, as it stands on a day, with its inspection and reports of a year. */
const facilityLine = (facility: Facility, day: string, year: number): FacilityLine => {
  const { id, facts, approvals, closedOn } = facility
  const inspection = facility.inspections.find((entry) => entry.year === year && entry.day <= day)
  const state = inspection === undefined ? 'open' : inspectionState(inspection, day)
  return {
    id, facts, kindTitle: kindTitle(facts.kind), closedOn, approved: approvedOn(facility, day), approvals: approvals.length, inspection: state, inspectionTitle: stateTitles[state], score: inspection?.score ?? null, deadline: inspection?.deadline ?? '',
    reports: facility.reports.filter((entry) => entry.year === year && entry.day <= day).map(({ report }) => report),
  }
}

const actsOf = ({ closedOn, inspections }: Facility, today: string): string[] => {
  if (closedOn !== '') return []
  const again = inspections.some((entry) => !['pass', 'mended'].includes(inspectionState(entry, today)))
  return ['facility.pricesApproved', 'facility.pricesEnded', 'facility.reported', 'facility.inspected', ...(again ? ['facility.reinspected'] : []), 'facility.closed']
}

const facilityReply = async (house: House, account: Pick<AccountRow, 'role'>, id: string, reads: Reads = house.register.read, year = Number(house.today().slice(0, 4))): Promise<FacilityReply> => {
  const { value: facility, revision } = await getFacility(reads, id)
  const today = house.today()
  return {
    ...facilityLine(facility, today, year), revision, priceApprovals: [...facility.approvals],
    inspections: facility.inspections.map(({ reinspections, ...inspection }) => {
      const state = inspectionState({ ...inspection, reinspections }, today)
      return { ...inspection, state, stateTitle: stateTitles[state], reinspections: [...reinspections] }
    }),
    yearlyReports: [...facility.reports], acts: may(account.role, 'ground.write') ? actsOf(facility, today) : [], findings: facility.closedOn === '' ? [...checkFacility(facility, today).findings] : [], history: await historyOf(house, await reads.entriesOf(id)),
  }
}

const made = async (house: House, tx: Transaction, facility: Facility, act: FacilityAct): Promise<Action> => {
  const today = house.today()
  const subject = facility.id
  switch (act.kind) {
    case 'pricesApproved':
      return decideFacility(facility, { kind: 'facility.pricesApproved', subject, body: { approval: act.approval, day: today } })
    case 'pricesEnded':
      return decideFacility(facility, { kind: 'facility.pricesEnded', subject, body: { document: act.document, to: act.to, day: today } })
    case 'reported':
      return decideFacility(facility, { kind: 'facility.reported', subject, body: { year: act.year, report: act.report, day: act.day } })
    case 'inspected': {
      const form = (await house.settingsOn(act.day))['burial.inspectionForm']
      return decideInspection(facility, { year: act.year, day: act.day, form, items: act.items, workingDays: act.workingDays, inspectors: act.inspectors }, await calendarOf(house, tx))
    }
    case 'reinspected':
      return decideFacility(facility, { kind: 'facility.reinspected', subject, body: { year: act.year, day: act.day, mended: act.mended, note: act.note } })
    case 'closed':
      return decideFacility(facility, { kind: 'facility.closed', subject, body: { day: act.day, document: act.document } })
  }
}

/** The register of facilities, their price approvals, yearly reports and inspections. */
export const facilityHandlings: readonly Handling[] = [
  handle(routes.listFacilities, async ({ house, query }) => {
    const day = query.day ?? house.today()
    const year = query.year ?? Number(day.slice(0, 4))
    const facilities = (await house.register.read.burial.facilities()).map(({ value }) => value)
    const [tally, inspections] = [tallyFacilities(facilities, day), tallyInspections(facilities, year, day)]
    const standing = new Set(tally.facilities)
    const wanted = (query.text ?? '').toLowerCase()
    // A figure and the list behind it are drawn from the same ids.
    const approved = query.approved === undefined ? undefined : new Set(query.approved === 'yes' ? tally.approved : tally.withoutApproval)
    const inspected = query.inspection === undefined ? undefined : new Set(inspections.byState[query.inspection])
    const missing = query.reports === undefined ? undefined : new Set(inspections.reportsMissing)
    const found = facilities.filter(({ id, facts }) => standing.has(id) && (missing?.has(id) ?? true) && (approved?.has(id) ?? true) && (inspected?.has(id) ?? true) && (query.kind === undefined || facts.kind === query.kind) && (wanted === '' || `${facts.name} ${facts.township} ${facts.document}`.toLowerCase().includes(wanted)))
    const { rate, message } = approvalShare(tally)
    return {
      rows: found.map((facility) => facilityLine(facility, day, year)), count: found.length, form: (await house.settingsOn(day))['burial.inspectionForm'],
      figures: {
        facilities: tally.facilities.length, approved: tally.approved.length, withoutApproval: tally.withoutApproval.length, share: rate, message, byKind: [...tally.byKind].map(([kind, ids]) => ({ kind, title: kindTitle(kind), count: ids.length })),
        year, due: inspections.due.length, inspected: inspections.inspected.length, byState: (Object.keys(stateTitles) as InspectionState[]).map((state) => ({ state, title: stateTitles[state], count: inspections.byState[state].length })), reportsMissing: inspections.reportsMissing.length,
        checks: facilityChecks(tally, inspections).map((check) => ({ ...check })),
      },
    }
  }),

  handle(routes.registerFacility, async ({ house, body, account, actor }) => {
    requireCome(house, body.facts.foundedOn, 'facts.foundedOn')
    const id = newId('f', house.now())
    return house.register.transact(actor(), async (tx) => {
      await tx.record(decideFacility(undefined, { kind: 'facility.registered', subject: id, body: { facts: body.facts, day: house.today() } }))
      return facilityReply(house, account, id, tx)
    })
  }),

  handle(routes.getFacility, async ({ house, params, query, account }) => facilityReply(house, account, params.id, house.register.read, query.year)),

  handle(routes.actOnFacility, async ({ house, params, body, account, actor }) => {
    const { act } = body
    if ('day' in act) requireCome(house, act.day, 'act.day')
    return house.register.transact(actor(), async (tx) => {
      const { value: facility, revision } = await getFacility(tx, params.id)
      await requireSeen(house, tx, params.id, revision, body.revision)
      await tx.record(await within('act', Object.keys(act), () => made(house, tx, facility, act)))
      return facilityReply(house, account, params.id, tx, 'year' in act ? act.year : undefined)
    })
  }),

  handle(routes.scoreFacility, async ({ house, body }) => {
    const form = (await house.settingsOn(body.day))['burial.inspectionForm']
    requireSoundForm(form)
    const { score, result } = scoreInspection(form, body.items)
    return { score, result, deadline: result === 'pass' ? '' : addWorkingDays(civilDate(body.day, 'day'), body.workingDays, await calendarOf(house)) }
  }),
]
