import { Checkbox } from 'antd'
import { useState } from 'react'
import { useCouplePlace, useCaseView, useCaseWords } from '../desk/context.tsx'
import { DeliveryFrame, useDeliverable } from './DeliveryFrame.tsx'

const points = ['present', 'identityAsked', 'signed', 'fingerprint'] as const
type Confirmed = Readonly<Record<(typeof points)[number], boolean>>
const nothing: Confirmed = { present: false, identityAsked: false, signed: false, fingerprint: false }

/** 发证: both present, identity asked, signatures and fingerprints; a line confirms both, or each alone. */
export const DeliverySection = () => {
  const t = useCaseWords()
  const { desk } = useCouplePlace()
  const { current } = useCaseView(desk)
  const [given, setGiven] = useState<readonly [Confirmed, Confirmed]>([nothing, nothing])
  const open = useDeliverable()
  if (current === undefined) return null
  const put = (party: 0 | 1, point: (typeof points)[number], ticked: boolean) =>
    setGiven((before) => (party === 0 ? [{ ...before[0], [point]: ticked }, before[1]] : [before[0], { ...before[1], [point]: ticked }]))
  return (
    <DeliveryFrame all={points.every((point) => given[0][point] && given[1][point])} body={() => ({ parties: given })}>
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
    </DeliveryFrame>
  )
}
