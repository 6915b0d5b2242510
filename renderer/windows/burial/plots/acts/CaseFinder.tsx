import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useWords } from '../../../../shared/i18n.ts'
import { FailurePanel } from '../../../../shared/Page.tsx'
import { useRoute } from '../../../../shared/query.ts'
import { HitWords } from '../../../../pages/find/HitWords.tsx'
import { words } from '../words.ts'

/** Finds a case of the burial window as one types; Enter takes the marked one. */
export const CaseFinder = ({ onFound }: { readonly onFound: (id: string) => void }) => {
  const t = useWords(words)
  const list = useId()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  const [marked, setMarked] = useState(0)
  const [left, setLeft] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), 80)
    return () => clearTimeout(timer)
  }, [typed])
  const answer = useRoute('search', { query: { q: wanted, limit: 20 } }, { enabled: wanted !== '', keep: true })
  const open = !left && wanted !== '' && typed.trim() !== ''
  const hits = !open ? [] : (answer.data?.hits ?? []).filter((hit, index, all) => hit.window === 'burial' && !hit.caseId.includes('/') && all.findIndex((other) => other.caseId === hit.caseId) === index)
  const take = (id: string | undefined): void => {
    if (id === undefined) return
    setTyped('')
    setWanted('')
    setMarked(0)
    onFound(id)
  }
  return (
    <div className="plot-find">
      <Input
        role="combobox" aria-label={t('fromCase')} aria-expanded={open} aria-controls={list} placeholder={t('caseHint')} value={typed} maxLength={60} autoComplete="off" spellCheck={false} {...(hits[marked] !== undefined && { 'aria-activedescendant': `${list}-${String(marked)}` })}
        onFocus={() => setLeft(false)} onBlur={() => setLeft(true)}
        onChange={(event) => { setTyped(event.target.value); setMarked(0) }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            setMarked((at) => Math.max(0, Math.min(hits.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
          } else if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault()
            if (wanted === typed.trim() && !answer.isPlaceholderData) take(hits[marked]?.caseId)
          }
        }}
      />
      {open && (
        <ul className="code-options" role="listbox" id={list} aria-label={t('fromCase')}>
          {hits.map((hit, index) => <li key={hit.caseId} id={`${list}-${String(index)}`} role="option" aria-selected={index === marked} className={index === marked ? 'marked' : ''} onMouseDown={(event) => { event.preventDefault(); take(hit.caseId) }}><HitWords hit={hit} /></li>)}
          {hits.length === 0 && <li className="quiet">{answer.isFetching ? t('finding') : t('notFound')}</li>}
        </ul>
      )}
      <FailurePanel failure={answer.error} />
    </div>
  )
}
