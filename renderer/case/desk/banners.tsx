import { Alert, Button, Popconfirm } from 'antd'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { DraftLine } from '../../../api/schemas/house.ts'
import { ApiFailure, call } from '../../shared/client.ts'
import { useSay } from '../../shared/i18n.ts'
import { FailurePanel } from '../../shared/Page.tsx'
import { clock, moment } from '../moments.ts'
import { pathWords } from '../pathWords.ts'
import { useCaseView, useCaseWords, useWindow } from './context.tsx'
import type { CaseDesk } from './desk.ts'

/** How the page stands with the register, in words. */
export const SaveWords = ({ desk }: { readonly desk: CaseDesk }) => {
  const t = useCaseWords()
  const say = useSay()
  const state = useSyncExternalStore(desk.autosave.subscribe, desk.autosave.state)
  switch (state.kind) {
    case 'saved': return <span className="save-words good" role="status">✓ {t('savedAt', { at: clock(state.at) })}</span>
    case 'saving': return <span className="save-words" role="status">{t('saving')}</span>
    case 'waiting': return <span className="save-words" role="status">{t('unsaved')}</span>
    case 'failed': return <span className="save-words bad" role="alert">{t('failed')} · {state.error instanceof ApiFailure ? say(state.error.text) : ''} {t('failedNote')}</span>
    case 'unchanged': return null
  }
}

/** Unfinished entries, of this clerk or another, to be taken up; gone once something else is typed. */
export const DraftOffers = ({ desk, offers, ofCase, onTake }: { readonly desk: CaseDesk; readonly offers: readonly DraftLine[]; readonly ofCase: boolean; readonly onTake: (draft: DraftLine) => void }) => {
  const t = useCaseWords()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<unknown>()
  const untouched = useSyncExternalStore((listener) => desk.store.subscribe('', listener), () => desk.store.version() === 0)
  const shown = untouched ? offers.filter((offer) => !gone.has(offer.id)) : []
  if (shown.length === 0) return null
  const discard = async (draft: DraftLine) => {
    try {
      await call('deleteDraft', { params: { id: draft.id } })
      setGone((before) => new Set([...before, draft.id]))
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <section className="offers" aria-label={t('draftsWaiting')}>
      <b>{ofCase ? t('draftOfCase', { who: shown[0]?.accountName ?? '', at: moment(shown[0]?.savedAt ?? '') }) : t('draftsWaiting')}</b>
      <ul>
        {shown.slice(0, 6).map((draft) => (
          <li key={draft.id}>
            <span className="offer-title">{draft.title}</span>
            <span className="quiet">{t('draftBy', { who: draft.accountName, counter: draft.counter === '' ? '' : `${t('counterName', { n: draft.counter })} · `, at: moment(draft.savedAt) })}</span>
            <Button size="small" tabIndex={0} onClick={() => onTake(draft)}>{t('takeUp')}</Button>
            <Popconfirm title={t('discardAsk')} okText={t('discard')} cancelText={t('cancel')} onConfirm={() => discard(draft)}>
              <Button size="small" type="text" tabIndex={-1}>{t('discard')}</Button>
            </Popconfirm>
          </li>
        ))}
      </ul>
      <FailurePanel failure={failure} />
    </section>
  )
}

const short = (value: unknown, t: (key: 'empty' | 'changedList') => string): string =>
  value === '' || value === null || value === undefined ? t('empty') : typeof value === 'object' ? t('changedList') : typeof value === 'boolean' ? (value ? '✓' : '✗') : String(value)

/** Somebody else saved this case meanwhile: what was taken over, and what both changed. */
export const ConflictPanel = ({ desk }: { readonly desk: CaseDesk }) => {
  const t = useCaseWords()
  const spec = useWindow()
  const { conflict } = useCaseView(desk)
  const place = useRef<HTMLDivElement>(null)
  const at = conflict?.at
  useEffect(() => {
    if (at !== undefined) place.current?.scrollIntoView({ block: 'center' })
  }, [at])
  if (conflict === undefined) return null
  return (
    <div ref={place}>
    <Alert
      className="conflict" type="warning" showIcon role="alert" title={t('conflictTitle')}
      description={
        <div className="conflict-body">
          <p>{t('conflictNote', { who: conflict.who, at: moment(conflict.at) })}</p>
          {conflict.taken.length > 0 && (
            <>
              <b>{t('conflictTaken')}</b>
              <ul>{conflict.taken.map((change) => <li key={change.path}>{pathWords(change.path, t, spec)}: <s className="quiet">{short(change.before, t)}</s> → {short(change.theirs, t)}</li>)}</ul>
            </>
          )}
          {conflict.clashes.length > 0 && (
            <>
              <b>{t('conflictClash')}</b>
              <ul>
                {conflict.clashes.map((clash) => (
                  <li key={clash.path} className="clash">
                    <span>{pathWords(clash.path, t, spec)}</span>
                    <Button size="small" onClick={() => desk.choose(clash.path, clash.mine)}>{t('useMine')}: {short(clash.mine, t)}</Button>
                    <Button size="small" onClick={() => desk.choose(clash.path, clash.theirs)}>{t('useTheirs')}: {short(clash.theirs, t)}</Button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      }
      action={conflict.clashes.length === 0 && <Button size="small" onClick={() => desk.closeConflict()}>{t('understood')}</Button>}
    />
    </div>
  )
}
