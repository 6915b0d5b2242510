import { useState } from 'react'
import { call } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { words } from './words.ts'

/** Ends a version by an act of its own, with its last day. */
export const EndDialog = ({ policy, title, to: first, onDone, onCancel }: { readonly policy: string; readonly title: string; readonly to: string; readonly onDone: () => void; readonly onCancel: () => void }) => {
  const t = useWords(words)
  const [to, setTo] = useState(first)
  return (
    <SecondPersonDialog title={t('endTitle', { title })} verb={t('end')} danger ready={to !== ''} onDone={onDone} onCancel={onCancel} act={(given) => call('endPolicy', { params: { policy }, body: { to, ...given } })}>
      <p>{t('endNote')}</p>
      <Field path="to" label={t('endDay')} required problem={to === '' ? t('needed') : undefined}><DayField value={to} onChange={setTo} /></Field>
    </SecondPersonDialog>
  )
}
