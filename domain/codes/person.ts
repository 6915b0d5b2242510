import { codeTable } from './types.ts'

/** Sex, GB/T 2261.1-2003. */
export const sexes = codeTable([
  ['0', '未知的性别', 'Unknown'],
  ['1', '男性', 'Male'],
  ['2', '女性', 'Female'],
  ['9', '未说明的性别', 'Not stated'],
] as const)

/** Sex as papers write it (男, 女); empty for anything else. */
export const sexShort = (code: string): string => (code === '1' ? '男' : code === '2' ? '女' : '')

/** Marital status, GB/T 2261.2-2003. */
export const maritalStatuses = codeTable([
  ['10', '未婚', 'Never married'],
  ['20', '已婚', 'Married'],
  ['21', '初婚', 'Married, first marriage'],
  ['22', '再婚', 'Married again'],
  ['23', '复婚', 'Remarried to the former spouse'],
  ['30', '丧偶', 'Widowed'],
  ['40', '离婚', 'Divorced'],
  ['90', '未说明的婚姻状况', 'Not stated'],
] as const)

/** The statuses a party may have before a registration: 未婚, 丧偶, 离婚. */
export const statusesBeforeMarriage: readonly string[] = ['10', '30', '40']

/** Says whether a status of GB/T 2261.2 means that there is a spouse. */
export const isMarriedStatus = (code: string): boolean => code.startsWith('2')

/** Kinds of person (身份类别). */
export const personKindCodes = codeTable([
  ['mainland', '内地居民', 'Mainland resident'],
  ['hongkong', '香港居民', 'Hong Kong resident'],
  ['macao', '澳门居民', 'Macao resident'],
  ['taiwan', '台湾居民', 'Taiwan resident'],
  ['overseas', '华侨', 'Overseas Chinese'],
  ['abroad', '出国人员', 'Citizen abroad'],
  ['foreigner', '外国人', 'Foreigner'],
] as const)

/** Types of identity paper (身份证件类型). */
export const identityTypeCodes = codeTable([
  ['resident', '居民身份证', 'Resident identity card'],
  ['temporary', '临时居民身份证', 'Temporary resident identity card'],
  ['hmtResidence', '港澳台居民居住证', 'Residence permit for Hong Kong, Macao and Taiwan residents'],
  ['hmPermit', '港澳居民来往内地通行证', 'Mainland travel permit for Hong Kong and Macao residents'],
  ['twPermit', '台湾居民来往大陆通行证', 'Mainland travel permit for Taiwan residents'],
  ['passport', '护照', 'Passport'],
  ['travel', '其他国际旅行证件', 'Other international travel document'],
  ['permanent', '外国人永久居留身份证', 'Foreign permanent resident identity card'],
] as const)

/** Which identity papers a kind of person may show (《婚姻登记条例》第八条). */
export const identityTypesOf: Readonly<Record<string, readonly string[]>> = {
  mainland: ['resident', 'temporary'],
  hongkong: ['hmPermit', 'hmtResidence'],
  macao: ['hmPermit', 'hmtResidence'],
  taiwan: ['twPermit', 'hmtResidence', 'travel'],
  overseas: ['passport'],
  abroad: ['resident', 'passport'],
  foreigner: ['passport', 'travel', 'permanent'],
}
