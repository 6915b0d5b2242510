import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { DivorceCase } from '../../../../api/schemas/divorce.ts'
import type { DivorceFile } from '../../../../domain/divorce/file.ts'
import { useCasePlace } from '../../../case/desk/context.tsx'
import type { CasePlace } from '../../../case/desk/context.tsx'
import { Answers, factsOf, Note } from '../../../case/form/fields.tsx'
import type { PathOf } from '../../../case/form/paths.ts'

/** The fields of a divorce file by their paths. */
export const { TextFact, CodeFact, DayFact, TickFact, useFact } = factsOf<DivorceFile>()

/** The divorce on this page. */
export const useDivorce = (): CasePlace<DivorceFile, DivorceCase> => useCasePlace<DivorceFile, DivorceCase>()

/** Radio buttons beside their label; arrows and Space as in any group of radios, one stop of Tab. */
export const Choices = <Value extends string>({ label, value, options, disabled = false, onChoose }: { readonly label: string; readonly value: string; readonly options: readonly (readonly [value: Value, label: string])[]; readonly disabled?: boolean; readonly onChoose: (value: Value) => void }) => (
  <div className="pick" role="radiogroup" aria-label={label}>
    <span className="field-label">{label}</span>
    <span className="choices">
      {options.map(([code, name]) => (
        <button key={code} type="button" role="radio" aria-checked={value === code} aria-pressed={value === code} disabled={disabled} data-enter="" onClick={() => onChoose(code)}>{name}</button>
      ))}
    </span>
  </div>
)

/** A fact of the file that is one of a few words. */
export const ChoiceFact = <Value extends string>({ path, label, options }: { readonly path: PathOf<DivorceFile>; readonly label: string; readonly options: readonly (readonly [value: Value, label: string])[] }) => {
  const { value, set, found, editable } = useFact(path)
  return (
    <div className="fact" data-field={path}>
      <Choices label={label} value={value as string} options={options} disabled={!editable} onChoose={(next) => (set as (next: string) => void)(next)} />
      {found.map((finding) => <Note key={finding.rule} finding={finding} />)}
      <Answers found={found} />
    </div>
  )
}

/** A box to tick that is not a fact of the file. */
export const Tick = ({ checked, disabled = false, onTick, children }: { readonly checked: boolean; readonly disabled?: boolean; readonly onTick: (ticked: boolean) => void; readonly children: ReactNode }) => (
  <Checkbox checked={checked} disabled={disabled} onChange={(event) => onTick(event.target.checked)}>{children}</Checkbox>
)

/** Both parties' sides of a section. */
export const bothParties = [0, 1] as const
