import { useField } from '../../../case/form/store.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'
import { ChoiceFact, TextFact, useReissue } from './parts.tsx'

/** 查档: where the file was found, whether it says the same, what proves it; for a marriage certificate also whether a court has divorced the two. */
export const VerificationSection = () => {
  const t = useWords(words)
  const { desk } = useReissue()
  const [found] = useField(desk.store, 'verification.found')
  const [certificate] = useField(desk.store, 'certificate')
  return (
    <div className="verification">
      <ChoiceFact path="verification.found" label={t('verification.found')} options={(['here', 'elsewhere', 'lost'] as const).map((where) => [where, t(`found.${where}`)] as const)} />
      <ChoiceFact path="verification.matches" label={t('verification.matches')} options={(['yes', 'no'] as const).map((how) => [how, t(`matches.${how}`)] as const)} />
      <Fields><TextFact path="verification.proof" label={t('verification.proof')} span={8} max={400} required={found === 'elsewhere' || found === 'lost'} placeholder={t(`proofHint.${found === '' ? 'here' : found}`)} /></Fields>
      {certificate === 'marriage' && <ChoiceFact path="courtDivorce" label={t('courtDivorce')} options={(['no', 'yes'] as const).map((said) => [said, t(`court.${said}`)] as const)} />}
    </div>
  )
}
