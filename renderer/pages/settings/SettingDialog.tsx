import { Checkbox, Input, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import type { Setting } from '../../../api/schemas/office.ts'
import { Choices } from '../../frame/Choices.tsx'
import { AreaField } from '../../shared/AreaField.tsx'
import { DialogForm } from '../../shared/DialogForm.tsx'
import { Field } from '../../shared/Field.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { usePageKeys } from '../../shared/keyboard.ts'
import { FailurePanel } from '../../shared/Page.tsx'
import { useAct } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { desks } from '../../windows.ts'
import { words } from './words.ts'

/** Writes a value as it is typed in the dialog. */
export const typedValue = (setting: Pick<Setting, 'kind' | 'value'>): string => {
  if (setting.kind === 'texts' && Array.isArray(setting.value)) return setting.value.map(String).join('\n')
  return setting.kind === 'json' ? JSON.stringify(setting.value, null, 2) : String(setting.value ?? '')
}

/** Reads what was typed; a key of words says what is wrong. */
export const readValue = (kind: Setting['kind'], typed: string): { readonly value: unknown } | { readonly problem: 'notJson' | 'notNumber' } => {
  if (kind === 'json') {
    try {
      return { value: JSON.parse(typed) as unknown }
    } catch {
      return { problem: 'notJson' }
    }
  }
  // One entry a line; a line left empty is none.
  if (kind === 'texts') return { value: typed.split('\n').map((line) => line.trim()).filter((line) => line !== '') }
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(typed.trim()) ? { value: Number(typed) } : { problem: 'notNumber' }
  if (kind === 'boolean') return { value: typed === 'true' }
  return { value: typed }
}

/** One setting: new value and reason. */
export const SettingDialog = ({ setting, onClose }: { readonly setting: Setting; readonly onClose: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [typed, setTyped] = useState(() => typedValue(setting))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const change = useAct('changeSetting', { refresh: ['listSettings', 'getOffice', 'getSession', 'listCalibrations'] })
  const read = readValue(setting.kind, typed)
  const problem = 'problem' in read ? t(read.problem) : undefined
  const submit = (): void => {
    setTried(true)
    if ('problem' in read || reason.trim().length < 2) return
    change.mutate({ params: { key: setting.key }, body: { value: read.value, reason: reason.trim() } }, { onSuccess: onClose })
  }
  usePageKeys([{ key: 'F2', label: t('save'), run: submit }], { dialog: true })
  const control = (): ReactElement => {
    if (setting.key === 'office.area') return <AreaField day={office.today} value={typed} onChange={setTyped} />
    if (setting.key === 'office.windows') {
      const chosen = 'value' in read && Array.isArray(read.value) ? (read.value as readonly string[]) : []
      return (
        <div className="row">
          {desks.map((desk) => (
            <Checkbox key={desk.id} checked={chosen.includes(desk.id)} onChange={(event) => setTyped(JSON.stringify(event.target.checked ? [...chosen, desk.id] : chosen.filter((id) => id !== desk.id)))}>
              {say(desk.title)}
            </Checkbox>
          ))}
        </div>
      )
    }
    switch (setting.kind) {
      case 'choice':
        return (
          <div>
            <Choices label={say(setting.title)} value={typed} options={(setting.choices ?? []).map((choice) => ({ value: choice.value, title: say(choice.title) }))} onChange={setTyped} />
          </div>
        )
      case 'boolean':
        return (
          <div>
            <Choices
              label={say(setting.title)}
              value={typed}
              options={[
                { value: 'true', title: t('yes') },
                { value: 'false', title: t('no') },
              ]}
              onChange={setTyped}
            />
          </div>
        )
      case 'texts':
        return <Input.TextArea rows={Math.min(14, typed.split('\n').length + 2)} value={typed} spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
      case 'json':
      case 'longText':
        return <Input.TextArea rows={8} className="mono" value={typed} spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
      default:
        return <Input value={typed} autoComplete="off" inputMode={setting.kind === 'number' ? 'numeric' : 'text'} onChange={(event) => setTyped(event.target.value)} />
    }
  }
  return (
    <Modal open title={say(setting.title)} okText={t('save')} cancelText={t('cancel')} confirmLoading={change.isPending} onOk={submit} onCancel={onClose} mask={{ closable: false }}>
      <DialogForm onSubmit={submit}>
        {say(setting.note) !== '' && <p className="quiet">{say(setting.note)}</p>}
        <Field path="value" label={t('value')} required group={setting.key === 'office.windows' || setting.kind === 'choice' || setting.kind === 'boolean'} hint={setting.kind === 'texts' ? t('oneALine', { n: 'value' in read && Array.isArray(read.value) ? read.value.length : 0 }) : undefined} problem={problem} failure={change.error}>
          {control()}
        </Field>
        <Field path="reason" label={t('reason')} required problem={tried && reason.trim().length < 2 ? t('reasonShort') : undefined} failure={change.error}>
          <Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
        </Field>
        {change.error?.field !== 'value' && change.error?.field !== 'reason' && <FailurePanel failure={change.error} safe />}
      </DialogForm>
    </Modal>
  )
}
