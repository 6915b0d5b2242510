import { useState } from 'react'
import { useCaseView } from '../../../case/desk/context.tsx'
import { Choices, Tick } from '../../../case/form/choices.tsx'
import { DeliveryFrame, useDeliverable } from '../../../case/sections/DeliveryFrame.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { words } from '../words.ts'
import { useReissue } from './parts.tsx'

type Point = 'identityAsked' | 'signed' | 'fingerprint' | 'oldCancelled'

/** 发证 to the applicants or the proxy; the old certificate cancelled where there is one. */
export const DeliverySection = () => {
  const t = useWords(words)
  const { desk } = useReissue()
  const { current } = useCaseView(desk)
  const open = useDeliverable()
  const [chosen, setChosen] = useState<'applicants' | 'proxy'>()
  const [given, setGiven] = useState<ReadonlySet<Point>>(new Set())
  if (current === undefined) return null
  const proxied = current.file.proxy !== null
  const to = chosen ?? (proxied ? 'proxy' : 'applicants')
  const points: readonly Point[] = ['identityAsked', 'signed', 'fingerprint', ...(current.file.reason === 'lost' ? [] : ['oldCancelled' as const])]
  return (
    <DeliveryFrame all={points.every((point) => given.has(point))} body={() => ({ to, identityAsked: true, signed: true, fingerprint: true, oldCancelled: given.has('oldCancelled') })}>
      {proxied && <Choices label={t('deliveredTo')} value={to} disabled={!open} options={(['applicants', 'proxy'] as const).map((who) => [who, t(`to.${who}`)] as const)} onChoose={setChosen} />}
      <div className="receipt-ticks" data-ticks="">
        {points.map((point) => <Tick key={point} checked={given.has(point)} disabled={!open} onTick={(ticked) => setGiven((before) => { const next = new Set(before); if (ticked) next.add(point); else next.delete(point); return next })}>{t(`delivery.${point}`)}</Tick>)}
      </div>
    </DeliveryFrame>
  )
}
