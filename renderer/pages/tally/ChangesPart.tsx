import type { TallyBook } from '../../../domain/reports/shapes.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import { findWindow } from '../../windows.ts'
import { unitWords } from '../statistics/counted/units.ts'
import { differencesOf } from './book.ts'
import { figureWords } from './Summary.tsx'
import { words } from './words.ts'

/** What of a signed month is otherwise by now: each figure of the summary with both values, and how many cells of each table. */
export const ChangesPart = ({ signed, now }: { readonly signed: TallyBook; readonly now: TallyBook }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const { figures, tables } = differencesOf(signed, now)
  const window = (id: string): string => {
    const found = findWindow(id)
    return found === undefined ? '' : say(found.short ?? found.title)
  }
  return (
    <Section title={t('changes')}>
      {figures.length === 0 && tables.length === 0 ? <p className="row"><span className="tag good">✓</span> {t('sameNow')}</p> : (
        <>
          <p className="quiet">{t('changesLead')}</p>
          {figures.length > 0 && (
            <div className="table-frame">
              <table className="plain-table">
                <thead><tr><th scope="col">{t('window')}</th><th scope="col">{t('item')}</th><th scope="col">{t('span')}</th><th scope="col">{t('unit')}</th><th scope="col" className="end">{t('signedFigure')}</th><th scope="col" className="end">{t('nowFigure')}</th><th scope="col" className="end">{t('difference')}</th></tr></thead>
                <tbody>
                  {figures.map((line) => (
                    <tr key={`${line.id} ${line.span}`}>
                      <td>{window(line.window)}</td><th scope="row">{say(line.title)}</th><td>{t(line.span)}</td><td>{line.money ? t('yuan') : unitWords(line.unit, language)}</td>
                      <td className="end">{figureWords(line.signed, line.money)}</td><td className="end">{figureWords(line.now, line.money)}</td><td className="end">{line.now > line.signed ? '+' : ''}{figureWords(line.now - line.signed, line.money)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {tables.length > 0 && <><h3>{t('tablesDiffer')}</h3><ul>{tables.map((table) => <li key={table.id}>{say(table.title)} · {t('cellsDiffer', { n: table.cells })}</li>)}</ul></>}
        </>
      )}
    </Section>
  )
}
