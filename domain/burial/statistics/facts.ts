import { areaWithin } from '../../waiver/eligibility.ts'
import type { Answer } from '../../waiver/facts.ts'
import { codeTable } from '../../codes/types.ts'
import { civilDate, fullYears, isCivilDate } from '../../dates.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { CaseKind } from '../codes.ts'
import { deathCauses } from '../codes.ts'
import type { BurialFile } from '../file.ts'

/** The few columns of a case that its counts look at; a correction of them is counted as further lines. */
export interface CountFacts {
  readonly kind: CaseKind
  readonly hukou: string
  /** The paper is one of people from abroad, Hong Kong, Macao or Taiwan. */
  readonly foreign: boolean
  readonly sex: 'man' | 'woman' | 'unknown'
  /** Full years at the death, null where not known. */
  readonly age: number | null
  readonly cause: string
  readonly manner: 'normal' | 'police' | 'unknown'
  /** Collected in the town itself (城区). */
  readonly urban: Answer
}

const foreignPapers: readonly string[] = ['hmtResidence', 'hmPermit', 'twPermit', 'passport', 'travel', 'permanent']

const factsOfDeceased = ({ birth, death, age, sex, manner, hukou, cause, identityType }: BurialFile['deceased']): Omit<CountFacts, 'kind' | 'urban'> => ({
  hukou, foreign: foreignPapers.includes(identityType), sex: sex === '1' ? 'man' : sex === '2' ? 'woman' : 'unknown',
  age: isCivilDate(birth) && isCivilDate(death) && birth <= death ? fullYears(civilDate(birth), civilDate(death), 'feb28') : age,
  cause: deathCauses.some(({ code }) => code === cause) ? cause : 'unknown',
  // The police certify only those whom no medical body treated (第二十三条).
  manner: manner === '' ? 'unknown' : manner === 'police' ? 'police' : 'normal',
})

/** The counted facts of a file. */
export const countFactsOf = ({ kind, deceased, waiverFlags }: Pick<BurialFile, 'kind' | 'deceased' | 'waiverFlags'>): CountFacts => ({ kind, ...factsOfDeceased(deceased), urban: waiverFlags.fromTown ?? 'unknown' })

/** The counted facts after sections of the file were replaced. */
export const changedFacts = (facts: CountFacts, changes: Partial<BurialFile>): CountFacts => ({
  ...facts, ...(changes.kind === undefined ? {} : { kind: changes.kind }), ...(changes.deceased === undefined ? {} : factsOfDeceased(changes.deceased)), ...(changes.waiverFlags === undefined ? {} : { urban: changes.waiverFlags.fromTown ?? 'unknown' }),
})

/** Ages at death as the provincial tables have them. */
export const deathAgeBands: readonly { readonly id: string; readonly from: number; readonly to: number; readonly title: Text }[] = ([[0, 35], [36, 49], [50, 59], [60, 69], [70, 79], [80, 89], [90, 150]] as const).map(([from, to]) => (to === 150 ? { id: '90+', from, to, title: text('90岁以上', '90 and over') } : { id: `${from}-${to}`, from, to, title: text(`${from}-${to}岁`, `${from}-${to}`) }))

/** The band of an age, `unknown` where the age is. */
export const deathAgeBand = (age: number | null): string => (age === null ? 'unknown' : (deathAgeBands.find(({ from, to }) => age >= from && age <= to)?.id ?? 'unknown'))

/** Where those who were cremated were registered. */
export const origins = codeTable([
  ['local', '本地区', 'This area'],
  ['province', '省内其他地区', 'Elsewhere in the province'],
  ['otherProvince', '外省（市）', 'Other provinces'],
  ['abroad', '境外', 'Outside the mainland'],
  ['unknown', '未填', 'Not stated'],
] as const)
export type DeceasedOrigin = (typeof origins)[number]['code']

/** Registered in the area of the home? Somebody with no registration is not; a blank or a coarser code leaves it unknown. */
export const residentOf = ({ hukou, foreign }: Pick<CountFacts, 'hukou' | 'foreign'>, area: string): Answer => (foreign && (hukou === '' || hukou === 'none') ? 'no' : areaWithin(hukou, [area]))

/** Where somebody was registered, seen from the area of the home. */
export const originOf = (facts: Pick<CountFacts, 'hukou' | 'foreign'>, area: string): DeceasedOrigin => {
  const { hukou, foreign } = facts
  if (hukou === '' || hukou === 'none') return foreign ? 'abroad' : 'unknown'
  // 台湾、香港、澳门
  if (['71', '81', '82'].includes(hukou.slice(0, 2))) return 'abroad'
  const resident = residentOf(facts, area)
  return resident === 'yes' ? 'local' : resident === 'unknown' ? 'unknown' : hukou.slice(0, 2) === area.slice(0, 2) ? 'province' : 'otherProvince'
}

/** Where the ashes of a body lie, as the provincial table has it; every cremated body stands in exactly one of them on every day. */
export const ashDestinations = codeTable([
  ['here', '尚未领取', 'Not yet collected'],
  ['released', '已领回（去向未登记）', 'Handed over, resting place not known'],
  ['publicLocal', '户口所在地公益性公墓', 'Public ground where registered'],
  ['publicElsewhere', '非户口所在地公益性公墓', 'Public ground elsewhere'],
  ['commercialLocal', '户口所在地经营性公墓', 'Commercial ground where registered'],
  ['commercialElsewhere', '非户口所在地经营性公墓', 'Commercial ground elsewhere'],
  ['own', '自有坟地', 'Ground of the family'],
  ['deposited', '殡仪馆寄存', 'Deposited at the home'],
  ['scattered', '骨灰撒散', 'Scattered (sea or river)'],
  ['notKept', '不要骨灰', 'No ashes kept'],
  ['other', '其他', 'Elsewhere'],
] as const)
export type AshDestination = (typeof ashDestinations)[number]['code']
