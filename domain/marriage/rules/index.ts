import { caseRules } from './case.ts'
import { declarationRules, networkRules } from './check-and-declare.ts'
import { conditionRules } from './conditions.ts'
import { identityRules } from './identity.ts'
import type { MarriageRule } from './make.ts'
import { paperRules } from './papers.ts'

export type { MarriageRule } from './make.ts'
export { marriageAges } from './conditions.ts'
export { photoPixels, photoRatio } from './case.ts'

/** Every rule of marriage registration, past and present, in the order of the counter's work. */
export const marriageRules: readonly MarriageRule[] = [...identityRules, ...conditionRules, ...paperRules, ...caseRules, ...networkRules, ...declarationRules]
