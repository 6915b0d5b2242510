import type { z } from 'zod'
import type { AccountRow, Kept, Reads } from '../../../db/contract.ts'
import { LantaiError } from '../../../domain/error.ts'
import { runRules } from '../../../domain/findings.ts'
import { boundaryLevels, type BoundaryFacts, type BoundaryLineAction, type BoundaryPlan } from '../../../domain/place-names/boundaries/actions.ts'
import { applyBoundary, boundaryRules, dueInYear, nextInspection, openMarkers, planResult, proposePlan, type BoundaryLine } from '../../../domain/place-names/boundaries/line.ts'
import { storedGeometry } from '../../../domain/place-names/case/register.ts'
import { checkGeometry } from '../../../domain/place-names/gazetteer/coordinates.ts'
import { inBox } from '../../../domain/place-names/gazetteer/geometry.ts'
import { boundaryTitles } from '../../../domain/place-names/titles.ts'
import type { PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { text } from '../../../domain/text.ts'
import type { PaperRequest } from '../../../templates/contract.ts'
import { within } from '../../case/fields.ts'
import { recordsOf, requireCome } from '../../case/records.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { notFound } from '../../house.ts'
import { newId } from '../../ids.ts'
import { loadPapers, pdfResponse } from '../../papers.ts'
import { may } from '../../permissions.ts'
import type { Boundary, BoundaryAct, YearPlan } from '../../schemas/boundaries.ts'
import { routes } from '../../schemas/index.ts'
import { profileOn } from '../profile.ts'
import { textsOf } from '../texts.ts'

const records = recordsOf(boundaryTitles)

const getLine = async (reads: Pick<Reads, 'placeNames'>, id: string): Promise<Kept<BoundaryLine>> => {
  const found = await reads.placeNames.findBoundary(id)
  if (found === undefined) throw notFound('没有这条界线。', 'There is no such boundary.')
  return found
}

const levelTitle = (level: string) => { const found = boundaryLevels.find(({ code }) => code === level); return text(found?.zh ?? level, found?.en ?? level) }

const rowOf = ({ id, revision, value }: Kept<BoundaryLine>, today: string) => {
  const { facts, state } = value
  const next = state === 'ended' ? '' : nextInspection(value)
  return {
    id, revision, state, name: facts.name, code: facts.code, level: facts.level, levelTitle: levelTitle(facts.level), neighbours: [...facts.neighbours], lengthKilometres: facts.lengthKilometres, markers: facts.markers.length, openMarkers: openMarkers(value).length,
    lastInspection: value.inspections.at(-1)?.day ?? '', nextInspection: next, overdue: next !== '' && next < today,
  }
}

const actsOf = ({ state, inspections, facts }: BoundaryLine): string[] => [...(state === 'standing' ? ['described', 'inspected', ...(facts.markers.length > 0 ? ['markerMended'] : []), 'ended'] : []), ...(inspections.some(({ filed }) => filed === null) ? ['resultFiled'] : [])]

const lineReply = async (house: House, account: AccountRow, id: string, reads: Reads = house.register.read): Promise<Boundary> => {
  const kept = await getLine(reads, id)
  const line = kept.value
  return {
    ...rowOf(kept, house.today()), facts: line.facts, inspections: line.inspections.map((one) => ({ ...one })), mended: [...line.mended], ended: line.ended, wrong: [...openMarkers(line)], findings: [...runRules(boundaryRules, { line, day: house.today() }, { typing: false, answers: [] }).findings],
    acts: may(account.role, 'ground.write') ? actsOf(line) : [], history: await records.historyOf(house, await reads.entriesOf(id)),
  }
}

/** Facts as they are stored: on CGCS2000, within the office's box; throws `invalid` at the field. */
const storedFacts = <F extends Partial<BoundaryFacts>>(facts: F, { box, shiftedCoordinates }: PlaceNameProfile): F => {
  const { geometry, markers = [], neighbours = [] } = facts
  const twice = neighbours.findIndex((side, index) => neighbours.indexOf(side) < index)
  if (twice >= 0) throw new LantaiError('invalid', text('毗邻方写了两次', 'A neighbour stands twice'), `neighbours.${String(twice)}`)
  // A line may run along the edge of the office's box and beyond: its markers are what the office looks at.
  const outside = box === null ? -1 : markers.findIndex(({ position }) => position !== null && !inBox(position, box))
  if (outside >= 0) throw new LantaiError('invalid', text('界桩坐标在本机关范围以外，或者经纬度写反了', 'The marker lies outside the office’s box, or longitude and latitude are exchanged'), `markers.${String(outside)}.position`)
  if (geometry === undefined || geometry === null) return facts
  const bad = checkGeometry(geometry.geometry, geometry.declared, { box: undefined, shifted: shiftedCoordinates }).find((outcome) => outcome.kind === 'fail')
  if (bad?.kind === 'fail') throw new LantaiError('invalid', bad.message, bad.field ?? 'geometry')
  return { ...facts, geometry: storedGeometry(geometry) }
}

const actionOf = (subject: string, act: z.infer<typeof BoundaryAct>, profile: PlaceNameProfile): BoundaryLineAction => {
  switch (act.kind) {
    case 'described': { const { kind: _kind, ...body } = act; return { kind: 'boundary.described', subject, body: { ...body, changes: storedFacts(body.changes, profile) } } }
    case 'inspected': { const { kind: _kind, inspection, ...body } = act; return { kind: 'boundary.inspected', subject, body: { ...body, kind: inspection } } }
    case 'resultFiled': { const { kind: _kind, ...body } = act; return { kind: 'boundary.resultFiled', subject, body } }
    case 'markerMended': { const { kind: _kind, ...body } = act; return { kind: 'boundary.markerMended', subject, body } }
    case 'ended': { const { kind: _kind, ...body } = act; return { kind: 'boundary.ended', subject, body } }
  }
}

/** Errors of an act speak of its fields; of what `facts` or `changes` hold, they name that part. */
const inPart = async <T>(part: string, work: () => Promise<T> | T): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LantaiError && error.field !== undefined && error.code !== 'findings') throw new LantaiError(error.code, error.text, error.field === 'day' ? error.field : `${part}.${error.field}`, error.details)
    throw error
  }
}

const planReply = async (reads: Pick<Reads, 'placeNames'>, year: number): Promise<z.infer<typeof YearPlan>> => {
  const lines = (await reads.placeNames.boundaries()).map(({ value }) => value)
  const named = new Map(lines.map((line) => [line.id, line]))
  const nameOf = (id: string): string => named.get(id)?.facts.name ?? id
  const found = await reads.placeNames.boundaryPlan(year)
  const plan: BoundaryPlan = found ?? { day: `${String(year)}-01-01`, year, document: '', lines: [] }
  const { planned, done, onTime, filed, extra, unplanned } = planResult(plan, lines)
  const overdue = new Set(dueInYear(lines, year).filter((one) => one.overdue).map(({ line }) => line.id))
  return {
    year, document: plan.document, set: found !== undefined, planned, done, onTime, filed, extra,
    lines: plan.lines.map(({ line, by, lead }) => {
      const inspection = named.get(line)?.inspections.find(({ day, kind }) => kind === 'regular' && day.startsWith(String(year)))
      return { line, name: nameOf(line), by, lead, inspectedOn: inspection?.day ?? '', onTime: inspection === undefined ? null : inspection.day <= by, filed: inspection !== undefined && inspection.filed !== null, report: inspection?.report ?? '' }
    }),
    proposed: proposePlan(lines, year).map(({ line, by, lead }) => ({ line, name: nameOf(line), by, lead, overdue: overdue.has(line) })),
    unplanned: unplanned.map((line) => ({ line, name: nameOf(line) })),
  }
}

/** Refuses a plan that names a line that is not there, ended, stands twice, or is due outside the year. */
const requirePlan = (year: number, lines: BoundaryPlan['lines'], known: readonly BoundaryLine[]): void => {
  lines.forEach(({ line, by }, index) => {
    const field = `lines.${String(index)}`
    const found = known.find(({ id }) => id === line)
    if (found === undefined) throw new LantaiError('not_found', text('没有这条界线', 'There is no such boundary'), `${field}.line`)
    if (found.state === 'ended') throw new LantaiError('wrong_state', text(`${found.facts.name}已经撤销`, `${found.facts.name} has ended`), `${field}.line`)
    if (lines.findIndex((other) => other.line === line) < index) throw new LantaiError('conflict', text(`${found.facts.name}写了两次`, `${found.facts.name} stands twice`), `${field}.line`)
    if (!by.startsWith(`${String(year)}-`)) throw new LantaiError('invalid', text(`期限应在 ${String(year)} 年内`, `The day lies in ${String(year)}`), `${field}.by`)
  })
}

/** The request for the sheet of an inspection; throws `not_found` at the report. */
export const boundaryPaperRequest = async (house: House, reads: Reads, id: string, report: string): Promise<PaperRequest> => {
  const { value: line } = await getLine(reads, id)
  const inspection = line.inspections.find((one) => one.report === report)
  if (inspection === undefined) throw new LantaiError('not_found', text('没有这份联检报告', 'There is no such report'), 'report')
  const [office, profile] = await Promise.all([house.office(), profileOn(house, reads, inspection.day)])
  return { paper: 'place-names.boundaryInspection', record: { line, report, officeName: profile.officeName, sample: office.sample }, ...textsOf(office, 'place-names.boundaryInspection') }
}

/** Boundaries with their markers and joint inspections, and the plan of each year. */
export const boundaryHandlings: readonly Handling[] = [
  handle(routes.listBoundaries, async ({ house }) => ({ lines: (await house.register.read.placeNames.boundaries()).map((kept) => rowOf(kept, house.today())) })),

  handle(routes.getBoundary, async ({ house, params, account }) => lineReply(house, account, params.id)),

  handle(routes.registerBoundary, async ({ house, body, account, actor }) => {
    requireCome(house, body.day)
    requireCome(house, body.facts.approvedOn, 'facts.approvedOn')
    const id = newId('k', house.now())
    return house.register.transact(actor(), async (tx) => {
      const same = (await tx.placeNames.boundaries()).find(({ value }) => value.state === 'standing' && (value.facts.name === body.facts.name || (body.facts.code !== '' && value.facts.code === body.facts.code)))
      if (same !== undefined) throw new LantaiError('conflict', text(`已经登记：${same.value.facts.name}`, `It is registered already: ${same.value.facts.name}`), same.value.facts.name === body.facts.name ? 'facts.name' : 'facts.code')
      await inPart('facts', async () => {
        const action: BoundaryLineAction = { kind: 'boundary.registered', subject: id, body: { day: body.day, facts: storedFacts(body.facts, await profileOn(house, tx, body.day)) } }
        applyBoundary(undefined, action)
        await tx.record(action)
      })
      return lineReply(house, account, id, tx)
    })
  }),

  handle(routes.actOnBoundary, async ({ house, params, body: { act, revision }, account, actor }) => {
    requireCome(house, act.day, 'act.day')
    return house.register.transact(actor(), async (tx) => {
      const { value: line, revision: now } = await getLine(tx, params.id)
      await records.requireSeen(house, tx, params.id, now, revision)
      await within('act', [...Object.keys(act), 'geometry', 'neighbours'], async () => {
        const make = async (): Promise<void> => {
          const action = actionOf(params.id, act, await profileOn(house, tx, act.day))
          applyBoundary(line, action)
          await tx.record(action)
        }
        if (act.kind === 'described') await inPart('changes', make)
        else await make()
      })
      return lineReply(house, account, params.id, tx)
    })
  }),

  handle(routes.getBoundaryPlan, async ({ house, params }) => planReply(house.register.read, params.year)),

  handle(routes.setBoundaryPlan, async ({ house, params: { year }, body, actor }) => {
    requireCome(house, body.day)
    return house.register.transact(actor(), async (tx) => {
      requirePlan(year, body.lines, (await tx.placeNames.boundaries()).map(({ value }) => value))
      await tx.record({ kind: 'boundaryPlan.set', subject: `boundaryPlan/${String(year)}`, body: { day: body.day, year, document: body.document, lines: body.lines } })
      return planReply(tx, year)
    })
  }),

  handle(routes.getBoundaryPaper, async ({ house, params, query, request }) => {
    const wanted = await boundaryPaperRequest(house, house.register.read, params.id, query.report)
    const { paperCode, getPaper } = await loadPapers()
    const bytes = await house.printer.render(wanted, { signal: request.signal })
    return pdfResponse(request, bytes, `${getPaper('place-names.boundaryInspection').title.zh}-${query.report}`, paperCode(wanted).digest)
  }),
]
