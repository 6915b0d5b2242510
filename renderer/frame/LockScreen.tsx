import { Button, Input } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { Session } from '../../api/schemas/office.ts'
import { call } from '../shared/client.ts'
import { Field } from '../shared/Field.tsx'
import { useWords } from '../shared/i18n.ts'
import { usePageKeys } from '../shared/keyboard.ts'
import { FailurePanel } from '../shared/Page.tsx'
import { useAct } from '../shared/query.ts'
import { SignInForm, type SignedIn } from './SignIn.tsx'
import { words } from './words.ts'

export interface LockScreenProps {
  readonly session: Session
  /** The session is over, not merely locked. */
  readonly ended: boolean
  readonly onUnlocked: (session: Session) => void
  readonly onSignedIn: SignedIn
  readonly onSignOut: () => void
}

/** Lies over the page without touching it, so that what was typed is there afterwards. */
export const LockScreen = ({ session, ended, onUnlocked, onSignedIn, onSignOut }: LockScreenProps) => {
  const t = useWords(words)
  const [password, setPassword] = useState('')
  const field = useRef<HTMLFormElement>(null)
  const unlock = useAct('unlock')
  usePageKeys([], { dialog: true })
  useEffect(() => field.current?.querySelector('input')?.focus(), [ended])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (password === '') return
    unlock.mutate({ body: { password } }, {
      onSuccess: onUnlocked,
      onError: (failure) => {
        setPassword('')
        // A wrong password, or a session that has ended in the meantime: asking for it tells (the frame hears the refusal).
        if (failure.code === 'unauthenticated') call('getSession').catch(() => undefined)
      },
    })
  }
  return (
    <div className="lock" role="dialog" aria-modal="true" aria-labelledby="lock-title">
      <div className="gate-card">
        <h1 id="lock-title">{ended ? t('endedTitle') : t('locked')}</h1>
        <p>{ended ? t('endedWhy', { account: session.account.account }) : t('lockedWhy', { name: session.account.name })}</p>
        {ended ? (
          <SignInForm account={session.account.account} onSignedIn={onSignedIn} />
        ) : (
          <form ref={field} className="dialog-form" onSubmit={submit}>
            <Field path="password" label={t('passwordField')}>
              <Input type="password" value={password} maxLength={200} autoComplete="current-password" onChange={(event) => setPassword(event.target.value)} />
            </Field>
            <FailurePanel failure={unlock.error} />
            <Button type="primary" htmlType="submit" block loading={unlock.isPending} disabled={password === ''}>
              {t('unlock')}
            </Button>
          </form>
        )}
        <button type="button" className="link" onClick={onSignOut}>
          {t('otherAccount')}
        </button>
      </div>
    </div>
  )
}
