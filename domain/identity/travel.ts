import { hongKongCheck, taiwanPasses } from './checkdigit.ts'
import type { IdentityReading } from './problem.ts'
import { notice, reading, stop } from './problem.ts'

/** 港澳居民来往内地通行证: H or M and 8 digits, older ones with two digits of renewal; H is Hong Kong, M Macao. */
export const readHmPermit = (number: string, kind?: string): IdentityReading => {
  if (!/^[HM]\d{8}(?:\d{2})?$/.test(number)) return reading(number, [stop('shape', '号码应为 H 或 M 加 8 位数字（旧版 10 位）', 'The number is H or M and 8 digits (10 on older ones)')])
  const owner = number.startsWith('H') ? 'hongkong' : 'macao'
  if ((kind === 'hongkong' || kind === 'macao') && kind !== owner) return reading(number, [stop('otherType', '通行证首字母与身份类别不一致（H 香港，M 澳门）', 'The first letter does not belong to this kind of person (H Hong Kong, M Macao)')])
  return reading(number, [])
}

/** 台湾居民来往大陆通行证: 8 digits, older ones 10 digits and a letter. */
export const readTwPermit = (number: string): IdentityReading =>
  reading(number, /^\d{8}$|^\d{10}[A-Z]$/.test(number) ? [] : [stop('shape', '号码应为 8 位数字（旧版 10 位数字加字母）', 'The number has 8 digits (older ones 10 digits and a letter)')])

/** Passport or other travel document: 3-20 letters and digits as in the machine-readable zone. */
export const readPassport = (number: string): IdentityReading => {
  if (!/^[A-Z0-9]+$/.test(number)) return reading(number, [stop('characters', '证件号码只能是字母和数字', 'The number holds letters and digits only')])
  if (number.length < 3 || number.length > 20) return reading(number, [stop('length', '证件号码应为 3 至 20 位', 'The number has 3 to 20 characters')])
  return reading(number, [])
}

/** Hong Kong identity card: one or two letters, six digits and the check character, written with or without brackets; stored as A123456(3). */
export const readHongKongCard = (given: string): IdentityReading => {
  const match = /^([A-Z]{1,2})(\d{6})\(?([0-9A])\)?$/.exec(given)
  if (match === null) return reading(given, [stop('shape', '香港身份证号码为 1 至 2 个字母加 6 位数字和校验码，例如 A123456(3)', 'A Hong Kong number has 1-2 letters, 6 digits and a check character, such as A123456(3)')])
  const [, letters = '', six = '', check = ''] = match
  const number = `${letters}${six}(${check})`
  return reading(number, hongKongCheck(letters, six) === check ? [] : [stop('checkDigit', '香港身份证号码校验不通过，请逐位核对', 'The check character does not agree; compare it digit by digit')])
}

/** Macao identity card: seven digits and one in brackets, the first 1, 5 or 7; its check rule is not published. */
export const readMacaoCard = (given: string): IdentityReading => {
  const match = /^(\d{7})\(?(\d)\)?$/.exec(given.replace(/\//gu, ''))
  if (match === null) return reading(given, [stop('shape', '澳门身份证号码为 7 位数字加括号内 1 位，例如 1234567(8)', 'A Macao number has 7 digits and one in brackets, such as 1234567(8)')])
  const [, seven = '', check = ''] = match
  return reading(`${seven}(${check})`, /^[157]/.test(seven) ? [] : [notice('shape', '澳门身份证号码多以 1、5、7 开头，请核对', 'Macao numbers start with 1, 5 or 7; compare it with the card')])
}

/** Taiwan identity card: a letter and nine digits, the second character 1 for men and 2 for women, with a check digit. */
export const readTaiwanCard = (number: string): IdentityReading => {
  if (!/^[A-Z][12]\d{8}$/.test(number)) return reading(number, [stop('shape', '台湾身份证号码为 1 个字母加 9 位数字，例如 A123456789', 'A Taiwan number has a letter and 9 digits, such as A123456789')])
  const sex = number.charAt(1) === '1' ? '1' : '2'
  return reading(number, taiwanPasses(number) ? [] : [stop('checkDigit', '台湾身份证号码校验不通过，请逐位核对', 'The check digit does not agree; compare it digit by digit')], { sex })
}
