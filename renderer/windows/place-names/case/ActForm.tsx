import { Button, Checkbox, Input } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { useSectionAct } from '../../../case/desk/context.tsx'
import { Choices } from '../../../case/form/choices.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Fields, focusField } from '../../../shared/Field.tsx'
import { fieldsOf } from '../../../shared/keyboard.ts'
import type { ActBody, ActKind } from './parts.tsx'
import { ActField, Hashes, usePlaceNameCase, usePlaceNameWords } from './parts.tsx'

/** What a field of an act holds: words, a yes, or several of a list. */
export type FormValue = string | boolean | readonly string[]
export type FormValues = Readonly<Record<string, FormValue>>
export const textOf = (values: FormValues, name: string): string => { const value = values[name]; return typeof value === 'string' ? value.trim() : '' }
export const listOf = (values: FormValues, name: string): string[] => { const value = values[name]; return Array.isArray(value) ? [...(value as readonly string[])] : [] }
export const ticked = (values: FormValues, name: string): boolean => values[name] === true
/** Lines of a text, each without blanks around it. */
export const linesOf = (text: string): string[] => text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '')
/** Parts of a line, apart by 、 or commas. */
export const partsOf = (text: string): string[] => text.split(/[、，,;；]/u).map((part) => part.trim()).filter((part) => part !== '')

export interface FormField {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'area' | 'day' | 'pick' | 'choice' | 'tick' | 'ticks' | 'items' | 'scans'
  readonly required?: boolean
  readonly span?: number
  readonly hint?: ReactNode
  readonly max?: number
  readonly options?: readonly (readonly [value: string, label: string])[]
  readonly mono?: boolean
  /** Words of what is wrong with it, before anything is sent. */
  readonly problem?: (value: FormValue) => string | undefined
  /** It is asked for only with these values. */
  readonly when?: (values: FormValues) => boolean
}

/** 全部地名, or some of them; none chosen stands for all. */
export const ItemsField = ({ value, onChange, label }: { readonly value: readonly string[]; readonly onChange: (items: readonly string[]) => void; readonly label: string }) => {
  const t = usePlaceNameWords()
  const { current } = usePlaceNameCase()
  const [some, setSome] = useState(value.length > 0)
  const items = current?.file.items ?? []
  if (items.length < 2) return <span className="quiet">{t('allItems')}</span>
  return (
    <div className="items-field">
      <Choices label="" value={some ? 'some' : 'all'} options={[['all', t('allItems')], ['some', t('someItems')]]} onChoose={(choice) => { setSome(choice === 'some'); if (choice === 'all') onChange([]) }} />
      {some && (
        <div className="items-boxes" role="group" aria-label={label}>
          {items.map((item) => <label key={item.id}><input type="checkbox" checked={value.includes(item.id)} onChange={(event) => onChange(event.target.checked ? [...value, item.id] : value.filter((one) => one !== item.id))} /> {item.name === '' ? item.formerName : item.name}</label>)}
        </div>
      )}
    </div>
  )
}

const Control = ({ field, value, onChange }: { readonly field: FormField; readonly value: FormValue; readonly onChange: (value: FormValue) => void }): ReactNode => {
  const text = typeof value === 'string' ? value : ''
  const list = Array.isArray(value) ? (value as readonly string[]) : []
  switch (field.kind) {
    case 'text': return null
    case 'ticks': return <div className="tick-row">{(field.options ?? []).map(([code, name]) => <Checkbox key={code} checked={list.includes(code)} onChange={(event) => onChange(event.target.checked ? [...list, code] : list.filter((one) => one !== code))}>{name}</Checkbox>)}</div>
    case 'items': return <div><ItemsField value={list} label={field.label} onChange={onChange} /></div>
    case 'scans': return <div><Hashes value={list} editable onChange={(change) => onChange(change(list))} /></div>
    case 'choice': return <div><Choices label="" value={text} options={field.options ?? []} onChoose={onChange} /></div>
    default: return null
  }
}

const OneField = ({ field, value, tried, onChange }: { readonly field: FormField; readonly value: FormValue; readonly tried: boolean; readonly onChange: (value: FormValue) => void }) => {
  const t = usePlaceNameWords()
  const text = typeof value === 'string' ? value : ''
  const problem = tried ? (field.problem?.(value) ?? (isMissing(field, value) ? t(field.kind === 'tick' ? 'missingTick' : 'missingField') : undefined)) : undefined
  const common = { name: field.name, label: field.label, span: field.span ?? 3, required: field.required ?? false, hint: field.hint, problem }
  if (field.kind === 'tick') return <div className={`fact tick span-${String(field.span ?? 4)}`} data-field={field.name}><Checkbox checked={value === true} onChange={(event) => onChange(event.target.checked)}>{field.label}</Checkbox>{problem !== undefined && <div className="finding-note stop">{problem}</div>}</div>
  if (field.kind === 'text') return <ActField {...common}><Input value={text} maxLength={field.max ?? 200} autoComplete="off" spellCheck={false} {...(field.mono === true && { className: 'mono' })} onChange={(event) => onChange(event.target.value)} /></ActField>
  if (field.kind === 'area') return <ActField {...common}><Input.TextArea value={text} rows={3} maxLength={field.max ?? 400} onChange={(event) => onChange(event.target.value)} /></ActField>
  if (field.kind === 'day') return <ActField {...common}><DayField value={text} onChange={onChange} /></ActField>
  if (field.kind === 'pick') return <ActField {...common}><select className="plain-select full" value={text} onChange={(event) => onChange(event.target.value)}><option value="" />{(field.options ?? []).map(([code, name]) => <option key={code} value={code}>{name}</option>)}</select></ActField>
  return <ActField {...common} group><div>{Control({ field, value, onChange })}</div></ActField>
}

const isMissing = ({ required = false }: FormField, value: FormValue): boolean => required && (typeof value === 'string' ? value.trim() === '' : typeof value === 'boolean' ? !value : value.length === 0)

export interface ActFormProps {
  readonly kind: ActKind
  /** The section in which it stands: F9 there opens it, and sends it once it is open. */
  readonly section?: string
  readonly verb: string
  readonly fields: readonly FormField[]
  readonly start: FormValues | (() => FormValues)
  readonly make: (values: FormValues) => ActBody
  /** Stands open without a button before it. */
  readonly open?: boolean
  readonly primary?: boolean
  readonly danger?: boolean
  readonly small?: boolean
  readonly note?: ReactNode
  readonly children?: ReactNode
  /** False while something beside its fields stands in the way; `waits` says in words what is waited for. */
  readonly ready?: boolean
  readonly waits?: string
}

const Form = ({ section, verb, fields, start, make, open: always = false, danger = false, primary = false, note, children, ready = true, waits, onClose }: ActFormProps & { readonly onClose: () => void }) => {
  const t = usePlaceNameWords()
  const { act, busy } = usePlaceNameCase()
  const [values, setValues] = useState<FormValues>(start)
  const [tried, setTried] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!always && place.current !== null) fieldsOf(place.current)[0]?.focus()
  }, [always])
  const shown = fields.filter((field) => field.when?.(values) ?? true)
  const submit = async (): Promise<boolean> => {
    setTried(true)
    const wrong = shown.find((field) => isMissing(field, values[field.name] ?? '') || field.problem?.(values[field.name] ?? '') !== undefined)
    if (wrong !== undefined || !ready) {
      if (wrong !== undefined) requestAnimationFrame(() => focusField(wrong.name))
      return false
    }
    const done = await act(make(values))
    if (done === undefined) return false
    setValues(start)
    setTried(false)
    onClose()
    return true
  }
  useSectionAct(section ?? '-', submit)
  return (
    <div className="act-form" ref={place}>
      <Fields>{shown.map((field) => <OneField key={field.name} field={field} value={values[field.name] ?? ''} tried={tried} onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))} />)}</Fields>
      {children}
      {tried && !ready && <p className="finding-note stop" role="alert">{waits ?? t('missingField')}</p>}
      <div className="section-acts">
        <Button {...((primary || !danger) && { type: 'primary' as const })} danger={danger} data-enter="" loading={busy} onClick={() => void submit()}>{verb}</Button>
        {!always && <Button onClick={onClose}>{t('cancelForm')}</Button>}
        {note !== undefined && <span className="quiet">{note}</span>}
      </div>
    </div>
  )
}

const Closed = ({ section, verb, danger = false, primary = false, small = false, onOpen }: Pick<ActFormProps, 'section' | 'verb' | 'danger' | 'primary' | 'small'> & { readonly onOpen: () => void }) => {
  useSectionAct(section ?? '-', () => { onOpen(); return false })
  return <Button data-enter="" danger={danger} {...(primary && { type: 'primary' as const })} {...(small && { size: 'small' as const })} onClick={onOpen}>{verb}</Button>
}

/** One act of the case: a button that opens its form, or the form itself; nothing where the act is not open to this account. */
export const ActForm = (props: ActFormProps) => {
  const { can } = usePlaceNameCase()
  const [open, setOpen] = useState(false)
  if (!can(props.kind)) return null
  return open || props.open === true ? <Form {...props} onClose={() => setOpen(false)} /> : <Closed section={props.primary === true ? props.section : undefined} verb={props.verb} {...(props.danger === true && { danger: true })} {...(props.primary === true && { primary: true })} {...(props.small === true && { small: true })} onOpen={() => setOpen(true)} />
}
