import { useCaseView } from '../../../case/desk/context.tsx'
import { useField } from '../../../case/form/store.ts'
import { DecisionSection } from '../../../case/sections/DecisionSection.tsx'
import { NetworkSection } from '../../../case/sections/NetworkSection.tsx'
import { PhotoSection, SinglePhotosSection } from '../../../case/sections/PhotoSection.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'
import { useApplicants, useReissue } from './parts.tsx'

/** The network check of those who apply. */
export const ApplicantsNetwork = () => <NetworkSection parties={useApplicants()} />

/** The joint photo for a marriage certificate, single ones of the applicants for a divorce certificate. */
export const CertificatePhotos = () => {
  const { desk } = useReissue()
  const [certificate] = useField(desk.store, 'certificate')
  const applying = useApplicants()
  return certificate === 'marriage' ? <PhotoSection /> : <SinglePhotosSection parties={applying} />
}

/** 审查: 准予补发 or 不予补发; the booklets go to those who apply. */
export const ReissueDecision = () => {
  const t = useWords(words)
  const { desk } = useReissue()
  const { current } = useCaseView(desk)
  return <DecisionSection parties={useApplicants()} remarkHere={false} rows={current === undefined || current.number === '' ? [] : [[t('original.day'), current.originalDay], [t('remarkPrinted'), current.remark]]} />
}
