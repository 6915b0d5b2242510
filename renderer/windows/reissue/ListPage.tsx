import type { ReissueLine } from '../../../api/schemas/reissue.ts'
import { reissueStates } from '../../../domain/reissue/actions.ts'
import { certificateKinds } from '../../../domain/reissue/file.ts'
import type { CaseSay } from '../../case/desk/context.tsx'
import { CaseList, usualColumns, usualFilters } from '../../case/list/CaseList.tsx'
import type { FilterPart } from '../../case/list/filters.ts'
import { usePreload } from '../../case/list/preload.ts'
import type { Column } from '../../shared/DataTable.tsx'
import { reissueSpec } from './spec.ts'

const tones: Readonly<Partial<Record<ReissueLine['state'], string>>> = { delivered: 'good', refused: 'stop', voided: 'stop', registered: 'answer', proofread: 'answer' }

export const reissueFilters: readonly FilterPart[] = [
  { name: 'state', kind: 'pick', label: 'filterState', options: reissueStates.map((state) => [state, `state.${state}`] as const) },
  { name: 'certificate', kind: 'pick', label: 'certificateKind', options: certificateKinds.map((kind) => [kind, `certificate.${kind}`] as const) },
  { name: 'from', kind: 'day', label: 'filterFrom' },
  { name: 'to', kind: 'day', label: 'filterTo' },
  ...usualFilters,
  { name: 'original', kind: 'chip', label: 'filterOriginal' },
]

const columns = (t: CaseSay): readonly Column<ReissueLine>[] => {
  const { number, names, day, registrar, counter } = usualColumns<ReissueLine>(t)
  const say = t as (key: string) => string
  return [
    number, names,
    { id: 'certificate', title: say('certificateKind'), width: '76px', text: (row) => say(`certificate.${row.certificate}`) },
    { id: 'applicant', title: say('applicant'), width: '92px', text: (row) => say(`applicant.${row.applicant}`), render: (row) => <>{say(`applicant.${row.applicant}`)}{row.proxied && <> · {say('byProxy')}</>}</> },
    { id: 'reason', title: say('reasonOf'), width: '88px', text: (row) => (row.reason === '' ? '' : say(`reason.${row.reason}`)) },
    { id: 'original', title: say('originalNumber'), width: '172px', text: (row) => row.originalNumber, render: (row) => <span className="mono quiet">{row.originalNumber}</span> },
    { id: 'originalDay', title: say('original.day'), width: '96px', text: (row) => row.originalDay },
    { id: 'state', title: t('state'), width: '92px', text: (row) => t(`state.${row.state}`), render: (row) => <span className={`tag ${tones[row.state] ?? ''}`}>{t(`state.${row.state}`)}</span> },
    day, registrar, counter,
  ]
}

/** 补领婚姻登记证台账. */
export default function ListPage() {
  usePreload(() => import('./CasePage.tsx'))
  return <CaseList<ReissueLine> spec={reissueSpec} filters={reissueFilters} columns={columns} />
}
