import '../grounds/grounds.css'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { graveParts, type GravePart } from '../../../../api/schemas/grounds.ts'
import { graveTypes, relocationStates } from '../../../../domain/burial/relocation/codes.ts'
import { PeriodChoice } from '../../../pages/statistics/PeriodChoice.tsx'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { usePages, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { yuan } from '../../../../domain/waiver/money.ts'
import { BurialTabs } from '../BurialTabs.tsx'
import { focusList } from '../../../shared/acting.ts'
import { Checks } from '../../../pages/statistics/counted/Checks.tsx'
import { Money } from '../grounds/parts.tsx'
import { useYearPeriod } from '../grounds/period.ts'
import { usePut } from '../../../shared/put.ts'
import { DeclareDialog } from './DeclareDialog.tsx'
import { GravePanel } from './GravePanel.tsx'
import { NoticeDialog } from './NoticeDialog.tsx'
import { words } from './words.ts'

type Grave = Reply<'listGraves'>['rows'][number]
type Figures = Reply<'relocationFigures'>
type Notices = Reply<'listRelocations'>['notices']
/** What a figure narrows the list to: by which of its days, and to what. */
interface GraveFilter { readonly by: By; readonly state?: string; readonly type?: string; readonly township?: string; readonly only?: GravePart }
const ways = ['declared', 'reinterred', 'compensated'] as const
type By = (typeof ways)[number]

const everything = { notice: '', state: '', by: '', type: '', township: '', only: '' }

/** A number that opens the graves it counts. */
const Opens = ({ count, what, onOpen, children }: { readonly count: number; readonly what: string; readonly onOpen: () => void; readonly children: ReactNode }) => {
  const t = useWords(words)
  return count === 0 ? <>{children}</> : <button type="button" className="open-number" onClick={onOpen}><span className="hidden-words">{t('opensOf', { what })}</span>{children}</button>
}

/** Graves (座) and cells (穴), beside each other and never added; each opens the graves behind it. */
const Count = ({ graves, cells, onOpen, what }: { readonly graves: number; readonly cells: number; readonly onOpen?: () => void; readonly what: string }) => {
  const t = useWords(words)
  const words_ = <>{t('gravesCount', { n: number(graves) })}</>
  return (
    <>
      <td className="end">{onOpen === undefined || graves === 0 ? words_ : <button type="button" className="open-number" aria-label={t('openGraves', { what, n: number(graves) })} onClick={onOpen}>{words_}</button>}</td>
      <td className="end">{onOpen === undefined || cells === 0 ? t('cellsCount', { n: number(cells) }) : <button type="button" className="open-number" aria-label={t('openGraves', { what, n: number(graves) })} onClick={onOpen}>{t('cellsCount', { n: number(cells) })}</button>}</td>
    </>
  )
}

const FiguresPart = ({ figures, onOpen }: { readonly figures: Figures; readonly onOpen: (filter: GraveFilter) => void }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <>
      <div className="ground-two">
        <div className="table-frame">
          <table className="plain-table ground-table">
            <thead><tr><th scope="col">{t('figure')}</th><th scope="col" className="end">{t('gravesUnit')}</th><th scope="col" className="end">{t('cellsUnit')}</th></tr></thead>
            <tbody>
              <tr className="sum"><th scope="row">{t('declaredIn')}</th><Count {...figures.declared} what={t('declaredIn')} onOpen={() => onOpen({ by: 'declared' })} /></tr>
              {relocationStates.map(({ code, ...title }) => {
                const count = figures.byState[code] ?? { graves: 0, cells: 0 }
                return <tr key={code}><th scope="row">{t('ofThese', { state: say(title) })}</th><Count {...count} what={say(title)} onOpen={() => onOpen({ by: 'declared', state: code })} /></tr>
              })}
              <tr className="sum"><th scope="row">{t('reinterredIn')}</th><Count {...figures.reinterred} what={t('reinterredIn')} onOpen={() => onOpen({ by: 'reinterred' })} /></tr>
              <tr><th scope="row">{t('publicIn')}</th><td className="end">—</td><td className="end"><Opens count={figures.publicCells} what={t('publicIn')} onOpen={() => onOpen({ by: 'reinterred', only: 'publicCells' })}>{t('cellsCount', { n: number(figures.publicCells) })}</Opens></td></tr>
            </tbody>
          </table>
        </div>
        <div className="dialog-form">
          <div className="table-frame">
            <table className="plain-table ground-table">
              <thead><tr><th scope="col">{t('reinterredBy')}</th><th scope="col" className="end">{t('gravesUnit')}</th><th scope="col" className="end">{t('cellsUnit')}</th></tr></thead>
              <tbody>
                {figures.byType.map((row) => <tr key={row.type}><th scope="row">{say(row.title)}</th><Count graves={row.graves} cells={row.cells} what={say(row.title)} onOpen={() => onOpen({ by: 'reinterred', type: row.type })} /></tr>)}
              </tbody>
              <tbody>
                {figures.byTownship.length > 0 && <tr><th scope="colgroup" colSpan={3} className="quiet">{t('township')}</th></tr>}
                {figures.byTownship.map((row) => <tr key={row.township}><th scope="row" className="data">{row.township}</th><Count graves={row.graves} cells={row.cells} what={row.township} onOpen={() => onOpen({ by: 'reinterred', township: row.township })} /></tr>)}
                {figures.byType.length === 0 && <tr><td colSpan={3} className="quiet">{t('noneReinterred')}</td></tr>}
              </tbody>
            </table>
          </div>
          <div className="table-frame">
            <table className="plain-table ground-table">
              <thead><tr><th scope="col">{t('paidIn')}</th><th scope="col" className="end">{t('amount')}</th></tr></thead>
              <tbody>
                <tr><th scope="row">{t('base')}</th><td className="end"><Opens count={figures.baseFen} what={t('base')} onOpen={() => onOpen({ by: 'compensated', only: 'base' })}><Money fen={figures.baseFen} /></Opens></td></tr>
                <tr><th scope="row">{t('reward')}</th><td className="end"><Opens count={figures.rewardFen} what={t('reward')} onOpen={() => onOpen({ by: 'compensated', only: 'reward' })}><Money fen={figures.rewardFen} /></Opens></td></tr>
                <tr><th scope="row">{t('byCell')}</th><td className="end"><Opens count={figures.cellFen} what={t('byCell')} onOpen={() => onOpen({ by: 'compensated', only: 'byCell' })}><Money fen={figures.cellFen} /></Opens></td></tr>
                <tr className="sum"><th scope="row">{t('paidTotal', { graves: number(figures.compensated.graves), cells: number(figures.compensated.cells) })}</th><td className="end"><Opens count={figures.compensated.graves} what={t('paidIn')} onOpen={() => onOpen({ by: 'compensated' })}><Money fen={figures.totalFen} /></Opens></td></tr>
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </>
  )
}

const NoticesPart = ({ notices, chosen, onChoose, onOpen }: { readonly notices: Notices; readonly chosen: string; readonly onChoose: (number: string) => void; readonly onOpen: (notice: string, only: GravePart) => void }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('notices')}>
      <table className="plain-table ground-table">
        <thead><tr>{(['number', 'parcel', 'township', 'landUser', 'publishedOn', 'deadline', 'tariff'] as const).map((key) => <th key={key} scope="col">{t(key)}</th>)}<th scope="col" className="end">{t('gravesUnit')}</th><th scope="col" className="end">{t('cellsUnit')}</th><th scope="col" className="end">{t('open')}</th><th scope="col" className="end">{t('paidShort')}</th></tr></thead>
        <tbody>
          {notices.map((line) => (
            <tr key={line.notice.number} className={chosen === line.notice.number ? 'marked' : ''}>
              <th scope="row"><button type="button" className="link data" aria-pressed={chosen === line.notice.number} onClick={() => onChoose(chosen === line.notice.number ? '' : line.notice.number)}>{line.notice.number}</button></th>
              <td className="data">{line.notice.parcel}</td>
              <td className="data">{line.notice.township}</td>
              <td className="data">{line.notice.landUser}</td>
              <td className="nowrap">{line.notice.publishedOn}</td>
              <td className="nowrap">{line.notice.deadline} {line.overdue && <span className="tag answer">{t('over')}</span>}</td>
              <td><span className="data">{say(line.notice.tariff.title)}</span> {!line.notice.tariff.verified && <span className="tag">{t('unverified')}</span>}</td>
              <td className="end"><Opens count={line.graves} what={`${line.notice.number} ${t('gravesUnit')}`} onOpen={() => onOpen(line.notice.number, 'counted')}>{number(line.graves)}</Opens></td>
              <td className="end"><Opens count={line.cells} what={`${line.notice.number} ${t('cellsUnit')}`} onOpen={() => onOpen(line.notice.number, 'counted')}>{number(line.cells)}</Opens></td>
              <td className="end"><Opens count={line.open} what={`${line.notice.number} ${t('open')}`} onOpen={() => onOpen(line.notice.number, 'open')}>{number(line.open)}</Opens></td>
              <td className="end"><Opens count={line.totalFen} what={`${line.notice.number} ${t('paidShort')}`} onOpen={() => onOpen(line.notice.number, 'paid')}>{yuan(line.totalFen)}</Opens></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 迁坟: notices, graves on their way, and figures in graves (座) and cells (穴) apart. */
const RelocationPage = () => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [period, setPeriod] = useYearPeriod()
  const [params, put] = usePut()
  const [dialog, setDialog] = useState<'notice' | 'declare'>()
  const notice = params.get('notice') ?? ''
  const state = relocationStates.find(({ code }) => code === params.get('state'))?.code
  const by = ways.find((one) => one === params.get('by'))
  const type = graveTypes.find(({ code }) => code === params.get('type'))?.code
  const township = params.get('township') ?? ''
  const only = graveParts.find((one) => one === params.get('only'))
  const grave = params.get('grave') ?? ''
  const relocations = useRoute('listRelocations', undefined, { keep: true })
  const figures = useRoute('relocationFigures', { query: period }, { enabled: may('count.read'), keep: true })
  const query = useMemo(() => ({ ...(notice !== '' && { notice }), ...(state !== undefined && { state }), ...(by === 'declared' && { from: period.from, to: period.to }), ...(by === 'reinterred' && { reinterredFrom: period.from, reinterredTo: period.to }), ...(by === 'compensated' && { compensatedFrom: period.from, compensatedTo: period.to }), ...(type !== undefined && { type }), ...(township !== '' && { township }), ...(only !== undefined && { only }), limit: 100 }), [notice, state, by, type, township, only, period.from, period.to])
  const pages = usePages('listGraves', query, 'after')
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const first = pages.data?.pages[0]
  const columns = useMemo<readonly Column<Grave>[]>(() => [
    { id: 'grave', title: t('graveNumber'), width: '84px', text: (row) => (row.graveNumber === '' ? row.id.slice(0, 8) : row.graveNumber), render: (row) => <span className="row-name data">{row.graveNumber === '' ? row.id.slice(0, 8) : row.graveNumber}</span> },
    { id: 'state', title: t('state'), width: '84px', text: (row) => say(relocationStates.find(({ code }) => code === row.state) ?? { zh: row.state, en: row.state }), render: (row) => <span className="tag">{say(relocationStates.find(({ code }) => code === row.state) ?? { zh: row.state, en: row.state })}</span> },
    { id: 'type', title: t('graveType'), width: '110px', text: (row) => say(graveTypes.find(({ code }) => code === row.type) ?? { zh: row.type, en: row.type }) },
    { id: 'cells', title: t('cellsUnit'), width: '44px', align: 'end', text: (row) => String(row.cells) },
    ...(only === 'publicCells' ? [{ id: 'publicCells', title: t('publicShort'), width: '72px', align: 'end' as const, text: (row: Grave) => String(row.publicCells) }] : []),
    { id: 'owner', title: t('owner'), width: '72px', text: (row) => row.owner, render: (row) => <span className="data">{row.owner}</span> },
    { id: 'township', title: t('township'), width: 'minmax(84px, 1fr)', text: (row) => row.township, render: (row) => <span className="data">{row.township}</span> },
    { id: 'notice', title: t('number'), width: 'minmax(110px, 1fr)', text: (row) => row.notice, render: (row) => <span className="data">{row.notice}</span> },
    { id: 'openedOn', title: t('openedOn'), width: '84px', text: (row) => row.openedOn },
    { id: 'reinterredOn', title: t('reinterredOn'), width: '84px', text: (row) => row.reinterredOn },
    { id: 'totalFen', title: only === 'base' || only === 'reward' || only === 'byCell' ? t('amountOf', { what: t(only) }) : t('amountYuan'), width: '112px', align: 'end', text: (row) => (row.paidFen === 0 ? '' : yuan(row.paidFen)) },
  ], [t, say, only])
  const open = (filter: Partial<GraveFilter> & { readonly notice?: string }): void => {
    put({ ...everything, ...filter, grave: '' })
    requestAnimationFrame(() => document.getElementById('graves')?.scrollIntoView({ block: 'start' }))
  }
  const noNotice = (relocations.data?.notices.length ?? 0) === 0
  usePageKeys([
    { key: 'F9', label: t('declare'), run: () => setDialog('declare'), disabled: !may('ground.write') || noNotice },
    { key: 'F7', label: t('newNotice'), run: () => setDialog('notice'), disabled: !may('ground.write') },
  ])
  const narrowed = [notice === '' ? '' : t('chipNotice', { n: notice }), state === undefined ? '' : say(relocationStates.find(({ code }) => code === state) ?? { zh: '', en: '' }), by === undefined ? '' : t(`chip_${by}`, { from: period.from, to: period.to }), type === undefined ? '' : say(graveTypes.find(({ code }) => code === type) ?? { zh: '', en: '' }), township, only === undefined ? '' : t(`only_${only}`)].filter((part) => part !== '')
  return (
    <>
      <BurialTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('ground.write') && <><Button onClick={() => setDialog('notice')}>{t('newNotice')} <KeyCap name="F7" /></Button><Button type="primary" disabled={noNotice} onClick={() => setDialog('declare')}>{t('declare')} <KeyCap name="F9" /></Button></>}>
        <Loaded of={relocations}>
          {(data) => (
            <>
              <Section title={t('notices')}>{data.notices.length === 0 ? <EmptyState title={t('noNotices')} hint={t('noNoticesHint')} /> : <NoticesPart notices={data.notices} chosen={notice} onChoose={(number_) => put({ ...everything, notice: number_, grave: '' })} onOpen={(number_, part) => open({ notice: number_, only: part })} />}</Section>
              {dialog === 'notice' && <NoticeDialog tariffs={data.tariffs} onClose={(made) => { setDialog(undefined); if (made !== undefined) put({ ...everything, notice: made, grave: '' }) }} />}
              {dialog === 'declare' && <DeclareDialog notices={data.notices} notice={notice} onClose={(id) => { setDialog(undefined); if (id !== undefined) put({ ...everything, grave: id }) }} />}
            </>
          )}
        </Loaded>
        {may('count.read') && (
          <Section title={t('figures')} acts={<PeriodChoice period={period} onChange={setPeriod} />}>
            <Loaded of={figures}>{(data) => <FiguresPart figures={data} onOpen={open} />}</Loaded>
          </Section>
        )}
        {figures.data !== undefined && <Checks checks={figures.data.checks} />}
        <Section id="graves" title={t('graves')} acts={narrowed.length > 0 && <span className="chips">{narrowed.map((one) => <span key={one} className="tag data">{one}</span>)}<button type="button" className="link" onClick={() => put(everything)}>{t('showAll')}</button></span>}>
          <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
          <div className={grave === '' ? 'ground-place' : 'ground-place open'}>
            <DataTable
              name={t('graves')} columns={columns} rows={rows} rowKey={(row) => row.id} count={first?.count} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} exportName={t('gravesFile')} height={420} onOpen={(row) => put({ grave: row.id })}
              tools={<><select className="plain-select" aria-label={t('state')} value={state ?? ''} onChange={(event) => put({ state: event.target.value })}><option value="">{t('anyState')}</option>{relocationStates.map((one) => <option key={one.code} value={one.code}>{say(one)}</option>)}</select>{first !== undefined && <b>{t('gravesAndCells', { graves: number(first.count), cells: number(first.cells) })}{only === 'publicCells' ? `${t('comma')}${t('publicIn')} ${t('cellsCount', { n: number(first.publicCells) })}` : ''}{only === 'paid' || only === 'base' || only === 'reward' || only === 'byCell' || by === 'compensated' ? `${t('comma')}${t(only === 'base' || only === 'reward' || only === 'byCell' ? only : 'paid')} ${t('yuan', { yuan: yuan(first.paidFen) })}` : ''}</b>}</>}
              empty={<EmptyState title={t('noGraves')} hint={t('noGravesHint')} />}
            />
            {grave !== '' && <GravePanel key={grave} id={grave} onClose={() => { put({ grave: '' }); focusList('graves') }} />}
          </div>
        </Section>
      </Page>
    </>
  )
}

export default RelocationPage
