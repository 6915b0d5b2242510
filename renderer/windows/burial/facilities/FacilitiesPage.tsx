import '../grounds/grounds.css'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page, Section, Waiting } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { Checks } from '../../../pages/statistics/counted/Checks.tsx'
import { usePut } from '../../../shared/put.ts'
import { FacilityDialog } from './FacilityDialog.tsx'
import { words } from './words.ts'

type Listed = Reply<'listFacilities'>
type Row = Listed['rows'][number]
const tone = { pass: 'good', mended: 'good', fix: 'answer', overdue: 'stop', fail: 'stop', open: '' } as const

/** Figures of the inspections that the page picks out of the register itself. */
const picks = ['due', 'inspected', 'reportsMissing'] as const
/** Says whether a facility is behind a figure: due are those founded before the year that are not closed. */
const picked = (row: Row, which: (typeof picks)[number], year: number, today: string): boolean => Number(row.facts.foundedOn.slice(0, 4)) < year && (row.closedOn === '' || today < row.closedOn) && (which === 'due' || (which === 'inspected' ? row.inspection !== 'open' : row.reports.length < 2))

/** A figure of the register that narrows the list to the facilities behind it. */
const Chip = ({ title, count, pressed, onClick }: { readonly title: string; readonly count: number; readonly pressed: boolean; readonly onClick: () => void }) => (
  <button type="button" className="chip" aria-pressed={pressed} onClick={onClick}>{title} <b>{number(count)}</b></button>
)

/** The register of facilities: approved prices or none, yearly reports, inspections; every figure lists what it counts. */
const FacilitiesPage = () => {
  const t = useWords(words)
  const say = useSay()
  const { may, office } = useSession()
  const [, navigate] = useLocation()
  const [params, put] = usePut()
  const [registering, setRegistering] = useState(false)
  const approved = params.get('approved') === 'yes' ? 'yes' as const : params.get('approved') === 'no' ? 'no' as const : undefined
  const states = ['open', 'pass', 'fix', 'overdue', 'mended', 'fail'] as const
  const inspection = states.find((one) => one === params.get('inspection'))
  const kind = params.get('kind') ?? ''
  const year = /^(19|20|21)\d\d$/.test(params.get('year') ?? '') ? Number(params.get('year')) : Number(office.today.slice(0, 4)) - 1
  const [typed, setTyped] = useState(String(year))
  useEffect(() => setTyped(String(year)), [year])
  const list = useRoute('listFacilities', { query: { year, ...(approved !== undefined && { approved }), ...(inspection !== undefined && { inspection }), ...(kind !== '' && { kind: kind as 'publicCemetery' }) } }, { keep: true })
  usePageKeys([{ key: 'F9', label: t('register'), run: () => setRegistering(true), disabled: !may('ground.write') }])
  const figures = list.data?.figures
  const which = picks.find((one) => one === params.get('which'))
  const rows = useMemo(() => (list.data?.rows ?? []).filter((row) => which === undefined || picked(row, which, year, office.today)), [list.data, which, year, office.today])
  const columns = useMemo<readonly Column<Row>[]>(() => [
    { id: 'name', title: t('name'), width: 'minmax(180px, 2fr)', text: (row) => row.facts.name, render: (row) => <span className="row-name data">{row.facts.name}</span> },
    { id: 'kind', title: t('kind'), width: '130px', text: (row) => say(row.kindTitle) },
    { id: 'township', title: t('township'), width: 'minmax(90px, 1fr)', text: (row) => row.facts.township, render: (row) => <span className="data">{row.facts.township}</span> },
    { id: 'prices', title: t('prices'), width: '90px', text: (row) => t(row.approved ? 'approvedYes' : 'approvedNo'), render: (row) => <span className={`tag ${row.approved ? 'good' : 'answer'}`}>{t(row.approved ? 'approvedYes' : 'approvedNo')}</span> },
    { id: 'inspection', title: t('inspectionOf', { year }), width: '110px', text: (row) => say(row.inspectionTitle), render: (row) => <span className={`tag ${tone[row.inspection]}`}>{say(row.inspectionTitle)}</span> },
    { id: 'score', title: t('score'), width: '56px', align: 'end', text: (row) => (row.score === null ? '' : String(row.score)) },
    { id: 'deadline', title: t('deadline'), width: '92px', text: (row) => row.deadline },
    { id: 'reports', title: t('reportsOf', { year }), width: '130px', text: (row) => t('reportsHave', { n: row.reports.length }), render: (row) => <span className={row.reports.length < 2 ? 'quiet' : ''}>{t('reportsHave', { n: row.reports.length })}</span> },
    { id: 'closed', title: t('closedOn'), width: '92px', text: (row) => row.closedOn },
  ], [t, say, year])
  const all = approved === undefined && inspection === undefined && kind === '' && which === undefined
  const clear = { approved: '', inspection: '', kind: '', which: '' }
  return (
    <>
      <BurialTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('ground.write') && <Button type="primary" onClick={() => setRegistering(true)}>{t('register')} <KeyCap name="F9" /></Button>}>
        <FailurePanel failure={list.error} onRetry={() => void list.refetch()} />
        {figures === undefined ? (list.error === null && <Waiting />) : (
          <>
            <Section title={t('priceFigures')} acts={<span className="share-words" role="status">{say(figures.message)}</span>}>
              <div className="chips" role="group" aria-label={t('priceFigures')}>
                <Chip title={t('all')} count={figures.facilities} pressed={all} onClick={() => put(clear)} />
                <Chip title={t('approved')} count={figures.approved} pressed={approved === 'yes'} onClick={() => put({ ...clear, approved: approved === 'yes' ? '' : 'yes' })} />
                <Chip title={t('withoutApproval')} count={figures.withoutApproval} pressed={approved === 'no'} onClick={() => put({ ...clear, approved: approved === 'no' ? '' : 'no' })} />
                <span className="quiet">·</span>
                {figures.byKind.map((one) => <Chip key={one.kind} title={say(one.title)} count={one.count} pressed={kind === one.kind} onClick={() => put({ ...clear, kind: kind === one.kind ? '' : one.kind })} />)}
              </div>
            </Section>
            <Section
              title={t('inspections')}
              acts={<label className="row"><span className="quiet">{t('year')}</span><input className="plain-select year-field" inputMode="numeric" maxLength={4} aria-label={t('year')} value={typed} onChange={(event) => { const next = event.target.value.replace(/\D/g, ''); setTyped(next); if (/^(19|20|21)\d\d$/.test(next)) put({ year: next }) }} /></label>}
            >
              <div className="chips" role="group" aria-label={t('inspections')}>
                <Chip title={t('due')} count={figures.due} pressed={which === 'due'} onClick={() => put({ ...clear, which: which === 'due' ? '' : 'due' })} />
                <Chip title={t('inspected')} count={figures.inspected} pressed={which === 'inspected'} onClick={() => put({ ...clear, which: which === 'inspected' ? '' : 'inspected' })} />
                <span className="quiet">·</span>
                {figures.byState.map((one) => <Chip key={one.state} title={say(one.title)} count={one.count} pressed={inspection === one.state} onClick={() => put({ ...clear, inspection: inspection === one.state ? '' : one.state })} />)}
                <span className="quiet">·</span>
                <Chip title={t('reportsMissing')} count={figures.reportsMissing} pressed={which === 'reportsMissing'} onClick={() => put({ ...clear, which: which === 'reportsMissing' ? '' : 'reportsMissing' })} />
              </div>
            </Section>
          </>
        )}
        <DataTable
          name={t('title')} columns={columns} rows={rows} rowKey={(row) => row.id} count={rows.length} busy={list.isFetching} exportName={t('file')} height="calc(100vh - 470px)" onOpen={(row) => navigate(`/burial/facilities/${row.id}?year=${String(year)}`)}
          empty={<EmptyState title={all ? t('none') : t('noneHere')} hint={all ? t('noneHint') : undefined} />}
        />
        {figures !== undefined && <Checks checks={figures.checks} />}
        {registering && <FacilityDialog onClose={(id) => { setRegistering(false); if (id !== undefined) navigate(`/burial/facilities/${id}`) }} />}
      </Page>
    </>
  )
}

export default FacilitiesPage
