import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import { newId } from './ids.ts'
import { hashPassword } from './passwords.ts'
import { routes } from './schemas/index.ts'
import { accountReply } from './session.ts'

const replyOf = async (house: House, id: string) => {
  house.forget()
  return accountReply(await house.register.read.getAccount(id))
}

/** Accounts: made, changed and unlocked by the administrator; none is ever deleted. */
export const accountHandlings: readonly Handling[] = [
  handle(routes.listAccounts, async ({ house }) => ({ accounts: (await house.register.read.accounts()).map(accountReply) })),

  handle(routes.createAccount, async ({ house, body, actor }) => {
    const password = await hashPassword(body.password)
    const id = newId('a', house.now())
    await house.register.transact(actor(), async (tx) => {
      if ((await tx.findAccount(body.account)) !== undefined) throw new LantaiError('conflict', text(`账号“${body.account}”已有人用。`, `The account “${body.account}” exists already.`), 'account')
      const { account, name, role, counter, scope, certifiedUntil } = body
      await tx.record({ kind: 'account.created', subject: id, body: { account, name, role, counter, scope, certifiedUntil, password, sample: false } })
    })
    return replyOf(house, id)
  }),

  handle(routes.changeAccount, async ({ house, params, body, actor }) => {
    const { reason, ...changes } = body
    await house.register.transact(actor(), async (tx) => {
      const row = await tx.getAccount(params.id)
      const losesOffice = (changes.active === false || (changes.role !== undefined && changes.role !== 'administrator')) && row.role === 'administrator' && row.active
      if (losesOffice && (await tx.accounts()).filter((other) => other.active && other.role === 'administrator' && other.id !== row.id).length === 0) {
        throw new LantaiError('wrong_state', text('这是唯一的系统管理员，不能停用或改岗。', 'This is the only administrator; it cannot be closed or given another role.'), 'role')
      }
      if (Object.keys(changes).length === 0) throw new LantaiError('invalid', text('没有改动。', 'Nothing is changed.'))
      await tx.record({ kind: 'account.changed', subject: row.id, body: changes, reason })
    })
    if (changes.active === false || changes.role !== undefined) house.sessions.endAll(params.id, undefined)
    return replyOf(house, params.id)
  }),

  handle(routes.resetPassword, async ({ house, params, body, actor }) => {
    const password = await hashPassword(body.password)
    await house.register.transact(actor(), async (tx) => {
      const row = await tx.getAccount(params.id)
      await tx.record({ kind: 'account.passwordChanged', subject: row.id, body: { password }, reason: body.reason })
    })
    house.forget()
    house.sessions.endAll(params.id)
    return { done: true as const }
  }),

  handle(routes.unlockAccount, async ({ house, params, body, actor }) => {
    await house.register.transact(actor(), async (tx) => {
      const row = await tx.getAccount(params.id)
      await tx.record({ kind: 'account.unlocked', subject: row.id, body: {}, reason: body.reason })
    })
    return replyOf(house, params.id)
  }),

  handle(routes.listColleagues, async ({ house }) => ({ colleagues: [...(await house.accounts()).values()].map(({ id, account, name, role, active }) => ({ id, account, name, role, active })) })),
]
