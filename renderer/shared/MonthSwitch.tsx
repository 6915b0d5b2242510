/** A month typed or stepped: `<MonthSwitch value="2026-05" last={today} onChange={…} />` */
import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { shiftMonth } from '../../domain/dates.ts'
import { useWords } from './i18n.ts'
import { shared } from './words.ts'

export interface MonthSwitchProps {
  readonly value: string
  readonly onChange: (month: string) => void
  /** No month after this one. */
  readonly last?: string
}

const shape = /^\d{4}-(0[1-9]|1[0-2])$/

export const MonthSwitch = ({ value, onChange, last }: MonthSwitchProps) => {
  const t = useWords(shared)
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <div className="row month-switch">
      <Button size="small" aria-label={t('monthBefore')} onClick={() => onChange(shiftMonth(value, -1))}>
        ‹
      </Button>
      <Input
        aria-label={t('month')}
        className="month-field"
        value={typed}
        maxLength={7}
        status={shape.test(typed) ? '' : 'error'}
        onChange={(event) => {
          setTyped(event.target.value)
          if (shape.test(event.target.value) && (last === undefined || event.target.value <= last)) onChange(event.target.value)
        }}
        onBlur={() => setTyped(value)}
      />
      <Button size="small" aria-label={t('monthAfter')} disabled={last !== undefined && value >= last} onClick={() => onChange(shiftMonth(value, 1))}>
        ›
      </Button>
    </div>
  )
}
