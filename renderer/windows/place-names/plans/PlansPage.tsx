import '../../burial/grounds/grounds.css'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { focusList, useActing } from '../../../shared/acting.ts'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Facts, Loaded, Page } from '../../../shared/Page.tsx'
import { usePut } from '../../../shared/put.ts'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { kindWords } from '../shared/kindWords.ts'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { EndPlanDialog, PlanDialog } from './dialogs.tsx'
import { words } from './words.ts'

export type Plan = Reply<'listNamePlans'>['plans'][number]
type Planned = Plan['facts']['names'][number]

const stateOf = ({ ended, inForce }: Plan): 'ended' | 'inForce' | 'notInForce' => (ended !== '' ? 'ended' : inForce ? 'inForce' : 'notInForce')
const tones = { ended: '', inForce: 'good', notInForce: 'answer' } as const

const PlanPanel = ({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) => {
  const t = useWords(words)
  const k = useWords(kindWords)
  const { may } = useSession()
  const heading = useRef<HTMLHeadingElement>(null)
  const { acting, begin, close } = useActing<'change' | 'end'>(heading)
  const able = may('reference.write') && plan.ended === ''
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }, ...(able ? [{ key: 'F2', label: t('change'), run: () => begin('change') }] : [])], { when: acting === undefined })
  const { facts } = plan
  const columns = useMemo<readonly Column<Planned>[]>(() => [
    { id: 'name', title: t('name'), width: 'minmax(90px, 1.2fr)', text: (row) => row.name, render: (row) => <span className="data">{row.name}</span> },
    { id: 'kind', title: t('kind'), width: '84px', text: (row) => k(row.kind) },
    { id: 'township', title: t('township'), width: 'minmax(84px, 1fr)', text: (row) => row.township, render: (row) => <span className="data">{row.township}</span> },
    { id: 'location', title: t('location'), width: 'minmax(110px, 2fr)', text: (row) => [row.location, row.note].filter((part) => part !== '').join(' · '), render: (row) => <span className="data">{row.location} <span className="quiet">{row.note}</span></span> },
  ], [t, k])
  return (
    <aside className="ground-panel" aria-label={t('title')}>
      <div className="ground-panel-head">
        <div><h2 ref={heading} tabIndex={-1} className="data">{facts.title}</h2><p><span className={`tag ${tones[stateOf(plan)]}`}>{plan.ended === '' ? t(stateOf(plan)) : t('endedOn', { day: plan.ended })}</span> <span className="quiet">{t('versionsCount', { n: plan.versions })}</span></p></div>
        <Button size="small" onClick={onClose}>{t('close')} <KeyCap name="Escape" /></Button>
      </div>
      {able && <div className="row"><Button type="primary" onClick={() => begin('change')}>{t('change')} <KeyCap name="F2" /></Button><Button danger onClick={() => begin('end')}>{t('end')}</Button></div>}
      <Facts rows={[[t('area'), <span key="a" className="data">{facts.area}</span>], [t('document'), <span key="d" className="data">{facts.document}</span>], [t('approver'), <span key="p" className="data">{facts.approver}</span>], [t('term'), `${facts.from} – ${facts.to === '' ? t('noEnd') : facts.to}`], [t('used'), `${number(plan.used)} / ${number(facts.names.length)}`]]} />
      <DataTable name={t('names')} columns={columns} rows={facts.names} rowKey={(row) => `${row.kind} ${row.township} ${row.name}`} exportName={t('namesFile')} height={320} empty={<EmptyState title={t('noNames')} />} />
      {acting === 'change' && <PlanDialog plan={plan} onClose={close} />}
      {acting === 'end' && <EndPlanDialog plan={plan} onClose={close} />}
    </aside>
  )
}

const List = ({ plans }: { readonly plans: readonly Plan[] }) => {
  const t = useWords(words)
  const [params, put] = usePut()
  const opened = plans.find(({ id }) => id === params.get('plan'))
  const columns = useMemo<readonly Column<Plan>[]>(() => [
    { id: 'title', title: t('planTitle'), width: 'minmax(150px, 2fr)', text: (row) => row.facts.title, render: (row) => <span className="row-name data">{row.facts.title}</span> },
    { id: 'area', title: t('area'), width: 'minmax(90px, 1fr)', text: (row) => row.facts.area, render: (row) => <span className="data">{row.facts.area}</span> },
    { id: 'document', title: t('document'), width: 'minmax(120px, 1.2fr)', text: (row) => row.facts.document, render: (row) => <span className="data">{row.facts.document}</span> },
    { id: 'term', title: t('term'), width: '170px', text: (row) => `${row.facts.from} – ${row.facts.to === '' ? t('noEnd') : row.facts.to}` },
    { id: 'count', title: t('count'), width: '60px', align: 'end', text: (row) => number(row.facts.names.length) },
    { id: 'used', title: t('used'), width: '60px', align: 'end', text: (row) => number(row.used) },
    { id: 'state', title: t('state'), width: '100px', text: (row) => t(stateOf(row)), render: (row) => <span className={`tag ${tones[stateOf(row)]}`}>{t(stateOf(row))}</span> },
  ], [t])
  return (
    <div id="plan-list" className={opened === undefined ? 'ground-place' : 'ground-place open'}>
      <DataTable name={t('title')} columns={columns} rows={plans} rowKey={(row) => row.id} count={plans.length} exportName={t('file')} height="calc(100vh - 270px)" onOpen={(row) => put({ plan: row.id })} empty={<EmptyState title={t('none')} hint={t('noneHint')} />} />
      {opened !== undefined && <PlanPanel key={opened.id} plan={opened} onClose={() => { put({ plan: '' }); focusList('plan-list') }} />}
    </div>
  )
}

/** 地名方案: plans with the names they hold ready. */
export default function PlansPage() {
  const t = useWords(words)
  const { may } = useSession()
  const [, put] = usePut()
  const [adopting, setAdopting] = useState(false)
  const list = useRoute('listNamePlans', {}, { keep: true })
  usePageKeys([{ key: 'F9', label: t('adopt'), run: () => setAdopting(true), disabled: !may('reference.write') }], { when: !adopting })
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('reference.write') && <Button type="primary" onClick={() => setAdopting(true)}>{t('adopt')} <KeyCap name="F9" /></Button>}>
        <Loaded of={list}>{(data) => <List plans={data.plans} />}</Loaded>
        {adopting && <PlanDialog onClose={(id) => { setAdopting(false); if (id !== undefined) put({ plan: id }) }} />}
      </Page>
    </>
  )
}
