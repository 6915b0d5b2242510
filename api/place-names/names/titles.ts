import type { WindowRole } from '../../../domain/place-names/approval.ts'
import { findCode } from '../../../domain/codes/types.ts'
import { nameStandings } from '../../../domain/place-names/gazetteer/actions.ts'
import type { NameScope } from '../../../domain/place-names/kinds.ts'
import type { NameRelation, Neighbour } from '../../../domain/place-names/names/index.ts'
import type { ReadingSource } from '../../../domain/place-names/romanise/index.ts'
import { text, type Text } from '../../../domain/text.ts'

/** Where the reading of a character came from. */
export const sourceTitles: Readonly<Record<ReadingSource, Text>> = {
  clerk: text('经办人选定', 'Chosen by the clerk'), office: text('本机关读音表', 'Readings of the office'), places: text('地名读音表', 'Place readings'), generic: text('通名读音', 'Reading of the generic'), surname: text('姓氏读音', 'Reading as a surname'), library: text('拼音库', 'Pinyin library'), unknown: text('没有读音', 'No reading known'),
}

/** Scopes in which a name may not be repeated (《地名管理条例》第九条). */
export const scopeTitles: Readonly<Record<NameScope, Text>> = {
  country: text('全国范围', 'The whole country'), province: text('同一省级行政区', 'The same province'), county: text('同一县级行政区', 'The same county'), builtUpArea: text('同一建成区', 'The same built-up area'), none: text('没有规定重名范围', 'No scope is set'),
}

/** How two names stand to each other. */
export const relationTitles: Readonly<Record<Exclude<NameRelation, 'none'>, Text>> = {
  same: text('重名', 'The same name'), series: text('同系列', 'Of one series'), homophone: text('同音', 'The same sound'), near: text('近音（声调不同）', 'Near sound: other tones'), loose: text('近音（易混）', 'Near sound: easily confused'), look: text('近形', 'Looks alike'),
}

/** The standing of a name that was found. */
export const statusTitle = (status: Neighbour['status']): Text => {
  if (status === 'proposed') return text('正在申请', 'Applied for')
  const found = findCode(nameStandings, status)
  return text(found?.zh ?? status, found?.en ?? status)
}

/** What this office does with a name of a class. */
export const roleTitles: Readonly<Record<WindowRole, Text>> = {
  approve: text('本级批准', 'Decided at this level'), examine: text('受理、审核后报批', 'Examined here and forwarded'), opinion: text('批准机关来函征求意见', 'The deciding body asks for an opinion'), record: text('只作记录', 'Recorded only'),
}
