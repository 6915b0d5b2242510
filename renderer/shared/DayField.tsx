/**
 * A civil day typed as 2026-05-20 (also 20260520, 2026.5.20, 2026年5月20日); no calendar pops up. With `long`, the letter c or 长 writes 长期.
 *   <DayField value={party.birth} onChange={(day) => …} />   value '' | 'YYYY-MM-DD' | 'long'
 * What does not make a day yet is kept as typed and reported as '' until it does; on leaving, a wrong one stays and is marked.
 */
import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { isCivilDate } from '../../domain/dates.ts'
import { useWords } from './i18n.ts'
import { shared } from './words.ts'

/** Reads a typed day; undefined if it is none. */
export const readDay = (typed: string): string | undefined => {
  const parts = /^\s*(\d{4})\s*(?:[-./年])\s*(\d{1,2})\s*(?:[-./月])\s*(\d{1,2})\s*日?\s*$/u.exec(typed) ?? /^\s*(\d{4})(\d{2})(\d{2})\s*$/u.exec(typed)
  if (parts === null) return undefined
  const day = `${parts[1] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
  return isCivilDate(day) ? day : undefined
}

export interface DayFieldProps {
  readonly value: string
  readonly onChange: (day: string) => void
  readonly onBlur?: () => void
  readonly id?: string
  readonly status?: '' | 'error' | 'warning'
  readonly disabled?: boolean
  /** Allows 长期 (`long`). */
  readonly long?: boolean
  readonly autoFocus?: boolean
  readonly suffix?: ReactNode
  readonly 'aria-describedby'?: string
  readonly 'aria-label'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-required'?: boolean
}

export const DayField = ({ value, onChange, onBlur, long = false, status, ...rest }: DayFieldProps) => {
  const t = useWords(shared)
  const shown = value === 'long' ? t('long') : value
  const [typed, setTyped] = useState<string | undefined>()
  const [left, setLeft] = useState(false)
  const isLong = (text: string): boolean => long && /^(长期?|c|l|long.*)$/iu.test(text.trim())
  const wrong = typed !== undefined && typed.trim() !== '' && readDay(typed) === undefined && !isLong(typed)
  const type = (text: string): void => {
    setTyped(text)
    setLeft(false)
    const next = isLong(text) ? 'long' : (readDay(text) ?? '')
    if (next !== value) onChange(next)
  }
  return (
    <>
      <Input
        {...rest}
        className="day-field"
        value={typed ?? shown}
        status={wrong && left ? 'error' : (status ?? '')}
        placeholder="2026-05-20"
        inputMode={long ? 'text' : 'numeric'}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          if (!wrong) setTyped(undefined)
          setLeft(true)
          onBlur?.()
        }}
      />
      {wrong && left && <div className="finding-note stop">{/^\D*\d{4}\D*\d{1,2}\D*\d{1,2}\D*$/u.test(typed) ? t('noSuchDay') : t('dayShape')}</div>}
    </>
  )
}
