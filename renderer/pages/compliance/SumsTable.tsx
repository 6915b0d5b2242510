import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { rateShort } from '../../../domain/reports/rates.ts'
import type { ComplianceSums } from '../../../domain/reports/shapes.ts'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import { words } from './words.ts'

export interface SumsRow {
  readonly id: string
  readonly title: ReactNode
  readonly what: string
  readonly before?: ReactNode
  readonly sums: ComplianceSums
  /** What the failing cases of the row are asked by. */
  readonly only?: string
  /** Lists of its cases by result, where there are some. */
  readonly paths?: Partial<Record<keyof ComplianceSums, string | undefined>>
}

const columns = [['passed', 'passed'], ['attested', 'attested'], ['failed', 'failedCases'], ['unexamined', 'unexamined'], ['notApplicable', 'notApplicable']] as const

/** Cases by one of their sides: a line each with the rate, both its numbers in the columns; what fails is opened below. */
export const SumsTable = ({ title, heads, rows, onOnly, children }: { readonly title: string; readonly heads: readonly string[]; readonly rows: readonly SumsRow[]; readonly onOnly: (only: string) => void; readonly children?: ReactNode }) => {
  const t = useWords(words)
  const say = useSay()
  const cell = (row: SumsRow, id: keyof ComplianceSums, head: string) => {
    const value = row.sums[id]
    const path = row.paths?.[id]
    const tone = id === 'failed' ? 'stop' : id === 'unexamined' ? 'answer' : ''
    if (value === 0) return <span className="quiet">0</span>
    if (id === 'failed' && row.only !== undefined) return <button type="button" className="open-sum tag stop" aria-label={`${row.what} ${head} ${number(value)}`} onClick={() => onOnly(row.only ?? '')}>{number(value)}</button>
    if (path !== undefined) return <Link href={path} className={tone === '' ? 'open-number' : `tag ${tone}`} aria-label={`${row.what} ${head} ${number(value)}`}>{number(value)}</Link>
    return tone === '' ? number(value) : <span className={`tag ${tone}`}>{number(value)}</span>
  }
  return (
    <Section title={title}>
      {children}
      <div className="table-frame" tabIndex={0} role="region" aria-label={title}>
        <table className="plain-table">
          <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}{columns.map(([id, word]) => <th key={id} scope="col" className="end">{t(word)}</th>)}<th scope="col" className="end">{t('rate')}</th></tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {row.before !== undefined && <td className="nowrap">{row.before}</td>}
                <th scope="row">{row.title}</th>
                {columns.map(([id, word]) => <td key={id} className="end">{cell(row, id, t(word))}</td>)}
                <td className="end nowrap">{say(rateShort(row.sums))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
