import { Button } from 'antd'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, Section } from '../../shared/Page.tsx'
import { useSession } from '../../shared/session.tsx'
import { faultRows, pathOfFault, type FaultRow } from './report.ts'
import { useWindowTitle } from './useWindowTitle.ts'
import { words } from './words.ts'

/** What fails, a fault a line: what is wrong, what would mend it and whether the law allows that; Enter goes to the field of the case. */
export const FailingPart = ({ report, titles, only, onlyWords, onOnly }: { readonly report: ComplianceReport; readonly titles: Readonly<Record<string, string>>; readonly only: string; readonly onlyWords: string; readonly onOnly: (only: string) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const windowTitle = useWindowTitle()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const rows = useMemo(() => faultRows(report, only), [report, only])
  const cases = new Set(rows.map(({ window, caseId }) => `${window} ${caseId}`)).size
  const opens = may('case.search')
  const columns = useMemo<readonly Column<FaultRow>[]>(() => {
    const wrong = ({ fault }: FaultRow): string => (fault === undefined ? t('listedById') : `${say(fault.title)}：${say(fault.message)}`.replace(/：/, say({ zh: '：', en: ': ' })))
    const mending = ({ fault }: FaultRow): string => (fault === undefined ? '' : [t(`way_${fault.mending.way}`), say(fault.mending.words), fault.mending.law === null ? '' : say(fault.mending.law)].filter((part) => part !== '').join(' · '))
    const lines = (text: (row: FaultRow) => string) => (row: FaultRow) => <span className="fault-lines">{text(row)}</span>
    return [
      { id: 'window', title: t('window'), width: '84px', text: ({ window }) => windowTitle(window), render: ({ window }) => windowTitle(window) },
      { id: 'number', title: t('number'), width: '178px', text: ({ case: one, caseId }) => (one === undefined || one.number === '' ? caseId : one.number), render: ({ case: one, caseId }) => <span className={opens ? 'row-name' : ''}>{one === undefined || one.number === '' ? caseId : one.number}</span> },
      { id: 'day', title: t('day'), width: '88px', text: ({ case: one }) => one?.day ?? '' },
      { id: 'names', title: t('names'), width: '112px', text: ({ window, caseId }) => titles[`${window}/${caseId}`] ?? '' },
      { id: 'wrong', title: t('wrong'), width: 'minmax(180px, 5fr)', text: wrong, render: lines(wrong) },
      { id: 'mending', title: t('mending'), width: 'minmax(160px, 4fr)', text: mending, render: lines(mending) },
      { id: 'allowed', title: t('allowed'), width: '84px', text: ({ fault }) => (fault === undefined ? '' : t(fault.mending.allowed ? 'mayMend' : 'mayNotMend')), render: ({ fault }) => fault !== undefined && <span className={`tag ${fault.mending.allowed ? 'good' : 'stop'}`}>{t(fault.mending.allowed ? 'mayMend' : 'mayNotMend')}</span> },
    ]
  }, [t, say, titles, windowTitle, opens])
  return (
    <Section title={t('view_failing')} acts={<span className="row">{only !== '' && <Button size="small" onClick={() => onOnly('')}>{t('onlyThese', { what: onlyWords })} ✕</Button>}<span className="quiet">{t('faults', { cases: number(cases), n: number(rows.length) })}</span></span>}>
      <DataTable
        name={t('view_failing')} columns={columns} rows={rows} rowKey={(row) => row.key} height={460} rowHeight={82} exportName={`${t('title')}-${report.from}-${report.to}`} empty={<EmptyState title={t('noFailing')} hint={t('noFailingHint')} />}
        {...(opens && { onOpen: (row: FaultRow) => { const path = pathOfFault(row); if (path !== undefined) navigate(path) } })}
      />
    </Section>
  )
}
