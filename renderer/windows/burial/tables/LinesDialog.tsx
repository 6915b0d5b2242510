import { Link } from 'wouter'
import { tenThousands, yuan } from '../../../../domain/waiver/money.ts'
import type { OpenNumber } from '../../../pages/statistics/counted/address.ts'
import { LinesDialog as CountedLinesDialog, placed, type Placed } from '../../../pages/statistics/counted/LinesDialog.tsx'
import { signed } from '../../../pages/statistics/counted/units.ts'
import { words as shared } from '../../../pages/statistics/counted/words.ts'
import type { Reply } from '../../../shared/client.ts'
import type { Column } from '../../../shared/DataTable.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { usePages } from '../../../shared/query.ts'
import { burialCellTitle } from '../cases/cellTitle.ts'
import { words } from './words.ts'

type Lines = Reply<'burialLines'>
export type Line = Placed<Lines['rows'][number]>

/** Where the subject of a line has its page; undefined where it has none. */
export const pathOfLine = ({ caseId, subject, kind }: Pick<Line, 'caseId' | 'subject' | 'kind'>): string | undefined => {
  if (caseId !== '') return `/burial/${caseId}`
  if (kind.startsWith('facility.')) return `/burial/facilities/${subject}`
  if (kind.startsWith('plot.')) return `/burial/plots/${subject.split('/')[0] ?? ''}`
  if (kind.startsWith('relocation.')) return '/burial/relocation'
  if (kind.startsWith('qingming.')) return '/burial/grounds'
  if (kind.startsWith('illegalGrave.')) return '/burial/grounds?part=illegal'
  return undefined
}

/** How a counted line is shown: signed, marked where it came late. */
export const useLineColumns = (): readonly Column<Line>[] => {
  const t = useWords(words)
  const say = useSay()
  return [
    { id: 'day', title: t('day'), width: '92px', text: (row) => row.day },
    { id: 'countedOn', title: t('countedOn'), width: '172px', text: (row) => `${row.countedOn} ${row.late ? t('late') : ''}`, render: (row) => <>{row.countedOn} {row.late && <span className="tag answer">{t('late')}</span>}</> },
    { id: 'act', title: t('act'), width: 'minmax(150px, 2fr)', text: (row) => say(row.title) },
    { id: 'name', title: t('name'), width: '92px', text: (row) => row.name, render: (row) => <span className="row-name data">{row.name === '' ? '—' : row.name}</span> },
    { id: 'subject', title: t('subject'), width: 'minmax(120px, 1fr)', text: (row) => (row.caseId === '' ? row.subject : row.caseId), render: (row) => <span className="mono quiet">{row.caseId === '' ? row.subject : row.caseId}</span> },
    { id: 'count', title: t('count'), width: '64px', align: 'end', text: (row) => signed(row.count), render: (row) => <span className={row.count < 0 ? 'minus' : ''}>{signed(row.count)}</span> },
    { id: 'yuan', title: t('yuan'), width: '104px', align: 'end', text: (row) => (row.fen === 0 ? '' : yuan(row.fen)), render: (row) => <span className={row.fen < 0 ? 'minus' : ''}>{row.fen === 0 ? '' : yuan(row.fen)}</span> },
  ]
}

/** Lists of cases can be asked for by so many cells one after another; more are read from the lines. */
const mostLists = 8

/** The lines behind a number: signed, late ones marked, each opening its case, and from here the list of cases. */
export const LinesDialog = ({ open, onClose }: { readonly open: OpenNumber; readonly onClose: () => void }) => {
  const t = useWords(words)
  const s = useWords(shared)
  const say = useSay()
  const pages = usePages('burialLines', { cells: open.cells.join(','), from: open.from, to: open.to, limit: 100 }, 'after')
  const found = pages.data?.pages as unknown as readonly Lines[] | undefined
  const rows = placed(found?.flatMap((page) => page.rows) ?? [])
  const first = found?.[0]
  const list = (cell: string) => `/burial?${new URLSearchParams({ cell, from: open.from, to: open.to }).toString()}`
  const cell = open.cells.length === 1 ? (open.cells[0] ?? '') : ''
  const hasCases = rows.some((row) => row.caseId !== '')
  return (
    <CountedLinesDialog
      title={s('linesTitle', { what: open.what })} columns={useLineColumns()} rows={rows} of={pages} pathOf={pathOfLine} onClose={onClose}
      head={(
        <p className="row">
          <span className="quiet">{s('range', { from: open.from, to: open.to })}</span>
          {first !== undefined && <b>{s('linesSum', { n: signed(first.count) })}</b>}
          {first !== undefined && first.fen !== 0 && <span>{s('linesMoney', { tenThousands: tenThousands(first.fen), yuan: yuan(first.fen) })}</span>}
        </p>
      )}
      foot={hasCases && <p className="row">{open.cells.length === 1 ? <><Link href={list(cell)}>{t('openCases')}</Link>{cell.startsWith('waiver.') && <Link href={`/burial/waivers?${new URLSearchParams({ cell, from: open.from, to: open.to }).toString()}`}>{t('openWaivers')}</Link>}</> : open.cells.slice(0, mostLists).map((one) => <Link key={one} href={list(one)}>{t('openCasesOf', { what: say(burialCellTitle(one)) })}</Link>)}</p>}
    />
  )
}
