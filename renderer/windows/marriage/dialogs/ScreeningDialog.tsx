import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { MarriageCase } from '../../../../api/schemas/marriage.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { useCasePlace, useCaseView } from '../../../case/desk/context.tsx'
import { ApiFailure } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { DialogForm } from '../../../shared/DialogForm.tsx'
import { Field } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { words } from '../words.ts'

/** 预审: the papers are looked through and the couple is expected on a day. */
export const ScreeningDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const { desk } = useCasePlace<MarriageFile, MarriageCase>()
  const { current, busy, failure } = useCaseView(desk)
  const [day, setDay] = useState(current?.screened?.plannedDay ?? '')
  const [note, setNote] = useState(current?.screened?.note ?? '')
  const [tried, setTried] = useState(false)
  const screen = async () => {
    setTried(true)
    if (day === '') return
    const done = await desk.send('screenMarriage', { plannedDay: day, note: note.trim() })
    if (done !== undefined) onClose()
  }
  return (
    <Modal open width={480} title={t('screening')} okText={t('screeningDo')} cancelText={t('cancel')} confirmLoading={busy} onOk={() => void screen()} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      <DialogForm onSubmit={() => void screen()}>
        <p className="quiet">{t('screeningNote')}</p>
        <Field path="plannedDay" label={t('plannedDay')} required failure={failure instanceof ApiFailure ? failure : null} problem={tried && day === '' ? t('plannedDayMissing') : undefined}><DayField value={day} onChange={setDay} /></Field>
        <Field path="note" label={t('note')}><Input value={note} maxLength={200} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
        {tried && <FailurePanel failure={failure instanceof ApiFailure && failure.field === 'plannedDay' ? undefined : failure} />}
      </DialogForm>
    </Modal>
  )
}
