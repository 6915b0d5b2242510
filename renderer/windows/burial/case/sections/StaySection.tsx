import { Button, Input } from 'antd'
import { useState } from 'react'
import type { BurialCase } from '../../../../../api/schemas/burial.ts'
import { addDays, civilDate, daysBetween } from '../../../../../domain/dates.ts'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { Tick } from '../../../../case/form/choices.tsx'
import { InstantField, instantNow } from '../../../../case/form/InstantField.tsx'
import { moment } from '../../../../case/moments.ts'
import { DayField } from '../../../../shared/DayField.tsx'
import { Fields } from '../../../../shared/Field.tsx'
import type { Person } from '../parts.tsx'
import { ActField, agentOf, isWhole, Lines, nobody, Opened, PersonFields, useBurial, useBurialCase, useBurialWords } from '../parts.tsx'

/** The days of the storage as a bar: how many have passed of those that are covered. */
export const StorageBar = ({ timer, arrivedAt, today }: { readonly timer: NonNullable<BurialCase['timer']>; readonly arrivedAt: string; readonly today: string }) => {
  const t = useBurialWords()
  if (timer.until === '') return <p className="quiet">{t('stayedDays', { n: timer.days })}</p>
  const arrival = civilDate(arrivedAt.slice(0, 10))
  const covered = Math.max(1, daysBetween(arrival, civilDate(timer.until)))
  const left = daysBetween(civilDate(today), civilDate(timer.until))
  const words = left < 0 ? t('overdueDays', { n: -left }) : left === 0 ? t('lastDay') : t('daysLeft', { n: left })
  return (
    <div className={`storage-timer${timer.overdue ? ' overdue' : left <= 1 ? ' soon' : ''}`}>
      <div className="storage-words">
        <b>{t('stayedDays', { n: timer.days })}</b>
        <span>{t('coveredUntil', { day: timer.until })}</span>
        <b className="storage-left">{words}</b>
      </div>
      <progress className="storage-bar" max={covered} value={Math.min(covered, timer.days)} aria-label={words} />
      <p className="quiet">{timer.usualUntil !== '' && t('usualUntil', { day: timer.usualUntil })}{timer.localUntil !== '' && ` · ${t('localUntil', { day: timer.localUntil })}`}{timer.beyondLocal && ` · ${t('beyondLocal')}`}</p>
    </div>
  )
}

type Form = 'store' | 'extend' | 'vigil' | 'farewell'

/** 停留: storage with its timer and extensions, vigil, farewell. */
export const StaySection = () => {
  const t = useBurialWords()
  const { desk: place } = useBurial()
  const { desk, current, busy, today, may, can, act } = useBurialCase()
  const [form, setForm] = useState<Form>()
  const [at, setAt] = useState(instantNow)
  const [to, setTo] = useState('')
  const [where, setWhere] = useState('')
  const [days, setDays] = useState<readonly [string, string]>(['', ''])
  const [applicant, setApplicant] = useState<Person>(nobody)
  const [reason, setReason] = useState('')
  const [signed, setSigned] = useState(false)
  const storing = form ?? (can('burial.stored') && current?.stored === null ? 'store' : undefined)
  const done = (result: unknown): boolean => {
    if (result === undefined) return false
    setForm(undefined)
    setWhere('')
    setTo('')
    return true
  }
  const begin = (next: Form) => {
    setForm(next)
    setAt(instantNow())
    const until = current?.timer?.until ?? ''
    const from = until === '' ? today : addDays(civilDate(until), 1)
    setDays([from, addDays(civilDate(from), 2)])
    setApplicant(agentOf(place.store.get()))
  }
  const store = async () => at !== '' && done(await act({ kind: 'stored', storedAt: at, unit: where.trim() }))
  const extend = async () => isWhole(applicant) && signed && done(await act({ kind: 'storageExtended', from: days[0], to: days[1], applicant, reason: reason.trim(), signed: true }))
  const vigil = async () => at !== '' && done(await act({ kind: 'vigilHeld', from: at, to, hall: where.trim() }))
  const farewell = async () => at !== '' && done(await act({ kind: 'farewellHeld', heldAt: at, hall: where.trim() }))
  useSectionAct('stay', async () => (storing === 'store' && current?.stored === null ? store() : true))
  if (current === undefined) return <p className="quiet">{t('afterOpening')}</p>
  if (current.received === null) return <p className="quiet">{t('afterArrival')}</p>
  const mayAct = may('case.write')
  const instant = (name: string, label: string, value: string, put: (at: string) => void, required = true) => <ActField name={name} label={label} required={required} span={4}><InstantField value={value} today={today} onChange={put} /></ActField>
  const place_ = (name: string, label: string) => <ActField name={name} label={label} span={4}><Input value={where} maxLength={100} autoComplete="off" onChange={(event) => setWhere(event.target.value)} /></ActField>
  const submit = (verb: string, run: () => unknown, ready: boolean) => (
    <div className="section-acts">
      <Button type="primary" data-enter="" loading={busy} disabled={!ready} onClick={() => void run()}>{verb}</Button>
      {form !== undefined && <Button onClick={() => setForm(undefined)}>{t('cancel')}</Button>}
    </div>
  )
  return (
    <div className="burial-part">
      {current.timer !== null && <StorageBar timer={current.timer} arrivedAt={current.received.arrivedAt} today={current.cremation?.day ?? today} />}
      <Lines
        rows={[
          ...(current.stored === null ? [] : [{ key: 'stored', words: <>{t('storedLine')} {moment(current.stored.storedAt)} {current.stored.unit}</>, by: moment(current.stored.at) }]),
          ...current.extensions.map((entry) => ({ key: `e ${entry.at}`, words: <>{t('extensionLine', { from: entry.from, to: entry.to })} {entry.applicant.name} {entry.reason}</>, by: moment(entry.at) })),
          ...current.vigils.map((entry) => ({ key: `v ${entry.at}`, words: <>{t('vigilLine')} {moment(entry.from)}{entry.to === '' ? '' : ` – ${moment(entry.to)}`} {entry.hall}</>, by: moment(entry.at) })),
          ...current.farewells.map((entry) => ({ key: `f ${entry.at}`, words: <>{t('farewellLine')} {moment(entry.heldAt)} {entry.hall}</>, by: moment(entry.at) })),
        ]}
      />
      {storing === 'store' && mayAct && can('burial.stored') && (
        <>
          <Fields>{instant('storedAt', t('storedAt'), at, setAt)}{place_('unit', t('storageUnit'))}</Fields>
          {submit(t('act.stored'), store, at !== '')}
        </>
      )}
      {storing === 'extend' && (
        <Opened>
          <Fields>
            <ActField name="from" label={t('from')} required span={3}><DayField value={days[0]} onChange={(day) => setDays([day, days[1]])} /></ActField>
            <ActField name="to" label={t('to')} required span={3}><DayField value={days[1]} onChange={(day) => setDays([days[0], day])} /></ActField>
            <ActField name="reason" label={t('extensionReason')} span={6}><Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} /></ActField>
            <PersonFields prefix="applicant" person={applicant} agent={agentOf(desk.store.get())} onChange={setApplicant} />
          </Fields>
          <Tick checked={signed} onTick={setSigned}>{t('extensionSigned')}</Tick>
          {submit(t('act.storageExtended'), extend, isWhole(applicant) && signed && days[0] !== '' && days[1] !== '')}
        </Opened>
      )}
      {storing === 'vigil' && (
        <Opened>
          <Fields>{instant('from', t('vigilFrom'), at, setAt)}{instant('to', t('vigilTo'), to, setTo, false)}{place_('hall', t('hall'))}</Fields>
          {submit(t('act.vigilHeld'), vigil, at !== '')}
        </Opened>
      )}
      {storing === 'farewell' && (
        <Opened>
          <Fields>{instant('heldAt', t('farewellAt'), at, setAt)}{place_('hall', t('hall'))}</Fields>
          {submit(t('act.farewellHeld'), farewell, at !== '')}
        </Opened>
      )}
      {mayAct && form === undefined && (
        <div className="section-acts">
          {current.stored !== null && can('burial.stored') && <Button tabIndex={-1} onClick={() => begin('store')}>{t('storeAgain')}</Button>}
          {can('burial.storageExtended') && <Button tabIndex={-1} onClick={() => begin('extend')}>{t('act.storageExtended')}</Button>}
          {can('burial.vigilHeld') && <Button tabIndex={-1} onClick={() => begin('vigil')}>{t('act.vigilHeld')}</Button>}
          {can('burial.farewellHeld') && <Button tabIndex={-1} onClick={() => begin('farewell')}>{t('act.farewellHeld')}</Button>}
        </div>
      )}
    </div>
  )
}
