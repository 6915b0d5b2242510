import { Input, Modal } from 'antd'
import { useState } from 'react'
import type { EndingLine, MarriageCase } from '../../../../api/schemas/marriage.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { useCasePlace, useCaseView } from '../../../case/desk/context.tsx'
import { send } from '../../../case/spec.ts'
import { DialogForm } from '../../../shared/DialogForm.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { words } from '../words.ts'

/** The papers of a judgment or revocation, filed on their own in the class 撤销婚姻类. */
export const FileEndingDialog = ({ ending, onClose }: { readonly ending: EndingLine; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { desk } = useCasePlace<MarriageFile, MarriageCase>()
  const { busy, failure } = useCaseView(desk)
  const [officeNumber, setOfficeNumber] = useState('')
  const [archiveNumber, setArchiveNumber] = useState('')
  const [pages, setPages] = useState('')
  const [tried, setTried] = useState(false)
  const ready = /^[1-9]\d{0,3}$/.test(pages) && /^(|[1-9]\d{0,6})$/.test(officeNumber)
  const file = async () => {
    setTried(true)
    if (!ready) return
    const done = await desk.act((now) => send<MarriageCase>('fileEnding', { params: { id: now.id, ending: ending.index }, body: { revision: now.revision, archiveFileNumber: archiveNumber.trim(), pages: Number(pages), ...(officeNumber === '' ? {} : { officeFileNumber: Number(officeNumber) }) } }))
    if (done !== undefined) onClose()
  }
  return (
    <Modal open width={620} title={`${t('fileEnding')} · ${say(ending.title)}`} okText={t('archive')} cancelText={t('cancel')} confirmLoading={busy} onOk={() => void file()} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      <DialogForm onSubmit={() => void file()}>
        <Fields>
          <Field path="officeFileNumber" label={t('officeFileNumber')} hint={t('officeFileAuto')} span={5}><Input value={officeNumber} inputMode="numeric" maxLength={7} onChange={(event) => setOfficeNumber(event.target.value.trim())} /></Field>
          <Field path="archiveFileNumber" label={t('archiveFileNumber')} span={4}><Input value={archiveNumber} maxLength={20} onChange={(event) => setArchiveNumber(event.target.value)} /></Field>
          <Field path="pages" label={t('pages')} required span={3} problem={tried && !ready ? t('pagesShape') : undefined}><Input value={pages} inputMode="numeric" maxLength={4} onChange={(event) => setPages(event.target.value.trim())} /></Field>
        </Fields>
        {tried && <FailurePanel failure={failure} />}
      </DialogForm>
    </Modal>
  )
}
