import '../../burial/grounds/grounds.css'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { irregularClasses } from '../../../../domain/place-names/irregular/actions.ts'
import { focusList } from '../../../shared/acting.ts'
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
import { FindDialog } from './dialogs.tsx'
import { IrregularPanel, stateOf, tones } from './IrregularPanel.tsx'
import { words } from './words.ts'

type Row = Reply<'listIrregular'>['rows'][number]
const picks = ['open', 'overdue', 'settled', 'all'] as const
const is = (row: Row, pick: (typeof picks)[number]): boolean => pick === 'all' || (pick === 'open' ? row.settled === null : pick === 'settled' ? row.settled !== null : row.overdue)

const List = ({ rows }: { readonly rows: readonly Row[] }) => {
  const t = useWords(words)
  const say = useSay()
  const [params, put] = usePut()
  const which = picks.find((one) => one === params.get('show')) ?? 'open'
  const opened = rows.find(({ id }) => id === params.get('name'))
  const shown = rows.filter((row) => is(row, which))
  const columns = useMemo<readonly Column<Row>[]>(() => [
    { id: 'name', title: t('name'), width: 'minmax(110px, 1.4fr)', text: (row) => row.facts.name, render: (row) => <span className="row-name data">{row.facts.name}</span> },
    { id: 'where', title: t('where'), width: 'minmax(130px, 2fr)', text: (row) => row.facts.where, render: (row) => <span className="data">{row.facts.where}</span> },
    { id: 'class', title: t('class'), width: '130px', text: (row) => say(irregularClasses.find(({ code }) => code === row.facts.class) ?? { zh: '', en: '' }) },
    { id: 'standard', title: t('standard'), width: 'minmax(90px, 1fr)', text: (row) => row.facts.standard, render: (row) => <span className="data">{row.facts.standard}</span> },
    { id: 'foundOn', title: t('foundOn'), width: '92px', text: (row) => row.foundOn },
    { id: 'due', title: t('due'), width: '92px', text: (row) => row.due },
    { id: 'state', title: t('state'), width: '84px', text: (row) => t(`state_${stateOf(row)}`), render: (row) => <span className={`tag ${tones[stateOf(row)]}`}>{t(`state_${stateOf(row)}`)}</span> },
  ], [t, say])
  return (
    <>
      <div className="chips" role="group" aria-label={t('show')}>{picks.map((pick) => <button key={pick} type="button" className="chip" aria-pressed={which === pick} onClick={() => put({ show: pick === 'open' ? '' : pick })}>{t(pick)} <b>{number(rows.filter((row) => is(row, pick)).length)}</b></button>)}</div>
      <div id="irregular-list" className={opened === undefined ? 'ground-place' : 'ground-place open'}>
        <DataTable name={t('title')} columns={columns} rows={shown} rowKey={(row) => row.id} count={shown.length} exportName={t('file')} height="calc(100vh - 300px)" onOpen={(row) => put({ name: row.id })} empty={<EmptyState title={t('none')} hint={t('noneHint')} />} />
        {opened !== undefined && <IrregularPanel key={opened.id} row={opened} onClose={() => { put({ name: '' }); focusList('irregular-list') }} />}
      </div>
    </>
  )
}

/** 不规范地名: those found, what was asked of them, how they were settled. */
export default function IrregularPage() {
  const t = useWords(words)
  const { may } = useSession()
  const [, put] = usePut()
  const [finding, setFinding] = useState(false)
  const list = useRoute('listIrregular', { query: {} }, { keep: true })
  usePageKeys([{ key: 'F9', label: t('find'), run: () => setFinding(true), disabled: !may('ground.write') }], { when: !finding })
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('ground.write') && <Button type="primary" onClick={() => setFinding(true)}>{t('find')} <KeyCap name="F9" /></Button>}>
        <Loaded of={list}>{(data) => <List rows={data.rows} />}</Loaded>
        {finding && <FindDialog onClose={(id) => { setFinding(false); if (id !== undefined) put({ name: id, show: '' }) }} />}
      </Page>
    </>
  )
}
