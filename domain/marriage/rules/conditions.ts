import { isMarriedStatus, maritalStatuses, statusesBeforeMarriage } from '../../codes/person.ts'
import type { CivilDate } from '../../dates.ts'
import { birthdayIn, fullYears, isCivilDate } from '../../dates.ts'
import { citations, civilCode, marriageRegulation, marriageRegulation2003 } from '../../law.ts'
import type { Outcome } from '../../rule.ts'
import { text } from '../../text.ts'
import type { MarriageFacts } from '../context.ts'
import { eachParty, knownBirth } from '../context.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import { civilCodeFrom, marriageRule, regulation2003From, regulation2003To, withPredecessor } from './make.ts'

/** Full years at which a man and a woman may marry (《民法典》第一千零四十七条). */
export const marriageAges: readonly [number, number] = [22, 20]

const checkAge = (facts: MarriageFacts): readonly Outcome[] =>
  eachParty(facts, (_party, index, label) => {
    const field = `parties.${index}.birth`
    const birth = knownBirth(facts, index)
    const { day, settings } = facts.context
    if (birth === '') return notYet(field, `${label.zh}还没有出生日期`, `${label.en} has no day of birth yet`)
    if (!isCivilDate(day)) return notYet(field, '没有办理日期', 'The day of the act is missing')
    const least = marriageAges[index]
    const age = fullYears(birth as CivilDate, day, settings.leapBirthday)
    if (age >= least) return pass
    const first = birthdayIn(birth as CivilDate, Number(birth.slice(0, 4)) + least, settings.leapBirthday)
    return fail(field, `${label.zh}登记当日 ${Math.max(age, 0)} 周岁，未满 ${least} 周岁；${first} 起可以登记`, `${label.en} is ${Math.max(age, 0)} on the day of registration, under ${least}; from ${first} it can be registered`)
  })

const checkVoluntary = (facts: MarriageFacts): readonly Outcome[] =>
  eachParty(facts, (_party, index, label) => {
    const declaration = facts.file.declarations[index]
    const field = `declarations.${index}.voluntary`
    if (declaration.voluntary) return pass
    return declaration.signed ? fail(field, `${label.zh}没有声明自愿结婚`, `${label.en} did not declare to marry freely`) : notYet(field, `${label.zh}还没有声明自愿`, `${label.en} has not declared to marry freely yet`)
  })

const checkStatus = (facts: MarriageFacts): readonly Outcome[] =>
  eachParty(facts, (party, index, label) => {
    const field = `parties.${index}.maritalStatus`
    if (party.maritalStatus === '') return notYet(field, `${label.zh}还没有填写婚姻状况`, `${label.en} has no marital status yet`)
    if (isMarriedStatus(party.maritalStatus)) return fail(field, `${label.zh}的婚姻状况为已婚，已有配偶`, `${label.en} is married and has a spouse`)
    if (statusesBeforeMarriage.includes(party.maritalStatus)) return pass
    const known = maritalStatuses.some((status) => status.code === party.maritalStatus)
    return fail(field, `${label.zh}的婚姻状况${known ? '不能是' : '代码不认识：'}${party.maritalStatus}，登记前只能是未婚、离婚或者丧偶`, `${label.en}: before a registration the marital status is never married, divorced or widowed, not ${party.maritalStatus}`)
  })

const checkDeclaredSingle = (facts: MarriageFacts): readonly Outcome[] =>
  eachParty(facts, (_party, index, label) => {
    const declaration = facts.file.declarations[index]
    const field = `declarations.${index}.noSpouse`
    if (declaration.noSpouse) return pass
    return declaration.signed ? fail(field, `${label.zh}没有声明本人无配偶`, `${label.en} did not declare to have no spouse`) : notYet(field, `${label.zh}还没有声明无配偶`, `${label.en} has not declared to have no spouse yet`)
  })

const checkRegister = (facts: MarriageFacts): readonly Outcome[] =>
  eachParty(facts, (_party, index, label) => {
    const match = facts.context.register.find((entry) => entry.party === index && entry.window === 'marriage' && entry.standing === 'standing')
    return match === undefined ? pass : fail(`parties.${index}.identityNumber`, `${label.zh}在本机关已有结婚登记 ${match.number}，没有解除记录`, `${label.en} stands in this register as married, ${match.number}, with no record of an end`)
  })

const checkOpenDivorce = (facts: MarriageFacts): readonly Outcome[] =>
  eachParty(facts, (_party, index, label) => {
    const match = facts.context.register.find((entry) => entry.party === index && entry.window === 'divorce' && entry.standing === 'open')
    return match === undefined ? pass : fail(`parties.${index}.identityNumber`, `${label.zh}的离婚登记正在办理，婚姻尚未解除`, `${label.en} has a divorce case under way; that marriage has not ended`)
  })

const checkKin = (facts: MarriageFacts): readonly Outcome[] =>
  eachParty(facts, (_party, index, label) => {
    const declaration = facts.file.declarations[index]
    const field = `declarations.${index}.notKin`
    if (declaration.notKin) return pass
    return declaration.signed
      ? fail(field, `${label.zh}没有声明与对方没有直系血亲和三代以内旁系血亲关系`, `${label.en} did not declare to be no lineal or collateral relative within three generations`)
      : notYet(field, `${label.zh}还没有声明与对方没有近亲属关系`, `${label.en} has not declared the absence of kinship yet`)
  })

const ageTitle = text('法定婚龄', 'Lawful age')
const ageAsks = text('登记当日男满二十二周岁、女满二十周岁，生日当天即为已满。', 'On the day of registration the man is at least 22 and the woman at least 20; the birthday itself counts.')
const freeTitle = text('完全自愿', 'Free will')
const freeAsks = text('双方都声明完全自愿结婚，亲自到场。', 'Both declare, in person, to marry of their own free will.')
const singleTitle = text('没有配偶', 'No spouse')
const kinTitle = text('没有近亲属关系', 'No prohibited kinship')
const kinAsks = text('双方没有直系血亲和三代以内旁系血亲关系。', 'The parties are not lineal relatives, nor collateral ones within three generations.')
const before = { from: regulation2003From, to: regulation2003To, source: 'general' } as const
const ground = { group: 'conditions', refusalGround: true } as const

export const conditionRules = [
  ...withPredecessor(marriageRule({ ...ground, id: 'marriage.age', title: ageTitle, law: citations(civilCode.cite(1047), marriageRegulation.cite(9, 1)), asks: ageAsks, check: checkAge }), citations(civilCode.cite(1047), marriageRegulation2003.cite(6, 1))),
  ...withPredecessor(marriageRule({ ...ground, id: 'marriage.voluntary', title: freeTitle, law: citations(civilCode.cite(1046), marriageRegulation.cite(9, 2)), asks: freeAsks, check: checkVoluntary }), citations(civilCode.cite(1046), marriageRegulation2003.cite(6, 2))),
  ...withPredecessor(marriageRule({ ...ground, id: 'marriage.status', title: singleTitle, law: marriageRegulation.cite(9, 3), asks: text('双方登记前的婚姻状况只能是未婚、离婚或者丧偶。', 'Before the registration each party is never married, divorced or widowed.'), check: checkStatus }), marriageRegulation2003.cite(6, 3)),
  marriageRule({ ...ground, id: 'marriage.declared-single', title: text('声明无配偶', 'Declared to have no spouse'), law: citations(marriageRegulation.cite(8), marriageRegulation.cite(9, 3)), asks: text('双方都签字声明本人无配偶。', 'Each party declares in writing to have no spouse.'), check: checkDeclaredSingle }),
  marriageRule({ ...ground, id: 'marriage.register-spouse', title: text('本机关没有有效的结婚登记', 'No standing marriage in the register'), law: citations(civilCode.cite(1042, text('第二款', '(2)')), marriageRegulation.cite(9, 3)), asks: text('双方在本机关都没有尚未解除的结婚登记。', 'Neither party stands in this register in a marriage that has not ended.'), from: civilCodeFrom, check: checkRegister }),
  marriageRule({ ...ground, id: 'marriage.open-divorce', title: text('没有正在办理的离婚', 'No divorce under way'), law: citations(civilCode.cite(1080), marriageRegulation.cite(9, 3)), asks: text('双方都没有正在办理的离婚登记；离婚登记完成前婚姻仍然有效。', 'Neither party has a divorce case under way; until it is registered the marriage stands.'), from: civilCodeFrom, check: checkOpenDivorce }),
  ...withPredecessor(marriageRule({ ...ground, id: 'marriage.kinship', title: kinTitle, law: citations(civilCode.cite(1048), marriageRegulation.cite(9, 4)), asks: kinAsks, check: checkKin }), citations(civilCode.cite(1048), marriageRegulation2003.cite(6, 4))),
  marriageRule({
    ...before, group: 'conditions', id: 'marriage.illness.2003', severity: 'information', refusalGround: true, source: 'confirmed',
    title: text('医学上认为不应当结婚的疾病', 'Illness held to bar marriage'),
    law: marriageRegulation2003.cite(6, 5),
    asks: text('患有医学上认为不应当结婚的疾病的，不予登记（2025年5月10日起不再是不予登记的情形）。', 'An illness held by medicine to bar marriage was a ground of refusal until 2025-05-09.'),
    check: (facts) => (facts.context.stage === 'decision' ? asks('declarations', '当时的规定：患有医学上认为不应当结婚的疾病的，不予登记', 'The rule of that time: no registration with an illness held to bar marriage') : notApplicable),
  }),
  marriageRule({
    group: 'conditions', id: 'marriage.sex', title: text('一男一女', 'One man and one woman'), law: civilCode.cite(1046), from: civilCodeFrom,
    asks: text('男方为男性，女方为女性。', 'The first party is a man and the second a woman.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const sex = party.sex === '' ? facts.readings[index].sex : party.sex
        const field = `parties.${index}.sex`
        if (sex === undefined) return notYet(field, `${label.zh}还没有性别`, `${label.en} has no sex yet`)
        return sex === (index === 0 ? '1' : '2') ? pass : fail(field, `${label.zh}一栏的性别应为${index === 0 ? '男' : '女'}`, `${label.en}: the sex in this place is ${index === 0 ? 'male' : 'female'}`)
      }),
  }),
  marriageRule({
    group: 'conditions', id: 'marriage.same-person', title: text('双方不是同一人', 'Two different people'), law: civilCode.cite(1046), from: civilCodeFrom, source: 'derived',
    asks: text('双方的证件号码不同。', 'The two identity numbers differ.'),
    check: (facts) => {
      const [man, woman] = facts.readings
      if (man.number === '' || woman.number === '') return notYet('parties.1.identityNumber', '还没有填写双方的证件号码', 'The identity numbers are not both there yet')
      // Passports of two countries may carry the same number.
      const [his, hers] = facts.file.parties
      return man.number === woman.number && his.identityType === hers.identityType && his.nationality === hers.nationality ? fail('parties.1.identityNumber', '双方的证件号码相同', 'Both parties have the same identity number') : pass
    },
  }),
  marriageRule({
    group: 'conditions', id: 'marriage.open-case', severity: 'answer', source: 'derived', title: text('没有另一件正在办理的结婚登记', 'No other marriage case open'), law: marriageRegulation.cite(9, 3),
    asks: text('双方没有另一件正在办理的结婚登记；有的，先弄清再办。', 'Neither party has another marriage case open; where one is, find out why first.'),
    check: (facts) =>
      eachParty(facts, (_party, index, label) => {
        const match = facts.context.register.find((entry) => entry.party === index && entry.window === 'marriage' && entry.standing === 'open')
        return match === undefined ? pass : asks(`parties.${index}.identityNumber`, `${label.zh}另有一件结婚登记正在办理，请说明`, `${label.en} has another marriage case open; say why`)
      }),
  }),
  marriageRule({
    group: 'conditions', id: 'marriage.capacity', severity: 'answer', source: 'derived', title: text('行为能力', 'Capacity'), law: citations(civilCode.cite(1046), marriageRegulation.cite(9, 2)),
    asks: text('一方不能辨认自己行为的，说明是否属于“非双方自愿”。行为能力不是单独的不予登记情形，由登记员当面判断。', 'Where a party cannot understand the act, say whether it is free will. Lack of capacity is no ground of its own; the registrar judges in person.'),
    check: (facts) =>
      eachParty(facts, (_party, index, label) => {
        const declaration = facts.file.declarations[index]
        const field = `declarations.${index}.capacity`
        if (declaration.capacity) return pass
        return declaration.signed ? asks(field, `${label.zh}没有声明具有完全民事行为能力，请当面询问并说明判断`, `${label.en} did not declare full capacity; ask in person and note your judgement`) : notYet(field, `${label.zh}还没有声明行为能力`, `${label.en} has not declared capacity yet`)
      }),
  }),
]
