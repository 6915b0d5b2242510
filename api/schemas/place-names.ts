import { z } from 'zod'
import { placeNameActions as bodies } from '../../domain/place-names/case/actions.ts'
import { codesOf, filingPapers, noticeChannels, placeNameStates } from '../../domain/place-names/case/codes.ts'
import { PlaceNameFile, PlaceNameItem } from '../../domain/place-names/case/file.ts'
import { Box, Geometry } from '../../domain/place-names/gazetteer/geometry.ts'
import { placeKinds } from '../../domain/place-names/kinds.ts'
import { nameActs } from '../../domain/place-names/names/index.ts'
import { actBodies, PaperLine, paperParams, paperQuery, revision } from './case.ts'
import { Day, Done, Finding, Id, IdParams, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

const PlaceNameState = z.enum(codesOf(placeNameStates))
const named = z.string().max(50)
/** A reply may hold a thousand names with their lines: bytes. */
const largestBody = 8 * 1024 * 1024

// Spelling

const Rule = z.object({ id: z.string(), title: Text, law: Text })
/** A name spelled in both forms, with everything a clerk may choose. */
export const Spelled = z.object({
  name: z.string(), text: z.string(), sign: z.string(),
  parts: z.object({ specific: z.string(), generic: z.string() }),
  words: z.array(z.object({ characters: z.string(), text: z.string(), sign: z.string(), part: z.string(), rule: Rule, also: z.array(Rule) })),
  syllables: z.array(z.object({ character: z.string(), syllable: z.string(), source: z.string(), sourceTitle: Text, alternatives: z.array(z.string()), mustChoose: z.boolean() })),
  otherDivisions: z.array(z.array(z.string())), open: z.array(z.int()),
})
export type Spelled = z.infer<typeof Spelled>

const RomaniseBody = z.strictObject({
  name: z.string().min(1).max(50), kind: z.enum(placeKinds).optional(), cut: z.strictObject({ specific: named, generic: named }).optional(), division: z.array(named).max(30).optional(),
  /** Readings chosen by position from 0: `lǚ` or `lv3`. */
  chosen: z.record(z.string().regex(/^\d{1,2}$/), z.string().max(12)).optional(), ordinalStyle: z.enum(['digits', 'spelt']).optional(),
  /** A spelling already published, held against the rules and kept as it is. */
  published: z.strictObject({ text: z.string().max(300), sign: z.string().max(300).optional() }).optional(),
})

/** A name that may clash: how the two stand to each other, whether it lies in the legal scope, and where it is, for list and map. */
export const ClashLine = z.object({
  entityId: z.string(), caseId: z.string(), name: z.string(), kind: z.enum(placeKinds), status: z.string(), statusTitle: Text, relation: z.enum(['same', 'series', 'homophone', 'near', 'loose', 'look']), relationTitle: Text, inScope: z.boolean(), where: z.string(),
  text: z.string(), geometry: Geometry.nullable(),
})
export type ClashLine = z.infer<typeof ClashLine>
/** A plan in force that holds the name, or a name kept in reserve. */
const PlanHit = z.object({ planId: z.string(), title: z.string(), document: z.string(), name: z.string(), kind: z.enum(placeKinds), township: z.string(), note: z.string() })
const ReserveHit = z.object({ entityId: z.string(), name: z.string(), kind: z.enum(placeKinds), where: z.string(), meaning: z.string() })

export const CheckedName = z.object({
  parts: z.object({ specific: z.string(), generic: z.string(), certain: z.boolean() }).nullable(), spelled: Spelled.nullable(),
  /** Scope in which the name may not be repeated, in words. */
  scope: z.object({ scope: z.enum(['country', 'province', 'county', 'builtUpArea', 'none']), title: Text }),
  findings: z.array(Finding), passed: z.int(), ready: z.boolean(), clashes: z.array(ClashLine), planned: z.array(PlanHit), reserved: z.array(ReserveHit),
  /** Who decides on such a name here, and what this office does with it. */
  approval: z.object({ classId: z.string(), title: Text, who: Text, role: z.enum(['approve', 'examine', 'opinion', 'record']), roleTitle: Text, law: Text }).nullable(),
  classes: z.array(z.object({ id: z.string(), title: Text })),
})
export type CheckedName = z.infer<typeof CheckedName>

// Cases

/** A line of the list of cases. */
export const PlaceNameLine = z.object({
  id: z.string(), revision, state: PlaceNameState, stateTitle: Text, source: z.enum(['application', 'consultation']), title: z.string(), applicant: z.string(), receivedOn: z.string(), slip: z.string(), document: z.string(), decidedOn: z.string(),
  names: z.array(z.string()), count: z.int(), acts: z.array(z.enum(nameActs)), kinds: z.array(z.enum(placeKinds)), approved: z.int(), refused: z.int(), registrarName: z.string(), counter: z.string(),
  /** The clock that falls due next. */
  due: z.object({ id: z.string(), title: Text, day: z.string(), daysLeft: z.int(), overdue: z.boolean() }).nullable(),
})
export type PlaceNameLine = z.infer<typeof PlaceNameLine>
export const placeNameLists = ['supplementDue', 'decisionDue', 'deliveryDue', 'filingDue', 'noticeDue', 'entryOpen', 'signDue', 'repliesDue', 'displaysEnding', 'toArchive'] as const
export const PlaceNameQuery = z.strictObject({
  state: z.string().max(200).optional(), act: z.enum(nameActs).optional(), kind: z.enum(placeKinds).optional(), source: z.enum(['application', 'consultation']).optional(), text: z.string().max(100).optional(), list: z.enum(placeNameLists).optional(),
  from: Day.optional(), to: Day.optional(), decidedFrom: Day.optional(), decidedTo: Day.optional(), cell: z.string().max(120).optional(), counter: z.string().max(20).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
})

const Clock = z.object({ id: z.string(), of: z.string(), title: Text, from: z.string(), due: z.string(), done: z.string(), state: z.enum(['met', 'late', 'open', 'overdue', 'unknown']), daysLeft: z.int(), law: Text.nullable(), because: Text.optional() })
export type PlaceNameClockLine = z.infer<typeof Clock>
const ReportLine = z.object({ code: z.string(), rule: z.string(), item: z.string(), name: z.string(), title: Text, law: Text, state: z.enum(['pass', 'fail', 'notApplicable', 'attested', 'open']), stateTitle: Text, message: Text.optional(), field: z.string().optional(), attestable: z.boolean(), by: z.string().optional(), at: z.string().optional() })
export const ReportCard = z.object({ verdict: z.enum(['sound', 'failed', 'open']), rows: z.array(ReportLine), counts: z.object({ pass: z.int(), fail: z.int(), notApplicable: z.int(), attested: z.int(), open: z.int() }) })
export type ReportCard = z.infer<typeof ReportCard>

const Stamped = <S extends z.ZodRawShape>(shape: S) => z.object({ ...shape, at: z.string(), by: z.string() })
const shapeOrNone = <S extends z.ZodRawShape>({ shape }: { readonly shape: S }) => z.object(shape).nullable()
/** A case as its page shows it. */
export const PlaceNameCase = z.object({
  id: z.string(), revision, state: PlaceNameState, stateTitle: Text, file: PlaceNameFile, openedAt: z.string(), counter: z.string(), receivedOn: z.string(), registrarName: z.string(),
  supplement: shapeOrNone(bodies['placeName.supplementAsked']), supplementedOn: z.string(), accepted: shapeOrNone(bodies['placeName.accepted']), notAccepted: shapeOrNone(bodies['placeName.notAccepted']),
  visits: z.array(bodies['placeName.visited']), reports: z.array(bodies['placeName.reported'].shape.report),
  consultations: z.array(z.object({ asked: bodies['placeName.consulted'], reply: bodies['placeName.replied'].nullable() })), displays: z.array(z.object({ shown: bodies['placeName.displayed'], ended: bodies['placeName.displayEnded'].nullable() })),
  excluded: z.array(bodies['placeName.timeExcluded']), extension: shapeOrNone(bodies['placeName.extended']), provisional: z.array(bodies['placeName.provisionallyNamed']),
  review: shapeOrNone(bodies['placeName.reviewed']), forwarded: shapeOrNone(bodies['placeName.forwarded']), opinion: shapeOrNone(bodies['placeName.opined']), decision: shapeOrNone(bodies['placeName.decided']), words: z.array(bodies['placeName.noticed'].shape.words.element),
  delivered: shapeOrNone(bodies['placeName.delivered']), filings: z.array(z.object({ arrived: z.string(), outcome: z.enum(['submitted', 'filed', 'refileAsked', 'correctionAsked']), answeredOn: z.string(), note: z.string(), body: bodies['placeName.filed'] })), urged: z.array(bodies['placeName.filingUrged']),
  notices: z.array(bodies['placeName.noticed']), entries: z.array(bodies['placeName.entered']), signs: z.array(z.object({ id: z.string(), item: z.string(), set: bodies['placeName.signSet'], defects: z.array(z.object({ day: z.string(), defect: z.string(), note: z.string(), mendedOn: z.string() })) })),
  corrections: z.array(Stamped({ day: z.string(), item: z.string(), words: bodies['placeName.noticed'].shape.words.element, document: z.string(), second: z.string(), reason: z.string() })),
  archive: shapeOrNone(bodies['placeName.archived']), withdrawn: shapeOrNone(bodies['placeName.withdrawn']),
  /** The words of each name as the decision will record them, drafted from the item: name, both spellings, extent. */
  drafted: z.array(bodies['placeName.noticed'].shape.words.element),
  /** Entities of the gazetteer that the names touched, by item. */
  entities: z.array(z.object({ item: z.string(), entityId: z.string(), name: z.string() })),
  clocks: z.array(Clock),
  /** Of a case with more than 50 names the lines of a name that pass or do not apply are left out; the counts hold them. */
  report: ReportCard,
  /** Where the names are filed, and from what the notice counts, by who decides. */
  filing: z.object({ to: z.string(), noticeFrom: z.enum(['approval', 'filing']), law: Text }).nullable(),
  /** Papers the profile asks for this application, ticked when they are in. */
  required: z.array(z.object({ type: z.string(), title: z.string(), supplied: z.boolean() })),
  /** Acts this account may do now (action kinds). */
  acts: z.array(z.string()), findings: z.array(Finding), passed: z.int(), papers: z.array(PaperLine),
  history: z.array(z.object({ seq: z.number(), at: z.string(), actor: z.string(), actorName: z.string(), counter: z.string(), kind: z.string(), title: Text, reason: z.string(), second: z.string() })),
})
export type PlaceNameCase = z.infer<typeof PlaceNameCase>

const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape })
const whole = <K extends keyof typeof bodies>(kind: K): (typeof bodies)[K]['shape'] => bodies[kind].shape
/** A number left empty is allotted by the house from the profile's code of that paper. */
const slip = { slip: z.string().max(200) }
const document = { document: z.string().max(200) }

/** Acts of a case. Days are the clerk's; ids of consultations, displays and signs, and the words of filing and notice, are given by the house. */
export const PlaceNameAct = z.discriminatedUnion('kind', [
  act('supplementAsked', { ...bodies['placeName.supplementAsked'].pick({ day: true, missing: true }).shape, ...slip }),
  act('supplemented', { day: Day, changes: PlaceNameFile.partial() }),
  act('accepted', { day: Day, ...slip }),
  act('notAccepted', { ...bodies['placeName.notAccepted'].pick({ day: true, grounds: true }).shape, ...slip }),
  act('visited', whole('placeName.visited')),
  act('reported', whole('placeName.reported')),
  act('consulted', { ...bodies['placeName.consulted'].pick({ day: true, unit: true, items: true, replyBy: true }).shape, ...document }),
  act('replied', whole('placeName.replied')),
  act('displayed', bodies['placeName.displayed'].omit({ display: true }).shape),
  act('displayEnded', whole('placeName.displayEnded')),
  act('timeExcluded', whole('placeName.timeExcluded')),
  act('extended', whole('placeName.extended')),
  act('provisionallyNamed', { ...bodies['placeName.provisionallyNamed'].pick({ day: true, item: true }).shape, ...document }),
  act('reviewed', whole('placeName.reviewed')),
  act('forwarded', { ...bodies['placeName.forwarded'].pick({ day: true, to: true }).shape, ...document }),
  act('opined', { ...bodies['placeName.opined'].pick({ day: true, opinions: true }).shape, ...document }),
  act('decided', { ...bodies['placeName.decided'].omit({ document: true }).shape, ...document }),
  act('delivered', whole('placeName.delivered')),
  act('filed', { day: Day, to: z.string().min(1).max(200), papers: z.array(z.enum(codesOf(filingPapers))).max(4), ...document }),
  act('filingAnswered', whole('placeName.filingAnswered')),
  act('filingUrged', whole('placeName.filingUrged')),
  act('noticed', { ...bodies['placeName.noticed'].pick({ day: true, link: true, elements: true }).shape, channels: z.array(z.enum(codesOf(noticeChannels))).min(1).max(6), number: z.string().max(100), items: z.array(z.string().max(12)).max(1000).optional() }),
  act('entered', whole('placeName.entered')),
  act('signSet', bodies['placeName.signSet'].omit({ sign: true }).shape),
  act('signFound', whole('placeName.signFound')),
  act('signMended', whole('placeName.signMended')),
  act('attested', whole('placeName.attested')),
  act('archived', { day: Day, fonds: z.string().max(20), year: z.int().min(1980).max(2200), pages: z.int().positive(), index: z.boolean() }),
  act('withdrawn', whole('placeName.withdrawn')),
])
export type PlaceNameAct = z.infer<typeof PlaceNameAct>

/** A geometry of the map as GeoJSON: every number of it was checked when it came in, so that a window of thousands is not checked position by position again. */
const DrawnGeometry = z.custom<Geometry>((value) => typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value && Array.isArray(value.coordinates)).meta({ type: 'object', description: 'GeoJSON geometry' })

export const placeNameRoutes = {
  /** Spells a name without saving anything. */
  romaniseName: route({ id: 'romaniseName', method: 'POST', path: '/api/place-names/romanise', permission: 'case.check', summary: { zh: '地名罗马字母拼写（不保存）', en: 'Spell a name without saving' }, body: RomaniseBody, reply: Spelled.extend({ flags: z.array(z.object({ fault: z.string(), message: Text })) }) }),
  /** Everything that is known of a typed name; what the page asks while typing. */
  checkPlaceName: route({ id: 'checkPlaceName', method: 'POST', path: '/api/place-names/check', permission: 'case.check', summary: { zh: '查名：重名、同音、规则', en: 'Check a typed name' }, body: z.strictObject({ item: PlaceNameItem, applicants: z.array(z.string().max(100)).max(20), answers: PlaceNameFile.shape.answers, typing: z.boolean().optional(), day: Day.optional(), caseId: Id.optional() }), reply: CheckedName }),
  checkPlaceNameCase: route({ id: 'checkPlaceNameCase', method: 'POST', path: '/api/place-name-cases/check', permission: 'case.check', summary: { zh: '只检查不保存', en: 'Check a file without saving' }, body: z.strictObject({ file: PlaceNameFile, stage: z.enum(['acceptance', 'review']), typing: z.boolean().optional(), day: Day.optional(), caseId: Id.optional() }), largestBody, reply: z.object({ findings: z.array(Finding), passed: z.int(), ready: z.boolean(), required: z.array(z.object({ type: z.string(), title: z.string(), supplied: z.boolean() })) }) }),
  listPlaceNameCases: route({ id: 'listPlaceNameCases', method: 'GET', path: '/api/place-name-cases', permission: 'case.search', summary: { zh: '地名台账', en: 'Place-name cases' }, query: PlaceNameQuery, reply: z.object({ rows: z.array(PlaceNameLine), next: z.string().optional(), count: z.int() }) }),
  placeNameListCounts: route({ id: 'placeNameListCounts', method: 'GET', path: '/api/place-name-cases/lists', permission: 'case.search', summary: { zh: '待办各项件数', en: 'How many cases wait in each list' }, reply: z.object({ lists: z.array(z.object({ list: z.enum(placeNameLists), title: Text, count: z.int() })) }) }),
  exportPlaceNameCases: route({ id: 'exportPlaceNameCases', method: 'POST', path: '/api/place-name-cases/export', permission: 'case.export', summary: { zh: '导出台账(CSV，须写用途)', en: 'Export the list (CSV, purpose asked)' }, body: z.strictObject({ filter: PlaceNameQuery.omit({ after: true, limit: true }), purpose: Reason }), replyType: 'text/csv' }),
  openPlaceNameCase: route({ id: 'openPlaceNameCase', method: 'POST', path: '/api/place-name-cases', permission: 'case.write', summary: { zh: '收件', en: 'Receive an application or letter' }, body: actBodies.open(PlaceNameFile).extend({ day: Day.optional() }), largestBody, reply: PlaceNameCase }),
  getPlaceNameCase: route({ id: 'getPlaceNameCase', method: 'GET', path: '/api/place-name-cases/{id}', permission: 'case.read', summary: { zh: '案件', en: 'A case' }, params: IdParams, reply: PlaceNameCase }),
  amendPlaceNameCase: route({ id: 'amendPlaceNameCase', method: 'PATCH', path: '/api/place-name-cases/{id}', permission: 'case.write', summary: { zh: '修改', en: 'Amend' }, params: IdParams, body: actBodies.amend(PlaceNameFile.partial()), largestBody, reply: PlaceNameCase }),
  /** Each act asks its own permission: review and decision `case.decide`, what follows a decision `case.deliver`, the archive `case.archive`, all else `case.write`. */
  actOnPlaceNameCase: route({ id: 'actOnPlaceNameCase', method: 'POST', path: '/api/place-name-cases/{id}/acts', permission: 'case.read', summary: { zh: '办理：受理至归档各步', en: 'An act of the case' }, params: IdParams, body: z.strictObject({ revision, act: PlaceNameAct }), largestBody, reply: PlaceNameCase }),
  correctPlaceNameCase: route({ id: 'correctPlaceNameCase', method: 'POST', path: '/api/place-name-cases/{id}/correction', permission: 'case.correct', summary: { zh: '更正已批准的内容（须另一人）', en: 'Correct what was approved' }, params: IdParams, body: z.strictObject({ revision, day: Day, item: z.string().max(12), words: bodies['placeName.corrected'].shape.words.omit({ item: true }), document: z.string().min(1).max(200), reason: Reason, second: SecondPerson }), reply: PlaceNameCase }),
  getPlaceNamePaper: route({ id: 'getPlaceNamePaper', method: 'GET', path: '/api/place-name-cases/{id}/papers/{paper}', permission: 'case.print', summary: { zh: '文书 PDF', en: 'A paper as PDF' }, params: paperParams, query: paperQuery.extend({ number: z.string().max(80).optional() }), replyType: 'application/pdf' }),
  recordPlaceNamePrinted: route({ id: 'recordPlaceNamePrinted', method: 'POST', path: '/api/place-name-cases/{id}/printed', permission: 'case.print', summary: { zh: '记录已打印', en: 'Record a printing' }, params: IdParams, body: actBodies.printed.extend({ number: z.string().max(80).optional() }), reply: Done }),
  /** Gaps and repeats of document numbers in a year (H02). */
  listPlaceNameDocuments: route({ id: 'listPlaceNameDocuments', method: 'GET', path: '/api/place-name-documents', permission: 'case.search', summary: { zh: '文号及缺号、重号', en: 'Document numbers, gaps and repeats' }, query: z.strictObject({ year: z.coerce.number().int().min(1980).max(2200) }), reply: z.object({ rows: z.array(z.object({ number: z.string(), paper: z.string(), title: Text, subject: z.string(), day: z.string() })), faults: z.array(z.object({ agency: z.string(), year: z.int(), repeated: z.array(z.int()), gaps: z.array(z.object({ from: z.int(), to: z.int() })) })) }) }),
  /** The map of the office's own geometry. */
  placeNameMap: route({ id: 'placeNameMap', method: 'GET', path: '/api/gazetteer-map', permission: 'case.search', summary: { zh: '地名图（本机关的图形，不用网络地图）', en: 'The map of the register’s own geometry' }, query: z.strictObject({ west: z.coerce.number(), south: z.coerce.number(), east: z.coerce.number(), north: z.coerce.number(), kinds: z.string().max(200).optional(), removed: z.enum(['true', 'false']).optional(), limit: z.coerce.number().int().min(1).max(10_000).optional() }), reply: z.object({ features: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(placeKinds), removed: z.boolean(), geometry: DrawnGeometry })), more: z.boolean(), extent: Box.nullable(), builtUpAreas: z.array(z.object({ id: z.string(), name: z.string(), geometry: Geometry })) }) }),
}
