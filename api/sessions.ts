import { createHash, randomBytes } from 'node:crypto'

/** A signed-in account at a counter; lives in memory only and ends with the process. */
export interface SignedIn {
  readonly key: string
  readonly account: string
  counter: string
  readonly startedAt: number // ms
  lastSeen: number // ms
  locked: boolean
  /** Cases whose showing this session has put on record. */
  readonly viewed: Set<string>
}

/** A session ends for good after twelve hours, whatever is done in it. */
export const longestSession = 12 * 60 * 60 * 1000

export interface Sessions {
  /** Starts a session; the token is told once and kept only as its hash. */
  start(account: string, counter: string, now: number): { readonly token: string; readonly session: SignedIn }
  /** The session of a token, locked if nothing was done in it for `idle` milliseconds; undefined when there is none or it has ended. */
  find(token: string, now: number, idle: number): SignedIn | undefined
  end(session: SignedIn): void
  /** Ends every session of an account, except one. */
  endAll(account: string, except?: SignedIn): void
  readonly size: number
}

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64')

/** Sessions by the SHA-256 of their token. */
export const createSessions = (): Sessions => {
  const open = new Map<string, SignedIn>()
  const sweep = (now: number): void => {
    for (const [key, session] of open) if (now - session.startedAt >= longestSession) open.delete(key)
  }
  return {
    start(account, counter, now) {
      sweep(now)
      const token = randomBytes(32).toString('base64url')
      const key = keyOf(token)
      const session: SignedIn = { key, account, counter, startedAt: now, lastSeen: now, locked: false, viewed: new Set() }
      open.set(key, session)
      return { token, session }
    },
    find(token, now, idle) {
      if (token.length > 100) return undefined
      const session = open.get(keyOf(token))
      if (session === undefined) return undefined
      if (now - session.startedAt >= longestSession) {
        open.delete(session.key)
        return undefined
      }
      if (now - session.lastSeen >= idle) session.locked = true
      return session
    },
    end(session) {
      open.delete(session.key)
    },
    endAll(account, except) {
      for (const [key, session] of open) if (session.account === account && session !== except) open.delete(key)
    },
    get size() {
      return open.size
    },
  }
}
