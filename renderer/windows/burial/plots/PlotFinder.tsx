import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { FailurePanel } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { words } from './words.ts'

/** Finds a plot by the name, identity number or telephone of its holder or of who lies there, or by a number of a paper; Enter takes the marked one. */
export const PlotFinder = ({ onFound, label }: { readonly onFound: (plot: string) => void; readonly label?: string }) => {
  const t = useWords(words)
  const say = useSay()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  const [marked, setMarked] = useState(0)
  const [left, setLeft] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), 80)
    return () => clearTimeout(timer)
  }, [typed])
  const answer = useRoute('findPlots', { query: { text: wanted } }, { enabled: wanted !== '', keep: true })
  const rows = wanted === '' || typed.trim() === '' ? [] : (answer.data?.rows ?? [])
  const open = !left && wanted !== '' && typed.trim() !== ''
  const take = (plot: string | undefined): void => {
    if (plot === undefined) return
    setTyped('')
    setWanted('')
    setMarked(0)
    onFound(plot)
  }
  return (
    <div className="plot-find">
      <Input
        role="combobox" aria-label={label ?? t('find')} aria-expanded={open} aria-controls={list} aria-autocomplete="list" placeholder={t('findHint')} value={typed} maxLength={60} autoComplete="off" spellCheck={false}
        {...(rows[marked] !== undefined && { 'aria-activedescendant': `${list}-${String(marked)}` })}
        onFocus={() => setLeft(false)} onBlur={() => setLeft(true)}
        onChange={(event) => { setTyped(event.target.value); setMarked(0) }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            setMarked((at) => Math.max(0, Math.min(rows.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
          } else if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault()
            if (wanted === typed.trim() && !answer.isPlaceholderData) take(rows[marked]?.plot)
          } else if (event.key === 'Escape' && typed !== '') {
            event.preventDefault()
            event.stopPropagation()
            setTyped('')
          }
        }}
      />
      {open && (
        <ul className="code-options" role="listbox" id={list} aria-label={t('find')}>
          {rows.map((row, index) => (
            <li key={row.plot} id={`${list}-${String(index)}`} role="option" aria-selected={index === marked} className={index === marked ? 'marked' : ''} onMouseDown={(event) => { event.preventDefault(); take(row.plot) }}>
              <b className="data">{say(row.words)}</b> <span className="tag">{t(`state_${row.state}`)}</span>
              <div className="quiet"><span className="data">{[row.holder, ...row.lying].filter((part) => part !== '').join(' · ')}</span>{row.until === '' ? '' : ` · ${t('endsOn', { day: row.until })}`}</div>
            </li>
          ))}
          {rows.length === 0 && <li className="quiet">{answer.isFetching ? t('finding') : t('notFound')}</li>}
        </ul>
      )}
      <FailurePanel failure={answer.error} />
    </div>
  )
}
