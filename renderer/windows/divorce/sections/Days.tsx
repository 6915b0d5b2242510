import type { Deadlines } from '../../../../api/schemas/divorce.ts'
import { civilDate, daysBetween } from '../../../../domain/dates.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Facts } from '../../../shared/Page.tsx'
import { words } from '../words.ts'

/** The days of an application with why each moved, in sentences. */
export const DaysInWords = ({ days }: { readonly days: Deadlines }) => {
  const t = useWords(words)
  const say = useSay()
  const rolled = (period: 1 | 2) => {
    const found = days.rolled.find((entry) => entry.period === period)
    if (found === undefined) return ''
    return ` ${found.why.map(({ day, reason }) => t('rolledOn', { day, why: say(reason) })).join(say({ zh: '；', en: '; ' }))}${say({ zh: '。', en: '. ' })}${t('rolledTo', { to: found.to })}`
  }
  return (
    <div className="days">
      <Facts rows={[[t('receivedDay'), days.received], [t('end1'), <b key="end1">{days.end1}</b>], [t('windowOpens'), <b key="opens">{days.windowOpens}</b>], [t('end2'), <b key="end2">{days.end2}</b>]]} />
      <ul className="days-why">
        <li>{t('daysCounted', { received: days.received, raw: days.raw1 })}{rolled(1)}</li>
        <li>{t('daysSecond', { end: days.end1, raw: days.raw2 })}{rolled(2)}</li>
        {days.overridden !== undefined && <li>{t('byHand', { reason: days.overridden.reason })}</li>}
        <li className="quiet">{t(days.makeUpDayCountsAsWorking ? 'makeUpWorking' : 'makeUpResting')} {t('daysLaw')}</li>
      </ul>
    </div>
  )
}

const percent = (value: number, of: number): string => `${String(Math.min(100, Math.max(0, (value / of) * 100)))}%`

/** The two periods on one line, with today in it. */
export const DaysBar = ({ days, today }: { readonly days: Pick<Deadlines, 'received' | 'end1' | 'windowOpens' | 'end2'>; readonly today: string }) => {
  const t = useWords(words)
  const whole = daysBetween(days.received, days.end2) + 1
  const first = daysBetween(days.received, days.end1) + 1
  const now = daysBetween(days.received, civilDate(today))
  const marks = [[t('receivedDay'), days.received, 0], [t('end1'), days.end1, first], [t('end2'), days.end2, whole]] as const
  return (
    <figure className="days-bar" role="img" aria-label={`${t('bar')}: ${marks.map(([name, day]) => `${name} ${day}`).join(', ')}, ${t('todayMark')} ${today}`}>
      <div className="days-line" aria-hidden="true">
        <span className="days-first" style={{ width: percent(first, whole) }}>{t('section.cooling')}</span>
        <span className="days-second" style={{ width: percent(whole - first, whole) }}>{t('state.issuanceOpen')}</span>
        {now >= 0 && <span className={`days-today${now / whole < 0.1 ? ' early' : now / whole > 0.9 ? ' late' : ''}`} style={{ left: percent(now + 0.5, whole) }}><span>{t('todayMark')} {today}</span></span>}
      </div>
      <div className="days-marks" aria-hidden="true">
        <span>{days.received}</span><span style={{ left: percent(first, whole) }}>{days.end1}</span><span>{days.end2}</span>
      </div>
    </figure>
  )
}
