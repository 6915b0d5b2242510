import type { Declaration } from '../../../../domain/marriage/file.ts'
import { DeclarationsSection as Declarations, ticked } from '../../../case/sections/DeclarationsSection.tsx'

export const statements = ticked<Declaration>('voluntary', 'noSpouse', 'notKin', 'healthTold', 'capacity', 'readAloud', 'signed', 'fingerprint', 'witnessSigned')

/** 《申请结婚登记声明书》 of each party. */
export const DeclarationsSection = () => <Declarations statements={statements} />
