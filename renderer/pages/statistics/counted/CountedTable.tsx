import './counted.css'
import { Fragment } from 'react'
import type { Text } from '../../../../domain/text.ts'
import { tenThousands, yuan } from '../../../../domain/waiver/money.ts'
import { useLanguage, useSay, useWords } from '../../../shared/i18n.ts'
import { Section } from '../../../shared/Page.tsx'
import type { Period } from '../period.ts'
import type { OpenNumber } from './address.ts'
import { Checks, type Check } from './Checks.tsx'
import { signed, titleWords, unitWords } from './units.ts'
import { words } from './words.ts'

/** A number with the cells and days of the lines behind it; money only where the table counts some. */
interface Cell extends Period {
  readonly value: number
  readonly fen?: number | null
  readonly cells: readonly string[]
}

/** A table counted from lines, as the door tells it. */
export interface Counted extends Period {
  readonly title: Text
  readonly unit: string
  readonly columns: readonly { readonly id: string; readonly title: Text; readonly unit: string }[]
  readonly rows: readonly { readonly id: string; readonly title: Text; readonly cells: readonly Cell[] }[]
  readonly identities: readonly Check[]
  readonly milliseconds: number
}

/** Tables of one figure a row have periods for columns. */
export const hasFigures = ({ columns }: Pick<Counted, 'columns'>): boolean => columns.some(({ id }) => id === 'before')

const Number = ({ cell, what, figure = false, onOpen }: { readonly cell: Cell | undefined; readonly what: string; readonly figure?: boolean; readonly onOpen: (open: OpenNumber) => void }) => {
  const t = useWords(words)
  if (cell === undefined) return <>—</>
  const fen = cell.fen ?? 0
  const money = fen !== 0 && <span className="cell-money">{figure ? t('figureMoney', { tenThousands: tenThousands(fen), yuan: yuan(fen) }) : <>{tenThousands(fen)} <small>({yuan(fen)})</small></>}</span>
  if (cell.cells.length === 0 || (cell.value === 0 && fen === 0)) return <>{signed(cell.value)}{money}</>
  return <><button type="button" className="open-number" aria-label={t('opens', { what, n: signed(cell.value) })} onClick={() => onOpen({ cells: cell.cells, from: cell.from, to: cell.to, what })}>{signed(cell.value)}</button>{money}</>
}

/** A period set beside the first column of a table of figures. */
export interface Beside {
  readonly title: string
  /** Undefined until it has come. */
  readonly table: Counted | undefined
}

/** One table with its units in the headings, a unit of all its columns in its title alone, and its identities below. */
export const CountedTable = ({ table, beside, checksUnfolded = false, onOpen }: { readonly table: Counted; readonly beside?: Beside | undefined; readonly checksUnfolded?: boolean; readonly onOpen: (open: OpenNumber) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const figures = hasFigures(table)
  const hasMoney = table.columns.map((_, index) => table.rows.some((row) => (row.cells[index]?.fen ?? null) !== null))
  const head = (column: Counted['columns'][number], index: number) => {
    const unit = figures ? '' : [column.unit === '' || column.unit === table.unit ? '' : unitWords(column.unit, language), hasMoney[index] === true ? t('moneyHead') : ''].filter((part) => part !== '').join(' · ')
    return <>{say(column.title)}{unit !== '' && <span className="head-unit">{unit}</span>}</>
  }
  const rowBeside = (id: string): Cell | undefined => beside?.table?.rows.find((row) => row.id === id)?.cells[0]
  return (
    <>
      <Section title={`${say(table.title)}${table.unit === '' ? '' : language === 'zh' ? `（${table.unit}）` : ` (${unitWords(table.unit, language)})`}`} acts={<span className="quiet">{t('range', { from: table.from, to: table.to })} · {t('took', { n: Math.max(1, Math.round(table.milliseconds)) })}</span>}>
        {table.rows.length === 0 ? <p className="quiet">{t('noRows')}</p> : (
          <div className="table-frame" tabIndex={0} role="region" aria-label={say(table.title)}>
            <table className={figures ? 'plain-table counted-table figures-table' : 'plain-table counted-table'}>
              <thead><tr>
                <th scope="col">{t('item')}</th>
                {table.columns.map((column, index) => <Fragment key={column.id}><th scope="col" className="end">{head(column, index)}</th>{beside !== undefined && index === 0 && <th scope="col" className="end">{beside.title}</th>}</Fragment>)}
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
                          {beside !== undefined && index === 0 && <td className="end">{beside.table === undefined ? '' : <Number cell={rowBeside(row.id)} what={`${title} ${beside.title}`} figure onOpen={onOpen} />}</td>}
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
      {table.identities.length > 0 && <Checks checks={table.identities} unfolded={checksUnfolded} />}
    </>
  )
}
