import { Link } from 'wouter'
import type { TallyBook } from '../../../domain/reports/shapes.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { words } from './words.ts'

const daysShown = 12

/** What a reader of the book must know, above its figures; days that are not closed are one press away. */
export const Notes = ({ book }: { readonly book: TallyBook }) => {
  const t = useWords(words)
  const say = useSay()
  if (book.notes.length === 0 && book.unclosed.length === 0) return null
  return (
    <div className="tally-notes">
      {book.notes.map((note, index) => <p key={`${note.id} ${String(index)}`} className="finding-note answer">{say(note.line)}</p>)}
      {book.unclosed.length > 0 && (
        <p className="row"><span className="quiet">{t('unclosedDays')}</span>{book.unclosed.slice(0, daysShown).map((day) => <Link key={day} href={`/day?day=${day}`}>{day}</Link>)}{book.unclosed.length > daysShown && <span className="quiet">{t('moreDays', { n: book.unclosed.length })}</span>}</p>
      )}
    </div>
  )
}
