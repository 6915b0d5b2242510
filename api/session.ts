import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { AccountRow } from '../db/contract.ts'
import { handle, type Handling } from './door.ts'
import { instantOf, type House } from './house.ts'
import { officeReply } from './office.ts'
import { hashPassword } from './passwords.ts'
import { permissionsOf } from './permissions.ts'
import { routes } from './schemas/index.ts'
import type { Account } from './schemas/common.ts'
import type { Session } from './schemas/office.ts'
import { longestSession, type SignedIn } from './sessions.ts'
import type { Porter } from './sign-in.ts'

/** An account as the desk may see it, without its password. */
export const accountReply = (row: AccountRow): Account => ({
  id: row.id, account: row.account, name: row.name, role: row.role, counter: row.counter, active: row.active, sample: row.sample,
  lockedUntil: row.lockedUntil, certifiedUntil: row.certifiedUntil, scope: row.scope, language: row.language,
})

const sessionReply = async (house: House, account: AccountRow, session: SignedIn): Promise<Session> => {
  const office = await house.office()
  return {
    account: { ...accountReply(account), counter: session.counter }, permissions: permissionsOf(account.role), office: officeReply(house, office),
    idleMinutes: office.settings['session.idleMinutes'], expiresAt: instantOf(session.startedAt + longestSession), locked: session.locked,
  }
}

/** Signing in and out, locking, the own password. */
export const sessionHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.signIn, async ({ house, body, from }) => {
    if (!(await house.office()).setUp) throw new LantaiError('not_set_up', text('本处还没有设置，请先完成首次设置。', 'The office has not been set up yet; do that first.'))
    const counterWanted = body.counter ?? ''
    const account = await porter.authenticate(body.account, body.password, counterWanted, from.remoteAddress)
    const counter = counterWanted === '' ? account.counter : counterWanted
    await house.register.transact(house.actor(account.id, counter), (tx) => tx.record({ kind: 'account.signedIn', subject: account.id, body: { shell: from.shell, ...(from.remoteAddress === undefined ? {} : { address: from.remoteAddress.slice(0, 60) }) } }))
    house.forget()
    const { token, session } = house.sessions.start(account.id, counter, house.now())
    return { ...(await sessionReply(house, account, session)), token }
  }),

  handle(routes.getSession, async ({ house, account, session }) => sessionReply(house, account, session)),

  handle(routes.changeSession, async ({ house, account, session, body, actor }) => {
    if (body.counter !== undefined) session.counter = body.counter
    let now = account
    if (body.language !== undefined && body.language !== account.language) {
      const { language } = body
      await house.register.transact(actor(), (tx) => tx.record({ kind: 'account.changed', subject: account.id, body: { language } }))
      house.forget()
      now = { ...account, language }
    }
    return sessionReply(house, now, session)
  }),

  handle(routes.unlock, async ({ house, account, session, body, from }) => {
    await porter.authenticate(account.account, body.password, session.counter, from.remoteAddress)
    session.locked = false
    session.lastSeen = house.now()
    return sessionReply(house, account, session)
  }),

  handle(routes.lock, async ({ session }) => {
    session.locked = true
    return { done: true as const }
  }),

  handle(routes.signOut, async ({ house, account, session, actor }) => {
    house.sessions.end(session)
    await house.register.transact(actor(), (tx) => tx.record({ kind: 'account.signedOut', subject: account.id, body: { cause: 'signedOut' } }))
    return { done: true as const }
  }),

  handle(routes.changeOwnPassword, async ({ house, account, session, body, actor, from }) => {
    try {
      await porter.authenticate(account.account, body.old, session.counter, from.remoteAddress)
    } catch (error) {
      if (error instanceof LantaiError && error.code === 'unauthenticated') throw new LantaiError('invalid', text('原密码不对。', 'The old password is wrong.'), 'old')
      throw error
    }
    if (body.new === body.old) throw new LantaiError('invalid', text('新密码与原密码相同。', 'The new password is the old one.'), 'new')
    const password = await hashPassword(body.new)
    await house.register.transact(actor(), (tx) => tx.record({ kind: 'account.passwordChanged', subject: account.id, body: { password } }))
    house.forget()
    house.sessions.endAll(account.id, session)
    return { done: true as const }
  }),
]
