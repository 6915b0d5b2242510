import '../grounds/grounds.css'
import './policies.css'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { usePut } from '../../../shared/put.ts'
import { RewardsPart } from '../rewards/RewardsPart.tsx'
import { areasWords, datesWords } from './describe.ts'
import { dropDraft, keepDraft, newDraft, readDrafts, type DraftKind } from './drafts.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { DocumentNumber, Mark } from './PolicyView.tsx'
import { PricesPart } from './PricesPart.tsx'
import { words } from './words.ts'

type Line = Reply<'listPolicies'>['book'][number]

/** Whether a version is in force on a day, was ended before it, or begins later. */
export const stateOf = ({ to, inForce, from }: Pick<Line, 'to' | 'inForce' | 'from'>, today: string): 'inForce' | 'ended' | 'toCome' => (inForce ? 'inForce' : to !== '' && to !== 'unknown' && to < today ? 'ended' : from > today ? 'toCome' : 'ended')
const tones = { inForce: 'good', ended: '', toCome: 'information' } as const

/** Drafts of this machine, each to go on with or to drop. */
export const DraftList = ({ kind }: { readonly kind: DraftKind }) => {
  const t = useWords(words)
  const say = useSay()
  const [drafts, setDrafts] = useState(() => readDrafts().filter((draft) => draft.kind === kind))
  if (drafts.length === 0) return null
  return (
    <Section title={t('drafts')}>
      <ul className="plain-list">
        {drafts.map((draft) => (
          <li key={draft.key} className="row">
            <Link href={`/burial/policies/${kind === 'waiver' ? 'drafts' : 'reward-drafts'}/${draft.key}`}><b>{say(draft.policy.title) === '' ? draft.policy.id : say(draft.policy.title)}</b></Link> <span className="mono quiet">{draft.policy.id}</span> {draft.copiedFrom !== '' && <span className="quiet">{t('copiedFrom', { id: draft.copiedFrom })}</span>}
            <Button size="small" onClick={() => { dropDraft(draft.key); setDrafts(drafts.filter((one) => one.key !== draft.key)) }}>{t('draftDrop')}</Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const WaiversPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [, navigate] = useLocation()
  const listed = useRoute('listPolicies', {}, { keep: true })
  const state = (row: Line) => stateOf(row, office.today)
  const name: Column<Line> = { id: 'name', title: t('name'), width: 'minmax(200px, 3fr)', text: (row) => `${say(row.title)} ${row.id}`, render: (row) => <><span className="row-name">{say(row.title)}</span> <span className="mono quiet">{row.id}</span></> }
  const common: readonly Column<Line>[] = [
    { id: 'number', title: t('documentNumber'), width: 'minmax(120px, 1.4fr)', text: (row) => (row.documentNumber === '' ? t('noNumber') : row.documentNumber), render: (row) => <DocumentNumber number={row.documentNumber} /> },
    { id: 'dates', title: t('dates'), width: '190px', text: (row) => datesWords(row, t) },
    { id: 'verified', title: t('verifiedColumn'), width: '110px', text: (row) => t(row.verified ? 'verified' : 'notVerified'), render: (row) => <Mark verified={row.verified} /> },
  ]
  const examples: Column<Line> = { id: 'examples', title: t('examplesColumn'), width: '72px', align: 'end', text: (row) => String(row.examples) }
  const open = (row: Line) => navigate(`/burial/policies/${row.id}`)
  return (
    <>
      <DraftList kind="waiver" />
      <Loaded of={listed}>
        {(data) => (
          <>
            <Section title={t('book')}>
              <DataTable name={t('book')} filter={false} rows={data.book} rowKey={(row) => row.id} onOpen={open} height="32vh" empty={<EmptyState title={t('bookEmpty')} hint={t('bookEmptyHint')} />} columns={[
                { id: 'state', title: t('state'), width: '84px', text: (row) => t(`state.${state(row)}`), render: (row) => <span className={`tag ${tones[state(row)]}`}>{t(`state.${state(row)}`)}</span> },
                name, ...common,
                { id: 'adopted', title: t('adopted'), width: 'minmax(150px, 1.6fr)', text: (row) => t('adoptedBy', { on: row.adoptedOn, by: row.adoptedBy, second: row.second }), render: (row) => <span className="data">{t('adoptedBy', { on: row.adoptedOn, by: row.adoptedBy, second: row.second })}</span> }, examples,
              ]} />
            </Section>
            <Section title={t('library')}>
              <p className="quiet">{t('libraryLead')}</p>
              <DataTable name={t('library')} rows={data.library} rowKey={(row) => row.id} onOpen={open} height="48vh" columns={[name, ...common, { id: 'areas', title: t('areas'), width: 'minmax(100px, 1fr)', text: (row) => areasWords(row.areas), render: (row) => <span className="data">{areasWords(row.areas)}</span> }, { id: 'source', title: t('source'), width: 'minmax(140px, 2fr)', text: (row) => row.source, render: (row) => <span className="data">{row.source}</span> }, examples]} />
            </Section>
          </>
        )}
      </Loaded>
    </>
  )
}

/** 政策: waiver policies, rewards, and the price list. */
export default function PoliciesPage() {
  const t = useWords(words)
  const { office, may } = useSession()
  const [params] = usePut()
  const [, navigate] = useLocation()
  const [importing, setImporting] = useState(false)
  const part = (['rewards', 'prices'] as const).find((one) => one === params.get('part')) ?? 'waivers'
  const write = (): void => {
    const draft = newDraft(office.area, office.today)
    keepDraft(draft)
    navigate(`/burial/policies/drafts/${draft.key}`)
  }
  return (
    <>
      <BurialTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('policy.write') && part !== 'prices' && <><Button onClick={() => setImporting(true)}>{t('importPolicy')}</Button>{part === 'waivers' && <Button type="primary" onClick={write}>{t('newPolicy')}</Button>}</>}>
        <nav className="tabs" aria-label={t('parts')}>
          {(['waivers', 'rewards', 'prices'] as const).map((one) => <Link key={one} href={one === 'waivers' ? '/burial/policies' : `/burial/policies?part=${one}`} {...(one === part && { 'aria-current': 'page' as const })}>{t(`part.${one}`)}</Link>)}
        </nav>
        {part === 'waivers' ? <WaiversPart /> : part === 'rewards' ? <RewardsPart /> : <PricesPart />}
        {importing && <ImportDialog onClose={() => setImporting(false)} />}
      </Page>
    </>
  )
}
