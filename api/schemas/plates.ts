import { z } from 'zod'
import { placeKinds } from '../../domain/place-names/kinds.ts'
import { ConcordanceRow, NumberedPlate, plateActions as bodies, addressActions, WrittenAddress } from '../../domain/place-names/plates/actions.ts'
import { EstateNumbering, StreetNumbering } from '../../domain/place-names/plates/settings.ts'
import { Geometry, Position } from '../../domain/place-names/gazetteer/geometry.ts'
import { paperQuery, revision } from './case.ts'
import { Day, Done, Finding, Id, IdParams, Reason, Text } from './common.ts'
import { route } from './route.ts'

const key = z.string().min(1).max(120)
/** A door or site as the clerk lists it: by its place on the map, or metres from the start of the line and its side. */
export const FrontageInput = z.strictObject({
  id: z.string().min(1).max(80), use: z.enum(['house', 'emptySite']), position: Position.optional(), metres: z.number().min(0).max(1e6).optional(), side: z.enum(['left', 'right']).optional(),
  reserve: z.int().min(0).max(50).optional(), of: z.string().max(80).optional(), kept: z.strictObject({ number: z.int().min(1).max(999_999), sub: z.int().min(0).max(9999) }).optional(),
})
export const BuildingInput = z.strictObject({ id: z.string().min(1).max(80), position: Position, use: z.enum(['building', 'emptySite']), kept: z.int().min(1).max(9999).optional() })
/** What is to be numbered, and how; the same for preview and act. */
export const Numbering = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('street'), settings: StreetNumbering, frontages: z.array(FrontageInput).min(1).max(5000) }),
  z.strictObject({ what: z.literal('estate'), settings: EstateNumbering, buildings: z.array(BuildingInput).min(1).max(2000) }),
  /** Units and rooms of a building that has its number. */
  z.strictObject({ what: z.literal('building'), building: key, units: z.int().min(1).max(60), floors: z.int().min(1).max(200), perFloor: z.int().min(1).max(99), firstFloor: z.int().min(-9).max(100) }),
])
export type Numbering = z.infer<typeof Numbering>

export const PlateLine = NumberedPlate.extend({ key: z.string(), standing: z.enum(['current', 'reserved', 'cancelled']), since: z.string(), until: z.string(), provisional: z.boolean(), address: z.string(), confirmed: bodies['plate.confirmed'].nullable(), made: z.object({ day: z.string(), batch: z.string(), size: z.string(), maker: z.string() }).nullable(), mounted: bodies['plate.mounted'].nullable() })
export type PlateLine = z.infer<typeof PlateLine>
/** The numbers of a street or estate. */
export const PlateBook = z.object({
  entityId: z.string(), revision, name: z.string(), kind: z.enum(placeKinds), township: z.string(), text: z.string(), sign: z.string(), geometry: Geometry.nullable(), lengthMetres: z.number().nullable(), removed: z.boolean(),
  street: StreetNumbering.nullable(), estate: EstateNumbering.nullable(), plates: z.array(PlateLine), names: z.array(z.object({ name: z.string(), until: z.string() })), renumbered: z.array(z.object({ day: z.string(), from: z.string(), to: z.string(), document: z.string() })),
  concordances: z.array(bodies['plate.concorded']),
  /** Old and new addresses as they stand, for the next concordance. */
  concordance: z.array(ConcordanceRow),
  findings: z.array(Finding), sizes: z.array(z.object({ id: z.string(), title: z.string(), type: z.string(), widthMillimetres: z.int(), heightMillimetres: z.int(), qrMillimetres: z.int() })), model: z.object({ street: StreetNumbering, estate: EstateNumbering }), acts: z.array(z.string()),
  history: z.array(z.object({ seq: z.number(), at: z.string(), actorName: z.string(), kind: z.string(), title: Text, reason: z.string() })),
})
export type PlateBook = z.infer<typeof PlateBook>

const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape })
export const PlateAct = z.discriminatedUnion('kind', [
  act('assigned', bodies['plate.assigned'].shape),
  /** The certificate's number, left empty, is allotted by the house. */
  act('confirmed', { ...bodies['plate.confirmed'].omit({ certificate: true }).shape, certificate: z.string().max(200) }),
  act('made', bodies['plate.made'].shape),
  act('mounted', bodies['plate.mounted'].shape),
  act('renumbered', bodies['plate.renumbered'].shape),
  act('cancelled', bodies['plate.cancelled'].shape),
  act('concorded', { day: Day, document: z.string().max(200) }),
])
export type PlateAct = z.infer<typeof PlateAct>

const ProofInput = z.strictObject({ day: Day, applicant: z.string().min(1).max(200), owner: z.string().min(1).max(200), entityId: z.string().min(1).max(64), key: z.string().max(120), standard: z.string().max(200), forms: z.array(WrittenAddress).min(1).max(20), signer: z.string().max(100), answers: z.array(z.strictObject({ rule: z.string().max(80), field: z.string().max(80), reason: z.string().max(400) })).max(40) })
export const ProofLine = z.object({ number: z.string(), day: z.string(), applicant: z.string(), owner: z.string(), standard: z.string(), forms: z.array(WrittenAddress), sentence: z.string(), withdrawn: addressActions['address.withdrawn'].nullable(), byName: z.string() })

export const plateRoutes = {
  listPlateBooks: route({ id: 'listPlateBooks', method: 'GET', path: '/api/plates', permission: 'case.search', summary: { zh: '已编号的街路巷、住宅区', en: 'Numbered streets and estates' }, query: z.strictObject({ text: z.string().max(100).optional(), township: z.string().max(100).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), reply: z.object({ rows: z.array(z.object({ entityId: z.string(), name: z.string(), township: z.string(), current: z.int(), reserved: z.int(), cancelled: z.int(), made: z.int(), mounted: z.int(), confirmed: z.int() })), next: z.string().optional() }) }),
  /** The book of an entity, numbered or not. */
  getPlateBook: route({ id: 'getPlateBook', method: 'GET', path: '/api/plates/{id}', permission: 'case.read', summary: { zh: '门楼牌', en: 'The numbers of a street or estate' }, params: IdParams, reply: PlateBook }),
  previewNumbering: route({ id: 'previewNumbering', method: 'POST', path: '/api/plates/{id}/preview', permission: 'case.check', summary: { zh: '试编号（不保存）', en: 'Number without saving' }, params: IdParams, body: z.strictObject({ numbering: Numbering }), reply: z.object({ rows: z.array(NumberedPlate.extend({ key: z.string() })), findings: z.array(Finding) }) }),
  numberPlates: route({ id: 'numberPlates', method: 'POST', path: '/api/plates/{id}/numbers', permission: 'case.write', summary: { zh: '编号', en: 'Give the numbers out' }, params: IdParams, body: z.strictObject({ revision, day: Day, document: z.string().max(100), numbering: Numbering }), reply: PlateBook }),
  actOnPlate: route({ id: 'actOnPlate', method: 'POST', path: '/api/plates/{id}/acts', permission: 'case.write', summary: { zh: '启用、确认、制作、安装、改号、注销、对照', en: 'An act on plates' }, params: IdParams, body: z.strictObject({ revision, act: PlateAct }), reply: PlateBook }),
  exportPlates: route({ id: 'exportPlates', method: 'GET', path: '/api/plates/{id}/csv', permission: 'case.search', summary: { zh: '门楼牌清单 CSV（交制作）', en: 'The plate list as CSV' }, params: IdParams, query: z.strictObject({ size: z.string().max(30).optional() }), replyType: 'text/csv' }),
  getPlatePaper: route({ id: 'getPlatePaper', method: 'GET', path: '/api/plates/{id}/papers/{paper}', permission: 'case.print', summary: { zh: '门牌证、清单、对照表、牌面', en: 'A paper on plates' }, params: z.strictObject({ id: Id, paper: z.string().max(60) }), query: paperQuery.extend({ number: z.string().max(120).optional() }), replyType: 'application/pdf' }),
  listProofs: route({ id: 'listProofs', method: 'GET', path: '/api/address-proofs', permission: 'case.search', summary: { zh: '地名证明', en: 'Address proofs' }, query: z.strictObject({ text: z.string().max(100).optional(), from: Day.optional(), to: Day.optional(), entityId: z.string().max(64).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), reply: z.object({ rows: z.array(ProofLine), next: z.string().optional() }) }),
  checkProof: route({ id: 'checkProof', method: 'POST', path: '/api/address-proofs/check', permission: 'case.check', summary: { zh: '查地名证明（不保存）', en: 'Check a proof without saving' }, body: ProofInput, reply: z.object({ standard: z.string(), sentence: z.string(), findings: z.array(Finding), ready: z.boolean(), formerNames: z.array(z.string()), formerNumbers: z.array(z.string()) }) }),
  issueProof: route({ id: 'issueProof', method: 'POST', path: '/api/address-proofs', permission: 'case.write', summary: { zh: '出具地名证明', en: 'Issue a proof' }, body: ProofInput.extend({ number: z.string().max(200) }), reply: ProofLine }),
  withdrawProof: route({ id: 'withdrawProof', method: 'POST', path: '/api/address-proofs/withdrawal', permission: 'case.write', summary: { zh: '撤回地名证明', en: 'Withdraw a proof' }, body: z.strictObject({ number: z.string().min(1).max(200), day: Day, reason: Reason }), reply: ProofLine }),
  getProofPaper: route({ id: 'getProofPaper', method: 'GET', path: '/api/address-proofs/paper', permission: 'case.print', summary: { zh: '地名证明 PDF', en: 'A proof as PDF' }, query: z.strictObject({ number: z.string().min(1).max(200) }), replyType: 'application/pdf' }),
  recordPlatePrinted: route({ id: 'recordPlatePrinted', method: 'POST', path: '/api/plates/{id}/printed', permission: 'case.print', summary: { zh: '记录已打印', en: 'Record a printing' }, params: IdParams, body: z.strictObject({ paper: z.string().max(60), number: z.string().max(120), printer: z.string().max(100) }), reply: Done }),
}
