import { checkText, codePoints, findStandardLevel } from '../../../characters/index.ts'
import { citations } from '../../../law.ts'
import { text } from '../../../text.ts'
import { getPlaceKind } from '../../kinds.ts'
import { languageFrom, languageLaw, localRule, measuresFrom, placeNameMeasures, placeNameRegulation, regulationFrom } from '../../law.ts'
import type { EntitySize, GenericThreshold } from '../facts.ts'
import { splitName } from '../split.ts'
import type { NameRule } from './make.ts'
import { datedRule, nameRule, noName, notApplicable, ofName, ofNewName } from './make.ts'
import { asks, fail, notYet, pass } from '../../../outcome.ts'

const sizes: readonly (readonly [keyof EntitySize, string, string, string])[] = [
  ['widthMetres', '宽', 'width', '米'], ['lengthMetres', '长', 'length', '米'], ['siteSquareMetres', '用地面积', 'site', '平方米'], ['floorSquareMetres', '建筑面积', 'floor area', '平方米'], ['storeys', '层数', 'storeys', '层'], ['greenPercent', '绿地率', 'green', '%'],
]

/** How a size falls short of what a generic asks: nothing, what it lacks, or which measure was not entered. */
const shortOf = (threshold: GenericThreshold, size: EntitySize): { readonly missing?: string; readonly zh?: string; readonly en?: string } => {
  const asked = sizes.filter(([key]) => threshold.least[key] !== undefined)
  const below = asked.filter(([key]) => size[key] !== undefined && size[key] < (threshold.least[key] ?? 0))
  const unknown = asked.find(([key]) => size[key] === undefined)
  const met = threshold.logic === 'all' ? below.length === 0 && unknown === undefined : asked.some(([key]) => size[key] !== undefined && size[key] >= (threshold.least[key] ?? 0))
  if (met) return {}
  if (unknown !== undefined && (threshold.logic === 'any' || below.length === 0)) return { missing: unknown[0] }
  return { zh: below.map(([key, zh, , unit]) => `${zh} ${size[key]}${unit}，应不小于 ${threshold.least[key]}${unit}`).join('；'), en: below.map(([key, , en]) => `${en} ${size[key]}, at least ${threshold.least[key]}`).join('; ') }
}

const stacked = new Set(['广场', '花园', '苑', '家园', '公寓', '大厦', '城', '小区', '新村', '山庄', '别墅', '公园', '中心'])
const forbidden = (name: string, codes: boolean): readonly string[] => [...new Set(codePoints(name).filter((character) => character !== '〇' && !/\p{Script=Han}/u.test(character) && !(codes && /\d/u.test(character))))]
const label = text('地名', 'The name')
const radicals = /[⺀-⻳⼀-⿕]/u

export const formRules: readonly NameRule[] = [
  nameRule({
    code: 'N01', group: 'form', id: 'place-names.kind', title: text('地名类别', 'Kind of entity'), law: placeNameRegulation.cite(3), asks: text('选定条例第三条的一类地理实体。', 'One of the eight kinds of article 3 is chosen.'),
    check: ({ item }) => (item.kind === '' ? notYet('kind', '还没有选择地名类别', 'The kind has not been chosen yet') : pass),
  }),
  ...datedRule({
    code: 'N01', group: 'form', id: 'place-names.orientation', title: text('具有重要地理方位意义', 'Matters for orientation'),
    asks: text('住宅区、楼宇，设施和其他地理实体，在一定区域内同类中具有突出的方位标识作用，且名称可供社会公众使用的，才按地名管理。', 'Estates, facilities and other entities are governed only when they stand out for orientation and the public may use the name.'),
    check: ({ item }) => {
      if (item.kind === '') return notYet('kind', '还没有选择地名类别', 'The kind has not been chosen yet')
      if (!getPlaceKind(item.kind).orientation) return notApplicable('这一类不以此为条件', 'This kind does not depend on it')
      if (item.standsOut === '' || item.publicUse === '') return notYet(item.standsOut === '' ? 'standsOut' : 'publicUse', '还没有回答是否具有重要地理方位意义', 'Whether it matters for orientation has not been answered yet')
      return item.standsOut === 'yes' && item.publicUse === 'yes' ? pass : fail(item.standsOut === 'no' ? 'standsOut' : 'publicUse', '不具有重要地理方位意义，不属于条例管理的地名', 'It does not matter for orientation and is no place name under the regulation')
    },
  }, [{ from: regulationFrom, law: placeNameRegulation.cite(3) }, { from: measuresFrom, law: citations(placeNameRegulation.cite(3), placeNameMeasures.cite(25)) }]),
  nameRule({
    code: 'N02', group: 'form', id: 'place-names.parts', title: text('专名和通名', 'Specific and generic part'), law: placeNameRegulation.cite(9), asks: text('地名由专名和通名两部分组成，合起来是全名。', 'A name is a specific and a generic part, which together are the whole name.'),
    check: ofName(({ parts }) => {
      if (parts === undefined) return fail('cut', '专名和通名合起来不是所填的地名', 'Specific and generic part do not make up the name')
      if (parts.specific === '') return fail('specific', '没有专名', 'The specific part is missing')
      return parts.generic === '' ? fail('generic', '没有通名，地名由专名和通名组成', 'The generic part is missing') : pass
    }),
  }),
  nameRule({
    code: 'N03', group: 'form', id: 'place-names.generic', severity: 'answer', title: text('通名与类别、规模相符', 'Generic fits kind and size'), law: citations(placeNameRegulation.cite(9, 2), localRule),
    asks: text('通名适用于所选类别，道路、建筑的规模达到本地对该通名的要求。', 'The generic belongs to the kind, and the size reaches what the office asks for it.'),
    check: ofName(({ item, parts, context }) => {
      if (parts === undefined || parts.generic === '') return notYet('generic', '还没有通名', 'There is no generic part yet')
      if (item.kind === '') return notYet('kind', '还没有选择地名类别', 'The kind has not been chosen yet')
      if (!parts.kinds.includes(item.kind)) return asks('generic', `“${parts.generic}”不是${getPlaceKind(item.kind).title.zh}的通名`, `“${parts.generic}” is no generic of this kind: ${getPlaceKind(item.kind).title.en}`)
      if (parts.by === 'ordinal' && parts.stem === '') return asks('specific', '不宜单独以序数词作专名', 'A bare ordinal is no specific part')
      const inside = splitName(parts.specific, item.kind)
      const double = stacked.has(parts.generic) && (stacked.has(parts.specific) ? parts.specific : stacked.has(inside.generic) ? inside.generic : undefined)
      if (double !== undefined && double !== false) return asks('generic', `通名重叠使用：${double}${parts.generic}`, `Two generics in a row: ${double}${parts.generic}`)
      const threshold = context.settings.thresholds.find((entry) => entry.generic === parts.generic && entry.kind === item.kind)
      if (threshold === undefined) return pass
      const short = shortOf(threshold, item.size)
      if (short.missing !== undefined) return notYet(`size.${short.missing}`, `用“${parts.generic}”作通名要填写规模`, `The size has to be entered for “${parts.generic}”`)
      return short.zh === undefined ? pass : asks('generic', `规模不够用“${parts.generic}”：${short.zh}`, `Too small for “${parts.generic}”: ${short.en ?? ''}`)
    }),
  }),
  ...datedRule({
    code: 'N04', group: 'form', id: 'place-names.characters', title: text('使用国家通用语言文字', 'Standard Chinese characters'), asks: text('地名用规范汉字书写，不用字母、数字、标点和自造字；代码地名可以有数字。', 'A name is written in standard characters, without letters, digits, punctuation or home-made characters; codes may have digits.'),
    check: ofName(({ name, item }) => {
      const [broken] = checkText(name, label)
      if (broken !== undefined) return { kind: 'fail', field: 'name', message: broken.message }
      const wrong = forbidden(name, item.kind === 'NATURAL')
      if (wrong.length > 0) return fail('name', `地名中不能有：${wrong.join(' ')}`, `A name may not hold: ${wrong.join(' ')}`)
      return radicals.test(name) ? fail('name', '地名中有部首字符，不是汉字', 'The name holds a radical in place of a character') : pass
    }),
  }, [{ from: regulationFrom, law: placeNameRegulation.cite(9, 3) }, { from: languageFrom, law: citations(placeNameRegulation.cite(9, 3), languageLaw.cite(20)) }]),
  nameRule({
    code: 'N05', group: 'form', id: 'place-names.rare', severity: 'answer', title: text('避免使用生僻字', 'No rare characters'), law: placeNameRegulation.cite(9, 3), asks: text('避免使用生僻字；表外字、三级字要写明理由，老地名用字可以保留。', 'Rare characters are avoided; those of level 3 or outside the list need a reason, old names may keep theirs.'),
    check: ofNewName(({ name }) => {
      const han = codePoints(name).filter((character) => /\p{Script=Han}/u.test(character) && character !== '〇')
      const outside = han.filter((character) => findStandardLevel(character) === undefined)
      if (outside.length > 0) return asks('name', `不在《通用规范汉字表》内：${[...new Set(outside)].join(' ')}`, `Not among the 8,105 standard characters: ${[...new Set(outside)].join(' ')}`)
      const rare = han.filter((character) => findStandardLevel(character) === 3)
      return rare.length > 0 ? asks('name', `生僻字（三级字）：${[...new Set(rare)].join(' ')}`, `Rare, of level 3: ${[...new Set(rare)].join(' ')}`) : pass
    }),
  }),
  nameRule({
    code: 'N15', group: 'form', id: 'place-names.length', title: text('专名字数', 'Length of the specific part'), law: localRule, source: 'general', asks: text('专名不超过本地规定的字数；国家没有限制。', 'The specific part is no longer than the office allows; the State sets no limit.'),
    check: ofNewName(({ parts, context, name }) => {
      const most = context.settings.maxSpecificLength
      if ([...name].length > 50) return fail('name', '地名最多 50 个字', 'A name has at most 50 characters')
      if (most === undefined) return notApplicable('本地没有字数限制', 'The office sets no limit')
      if (parts === undefined) return noName
      const count = [...parts.specific].length
      return count > most ? fail('specific', `专名有 ${count} 个字，本地规定不超过 ${most} 个`, `The specific part has ${count} characters; the office allows ${most}`) : pass
    }),
  }),
]
