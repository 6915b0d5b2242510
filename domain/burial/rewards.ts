import { z } from 'zod'
import { codeTable } from '../codes/types.ts'
import { addMonths, civilDate, isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { inForceOn, lastPossibleDay, spanOf } from '../waiver/dates.ts'
import type { Question } from '../waiver/eligibility.ts'
import { answerAll, openQuestions, uniqueQuestions } from '../waiver/eligibility.ts'
import type { Answer } from '../waiver/facts.ts'
import { allOf, anyOf, WaiverFacts } from '../waiver/facts.ts'
import { money } from '../waiver/money.ts'
import { BeneficiaryClass, Exclusion, PartialDay } from '../waiver/policy.ts'

/** Eco-burial rewards (节地生态安葬奖补): grants of their own, apart from the fee waiver; every one rests on a local policy (《殡葬管理条例》第三十一条, 2026). */

export const rewardWays = codeTable([
  ['sea', '海葬（江葬）', 'Sea or river burial'],
  ['scattered', '骨灰撒散', 'Scattering'],
  ['notKept', '不保留骨灰', 'No ashes kept'],
  ['deepBurial', '深埋不留坟头', 'Deep burial without a mound'],
  ['bodyDonation', '遗体捐献', 'Donation of the body'],
  ['tree', '树葬', 'Tree burial'],
  ['flower', '花葬', 'Flower burial'],
  ['lawn', '草坪葬', 'Lawn burial'],
  ['wall', '壁葬', 'Wall burial'],
  ['niche', '室内葬（格位）', 'Niche'],
  ['tower', '塔葬', 'Tower burial'],
  ['shared', '三具以上骨灰合葬', 'Three urns or more in one plot'],
] as const)
export type RewardWay = (typeof rewardWays)[number]['code']
export const rewardWayCodes = rewardWays.map(({ code }) => code) as [RewardWay, ...RewardWay[]]
/** Name of a way as the desk shows it. */
export const wayTitle = (way: RewardWay): Text => {
  const found = rewardWays.find(({ code }) => code === way)
  return text(found?.zh ?? way, found?.en ?? way)
}

const Words = z.strictObject({ zh: z.string().max(600), en: z.string().max(600) })
const fen = z.int().nonnegative().max(1_000_000_000)

/** What a way is rewarded with; a range, or an amount not read, has to be settled by the office first. */
export const RewardRow = z.strictObject({
  ways: z.array(z.enum(rewardWayCodes)).min(1),
  /** Null where the amount has not been read or is a range. */
  fen: fen.nullable(),
  leastFen: fen.nullable(),
  mostFen: fen.nullable(),
  /** Limits in words (size of the plot, years of the niche). */
  scope: Words,
})
export type RewardRow = z.infer<typeof RewardRow>

/** A local policy of rewards as data. */
export const RewardPolicy = z.strictObject({
  id: z.string().min(1).max(60), series: z.string().min(1).max(60), title: Words,
  document: z.string().max(300), documentNumber: z.string().max(100), source: z.string().min(1).max(400), verified: z.boolean(),
  areas: z.array(z.string().regex(/^\d{6}$/)).min(1),
  from: z.union([z.literal('unknown'), PartialDay]),
  to: z.union([z.literal(''), z.literal('unknown'), PartialDay]),
  /** The day that chooses the version. */
  appliesBy: z.enum(['death', 'placement']),
  classes: z.array(BeneficiaryClass),
  /** False: the document's classes have not all been read, so nobody is turned down for want of one. */
  classesComplete: z.boolean(),
  exclusions: z.array(Exclusion),
  rows: z.array(RewardRow).min(1),
  /** Who is paid; shares of a split are whole-number parts. */
  payee: z.enum(['family', 'provider', 'both', 'unstated']),
  /** Whole-number parts of family and provider where both are paid. */
  shares: z.tuple([z.int().positive(), z.int().positive()]).nullable(),
  /** Papers without which nothing is paid. */
  proofs: z.array(z.enum(['eventCertificate', 'placementRecord', 'cremationCertificate', 'donationCertificate'])).min(1),
  /** May more than one way of the same person be rewarded? The default is not both. */
  combination: z.enum(['highest', 'sum']),
  /** Months from the placement within which it is asked for; null without a limit. */
  monthsToApply: z.int().positive().nullable(),
  applyAt: Words,
  notes: z.array(Words),
})
export type RewardPolicy = z.infer<typeof RewardPolicy>

/** What a reward is asked of. */
export const RewardFacts = z.strictObject({
  areas: WaiverFacts.shape.areas, flags: WaiverFacts.shape.flags,
  days: z.strictObject({ death: z.string(), placement: z.string() }),
  ways: z.array(z.enum(rewardWayCodes)).max(5),
  proofs: z.array(z.enum(['eventCertificate', 'placementRecord', 'cremationCertificate', 'donationCertificate'])),
  /** Rewards that this person had before, here or elsewhere. */
  before: z.array(z.strictObject({ reference: z.string().min(1).max(100), way: z.enum(rewardWayCodes), day: z.string(), fen })).max(20),
})
export type RewardFacts = z.infer<typeof RewardFacts>

/** What is granted and why. Amounts in fen. */
export interface RewardQuote {
  readonly policy: string
  readonly answer: Answer
  readonly fen: number
  readonly lines: readonly { readonly way: RewardWay; readonly fen: number; readonly granted: boolean; readonly message: Text }[]
  /** What family and provider get; sums to `fen`. */
  readonly payees: readonly { readonly payee: 'family' | 'provider'; readonly fen: number }[]
  readonly reasons: readonly Text[]
  readonly questions: readonly Question[]
}

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

const proofTitles = { eventCertificate: text('海葬（生态葬）证书', 'certificate of the burial'), placementRecord: text('安葬记录', 'record of the placement'), cremationCertificate: text('火化证明', 'cremation certificate'), donationCertificate: text('捐献证书', 'certificate of the donation') } as const

const sound = (facts: RewardFacts, day: string): void => {
  const { death, placement } = facts.days
  for (const [field, value] of [['day', day], ['days.death', death], ['days.placement', placement]] as const) if (value !== '' && !isCivilDate(value)) throw invalid(`没有 ${value} 这一天`, `There is no day ${value}`, field)
  if (death !== '' && placement !== '' && placement < death) throw invalid('死亡日期晚于安葬日期', 'The death lies after the placement', 'days.death')
  if (placement > day) throw invalid('安葬日期晚于申请当日', 'The placement lies after the day of the application', 'days.placement')
  const again = facts.ways.findIndex((way, index) => facts.ways.indexOf(way) !== index)
  if (again >= 0) throw invalid('同一方式重复', 'The same way stands there twice', `ways.${again}`)
}

/** Asks a policy what an eco-burial is rewarded with on a civil day. Three answers: unknown never grants but asks. Throws `invalid` at the field for facts that cannot be. */
export const quoteReward = (policy: RewardPolicy, facts: RewardFacts, day: string): RewardQuote => {
  sound(facts, day)
  const reasons: Text[] = []
  const questions: Question[] = []
  const said = (answer: Answer, zh: string, en: string): Answer => {
    reasons.push(text(`${zh}：${answer === 'yes' ? '是' : answer === 'no' ? '否' : '待查明'}`, `${en}: ${answer === 'unknown' ? 'to be found out' : answer}`))
    return answer
  }
  const ask = (field: string, zh: string, en: string): void => void questions.push({ field, message: text(zh, en) })
  const chosen = facts.days[policy.appliesBy]
  const version: Answer = chosen === '' || policy.from === 'unknown' ? 'unknown' : inForceOn({ from: policy.from, to: policy.to }, chosen)
  const inForce = said(version, `《${policy.title.zh}》${policy.documentNumber === '' ? '（文号未见）' : policy.documentNumber}在执行期间`, `“${policy.title.en}” (${policy.id}) in force`)
  if (inForce === 'unknown') ask(chosen === '' ? `days.${policy.appliesBy}` : 'policy', chosen === '' ? '请填写确定政策版本的日期' : '这一天是否执行本政策，请查文件', chosen === '' ? 'Enter the day that chooses the version' : 'Look up whether the policy was in force on that day')
  const classes = anyOf(policy.classes.map((entry) => answerAll(entry.all, facts, policy)))
  const of = said(policy.classes.length === 0 ? 'unknown' : classes === 'no' && !policy.classesComplete ? 'unknown' : classes, '属于奖补对象', 'of the classes')
  if (of === 'unknown') {
    questions.push(...policy.classes.flatMap((entry) => openQuestions(entry.all, facts, policy)))
    if (policy.classes.length === 0 || classes === 'no') ask('policy', '奖补对象未见原文，请查文件', 'Who is rewarded has not been read; look it up in the document')
  }
  const excluded = policy.exclusions.map((exclusion) => answerAll(exclusion.all, facts, policy))
  const free = excluded.length === 0 ? 'yes' : said(anyOf(excluded) === 'yes' ? 'no' : anyOf(excluded) === 'no' ? 'yes' : 'unknown', '没有除外情形', 'not excluded')
  if (free === 'unknown') questions.push(...policy.exclusions.flatMap((exclusion) => openQuestions(exclusion.all, facts, policy)))
  const late = policy.monthsToApply !== null && facts.days.placement !== '' && day > addMonths(civilDate(facts.days.placement), policy.monthsToApply)
  const inTime = policy.monthsToApply === null ? 'yes' : said(late ? 'no' : facts.days.placement === '' ? 'unknown' : 'yes', `安葬后 ${policy.monthsToApply} 个月内申请`, `asked for within ${policy.monthsToApply} months`)
  if (inTime === 'unknown') ask('days.placement', '请填写安葬日期', 'Enter the day of the placement')
  const earlier = facts.before[0]
  const first = said(earlier === undefined ? 'yes' : 'no', earlier === undefined ? '以前没有领过奖补' : `以前没有领过奖补（${earlier.reference}）`, earlier === undefined ? 'not rewarded before' : `not rewarded before (${earlier.reference})`)
  const missing = policy.proofs.filter((proof) => !facts.proofs.includes(proof))
  const proven = said(missing.length === 0 ? 'yes' : 'unknown', '材料齐全', 'every proof is there')
  for (const proof of missing) ask('proofs', `还没有收取${proofTitles[proof].zh}`, `The ${proofTitles[proof].en} has not been collected yet`)
  const rows = facts.ways.map((way) => ({ way, row: policy.rows.find((entry) => entry.ways.includes(way)) }))
  for (const { row, way } of rows) if (row !== undefined && row.fen === null) ask('policy', `${wayTitle(way).zh}的奖补标准未见或者是幅度，请按文件确定`, `The amount for “${wayTitle(way).en}” has not been read or is a range; settle it by the document`)
  const covered: Answer = rows.length === 0 ? 'unknown' : anyOf(rows.map(({ row }) => (row === undefined ? 'no' : row.fen === null ? 'unknown' : 'yes')))
  if (rows.length === 0) ask('ways', '请填写安葬方式', 'Enter how the ashes were placed')
  const answer = allOf([inForce, of, free, inTime, first, proven, covered])
  // Of several ways the highest counts unless the document lets them be added; while one amount is open the highest cannot be told.
  const open = rows.some(({ row }) => row !== undefined && row.fen === null)
  const best = Math.max(0, ...rows.map(({ row }) => row?.fen ?? 0))
  const winner = rows.findIndex(({ row }) => (row?.fen ?? -1) === best)
  const granted = (index: number): boolean => answer === 'yes' && !(open && policy.combination === 'highest' && rows.length > 1) && (rows[index]?.row?.fen ?? 0) > 0 && (policy.combination === 'sum' || index === winner)
  const lines = rows.map(({ way, row }, index) => ({
    way, fen: granted(index) ? (row?.fen ?? 0) : 0, granted: granted(index),
    message: row === undefined ? text(`${wayTitle(way).zh}不在奖补范围`, `“${wayTitle(way).en}” is not rewarded`) : row.fen === null ? text('标准待定', 'amount to be settled') : text(`每例 ${money(row.fen).zh}${policy.combination === 'highest' && index !== winner ? '，与其他方式不重复计' : ''}`, `${money(row.fen).en} a case${policy.combination === 'highest' && index !== winner ? ', not added to another way' : ''}`),
  }))
  const total = lines.reduce((sum, line) => sum + line.fen, 0)
  const settled = answer === 'yes' && total === 0 ? 'unknown' : answer
  if (policy.payee === 'unstated' && total > 0) ask('payee', '发给家属还是服务单位，请查文件', 'Whether the family or the provider is paid, look up in the document')
  const family = policy.shares === null ? 0 : Math.floor((total * policy.shares[0]) / (policy.shares[0] + policy.shares[1]))
  const payees = total === 0 || policy.payee === 'unstated' ? [] : policy.payee === 'both' && policy.shares !== null ? [{ payee: 'family' as const, fen: family }, { payee: 'provider' as const, fen: total - family }] : [{ payee: policy.payee === 'provider' ? ('provider' as const) : ('family' as const), fen: total }]
  return { policy: policy.id, answer: settled, fen: total, lines, payees, reasons, questions: settled === 'no' ? [] : uniqueQuestions(questions) }
}

/** Decides a grant: the quote once nothing is open. Throws `conflict` where the person was rewarded before, `findings` with what is still asked, `wrong_state` where nothing is due. */
export const requireReward = (policy: RewardPolicy, facts: RewardFacts, day: string): RewardQuote => {
  const quoted = quoteReward(policy, facts, day)
  const [before] = facts.before
  if (before !== undefined) throw new LantaiError('conflict', text(`已经领过奖补（${before.reference}）`, `Rewarded before (${before.reference})`), 'before', before)
  const [first] = quoted.questions
  if (quoted.answer !== 'no' && first !== undefined) throw new LantaiError('findings', first.message, first.field, quoted.questions)
  if (quoted.answer !== 'yes') throw new LantaiError('wrong_state', text('不符合奖补条件', 'Nothing is due'), 'ways', quoted.reasons)
  return quoted
}

/** Refuses a reward policy that an office may not put in force: without document number, with days or amounts not known, or overlapping another version. Throws `invalid` at the field. */
export const requireRewardReady = (policy: RewardPolicy, others: readonly RewardPolicy[]): void => {
  if (policy.documentNumber.trim() === '') throw invalid('请填写文件字号，没有字号的不能采用', 'Enter the number of the document; without one it is not taken', 'documentNumber')
  if (policy.from.length !== 10) throw invalid('请按文件写明开始执行的日期', 'Enter the day from which the document applies', 'from')
  if (policy.to !== '' && policy.to.length !== 10) throw invalid('请按文件写明终止日期', 'Enter the last day by the document', 'to')
  policy.rows.forEach((row, index) => {
    if (row.fen === null) throw invalid('奖补标准还没有录入', 'The amount has not been entered', `rows.${index}.fen`)
    if (row.ways.some((way) => policy.rows.findIndex((other) => other.ways.includes(way)) !== index)) throw invalid('同一方式有两个标准', 'One way has two amounts', `rows.${index}.ways`)
  })
  if (policy.classes.length === 0) throw invalid('请写明奖补对象', 'Enter who is rewarded', 'classes')
  if (policy.payee === 'unstated') throw invalid('请写明发给谁', 'Enter who is paid', 'payee')
  if (policy.payee === 'both' && policy.shares === null) throw invalid('请写明家属和服务单位的比例', 'Enter the parts of family and provider', 'shares')
  const first = spanOf(policy.from).first
  const last = lastPossibleDay(policy)
  for (const other of others) {
    if (other.id === policy.id || other.series !== policy.series || other.from === 'unknown') continue
    const otherLast = lastPossibleDay(other)
    if ((otherLast === '' || first <= otherLast) && (last === '' || spanOf(other.from).first <= last)) throw invalid(`与《${other.title.zh}》的执行期间重叠`, `Its dates overlap those of “${other.title.en}”`, 'from')
  }
}
