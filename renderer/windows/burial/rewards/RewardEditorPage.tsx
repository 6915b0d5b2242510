import '../grounds/grounds.css'
import '../policies/policies.css'
import { Alert, Button } from 'antd'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useParams } from 'wouter'
import { rewardWays, type RewardPolicy, type RewardRow } from '../../../../domain/burial/rewards.ts'
import { text } from '../../../../domain/text.ts'
import type { Exclusion } from '../../../../domain/waiver/policy.ts'
import { call } from '../../../shared/client.ts'
import { Fields, focusField } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { onEnterNext, usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Page, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { saveFile } from '../../../shared/shell.ts'
import { BurialTabs } from '../BurialTabs.tsx'
import { Changes } from '../policies/Changes.tsx'
import { changesOf } from '../policies/describe.ts'
import { dropDraft, emptyExclusion, findDraft, keepDraft, policyFile, type KeptDraft } from '../policies/drafts.ts'
import { AreasAt, ConditionsAt, WordsAt } from '../policies/fields.tsx'
import { DayAt, SelectAt, TextAt, TickAt, TicksAt, useOptions, WholeAt, YuanAt } from '../../../shared/draftFields.tsx'
import { fieldWords } from '../policies/fieldWords.ts'
import { ClassesAt, useSpeech } from '../policies/LayerForm.tsx'
import { DraftProvider, draftStore, useAt, useList, type DraftStore } from '../../../shared/draft.ts'
import { rewardFaults } from './faults.ts'
import { rewardLines } from './view.ts'
import { words } from './words.ts'

const proofs = ['eventCertificate', 'placementRecord', 'cremationCertificate', 'donationCertificate'] as const

const Rows = () => {
  const t = useWords(words)
  const { t: p } = useSpeech()
  const rows = useList<RewardRow>('rows')
  const ways = useOptions(rewardWays)
  return (
    <Section title={t('rows')} acts={<Button size="small" onClick={() => rows.add({ ways: ['tree'], fen: 0, leastFen: null, mostFen: null, scope: text('', '') })}>{t('addRow')}</Button>}>
      <div data-field="rows">
        {Array.from({ length: rows.length }, (_, index) => (
          <div key={index} className="reward-row">
            <Fields>
              <TicksAt path={`rows.${String(index)}.ways`} span={12} label={`${t('rowN', { n: index + 1 })} · ${t('ways')}`} options={ways} required />
              <YuanAt orNone path={`rows.${String(index)}.fen`} span={3} label={`${t('amount')} ¥`} required />
              <WordsAt path={`rows.${String(index)}.scope`} span={9} label={t('scope')} />
            </Fields>
            <Button size="small" type="text" aria-label={p('drop', { what: t('rowN', { n: index + 1 }) })} onClick={() => rows.drop(index)}>×</Button>
          </div>
        ))}
      </div>
    </Section>
  )
}

const Who = () => {
  const t = useWords(words)
  const { t: p } = useSpeech()
  const exclusions = useList<Exclusion>('exclusions')
  return (
    <Section title={t('who')} acts={<Button size="small" onClick={() => exclusions.add(emptyExclusion(exclusions.read()))}>{p('addExclusion')}</Button>}>
      <ClassesAt path="classes" />
      <TickAt path="classesComplete" label={p('classesComplete')} />
      {Array.from({ length: exclusions.length }, (_, index) => (
        <div key={index} className="bearer-row">
          <Fields>
            <WordsAt path={`exclusions.${String(index)}.title`} label={p('exclusionN', { n: index + 1 })} required />
            <ConditionsAt path={`exclusions.${String(index)}.all`} label={p('conditions')} least={1} />
          </Fields>
          <Button size="small" type="text" aria-label={p('drop', { what: p('exclusionN', { n: index + 1 }) })} onClick={() => exclusions.drop(index)}>×</Button>
        </div>
      ))}
    </Section>
  )
}

const Payee = ({ store }: { readonly store: DraftStore<RewardPolicy> }) => {
  const t = useWords(words)
  const [payee] = useAt<RewardPolicy['payee']>('payee')
  const [shares] = useAt<RewardPolicy['shares']>('shares')
  useEffect(() => {
    if (payee === 'both' && shares === null) store.put('shares', [1, 1])
    if (payee !== 'both' && shares !== null) store.put('shares', null)
  }, [payee, shares, store])
  return (
    <Section title={t('payee')}>
      <Fields>
        <SelectAt path="payee" span={4} label={t('payee')} options={(['family', 'provider', 'both', 'unstated'] as const).map((value) => ({ value, title: t(`payee.${value}`) }))} />
        {payee === 'both' && shares !== null && <><WholeAt path="shares.0" span={4} label={t('sharesFamily')} required /><WholeAt path="shares.1" span={4} label={t('sharesProvider')} required /></>}
        <TicksAt path="proofs" span={12} label={t('proofs')} options={proofs.map((value) => ({ value, title: t(`proof.${value}`) }))} required />
        <SelectAt path="combination" span={4} label={t('combination')} options={(['highest', 'sum'] as const).map((value) => ({ value, title: t(`combination.${value}`) }))} />
        <WholeAt orNone path="monthsToApply" span={4} label={t('months')} hint={t('monthsHint')} />
        <WordsAt path="applyAt" label={t('applyAt')} />
      </Fields>
    </Section>
  )
}

const Editor = ({ draft }: { readonly draft: KeptDraft }) => {
  const t = useWords(words)
  const say = useSay()
  const speech = useSpeech()
  const p = speech.t
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const [adopting, setAdopting] = useState(false)
  const saving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const listed = useRoute('listRewardPolicies', {}, { fresh: 5_000 })
  const store = useMemo(() => draftStore(draft.policy as RewardPolicy, (policy) => {
    clearTimeout(saving.current)
    saving.current = setTimeout(() => keepDraft({ ...draft, policy }), 150)
  }), [draft])
  const policy = useSyncExternalStore(store.subscribe, store.get)
  const faults = useSyncExternalStore(store.subscribe, store.faults)
  const book = listed.data?.book
  useEffect(() => {
    if (book !== undefined) store.setFaults(rewardFaults(policy, book.map((one) => one.policy)))
  }, [policy, book, store])
  const original = [...(book?.map((one) => one.policy) ?? []), ...(listed.data?.library ?? [])].find(({ id }) => id === draft.copiedFrom)
  const changes = original === undefined ? undefined : changesOf(rewardLines(original, speech, t), rewardLines(policy, speech, t))
  const ready = book !== undefined && faults.length === 0
  const adopt = (): void => { if (ready) setAdopting(true); else if (faults[0] !== undefined) focusField(faults[0].field) }
  usePageKeys([{ key: 'F9', label: p('adopt'), run: adopt }], { when: !adopting })
  const title = say(policy.title) === '' ? policy.id : say(policy.title)
  return (
    <DraftProvider value={store as unknown as DraftStore<unknown>}>
      <Page
        wide title={title} lead={<span className="row">{t('succeeds')} <Link href="/burial/policies?part=rewards">{p('backToList')}</Link></span>}
        acts={<>
          <span className={`tag ${ready ? 'good' : 'stop'}`} role="status">{ready ? p('ready') : p('faults', { n: faults.length })}</span>
          <Button onClick={() => void saveFile(new Blob([policyFile('reward', policy)], { type: 'application/json' }), `${policy.id}.json`)}>{p('exportPolicy')}</Button>
          <Button type="primary" onClick={adopt}>{p('adopt')} <KeyCap name="F9" /></Button>
        </>}
      >
        {faults.length > 0 && <Alert type="error" showIcon title={p('faults', { n: faults.length })} description={<ul className="fault-list">{faults.map((fault) => <li key={`${fault.field} ${fault.message.en}`}><button type="button" className="link" onClick={() => focusField(fault.field)}>{fieldWords(fault.field, p)}</button> {say(fault.message)}</li>)}</ul>} />}
        <div className="editor" onKeyDown={onEnterNext}>
          <Section title={p('section.head')}>
            <Fields>
              <TextAt path="id" span={3} label={p('id')} hint={p('idHint')} most={60} required />
              <TextAt path="series" span={3} label={p('series')} hint={p('seriesHint')} most={60} required />
              <DayAt path="from" span={3} label={p('from')} hint={p('dayHint')} required />
              <DayAt path="to" span={3} label={p('to')} hint={p('toHint')} />
              <WordsAt path="title" label={p('titleField')} required />
              <TextAt path="document" span={8} label={p('document')} />
              <TextAt path="documentNumber" span={4} label={p('documentNumber')} most={100} required />
              <TextAt path="source" span={8} label={p('source')} most={400} required />
              <SelectAt path="appliesBy" span={4} label={t('appliesBy')} options={(['death', 'placement'] as const).map((value) => ({ value, title: t(`appliesBy.${value}`) }))} />
              <AreasAt path="areas" label={p('areas')} required />
            </Fields>
            <TickAt path="verified" label={p('verifiedField')} />
          </Section>
          <Rows />
          <Who />
          <Payee store={store} />
          <Section title={p('section.changes')}><Changes from={draft.copiedFrom} changes={changes} /></Section>
        </div>
      </Page>
      {adopting && (
        <SecondPersonDialog
          title={p('adoptTitle', { title })} verb={p('adopt')} width={860} onCancel={() => setAdopting(false)} act={(given) => call('adoptRewardPolicy', { body: { policy: store.get(), ...given } })}
          onDone={() => { clearTimeout(saving.current); dropDraft(draft.key); void client.invalidateQueries({ queryKey: ['listRewardPolicies'] }); navigate(`/burial/policies/rewards/${policy.id}`) }}
        >
          <p>{t('succeeds')}</p>
          <Changes from={draft.copiedFrom} changes={changes} />
        </SecondPersonDialog>
      )}
    </DraftProvider>
  )
}

/** The editor of a draft of a reward policy. */
export default function RewardEditorPage() {
  const { t } = useSpeech()
  const { draft: key = '' } = useParams<{ draft: string }>()
  const draft = useMemo(() => findDraft(key), [key])
  return (
    <>
      <BurialTabs />
      {draft === undefined || draft.kind !== 'reward' ? <Page title={t('editTitle')}><EmptyState title={t('noDraft')} act={<Link href="/burial/policies?part=rewards">{t('backToList')}</Link>} /></Page> : <Editor key={key} draft={draft} />}
    </>
  )
}
