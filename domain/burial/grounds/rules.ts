import { civilDate } from '../../dates.ts'
import type { Check } from '../../findings.ts'
import { rulesByDay, runRules } from '../../findings.ts'
import { citations } from '../../law.ts'
import { asks, fail, notApplicable, pass } from '../../outcome.ts'
import type { Rule } from '../../rule.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { funeralRegulation, funeralRegulation2012, regulation2012From, regulation2012To, regulationFrom } from '../law.ts'
import { illegalGrounds } from './actions.ts'
import type { IllegalGrave } from './illegal.ts'

/** What the rules on a grave outside the law look at. */
export interface GroundRuleFacts {
  readonly grave: IllegalGrave
  readonly day: string
}

type Draft = Omit<Rule<GroundRuleFacts>, 'from' | 'severity' | 'source' | 'group'> & Partial<Pick<Rule<GroundRuleFacts>, 'from' | 'to' | 'severity' | 'source'>>
const rule = (draft: Draft): Rule<GroundRuleFacts> => ({ from: regulationFrom, severity: 'information', source: 'confirmed', group: 'burial-grounds', ...draft })

/** Name of the group under which the rule book lists them. */
export const groundRuleGroups: Readonly<Record<string, Text>> = { 'burial-grounds': text('私坟治理', 'Graves outside the law') }

const whereFound: Draft = {
  id: 'illegalGrave.ground', title: text('不得建坟的地点', 'Where no grave may lie'), law: citations(funeralRegulation.cite(21), funeralRegulation.cite(22), funeralRegulation.cite(38)),
  asks: text('不得在公墓、农村公益性墓地和生态安葬区以外建坟；耕地、林地、公园、风景区、文物保护区、水源保护区、铁路和公路主干线两侧禁止建坟，不得建宗族墓地。', 'No grave outside cemeteries, village grounds and eco-areas; none on farmland, forest, in parks, scenic or heritage areas, by water sources, beside rail and trunk roads; no clan graveyard.'),
  check: ({ grave }) => {
    if (grave.dropped !== null) return notApplicable
    const ground = illegalGrounds.find(({ code }) => code === grave.found.ground)
    return grave.cleared !== null ? pass : asks('ground', `${ground?.zh ?? ''}，${grave.found.cells} 穴，尚未治理`, `${ground?.en ?? ''}, cells: ${grave.found.cells}, not cleared yet`)
  },
}

/** Every rule on graves outside the law. */
export const groundRules: readonly Rule<GroundRuleFacts>[] = [
  rule(whereFound),
  rule({ ...whereFound, id: 'illegalGrave.ground.2012', from: regulation2012From, to: regulation2012To, law: funeralRegulation2012.cite(10) }),
  rule({
    id: 'illegalGrave.order', severity: 'answer', title: text('责令改正', 'Order to correct'), law: funeralRegulation.cite(60), asks: text('违反规定安葬的，责令改正；逾期未改的应当继续催办。', 'A wrong burial is ordered to be corrected; past its time it is pursued.'),
    check: ({ grave: { ordered, cleared, dropped }, day }) => (ordered === null || cleared !== null || dropped !== null ? notApplicable : day > ordered.deadline ? fail('ordered.deadline', `责令改正期限 ${ordered.deadline} 已过（${ordered.document}）`, `The time of the order ended on ${ordered.deadline} (${ordered.document})`) : pass),
  }),
  rule({
    id: 'illegalGrave.clan', title: text('宗族墓地', 'Clan graveyard'), law: funeralRegulation.cite(61), asks: text('兴建宗族墓地的，责令改正，处一万元以上五万元以下罚款。', 'A clan graveyard is ordered to be corrected and fined 10,000 to 50,000 yuan.'),
    check: ({ grave: { found, cleared, dropped } }) => (found.ground !== 'clan' || cleared !== null || dropped !== null ? notApplicable : asks('ground', '属于宗族墓地，按第六十一条处理', 'A clan graveyard falls under article 61')),
  }),
]

const rulesOn = rulesByDay(groundRules)

/** Asks a grave outside the law every rule in force on a civil day; throws `invalid` when the day does not exist. */
export const checkIllegalGrave = (grave: IllegalGrave, day: string): Check => runRules<GroundRuleFacts>(rulesOn(civilDate(day, 'day')), { grave, day }, { typing: false, answers: [] })
