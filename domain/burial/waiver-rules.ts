import type { Check } from '../findings.ts'
import { rulesByDay, runRules } from '../findings.ts'
import { citations } from '../law.ts'
import { civilDate } from '../dates.ts'
import { asks, fail, notApplicable, pass } from '../outcome.ts'
import type { Rule } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { SettledWaiver } from '../waiver/actions.ts'
import { groupOf, titleOf } from '../waiver/codes.ts'
import { money } from '../waiver/money.ts'
import type { WaiverPolicy } from '../waiver/policy.ts'
import type { GrantFacts } from './grant.ts'
import { grantRule } from './grant.ts'
import { funeralRegulation, regulation2012From, regulationFrom } from './law.ts'
import type { RewardAction } from './reward-actions.ts'
import type { RewardPolicy } from './rewards.ts'

/** Names of the groups under which the rule book lists them. */
export const waiverRuleGroups: Readonly<Record<string, Text>> = { 'burial-waivers': text('惠民殡葬减免', 'Fee waivers'), 'burial-rewards': text('节地生态安葬奖补', 'Eco-burial rewards') }

/** What the rules on a settled waiver look at: the settlement as it was printed, and the policies it rests on. */
export interface SettledFacts {
  readonly waiver: SettledWaiver
  readonly policies: readonly WaiverPolicy[]
}

const priceNotice = text('发改价格〔2026〕108号', 'Notice on funeral prices (2026)')
const documents = text('各地惠民殡葬减免文件', 'Local documents on waivers')
const settled = (draft: Omit<Rule<SettledFacts>, 'from' | 'severity' | 'source' | 'group'> & Partial<Pick<Rule<SettledFacts>, 'from' | 'severity' | 'source'>>): Rule<SettledFacts> => ({ from: regulation2012From, severity: 'stop', source: 'guides', group: 'burial-waivers', ...draft })

/** Rules that a settlement is looked at by, when it is made and whenever files are inspected. */
export const settledRules: readonly Rule<SettledFacts>[] = [
  settled({
    id: 'waiver.actual', title: text('按实际费用减免', 'No more than was charged'), law: citations(priceNotice, documents), asks: text('减免不超过实际费用和各项限额，不抵扣、不折现。', 'A waiver is neither more than what was charged nor than its cap, and never paid out.'),
    check: ({ waiver: { lines, actualFen, waivedFen, selfPaidFen } }) => {
      const over = lines.flatMap((line, index) => (line.waivedFen > line.actualFen || line.selfPaidFen !== line.actualFen - line.waivedFen ? [fail(`lines.${index}`, `${titleOf(line.item).zh}：减免 ${money(line.waivedFen).zh}，实际 ${money(line.actualFen).zh}`, `${titleOf(line.item).en}: ${money(line.waivedFen).en} waived of ${money(line.actualFen).en}`)] : []))
      const sum = (of: 'actualFen' | 'waivedFen'): number => lines.reduce((total, line) => total + line[of], 0)
      const total = sum('actualFen') === actualFen && sum('waivedFen') === waivedFen && selfPaidFen === actualFen - waivedFen
      return over.length > 0 ? over : total ? pass : fail('waivedFen', '各项之和与合计不符', 'The lines do not add up to the total')
    },
  }),
  settled({
    id: 'waiver.once', title: text('同一项目不重复减免', 'No item twice'), law: documents, asks: text('同一逝者的同一项目只减免一次，火化地和户籍地不重复。', 'An item is waived once for one person, at the place of cremation or of registration.'),
    check: ({ waiver: { lines, facts } }) => {
      const again = lines.findIndex((line) => line.waivedFen > 0 && facts.settled.some(({ item }) => item === line.item))
      const line = lines[again]
      return line === undefined ? pass : fail(`lines.${again}.item`, `${titleOf(line.item).zh}以前已经减免`, `“${titleOf(line.item).en}” was waived before`)
    },
  }),
  settled({
    id: 'waiver.document', severity: 'answer', title: text('减免依据', 'What it rests on'), law: documents, asks: text('减免应有文件字号，并核对过原文。', 'A waiver rests on a document with its number, compared with the original.'),
    check: ({ waiver: { grants }, policies }) => {
      const open = grants.filter(({ waivedFen, policy }) => waivedFen > 0 && !policies.some(({ id, documentNumber }) => id === policy && documentNumber.trim() !== ''))
      return open.length === 0 ? pass : open.map(({ policy }) => asks('grants', `政策 ${policy} 没有文件字号`, `The policy ${policy} has no document number`))
    },
  }),
  settled({
    id: 'waiver.basic', severity: 'information', source: 'confirmed', from: regulationFrom, title: text('基础项目', 'Basic items'), law: funeralRegulation.cite(5), asks: text('遗体接运、存放、火化、骨灰寄存为基础项目，守灵厅等另列。', 'Transport, storage, cremation and ash storage are basic items; vigil halls are counted apart.'),
    check: ({ waiver: { lines } }) => (lines.some(({ item, waivedFen }) => groupOf(item) === 'basic' && waivedFen > 0) ? pass : notApplicable),
  }),
]

/** What the rule on a reward looks at. */
export interface RewardRuleFacts {
  readonly granted: Extract<RewardAction, { kind: 'reward.granted' }>['body']
  readonly policy: RewardPolicy | undefined
}

/** The rule on rewards: article 31 encourages eco-burials and leaves the money to the places. */
export const rewardRule: Rule<RewardRuleFacts> = {
  id: 'reward.local', title: text('奖补依据', 'What a reward rests on'), law: funeralRegulation.cite(31), source: 'confirmed', from: regulationFrom, group: 'burial-rewards', severity: 'stop',
  asks: text('鼓励节地生态安葬，奖补按地方文件执行；同一逝者只奖补一次，不超过标准。', 'Eco-burials are encouraged and rewarded by local documents, once for one person and never above the amount.'),
  check: ({ granted, policy }) => {
    if (policy === undefined || policy.documentNumber.trim() === '') return fail('policy', '没有文件字号的政策不能作为奖补依据', 'A policy without a document number is no ground for a reward')
    if (granted.facts.before.length > 0) return fail('facts.before', '这位逝者以前领过奖补', 'This person was rewarded before')
    return granted.ways.some(({ way, fen }) => fen > (policy.rows.find(({ ways }) => ways.includes(way))?.fen ?? 0)) ? fail('ways', '奖补超过标准', 'The reward is above the amount') : pass
  },
}

/** Every rule on waivers and rewards, as the rule book lists them. */
export const moneyRules = [grantRule, ...settledRules, rewardRule] as const

const settledOn = rulesByDay(settledRules)

/** Asks a settled waiver every rule in force on its day. */
export const checkSettled = (facts: SettledFacts): Check => runRules<SettledFacts>(settledOn(civilDate(facts.waiver.day, 'day')), facts, { typing: false, answers: [] })

/** Asks whether the question on the funeral grant is answered where a policy asks it; throws `invalid` when the day does not exist. */
export const checkGrant = (facts: GrantFacts): Check => {
  civilDate(facts.day, 'day')
  return runRules<GrantFacts>([grantRule], facts, { typing: false, answers: [] })
}
