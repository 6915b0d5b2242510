import { Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Account } from '../../../api/schemas/common.ts'
import { Choices } from '../../frame/Choices.tsx'
import type { ApiFailure } from '../../shared/client.ts'
import { DayField } from '../../shared/DayField.tsx'
import { DialogForm } from '../../shared/DialogForm.tsx'
import { Field, Fields } from '../../shared/Field.tsx'
import { useWords } from '../../shared/i18n.ts'
import { FailurePanel } from '../../shared/Page.tsx'
import { useAct } from '../../shared/query.ts'
import { words } from './words.ts'

interface Facts {
  readonly name: string
  readonly role: Account['role']
  readonly counter: string
  readonly scope: Account['scope']
  readonly certifiedUntil: string
}

const roles = ['registrar', 'reviewer', 'administrator', 'auditor'] as const

const Dialog = ({ title, verb, busy, failure, fields, onOk, onClose, children }: { readonly title: string; readonly verb: string; readonly busy: boolean; readonly failure: ApiFailure | null; readonly fields: readonly string[]; readonly onOk: () => void; readonly onClose: () => void; readonly children: ReactNode }) => {
  const t = useWords(words)
  return (
    <Modal open title={title} okText={verb} cancelText={t('cancel')} confirmLoading={busy} onOk={onOk} onCancel={onClose} mask={{ closable: false }}>
      <DialogForm onSubmit={onOk}>
        {children}
        {!fields.includes(failure?.field ?? '') && <FailurePanel failure={failure} safe />}
      </DialogForm>
    </Modal>
  )
}

const FactsFields = ({ facts, onChange, tried, failure }: { readonly facts: Facts; readonly onChange: (part: Partial<Facts>) => void; readonly tried: boolean; readonly failure: ApiFailure | null }) => {
  const t = useWords(words)
  return (
    <Fields>
      <Field path="name" span={6} label={t('name')} required failure={failure} problem={tried && facts.name.trim() === '' ? t('nameMissing') : undefined}>
        <Input value={facts.name} maxLength={40} autoComplete="off" onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <Field path="counter" span={6} label={t('counter')} failure={failure}>
        <Input value={facts.counter} maxLength={20} autoComplete="off" onChange={(event) => onChange({ counter: event.target.value })} />
      </Field>
      <Field path="role" label={t('role')} group>
        <div>
          <Choices label={t('role')} value={facts.role} options={roles.map((role) => ({ value: role, title: t(role) }))} onChange={(role) => onChange({ role })} />
        </div>
      </Field>
      {facts.role === 'registrar' && (
        <>
          <Field path="certifiedUntil" span={12} label={t('certifiedUntil')} failure={failure}>
            <DayField value={facts.certifiedUntil} onChange={(day) => onChange({ certifiedUntil: day })} />
          </Field>
          <Field path="scope" label={t('scope')} group>
            <div>
              <Choices label={t('scope')} value={facts.scope} options={(['mainland', 'all'] as const).map((scope) => ({ value: scope, title: t(`scope_${scope}`) }))} onChange={(scope) => onChange({ scope })} />
            </div>
          </Field>
        </>
      )}
    </Fields>
  )
}

const ReasonField = ({ value, onChange, tried, failure }: { readonly value: string; readonly onChange: (reason: string) => void; readonly tried: boolean; readonly failure: ApiFailure | null }) => {
  const t = useWords(words)
  return (
    <Field path="reason" label={t('reason')} required failure={failure} problem={tried && value.trim().length < 2 ? t('reasonShort') : undefined}>
      <Input value={value} maxLength={400} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

const PasswordField = ({ value, onChange, tried, failure }: { readonly value: string; readonly onChange: (password: string) => void; readonly tried: boolean; readonly failure: ApiFailure | null }) => {
  const t = useWords(words)
  return (
    <Field path="password" label={t('password')} required hint={t('passwordHint')} failure={failure} problem={tried && value.length < 10 ? t('passwordShort') : undefined}>
      <Input type="password" value={value} maxLength={200} autoComplete="new-password" onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

export const NewAccountDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(words)
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [facts, setFacts] = useState<Facts>({ name: '', role: 'registrar', counter: '', scope: 'mainland', certifiedUntil: '' })
  const [tried, setTried] = useState(false)
  const create = useAct('createAccount', { refresh: ['listAccounts', 'listColleagues'] })
  const wrongName = !/^[a-zA-Z0-9._-]{3,32}$/.test(account)
  const submit = (): void => {
    setTried(true)
    if (!wrongName && password.length >= 10 && facts.name.trim() !== '') create.mutate({ body: { ...facts, name: facts.name.trim(), account, password } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('newAccount')} verb={t('save')} busy={create.isPending} failure={create.error} fields={['account', 'password', 'name', 'counter', 'certifiedUntil']} onOk={submit} onClose={onClose}>
      <Field path="account" label={t('account')} required hint={t('accountShape')} failure={create.error} problem={tried && wrongName ? t('accountShape') : undefined}>
        <Input value={account} maxLength={32} autoComplete="off" spellCheck={false} onChange={(event) => setAccount(event.target.value)} />
      </Field>
      <FactsFields facts={facts} onChange={(part) => setFacts({ ...facts, ...part })} tried={tried} failure={create.error} />
      <PasswordField value={password} onChange={setPassword} tried={tried} failure={create.error} />
    </Dialog>
  )
}

export const ChangeAccountDialog = ({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) => {
  const t = useWords(words)
  const [facts, setFacts] = useState<Facts>({ name: account.name, role: account.role, counter: account.counter, scope: account.scope, certifiedUntil: account.certifiedUntil })
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const change = useAct('changeAccount', { refresh: ['listAccounts', 'listColleagues'] })
  const submit = (): void => {
    setTried(true)
    if (facts.name.trim() !== '' && reason.trim().length >= 2) change.mutate({ params: { id: account.id }, body: { ...facts, name: facts.name.trim(), reason: reason.trim() } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${t('changeAccount')} · ${account.account}`} verb={t('save')} busy={change.isPending} failure={change.error} fields={['reason', 'name', 'counter', 'certifiedUntil']} onOk={submit} onClose={onClose}>
      <FactsFields facts={facts} onChange={(part) => setFacts({ ...facts, ...part })} tried={tried} failure={change.error} />
      <ReasonField value={reason} onChange={setReason} tried={tried} failure={change.error} />
    </Dialog>
  )
}

export const ResetPasswordDialog = ({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) => {
  const t = useWords(words)
  const [password, setPassword] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const reset = useAct('resetPassword', { refresh: ['listAccounts'] })
  const submit = (): void => {
    setTried(true)
    if (password.length >= 10 && reason.trim().length >= 2) reset.mutate({ params: { id: account.id }, body: { password, reason: reason.trim() } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${t('resetPassword')} · ${account.account}`} verb={t('resetPassword')} busy={reset.isPending} failure={reset.error} fields={['reason', 'password']} onOk={submit} onClose={onClose}>
      <PasswordField value={password} onChange={setPassword} tried={tried} failure={reset.error} />
      <ReasonField value={reason} onChange={setReason} tried={tried} failure={reset.error} />
    </Dialog>
  )
}

/** Lifts a lock-out, stops an account or lets it be used again: a reason only. */
export const ReasonDialog = ({ account, what, onClose }: { readonly account: Account; readonly what: 'unlock' | 'stop' | 'resume'; readonly onClose: () => void }) => {
  const t = useWords(words)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const unlock = useAct('unlockAccount', { refresh: ['listAccounts'] })
  const change = useAct('changeAccount', { refresh: ['listAccounts', 'listColleagues'] })
  const failure = unlock.error ?? change.error
  const submit = (): void => {
    setTried(true)
    if (reason.trim().length < 2) return
    if (what === 'unlock') unlock.mutate({ params: { id: account.id }, body: { reason: reason.trim() } }, { onSuccess: onClose })
    else change.mutate({ params: { id: account.id }, body: { active: what === 'resume', reason: reason.trim() } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={`${t(what)} · ${account.account}`} verb={t(what)} busy={unlock.isPending || change.isPending} failure={failure} fields={['reason']} onOk={submit} onClose={onClose}>
      <ReasonField value={reason} onChange={setReason} tried={tried} failure={failure} />
    </Dialog>
  )
}
