import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { PaperLine } from '../../api/schemas/case.ts'
import { useSay } from '../shared/i18n.ts'
import { KeyCap } from '../shared/KeyBar.tsx'
import { usePageKeys } from '../shared/keyboard.ts'
import { FailurePanel } from '../shared/Page.tsx'
import { PdfPreview } from '../shared/PdfPreview.tsx'
import type { CaseDesk } from './desk/desk.ts'
import { useCaseView, useCaseWords, useWindow } from './desk/context.tsx'
import { moment } from './moments.ts'
import type { Printing } from './papers.ts'
import { paperArgs, paperKey, printPapers, recordPrinted } from './papers.ts'

/** F8: the papers as they will be printed, one beside the other in tabs; Enter prints all of them and records it. */
export const PreviewDialog = ({ desk, papers, printing, mayPrint, onClose }: { readonly desk: CaseDesk; readonly papers: readonly PaperLine[]; readonly printing: Printing; readonly mayPrint: boolean; readonly onClose: () => void }) => {
  const t = useCaseWords()
  const spec = useWindow()
  const say = useSay()
  const { current } = useCaseView(desk)
  const [at, setAt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const chosen = papers[at]
  // As the register has it now: printed meanwhile or not.
  const shown = chosen === undefined ? undefined : (current?.papers.find((paper) => paperKey(paper) === paperKey(chosen)) ?? chosen)
  const print = async () => {
    if (busy || current === undefined || !mayPrint) return
    setBusy(true)
    setFailure(undefined)
    try {
      await printPapers(spec, current.id, papers, printing)
      await desk.refresh()
      onClose()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  /** The paper in sight was printed by its own button. */
  const printedAlone = async (paper: PaperLine) => {
    if (current === undefined || !mayPrint) return
    try {
      await recordPrinted(spec, current.id, paper, 'whole', printing.printer)
      await desk.refresh()
    } catch (error) {
      setFailure(error)
    }
  }
  usePageKeys(
    [
      { key: 'Enter', label: t('print'), quiet: true, run: () => void print() },
      { key: 'F8', label: t('print'), run: () => void print() },
      { key: 'ArrowRight', label: t('keyNext'), quiet: true, run: () => setAt((index) => (index + 1) % papers.length) },
      { key: 'ArrowLeft', label: t('keyNext'), quiet: true, run: () => setAt((index) => (index - 1 + papers.length) % papers.length) },
      { key: 'Escape', label: t('close'), run: onClose },
    ],
    { dialog: true },
  )
  if (current === undefined || shown === undefined) return null
  const title = (paper: PaperLine) => `${say(paper.title)}${paper.party === undefined ? '' : ` · ${t(`party.${paper.party}`)}`}${paper.number === undefined ? '' : ` · ${spec.paperNumber?.(paper, current) ?? paper.number}`}`
  return (
    <Modal
      open width="min(900px, 94vw)" style={{ top: 24 }} className="preview-dialog" title={papers.length === 1 ? title(shown) : t('previewOf')} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden
      footer={
        <div className="row preview-foot">
          <Button type="primary" autoFocus loading={busy} disabled={!mayPrint} onClick={() => void print()}>{t('printRecord', { n: papers.length })} <KeyCap name="Enter" /></Button>
          <Button onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button>
        </div>
      }
    >
      {papers.length > 1 && (
        <div className="choices" role="tablist">
          {papers.map((paper, index) => <button key={paperKey(paper)} type="button" role="tab" tabIndex={-1} aria-selected={index === at} aria-pressed={index === at} onClick={() => setAt(index)}>{title(paper)}</button>)}
        </div>
      )}
      <p className="quiet">{shown.printed.length === 0 ? t('notPrinted') : shown.printed.map((printed) => t('printedAt', { who: printed.by, at: moment(printed.at) })).join(' · ')}</p>
      <PdfPreview route={spec.routes.paper as 'getMarriagePaper'} args={paperArgs(current.id, shown, printing, 'whole')} name={`${title(shown)}.pdf`} title={title(shown)} height={Math.max(320, innerHeight - 300)} version={current.revision} onPrinted={() => void printedAlone(shown)} />
      <FailurePanel failure={failure} />
    </Modal>
  )
}
