import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { Link, useLocation } from 'wouter'
import type { Reply } from '../../shared/client.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { instant, number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { Facts, Loaded, Page, Section } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { focusList } from '../../shared/acting.ts'
import { usePut } from '../../shared/put.ts'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { findWindow } from '../../windows.ts'
import { ComplianceTabs } from './ComplianceTabs.tsx'
import { ExamineDialog } from './ExamineDialog.tsx'
import { useWindowTitle } from './useWindowTitle.ts'
import { words } from './words.ts'

type Drawn = Reply<'getDrawing'>['cases'][number]

/** One drawing: seed and population, its cases, and what the examiner found of each. */
export const DrawingPart = ({ id }: { readonly id: string }) => {
  const t = useWords(words)
  const say = useSay()
  const windowTitle = useWindowTitle()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [params, put] = usePut()
  const [printing, setPrinting] = useState(false)
  const read = useRoute('getDrawing', { params: { id } })
  const rules = read.data?.rules
  const ruleTitle = useMemo(() => {
    const titles = new Map((rules ?? []).map((rule) => [`${rule.window} ${rule.rule}`, rule.title]))
    return (window: string, rule: string): string => { const title = titles.get(`${window} ${rule}`); return title === undefined ? rule : say(title) }
  }, [rules, say])
  const columns = useMemo<readonly Column<Drawn>[]>(() => [
    { id: 'window', title: t('window'), width: '90px', text: ({ window }) => windowTitle(window) },
    { id: 'number', title: t('number'), width: '190px', text: ({ number: of, caseId }) => (of === '' ? caseId : of), render: ({ number: of, caseId }) => <span className="row-name">{of === '' ? caseId : of}</span> },
    { id: 'day', title: t('day'), width: '92px', text: ({ day }) => day },
    { id: 'names', title: t('names'), width: 'minmax(110px, 1fr)', text: ({ title }) => title },
    { id: 'result', title: t('result'), width: '84px', text: ({ examined }) => (examined === null ? t('notYet') : t(`result_${examined.result}`)), render: ({ examined }) => <span className={`tag ${examined === null ? '' : examined.result === 'pass' ? 'good' : 'stop'}`}>{examined === null ? t('notYet') : t(`result_${examined.result}`)}</span> },
    { id: 'rules', title: t('failingRules'), width: 'minmax(150px, 2fr)', text: ({ window, examined }) => examined?.rules.map((rule) => ruleTitle(window, rule)).join(' · ') ?? '' },
    { id: 'note', title: t('found'), width: 'minmax(120px, 2fr)', text: ({ examined }) => examined?.note ?? '' },
    { id: 'by', title: t('examiner'), width: '168px', text: ({ examined }) => (examined === null ? '' : `${examined.by} ${instant(examined.at)}`) },
  ], [t, windowTitle, ruleTitle])
  const keys = useMemo<readonly PageKey[]>(() => [{ key: 'F8', label: t('print'), run: () => setPrinting(true) }], [t])
  usePageKeys(keys)
  const mayExamine = may('case.inspect')
  const asked = params.get('case') ?? ''
  const examining = mayExamine ? read.data?.cases.find((one) => `${one.window} ${one.caseId}` === asked) : undefined
  const close = (): void => {
    flushSync(() => put({ case: '' }))
    focusList('drawn-cases')
  }
  const open = (row: Drawn): void => {
    if (mayExamine) put({ case: `${row.window} ${row.caseId}` })
    else if (may('case.search')) navigate(findWindow(row.window)?.casePath(row.caseId) ?? '/')
  }
  const title = read.data === undefined ? t('drawings') : t('drawingTitle', { from: read.data.drawing.from, to: read.data.drawing.to })
  return (
    <Page wide title={title} acts={<Button type="primary" onClick={() => setPrinting(true)}>{t('print')} <KeyCap name="F8" /></Button>}>
      <ComplianceTabs />
      <p><Link href="/compliance/drawings">‹ {t('toDrawings')}</Link></p>
      <Loaded of={read}>
        {({ drawing, cases }) => (
          <>
            <Section title={t('drawings')}>
              <div className="drawing-facts"><Facts rows={[
                [t('period'), t('range', { from: drawing.from, to: drawing.to })], [t('windows'), drawing.windows.map(windowTitle).join(' · ')], [t('population'), number(drawing.population)], [t('size'), number(drawing.size)],
                [t('seed'), <span className="mono data">{drawing.seed}</span>], [t('drawnAt'), instant(drawing.at)], [t('drawnBy'), <span className="data">{drawing.by}</span>], [t('remark'), <span className="data">{drawing.note}</span>],
                [t('passed'), number(drawing.passed)], [t('failedCases'), number(drawing.failed)], [t('left'), number(drawing.size - drawing.passed - drawing.failed)],
              ]} /></div>
            </Section>
            <Section title={t('drawnCases')} id="drawn-cases">
              <DataTable name={t('drawnCases')} columns={columns} rows={cases} rowKey={({ window, caseId }) => `${window} ${caseId}`} height={480} {...((mayExamine || may('case.search')) && { onOpen: open })} />
            </Section>
          </>
        )}
      </Loaded>
      {examining !== undefined && <ExamineDialog drawing={id} of={examining} rules={(rules ?? []).filter(({ window }) => window === examining.window)} onClose={close} />}
      {printing && <PaperDialog route="drawingSheet" args={{ params: { id } }} title={title} name={`${title}.pdf`} onClose={() => setPrinting(false)} />}
    </Page>
  )
}
