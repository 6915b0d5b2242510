import { z } from 'zod'
import { RewardFacts, RewardPolicy } from '../../domain/burial/rewards.ts'
import { itemGroups, waiverItemCodes, waiverUnitCodes } from '../../domain/waiver/codes.ts'
import { Answer, BillLine, SettledItem, SettleMode, WaiverFacts } from '../../domain/waiver/facts.ts'
import { WaiverPolicy } from '../../domain/waiver/policy.ts'
import { BurialCase } from './burial.ts'
import { revision } from './case.ts'
import { Day, Finding, Id, IdParams, Month, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

const fen = z.int()
const Question = z.object({ field: z.string(), message: Text })
const policyId = z.strictObject({ policy: z.string().min(1).max(60) })

/** One line of the bill as it comes out: actual, cap, waived, self-paid, and why. */
const QuotedLine = z.object({
  id: z.string(), item: z.enum(waiverItemCodes), title: Text, group: z.enum(itemGroups as [string, ...string[]]), actualFen: fen, capFen: fen.nullable(), waivedFen: fen, selfPaidFen: fen, status: z.enum(['waived', 'partly', 'cut', 'uncovered', 'pending', 'alreadyWaived']),
  grant: z.string(), clause: Text, message: Text, cuts: z.array(z.object({ message: Text, fen })), earlier: SettledItem.nullable(),
})
const QuotedPolicy = z.object({ policy: z.string(), title: Text, document: z.string(), documentNumber: z.string(), verified: z.boolean(), answer: Answer, reasons: z.array(z.object({ answer: Answer, message: Text })), questions: z.array(Question) })
/** What is waived and why, asked without saving anything; amounts in fen. */
export const Quote = z.object({
  answer: Answer, day: Day, actualFen: fen, waivedFen: fen, selfPaidFen: fen, byGroup: z.array(z.object({ group: z.string(), title: Text, fen })), lines: z.array(QuotedLine), policies: z.array(QuotedPolicy),
  grants: z.array(z.object({ id: z.string(), policy: z.string(), title: Text, kind: z.enum(['base', 'relief']), className: Text, counted: z.string(), caseCapFen: fen.nullable(), beforeCapFen: fen, waivedFen: fen, caseCuts: z.array(z.object({ item: z.string(), title: Text, fen })), bearers: z.array(z.object({ bearer: z.string(), title: Text, fen })) })),
  questions: z.array(Question), explanation: z.array(Text),
  /** Last day for a claim, where a policy that applies sets one. */
  claimUntil: z.string(),
  /** What the price list and the approvals of the home say of the bill of a case, at its lines. */
  findings: z.array(Finding),
})
export type Quote = z.infer<typeof Quote>

/** The bill with what the case does not know itself. */
const Bill = { lines: z.array(BillLine).max(200), mode: SettleMode, invoice: z.union([z.literal(''), Day]), cremationArea: z.string().regex(/^(?:\d{6}|none|)$/), cremationDay: z.union([z.literal(''), Day]) }

/** A version of the office's book or of the library. */
const PolicyLine = z.object({ id: z.string(), series: z.string(), title: Text, document: z.string(), documentNumber: z.string(), source: z.string(), verified: z.boolean(), areas: z.array(z.string()), from: z.string(), to: z.string(), inForce: z.boolean(), adoptedOn: z.string(), adoptedBy: z.string(), second: z.string(), copiedFrom: z.string(), examples: z.int() })
const ExampleResult = z.object({ example: z.string(), title: Text, holds: z.boolean(), differences: z.array(Text) })
const Fault = z.object({ field: z.string(), message: Text })

/** Money waived, one line each settlement or reversal. */
export const WaiverLine = z.object({ caseId: z.string(), number: z.string(), day: z.string(), mode: SettleMode, sign: z.union([z.literal(1), z.literal(-1)]), name: z.string(), policies: z.array(z.string()), classes: z.array(z.string()), actualFen: fen, waivedFen: fen, selfPaidFen: fen, late: z.boolean() })

export const waiverRoutes = {
  /** Facts as a whole, or a case of the register with its bill; `policy` asks one version that is not in force yet (for the editor). */
  quoteWaiver: route({ id: 'quoteWaiver', method: 'POST', path: '/api/waivers/quote', permission: 'case.check', summary: { zh: '试算减免（不保存）', en: 'Quote a waiver without saving' }, body: z.union([z.strictObject({ caseId: Id, bill: z.strictObject(Bill), flags: WaiverFacts.shape.flags.optional(), day: Day.optional() }), z.strictObject({ facts: WaiverFacts, day: Day.optional(), policy: WaiverPolicy.optional() })]), reply: Quote }),
  settleWaiver: route({ id: 'settleWaiver', method: 'POST', path: '/api/burials/{id}/waivers', permission: 'waiver.settle', summary: { zh: '结算减免', en: 'Settle a waiver' }, params: IdParams, body: z.strictObject({ revision, bill: z.strictObject(Bill) }), reply: BurialCase }),
  reverseWaiver: route({ id: 'reverseWaiver', method: 'POST', path: '/api/burials/{id}/waivers/reversal', permission: 'waiver.settle', summary: { zh: '撤销减免', en: 'Take a waiver back' }, params: IdParams, body: z.strictObject({ revision, number: z.string().min(1).max(40), reason: Reason, second: SecondPerson }), reply: BurialCase }),
  listWaivers: route({ id: 'listWaivers', method: 'GET', path: '/api/waivers', permission: 'count.read', summary: { zh: '减免台账', en: 'Waivers' }, query: z.strictObject({ from: Day.optional(), to: Day.optional(), mode: SettleMode.optional(), cell: z.string().max(120).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), reply: z.object({ rows: z.array(WaiverLine), next: z.string().optional(), count: z.int(), waivedFen: fen }) }),
  /** Items with their prices that the office may bill. */
  listPrices: route({ id: 'listPrices', method: 'GET', path: '/api/burial-prices', permission: 'case.check', summary: { zh: '收费项目', en: 'Items that may be billed' }, query: z.strictObject({ day: Day.optional() }), reply: z.object({ prices: z.array(z.object({ item: z.enum(waiverItemCodes), title: Text, unit: z.enum(waiverUnitCodes), unitTitle: Text, unitPriceFen: fen, document: z.string() })) }) }),
  listPolicies: route({ id: 'listPolicies', method: 'GET', path: '/api/waiver-policies', permission: 'rule.read', summary: { zh: '减免政策库和本处政策', en: 'The library and the office’s policies' }, query: z.strictObject({ day: Day.optional() }), reply: z.object({ book: z.array(PolicyLine), library: z.array(PolicyLine) }) }),
  getPolicy: route({ id: 'getPolicy', method: 'GET', path: '/api/waiver-policies/{policy}', permission: 'rule.read', summary: { zh: '一项政策', en: 'One policy' }, params: policyId, reply: z.object({ policy: WaiverPolicy, line: PolicyLine, results: z.array(ExampleResult) }) }),
  /** Everything wrong with a draft, and how its worked examples come out; nothing is saved. */
  checkPolicy: route({ id: 'checkPolicy', method: 'POST', path: '/api/waiver-policies/check', permission: 'policy.write', summary: { zh: '检查政策草稿', en: 'Check a draft policy' }, body: z.strictObject({ policy: WaiverPolicy }), reply: z.object({ faults: z.array(Fault), ready: z.boolean(), results: z.array(ExampleResult) }) }),
  adoptPolicy: route({ id: 'adoptPolicy', method: 'POST', path: '/api/waiver-policies', permission: 'policy.write', summary: { zh: '政策生效（须另一人批准）', en: 'Put a policy in force' }, body: z.strictObject({ policy: WaiverPolicy, copiedFrom: z.string().max(60), reason: Reason, second: SecondPerson }), reply: PolicyLine }),
  endPolicy: route({ id: 'endPolicy', method: 'POST', path: '/api/waiver-policies/{policy}/end', permission: 'policy.write', summary: { zh: '终止政策', en: 'End a policy' }, params: policyId, body: z.strictObject({ to: Day, reason: Reason, second: SecondPerson }), reply: PolicyLine }),

  listRewardPolicies: route({ id: 'listRewardPolicies', method: 'GET', path: '/api/reward-policies', permission: 'rule.read', summary: { zh: '生态安葬奖补政策', en: 'Policies of eco-burial rewards' }, reply: z.object({ book: z.array(z.object({ policy: RewardPolicy, adoptedOn: z.string(), adoptedBy: z.string(), second: z.string(), inForce: z.boolean() })), library: z.array(RewardPolicy) }) }),
  adoptRewardPolicy: route({ id: 'adoptRewardPolicy', method: 'POST', path: '/api/reward-policies', permission: 'policy.write', summary: { zh: '奖补政策生效（须另一人批准）', en: 'Put a reward policy in force' }, body: z.strictObject({ policy: RewardPolicy, reason: Reason, second: SecondPerson }), reply: z.object({ policy: RewardPolicy }) }),
  quoteReward: route({ id: 'quoteReward', method: 'POST', path: '/api/rewards/quote', permission: 'case.check', summary: { zh: '试算奖补（不保存）', en: 'Quote a reward without saving' }, body: z.strictObject({ caseId: Id, policy: z.string().max(60), ways: RewardFacts.shape.ways, proofs: RewardFacts.shape.proofs, flags: WaiverFacts.shape.flags.optional(), day: Day.optional() }), reply: z.object({ policy: z.string(), answer: Answer, fen, lines: z.array(z.object({ way: z.string(), fen, granted: z.boolean(), message: Text })), payees: z.array(z.object({ payee: z.enum(['family', 'provider']), fen })), reasons: z.array(Text), questions: z.array(Question) }) }),
  grantReward: route({ id: 'grantReward', method: 'POST', path: '/api/burials/{id}/rewards', permission: 'waiver.settle', summary: { zh: '发放奖补', en: 'Grant a reward' }, params: IdParams, body: z.strictObject({ revision, policy: z.string().max(60), ways: RewardFacts.shape.ways, proofs: RewardFacts.shape.proofs }), reply: BurialCase }),
  reverseReward: route({ id: 'reverseReward', method: 'POST', path: '/api/burials/{id}/rewards/reversal', permission: 'waiver.settle', summary: { zh: '撤销奖补', en: 'Take a reward back' }, params: IdParams, body: z.strictObject({ revision, number: z.string().min(1).max(40), reason: Reason, second: SecondPerson }), reply: BurialCase }),
}

/** Cells of a table, in whichever unit: a value and the cells and days whose lines it opens (a year to date begins before the table does); amounts in fen beside counts. */
const Cell = z.object({ value: z.number(), fen: z.number().nullable(), cells: z.array(z.string()), from: Day, to: Day })
export const BurialTable = z.object({
  id: z.string(), title: Text, unit: z.string(), from: Day, to: Day, columns: z.array(z.object({ id: z.string(), title: Text, unit: z.string() })),
  rows: z.array(z.object({ id: z.string(), title: Text, cells: z.array(Cell) })),
  identities: z.array(z.object({ id: z.string(), name: Text, left: z.number(), right: z.number(), relation: z.enum(['=', '≤']), holds: z.boolean(), line: Text })), milliseconds: z.number(),
})
export type BurialTable = z.infer<typeof BurialTable>
const Rate = z.object({ id: z.enum(['cremation', 'centralised']), title: Text, numerator: z.int(), denominator: z.object({ base: z.string(), title: Text, value: z.int(), source: z.string(), fromNumerator: z.boolean() }).nullable(), rate: z.number().nullable(), state: z.enum(['stated', 'missing', 'selfMade', 'above']), message: Text })
/** One signed line of the counts: an act, a correction, something late. */
const CountedLine = z.object({ seq: z.number(), day: z.string(), countedOn: z.string(), late: z.boolean(), kind: z.string(), title: Text, subject: z.string(), caseId: z.string(), name: z.string(), count: z.int(), fen: z.int() })
const period = { from: Day, to: Day }

export const burialStatisticRoutes = {
  listBurialTables: route({ id: 'listBurialTables', method: 'GET', path: '/api/burial-tables', permission: 'count.read', summary: { zh: '殡葬报表目录', en: 'Tables of funeral affairs' }, reply: z.object({ tables: z.array(z.object({ id: z.string(), title: Text, unit: z.string() })) }) }),
  getBurialTable: route({ id: 'getBurialTable', method: 'GET', path: '/api/burial-tables/{table}', permission: 'count.read', summary: { zh: '一张报表', en: 'One table' }, params: z.strictObject({ table: z.string().max(60) }), query: z.strictObject(period), reply: BurialTable }),
  exportBurialTable: route({ id: 'exportBurialTable', method: 'GET', path: '/api/burial-tables/{table}/csv', permission: 'count.read', summary: { zh: '报表 CSV', en: 'A table as CSV' }, params: z.strictObject({ table: z.string().max(60) }), query: z.strictObject(period), replyType: 'text/csv' }),
  printBurialTables: route({ id: 'printBurialTables', method: 'GET', path: '/api/burial-tables/sheet', permission: 'count.read', summary: { zh: '月报 PDF', en: 'Month tables as PDF' }, query: z.strictObject({ ...period, tables: z.string().max(2000) }), replyType: 'application/pdf' }),
  /** The lines behind a number. */
  burialLines: route({ id: 'burialLines', method: 'GET', path: '/api/burial-lines', permission: 'count.read', summary: { zh: '数字背后的记录', en: 'The lines behind a number' }, query: z.strictObject({ cells: z.string().max(2000), ...period, after: z.string().max(60).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), reply: z.object({ rows: z.array(CountedLine), next: z.string().optional(), count: z.int(), fen: z.int() }) }),
  /** What was entered after its month was closed: lines that count in the period, and those whose day lies in it. */
  listLateLines: route({ id: 'listLateLines', method: 'GET', path: '/api/burial-late-lines', permission: 'count.read', summary: { zh: '封账后的补计', en: 'Lines that came late' }, query: z.strictObject(period), reply: z.object({ rows: z.array(CountedLine) }) }),
  burialRates: route({ id: 'burialRates', method: 'GET', path: '/api/burial-rates', permission: 'count.read', summary: { zh: '火化率、集中办丧率', en: 'Rates with their denominators' }, query: z.strictObject(period), reply: z.object({ rates: z.array(Rate), denominators: z.array(z.object({ period: z.string(), base: z.string(), title: Text, value: z.int(), source: z.string(), fromNumerator: z.boolean(), day: z.string(), by: z.string() })) }) }),
  enterDenominator: route({ id: 'enterDenominator', method: 'POST', path: '/api/burial-rates/denominators', permission: 'reference.write', summary: { zh: '录入分母', en: 'Enter a denominator' }, body: z.strictObject({ period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/), base: z.enum(['allDeaths', 'cremationAreaDeaths', 'reportedDeaths', 'estimatedDeaths', 'urbanDeaths']), value: z.int().positive(), population: z.int().positive().optional(), perThousand: z.number().positive().max(1000).optional(), source: z.string().trim().min(2).max(200), fromNumerator: z.boolean(), reason: Reason }), reply: z.object({ done: z.literal(true) }) }),
  listBurialMonths: route({ id: 'listBurialMonths', method: 'GET', path: '/api/burial-months', permission: 'count.read', summary: { zh: '月结', en: 'Months and whether they are closed' }, query: z.strictObject({ year: z.coerce.number().int().min(1980).max(2200) }), reply: z.object({ months: z.array(z.object({ month: Month, cremated: z.int(), vigils: z.int(), waivedFen: z.int(), lateLines: z.int(), closed: z.object({ on: z.string(), by: z.string(), second: z.string(), head: z.string() }).nullable(), closable: z.boolean(), why: Text.optional() })) }) }),
  /** Closes a month: what comes later for it counts in the month of its entry, as a signed line. */
  closeBurialMonth: route({ id: 'closeBurialMonth', method: 'POST', path: '/api/burial-months/{month}/closing', permission: 'month.close', summary: { zh: '月结封账', en: 'Close a month' }, params: z.strictObject({ month: Month }), body: z.strictObject({ reason: Reason, second: SecondPerson }), reply: z.object({ done: z.literal(true) }) }),
}
