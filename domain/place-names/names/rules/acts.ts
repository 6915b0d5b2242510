import { citations } from '../../../law.ts'
import { text } from '../../../text.ts'
import { measuresFrom, placeNameMeasures, placeNameRegulation, regulationFrom } from '../../law.ts'
import type { NameRule } from './make.ts'
import { datedRule, nameRule, notApplicable, ofNewName } from './make.ts'
import { asks, fail, notYet, pass } from '../../../outcome.ts'

export const actRules: readonly NameRule[] = [
  ...datedRule({
    code: 'N16', group: 'act', id: 'place-names.plan', title: text('符合地名方案', 'Fits the name plan'), asks: text('名称符合批准的地名方案；不一致的说明理由。', 'The name follows the approved name plan, or the departure is explained.'),
    check: ofNewName(({ item }) => {
      if (item.plan === '') return notYet('plan', '还没有核对地名方案', 'The name plan has not been looked at yet')
      if (item.plan === 'noPlan') return notApplicable('该区域没有批准的地名方案', 'No plan is approved for the area')
      return item.plan === 'planned' || item.planReason.trim() !== '' ? pass : fail('planReason', '与地名方案不一致，没有说明理由', 'It departs from the name plan without a reason')
    }),
  }, [{ from: regulationFrom, law: placeNameRegulation.cite(8) }, { from: measuresFrom, law: citations(placeNameRegulation.cite(8), placeNameMeasures.cite(2)) }]),
  nameRule({
    code: 'N17', group: 'act', id: 'place-names.local-name', severity: 'answer', title: text('与当地地名统一', 'Agrees with the local name'), law: placeNameRegulation.cite(9, 10), asks: text('交通、水利等设施名称一般与当地地名统一。', 'The name of a facility generally agrees with the local place name.'),
    check: ofNewName(({ item, parts, context }) => {
      if (item.kind !== 'FACILITY') return notApplicable('不是设施名称', 'Not the name of a facility')
      if (context.localNames === undefined) return { kind: 'unexamined' }
      const specific = parts?.specific ?? ''
      return context.localNames.some((local) => specific.includes(local)) ? pass : asks('specific', `专名与当地地名不一致${context.localNames.length > 0 ? `（${context.localNames.slice(0, 5).join('、')}）` : ''}`, `The specific part is no local name${context.localNames.length > 0 ? ` (${context.localNames.slice(0, 5).join(', ')})` : ''}`)
    }),
  }),
  nameRule({
    code: 'N18', group: 'act', id: 'place-names.rename-ground', title: text('更名理由', 'Ground of the renaming'), law: placeNameRegulation.cite(10), asks: text('因行政区划变更、城乡建设、自然变化等原因，名称不再符合实际的，方可更名。', 'A name is changed when divisions, construction or nature have changed so that it no longer fits.'),
    check: ({ item }) => {
      if (item.act !== 'renaming') return notApplicable('不是更名', 'No renaming')
      if (item.renameGround === '') return notYet('renameGround', '还没有选择更名理由', 'The ground of the renaming has not been chosen yet')
      return item.renameReason.trim() === '' ? notYet('renameReason', '还没有写明更名的具体情况', 'The circumstances of the renaming have not been written down yet') : pass
    },
  }),
  nameRule({
    code: 'N18', group: 'act', id: 'place-names.rename-protected', title: text('受保护的地名', 'Protected names'), law: citations(placeNameRegulation.cite(10), placeNameRegulation.cite(25)), asks: text('具有重要历史文化价值的地名一般不得更名；列入保护名录确需更改的，事先制定相应的保护措施。', 'A name of important historic value is generally kept; a listed name may be changed only after protective measures were settled.'),
    check: ({ item, context }) => {
      if (item.act !== 'renaming' && item.act !== 'removal') return notApplicable('不是更名或者销名', 'No renaming or removal')
      if (context.present === undefined) return { kind: 'unexamined' }
      if (!context.present.protected && !context.present.historicValue) return pass
      return item.protectionMeasures.trim() !== '' ? pass : fail('protectionMeasures', `“${context.present.name}”${context.present.protected ? '已列入地名保护名录' : '具有重要历史文化价值'}，没有保护措施不得更改`, `“${context.present.name}” is ${context.present.protected ? 'on the protection list' : 'of important historic value'} and may not be changed without protective measures`)
    },
  }),
]
