import './profile.css'
import { Alert, Button } from 'antd'
import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { PlaceNameProfile } from '../../../../domain/place-names/profile.ts'
import { call, type Reply } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { DraftProvider, draftStore, type DraftStore } from '../../../shared/draft.ts'
import { Field, focusField } from '../../../shared/Field.tsx'
import { instant } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { onEnterNext, usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { usePut } from '../../../shared/put.ts'
import { useRoute } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useSession } from '../../../shared/session.tsx'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { useProfileCheck } from './check.ts'
import { GenericsPart, PapersPart, SourcesPart, SpellingPart, WordsPart } from './nameParts.tsx'
import { ApprovalsPart, AreasPart, OfficePart, ScopesPart } from './officeParts.tsx'
import { changedParts, dropDraft, keepDraft, keptDraft, partIds, partOf, type PartId } from './parts.ts'
import { EditorContext } from './RowsAt.tsx'
import { ClocksPart, DocumentsPart, PlatesPart } from './workParts.tsx'
import { words } from './words.ts'

type Data = Reply<'getPlaceNameProfile'>

const Versions = ({ versions }: { readonly versions: Data['versions'] }) => {
  const t = useWords(words)
  const [, put] = usePut()
  if (versions.length === 0) return <Section title={t('versions')}><p className="quiet">{t('noVersions')}</p></Section>
  return (
    <Section title={t('versions')}>
      <div className="table-frame">
        <table className="plain-table">
          <thead><tr><th scope="col">{t('from')}</th><th scope="col">{t('putOn')}</th><th scope="col">{t('by')}</th><th scope="col">{t('second')}</th><th scope="col">{t('reason')}</th><th scope="col" aria-label={t('look')} /></tr></thead>
          <tbody>{versions.map((one) => <tr key={`${one.day} ${one.at}`}><th scope="row">{one.day} {one.inForce && <span className="tag good">{t('now')}</span>}</th><td>{instant(one.at)}</td><td className="data">{one.byName}</td><td className="data">{one.secondName}</td><td className="data">{one.reason}</td><td><Button size="small" onClick={() => put({ on: one.day, part: '' })}>{t('look')}</Button></td></tr>)}</tbody>
        </table>
      </div>
    </Section>
  )
}

const PutDialog = ({ profile, changed, onDone, onClose }: { readonly profile: PlaceNameProfile; readonly changed: readonly PartId[]; readonly onDone: () => void; readonly onClose: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [day, setDay] = useState(office.today as string)
  return (
    <SecondPersonDialog title={t('putTitle')} verb={t('putInForce')} width={640} ready={day !== ''} waits={t('needed')} onDone={onDone} onCancel={onClose} act={(given) => call('setPlaceNameProfile', { body: { day, profile, ...given } })}>
      <p className="quiet">{t('putHint')}</p>
      <p><b>{t('changed')}</b> {changed.length === 0 ? t('nothingChanged') : changed.map((part) => t(`part.${part}`)).join(' · ')}</p>
      <Field path="day" label={t('from')} required><DayField value={day} onChange={setDay} /></Field>
    </SecondPersonDialog>
  )
}

const Part = ({ part, data }: { readonly part: PartId; readonly data: Data }) => {
  switch (part) {
    case 'office': return <OfficePart />
    case 'approvals': return <ApprovalsPart classes={data.classes} />
    case 'areas': return <AreasPart />
    case 'scopes': return <ScopesPart />
    case 'generics': return <GenericsPart />
    case 'words': return <WordsPart />
    case 'spelling': return <SpellingPart />
    case 'papers': return <PapersPart />
    case 'clocks': return <ClocksPart />
    case 'plates': return <PlatesPart />
    case 'documents': return <DocumentsPart />
    case 'sources': return <SourcesPart />
  }
}

/** Puts the focus on the field of a path, or on the nearest above it. */
const focusPath = (path: string): void => {
  for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) if (focusField(at)) return
}

const Editor = ({ data, readOnly, onFresh }: { readonly data: Data; readonly readOnly: boolean; readonly onFresh: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const client = useQueryClient()
  const [params, put] = usePut()
  const [putting, setPutting] = useState(false)
  const [reveal, setReveal] = useState<string>()
  const saving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const store = useMemo(() => draftStore<PlaceNameProfile>((readOnly ? undefined : keptDraft()) ?? data.profile, (profile) => {
    clearTimeout(saving.current)
    saving.current = setTimeout(() => keepDraft(profile), 150)
  }), [data.profile, readOnly])
  const profile = useSyncExternalStore(store.subscribe, store.get)
  const faults = useSyncExternalStore(store.subscribe, store.faults)
  const checked = useProfileCheck(store, profile, true)
  const pending = checked.of !== profile
  const changed = changedParts(data.profile, profile)
  const asked = params.get('part')
  const part = partIds.find((one) => one === asked) ?? 'office'
  const versions = asked === 'versions'
  const ready = checked.ready && !pending
  const goTo = (path: string): void => {
    put({ part: partOf(path) })
    setReveal(path)
    setTimeout(() => focusPath(path), 60)
  }
  const begin = (): void => { if (ready) setPutting(true); else if (faults[0] !== undefined) goTo(faults[0].field) }
  usePageKeys(readOnly ? [] : [{ key: 'F9', label: t('putInForce'), run: begin }], { when: !putting })
  const leave = (): void => { clearTimeout(saving.current); dropDraft(); onFresh() }
  const rows = checked.shape.length > 0 ? checked.shape.map((fault) => ({ ...fault, weight: 'stop' as const, law: undefined })) : checked.findings.map(({ field = '', message, severity, law }) => ({ field, message, weight: severity, law }))
  const stops = rows.filter(({ weight }) => weight === 'stop').length
  return (
    <DraftProvider value={store as unknown as DraftStore<unknown>}>
      <EditorContext.Provider value={useMemo(() => ({ reveal, readOnly }), [reveal, readOnly])}>
        <div className="row acts-row">
          <span className={`tag ${data.shipped ? 'answer' : 'good'}`}>{data.shipped ? t('shipped') : t('inForceSince', { day: data.versions.find(({ inForce }) => inForce)?.day ?? '' })}</span>
          {!readOnly && <span className={`tag ${ready ? 'good' : stops > 0 ? 'stop' : ''}`} role="status">{pending ? t('checking') : ready ? t('ready') : t('faults', { n: stops })}</span>}
          {!readOnly && changed.length > 0 && <><span className="tag information">{t('drafted')}</span><Button onClick={leave}>{t('dropDraft')}</Button></>}
          {!readOnly && <Button type="primary" onClick={begin}>{t('putInForce')} <KeyCap name="F9" /></Button>}
        </div>
        <FailurePanel failure={checked.failure} safe />
        {rows.length > 0 && (
          <Section title={t('findings')} acts={<span className="quiet">{rows.length}</span>}>
            <ul className="profile-faults">{rows.map((row) => <li key={`${row.field} ${row.message.en}`}><span className={`tag ${row.weight === 'stop' ? 'stop' : 'answer'}`}>{t(`part.${partOf(row.field)}`)}</span><span>{say(row.message)}</span>{row.law !== undefined && <span className="finding-law">{say(row.law)}</span>}<button type="button" className="link" onClick={() => goTo(row.field)}>{t('goTo')}</button></li>)}</ul>
          </Section>
        )}
        <div className="profile-layout">
          <nav className="profile-nav" aria-label={t('parts')}>
            {[...partIds, 'versions' as const].map((one) => {
              const here = one === 'versions' ? versions : !versions && one === part
              const n = one === 'versions' ? 0 : rows.filter(({ field }) => partOf(field) === one).length
              return <button key={one} type="button" {...(here && { 'aria-current': 'page' as const })} onClick={() => put({ part: one })}>{t(`part.${one}`)}{n > 0 && <span className="tag answer">{n}</span>}{one !== 'versions' && changed.includes(one) && <span className="tag information">*</span>}</button>
            })}
          </nav>
          {versions ? <Versions versions={data.versions} /> : <fieldset className="profile-part" disabled={readOnly} onKeyDown={onEnterNext}><Part key={part} part={part} data={data} /></fieldset>}
        </div>
        {putting && <PutDialog profile={profile} changed={changed} onClose={() => setPutting(false)} onDone={() => { setPutting(false); leave(); void client.invalidateQueries({ queryKey: ['getPlaceNameProfile'] }) }} />}
      </EditorContext.Provider>
    </DraftProvider>
  )
}

/** 本地规定: what differs from office to office, part by part, with its versions. */
export default function ProfilePage() {
  const t = useWords(words)
  const { may } = useSession()
  const [params, put] = usePut()
  const [round, setRound] = useState(0)
  const on = /^\d{4}-\d{2}-\d{2}$/u.test(params.get('on') ?? '') ? (params.get('on') ?? '') : ''
  const reply = useRoute('getPlaceNameProfile', { query: on === '' ? {} : { on } }, { fresh: 60_000 })
  const readOnly = on !== '' || !may('policy.write')
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')}>
        {on !== '' && <Alert type="info" showIcon title={t('viewing', { day: on })} action={<Button size="small" onClick={() => put({ on: '' })}>{t('backToNow')}</Button>} />}
        <Loaded of={reply}>{(data) => <Editor key={`${on} ${String(round)} ${String(data.versions.length)}`} data={data} readOnly={readOnly} onFresh={() => setRound((now) => now + 1)} />}</Loaded>
      </Page>
    </>
  )
}
