import type { DeceasedIdentityType } from '../../domain/burial/certificate.ts'
import { agentRelations, placements, type AgentRelation, type CaseKind, type Placement } from '../../domain/burial/codes.ts'
import type { Deceased } from '../../domain/burial/file.ts'
import { sexShort } from '../../domain/codes/index.ts'
import { identityType, plainDay } from '../case/words.ts'

/** What lies there: limbs and exhumed bones are no bodies and are never called one. */
export const things: Readonly<Record<CaseKind, string>> = { body: '遗体', limb: '残肢', bones: '骨骸' }
/** Whose it is: somebody who lost a limb is alive. */
export const owners: Readonly<Record<CaseKind, string>> = { body: '逝者', limb: '患者', bones: '逝者' }
/** Head of a paper that is named for bodies: 火化证明, 残肢火化证明, 骨骸火化证明. */
export const headOf = (kind: CaseKind, words: string): string => (kind === 'body' ? words : `${things[kind]}${words}`)

/** The paper of a deceased person; 无 for somebody without any. */
export const deceasedPaper = (type: DeceasedIdentityType): string => (type === 'none' ? '无' : identityType({ identityType: type }))
export const deceasedNumber = ({ identityType: type, identityNumber }: Pick<Deceased, 'identityType' | 'identityNumber'>): string => (type === 'none' ? '无' : identityNumber)
export const sexOf = (sex: Deceased['sex']): string => (sex === '0' ? '未知' : sexShort(sex))

/** Birth, or the age where only that is known. */
export const birthOrAge = ({ birth, age }: Pick<Deceased, 'birth' | 'age'>): string => (birth !== '' ? plainDay(birth) : age === null ? '' : `${age}周岁`)

export const relation = (code: AgentRelation | ''): string => agentRelations.find((entry) => entry.code === code)?.zh ?? ''
const strangers: readonly (AgentRelation | '')[] = ['employer', 'committee', 'authority', 'delegate']
/** Says whether somebody is of the family; who is not is noted on the stub. */
export const isRelative = (code: AgentRelation | ''): boolean => code !== '' && !strangers.includes(code)

export const placementTitle = (how: Placement): string => placements.find(({ code }) => code === how)?.zh ?? ''

/** Where something lies: the facility and the place in its own words; the name of a facility is not said twice. */
export const placeWords = ({ facilityName, position }: { readonly facilityName: string; readonly position: string }): string => (position.startsWith(facilityName) ? position : [facilityName, position].filter((part) => part !== '').join('　'))
