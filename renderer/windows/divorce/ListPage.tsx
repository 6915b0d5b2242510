import type { DivorceLine } from '../../../api/schemas/divorce.ts'
import { divorceStates } from '../../../domain/divorce/actions.ts'
import { standingTitles } from '../../../domain/divorce/fold.ts'
import type { CaseSay } from '../../case/desk/context.tsx'
import { CaseList, usualColumns, usualFilters } from '../../case/list/CaseList.tsx'
import type { FilterPart } from '../../case/list/filters.ts'
import { usePreload } from '../../case/list/preload.ts'
import type { Column } from '../../shared/DataTable.tsx'
import { divorceSpec } from './spec.ts'

const tones: Readonly<Partial<Record<DivorceLine['standing'], string>>> = { delivered: 'good', refused: 'stop', voided: 'stop', notAccepted: 'stop', withdrawn: 'stop', lapsed: 'stop', coolingOff: 'answer', issuanceOpen: 'answer', issuing: 'answer', registered: 'answer', proofread: 'answer' }

export const divorceFilters: readonly FilterPart[] = [
  { name: 'standing', kind: 'pick', label: 'standing', options: Object.keys(standingTitles).map((standing) => [standing, `state.${standing}`] as const) },
  { name: 'acceptedFrom', kind: 'day', label: 'filterAcceptedFrom' },
  { name: 'acceptedTo', kind: 'day', label: 'filterAcceptedTo' },
  { name: 'from', kind: 'day', label: 'filterRegisteredFrom' },
  { name: 'to', kind: 'day', label: 'filterTo' },
  ...usualFilters,
  { name: 'state', kind: 'chip', label: 'filterStage', options: divorceStates.map((state) => [state, `state.${state}`] as const) },
  { name: 'marriage', kind: 'chip', label: 'filterMarriage' },
]

/** The certificate number, or the number of the receipt while there is none. */
export const numberOf = ({ number, receiptNumber }: Pick<DivorceLine, 'number' | 'receiptNumber'>): string => (number === '' ? receiptNumber : number)

const columns = (t: CaseSay): readonly Column<DivorceLine>[] => {
  const { number, names, numbers, day, registrar } = usualColumns<DivorceLine>(t)
  const say = t as (key: string) => string
  return [
    // Until there is a certificate, the receipt is what a party holds and names.
    { ...number, title: say('numberOrReceipt'), width: '150px', text: numberOf, render: (row) => <span className={row.number === '' ? 'mono quiet' : 'row-name mono'}>{numberOf(row) || '—'}</span> },
    names, numbers,
    { id: 'standing', title: say('standing'), width: '118px', text: (row) => t(`state.${row.standing}`), render: (row) => <span className={`tag ${tones[row.standing] ?? ''}`}>{t(`state.${row.standing}`)}</span> },
    { id: 'accepted', title: say('acceptedOn'), width: '88px', text: (row) => row.acceptedOn },
    { id: 'end1', title: say('listEnd1'), width: '104px', text: (row) => row.end1 },
    { id: 'end2', title: say('listEnd2'), width: '92px', text: (row) => row.end2 },
    day, registrar,
  ]
}

/** 离婚登记台账. */
export default function ListPage() {
  usePreload(() => import('./CasePage.tsx'))
  return <CaseList<DivorceLine> spec={divorceSpec} filters={divorceFilters} columns={columns} />
}
