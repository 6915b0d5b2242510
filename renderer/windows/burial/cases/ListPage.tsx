import '../case/burial.css'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { Button } from 'antd'
import type { BurialLine } from '../../../../api/schemas/burial.ts'
import { burialLists } from '../../../../api/schemas/burial.ts'
import { burialStates } from '../../../../domain/burial/actions.ts'
import { caseKindCodes } from '../../../../domain/burial/codes.ts'
import type { Text } from '../../../../domain/text.ts'
import type { CaseSay } from '../../../case/desk/context.tsx'
import { CaseList } from '../../../case/list/CaseList.tsx'
import type { FilterPart, LedgerFilter } from '../../../case/list/filters.ts'
import { ListChips } from '../../../case/list/ListChips.tsx'
import { usePreload } from '../../../case/list/preload.ts'
import type { Column } from '../../../shared/DataTable.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { writeFen } from '../../../shared/MoneyField.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { burialSpec } from '../case/spec.ts'
import { words } from '../case/words.ts'

export const burialFilters: readonly FilterPart[] = [
  { name: 'state', kind: 'pick', label: 'filterState', options: burialStates.map((state) => [state, `state.${state}`] as const) },
  { name: 'kind', kind: 'pick', label: 'caseKind', options: caseKindCodes.map((kind) => [kind, `kind.${kind}`] as const) },
  { name: 'from', kind: 'day', label: 'filterFrom' },
  { name: 'to', kind: 'day', label: 'filterTo' },
  { name: 'crematedFrom', kind: 'day', label: 'filterCrematedFrom' },
  { name: 'crematedTo', kind: 'day', label: 'filterCrematedTo' },
  { name: 'counter', kind: 'counter', label: 'filterCounter' },
  { name: 'list', kind: 'chip', label: 'filterList', options: burialLists.map((list) => [list, `listName.${list}`] as const) },
  { name: 'cell', kind: 'chip', label: 'filterCell', cellTitle: async (cell) => (await import('./cellTitle.ts')).burialCellTitle(cell) },
]

const tones: Readonly<Partial<Record<BurialLine['state'], string>>> = { placed: 'good', ashesReleased: 'good', transportedOut: 'good', bodyBuried: 'good', donated: 'good', voided: 'stop', cremated: 'answer', ashesDeposited: 'answer', stored: 'answer', received: 'answer' }

const columnsOf = (sayText: (text: Text) => string) => (t: CaseSay): readonly Column<BurialLine>[] => {
  const say = t as (key: string) => string
  return [
    { id: 'name', title: say('name'), width: '72px', text: (row) => row.name, render: (row) => <span className="row-name">{row.name === '' ? '—' : row.name}</span> },
    { id: 'identity', title: t('field.identityNumber'), width: '140px', text: (row) => row.identityNumber, render: (row) => <span className="mono quiet">{row.identityNumber}</span> },
    { id: 'state', title: t('state'), width: '116px', text: (row) => `${say(`state.${row.state}`)} ${row.onHold ? say('onHold') : ''}`, render: (row) => <><span className={`tag ${tones[row.state] ?? ''}`}>{say(`state.${row.state}`)}</span>{row.onHold && <> <span className="tag stop">{say('onHold')}</span></>}</> },
    { id: 'death', title: say('death'), width: '88px', text: (row) => row.death },
    { id: 'arrived', title: say('arrivedColumn'), width: '88px', text: (row) => row.arrivedAt.slice(0, 10) },
    { id: 'cremated', title: say('crematedColumn'), width: '88px', text: (row) => row.cremated },
    { id: 'number', title: say('numberColumn'), width: '160px', text: (row) => row.number, render: (row) => <span className="mono">{row.number === '' ? '—' : row.number}</span> },
    { id: 'resting', title: say('resting'), width: 'minmax(72px, 1fr)', text: (row) => (row.unclaimed === undefined ? row.resting : `${say('unclaimedDays').replace('{n}', String(row.unclaimed.days))} ${sayText(row.unclaimed.group)} ${sayText(row.unclaimed.band)}`) },
    { id: 'until', title: say('until'), width: '84px', text: (row) => `${row.until} ${row.overdue ? say('overdue') : ''}`, render: (row) => <span className={row.overdue ? 'tag stop' : ''}>{row.until}</span> },
    { id: 'waived', title: say('waived'), width: '80px', align: 'end', text: (row) => (row.waivedFen === 0 ? '' : writeFen(row.waivedFen)) },
  ]
}

/** What somebody waits for, with how many cases there are. */
const Lists = ({ filter, put }: { readonly filter: LedgerFilter; readonly put: (change: LedgerFilter) => void }) => {
  const t = useWords(words)
  const counts = useRoute('burialListCounts', {}, { every: 60_000, keep: true })
  const late = ['storageOverdue', 'onHold', 'unclaimed', 'certificateMissing']
  return <ListChips label={t('listLabel')} all={t('list.all')} lists={burialLists.map((list) => ({ list, title: t(`listName.${list}`), late: late.includes(list) }))} counts={counts.data?.lists} filter={filter} put={put} />
}

const Claim = () => {
  const t = useWords(words)
  const { may } = useSession()
  const [, navigate] = useLocation()
  return may('case.write') ? <Button onClick={() => navigate('/burial/claim')}>{t('startClaim')}</Button> : null
}

/** 殡葬台账. */
export default function ListPage() {
  usePreload(() => import('../case/CasePage.tsx'))
  const sayText = useSay()
  const columns = useMemo(() => columnsOf(sayText), [sayText])
  return (
    <>
      <BurialTabs />
      <CaseList<BurialLine> spec={burialSpec} filters={burialFilters} columns={columns} acts={<Claim />} above={(filter, put) => <Lists filter={filter} put={put} />} />
    </>
  )
}
