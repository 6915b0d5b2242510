import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Choices } from '../../../../case/form/choices.tsx'
import { ActForm, textOf } from '../ActForm.tsx'
import { NameRows } from '../NameRows.tsx'
import { Lines, useItemNames, usePlaceNameCase, usePlaceNameWords } from '../parts.tsx'
import { CaseFindings } from './AcceptanceSection.tsx'

type Verdict = { readonly verdict: 'approve' | 'refuse'; readonly note: string }

/** 审核: a verdict for each name; those to be approved must pass every rule, those refused say why. */
export const ReviewSection = () => {
  const t = usePlaceNameWords()
  const { current, today, account, can } = usePlaceNameCase()
  const nameOf = useItemNames()
  const [given, setGiven] = useState<Readonly<Record<string, Verdict>>>({})
  const before = current?.review?.verdicts
  const verdicts = useMemo(() => (current?.file.items ?? []).map((item) => ({ id: item.id, name: item.name === '' ? item.formerName : item.name, act: item.act, ...(given[item.id] ?? { verdict: before?.find((one) => one.item === item.id)?.verdict ?? ('approve' as const), note: before?.find((one) => one.item === item.id)?.note ?? '' }) })), [current?.file.items, given, before])
  if (current === undefined) return null
  const all = (verdict: Verdict['verdict']) => setGiven(Object.fromEntries(verdicts.map(({ id, note }) => [id, { verdict, note }])))
  const incomplete = verdicts.some(({ verdict, note }) => verdict === 'refuse' && note.trim() === '')
  const { review } = current
  return (
    <div className="name-part">
      {review !== null && (
        <Lines rows={[{ key: 'r', words: <><b>{t('reviewedOn', { day: review.day, who: review.reviewer })}</b> · {t('verdictCount', { yes: review.verdicts.filter(({ verdict }) => verdict === 'approve').length, no: review.verdicts.filter(({ verdict }) => verdict === 'refuse').length })}<br />{review.opinion}</> }, ...review.verdicts.filter(({ verdict }) => verdict === 'refuse').slice(0, 20).map((verdict) => ({ key: verdict.item, words: <><span className="tag stop">{t('verdict.refuse')}</span> {nameOf(verdict.item)}</>, by: verdict.note }))]} />
      )}
      {review === null && (can('reviewed') ? <CaseFindings /> : <p className="quiet">{t('notReviewed')}</p>)}
      <ActForm
        kind="reviewed" section="review" primary={review === null} verb={t(review === null ? 'review' : 'reviewAgain')} start={{ day: today, reviewer: account.name, opinion: current.file.source === 'consultation' ? '经审核，符合《地名管理条例》的规定，建议同意。' : '经审核，符合《地名管理条例》的规定，建议批准。' }} ready={!incomplete} waits={t('waitsWhyRefused')}
        fields={[{ name: 'day', label: t('day'), kind: 'day', required: true, span: 2 }, { name: 'reviewer', label: t('reviewer'), kind: 'text', required: true, span: 3 }, { name: 'opinion', label: t('opinionWords'), kind: 'area', required: true, span: 12, max: 4000 }]}
        make={(values) => ({ kind: 'reviewed', day: textOf(values, 'day'), reviewer: textOf(values, 'reviewer'), opinion: textOf(values, 'opinion'), verdicts: verdicts.map(({ id, verdict, note }) => ({ item: id, verdict, note: verdict === 'refuse' ? note.trim() : '' })) })}
      >
        {verdicts.length > 1 && <div className="row"><Button size="small" onClick={() => all('approve')}>{t('agreeAll')}</Button><Button size="small" onClick={() => all('refuse')}>{t('refuseAll')}</Button></div>}
        <NameRows
          rows={verdicts} label={t('review')} render={(row) => (
            <>
              <span className="verdict-name"><b>{row.name}</b> <span className="quiet">{t(`act.${row.act}`)}</span></span>
              <Choices label="" value={row.verdict} options={[['approve', t('verdict.approve')], ['refuse', t('verdict.refuse')]]} onChoose={(verdict) => setGiven((now) => ({ ...now, [row.id]: { verdict, note: row.note } }))} />
              {row.verdict === 'refuse' && <Input size="small" className="verdict-note" value={row.note} maxLength={400} aria-label={`${t('whyRefused')} ${row.name}`} placeholder={t('whyRefused')} status={row.note.trim() === '' ? 'error' : ''} onChange={(event) => { const note = event.target.value; setGiven((now) => ({ ...now, [row.id]: { verdict: 'refuse', note } })) }} />}
            </>
          )}
        />
      </ActForm>
    </div>
  )
}
