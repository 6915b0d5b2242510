import { addMonths, civilDate } from '../../dates.ts'
import { citations } from '../../law.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import type { Rule } from '../../rule.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { money } from '../../waiver/money.ts'
import type { Facility } from '../facilities/facility.ts'
import { funeralRegulation, funeralRegulation2012, regulation2012From, regulation2012To, regulationFrom } from '../law.ts'
import type { Holder, Section } from './actions.ts'
import type { Cemetery } from './cemetery.ts'
import type { PreNeedReason } from './codes.ts'
import { commercialKinds } from './codes.ts'
import type { PlotLimit } from './limits.ts'
import { breachesOn } from './limits.ts'
import { findPlotPrice, findUpkeepPrice } from './prices.ts'

/** The acts on plots at which rules are asked. */
export type PlotStage = 'founding' | 'layout' | 'contract' | 'interment' | 'renewal'

/** What the rules on plots look at; parts that an act does not have are left out. */
export interface PlotFacts {
  readonly day: string
  readonly cemetery: Cemetery
  readonly limits: readonly PlotLimit[]
  readonly section?: Section
  readonly holder?: Holder
  /** First day and last day of a cycle. */
  readonly cycle?: { readonly from: string; readonly to: string }
  readonly feeFen?: number
  readonly upkeepFen?: number
  /** The facility of the register that this cemetery is, with its price approvals. */
  readonly facility?: Pick<Facility, 'approvals'>
  /** Death certificate, cremation certificate or the like. */
  readonly proof?: string
  readonly preNeed?: { readonly reason: PreNeedReason; readonly proof: string } | null
}

export interface PlotRule extends Rule<PlotFacts> {
  readonly at: readonly PlotStage[]
}

type Draft = Omit<PlotRule, 'from' | 'severity' | 'source' | 'group'> & Partial<Pick<PlotRule, 'from' | 'to' | 'severity' | 'source'>>
const rule = (draft: Draft): PlotRule => ({ group: 'burial-plots', from: regulationFrom, severity: 'stop', source: 'confirmed', ...draft })

/** Months of one cycle of use at most (第三十六条). */
export const cycleMonths = 240

/** The last day that a cycle beginning on a civil day may have. */
export const longestCycle = (from: string): string => addMonths(civilDate(from, 'day'), cycleMonths)

/** Name of the group under which the rule book lists them. */
export const plotRuleGroups: Readonly<Record<string, Text>> = { 'burial-plots': text('墓位和格位', 'Plots and niches') }

/** Every rule on cemeteries, plots and niches. */
export const plotRules: readonly PlotRule[] = [
  rule({
    at: ['founding'], id: 'plot.commercial', severity: 'answer', title: text('不再新建经营性设施', 'No new commercial grounds'), law: funeralRegulation.cite(14),
    asks: text('新建殡葬设施由政府举办、不以营利为目的；不再新建经营性公墓、骨灰堂。', 'New facilities are run by government and not for profit.'),
    check: ({ cemetery: { facts } }) => (!commercialKinds.includes(facts.kind) ? notApplicable : facts.foundedOn === '' ? notYet('foundedOn', '请填写设立日期', 'Enter the day it was founded') : facts.foundedOn < regulationFrom ? pass : asks('kind', '2026年3月30日起不再新建经营性公墓、骨灰堂', 'No new commercial cemetery or columbarium from 2026-03-30')),
  }),
  rule({
    at: ['founding'], id: 'plot.filing', title: text('农村公益性墓地备案', 'Filing of a village ground'), law: funeralRegulation.cite(20),
    asks: text('农村公益性墓地报县级人民政府备案。', 'A village burial ground is filed with the county government.'),
    check: ({ cemetery: { facts } }) => (facts.kind !== 'villagePlots' ? notApplicable : facts.standing === 'none' || facts.document.trim() === '' ? notYet('document', '还没有备案文号', 'The number of the filing has not been entered yet') : pass),
  }),
  rule({
    at: ['layout'], id: 'plot.limit', from: '1998-01-01', source: 'guides', title: text('墓位面积和墓碑高度', 'Area and stele height'), law: citations(funeralRegulation.cite(34), text('民事发〔1998〕10号和地方规定', 'Notice No. 10 of 1998 and local rules')),
    asks: text('墓位占地面积、墓碑高度不超过当日执行的限额。', 'Area and stele keep to the limits of the day.'),
    check: ({ cemetery, section, limits, day }) => {
      if (section === undefined || section.what === 'niche') return notApplicable
      const over = breachesOn(limits, { ...section, area: cemetery.facts.area, kind: cemetery.facts.kind }, day)
      const written = (field: 'areaDm2' | 'steleCm', value: number): string => (field === 'areaDm2' ? `${value / 100}` : `${value}`)
      return over.length === 0 ? pass : over.map(({ limit, field, most, actual }) => (field === 'areaDm2' ? fail(field, `占地 ${written(field, actual)} 平方米，超过 ${written(field, most)} 平方米（${limit.document.zh}）`, `${written(field, actual)} m² is over ${written(field, most)} m² (${limit.document.en})`) : fail(field, `墓碑高 ${actual} 厘米，超过 ${most} 厘米（${limit.document.zh}）`, `A stele of ${actual} cm is over ${most} cm (${limit.document.en})`)))
    },
  }),
  rule({
    at: ['contract'], id: 'plot.proof', title: text('凭证提供墓位、格位', 'Given against a certificate'), law: funeralRegulation.cite(35),
    asks: text('墓位、格位凭死亡证明、火化证明等提供；为高龄老人、危重病人等预留的除外。', 'Given against death or cremation certificate, except for the very old, the critically ill and the like.'),
    check: ({ proof, preNeed }) => ((proof ?? '').trim() !== '' ? pass : preNeed === null || preNeed === undefined ? fail('preNeed.reason', '没有死亡证明、火化证明，也没有例外情形，不能提供寿穴', 'Neither certificate nor exception: no plot is given before need') : preNeed.proof.trim() === '' ? fail('preNeed.proof', '例外情形应有证明材料', 'The exception needs its proof') : pass),
  }),
  rule({
    at: ['contract', 'renewal'], id: 'plot.cycle', title: text('使用周期', 'Cycle of use'), law: funeralRegulation.cite(36), asks: text('墓位、格位一个使用周期不超过二十年。', 'One cycle of a plot or niche is twenty years at most.'),
    check: ({ cycle }) => (cycle === undefined ? notApplicable : cycle.to <= cycle.from ? fail('to', '终止日期应晚于开始日期', 'It ends before it begins') : cycle.to > longestCycle(cycle.from) ? fail('to', `一个使用周期不超过二十年，最迟到 ${longestCycle(cycle.from)}`, `One cycle is twenty years at most, to ${longestCycle(cycle.from)}`) : pass),
  }),
  rule({
    at: ['contract', 'renewal'], id: 'plot.cycle.2012', from: regulation2012From, to: regulation2012To, source: 'guides', title: text('使用周期', 'Cycle of use'), law: citations(funeralRegulation2012.cite(11), text('民事发〔1998〕10号', 'Notice No. 10 of 1998')), asks: text('墓位、格位以二十年为一个周期。', 'Plots and niches have a cycle of twenty years.'),
    check: ({ cycle }) => (cycle === undefined ? notApplicable : cycle.to <= cycle.from ? fail('to', '终止日期应晚于开始日期', 'It ends before it begins') : cycle.to > longestCycle(cycle.from) ? fail('to', `一个周期二十年，最迟到 ${longestCycle(cycle.from)}`, `A cycle is twenty years, to ${longestCycle(cycle.from)}`) : pass),
  }),
  rule({
    at: ['contract'], id: 'plot.village', severity: 'answer', title: text('农村公益性墓地的使用', 'Use of a village ground'), law: funeralRegulation.cite(20),
    asks: text('原则上不向村民收取墓位费，不向村民以外的人提供。', 'In principle villagers pay no plot fee, and others get none.'),
    check: ({ cemetery, holder, feeFen }) => {
      if (cemetery.facts.kind !== 'villagePlots') return notApplicable
      const said = [
        ...(holder === undefined || holder.villager === '' ? [notYet('holder.villager', '还没有查明是否本村村民', 'Whether this is a villager has not been found out yet')] : holder.villager === 'no' ? [asks('holder.villager', '不是本村村民', 'Not a villager')] : []),
        ...((feeFen ?? 0) > 0 ? [asks('feeFen', '农村公益性墓地原则上不收墓位费', 'In principle a village ground takes no plot fee')] : []),
      ]
      return said.length === 0 ? pass : said
    },
  }),
  rule({
    at: ['contract', 'renewal'], id: 'plot.price', severity: 'answer', title: text('价格批复', 'Price approval'), law: citations(funeralRegulation.cite(33), funeralRegulation.cite(50)),
    asks: text('墓位（格位）使用费、维护管理费不高于价格批复。', 'Use fee and upkeep fee are not above what was approved.'),
    check: ({ facility, section, cycle, feeFen = 0, upkeepFen = 0, day }) => {
      if (facility === undefined || section === undefined || feeFen + upkeepFen === 0) return notApplicable
      const over = ([
        ['feeFen', feeFen, findPlotPrice(facility, section, day), '使用费', 'The use fee'],
        ['upkeepFen', upkeepFen, cycle === undefined ? undefined : findUpkeepPrice(facility, section, cycle, day), '维护管理费', 'The upkeep fee'],
      ] as const).flatMap(([field, fen, approved, zh, en]) => {
        if (fen === 0) return []
        if (approved === undefined) return [asks(field, `没有${zh}的价格批复`, `${en} has no price approval`)]
        return fen <= approved.mostFen ? [] : [asks(field, `${zh} ${money(fen).zh}，高于批复 ${money(approved.mostFen).zh}（${approved.document}）`, `${en} of ${money(fen).en} is above the approved ${money(approved.mostFen).en} (${approved.document})`)]
      })
      return over.length === 0 ? pass : over
    },
  }),
  rule({
    at: ['interment'], id: 'plot.interment-proof', from: regulation2012From, source: 'derived', title: text('凭证安葬', 'Interred against a certificate'), law: citations(funeralRegulation.cite(35), funeralRegulation.cite(56)),
    asks: text('安葬时登记死亡证明或者火化证明。', 'At the interment the death or cremation certificate is entered.'),
    check: ({ proof }) => ((proof ?? '').trim() === '' ? notYet('proof', '还没有死亡证明或者火化证明', 'There is no death or cremation certificate yet') : pass),
  }),
]
