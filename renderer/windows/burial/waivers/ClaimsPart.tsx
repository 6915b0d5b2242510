import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ClaimTerms, WaiverPolicy } from '../../../../domain/waiver/policy.ts'
import { call, type Reply } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, Section, Waiting as Pending } from '../../../shared/Page.tsx'
import { usePages, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { timeLeft } from './timeLeft.ts'
import { words } from './words.ts'

/** The policies of the office that have claims. */
const useClaimPolicies = (): readonly WaiverPolicy[] | undefined => {
  const listed = useRoute('listPolicies', {}, { fresh: 60_000 })
  const ids = listed.data?.book.filter((line) => line.inForce).map(({ id }) => id) ?? []
  const read = useQueries({ queries: ids.map((policy) => ({ queryKey: ['getPolicy', { params: { policy } }], queryFn: () => call('getPolicy', { params: { policy } }), staleTime: 60_000 })) })
  if (listed.data === undefined || read.some((one) => one.data === undefined)) return undefined
  return read.flatMap((one) => (one.data?.policy.modes.includes('claim') === true ? [one.data.policy] : []))
}

const useTerm = (): ((deadline: NonNullable<ClaimTerms['deadline']>) => string) => {
  const t = useWords(words)
  return (deadline) => t(`unit.${deadline.unit}`, { n: deadline.count })
}

type Burials = Reply<'listBurials'>

/** Cases cremated elsewhere for which nothing was waived yet, with the days that are left. */
const Waiting = ({ policies }: { readonly policies: readonly WaiverPolicy[] }) => {
  const t = useWords(words)
  const say = useSay()
  const term = useTerm()
  const { office } = useSession()
  const pages = usePages('listBurials', { state: 'crematedElsewhere', limit: 100 }, 'after')
  const rows = ((pages.data?.pages as unknown as readonly Burials[] | undefined)?.flatMap((page) => page.rows) ?? []).filter((row) => row.waivedFen === 0)
  const mark = (policy: WaiverPolicy, row: Burials['rows'][number]) => {
    const left = timeLeft(policy, { death: row.death, cremation: row.cremated, invoice: '' }, office.today)
    const title = say(policy.title)
    if (left.kind === 'unlimited') return <span className="quiet">{t('noDeadline', { title })}</span>
    if (left.kind === 'missing') return <span>{t('fromDay', { title, from: t(`from.${left.from}`), n: policy.claim?.deadline === null || policy.claim?.deadline === undefined ? '' : term(policy.claim.deadline) })}</span>
    return left.days < 0 ? <span className="finding-note stop">{t('daysOver', { title, until: left.until })}</span> : <span className={left.days <= 14 ? 'finding-note answer' : ''}>{t('daysLeft', { title, until: left.until, n: left.days })}</span>
  }
  if (pages.data === undefined) return null
  if (rows.length === 0) return <EmptyState title={t('noWaiting')} />
  return (
    <div className="table-frame"><table className="plain-table">
      <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('death')}</th><th scope="col">{t('cremated')}</th><th scope="col">{t('deadlines')}</th></tr></thead>
      <tbody>{rows.map((row) => <tr key={row.id}><th scope="row"><Link href={`/burial/${row.id}`}>{row.name === '' ? t('open') : row.name}</Link></th><td>{row.death}</td><td>{row.cremated}</td><td><div className="claim-marks">{policies.map((policy) => <div key={policy.id}>{mark(policy, row)}</div>)}</div></td></tr>)}</tbody>
    </table></div>
  )
}

/** The days that a family brings, and until when each policy lets them claim. */
const Reckoner = ({ policies }: { readonly policies: readonly WaiverPolicy[] }) => {
  const t = useWords(words)
  const say = useSay()
  const term = useTerm()
  const { office } = useSession()
  const [days, setDays] = useState({ death: '', cremation: '', invoice: '' })
  const asks = { invoice: t('askInvoice'), cremation: t('askCremation'), death: t('askDeath') } as const
  return (
    <>
      <Fields>
        <Field path="invoice" span={4} label={t('invoice')}><DayField value={days.invoice} onChange={(invoice) => setDays((now) => ({ ...now, invoice }))} /></Field>
        <Field path="cremation" span={4} label={t('cremated')}><DayField value={days.cremation} onChange={(cremation) => setDays((now) => ({ ...now, cremation }))} /></Field>
        <Field path="death" span={4} label={t('death')}><DayField value={days.death} onChange={(death) => setDays((now) => ({ ...now, death }))} /></Field>
      </Fields>
      <div className="table-frame"><table className="plain-table">
        <thead><tr><th scope="col">{t('policy')}</th><th scope="col">{t('term')}</th><th scope="col">{t('last')}</th><th scope="col">{t('left')}</th><th scope="col">{t('where')}</th><th scope="col">{t('papers')}</th></tr></thead>
        <tbody>{policies.map((policy) => {
          const left = timeLeft(policy, days, office.today)
          const deadline = policy.claim?.deadline ?? null
          return (
            <tr key={policy.id}>
              <th scope="row"><Link href={`/burial/policies/${policy.id}`}>{say(policy.title)}</Link></th>
              <td>{deadline === null ? t('unlimited') : `${t(`from.${deadline.from}`)} ${term(deadline)}`}</td>
              <td>{left.kind === 'left' ? left.until : '—'}</td>
              <td>{left.kind === 'left' ? <span className={`tag ${left.days < 0 ? 'stop' : left.days <= 14 ? 'answer' : 'good'}`}>{left.days < 0 ? t('over') : t('days', { n: left.days })}</span> : left.kind === 'missing' ? <span className="quiet">{asks[left.from]}</span> : ''}</td>
              <td>{policy.claim === null ? '' : say(policy.claim.where)}</td>
              <td>{policy.claim === null ? '' : say(policy.claim.papers)}</td>
            </tr>
          )
        })}</tbody>
      </table></div>
    </>
  )
}

/** 申领: who may still claim, and until when. */
export const ClaimsPart = () => {
  const t = useWords(words)
  const policies = useClaimPolicies()
  if (policies === undefined) return <Pending />
  if (policies.length === 0) return <EmptyState title={t('noClaimPolicies')} act={<Link href="/burial/policies">{t('toPolicies')}</Link>} />
  return (
    <>
      <Section title={t('waiting')}><p className="quiet">{t('waitingLead')}</p><Waiting policies={policies} /></Section>
      <Section title={t('reckon')}><p className="quiet">{t('reckonLead')}</p><Reckoner policies={policies} /></Section>
    </>
  )
}
