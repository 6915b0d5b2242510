import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { DivorceCase } from '../../../../api/schemas/divorce.ts'
import type { DivorceFile } from '../../../../domain/divorce/file.ts'
import { useCasePlace } from '../../../case/desk/context.tsx'
import type { CasePlace } from '../../../case/desk/context.tsx'
import { Answers, factsOf, Note } from '../../../case/form/fields.tsx'
import type { PathOf } from '../../../case/form/paths.ts'
import { focusNext } from '../../../shared/keyboard.ts'

/** The fields of a divorce file by their paths. */
export const { TextFact, CodeFact, DayFact, TickFact, useFact } = factsOf<DivorceFile>()

/** The divorce on this page. */
export const useDivorce = (): CasePlace<DivorceFile, DivorceCase> => useCasePlace<DivorceFile, DivorceCase>()

/** Radio buttons beside their label, one stop of Enter and Tab: arrows go from one to the next, a digit or Enter chooses and goes on to the next field. */
export const Choices = <Value extends string>({ label, value, options, disabled = false, onChoose }: { readonly label: string; readonly value: string; readonly options: readonly (readonly [value: Value, label: string])[]; readonly disabled?: boolean; readonly onChoose: (value: Value) => void }) => {
  const [at, setAt] = useState(0)
  const chosen = options.findIndex(([code]) => code === value)
  const stop = chosen >= 0 ? chosen : Math.min(at, options.length - 1)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const here = buttons.findIndex((button) => button === document.activeElement)
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = (here + step + buttons.length) % buttons.length
      setAt(next)
      buttons[next]?.focus()
      return
    }
    const taken = event.key === 'Enter' ? here : /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1
    const option = options[taken]
    if (option === undefined || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    flushSync(() => onChoose(option[0]))
    const form = event.currentTarget.closest<HTMLElement>('.case-sections, .dialog-form')
    if (form !== null) focusNext(form, buttons[taken] ?? null)
  }
  return (
    <div className="pick" role="radiogroup" aria-label={label}>
      <span className="field-label">{label}</span>
      <span className="choices" onKeyDown={onKeyDown}>
        {options.map(([code, name], index) => (
          <button key={code} type="button" role="radio" aria-checked={value === code} aria-pressed={value === code} disabled={disabled} {...(index === stop ? { 'data-enter': '' } : { tabIndex: -1 })} onClick={() => onChoose(code)}>{name}</button>
        ))}
      </span>
    </div>
  )
}

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

/** Both parties' sides of a section. */
export const bothParties = [0, 1] as const
