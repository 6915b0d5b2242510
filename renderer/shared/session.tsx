/**
 * Who is signed in and what she may do: `const { account, office, may } = useSession()`; `may('case.write')`.
 * Under `<SessionProvider>` there always is a session; sign-in and first set-up stand outside it.
 */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Account } from '../../api/schemas/common.ts'
import type { Office, Session } from '../../api/schemas/office.ts'
import type { Permission } from '../../api/schemas/route.ts'

export interface SessionView {
  readonly session: Session
  readonly account: Account
  readonly office: Office
  /** The same function as long as the permissions are the same. */
  readonly may: (permission: Permission) => boolean
}

const Context = createContext<SessionView | undefined>(undefined)

export const SessionProvider = ({ session, office, children }: { readonly session: Session; readonly office: Office; readonly children: ReactNode }) => {
  const allowed = session.permissions.join(' ')
  const may = useMemo(() => {
    const permissions = new Set(allowed.split(' '))
    return (permission: Permission): boolean => permissions.has(permission)
  }, [allowed])
  const view = useMemo<SessionView>(() => ({ session, account: session.account, office, may }), [session, office, may])
  return <Context value={view}>{children}</Context>
}

/** The session; throws outside the signed-in part of the desk. */
export const useSession = (): SessionView => {
  const view = useContext(Context)
  if (view === undefined) throw new Error('useSession outside SessionProvider')
  return view
}
