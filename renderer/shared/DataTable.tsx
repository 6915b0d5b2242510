/**
 * A list of any length: only the rows in sight are drawn, more are fetched on the way down (keyset paging), with filter, count and export.
 *   const pages = usePages('listMarriages', query, 'after')
 *   <DataTable name={t('cases')} columns={columns} rows={pages.data?.pages.flatMap((p) => p.rows) ?? []} rowKey={(r) => r.id} count={pages.data?.pages[0]?.count}
 *     hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} onOpen={(r) => navigate(`/marriage/${r.id}`)} exportName="cases" empty={<EmptyState …/>} />
 * Rows are opened by Enter or a click; up and down move between them. Columns give `text` for filter and export, `render` if it looks different.
 */
import { Button, Input } from 'antd'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { clearable } from './clearable.tsx'
import { useWords } from './i18n.ts'
import { Waiting } from './Page.tsx'
import { usePreferences } from './preferences.ts'
import { saveFile } from './shell.ts'
import { shared } from './words.ts'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly text: (row: Row) => string
  readonly render?: (row: Row) => ReactNode
  /** Any value of `grid-template-columns`, e.g. `120px`, `1fr`. */
  readonly width?: string
  readonly align?: 'end'
}

export interface DataTableProps<Row> {
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly count?: number | undefined
  readonly hasMore?: boolean
  readonly onMore?: () => void
  readonly busy?: boolean
  readonly onOpen?: (row: Row) => void
  /** The row's address, so that it can be opened in a window of its own too. */
  readonly exportName?: string
  readonly empty?: ReactNode
  readonly tools?: ReactNode
  readonly height?: number | string
  readonly filter?: boolean
  readonly rowHeight?: number
}

// Widths are given in px of the normal type and grow with it.
const growing = (width: string): string => width.replace(/(\d+)px/g, (_, px: string) => `${String(Number(px) / 14)}em`)
/** The least width at which no column is crushed. */
const widthOf = (widths: readonly (string | undefined)[]): string => `${String(widths.reduce((sum, width) => sum + Number(/(\d+)px/.exec(width ?? '')?.[1] ?? 84) / 14, 0) + widths.length * 0.9)}em`

const quote = (value: string): string => {
  // A cell that a spreadsheet would run as a formula is written as text.
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes rows as a table for spreadsheets (CSV with a byte-order mark). */
export const asCsv = <Row,>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  `\uFEFF${[columns.map((column) => quote(column.title)), ...rows.map((row) => columns.map((column) => quote(column.text(row))))].map((cells) => cells.join(',')).join('\r\n')}\r\n`

export const DataTable = <Row,>({ name, columns, rows, rowKey, count, hasMore = false, onMore, busy = false, onOpen, exportName, empty, tools, height, filter = true, rowHeight: normalHeight = 34 }: DataTableProps<Row>) => {
  const t = useWords(shared)
  const rowHeight = Math.round((normalHeight * usePreferences().size) / 14)
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const scroll = useRef<HTMLDivElement>(null)
  const shown = useMemo(() => {
    const parts = wanted.trim().toLowerCase().split(/\s+/u).filter((part) => part !== '')
    if (parts.length === 0) return rows
    return rows.filter((row) => {
      const words = columns.map((column) => column.text(row)).join(' ').toLowerCase()
      return parts.every((part) => words.includes(part))
    })
  }, [rows, columns, wanted])
  const virtual = useVirtualizer({ count: shown.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 12 })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !busy && last >= shown.length - 20) onMore?.()
  }, [hasMore, busy, last, shown.length, onMore])
  const template = columns.map((column) => growing(column.width ?? 'minmax(0, 1fr)')).join(' ')
  const minWidth = widthOf(columns.map((column) => column.width))
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      const next = Math.max(0, Math.min(shown.length - 1, at + step))
      setAt(next)
      virtual.scrollToIndex(next)
    } else if (event.key === 'Enter' && onOpen !== undefined && shown[at] !== undefined && event.target === event.currentTarget) {
      event.preventDefault()
      onOpen(shown[at])
    }
  }
  const total = count ?? (hasMore ? undefined : rows.length)
  return (
    <div className="data-table">
      <div className="data-tools">
        {filter && <Input className="data-filter" allowClear={clearable} aria-label={t('filter')} placeholder={t('filter')} value={wanted} onChange={(event) => setWanted(event.target.value)} />}
        {tools}
        <span className="data-count quiet" role="status">
          {total === undefined ? '' : shown.length === total ? t('rows', { n: total }) : t('rowsOf', { n: shown.length, of: total })}
        </span>
        {exportName !== undefined && (
          <Button size="small" disabled={shown.length === 0} onClick={() => void saveFile(new Blob([asCsv(columns, shown)], { type: 'text/csv;charset=utf-8' }), `${exportName}.csv`)}>
            {t('export')}
          </Button>
        )}
      </div>
      <div className="data-frame" role="table" aria-label={name} aria-rowcount={shown.length + 1}>
        <div className="data-head" role="row" style={{ gridTemplateColumns: template, minWidth }}>
          {columns.map((column) => (
            <div key={column.id} role="columnheader" className={column.align === 'end' ? 'end' : ''}>
              {column.title}
            </div>
          ))}
        </div>
        <div ref={scroll} className="data-scroll" role="rowgroup" tabIndex={0} aria-label={name} onKeyDown={move} style={{ maxHeight: height ?? 'calc(100vh - 260px)', minWidth }}>
          {shown.length === 0 ? (
            busy ? (
              <Waiting />
            ) : wanted.trim() !== '' && rows.length > 0 ? (
              <p className="quiet pad">{t('nothingMatches', { q: wanted.trim() })}</p>
            ) : (
              (empty ?? <p className="quiet pad">{t('nothingHere')}</p>)
            )
          ) : (
            <div className="data-rows" style={{ height: virtual.getTotalSize() }}>
              {items.map((item) => {
                const row = shown[item.index]
                if (row === undefined) return null
                return (
                  <div
                    key={rowKey(row)}
                    role="row"
                    aria-rowindex={item.index + 2}
                    className={`data-row${item.index === at ? ' marked' : ''}${onOpen === undefined ? '' : ' opens'}`}
                    style={{ gridTemplateColumns: template, height: item.size, transform: `translateY(${String(item.start)}px)` }}
                    {...(onOpen !== undefined && {
                      onClick: () => {
                        setAt(item.index)
                        onOpen(row)
                      },
                    })}
                  >
                    {columns.map((column, index) => (
                      <div key={column.id} role="cell" className={column.align === 'end' ? 'end' : ''} title={column.text(row)}>
                        {column.render !== undefined ? column.render(row) : index === 0 && onOpen !== undefined ? <span className="row-name">{column.text(row)}</span> : column.text(row)}
                      </div>
                    ))}
                  </div>
                )
              })}
            </div>
          )}
        </div>
      </div>
      {hasMore && busy && <p className="quiet">{t('more')}</p>}
    </div>
  )
}
