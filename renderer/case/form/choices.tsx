import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useAnyFact } from '../desk/context.tsx'
import { Answers, Note } from './fields.tsx'
import type { TextPath } from './fields.tsx'

type Options<Value extends string> = readonly (readonly [value: Value, label: string])[]

/** Radio buttons beside their label, or without one inside a field that has it; Space as in any group of radios. */
export const Choices = <Value extends string>({ label, value, options, disabled = false, onChoose }: { readonly label: string; readonly value: string; readonly options: Options<Value>; readonly disabled?: boolean; readonly onChoose: (value: Value) => void }) => (
  <div className="pick" role="radiogroup" {...(label !== '' && { 'aria-label': label })}>
    {label !== '' && <span className="field-label">{label}</span>}
    <span className="choices">
      {options.map(([code, name]) => (
        <button key={code} type="button" role="radio" aria-checked={value === code} aria-pressed={value === code} disabled={disabled} data-enter="" onClick={() => onChoose(code)}>{name}</button>
      ))}
    </span>
  </div>
)

/** A fact of a file that is one of a few words. `onChosen` stands in for setting it where more follows. */
const ChoiceFact = ({ path, label, options, disabled = false, onChosen }: { readonly path: string; readonly label: string; readonly options: Options<string>; readonly disabled?: boolean; readonly onChosen?: (value: string) => void }) => {
  const { value, set, found, editable } = useAnyFact(path)
  return (
    <div className="fact" data-field={path}>
      <Choices label={label} value={value as string} options={options} disabled={!editable || disabled} onChoose={onChosen ?? (set as (next: string) => void)} />
      {found.map((finding) => <Note key={`${finding.rule} ${finding.message.en}`} finding={finding} />)}
      <Answers found={found} />
    </div>
  )
}

/** `ChoiceFact` with the paths of a window's own file. */
export const choiceFactOf = <F,>() => ChoiceFact as unknown as (props: { readonly path: TextPath<F>; readonly label: string; readonly options: Options<string>; readonly disabled?: boolean; readonly onChosen?: (value: string) => void }) => ReactNode

/** A box to tick that is not a fact of the file. */
export const Tick = ({ checked, disabled = false, onTick, children }: { readonly checked: boolean; readonly disabled?: boolean; readonly onTick: (ticked: boolean) => void; readonly children: ReactNode }) => (
  <Checkbox checked={checked} disabled={disabled} onChange={(event) => onTick(event.target.checked)}>{children}</Checkbox>
)
