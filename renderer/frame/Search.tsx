/** The one search box: results as you type, up and down to choose, Enter to open. An answer that comes late belongs to its own question and is dropped. */
import { Input, type InputRef } from 'antd'
import { Fragment, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import { useSay, useWords } from '../shared/i18n.ts'
import { useLate } from '../shared/Page.tsx'
import { useRoute } from '../shared/query.ts'
import { findWindow, windows } from '../windows.ts'
import { HitWords } from '../pages/find/HitWords.tsx'
import { words } from './words.ts'

/** Waits a moment after the last key, so that a fast typist asks once a word. */
const useSettled = (value: string, after: number): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), after)
    return () => clearTimeout(timer)
  }, [value, after])
  return settled
}

export const Search = () => {
  const t = useWords(words)
  const say = useSay()
  const [, navigate] = useLocation()
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState(-1)
  const list = useId()
  const input = useRef<InputRef>(null)
  const wanted = useSettled(typed.trim(), 30)
  const answer = useRoute('search', { query: { q: wanted, limit: 12 } }, { enabled: wanted !== '' && open, keep: true, fresh: 5_000 })
  const late = useLate(answer.isFetching, 300)
  const found = wanted === '' ? [] : (answer.data?.hits ?? [])
  // Grouped by window in the order of the desk; within a window as found.
  const hits = [...windows.flatMap((window) => found.filter((hit) => hit.window === window.id)), ...found.filter((hit) => findWindow(hit.window) === undefined)]
  const grouped = new Set(hits.map((hit) => hit.window)).size > 1
  const go = (path: string): void => {
    setOpen(false)
    setTyped('')
    setMarked(-1)
    input.current?.blur()
    navigate(path)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (hits.length > 0) setMarked((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length)
    } else if (event.key === 'Escape') {
      setOpen(false)
      setTyped('')
      input.current?.blur()
      document.querySelector<HTMLElement>('#main')?.focus()
    } else if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault()
      const hit = marked >= 0 ? hits[marked] : hits.length === 1 && wanted === typed.trim() && !answer.isPlaceholderData ? hits[0] : undefined
      const window = hit === undefined ? undefined : findWindow(hit.window)
      go(hit !== undefined && window !== undefined ? window.casePath(hit.caseId) : `/find?q=${encodeURIComponent(typed.trim())}`)
    }
  }
  const showing = open && typed.trim() !== ''
  return (
    <div className="frame-search" role="search">
      <Input
        id="desk-search"
        ref={input}
        role="combobox"
        aria-label={t('search')}
        aria-expanded={showing}
        aria-controls={list}
        aria-autocomplete="list"
        {...(marked >= 0 && { 'aria-activedescendant': `${list}-${String(marked)}` })}
        placeholder={t('searchHint')}
        prefix={<kbd className="key-cap">/</kbd>}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setMarked(-1)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {showing && (
        <div className="search-hits" onMouseDown={(event) => event.preventDefault()}>
          <ul role="listbox" id={list} aria-label={t('search')}>
            {hits.map((hit, index) => (
              <Fragment key={`${hit.caseId} ${hit.matched}`}>
                {grouped && hit.window !== hits[index - 1]?.window && <li role="presentation" className="search-group">{say(findWindow(hit.window)?.short ?? findWindow(hit.window)?.title ?? { zh: hit.window, en: hit.window })}</li>}
                <li id={`${list}-${String(index)}`} role="option" aria-selected={index === marked} className={index === marked ? 'marked' : ''} onClick={() => go(findWindow(hit.window)?.casePath(hit.caseId) ?? '/')}>
                  <HitWords hit={hit} />
                </li>
              </Fragment>
            ))}
          </ul>
          {hits.length === 0 && answer.data !== undefined && !answer.isFetching && wanted === typed.trim() && <p className="quiet pad">{t('noHit', { q: wanted })}</p>}
          {answer.error !== null && <p className="finding-note stop">{say(answer.error.text)}</p>}
          {late && <p className="quiet pad">{t('searching')}</p>}
          {hits.length > 0 && <p className="quiet pad">{t('allHits')}</p>}
        </div>
      )}
    </div>
  )
}
