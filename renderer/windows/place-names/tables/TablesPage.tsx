import './tables.css'
import { Button } from 'antd'
import { useState } from 'react'
import { openChange, readOpen } from '../../../pages/statistics/counted/address.ts'
import { CountedTable } from '../../../pages/statistics/counted/CountedTable.tsx'
import { TablesFrame } from '../../../pages/statistics/counted/TablesFrame.tsx'
import { words as shared } from '../../../pages/statistics/counted/words.ts'
import { readPeriod } from '../../../pages/statistics/period.ts'
import { call } from '../../../shared/client.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel, Loaded, Page } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { usePut } from '../../../shared/put.ts'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { saveFile } from '../../../shared/shell.ts'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { groupOfTable, tableGroups } from './groups.ts'
import { LinesDialog } from './LinesDialog.tsx'
import { RatesPart } from './RatesPart.tsx'
import { words } from './words.ts'

/** 统计: every table on place names over a period with its identities, the lines behind each number, and on-time rates. */
export default function TablesPage() {
  const t = useWords(words)
  const s = useWords(shared)
  const say = useSay()
  const { office } = useSession()
  const [params, put] = usePut()
  const [printing, setPrinting] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const period = readPeriod(params, office.today)
  const list = useRoute('listPlaceNameTables', {}, { fresh: 600_000 })
  const asked = params.get('table') ?? 'month'
  const rates = asked === 'rates'
  const table = useRoute('getPlaceNameTable', { params: { table: asked }, query: { ...period } }, { enabled: !rates, keep: true })
  const open = readOpen(params)
  const csv = (): void => {
    setFailure(null)
    call('exportPlaceNameTable', { params: { table: asked }, query: { ...period } }).then((file) => saveFile(file, `${table.data === undefined ? asked : say(table.data.title)}-${period.from}-${period.to}.csv`), setFailure)
  }
  const print = (): void => setPrinting(rates ? 'month' : asked)
  const all = list.data?.tables.map(({ id }) => id).join(',') ?? ''
  usePageKeys([{ key: 'F8', label: s('print'), run: print }])
  const groups = [
    ...tableGroups.map((group) => ({ title: t(`group.${group}`), entries: (list.data?.tables ?? []).filter(({ id }) => groupOfTable(id) === group).map(({ id, title }) => ({ id, title: say(title) })) })),
    { title: t('group.check'), entries: [{ id: 'rates', title: t('rates') }] },
  ]
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={<>
        {!rates && <Button onClick={csv}>{s('csv')}</Button>}
        <Button disabled={all === ''} onClick={() => setPrinting(all)}>{t('printAll')}</Button>
        <Button type="primary" onClick={print}>{s('print')} <KeyCap name="F8" /></Button>
      </>}>
        <TablesFrame path="/place-names/tables" asked={asked} period={period} groups={groups} onPeriod={({ from, to }) => put({ from, to })} before={<FailurePanel failure={failure} onRetry={csv} />}>
          {rates ? <RatesPart period={period} /> : <Loaded of={table}>{(data) => <CountedTable table={data} checksUnfolded onOpen={(next) => put(openChange(next))} />}</Loaded>}
        </TablesFrame>
        {open !== undefined && <LinesDialog open={open} onClose={() => put(openChange(undefined))} />}
        {printing !== undefined && <PaperDialog route="printPlaceNameTables" args={{ query: { ...period, tables: printing } }} title={t('printTitle', { from: period.from, to: period.to })} name={`${t('title')}-${period.from}-${period.to}.pdf`} onClose={() => setPrinting(undefined)} />}
      </Page>
    </>
  )
}
