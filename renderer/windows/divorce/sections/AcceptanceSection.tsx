import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { ApiFailure } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { Facts, FailurePanel, Waiting } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { AbandonDialog, RefusalDialog } from '../../../case/dialogs/RefusalDialog.tsx'
import { moment } from '../../../case/moments.ts'
import { papersNamed } from '../../../case/papers.ts'
import { DecisionFindings, Grounds, useBlocking } from '../../../case/sections/DecisionParts.tsx'
import { words } from '../words.ts'
import { DaysInWords } from './Days.tsx'
import { useDivorce } from './parts.tsx'

interface Override {
  readonly end1: string
  readonly end2: string
  readonly reason: string
}
const noOverride: Override = { end1: '', end2: '', reason: '' }

/** The days set by hand, with the reason that the journal keeps. */
export const OverrideFields = ({ value, onChange, failure }: { readonly value: Override; readonly onChange: (value: Override) => void; readonly failure?: unknown }) => {
  const t = useWords(words)
  const refused = failure instanceof ApiFailure ? failure : null
  return (
    <Fields>
      <Field path="override.end1" label={t('end1')} span={3} failure={refused}><DayField value={value.end1} onChange={(end1) => onChange({ ...value, end1 })} /></Field>
      <Field path="override.end2" label={t('end2')} span={3} failure={refused}><DayField value={value.end2} onChange={(end2) => onChange({ ...value, end2 })} /></Field>
      <Field path="override.reason" label={t('overrideReason')} required span={6} failure={refused}><Input value={value.reason} maxLength={400} onChange={(event) => onChange({ ...value, reason: event.target.value })} /></Field>
    </Fields>
  )
}

/** What an application accepted today leads to, asked of the register without saving anything. */
const DaysAhead = ({ today }: { readonly today: string }) => {
  const t = useWords(words)
  const days = useRoute('divorceDeadlines', { query: { received: today } }, { fresh: 60_000 })
  if (days.error !== null) return <FailurePanel failure={days.error} />
  if (days.data === undefined) return <Waiting />
  return <div><h3>{t('daysOf')}</h3><DaysInWords days={days.data} /></div>
}

const Accepted = () => {
  const t = useWords(words)
  const { desk, preview, may } = useDivorce()
  const { current } = useCaseView(desk)
  if (current === undefined) return null
  if (current.notAccepted !== null) return <Grounds title={t('notAcceptedOn', { day: current.notAccepted.day })} grounds={current.notAccepted.grounds} />
  if (current.accepted === null || current.dates === null) return null
  return (
    <div className="accepted">
      <Facts rows={[[t('receiptNumber'), <b key="number" className="mono">{current.accepted.receiptNumber}</b>], [t('acceptedOn'), moment(current.accepted.at)], [t('registrar'), current.accepted.registrar]]} />
      <div className="section-acts"><Button data-enter="" disabled={!may('case.print')} onClick={() => preview(papersNamed(current, 'receipt'))}>{t('printReceipt')} <KeyCap name="F8" /></Button></div>
    </div>
  )
}

/** 受理: what stands in the way, the days that would follow, then the act itself; or the application is not accepted. */
export const AcceptanceSection = () => {
  const t = useWords(words)
  const say = useSay()
  const { desk, editable, may, preview, today } = useDivorce()
  const { current, busy, failure } = useCaseView(desk)
  const blocking = useBlocking()
  const [dialog, setDialog] = useState<'notAccept' | 'abandon'>()
  const [byHand, setByHand] = useState(false)
  const [override, setOverride] = useState<Override>(noOverride)
  const [paperAsked, setPaperAsked] = useState(true)
  const [tried, setTried] = useState(false)
  const received = current?.state === 'received'
  const deciding = received && may('case.decide')
  const given = byHand && (override.end1 !== '' || override.end2 !== '') ? override : undefined
  const reasonMissing = given !== undefined && given.reason.trim().length < 2
  const accept = async (): Promise<boolean> => {
    if (!deciding) return current !== undefined && !received
    setTried(true)
    if (reasonMissing) return false
    await desk.checker.full('decision')
    const done = await desk.send('acceptDivorce', given === undefined ? {} : { override: { ...(given.end1 !== '' && { end1: given.end1 }), ...(given.end2 !== '' && { end2: given.end2 }), reason: given.reason.trim() } })
    if (done === undefined) return false
    // The receipt is handed out at once; it names the days.
    if (may('case.print')) preview(papersNamed(done, 'receipt'))
    return true
  }
  useSectionAct('acceptance', async () => {
    if (current === undefined) {
      await desk.commit()
      return false
    }
    return accept()
  })
  if (current !== undefined && !received) return <Accepted />
  return (
    <div className="decision">
      <DecisionFindings />
      <DaysAhead today={today} />
      {current === undefined && editable && (
        <div className="section-acts">
          <Button type="primary" data-enter="" loading={busy} onClick={() => void desk.commit()}>{t('openApplication')}</Button>
          <span className="quiet">{t('openApplicationNote')}</span>
        </div>
      )}
      {deciding && (
        <div className="approve" data-primary="">
          <Checkbox tabIndex={-1} checked={byHand} onChange={(event) => setByHand(event.target.checked)}>{t('override')} <span className="quiet">{t('overrideNote')}</span></Checkbox>
          {byHand && <OverrideFields value={override} onChange={setOverride} failure={failure} />}
          {tried && reasonMissing && <div className="finding-note stop" role="alert">{t('reasonShort')}</div>}
          {failure instanceof ApiFailure && failure.code === 'findings' && <div className="finding-note stop" role="alert">{say(failure.text)}</div>}
          <div className="section-acts">
            <Button type="primary" data-enter="" loading={busy} disabled={blocking > 0} onClick={() => void accept()}>{t('accept')}</Button>
            <span className="quiet">{blocking > 0 ? t('cannotApprove', { n: blocking }) : t('acceptNote')}</span>
            <span className="spring" />
            <Button tabIndex={-1} onClick={() => setDialog('notAccept')}>{t('notAccept')}</Button>
            <Button tabIndex={-1} onClick={() => setDialog('abandon')}>{t('abandon')}</Button>
          </div>
        </div>
      )}
      {dialog === 'notAccept' && (
        <RefusalDialog
          act="notAcceptDivorce" more={{ paperAsked }} title={t('notAcceptTitle')} note={t('notAcceptNote')} verb={t('notAcceptDo')}
          extra={<Checkbox checked={paperAsked} onChange={(event) => setPaperAsked(event.target.checked)}>{t('paperAsked')}</Checkbox>}
          onClose={() => setDialog(undefined)} onDone={(done) => { setDialog(undefined); if (paperAsked) preview(papersNamed(done, 'nonAcceptance')) }}
        />
      )}
      {dialog === 'abandon' && <AbandonDialog onClose={() => setDialog(undefined)} />}
    </div>
  )
}
