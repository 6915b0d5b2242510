import './counted.css'
import { Button, Modal } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { words } from './words.ts'

/** A line with its place in the list, by which it is told from others of the same subject. */
export type Placed<Row> = Row & { readonly place: number }
/** Lines with their places. */
export const placed = <Row extends object>(rows: readonly Row[]): readonly Placed<Row>[] => rows.map((row, place) => ({ ...row, place }))

/** What the dialog reads: the rows there are so far and the way to the rest. */
export interface LinesRead {
  readonly error: unknown
  readonly isFetching: boolean
  readonly refetch: () => unknown
  readonly hasNextPage?: boolean
  readonly fetchNextPage?: () => unknown
}

export interface LinesDialogProps<Row> {
  readonly title: string
  readonly head: ReactNode
  readonly columns: readonly Column<Placed<Row>>[]
  readonly rows: readonly Placed<Row>[]
  readonly of: LinesRead
  /** Where the subject of a line has its page; undefined where it has none. */
  readonly pathOf: (row: Placed<Row>) => string | undefined
  readonly foot?: ReactNode
  readonly onClose: () => void
}

/** Counted lines in a dialog; each opens the page of what it is of. */
export const LinesDialog = <Row extends object>({ title, head, columns, rows, of, pathOf, foot, onClose }: LinesDialogProps<Row>) => {
  const t = useWords(words)
  const [, navigate] = useLocation()
  const frame = useRef<HTMLDivElement>(null)
  const waiting = rows.length === 0
  useEffect(() => {
    if (waiting) return
    // The rows take the focus once they are there: arrows move, Enter opens.
    const timer = setTimeout(() => frame.current?.querySelector<HTMLElement>('.data-scroll')?.focus({ preventScroll: true }), 60)
    return () => clearTimeout(timer)
  }, [waiting])
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  return (
    <Modal open width="min(1040px, 94vw)" style={{ top: 24 }} title={title} onCancel={onClose} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden footer={<Button onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button>}>
      <div className="table-lines" ref={frame}>
        {head}
        <FailurePanel failure={of.error} onRetry={() => void of.refetch()} />
        <DataTable
          name={title} columns={columns} rows={rows} rowKey={(row) => String(row.place)} height="52vh" filter={false}
          hasMore={of.hasNextPage ?? false} onMore={() => void of.fetchNextPage?.()} busy={of.isFetching} empty={<p className="quiet pad">{t('noLines')}</p>}
          onOpen={(row) => { const path = pathOf(row); if (path !== undefined) navigate(path) }}
        />
        {foot}
      </div>
    </Modal>
  )
}
