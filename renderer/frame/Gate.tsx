/** Who stands before the desk: no office yet → first set-up; nobody signed in → sign-in; else the desk, under the lock when it is locked. */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { Session } from '../../api/schemas/office.ts'
import { ApiFailure, call, keepToken, onSessionRefused, sessionToken } from '../shared/client.ts'
import { useWords } from '../shared/i18n.ts'
import { FailurePanel, Waiting } from '../shared/Page.tsx'
import { changePreferences } from '../shared/preferences.ts'
import { queries, useRoute } from '../shared/query.ts'
import { SessionProvider } from '../shared/session.tsx'
import { Frame } from './Frame.tsx'
import { LockScreen } from './LockScreen.tsx'
import { SignIn } from './SignIn.tsx'
import { useIdle } from './idle.ts'
import { words } from './words.ts'

const SetUp = lazy(() => import('../pages/setup/SetUpPage.tsx'))

export const Gate = () => {
  const t = useWords(words)
  const office = useRoute('getOffice', undefined, { fresh: 60_000, every: 300_000 })
  const [session, setSession] = useState<Session | null | undefined>(sessionToken() === '' ? null : undefined)
  const [shut, setShut] = useState<'no' | 'locked' | 'ended'>('no')

  useEffect(() => {
    onSessionRefused((failure) => {
      if (failure.code === 'session_locked') setShut('locked')
      else if (failure.code === 'not_set_up') void queries.invalidateQueries({ queryKey: ['getOffice'] })
      else {
        setSession((now) => {
          // Signed in and turned away: the page stays as it is under the sign-in.
          if (now !== null && now !== undefined) setShut('ended')
          else keepToken('')
          return now ?? null
        })
      }
    })
  }, [])

  useEffect(() => {
    if (session !== undefined) return
    call('getSession').then(
      (now) => {
        setSession(now)
        if (now.locked) setShut('locked')
      },
      (error: unknown) => {
        if (error instanceof ApiFailure && error.code === 'session_locked') setShut('locked')
        setSession(null)
      },
    )
  }, [session])

  const signedIn = useCallback(
    (next: Session & { readonly token: string }): void => {
      keepToken(next.token)
      changePreferences({ counter: next.account.counter })
      const same = session?.account.id === next.account.id
      setShut('no')
      setSession(next)
      if (same) void queries.invalidateQueries()
      else {
        queries.clear()
        if (session !== null && session !== undefined) location.assign('/')
      }
    },
    [session],
  )
  const signOut = useCallback(async (): Promise<void> => {
    await call('signOut').catch(() => undefined)
    keepToken('')
    queries.clear()
    setShut('no')
    setSession(null)
    history.replaceState(null, '', '/')
  }, [])
  const lock = useCallback((): void => {
    setShut('locked')
    call('lock').catch(() => undefined)
  }, [])
  useIdle(session?.idleMinutes ?? 0, session !== null && session !== undefined && shut === 'no', lock)

  if (office.data === undefined || session === undefined) {
    return (
      <main className="gate">
        {office.error !== null ? (
          <div className="gate-card">
            <FailurePanel failure={office.error} title={t('cannotStart')} onRetry={() => void office.refetch()} />
          </div>
        ) : (
          <Waiting />
        )}
      </main>
    )
  }
  if (!office.data.setUp) {
    return (
      <Suspense fallback={<Waiting />}>
        <SetUp />
      </Suspense>
    )
  }
  if (session === null) return <SignIn office={office.data} onSignedIn={signedIn} />
  return (
    <SessionProvider session={session} office={office.data}>
      <div className="frame-holder" inert={shut !== 'no'}>
        <Frame onSession={setSession} onLock={lock} onSignOut={() => void signOut()} />
      </div>
      {shut !== 'no' && <LockScreen session={session} ended={shut === 'ended'} onUnlocked={(next) => { setSession(next); setShut('no') }} onSignedIn={signedIn} onSignOut={() => void signOut()} />}
    </SessionProvider>
  )
}
