import type { ReissueDeclaration } from '../../../../domain/reissue/file.ts'
import type { Statements } from '../../../case/sections/DeclarationsSection.tsx'
import { DeclarationsSection as Declarations, ticked } from '../../../case/sections/DeclarationsSection.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'
import { ChoiceFact, useApplicants } from './parts.tsx'

/** Whether the marital status is still what the certificate says. */
const StatusHolds = ({ party }: { readonly party: 0 | 1 }) => {
  const t = useWords(words)
  return <ChoiceFact path={`declarations.${party}.statusHolds`} label={t('declaration.statusHolds')} options={(['yes', 'no'] as const).map((said) => [said, t(`statusHolds.${said}`)] as const)} />
}

const ticks = ticked<ReissueDeclaration>('truthful', 'signed', 'fingerprint', 'witnessSigned')
export const statements: Statements<ReissueDeclaration> = { ...ticks, all: { ...ticks.all, statusHolds: 'yes' }, none: { ...ticks.none, statusHolds: '' }, Besides: StatusHolds }

/** 《申请补领婚姻登记证声明书》 of each applicant. */
export const DeclarationsSection = () => <Declarations statements={statements} parties={useApplicants()} />
