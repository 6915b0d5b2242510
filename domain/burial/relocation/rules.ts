import { civilDate } from '../../dates.ts'
import type { Check } from '../../findings.ts'
import { rulesByDay, runRules } from '../../findings.ts'
import { citations } from '../../law.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import type { Rule } from '../../rule.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { ecoPlacements } from '../codes.ts'
import { funeralRegulation, regulation2012From, regulationFrom } from '../law.ts'
import type { RelocationActionOf, RelocationNotice } from './actions.ts'
import type { Grave } from './fold.ts'

/** What the rules on a relocation look at: the grave as it stands, its notice, and where its remains are to go while that is decided. */
export interface RelocationRuleFacts {
  readonly grave: Grave
  readonly notice: RelocationNotice
  readonly day: string
  readonly to?: RelocationActionOf<'relocation.reinterred'>['body']['to']
}

const rule = (draft: Omit<Rule<RelocationRuleFacts>, 'from' | 'severity' | 'source' | 'group'> & Partial<Pick<Rule<RelocationRuleFacts>, 'from' | 'severity' | 'source'>>): Rule<RelocationRuleFacts> => ({ from: regulationFrom, severity: 'answer', source: 'confirmed', group: 'burial-relocation', ...draft })

/** Name of the group under which the rule book lists them. */
export const relocationRuleGroups: Readonly<Record<string, Text>> = { 'burial-relocation': text('迁坟', 'Relocation') }

/** Every rule on relocated graves. */
export const relocationRules: readonly Rule<RelocationRuleFacts>[] = [
  rule({
    id: 'relocation.destination', title: text('再安葬地点', 'Where the remains go'), law: citations(funeralRegulation.cite(21), funeralRegulation.cite(22), funeralRegulation.cite(38)),
    asks: text('再安葬在公墓、农村公益性墓地、骨灰堂或者生态安葬区，不得另建坟墓，不得建宗族墓地。', 'Re-interred in a cemetery, village ground, columbarium or eco-area; no new grave outside them and no clan graveyard.'),
    check: ({ grave, to = grave.reinterred?.to }) => {
      if (to === undefined) return notApplicable
      const outside = to.flatMap(({ how, plot, publicCemetery }, index) => (publicCemetery || ecoPlacements.includes(how) || plot.includes('/') ? [] : [asks(`to.${index}.plot`, `“${plot}”不是登记的墓位，也没有注明公墓，请核对是否在公墓以外`, `“${plot}” is no plot of the register and no cemetery is named; see that it is not outside one`)]))
      return outside.length === 0 ? pass : outside
    },
  }),
  rule({
    id: 'relocation.owner', from: regulation2012From, source: 'guides', severity: 'stop', title: text('坟主及其关系', 'The owner and the relation'), law: text('迁坟公告和各地迁坟规定', 'The notice and local rules on relocation'), asks: text('由坟主申报，写明证件号码和与逝者的关系。', 'The owner declares, with identity number and relation.'),
    check: ({ grave: { declaration } }) => (declaration === null ? notApplicable : declaration.owner.trim() === '' || declaration.ownerIdentityNumber.trim() === '' ? notYet('declaration.ownerIdentityNumber', '还没有坟主的姓名或者证件号码', 'Name or identity number of the owner is missing') : pass),
  }),
  rule({
    id: 'relocation.tariff', from: regulation2012From, source: 'guides', title: text('补偿依据', 'What the compensation rests on'), law: text('各地迁坟补偿文件', 'Local documents on compensation'), asks: text('补偿标准应有文件字号，金额按标准计算。', 'The tariff has a document number and amounts follow it.'),
    check: ({ notice: { tariff }, grave: { compensated } }) => {
      if (tariff.documentNumber.trim() === '') return asks('notice.tariff.documentNumber', '补偿标准没有文件字号', 'The tariff has no document number')
      return compensated !== null && compensated.totalFen !== compensated.baseFen + compensated.rewardFen + compensated.cellFen ? fail('compensated.totalFen', '补偿总额与各项之和不符', 'The total is not the sum of its parts') : pass
    },
  }),
  rule({
    id: 'relocation.overdue', from: regulation2012From, source: 'guides', severity: 'information', title: text('迁移期限', 'Time to move'), law: text('迁坟公告', 'The notice'), asks: text('公告期满仍未起掘的，应当催告；无人申报的按无主坟处理。', 'A grave not taken up by the deadline is reminded; one nobody declared is without an owner.'),
    check: ({ grave: { state }, notice, day }) => ((state === 'declared' || state === 'confirmed') && day > notice.deadline ? asks('state', `公告期已于 ${notice.deadline} 届满，还没有起掘`, `The deadline of ${notice.deadline} has passed and the grave has not been taken up`) : state === 'withdrawn' ? notApplicable : pass),
  }),
]

const rulesOn = rulesByDay(relocationRules)

/** Asks a grave every rule in force on a civil day; throws `invalid` when the day does not exist. */
export const checkRelocation = (facts: RelocationRuleFacts): Check => runRules<RelocationRuleFacts>(rulesOn(civilDate(facts.day, 'day')), facts, { typing: false, answers: [] })
