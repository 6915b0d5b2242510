import { Input } from 'antd'
import { memo, useId, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { areaName } from '../../../domain/areas/index.ts'
import type { Address } from '../../../domain/case/file.ts'
import type { Finding } from '../../../domain/rule.ts'
import { Field } from '../../shared/Field.tsx'
import { useAnyFact, useCasePlace, useCaseWords, useCoupleFact, useCouplePlace } from '../desk/context.tsx'
import { countiesOn, matchAreas, partsOfArea } from './areas.ts'
import type { AreaEntry } from './areas.ts'
import { Answers } from './fields.tsx'
import { useField } from './store.ts'

const noEntries: readonly AreaEntry[] = []

interface AreaPickProps {
  readonly path: string
  readonly label: string
  readonly found: readonly Finding[]
  readonly editable: boolean
  readonly span: number
  readonly required?: boolean
  /** What the box shows while nobody types. */
  readonly shown: string
  /** Choices beside the counties (nobody's area). */
  readonly extra?: readonly AreaEntry[]
  /** An area chosen, a code that the table does not know, or nothing. */
  readonly onTake: (area: AreaEntry | { readonly code: string }) => void
}

/** A county found by code, name or initials (GB/T 2260 as in force on the day). */
const AreaPick = ({ path, label, found, editable, span, required = false, shown, extra = noEntries, onTake }: AreaPickProps) => {
  const t = useCaseWords()
  const { today } = useCasePlace()
  const list = useId()
  const [typed, setTyped] = useState<string | undefined>()
  const [marked, setMarked] = useState(0)
  const matches = useMemo(() => (typed === undefined ? [] : [...matchAreas(extra, typed), ...matchAreas(countiesOn(today), typed)]), [typed, today, extra])
  const take = (entry: AreaEntry | undefined) => {
    setTyped(undefined)
    if (entry !== undefined) onTake(entry)
  }
  const leave = () => {
    if (typed?.trim() === '') onTake({ code: '' })
    // A code the table does not know (newer than it, or a test code) is kept.
    else if (typed !== undefined && /^\d{6}$/.test(typed.trim()) && matches.length === 0) onTake({ code: typed.trim() })
    else if (typed !== undefined && matches.length === 1) take(matches[0])
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
  return (
    <div className={`fact span-${String(span)}`}>
      <Field path={path} label={label} required={required} findings={found}>
        <AreaInput
          list={list} open={matches.length > 0} marked={matches[marked]?.code} value={typed ?? shown} disabled={!editable} placeholder={t('areaHint')}
          onChange={(next) => { setTyped(next); setMarked(0) }} onKeyDown={onKeyDown} onBlur={leave} matches={matches} onTake={take}
        />
      </Field>
      <Answers found={found} />
    </div>
  )
}

/** Province, prefecture and county of a party's address; the parts of the address follow the code. */
export const AreaFact = memo(({ party, span }: { readonly party: 0 | 1; readonly span: number }) => {
  const t = useCaseWords()
  const { desk, editable, today } = useCouplePlace()
  const path = `parties.${party}.residence.area` as const
  const { found } = useCoupleFact(path)
  const [province] = useField(desk.store, `parties.${party}.residence.province`)
  const [prefecture] = useField(desk.store, `parties.${party}.residence.prefecture`)
  const [county] = useField(desk.store, `parties.${party}.residence.county`)
  const put = (parts: Partial<Address>) => desk.store.set(`parties.${party}.residence`, { ...desk.store.get().parties[party].residence, ...parts })
  return (
    <AreaPick
      path={path} label={t('field.area')} found={found} editable={editable} span={span} shown={`${province}${prefecture}${county}`}
      onTake={(area) => put({ area: area.code, ...('county' in area ? { province: area.province, prefecture: area.prefecture, county: area.county } : area.code === '' ? { province: '', prefecture: '', county: '' } : partsOfArea(area.code, today)) })}
    />
  )
})

/** An area that the file holds by its code alone. */
export const AreaCodeFact = memo(({ path, label, span, required = false, extra = noEntries }: { readonly path: string; readonly label: string; readonly span: number; readonly required?: boolean; readonly extra?: readonly AreaEntry[] }) => {
  const { today } = useCasePlace()
  const { value, set, found, editable } = useAnyFact(path)
  const code = value as string
  const named = extra.find((entry) => entry.code === code)?.name ?? areaName(code, today)
  return <AreaPick path={path} label={label} found={found} editable={editable} span={span} required={required} extra={extra} shown={named === '' ? code : named} onTake={(area) => (set as (code: string) => void)(area.code)} />
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
