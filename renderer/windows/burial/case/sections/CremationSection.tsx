import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { agentRelations } from '../../../../../domain/burial/codes.ts'
import { recordingKeptUntil } from '../../../../../domain/burial/storage.ts'
import { findCode } from '../../../../../domain/codes/index.ts'
import { blocks } from '../../../../../domain/findings.ts'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { InstantField, instantNow } from '../../../../case/form/InstantField.tsx'
import { moment } from '../../../../case/moments.ts'
import { DecisionFindings, useBlocking } from '../../../../case/sections/DecisionParts.tsx'
import { ApiFailure } from '../../../../shared/client.ts'
import { Fields } from '../../../../shared/Field.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { Facts } from '../../../../shared/Page.tsx'
import { useSession } from '../../../../shared/session.tsx'
import { ActField, CodeFact, DayFact, TextFact, TickFact, useBurial, useBurialCase, useBurialWords } from '../parts.tsx'

/** 火化确认书, signed before the cremation; the agent's name and relation by one button. */
const Consent = () => {
  const t = useBurialWords()
  const { desk, editable, today } = useBurial()
  const { current, preview } = useBurialCase()
  const paper = current?.papers.filter((line) => line.ready && line.paper === 'burial.consent') ?? []
  const sign = () => desk.store.change((file) => ({ ...file, consent: { signed: true, signedOn: today, signer: file.agent.name, relation: file.agent.relation } }))
  return (
    <fieldset className="party">
      <legend>{t('consent')}</legend>
      <Fields>
        <TickFact path="consent.signed" label={t('consentSigned')} span={3} />
        <TextFact path="consent.signer" label={t('consentSigner')} required span={3} />
        <CodeFact path="consent.relation" label={t('person.relation')} table={agentRelations} codes={false} required span={3} />
        <DayFact path="consent.signedOn" label={t('consentDay')} required span={3} />
      </Fields>
      {editable && <div className="section-acts">{paper.length > 0 && <Button size="small" onClick={() => preview(paper)}>{t('printConsent')}</Button>}<Button size="small" onClick={sign}>{t('consentByAgent')}</Button></div>}
    </fieldset>
  )
}

/** 火化: everything that stands in the way in one list, then the act itself. */
export const CremationSection = () => {
  const t = useBurialWords()
  const say = useSay()
  const { account } = useSession()
  const { editable } = useBurial()
  const { desk, current, busy, failure, today, may, can, decide } = useBurialCase()
  const blocking = useBlocking()
  const [started, setStarted] = useState(instantNow)
  const [ended, setEnded] = useState('')
  const [furnace, setFurnace] = useState('')
  const [operator, setOperator] = useState(account.name)
  const [recording, setRecording] = useState('')
  const [own, setOwn] = useState<string>()
  useEffect(() => setOwn(undefined), [blocking])
  const done = current?.cremation ?? null
  const deciding = current !== undefined && may('case.decide') && can('burial.cremated')
  const cremate = async (): Promise<boolean> => {
    if (done !== null) return true
    if (!deciding) return false
    await desk.checker.full('decision')
    const { answers } = desk.store.get()
    const stops = desk.findings.all().filter((finding) => blocks(answers, finding)).length
    if (stops > 0) {
      setOwn(t('cannotCremate', { n: stops }))
      return false
    }
    if (started === '' || ended === '' || furnace.trim() === '') {
      setOwn(t('cremationMissing'))
      return false
    }
    setOwn(undefined)
    return (await decide({ kind: 'cremated', startedAt: started, endedAt: ended, furnace: furnace.trim(), operator: operator.trim(), recording: recording.trim() })) !== undefined
  }
  useSectionAct('cremation', cremate)
  if (done !== null && current !== undefined) {
    const { consent } = current.file
    const relation = findCode(agentRelations, consent.relation)
    return (
      <div className="burial-part">
        <Facts rows={[
          [t('cremationNumber'), <b key="n" className="mono">{done.number}</b>], [t('crematedOn'), done.day], [t('cremationTime'), `${moment(done.startedAt)} – ${done.endedAt.slice(11, 16)}`], [t('furnace'), done.furnace], [t('operator'), done.operator],
          [t('recording'), done.recording || '—'], [t('recordingUntil'), <span key="r" className={today > done.recordingKeptUntil ? 'quiet' : ''}>{done.recordingKeptUntil}</span>], [t('consent'), `${consent.signer} ${relation === undefined ? '' : say(relation)} ${consent.signedOn}`], [t('home'), done.homeName],
        ]} />
      </div>
    )
  }
  return (
    <div className="burial-part">
      <Consent />
      <DecisionFindings />
      {current === undefined ? <p className="quiet">{t('afterOpening')}</p> : (
        <div className="approve">
          <Fields>
            <ActField name="startedAt" label={t('startedAt')} required span={3}><InstantField value={started} today={today} disabled={!editable} onChange={setStarted} /></ActField>
            <ActField name="endedAt" label={t('endedAt')} required span={3}><InstantField value={ended} today={today} disabled={!editable} onChange={setEnded} /></ActField>
            <ActField name="furnace" label={t('furnace')} required span={2}><Input value={furnace} maxLength={100} disabled={!editable} autoComplete="off" onChange={(event) => setFurnace(event.target.value)} /></ActField>
            <ActField name="operator" label={t('operator')} span={2}><Input value={operator} maxLength={64} disabled={!editable} autoComplete="off" onChange={(event) => setOperator(event.target.value)} /></ActField>
            <ActField name="recording" label={t('recording')} span={2} hint={t('recordingKept', { day: recordingKeptUntil(today) })}><Input value={recording} maxLength={100} disabled={!editable} autoComplete="off" onChange={(event) => setRecording(event.target.value)} /></ActField>
          </Fields>
          {own !== undefined && <div className="finding-note stop" role="alert">{own}</div>}
          {failure instanceof ApiFailure && failure.code === 'findings' && <div className="finding-note stop" role="alert">{say(failure.text)}</div>}
          <div className="section-acts">
            <Button type="primary" data-enter="" loading={busy} disabled={blocking > 0 || !deciding} onClick={() => void cremate()}>{t('act.cremated')}</Button>
            {blocking > 0 ? <span className="quiet">{t('cannotCremate', { n: blocking })}</span> : <span className="quiet">{t('cremationNote')}</span>}
          </div>
        </div>
      )}
    </div>
  )
}
