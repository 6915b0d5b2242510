import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { signForm } from '../../../../domain/place-names/romanise/syllables.ts'
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

export interface SpellingFieldsProps {
  readonly value: NameForm
  readonly onChange: (value: NameForm) => void
  readonly kind: PlaceKind
  readonly failure: ApiFailure | null
  /** Where the two spellings stand in the body. */
  readonly paths: readonly [text: string, sign: string]
  readonly problem?: string | undefined
}

/** How a name is spelled: by the rules while it is typed, and as it was published where the clerk writes it. */
export const SpellingFields = ({ value, onChange, kind, failure, paths: [text, sign], problem }: SpellingFieldsProps) => {
  const t = useWords(words)
  const [wanted, setWanted] = useState(value.name)
  useEffect(() => {
    const timer = setTimeout(() => setWanted(value.name.trim()), 120)
    return () => clearTimeout(timer)
  }, [value.name])
  const spelled = useRoute('romaniseName', { body: { name: wanted, kind } }, { enabled: wanted !== '' && [...wanted].length <= 50, fresh: 60_000 })
  const made = spelled.data?.name === value.name.trim() ? spelled.data : undefined
  // The spelling follows what the rules make of the name until the clerk writes one.
  useEffect(() => {
    if (value.own || made === undefined || (made.text === value.text && made.sign === value.sign)) return
    onChange({ ...value, text: made.text, sign: made.sign })
  }, [made, value, onChange])
  const open = made === undefined ? [] : made.syllables.filter(({ mustChoose }) => mustChoose).map(({ character }) => character)
  const differs = made !== undefined && value.own && (made.text !== value.text.trim() || made.sign !== value.sign.trim())
  return (
    <>
      <Field path={text} span={4} label={t('written')} failure={failure} problem={problem} hint={differs ? t('byRules', { text: made.text, sign: made.sign }) : open.length > 0 ? t('mustChoose', { characters: open.join('、') }) : t('spelledByRule')}>
        <Input className="pinyin" lang="zh-Latn" value={value.text} maxLength={300} autoComplete="off" spellCheck={false} onChange={(event) => onChange({ ...value, text: event.target.value, sign: value.sign === signForm(value.text) ? signForm(event.target.value) : value.sign, own: true })} />
      </Field>
      <Field path={sign} span={4} label={t('sign')} failure={failure}>
        <Input value={value.sign} maxLength={300} autoComplete="off" spellCheck={false} className="mono" lang="zh-Latn" onChange={(event) => onChange({ ...value, sign: event.target.value, own: true })} />
      </Field>
    </>
  )
}

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

/** A name with its two spellings. */
export const NameFields = ({ value, onChange, kind, failure, tried, path, label }: NameFieldsProps) => {
  const t = useWords(words)
  return (
    <>
      <Field path={`${path}.name`} span={4} label={label ?? t('name')} required={label === undefined} failure={failure} problem={tried && label === undefined && value.name.trim() === '' ? t('needed') : undefined}>
        <Input value={value.name} maxLength={50} autoComplete="off" spellCheck={false} onChange={(event) => onChange({ ...value, name: event.target.value, ...(event.target.value.trim() === '' ? { text: '', sign: '', own: false } : {}) })} />
      </Field>
      <SpellingFields value={value} onChange={onChange} kind={kind} failure={failure} paths={[`${path}.text`, `${path}.sign`]} />
    </>
  )
}
