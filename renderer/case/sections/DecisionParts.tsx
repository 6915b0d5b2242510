import { Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { blocks } from '../../../domain/findings.ts'
import { normaliseSerial } from '../../../domain/serials.ts'
import { ApiFailure } from '../../shared/client.ts'
import { Field, Fields, focusField } from '../../shared/Field.tsx'
import { FindingList } from '../../shared/FindingList.tsx'
import { useSay } from '../../shared/i18n.ts'
import { Facts } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useCasePlace, useCaseView, useCaseWords, useCouplePlace } from '../desk/context.tsx'
import { AnswerBox } from '../form/fields.tsx'
import { useFindings } from '../form/findings.ts'
import { useField } from '../form/store.ts'
import { blanksOf } from './CertificatesSection.tsx'

/** How many findings stand in the way now. */
export const useBlocking = (): number => {
  const { desk } = useCasePlace()
  const findings = useFindings(desk.findings)
  const [answers] = useField(desk.store, 'answers')
  return findings.filter((finding) => blocks(answers, finding)).length
}

/** The whole list of findings before the decision, counts first. */
export const DecisionFindings = () => {
  const t = useCaseWords()
  const say = useSay()
  const { desk, spec, go } = useCasePlace()
  const findings = useFindings(desk.findings)
  const [answers] = useField(desk.store, 'answers')
  const open = findings.filter((finding) => blocks(answers, finding))
  const missing = findings.filter((finding, index) => finding.outcome === 'notYet' && findings.findIndex((other) => other.message.zh === finding.message.zh) === index)
  const standing = findings.filter((finding) => finding.outcome !== 'notYet')
  const stops = open.filter((finding) => finding.severity === 'stop' && finding.outcome !== 'notYet').length
  const asks = open.filter((finding) => finding.severity === 'answer' && finding.outcome !== 'notYet').length
  const sectionOf = (path: string | undefined) => spec.sectionOfField(path, desk.view().current)
  const toField = (path: string | undefined) => {
    go(sectionOf(path))
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
          findings={standing} onField={(path) => go(sectionOf(path))}
          action={(finding) => (finding.severity === 'answer' && (finding.outcome === 'fail' || finding.outcome === 'asks') ? <AnswerBox finding={finding} /> : null)}
        />
      )}
    </div>
  )
}

/** Grounds of a refusal as they were written down. */
export const Grounds = ({ title, grounds }: { readonly title: string; readonly grounds: readonly { readonly rule: string; readonly law: string; readonly reason: string }[] }) => (
  <div className="decision-findings">
    <span className="tag stop">{title}</span>
    <ul className="grounds">{grounds.map((ground) => <li key={ground.rule}><b>{ground.law}</b> {ground.reason}</li>)}</ul>
  </div>
)

/** What was decided: number, day and serials, or the grounds of the refusal. */
export const Decided = ({ rows = [] }: { readonly rows?: readonly (readonly [string, ReactNode])[] }) => {
  const t = useCaseWords()
  const { desk } = useCouplePlace()
  const { current } = useCaseView(desk)
  if (current === undefined) return null
  if (current.refusal !== null) return <Grounds title={t('refusedOn', { day: current.refusal.day })} grounds={current.refusal.grounds} />
  if (current.number === '') return null
  return (
    <Facts
      rows={[
        [t('certificateNumber'), <b key="number" className="mono">{current.number}</b>],
        [t('registrationDay'), current.day],
        ...([0, 1] as const).filter((party) => current.serials[party] !== '').map((party) => [t('serialOf', { party: t(`party.${party}`) }), <span key={party} className="mono">{current.serials[party]}</span>] as const),
        [t('registrar'), current.registrarName],
        ...rows,
      ]}
    />
  )
}

export interface Approval {
  /** Registers; false when something stands in the way. */
  readonly approve: () => Promise<boolean>
  readonly view: ReactNode
}

/** The serials of the booklets and the decision itself: filled in from stock, compared with the blanks in the clerk's hand. */
export const useApproval = ({ deciding, parties = [0, 1], ready = true, besides }: {
  readonly deciding: boolean
  /** Who gets a booklet. */
  readonly parties?: readonly (0 | 1)[]
  readonly ready?: boolean
  /** Buttons beside the decision: refuse, give up. */
  readonly besides?: ReactNode
}): Approval => {
  const t = useCaseWords()
  const say = useSay()
  const { desk, spec } = useCasePlace()
  const { current, busy, failure } = useCaseView(desk)
  const blocking = useBlocking()
  const [serials, setSerials] = useState<readonly [string, string]>(['', ''])
  const [own, setOwn] = useState<string>()
  const next = useRoute('nextBlanks', { query: { type: blanksOf(spec, current), count: parties.length } }, { enabled: deciding, fresh: 0 })
  const suggested = useMemo(() => next.data?.serials ?? [], [next.data])
  const wanted = parties.join(' ')
  useEffect(() => {
    const taken = wanted.split(' ').map(Number)
    setSerials((typed) => ([0, 1] as const).map((party) => (taken.includes(party) ? (typed[party] === '' ? (suggested[taken.indexOf(party)] ?? '') : typed[party]) : '')) as unknown as [string, string])
  }, [suggested, wanted])
  const approve = async (): Promise<boolean> => {
    if (!deciding) return current !== undefined && current.number !== ''
    await desk.checker.full('decision')
    const { answers } = desk.store.get()
    const stops = desk.findings.all().filter((finding) => blocks(answers, finding)).length
    if (stops > 0) {
      setOwn(t('cannotApprove', { n: stops }))
      return false
    }
    const given: [string, string] = [normaliseSerial(serials[0]), normaliseSerial(serials[1])]
    if (parties.some((party) => given[party] === '')) {
      setOwn(suggested.length < parties.length ? t('noStock') : t('serialsMissing'))
      return false
    }
    if (given[0] === given[1]) {
      setOwn(t('sameSerial'))
      return false
    }
    setOwn(undefined)
    const done = await desk.send('register', { serials: given })
    if (done === undefined) void next.refetch()
    return done !== undefined
  }
  const refused = failure instanceof ApiFailure && (failure.code === 'stock' || failure.field?.startsWith('serials') === true) ? failure : null
  const view = deciding && (
    <div className="approve" data-primary="">
      <Fields>
        {parties.map((party) => (
          <div key={party} className="fact span-3">
            <Field path={`serials.${String(party)}`} label={t('serialOf', { party: t(`party.${party}`) })} required failure={refused}>
              <Input className="mono" value={serials[party]} maxLength={20} autoComplete="off" spellCheck={false} onChange={(event) => setSerials(party === 0 ? [event.target.value, serials[1]] : [serials[0], event.target.value])} />
            </Field>
          </div>
        ))}
        <p className="field span-6 quiet serial-hint">{suggested.length < parties.length && next.isSuccess ? t('noStock') : t('serialHint')}<br />{t('approveNote')}</p>
      </Fields>
      {own !== undefined && <div className="finding-note stop" role="alert">{own}</div>}
      {failure instanceof ApiFailure && failure.code === 'findings' && <div className="finding-note stop" role="alert">{say(failure.text)}</div>}
      <div className="section-acts">
        <Button type="primary" data-enter="" loading={busy} disabled={blocking > 0 || !ready} onClick={() => void approve()}>{t('approve')}</Button>
        {blocking > 0 && <span className="quiet">{t('cannotApprove', { n: blocking })}</span>}
        <span className="spring" />
        {besides}
      </div>
    </div>
  )
  return { approve, view }
}
