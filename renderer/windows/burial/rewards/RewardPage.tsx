import '../grounds/grounds.css'
import '../policies/policies.css'
import { Button } from 'antd'
import { Link, useLocation, useParams } from 'wouter'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Facts, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { saveFile } from '../../../shared/shell.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { areasWords, conditionsWords, datesWords } from '../policies/describe.ts'
import { copyRewardDraft, keepDraft, policyFile } from '../policies/drafts.ts'
import { useSpeech } from '../policies/LayerForm.tsx'
import { DocumentNumber, Mark } from '../policies/PolicyView.tsx'
import { amountWords, payeeWords, waysWords } from './view.ts'
import { words } from './words.ts'

/** One policy of rewards in plain words. */
export default function RewardPage() {
  const t = useWords(words)
  const say = useSay()
  const speech = useSpeech()
  const { policy: id = '' } = useParams<{ policy: string }>()
  const { office, may } = useSession()
  const [, navigate] = useLocation()
  const listed = useRoute('listRewardPolicies', {}, { keep: true })
  const adopted = listed.data?.book.find(({ policy }) => policy.id === id)
  const policy = adopted?.policy ?? listed.data?.library.find((one) => one.id === id)
  const writes = may('policy.write')
  const copy = (): void => {
    if (policy === undefined) return
    const draft = copyRewardDraft(policy, { today: office.today, taken: [...(listed.data?.book.map((one) => one.policy.id) ?? []), ...(listed.data?.library.map((one) => one.id) ?? [])] })
    keepDraft(draft)
    navigate(`/burial/policies/reward-drafts/${draft.key}`)
  }
  usePageKeys([{ key: 'F2', label: speech.t('copy'), run: copy, disabled: policy === undefined }], { when: writes })
  return (
    <>
      <BurialTabs />
      <Page
        title={policy === undefined ? t('book') : say(policy.title)}
        lead={policy !== undefined && <span className="row"><span className="mono">{policy.id}</span> {datesWords(policy, speech.t)} <Mark verified={policy.verified} /> {adopted !== undefined && <span className="data">{speech.t('adoptedBy', { on: adopted.adoptedOn, by: adopted.adoptedBy, second: adopted.second })}</span>} <Link href="/burial/policies?part=rewards">{speech.t('backToList')}</Link></span>}
        acts={policy !== undefined && <>
          <Button onClick={() => void saveFile(new Blob([policyFile('reward', policy)], { type: 'application/json' }), `${policy.id}.json`)}>{speech.t('exportPolicy')}</Button>
          {writes && <Button type="primary" onClick={copy}>{speech.t('copy')} <KeyCap name="F2" /></Button>}
        </>}
      >
        <Loaded of={listed}>{() => (policy === undefined ? <EmptyState title={t('notFound')} /> : (
          <>
            <Section title={speech.t('section.head')}>
              <Facts rows={[
                [speech.t('document'), policy.document === '' ? '—' : <span className="data">{policy.document}</span>], [speech.t('documentNumber'), <DocumentNumber key="number" number={policy.documentNumber} />], [speech.t('source'), <span key="source" className="data">{policy.source}</span>],
                [speech.t('areas'), <span key="areas" className="data">{areasWords(policy.areas)}</span>], [t('appliesBy'), t(`appliesBy.${policy.appliesBy}`)], [t('payee'), payeeWords(policy, t)], [t('proofs'), policy.proofs.map((proof) => t(`proof.${proof}`)).join(' · ')],
                [t('combination'), t(`combination.${policy.combination}`)], [t('months'), policy.monthsToApply === null ? t('noMonths') : t('monthsWithin', { n: policy.monthsToApply })], [t('applyAt'), say(policy.applyAt)],
              ]} />
            </Section>
            <Section title={t('rows')}>
              <div className="table-frame"><table className="plain-table">
                <thead><tr><th scope="col">{t('ways')}</th><th scope="col">{t('amount')}</th><th scope="col">{t('scope')}</th></tr></thead>
                <tbody>{policy.rows.map((row) => <tr key={row.ways.join(' ')}><th scope="row">{waysWords(row, speech)}</th><td>{row.fen === null ? <span className="tag answer">{amountWords(row, t)}</span> : <b>{amountWords(row, t)}</b>}</td><td>{say(row.scope)}</td></tr>)}</tbody>
              </table></div>
            </Section>
            <Section title={t('who')}>
              {policy.classes.length === 0 ? <p className="finding-note answer">{t('whoUnknown')}</p> : <ul className="plain-list">{policy.classes.map((one) => <li key={one.id}><b>{say(one.title)}</b> <span className="quiet">{[conditionsWords(one.all, speech), say(one.proof)].filter((part) => part !== '').join(' · ')}</span></li>)}</ul>}
              {policy.exclusions.length > 0 && <><h3>{speech.t('excluded')}</h3><ul className="plain-list">{policy.exclusions.map((one) => <li key={one.id}><b>{say(one.title)}</b> <span className="quiet">{conditionsWords(one.all, speech)}</span></li>)}</ul></>}
            </Section>
            {policy.notes.length > 0 && <Section title={speech.t('notes')}><ul className="plain-list">{policy.notes.map((note) => <li key={note.en}>{say(note)}</li>)}</ul></Section>}
          </>
        ))}</Loaded>
      </Page>
    </>
  )
}
