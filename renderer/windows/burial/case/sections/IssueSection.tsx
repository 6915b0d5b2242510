import { Button, Modal, Input } from 'antd'
import { useState } from 'react'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { Tick } from '../../../../case/form/choices.tsx'
import { moment } from '../../../../case/moments.ts'
import { latest, papersNamed } from '../../../../case/papers.ts'
import { DialogForm } from '../../../../shared/DialogForm.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { KeyCap } from '../../../../shared/KeyBar.tsx'
import { FailurePanel } from '../../../../shared/Page.tsx'
import type { Person } from '../parts.tsx'
import { agentOf, isWhole, Lines, NumberPapers, PersonFields, useBurialCase, useBurialWords } from '../parts.tsx'

/** 补发: to the first collector, with a number of its own and the reason. */
const ReissueDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useBurialWords()
  const { desk, current, busy, failure, preview } = useBurialCase()
  const [reason, setReason] = useState('')
  const [signed, setSigned] = useState(false)
  const [tried, setTried] = useState(false)
  const first = current?.certificates[0]
  if (first === undefined) return null
  const submit = async () => {
    setTried(true)
    if (reason.trim().length < 2 || !signed) return
    const { name, identityNumber, relation } = first.to
    const done = await desk.send('issueBurial', { issue: { kind: 'certificateReissued', to: { name, identityNumber, relation }, stubSigned: true, reason: reason.trim() } })
    if (done === undefined) return
    onClose()
    preview(latest(papersNamed(done, 'cremationCertificate')))
  }
  return (
    <Modal open title={t('reissueTitle')} okText={t('reissueDo')} cancelText={t('cancel')} confirmLoading={busy} onOk={() => void submit()} onCancel={onClose} mask={{ closable: false }} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      <DialogForm onSubmit={() => void submit()}>
        <p>{t('reissueNote', { name: first.to.name, number: first.number })}</p>
        <Field path="reason" label={t('reason')} required problem={tried && reason.trim().length < 2 ? t('reasonShort') : undefined}><Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} /></Field>
        <Tick checked={signed} onTick={setSigned}>{t('stubSigned')}</Tick>
        {tried && !signed && <div className="finding-note stop" role="alert">{t('stubMissing')}</div>}
        <FailurePanel failure={failure} />
      </DialogForm>
    </Modal>
  )
}

/** 火化证明: handed over against a signature on the stub; a reissue goes to the first collector. */
export const IssueSection = () => {
  const t = useBurialWords()
  const { desk, current, busy, may, can, issue, preview } = useBurialCase()
  const agent = agentOf(desk.store.get())
  const [person, setPerson] = useState<Person>()
  const [signed, setSigned] = useState(false)
  const [reissuing, setReissuing] = useState(false)
  const [tried, setTried] = useState(false)
  const to = person ?? agent
  const issued = current !== undefined && current.certificates.length > 0
  const ready = isWhole(to) && signed
  const open = current !== undefined && !issued && may('case.deliver') && can('burial.certificateIssued')
  const submit = async (): Promise<boolean> => {
    if (issued) return true
    setTried(true)
    if (!open || !isWhole(to) || !signed) return false
    return (await issue({ kind: 'certificateIssued', to, stubSigned: true })) !== undefined
  }
  useSectionAct('issue', submit)
  if (current === undefined) return null
  const papers = latest(papersNamed(current, 'cremationCertificate'))
  return (
    <div className="burial-part">
      <p>{t('cremationNumber')} <b className="mono burial-number">{current.number}</b></p>
      <Lines rows={current.certificates.map((entry) => ({ key: entry.number, words: <><b className="mono">{entry.number}</b> {entry.day} {t('issuedTo', { name: entry.to.name })} {entry.reissueOf !== '' && <span className="tag answer">{t('reissueOf', { number: entry.reissueOf })}</span>}</>, by: moment(entry.at), acts: <NumberPapers number={entry.number} /> }))} />
      {open && (
        <>
          <Fields><PersonFields prefix="to" person={to} agent={agent} onChange={setPerson} /></Fields>
          <Tick checked={signed} onTick={setSigned}>{t('stubSigned')}</Tick>
          {tried && !ready && <div className="finding-note stop" role="alert">{t('issueMissing')}</div>}
        </>
      )}
      <div className="section-acts">
        {papers.length > 0 && <Button onClick={() => preview(papers)}>{t('showCertificate')} <KeyCap name="F8" /></Button>}
        {open && <Button type="primary" data-enter="" loading={busy} disabled={!ready} onClick={() => void submit()}>{t('act.certificateIssued')}</Button>}
        {issued && may('case.deliver') && can('burial.certificateIssued') && <Button tabIndex={-1} onClick={() => setReissuing(true)}>{t('reissueDo')}</Button>}
      </div>
      {reissuing && <ReissueDialog onClose={() => setReissuing(false)} />}
    </div>
  )
}
