/** Fields of one name of the case: their values by the item's place in the file, their findings by its number, which stays. */
import { Input } from 'antd'
import { createContext, memo, useCallback, useContext, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { FocusEvent, ReactElement, ReactNode } from 'react'
import type { Code } from '../../../../../domain/codes/index.ts'
import type { PlaceNameItem } from '../../../../../domain/place-names/case/file.ts'
import { emptyPlaceNameItem } from '../../../../../domain/place-names/case/file.ts'
import type { Finding } from '../../../../../domain/rule.ts'
import { Answers } from '../../../../case/form/fields.tsx'
import { Choices } from '../../../../case/form/choices.tsx'
import { useFindings } from '../../../../case/form/findings.ts'
import { valueAt, withValueAt } from '../../../../case/form/paths.ts'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { Field } from '../../../../shared/Field.tsx'
import { SuggestInput } from '../../../../shared/SuggestInput.tsx'
import { usePlaceNames, usePlaceNameWords, useSettled } from '../parts.tsx'
import type { NameChecker, NameKnown } from './checker.ts'
import { itemFindings } from './checker.ts'

export interface ItemPlace {
  readonly id: string
  readonly index: number
  readonly checker: NameChecker
  /** Another proposal than the one in use is being looked up: its findings are not those of the fields. */
  readonly looksElsewhere: boolean
}
const Context = createContext<ItemPlace | undefined>(undefined)
export const ItemPlaceProvider = Context.Provider
/** The name this part of the page is about. */
export const useItemPlace = (): ItemPlace => {
  const place = useContext(Context)
  if (place === undefined) throw new Error('outside a name of the case')
  return place
}

const idle: NameKnown = { name: '', reply: undefined, busy: false, failure: undefined }
/** What the look-up knows of the name. */
export const useKnown = (): NameKnown => {
  const { checker, id } = useItemPlace()
  return useSyncExternalStore(checker.subscribe, () => checker.known(id))
}

/** The last answer of the look-up alone: what shows nothing of a look-up under way is not drawn anew when one begins. */
export const useReply = (): NameKnown['reply'] => {
  const { checker, id } = useItemPlace()
  return useSyncExternalStore(checker.subscribe, () => checker.known(id).reply)
}

const noFindings: readonly Finding[] = []
const FindingsContext = createContext<readonly Finding[]>(noFindings)
/** Sorts out once what the rules say of the name, for all of its fields. */
export const ItemFindingsProvider = ({ children }: { readonly children: ReactNode }) => {
  const { desk } = usePlaceNames()
  const { id, looksElsewhere } = useItemPlace()
  const known = useKnown()
  const all = useFindings(desk.findings)
  const { reply } = looksElsewhere ? idle : known
  const settled = useSettled()
  const own = useMemo(() => (settled ? noFindings : itemFindings(id, all, { ...idle, reply })), [id, all, reply, settled])
  return <FindingsContext.Provider value={own}>{children}</FindingsContext.Provider>
}
/** The findings of the name, at some of its fields or at all. */
export const useItemFindings = (fields?: readonly string[]): readonly Finding[] => {
  const { id } = useItemPlace()
  const own = useContext(FindingsContext)
  return fields === undefined ? own : own.filter(({ field }) => fields.some((name) => field === `items.${id}.${name}`))
}

/** The item and how it is changed; drawn anew only when one of `parts` changes, so that a key in one field leaves the rest of the form alone. All of it when none are named. */
export const useItem = (...parts: readonly (keyof PlaceNameItem)[]) => {
  const { desk, editable } = usePlaceNames()
  const { id, index } = useItemPlace()
  const kept = useRef<PlaceNameItem>(undefined)
  const path = `items.${String(index)}`
  const item = useSyncExternalStore(useCallback((listener: () => void) => desk.store.subscribe(path, listener), [desk, path]), () => {
    const now = desk.store.get().items[index]
    const before = kept.current
    if (now === undefined) return before ?? emptyPlaceNameItem(id)
    if (before === undefined || before.id !== now.id || (parts.length === 0 ? before !== now : parts.some((part) => before[part] !== now[part]))) kept.current = now
    return kept.current ?? now
  })
  const change = useCallback((next: (item: PlaceNameItem) => PlaceNameItem) => desk.store.change((file) => ({ ...file, items: file.items.map((one) => (one.id === id ? next(one) : one)) })), [desk, id])
  return { item, change, editable }
}

type ItemPath = keyof PlaceNameItem | `size.${keyof PlaceNameItem['size']}` | `start.${string}` | `end.${string}` | `spelling.${keyof PlaceNameItem['spelling']}`
/** One fact of the item. */
export const useItemFact = (field: ItemPath) => {
  const { desk, editable } = usePlaceNames()
  const { id, index } = useItemPlace()
  const path = `items.${String(index)}.${field}`
  const value = useSyncExternalStore(useCallback((listener: () => void) => desk.store.subscribe(path, listener), [desk, path]), () => valueAt(desk.store.get(), path))
  const set = useCallback((next: unknown) => desk.store.change((file) => ({ ...file, items: file.items.map((one) => (one.id === id ? (next === undefined ? without(one, field) : withValueAt(one, field, next)) : one)) })), [desk, id, field])
  return { value, set, editable, path: `items.${id}.${field}` }
}
/** A size that was taken out is left out, not kept as nothing. */
const without = (item: PlaceNameItem, field: string): PlaceNameItem => {
  const [head = '', last] = field.split('.')
  const holder = last === undefined ? item : (item as unknown as Record<string, object>)[head] ?? {}
  const rest = Object.fromEntries(Object.entries(holder).filter(([key]) => key !== (last ?? head)))
  return last === undefined ? (rest as unknown as PlaceNameItem) : { ...item, [head]: rest }
}

interface Common {
  readonly field: ItemPath
  readonly label: string
  readonly span?: number
  readonly required?: boolean
  readonly hint?: ReactNode
  /** Other fields whose findings belong here. */
  readonly also?: readonly string[]
}

/** A field with its findings and the boxes for their reasons. */
export const ItemField = ({ field, label, span = 3, required = false, hint, also = [], group = false, children }: Common & { readonly group?: boolean; readonly children: ReactElement }) => {
  const { id } = useItemPlace()
  const path = `items.${id}.${field}`
  const found = useItemFindings([field, ...also])
  // What the rules say of a part of this field is shown with it; the reason is kept under the field that was named.
  const here = found.map((finding) => ({ ...finding, field: path }))
  return (
    <div className={`fact span-${String(span)}`}>
      <Field path={path} label={label} required={required} findings={here} hint={hint} group={group}>{children}</Field>
      <Answers found={found} />
    </div>
  )
}

/** A line, or with `lines` a few of them. */
export const ItemText = memo(({ max = 100, lines = 1, choices, mono = false, ...props }: Common & { readonly max?: number; readonly lines?: number; readonly choices?: readonly string[] | undefined; readonly mono?: boolean }) => {
  const { value, set, editable } = useItemFact(props.field)
  const typed = value as string
  const common = { value: typed, maxLength: max, disabled: !editable, autoComplete: 'off', spellCheck: false, onBlur: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => { const stored = event.target.value.normalize('NFC').trim(); if (stored !== typed) set(stored) } }
  return (
    <ItemField {...props}>
      {lines > 1 ? <Input.TextArea {...common} rows={lines} onChange={(event) => set(event.target.value)} />
        : choices !== undefined && editable && choices.length > 0 ? <SuggestInput {...common} choices={choices} onChange={set} />
        : <Input {...common} {...(mono && { className: 'mono' })} onChange={(event) => set(event.target.value)} />}
    </ItemField>
  )
})

/** A list of short texts typed in one line, apart by 、 or commas. */
export const ItemList = memo((props: Common) => {
  const { value, set, editable } = useItemFact(props.field)
  const [typed, setTyped] = useState<string>()
  const shown = typed ?? (value as readonly string[]).join('、')
  return (
    <ItemField {...props}>
      <Input value={shown} disabled={!editable} maxLength={800} autoComplete="off" onChange={(event) => { setTyped(event.target.value); set(event.target.value.split(/[、，,;；]/u).map((one) => one.trim()).filter((one) => one !== '')) }} onBlur={() => setTyped(undefined)} />
    </ItemField>
  )
})

/** A number that may be left out. */
export const ItemNumber = memo(({ whole = false, ...props }: Common & { readonly whole?: boolean }) => {
  const t = usePlaceNameWords()
  const { value, set, editable } = useItemFact(props.field)
  const [typed, setTyped] = useState<string>()
  const read = (text: string): number | undefined => (/^\d{1,9}(?:\.\d{1,3})?$/u.test(text) && (!whole || /^\d+$/u.test(text)) ? Number(text) : undefined)
  const wrong = typed !== undefined && typed.trim() !== '' && read(typed.trim()) === undefined
  return (
    <ItemField {...props} hint={wrong ? <span className="finding-note stop">{t('numberShape')}</span> : props.hint}>
      <Input
        value={typed ?? (value === undefined ? '' : String(value as number))} inputMode="decimal" disabled={!editable} autoComplete="off" maxLength={14}
        onChange={(event) => { const text = event.target.value.normalize('NFKC'); setTyped(text); set(read(text.trim())) }} onBlur={() => { if (!wrong) setTyped(undefined) }}
      />
    </ItemField>
  )
})

export const ItemDay = memo((props: Common) => {
  const { value, set, editable } = useItemFact(props.field)
  return <ItemField {...props}><DayField value={value as string} disabled={!editable} onChange={set} /></ItemField>
})

/** One of a table, found by typing. */
export const ItemCode = memo(({ table, onChosen, placeholder, ...props }: Common & { readonly table: readonly Code[]; readonly onChosen?: (code: string) => void; readonly placeholder?: string }) => {
  const { value, set, editable } = useItemFact(props.field)
  return <ItemField {...props}><CodeSelect codes={false} table={table} value={value as string} disabled={!editable} {...(placeholder !== undefined && { placeholder })} onChange={onChosen ?? set} /></ItemField>
})

/** One of a few words. */
export const ItemChoice = memo(({ options, onChosen, ...props }: Common & { readonly options: readonly (readonly [value: string, label: string])[]; readonly onChosen?: (value: string) => void }) => {
  const { value, set, editable } = useItemFact(props.field)
  return <ItemField {...props} group><div><Choices label="" value={value as string} options={options} disabled={!editable} onChoose={onChosen ?? set} /></div></ItemField>
})
