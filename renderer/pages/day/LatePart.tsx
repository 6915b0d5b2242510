import { Link } from 'wouter'
import type { LateLine } from '../../../domain/reports/shapes.ts'
import { yuan } from '../../../domain/waiver/money.ts'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import { findWindow } from '../../windows.ts'
import { useKindWords } from '../journal/kinds.ts'
import { signed } from '../statistics/counted/units.ts'
import { useUnitWords } from './CountsPart.tsx'
import { words } from './words.ts'

/** Signed lines that came late, with both their days; each opens its case and the other day. */
export const LatePart = ({ title, hint, lines, day }: { readonly title: string; readonly hint?: string; readonly lines: readonly LateLine[]; readonly day: string }) => {
  const t = useWords(words)
  const say = useSay()
  const unit = useUnitWords()
  const act = useKindWords()
  const money = lines.some(({ fen }) => fen !== 0)
  const other = (one: string) => (one === day ? one : <Link href={`/day?day=${one}`} aria-label={t('toDay', { day: one })}>{one}</Link>)
  return (
    <Section title={title} acts={<>{hint !== undefined && <span className="quiet">{hint}</span>}<span className={`tag ${lines.length > 0 ? 'answer' : ''}`}>{number(lines.length)}</span></>}>
      {lines.length === 0 ? <p className="quiet">{t('noLate')}</p> : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={title}>
          <table className="plain-table day-table full">
            <thead>
              <tr>
                <th scope="col">{t('countsOn')}</th><th scope="col">{t('enteredOn')}</th><th scope="col">{t('window')}</th><th scope="col">{t('what')}</th><th scope="col" className="end">{t('count')}</th><th scope="col">{t('unit')}</th>
                {money && <th scope="col" className="end">{t('amount')}</th>}
                <th scope="col">{t('caseOf')}</th><th scope="col" className="end">{t('entry')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => {
                const window = findWindow(line.window)
                return (
                  <tr key={`${String(line.seq)} ${String(index)}`}>
                    <td className="nowrap">{other(line.day)}</td>
                    <td className="nowrap">{other(line.enteredOn)}</td>
                    <td className="nowrap">{window === undefined ? line.window : say(window.short ?? window.title)}</td>
                    <th scope="row">{line.title.en === line.kind ? act(line.action, true) : <>{say(line.title)} <span className="quiet">{act(line.action, true)}</span></>}</th>
                    <td className="end"><span className={line.count < 0 ? 'minus' : ''}>{line.count > 0 ? '+' : ''}{signed(line.count)}</span></td>
                    <td className="quiet">{unit(line.unit)}</td>
                    {money && <td className="end">{line.fen === 0 ? '' : yuan(line.fen)}</td>}
                    <td>{line.caseId !== '' && window !== undefined ? <Link className="mono" href={window.casePath(line.caseId)} aria-label={t('openCase', { id: line.caseId })}>{line.caseId}</Link> : <span className="mono quiet">{line.subject}</span>}</td>
                    <td className="end quiet">{number(line.seq)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
