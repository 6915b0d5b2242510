import { codeTable } from '../../codes/types.ts'

/** What a grave to be moved is made of; compensation goes by it. */
export const graveTypes = codeTable([
  ['earth', '土坟', 'Earth'],
  ['cement', '水泥坟', 'Cement'],
  ['stone', '石坟（立碑）', 'Stone with a tablet'],
  ['boneJar', '骨罐', 'Bone jar'],
] as const)
export type GraveType = (typeof graveTypes)[number]['code']
export const graveTypeCodes = graveTypes.map(({ code }) => code) as [GraveType, ...GraveType[]]

/** The states of a grave (座) in a relocation. */
export const relocationStates = codeTable([
  ['declared', '已申报', 'Declared'],
  ['confirmed', '已确认', 'Confirmed'],
  ['exhumed', '已起掘', 'Exhumed'],
  ['compensated', '已补偿', 'Compensated'],
  ['reinterred', '已再安葬', 'Re-interred'],
  ['ownerless', '无主坟', 'Without an owner'],
  ['withdrawn', '已撤回', 'Withdrawn'],
] as const)
export type RelocationState = (typeof relocationStates)[number]['code']
