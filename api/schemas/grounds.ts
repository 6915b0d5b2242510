import { z } from 'zod'
import { FacilityFacts, facilityActions, facilityKinds, PriceApproval } from '../../domain/burial/facilities/actions.ts'
import { InspectionForm } from '../../domain/burial/facilities/form.ts'
import { clearingCodes, groundActions, QingmingDifferences, QingmingFigures } from '../../domain/burial/grounds/actions.ts'
import { GraveDeclaration, relocationActions, RelocationNotice } from '../../domain/burial/relocation/actions.ts'
import { graveTypeCodes, relocationStates } from '../../domain/burial/relocation/codes.ts'
import { RelocationTariff } from '../../domain/burial/relocation/tariff.ts'
import { Day, Finding, Id, IdParams, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape })
const page = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(500).optional() }
const history = z.array(z.object({ seq: z.number(), at: z.string(), actorName: z.string(), kind: z.string(), title: Text, day: z.string(), reason: z.string(), second: z.string() }))
const check = z.object({ id: z.string(), name: Text, left: z.number(), right: z.number(), holds: z.boolean() })
const relocationState = z.enum(relocationStates.map(({ code }) => code) as [(typeof relocationStates)[number]['code'], ...(typeof relocationStates)[number]['code'][]])
const Count = z.object({ graves: z.int(), cells: z.int() })
const period = { from: Day, to: Day }

/** What of the graves a list shows: those that count (not withdrawn), those with a step before them, with cells into a public cemetery, with something paid, or with that part of it. */
export const graveParts = ['counted', 'open', 'publicCells', 'paid', 'base', 'reward', 'byCell'] as const
export type GravePart = (typeof graveParts)[number]

// Relocation (迁坟): graves are counted in 座, burial cells in 穴, never added to each other.
export const NoticeLine = z.object({ notice: RelocationNotice, graves: z.int(), cells: z.int(), open: z.int(), overdue: z.boolean(), totalFen: z.int() })
export const GraveReply = z.object({
  id: z.string(), revision: z.int(), notice: z.string(), graveNumber: z.string(), state: relocationState, stateTitle: Text, type: z.string(), cells: z.int(), declaration: GraveDeclaration.nullable(), openedOn: z.string(),
  confirmed: relocationActions['relocation.confirmed'].nullable(), exhumed: relocationActions['relocation.exhumed'].nullable(), compensated: relocationActions['relocation.compensated'].nullable(), reinterred: relocationActions['relocation.reinterred'].nullable(),
  /** What would be paid now and why, once it is exhumed. */
  compensation: z.object({ baseFen: z.int(), rewardFen: z.int(), cellFen: z.int(), totalFen: z.int(), lines: z.array(z.object({ message: Text, fen: z.int() })) }).nullable(),
  acts: z.array(z.string()), findings: z.array(Finding), history,
})
export type GraveReply = z.infer<typeof GraveReply>
const { 'relocation.confirmed': confirmed, 'relocation.exhumed': exhumed, 'relocation.reinterred': reinterred, 'relocation.withdrawn': withdrawn, 'relocation.ownerless': ownerless } = relocationActions
export const GraveAct = z.discriminatedUnion('kind', [
  act('confirmed', confirmed.shape), act('exhumed', exhumed.shape), act('compensated', { day: Day, publicCells: z.int().min(0).max(20), payee: z.string().min(1).max(100), receipt: z.string().min(1).max(100) }), act('reinterred', reinterred.shape), act('withdrawn', withdrawn.shape),
])

export const relocationRoutes = {
  listRelocations: route({ id: 'listRelocations', method: 'GET', path: '/api/relocations', permission: 'case.search', summary: { zh: '迁坟公告', en: 'Relocation notices' }, reply: z.object({ notices: z.array(NoticeLine), tariffs: z.array(RelocationTariff) }) }),
  openRelocation: route({ id: 'openRelocation', method: 'POST', path: '/api/relocations', permission: 'ground.write', summary: { zh: '登记迁坟公告', en: 'Register a relocation notice' }, body: z.strictObject({ notice: RelocationNotice }), reply: NoticeLine }),
  listGraves: route({ id: 'listGraves', method: 'GET', path: '/api/relocation-graves', permission: 'case.search', summary: { zh: '坟墓台账', en: 'Graves' }, query: z.strictObject({ notice: z.string().max(100).optional(), state: relocationState.optional(), from: Day.optional(), to: Day.optional(), type: z.enum(graveTypeCodes).optional(), township: z.string().max(100).optional(), reinterredFrom: Day.optional(), reinterredTo: Day.optional(), compensatedFrom: Day.optional(), compensatedTo: Day.optional(), only: z.enum(graveParts).optional(), ...page }), reply: z.object({ rows: z.array(z.object({ id: z.string(), notice: z.string(), graveNumber: z.string(), state: relocationState, type: z.string(), cells: z.int(), owner: z.string(), township: z.string(), openedOn: z.string(), reinterredOn: z.string(), totalFen: z.int(), publicCells: z.int(), paidFen: z.int() })), next: z.string().optional(), count: z.int(), cells: z.int(), publicCells: z.int(), paidFen: z.int() }) }),
  declareGrave: route({ id: 'declareGrave', method: 'POST', path: '/api/relocation-graves', permission: 'ground.write', summary: { zh: '申报一座坟', en: 'Declare a grave' }, body: z.union([z.strictObject({ declaration: GraveDeclaration, day: Day }), z.strictObject({ ownerless: ownerless })]), reply: GraveReply }),
  getGrave: route({ id: 'getGrave', method: 'GET', path: '/api/relocation-graves/{id}', permission: 'case.read', summary: { zh: '一座坟', en: 'A grave' }, params: IdParams, query: z.strictObject({ publicCells: z.coerce.number().int().min(0).max(20).optional() }), reply: GraveReply }),
  actOnGrave: route({ id: 'actOnGrave', method: 'POST', path: '/api/relocation-graves/{id}/acts', permission: 'ground.write', summary: { zh: '确认、起掘、补偿、再安葬', en: 'Confirm, exhume, compensate, re-inter' }, params: IdParams, body: z.strictObject({ revision: z.int().nonnegative(), act: GraveAct }), reply: GraveReply }),
  relocationFigures: route({ id: 'relocationFigures', method: 'GET', path: '/api/relocation-figures', permission: 'count.read', summary: { zh: '迁坟统计（座、穴分开）', en: 'Figures of relocations' }, query: z.strictObject(period), reply: z.object({ declared: Count, reinterred: Count, compensated: Count, byState: z.record(z.string(), Count), byType: z.array(z.object({ type: z.string(), title: Text, ...Count.shape })), byTownship: z.array(z.object({ township: z.string(), ...Count.shape })), publicCells: z.int(), baseFen: z.int(), rewardFen: z.int(), cellFen: z.int(), totalFen: z.int(), checks: z.array(check) }) }),
}

// Facilities: register, price approvals, yearly reports and inspections.
const inspectionState = z.enum(['pass', 'fix', 'overdue', 'mended', 'fail', 'open'])
export const FacilityLine = z.object({ id: z.string(), facts: FacilityFacts, kindTitle: Text, closedOn: z.string(), approved: z.boolean(), approvals: z.int(), inspection: inspectionState, inspectionTitle: Text, score: z.int().nullable(), deadline: z.string(), reports: z.array(z.enum(['work', 'audit'])) })
export const FacilityReply = FacilityLine.extend({ revision: z.int(), priceApprovals: z.array(PriceApproval), inspections: z.array(facilityActions['facility.inspected'].extend({ state: inspectionState, stateTitle: Text, reinspections: z.array(facilityActions['facility.reinspected']) })), yearlyReports: z.array(facilityActions['facility.reported']), acts: z.array(z.string()), findings: z.array(Finding), history })
export type FacilityReply = z.infer<typeof FacilityReply>
const { 'facility.pricesEnded': pricesEnded, 'facility.reported': reported, 'facility.inspected': inspected, 'facility.reinspected': reinspected, 'facility.closed': facilityClosed } = facilityActions
export const FacilityAct = z.discriminatedUnion('kind', [
  act('pricesApproved', { approval: PriceApproval }), act('pricesEnded', pricesEnded.omit({ day: true }).shape), act('reported', reported.shape),
  /** Scored by the office's form; score, result and the deadline in working days are worked out. */
  act('inspected', { year: inspected.shape.year, day: Day, items: inspected.shape.items, workingDays: z.int().min(1).max(250), inspectors: inspected.shape.inspectors }),
  act('reinspected', reinspected.shape), act('closed', facilityClosed.shape),
])
export type FacilityAct = z.infer<typeof FacilityAct>

export const facilityRoutes = {
  listFacilities: route({ id: 'listFacilities', method: 'GET', path: '/api/facilities', permission: 'case.search', summary: { zh: '殡葬设施', en: 'Facilities' }, query: z.strictObject({ day: Day.optional(), year: z.coerce.number().int().min(1980).max(2200).optional(), approved: z.enum(['yes', 'no']).optional(), kind: z.enum(facilityKinds).optional(), inspection: inspectionState.optional(), reports: z.enum(['missing']).optional(), text: z.string().trim().max(60).optional() }), reply: z.object({
    rows: z.array(FacilityLine), count: z.int(), form: InspectionForm,
    figures: z.object({ facilities: z.int(), approved: z.int(), withoutApproval: z.int(), share: z.number().nullable(), message: Text, byKind: z.array(z.object({ kind: z.string(), title: Text, count: z.int() })), year: z.int(), due: z.int(), inspected: z.int(), byState: z.array(z.object({ state: inspectionState, title: Text, count: z.int() })), reportsMissing: z.int(), checks: z.array(check) }),
  }) }),
  registerFacility: route({ id: 'registerFacility', method: 'POST', path: '/api/facilities', permission: 'ground.write', summary: { zh: '登记设施', en: 'Register a facility' }, body: z.strictObject({ facts: FacilityFacts }), reply: FacilityReply }),
  getFacility: route({ id: 'getFacility', method: 'GET', path: '/api/facilities/{id}', permission: 'case.search', summary: { zh: '一处设施', en: 'A facility' }, params: IdParams, query: z.strictObject({ year: z.coerce.number().int().min(1980).max(2200).optional() }), reply: FacilityReply }),
  actOnFacility: route({ id: 'actOnFacility', method: 'POST', path: '/api/facilities/{id}/acts', permission: 'ground.write', summary: { zh: '价格批复、年报、年检、复查、关闭', en: 'Price approval, report, inspection, closing' }, params: IdParams, body: z.strictObject({ revision: z.int().nonnegative(), act: FacilityAct }), reply: FacilityReply }),
  /** What a set of points would come to by the office's form, nothing saved. */
  scoreFacility: route({ id: 'scoreFacility', method: 'POST', path: '/api/facilities/score', permission: 'ground.write', summary: { zh: '试算年检得分', en: 'Score an inspection without saving' }, body: z.strictObject({ items: inspected.shape.items, day: Day, workingDays: z.int().min(1).max(250) }), reply: z.object({ score: z.int(), result: z.enum(['pass', 'fix', 'fail']), deadline: z.string() }) }),
}

// Qingming and graves outside the law.
export const QingmingLine = z.object({ site: z.string(), of: z.string(), day: z.string(), correction: z.boolean(), figures: QingmingDifferences, at: z.string(), byName: z.string(), reason: z.string() })
export const IllegalGraveReply = z.object({ id: z.string(), revision: z.int(), state: z.enum(['found', 'ordered', 'overdue', 'cleared', 'dropped']), stateTitle: Text, found: groundActions['illegalGrave.found'], ordered: groundActions['illegalGrave.ordered'].nullable(), cleared: groundActions['illegalGrave.cleared'].nullable(), dropped: groundActions['illegalGrave.dropped'].nullable(), findings: z.array(Finding), history })
export type IllegalGraveReply = z.infer<typeof IllegalGraveReply>
export const IllegalGraveAct = z.discriminatedUnion('kind', [act('ordered', groundActions['illegalGrave.ordered'].shape), act('cleared', groundActions['illegalGrave.cleared'].shape), act('dropped', groundActions['illegalGrave.dropped'].shape)])
const column = z.enum(['openBefore', 'found', 'ordered', 'cleared', 'dropped', 'openAfter', 'overdue'])
const GraveColumns = z.object({ openBefore: z.int(), found: z.int(), ordered: z.int(), cleared: z.int(), dropped: z.int(), openAfter: z.int(), overdue: z.int() })

export const groundRoutes = {
  listQingming: route({ id: 'listQingming', method: 'GET', path: '/api/qingming', permission: 'count.read', summary: { zh: '清明祭扫', en: 'Qingming figures' }, query: z.strictObject(period), reply: z.object({ rows: z.array(QingmingLine), total: QingmingFigures, byDay: z.array(z.object({ day: z.string(), figures: QingmingFigures })), bySite: z.array(z.object({ site: z.string(), figures: QingmingFigures })), lowCarbonShare: z.number().nullable(), ecoShare: z.number().nullable(), checks: z.array(check) }) }),
  countQingming: route({ id: 'countQingming', method: 'POST', path: '/api/qingming', permission: 'ground.write', summary: { zh: '填报一天', en: 'Enter the figures of a day' }, body: z.strictObject({ site: z.string().trim().min(1).max(100), of: Day, figures: QingmingFigures }), reply: QingmingLine }),
  correctQingming: route({ id: 'correctQingming', method: 'POST', path: '/api/qingming/correction', permission: 'ground.write', summary: { zh: '更正（另立一行）', en: 'Correct by a signed line' }, body: z.strictObject({ site: z.string().trim().min(1).max(100), of: Day, differences: QingmingDifferences, reason: Reason, second: SecondPerson }), reply: QingmingLine }),
  listIllegalGraves: route({ id: 'listIllegalGraves', method: 'GET', path: '/api/illegal-graves', permission: 'case.search', summary: { zh: '私坟治理台账', en: 'Graves outside the law' }, query: z.strictObject({ ...period, column: column.optional(), township: z.string().max(100).optional(), how: z.enum(clearingCodes).optional(), ...page }), reply: z.object({ rows: z.array(z.object({ id: z.string(), state: IllegalGraveReply.shape.state, township: z.string(), village: z.string(), ground: Text, cells: z.int(), foundOn: z.string(), orderedOn: z.string(), deadline: z.string(), clearedOn: z.string(), how: Text.nullable() })), next: z.string().optional(), count: z.int() }) }),
  illegalGraveFigures: route({ id: 'illegalGraveFigures', method: 'GET', path: '/api/illegal-graves/figures', permission: 'count.read', summary: { zh: '私坟治理统计', en: 'Figures of graves outside the law' }, query: z.strictObject(period), reply: z.object({ total: GraveColumns, byTownship: z.array(z.object({ township: z.string(), ...GraveColumns.shape })), byClearing: z.array(z.object({ how: z.enum(clearingCodes), title: Text, count: z.int() })), checks: z.array(check) }) }),
  findIllegalGrave: route({ id: 'findIllegalGrave', method: 'POST', path: '/api/illegal-graves', permission: 'ground.write', summary: { zh: '登记发现的私坟', en: 'Register a grave that was found' }, body: z.strictObject({ found: groundActions['illegalGrave.found'] }), reply: IllegalGraveReply }),
  getIllegalGrave: route({ id: 'getIllegalGrave', method: 'GET', path: '/api/illegal-graves/{id}', permission: 'case.search', summary: { zh: '一座私坟', en: 'One grave' }, params: z.strictObject({ id: Id }), reply: IllegalGraveReply }),
  actOnIllegalGrave: route({ id: 'actOnIllegalGrave', method: 'POST', path: '/api/illegal-graves/{id}/acts', permission: 'ground.write', summary: { zh: '责令改正、治理、不予处理', en: 'Order, clear, drop' }, params: z.strictObject({ id: Id }), body: z.strictObject({ revision: z.int().nonnegative(), act: IllegalGraveAct }), reply: IllegalGraveReply }),
}
