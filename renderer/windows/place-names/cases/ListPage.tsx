import '../case/names.css'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { PlaceNameLine } from '../../../../api/schemas/place-names.ts'
import { placeNameLists } from '../../../../api/schemas/place-names.ts'
import { placeNameStates } from '../../../../domain/place-names/case/codes.ts'
import { placeKinds } from '../../../../domain/place-names/kinds.ts'
import { nameActs } from '../../../../domain/place-names/names/acts.ts'
import type { Text } from '../../../../domain/text.ts'
import type { CaseSay } from '../../../case/desk/context.tsx'
import { CaseList } from '../../../case/list/CaseList.tsx'
import type { FilterPart, LedgerFilter } from '../../../case/list/filters.ts'
import { ListChips } from '../../../case/list/ListChips.tsx'
import { usePreload } from '../../../case/list/preload.ts'
import type { Column } from '../../../shared/DataTable.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { placeNameSpec } from '../case/spec.ts'
import { words } from '../case/words.ts'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'

export const placeNameFilters: readonly FilterPart[] = [
  { name: 'text', kind: 'text', label: 'filterText' },
  { name: 'state', kind: 'pick', label: 'filterState', options: placeNameStates.map(({ code }) => [code, `state.${code}`] as const) },
  { name: 'act', kind: 'pick', label: 'filterAct', options: nameActs.map((act) => [act, `act.${act}`] as const) },
  { name: 'kind', kind: 'pick', label: 'filterPlaceKind', options: placeKinds.map((kind) => [kind, `kind.${kind}`] as const) },
  { name: 'source', kind: 'pick', label: 'filterSource', options: (['application', 'consultation'] as const).map((source) => [source, `source.${source}`] as const) },
  { name: 'from', kind: 'day', label: 'filterReceivedFrom' },
  { name: 'to', kind: 'day', label: 'filterReceivedTo' },
  { name: 'decidedFrom', kind: 'day', label: 'filterDecidedFrom' },
  { name: 'decidedTo', kind: 'day', label: 'filterDecidedTo' },
  { name: 'list', kind: 'chip', label: 'filterList', options: placeNameLists.map((list) => [list, `listName.${list}`] as const) },
  { name: 'cell', kind: 'chip', label: 'filterCell' },
]

const tones: Readonly<Partial<Record<PlaceNameLine['state'], string>>> = { approved: 'good', archived: 'good', refused: 'stop', notAccepted: 'stop', received: '', withdrawn: '' }

const columnsOf = (sayText: (text: Text) => string) => (t: CaseSay): readonly Column<PlaceNameLine>[] => {
  const say = t as (key: string, values?: Readonly<Record<string, string | number>>) => string
  const names = ({ names: list, count }: PlaceNameLine): string => (count > 1 ? say('namesColumn', { name: list[0] ?? '', n: count }) : (list[0] ?? '—'))
  const due = (row: PlaceNameLine): string => (row.due === null ? '' : `${sayText(row.due.title)} ${say(row.due.overdue ? 'overdueBy' : 'dueIn', { day: row.due.day, n: Math.abs(row.due.daysLeft) })}`)
  return [
    { id: 'names', title: say('names'), width: 'minmax(110px, 1.2fr)', text: (row) => row.names.join(' '), render: (row) => <span className="row-name">{names(row)}</span> },
    { id: 'acts', title: say('actOf'), width: '92px', text: (row) => row.acts.map((act) => say(`act.${act}`)).join(' ') },
    { id: 'kinds', title: say('placeKind'), width: '92px', text: (row) => row.kinds.map((kind) => say(`kind.${kind}`)).join(' ') },
    { id: 'applicant', title: say('applicantColumn'), width: 'minmax(96px, 1fr)', text: (row) => row.applicant },
    { id: 'state', title: t('state'), width: '92px', text: (row) => sayText(row.stateTitle), render: (row) => <span className={`tag ${tones[row.state] ?? 'answer'}`}>{sayText(row.stateTitle)}</span> },
    { id: 'received', title: say('receivedOn'), width: '88px', text: (row) => row.receivedOn },
    { id: 'document', title: say('documentColumn'), width: '150px', text: (row) => row.document, render: (row) => <span className="mono">{row.document}</span> },
    { id: 'decided', title: say('decidedColumn'), width: '88px', text: (row) => row.decidedOn },
    { id: 'due', title: say('dueColumn'), width: '236px', text: due, render: (row) => <span className={row.due?.overdue === true ? 'tag stop' : ''}>{due(row)}</span> },
  ]
}

/** What falls due, with how many cases there are. */
const Lists = ({ filter, put }: { readonly filter: LedgerFilter; readonly put: (change: LedgerFilter) => void }) => {
  const t = useWords(words)
  const counts = useRoute('placeNameListCounts', {}, { every: 60_000, keep: true })
  return <ListChips label={t('listLabel')} all={t('list.all')} lists={placeNameLists.map((list) => ({ list, title: t(`listName.${list}`) }))} counts={counts.data?.lists} filter={filter} put={put} />
}

const Consultation = () => {
  const t = useWords(words)
  const { may } = useSession()
  const [, navigate] = useLocation()
  return may('case.write') ? <Button onClick={() => navigate('/place-names/new?source=consultation')}>{t('startConsultation')}</Button> : null
}

/** 地名台账. */
export default function ListPage() {
  usePreload(() => import('../case/CasePage.tsx'))
  const sayText = useSay()
  const columns = useMemo(() => columnsOf(sayText), [sayText])
  return (
    <>
      <PlaceNameTabs />
      <CaseList<PlaceNameLine> spec={placeNameSpec} filters={placeNameFilters} columns={columns} acts={<Consultation />} above={(filter, put) => <Lists filter={filter} put={put} />} />
    </>
  )
}
