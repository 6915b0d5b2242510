import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useCasePlace, useCaseView, useCaseWords, useSectionAct } from '../desk/context.tsx'
import { actKind } from '../spec.ts'

/** Says whether the case can be handed over now. */
export const useDeliverable = (): boolean => {
  const { desk, spec } = useCasePlace()
  return useCaseView(desk).current?.acts.includes(actKind(spec, 'delivered')) === true
}

/** 发证 around the points a window asks for: hands over once all are confirmed, then leads to the next couple. */
export const DeliveryFrame = ({ all, body, children }: { readonly all: boolean; readonly body: () => Record<string, unknown>; readonly children: ReactNode }) => {
  const t = useCaseWords()
  const { desk, spec, go } = useCasePlace()
  const { current, busy } = useCaseView(desk)
  const [, navigate] = useLocation()
  const open = useDeliverable()
  const deliver = async (): Promise<boolean> => {
    if (current?.state === 'delivered') {
      navigate(`${spec.path}/new`)
      return false
    }
    if (!open || !all) return false
    const done = await desk.send('deliver', body())
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
  return (
    <div className="delivery">
      <p className="quiet">{t('deliveryNote')}</p>
      {children}
      <div className="section-acts">
        <Button type="primary" data-enter="" loading={busy} disabled={!open || !all} onClick={() => void deliver()}>{t('deliver')}</Button>
        {!all && <span className="quiet">{t('deliverBlocked')}</span>}
      </div>
    </div>
  )
}
