import { examinedOf, isAllPassed, rateShort } from '../../../domain/reports/rates.ts'
import type { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import { words } from './words.ts'

/** The rate with both its numbers, and in the same size beside it what nobody looked at; 100 % only where every case was examined and passed. */
export const Headline = ({ report, milliseconds }: { readonly report: ComplianceReport; readonly milliseconds?: number }) => {
  const t = useWords(words)
  const say = useSay()
  const examined = examinedOf(report)
  const figures = [
    ['rate', say(rateShort(report)), t('ofExamined', { passed: number(report.passed), examined: number(examined) }), isAllPassed(report) ? 'good' : ''],
    ['unexamined', number(report.unexamined), t('unexamined'), report.unexamined > 0 ? 'answer' : ''],
    ['failed', number(report.failed), t('failedCases'), report.failed > 0 ? 'stop' : ''],
    ['passed', number(report.passed), report.attested > 0 ? `${t('passed')} · ${t('attested')} ${number(report.attested)}` : t('passed'), ''],
    ['notApplicable', number(report.notApplicable), t('notApplicable'), ''],
    ['total', number(report.total), t('total'), ''],
  ] as const
  return (
    <Section title={t('rate')} acts={<span className="quiet">{t('range', { from: report.from, to: report.to })}{milliseconds !== undefined && <> · {t('taken', { n: number(report.total), ms: number(Math.max(1, Math.round(milliseconds))) })}</>}</span>}>
      <div className="rate-figures">
        {figures.map(([id, value, title, tone]) => (
          <div key={id} data-figure={id}>
            <div className={`figure-number${tone === '' ? '' : ` figure-${tone}`}`}>{value}</div>
            <div className="figure-title">{title}</div>
          </div>
        ))}
      </div>
      {isAllPassed(report) ? <p className="row"><span className="tag good">✓</span> {t('full', { n: number(report.total - report.notApplicable) })}</p> : (
        <>
          {report.failed > 0 && <p className="finding-note stop">{t('someFail', { n: number(report.failed) })}</p>}
          {report.unexamined > 0 && <p className="finding-note answer">{t('notFull', { n: number(report.unexamined) })}</p>}
        </>
      )}
      {/* What nobody examined is said above. */}
      {report.notes.filter(({ id }) => id !== 'unexamined').map((note, index) => <p key={index} className="finding-note information">{say(note.line)}</p>)}
    </Section>
  )
}
