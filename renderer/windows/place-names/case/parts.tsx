import { useMemo, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { PlaceNameCase } from '../../../../api/schemas/place-names.ts'
import type { PlaceNameActionKind } from '../../../../domain/place-names/case/actions.ts'
import type { PlaceNameFile } from '../../../../domain/place-names/case/file.ts'
import { useCasePlace, useCaseView } from '../../../case/desk/context.tsx'
import { choiceFactOf } from '../../../case/form/choices.tsx'
import { factsOf } from '../../../case/form/fields.tsx'
import type { Args } from '../../../shared/client.ts'
import { ApiFailure } from '../../../shared/client.ts'
import { Field } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useStored } from '../../../case/sections/files.tsx'
import { ScanDrop } from '../../../case/sections/ScanDrop.tsx'
import { words } from './words.ts'

export const usePlaceNames = () => useCasePlace<PlaceNameFile, PlaceNameCase>()
export const usePlaceNameWords = () => useWords(words)
export type PlaceNameSay = ReturnType<typeof usePlaceNameWords>
export const { TextFact, DayFact, useFact } = factsOf<PlaceNameFile>()
export const ChoiceFact = choiceFactOf<PlaceNameFile>()

/** An act as it is sent: its days are plain texts, the door reads them. */
export type ActBody = Args<'actOnPlaceNameCase'>['body']['act']
type Short<K> = K extends `placeName.${infer Name}` ? Name : never
/** An act of a case as its door names it. */
export type ActKind = Short<PlaceNameActionKind>

/** The case as the register has it, and what may be done with it now. */
export const usePlaceNameCase = () => {
  const { desk, may, today, preview, account, go } = usePlaceNames()
  const { current, busy, failure } = useCaseView(desk)
  return {
    desk, may, today, preview, current, busy, failure, account, go,
    /** Says whether an act of the case stands open to this account. */
    can: (kind: ActKind): boolean => current?.acts.includes(`placeName.${kind}`) === true,
    act: (act: ActBody) => desk.send('actOnPlaceNameCase', { act }),
  }
}

/** Says whether the names are settled: nothing is asked about them any more, the report of the case says how they stand. */
export const useSettled = (): boolean => {
  const { desk } = usePlaceNames()
  const { current } = useCaseView(desk)
  return current !== undefined && !['received', 'supplementAsked', 'accepted', 'reviewed', 'forwarded', 'opined'].includes(current.state)
}

/** The names of the case by their number. */
export const useItemNames = (): ((item: string) => string) => {
  const { desk } = usePlaceNames()
  const { current } = useCaseView(desk)
  const names = useMemo(() => new Map((current?.file.items ?? []).map((item) => [item.id, item.name === '' ? item.formerName : item.name] as const)), [current?.file.items])
  return (item) => names.get(item) ?? item
}

/** Says which names an act is about. */
export const useCoverWords = (): ((items: readonly string[]) => string) => {
  const t = usePlaceNameWords()
  const nameOf = useItemNames()
  return (items) => (items.length === 0 ? t('coversAll') : items.length > 6 ? t('namesMore', { name: nameOf(items[0] ?? ''), n: items.length }) : items.map(nameOf).join(t('listComma')))
}

/** A field of an act that is not a fact of the file: what the door says of it is shown here, however deep it names it. */
export const ActField = ({ name, label, span = 3, required = false, problem, hint, group = false, children }: { readonly name: string; readonly label: string; readonly span?: number; readonly required?: boolean; readonly problem?: string | undefined; readonly hint?: ReactNode; readonly group?: boolean; readonly children: ReactElement }) => {
  const say = useSay()
  const { failure } = usePlaceNameCase()
  const refused = failure instanceof ApiFailure && failure.field !== undefined && (failure.field === name || failure.field.endsWith(`.${name}`)) ? say(failure.text) : undefined
  return <div className={`fact span-${String(span)}`}><Field path={name} label={label} required={required} problem={problem ?? refused} hint={hint} group={group}>{children}</Field></div>
}

/** What stands in the register, line by line. */
export const Lines = ({ rows, none }: { readonly rows: readonly { readonly key: string; readonly words: ReactNode; readonly by?: ReactNode; readonly acts?: ReactNode }[]; readonly none?: string }) =>
  rows.length === 0 ? none === undefined ? null : <p className="quiet">{none}</p> : <ul className="name-lines">{rows.map((row) => <li key={row.key}><span>{row.words}</span>{row.by !== undefined && <span className="quiet">{row.by}</span>}{row.acts}</li>)}</ul>

const Stored = ({ hash, onRemove }: { readonly hash: string; readonly onRemove?: () => void }) => {
  const t = usePlaceNameWords()
  const { address } = useStored(hash)
  const [paged, setPaged] = useState(false)
  return (
    <span className="scan" title={hash.slice(0, 8)}>
      {/* What is no picture is a paper of pages; what it is stands in its bytes alone. */}
      {address === undefined || paged ? <span className="scan-pdf">{paged ? 'PDF' : hash.slice(0, 4)}</span> : <img src={address} alt={t('scans')} onError={() => setPaged(true)} />}
      {onRemove !== undefined && <button type="button" className="scan-remove" tabIndex={-1} aria-label={`${t('removePaper')} ${hash.slice(0, 8)}`} onClick={onRemove}>×</button>}
    </span>
  )
}

/** Scans or photos kept by their hash alone. */
export const Hashes = ({ value, editable, onChange }: { readonly value: readonly string[]; readonly editable: boolean; readonly onChange: (change: (before: readonly string[]) => readonly string[]) => void }) => (
  <ScanDrop editable={editable} onStored={({ hash }) => onChange((before) => (before.includes(hash) ? before : [...before, hash]))}>
    {value.map((hash) => <Stored key={hash} hash={hash} {...(editable && { onRemove: () => onChange((before) => before.filter((other) => other !== hash)) })} />)}
  </ScanDrop>
)
