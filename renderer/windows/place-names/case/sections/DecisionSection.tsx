import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { PlaceNameCase } from '../../../../../api/schemas/place-names.ts'
import { approverTypes, approvalIn, classesOf } from '../../../../../domain/place-names/approval.ts'
import { signForm } from '../../../../../domain/place-names/romanise/syllables.ts'
import { Choices } from '../../../../case/form/choices.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { ActForm, textOf, ticked } from '../ActForm.tsx'
import { CorrectionDialog } from '../CorrectionDialog.tsx'
import { groundOf, refusalOptions } from '../grounds.ts'
import { NameRows } from '../NameRows.tsx'
import { Lines, useItemNames, usePlaceNameCase, usePlaceNameWords } from '../parts.tsx'

interface Given { readonly outcome: 'approved' | 'refused'; readonly ground: string; readonly facts: string }
type Words = PlaceNameCase['drafted'][number]
type Decisions = NonNullable<PlaceNameCase['decision']>['decisions']

/** A name as it is recorded: reply, gazetteer, notice and filing repeat it character by character. */
export const RecordedWords = ({ words }: { readonly words: Words }) => (
  <span className="recorded"><b>{words.name}</b> <span lang="zh-Latn">{words.text}</span> <span lang="zh-Latn" className="quiet">{words.sign}</span>{words.extent !== '' && <span className="recorded-extent">{words.extent}</span>}</span>
)

/** The words of a name where the body that decides wrote others than were proposed. */
const DecidedWords = ({ words, onChange }: { readonly words: Words; readonly onChange: (words: Words) => void }) => {
  const t = usePlaceNameWords()
  return (
    <span className="verdict-words">
      <Input size="small" value={words.name} maxLength={50} aria-label={t('nameKept')} onChange={(event) => onChange({ ...words, name: event.target.value })} />
      <Input size="small" lang="zh-Latn" value={words.text} maxLength={300} aria-label={t('textForm')} onChange={(event) => onChange({ ...words, text: event.target.value, sign: signForm(event.target.value) })} />
      <Input size="small" lang="zh-Latn" value={words.sign} maxLength={300} aria-label={t('signForm')} onChange={(event) => onChange({ ...words, sign: event.target.value })} />
      <Input.TextArea className="wide" size="small" rows={2} value={words.extent} maxLength={800} aria-label={t('extent')} onChange={(event) => onChange({ ...words, extent: event.target.value })} />
    </span>
  )
}

/** Whom the law names for the first kind of the case, as a body to begin with. */
const usualApprover = ({ file }: PlaceNameCase): string => {
  const item = file.items.find(({ kind }) => kind !== '')
  const found = item === undefined || item.kind === '' ? undefined : (classesOf(item.kind).find(({ id }) => id === item.approvalClass) ?? classesOf(item.kind)[0])
  const approvers = found === undefined ? [] : approvalIn(found).approvers
  return approvers.includes('countyGovernment') ? 'countyGovernment' : (approvers[0] ?? '')
}

const Decide = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { current, today } = usePlaceNameCase()
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({})
  const [edited, setEdited] = useState<Readonly<Record<string, Words>>>({})
  const review = current?.review
  const rows = useMemo(() => {
    const words = new Map((current?.drafted ?? []).map((one) => [one.item, one] as const))
    const refused = new Set(review?.verdicts.filter(({ verdict }) => verdict === 'refuse').map(({ item }) => item) ?? [])
    const notes = new Map(review?.verdicts.map(({ item, note }) => [item, note] as const) ?? [])
    return (current?.file.items ?? []).map((item) => ({ id: item.id, name: item.name === '' ? item.formerName : item.name, act: item.act, words: edited[item.id] ?? words.get(item.id), editing: edited[item.id] !== undefined, ...(given[item.id] ?? { outcome: refused.has(item.id) ? ('refused' as const) : ('approved' as const), ground: '', facts: notes.get(item.id) ?? '' }) }))
  }, [current, review, given, edited])
  if (current === undefined) return null
  const all = (outcome: Given['outcome']) => setGiven(Object.fromEntries(rows.map(({ id, ground, facts }) => [id, { outcome, ground, facts }])))
  const refusing = rows.some(({ outcome }) => outcome === 'refused')
  const ready = rows.every(({ outcome, ground, facts, words }) => (outcome === 'refused' ? ground !== '' && facts.trim() !== '' : words !== undefined && words.name.trim() !== ''))
  const options = refusalOptions('name', say)
  return (
    <ActForm
      kind="decided" section="decision" primary verb={t('decide')} ready={ready} waits={t('waitsGrounds')} start={() => ({ day: today, approver: usualApprover(current), approverName: current.forwarded?.to ?? (current.file.source === 'consultation' ? current.file.applicant.name : ''), document: '', sealed: true, remedies: false })}
      fields={[
        { name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'approver', label: t('approverType'), kind: 'pick', required: true, span: 3, options: approverTypes.map((one) => [one, t(`approver.${one}`)] as const) },
        { name: 'approverName', label: t('approverName'), kind: 'text', required: true, span: 4 }, { name: 'document', label: t('decisionDocument'), kind: 'text', span: 3, mono: true, hint: t('decisionDocumentHint') },
        { name: 'sealed', label: t('sealed'), kind: 'tick', span: 3 }, { name: 'remedies', label: t('remedies'), kind: 'tick', span: 6, required: refusing },
      ]}
      make={(values) => ({
        kind: 'decided', day: textOf(values, 'day'), approver: textOf(values, 'approver') as (typeof approverTypes)[number], approverName: textOf(values, 'approverName'), document: textOf(values, 'document'), sealed: ticked(values, 'sealed'), remedies: ticked(values, 'remedies'),
        decisions: rows.flatMap(({ id, outcome, ground, facts, words }): Decisions => (outcome === 'approved' ? (words === undefined ? [] : [{ item: id, outcome: 'approved' as const, words }]) : [{ item: id, outcome: 'refused' as const, grounds: [groundOf(ground, facts.trim())] }])),
      })}
    >
      {rows.length > 1 && <div className="row"><Button size="small" onClick={() => all('approved')}>{t('approveAll')}</Button><Button size="small" onClick={() => all('refused')}>{t('refuseNames')}</Button></div>}
      <p className="quiet">{t('recordedAs')}</p>
      <NameRows
        rows={rows} label={t('decide')} render={(row) => (
          <>
            <span className="verdict-name">{row.outcome === 'approved' && row.words !== undefined ? <RecordedWords words={row.words} /> : <b>{row.name}</b>} <span className="quiet">{t(`act.${row.act}`)}</span></span>
            <Choices label="" value={row.outcome} options={[['approved', t('approveOne')], ['refused', t('refuseOne')]]} onChoose={(outcome) => setGiven((now) => ({ ...now, [row.id]: { outcome, ground: row.ground, facts: row.facts } }))} />
            {row.outcome === 'approved' && row.words !== undefined && !row.editing && <Button size="small" type="text" tabIndex={-1} aria-label={`${t('otherwiseDecided')} ${row.name}`} onClick={() => { const { words } = row; if (words !== undefined) setEdited((now) => ({ ...now, [row.id]: words })) }}>{t('otherwiseDecided')}</Button>}
            {row.outcome === 'approved' && row.words !== undefined && row.editing && <DecidedWords words={row.words} onChange={(words) => setEdited((now) => ({ ...now, [row.id]: words }))} />}
            {row.outcome === 'refused' && (
              <span className="verdict-grounds">
                <select className="plain-select full" value={row.ground} aria-label={`${t('ground')} ${row.name}`} onChange={(event) => { const ground = event.target.value; setGiven((now) => ({ ...now, [row.id]: { outcome: 'refused', ground, facts: row.facts } })) }}>
                  <option value="">{t('chooseGround')}</option>
                  {options.map(([code, title]) => <option key={code} value={code}>{title}</option>)}
                </select>
                <Input size="small" value={row.facts} maxLength={300} aria-label={`${t('factsOfGround')} ${row.name}`} placeholder={t('factsOfGround')} status={row.facts.trim() === '' ? 'error' : ''} onChange={(event) => { const facts = event.target.value; setGiven((now) => ({ ...now, [row.id]: { outcome: 'refused', ground: row.ground, facts } })) }} />
              </span>
            )}
          </>
        )}
      />
    </ActForm>
  )
}

const Opine = () => {
  const t = usePlaceNameWords()
  const { current, today } = usePlaceNameCase()
  const [given, setGiven] = useState<Readonly<Record<string, { readonly opinion: 'agree' | 'disagree' | 'amend'; readonly words: string }>>>({})
  const rows = useMemo(() => {
    const verdicts = new Map(current?.review?.verdicts.map((one) => [one.item, one] as const) ?? [])
    return (current?.file.items ?? []).map((item) => ({ id: item.id, name: item.name, ...(given[item.id] ?? { opinion: verdicts.get(item.id)?.verdict === 'refuse' ? ('disagree' as const) : ('agree' as const), words: verdicts.get(item.id)?.note ?? '' }) }))
  }, [current, given])
  const options = (['agree', 'disagree', 'amend'] as const).map((one) => [one, t(`opinion.${one}`)] as const)
  const ready = rows.every(({ opinion, words }) => opinion === 'agree' || words.trim() !== '')
  return (
    <ActForm
      kind="opined" section="decision" primary verb={t('opine')} ready={ready} waits={t('waitsOpinion')} start={{ day: today, document: '' }} fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'document', label: t('document'), kind: 'text', span: 4, hint: t('autoNumber'), mono: true }]}
      make={(values) => ({ kind: 'opined', day: textOf(values, 'day'), document: textOf(values, 'document'), opinions: rows.map(({ id, opinion, words }) => ({ item: id, opinion, words: words.trim() })) })}
    >
      <NameRows
        rows={rows} label={t('opine')} render={(row) => (
          <>
            <span className="verdict-name"><b>{row.name}</b></span>
            <Choices label="" value={row.opinion} options={options} onChoose={(opinion) => setGiven((now) => ({ ...now, [row.id]: { opinion, words: row.words } }))} />
            <Input size="small" className="verdict-note" value={row.words} maxLength={400} aria-label={`${t('opinionText')} ${row.name}`} placeholder={t('opinionText')} status={row.opinion !== 'agree' && row.words.trim() === '' ? 'error' : ''} onChange={(event) => { const words = event.target.value; setGiven((now) => ({ ...now, [row.id]: { opinion: row.opinion, words } })) }} />
          </>
        )}
      />
    </ActForm>
  )
}

/** 报批与决定: forwarded where another body decides, answered where one was asked, and what was decided on each name. */
export const DecisionSection = () => {
  const t = usePlaceNameWords()
  const { current, today, can } = usePlaceNameCase()
  const nameOf = useItemNames()
  const [correcting, setCorrecting] = useState(false)
  if (current === undefined) return null
  const { forwarded, opinion, decision } = current
  const entityOf = (item: string) => current.entities.find((entity) => entity.item === item)
  const consultation = current.file.source === 'consultation'
  return (
    <div className="name-part">
      <Lines
        rows={[
          ...(forwarded === null ? [] : [{ key: 'f', words: t('forwardedOn', { day: forwarded.day, to: forwarded.to, document: forwarded.document }) }]),
          ...(opinion === null ? [] : [{ key: 'o', words: <><b>{t('opinedOn', { day: opinion.day, document: opinion.document })}</b>{opinion.opinions.slice(0, 20).map((one) => <div key={one.item}>{nameOf(one.item)}：{t(`opinion.${one.opinion}`)}{one.words !== '' && ` · ${one.words}`}</div>)}</> }]),
          ...(decision === null ? [] : [{ key: 'd', words: <><b>{t('decidedOn', { day: decision.day, who: decision.approverName, document: decision.document })}</b> · {t('approvedCount', { yes: decision.decisions.filter(({ outcome }) => outcome === 'approved').length, no: decision.decisions.filter(({ outcome }) => outcome === 'refused').length })}</> }]),
          ...(decision === null ? [] : decision.decisions.filter((one) => one.outcome === 'refused').slice(0, 50).map((one) => ({ key: `x${one.item}`, words: <><span className="tag stop">{t('refuseOne')}</span> {nameOf(one.item)}</>, by: one.grounds.map(({ law, reason }) => `${reason}（${law}）`).join('；') }))),
          ...current.corrections.map((one, index) => ({ key: `c${String(index)}`, words: t('correctionLine', { day: one.day, name: one.words.name, document: one.document, second: one.second }), by: one.reason })),
        ]}
      />
      {decision === null && !can('decided') && !can('opined') && <p className="quiet">{t('notDecided')}</p>}
      {current.words.length > 0 && (
        <>
          <h4>{t('approvedWords')}</h4>
          <NameRows rows={current.words.map((words) => ({ ...words, id: words.item }))} label={t('approvedWords')} render={(row) => { const entity = entityOf(row.item); return <><span className="verdict-name"><RecordedWords words={row} /></span>{entity !== undefined && <span className="row"><Link href={`/place-names/gazetteer/${entity.entityId}`}>{t('openEntity')}</Link><Link href={`/place-names/plates/${entity.entityId}`}>{t('toPlates')}</Link></span>}</> }} />
        </>
      )}
      <div className="act-row">
        {!consultation && forwarded === null && (
          <ActForm
            kind="forwarded" verb={t('forward')} start={{ day: today, to: '', document: '' }} fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'to', label: t('forwardTo'), kind: 'text', required: true, span: 5 }, { name: 'document', label: t('document'), kind: 'text', span: 4, hint: t('autoNumber'), mono: true }]}
            make={(values) => ({ kind: 'forwarded', day: textOf(values, 'day'), to: textOf(values, 'to'), document: textOf(values, 'document') })}
          />
        )}
        {consultation && opinion === null && <Opine />}
        {(!consultation || opinion !== null) && <Decide />}
        {can('corrected') && <Button onClick={() => setCorrecting(true)}>{t('correct')}</Button>}
      </div>
      {correcting && <CorrectionDialog onClose={() => setCorrecting(false)} />}
    </div>
  )
}
