/**
 * A field with its label, what it asks, and what the rules found beside it.
 *   <Field path="parties.0.name" label={t('name')} findings={findings} required><Input value=… onChange=… /></Field>
 * The child gets `id`, `aria-describedby`, `aria-invalid` and `status`; findings are those whose `field` is the path (or starts with `path.` when `deep`).
 * `<div data-field={path}>` lets a list of findings put the focus there (`focusField(path)`).
 */
import { cloneElement, useId, type ReactElement, type ReactNode } from 'react'
import type { Finding } from '../../api/schemas/common.ts'
import { ApiFailure } from './client.ts'
import { useSay, useWords } from './i18n.ts'
import { shared } from './words.ts'

export type Weight = 'stop' | 'answer' | 'information'

/** Findings worth showing beside a field: what fails or asks, not what is merely not entered yet. */
export const findingsAt = (findings: readonly Finding[], path: string, deep = false): readonly Finding[] =>
  findings.filter((finding) => (finding.outcome === 'fail' || finding.outcome === 'asks') && (finding.field === path || (deep && finding.field?.startsWith(`${path}.`) === true)))

/** The heaviest weight among findings. */
export const heaviest = (findings: readonly Finding[]): Weight | undefined =>
  findings.some((finding) => finding.severity === 'stop') ? 'stop' : findings.some((finding) => finding.severity === 'answer') ? 'answer' : findings.length > 0 ? 'information' : undefined

/** Puts the focus on the field of a path and brings it into view; false if it is not on the page. */
export const focusField = (path: string): boolean => {
  const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"]`)
  if (place === null) return false
  place.closest('details')?.setAttribute('open', '')
  place.scrollIntoView({ block: 'center' })
  place.querySelector<HTMLElement>('input, select, textarea, button, [tabindex]')?.focus()
  if (!place.contains(document.activeElement)) {
    // A field that cannot be typed in now takes the focus itself, so that it is seen which one is meant.
    place.tabIndex = -1
    place.focus({ preventScroll: true })
  }
  return true
}

interface ControlProps {
  readonly id?: string
  readonly status?: '' | 'error' | 'warning'
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
  readonly 'aria-required'?: boolean
}

export interface FieldProps {
  readonly path: string
  readonly label: ReactNode
  readonly children: ReactElement
  readonly findings?: readonly Finding[]
  /** A refusal of the api; shown here if it names this field. */
  readonly failure?: ApiFailure | null
  /** Words of the page's own check. */
  readonly problem?: string | undefined
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly deep?: boolean
  /** Columns of the form's grid (of 12) the field takes. */
  readonly span?: number
  /** For groups of boxes, where a label cannot point at one control. */
  readonly group?: boolean
}

export const Field = ({ path, label, children, findings = [], failure, problem, hint, required = false, deep = false, span, group = false }: FieldProps) => {
  const t = useWords(shared)
  const say = useSay()
  const id = useId()
  const here = findingsAt(findings, path, deep)
  const refused = failure instanceof ApiFailure && failure.field === path ? say(failure.text) : undefined
  const own = problem ?? refused
  const weight = own !== undefined ? 'stop' : heaviest(here)
  const notes = own !== undefined || here.length > 0
  const described = [hint !== undefined ? `${id}-hint` : '', notes ? `${id}-notes` : ''].filter((part) => part !== '').join(' ')
  const control = children as ReactElement<ControlProps>
  const custom = typeof children.type !== 'string'
  const given: ControlProps = {
    ...(!group && { id: control.props.id ?? id }),
    ...(described !== '' && { 'aria-describedby': described }),
    ...(weight === 'stop' && !group && { 'aria-invalid': true }),
    ...(required && !group && { 'aria-required': true }),
    ...(custom && !group && weight !== undefined && weight !== 'information' && { status: weight === 'stop' ? 'error' : 'warning' }),
  }
  const words = (
    <>
      {label}
      {required && (
        <span className="field-required" title={t('required')} aria-hidden="true">
          *
        </span>
      )}
    </>
  )
  return (
    <div className={`field${span === undefined ? '' : ` span-${String(span)}`}`} data-field={path} {...(group && { role: 'group', 'aria-labelledby': `${id}-label` })}>
      {group ? (
        <span className="field-label" id={`${id}-label`}>
          {words}
        </span>
      ) : (
        <label className="field-label" htmlFor={control.props.id ?? id}>
          {words}
        </label>
      )}
      {cloneElement(control, given)}
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div id={`${id}-notes`} aria-live="polite" className="field-notes">
        {own !== undefined && <div className="finding-note stop">{own}</div>}
        {here.map((finding) => (
          <div key={`${finding.rule} ${finding.message.en}`} className={`finding-note ${finding.severity}`} title={`${say(finding.title)} · ${say(finding.law)}`}>
            {say(finding.message)} <span className="finding-law">{say(finding.law)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

/** A grid of 12 columns for fields. */
export const Fields = ({ children }: { readonly children: ReactNode }) => <div className="fields">{children}</div>
