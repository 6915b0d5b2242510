import { civilDate } from '../../../../domain/dates.ts'
import { reissueReasons } from '../../../../domain/reissue/file.ts'
import { reissueRemark } from '../../../../domain/reissue/remark.ts'
import { useCaseView } from '../../../case/desk/context.tsx'
import { useField } from '../../../case/form/store.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useTexts } from '../../../shared/texts.ts'
import { words } from '../words.ts'
import { ChoiceFact, TextFact, TickFact, useReissue } from './parts.tsx'

/** 补领原因, the old certificate, and the remark as it will be printed. */
export const WhySection = () => {
  const t = useWords(words)
  const { desk, today } = useReissue()
  const { current } = useCaseView(desk)
  const remarks = useTexts('marriage.remarks')
  const [reason] = useField(desk.store, 'reason')
  const [certificate] = useField(desk.store, 'certificate')
  // The office may word it otherwise; what it would print for the facts as saved is known to the door.
  const asSaved = current !== undefined && current.file.reason === reason && current.file.certificate === certificate
  const usual = asSaved ? current.usualRemark : reissueRemark({ certificate, reason }, civilDate(today))
  return (
    <div className="why">
      <ChoiceFact path="reason" label={t('reasonOf')} options={reissueReasons.map((why) => [why, t(`reason.${why}`)] as const)} />
      {(reason === 'damaged' || reason === 'mismatch') && (
        <div className="tick-grid" data-ticks="">
          <TickFact path="oldCertificate.shown" label={t('oldCertificate.shown')} />
          <TickFact path="oldCertificate.cancelled" label={t('oldCertificate.cancelled')} />
        </div>
      )}
      {current !== undefined && current.remark !== '' ? (
        <p><span className="field-label">{t('remarkPrinted')}</span> <span className="remark-preview">{current.remark}</span></p>
      ) : (
        <Fields><TextFact path="remarkCertificate" label={t('remarkPrinted')} span={12} max={120} choices={remarks} placeholder={usual} hint={usual === '' ? t('remarkLater') : t('remarkHint', { remark: usual })} /></Fields>
      )}
    </div>
  )
}
