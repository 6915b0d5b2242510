import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { PaperText } from '../../../../api/schemas/calendar.ts'
import { DialogForm } from '../../../shared/DialogForm.tsx'
import { Field } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { PdfPreview } from '../../../shared/PdfPreview.tsx'
import { useAct } from '../../../shared/query.ts'
import { words } from './words.ts'

export type Paper = z.infer<typeof PaperText>

/** The texts of a paper, the default beside each; the specimen shows what is typed before it is kept. */
export const TextsDialog = ({ paper, mayWrite, onClose }: { readonly paper: Paper; readonly mayWrite: boolean; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(paper.texts.map((text) => [text.key, text.own])))
  const [shown, setShown] = useState(texts)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const change = useAct('changePaperTexts', { refresh: ['listPapers'] })
  const noReason = reason.trim().length < 2
  const submit = (): void => {
    setTried(true)
    if (!mayWrite || noReason || change.isPending) return
    change.mutate({ params: { paper: paper.paper }, body: { texts: { ...texts }, reason: reason.trim() } }, { onSuccess: onClose })
  }
  const preview = (): void => setShown(texts)
  usePageKeys([{ key: 'F8', label: t('preview'), run: preview }, { key: 'F2', label: t('save'), disabled: !mayWrite, run: submit }, { key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  return (
    <Modal
      open width="min(1240px, 96vw)" style={{ top: 20 }} title={t('textsOf', { paper: say(paper.title) })} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden
      footer={
        <div className="row end-row">
          <Button onClick={preview}>{t('preview')} <KeyCap name="F8" /></Button>
          <Button onClick={onClose}>{mayWrite ? t('cancel') : t('close')}</Button>
          {mayWrite && paper.texts.length > 0 && <Button type="primary" loading={change.isPending} onClick={submit}>{t('save')} <KeyCap name="F2" /></Button>}
        </div>
      }
    >
      <div className={paper.texts.length === 0 ? 'paper-texts alone' : 'paper-texts'}>
        {paper.texts.length > 0 && (
          <DialogForm onSubmit={submit}>
            {paper.texts.map((text, index) => (
              <Field key={text.key} path={`texts.${text.key}`} label={t('textNumber', { n: index + 1 })} failure={change.error} hint={<>{t('default')}: {text.default}</>}>
                <Input.TextArea rows={Math.min(6, Math.max(2, Math.ceil(text.default.length / 34)))} disabled={!mayWrite} value={texts[text.key] ?? ''} placeholder={t('ownHint')} maxLength={2000} onChange={(event) => setTexts((now) => ({ ...now, [text.key]: event.target.value }))} />
              </Field>
            ))}
            {mayWrite && (
              <Field path="reason" label={t('reason')} required problem={tried && noReason ? t('reasonShort') : undefined} failure={change.error}>
                <Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
              </Field>
            )}
            <FailurePanel failure={change.error} safe />
          </DialogForm>
        )}
        <PdfPreview route="previewPaper" args={{ params: { paper: paper.paper }, body: { texts: { ...shown } } }} name={`${say(paper.title)}.pdf`} title={t('specimen')} height="66vh" />
      </div>
    </Modal>
  )
}
