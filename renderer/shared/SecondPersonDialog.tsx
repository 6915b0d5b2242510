/**
 * Asks for a reason and a second person for an act that needs two (void, correction, spoiled blank).
 *   {open && <SecondPersonDialog title={t('spoil')} act={(given) => spoil.mutateAsync({ body: { …, ...given } })} onDone={close} onCancel={close} />}
 * `given` is { reason, second: { account, password } }; a refusal of the api stays in the dialog, beside the field it names.
 */
import { Input, Modal } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { ApiFailure } from './client.ts'
import { Field, Fields } from './Field.tsx'
import { useFirstFocus } from './firstFocus.ts'
import { onEnterNext } from './keyboard.ts'
import { FailurePanel } from './Page.tsx'
import { useWords } from './i18n.ts'
import { shared } from './words.ts'

export interface SecondGiven {
  readonly reason: string
  readonly second: { readonly account: string; readonly password: string }
}

export interface SecondPersonDialogProps {
  readonly title: string
  readonly act: (given: SecondGiven) => Promise<unknown>
  readonly onDone: () => void
  readonly onCancel: () => void
  /** The button's verb; the title if not given. */
  readonly verb?: string
  readonly children?: ReactNode
  /** False while the children's own fields are not complete. */
  readonly ready?: boolean
  /** What still stands in the way while it is not ready, told once it has been tried. */
  readonly waits?: string
  readonly danger?: boolean
  readonly width?: number
  /** What stands in the place of the reason, and whether it must be given. */
  readonly note?: { readonly label: string; readonly needed: boolean }
  /** What the second person is called here, and why she is asked. */
  readonly secondTitle?: string
  readonly secondWhy?: string
}

export const SecondPersonDialog = ({ title, act, onDone, onCancel, verb, children, ready = true, waits, danger = false, width = 520, note, secondTitle, secondWhy }: SecondPersonDialogProps) => {
  const t = useWords(shared)
  const [reason, setReason] = useState('')
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const form = useRef<HTMLDivElement>(null)
  useFirstFocus(form)
  const needed = note?.needed ?? true
  const noReason = needed && reason.trim().length < 2
  const noSecond = account.trim() === '' || password === ''
  const submit = async (): Promise<void> => {
    setTried(true)
    if (noReason || noSecond || !ready || busy) {
      // The focus goes to the first field that stands in the way.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return
    }
    setBusy(true)
    setFailure(null)
    try {
      await act({ reason: reason.trim(), second: { account: account.trim(), password } })
      onDone()
    } catch (error) {
      setPassword('')
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  /** What is typed anew is no longer refused. */
  const answered = (field: string): void => {
    if (failure instanceof ApiFailure && failure.field?.startsWith(field) === true) setFailure(null)
  }
  const named = failure instanceof ApiFailure && (failure.field === 'reason' || failure.field === 'second.account' || failure.field === 'second.password')
  return (
    <Modal open width={width} {...(width > 520 && { style: { top: 20 } })} title={title} okText={verb ?? title} cancelText={t('cancel')} confirmLoading={busy} okButtonProps={{ danger }} onOk={() => void submit()} onCancel={onCancel} mask={{ closable: false }} destroyOnHidden>
      <div
        ref={form}
        className="dialog-form"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'password' && !event.nativeEvent.isComposing) {
            event.preventDefault()
            void submit()
          } else onEnterNext(event)
        }}
      >
        {children}
        {tried && !ready && waits !== undefined && <p className="finding-note stop" role="alert">{waits}</p>}
        <Field path="reason" label={note?.label ?? t('reason')} required={needed} failure={failure as ApiFailure} problem={tried && noReason ? t('reasonShort') : undefined}>
          <Input value={reason} maxLength={400} autoComplete="off" onChange={(event) => { setReason(event.target.value); answered('reason') }} />
        </Field>
        <h3>{secondTitle ?? t('second')}</h3>
        <p className="quiet">{secondWhy ?? t('secondWhy')}</p>
        <Fields>
          <Field path="second.account" label={t('account')} required span={6} failure={failure as ApiFailure} problem={tried && noSecond && failure === null ? t('secondMissing') : undefined}>
            <Input value={account} maxLength={64} autoComplete="off" spellCheck={false} onChange={(event) => { setAccount(event.target.value); answered('second.') }} />
          </Field>
          <Field path="second.password" label={t('password')} required span={6} failure={failure as ApiFailure}>
            <Input type="password" value={password} maxLength={200} autoComplete="off" onChange={(event) => { setPassword(event.target.value); answered('second.') }} />
          </Field>
        </Fields>
        {!named && <FailurePanel failure={failure} />}
      </div>
    </Modal>
  )
}
