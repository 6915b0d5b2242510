import '../statistics.css'
import './counted.css'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { PeriodChoice } from '../PeriodChoice.tsx'
import type { Period } from '../period.ts'
import { words } from './words.ts'

/** Entries of the list of tables under one heading. */
export interface TableGroup {
  readonly title: string
  readonly entries: readonly { readonly id: string; readonly title: string; readonly mark?: ReactNode }[]
}

/** The choice of a period, with this month and this year at one key. */
export const PeriodRow = ({ period, onPeriod }: { readonly period: Period; readonly onPeriod: (period: Period) => void }) => {
  const t = useWords(words)
  const { today } = useSession().office
  return (
    <div className="row no-print">
      <PeriodChoice period={period} onChange={onPeriod} />
      <Button onClick={() => onPeriod({ from: `${today.slice(0, 7)}-01`, to: today })}>{t('thisMonth')}</Button>
      <Button onClick={() => onPeriod({ from: `${today.slice(0, 4)}-01-01`, to: today })}>{t('thisYear')}</Button>
    </div>
  )
}

/** The period of a desk's tables, the list of them, and beside it the one that was asked for. */
export const TablesFrame = ({ path, asked, period, groups, onPeriod, keep = {}, before, children }: { readonly path: string; readonly asked: string; readonly period: Period; readonly groups: readonly TableGroup[]; readonly onPeriod: (period: Period) => void; /** Further parts of the address that a table keeps. */ readonly keep?: Readonly<Record<string, string>>; readonly before?: ReactNode; readonly children: ReactNode }) => {
  const t = useWords(words)
  const address = (id: string): string => `${path}?${new URLSearchParams({ from: period.from, to: period.to, ...keep, table: id }).toString()}`
  return (
    <>
      <PeriodRow period={period} onPeriod={onPeriod} />
      {before}
      <div className="statistics">
        <nav className="table-list" aria-label={t('tables')}>
          {groups.filter(({ entries }) => entries.length > 0).map(({ title, entries }) => (
            <div key={title}>
              <h2>{title}</h2>
              {entries.map(({ id, title: entry, mark }) => <Link key={id} href={address(id)} {...(id === asked && { 'aria-current': 'page' as const })}>{entry}{mark}</Link>)}
            </div>
          ))}
        </nav>
        <div className="statistics-main">{children}</div>
      </div>
    </>
  )
}
