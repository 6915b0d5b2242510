import { Input } from 'antd'
import { memo, useId, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Address } from '../../../domain/case/file.ts'
import { Field } from '../../shared/Field.tsx'
import { useCaseWords, useCoupleFact, useCouplePlace } from '../desk/context.tsx'
import { countiesOn, matchAreas, partsOfArea } from './areas.ts'
import type { AreaEntry } from './areas.ts'
import { Answers } from './fields.tsx'
import { useField } from './store.ts'

/** Province, prefecture and county by code, name or initials (GB/T 2260 as in force on the day); the parts of the address follow the code. */
export const AreaFact = memo(({ party, span }: { readonly party: 0 | 1; readonly span: number }) => {
  const t = useCaseWords()
  const { desk, editable, today } = useCouplePlace()
  const path = `parties.${party}.residence.area` as const
  const { found } = useCoupleFact(path)
  const [province] = useField(desk.store, `parties.${party}.residence.province`)
  const [prefecture] = useField(desk.store, `parties.${party}.residence.prefecture`)
  const [county] = useField(desk.store, `parties.${party}.residence.county`)
  const list = useId()
  const [typed, setTyped] = useState<string | undefined>()
  const [marked, setMarked] = useState(0)
  const shown = `${province}${prefecture}${county}`
  const put = (parts: Partial<Address>) => desk.store.set(`parties.${party}.residence`, { ...desk.store.get().parties[party].residence, ...parts })
  const matches = useMemo(() => (typed === undefined ? [] : matchAreas(countiesOn(today), typed)), [typed, today])
  const take = (entry: AreaEntry | undefined) => {
    setTyped(undefined)
    if (entry !== undefined) put({ area: entry.code, province: entry.province, prefecture: entry.prefecture, county: entry.county })
  }
  const leave = () => {
    if (typed?.trim() === '') put({ area: '', province: '', prefecture: '', county: '' })
    else if (typed !== undefined && /^\d{6}$/.test(typed.trim()) && matches.length === 0) {
      // A code the table does not know (newer than it) is kept; the address then stands in the detail.
      put({ area: typed.trim(), ...partsOfArea(typed.trim(), today) })
    } else if (typed !== undefined && matches.length === 1) take(matches[0])
    setTyped(undefined)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setMarked((at) => (at + (event.key === 'ArrowDown' ? 1 : -1) + matches.length) % Math.max(1, matches.length))
    } else if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation()
      setTyped(undefined)
    } else if ((event.key === 'Enter' || event.key === 'Tab') && matches.length > 0) take(matches[marked])
  }
  const open = matches.length > 0
  return (
    <div className={`fact span-${String(span)}`}>
      <Field path={path} label={t('field.area')} findings={found}>
        <AreaInput
          list={list} open={open} marked={matches[marked]?.code} value={typed ?? shown} disabled={!editable} placeholder={t('areaHint')}
          onChange={(next) => { setTyped(next); setMarked(0) }} onKeyDown={onKeyDown} onBlur={leave} matches={matches} onTake={take}
        />
      </Field>
      <Answers found={found} />
    </div>
  )
})

interface AreaInputProps {
  readonly id?: string
  readonly status?: '' | 'error' | 'warning'
  readonly list: string
  readonly open: boolean
  readonly marked: string | undefined
  readonly value: string
  readonly disabled: boolean
  readonly placeholder: string
  readonly onChange: (typed: string) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly onBlur: () => void
  readonly matches: readonly AreaEntry[]
  readonly onTake: (entry: AreaEntry) => void
}

const AreaInput = ({ list, open, marked, onChange, matches, onTake, status, ...rest }: AreaInputProps) => (
  <div className="code-select area-select">
    <Input
      {...rest} status={status ?? ''} role="combobox" aria-expanded={open} aria-controls={list} aria-autocomplete="list" autoComplete="off" spellCheck={false}
      {...(marked !== undefined && { 'aria-activedescendant': `${list}-${marked}` })}
      onChange={(event) => onChange(event.target.value)} onFocus={(event) => event.target.select()}
    />
    {open && (
      <ul className="code-options" role="listbox" id={list}>
        {matches.map((entry) => (
          <li
            key={entry.code} id={`${list}-${entry.code}`} role="option" aria-selected={entry.code === marked} className={entry.code === marked ? 'marked' : ''}
            onMouseDown={(event) => { event.preventDefault(); onTake(entry) }}
          >
            <span className="code-options-code">{entry.code}</span> {entry.name}
          </li>
        ))}
      </ul>
    )}
  </div>
)
