import { Alert, Button, Input } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Office, Session } from '../../api/schemas/office.ts'
import { Field } from '../shared/Field.tsx'
import { useWords } from '../shared/i18n.ts'
import { FailurePanel } from '../shared/Page.tsx'
import { usePreferences } from '../shared/preferences.ts'
import { useAct } from '../shared/query.ts'
import { Mark } from './Brand.tsx'
import { LanguageChoice } from './DisplayChoices.tsx'
import { words } from './words.ts'

export type SignedIn = (session: Session & { readonly token: string }) => void

/** Account, password and counter. A lock-out says until when. */
export const SignInForm = ({ account: fixed, onSignedIn }: { readonly account?: string; readonly onSignedIn: SignedIn }) => {
  const t = useWords(words)
  const { counter: lastCounter } = usePreferences()
  const [account, setAccount] = useState(fixed ?? '')
  const [password, setPassword] = useState('')
  const [counter, setCounter] = useState(lastCounter)
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const signIn = useAct('signIn')
  useEffect(() => form.current?.querySelector<HTMLInputElement>(fixed === undefined ? 'input' : 'input[type=password]')?.focus(), [fixed])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (account.trim() === '' || password === '') {
      form.current?.querySelector<HTMLInputElement>(account.trim() === '' ? 'input' : 'input[type=password]')?.focus()
      return
    }
    signIn.mutate({ body: { account: account.trim(), password, ...(counter.trim() !== '' && { counter: counter.trim() }) } }, { onSuccess: onSignedIn, onError: () => setPassword('') })
  }
  return (
    <form ref={form} className="dialog-form" onSubmit={submit} noValidate>
      <Field path="account" label={t('account')} problem={tried && account.trim() === '' ? t('signInMissing') : undefined}>
        <Input value={account} disabled={fixed !== undefined} maxLength={64} autoComplete="username" spellCheck={false} autoCapitalize="off" onChange={(event) => setAccount(event.target.value)} />
      </Field>
      <Field path="password" label={t('passwordField')} problem={tried && account.trim() !== '' && password === '' && !signIn.isError ? t('signInMissing') : undefined}>
        <Input type="password" value={password} maxLength={200} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} />
      </Field>
      <Field path="counter" label={t('counterOf')} hint={t('counterHint')}>
        <Input value={counter} maxLength={20} autoComplete="off" onChange={(event) => setCounter(event.target.value)} />
      </Field>
      <FailurePanel failure={signIn.error} {...(signIn.error?.code === 'locked_out' && { title: t('lockedOut') })} />
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('signIn')}
      </Button>
    </form>
  )
}

export const SignIn = ({ office, onSignedIn }: { readonly office: Office; readonly onSignedIn: SignedIn }) => {
  const t = useWords(words)
  useEffect(() => {
    document.title = `${t('signIn')} · ${t('product')}`
  }, [t])
  return (
    <main className="gate">
      <div className="gate-card">
        <div className="gate-top">
          <div className="gate-brand">
            <Mark /> {t('product')}
          </div>
          <LanguageChoice />
        </div>
        <div>
          <h1>
            {office.name}
            {office.sample && !office.name.includes(t('sample')) && <span className="sample-mark">{t('sample')}</span>}
          </h1>
        </div>
        {office.sample && <Alert role="note" type="info" title={t('sampleWhy')} />}
        <SignInForm onSignedIn={onSignedIn} />
      </div>
    </main>
  )
}
