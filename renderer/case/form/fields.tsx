import { Checkbox, Input } from 'antd'
import { memo } from 'react'
import type { FocusEvent, ReactNode } from 'react'
import type { Code } from '../../../domain/codes/index.ts'
import type { Finding } from '../../../domain/rule.ts'
import { CodeSelect } from '../../shared/CodeSelect.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { Field } from '../../shared/Field.tsx'
import { useSay } from '../../shared/i18n.ts'
import { SuggestInput } from '../../shared/SuggestInput.tsx'
import { useAnyFact, useCasePlace, useCaseWords } from '../desk/context.tsx'
import type { Fact } from '../desk/context.tsx'
import type { PathOf, ValueAt } from './paths.ts'
import { useField } from './store.ts'

/** Paths of a file whose value is a text of some kind. */
export type TextPath<F> = { [P in PathOf<F>]: ValueAt<F, P> extends string ? P : never }[PathOf<F>]
/** Paths of a file whose value is a yes or no. */
export type TickPath<F> = { [P in PathOf<F>]: ValueAt<F, P> extends boolean ? P : never }[PathOf<F>]

interface Common {
  readonly label: string
  readonly required?: boolean
  readonly span?: number
  readonly hint?: ReactNode
  /** False: a reason that is asked for is given where the case is decided, not here. */
  readonly answers?: boolean
}

/** The reason that answers an amber finding, typed beside it; kept with the case under rule and field. */
export const AnswerBox = ({ finding }: { readonly finding: Finding }) => {
  const t = useCaseWords()
  const { desk, editable } = useCasePlace()
  const [answers] = useField(desk.store, 'answers')
  const field = finding.field ?? ''
  const kept = answers.find((answer) => answer.rule === finding.rule && answer.field === field)?.reason ?? ''
  const put = (reason: string) =>
    desk.store.set('answers', reason === '' ? answers.filter((answer) => answer.rule !== finding.rule || answer.field !== field) : [...answers.filter((answer) => answer.rule !== finding.rule || answer.field !== field), { rule: finding.rule, field, reason }])
  return (
    <label className="answer-box">
      <span>{kept.trim().length >= 2 ? `✓ ${t('answered')}` : t('answer')}</span>
      <Input size="small" value={kept} maxLength={400} placeholder={t('answerHint')} disabled={!editable} onChange={(event) => put(event.target.value)} />
    </label>
  )
}

/** Boxes for every finding here that asks for a reason. */
export const Answers = ({ found }: { readonly found: readonly Finding[] }) =>
  found.filter((finding) => finding.severity === 'answer' && (finding.outcome === 'fail' || finding.outcome === 'asks')).map((finding) => <AnswerBox key={`${finding.rule} ${finding.field ?? ''}`} finding={finding} />)

/** A line of text that is a fact of the case, typed or taken from `choices`. `tidy` brings it into its stored form when the field is left. */
export const TextFact = memo(({ path, label, required = false, span, hint, max = 100, tidy, placeholder, mono = false, choices = [], answers = true }: Common & { readonly path: string; readonly max?: number; readonly choices?: readonly string[] | undefined; readonly tidy?: (typed: string) => string; readonly placeholder?: string; readonly mono?: boolean }) => {
  const { value, set, found, editable } = useAnyFact(path)
  const change = set as (value: string) => void
  const t = useCaseWords()
  const offered = editable && choices.length > 0
  const props = {
    value: value as string, maxLength: max, disabled: !editable, autoComplete: 'off', spellCheck: false, placeholder,
    onBlur: (event: FocusEvent<HTMLInputElement>) => {
      const stored = tidy?.(event.target.value) ?? event.target.value.normalize('NFC').trim()
      if (stored !== value) change(stored)
    },
  }
  return (
    <div className={`fact${span === undefined ? '' : ` span-${String(span)}`}`}>
      <Field path={path} label={label} required={required} findings={found} hint={offered ? <>{hint}{hint !== undefined && ' · '}{t('choicesHint', { n: choices.length })}</> : hint}>
        {offered ? <SuggestInput {...props} choices={choices} onChange={change} /> : <Input {...props} {...(mono && { className: 'mono' })} onChange={(event) => change(event.target.value)} />}
      </Field>
      {answers && <Answers found={found} />}
    </div>
  )
})

/** A fact chosen from a code table. */
export const CodeFact = memo(({ path, label, table, required = false, span, hint, codes = true, onChosen, answers = true }: Common & { readonly path: string; readonly table: readonly Code[]; readonly codes?: boolean; readonly onChosen?: (code: string) => void }) => {
  const { value, set, found, editable } = useAnyFact(path)
  return (
    <div className={`fact${span === undefined ? '' : ` span-${String(span)}`}`}>
      <Field path={path} label={label} required={required} findings={found} hint={hint}>
        <CodeSelect table={table} value={value as string} disabled={!editable} codes={codes} onChange={onChosen ?? (set as (code: string) => void)} />
      </Field>
      {answers && <Answers found={found} />}
    </div>
  )
})

/** A civil day that is a fact of the case. */
export const DayFact = memo(({ path, label, required = false, span, hint, long = false }: Common & { readonly path: string; readonly long?: boolean }) => {
  const { value, set, found, editable } = useAnyFact(path)
  return (
    <div className={`fact${span === undefined ? '' : ` span-${String(span)}`}`}>
      <Field path={path} label={label} required={required} findings={found} hint={hint}>
        <DayField value={value as string} long={long} disabled={!editable} onChange={set as (day: string) => void} />
      </Field>
      <Answers found={found} />
    </div>
  )
})

/** A fact to tick. Space ticks it and goes on; Enter goes on without ticking. */
export const TickFact = memo(({ path, label, span }: Common & { readonly path: string }) => {
  const { value, set, found, editable } = useAnyFact(path)
  return (
    <div className={`fact tick${span === undefined ? '' : ` span-${String(span)}`}`} data-field={path}>
      <Checkbox checked={value as boolean} disabled={!editable} onChange={(event) => (set as (ticked: boolean) => void)(event.target.checked)}>
        {label}
      </Checkbox>
      {found.map((finding) => <Note key={finding.rule} finding={finding} />)}
      <Answers found={found} />
    </div>
  )
})

/** One finding in words with its article. */
export const Note = ({ finding }: { readonly finding: Finding }) => {
  const say = useSay()
  return (
    <div className={`finding-note ${finding.severity}`}>
      {say(finding.message)} <span className="finding-law">{say(finding.law)}</span>
    </div>
  )
}

type Typed<Props extends { readonly path: string }, Path extends string> = (props: Omit<Props, 'path'> & { readonly path: Path }) => ReactNode
type PropsOf<C> = C extends { readonly type: (props: infer P) => ReactNode } ? P & { readonly path: string } : never

/** The fields of a window, with the paths of its own file: `const { TextFact, TickFact, useFact } = factsOf<DivorceFile>()`. */
export const factsOf = <F,>() => ({
  TextFact: TextFact as unknown as Typed<PropsOf<typeof TextFact>, TextPath<F>>,
  CodeFact: CodeFact as unknown as Typed<PropsOf<typeof CodeFact>, TextPath<F>>,
  DayFact: DayFact as unknown as Typed<PropsOf<typeof DayFact>, TextPath<F>>,
  TickFact: TickFact as unknown as Typed<PropsOf<typeof TickFact>, TickPath<F>>,
  useFact: useAnyFact as unknown as <P extends PathOf<F>>(path: P) => Fact<ValueAt<F, P>>,
})
