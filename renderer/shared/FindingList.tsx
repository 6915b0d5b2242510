/**
 * All findings in one list, the heaviest first, each with its article, a way to its field and to the rule.
 *   <FindingList findings={check.findings} passed={check.passed} action={(finding) => finding.severity === 'answer' ? <AnswerBox …/> : null} />
 */
import { Link } from 'wouter'
import type { ReactNode } from 'react'
import type { Finding } from '../../api/schemas/common.ts'
import { focusField } from './Field.tsx'
import { useSay, useWords } from './i18n.ts'
import { shared } from './words.ts'

const order = { stop: 0, answer: 1, information: 2 } as const
/** Orders findings: what the law stops, what must be answered, what is for information; what was not examined last within each. */
export const byWeight = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].filter((finding) => finding.outcome !== 'pass' && finding.outcome !== 'notApplicable').sort((a, b) => order[a.severity] - order[b.severity] || Number(a.outcome === 'unexamined' || a.outcome === 'notYet') - Number(b.outcome === 'unexamined' || b.outcome === 'notYet'))

export interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly passed?: number
  readonly action?: (finding: Finding) => ReactNode
  /** Called before the focus goes to a field, for a page that must unfold its section. */
  readonly onField?: (path: string) => void
}

export const FindingList = ({ findings, passed, action, onField }: FindingListProps) => {
  const t = useWords(shared)
  const say = useSay()
  const rows = byWeight(findings)
  const goTo = (path: string): void => {
    onField?.(path)
    requestAnimationFrame(() => focusField(path))
  }
  return (
    <section className="finding-list" aria-label={t('findings')}>
      {rows.length === 0 && <p className="quiet">{t('noFindings')}</p>}
      <ul>
        {rows.map((finding) => (
          <li key={`${finding.rule} ${finding.field ?? ''} ${finding.message.en}`} className={`finding ${finding.severity}`}>
            <span className="finding-weight">{t(finding.outcome === 'notYet' ? 'notYet' : finding.severity)}</span>
            <div className="finding-words">
              <div>
                <strong>{say(finding.title)}</strong> {say(finding.message)}
                {finding.outcome === 'unexamined' && <span className="quiet"> {t('unexamined')}</span>}
              </div>
              <div className="finding-ways">
                <span className="finding-law">{say(finding.law)}</span>
                <Link href={`/rules?rule=${encodeURIComponent(finding.rule)}`}>{t('toRule')}</Link>
                {finding.field !== undefined && (
                  <button type="button" className="link" onClick={() => goTo(finding.field ?? '')}>
                    {t('toField')}
                  </button>
                )}
              </div>
              {action?.(finding)}
            </div>
          </li>
        ))}
      </ul>
      {passed !== undefined && <p className="quiet">{t('passed', { n: passed })}</p>}
    </section>
  )
}
