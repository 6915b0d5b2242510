import { Input } from 'antd'
import { useEffect, useId, useState, type ReactNode } from 'react'
import { FailurePanel } from './Page.tsx'

/** What is typed into a finder, and what is asked for a moment after the last key. */
export interface FinderText {
  readonly typed: string
  readonly wanted: string
  readonly setTyped: (typed: string) => void
  readonly clear: () => void
}

/** The text of a finder; it is asked for once nobody has typed for 80 ms. */
export const useFinderText = (): FinderText => {
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), 80)
    return () => clearTimeout(timer)
  }, [typed])
  return { typed, wanted, setTyped, clear: () => { setTyped(''); setWanted('') } }
}

interface FinderBoxProps<Row> {
  readonly text: FinderText
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly render: (row: Row) => ReactNode
  readonly onTake: (row: Row) => void
  /** The answer to what was asked for last: whether it is of an earlier text, still on its way, or failed. */
  readonly answer: { readonly isPlaceholderData: boolean; readonly isFetching: boolean; readonly error: unknown }
  readonly label: string
  readonly listLabel: string
  readonly placeholder: string
  /** What stands in the list while it is empty: on its way, and nothing found. */
  readonly finding: string
  readonly notFound: string
  /** Escape empties the box first, and leaves the dialog or page it stands in only when it is empty. */
  readonly clearsOnEscape?: boolean
}

/** A box that lists what it finds as one types; arrows mark a line, Enter takes it. */
export const FinderBox = <Row,>({ text, rows, rowKey, render, onTake, answer, label, listLabel, placeholder, finding, notFound, clearsOnEscape = false }: FinderBoxProps<Row>) => {
  const list = useId()
  const [marked, setMarked] = useState(0)
  const [left, setLeft] = useState(false)
  const { typed, wanted } = text
  const open = !left && wanted !== '' && typed.trim() !== ''
  const shown = open ? rows : []
  const take = (row: Row | undefined): void => {
    if (row === undefined) return
    text.clear()
    setMarked(0)
    onTake(row)
  }
  return (
    <div className="plot-find">
      <Input
        role="combobox" aria-label={label} aria-expanded={open} aria-controls={list} aria-autocomplete="list" placeholder={placeholder} value={typed} maxLength={60} autoComplete="off" spellCheck={false}
        {...(shown[marked] !== undefined && { 'aria-activedescendant': `${list}-${String(marked)}` })}
        onFocus={() => setLeft(false)} onBlur={() => setLeft(true)}
        onChange={(event) => { text.setTyped(event.target.value); setMarked(0) }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            setMarked((at) => Math.max(0, Math.min(shown.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
          } else if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault()
            if (wanted === typed.trim() && !answer.isPlaceholderData) take(shown[marked])
          } else if (clearsOnEscape && event.key === 'Escape' && typed !== '') {
            event.preventDefault()
            event.stopPropagation()
            text.setTyped('')
          }
        }}
      />
      {open && (
        <ul className="code-options" role="listbox" id={list} aria-label={listLabel}>
          {shown.map((row, index) => <li key={rowKey(row)} id={`${list}-${String(index)}`} role="option" aria-selected={index === marked} className={index === marked ? 'marked' : ''} onMouseDown={(event) => { event.preventDefault(); take(row) }}>{render(row)}</li>)}
          {shown.length === 0 && <li className="quiet">{answer.isFetching ? finding : notFound}</li>}
        </ul>
      )}
      <FailurePanel failure={answer.error} />
    </div>
  )
}
