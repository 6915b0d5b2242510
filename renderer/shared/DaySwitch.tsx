/** A day typed or stepped, as it stands in the page's address: `const { day, params } = useAskedDay()` · `<DaySwitch value={day} last={today} onChange={…} />` */
import { Button } from 'antd'
import { useSearchParams } from 'wouter'
import { addDays, isCivilDate } from '../../domain/dates.ts'
import { DayField } from './DayField.tsx'
import { useWords } from './i18n.ts'
import { useSession } from './session.tsx'
import { shared } from './words.ts'

/** The day that the address asks for, today where it asks for none. */
export const useAskedDay = () => {
  const { office } = useSession()
  const [params, setParams] = useSearchParams()
  const asked = params.get('day') ?? ''
  return { day: isCivilDate(asked) ? asked : office.today, today: office.today, params, setParams }
}

/** The day before, a field, the day after; none later than `last`. */
export const DaySwitch = ({ value, last, onChange }: { readonly value: string; readonly last?: string; readonly onChange: (day: string) => void }) => {
  const t = useWords(shared)
  const go = (day: string): void => {
    if (isCivilDate(day) && (last === undefined || day <= last)) onChange(day)
  }
  const step = (days: number): void => {
    if (isCivilDate(value)) go(addDays(value, days))
  }
  return (
    <>
      <Button aria-label={t('dayBefore')} onClick={() => step(-1)}>‹</Button>
      <div className="day-choice"><DayField key={value} aria-label={t('day')} value={value} onChange={go} /></div>
      <Button aria-label={t('dayAfter')} disabled={last !== undefined && value >= last} onClick={() => step(1)}>›</Button>
    </>
  )
}
