/** An amount in yuan as typed (1234.50), kept as whole fen; '' is no amount. `<MoneyField value={fen} onChange={(fen) => …} />` */
import { Input } from 'antd'
import { useState } from 'react'
import { useWords } from './i18n.ts'
import { shared } from './words.ts'

/** Reads an amount in yuan as fen; undefined if it is none. */
export const readFen = (typed: string): number | undefined => {
  const parts = /^\s*¥?\s*(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?\s*元?\s*$/u.exec(typed)
  return parts === null ? undefined : Number((parts[1] ?? '').replaceAll(',', '')) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}
/** Writes fen as yuan with two places. */
export const writeFen = (fen: number): string => `${String(Math.trunc(fen / 100))}.${String(fen % 100).padStart(2, '0')}`

export interface MoneyFieldProps {
  readonly value: number | undefined
  readonly onChange: (fen: number | undefined) => void
  readonly id?: string
  readonly status?: '' | 'error' | 'warning'
  readonly disabled?: boolean
  readonly 'aria-describedby'?: string
  readonly 'aria-label'?: string
}

export const MoneyField = ({ value, onChange, status, ...rest }: MoneyFieldProps) => {
  const t = useWords(shared)
  const [typed, setTyped] = useState<string | undefined>()
  const wrong = typed !== undefined && typed.trim() !== '' && readFen(typed) === undefined
  return (
    <>
      <Input
        {...rest}
        className="money-field"
        inputMode="decimal"
        prefix="¥"
        autoComplete="off"
        status={wrong ? 'error' : (status ?? '')}
        value={typed ?? (value === undefined ? '' : writeFen(value))}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(readFen(event.target.value))
        }}
        onBlur={() => {
          if (!wrong) setTyped(undefined)
        }}
      />
      {wrong && <div className="finding-note stop">{t('moneyShape')}</div>}
    </>
  )
}
