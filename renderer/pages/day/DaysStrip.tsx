import { useRef, type KeyboardEvent } from 'react'
import { addDays, daysOfMonth, isCivilDate, weekday } from '../../../domain/dates.ts'
import { dayNumberOf, dayWithWeekday } from '../../shared/format.ts'
import { useLanguage, useWords } from '../../shared/i18n.ts'
import { MonthSwitch } from '../../shared/MonthSwitch.tsx'
import { Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { dayState, type DayState } from './figures.ts'
import { words } from './words.ts'

const marks: Readonly<Record<DayState, string>> = { closed: '✓', unclosed: '○', open: '○', running: '…', idle: '·', ahead: '' }
const legend = ['closed', 'unclosed', 'idle'] as const
const weekdays = { zh: ['一', '二', '三', '四', '五', '六', '日'], en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] } as const
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The days of a month with whether each is closed; arrows go from day to day, across the ends of the month. */
export const DaysStrip = ({ day, today, onChange }: { readonly day: string; readonly today: string; readonly onChange: (day: string) => void }) => {
  const t = useWords(words)
  const language = useLanguage()
  const place = useRef<HTMLDivElement>(null)
  const month = day.slice(0, 7)
  const days = useRoute('listDays', { query: { month } }, { keep: true, every: 60_000, fresh: 0 })
  const known = days.data?.month === month ? days.data : undefined
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey || !isCivilDate(day)) return
    event.preventDefault()
    const next = addDays(day, step)
    if (next > today) return
    onChange(next)
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>('[aria-current]')?.focus())
  }
  const toMonth = (next: string): void => {
    const last = daysOfMonth(next).filter((one) => one <= today).at(-1)
    if (last !== undefined) onChange(daysOfMonth(next).find((one) => one === `${next}-${day.slice(8)}` && one <= today) ?? last)
  }
  return (
    <Section title={t('month', { month })} acts={<><span className="day-legend quiet">{legend.map((state) => <span key={state}>{marks[state]} {t(`state_${state}`)}</span>)}<span>+ {t('hasLate')}</span></span><MonthSwitch value={month} last={today.slice(0, 7)} onChange={toMonth} /></>}>
      <div className="day-cells" role="group" aria-label={t('month', { month })} ref={place} onKeyDown={onKeyDown}>
        {daysOfMonth(month).map((one) => {
          const line = known?.days.find((other) => other.day === one)
          const state = dayState(one, line, known?.unclosed ?? [], today)
          const late = line?.late ?? 0
          const what = t('dayCell', { day: dayWithWeekday(one, language), state: t(`state_${state}`), n: line?.count ?? 0 })
          const name = late > 0 ? t('lateOn', { what, late: t('lateCount', { n: late }) }) : what
          return (
            <button key={one} type="button" className={`day-cell ${state}`} disabled={state === 'ahead'} tabIndex={one === day ? 0 : -1} aria-label={name} title={name} onClick={() => onChange(one)} {...(one === day && { 'aria-current': 'date' as const })}>
              <small aria-hidden="true">{weekdays[language][weekday(one) - 1]}</small>
              <b>{dayNumberOf(one)}</b>
              <span className="mark" aria-hidden="true">{marks[state]}{late > 0 ? `+${String(late)}` : ''}</span>
            </button>
          )
        })}
      </div>
    </Section>
  )
}
