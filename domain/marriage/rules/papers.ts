import { addMonths, isCivilDate } from '../../dates.ts'
import { validityOn } from '../../identity/index.ts'
import { apostilleNotice, citations, marriageNorms, marriageRegulation, marriageRegulation2003 } from '../../law.ts'
import type { Outcome } from '../../rule.ts'
import { text } from '../../text.ts'
import type { SuppliedPaper } from '../file.ts'
import { eachParty, hasPaper, partyLabel } from '../context.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import { paperTitle, paperTypes, requiredPapers } from '../papers-required.ts'
import type { PaperType } from '../papers-required.ts'
import { marriageRule, regulation2003From, regulation2003To, withPredecessor } from './make.ts'

const group = 'papers'
const law2003 = marriageRegulation2003.cite(5)

const nameOf = (paper: SuppliedPaper): { zh: string; en: string } => {
  const title = paperTitle(paper.type as PaperType)
  if (paper.party === 'both') return title
  const label = partyLabel(paper.party)
  return { zh: `${label.zh}的${title.zh}`, en: `${label.en}: ${title.en}` }
}

export const paperRules = [
  ...withPredecessor(
    marriageRule({
      group, id: 'marriage.papers', title: text('证件和证明材料齐全', 'Papers complete'), law: marriageRegulation.cite(8),
      asks: text('按身份类别应当提交的证件和证明材料都已提交；不得要求其他证明。', 'Every paper the regulation asks of this kind of person is there, and nothing beyond it is asked.'),
      check: (facts) => {
        const missing = requiredPapers(facts.file, facts.context.day).filter((paper) => !paper.supplied)
        if (missing.length === 0) return pass
        return missing.map((paper): Outcome => notYet(`papers.${paper.type}.${paper.party}`, `缺少${partyLabel(paper.party).zh}的${paper.title.zh}`, `${partyLabel(paper.party).en}: missing ${paper.title.en}`))
      },
    }),
    law2003,
  ),
  ...withPredecessor(
    marriageRule({
      group, id: 'marriage.papers-valid', title: text('材料在有效期内', 'Papers valid'), law: marriageRegulation.cite(8),
      asks: text('提交的材料日期真实，办理当日没有过期。', 'The papers supplied carry real dates and have not ended on the day of the act.'),
      check: (facts) => {
        const { day } = facts.context
        const found = facts.file.papers.flatMap((paper, index): Outcome[] => {
          const name = nameOf(paper)
          if (paper.issuedOn !== '' && !isCivilDate(paper.issuedOn)) return [fail(`papers.${index}.issuedOn`, `${name.zh}的出具日期 ${paper.issuedOn} 不存在`, `${name.en}: the day of issue ${paper.issuedOn} does not exist`)]
          if (paper.issuedOn > day) return [fail(`papers.${index}.issuedOn`, `${name.zh}的出具日期晚于办理当日`, `${name.en} was issued after the day of the act`)]
          if (paper.validTo !== '' && paper.validTo !== 'long' && !isCivilDate(paper.validTo)) return [fail(`papers.${index}.validTo`, `${name.zh}的有效期 ${paper.validTo} 不存在`, `${name.en}: the end of validity ${paper.validTo} does not exist`)]
          return validityOn('', paper.validTo, day) === 'expired' ? [fail(`papers.${index}.validTo`, `${name.zh}已于 ${paper.validTo} 到期`, `${name.en} ended on ${paper.validTo}`)] : []
        })
        return found.length === 0 ? pass : found
      },
    }),
    law2003,
  ),
  marriageRule({
    group, id: 'marriage.paper-types', title: text('材料类型', 'Types of papers'), law: marriageNorms, source: 'general',
    asks: text('每件材料的类型在材料表中，供审查处理表逐件列明。', 'Every paper is of a listed type, so that the review form can list it.'),
    check: (facts) => {
      const found = facts.file.papers.flatMap((paper, index): Outcome[] => (paperTypes.some((type) => type.code === paper.type) ? [] : [fail(`papers.${index}.type`, `不认识的材料类型：${paper.type}`, `No such type of paper: ${paper.type}`)]))
      return found.length === 0 ? pass : found
    },
  }),
  marriageRule({
    group, id: 'marriage.papers-legible', severity: 'answer', source: 'derived', title: text('材料清晰', 'Papers legible'), law: marriageNorms,
    asks: text('复印或者扫描的材料清晰可辨。', 'Copies and scans of the papers can be read.'),
    check: (facts) => {
      const found = facts.file.papers.flatMap((paper, index): Outcome[] => (paper.legible ? [] : [asks(`papers.${index}.legible`, `${nameOf(paper).zh}没有确认清晰可辨`, `${nameOf(paper).en} was not confirmed legible`)]))
      return found.length === 0 ? pass : found
    },
  }),
  marriageRule({
    group, id: 'marriage.no-spouse-age', source: 'guides', title: text('无配偶证明没有过期', 'No-spouse paper in date'), law: marriageNorms, from: regulation2003From,
    asks: text('无配偶声明或者证明没有写明有效期的，自出具之日起六个月内有效（本机关设置）。', 'A no-spouse declaration or certificate that states no term runs six months from its issue (office setting).'),
    check: (facts) =>
      eachParty(facts, (_party, index, label) => {
        const at = facts.file.papers.findLastIndex((paper) => paper.type === 'noSpouse' && (paper.party === index || paper.party === 'both'))
        const paper = facts.file.papers[at]
        if (paper === undefined || paper.validTo !== '') return notApplicable
        if (!isCivilDate(paper.issuedOn) || !isCivilDate(facts.context.day)) return notYet(`papers.${at}.issuedOn`, `${label.zh}的无配偶证明没有出具日期`, `${label.en}: the no-spouse paper has no day of issue`)
        const end = addMonths(paper.issuedOn, facts.context.settings.noSpouseMonths)
        return facts.context.day <= end ? pass : fail(`papers.${at}.issuedOn`, `${label.zh}的无配偶证明 ${paper.issuedOn} 出具，${end} 已过有效期`, `${label.en}: the no-spouse paper of ${paper.issuedOn} ended on ${end}`)
      }),
  }),
  marriageRule({
    group, id: 'marriage.no-spouse-wording', severity: 'information', source: 'guides', title: text('外国证明的措辞', 'Wording of foreign papers'), law: marriageNorms, from: regulation2003From,
    asks: text('只写“婚姻无障碍”“查无婚姻记录”的，本身不能证明无配偶，须看该国措辞是否已被认可。', 'Papers that say only “no impediment” or “no record found” do not by themselves prove that there is no spouse.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        if (party.kind !== 'foreigner' && party.kind !== 'overseas') return notApplicable
        return hasPaper(facts.file, 'noSpouse', index) ? asks(`papers.noSpouse.${index}`, `请核对${label.zh}的证明是否写明“无配偶”`, `${label.en}: see that the paper says there is no spouse`) : notApplicable
      }),
  }),
  marriageRule({
    group, id: 'marriage.hague-statement', from: '2023-11-07', title: text('附加证明书的配套材料', 'With an apostille'), law: citations(marriageRegulation.cite(8), apostilleNotice),
    asks: text('使用附加证明书的，还须有中文译本和当事人对外国公文书的书面声明。', 'An apostille comes with a Chinese translation and the party’s written statement answering for the foreign paper.'),
    check: (facts) =>
      eachParty(facts, (_party, index, label): Outcome => {
        if (!hasPaper(facts.file, 'apostille', index)) return notApplicable
        if (!hasPaper(facts.file, 'hagueStatement', index)) return notYet(`papers.hagueStatement.${index}`, `${label.zh}还没有对外国公文书签署书面声明`, `${label.en} has not signed the statement on the foreign paper yet`)
        return hasPaper(facts.file, 'translation', index) ? pass : notYet(`papers.translation.${index}`, `${label.zh}的外国公文书还没有中文译本`, `${label.en}: the foreign paper has no Chinese translation yet`)
      }),
  }),
  marriageRule({
    group, id: 'marriage.military', severity: 'answer', source: 'guides', title: text('现役军人', 'Serviceman'), law: marriageNorms, from: regulation2003From,
    asks: text('现役军人用居民身份证办理，军人证件号填入审查处理表备注。', 'A serviceman registers with the resident identity card; the military number stands in the remark of the review form.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        if (!party.military) return notApplicable
        if (party.identityType !== 'resident') return asks(`parties.${index}.identityType`, `${label.zh}是现役军人，结婚证上应为居民身份证号码`, `${label.en} is a serviceman; the certificate carries the resident number`)
        if (party.militaryNumber === '') return notYet(`parties.${index}.militaryNumber`, `${label.zh}是现役军人，还没有填写军人证件号`, `${label.en} is a serviceman; the military number is missing`)
        return facts.file.remarkForm.includes(party.militaryNumber) ? pass : asks('remarkForm', `${label.zh}的军人证件号 ${party.militaryNumber} 应写入审查处理表备注`, `${label.en}: the military number ${party.militaryNumber} belongs in the remark of the review form`)
      }),
  }),
  marriageRule({
    group, id: 'marriage.nothing-extra', severity: 'information', title: text('不收户口簿，不收费', 'No household book, no fee'), law: citations(marriageRegulation.cite(6), marriageRegulation.cite(8)),
    asks: text('2025年5月10日起办理结婚登记不需要户口簿，不收取任何费用。', 'Since 2025-05-10 no household book is asked for and nothing is charged.'),
    check: (facts) => {
      const at = facts.file.papers.findIndex((paper) => paper.type === 'householdBook' || paper.type === 'feeReceipt')
      if (at < 0) return pass
      return facts.file.papers[at]?.type === 'feeReceipt'
        ? asks(`papers.${at}`, '婚姻登记不收费，已收的应当退还', 'Marriage registration is free; what was charged is to be paid back')
        : asks(`papers.${at}`, '不需要户口簿，请退还当事人，不必归档', 'The household book is not needed; give it back and do not file it')
    },
  }),
  marriageRule({
    group, id: 'marriage.household-place.2003', severity: 'answer', from: regulation2003From, to: regulation2003To, title: text('常住户口所在地', 'Place of household registration'), law: marriageRegulation2003.cite(4),
    asks: text('内地居民在一方常住户口所在地办理（跨省通办试点除外；2025年5月10日起全国通办）。', 'Until 2025-05-09 mainland residents registered where one of them had the household registration, pilots apart.'),
    check: (facts) => {
      const { officeArea } = facts.context
      const areas = facts.file.parties.filter((party) => party.kind === 'mainland').map((party) => party.residence.area)
      if (officeArea === undefined || areas.length < 2) return notApplicable
      if (areas.includes(officeArea)) return pass
      return areas.includes('') ? notYet('parties.0.residence.area', '还没有户口所在地', 'The place of household registration is missing') : asks('parties.0.residence.area', '双方的常住户口都不在本机关辖区，请说明（如跨省通办试点）', 'Neither party has the household registration here; say why (such as the pilot)')
    },
  }),
]
