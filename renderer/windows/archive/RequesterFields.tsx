import { Checkbox, Input } from 'antd'
import type { ApiFailure } from '../../shared/client.ts'
import type { Finding } from '../../../api/schemas/common.ts'
import { requesterKinds, type Requester, type RequesterKind } from '../../../domain/archive/actions.ts'
import { letterTitles, proofTitles, requesterKindTitles } from '../../../domain/archive/titles.ts'
import { identityTypeCodes } from '../../../domain/codes/index.ts'
import { Choices } from '../../frame/Choices.tsx'
import { CodeSelect } from '../../shared/CodeSelect.tsx'
import { Field, Fields } from '../../shared/Field.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { asked, asKind } from './form.ts'
import { words } from './words.ts'

export interface RequesterFieldsProps {
  readonly value: Requester
  readonly onChange: (value: Requester) => void
  readonly findings: readonly Finding[]
  readonly failure: ApiFailure | null
  /** The kinds that may ask for what is being taken down. */
  readonly kinds?: readonly RequesterKind[]
}

/** Who asks: by kind, with what must be shown. */
export const RequesterFields = ({ value, onChange, findings, failure, kinds = requesterKinds }: RequesterFieldsProps) => {
  const t = useWords(words)
  const say = useSay()
  const fields = asked[value.kind]
  const put = (change: Partial<Requester>): void => onChange({ ...value, ...change })
  const text = (field: 'name' | 'unit' | 'proof' | 'letter' | 'phone', label: string, span: number, required = true) => (
    <Field path={`requester.${field}`} span={span} label={label} required={required} findings={findings} failure={failure}>
      <Input value={value[field]} maxLength={field === 'phone' ? 30 : 100} autoComplete="off" spellCheck={false} onChange={(event) => put({ [field]: event.target.value })} />
    </Field>
  )
  return (
    <div className="dialog-form">
      <Field path="requester.kind" label={t('kind')} group findings={findings} failure={failure}>
        <div><Choices label={t('kind')} value={value.kind} options={kinds.map((kind) => ({ value: kind, title: say(requesterKindTitles[kind]) }))} onChange={(kind) => onChange(asKind(value, kind))} /></div>
      </Field>
      <p className="finding-note information"><b>{t('mustShow')}</b> {t(`mustShow_${value.kind}`)}</p>
      <Fields>
        {text('name', t('name'), 3)}
        {fields.includes('identity') && (
          <>
            <Field path="requester.identityType" span={3} label={t('identityType')} required findings={findings} failure={failure}>
              <CodeSelect table={identityTypeCodes} codes={false} value={value.identityType} onChange={(code) => put({ identityType: code as Requester['identityType'] })} />
            </Field>
            <Field path="requester.identityNumber" span={4} label={t('identityNumber')} required findings={findings} failure={failure}>
              <Input className="mono" value={value.identityNumber} maxLength={30} autoComplete="off" spellCheck={false} onChange={(event) => put({ identityNumber: event.target.value.trim().toUpperCase() })} />
            </Field>
            <Field path="requester.identityShown" span={2} label={t('mustShow')} group findings={findings} failure={failure}>
              <div><Checkbox checked={value.identityShown} onChange={(event) => put({ identityShown: event.target.checked })}>{t('identityShown')}</Checkbox></div>
            </Field>
          </>
        )}
        {fields.includes('unit') && text('unit', t('unit'), 4)}
        {fields.includes('letter') && text('letter', say(letterTitles[value.kind]), 4, value.kind !== 'other')}
        {fields.includes('proof') && text('proof', say(proofTitles[value.kind]), 4)}
        {text('phone', t('phone'), 3, false)}
      </Fields>
    </div>
  )
}
