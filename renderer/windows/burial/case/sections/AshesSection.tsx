import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { placements } from '../../../../../domain/burial/codes.ts'
import type { Placement } from '../../../../../domain/burial/codes.ts'
import { findCode } from '../../../../../domain/codes/index.ts'
import { addMonths, civilDate, daysBetween } from '../../../../../domain/dates.ts'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { Choices, Tick } from '../../../../case/form/choices.tsx'
import { moment } from '../../../../case/moments.ts'
import { DayField } from '../../../../shared/DayField.tsx'
import { Fields } from '../../../../shared/Field.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import type { ChosenPlot } from '../PlotPicker.tsx'
import { PlotPicker } from '../PlotPicker.tsx'
import type { Person } from '../parts.tsx'
import { ActField, agentOf, isWhole, Lines, Opened, PersonFields, useBurialCase, useBurialWords } from '../parts.tsx'

type Form = 'release' | 'deposit' | 'extend' | 'place' | 'move'
/** 骨灰去向: handed over, deposited, placed, moved; every resting place is a further row. */
export const AshesSection = () => {
  const t = useBurialWords()
  const say = useSay()
  const { desk, current, busy, today, may, can, issue, act, preview } = useBurialCase()
  const agent = agentOf(desk.store.get())
  const [form, setForm] = useState<Form>()
  const [person, setPerson] = useState<Person>()
  const [signed, setSigned] = useState(false)
  const [how, setHow] = useState<Placement | ''>('')
  const [plot, setPlot] = useState<ChosenPlot>()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  const [day, setDay] = useState('')
  const text = (name: string): string => (texts[name] ?? '').trim()
  const to = person ?? agent
  const close = (result: unknown): boolean => {
    if (result === undefined) return false
    setForm(undefined)
    setTexts({})
    setHow('')
    setPlot(undefined)
    return true
  }
  const begin = (next: Form) => {
    setForm(next)
    setDay(next === 'deposit' ? addMonths(civilDate(today), 12) : next === 'extend' ? addMonths(civilDate(current?.deposit?.to ?? today), 12) : today)
    setSigned(false)
  }
  const place = { facility: '', facilityName: text('facilityName'), position: text('position') }
  const inRegister = how === 'plot' || how === 'niche' || how === 'wall' || how === 'tree' || how === 'lawn' || how === 'flower'
  const needsPlace = inRegister && plot === undefined
  const release = async () => isWhole(to) && signed && close(await issue({ kind: 'ashesReleased', to, signed: true }))
  const deposit = async () => isWhole(to) && close(await issue({ kind: 'ashesDeposited', place, holder: to, to: day }))
  const extend = async () => close(await act({ kind: 'depositExtended', day: today, to: day }))
  const put = async () => how !== '' && close(await issue({ kind: 'placed', how, place: plot === undefined ? place : { facility: '', facilityName: plot.words.slice(0, 100), position: '' }, witness: text('witness'), document: text('document'), ...(plot === undefined ? {} : { plot: plot.plot }) }))
  const move = async () => how !== '' && close(await act({ kind: 'moved', day, how, place: plot === undefined ? place : { facility: '', facilityName: plot.words.slice(0, 100), position: '' }, permit: text('permit'), ...(plot === undefined ? {} : { plot: plot.plot }) }))
  useSectionAct('ashes', async () => (form === 'release' ? release() : form === 'deposit' ? deposit() : form === 'place' ? put() : form === 'extend' ? extend() : form === 'move' ? move() : true))
  if (current === undefined) return null
  const box = (name: string, label: string, span: number, required = false) => <ActField name={name} label={label} required={required} span={span}><Input value={texts[name] ?? ''} maxLength={100} autoComplete="off" onChange={(event) => setTexts((before) => ({ ...before, [name]: event.target.value }))} /></ActField>
  const dayField = (name: string, label: string) => <ActField name={name} label={label} required span={3}><DayField value={day} onChange={setDay} /></ActField>
  const submit = (verb: string, run: () => unknown, ready: boolean) => <div className="section-acts"><Button type="primary" data-enter="" loading={busy} disabled={!ready} onClick={() => void run()}>{verb}</Button><Button onClick={() => setForm(undefined)}>{t('cancel')}</Button></div>
  const howTitle = (code: string): string => { const found = findCode(placements, code as Placement); return found === undefined ? code : say(found) }
  const deliver = may('case.deliver')
  const paper = (name: string) => current.papers.filter((line) => line.ready && line.paper === `burial.${name}`)
  const daysLeft = current.deposit === null ? 0 : daysBetween(civilDate(today), civilDate(current.deposit.to))
  const choosePlace = (
    <>
      <Choices label={t('how')} value={how} options={placements.map((entry) => [entry.code, say(entry)] as const)} onChoose={(code) => { setHow(code); setPlot(undefined) }} />
      {inRegister && <PlotPicker key={how} niches={how === 'niche'} chosen={plot} onChoose={setPlot} />}
    </>
  )
  return (
    <div className="burial-part">
      <Lines
        rows={[
          ...(current.ashesReleased === null ? [] : [{ key: 'released', words: <>{t('releasedLine')} <b className="mono">{current.ashesReleased.number}</b> {current.ashesReleased.day} {current.ashesReleased.to.name}</>, by: moment(current.ashesReleased.at), acts: paper('ashRelease').length > 0 && <Button size="small" onClick={() => preview(paper('ashRelease'))}>{t('show')}</Button> }]),
          ...(current.deposit === null ? [] : [{
            key: 'deposit', words: <>{t('depositLine')} <b className="mono">{current.deposit.number}</b> {current.deposit.place.facilityName} {current.deposit.place.position} {current.deposit.day} – <b>{current.deposit.to}</b> {current.state === 'ashesDeposited' && <span className={`tag ${daysLeft < 0 ? 'stop' : daysLeft <= 30 ? 'answer' : 'good'}`}>{daysLeft < 0 ? t('depositOver', { n: -daysLeft }) : t('daysLeft', { n: daysLeft })}</span>}</>, by: moment(current.deposit.at),
            acts: paper('depositCertificate').length > 0 && <Button size="small" onClick={() => preview(paper('depositCertificate'))}>{t('show')}</Button>,
          }]),
          ...current.resting.map((entry, index) => ({
            key: `r${String(index)}`, words: <>{index === 0 ? t('placedLine') : t('movedLine')} {entry.day} {howTitle(entry.how)} {entry.facilityName} {entry.position} {entry.permit} {entry.plot !== '' && <Link href={`/burial/plots/${entry.plot.split('/')[0] ?? ''}?plot=${encodeURIComponent(entry.plot)}`}>{entry.plot}</Link>}</>, by: moment(entry.at),
            acts: index === 0 && paper('placementRecord').length > 0 && <Button size="small" onClick={() => preview(paper('placementRecord'))}>{t('show')}</Button>,
          })),
        ]}
      />
      {form === 'release' && <Opened><Fields><PersonFields prefix="to" person={to} agent={agent} onChange={setPerson} /></Fields><Tick checked={signed} onTick={setSigned}>{t('ashesSigned')}</Tick>{submit(t('act.ashesReleased'), release, isWhole(to) && signed)}</Opened>}
      {form === 'deposit' && <Opened><Fields>{box('facilityName', t('facility'), 5, true)}{box('position', t('depositPosition'), 4)}{dayField('to', t('depositTo'))}<PersonFields prefix="holder" person={to} agent={agent} onChange={setPerson} /></Fields>{submit(t('act.ashesDeposited'), deposit, isWhole(to) && text('facilityName') !== '' && day !== '')}</Opened>}
      {form === 'extend' && <Opened><Fields>{dayField('to', t('depositTo'))}</Fields>{submit(t('act.depositExtended'), extend, day !== '')}</Opened>}
      {form === 'place' && (
        <Opened>
          {choosePlace}
          {how !== '' && <Fields>{plot === undefined && box('facilityName', t('facility'), 4, needsPlace)}{plot === undefined && box('position', t('position'), 3)}{box('witness', t('witness'), 2)}{box('document', t('placementDocument'), 3)}</Fields>}
          {submit(t('act.placed'), put, how !== '' && (!needsPlace || text('facilityName') !== '') && plot?.ready !== false)}
        </Opened>
      )}
      {form === 'move' && (
        <Opened>
          {choosePlace}
          {how !== '' && <Fields>{dayField('day', t('day'))}{plot === undefined && box('facilityName', t('facility'), 4, needsPlace)}{plot === undefined && box('position', t('position'), 3)}{box('permit', t('permit'), 4)}</Fields>}
          {submit(t('act.moved'), move, how !== '' && day !== '' && (!needsPlace || text('facilityName') !== '') && plot?.ready !== false)}
        </Opened>
      )}
      {form === undefined && (
        <div className="section-acts">
          {deliver && can('burial.ashesReleased') && <Button data-enter="" onClick={() => begin('release')}>{t('act.ashesReleased')}</Button>}
          {deliver && can('burial.ashesDeposited') && <Button data-enter="" onClick={() => begin('deposit')}>{t('act.ashesDeposited')}</Button>}
          {can('burial.depositExtended') && <Button onClick={() => begin('extend')}>{t('act.depositExtended')}</Button>}
          {deliver && can('burial.placed') && <Button data-enter="" onClick={() => begin('place')}>{t('act.placed')}</Button>}
          {can('burial.moved') && <Button onClick={() => begin('move')}>{t('act.moved')}</Button>}
        </div>
      )}
    </div>
  )
}
