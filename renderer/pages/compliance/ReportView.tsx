import type { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { sumsOfRule } from '../../../domain/reports/rates.ts'
import { Link } from 'wouter'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState } from '../../shared/Page.tsx'
import { usePut } from '../../shared/put.ts'
import { ComparedPart } from './ComparedPart.tsx'
import { FailingPart } from './FailingPart.tsx'
import { Headline } from './Headline.tsx'
import { pathOfResult } from './report.ts'
import { RulesPart } from './RulesPart.tsx'
import { SumsTable, type SumsRow } from './SumsTable.tsx'
import { useWindowTitle } from './useWindowTitle.ts'
import { words } from './words.ts'

const views = ['failing', 'window', 'kind', 'registrar', 'counter', 'rule', 'compared', 'rules'] as const
type View = (typeof views)[number]

/** A report, whether just run or put away: its rate, and one of its sides. */
export const ReportView = ({ report, titles, milliseconds, digest }: { readonly report: ComplianceReport; readonly titles: Readonly<Record<string, string>>; readonly milliseconds?: number; readonly digest?: string }) => {
  const t = useWords(words)
  const say = useSay()
  const windowTitle = useWindowTitle()
  const [params, put] = usePut()
  const view: View = views.find((one) => one === params.get('view')) ?? 'failing'
  const only = params.get('only') ?? ''
  const onOnly = (next: string): void => put({ only: next, view: 'failing' })
  const rows = (): readonly SumsRow[] => {
    switch (view) {
      case 'window': return report.byWindow.map((row) => ({ id: row.window, title: say(row.title), what: say(row.title), sums: row, only: `window:${row.window}`, paths: { passed: pathOfResult(row.window, 'passed', report), unexamined: pathOfResult(row.window, 'unexamined', report) } }))
      case 'kind': return report.byKind.map((row) => ({ id: `${row.window} ${row.kind}`, before: windowTitle(row.window), title: say(row.title), what: say(row.title), sums: row, only: `kind:${row.window} ${row.kind}` }))
      case 'registrar': return report.byRegistrar.map((row) => ({ id: row.account, title: <span className="data">{row.name === '' ? t('noRegistrar') : row.name}</span>, what: row.name, sums: row, only: `registrar:${row.account}` }))
      case 'counter': return report.byCounter.map((row) => ({ id: row.counter, title: row.counter === '' ? t('noCounter') : row.counter, what: row.counter, sums: row, only: `counter:${row.counter}` }))
      default: return report.byRule.map((row) => ({ id: `${row.window} ${row.rule}`, before: windowTitle(row.window), title: <><Link href={`/rules?rule=${encodeURIComponent(row.rule)}`}>{say(row.title)}</Link> <span className="finding-law">{say(row.law)}</span></>, what: say(row.title), sums: sumsOfRule(row), only: `rule:${row.window} ${row.rule}` }))
    }
  }
  const heads = { window: [t('window')], kind: [t('window'), t('kind')], registrar: [t('registrar')], counter: [t('counter')], rule: [t('window'), t('rule')] }
  const onlyWords = (): string => {
    const [by = '', what = ''] = [only.slice(0, only.indexOf(':')), only.slice(only.indexOf(':') + 1)]
    const at = (list: readonly { readonly window: string; readonly title: { readonly zh: string; readonly en: string } }[], key: (row: never) => string): string | undefined => { const row = list.find((one) => key(one as never) === what); return row === undefined ? undefined : say(row.title) }
    if (by === 'rule') return at(report.byRule, (row: ComplianceReport['byRule'][number]) => `${row.window} ${row.rule}`) ?? what
    if (by === 'kind') return at(report.byKind, (row: ComplianceReport['byKind'][number]) => `${row.window} ${row.kind}`) ?? what
    if (by === 'window') return at(report.byWindow, (row: ComplianceReport['byWindow'][number]) => row.window) ?? what
    if (by === 'registrar') return report.byRegistrar.find(({ account }) => account === what)?.name ?? what
    return what === '' ? t('noCounter') : what
  }
  return (
    <>
      <Headline report={report} {...(milliseconds !== undefined && { milliseconds })} />
      {report.total === 0 ? <EmptyState title={t('nothing')} hint={t('nothingHint')} /> : (
        <>
          <div className="report-views no-print" role="group" aria-label={t('view')}>
            {views.map((one) => <button key={one} type="button" aria-pressed={one === view} onClick={() => put({ view: one, only: '' })}>{t(`view_${one}`)}</button>)}
          </div>
          {view === 'failing' ? <FailingPart report={report} titles={titles} only={only} onlyWords={onlyWords()} onOnly={onOnly} />
            : view === 'compared' ? <ComparedPart report={report} titles={titles} />
              : view === 'rules' ? <RulesPart report={report} {...(digest !== undefined && { digest })} />
                : <SumsTable title={t(`view_${view}`)} heads={heads[view]} rows={rows()} onOnly={onOnly} />}
        </>
      )}
    </>
  )
}
