import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { LateLine, TallyBook } from '../../../domain/reports/shapes.ts'
import { yuan } from '../../../domain/waiver/money.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { number } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, Section } from '../../shared/Page.tsx'
import { findWindow } from '../../windows.ts'
import { useKindWords } from '../journal/kinds.ts'
import { signed, unitWords } from '../statistics/counted/units.ts'
import { words } from './words.ts'

type Placed = LateLine & { readonly place: number }

/** 补记更正: the signed late lines of the book, each opening its case. */
export const LatePart = ({ book }: { readonly book: TallyBook }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const kindWords = useKindWords()
  const [, navigate] = useLocation()
  const rows = useMemo<readonly Placed[]>(() => book.late.map((line, place) => ({ ...line, place })), [book])
  const windowTitle = (id: string): string => {
    const found = findWindow(id)
    return found === undefined ? id : say(found.short ?? found.title)
  }
  const columns: readonly Column<Placed>[] = [
    { id: 'day', title: t('lateDay'), width: '90px', text: (row) => row.day },
    { id: 'entered', title: t('lateEntered'), width: '90px', text: (row) => row.enteredOn },
    { id: 'window', title: t('window'), width: '80px', text: (row) => windowTitle(row.window) },
    { id: 'title', title: t('lateTitle'), width: 'minmax(126px, 2fr)', text: (row) => say(row.title) },
    { id: 'act', title: t('lateAct'), width: 'minmax(100px, 1fr)', text: (row) => kindWords(row.action, true) },
    { id: 'counter', title: t('counter'), width: '52px', text: (row) => row.counter },
    { id: 'count', title: t('count'), width: '84px', align: 'end', text: (row) => `${signed(row.count)} ${unitWords(row.unit, language)}`, render: (row) => <span className={row.count < 0 ? 'minus' : ''}>{row.count > 0 ? '+' : ''}{signed(row.count)} <small className="quiet">{unitWords(row.unit, language)}</small></span> },
    { id: 'yuan', title: t('yuan'), width: '80px', align: 'end', text: (row) => (row.fen === 0 ? '' : yuan(row.fen)) },
  ]
  return (
    <Section title={t('late')}>
      <p className="quiet">{t('lateLead')}</p>
      <DataTable name={t('late')} columns={columns} rows={rows} rowKey={(row) => String(row.place)} height={520} exportName={`${t('late')}-${book.from}-${book.to}`} onOpen={(row) => { const path = row.caseId === '' ? undefined : findWindow(row.window)?.casePath(row.caseId); if (path !== undefined) navigate(path) }} empty={<EmptyState title={t('noLate')} hint={t('noLateHint')} />} />
      {book.lateMore > 0 && <p className="finding-note information">{t('lateMore', { n: number(book.lateMore) })}</p>}
    </Section>
  )
}
