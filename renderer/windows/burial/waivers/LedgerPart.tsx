import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { statisticalClasses } from '../../../../domain/waiver/codes.ts'
import { tenThousands, yuan } from '../../../../domain/waiver/money.ts'
import { readPeriod } from '../../../pages/statistics/period.ts'
import { PeriodChoice } from '../../../pages/statistics/PeriodChoice.tsx'
import { Choices } from '../../../frame/Choices.tsx'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, FailurePanel } from '../../../shared/Page.tsx'
import { usePages, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { burialCellTitle } from '../cases/cellTitle.ts'
import { usePut } from '../../../shared/put.ts'
import { words } from './words.ts'

type Waivers = Reply<'listWaivers'>
type Row = Waivers['rows'][number]
const modes = ['all', 'till', 'claim'] as const

/** Settlements and reversals of a period, signed; the filters stand in the address. */
export const LedgerPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [params, put] = usePut()
  const [, navigate] = useLocation()
  const period = readPeriod(params, office.today)
  const mode = modes.find((one) => one === params.get('mode')) ?? 'all'
  const cell = params.get('cell') ?? ''
  const pages = usePages('listWaivers', { from: period.from, to: period.to, limit: 100, ...(mode === 'all' ? {} : { mode }), ...(cell === '' ? {} : { cell }) }, 'after')
  const policies = useRoute('listPolicies', {}, { fresh: 60_000 })
  const titles = useMemo(() => new Map([...(policies.data?.library ?? []), ...(policies.data?.book ?? [])].map((line) => [line.id, line.title])), [policies.data])
  const titleOf = (id: string): string => {
    const title = titles.get(id)
    return title === undefined ? id : say(title)
  }
  const classTitle = (code: string): string => {
    const found = statisticalClasses.find((one) => one.code === code)
    return found === undefined ? code : say(found)
  }
  const found = pages.data?.pages as unknown as readonly Waivers[] | undefined
  const rows = found?.flatMap((page) => page.rows) ?? []
  const first = found?.[0]
  const money = (sign: 1 | -1, fen: number): string => (sign < 0 && fen !== 0 ? `−${yuan(Math.abs(fen))}` : yuan(fen))
  const columns: readonly Column<Row>[] = [
    { id: 'day', title: t('day'), width: '92px', text: (row) => row.day },
    { id: 'number', title: t('number'), width: '176px', text: (row) => row.number, render: (row) => <span className="mono row-name">{row.number}</span> },
    { id: 'name', title: t('name'), width: '62px', text: (row) => row.name, render: (row) => <span className="data">{row.name}</span> },
    { id: 'sign', title: t('sign'), width: '150px', text: (row) => `${t(row.sign < 0 ? 'reversed' : 'settled')} ${t(`mode.${row.mode}`)} ${row.late ? t('late') : ''}`, render: (row) => <><span className={`tag ${row.sign < 0 ? 'stop' : 'good'}`}>{t(row.sign < 0 ? 'reversed' : 'settled')}</span> {t(`mode.${row.mode}`)} {row.late && <span className="tag answer">{t('late')}</span>}</> },
    { id: 'policies', title: t('policies'), width: 'minmax(110px, 2fr)', text: (row) => row.policies.map(titleOf).join('、') },
    { id: 'classes', title: t('classes'), width: 'minmax(76px, 1fr)', text: (row) => row.classes.map(classTitle).join('、') },
    ...(['actual', 'waived', 'selfPaid'] as const).map((id): Column<Row> => ({ id, title: t(id), width: '86px', align: 'end', text: (row) => money(row.sign, row[`${id}Fen`]), render: (row) => <span className={row.sign < 0 ? 'minus' : ''}>{money(row.sign, row[`${id}Fen`])}</span> })),
  ]
  return (
    <>
      <div className="row">
        <PeriodChoice period={period} onChange={(next) => put({ from: next.from, to: next.to })} />
        <Choices label={t('mode')} value={mode} options={modes.map((value) => ({ value, title: t(`mode.${value}`) }))} onChange={(value) => put({ mode: value === 'all' ? '' : value })} />
        {cell !== '' && <button type="button" className="chip" aria-pressed="true" aria-label={t('dropCell')} onClick={() => put({ cell: '' })}>{t('cell', { what: say(burialCellTitle(cell)) })} ×</button>}
      </div>
      {first !== undefined && <p className="waiver-sum"><span className="quiet">{t('sum')}</span> <b>{t('sumMoney', { tenThousands: tenThousands(first.waivedFen), yuan: yuan(first.waivedFen) })}</b> <span className="quiet">{t('rowCount', { n: number(first.count) })}</span></p>}
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <DataTable
        name={t('list')} columns={columns} rows={rows} rowKey={(row) => `${row.number} ${String(row.sign)}`} count={first?.count} exportName={`${t('list')}-${period.from}-${period.to}`}
        hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} onOpen={(row) => navigate(`/burial/${row.caseId}`)} empty={<EmptyState title={t('none')} hint={t('noneHint')} />} height="calc(100vh - 400px)"
      />
    </>
  )
}
