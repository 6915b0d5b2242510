import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { Choices } from '../../frame/Choices.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { useWords } from '../../shared/i18n.ts'
import { useSession } from '../../shared/session.tsx'
import { kindOf, lastPeriod, periodKinds, readPeriod, shiftPeriod, type Period, type PeriodKind } from './period.ts'
import { words } from './words.ts'

/** The period in the page's address, and the way to change it; the other parts of the address stay. */
export const usePeriod = (fallback?: Period): readonly [Period, (period: Period) => void] => {
  const { office } = useSession()
  const [params, setParams] = useSearchParams()
  const period = readPeriod(params, office.today, fallback)
  return [
    period,
    (next) => setParams((now) => {
      const changed = new URLSearchParams(now)
      changed.set('from', next.from)
      changed.set('to', next.to)
      return changed
    }, { replace: true }),
  ]
}

/** Month, quarter, half-year, year, twelve months or any days. */
export const PeriodChoice = ({ period, onChange }: { readonly period: Period; readonly onChange: (period: Period) => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [free, setFree] = useState(false)
  const kind: PeriodKind = free ? 'any' : kindOf(period)
  const [from, setFrom] = useState(period.from)
  const [to, setTo] = useState(period.to)
  useEffect(() => {
    setFrom(period.from)
    setTo(period.to)
  }, [period.from, period.to])
  const choose = (next: PeriodKind): void => {
    setFree(next === 'any')
    if (next !== 'any') onChange(lastPeriod(next, office.today))
  }
  const type = (first: string, last: string): void => {
    setFrom(first)
    setTo(last)
    if (first !== '' && last !== '' && first <= last) onChange({ from: first, to: last })
  }
  const ahead = shiftPeriod(kind, period, 1).from > office.today
  return (
    <div className="row period-choice no-print">
      <Choices label={t('period')} value={kind} options={periodKinds.map((value) => ({ value, title: t(`period_${value}`) }))} onChange={choose} />
      <Button aria-label={t('periodBefore')} onClick={() => onChange(shiftPeriod(kind, period, -1))}>‹</Button>
      <div className="day-choice"><DayField key={`from ${period.from}`} aria-label={t('from')} value={from} onChange={(day) => type(day, to)} /></div>
      –
      <div className="day-choice"><DayField key={`to ${period.to}`} aria-label={t('to')} value={to} onChange={(day) => type(from, day)} /></div>
      <Button aria-label={t('periodAfter')} disabled={ahead} onClick={() => onChange(shiftPeriod(kind, period, 1))}>›</Button>
      {from !== '' && to !== '' && from > to && <span className="finding-note stop">{t('orderWrong')}</span>}
    </div>
  )
}
