import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { exactInstant, number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { Facts, Section } from '../../shared/Page.tsx'
import { useWindowTitle } from './useWindowTitle.ts'
import { words } from './words.ts'

type Rule = ComplianceReport['rules']['list'][number]

/** The rules a report judged by, each with its version, and what else makes the report the same when it is made again. */
export const RulesPart = ({ report, digest }: { readonly report: ComplianceReport; readonly digest?: string }) => {
  const t = useWords(words)
  const say = useSay()
  const windowTitle = useWindowTitle()
  const [, navigate] = useLocation()
  const columns = useMemo<readonly Column<Rule>[]>(() => [
    { id: 'window', title: t('window'), width: '90px', text: ({ window }) => windowTitle(window) },
    { id: 'title', title: t('rule'), width: 'minmax(180px, 3fr)', text: ({ title }) => say(title), render: ({ title }) => <span className="row-name">{say(title)}</span> },
    { id: 'law', title: t('law'), width: 'minmax(160px, 3fr)', text: ({ law }) => say(law) },
    { id: 'from', title: t('from'), width: '96px', text: ({ from }) => from },
    { id: 'to', title: t('to'), width: '96px', text: ({ to }) => to ?? t('inForce') },
    { id: 'version', title: t('version'), width: '130px', text: ({ version }) => version, render: ({ version }) => <span className="mono">{version.slice(0, 12)}</span> },
  ], [t, say, windowTitle])
  return (
    <>
      <Section title={t('facts')}>
        <Facts rows={[[t('judgedOn'), report.today], [t('ranAt'), exactInstant(report.at)], [t('program'), report.program], [t('head'), t('headAt', { n: number(report.head.seq) })]]} />
        <ul className="hash-lines">
          {([[t('headHash'), report.head.hash], [t('rulesDigest'), report.rules.digest], ...(digest === undefined ? [] : [[t('digest'), digest] as const])] as const).map(([title, hash]) => <li key={title}><span className="quiet">{title}</span> <span className="hash">{hash}</span></li>)}
        </ul>
      </Section>
      <Section title={t('view_rules')}>
        <p className="quiet">{t('rulesLead', { n: number(report.rules.list.length) })}</p>
        <DataTable name={t('view_rules')} columns={columns} rows={report.rules.list} rowKey={({ window, rule, from }) => `${window} ${rule} ${from}`} height={420} onOpen={({ rule }) => navigate(`/rules?rule=${encodeURIComponent(rule)}`)} />
      </Section>
    </>
  )
}
