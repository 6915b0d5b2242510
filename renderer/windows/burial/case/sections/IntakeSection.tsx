import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSectionAct } from '../../../../case/desk/context.tsx'
import { InstantField, instantNow } from '../../../../case/form/InstantField.tsx'
import { moment } from '../../../../case/moments.ts'
import { useField } from '../../../../case/form/store.ts'
import { Fields } from '../../../../shared/Field.tsx'
import { Facts } from '../../../../shared/Page.tsx'
import { ActField, ChoiceFact, TextFact, TickFact, useBurial, useBurialCase, useBurialWords } from '../parts.tsx'

/** 接收查验: when it arrived, and what was seen when it was taken in (第二十六条). */
export const IntakeSection = () => {
  const t = useBurialWords()
  const { editable, go } = useBurial()
  const { desk, current, busy, today, can, act } = useBurialCase()
  const [caseKind] = useField(desk.store, 'kind')
  const [contradicts] = useField(desk.store, 'intake.contradictsCause')
  const [report] = useField(desk.store, 'intake.policeReport')
  const [infectious] = useField(desk.store, 'deceased.infectious')
  const [arrivedAt, setArrivedAt] = useState(instantNow)
  const [collectedBy, setCollectedBy] = useState('')
  const [vehicle, setVehicle] = useState('')
  const open = current === undefined || can('burial.received')
  const received = current?.received ?? null
  const held = current?.holds.some(({ kind, released }) => kind === 'cause' && released === null) === true
  const receive = async (): Promise<boolean> => {
    if (received !== null) return (await desk.commit()) !== undefined
    if (arrivedAt === '') return false
    if (current === undefined && (await desk.commit()) === undefined) return false
    return (await act({ kind: 'received', arrivedAt, collectedBy: collectedBy.trim(), vehicle: vehicle.trim() })) !== undefined
  }
  useSectionAct('intake', receive)
  return (
    <div className="burial-part">
      {received !== null ? (
        <Facts rows={[[t('arrivedAt'), moment(received.arrivedAt)], [t('collectedBy'), received.collectedBy || '—'], [t('vehicle'), received.vehicle || '—']]} />
      ) : open && (
        <Fields>
          <ActField name="arrivedAt" label={t('arrivedAt')} required span={4} problem={arrivedAt === '' ? t('instantMissing') : undefined}><InstantField value={arrivedAt} today={today} disabled={!editable} onChange={setArrivedAt} /></ActField>
          <ActField name="collectedBy" label={t('collectedBy')} span={4}><Input value={collectedBy} maxLength={100} disabled={!editable} autoComplete="off" onChange={(event) => setCollectedBy(event.target.value)} /></ActField>
          <ActField name="vehicle" label={t('vehicle')} span={4}><Input value={vehicle} maxLength={100} disabled={!editable} autoComplete="off" onChange={(event) => setVehicle(event.target.value)} /></ActField>
        </Fields>
      )}
      {caseKind === 'body' && (
        <div className="burial-checks">
          <TickFact path="intake.certificateCompared" label={t('certificateCompared')} />
          <ChoiceFact path="intake.contradictsCause" label={t('contradictsCause')} options={[['no', t('contradicts.no')], ['yes', t('contradicts.yes')]]} />
          {contradicts === 'yes' && (
            <div className="burial-alarm" role="alert">
              <p><b>{t('contradictsAlarm')}</b></p>
              <Fields><TextFact path="intake.policeReport" label={t('policeReport')} required span={6} /></Fields>
              {current !== undefined && !held && <div className="section-acts"><Button danger loading={busy} disabled={report.trim() === '' || !can('burial.held')} onClick={() => go('holds')}>{t('toHold')}</Button><span className="quiet">{t('toHoldNote')}</span></div>}
              {held && <p className="tag stop">{t('heldForCause')}</p>}
            </div>
          )}
          <TickFact path="intake.disinfected" label={infectious === 'classA' ? t('disinfectedClassA') : t('disinfected')} />
        </div>
      )}
      {received === null && open && editable && <div className="section-acts"><Button type="primary" data-enter="" loading={busy} disabled={arrivedAt === ''} onClick={() => void receive()}>{t('act.received')}</Button></div>}
    </div>
  )
}
