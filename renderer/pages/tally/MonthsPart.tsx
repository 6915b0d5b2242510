import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { monthRange } from '../../../domain/dates.ts'
import type { Reply } from '../../shared/client.ts'
import { instant } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { Loaded, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

export type MonthLine = Reply<'listMonths'>['months'][number]

/** Whether a month can be signed: it is over, and nobody has signed it. */
export const isClosable = (line: MonthLine): boolean => !line.running && line.closed === null

export const MonthState = ({ line }: { readonly line: MonthLine }) => {
  const t = useWords(words)
  if (line.closed !== null) return <span className="tag good">{t('stateClosed')}</span>
  if (line.running) return <span className="tag">{t('stateRunning')}</span>
  return <span className={line.business ? 'tag answer' : 'tag'}>{t(line.business ? 'stateOpen' : 'stateEmpty')}</span>
}

/** 各月月结: the months of a year, whether they are signed, and by whom. */
export const MonthsPart = ({ first, onClose }: { readonly first: number; readonly onClose: (line: MonthLine) => void }) => {
  const t = useWords(words)
  const { office, may } = useSession()
  const thisYear = Number(office.today.slice(0, 4))
  const [year, setYear] = useState(first)
  const months = useRoute('listMonths', { query: { year } }, { keep: true })
  const path = (month: string): string => `/tally?${new URLSearchParams(monthRange(month) as unknown as Record<string, string>).toString()}`
  return (
    <Section title={t('months')} acts={<><Button aria-label={t('yearBeforeButton')} onClick={() => setYear(year - 1)}>‹</Button><b>{year}</b><Button aria-label={t('yearAfter')} disabled={year >= thisYear} onClick={() => setYear(year + 1)}>›</Button></>}>
      <Loaded of={months}>
        {(data) => (
          <div className="table-frame"><table className="plain-table">
            <thead><tr><th scope="col">{t('month')}</th><th scope="col">{t('state')}</th><th scope="col">{t('unclosedDays')}</th><th scope="col">{t('signed')}</th><th scope="col">{t('digest')}</th><th scope="col" /></tr></thead>
            <tbody>
              {data.months.map((line) => (
                <tr key={line.month}>
                  <th scope="row" className="nowrap"><Link href={path(line.month)} aria-label={t('openMonth', { month: line.month })}>{line.month}</Link></th>
                  <td><MonthState line={line} /></td>
                  <td>{line.unclosed.length === 0 ? '' : <Link href={`/day?day=${line.unclosed[0] ?? ''}`}>{t('daysLeft', { n: line.unclosed.length })}</Link>}</td>
                  <td className="data">{line.closed !== null && t('closedBy', { at: instant(line.closed.at), by: line.closed.by, second: line.closed.second })}</td>
                  <td className="hash" title={line.closed?.content}>{line.closed?.content.slice(0, 12)}</td>
                  <td className="end">{isClosable(line) && line.business && may('month.close') && <Button size="small" onClick={() => onClose(line)}>{t('close')}</Button>}</td>
                </tr>
              ))}
            </tbody>
          </table></div>
        )}
      </Loaded>
    </Section>
  )
}
