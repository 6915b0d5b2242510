import { Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, FailurePanel, Page, Section, useLate } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { findWindow, windows } from '../../windows.ts'
import { HitWords, type Hit } from './HitWords.tsx'
import { words } from './words.ts'

const most = 50

/** Results of a search, grouped by window. */
const FindPage = () => {
  const t = useWords(words)
  const say = useSay()
  const [, navigate] = useLocation()
  const [params, setParams] = useSearchParams()
  const asked = params.get('q') ?? ''
  const [typed, setTyped] = useState(asked)
  const [marked, setMarked] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    setTyped(asked)
    setMarked(0)
  }, [asked])
  const answer = useRoute('search', { query: { q: asked.trim(), limit: most } }, { enabled: asked.trim() !== '', keep: true })
  const late = useLate(answer.isFetching, 300)
  const hits = asked.trim() === '' ? [] : (answer.data?.hits ?? [])
  // Always in the order of the desk's windows, whatever was found first.
  const kinds = [...windows.map((window) => window.id).filter((id) => hits.some((hit) => hit.window === id)), ...new Set(hits.map((hit) => hit.window).filter((id) => findWindow(id) === undefined))]
  const ordered = kinds.flatMap((kind) => hits.filter((hit) => hit.window === kind))
  const open = (hit: Hit | undefined): void => {
    const window = hit === undefined ? undefined : findWindow(hit.window)
    if (hit !== undefined && window !== undefined) navigate(window.casePath(hit.caseId))
  }
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Input
        autoFocus
        size="large"
        aria-label={t('field')}
        value={typed}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value)
          setMarked(0)
          setParams(event.target.value.trim() === '' ? {} : { q: event.target.value }, { replace: true })
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            const next = Math.max(0, Math.min(ordered.length - 1, marked + (event.key === 'ArrowDown' ? 1 : -1)))
            setMarked(next)
            list.current?.querySelectorAll('[data-hit]')[next]?.scrollIntoView({ block: 'nearest' })
          } else if (event.key === 'Enter') open(ordered[marked])
        }}
      />
      <FailurePanel failure={answer.error} onRetry={() => void answer.refetch()} />
      {late && <p className="quiet">{t('searching')}</p>}
      {asked.trim() === '' ? (
        <EmptyState title={t('begin')} hint={t('beginHint')} />
      ) : hits.length === 0 ? (
        answer.data !== undefined && !answer.isFetching && <EmptyState title={t('none', { q: asked.trim() })} hint={t('noneHint')} />
      ) : (
        <ul ref={list}>
          {kinds.map((kind) => {
            const window = findWindow(kind)
            return (
              <li key={kind}>
                <Section title={window === undefined ? kind : say(window.short ?? window.title)} acts={<span className="quiet">{t('results', { n: hits.filter((hit) => hit.window === kind).length })}</span>}>
                  <ul className="work-list">
                    {ordered.map((hit, index) =>
                      hit.window === kind ? (
                        <li key={`${hit.caseId} ${hit.matched} ${hit.value}`}>
                          <button type="button" data-hit className={`work hit${index === marked ? ' marked' : ''}`} onClick={() => open(hit)}>
                            <HitWords hit={hit} />
                          </button>
                        </li>
                      ) : null,
                    )}
                  </ul>
                </Section>
              </li>
            )
          })}
        </ul>
      )}
      {hits.length >= most && <p className="quiet">{t('mayMore', { n: most })}</p>}
    </Page>
  )
}

export default FindPage
