import { Button, Input } from 'antd'
import { useState } from 'react'
import { holdKinds } from '../../../../../domain/burial/codes.ts'
import type { HoldKind } from '../../../../../domain/burial/codes.ts'
import { findCode } from '../../../../../domain/codes/index.ts'
import { moment } from '../../../../case/moments.ts'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { Fields } from '../../../../shared/Field.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { ActField, Lines, useBurialCase, useBurialWords } from '../parts.tsx'

/** 暂缓: what keeps the body from being cremated, and the paper that lifts it. */
export const HoldsSection = () => {
  const t = useBurialWords()
  const say = useSay()
  const { desk, current, busy, today, may, can, act } = useBurialCase()
  const { intake } = desk.store.get()
  const suggested: HoldKind | '' = intake.contradictsCause === 'yes' && current?.holds.some((hold) => hold.kind === 'cause') === false ? 'cause' : ''
  const [kind, setKind] = useState<HoldKind | ''>('')
  const [day, setDay] = useState(today)
  const [document_, setDocument] = useState('')
  const [releasing, setReleasing] = useState<string>()
  if (current === undefined) return <p className="quiet">{t('afterOpening')}</p>
  const holdKind = kind === '' ? suggested : kind
  const paper = document_ === '' && holdKind === 'cause' && releasing === undefined ? intake.policeReport : document_
  const reset = () => {
    setKind('')
    setDocument('')
    setReleasing(undefined)
    setDay(today)
  }
  const hold = async () => {
    if (holdKind !== '' && (await act({ kind: 'held', hold: holdKind, day, document: paper.trim() })) !== undefined) reset()
  }
  const release = async () => {
    if (releasing !== undefined && (await act({ kind: 'released', hold: releasing, day, document: document_.trim() })) !== undefined) reset()
  }
  const mayAct = may('case.write')
  return (
    <div className="burial-part">
      {current.holds.length === 0 && <p className="quiet">{t('noHolds')}</p>}
      <Lines
        rows={current.holds.map((entry) => {
          const title = findCode(holdKinds, entry.kind)
          return {
            key: entry.hold,
            words: <><span className={`tag ${entry.released === null ? 'stop' : 'good'}`}>{entry.released === null ? t('holding') : t('holdReleased', { day: entry.released.day })}</span> {title === undefined ? entry.kind : say(title)} {entry.day} {entry.document}{entry.released !== null && ` → ${entry.released.document}`}</>,
            by: moment(entry.at),
            ...(entry.released === null && mayAct && can('burial.released') && { acts: <Button size="small" onClick={() => { setReleasing(entry.hold); setDocument('') }}>{t('act.released')}</Button> }),
          }
        })}
      />
      {releasing !== undefined ? (
        <>
          <Fields>
            <ActField name="day" label={t('day')} required span={3}><DayField value={day} onChange={setDay} /></ActField>
            <ActField name="document" label={t('releaseDocument')} required span={6} hint={t('releaseDocumentHint')}><Input autoFocus value={document_} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></ActField>
          </Fields>
          <div className="section-acts"><Button type="primary" data-enter="" loading={busy} disabled={document_.trim() === '' || day === ''} onClick={() => void release()}>{t('act.released')}</Button><Button onClick={reset}>{t('cancel')}</Button></div>
        </>
      ) : mayAct && can('burial.held') && (
        <>
          <Fields>
            <ActField name="kind" label={t('holdKind')} required span={5}><CodeSelect codes={false} table={holdKinds} value={holdKind} onChange={(code) => setKind(code as HoldKind)} /></ActField>
            <ActField name="day" label={t('day')} required span={2}><DayField value={day} onChange={setDay} /></ActField>
            <ActField name="document" label={t('holdDocument')} span={5}><Input value={paper} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></ActField>
          </Fields>
          <div className="section-acts"><Button danger data-enter="" loading={busy} disabled={holdKind === '' || day === ''} onClick={() => void hold()}>{t('act.held')}</Button><span className="quiet">{t('holdNote')}</span></div>
        </>
      )}
    </div>
  )
}
