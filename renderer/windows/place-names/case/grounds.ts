/** Grounds in law on which a name is refused or an application not accepted; the clerk adds the facts. */
import { citations } from '../../../../domain/law.ts'
import { licensingLaw, placeNameMeasures, placeNameRegulation } from '../../../../domain/place-names/law.ts'
import type { Text } from '../../../../domain/text.ts'
import { text } from '../../../../domain/text.ts'

interface Ground {
  readonly id: string
  readonly rule: string
  readonly of: 'acceptance' | 'name'
  readonly title: Text
  readonly law: Text
}
const ninth = placeNameRegulation.cite(9)
export const grounds: readonly Ground[] = [
  { id: 'notOurs', rule: 'place-names.approver', of: 'acceptance', title: text('依法不属于本机关办理', 'Not for this office by law'), law: citations(licensingLaw.cite(32), placeNameRegulation.cite(12)) },
  { id: 'notNeeded', rule: 'place-names.kind', of: 'acceptance', title: text('依法不需要命名、更名审批', 'No approval is needed by law'), law: citations(licensingLaw.cite(32), placeNameRegulation.cite(3)) },
  { id: 'notSupplemented', rule: 'place-names.application', of: 'acceptance', title: text('材料不齐，逾期没有补正', 'Not supplemented in time'), law: citations(licensingLaw.cite(32), placeNameRegulation.cite(11)) },
  { id: 'duplicate', rule: 'place-names.duplicate', of: 'name', title: text('与范围内的地名重名', 'Repeats a name in its scope'), law: ninth },
  { id: 'homophone', rule: 'place-names.homophone', of: 'name', title: text('与范围内的地名同音', 'Sounds the same as a name in its scope'), law: ninth },
  { id: 'leader', rule: 'place-names.leader', of: 'name', title: text('以国家领导人的名字作地名', 'Bears the name of a State leader'), law: ninth },
  { id: 'person', rule: 'place-names.person', of: 'name', title: text('以人名作地名', 'Bears a person’s name'), law: citations(ninth, placeNameMeasures.cite(3)) },
  { id: 'foreign', rule: 'place-names.foreign', of: 'name', title: text('以外国人名、地名作地名', 'Bears a foreign name'), law: ninth },
  { id: 'enterprise', rule: 'place-names.enterprise', of: 'name', title: text('以企业名称、商标名称作地名', 'Bears the name of an enterprise or a trade mark'), law: citations(ninth, placeNameMeasures.cite(4)) },
  { id: 'characters', rule: 'place-names.characters', of: 'name', title: text('用字不符合国家通用语言文字规范', 'Its characters are not standard'), law: ninth },
  { id: 'fits', rule: 'place-names.generic', of: 'name', title: text('名称与实体的地域、规模、性质不符', 'Does not fit the entity'), law: ninth },
  { id: 'meaning', rule: 'place-names.odd-words', of: 'name', title: text('含义不明确、不健康或者违背公序良俗', 'Meaning unclear, unhealthy or against public morals'), law: ninth },
  { id: 'renaming', rule: 'place-names.rename-ground', of: 'name', title: text('不具备更名情形', 'No ground for a renaming'), law: placeNameRegulation.cite(10) },
  { id: 'protected', rule: 'place-names.rename-protected', of: 'name', title: text('有重要历史文化价值的地名不得随意更名', 'A name of historic value is not changed'), law: citations(placeNameRegulation.cite(10), placeNameRegulation.cite(25)) },
  { id: 'reports', rule: 'place-names.reports', of: 'name', title: text('评估、论证、征求意见不支持', 'Assessment, experts or consultation speak against it'), law: citations(placeNameRegulation.cite(11), placeNameMeasures.cite(5)) },
]

/** The grounds to choose from. */
export const refusalOptions = (of: Ground['of'], say: (text: Text) => string): readonly (readonly [string, string])[] => grounds.filter((ground) => ground.of === of).map(({ id, title }) => [id, say(title)] as const)
/** A ground as it is recorded and printed, with the facts; papers are Chinese. */
export const groundOf = (id: string, facts: string): { rule: string; law: string; reason: string } => {
  const ground = grounds.find((one) => one.id === id)
  return { rule: ground?.rule ?? '', law: ground?.law.zh ?? '', reason: `${ground?.title.zh ?? ''}：${facts}`.slice(0, 400) }
}
