import '../grounds/grounds.css'
import './policies.css'
import { Alert, Button, Checkbox } from 'antd'
import { memo, useDeferredValue, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Link, useLocation, useParams } from 'wouter'
import { useQueryClient } from '@tanstack/react-query'
import { isCivilDate } from '../../../../domain/dates.ts'
import { dayBefore } from '../../../../domain/waiver/dates.ts'
import type { ClaimTerms, Exclusion, Layer, WaiverPolicy, WorkedExample } from '../../../../domain/waiver/policy.ts'
import { text, type Text } from '../../../../domain/text.ts'
import { call } from '../../../shared/client.ts'
import { Fields, focusField } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { onEnterNext, usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { saveFile } from '../../../shared/shell.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { Changes } from './Changes.tsx'
import { changesOf, policyLines, type PolicyChange } from './describe.ts'
import { dropDraft, emptyExample, examplesBefore, movedExamples, emptyExclusion, emptyLayer, findDraft, keepDraft, policyFile, type KeptDraft } from './drafts.ts'
import { EndDialog } from './EndDialog.tsx'
import { ExampleForm } from './ExampleForm.tsx'
import { AreasAt, ConditionsAt, WordsAt } from './fields.tsx'
import { DayAt, Fold, SelectAt, TextAt, TickAt, TicksAt, WholeAt } from '../../../shared/draftFields.tsx'
import { fieldWords } from './fieldWords.ts'
import { BearersAt, LayerForm, useSpeech } from './LayerForm.tsx'
import { DraftProvider, draftStore, useAt, useList, useStore, type DraftStore, type Fault } from '../../../shared/draft.ts'
import { TryOut } from './TryOut.tsx'
import { useCheck } from './useCheck.ts'
import { words } from './words.ts'

/** Puts the focus on a field, opening the folds it lies in; a fault deeper than any field goes to the nearest one above it. */
const goTo = (path: string): void => {
  for (let fold = document.querySelector(`[data-field="${CSS.escape(path)}"]`)?.closest('details'); fold !== null && fold !== undefined; fold = fold.parentElement?.closest('details')) fold.setAttribute('open', '')
  if (focusField(path)) return
  for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
    const fold = document.querySelector<HTMLDetailsElement>(`details[data-fold="${CSS.escape(at)}"]`)
    if (fold !== null && !fold.open) {
      fold.open = true
      // What was folded away is drawn first.
      setTimeout(() => goTo(path), 60)
      return
    }
    if (at !== path && focusField(at)) return
  }
}

const FaultList = ({ faults }: { readonly faults: readonly Fault[] }) => {
  const t = useWords(words)
  const say = useSay()
  if (faults.length === 0) return null
  return (
    <Alert type="error" showIcon title={t('faults', { n: faults.length })} description={
      <ul className="fault-list">{faults.slice(0, 12).map((fault) => <li key={`${fault.field} ${fault.message.en}`}><button type="button" className="link" onClick={() => goTo(fault.field)}>{fieldWords(fault.field, t)}</button> {say(fault.message)}</li>)}</ul>
    } />
  )
}

const Head = memo(function Head() {
  const t = useWords(words)
  return (
    <Section id="part-head" title={t('section.head')}>
      <Fields>
        <TextAt path="id" span={3} label={t('id')} hint={t('idHint')} most={60} required />
        <TextAt path="series" span={3} label={t('series')} hint={t('seriesHint')} most={60} required />
        <DayAt path="from" span={3} label={t('from')} hint={t('dayHint')} required />
        <DayAt path="to" span={3} label={t('to')} hint={t('toHint')} />
        <WordsAt path="title" label={t('titleField')} required />
        <TextAt path="document" span={8} label={t('document')} most={300} />
        <TextAt path="documentNumber" span={4} label={t('documentNumber')} most={100} required />
        <TextAt path="source" span={8} label={t('source')} most={400} required />
        <SelectAt path="sourceGrade" span={4} label={t('grade')} options={(['official', 'reprint', 'weak'] as const).map((value) => ({ value, title: t(`grade.${value}`) }))} />
        <AreasAt path="areas" label={t('areas')} required />
        <SelectAt path="appliesBy" span={8} label={t('appliesBy')} options={(['death', 'cremation', 'settlement', 'unstated'] as const).map((value) => ({ value, title: t(`appliesBy.${value}`) }))} />
        <WholeAt path="rank" span={4} label={t('rank')} hint={t('rankHint')} />
      </Fields>
      <TickAt path="verified" label={t('verifiedField')} />
    </Section>
  )
})

const Layers = memo(function Layers() {
  const t = useWords(words)
  const layers = useList<Layer>('layers')
  return (
    <Section id="part-layers" title={t('section.layers')} acts={<Button size="small" onClick={() => layers.add(emptyLayer(layers.read()))}>{t('addLayer')}</Button>}>
      <p className="quiet">{t('threeAnswers')}</p>
      <div data-field="layers">{Array.from({ length: layers.length }, (_, index) => <LayerForm key={index} path={`layers.${String(index)}`} index={index} onDrop={layers.length > 1 ? () => layers.drop(index) : undefined} />)}</div>
    </Section>
  )
})

const Exclusions = memo(function Exclusions() {
  const t = useWords(words)
  const list = useList<Exclusion>('exclusions')
  return (
    <Section id="part-exclusions" title={t('section.exclusions')} acts={<Button size="small" onClick={() => list.add(emptyExclusion(list.read()))}>{t('addExclusion')}</Button>}>
      {list.length === 0 && <p className="quiet">{t('nobodyExcluded')}</p>}
      {Array.from({ length: list.length }, (_, index) => (
        <div key={index} className="bearer-row">
          <Fields>
            <WordsAt path={`exclusions.${String(index)}.title`} span={6} label={t('titleField')} required />
            <WordsAt path={`exclusions.${String(index)}.clause`} span={6} label={t('clause')} />
            <ConditionsAt path={`exclusions.${String(index)}.all`} label={t('conditions')} least={1} />
          </Fields>
          <Button size="small" type="text" aria-label={t('drop', { what: t('exclusionN', { n: index + 1 }) })} onClick={() => list.drop(index)}>×</Button>
        </div>
      ))}
    </Section>
  )
})

const Claims = memo(function Claims() {
  const t = useWords(words)
  const store = useStore<WaiverPolicy>()
  const [claim] = useAt<ClaimTerms | null>('claim')
  const empty: ClaimTerms = { deadline: { count: 3, unit: 'month', from: 'invoice' }, where: text('', ''), papers: text('', '') }
  return (
    <Section id="part-claims" title={t('section.claims')}>
      <Fields>
        <TicksAt path="modes" span={6} label={t('modes')} options={(['till', 'claim'] as const).map((value) => ({ value, title: t(`modes.${value}`) }))} />
        <WordsAt path="settlement" label={t('settlement')} />
      </Fields>
      <div data-field="claim" className="row">
        <Checkbox checked={claim !== null} onChange={(event) => store.put('claim', event.target.checked ? empty : null)}>{t('hasClaim')}</Checkbox>
        {claim !== null && <Checkbox checked={claim.deadline !== null} onChange={(event) => store.put('claim.deadline', event.target.checked ? empty.deadline : null)}>{t('hasDeadline')}</Checkbox>}
      </div>
      {claim !== null && (
        <Fields>
          {claim.deadline !== null && <>
            <WholeAt path="claim.deadline.count" span={2} label={t('deadlineCount')} required />
            <SelectAt path="claim.deadline.unit" span={2} label={t('deadlineUnit')} options={[{ value: 'day', title: t('days') }, { value: 'month', title: t('monthsUnit') }]} />
            <SelectAt path="claim.deadline.from" span={4} label={t('deadlineFrom')} options={(['invoice', 'cremation', 'death'] as const).map((value) => ({ value, title: t(`claimFrom.${value}`) }))} />
          </>}
          <WordsAt path="claim.where" label={t('whereField')} />
          <WordsAt path="claim.papers" label={t('papersField')} />
        </Fields>
      )}
    </Section>
  )
})

const Notes = memo(function Notes() {
  const t = useWords(words)
  const notes = useList<Text>('notes')
  return (
    <Section id="part-bearers" title={t('section.bearers')}>
      <BearersAt path="bearers" label={t('bearers')} />
      {Array.from({ length: notes.length }, (_, index) => <div key={index} className="bearer-row"><WordsAt path={`notes.${String(index)}`} label={t('noteN', { n: index + 1 })} /><Button size="small" type="text" aria-label={t('drop', { what: t('noteN', { n: index + 1 }) })} onClick={() => notes.drop(index)}>×</Button></div>)}
      <div><Button size="small" onClick={() => notes.add(text('', ''))}>{t('addNote')}</Button></div>
    </Section>
  )
})

type Dialog = { readonly kind: 'adopt' } | { readonly kind: 'end'; readonly id: string; readonly title: string; readonly to: string }

const Editor = ({ draft }: { readonly draft: KeptDraft }) => {
  const t = useWords(words)
  const say = useSay()
  const speech = useSpeech()
  const { office } = useSession()
  const [, navigate] = useLocation()
  const client = useQueryClient()
  const [dialog, setDialog] = useState<Dialog>()
  const [round, setRound] = useState(0)
  const saving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const store = useMemo(() => draftStore(draft.policy as WaiverPolicy, (policy) => {
    clearTimeout(saving.current)
    saving.current = setTimeout(() => keepDraft({ ...draft, policy }), 150)
  }), [draft])
  const policy = useSyncExternalStore(store.subscribe, store.get)
  const faults = useSyncExternalStore(store.subscribe, store.faults)
  const checked = useCheck(store, policy, round)
  const pending = checked.of !== policy
  const original = useRoute('getPolicy', { params: { policy: draft.copiedFrom } }, { enabled: draft.copiedFrom !== '' })
  const listed = useRoute('listPolicies', {}, { fresh: 5_000 })
  const examples = useExamples(store)
  const told = useDeferredValue(policy)
  const changes: readonly PolicyChange[] | undefined = useMemo(() => (original.data === undefined ? undefined : changesOf(policyLines(original.data.policy, speech), policyLines(told, speech))), [original.data, told, speech])
  const before = isCivilDate(policy.from) ? listed.data?.book.find((line) => line.series === policy.series && line.id !== policy.id && line.to === '' && line.from < policy.from) : undefined
  const early = examplesBefore(policy).length
  const adoptable = checked.ready && !pending
  const adopt = (): void => { if (adoptable) setDialog({ kind: 'adopt' }); else if (faults[0] !== undefined) goTo(faults[0].field) }
  usePageKeys([{ key: 'F9', label: t('adopt'), run: adopt }], { when: dialog === undefined })
  const title = say(policy.title) === '' ? policy.id : say(policy.title)
  const parts = ['head', 'layers', 'exclusions', 'claims', 'bearers', 'examples', 'try', 'changes'] as const
  const refresh = (): void => {
    for (const route of ['listPolicies', 'getPolicy']) void client.invalidateQueries({ queryKey: [route] })
    setRound((now) => now + 1)
  }
  return (
    <DraftProvider value={store as unknown as DraftStore<unknown>}>
      <Page
        wide title={title} lead={<span className="row">{t('editLead')} <Link href="/burial/policies">{t('backToList')}</Link></span>}
        acts={<>
          <span className={`tag ${adoptable ? 'good' : faults.length > 0 ? 'stop' : ''}`} role="status">{pending ? t('checking') : adoptable ? t('ready') : t('faults', { n: faults.length })}</span>
          <Button onClick={() => void saveFile(new Blob([policyFile('waiver', policy)], { type: 'application/json' }), `${policy.id}.json`)}>{t('exportPolicy')}</Button>
          <Button type="primary" onClick={adopt}>{t('adopt')} <KeyCap name="F9" /></Button>
        </>}
      >
        <nav className="list-chips no-print" aria-label={t('sections')}>{parts.map((part) => <button key={part} type="button" onClick={() => document.getElementById(`part-${part}`)?.scrollIntoView({ block: 'start' })}>{t(`section.${part}`)}</button>)}</nav>
        <FailurePanel failure={checked.failure} onRetry={() => setRound(round + 1)} safe />
        {before !== undefined && isCivilDate(policy.from) && <Alert type="warning" showIcon title={t('endFirst', { title: say(before.title), from: before.from })} action={<Button size="small" onClick={() => setDialog({ kind: 'end', id: before.id, title: say(before.title), to: dayBefore(policy.from) })}>{t('endFirstAct', { to: dayBefore(policy.from) })}</Button>} />}
        <FaultList faults={faults} />
        <div className="editor" onKeyDown={onEnterNext}>
          <Head />
          <Layers />
          <Exclusions />
          <Claims />
          <Notes />
          <Section id="part-examples" title={t('section.examples')} acts={<Button size="small" onClick={() => examples.add(emptyExample(examples.read(), policy.areas[0] ?? '', policy.from.length === 10 ? policy.from : office.today))}>{t('addExample')}</Button>}>
            <div data-field="examples">
              {early > 0 && <div className="row examples-before"><span className="finding-note answer">{t('examplesBefore', { n: early })}</span> <Button size="small" onClick={() => store.put('examples', movedExamples(store.get()))}>{t('moveExamples')}</Button></div>}
              {policy.examples.length === 0 && <p className="quiet">{t('noExamples')}</p>}
              {policy.examples.map((example, index) => <ExampleForm key={index} index={index} result={checked.results.find((one) => one.example === example.id)} onDrop={examples.drop} />)}
            </div>
          </Section>
          <Section id="part-try" title={t('section.try')}><Fold summary={t('tryOut')}><TryOut policy={policy} sound={checked.sound && !pending} store={store} onKeep={() => document.getElementById('part-examples')?.scrollIntoView({ block: 'start' })} /></Fold></Section>
          <Section id="part-changes" title={t('section.changes')}><Changes from={draft.copiedFrom} changes={changes} /></Section>
        </div>
      </Page>
      {dialog?.kind === 'adopt' && (
        <SecondPersonDialog
          title={t('adoptTitle', { title })} verb={t('adopt')} width={860} onCancel={() => setDialog(undefined)}
          act={(given) => call('adoptPolicy', { body: { policy: store.get(), copiedFrom: draft.copiedFrom, ...given } })}
          onDone={() => { clearTimeout(saving.current); dropDraft(draft.key); refresh(); navigate(`/burial/policies/${policy.id}`) }}
        >
          <Changes from={draft.copiedFrom} changes={changes} />
        </SecondPersonDialog>
      )}
      {dialog?.kind === 'end' && <EndDialog policy={dialog.id} title={dialog.title} to={dialog.to} onCancel={() => setDialog(undefined)} onDone={() => { setDialog(undefined); refresh() }} />}
    </DraftProvider>
  )
}

/** The worked examples as a list of the store, outside its provider. */
const useExamples = (store: DraftStore<WaiverPolicy>) => useMemo(() => ({
  read: (): readonly WorkedExample[] => store.get().examples,
  add: (example: WorkedExample): void => store.put('examples', [...store.get().examples, example]),
  drop: (index: number): void => store.put('examples', store.get().examples.filter((_, at) => at !== index)),
}), [store])

/** The editor of a draft of a waiver policy. */
export default function EditorPage() {
  const t = useWords(words)
  const { draft: key = '' } = useParams<{ draft: string }>()
  const draft = useMemo(() => findDraft(key), [key])
  return (
    <>
      <BurialTabs />
      {draft === undefined || draft.kind !== 'waiver' ? <Page title={t('editTitle')}><EmptyState title={t('noDraft')} act={<Link href="/burial/policies">{t('backToList')}</Link>} /></Page> : <Editor key={key} draft={draft} />}
    </>
  )
}
