import { validateName } from '../../characters/index.ts'
import { countries, educations, ethnicities, findCode, findCountry, identityTypesOf, occupations } from '../../codes/index.ts'
import { isCivilDate } from '../../dates.ts'
import { residentCardEnds, temporaryCardEnds, validityOn } from '../../identity/index.ts'
import { citations, civilCode, identityCardLaw, marriageNorms, marriageRegulation, marriageRegulation2003 } from '../../law.ts'
import type { Outcome } from '../../rule.ts'
import { text } from '../../text.ts'
import { eachParty } from '../context.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import { civilCodeFrom, marriageRule, regulationFrom, withPredecessor } from './make.ts'

const group = 'identity'
const own = { group } as const

const rules = [
  marriageRule({
    ...own, from: civilCodeFrom, id: 'marriage.name', title: text('姓名', 'Name'), law: citations(civilCode.cite(1012), marriageNorms), source: 'derived',
    asks: text('姓名与证件一致，每个字都能显示和打印；外国人按护照用大写拉丁字母。', 'The name is as on the paper and every character can be shown and printed; foreigners follow the passport in capitals.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const field = `parties.${index}.name`
        if (party.name === '') return notYet(field, `${label.zh}还没有填写姓名`, `${label.en} has no name yet`)
        const problem = validateName(party.name).find((entry) => entry.severity === 'stop')
        return problem === undefined ? pass : { kind: 'fail', field, message: problem.message }
      }),
  }),
  marriageRule({
    ...own, from: '2013-06-05', id: 'marriage.rare-characters', severity: 'information', source: 'derived', title: text('生僻字', 'Rare characters'), law: text('《通用规范汉字表》', 'Table of General Standard Chinese Characters'),
    asks: text('姓名中不在 8105 字表内的字，请逐字核对证件。', 'Characters outside the 8,105 standard ones are compared with the paper one by one.'),
    check: (facts) =>
      eachParty(facts, (party, index) => {
        const problem = party.name === '' ? undefined : validateName(party.name).find((entry) => entry.severity === 'notice')
        return problem === undefined ? pass : { kind: 'asks', field: `parties.${index}.name`, message: problem.message }
      }),
  }),
  marriageRule({
    ...own, id: 'marriage.identity-type', title: text('证件类型', 'Type of identity paper'), law: marriageRegulation.cite(8),
    asks: text('证件类型与身份类别相符。', 'The identity paper is one that this kind of person may show.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => ((identityTypesOf[party.kind] ?? []).includes(party.identityType) ? pass : fail(`parties.${index}.identityType`, `${label.zh}的身份类别不能使用这种证件`, `${label.en}: this kind of person cannot show this paper`))),
  }),
  marriageRule({
    ...own, id: 'marriage.identity-number', title: text('证件号码', 'Identity number'), law: citations(identityCardLaw.cite(3), marriageRegulation.cite(8)),
    asks: text('证件号码的位数、日期和校验码正确。', 'The identity number has the right length, a real date and the right check digit.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const field = `parties.${index}.identityNumber`
        if (party.identityNumber === '') return notYet(field, `${label.zh}还没有填写证件号码`, `${label.en} has no identity number yet`)
        const problem = facts.readings[index].problems.find((entry) => entry.severity === 'stop')
        return problem === undefined ? pass : { kind: 'fail', field, message: problem.message }
      }),
  }),
  marriageRule({
    ...own, from: '2004-01-01', id: 'marriage.identity-area', severity: 'information', title: text('号码中的区划代码', 'Area code in the number'), law: text('GB 11643、GB/T 2260', 'GB 11643, GB/T 2260'),
    asks: text('号码前六位不在代码表中的，请核对证件；撤销的代码终身有效。', 'Where no table knows the first six digits, compare the card; abolished codes stay valid for life.'),
    check: (facts) =>
      eachParty(facts, (_party, index) => {
        const problem = facts.readings[index].problems.find((entry) => entry.severity === 'notice')
        return problem === undefined ? pass : { kind: 'asks', field: `parties.${index}.identityNumber`, message: problem.message }
      }),
  }),
  marriageRule({
    ...own, id: 'marriage.local-identity', title: text('港澳台居民身份证', 'Local identity card'), law: marriageRegulation.cite(8),
    asks: text('港澳台居民除通行证或者居住证外，还有本地居民身份证，号码正确。', 'Hong Kong, Macao and Taiwan residents also show the local identity card with a right number.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const reading = facts.localReadings[index]
        const field = `parties.${index}.localIdentityNumber`
        if (reading === undefined) return notApplicable
        if (party.localIdentityNumber === '') return notYet(field, `${label.zh}还没有填写本地身份证号码`, `${label.en} has no local identity number yet`)
        const problem = reading.problems.find((entry) => entry.severity === 'stop')
        return problem === undefined ? pass : { kind: 'fail', field, message: problem.message }
      }),
  }),
  marriageRule({
    ...own, id: 'marriage.identity-birth', title: text('出生日期与号码一致', 'Birth agrees with the number'), law: citations(identityCardLaw.cite(3), marriageRegulation.cite(10)),
    asks: text('填写的出生日期与证件号码中的一致。', 'The day of birth entered is the one in the identity number.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const field = `parties.${index}.birth`
        if (party.birth !== '' && !isCivilDate(party.birth)) return fail(field, `${label.zh}的出生日期 ${party.birth} 不存在`, `${label.en}: the day of birth ${party.birth} does not exist`)
        if (party.birth !== '' && party.birth > facts.context.day) return fail(field, `${label.zh}的出生日期晚于办理当日`, `${label.en}: the day of birth lies after the day of the act`)
        const { ok, birth } = facts.readings[index]
        if (!ok || birth === undefined) return party.birth === '' ? notYet(field, `${label.zh}还没有出生日期`, `${label.en} has no day of birth yet`) : notApplicable
        if (party.birth === '') return notYet(field, `${label.zh}还没有出生日期，号码中为 ${birth}`, `${label.en} has no day of birth yet; the number says ${birth}`)
        return party.birth === birth ? pass : fail(field, `${label.zh}的出生日期 ${party.birth} 与号码中的 ${birth} 不一致`, `${label.en}: the day of birth ${party.birth} differs from ${birth} in the number`)
      }),
  }),
  marriageRule({
    ...own, id: 'marriage.identity-sex', title: text('性别与号码一致', 'Sex agrees with the number'), law: citations(identityCardLaw.cite(3), marriageRegulation.cite(10)),
    asks: text('填写的性别与证件号码中的一致。', 'The sex entered is the one in the identity number.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const { ok, sex } = facts.readings[index]
        if (!ok || sex === undefined || party.sex === '') return notApplicable
        return party.sex === sex ? pass : fail(`parties.${index}.sex`, `${label.zh}的性别与证件号码不一致，号码为${sex === '1' ? '男' : '女'}性`, `${label.en}: the number belongs to a ${sex === '1' ? 'man' : 'woman'}`)
      }),
  }),
  marriageRule({
    ...own, id: 'marriage.identity-valid', title: text('证件在有效期内', 'Identity paper valid'), law: marriageRegulation.cite(8),
    asks: text('办理当日证件在有效期内，最后一天仍然有效。', 'The identity paper is valid on the day of the act; its last day counts.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const field = `parties.${index}.identityTo`
        if (party.identityFrom !== '' && !isCivilDate(party.identityFrom)) return fail(`parties.${index}.identityFrom`, `${label.zh}证件的起始日期 ${party.identityFrom} 不存在`, `${label.en}: the first day of validity ${party.identityFrom} does not exist`)
        if (party.identityTo !== '' && party.identityTo !== 'long' && !isCivilDate(party.identityTo)) return fail(field, `${label.zh}证件的有效期 ${party.identityTo} 不存在`, `${label.en}: the last day of validity ${party.identityTo} does not exist`)
        switch (validityOn(party.identityFrom, party.identityTo, facts.context.day)) {
          case 'valid':
            return pass
          case 'expired':
            return fail(field, `${label.zh}的证件已于 ${party.identityTo} 到期`, `${label.en}: the identity paper ended on ${party.identityTo}`)
          case 'notYetValid':
            return fail(`parties.${index}.identityFrom`, `${label.zh}的证件 ${party.identityFrom} 起才有效`, `${label.en}: the identity paper is valid only from ${party.identityFrom}`)
          case 'unknown':
            return notYet(field, `${label.zh}还没有填写证件有效期`, `${label.en} has no end of validity yet`)
        }
      }),
  }),
  marriageRule({
    ...own, from: '2004-01-01', id: 'marriage.card-term', severity: 'information', title: text('身份证有效期年限', 'Term of the identity card'), law: identityCardLaw.cite(5),
    asks: text('身份证的年限与领证年龄相符：未满十六周岁五年，十六至二十五周岁十年，二十六至四十五周岁二十年，四十六周岁以上长期。', 'The card’s term fits the age at issue: 5 years under 16, 10 from 16 to 25, 20 from 26 to 45, long-term from 46.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        if (!isCivilDate(party.birth) || !isCivilDate(party.identityFrom) || party.identityTo === '') return notApplicable
        if (party.identityFrom < party.birth) return asks(`parties.${index}.identityFrom`, `${label.zh}证件的起始日期早于出生日期`, `${label.en}: the card begins before the birth`)
        const ends: readonly string[] = party.identityType === 'resident' ? residentCardEnds(party.birth, party.identityFrom) : party.identityType === 'temporary' ? temporaryCardEnds(party.identityFrom) : [party.identityTo]
        return ends.includes(party.identityTo) ? pass : asks(`parties.${index}.identityTo`, `${label.zh}证件的起止日期与规定的年限不符，请核对`, `${label.en}: the card’s dates do not fit its lawful term; compare it`)
      }),
  }),
  marriageRule({
    ...own, id: 'marriage.nationality', title: text('国籍', 'Nationality'), law: citations(marriageNorms, text('GB/T 2659.1', 'GB/T 2659.1')), source: 'general',
    asks: text('内地居民、港澳台居民、华侨和出国人员的国籍为中国，外国人为其护照上的国籍。', 'Mainland, Hong Kong, Macao and Taiwan residents, overseas Chinese and citizens abroad are of Chinese nationality; foreigners have the nationality of the passport.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const field = `parties.${index}.nationality`
        if (party.nationality === '') return notYet(field, `${label.zh}还没有国籍`, `${label.en} has no nationality yet`)
        if (findCountry(party.nationality) === undefined) return fail(field, `${label.zh}的国籍代码 ${party.nationality} 不认识`, `${label.en}: no nationality has the code ${party.nationality} (of ${countries.length})`)
        if (party.kind === 'foreigner') return party.nationality === 'CHN' ? fail(field, `${label.zh}的身份类别是外国人，国籍不能是中国`, `${label.en} is a foreigner; the nationality cannot be China`) : pass
        return party.nationality === 'CHN' ? pass : fail(field, `${label.zh}的国籍应为中国，身份另用身份类别表示`, `${label.en}: the nationality is China; the kind of person says the rest`)
      }),
  }),
  marriageRule({
    ...own, id: 'marriage.person-block', title: text('当事人信息齐全', 'Person block complete'), law: marriageNorms, source: 'general',
    asks: text('民族（中国公民）、常住户口所在地或者住址填写完整，代码在代码表中。', 'Ethnic group (of mainland citizens) and residence are filled in with codes of the tables.'),
    check: (facts) =>
      eachParty(facts, (party, index, label): Outcome => {
        const mainland = party.kind === 'mainland' || party.kind === 'abroad'
        if (party.ethnicity !== '' && findCode(ethnicities, party.ethnicity) === undefined) return fail(`parties.${index}.ethnicity`, `${label.zh}的民族代码 ${party.ethnicity} 不认识`, `${label.en}: no ethnic group has the code ${party.ethnicity}`)
        if (party.kind === 'foreigner' && party.ethnicity !== '') return fail(`parties.${index}.ethnicity`, `${label.zh}是外国人，不填民族`, `${label.en} is a foreigner and has no ethnic group`)
        if (mainland && party.ethnicity === '') return notYet(`parties.${index}.ethnicity`, `${label.zh}还没有填写民族`, `${label.en} has no ethnic group yet`)
        if (party.residence.detail === '' && party.residence.county === '') return notYet(`parties.${index}.residence.detail`, `${label.zh}还没有填写住址`, `${label.en} has no residence yet`)
        return pass
      }),
  }),
  marriageRule({
    ...own, id: 'marriage.person-statistics', severity: 'information', source: 'general', title: text('职业和文化程度', 'Occupation and education'), law: marriageNorms,
    asks: text('声明书上的职业和文化程度，供统计使用。', 'Occupation and education as the declaration has them, for the statistics.'),
    check: (facts) =>
      eachParty(facts, (party, index, label): Outcome => {
        if (party.education !== '' && findCode(educations, party.education) === undefined) return asks(`parties.${index}.education`, `${label.zh}的文化程度代码 ${party.education} 不在表中`, `${label.en}: no education has the code ${party.education}`)
        if (party.occupation !== '' && findCode(occupations, party.occupation) === undefined) return asks(`parties.${index}.occupation`, `${label.zh}的职业代码 ${party.occupation} 不在表中`, `${label.en}: no occupation has the code ${party.occupation}`)
        if (party.education === '') return notYet(`parties.${index}.education`, `${label.zh}没有填写文化程度`, `${label.en} has no education entered`)
        return party.occupation === '' ? notYet(`parties.${index}.occupation`, `${label.zh}没有填写职业`, `${label.en} has no occupation entered`) : pass
      }),
  }),
]

const cited = `${marriageRegulation.title.zh}第`

/** Rules on who the parties are; those that rest on the regulation also stand under its text of 2003. */
export const identityRules = rules.flatMap((rule) => (rule.from === regulationFrom && rule.law.zh.includes(cited) ? withPredecessor(rule, marriageRegulation2003.cite(5)) : [rule]))
