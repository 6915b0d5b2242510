import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCasePlace, useCaseView, useCaseWords, useSectionAct } from '../desk/context.tsx'

const points = ['present', 'identityAsked', 'signed', 'fingerprint'] as const
type Confirmed = Readonly<Record<(typeof points)[number], boolean>>
const nothing: Confirmed = { present: false, identityAsked: false, signed: false, fingerprint: false }

/** 发证: both present, identity asked, signatures and fingerprints; a line confirms both, or each alone. */
export const DeliverySection = () => {
  const t = useCaseWords()
  const { desk, spec, go } = useCasePlace()
  const { current, busy } = useCaseView(desk)
  const [, navigate] = useLocation()
  const [given, setGiven] = useState<readonly [Confirmed, Confirmed]>([nothing, nothing])
  const open = current?.acts.includes(`${spec.id}.delivered`) === true
  const all = points.every((point) => given[0][point] && given[1][point])
  const deliver = async (): Promise<boolean> => {
    if (current?.state === 'delivered') {
      navigate(`${spec.path}/new`)
      return false
    }
    if (!open || !all) return false
    const done = await desk.send('deliver', { parties: [given[0], given[1]] })
    // The case folds up; what is left to do is the next couple.
    if (done !== undefined) go('delivery')
    return false
  }
  useSectionAct('delivery', deliver)
  if (current === undefined) return null
  if (current.state === 'delivered')
    return (
      <div className="row">
        <span className="tag good">{t('delivered')}</span>
        <Button type="primary" data-enter="" onClick={() => navigate(`${spec.path}/new`)}>{t('nextCouple')}</Button>
      </div>
    )
  const put = (party: 0 | 1, point: (typeof points)[number], ticked: boolean) =>
    setGiven((before) => (party === 0 ? [{ ...before[0], [point]: ticked }, before[1]] : [before[0], { ...before[1], [point]: ticked }]))
  return (
    <div className="delivery">
      <p className="quiet">{t('deliveryNote')}</p>
      <table className="plain-table delivery-table" data-ticks="">
        <thead><tr><th>{t('party.both')}</th><th>{current.file.parties[0].name || t('party.0')}</th><th>{current.file.parties[1].name || t('party.1')}</th></tr></thead>
        <tbody>
          {points.map((point) => (
            <tr key={point}>
              <td>
                <Checkbox checked={given[0][point] && given[1][point]} indeterminate={given[0][point] !== given[1][point]} disabled={!open} onChange={(event) => { put(0, point, event.target.checked); put(1, point, event.target.checked) }}>
                  {t(`delivery.${point}`)}
                </Checkbox>
              </td>
              {([0, 1] as const).map((party) => (
                <td key={party}><Checkbox tabIndex={-1} aria-label={`${t(`party.${party}`)} ${t(`delivery.${point}`)}`} checked={given[party][point]} disabled={!open} onChange={(event) => put(party, point, event.target.checked)} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="section-acts">
        <Button type="primary" data-enter="" loading={busy} disabled={!open || !all} onClick={() => void deliver()}>{t('deliver')}</Button>
        {!all && <span className="quiet">{t('deliverBlocked')}</span>}
      </div>
    </div>
  )
}
