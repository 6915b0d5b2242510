import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { PeriodChoice } from '../../../pages/statistics/PeriodChoice.tsx'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Loaded, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { focusList } from '../../../shared/acting.ts'
import { Checks } from '../../../pages/statistics/counted/Checks.tsx'
import { useYearPeriod } from './period.ts'
import { usePut } from '../../../shared/put.ts'
import { CorrectDialog, CountDialog } from './qingmingDialogs.tsx'
import { qingmingFields, type QingmingField } from './qingming.ts'
import { share } from './share.ts'
import { words } from './words.ts'

type Data = Reply<'listQingming'>
type Line = Data['rows'][number]

/** A number of a line; a correction carries its sign. */
const signed = (value: number, correction: boolean): string => (value === 0 && correction ? '' : correction && value > 0 ? `+${number(value)}` : number(value))

/** A number that opens the lines it adds up. */
const Cell = ({ count, what, pressed, onOpen }: { readonly count: number; readonly what: string; readonly pressed: boolean; readonly onOpen: () => void }) => {
  const t = useWords(words)
  return <td className="end">{count === 0 ? 0 : <button type="button" className="open-number" aria-pressed={pressed} aria-label={t('opensLines', { what, n: number(count) })} onClick={onOpen}>{pressed ? <b>{number(count)}</b> : number(count)}</button>}</td>
}

const Figures = ({ data, title, rows, only, of, onOnly }: { readonly data: Data; readonly title: string; readonly rows: readonly { readonly name: string; readonly figures: Data['total'] }[]; readonly only: string; readonly of: string; readonly onOnly: (name: string, field?: QingmingField) => void }) => {
  const t = useWords(words)
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={title}>
      <table className="plain-table ground-table">
        <thead><tr><th scope="col">{title}</th>{qingmingFields.map((field) => <th key={field} scope="col" className="end">{t(field)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => <tr key={row.name} className={only === row.name ? 'marked' : ''}><th scope="row"><button type="button" className="link data" aria-pressed={only === row.name} onClick={() => onOnly(only === row.name ? '' : row.name)}>{row.name}</button></th>{qingmingFields.map((field) => <Cell key={field} count={row.figures[field]} what={`${row.name} ${t(field)}`} pressed={only === row.name && of === field} onOpen={() => onOnly(row.name, field)} />)}</tr>)}
          <tr className="sum"><th scope="row">{t('total')}</th>{qingmingFields.map((field) => <Cell key={field} count={data.total[field]} what={`${t('total')} ${t(field)}`} pressed={only === '' && of === field} onOpen={() => onOnly('', field)} />)}</tr>
        </tbody>
      </table>
    </div>
  )
}

/** 清明祭扫: by day and by place, with every correction as a line of its own. */
export const QingmingPart = () => {
  const t = useWords(words)
  const { may } = useSession()
  const [period, setPeriod] = useYearPeriod()
  const [params, put] = usePut()
  const [dialog, setDialog] = useState<'count' | Line>()
  const only = params.get('only') ?? ''
  const of = qingmingFields.find((field) => field === params.get('of'))
  const narrow = (name: string, field?: QingmingField): void => {
    put({ only: name, of: field ?? '' })
    requestAnimationFrame(() => document.getElementById('qingming-lines')?.scrollIntoView({ block: 'start' }))
  }
  const answer = useRoute('listQingming', { query: period }, { keep: true })
  usePageKeys([{ key: 'F9', label: t('count'), run: () => setDialog('count'), disabled: !may('ground.write') }])
  const rows = useMemo(() => (answer.data?.rows ?? []).filter((row) => (only === '' || row.site === only || row.of === only) && (of === undefined || row.figures[of] !== 0)), [answer.data, only, of])
  const sites = answer.data?.bySite.map(({ site }) => site) ?? []
  const columns = useMemo<readonly Column<Line>[]>(() => [
    { id: 'of', title: t('of'), width: '86px', text: (row) => row.of, render: (row) => <span className="row-name">{row.of}</span> },
    { id: 'site', title: t('site'), width: 'minmax(110px, 1.4fr)', text: (row) => row.site, render: (row) => <span className="data">{row.site}</span> },
    { id: 'kind', title: t('line'), width: '66px', text: (row) => t(row.correction ? 'correction' : 'counted'), render: (row) => <span className={`tag ${row.correction ? 'answer' : ''}`}>{t(row.correction ? 'correction' : 'counted')}</span> },
    ...qingmingFields.map((field): Column<Line> => ({ id: field, title: t(field), width: '66px', align: 'end', text: (row) => signed(row.figures[field], row.correction) })),
    { id: 'day', title: t('enteredOn'), width: '86px', text: (row) => row.day },
    { id: 'by', title: t('by'), width: '62px', text: (row) => row.byName, render: (row) => <span className="data">{row.byName}</span> },
    { id: 'reason', title: t('reason'), width: 'minmax(80px, 1fr)', text: (row) => row.reason, render: (row) => <span className="data">{row.reason}</span> },
  ], [t])
  return (
    <>
      <div className="row"><PeriodChoice period={period} onChange={setPeriod} />{may('ground.write') && <Button type="primary" onClick={() => setDialog('count')}>{t('count')} <KeyCap name="F9" /></Button>}</div>
      <Loaded of={answer}>
        {(data) => data.rows.length === 0 ? <EmptyState title={t('noQingming')} hint={t('noQingmingHint')} /> : (
          <>
            <p className="share-words">{t('shares', { visitors: number(data.total.visitors), low: number(data.total.lowCarbon), lowShare: share(data.lowCarbonShare), ashes: number(data.total.ashes), eco: number(data.total.eco), ecoShare: share(data.ecoShare) })}</p>
            <Section title={t('byDay')}><Figures data={data} title={t('of')} rows={data.byDay.map(({ day, figures }) => ({ name: day, figures }))} only={only} of={of ?? ''} onOnly={narrow} /></Section>
            <Section title={t('bySite')}><Figures data={data} title={t('site')} rows={data.bySite.map(({ site, figures }) => ({ name: site, figures }))} only={only} of={of ?? ''} onOnly={narrow} /></Section>
            <Section id="qingming-lines" title={t('lines')} acts={(only !== '' || of !== undefined) && <span className="chips">{only !== '' && <span className="tag data">{only}</span>}{of !== undefined && <span className="tag">{t(of)} <b>{number(rows.reduce((sum, row) => sum + row.figures[of], 0))}</b></span>}<button type="button" className="link" onClick={() => put({ only: '', of: '' })}>{t('showAll')}</button></span>}>
              <p className="quiet">{t('linesHint')}</p>
              <DataTable name={t('lines')} columns={columns} rows={rows} rowKey={(row) => `${row.site} ${row.of} ${row.at} ${String(row.correction)}`} exportName={t('qingmingFile')} height={380} {...(may('ground.write') && { onOpen: (row: Line) => setDialog(row) })} />
            </Section>
            <Checks checks={data.checks} />
          </>
        )}
      </Loaded>
      {dialog === 'count' && <CountDialog sites={sites} onClose={() => setDialog(undefined)} />}
      {dialog !== undefined && dialog !== 'count' && <CorrectDialog line={dialog} sums={(answer.data?.rows ?? []).filter((row) => row.site === dialog.site && row.of === dialog.of)} onClose={() => { flushSync(() => setDialog(undefined)); focusList('qingming-lines') }} />}
    </>
  )
}
