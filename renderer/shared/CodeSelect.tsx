/**
 * A choice from a code table by typing: its code, its characters, or its pinyin initials (in English, letters of the name).
 *   <CodeSelect table={ethnicities} value={party.ethnicity} onChange={(code) => …} />
 * Enter or Tab takes the marked choice and goes on; the list opens on typing or with the down key. No choice is ever made by itself.
 */
import { Input, type InputRef } from 'antd'
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Code } from '../../domain/codes/index.ts'
import { useLanguage, useWords } from './i18n.ts'
import { initialsOf } from './initials.ts'
import { shared } from './words.ts'

const initialsKept = new WeakMap<object, string>()
const initials = (entry: Code): string => {
  let kept = initialsKept.get(entry)
  if (kept === undefined) {
    kept = initialsOf(entry.zh)
    initialsKept.set(entry, kept)
  }
  return kept
}

/** The entries of a table that fit what was typed, the best first. */
export const matchCodes = (table: readonly Code[], typed: string, english: boolean): readonly Code[] => {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return table
  const rank = (entry: Code): number => {
    const label = (english ? entry.en : entry.zh).toLowerCase()
    if (entry.code.toLowerCase() === wanted || label === wanted) return 0
    if (entry.code.toLowerCase().startsWith(wanted)) return 1
    if (label.startsWith(wanted)) return 2
    if (initials(entry).startsWith(wanted)) return 3
    if (label.includes(wanted)) return 4
    if (entry.zh.includes(wanted) || entry.en.toLowerCase().includes(wanted)) return 5
    return -1
  }
  return table
    .map((entry) => [rank(entry), entry] as const)
    .filter(([place]) => place >= 0)
    .sort((a, b) => a[0] - b[0])
    .map(([, entry]) => entry)
}

export interface CodeSelectProps {
  readonly table: readonly Code[]
  readonly value: string
  readonly onChange: (code: string) => void
  readonly onBlur?: () => void
  readonly id?: string
  readonly status?: '' | 'error' | 'warning'
  readonly disabled?: boolean
  readonly placeholder?: string
  /** Shows the code before the label. */
  readonly codes?: boolean
  readonly autoFocus?: boolean
  readonly 'aria-describedby'?: string
  readonly 'aria-label'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-required'?: boolean
}

export const CodeSelect = ({ table, value, onChange, onBlur, status, codes = true, placeholder, ...rest }: CodeSelectProps) => {
  const t = useWords(shared)
  const english = useLanguage() === 'en'
  const list = useId()
  const input = useRef<InputRef>(null)
  const options = useRef<HTMLUListElement>(null)
  const [typed, setTyped] = useState<string | undefined>()
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState(0)
  const labelOf = (entry: Code): string => (english ? entry.en : entry.zh)
  const chosen = table.find((entry) => entry.code === value)
  const shown = chosen === undefined ? value : labelOf(chosen)
  const found = useMemo(() => matchCodes(table, typed ?? '', english), [table, typed, english])
  const wrong = typed !== undefined && typed.trim() !== '' && found.length === 0

  useEffect(() => {
    if (open) options.current?.children[marked]?.scrollIntoView({ block: 'nearest' })
  }, [open, marked])

  const unfold = (): void => {
    setMarked(typed === undefined ? Math.max(0, found.findIndex((entry) => entry.code === value)) : 0)
    setOpen(true)
  }
  const take = (entry: Code | undefined): void => {
    setOpen(false)
    setTyped(undefined)
    if (entry !== undefined && entry.code !== value) onChange(entry.code)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) unfold()
      else setMarked((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length))
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
      setTyped(undefined)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      // The key itself goes on to the form, which moves to the next field.
      if (open) {
        if (wrong) event.preventDefault()
        else take(typed?.trim() === '' ? undefined : found[marked])
      }
      if (typed?.trim() === '' && value !== '') onChange('')
    }
  }
  return (
    <div className="code-select">
      <Input
        {...rest}
        ref={input}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        {...(open && found[marked] !== undefined && { 'aria-activedescendant': `${list}-${found[marked].code}` })}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder ?? t('typeToFind')}
        value={typed ?? shown}
        status={wrong ? 'error' : (status ?? '')}
        onChange={(event) => {
          setTyped(event.target.value)
          setMarked(0)
          setOpen(true)
        }}
        onClick={() => {
          if (!open) unfold()
        }}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false)
          if (typed?.trim() === '' && value !== '') onChange('')
          else if (typed !== undefined && found[0] !== undefined && typed.trim() !== '' && (found.length === 1 || found[0].code === typed.trim() || labelOf(found[0]) === typed.trim()) && found[0].code !== value) onChange(found[0].code)
          setTyped(undefined)
          onBlur?.()
        }}
      />
      {open && (
        <ul className="code-options" role="listbox" id={list} ref={options}>
          {found.map((entry, index) => (
            <li
              key={entry.code}
              id={`${list}-${entry.code}`}
              role="option"
              aria-selected={entry.code === value}
              className={index === marked ? 'marked' : ''}
              onMouseDown={(event) => {
                event.preventDefault()
                take(entry)
              }}
            >
              {codes && <span className="code-options-code">{entry.code}</span>}
              {labelOf(entry)}
            </li>
          ))}
          {found.length === 0 && <li className="quiet">{t('noSuchCode')}</li>}
        </ul>
      )}
    </div>
  )
}
