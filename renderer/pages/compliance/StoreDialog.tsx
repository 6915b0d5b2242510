import { Input } from 'antd'
import { useState } from 'react'
import { rateWords } from '../../../domain/reports/rates.ts'
import type { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { ActDialog } from '../../shared/ActDialog.tsx'
import type { Reply } from '../../shared/client.ts'
import { Field } from '../../shared/Field.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { useAct } from '../../shared/query.ts'
import { words } from './words.ts'

/** 存档: puts a report away as it stands. */
export const StoreDialog = ({ run, report, onDone, onCancel }: { readonly run: string; readonly report: ComplianceReport; readonly onDone: (stored: Reply<'storeReport'>) => void; readonly onCancel: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const [note, setNote] = useState('')
  const store = useAct('storeReport', { refresh: ['listReports'] })
  return (
    <ActDialog title={t('storeTitle')} verb={t('store')} act={() => store.mutateAsync({ body: { run, note: note.trim() } }, { onSuccess: onDone })} onDone={() => undefined} onCancel={onCancel}>
      {({ failure }) => (
        <>
          <p><b>{t('range', { from: report.from, to: report.to })} · {say(rateWords(report))}</b></p>
          <p>{t('storeNote')}</p>
          <Field path="note" label={t('remark')} failure={failure}><Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
        </>
      )}
    </ActDialog>
  )
}
