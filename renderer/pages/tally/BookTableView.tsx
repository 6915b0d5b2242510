import { Fragment } from 'react'
import { spans, type BookTable } from '../../../domain/reports/shapes.ts'
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

type Row = BookTable['rows'][number]
interface Shown { readonly table: BookTable; readonly rows: readonly Row[]; readonly number: Openings['number'] }

const useHeads = ({ table }: Pick<Shown, 'table'>) => {
  const t = useWords(words)
  const language = useLanguage()
  return (column: BookTable['columns'][number]): string => [column.unit === '' || column.unit === table.unit ? '' : unitWords(column.unit, language), column.money ? t('moneyHead') : ''].filter((part) => part !== '').join(' · ')
}

const RowTitle = ({ row, table }: { readonly row: Row; readonly table: BookTable }) => {
  const say = useSay()
  const language = useLanguage()
  return <>{titleWords(say(row.title), language)}{row.unit !== undefined && row.unit !== '' && row.unit !== table.unit && <small className="quiet"> {unitWords(row.unit, language)}</small>}</>
}
const isSum = (row: Row): boolean => /(^|\.)total$/.test(row.id)

/** Few columns: the spans stand side by side. */
const Across = ({ table, rows, number }: Shown) => {
  const t = useWords(words)
  const say = useSay()
  const head = useHeads({ table })
  const known = spans.filter((span) => table.rows.some(({ lines }) => lines.some((line) => line.span === span)))
  return (
    <table className="plain-table counted-table book-table">
      <thead>
        {table.columns.length > 1 && <tr><th scope="col" rowSpan={2}>{t('item')}</th>{table.columns.map((column) => <th key={column.id} scope="colgroup" colSpan={known.length} className="group">{say(column.title)} {head(column) !== '' && <small>{head(column)}</small>}</th>)}</tr>}
        <tr>
          {table.columns.length === 1 && <th scope="col">{t('item')}</th>}
          {table.columns.flatMap((column) => known.map((span) => <th key={`${column.id} ${span}`} scope="col" className="end">{t(`span_${span}`)}{table.columns.length === 1 && head(column) !== '' && <span className="head-unit">{head(column)}</span>}</th>))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={isSum(row) ? 'sum' : ''}>
            <th scope="row"><RowTitle row={row} table={table} /></th>
            {table.columns.flatMap((column, at) => known.map((span) => {
              const cell = row.lines.find((line) => line.span === span)?.cells[at]
              return <td key={`${column.id} ${span}`} className={`end${span === 'period' ? '' : ' other'}${(cell?.count ?? 0) < 0 ? ' minus' : ''}`}><Figure cell={cell} what={`${say(row.title)} ${say(column.title)} ${t(`span_${span}`)}`} money={column.money} number={number} /></td>
            }))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Many columns: a line a span under each row. */
const Lined = ({ table, rows, number }: Shown) => {
  const t = useWords(words)
  const say = useSay()
  const head = useHeads({ table })
  const spanned = table.rows.some(({ lines }) => lines.length > 1)
  return (
    <table className={`plain-table counted-table book-table${spanned ? ' lined' : ''}`}>
      <thead><tr>
        <th scope="col">{t('item')}</th>
        {spanned && <th scope="col">{t('span')}</th>}
        {table.columns.map((column) => <th key={column.id} scope="col" className="end">{say(column.title)}{head(column) !== '' && <span className="head-unit">{head(column)}</span>}</th>)}
      </tr></thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.id}>
            {row.lines.map((line, index) => (
              <tr key={line.span} className={`${index === 0 ? 'first' : 'other'}${index === row.lines.length - 1 ? ' last' : ''}${index === 0 && isSum(row) && !spanned ? ' sum' : ''}`}>
                {index === 0 && <th scope="rowgroup" rowSpan={row.lines.length}><RowTitle row={row} table={table} /></th>}
                {spanned && <td className="span">{t(`span_${line.span}`)}</td>}
                {table.columns.map((column, at) => <td key={column.id} className={(line.cells[at]?.count ?? 0) < 0 ? 'end minus' : 'end'}><Figure cell={line.cells[at]} what={`${say(row.title)} ${say(column.title)} ${t(`span_${line.span}`)}`} money={column.money} number={number} /></td>)}
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

/** So many columns still leave room for their spans beside each other. */
const mostAcross = 2

/** One table of the book over the spans, the unit in the headings, its identities below. */
export const BookTableView = ({ table, number }: { readonly table: BookTable; readonly number: Openings['number'] }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const rows = filledRows(table)
  const unit = table.unit === '' ? '' : unitWords(table.unit, language)
  const Shown = table.columns.length <= mostAcross && table.rows.some(({ lines }) => lines.length > 1) ? Across : Lined
  return (
    <>
      <Section title={`${say(table.title)}${unit === '' ? '' : language === 'zh' ? `（${unit}）` : ` (${unit})`}`}>
        {rows.length === 0 ? <p className="quiet">{t('noRows')}</p> : <div className="table-frame" tabIndex={0} role="region" aria-label={say(table.title)}><Shown table={table} rows={rows} number={number} /></div>}
      </Section>
      <CheckLines title={t('checks')} checks={table.identities} none={t('noChecks')} />
    </>
  )
}
