import './boundaries.css'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { boundaryLevels } from '../../../../domain/place-names/boundaries/actions.ts'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Loaded, Page } from '../../../shared/Page.tsx'
import { usePut } from '../../../shared/put.ts'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { PlanPart } from './PlanPart.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'
import { words } from './words.ts'

type Line = Reply<'listBoundaries'>['lines'][number]
const picks = ['overdue', 'dueSoon', 'openMarkers', 'ended'] as const

/** The state of a line in a word: ended, overdue, due within the year, or standing. */
const stateOf = (line: Line, today: string): 'ended' | 'overdue' | 'dueSoon' | 'standing' => (line.state === 'ended' ? 'ended' : line.overdue ? 'overdue' : line.nextInspection.slice(0, 4) === today.slice(0, 4) ? 'dueSoon' : 'standing')
const tones = { ended: '', overdue: 'stop', dueSoon: 'answer', standing: 'good' } as const

const LinesPart = ({ lines }: { readonly lines: readonly Line[] }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [, navigate] = useLocation()
  const [params, put] = usePut()
  const which = picks.find((one) => one === params.get('which'))
  const level = boundaryLevels.find(({ code }) => code === params.get('level'))?.code
  const is = (line: Line, pick: (typeof picks)[number]): boolean => (pick === 'openMarkers' ? line.state === 'standing' && line.openMarkers > 0 : stateOf(line, office.today) === pick)
  const rows = lines.filter((line) => (which === undefined || is(line, which)) && (level === undefined || line.level === level))
  const columns = useMemo<readonly Column<Line>[]>(() => [
    { id: 'name', title: t('name'), width: 'minmax(150px, 2fr)', text: (row) => row.name, render: (row) => <span className="row-name data">{row.name}</span> },
    { id: 'level', title: t('level'), width: '84px', text: (row) => say(row.levelTitle) },
    { id: 'neighbours', title: t('neighbours'), width: 'minmax(150px, 2fr)', text: (row) => row.neighbours.join('、'), render: (row) => <span className="data">{row.neighbours.join(' · ')}</span> },
    { id: 'kilometres', title: t('kilometresShort'), width: '64px', align: 'end', text: (row) => String(row.lengthKilometres) },
    { id: 'markers', title: t('markersCount'), width: '56px', align: 'end', text: (row) => String(row.markers) },
    { id: 'openMarkers', title: t('openMarkers'), width: '64px', align: 'end', text: (row) => String(row.openMarkers), render: (row) => (row.openMarkers === 0 ? <span className="quiet">0</span> : <span className="tag answer">{row.openMarkers}</span>) },
    { id: 'last', title: t('lastInspection'), width: '92px', text: (row) => row.lastInspection },
    { id: 'next', title: t('nextInspection'), width: '92px', text: (row) => row.nextInspection },
    { id: 'state', title: t('state'), width: '104px', text: (row) => t(stateOf(row, office.today)), render: (row) => { const state = stateOf(row, office.today); return <span className={`tag ${tones[state]}`}>{t(state)}</span> } },
  ], [t, say, office.today])
  const chip = (key: string, title: string, count: number, pressed: boolean, onClick: () => void) => <button key={key} type="button" className="chip" aria-pressed={pressed} onClick={onClick}>{title} <b>{number(count)}</b></button>
  return (
    <>
      <div className="chips" role="group" aria-label={t('state')}>
        {chip('all', t('all'), lines.length, which === undefined && level === undefined, () => put({ which: '', level: '' }))}
        {picks.map((pick) => chip(pick, t(pick === 'openMarkers' ? 'openMarkersChip' : pick), lines.filter((line) => is(line, pick)).length, which === pick, () => put({ which: which === pick ? '' : pick })))}
        <span className="quiet">·</span>
        {boundaryLevels.filter(({ code }) => lines.some((line) => line.level === code)).map((one) => chip(one.code, say(one), lines.filter((line) => line.level === one.code).length, level === one.code, () => put({ level: level === one.code ? '' : one.code })))}
      </div>
      <DataTable name={t('lines')} columns={columns} rows={rows} rowKey={(row) => row.id} count={rows.length} exportName={t('file')} height="calc(100vh - 320px)" onOpen={(row) => navigate(`/place-names/boundaries/${row.id}`)} empty={<EmptyState title={t(lines.length === 0 ? 'none' : 'noneHere')} hint={lines.length === 0 ? t('noneHint') : undefined} />} />
    </>
  )
}

/** 界线: the lines with their inspections, and the plan of a year. */
export default function BoundariesPage() {
  const t = useWords(words)
  const { may, office } = useSession()
  const [, navigate] = useLocation()
  const [params] = usePut()
  const [registering, setRegistering] = useState(false)
  const year = /^(?:19|20|21)\d\d$/u.test(params.get('year') ?? '') ? Number(params.get('year')) : undefined
  const list = useRoute('listBoundaries', {}, { keep: true })
  const thisYear = office.today.slice(0, 4)
  usePageKeys([{ key: 'F9', label: t('register'), run: () => setRegistering(true), disabled: !may('ground.write') }], { when: !registering && year === undefined })
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('ground.write') && year === undefined && <Button type="primary" onClick={() => setRegistering(true)}>{t('register')} <KeyCap name="F9" /></Button>}>
        <nav className="tabs" aria-label={t('parts')}>
          <Link href="/place-names/boundaries" {...(year === undefined && { 'aria-current': 'page' as const })}>{t('lines')}</Link>
          <Link href={`/place-names/boundaries?year=${thisYear}`} {...(year !== undefined && { 'aria-current': 'page' as const })}>{t('plan')}</Link>
        </nav>
        <Loaded of={list}>{(data) => (year === undefined ? <LinesPart lines={data.lines} /> : <PlanPart key={year} year={year} lines={data.lines} />)}</Loaded>
        {registering && <RegisterDialog onClose={(id) => { setRegistering(false); if (id !== undefined) navigate(`/place-names/boundaries/${id}`) }} />}
      </Page>
    </>
  )
}
