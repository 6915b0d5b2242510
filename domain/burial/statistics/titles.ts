import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { burialActionTitles } from '../fold.ts'

const others: Readonly<Record<string, Text>> = {
  'waiver.settled': text('减免结算', 'Waiver settled'), 'waiver.reversed': text('撤销减免', 'Waiver taken back'), 'reward.granted': text('发放奖补', 'Reward granted'), 'reward.reversed': text('撤销奖补', 'Reward taken back'),
  'plot.contracted': text('签订墓位协议', 'Plot contracted'), 'plot.renewed': text('墓位续期', 'Plot renewed'), 'plot.surrendered': text('墓位退还', 'Plot surrendered'), 'plot.interred': text('墓位安葬', 'Interment in a plot'), 'plot.removed': text('墓位起出', 'Removal from a plot'),
  'relocation.declared': text('迁坟申报', 'Grave declared'), 'relocation.ownerless': text('无主坟登记', 'Grave without an owner'), 'relocation.confirmed': text('迁坟确认', 'Grave confirmed'), 'relocation.exhumed': text('起掘', 'Exhumed'), 'relocation.compensated': text('迁坟补偿', 'Compensation paid'), 'relocation.reinterred': text('再安葬', 'Re-interred'), 'relocation.withdrawn': text('撤回迁坟申报', 'Declaration withdrawn'),
  'facility.registered': text('设施登记', 'Facility registered'), 'facility.closed': text('设施注销', 'Facility closed'), 'facility.pricesApproved': text('价格批复', 'Prices approved'), 'facility.reported': text('年度报告', 'Yearly report'), 'facility.inspected': text('年检', 'Inspected'), 'facility.reinspected': text('复查', 'Inspected again'),
  'qingming.counted': text('清明数据填报', 'Qingming figures'), 'qingming.corrected': text('清明数据更正', 'Qingming figures corrected'),
  'illegalGrave.found': text('发现私坟', 'Illegal grave found'), 'illegalGrave.ordered': text('责令改正', 'Ordered to correct'), 'illegalGrave.cleared': text('私坟治理', 'Illegal grave cleared'), 'illegalGrave.dropped': text('不予处理', 'Dropped'),
}

/** What a line of the counts comes from, by the kind of its act. */
export const countedTitle = (kind: string): Text => (burialActionTitles as Readonly<Record<string, Text>>)[kind] ?? others[kind] ?? text(kind, kind)
