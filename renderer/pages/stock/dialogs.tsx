import { Input, Modal } from 'antd'
import { useState } from 'react'
import { Choices } from '../../frame/Choices.tsx'
import type { RouteId } from '../../shared/client.ts'
import { DayField } from '../../shared/DayField.tsx'
import { DialogForm } from '../../shared/DialogForm.tsx'
import { Field, Fields } from '../../shared/Field.tsx'
import { useWords } from '../../shared/i18n.ts'
import { usePageKeys } from '../../shared/keyboard.ts'
import { FailurePanel } from '../../shared/Page.tsx'
import { useAct } from '../../shared/query.ts'
import { SecondPersonDialog } from '../../shared/SecondPersonDialog.tsx'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

type BlankType = 'marriage' | 'divorce'
const refresh: readonly RouteId[] = ['listStock', 'stockMonth', 'findBlank', 'nextBlanks', 'getHealth']

const TypeChoice = ({ value, onChange }: { readonly value: BlankType; readonly onChange: (type: BlankType) => void }) => {
  const t = useWords(words)
  return (
    <Field path="type" label={t('type')} group>
      <div>
        <Choices
          label={t('type')}
          value={value}
          options={[
            { value: 'marriage', title: t('marriage') },
            { value: 'divorce', title: t('divorce') },
          ]}
          onChange={onChange}
        />
      </div>
    </Field>
  )
}

/** A range comes in: type, first and last serial, day, from whom. */
export const ReceiveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const [type, setType] = useState<BlankType>('marriage')
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const [receivedOn, setReceivedOn] = useState<string>(office.today)
  const [from, setFrom] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const receive = useAct('receiveBlanks', { refresh })
  const submit = (): void => {
    setTried(true)
    if (first.trim() === '' || last.trim() === '' || receivedOn === '' || from.trim() === '') return
    receive.mutate({ body: { type, first: first.trim(), last: last.trim(), receivedOn, from: from.trim(), note: note.trim() } }, { onSuccess: onClose })
  }
  usePageKeys([{ key: 'F2', label: t('receive'), run: submit }], { dialog: true })
  const missing = (value: string, key: 'serialMissing' | 'fromMissing'): string | undefined => (tried && value.trim() === '' ? t(key) : undefined)
  const named = ['first', 'last', 'receivedOn', 'from', 'note'].includes(receive.error?.field ?? '')
  return (
    <Modal open title={t('receiveTitle')} okText={t('receive')} cancelText={t('cancel')} confirmLoading={receive.isPending} onOk={submit} onCancel={onClose} mask={{ closable: false }}>
      <DialogForm onSubmit={submit}>
        <TypeChoice value={type} onChange={setType} />
        <Fields>
          <Field path="first" span={6} label={t('first')} required problem={missing(first, 'serialMissing')} failure={receive.error}>
            <Input value={first} maxLength={20} autoComplete="off" spellCheck={false} onChange={(event) => setFirst(event.target.value)} />
          </Field>
          <Field path="last" span={6} label={t('last')} required problem={missing(last, 'serialMissing')} failure={receive.error}>
            <Input value={last} maxLength={20} autoComplete="off" spellCheck={false} onChange={(event) => setLast(event.target.value)} />
          </Field>
          <Field path="receivedOn" span={6} label={t('receivedOn')} required failure={receive.error}>
            <DayField value={receivedOn} onChange={setReceivedOn} />
          </Field>
          <Field path="from" span={6} label={t('from')} required problem={missing(from, 'fromMissing')} failure={receive.error}>
            <Input value={from} maxLength={60} autoComplete="off" onChange={(event) => setFrom(event.target.value)} />
          </Field>
          <Field path="note" label={t('note')} failure={receive.error}>
            <Input value={note} maxLength={200} autoComplete="off" onChange={(event) => setNote(event.target.value)} />
          </Field>
        </Fields>
        {!named && <FailurePanel failure={receive.error} safe />}
      </DialogForm>
    </Modal>
  )
}

/** A blank is spoiled: serial, reason, second person. */
export const SpoilDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const [type, setType] = useState<BlankType>('marriage')
  const [serial, setSerial] = useState('')
  const spoil = useAct('spoilBlank', { refresh })
  return (
    <SecondPersonDialog title={t('spoilTitle')} verb={t('spoil')} danger ready={serial.trim() !== ''} act={(given) => spoil.mutateAsync({ body: { type, serial: serial.trim(), ...given } })} onDone={onClose} onCancel={onClose}>
      <TypeChoice value={type} onChange={setType} />
      <Field path="serial" label={t('serial')} required failure={spoil.error}>
        <Input value={serial} maxLength={20} autoComplete="off" spellCheck={false} onChange={(event) => setSerial(event.target.value)} />
      </Field>
    </SecondPersonDialog>
  )
}

/** Blanks go back up: range, to whom, reason, second person. */
export const ReturnDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const [type, setType] = useState<BlankType>('marriage')
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const [to, setTo] = useState('')
  const hand = useAct('returnBlanks', { refresh })
  return (
    <SecondPersonDialog title={t('handTitle')} verb={t('hand')} ready={first.trim() !== '' && last.trim() !== '' && to.trim() !== ''} act={(given) => hand.mutateAsync({ body: { type, first: first.trim(), last: last.trim(), to: to.trim(), ...given } })} onDone={onClose} onCancel={onClose}>
      <TypeChoice value={type} onChange={setType} />
      <Fields>
        <Field path="first" span={6} label={t('first')} required failure={hand.error}>
          <Input value={first} maxLength={20} autoComplete="off" spellCheck={false} onChange={(event) => setFirst(event.target.value)} />
        </Field>
        <Field path="last" span={6} label={t('last')} required failure={hand.error}>
          <Input value={last} maxLength={20} autoComplete="off" spellCheck={false} onChange={(event) => setLast(event.target.value)} />
        </Field>
        <Field path="to" label={t('to')} required failure={hand.error}>
          <Input value={to} maxLength={60} autoComplete="off" onChange={(event) => setTo(event.target.value)} />
        </Field>
      </Fields>
    </SecondPersonDialog>
  )
}
