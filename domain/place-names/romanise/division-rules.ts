import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { localRule, placeNameMeasures, spellingRules } from '../law.ts'

/** One rule by which a name is divided or spelled, as it is shown beside the spelling. */
export interface SpellingRule {
  readonly id: SpellingRuleId
  readonly title: Text
  readonly law: Text
}

export const spellingRuleIds = ['R1', 'R2', 'R2-apart', 'R3', 'R4', 'R6', 'R7', 'R7-spelt', 'R8', 'R11', 'R12', 'R14', 'ethnic', 'clerk', 'manual'] as const
export type SpellingRuleId = (typeof spellingRuleIds)[number]

const rule = (id: SpellingRuleId, zh: string, en: string, law: Text): SpellingRule => ({ id, title: text(zh, en), law })

export const spellingRuleList: readonly SpellingRule[] = [
  rule('R1', '专名与通名分写', 'Specific and generic part are written apart', spellingRules.cite(1)),
  rule('R2', '单音节的修饰、限定成分与其相关部分连写', 'A modifier of one syllable joins the word it belongs to', spellingRules.cite(2)),
  rule('R2-apart', '双音节和多音节的修饰、限定成分与其相关部分分写', 'A modifier of two or more syllables stands apart', spellingRules.cite(2)),
  rule('R3', '自然村镇名称不区分专名和通名，各音节连写', 'The name of a natural village or small town is one word', spellingRules.cite(3)),
  rule('R4', '通名已专名化的，按专名处理', 'A generic that has become part of the specific part is treated as such', spellingRules.cite(4)),
  rule('R6', '地名中的数词一般用拼音书写', 'Numerals within a name are spelt out', spellingRules.cite(6)),
  rule('R7', '代码和街巷名称中的序数词用阿拉伯数字书写', 'Codes and the ordinals of streets are Arabic digits', spellingRules.cite(7)),
  rule('R7-spelt', '本机关设置：街巷名称中的序数词用拼音书写', 'Setting of the office: ordinals of streets are spelt out', localRule),
  rule('R8', '按普通话语音拼写，多音字和方言字按审定的读音', 'Spelled by Putonghua; polyphones and dialect characters by the reading that was fixed', spellingRules.cite(8)),
  rule('R11', '以 a、o、e 开头的非第一音节前用隔音符号', 'An apostrophe stands before a syllable in a, o or e inside a word', spellingRules.cite(11)),
  rule('R12', '有“儿”字的儿化音用“r”表示', 'A written 儿 of er-colouring is r', spellingRules.cite(12)),
  rule('R14', '不能区分专名、通名的，各音节连写', 'A name that cannot be split is one word', spellingRules.cite(14)),
  rule('ethnic', '少数民族语地名、民族名称按其拼写，各自分写', 'Names from minority languages and of ethnic groups keep their own spelling, each apart', placeNameMeasures.cite(10)),
  rule('clerk', '经办人确定的分写', 'Division chosen by the clerk', placeNameMeasures.cite(11)),
  rule('manual', '经办人填写的拼写，附理由', 'Spelling entered by the clerk, with a reason', placeNameMeasures.cite(11)),
]

/** The rule of that id. */
export const getSpellingRule = (id: SpellingRuleId): SpellingRule => spellingRuleList.find((entry) => entry.id === id) as SpellingRule

