/**
 * A paper in a dialog of its own, ready to be printed or saved: what F8 opens where a page has one paper.
 *   {open && <PaperDialog route="divorceWorklistSheet" args={{ query: { day } }} name="….pdf" title={t('sheet')} onClose={close} />}
 */
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from './i18n.ts'
import { KeyCap } from './KeyBar.tsx'
import { usePageKeys } from './keyboard.ts'
import { PdfPreview, type PaperRoute, type PdfPreviewProps } from './PdfPreview.tsx'
import { shared } from './words.ts'

export type PaperDialogProps<Id extends PaperRoute> = Omit<PdfPreviewProps<Id>, 'height' | 'title'> & {
  readonly title: string
  readonly onClose: () => void
  /** What chooses among papers, above the one that is shown. */
  readonly before?: ReactNode
}

export const PaperDialog = <Id extends PaperRoute>({ title, onClose, before, ...paper }: PaperDialogProps<Id>) => {
  const t = useWords(shared)
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  return (
    <Modal
      open width="min(900px, 94vw)" style={{ top: 24 }} title={title} onCancel={onClose} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden
      footer={<Button onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button>}
    >
      {before !== undefined && before !== false && <div className="paper-before">{before}</div>}
      <PdfPreview {...paper} title={title} height="68vh" />
    </Modal>
  )
}
