import { archiveClasses } from '../marriage/archive.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { ArchiveActionKind, FileClass, QueriedFile, RequesterKind } from './actions.ts'

/** Names of those who may ask. */
export const requesterKindTitles: Readonly<Record<RequesterKind, Text>> = {
  party: text('当事人本人', 'A party'),
  proxy: text('受委托人', 'Proxy of a party'),
  organ: text('人民法院、人民检察院、公安和国家安全机关', 'Court, procuratorate, police or state security'),
  lawyer: text('律师和其他诉讼代理人', 'Lawyer or agent in litigation'),
  other: text('其他单位、组织和个人', 'Another unit, organisation or person'),
}

/** The same in a list, in as few characters as tell them apart. */
export const requesterKindsInShort: Readonly<Record<RequesterKind, Text>> = {
  party: text('当事人本人', 'A party'), proxy: text('受委托人', 'Proxy'), organ: text('国家机关', 'State organ'), lawyer: text('律师、代理人', 'Counsel'), other: text('其他', 'Other'),
}

/** What stands in the field `proof` of each kind of requester; empty where it is not asked. */
export const proofTitles: Readonly<Record<RequesterKind, Text>> = {
  party: text('', ''), proxy: text('公证委托书编号', 'Number of the notarised mandate'), organ: text('工作证件号', 'Number of the work card'), lawyer: text('执业证号', 'Number of the practice licence'), other: text('工作证件号', 'Number of the work card'),
}

/** What stands in the field `letter` of each kind of requester; empty where it is not asked. */
export const letterTitles: Readonly<Record<RequesterKind, Text>> = {
  party: text('', ''), proxy: text('', ''), organ: text('单位介绍信编号', 'Number of the letter of introduction'), lawyer: text('受理案件的法院出具的证明编号', 'Number of the paper of the court that hears the case'), other: text('单位介绍信编号', 'Number of the letter of introduction'),
}

/** Names of the four natures of files (《婚姻登记档案管理办法》第九条). */
export const fileClassTitles: Readonly<Record<FileClass, Text>> = archiveClasses

/** Where a file looked at stands. */
export const queriedWindowTitles: Readonly<Record<QueriedFile['window'], Text>> = {
  marriage: text('结婚登记', 'Marriage'), divorce: text('离婚登记', 'Divorce'), reissue: text('补发婚姻登记证', 'Reissue'), paper: text('纸质档案', 'On paper only'),
}

/** Names of the acts as the desk shows them. */
export const archiveActionTitles: Readonly<Record<ArchiveActionKind, Text>> = {
  'archive.queried': text('查档', 'Query the archive'),
  'archive.proved': text('出具婚姻登记记录证明', 'Make out a proof of record'),
  'archive.printed': text('打印', 'Print'),
  'archive.boxed': text('装盒', 'Box'),
  'archive.transferred': text('移交档案馆', 'Hand to the state archive'),
}
