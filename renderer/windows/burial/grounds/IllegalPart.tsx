import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { IllegalGraveReply } from '../../../../api/schemas/grounds.ts'
import { clearings, illegalGrounds } from '../../../../domain/burial/grounds/actions.ts'
import { PeriodChoice } from '../../../pages/statistics/PeriodChoice.tsx'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Facts, FailurePanel, Loaded, Section, Waiting } from '../../../shared/Page.tsx'
import { usePages, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { focusList, useActing } from '../../../shared/acting.ts'
import { ClearDialog, DropDialog, FindDialog, OrderDialog } from './illegalDialogs.tsx'
import { Checks } from '../../../pages/statistics/counted/Checks.tsx'
import { History } from './parts.tsx'
import { useYearPeriod } from './period.ts'
import { usePut } from '../../../shared/put.ts'
import { words } from './words.ts'

type Row = Reply<'listIllegalGraves'>['rows'][number]
type Figures = Reply<'illegalGraveFigures'>
const columns = ['openBefore', 'found', 'ordered', 'cleared', 'dropped', 'openAfter', 'overdue'] as const
type ColumnId = (typeof columns)[number]
const tone = { found: '', ordered: 'information', overdue: 'stop', cleared: 'good', dropped: '' } as const

/** A number of the table; it opens the graves it counts. */
const NumberCell = ({ value, what, pressed, onOpen }: { readonly value: number; readonly what: string; readonly pressed: boolean; readonly onOpen: () => void }) => {
  const t = useWords(words)
  return <td className="end">{value === 0 ? 0 : <button type="button" className="open-number" aria-pressed={pressed} aria-label={t('opensGraves', { what, n: number(value) })} onClick={onOpen}>{pressed ? <b>{number(value)}</b> : number(value)}</button>}</td>
}

const FiguresPart = ({ figures, onOpen, column, township, how }: { readonly figures: Figures; readonly onOpen: (filter: { readonly column: ColumnId; readonly township?: string; readonly how?: string }) => void; readonly column: string; readonly township: string; readonly how: string }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <div className="ground-place">
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('byTownship')}>
        <table className="plain-table ground-table">
          <thead><tr><th scope="col">{t('township')}</th>{columns.map((one) => <th key={one} scope="col" className="end">{t(`column_${one}`)}</th>)}</tr></thead>
          <tbody>
            <tr className="sum"><th scope="row">{t('total')}</th>{columns.map((one) => <NumberCell key={one} value={figures.total[one]} what={`${t('total')} ${t(`column_${one}`)}`} pressed={column === one && township === '' && how === ''} onOpen={() => onOpen({ column: one })} />)}</tr>
            {figures.byTownship.map((row) => <tr key={row.township} className={township === row.township ? 'marked' : ''}><th scope="row" className="data">{row.township}</th>{columns.map((one) => <NumberCell key={one} value={row[one]} what={`${row.township} ${t(`column_${one}`)}`} pressed={column === one && township === row.township} onOpen={() => onOpen({ column: one, township: row.township })} />)}</tr>)}
          </tbody>
        </table>
      </div>
      <div className="chips" role="group" aria-label={t('byClearing')}>
        <span className="quiet">{t('byClearing')}</span>
        {figures.byClearing.map((one) => <button key={one.how} type="button" className="chip" aria-pressed={how === one.how} onClick={() => onOpen({ column: 'cleared', how: one.how })}>{say(one.title)} <b>{number(one.count)}</b></button>)}
      </div>
    </div>
  )
}
const GravePanel = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const reply = useRoute('getIllegalGrave', { params: { id } }, { fresh: 0 })
  const heading = useRef<HTMLHeadingElement>(null)
  const { acting, begin: setActing, close } = useActing<'ordered' | 'cleared' | 'dropped'>(heading)
  const grave: IllegalGraveReply | undefined = reply.data
  const loaded = grave !== undefined
  useEffect(() => {
    if (loaded) heading.current?.focus({ preventScroll: true })
  }, [loaded])
  const open = grave !== undefined && grave.cleared === null && grave.dropped === null && may('ground.write')
  const acts = !open ? [] : (grave.ordered === null ? ['ordered', 'cleared', 'dropped'] as const : ['cleared', 'dropped'] as const)
  usePageKeys([{ key: 'Escape', label: t('closePanel'), run: onClose }, ...(acts[0] === undefined ? [] : [{ key: 'F2', label: t(`act_${acts[0]}`), run: () => setActing(acts[0]) }])], { when: acting === undefined })
  if (grave === undefined) return <aside className="ground-panel">{reply.error === null ? <Waiting /> : <FailurePanel failure={reply.error} onRetry={() => void reply.refetch()} />}</aside>
  const { found, ordered, cleared, dropped } = grave
  return (
    <aside className="ground-panel" aria-label={t('illegalGrave')}>
      <div className="ground-panel-head">
        <div>
          <h2 ref={heading} tabIndex={-1} className="data">{found.township} {found.village}</h2>
          <p><span className={`tag ${tone[grave.state]}`}>{say(grave.stateTitle)}</span></p>
        </div>
        <Button size="small" onClick={onClose}>{t('closePanel')} <KeyCap name="Escape" /></Button>
      </div>
      {acts.length > 0 && <div className="row">{acts.map((kind, index) => <Button key={kind} {...(index === 0 && { type: 'primary' as const })} onClick={() => setActing(kind)}>{t(`act_${kind}`)}{index === 0 && <> <KeyCap name="F2" /></>}</Button>)}</div>}
      <Facts rows={[
        [t('foundOn'), found.day],
        [t('ground'), say(illegalGrounds.find(({ code }) => code === found.ground) ?? { zh: found.ground, en: found.ground })],
        [t('cells'), String(found.cells)],
        [t('built'), t(found.built === 'new' ? 'built_new' : 'built_old')],
        [t('owner'), <span key="owner" className="data">{found.owner === '' ? '—' : found.owner}</span>],
        [t('finder'), <span key="finder" className="data">{found.finder === '' ? '—' : found.finder}</span>],
        ...(ordered === null ? [] : [[t('act_ordered'), <>{ordered.day} · <span className="data">{ordered.document}</span> · {t('until', { day: ordered.deadline })}</>] as const]),
        ...(cleared === null ? [] : [[t('act_cleared'), <>{cleared.day} · {say(clearings.find(({ code }) => code === cleared.how) ?? { zh: '', en: '' })} <span className="data">{cleared.to} {cleared.document}</span></>] as const]),
        ...(dropped === null ? [] : [[t('act_dropped'), <>{dropped.day} · <span className="data">{dropped.note}</span></>] as const]),
      ]} />
      <History rows={grave.history} />
      {acting === 'ordered' && <OrderDialog grave={grave} onClose={close} />}
      {acting === 'cleared' && <ClearDialog grave={grave} onClose={close} />}
      {acting === 'dropped' && <DropDialog grave={grave} onClose={close} />}
    </aside>
  )
}

/** 私坟、青山白化治理: figures by township, each opening its graves; the list; what was done about each. */
export const IllegalPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [period, setPeriod] = useYearPeriod()
  const [params, put] = usePut()
  const [finding, setFinding] = useState(false)
  const column = columns.find((one) => one === params.get('column'))
  const township = params.get('township') ?? ''
  const how = clearings.find(({ code }) => code === params.get('how'))?.code
  const grave = params.get('grave') ?? ''
  const figures = useRoute('illegalGraveFigures', { query: period }, { enabled: may('count.read'), keep: true })
  const query = useMemo(() => ({ from: period.from, to: period.to, ...(column !== undefined && { column }), ...(township !== '' && { township }), ...(how !== undefined && { how }), limit: 100 }), [period.from, period.to, column, township, how])
  const pages = usePages('listIllegalGraves', query, 'after')
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  usePageKeys([{ key: 'F9', label: t('find'), run: () => setFinding(true), disabled: !may('ground.write') }])
  const tableColumns = useMemo<readonly Column<Row>[]>(() => [
    { id: 'township', title: t('township'), width: 'minmax(84px, 1fr)', text: (row) => row.township, render: (row) => <span className="row-name data">{row.township}</span> },
    { id: 'village', title: t('village'), width: 'minmax(84px, 1fr)', text: (row) => row.village, render: (row) => <span className="data">{row.village}</span> },
    { id: 'state', title: t('state'), width: '84px', text: (row) => t(`state_${row.state}`), render: (row) => <span className={`tag ${tone[row.state]}`}>{t(`state_${row.state}`)}</span> },
    { id: 'ground', title: t('ground'), width: 'minmax(120px, 1fr)', text: (row) => say(row.ground) },
    { id: 'cells', title: t('cellsShort'), width: '40px', align: 'end', text: (row) => String(row.cells) },
    { id: 'foundOn', title: t('foundOn'), width: '86px', text: (row) => row.foundOn },
    { id: 'deadline', title: t('deadline'), width: '86px', text: (row) => row.deadline },
    { id: 'clearedOn', title: t('clearedOn'), width: '86px', text: (row) => row.clearedOn },
    { id: 'how', title: t('how'), width: '110px', text: (row) => (row.how === null ? '' : say(row.how)) },
  ], [t, say])
  const narrowed = [column === undefined ? '' : t(`column_${column}`), township, how === undefined ? '' : say(clearings.find(({ code }) => code === how) ?? { zh: '', en: '' })].filter((part) => part !== '')
  return (
    <>
      <div className="row"><PeriodChoice period={period} onChange={setPeriod} />{may('ground.write') && <Button type="primary" onClick={() => setFinding(true)}>{t('find')} <KeyCap name="F9" /></Button>}</div>
      {may('count.read') && (
        <Loaded of={figures}>{(data) => <><Section title={t('byTownship')}><FiguresPart figures={data} column={column ?? ''} township={township} how={how ?? ''} onOpen={({ column: one, township: of = '', how: way = '' }) => { put({ column: one, township: of, how: way, grave: '' }); requestAnimationFrame(() => document.getElementById('illegal-list')?.scrollIntoView({ block: 'start' })) }} /></Section><Checks checks={data.checks} /></>}</Loaded>
      )}
      <Section id="illegal-list" title={t('illegalList')} acts={narrowed.length > 0 && <span className="chips">{narrowed.map((one) => <span key={one} className="tag data">{one}</span>)}<button type="button" className="link" onClick={() => put({ column: '', township: '', how: '' })}>{t('showAll')}</button></span>}>
        <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
        <div className={grave === '' ? 'ground-place' : 'ground-place open'}>
          <DataTable
            name={t('illegalList')} columns={tableColumns} rows={rows} rowKey={(row) => row.id} count={pages.data?.pages[0]?.count} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} exportName={t('illegalFile')} height={440} onOpen={(row) => put({ grave: row.id })}
            empty={<EmptyState title={t('noIllegal')} hint={t('noIllegalHint')} />}
          />
          {grave !== '' && <GravePanel key={grave} id={grave} onClose={() => { put({ grave: '' }); focusList('illegal-list') }} />}
        </div>
      </Section>
      {finding && <FindDialog townships={figures.data?.byTownship.map((row) => row.township) ?? []} onClose={(id) => { setFinding(false); if (id !== undefined) put({ grave: id }) }} />}
    </>
  )
}
