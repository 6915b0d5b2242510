import { Fragment } from 'react'
import type { BurialTable } from '../../../../api/schemas/waiver.ts'
import { tenThousands, yuan } from '../../../../domain/waiver/money.ts'
import { number } from '../../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../../shared/i18n.ts'
import { Section } from '../../../shared/Page.tsx'
import { Checks } from '../grounds/parts.tsx'
import type { OpenNumber } from './LinesDialog.tsx'
import { titleWords, unitWords } from './units.ts'
import { words } from './words.ts'

type Cell = BurialTable['rows'][number]['cells'][number]

const Number = ({ cell, what, figure = false, onOpen }: { readonly cell: Cell | undefined; readonly what: string; readonly figure?: boolean; readonly onOpen: (open: OpenNumber) => void }) => {
  const t = useWords(words)
  if (cell === undefined) return <>—</>
  const money = cell.fen !== null && cell.fen !== 0 && <span className="cell-money">{figure ? t('figureMoney', { tenThousands: tenThousands(cell.fen), yuan: yuan(cell.fen) }) : <>{tenThousands(cell.fen)} <small>({yuan(cell.fen)})</small></>}</span>
  if (cell.cells.length === 0 || (cell.value === 0 && (cell.fen ?? 0) === 0)) return <>{number(cell.value)}{money}</>
  return <><button type="button" className="open-number" aria-label={t('opens', { what, n: number(cell.value) })} onClick={() => onOpen({ cells: cell.cells, from: cell.from, to: cell.to, what })}>{number(cell.value)}</button>{money}</>
}

/** One table with its units in the headings and its identities below; `before` stands beside the period where the table is one line a figure. */
export const TableView = ({ table, before, onOpen }: { readonly table: BurialTable; readonly before: BurialTable | undefined; readonly onOpen: (open: OpenNumber) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const figures = table.columns.some((column) => column.id === 'before')
  const hasMoney = table.columns.map((_, index) => table.rows.some((row) => row.cells[index]?.fen !== null && row.cells[index]?.fen !== undefined))
  const head = (column: BurialTable['columns'][number], index: number) => {
    const unit = figures ? '' : [column.unit === '' ? '' : unitWords(column.unit, language), hasMoney[index] === true ? t('moneyHead') : ''].filter((part) => part !== '').join(' · ')
    return <>{say(column.title)}{unit !== '' && <span className="head-unit">{unit}</span>}</>
  }
  const rowBefore = (id: string): Cell | undefined => before?.rows.find((row) => row.id === id)?.cells[0]
  return (
    <>
      <Section title={`${say(table.title)}${table.unit === '' ? '' : language === 'zh' ? `（${table.unit}）` : ` (${unitWords(table.unit, language)})`}`} acts={<span className="quiet">{t('range', { from: table.from, to: table.to })} · {t('took', { n: Math.max(1, Math.round(table.milliseconds)) })}</span>}>
        {table.rows.length === 0 ? <p className="quiet">{t('noRows')}</p> : (
          <div className="table-frame" tabIndex={0} role="region" aria-label={say(table.title)}>
            <table className={figures ? 'plain-table burial-table figures-table' : 'plain-table burial-table'}>
              <thead><tr>
                <th scope="col">{t('item')}</th>
                {table.columns.map((column, index) => <Fragment key={column.id}><th scope="col" className="end">{head(column, index)}</th>{figures && index === 0 && <th scope="col" className="end">{t('before')}</th>}</Fragment>)}
              </tr></thead>
              <tbody>
                {table.rows.map((row) => {
                  const title = titleWords(say(row.title), language)
                  return (
                    <tr key={row.id} className={row.id === 'total' || row.id === 'standing' ? 'sum' : ''}>
                      <th scope="row">{title}</th>
                      {table.columns.map((column, index) => (
                        <Fragment key={column.id}>
                          <td className="end"><Number cell={row.cells[index]} what={`${title} ${say(column.title)}`} figure={figures} onOpen={onOpen} /></td>
                          {figures && index === 0 && <td className="end">{before === undefined ? '' : <Number cell={rowBefore(row.id)} what={`${title} ${t('before')}`} figure onOpen={onOpen} />}</td>}
                        </Fragment>
                      ))}
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )}
      </Section>
      {table.identities.length > 0 && <Checks checks={table.identities} />}
    </>
  )
}
