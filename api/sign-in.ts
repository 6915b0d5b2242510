import type { AccountRow } from '../db/contract.ts'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { instantOf, type House } from './house.ts'
import { passwordFits, passwordOfNobody } from './passwords.ts'
import { may, type Permission } from './permissions.ts'

const wrong = (): LantaiError => new LantaiError('unauthenticated', text('账号或密码不对。', 'The account or the password is wrong.'))
const lockedOut = (until: number): LantaiError => new LantaiError('locked_out', text(`失败次数过多，账号已锁定到 ${instantOf(until).slice(11, 16)}。`, `Too many failures: the account is locked until ${instantOf(until).slice(11, 16)}.`), undefined, { until: instantOf(until) })

/** Names that no account has are locked like those that one has, so that trying tells nothing. */
interface Stranger { failures: number; until: number }

export interface Porter {
  /** The active account of a name and password; throws `unauthenticated` or `locked_out` and puts a failure on record. */
  authenticate(name: string, password: string, counter: string, address: string | undefined): Promise<AccountRow>
  /** The second person of an act: another active account that may do it too, signed in on the spot. Throws `second_person` or `locked_out`. */
  confirmSecond(first: AccountRow, second: { account: string; password: string }, permission: Permission, counter: string): Promise<AccountRow>
}

/** The one place where passwords are asked. */
export const createPorter = (house: House): Porter => {
  const strangers = new Map<string, Stranger>()
  const waiting = new Map<string, Promise<unknown>>()

  /** Guesses at one name are weighed one after another, so that many at once cannot outrun the lock-out. */
  const inTurn = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = waiting.get(name) ?? Promise.resolve()
    const mine = before.then(work, work)
    waiting.set(name, mine)
    void mine.catch(() => undefined).finally(() => {
      if (waiting.get(name) === mine) waiting.delete(name)
    })
    return mine
  }

  const turnAway = async (name: string, password: string, lockAfter: number, lockFor: number): Promise<never> => {
    const known = strangers.get(name) ?? { failures: 0, until: 0 }
    await passwordOfNobody(password)
    if (known.until > house.now()) throw lockedOut(known.until)
    const failures = known.failures + 1
    if (strangers.size > 10_000) strangers.clear()
    strangers.set(name, { failures, until: failures % lockAfter === 0 ? house.now() + lockFor : 0 })
    throw wrong()
  }

  const authenticate: Porter['authenticate'] = (name, password, counter, address) => inTurn(name.toLowerCase(), async () => {
    const { settings } = await house.office()
    const lockAfter = settings['session.lockAfter']
    const lockFor = settings['session.lockMinutes'] * 60_000
    const found = await house.register.read.findAccount(name)
    if (found === undefined) return turnAway(name.toLowerCase(), password, lockAfter, lockFor)
    const until = found.lockedUntil === '' ? 0 : Date.parse(found.lockedUntil)
    if (until > house.now()) {
      await passwordOfNobody(password)
      throw lockedOut(until)
    }
    const fits = await passwordFits(password, found.password)
    if (fits && found.active) return found
    // A closed account with the right password is turned away like a wrong one, without counting.
    if (fits) throw wrong()
    const locksNow = (found.failures + 1) % lockAfter === 0
    const lockedUntil = locksNow ? instantOf(house.now() + lockFor) : ''
    await house.register.transact(house.actor(found.id, counter), (tx) => tx.record({ kind: 'account.signInFailed', subject: found.id, body: { lockedUntil, ...(address === undefined ? {} : { address: address.slice(0, 60) }) } }))
    house.forget()
    throw wrong()
  })

  return {
    authenticate,
    async confirmSecond(first, second, permission, counter) {
      if (second.account.toLowerCase() === first.account.toLowerCase()) throw new LantaiError('second_person', text('第二人应是另一位工作人员。', 'The second person must be somebody else.'), 'second.account')
      let found: AccountRow
      try {
        found = await authenticate(second.account, second.password, counter, undefined)
      } catch (error) {
        if (error instanceof LantaiError && error.code === 'unauthenticated') throw new LantaiError('second_person', text('第二人的账号或密码不对。', 'The account or password of the second person is wrong.'), 'second.password')
        throw error
      }
      if (!may(found.role, permission)) throw new LantaiError('second_person', text('第二人的岗位不能办理此项。', 'The role of the second person does not allow this.'), 'second.account')
      return found
    },
  }
}
