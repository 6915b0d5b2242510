import { Input } from 'antd'
import { useState } from 'react'
import { signForm } from '../../../../domain/place-names/romanise/syllables.ts'
import { ApiFailure } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { usePlaceNameCase, usePlaceNameWords } from './parts.tsx'

/** 更正: the words of one approved name put right, with the document, the reason and a second person. */
export const CorrectionDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = usePlaceNameWords()
  const { desk, current, today } = usePlaceNameCase()
  const [item, setItem] = useState(current?.words[0]?.item ?? '')
  const before = current?.words.find((one) => one.item === item)
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({})
  const [day, setDay] = useState(today)
  const [document_, setDocument] = useState('')
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  if (current === undefined || before === undefined) return null
  const words = { name: before.name, text: before.text, sign: before.sign, extent: before.extent, ...changed }
  const put = (part: Readonly<Record<string, string>>) => setChanged((now) => ({ ...now, ...part }))
  const different = (['name', 'text', 'sign', 'extent'] as const).some((key) => words[key] !== before[key])
  return (
    <SecondPersonDialog
      title={t('correct')} width={720} ready={different && document_.trim() !== '' && day !== ''} waits={t('missingField')} onCancel={onClose} onDone={onClose}
      act={async (given) => {
        try {
          await desk.sendNow('correct', { day, item, words, document: document_.trim(), ...given })
        } catch (error) {
          setFailure(error instanceof ApiFailure ? error : null)
          throw error
        }
      }}
    >
      <p className="quiet">{t('correctNote')}</p>
      <Fields>
        <Field path="item" label={t('whichName')} span={6}><select className="plain-select full" value={item} onChange={(event) => { setItem(event.target.value); setChanged({}) }}>{current.words.map((one) => <option key={one.item} value={one.item}>{one.name}</option>)}</select></Field>
        <Field path="day" label={t('day')} required span={3} failure={failure}><DayField value={day} onChange={setDay} /></Field>
        <Field path="words.name" label={t('nameKept')} required span={4} failure={failure}><Input value={words.name} maxLength={50} onChange={(event) => put({ name: event.target.value })} /></Field>
        <Field path="words.text" label={t('textForm')} required span={4} failure={failure}><Input lang="zh-Latn" value={words.text} maxLength={300} onChange={(event) => put({ text: event.target.value, sign: signForm(event.target.value) })} /></Field>
        <Field path="words.sign" label={t('signForm')} required span={4} failure={failure}><Input lang="zh-Latn" value={words.sign} maxLength={300} onChange={(event) => put({ sign: event.target.value })} /></Field>
        <Field path="words.extent" label={t('extent')} span={12} failure={failure}><Input.TextArea rows={2} value={words.extent} maxLength={800} onChange={(event) => put({ extent: event.target.value })} /></Field>
        <Field path="document" label={t('document')} required span={6} failure={failure}><Input className="mono" value={document_} maxLength={200} onChange={(event) => setDocument(event.target.value)} /></Field>
      </Fields>
    </SecondPersonDialog>
  )
}
