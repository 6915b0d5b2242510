import { Button, Modal } from 'antd'
import { useState } from 'react'
import { civilDate, daysBetween } from '../../../../domain/dates.ts'
import { DialogForm } from '../../../shared/DialogForm.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useCaseView } from '../../../case/desk/context.tsx'
import { moment } from '../../../case/moments.ts'
import { papersNamed } from '../../../case/papers.ts'
import type { DivorceCase } from '../../../../api/schemas/divorce.ts'
import { words } from '../words.ts'
import { DaysBar, DaysInWords } from './Days.tsx'
import { Tick } from '../../../case/form/choices.tsx'
import { bothParties, Choices, useDivorce } from './parts.tsx'

type Receipt = '' | 'shown' | 'lostExplained'

/** How the receipt was shown: itself, or its loss explained in writing. */
export const ReceiptChoice = ({ value, disabled = false, onChoose }: { readonly value: Receipt; readonly disabled?: boolean; readonly onChoose: (value: Receipt) => void }) => {
  const t = useWords(words)
  return <Choices label={t('receiptShown')} value={value} disabled={disabled} options={(['shown', 'lostExplained'] as const).map((how) => [how, t(`receipt.${how}`)] as const)} onChoose={onChoose} />
}

/** 撤回 by one party alone, on any day through the last of the cooling-off period. */
const WithdrawalDialog = ({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (done: DivorceCase) => void }) => {
  const t = useWords(words)
  const { desk } = useDivorce()
  const { current, busy, failure } = useCaseView(desk)
  const [party, setParty] = useState<0 | 1>()
  const [shown, setShown] = useState<Readonly<Record<'identityShown' | 'signed' | 'fingerprint', boolean>>>({ identityShown: false, signed: false, fingerprint: false })
  const [receipt, setReceipt] = useState<Receipt>('')
  const [tried, setTried] = useState(false)
  const ready = party !== undefined && receipt !== '' && shown.identityShown && shown.signed && shown.fingerprint
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }, { key: 'F9', label: t('withdrawDo'), run: () => void submit() }], { dialog: true })
  const submit = async () => {
    setTried(true)
    if (!ready) return
    const done = await desk.send('withdrawDivorce', { party, receipt, ...shown })
    if (done !== undefined) onDone(done)
  }
  if (current === undefined) return null
  const tick = (name: 'identityShown' | 'signed' | 'fingerprint', word: 'identityShown' | 'withdrawalSigned' | 'withdrawalFingerprint') => <Tick checked={shown[name]} onTick={(ticked) => setShown((before) => ({ ...before, [name]: ticked }))}>{t(word)}</Tick>
  return (
    <Modal open width={620} title={t('withdrawTitle')} okText={t('withdrawDo')} cancelText={t('cancel')} confirmLoading={busy} okButtonProps={{ danger: true, disabled: tried && !ready }} onOk={() => void submit()} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      <DialogForm>
        <p className="quiet">{t('withdrawNote')}</p>
        <Choices label={t('whoWithdraws')} value={String(party ?? '')} options={bothParties.map((index) => [String(index) as '0' | '1', `${t(`party.${index}`)} ${current.file.parties[index].name}`] as const)} onChoose={(index) => setParty(index === '0' ? 0 : 1)} />
        {tick('identityShown', 'identityShown')}
        <ReceiptChoice value={receipt} onChoose={setReceipt} />
        {tick('signed', 'withdrawalSigned')}
        {tick('fingerprint', 'withdrawalFingerprint')}
        {tried && !ready && <div className="finding-note stop" role="alert">{t('withdrawMissing')}</div>}
        <FailurePanel failure={failure} />
      </DialogForm>
    </Modal>
  )
}

/** 重定期限, with a reason and a second person. */
const RescheduleDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const { desk } = useDivorce()
  const [end1, setEnd1] = useState('')
  const [end2, setEnd2] = useState('')
  const override = { ...(end1 !== '' && { end1 }), ...(end2 !== '' && { end2 }) }
  return (
    <SecondPersonDialog title={t('rescheduleTitle')} verb={t('reschedule')} onCancel={onClose} onDone={onClose} act={(given) => desk.sendNow('rescheduleDivorce', { ...(end1 !== '' || end2 !== '' ? { override } : {}), ...given })}>
      <p className="quiet">{t('rescheduleNote')}</p>
      <Fields>
        <Field path="override.end1" label={t('end1')} span={6}><DayField value={end1} onChange={setEnd1} /></Field>
        <Field path="override.end2" label={t('end2')} span={6}><DayField value={end2} onChange={setEnd2} /></Field>
      </Fields>
    </SecondPersonDialog>
  )
}

/** 冷静期: the days on a bar, what may be done today and by which article, and the withdrawal. */
export const CoolingSection = () => {
  const t = useWords(words)
  const { desk, today, preview } = useDivorce()
  const { current } = useCaseView(desk)
  const [dialog, setDialog] = useState<'withdraw' | 'reschedule'>()
  const days = current?.dates
  if (current === undefined || days === null || days === undefined) return null
  const left = (to: string) => daysBetween(civilDate(today), civilDate(to))
  const { withdrawn, standing } = current
  return (
    <div className="cooling">
      <DaysBar days={days} today={today} />
      {standing === 'coolingOff' && <p role="status">{t('coolsUntil', { end1: days.end1, n: left(days.end1), opens: days.windowOpens })}</p>}
      {standing === 'issuanceOpen' && <p role="status">{t('windowUntil', { end1: days.end1, end2: days.end2, n: left(days.end2) })}</p>}
      {standing === 'lapsed' && <p role="status" className="finding-note stop">{t('lapsedSince', { end2: days.end2 })}</p>}
      {withdrawn !== null && (
        <p role="status"><span className="tag stop">{t('withdrawnBy', { party: t(`party.${withdrawn.party}`), day: withdrawn.day, number: withdrawn.confirmationNumber })}</span> <span className="quiet">{t('withdrawnReceipt')}: {t(withdrawn.receipt === 'shown' ? 'receipt.shown' : 'receipt.lostExplained')}</span></p>
      )}
      <DaysInWords days={days} />
      {current.rescheduled.map((entry) => <p key={entry.at} className="quiet">{t('rescheduledBy', { at: moment(entry.at), by: entry.by, second: entry.second, reason: entry.reason, end1: entry.before.end1, end2: entry.before.end2 })}</p>)}
      <div className="section-acts">
        {current.acts.includes('divorce.withdrawn') && <Button data-enter="" onClick={() => setDialog('withdraw')}>{t('withdraw')}</Button>}
        {current.acts.includes('divorce.withdrawn') && <Button tabIndex={-1} onClick={() => preview(papersNamed(current, 'withdrawal'))}>{t('withdrawForm')}</Button>}
        {current.acts.includes('divorce.rescheduled') && <Button tabIndex={-1} onClick={() => setDialog('reschedule')}>{t('reschedule')}</Button>}
      </div>
      {dialog === 'withdraw' && <WithdrawalDialog onClose={() => setDialog(undefined)} onDone={(done) => { setDialog(undefined); preview([...papersNamed(done, 'withdrawal'), ...papersNamed(done, 'confirmation')]) }} />}
      {dialog === 'reschedule' && <RescheduleDialog onClose={() => setDialog(undefined)} />}
    </div>
  )
}
