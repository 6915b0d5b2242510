import { Button, Modal } from 'antd'
import { Link, useLocation } from 'wouter'
import { tenThousands, yuan } from '../../../../domain/waiver/money.ts'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { usePages } from '../../../shared/query.ts'
import { burialCellTitle } from '../cases/cellTitle.ts'
import { words } from './words.ts'

type Lines = Reply<'burialLines'>
/** A line with its place in the list. */
export type Line = Lines['rows'][number] & { readonly place: number }

/** A number of a table: its cells and days, and what it is called. */
export interface OpenNumber {
  readonly cells: readonly string[]
  readonly from: string
  readonly to: string
  readonly what: string
}

/** A signed count: a reversal or correction shows its minus. */
const signed = (value: number): string => (value < 0 ? `−${number(-value)}` : number(value))

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
  const say = useSay()
  const [, navigate] = useLocation()
  const pages = usePages('burialLines', { cells: open.cells.join(','), from: open.from, to: open.to, limit: 100 }, 'after')
  const found = pages.data?.pages as unknown as readonly Lines[] | undefined
  const rows = (found?.flatMap((page) => page.rows) ?? []).map((row, place) => ({ ...row, place }))
  const first = found?.[0]
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  const columns = useLineColumns()
  const list = (cell: string) => `/burial?${new URLSearchParams({ cell, from: open.from, to: open.to }).toString()}`
  const cell = open.cells.length === 1 ? (open.cells[0] ?? '') : ''
  const hasCases = rows.some((row) => row.caseId !== '')
  return (
    <Modal open width="min(1040px, 94vw)" style={{ top: 24 }} title={t('linesTitle', { what: open.what })} onCancel={onClose} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden footer={<Button onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button>}>
      <div className="table-lines">
        <p className="row">
          <span className="quiet">{t('range', { from: open.from, to: open.to })}</span>
          {first !== undefined && <b>{t('linesSum', { n: signed(first.count) })}</b>}
          {first !== undefined && first.fen !== 0 && <span>{t('linesMoney', { tenThousands: tenThousands(first.fen), yuan: yuan(first.fen) })}</span>}
        </p>
        <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
        <DataTable
          name={t('linesTitle', { what: open.what })} columns={columns} rows={rows} rowKey={(row) => String(row.place)} height="52vh" filter={false}
          hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} empty={<p className="quiet pad">{t('noLines')}</p>}
          onOpen={(row) => { const path = pathOfLine(row); if (path !== undefined) navigate(path) }}
        />
        {hasCases && <p className="row">{open.cells.length === 1 ? <><Link href={list(cell)}>{t('openCases')}</Link>{cell.startsWith('waiver.') && <Link href={`/burial/waivers?${new URLSearchParams({ cell, from: open.from, to: open.to }).toString()}`}>{t('openWaivers')}</Link>}</> : open.cells.slice(0, mostLists).map((cell) => <Link key={cell} href={list(cell)}>{t('openCasesOf', { what: say(burialCellTitle(cell)) })}</Link>)}</p>}
      </div>
    </Modal>
  )
}
