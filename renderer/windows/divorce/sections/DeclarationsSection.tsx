import type { DivorceDeclaration } from '../../../../domain/divorce/file.ts'
import { DeclarationsSection as Declarations, ticked } from '../../../case/sections/DeclarationsSection.tsx'

export const statements = ticked<DivorceDeclaration>('voluntary', 'agreed', 'capacity', 'truthful', 'readAloud', 'signed', 'fingerprint', 'witnessSigned')

/** 《申请离婚登记声明书》 of each party. */
export const DeclarationsSection = () => <Declarations statements={statements} />
