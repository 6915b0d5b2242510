/** A day with its hour and minute typed as 2026-08-05 09:30 (also 202608050930, or 9:30 for today), kept as an instant with the country's offset. `<InstantField value={at} today={today} onChange={…} />` */
import { Input } from 'antd'
import { useState } from 'react'
import { isCivilDate } from '../../../domain/dates.ts'
import { useWords } from '../../shared/i18n.ts'
import { words } from '../words.ts'

/** One time is kept in the whole country. */
const offset = '+08:00'

/** Reads a typed moment as an instant; undefined if it is none. */
export const readInstant = (typed: string, today: string): string | undefined => {
  const text = typed.trim().replace(/[：]/gu, ':')
  const parts = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?[T\s]+(\d{1,2})[:时](\d{1,2})分?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})\s?(\d{2}):?(\d{2})$/u.exec(text)
  const clock = parts === null ? /^(\d{1,2})[:时](\d{1,2})分?$/u.exec(text) : null
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
  const day = parts !== null ? `${parts[1] ?? ''}-${two(parts[2])}-${two(parts[3])}` : clock !== null ? today : ''
  const hour = two(parts?.[4] ?? clock?.[1])
  const minute = two(parts?.[5] ?? clock?.[2])
  return isCivilDate(day) && Number(hour) < 24 && Number(minute) < 60 ? `${day}T${hour}:${minute}:00${offset}` : undefined
}
/** Writes an instant as it is typed. */
export const writeInstant = (at: string): string => (at === '' ? '' : `${at.slice(0, 10)} ${at.slice(11, 16)}`)
/** This minute as an instant. */
export const instantNow = (): string => `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16)}:00${offset}`

export interface InstantFieldProps {
  readonly value: string
  readonly today: string
  readonly onChange: (at: string) => void
  readonly id?: string
  readonly status?: '' | 'error' | 'warning'
  readonly disabled?: boolean
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-required'?: boolean
}

export const InstantField = ({ value, today, onChange, status, ...rest }: InstantFieldProps) => {
  const t = useWords(words)
  const [typed, setTyped] = useState<string | undefined>()
  const [left, setLeft] = useState(false)
  const wrong = typed !== undefined && typed.trim() !== '' && readInstant(typed, today) === undefined
  return (
    <>
      <Input
        {...rest} className="day-field" value={typed ?? writeInstant(value)} status={wrong && left ? 'error' : (status ?? '')} placeholder={t('instantHint')} inputMode="numeric" autoComplete="off" spellCheck={false} maxLength={24}
        onChange={(event) => {
          setTyped(event.target.value)
          setLeft(false)
          onChange(readInstant(event.target.value, today) ?? '')
        }}
        onBlur={() => {
          if (!wrong) setTyped(undefined)
          setLeft(true)
        }}
      />
      {wrong && left && <div className="finding-note stop">{t('instantShape')}</div>}
    </>
  )
}
