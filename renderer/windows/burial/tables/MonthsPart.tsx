import { Button } from 'antd'
import { useState } from 'react'
import { tenThousands, yuan } from '../../../../domain/waiver/money.ts'
import { call, type Reply } from '../../../shared/client.ts'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Loaded, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useSession } from '../../../shared/session.tsx'
import { LateDialog } from './LateDialog.tsx'
import { words } from './words.ts'

type MonthLine = Reply<'listBurialMonths'>['months'][number]

/** The months of a year with their figures, what came late, and the closing. */
export const MonthsPart = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { office, may } = useSession()
  const thisYear = Number(office.today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const [late, setLate] = useState<string>()
  const [closing, setClosing] = useState<MonthLine>()
  const months = useRoute('listBurialMonths', { query: { year } }, { keep: true })
  return (
    <Section title={t('closing')} acts={<><Button aria-label={t('yearBefore')} onClick={() => setYear(year - 1)}>‹</Button><b>{year}</b><Button aria-label={t('yearAfter')} disabled={year >= thisYear} onClick={() => setYear(year + 1)}>›</Button></>}>
      <Loaded of={months}>
        {(data) => (
          <div className="table-frame"><table className="plain-table counted-table">
            <thead><tr><th scope="col">{t('month')}</th><th scope="col" className="end">{t('cremated')}</th><th scope="col" className="end">{t('vigils')}</th><th scope="col" className="end">{t('waived')}</th><th scope="col" className="end" title={t('lateHint')}>{t('lateLines')}</th><th scope="col">{t('closed')}</th></tr></thead>
            <tbody>
              {data.months.map((line) => (
                <tr key={line.month}>
                  <th scope="row">{line.month}</th>
                  <td className="end">{number(line.cremated)}</td>
                  <td className="end">{number(line.vigils)}</td>
                  <td className="end">{tenThousands(line.waivedFen)} <small className="quiet">({yuan(line.waivedFen)})</small></td>
                  <td className="end">{line.lateLines === 0 ? '' : <button type="button" className="open-number" aria-label={t('openLate', { month: line.month, n: number(line.lateLines) })} onClick={() => setLate(line.month)}>{number(line.lateLines)}</button>}</td>
                  <td>
                    {line.closed !== null ? <><span className="tag good">✓</span> <span className="data" title={line.closed.head}>{t('closedBy', { on: line.closed.on, by: line.closed.by, second: line.closed.second })}</span></>
                      : line.closable && may('month.close') ? <Button size="small" onClick={() => setClosing(line)}>{t('closeMonth')}</Button>
                        : <span className="quiet">{line.why === undefined ? t('notClosed') : say(line.why)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table></div>
        )}
      </Loaded>
      {late !== undefined && <LateDialog month={late} onClose={() => setLate(undefined)} />}
      {closing !== undefined && (
        <SecondPersonDialog title={t('closeTitle', { month: closing.month })} verb={t('closeMonth')} onCancel={() => setClosing(undefined)} onDone={() => { setClosing(undefined); void months.refetch(); onDone() }} act={(given) => call('closeBurialMonth', { params: { month: closing.month }, body: given })}>
          <p><b>{t('closeFigures', { cremated: number(closing.cremated), vigils: number(closing.vigils), tenThousands: tenThousands(closing.waivedFen), yuan: yuan(closing.waivedFen) })}</b></p>
          <p>{t('closeNote')}</p>
        </SecondPersonDialog>
      )}
    </Section>
  )
}
