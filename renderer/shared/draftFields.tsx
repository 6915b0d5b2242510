/** Fields of a draft (`draft.ts`), each bound to its path: `<TextAt path="documentNumber" label={…} span={6} required />`. */
import { Checkbox, Input } from 'antd'
import { useMemo, useState, type ReactElement, type ReactNode } from 'react'
import type { Code } from '../../domain/codes/index.ts'
import { CodeSelect } from './CodeSelect.tsx'
import { useAt, useFault, type Path } from './draft.ts'
import { Field } from './Field.tsx'
import { useSay } from './i18n.ts'
import { readFen, writeFen } from './MoneyField.tsx'

export interface AtProps {
  readonly path: Path
  readonly label: ReactNode
  readonly span?: number
  readonly hint?: ReactNode
  readonly required?: boolean
}

/** A field of the draft with its label. */
export const At = ({ children, hint, span, ...rest }: AtProps & { readonly children: ReactElement; readonly group?: boolean }) => <Field {...rest} {...(hint !== undefined && { hint })} {...(span !== undefined && { span })} problem={useFault(rest.path)}>{children}</Field>

/** A control without a label of its own, in a row of a table; its fault stands below it. */
const Bare = ({ path, children }: { readonly path: Path; readonly children: ReactElement }) => {
  const fault = useFault(path)
  return <div className="bare-field" data-field={path}>{children}{fault !== undefined && <div className="finding-note stop">{fault}</div>}</div>
}

const Control = ({ bare, ...at }: AtProps & { readonly bare: boolean; readonly children: ReactElement }) => (bare ? <Bare path={at.path}>{at.children}</Bare> : <At {...at} />)

/** What a bare control is called. */
const named = (bare: boolean, label: ReactNode): { readonly 'aria-label'?: string } => (bare && typeof label === 'string' ? { 'aria-label': label } : {})

export const TextAt = ({ most = 300, bare = false, ...at }: AtProps & { readonly most?: number; readonly bare?: boolean }) => {
  const [value, put] = useAt<string>(at.path)
  return <Control bare={bare} {...at}><Input {...named(bare, at.label)} value={value ?? ''} maxLength={most} autoComplete="off" onChange={(event) => put(event.target.value)} /></Control>
}

/** A number as it is typed: what is none becomes NaN, which the check marks at this field. */
const TypedNumber = ({ path, label, bare, read, write, empty, prefix, placeholder, ...at }: AtProps & { readonly bare: boolean; readonly read: (typed: string) => number | undefined; readonly write: (value: number) => string; readonly empty: number | null; readonly prefix?: string; readonly placeholder?: string }) => {
  const [value, put] = useAt<number | null>(path)
  const [typed, setTyped] = useState<string>()
  const shown = value === null || value === undefined ? '' : Number.isNaN(value) ? '' : write(value)
  return (
    <Control bare={bare} path={path} label={label} {...at}>
      <Input
        {...named(bare, label)} className="typed-number" inputMode="decimal" autoComplete="off" maxLength={14} {...(prefix !== undefined && { prefix })} {...(placeholder !== undefined && { placeholder })} value={typed ?? shown}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value)
          put(event.target.value.trim() === '' ? empty : (read(event.target.value) ?? Number.NaN))
        }}
        onBlur={() => { if (value === null || !Number.isNaN(value)) setTyped(undefined) }}
      />
    </Control>
  )
}
const readWhole = (typed: string): number | undefined => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : undefined)

/** A whole number; empty is null where `orNone`, else it is missing. */
export const WholeAt = ({ orNone = false, bare = false, ...at }: AtProps & { readonly orNone?: boolean; readonly bare?: boolean; readonly placeholder?: string }) => <TypedNumber {...at} bare={bare} read={readWhole} write={String} empty={orNone ? null : Number.NaN} />
/** An amount in yuan kept in fen; empty is null where `orNone`. */
export const YuanAt = ({ orNone = false, bare = false, ...at }: AtProps & { readonly orNone?: boolean; readonly bare?: boolean; readonly placeholder?: string }) => <TypedNumber {...at} bare={bare} read={readFen} write={writeFen} empty={orNone ? null : Number.NaN} prefix="¥" />

/** A day as far as it is known, or a whole one; typed. */
export const DayAt = ({ bare = false, ...at }: AtProps & { readonly bare?: boolean }) => {
  const [value, put] = useAt<string>(at.path)
  const read = (typed: string): string => {
    const parts = /^\s*(\d{4})[-./年]?(\d{2})[-./月]?(\d{2})日?\s*$/u.exec(typed)
    return parts === null ? typed.trim() : `${parts[1] ?? ''}-${parts[2] ?? ''}-${parts[3] ?? ''}`
  }
  return <Control bare={bare} {...at}><Input {...named(bare, at.label)} className="day-field" value={value ?? ''} placeholder="2026-01-01" maxLength={12} inputMode="numeric" autoComplete="off" onChange={(event) => put(read(event.target.value))} /></Control>
}

export interface Option { readonly value: string; readonly title: string }
export const SelectAt = ({ options, bare = false, orNone = false, ...at }: AtProps & { readonly options: readonly Option[]; readonly bare?: boolean; readonly orNone?: boolean }) => {
  const [value, put] = useAt<string | null>(at.path)
  return <Control bare={bare} {...at}><select {...named(bare, at.label)} className="plain-select full" value={value ?? ''} onChange={(event) => put(event.target.value === '' && orNone ? null : event.target.value)}>{options.map((option) => <option key={option.value} value={option.value}>{option.title}</option>)}</select></Control>
}
/** Options out of a code table, in the language now. */
export const useOptions = (table: readonly Code[]): readonly Option[] => {
  const say = useSay()
  return useMemo(() => table.map((code) => ({ value: code.code, title: say(code) })), [table, say])
}
export const CodeAt = ({ table, bare = false, ...at }: AtProps & { readonly table: readonly Code[]; readonly bare?: boolean }) => {
  const [value, put] = useAt<string>(at.path)
  return <Control bare={bare} {...at}><CodeSelect codes={false} table={table} value={value ?? ''} {...named(bare, at.label)} onChange={put} /></Control>
}
export const TickAt = ({ path, label }: { readonly path: Path; readonly label: string }) => {
  const [value, put] = useAt<boolean>(path)
  const fault = useFault(path)
  return <div className="tick-field" data-field={path}><Checkbox checked={value === true} onChange={(event) => put(event.target.checked)}>{label}</Checkbox>{fault !== undefined && <div className="finding-note stop">{fault}</div>}</div>
}
/** Ticks that make a list, in the order of the options. */
export const TicksAt = ({ options, ...at }: AtProps & { readonly options: readonly Option[] }) => {
  const [values, put] = useAt<readonly string[]>(at.path)
  return <At {...at} group><div className="row">{options.map((option) => <Checkbox key={option.value} checked={values.includes(option.value)} onChange={(event) => put(options.map(({ value }) => value).filter((value) => (value === option.value ? event.target.checked : values.includes(value))))}>{option.title}</Checkbox>)}</div></At>
}

/** A folding part of the editor whose heading says what it holds; what is folded away is not drawn. */
export const Fold = ({ summary, children, open = false, path }: { readonly summary: ReactNode; readonly children: ReactNode; readonly open?: boolean; readonly path?: Path }) => {
  const [shown, setShown] = useState(open)
  return (
    <details className="fold editor-fold" open={shown} {...(path !== undefined && { 'data-fold': path })} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {shown && <div className="fold-body editor-fold-body">{children}</div>}
    </details>
  )
}
