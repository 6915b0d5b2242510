/** What the pages of the grounds share: counts that check each other, a history, a fact that is a number one can open, the days of a period. */
import { Link } from 'wouter'
import type { Text } from '../../../../domain/text.ts'
import { tenThousands, yuan } from '../../../../domain/waiver/money.ts'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Section } from '../../../shared/Page.tsx'
import { words } from './words.ts'

/** A figure with what it counts; with an address it opens what stands behind it. */
export const Figure = ({ value, title, unit, href, pressed }: { readonly value: number; readonly title: string; readonly unit?: string; readonly href?: string; readonly pressed?: boolean }) => {
  const t = useWords(words)
  return (
    <div className={pressed === true ? 'ground-figure pressed' : 'ground-figure'}>
      <div className="figure-number">{href === undefined || value === 0 ? number(value) : <Link href={href} aria-label={t('opens', { what: title, n: number(value) })} {...(pressed === true && { 'aria-current': 'true' as const })}>{number(value)}</Link>}{unit === undefined ? '' : <small>{unit}</small>}</div>
      <div className="figure-title">{title}</div>
    </div>
  )
}

/** An amount in 万元 with the yuan beside it. */
export const Money = ({ fen }: { readonly fen: number }) => {
  const t = useWords(words)
  return <>{t('money', { tenThousands: tenThousands(fen), yuan: yuan(fen) })}</>
}

export interface HistoryLine { readonly seq: number; readonly at: string; readonly actorName: string; readonly title: Text; readonly day: string; readonly reason: string; readonly second: string }

/** What was done, the latest first. */
export const History = ({ rows }: { readonly rows: readonly HistoryLine[] }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <Section title={t('history')}>
      <ol className="ground-history">
        {[...rows].reverse().map((row) => (
          <li key={row.seq}><span className="quiet">{row.day === '' ? row.at.slice(0, 10) : row.day}</span><span>{say(row.title)} <span className="quiet"><span className="data">{row.actorName}</span>{row.second === '' ? '' : <> · {t('with', { who: row.second })}</>}</span>{row.reason === '' ? '' : <div className="quiet data">{row.reason}</div>}</span></li>
        ))}
      </ol>
    </Section>
  )
}
