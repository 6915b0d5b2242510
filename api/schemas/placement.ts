import { z } from 'zod'
import { CemeteryFacts, Holder, plotActions, Section } from '../../domain/burial/placement/actions.ts'
import { cemeteryKindCodes, plotSizeCodes, plotStates } from '../../domain/burial/placement/codes.ts'
import type { PlotLimit } from '../../domain/burial/placement/limits.ts'
import { isCivilDate } from '../../domain/dates.ts'
import { PaperLine } from './case.ts'
import { Day, Done, Finding, Id, IdParams, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

/** Id of a plot or niche: `cemetery/section/row/number`; travels in the query, for it holds slashes. */
export const PlotId = z.string().min(3).max(120)
const plotState = z.enum(plotStates.map(({ code }) => code) as [(typeof plotStates)[number]['code'], ...(typeof plotStates)[number]['code'][]])
const band = z.enum(['', 'running', 'within12', 'within6', 'within1', 'expired'])
const answers = z.array(z.strictObject({ rule: z.string().max(80), field: z.string().max(80), reason: z.string().max(400) })).max(20)
const seen = z.int().nonnegative()

const limitDay = z.string().refine(isCivilDate)
/** A limit of plot area (dm²) and stele height (cm) that the office adds to the shipped ones. */
export const OwnLimit: z.ZodType<PlotLimit> = z.strictObject({
  id: z.string().min(1).max(60), document: z.strictObject({ zh: z.string().max(300), en: z.string().max(300) }), areas: z.array(z.string().regex(/^\d{6}$/)).max(50), form: z.enum(['ashes', 'body']), sizes: z.array(z.enum(plotSizeCodes)).min(1), kinds: z.array(z.enum(cemeteryKindCodes)), from: limitDay, to: z.union([z.literal(''), limitDay]),
  mostAreaDm2: z.int().positive().max(10_000).nullable(), mostSteleCm: z.int().positive().max(1000).nullable(),
})

/** How many plots of a cemetery or section stand in each state, and how many terms end. */
const Standing = z.object({ plots: z.int(), byState: z.record(z.string(), z.int()), expiring: z.int(), expired: z.int(), occupants: z.int() })
export const CemeteryLine = z.object({ id: z.string(), facts: CemeteryFacts, sections: z.array(z.object({ section: Section, standing: Standing })), standing: Standing })
export type CemeteryLine = z.infer<typeof CemeteryLine>

/**
 * The board of a section in the order of its rows: one string of a letter a plot, and what only some plots have.
 * Letters: f free, r reserved, c contracted, p partly occupied, o occupied, d disinterred, v vacated, b blocked.
 */
export const Board = z.object({
  cemetery: z.string(), section: Section, day: Day,
  rows: z.array(z.object({ row: z.string(), level: z.int(), states: z.string() })),
  /** Plots whose term ends within twelve months or has run out, by id. */
  terms: z.array(z.object({ plot: z.string(), band, until: z.string() })), standing: Standing,
})
export type Board = z.infer<typeof Board>

const Interment = z.object({ ...plotActions['plot.interred'].shape, removed: plotActions['plot.removed'].nullable() })
/** A plot or niche as its page shows it, unmasked; showing who lies there is logged. */
export const PlotReply = z.object({
  id: z.string(), revision: seen, cemetery: z.string(), cemeteryName: z.string(), section: Section, words: Text, state: plotState, stateTitle: Text, occupants: z.int(), capacity: z.int(), until: z.string(), band,
  reservation: plotActions['plot.reserved'].nullable(), contract: plotActions['plot.contracted'].extend({ renewals: z.array(plotActions['plot.renewed']) }).nullable(), interments: z.array(Interment),
  blocked: z.object({ day: z.string(), note: z.string() }).nullable(), acts: z.array(z.string()), findings: z.array(Finding), papers: z.array(PaperLine),
  /** The last day that a reservation made today may have. */
  reserveUntil: Day,
  history: z.array(z.object({ seq: z.number(), at: z.string(), actorName: z.string(), kind: z.string(), title: Text, day: z.string(), reason: z.string(), second: z.string() })),
})
export type PlotReply = z.infer<typeof PlotReply>

const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape })
const { 'plot.contracted': contracted, 'plot.interred': interred, 'plot.removed': removed, 'plot.renewed': renewed } = plotActions
/** Acts on one plot; slips and the numbers of agreements and certificates are allotted by the house. */
export const PlotAct = z.discriminatedUnion('kind', [
  act('reserved', { day: Day, until: Day, holder: Holder }),
  act('released', { day: Day, slip: z.string().min(1).max(64) }),
  act('contracted', { ...contracted.pick({ to: true, holder: true, feeFen: true, upkeepFen: true, proof: true, preNeed: true }).shape, day: Day, slip: z.string().max(64), answers }),
  /** For somebody of a case of this register the case learns of it in the same commit. */
  act('interred', { ...interred.pick({ deceased: true, key: true, caseId: true, how: true, proof: true }).shape, day: Day, movedFrom: z.string().max(120), answers }),
  act('removed', { ...removed.pick({ interment: true, to: true, permit: true, agent: true }).shape, why: z.enum(['relocation', 'family']), day: Day }),
  act('renewed', { day: Day, ...renewed.pick({ to: true, upkeepFen: true }).shape, answers }),
  act('surrendered', { day: Day, agreement: z.string().min(1).max(100) }),
  act('reopened', { day: Day }),
  act('blocked', { day: Day, note: z.string().min(1).max(400) }),
  act('unblocked', { day: Day }),
])
export type PlotAct = z.infer<typeof PlotAct>

export const placementRoutes = {
  listCemeteries: route({ id: 'listCemeteries', method: 'GET', path: '/api/cemeteries', permission: 'case.search', summary: { zh: '公墓和骨灰堂', en: 'Cemeteries and columbaria' }, query: z.strictObject({ day: Day.optional() }), reply: z.object({ cemeteries: z.array(CemeteryLine), ownLimits: z.array(OwnLimit) }) }),
  registerCemetery: route({ id: 'registerCemetery', method: 'POST', path: '/api/cemeteries', permission: 'ground.write', summary: { zh: '登记公墓', en: 'Register a cemetery' }, body: z.strictObject({ facts: CemeteryFacts, answers }), reply: CemeteryLine }),
  layOutSection: route({ id: 'layOutSection', method: 'POST', path: '/api/cemeteries/{id}/sections', permission: 'ground.write', summary: { zh: '建墓区', en: 'Lay out a section' }, params: IdParams, body: z.strictObject({ section: Section, answers }), reply: CemeteryLine }),
  plotBoard: route({ id: 'plotBoard', method: 'GET', path: '/api/cemeteries/{id}/board', permission: 'case.search', summary: { zh: '墓位图', en: 'The board of a section' }, params: IdParams, query: z.strictObject({ section: z.string().min(1).max(20), day: Day.optional() }), reply: Board }),
  findPlots: route({ id: 'findPlots', method: 'GET', path: '/api/plots/search', permission: 'case.search', summary: { zh: '查墓位（姓名、证件号、电话、编号）', en: 'Find plots' }, query: z.strictObject({ text: z.string().trim().min(1).max(60) }), reply: z.object({ rows: z.array(z.object({ plot: z.string(), words: Text, state: plotState, holder: z.string(), lying: z.array(z.string()), until: z.string() })) }) }),
  getPlot: route({ id: 'getPlot', method: 'GET', path: '/api/plots', permission: 'case.read', summary: { zh: '一个墓位（格位）', en: 'One plot or niche' }, query: z.strictObject({ plot: PlotId }), reply: PlotReply }),
  actOnPlot: route({ id: 'actOnPlot', method: 'POST', path: '/api/plots/acts', permission: 'plot.write', summary: { zh: '预留、签协议、安葬、续期、迁出、停用', en: 'Reserve, contract, inter, renew, remove, block' }, body: z.strictObject({ plot: PlotId, revision: seen, act: PlotAct }), reply: PlotReply }),
  /** The steps of putting a wrong grave right as they stand, nothing saved. */
  wrongGraveSteps: route({ id: 'wrongGraveSteps', method: 'GET', path: '/api/plots/wrong-grave', permission: 'plot.write', summary: { zh: '安错墓位更正步骤', en: 'Steps to put a wrong grave right' }, query: z.strictObject({ from: PlotId, to: PlotId, interment: z.string().min(1).max(64) }), reply: z.object({ steps: z.array(z.object({ id: z.string(), title: Text, ready: z.boolean(), message: Text })), ready: z.boolean() }) }),
  undoWrongGrave: route({ id: 'undoWrongGrave', method: 'POST', path: '/api/plots/wrong-grave', permission: 'plot.write', summary: { zh: '更正安错的墓位', en: 'Put a wrong grave right' }, body: z.strictObject({ from: PlotId, fromRevision: seen, to: PlotId, toRevision: seen, interment: z.string().min(1).max(64), agent: z.string().max(100), reason: Reason, second: SecondPerson }), reply: z.object({ from: PlotReply, to: PlotReply }) }),
  listTerms: route({ id: 'listTerms', method: 'GET', path: '/api/plots/terms', permission: 'case.search', summary: { zh: '到期和续期', en: 'Terms that end' }, query: z.strictObject({ band: z.enum(['within12', 'within6', 'within1', 'expired']).optional(), cemetery: Id.optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(500).optional() }), reply: z.object({ rows: z.array(z.object({ plot: z.string(), words: Text, agreement: z.string(), holder: z.string(), phone: z.string(), until: z.string(), band })), next: z.string().optional(), counts: z.array(z.object({ band, count: z.int() })) }) }),
  getPlotPaper: route({ id: 'getPlotPaper', method: 'GET', path: '/api/plots/papers/{paper}', permission: 'case.print', summary: { zh: '墓位文书 PDF', en: 'A paper of a plot as PDF' }, params: z.strictObject({ paper: z.string().max(60) }), query: z.strictObject({ plot: PlotId, interment: z.string().max(64).optional() }), replyType: 'application/pdf' }),
  recordPlotPrinted: route({ id: 'recordPlotPrinted', method: 'POST', path: '/api/plots/printed', permission: 'case.print', summary: { zh: '记录已打印', en: 'Record a printing' }, body: z.strictObject({ plot: PlotId, paper: z.string().max(60), interment: z.string().max(64).optional(), printer: z.string().max(100) }), reply: Done }),
}
