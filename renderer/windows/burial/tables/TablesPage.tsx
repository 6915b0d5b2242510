import '../grounds/grounds.css'
import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { openChange, readOpen } from '../../../pages/statistics/counted/address.ts'
import { CountedTable, hasFigures } from '../../../pages/statistics/counted/CountedTable.tsx'
import { TablesFrame } from '../../../pages/statistics/counted/TablesFrame.tsx'
import { words as shared } from '../../../pages/statistics/counted/words.ts'
import { kindOf, readPeriod, shiftPeriod } from '../../../pages/statistics/period.ts'
import { call } from '../../../shared/client.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel, Loaded, Page } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { usePut } from '../../../shared/put.ts'
import { useRoute } from '../../../shared/query.ts'
import { saveFile } from '../../../shared/shell.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { groupOfTable, tableGroups } from './groups.ts'
import { LinesDialog } from './LinesDialog.tsx'
import { MonthsPart } from './MonthsPart.tsx'
import { openMonths } from './months.ts'
import { RatesPart } from './RatesPart.tsx'
import { words } from './words.ts'

const own = ['rates', 'closing'] as const

/** 报表: every table of a period with its identities, the lines behind each number, rates, and the closing of months. */
export default function TablesPage() {
  const t = useWords(words)
  const s = useWords(shared)
  const say = useSay()
  const { office } = useSession()
  const [params, put] = usePut()
  const [printing, setPrinting] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const period = readPeriod(params, office.today)
  const list = useRoute('listBurialTables', {}, { fresh: 600_000 })
  const year = Number(office.today.slice(0, 4))
  const months = useRoute('listBurialMonths', { query: { year } })
  // In January the months of the year before still wait.
  const monthsBefore = useRoute('listBurialMonths', { query: { year: year - 1 } })
  const asked = params.get('table') ?? 'month'
  const part = own.find((one) => one === asked)
  const table = useRoute('getBurialTable', { params: { table: asked }, query: { ...period } }, { enabled: part === undefined, keep: true })
  const figures = table.data?.id === asked && hasFigures(table.data)
  const earlier = useMemo(() => shiftPeriod(kindOf(period), period, -1), [period.from, period.to]) // eslint-disable-line react-hooks/exhaustive-deps
  const before = useRoute('getBurialTable', { params: { table: asked }, query: { ...earlier } }, { enabled: part === undefined && figures, keep: true })
  const open = readOpen(params)
  const waiting = openMonths([...(monthsBefore.data?.months ?? []), ...(months.data?.months ?? [])], office.today)
  const csv = (): void => {
    setFailure(null)
    call('exportBurialTable', { params: { table: asked }, query: { ...period } }).then((file) => saveFile(file, `${table.data === undefined ? asked : say(table.data.title)}-${period.from}-${period.to}.csv`), setFailure)
  }
  const print = (): void => setPrinting(part === undefined ? asked : 'month')
  const all = list.data?.tables.map(({ id }) => id).join(',') ?? ''
  usePageKeys([{ key: 'F8', label: s('print'), run: print }])
  const groups = [
    ...tableGroups.map((group) => ({ title: t(`group.${group}`), entries: (list.data?.tables ?? []).filter(({ id }) => groupOfTable(id) === group).map(({ id, title }) => ({ id, title: say(title) })) })),
    { title: t('group.close'), entries: own.map((id) => ({ id, title: t(id), mark: id === 'closing' && waiting.length > 0 && <span className="tag answer">{waiting.length}</span> })) },
  ]
  return (
    <>
      <BurialTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={<>
        {part === undefined && <Button onClick={csv}>{s('csv')}</Button>}
        <Button disabled={all === ''} onClick={() => setPrinting(all)}>{t('printAll')}</Button>
        <Button type="primary" onClick={print}>{s('print')} <KeyCap name="F8" /></Button>
      </>}>
        {waiting.length > 0 && part !== 'closing' && <Alert type="warning" showIcon title={t('reminder', { n: waiting.length, months: waiting.join(' · ') })} action={<Link href={`/burial/tables?${new URLSearchParams({ ...period, table: 'closing' }).toString()}`}>{t('toClosing')}</Link>} />}
        <TablesFrame path="/burial/tables" asked={asked} period={period} groups={groups} onPeriod={({ from, to }) => put({ from, to })} before={<FailurePanel failure={failure} onRetry={csv} />}>
          {part === 'rates' ? <RatesPart period={period} /> : part === 'closing' ? <MonthsPart onDone={() => { void months.refetch(); void monthsBefore.refetch() }} /> : (
            <Loaded of={table}>{(data) => <CountedTable table={data} {...(hasFigures(data) && { beside: { title: t('before'), table: figures ? before.data : undefined } })} onOpen={(next) => put(openChange(next))} />}</Loaded>
          )}
        </TablesFrame>
        {open !== undefined && <LinesDialog open={open} onClose={() => put(openChange(undefined))} />}
        {printing !== undefined && <PaperDialog route="printBurialTables" args={{ query: { ...period, tables: printing } }} title={t('printTitle', { from: period.from, to: period.to })} name={`${t('title')}-${period.from}-${period.to}.pdf`} onClose={() => setPrinting(undefined)} />}
      </Page>
    </>
  )
}
