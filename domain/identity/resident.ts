import { areaEverKnown } from '../areas/index.ts'
import { isCivilDate } from '../dates.ts'
import { checkDigit17 } from './checkdigit.ts'
import type { IdentityProblem, IdentityReading } from './problem.ts'
import { notice, reading, stop } from './problem.ts'

export interface IdentityOptions {
  /** Sample offices only: numbers of the test area 99xxxx, which no real person has, are taken. */
  readonly sampleOffice?: boolean
  /** Old files only: 15-digit numbers of the first generation are taken and lengthened. */
  readonly oldFiles?: boolean
  /** The day of the act: a birth after it is refused. */
  readonly on?: string
}

/** The 18-digit form of a 15-digit number: century 19 and the check digit. */
export const lengthenResidentNumber = (fifteen: string): string => {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return first17 + checkDigit17(first17)
}

const birthOf = (number: string): string => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`

const checkBirth = (birth: string, on: string | undefined): readonly IdentityProblem[] => {
  if (!isCivilDate(birth)) return [stop('birth', `号码中的出生日期 ${birth} 不存在`, `The day of birth in the number, ${birth}, does not exist`)]
  if (on !== undefined && birth > on) return [stop('future', `号码中的出生日期 ${birth} 晚于办理当日`, `The day of birth in the number, ${birth}, lies after the day of the act`)]
  return []
}

/** Area, birth, sex and check digit of 18 characters that have the shape; shared by residents and the residence permits. */
const read18 = (number: string, on: string | undefined): { problems: IdentityProblem[]; birth: string | undefined; sex: '1' | '2'; area: string } => {
  const birth = birthOf(number)
  const problems = [...checkBirth(birth, on)]
  if (checkDigit17(number) !== number.charAt(17)) problems.push(stop('checkDigit', '号码校验不通过，请逐位核对', 'The check digit does not agree; compare the number digit by digit'))
  return { problems, birth: isCivilDate(birth) ? birth : undefined, sex: number.charCodeAt(16) % 2 === 1 ? '1' : '2', area: number.slice(0, 6) }
}

/** Citizen number of a mainland resident (GB 11643-1999). An area code that no table knows is a notice, never a stop: abolished codes stay valid for life. */
export const readResident = (given: string, options: IdentityOptions): IdentityReading => {
  let number = given
  const problems: IdentityProblem[] = []
  if (/^\d{15}$/.test(number)) {
    const longer = lengthenResidentNumber(number)
    if (options.oldFiles !== true) return reading(number, [stop('oldNumber', `15 位号码 2013 年起停止使用，18 位应为 ${longer}，请核对证件`, `15-digit numbers ended in 2013; the 18-digit form is ${longer}: compare it with the card`)])
    problems.push(notice('oldNumber', `15 位号码，已换算为 ${longer}`, `A 15-digit number, lengthened to ${longer}`))
    number = longer
  }
  if (number.length !== 18) return reading(number, [stop('length', `公民身份号码应为 18 位，现有 ${number.length} 位`, `A citizen number has 18 characters; this has ${number.length}`)])
  if (!/^\d{17}[\dX]$/.test(number)) return reading(number, [stop('characters', '公民身份号码只能是数字，末位可以是 X', 'A citizen number holds digits only; the last may be X')])
  const facts = read18(number, options.on)
  problems.push(...facts.problems)
  if (/^8[123]0000/.test(number)) problems.push(stop('otherType', '这是港澳台居民居住证的号码，请改选证件类型', 'This is the number of a residence permit for Hong Kong, Macao and Taiwan residents; choose that type'))
  else if (number.startsWith('99')) {
    if (options.sampleOffice !== true) problems.push(stop('testArea', '99 开头是演示用号码，正式机关不能使用', 'Numbers from 99 are for sample offices and are not taken here'))
  } else if (number.startsWith('9')) problems.push(stop('otherType', '9 开头是外国人永久居留身份证的号码，请改选证件类型', 'Numbers from 9 belong to the foreign permanent resident identity card; choose that type'))
  else if (!areaEverKnown(facts.area)) problems.push(notice('area', `行政区划代码 ${facts.area} 不在代码表中，请核对证件；撤销的代码仍然有效`, `Area code ${facts.area} is in no table; compare it with the card (abolished codes stay valid)`))
  return reading(number, problems, facts)
}

const permitAreas: Readonly<Record<string, readonly string[]>> = { hongkong: ['810000'], macao: ['820000'], taiwan: ['830000'] }

/** 港澳台居民居住证: 18 digits with area 810000, 820000 or 830000 and the citizen-number check; the kind of person, when given, must agree. */
export const readResidencePermit = (number: string, options: IdentityOptions & { readonly kind?: string }): IdentityReading => {
  if (!/^\d{17}[\dX]$/.test(number)) return reading(number, [stop(number.length === 18 ? 'characters' : 'length', '居住证号码为 18 位', 'A residence permit number has 18 digits')])
  const facts = read18(number, options.on)
  if (!/^8[123]0000/.test(number)) facts.problems.push(stop('area', '居住证号码应以 810000、820000 或 830000 开头', 'A residence permit number starts with 810000, 820000 or 830000'))
  const wanted = options.kind === undefined ? undefined : permitAreas[options.kind]
  if (wanted !== undefined && /^8[123]0000/.test(number) && !wanted.includes(facts.area)) facts.problems.push(stop('otherType', '居住证号码与身份类别（香港、澳门、台湾）不一致', 'The number does not belong to this kind of person (Hong Kong, Macao, Taiwan)'))
  return reading(number, facts.problems, facts)
}

/** 外国人永久居留身份证: the version of 2023 (18 digits from 9, same check rule) or the earlier one (three letters and twelve digits); both stay in use. */
export const readPermanent = (number: string, options: IdentityOptions): IdentityReading => {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return reading(number, [])
  if (!/^9\d{16}[\dX]$/.test(number)) return reading(number, [stop('shape', '号码应为 9 开头的 18 位，或者 3 个字母加 12 位数字（旧版）', 'The number has 18 digits from 9, or three letters and twelve digits (earlier version)')])
  const facts = read18(number, options.on)
  // 9 + place of acceptance (2) + country (3): no area code of GB/T 2260 stands in it.
  return reading(number, facts.problems, { birth: facts.birth, sex: facts.sex })
}
