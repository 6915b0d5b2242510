import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../shared/i18n.ts'
import { useCaseView, useSectionAct } from '../../../case/desk/context.tsx'
import { words } from '../words.ts'
import { Tick } from '../../../case/form/choices.tsx'
import { bothParties, useDivorce } from './parts.tsx'

/** 旧结婚证: stamped with the strip, copied for the file, given back. */
export const StampingSection = () => {
  const t = useWords(words)
  const { desk } = useDivorce()
  const { current, busy } = useCaseView(desk)
  const [stamped, setStamped] = useState<readonly [boolean, boolean]>([false, false])
  const [copied, setCopied] = useState(false)
  const [returned, setReturned] = useState(false)
  const shown = bothParties.filter((party) => current?.file.marriage.certificates[party] === 'shown')
  const open = current?.acts.includes('divorce.marriageCertificatesStamped') === true && current.stamped === null
  const ready = shown.length > 0 && shown.every((party) => stamped[party]) && copied && returned
  const record = async (): Promise<boolean> => {
    if (current === undefined) return false
    if (current.stamped !== null || shown.length === 0) return true
    if (!open || !ready) return false
    return (await desk.send('stampMarriageCertificates', { stamped: bothParties.map((party) => shown.includes(party) && stamped[party]), copied, returned })) !== undefined
  }
  useSectionAct('stamping', record)
  if (current === undefined) return null
  if (current.stamped !== null) return <p><span className="tag good">{t('stampedOn', { day: current.stamped.day })}</span></p>
  if (shown.length === 0) return <p className="quiet">{t('stampingNone')}</p>
  return (
    <div className="stamping">
      <p className="quiet">{t('stampingNote')}</p>
      <div className="tick-list" data-ticks="">
        {shown.map((party) => <Tick key={party} checked={stamped[party]} disabled={!open} onTick={(ticked) => setStamped((before) => (party === 0 ? [ticked, before[1]] : [before[0], ticked]))}>{t('stamped', { party: t(`party.${party}`) })}</Tick>)}
        <Tick checked={copied} disabled={!open} onTick={setCopied}>{t('copied')}</Tick>
        <Tick checked={returned} disabled={!open} onTick={setReturned}>{t('returned')}</Tick>
      </div>
      <div className="section-acts"><Button data-enter="" type="primary" loading={busy} disabled={!open || !ready} onClick={() => void record()}>{t('stamp')}</Button></div>
    </div>
  )
}
