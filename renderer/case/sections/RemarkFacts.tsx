import { Fields } from '../../shared/Field.tsx'
import { useTexts } from '../../shared/texts.ts'
import { useCaseWords } from '../desk/context.tsx'
import { TextFact } from '../form/fields.tsx'

/** 备注 of the review form and, where it is typed here, of the certificate; the office's stock remarks can be chosen from. */
export const RemarkFacts = ({ certificate = true }: { readonly certificate?: boolean }) => {
  const t = useCaseWords()
  const choices = useTexts('marriage.remarks')
  return (
    <Fields>
      <TextFact path="remarkForm" label={t('field.remarkForm')} span={6} max={400} choices={choices} />
      {certificate && <TextFact path="remarkCertificate" label={t('field.remarkCertificate')} span={6} max={120} choices={choices} />}
    </Fields>
  )
}
