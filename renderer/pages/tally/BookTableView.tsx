import { Fragment } from 'react'
import type { BookTable } from '../../../domain/reports/shapes.ts'
import { tenThousands, yuan } from '../../../domain/waiver/money.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import type { Openings } from '../../shared/opening.tsx'
import { Section } from '../../shared/Page.tsx'
import { titleWords, unitWords } from '../statistics/counted/units.ts'
import { filledRows } from './book.ts'
import { CheckLines } from './Checks.tsx'
import { words } from './words.ts'

type Cell = BookTable['rows'][number]['lines'][number]['cells'][number]

const Figure = ({ cell, what, money, number }: { readonly cell: Cell | undefined; readonly what: string; readonly money: boolean; readonly number: Openings['number'] }) => {
  if (cell === undefined) return <>—</>
  return (
    <>
      {number(cell.open, cell.count, what)}
      {money && cell.fen !== null && cell.fen !== 0 && <span className="cell-money">{tenThousands(cell.fen)} <small>({yuan(cell.fen)})</small></span>}
      {cell.share !== null && <span className="cell-share">{(cell.share * 100).toFixed(2)}%</span>}
    </>
  )
}

/** One table of the book: a line a span under each row, the unit in the headings, its identities below. */
export const BookTableView = ({ table, number }: { readonly table: BookTable; readonly number: Openings['number'] }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const rows = filledRows(table)
  const spanned = table.rows.some(({ lines }) => lines.length > 1)
  const unit = table.unit === '' ? '' : unitWords(table.unit, language)
  const head = (column: BookTable['columns'][number]): string => [column.unit === '' || column.unit === table.unit ? '' : unitWords(column.unit, language), column.money ? t('moneyHead') : ''].filter((part) => part !== '').join(' · ')
  return (
    <>
      <Section title={`${say(table.title)}${unit === '' ? '' : language === 'zh' ? `（${unit}）` : ` (${unit})`}`}>
        {rows.length === 0 ? <p className="quiet">{t('noRows')}</p> : (
          <div className="table-frame" tabIndex={0} role="region" aria-label={say(table.title)}>
            <table className="plain-table counted-table book-table">
              <thead><tr>
                <th scope="col">{t('item')}</th>
                {spanned && <th scope="col">{t('span')}</th>}
                {table.columns.map((column) => <th key={column.id} scope="col" className="end">{say(column.title)}{head(column) !== '' && <span className="head-unit">{head(column)}</span>}</th>)}
              </tr></thead>
              <tbody>
                {rows.map((row) => {
                  const title = titleWords(say(row.title), language)
                  return (
                    <Fragment key={row.id}>
                      {row.lines.map((line, index) => (
                        <tr key={line.span} className={index === 0 ? `first${/(^|\.)total$/.test(row.id) ? ' sum' : ''}` : 'other'}>
                          {index === 0 && <th scope="rowgroup" rowSpan={row.lines.length}>{title}{row.unit !== undefined && row.unit !== table.unit && <small className="quiet"> {unitWords(row.unit, language)}</small>}</th>}
                          {spanned && <td className="span">{t(`span_${line.span}`)}</td>}
                          {table.columns.map((column, at) => <td key={column.id} className={(line.cells[at]?.count ?? 0) < 0 ? 'end minus' : 'end'}><Figure cell={line.cells[at]} what={`${title} ${say(column.title)} ${t(`span_${line.span}`)}`} money={column.money} number={number} /></td>)}
                        </tr>
                      ))}
                    </Fragment>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
      </Section>
      <CheckLines title={t('checks')} checks={table.identities} none={t('noChecks')} />
    </>
  )
}

