import { codeTable, findCode } from '../codes/types.ts'
import { educationGroups, findEducationGroup } from '../codes/education.ts'
import { divorceReasons } from '../divorce/codes.ts'
import type { PersonKind } from '../marriage/file.ts'

/** Couples by residence (按居住地): mainland between themselves, then by the party who is none. */
export const residenceGroups = codeTable([
  ['mainland', '内地居民间', 'Mainland residents'],
  ['foreign', '涉外', 'Foreign-related'],
  ['hongkong', '涉港', 'Hong Kong'],
  ['macao', '涉澳', 'Macao'],
  ['taiwan', '涉台', 'Taiwan'],
  ['overseas', '涉华侨', 'Overseas Chinese'],
] as const)
export type ResidenceGroup = (typeof residenceGroups)[number]['code']

const groupOfKind: Readonly<Record<PersonKind, ResidenceGroup>> = { mainland: 'mainland', abroad: 'mainland', foreigner: 'foreign', hongkong: 'hongkong', macao: 'macao', taiwan: 'taiwan', overseas: 'overseas' }
const isMainland = (kind: string): boolean => kind === 'mainland' || kind === 'abroad'

/** The group of a couple; where neither is of the mainland the first of the list's order counts, so that no couple counts twice. Undefined for a kind that is none. */
export const findResidenceGroup = (kinds: readonly [string, string]): ResidenceGroup | undefined => {
  const groups = kinds.map((kind) => (groupOfKind as Readonly<Record<string, ResidenceGroup | undefined>>)[kind])
  if (groups.includes(undefined)) return undefined
  return residenceGroups.find((group) => group.code !== 'mainland' && groups.includes(group.code))?.code ?? 'mainland'
}

/** Says whether the woman of a couple is of the mainland (其中内地女性). */
export const hasMainlandWoman = (kinds: readonly [string, string]): boolean => isMainland(kinds[1])

/** First marriage, or married before (未婚 / 丧偶、离婚 before the registration); undefined for any other status. */
export const findMarriageOrder = (status: string): 'first' | 'again' | undefined => (status === '10' ? 'first' : status === '30' || status === '40' ? 'again' : undefined)

/** Occupation as the statistics group it (职业). */
export const occupationGroups = codeTable([
  ['none', '无业', 'None'],
  ['heads', '单位负责人', 'Heads of units'],
  ['professionals', '专业技术', 'Professionals'],
  ['clerks', '办事人员', 'Clerks'],
  ['services', '商业服务', 'Commerce and services'],
  ['farming', '农林牧渔水利', 'Farming, forestry, fishery, water'],
  ['production', '生产运输', 'Production and transport'],
  ['military', '军人', 'Armed forces'],
  ['other', '不便分类', 'Not classified'],
  ['notStated', '未填', 'Not stated'],
] as const)
export type OccupationGroup = (typeof occupationGroups)[number]['code']
const occupationOf: Readonly<Record<string, OccupationGroup>> = { 10000: 'heads', 20000: 'professionals', 30000: 'clerks', 40000: 'services', 50000: 'farming', 60000: 'production', 70000: 'military', 80000: 'other', X1: 'none', X2: 'other', X3: 'none' }

/** The statistics group of an occupation code; undefined for a code that is none. */
export const findOccupationGroup = (code: string): OccupationGroup | undefined => (code === '' ? 'notStated' : occupationOf[code])

/** Education as the statistics group it (文化程度), with those who did not say. */
export const educationColumns = [...educationGroups, ...codeTable([['notStated', '未填', 'Not stated']] as const)]
export const findEducationColumn = (code: string): string | undefined => (code === '' ? 'notStated' : findEducationGroup(code)?.code)

/** Reasons of a divorce, with those who did not say. */
export const reasonColumns = [...divorceReasons, ...codeTable([['notStated', '未填', 'Not stated']] as const)]
export const findReasonColumn = (code: string): string | undefined => (code === '' ? 'notStated' : findCode(divorceReasons, code)?.code)
