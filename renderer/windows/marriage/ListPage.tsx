import type { MarriageLine } from '../../../api/schemas/marriage.ts'
import { endingKinds } from '../../../domain/marriage/ending-kinds.ts'
import { marriageStates } from '../../../domain/marriage/actions.ts'
import { marriageKinds } from '../../../domain/marriage/file.ts'
import type { CaseSay } from '../../case/desk/context.tsx'
import { CaseList, usualColumns, usualFilters } from '../../case/list/CaseList.tsx'
import type { FilterPart } from '../../case/list/filters.ts'
import { usePreload } from '../../case/list/preload.ts'
import type { Column } from '../../shared/DataTable.tsx'
import { marriageSpec } from './spec.ts'

const tones: Readonly<Partial<Record<MarriageLine['state'], string>>> = { delivered: 'good', refused: 'stop', voided: 'stop', registered: 'answer', proofread: 'answer' }

export const marriageFilters: readonly FilterPart[] = [
  { name: 'state', kind: 'pick', label: 'filterState', options: marriageStates.map((state) => [state, `state.${state}`] as const) },
  { name: 'kind', kind: 'pick', label: 'filterKind', options: marriageKinds.map((kind) => [kind, `kind.${kind}`] as const) },
  { name: 'ending', kind: 'pick', label: 'filterEnding', options: endingKinds.map((kind) => [kind, `state.${kind}`] as const) },
  { name: 'from', kind: 'day', label: 'filterFrom' },
  { name: 'to', kind: 'day', label: 'filterTo' },
  ...usualFilters,
]

const columns = (t: CaseSay): readonly Column<MarriageLine>[] => {
  const { number, names, numbers, day, opened, registrar, counter } = usualColumns<MarriageLine>(t)
  return [
    number, names, numbers,
    { id: 'kind', title: t('filterKind'), width: '88px', text: (row) => t(`kind.${row.kind}`) },
    { id: 'state', title: t('state'), width: '92px', text: (row) => t(`state.${row.ending === '' ? row.state : row.ending}`), render: (row) => (row.ending === '' ? <span className={`tag ${tones[row.state] ?? ''}`}>{t(`state.${row.state}`)}</span> : <span className="tag stop">{t(`state.${row.ending}`)}</span>) },
    day, opened, registrar, counter,
  ]
}

/** 结婚登记台账. */
export default function ListPage() {
  // The next thing from here is a case: its page is fetched while nobody waits for it.
  usePreload(() => import('./CasePage.tsx'))
  return <CaseList<MarriageLine> spec={marriageSpec} filters={marriageFilters} columns={columns} />
}
