import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { burialActionTitles } from './fold.ts'

/** Names of the acts on cemeteries, plots, relocated graves, facilities and grounds, as the desk shows them. */
export const groundTitles: Readonly<Record<string, Text>> = {
  'cemetery.registered': text('登记公墓', 'Register the cemetery'), 'cemetery.laidOut': text('建墓区', 'Lay out a section'),
  'plot.reserved': text('预留', 'Reserve'), 'plot.released': text('取消预留', 'Give up the reservation'), 'plot.contracted': text('签订使用协议', 'Make the agreement'), 'plot.interred': text('安葬（安放）', 'Inter'), 'plot.removed': text('迁出', 'Move out'), 'plot.renewed': text('续期', 'Renew'),
  'plot.surrendered': text('退还', 'Surrender'), 'plot.reopened': text('重新启用', 'Give out again'), 'plot.blocked': text('停用', 'Block'), 'plot.unblocked': text('解除停用', 'Unblock'), 'plot.printed': text('打印', 'Print'),
  'relocation.noticed': text('登记公告', 'Register the notice'), 'relocation.declared': text('申报', 'Declare'), 'relocation.ownerless': text('按无主坟处理', 'Treat as without an owner'), 'relocation.confirmed': text('确认', 'Confirm'), 'relocation.exhumed': text('起掘', 'Exhume'),
  'relocation.compensated': text('补偿', 'Compensate'), 'relocation.reinterred': text('再安葬', 'Re-inter'), 'relocation.withdrawn': text('撤回申报', 'Withdraw'),
  'facility.registered': text('登记设施', 'Register the facility'), 'facility.pricesApproved': text('登记价格批复', 'Enter a price approval'), 'facility.pricesEnded': text('终止价格批复', 'End a price approval'), 'facility.reported': text('收到年度报告', 'Take in a yearly report'), 'facility.inspected': text('年检', 'Inspect'), 'facility.reinspected': text('复查', 'Look again'), 'facility.closed': text('关闭', 'Close'),
  'qingming.counted': text('填报', 'Enter the figures'), 'qingming.corrected': text('更正', 'Correct'),
  'illegalGrave.found': text('登记', 'Register'), 'illegalGrave.ordered': text('责令改正', 'Order to correct'), 'illegalGrave.cleared': text('治理', 'Clear'), 'illegalGrave.dropped': text('不予处理', 'Drop'),
}

/** Names of every act of funeral affairs: cases, waivers, rewards, grounds, and the office's own beside its cases. */
export const burialTitles: Readonly<Record<string, Text>> = {
  ...burialActionTitles, ...groundTitles,
  'waiver.policyAdopted': text('减免政策生效', 'Put a waiver policy in force'), 'waiver.policyEnded': text('终止减免政策', 'End a waiver policy'), 'waiver.settled': text('结算减免', 'Settle a waiver'), 'waiver.reversed': text('撤销减免', 'Take a waiver back'),
  'reward.policyAdopted': text('奖补政策生效', 'Put a reward policy in force'), 'reward.granted': text('发放奖补', 'Grant a reward'), 'reward.reversed': text('撤销奖补', 'Take a reward back'),
  'burial.monthClosed': text('月结封账', 'Close a month'), 'burial.denominatorEntered': text('录入分母', 'Enter a denominator'), 'burial.gapExplained': text('说明缺号', 'Explain a gap'), 'burial.numberVoided': text('作废编号', 'Void a number'),
}
