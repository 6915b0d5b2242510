import { citations } from '../../../law.ts'
import { text } from '../../../text.ts'
import { cleanUpNotice, measuresFrom, placeNameMeasures, placeNameRegulation, regulationFrom } from '../../law.ts'
import type { NameFacts } from '../facts.ts'
import { findLeader } from '../leaders.ts'
import { findWords } from '../words.ts'
import type { NameRule } from './make.ts'
import { datedRule, nameRule, ofNewName } from './make.ts'
import { asks, fail, pass } from '../../../outcome.ts'

const specificOf = ({ parts, name }: NameFacts): string => parts?.specific ?? name
/** The name of a unit without its place and its form: 宜兴恒盛地产有限公司 → 恒盛. */
const forms = /(?:有限责任公司|股份有限公司|有限公司|股份公司|公司|集团|控股|房地产开发|房地产|地产|置业|开发|实业|发展|投资|建设|物业|管理|科技|（[^）]*）|\([^)]*\))/gu
const coreOf = (unit: string): string => unit.replace(forms, '').replace(/^.{2,8}?(?:省|市|区|县)/u, '')

const firmOf = (unit: string, specific: string): string | undefined => {
  if (!/公司|集团|厂|店|企业|合作社/u.test(unit)) return undefined
  const core = coreOf(unit)
  // Two characters of a name may be the town's; the firm's own name is what is left once place and form are gone.
  for (let length = Math.min(core.length, specific.length); length >= 2; length -= 1) {
    const tail = core.slice(-length)
    if (specific.includes(tail)) return tail
  }
  return undefined
}

export const wordRules: readonly NameRule[] = [
  nameRule({
    code: 'N06', group: 'words', id: 'place-names.leader', title: text('不以国家领导人的名字命名', 'No state leader’s name'), law: placeNameRegulation.cite(9, 4), asks: text('禁止以国家领导人的名字命名。', 'A state leader’s name may never be used.'),
    check: ofNewName((facts) => {
      const found = findLeader(specificOf(facts), facts.context.settings.leaders)
      return found?.is === 'name' ? fail('specific', `“${found.name}”是国家领导人的名字，不能用作地名`, `“${found.name}” is a state leader’s name and may not be used`) : pass
    }),
  }),
  ...datedRule({
    code: 'N07', group: 'words', id: 'place-names.person', severity: 'answer', title: text('一般不以人名作地名', 'No personal names'),
    asks: text('一般不以人名（含别名、化名和文艺作品中的人物名）作地名；所用的字与人没有特定联系的除外，要写明理由。', 'Personal names, aliases and characters of fiction are generally not used; where the characters have no specific link to the person, the reason is written down.'),
    check: ofNewName((facts) => {
      const leader = findLeader(specificOf(facts), facts.context.settings.leaders)
      if (leader?.is === 'within') return asks('specific', `含有与国家领导人名字相同的字“${leader.name}”，请说明与其没有特定联系`, `Holds the characters “${leader.name}”, also a state leader’s name: state that there is no link`)
      const found = findWords(facts.name, 'person', facts.context.settings.words)
      return found.length > 0 ? asks('specific', `含有人名：${found.join('、')}；有无特定联系，请写明`, `Holds a personal name: ${found.join(', ')}; say whether there is a specific link`) : pass
    }),
  }, [{ from: regulationFrom, law: placeNameRegulation.cite(9, 4) }, { from: measuresFrom, law: citations(placeNameRegulation.cite(9, 4), placeNameMeasures.cite(3)) }]),
  nameRule({
    code: 'N08', group: 'words', id: 'place-names.foreign', severity: 'answer', title: text('不以外国人名、地名作地名', 'No foreign names'), law: placeNameRegulation.cite(9, 5), asks: text('不以外国人名、地名作地名；看似外国名称而不是的，写明理由。', 'Foreign personal and place names are not used; where it only looks like one, the reason is written down.'),
    check: ofNewName(({ name, context }) => {
      const found = findWords(name, 'foreign', context.settings.words)
      return found.length > 0 ? asks('specific', `疑似外国人名、地名：${found.join('、')}`, `Looks like a foreign name: ${found.join(', ')}`) : pass
    }),
  }),
  ...datedRule({
    code: 'N09', group: 'words', id: 'place-names.enterprise', severity: 'answer', title: text('不以企业名称、商标名称作地名', 'No enterprise or trademark names'),
    asks: text('不以企业名称或者商标名称作地名；所用的字与企业、商标没有特定联系的除外，要写明理由。', 'Names of enterprises and trademarks are not used; where there is no specific link, the reason is written down.'),
    check: ofNewName((facts) => {
      const own = facts.context.applicants.map((unit) => firmOf(unit, specificOf(facts))).find((found) => found !== undefined)
      if (own !== undefined) return asks('specific', `“${own}”与申请单位的名称相同`, `“${own}” is the applicant’s own name`)
      const found = findWords(facts.name, 'enterprise', facts.context.settings.words)
      return found.length > 0 ? asks('specific', `疑似企业名称、商标名称：${found.join('、')}`, `Looks like an enterprise or brand: ${found.join(', ')}`) : pass
    }),
  }, [{ from: regulationFrom, law: placeNameRegulation.cite(9, 6) }, { from: measuresFrom, law: citations(placeNameRegulation.cite(9, 6), placeNameMeasures.cite(4)) }]),
  nameRule({
    code: 'N14', group: 'words', id: 'place-names.odd-words', severity: 'answer', title: text('大、怪用词', 'Exaggerated or odd words'), law: citations(placeNameRegulation.cite(9, 1), placeNameRegulation.cite(9, 2), cleanUpNotice),
    asks: text('含义明确、健康，与实体的地域、规模、性质相符，不刻意夸大，不怪异难懂。', 'The meaning is clear and healthy and fits the entity; no exaggeration, nothing odd.'),
    check: ofNewName(({ name, context }) => {
      const large = findWords(name, 'exaggerated', context.settings.words)
      const odd = findWords(name, 'odd', context.settings.words)
      return [
        ...(large.length > 0 ? [asks('specific', `疑似刻意夸大：${large.join('、')}`, `May be exaggerated: ${large.join(', ')}`)] : []),
        ...(odd.length > 0 ? [asks('specific', `疑似怪异难懂：${odd.join('、')}`, `May be odd: ${odd.join(', ')}`)] : []),
        ...(large.length + odd.length === 0 ? [pass] : []),
      ]
    }),
  }),
]
