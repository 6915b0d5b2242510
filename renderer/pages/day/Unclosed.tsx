import './day.css'
import { Link } from 'wouter'
import { useWords } from '../../shared/i18n.ts'
import { words } from './words.ts'

const most = 8

/** A quiet line that names the days with business that nobody has closed; nothing where there are none. */
export const Unclosed = ({ days, now = '' }: { readonly days: readonly string[]; readonly now?: string }) => {
  const t = useWords(words)
  if (days.length === 0) return null
  return (
    <p className="finding-note answer unclosed-days day-reminder">
      <b>{days.length === 1 ? t('unclosedOne') : t('unclosedTitle', { n: days.length })}</b>
      {days.slice(0, most).map((day) => (day === now ? <span key={day}>{day}</span> : <Link key={day} href={`/day?day=${day}`}>{day}</Link>))}
      {days.length > most && <span>{t('unclosedMore', { n: days.length - most })}</span>}
    </p>
  )
}
