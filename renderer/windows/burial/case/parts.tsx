import { Button, Input } from 'antd'
import { useLayoutEffect, useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { BurialAct, BurialCase, BurialDecision, BurialDraft, BurialIssue } from '../../../../api/schemas/burial.ts'
import { agentRelations } from '../../../../domain/burial/codes.ts'
import type { AgentRelation } from '../../../../domain/burial/codes.ts'
import type { BurialFile } from '../../../../domain/burial/file.ts'
import { useCasePlace, useCaseView } from '../../../case/desk/context.tsx'
import { choiceFactOf } from '../../../case/form/choices.tsx'
import { papersOfNumber } from '../../../case/papers.ts'
import { factsOf } from '../../../case/form/fields.tsx'
import { useField } from '../../../case/form/store.ts'
import { ApiFailure } from '../../../shared/client.ts'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { Field } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { fieldsOf } from '../../../shared/keyboard.ts'
import { words } from './words.ts'

export const useBurial = () => useCasePlace<BurialDraft, BurialCase>()
export const useBurialWords = () => useWords(words)
export const { TextFact, CodeFact, DayFact, TickFact, useFact } = factsOf<BurialFile>()
export const ChoiceFact = choiceFactOf<BurialFile>()

/** The case as the register has it, and what may be done with it now. */
export const useBurialCase = () => {
  const { desk, may, today, preview } = useBurial()
  const { current, busy, failure } = useCaseView(desk)
  return {
    desk, may, today, preview, current, busy, failure,
    /** Says whether an act of the case stands open to this account. */
    can: (kind: string): boolean => current?.acts.includes(kind) === true,
    act: (act: BurialAct) => desk.send('actOnBurial', { act }),
    decide: (decision: BurialDecision) => desk.send('decideBurial', { decision }),
    issue: (issue: BurialIssue) => desk.send('issueBurial', { issue }),
  }
}

/** A field of an act that is not a fact of the file: what the door says of it is shown here, however deep it names it. */
export const ActField = ({ name, label, span = 3, required = false, problem, hint, children }: { readonly name: string; readonly label: string; readonly span?: number; readonly required?: boolean; readonly problem?: string | undefined; readonly hint?: ReactNode; readonly children: ReactElement }) => {
  const say = useSay()
  const { failure } = useBurialCase()
  const refused = failure instanceof ApiFailure && failure.field !== undefined && (failure.field === name || failure.field.endsWith(`.${name}`)) ? say(failure.text) : undefined
  return <div className={`fact span-${String(span)}`}><Field path={name} label={label} required={required} problem={problem ?? refused} hint={hint}>{children}</Field></div>
}

/** The file, redrawn only when something changes that a waiver is asked with: before the case is opened that is everything about the deceased. */
export const useWaiverFile = (): BurialFile => {
  const { desk } = useBurial()
  const { current } = useCaseView(desk)
  useField(desk.store, 'grant')
  useField(desk.store, 'waiverFlags')
  useField(desk.store, current === undefined ? 'deceased' : 'deceased.identityNumber')
  return desk.store.get()
}

/** Somebody who takes, signs or holds. */
export interface Person {
  readonly name: string
  readonly identityNumber: string
  readonly relation: AgentRelation | ''
}
export const nobody: Person = { name: '', identityNumber: '', relation: '' }
/** The agent as such a person. */
export const agentOf = ({ agent }: Pick<BurialFile, 'agent'>): Person => ({ name: agent.name, identityNumber: agent.identityNumber, relation: agent.relation })
export const isWhole = (person: Person): person is Person & { readonly relation: AgentRelation } => person.name.trim() !== '' && person.identityNumber.trim() !== '' && person.relation !== ''

/** Name, number and relation of a person; the agent by one button. */
export const PersonFields = ({ prefix, person, agent, onChange, disabled = false }: { readonly prefix: string; readonly person: Person; readonly agent: Person; readonly onChange: (person: Person) => void; readonly disabled?: boolean }) => {
  const t = useBurialWords()
  return (
    <>
      <ActField name={`${prefix}.name`} label={t('person.name')} required span={3}><Input value={person.name} maxLength={100} disabled={disabled} autoComplete="off" onChange={(event) => onChange({ ...person, name: event.target.value })} /></ActField>
      <ActField name={`${prefix}.identityNumber`} label={t('person.identityNumber')} required span={3}><Input className="mono" value={person.identityNumber} maxLength={30} disabled={disabled} autoComplete="off" spellCheck={false} onChange={(event) => onChange({ ...person, identityNumber: event.target.value.trim().toUpperCase() })} /></ActField>
      <ActField name={`${prefix}.relation`} label={t('person.relation')} required span={3}><CodeSelect codes={false} table={agentRelations} value={person.relation} disabled={disabled} onChange={(relation) => onChange({ ...person, relation: relation as AgentRelation })} /></ActField>
      {!disabled && agent.name !== '' && person.name !== agent.name && <div className="fact span-3 beside-field"><Button size="small" tabIndex={-1} onClick={() => onChange(agent)}>{t('sameAsAgent', { name: agent.name })}</Button></div>}
    </>
  )
}

/** A form that was opened by a button: its first field has the focus. */
export const Opened = ({ children }: { readonly children: ReactNode }) => {
  const form = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (form.current !== null) fieldsOf(form.current)[0]?.focus()
  }, [])
  return <div className="burial-part" ref={form}>{children}</div>
}

/** What stands in the register, line by line. */
export const Lines = ({ rows }: { readonly rows: readonly { readonly key: string; readonly words: ReactNode; readonly by?: string; readonly acts?: ReactNode }[] }) =>
  rows.length === 0 ? null : <ul className="burial-lines">{rows.map((row) => <li key={row.key}><span>{row.words}</span>{row.by !== undefined && <span className="quiet">{row.by}</span>}{row.acts}</li>)}</ul>

/** 预览: the papers that bear a number, be it reissued or taken back since. */
export const NumberPapers = ({ number, label }: { readonly number: string; readonly label?: string }) => {
  const t = useBurialWords()
  const { current, preview } = useBurialCase()
  const papers = current === undefined ? [] : papersOfNumber(current, number)
  return papers.length === 0 ? null : <Button size="small" tabIndex={-1} aria-label={`${label ?? t('show')} ${number}`} onClick={() => preview(papers)}>{label ?? t('show')}</Button>
}
