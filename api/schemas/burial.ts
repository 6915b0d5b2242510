import { z } from 'zod'
import { burialActions, BurialState } from '../../domain/burial/actions.ts'
import { caseKindCodes } from '../../domain/burial/codes.ts'
import { BurialFile } from '../../domain/burial/file.ts'
import { BillLine, SettleMode } from '../../domain/waiver/facts.ts'
import { actBodies, CheckReply, PaperLine, paperParams, paperQuery, revision } from './case.ts'
import { Day, Done, Finding, Id, IdParams, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

const { shape: received } = burialActions['burial.received']
const bodies = burialActions

/** A file while it is typed: the bill beside it is no fact of the case and goes into the register by its settlement alone. */
export const BurialDraft = BurialFile.extend({
  bill: z.strictObject({
    lines: z.array(BillLine).max(200), mode: SettleMode, invoice: z.string().max(10),
    /** Day on which the cremation is expected; empty for today. */
    expected: z.string().max(10),
  }).optional(),
})
export type BurialDraft = z.infer<typeof BurialDraft>

/** A line of the list of cases; names and identity numbers are masked. */
export const BurialLine = z.object({
  id: z.string(), revision, state: BurialState, kind: z.enum(caseKindCodes), name: z.string(), identityNumber: z.string(), sex: z.string(), age: z.int().nullable(), death: z.string(), openedAt: z.string(), arrivedAt: z.string(),
  /** Day of the cremation, number of its certificate, where the ashes are. */
  cremated: z.string(), number: z.string(), resting: z.string(), agent: z.string(), onHold: z.boolean(),
  /** Last day that storage (or the deposit of the ashes) is covered; empty where no timer runs. */
  until: z.string(), overdue: z.boolean(), waivedFen: z.int(), counter: z.string(), registrarName: z.string(),
  /** Of a body that lies past the waiting time and that nobody claims: whole days since its arrival, how long that is, and whether nobody knows it or nobody comes. */
  unclaimed: z.object({ days: z.int(), band: Text, group: Text }).optional(),
})
export type BurialLine = z.infer<typeof BurialLine>

/** Lists that the desk keeps open: what somebody waits for. */
export const burialLists = ['inHome', 'storageOverdue', 'onHold', 'awaitingAshes', 'depositsEnding', 'unclaimed', 'certificateMissing'] as const
export const BurialQuery = z.strictObject({
  state: z.string().max(200).optional(), kind: z.enum(caseKindCodes).optional(), list: z.enum(burialLists).optional(), from: Day.optional(), to: Day.optional(), crematedFrom: Day.optional(), crematedTo: Day.optional(),
  /** A cell of the month tables, whose cases are asked for in the period from–to. */
  cell: z.string().max(120).optional(), counter: z.string().max(20).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
})

const Timer = z.object({ days: z.int(), usualUntil: z.string(), until: z.string(), localUntil: z.string(), overdue: z.boolean(), beyondLocal: z.boolean() })
const Stamped = <S extends z.ZodRawShape>(shape: S) => z.object({ ...shape, at: z.string(), by: z.string() })
const orNone = <S extends z.ZodRawShape>({ shape }: { readonly shape: S }) => Stamped(shape).nullable()

/** A settlement of a waiver as it was printed, with whether it was taken back. */
export const Settlement = z.object({ number: z.string(), day: z.string(), mode: z.enum(['till', 'claim']), actualFen: z.int(), waivedFen: z.int(), selfPaidFen: z.int(), policies: z.array(z.object({ id: z.string(), title: Text, documentNumber: z.string() })), explanation: z.array(Text), reversed: z.object({ day: z.string(), reason: z.string() }).nullable() })
export const RewardGrant = z.object({ number: z.string(), day: z.string(), fen: z.int(), policy: z.string(), title: Text, ways: z.array(z.object({ title: Text, fen: z.int() })), payees: z.array(z.object({ payee: z.enum(['family', 'provider']), fen: z.int() })), reversed: z.object({ day: z.string(), reason: z.string() }).nullable() })

/** A case as its page shows it, unmasked; showing it is logged. */
export const BurialCase = z.object({
  id: z.string(), revision, state: BurialState, stateTitle: Text, file: BurialFile, openedAt: z.string(), counter: z.string(),
  /** Number of the cremation certificate that holds now, empty before. */
  number: z.string(), day: z.string(), registrarName: z.string(),
  received: orNone(bodies['burial.received']), stored: orNone(bodies['burial.stored']), timer: Timer.nullable(), extensions: z.array(Stamped(bodies['burial.storageExtended'].shape)),
  vigils: z.array(Stamped(bodies['burial.vigilHeld'].shape)), farewells: z.array(Stamped(bodies['burial.farewellHeld'].shape)),
  holds: z.array(Stamped({ ...bodies['burial.held'].shape, released: Stamped(bodies['burial.released'].shape).nullable() })),
  cremation: orNone(bodies['burial.cremated']), elsewhere: z.object({ day: z.string(), home: z.string(), number: z.string(), area: z.string() }).nullable(),
  certificates: z.array(Stamped(bodies['burial.certificateIssued'].shape)), ashesReleased: orNone(bodies['burial.ashesReleased']), deposit: orNone(bodies['burial.ashesDeposited']),
  resting: z.array(z.object({ day: z.string(), how: z.string(), facilityName: z.string(), position: z.string(), plot: z.string(), permit: z.string(), at: z.string(), by: z.string() })),
  transportedOut: orNone(bodies['burial.transportedOut']), bodyBuried: orNone(bodies['burial.bodyBuried']), donated: orNone(bodies['burial.donated']),
  settlements: z.array(Settlement), rewards: z.array(RewardGrant),
  /** Other cases of the same person in this register: a second cremation is stopped, limbs are other cases. */
  related: z.array(z.object({ id: z.string(), title: Text, day: z.string() })),
  corrections: z.array(z.object({ at: z.string(), by: z.string(), second: z.string(), reason: z.string(), fields: z.array(z.string()) })),
  /** Acts this account may do now (action kinds). */
  acts: z.array(z.string()), findings: z.array(Finding), passed: z.int(), papers: z.array(PaperLine),
  history: z.array(z.object({ seq: z.number(), at: z.string(), actor: z.string(), actorName: z.string(), counter: z.string(), kind: z.string(), title: Text, reason: z.string(), second: z.string() })),
})
export type BurialCase = z.infer<typeof BurialCase>

const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape })
/** Acts of the stay at the home. Days and instants are the clerk's; the hold's id is given by the house. */
export const BurialAct = z.discriminatedUnion('kind', [
  act('received', received),
  act('stored', bodies['burial.stored'].shape),
  act('storageExtended', bodies['burial.storageExtended'].shape),
  act('vigilHeld', bodies['burial.vigilHeld'].shape),
  act('farewellHeld', bodies['burial.farewellHeld'].shape),
  /** `hold` is the kind of the hold, for `kind` is that of the act; its id is given by the house. */
  act('held', { hold: bodies['burial.held'].shape.kind, ...bodies['burial.held'].pick({ day: true, document: true }).shape }),
  act('released', bodies['burial.released'].shape),
  act('depositExtended', bodies['burial.depositExtended'].shape),
  /** `plot` is the id of a plot or niche of this register; what is written there, and in the one it leaves, is of the same commit. */
  act('moved', { ...bodies['burial.moved'].shape, plot: z.string().max(120).optional() }),
])
export type BurialAct = z.infer<typeof BurialAct>

/** Decisions that the rules are asked of; number, home, area, registrar and the day the recording is kept to are the house's. */
export const BurialDecision = z.discriminatedUnion('kind', [
  act('cremated', bodies['burial.cremated'].pick({ startedAt: true, endedAt: true, furnace: true, operator: true, recording: true }).shape),
  act('transportedOut', bodies['burial.transportedOut'].omit({ day: true }).shape),
  act('bodyBuried', bodies['burial.bodyBuried'].omit({ day: true, number: true }).shape),
  act('donated', bodies['burial.donated'].omit({ day: true }).shape),
  /** 异地火化: cremated elsewhere, with the certificate that was shown. */
  act('crematedElsewhere', { day: Day, home: z.string().min(1).max(100), number: z.string().min(1).max(60), area: z.string().regex(/^\d{6}$/) }),
])
export type BurialDecision = z.infer<typeof BurialDecision>

/** Papers and ashes handed over; numbers are allotted by the house. */
export const BurialIssue = z.discriminatedUnion('kind', [
  act('certificateIssued', bodies['burial.certificateIssued'].pick({ to: true, stubSigned: true }).shape),
  act('certificateReissued', { ...bodies['burial.certificateIssued'].pick({ to: true, stubSigned: true }).shape, reason: Reason }),
  act('ashesReleased', bodies['burial.ashesReleased'].pick({ to: true, signed: true }).shape),
  act('ashesDeposited', bodies['burial.ashesDeposited'].pick({ place: true, holder: true, to: true }).shape),
  /** `plot` is the id of a plot or niche of this register: the interment is written there in the same commit. */
  act('placed', { ...bodies['burial.placed'].pick({ how: true, place: true, witness: true, document: true }).shape, plot: z.string().max(120).optional() }),
])
export type BurialIssue = z.infer<typeof BurialIssue>

/** Numbers of one kind of paper and year: the highest, the gaps, and what explains each. */
export const NumberLine = z.object({ number: z.string(), caseId: z.string(), day: z.string(), state: z.enum(['used', 'reissued', 'voided']), note: z.string() })
export const NumberGapLine = z.object({ prefix: z.string(), year: z.int(), from: z.int(), to: z.int(), explained: z.string() })

export const burialRoutes = {
  checkBurial: route({ id: 'checkBurial', method: 'POST', path: '/api/burials/check', permission: 'case.check', summary: { zh: '只检查不保存', en: 'Check without saving' }, body: z.strictObject({ file: BurialFile, stage: z.enum(['intake', 'cremation', 'transportOut', 'bodyBurial', 'placement']), typing: z.boolean().optional(), day: Day.optional(), caseId: Id.optional() }), reply: CheckReply }),
  listBurials: route({ id: 'listBurials', method: 'GET', path: '/api/burials', permission: 'case.search', summary: { zh: '殡葬台账', en: 'Cremations and burials' }, query: BurialQuery, reply: z.object({ rows: z.array(BurialLine), next: z.string().optional(), count: z.int() }) }),
  burialListCounts: route({ id: 'burialListCounts', method: 'GET', path: '/api/burials/lists', permission: 'case.search', summary: { zh: '待办各项件数', en: 'How many cases wait in each list' }, reply: z.object({ lists: z.array(z.object({ list: z.enum(burialLists), title: Text, count: z.int() })) }) }),
  exportBurials: route({ id: 'exportBurials', method: 'POST', path: '/api/burials/export', permission: 'case.export', summary: { zh: '导出台账(CSV，已遮蔽，须写用途)', en: 'Export the list (CSV, masked, purpose asked)' }, body: z.strictObject({ filter: BurialQuery.omit({ after: true, limit: true }), purpose: Reason }), replyType: 'text/csv' }),
  openBurial: route({ id: 'openBurial', method: 'POST', path: '/api/burials', permission: 'case.write', summary: { zh: '登记（报告）', en: 'Open a case' }, body: actBodies.open(BurialFile), reply: BurialCase }),
  getBurial: route({ id: 'getBurial', method: 'GET', path: '/api/burials/{id}', permission: 'case.read', summary: { zh: '案件', en: 'A case' }, params: IdParams, reply: BurialCase }),
  amendBurial: route({ id: 'amendBurial', method: 'PATCH', path: '/api/burials/{id}', permission: 'case.write', summary: { zh: '修改（火化前）', en: 'Amend before the cremation' }, params: IdParams, body: actBodies.amend(BurialFile.partial()), reply: BurialCase }),
  actOnBurial: route({ id: 'actOnBurial', method: 'POST', path: '/api/burials/{id}/acts', permission: 'case.write', summary: { zh: '接收、存放、延期、守灵、告别、暂缓、续期、迁移', en: 'Acts of the stay' }, params: IdParams, body: z.strictObject({ revision, act: BurialAct }), reply: BurialCase }),
  decideBurial: route({ id: 'decideBurial', method: 'POST', path: '/api/burials/{id}/decision', permission: 'case.decide', summary: { zh: '火化、外运、土葬、捐献', en: 'Cremation, transport out, burial of the body, donation' }, params: IdParams, body: z.strictObject({ revision, decision: BurialDecision }), reply: BurialCase }),
  issueBurial: route({ id: 'issueBurial', method: 'POST', path: '/api/burials/{id}/issue', permission: 'case.deliver', summary: { zh: '发证、领灰、寄存、安葬', en: 'Certificate, ashes, placement' }, params: IdParams, body: z.strictObject({ revision, issue: BurialIssue }), reply: BurialCase }),
  correctBurial: route({ id: 'correctBurial', method: 'POST', path: '/api/burials/{id}/correction', permission: 'case.correct', summary: { zh: '更正', en: 'Correct' }, params: IdParams, body: z.strictObject({ revision, changes: BurialFile.partial(), reason: Reason, second: SecondPerson }), reply: BurialCase }),
  voidBurial: route({ id: 'voidBurial', method: 'POST', path: '/api/burials/{id}/void', permission: 'case.void', summary: { zh: '作废（误录）', en: 'Void' }, params: IdParams, body: z.strictObject({ revision, reason: Reason, second: SecondPerson }), reply: BurialCase }),
  getBurialPaper: route({ id: 'getBurialPaper', method: 'GET', path: '/api/burials/{id}/papers/{paper}', permission: 'case.print', summary: { zh: '证书或文书 PDF', en: 'A paper as PDF' }, params: paperParams, query: paperQuery.extend({ number: z.string().max(60).optional() }), replyType: 'application/pdf' }),
  recordBurialPrinted: route({ id: 'recordBurialPrinted', method: 'POST', path: '/api/burials/{id}/printed', permission: 'case.print', summary: { zh: '记录已打印', en: 'Record a printing' }, params: IdParams, body: actBodies.printed.extend({ number: z.string().max(60).optional() }), reply: Done }),
  listBurialNumbers: route({ id: 'listBurialNumbers', method: 'GET', path: '/api/burial-numbers', permission: 'case.search', summary: { zh: '编号及缺号', en: 'Numbers and their gaps' }, query: z.strictObject({ prefix: z.string().regex(/^[A-Z]{1,6}$/), year: z.coerce.number().int().min(1980).max(2200), after: z.string().max(60).optional() }), reply: z.object({ prefix: z.string(), title: Text, year: z.int(), highest: z.int(), rows: z.array(NumberLine), next: z.string().optional(), gaps: z.array(NumberGapLine) }) }),
  explainBurialGap: route({ id: 'explainBurialGap', method: 'POST', path: '/api/burial-numbers/gaps', permission: 'stock.reconcile', summary: { zh: '说明缺号', en: 'Explain a gap' }, body: z.strictObject({ prefix: z.string().regex(/^[A-Z]{1,6}$/), year: z.int().min(1980).max(2200), from: z.int().positive(), to: z.int().positive(), reason: Reason, second: SecondPerson }), reply: Done }),
  /** Numbers spoiled on paper stay used and are put on record as void. */
  voidBurialNumber: route({ id: 'voidBurialNumber', method: 'POST', path: '/api/burial-numbers/void', permission: 'stock.spoil', summary: { zh: '作废编号', en: 'Void the next number' }, body: z.strictObject({ prefix: z.string().regex(/^[A-Z]{1,6}$/), reason: Reason, second: SecondPerson }), reply: NumberLine }),
}
