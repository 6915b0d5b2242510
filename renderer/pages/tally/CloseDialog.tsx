import { monthRange } from '../../../domain/dates.ts'
import type { TallyBook } from '../../../domain/reports/shapes.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { Waiting } from '../../shared/Page.tsx'
import { useAct, useRoute } from '../../shared/query.ts'
import { SecondPersonDialog } from '../../shared/SecondPersonDialog.tsx'
import { unitWords } from '../statistics/counted/units.ts'
import { failingLines } from './book.ts'
import { figureWords } from './Summary.tsx'
import { words } from './words.ts'

const Figures = ({ book }: { readonly book: TallyBook }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const failing = failingLines(book).length
  return (
    <>
      {book.unclosed.length > 0 && <p className="finding-note answer">{t('closeUnclosed', { n: book.unclosed.length, days: book.unclosed.slice(0, 8).join(' · ') })}</p>}
      {failing > 0 && <p className="finding-note stop">{t('closeChecks', { n: failing })}</p>}
      <div className="table-frame signed-figures" tabIndex={0} role="region" aria-label={t('closeFigures')}>
        <table className="plain-table">
          <thead><tr><th scope="col">{t('closeFigures')}</th><th scope="col">{t('unit')}</th><th scope="col" className="end">{t('period')}</th><th scope="col" className="end">{t('toDate')}</th></tr></thead>
          <tbody>
            {book.indicators.filter(({ period, toDate }) => period !== 0 || toDate !== 0).map((line) => (
              <tr key={line.id}><th scope="row">{say(line.title)}</th><td>{line.money ? t('yuan') : unitWords(line.unit, language)}</td><td className="end">{figureWords(line.period, line.money)}</td><td className="end">{figureWords(line.toDate, line.money)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** 月结: shows what is signed, and asks for the person who checked it. */
export const CloseDialog = ({ month, onDone, onCancel }: { readonly month: string; readonly onDone: () => void; readonly onCancel: () => void }) => {
  const t = useWords(words)
  const close = useAct('closeMonth', { refresh: ['getTally', 'listMonths', 'listBurialMonths'] })
  const book = useRoute('getTally', { query: { ...monthRange(month) } })
  return (
    <SecondPersonDialog
      title={t('closeTitle', { month })} verb={t('close')} width={720} ready={book.data !== undefined} note={{ label: t('remark'), needed: false }} secondTitle={t('checker')} secondWhy={t('checkerWhy')}
      act={({ reason, second }) => close.mutateAsync({ params: { month }, body: { note: reason, second } })} onDone={onDone} onCancel={onCancel}
    >
      <p>{t('closeNote')}</p>
      {book.data === undefined ? <Waiting /> : <Figures book={book.data.book} />}
    </SecondPersonDialog>
  )
}
