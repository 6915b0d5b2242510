import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { civilDate, daysBetween } from '../../../../domain/dates.ts'
import { ApiFailure } from '../../../shared/client.ts'
import { DialogForm } from '../../../shared/DialogForm.tsx'
import { Field } from '../../../shared/Field.tsx'
import { FindingList } from '../../../shared/FindingList.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { words } from '../words.ts'
import { ReceiptChoice } from './CoolingSection.tsx'
import { Tick } from '../../../case/form/choices.tsx'
import { bothParties, useDivorce } from './parts.tsx'

/** They leave before a decision; the window goes on running. */
const LeaveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const { desk } = useDivorce()
  const { current, busy, failure } = useCaseView(desk)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const short = reason.trim().length < 2
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  const leave = async () => {
    setTried(true)
    if (short) return
    if ((await desk.send('endIssuance', { reason: reason.trim() })) !== undefined) onClose()
  }
  return (
    <Modal open title={t('endIssuance')} okText={t('confirm')} cancelText={t('cancel')} confirmLoading={busy} onOk={() => void leave()} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      <DialogForm onSubmit={() => void leave()}>
        <p className="quiet">{t('endIssuanceNote', { end2: current?.dates?.end2 ?? '' })}</p>
        <Field path="reason" label={t('reason')} required problem={tried && short ? t('reasonShort') : undefined}><Input value={reason} maxLength={400} onChange={(event) => setReason(event.target.value)} /></Field>
        <FailurePanel failure={failure} />
      </DialogForm>
    </Modal>
  )
}

/** 领证: both in person within the window, with the receipt; the clock says since or until when, by which article. */
export const AppearanceSection = () => {
  const t = useWords(words)
  const { desk, today, go } = useDivorce()
  const { current, busy, failure } = useCaseView(desk)
  const [present, setPresent] = useState<readonly [boolean, boolean]>([false, false])
  const [receipt, setReceipt] = useState<'' | 'shown' | 'lostExplained'>('')
  const [leaving, setLeaving] = useState(false)
  const [tried, setTried] = useState(false)
  const allowed = current?.acts.includes('divorce.issuanceStarted') === true
  const ready = present[0] && present[1] && receipt !== ''
  const start = async (): Promise<boolean> => {
    if (current !== undefined && current.issuance !== null) return true
    setTried(true)
    if (!allowed || !ready) return false
    const done = await desk.send('startIssuance', { present: [present[0], present[1]], receipt })
    if (done === undefined) return false
    go('interviews')
    return false
  }
  useSectionAct('appearance', start)
  if (current === undefined || current.dates === null) return null
  const { dates, issuance, standing } = current
  const days = (to: string) => daysBetween(civilDate(today), civilDate(to))
  if (issuance !== null)
    return (
      <div className="row">
        <span className="tag good">{t('startedOn', { day: issuance.day, receipt: t(issuance.receipt === 'shown' ? 'receipt.shown' : 'receipt.lostExplained') })}</span>
        {current.acts.includes('divorce.issuanceEnded') && <Button size="small" tabIndex={-1} onClick={() => setLeaving(true)}>{t('endIssuance')}</Button>}
        {leaving && <LeaveDialog onClose={() => setLeaving(false)} />}
      </div>
    )
  return (
    <div className="appearance">
      {standing === 'coolingOff' && <p role="status" className="finding-note answer">{t('opensOn', { end1: dates.end1, opens: dates.windowOpens })}</p>}
      {standing === 'issuanceOpen' && <p role="status">{t('windowUntil', { end1: dates.end1, end2: dates.end2, n: days(dates.end2) })}</p>}
      {standing === 'lapsed' && <p role="status" className="finding-note stop">{t('lapsedSince', { end2: dates.end2 })}</p>}
      {standing === 'issuanceOpen' && (
        <>
          <div className="row" data-ticks="">
            {bothParties.map((party) => <Tick key={party} checked={present[party]} disabled={!allowed} onTick={(ticked) => setPresent((before) => (party === 0 ? [ticked, before[1]] : [before[0], ticked]))}>{t('present', { party: `${t(`party.${party}`)} ${current.file.parties[party].name}` })}</Tick>)}
          </div>
          <ReceiptChoice value={receipt} disabled={!allowed} onChoose={setReceipt} />
          {tried && failure instanceof ApiFailure && failure.findings.length > 0 && <FindingList findings={failure.findings} />}
          <div className="section-acts">
            <Button type="primary" data-enter="" loading={busy} disabled={!allowed || !ready} onClick={() => void start()}>{t('startIssuance')}</Button>
            {!ready && <span className="quiet">{t('presentMissing')}</span>}
          </div>
        </>
      )}
    </div>
  )
}
