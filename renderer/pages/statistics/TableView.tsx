import { Link, useLocation } from 'wouter'
import { cellTitle } from '../../../domain/statistics/titles.ts'
import { Chart } from '../../shared/Chart.tsx'
import { number } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import { casesOf, casesOfCell, drawnOf, type Cell, type Table } from './cells.ts'
import type { Period } from './period.ts'
import { Sum } from './Sum.tsx'
import { words } from './words.ts'

const unitWords = { 对: 'couples', 人: 'persons', 件: 'cases', 本: 'booklets' } as const
/** A unit in the language now. */
export const useUnit = (): ((unit: keyof typeof unitWords) => string) => {
  const language = useLanguage()
  return (unit) => (language === 'zh' ? unit : unitWords[unit])
}

/** Says the title of a cell of the statistics. */
export const useCellWords = (): ((cell: string) => string) => {
  const say = useSay()
  return (cell) => say(cellTitle(cell))
}

const Count = ({ cell, period, what }: { readonly cell: Cell | undefined; readonly period: Period; readonly what: string }) => {
  const t = useWords(words)
  const title = useCellWords()
  if (cell === undefined) return <>—</>
  const path = casesOfCell(cell, period)
  if (path !== undefined) return <Link href={path} aria-label={t('cellCases', { what, n: number(cell.value) })}>{number(cell.value)}</Link>
  const { window } = cell
  const parts = window === null || cell.value === 0 ? [] : cell.cells.flatMap((id) => casesOf(window, id, period) ?? []).map((link, index) => ({ title: title(cell.cells[index] ?? ''), path: link }))
  return parts.length > 1 ? <Sum value={cell.value} what={what} parts={parts} /> : <>{number(cell.value)}</>
}

/** A share in per cent; nothing where there is none. */
const shareWords = (cell: Cell | undefined): string => (cell === undefined || cell.share === null ? '' : `${(cell.share * 100).toFixed(2)}%`)

/** A table with one row reads downwards: an item a line, its number, its share. */
const Downwards = ({ table }: { readonly table: Table }) => {
  const t = useWords(words)
  const say = useSay()
  const unit = useUnit()
  const row = table.rows[0]
  if (row === undefined) return null
  const shares = row.cells.some((cell) => cell.share !== null)
  return (
    <table className="plain-table statistic">
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col" className="end">{unit(table.unit)}</th>
          {shares && <th scope="col" className="end">{t('share')}</th>}
        </tr>
      </thead>
      <tbody>
        {table.columns.map((column, index) => (
          <tr key={column.id}>
            <th scope="row">{say(column.title)}</th>
            <td className="end"><Count cell={row.cells[index]} period={row} what={say(column.title)} /></td>
            {shares && <td className="end">{shareWords(row.cells[index])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A Chinese heading is only broken after 其中, so that no word of it is. */
const Heading = ({ words: heading }: { readonly words: string }) => (heading.startsWith('其中') ? <>其中<wbr />{heading.slice(2)}</> : heading)

const Across = ({ table }: { readonly table: Table }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <table className="plain-table statistic across">
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          {table.columns.map((column) => <th key={column.id} scope="col" className="end"><Heading words={say(column.title)} /></th>)}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.id} className={/(^|\.)total$/.test(row.id) ? 'sum' : ''}>
            <th scope="row">{say(row.title)}</th>
            {table.columns.map((column, index) => (
              <td key={column.id} className="end">
                <Count cell={row.cells[index]} period={row} what={`${say(row.title)} ${say(column.title)}`} />
                {shareWords(row.cells[index]) !== '' && <small className="quiet"> {shareWords(row.cells[index])}</small>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A statistical table with its unit in the heading, and its drawing. */
export const TableView = ({ table }: { readonly table: Table }) => {
  const t = useWords(words)
  const say = useSay()
  const unit = useUnit()
  const [, navigate] = useLocation()
  const drawn = drawnOf(table, say)
  const opens = drawn.paths.some((path) => path !== undefined)
  return (
    <Section title={`${say(table.title)} · ${t('unit', { unit: unit(table.unit) })}`} acts={<span className="quiet">{t('range', { from: table.from, to: table.to })} · {t('asked', { n: Math.max(1, Math.round(table.milliseconds)) })}</span>}>
      <div className={table.rows.length === 1 ? 'statistic-side' : 'statistic-over'}>
        <div className="table-frame" tabIndex={0} role="region" aria-label={say(table.title)}>{table.rows.length === 1 ? <Downwards table={table} /> : <Across table={table} />}</div>
        {drawn.labels.length > 1 && drawn.series.length > 0 && (
          <Chart title={`${say(table.title)} ${t('chart')}`} labelTitle={t('item')} unit={unit(table.unit)} labels={drawn.labels} series={drawn.series} height={260} bare {...(opens && { onPick: (index: number) => { const path = drawn.paths[index]; if (path !== undefined) navigate(path) } })} />
        )}
      </div>
    </Section>
  )
}
