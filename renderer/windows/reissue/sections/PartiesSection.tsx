import { isMarriedStatus, maritalStatuses } from '../../../../domain/codes/index.ts'
import { applicantKinds } from '../../../../domain/reissue/file.ts'
import { useField } from '../../../case/form/store.ts'
import { PartyBlocks } from '../../../case/sections/PartyBlocks.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'
import { ChoiceFact, useApplicants, useReissue } from './parts.tsx'

/** The statuses of which each kind of certificate is proof. */
const statuses = { marriage: maritalStatuses.filter(({ code }) => isMarriedStatus(code)), divorce: maritalStatuses.filter(({ code }) => code === '40') } as const

/** 双方: who applies, and both persons as the certificate names them. */
export const PartiesSection = () => {
  const t = useWords(words)
  const { desk } = useReissue()
  const [certificate] = useField(desk.store, 'certificate')
  const applying = useApplicants()
  return (
    <PartyBlocks
      statuses={statuses[certificate]} brief={([0, 1] as const).filter((party) => !applying.includes(party))}
      lead={<div className="applicants"><ChoiceFact path="applicant" label={t('applicant')} options={applicantKinds.map((kind) => [kind, t(`applicant.${kind}`)] as const)} /><span className="quiet">{t('applicantNote')}</span></div>}
    />
  )
}
