import { civilDate } from '../../dates.ts'
import type { Check } from '../../findings.ts'
import { rulesByDay, runRules } from '../../findings.ts'
import { citations } from '../../law.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import type { Rule } from '../../rule.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { funeralRegulation, regulationFrom } from '../law.ts'
import { commercialKinds } from '../placement/codes.ts'
import type { CemeteryKind } from '../placement/codes.ts'
import type { Facility } from './facility.ts'
import { approvedOn, inspectionState } from './facility.ts'

/** What the rules on facilities look at: the register entry and the day on which they are asked. */
export interface FacilityRuleFacts {
  readonly facility: Facility
  readonly day: string
}

const rule = (draft: Omit<Rule<FacilityRuleFacts>, 'from' | 'severity' | 'source' | 'group'> & Partial<Pick<Rule<FacilityRuleFacts>, 'severity' | 'source'>>): Rule<FacilityRuleFacts> => ({ from: regulationFrom, severity: 'answer', source: 'confirmed', group: 'burial-facilities', ...draft })

/** Name of the group under which the rule book lists them. */
export const facilityRuleGroups: Readonly<Record<string, Text>> = { 'burial-facilities': text('殡葬设施', 'Facilities') }

/** Every rule on facilities of the register. */
export const facilityRules: readonly Rule<FacilityRuleFacts>[] = [
  rule({
    id: 'facility.commercial', title: text('不再新建经营性设施', 'No new commercial facility'), law: funeralRegulation.cite(14), asks: text('新建殡葬设施由政府举办、不以营利为目的；不再新建经营性公墓、骨灰堂。', 'New facilities are run by government and not for profit.'),
    check: ({ facility: { facts } }) => (!commercialKinds.includes(facts.kind as CemeteryKind) ? notApplicable : facts.foundedOn < regulationFrom ? pass : asks('kind', `${facts.foundedOn} 设立，2026年3月30日起不再新建经营性设施`, `Founded on ${facts.foundedOn}; no new commercial facility from 2026-03-30`)),
  }),
  rule({
    id: 'facility.filing', title: text('农村公益性墓地备案', 'Filing of a village ground'), law: funeralRegulation.cite(20), asks: text('农村公益性墓地报县级人民政府备案。', 'A village burial ground is filed with the county government.'),
    check: ({ facility: { facts } }) => (facts.kind !== 'villagePlots' || facts.foundedOn < regulationFrom ? notApplicable : facts.document.trim() === '' ? notYet('document', '还没有备案文号', 'The number of the filing has not been entered yet') : pass),
  }),
  rule({
    id: 'facility.prices', title: text('价格批复', 'Price approval'), law: citations(funeralRegulation.cite(5), funeralRegulation.cite(50)), asks: text('基础项目收费应有价格批复，现行有效。', 'What is charged for basic items rests on a price approval in force.'),
    check: ({ facility, day }) => (approvedOn(facility, day) ? pass : asks('approvals', facility.approvals.length === 0 ? '没有价格批复' : '价格批复已经到期', facility.approvals.length === 0 ? 'There is no price approval' : 'The price approval has run out')),
  }),
  rule({
    id: 'facility.reports', title: text('年度报告', 'Yearly reports'), law: funeralRegulation.cite(52), asks: text('殡葬服务机构每年报送工作报告和财务审计报告。', 'Every institution hands in a work report and a financial audit report each year.'),
    check: ({ facility: { facts, reports }, day }) => {
      const year = Number(day.slice(0, 4)) - 1
      // The first year that the duty covers is the one in which the text came into force.
      if (year < Number(regulationFrom.slice(0, 4)) || Number(facts.foundedOn.slice(0, 4)) > year) return notApplicable
      const missing = ([['work', '工作报告', 'work report'], ['audit', '财务审计报告', 'audit report']] as const).filter(([kind]) => !reports.some((entry) => entry.year === year && entry.report === kind && entry.day <= day))
      return missing.length === 0 ? pass : missing.map(([, zh, en]) => asks('reports', `还没有收到 ${year} 年度${zh}`, `The ${en} of ${year} has not come in`))
    },
  }),
  rule({
    id: 'facility.inspection', severity: 'information', source: 'guides', title: text('年检和抽查', 'Inspection'), law: citations(funeralRegulation.cite(49), text('各地公墓年检规定', 'local rules on the annual inspection')), asks: text('检查结果应当公布；逐项评分的年检由各地规定。', 'The results of inspections are published; an inspection by points is local.'),
    check: ({ facility: { facts, inspections }, day }) => {
      const year = Number(day.slice(0, 4)) - 1
      if (Number(facts.foundedOn.slice(0, 4)) >= year) return notApplicable
      const last = inspections.filter((entry) => entry.day <= day).at(-1)
      if (last === undefined) return asks('inspections', '还没有年检记录', 'It has not been inspected yet')
      const state = inspectionState(last, day)
      return state === 'overdue' ? fail('inspections', `${last.year} 年度年检整改已过期限 ${last.deadline}`, `The time to mend after the inspection of ${last.year} ended on ${last.deadline}`) : state === 'fail' ? fail('inspections', `${last.year} 年度年检不合格`, `It failed the inspection of ${last.year}`) : pass
    },
  }),
]

const rulesOn = rulesByDay(facilityRules)

/** Asks a facility every rule in force on a civil day; throws `invalid` when the day does not exist. */
export const checkFacility = (facility: Facility, day: string): Check => runRules<FacilityRuleFacts>(rulesOn(civilDate(day, 'day')), { facility, day }, { typing: false, answers: [] })
