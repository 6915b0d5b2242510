import { Button } from 'antd'
import { useState } from 'react'
import { dayWithWeekday } from '../../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../../shared/i18n.ts'
import { Loaded, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { dayKind, monthsOf, type YearDay } from './months.ts'
import { words } from './words.ts'

/** A year month by month; each day says why it is one of rest, or why a Saturday is worked. */
export const YearView = ({ year, years, onYear }: { readonly year: number; readonly years: readonly number[]; readonly onYear: (year: number) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const calendar = useRoute('getCalendarYear', { params: { year } }, { keep: true })
  const [picked, setPicked] = useState<YearDay>()
  const why = (day: YearDay): string => `${dayWithWeekday(day.day, language)} ${say(day.why)}`.trim()
  return (
    <Section id="calendar-year" title={<span className="row"><Button size="small" aria-label={t('yearBefore')} disabled={!years.includes(year - 1)} onClick={() => onYear(year - 1)}>‹</Button>{t('yearView', { year })}<Button size="small" aria-label={t('yearAfter')} disabled={!years.includes(year + 1)} onClick={() => onYear(year + 1)}>›</Button></span>} acts={<span className="year-legend">{(['rest', 'holiday', 'makeUp', 'work'] as const).map((kind) => <span key={kind}><i className={`year-day ${kind}`} aria-hidden="true" />{t(kind === 'rest' ? 'legendRest' : kind === 'holiday' ? 'legendHoliday' : kind === 'makeUp' ? 'legendMakeUp' : 'legendWork')}</span>)}</span>}>
      <p role="status" className={picked === undefined ? 'quiet' : ''}>{picked === undefined ? t('pickDay') : <>{why(picked)} <span className="quiet">{picked.notice}</span></>}</p>
      <Loaded of={calendar}>
        {(data) => (
          <div className="year-months">
            {monthsOf(data.days).map(({ month, skip, days }) => (
              <section key={month} className="year-month">
                <h3>{t('months').split(' ')[month - 1]}</h3>
                <div className="year-grid">
                  {t('weekdays').split(' ').map((name) => <span key={name} className="year-weekday" aria-hidden="true">{name}</span>)}
                  {days.map((day, index) => (
                    <button key={day.day} type="button" className={`year-day ${dayKind(day)}${picked?.day === day.day ? ' picked' : ''}`} style={index === 0 ? { gridColumnStart: skip + 1 } : {}} title={why(day)} aria-label={why(day)} onClick={() => setPicked(day)}>
                      {Number(day.day.slice(8))}
                    </button>
                  ))}
                </div>
              </section>
            ))}
          </div>
        )}
      </Loaded>
    </Section>
  )
}
