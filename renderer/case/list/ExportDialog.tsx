import { Input, Modal } from 'antd'
import { useState } from 'react'
import { ApiFailure } from '../../shared/client.ts'
import { DialogForm } from '../../shared/DialogForm.tsx'
import { Field } from '../../shared/Field.tsx'
import { FailurePanel } from '../../shared/Page.tsx'
import { saveFile } from '../../shared/shell.ts'
import { useCaseWords, useWindow } from '../desk/context.tsx'
import { send } from '../spec.ts'

/** Asks what the list is exported for, then saves it; the journal keeps who, what for and how many. */
export const ExportDialog = ({ filter, onClose }: { readonly filter: Readonly<Record<string, string>>; readonly onClose: () => void }) => {
  const t = useCaseWords()
  const spec = useWindow()
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const missing = purpose.trim().length < 2
  const submit = async () => {
    setTried(true)
    if (missing || busy) return
    setBusy(true)
    setFailure(null)
    try {
      const table = await send<Blob>(spec.routes.export, { body: { filter, purpose: purpose.trim() } })
      if (await saveFile(table, `${t('ledger')}.csv`)) onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title={t('exportTitle')} okText={t('exportVerb')} cancelText={t('cancel')} confirmLoading={busy} onOk={() => void submit()} onCancel={onClose} mask={{ closable: false }} destroyOnHidden>
      <DialogForm onSubmit={() => void submit()}>
        <p className="quiet">{t('exportHint')}</p>
        <Field path="purpose" label={t('exportPurpose')} required failure={failure instanceof ApiFailure ? failure : null} problem={tried && missing ? t('exportPurposeShort') : undefined}>
          <Input value={purpose} maxLength={200} autoComplete="off" onChange={(event) => setPurpose(event.target.value)} />
        </Field>
        <FailurePanel failure={failure instanceof ApiFailure && failure.field === 'purpose' ? undefined : failure} />
      </DialogForm>
    </Modal>
  )
}
