import { Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { blocksDecision } from '../../../../domain/marriage/check.ts'
import { normaliseSerial } from '../../../../domain/serials.ts'
import { ApiFailure, call } from '../../../shared/client.ts'
import { Field, Fields, focusField } from '../../../shared/Field.tsx'
import { FindingList } from '../../../shared/FindingList.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Facts } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useCasePlace, useCaseView, useSectionAct } from '../case/context.tsx'
import { RefusalDialog, AbandonDialog } from '../dialogs/RefusalDialog.tsx'
import { AnswerBox, TextFact } from '../form/fields.tsx'
import { useFindings } from '../form/findings.ts'
import { sectionOfField } from '../form/steps.ts'
import { useField } from '../form/store.ts'
import { papersNamed } from '../papers.ts'
import { words } from '../words.ts'

/** The whole list of findings before the decision, counts first. */
const Findings = () => {
  const t = useWords(words)
  const say = useSay()
  const { desk, go } = useCasePlace()
  const findings = useFindings(desk.findings)
  useField(desk.store, 'answers')
  const file = desk.store.get()
  const open = findings.filter((finding) => blocksDecision(file, finding))
  const missing = findings.filter((finding, index) => finding.outcome === 'notYet' && findings.findIndex((other) => other.message.zh === finding.message.zh) === index)
  const standing = findings.filter((finding) => finding.outcome !== 'notYet')
  const stops = open.filter((finding) => finding.severity === 'stop' && finding.outcome !== 'notYet').length
  const asks = open.filter((finding) => finding.severity === 'answer' && finding.outcome !== 'notYet').length
  const toField = (path: string | undefined) => {
    go(sectionOfField(path))
    if (path !== undefined) focusField(path)
  }
  return (
    <div className="decision-findings">
      <p className="counts" role="status">
        {open.length === 0 && <span className="tag good">{t('noFindings')}</span>}
        {stops > 0 && <span className="tag stop">{t('stopsCount', { n: stops })}</span>}
        {asks > 0 && <span className="tag answer">{t('asksCount', { n: asks })}</span>}
        {missing.length > 0 && <span className="tag">{t('notYetCount', { n: missing.length })}</span>}
        <span className="quiet">{t('passedCount', { n: desk.findings.passed() })}</span>
      </p>
      {missing.length > 0 && (
        <p className="missing-facts">
          <b>{t('missing')}</b>
          {missing.map((finding) => <button key={`${finding.rule} ${finding.field ?? ''} ${finding.message.en}`} type="button" tabIndex={-1} title={`${say(finding.title)} · ${say(finding.law)}`} onClick={() => toField(finding.field)}>{say(finding.message)}</button>)}
        </p>
      )}
      {standing.length > 0 && (
        <FindingList
          findings={standing} onField={(path) => go(sectionOfField(path))}
          action={(finding) => (finding.severity === 'answer' && (finding.outcome === 'fail' || finding.outcome === 'asks') ? <AnswerBox finding={finding} /> : null)}
        />
      )}
    </div>
  )
}

const Decided = () => {
  const t = useWords(words)
  const { desk } = useCasePlace()
  const { current } = useCaseView(desk)
  if (current === undefined) return null
  if (current.refusal !== null)
    return (
      <div className="decision-findings">
        <span className="tag stop">{t('refusedOn', { day: current.refusal.day })}</span>
        <ul className="grounds">{current.refusal.grounds.map((ground) => <li key={ground.rule}><b>{ground.law}</b> {ground.reason}</li>)}</ul>
      </div>
    )
  if (current.number === '') return null
  return (
    <Facts
      rows={[
        [t('certificateNumber'), <b key="number" className="mono">{current.number}</b>],
        [t('registrationDay'), current.day],
        [t('serialOf', { party: t('party.0') }), <span key="0" className="mono">{current.serials[0]}</span>],
        [t('serialOf', { party: t('party.1') }), <span key="1" className="mono">{current.serials[1]}</span>],
        [t('registrar'), current.registrarName],
      ]}
    />
  )
}

export const DecisionSection = () => {
  const t = useWords(words)
  const say = useSay()
  const { desk, editable, may, preview } = useCasePlace()
  const { current, busy, failure } = useCaseView(desk)
  const findings = useFindings(desk.findings)
  useField(desk.store, 'answers')
  const [serials, setSerials] = useState<readonly [string, string]>(['', ''])
  const [own, setOwn] = useState<string>()
  const [dialog, setDialog] = useState<'refuse' | 'abandon'>()
  const deciding = current?.state === 'received' && may('case.decide')
  const next = useRoute('nextBlanks', { query: { type: 'marriage', count: 2 } }, { enabled: deciding, fresh: 0 })
  const suggested = useMemo(() => next.data?.serials ?? [], [next.data])
  useEffect(() => {
    setSerials((typed) => [typed[0] === '' ? (suggested[0] ?? '') : typed[0], typed[1] === '' ? (suggested[1] ?? '') : typed[1]])
  }, [suggested])
  const blocking = findings.filter((finding) => blocksDecision(desk.store.get(), finding)).length

  const approve = async (): Promise<boolean> => {
    if (!deciding) return current !== undefined && current.state !== 'received'
    await desk.checker.full('decision')
    const stops = desk.findings.all().filter((finding) => blocksDecision(desk.store.get(), finding)).length
    if (stops > 0) {
      setOwn(t('cannotApprove', { n: stops }))
      return false
    }
    const given = [normaliseSerial(serials[0]), normaliseSerial(serials[1])] as [string, string]
    if (given[0] === '' || given[1] === '') {
      setOwn(suggested.length < 2 ? t('noStock') : t('serialsMissing'))
      return false
    }
    if (given[0] === given[1]) {
      setOwn(t('sameSerial'))
      return false
    }
    setOwn(undefined)
    const done = await desk.act((now) => call('registerMarriage', { params: { id: now.id }, body: { revision: now.revision, serials: given } }))
    if (done === undefined) void next.refetch()
    return done !== undefined
  }
  useSectionAct('decision', async () => {
    if (current === undefined) {
      await desk.commit()
      return false
    }
    return approve()
  })
  const refused = failure instanceof ApiFailure && (failure.code === 'stock' || failure.field?.startsWith('serials') === true) ? failure : null
  return (
    <div className="decision">
      {current?.state !== 'received' && current !== undefined ? <Decided /> : <Findings />}
      {editable && current !== undefined && (
        <Fields>
          <TextFact path="remarkForm" label={t('field.remarkForm')} span={6} max={400} />
          <TextFact path="remarkCertificate" label={t('field.remarkCertificate')} span={6} max={120} />
        </Fields>
      )}
      {deciding && (
        <div className="approve" data-primary="">
          <Fields>
            {([0, 1] as const).map((party) => (
              <div key={party} className="fact span-3">
                <Field path={`serials.${party}`} label={t('serialOf', { party: t(`party.${party}`) })} required failure={refused}>
                  <Input className="mono" value={serials[party]} maxLength={20} autoComplete="off" spellCheck={false} onChange={(event) => setSerials(party === 0 ? [event.target.value, serials[1]] : [serials[0], event.target.value])} />
                </Field>
              </div>
            ))}
            <p className="field span-6 quiet serial-hint">{suggested.length < 2 && next.isSuccess ? t('noStock') : t('serialHint')}<br />{t('approveNote')}</p>
          </Fields>
          {own !== undefined && <div className="finding-note stop" role="alert">{own}</div>}
          {failure instanceof ApiFailure && failure.code === 'findings' && <div className="finding-note stop" role="alert">{say(failure.text)}</div>}
          <div className="section-acts">
            <Button type="primary" data-enter="" loading={busy} disabled={blocking > 0} onClick={() => void approve()}>{t('approve')}</Button>
            {blocking > 0 && <span className="quiet">{t('cannotApprove', { n: blocking })}</span>}
            <span className="spring" />
            <Button tabIndex={-1} onClick={() => setDialog('refuse')}>{t('refuse')}</Button>
            <Button tabIndex={-1} onClick={() => setDialog('abandon')}>{t('abandon')}</Button>
          </div>
        </div>
      )}
      {current === undefined && editable && (
        <div className="section-acts">
          <Button type="primary" data-enter="" loading={busy} onClick={() => void desk.commit()}>{t('receive')}</Button>
          <span className="quiet">{t('receiveNote')}</span>
        </div>
      )}
      {dialog === 'refuse' && <RefusalDialog onClose={() => setDialog(undefined)} onDone={(done) => { setDialog(undefined); preview(papersNamed(done, 'refusal')) }} />}
      {dialog === 'abandon' && <AbandonDialog onClose={() => setDialog(undefined)} />}
    </div>
  )
}
