import { Button } from 'antd'
import { useLocation } from 'wouter'
import type { RewardPolicy } from '../../../../domain/burial/rewards.ts'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, Loaded, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { datesWords } from '../policies/describe.ts'
import { keepDraft, newRewardDraft } from '../policies/drafts.ts'
import { DraftList, stateOf } from '../policies/PoliciesPage.tsx'
import { DocumentNumber, Mark } from '../policies/PolicyView.tsx'
import { useSpeech } from '../policies/LayerForm.tsx'
import { amountWords, payeeWords, waysWords } from './view.ts'
import { words } from './words.ts'

type Adopted = Reply<'listRewardPolicies'>['book'][number]
const tones = { inForce: 'good', ended: '', toCome: 'information' } as const

/** 奖补: the office's policies and the library. */
export const RewardsPart = () => {
  const t = useWords(words)
  const say = useSay()
  const speech = useSpeech()
  const { office, may } = useSession()
  const [, navigate] = useLocation()
  const listed = useRoute('listRewardPolicies', {}, { keep: true })
  const open = (id: string) => navigate(`/burial/policies/rewards/${id}`)
  const write = (): void => {
    const draft = newRewardDraft(office.area, office.today)
    keepDraft(draft)
    navigate(`/burial/policies/reward-drafts/${draft.key}`)
  }
  const amounts = (policy: RewardPolicy): string => policy.rows.map((row) => `${waysWords(row, speech)} ${amountWords(row, t)}`).join('; ')
  const columns = <Row,>(of: (row: Row) => RewardPolicy): readonly Column<Row>[] => [
    { id: 'name', title: t('name'), width: 'minmax(170px, 2fr)', text: (row) => `${say(of(row).title)} ${of(row).id}`, render: (row) => <><span className="row-name">{say(of(row).title)}</span> <span className="mono quiet">{of(row).id}</span></> },
    { id: 'number', title: speech.t('documentNumber'), width: 'minmax(110px, 1fr)', text: (row) => of(row).documentNumber, render: (row) => <DocumentNumber number={of(row).documentNumber} /> },
    { id: 'dates', title: speech.t('dates'), width: '180px', text: (row) => datesWords(of(row), speech.t) },
    { id: 'verified', title: speech.t('verifiedColumn'), width: '104px', text: (row) => (of(row).verified ? '✓' : ''), render: (row) => <Mark verified={of(row).verified} /> },
    { id: 'amounts', title: t('amounts'), width: 'minmax(200px, 3fr)', text: (row) => amounts(of(row)) },
    { id: 'payee', title: t('payee'), width: '110px', text: (row) => payeeWords(of(row), t) },
  ]
  return (
    <>
      <DraftList kind="reward" />
      <Loaded of={listed}>
        {(data) => (
          <>
            <Section title={t('book')} acts={may('policy.write') && <Button type="primary" onClick={write}>{t('newPolicy')}</Button>}>
              <DataTable name={t('book')} filter={false} height="30vh" rows={data.book} rowKey={(row) => row.policy.id} onOpen={(row) => open(row.policy.id)} empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />} columns={[
                { id: 'state', title: t('state'), width: '84px', text: (row: Adopted) => speech.t(`state.${stateOf({ ...row.policy, inForce: row.inForce }, office.today)}`), render: (row: Adopted) => { const state = stateOf({ ...row.policy, inForce: row.inForce }, office.today); return <span className={`tag ${tones[state]}`}>{speech.t(`state.${state}`)}</span> } },
                ...columns((row: Adopted) => row.policy),
                { id: 'adopted', title: t('adopted'), width: 'minmax(140px, 1fr)', text: (row: Adopted) => speech.t('adoptedBy', { on: row.adoptedOn, by: row.adoptedBy, second: row.second }), render: (row: Adopted) => <span className="data">{speech.t('adoptedBy', { on: row.adoptedOn, by: row.adoptedBy, second: row.second })}</span> },
              ]} />
            </Section>
            <Section title={t('library')}>
              <p className="quiet">{t('libraryLead')}</p>
              <DataTable name={t('library')} height="42vh" rows={data.library} rowKey={(row) => row.id} onOpen={(row) => open(row.id)} columns={columns((row: RewardPolicy) => row)} />
            </Section>
          </>
        )}
      </Loaded>
    </>
  )
}
