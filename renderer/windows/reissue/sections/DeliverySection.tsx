import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { Choices, Tick } from '../../../case/form/choices.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'
import { useReissue } from './parts.tsx'

type Point = 'identityAsked' | 'signed' | 'fingerprint' | 'oldCancelled'

/** 发证 to the applicants or the proxy; the old certificate cancelled where there is one. */
export const DeliverySection = () => {
  const t = useWords(words)
  const { desk, spec, go } = useReissue()
  const { current, busy } = useCaseView(desk)
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<'applicants' | 'proxy'>()
  const [given, setGiven] = useState<ReadonlySet<Point>>(new Set())
  const proxied = current?.file.proxy !== null && current?.file.proxy !== undefined
  const to = chosen ?? (proxied ? 'proxy' : 'applicants')
  const points: readonly Point[] = ['identityAsked', 'signed', 'fingerprint', ...(current?.file.reason === 'lost' ? [] : ['oldCancelled' as const])]
  const open = current?.acts.includes('reissue.delivered') === true
  const all = points.every((point) => given.has(point))
  const deliver = async (): Promise<boolean> => {
    if (current?.state === 'delivered') {
      navigate(`${spec.path}/new`)
      return false
    }
    if (!open || !all) return false
    const done = await desk.send('deliver', { to, identityAsked: true, signed: true, fingerprint: true, oldCancelled: given.has('oldCancelled') })
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
  return (
    <div className="delivery">
      <p className="quiet">{t('deliveryNote')}</p>
      {proxied && <Choices label={t('deliveredTo')} value={to} disabled={!open} options={(['applicants', 'proxy'] as const).map((who) => [who, t(`to.${who}`)] as const)} onChoose={setChosen} />}
      <div className="receipt-ticks" data-ticks="">
        {points.map((point) => <Tick key={point} checked={given.has(point)} disabled={!open} onTick={(ticked) => setGiven((before) => { const next = new Set(before); if (ticked) next.add(point); else next.delete(point); return next })}>{t(`delivery.${point}`)}</Tick>)}
      </div>
      <div className="section-acts">
        <Button type="primary" data-enter="" loading={busy} disabled={!open || !all} onClick={() => void deliver()}>{t('deliver')}</Button>
        {!all && <span className="quiet">{t('deliverBlocked')}</span>}
      </div>
    </div>
  )
}
