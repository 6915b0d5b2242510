import { Input } from 'antd'
import { useEffect, useState } from 'react'
import type { PlaceKind } from '../../../../domain/place-names/kinds.ts'
import type { ApiFailure } from '../../../shared/client.ts'
import { Field } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useRoute } from '../../../shared/query.ts'
import { words } from './words.ts'

/** A name with its two spellings as typed; a spelling the clerk has not touched follows the name. */
export interface NameForm {
  readonly name: string
  readonly text: string
  readonly sign: string
  readonly own: boolean
}
export const emptyNameForm: NameForm = { name: '', text: '', sign: '', own: false }

export interface NameFieldsProps {
  readonly value: NameForm
  readonly onChange: (value: NameForm) => void
  readonly kind: PlaceKind
  readonly failure: ApiFailure | null
  readonly tried: boolean
  /** Where the name stands in the body: `name` or `names.0`. */
  readonly path: string
  readonly label?: string
}

/** A name and how it is spelled: spelled by the rules while typing, and as it was published where the clerk writes it. */
export const NameFields = ({ value, onChange, kind, failure, tried, path, label }: NameFieldsProps) => {
  const t = useWords(words)
  const [wanted, setWanted] = useState(value.name)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(value.name.trim()), 120)
    return () => clearTimeout(timer)
  }, [value.name])
  const spelled = useRoute('romaniseName', { body: { name: wanted, kind } }, { enabled: wanted !== '' && [...wanted].length <= 50, fresh: 60_000 })
  const made = spelled.data
  // The spelling follows what the rules make of the name until the clerk writes one.
  useEffect(() => {
    if (value.own || made === undefined || made.name !== value.name.trim() || (made.text === value.text && made.sign === value.sign)) return
    onChange({ ...value, text: made.text, sign: made.sign })
  }, [made, value, onChange])
  const open = made === undefined || made.name !== value.name.trim() ? [] : made.syllables.filter(({ mustChoose }) => mustChoose).map(({ character }) => character)
  return (
    <>
      <Field path={`${path}.name`} span={4} label={label ?? t('name')} required={label === undefined} failure={failure} problem={tried && label === undefined && value.name.trim() === '' ? t('needed') : undefined}>
        <Input value={value.name} maxLength={50} autoComplete="off" spellCheck={false} onChange={(event) => onChange({ ...value, name: event.target.value, ...(event.target.value.trim() === '' ? { text: '', sign: '', own: false } : {}) })} />
      </Field>
      <Field path={`${path}.text`} span={4} label={t('written')} failure={failure} hint={open.length > 0 ? t('mustChoose', { characters: open.join('、') }) : t('spelledByRule')}>
        <Input className="pinyin" lang="zh-Latn" value={value.text} maxLength={300} autoComplete="off" spellCheck={false} onChange={(event) => onChange({ ...value, text: event.target.value, own: true })} />
      </Field>
      <Field path={`${path}.sign`} span={4} label={t('sign')} failure={failure}>
        <Input value={value.sign} maxLength={300} autoComplete="off" spellCheck={false} className="mono" onChange={(event) => onChange({ ...value, sign: event.target.value, own: true })} />
      </Field>
    </>
  )
}
