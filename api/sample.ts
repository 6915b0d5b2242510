import { addDays } from '../domain/dates.ts'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { managerId, sampleAccounts } from '../sample/accounts.ts'
import type { Entry } from '../sample/script.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import type { Progress } from './jobs.ts'
import { hashPassword } from './passwords.ts'
import { signDay } from './reports/day.ts'
import { routes } from './schemas/index.ts'
import type { ApiWindow } from './windows.ts'

/** The accounts of the sample office with the passwords everybody may know. */
export const openAccounts = (): { account: string; password: string; role: string }[] => sampleAccounts.map(({ account, password, role }) => ({ account, password, role }))

const seed = 20_260_520

const refuseUsed = async (house: House): Promise<void> => {
  if ((await house.office()).setUp || (await house.register.head()).seq > 0) throw new LantaiError('already_set_up', text('示例只能放进空的登记簿。请另选一个数据文件夹。', 'The sample goes into an empty register only; choose another data folder.'))
}

/** The manager of the sample office closes the days of the last weeks, each in its own evening, but yesterday's. */
const closedDays = 31
const closer = { account: managerId, counter: '' }

/** Records the year in order of time, a day's closing after its last entry; the number of entries. */
const recordYear = async (house: House, windows: readonly ApiWindow[], all: Iterable<Entry>, signal: AbortSignal, onProgress: (done: number) => void): Promise<number> => {
  const today = house.today()
  const source = all[Symbol.iterator]()
  let step = source.next()
  let done = 0
  function* upTo(day: string): Generator<Entry> {
    while (step.done !== true && step.value[0].at.slice(0, 10) <= day) {
      yield step.value
      step = source.next()
    }
  }
  const record = async (day: string): Promise<number> => {
    const before = done
    done += await house.register.bulk(upTo(day), { perTransaction: 500, signal, onProgress: (count) => onProgress(before + count) })
    return done - before
  }
  await record(addDays(today, -closedDays - 1))
  for (let before = closedDays; before > 1; before -= 1) {
    const day = addDays(today, -before)
    if ((await record(day)) === 0) continue
    // As it was known on that evening.
    await signDay({ ...house, today: () => day }, windows, day, { actor: { ...closer, at: `${day}T18:30:00.000+08:00` }, note: '' })
  }
  await record(today)
  return done
}

/** Fills an empty register with the sample office: the same actions as real work, in the chain like all others. Throws `already_set_up` or `cancelled`. */
export const fillSample = async (house: House, windows: readonly ApiWindow[], cases: number | undefined, progress: Progress, signal: AbortSignal): Promise<{ cases: number; entries: number }> => {
  await refuseUsed(house)
  const { sampleOffice } = await import('../sample/index.ts')
  const { register } = house
  const sample = sampleOffice({ seed, today: house.today(), until: house.instant().slice(11, 16), ...(cases === undefined ? {} : { cases }) })
  progress('accounts', 0, sample.about)
  const accounts = await Promise.all(sample.accounts.map(async (account) => ({ ...account, password: await hashPassword(account.password) })))
  for (const picture of sample.pictures) {
    const hash = await register.files.put(Buffer.from(picture.base64, 'base64'))
    if (hash !== picture.hash) throw new Error('a picture of the sample does not give its hash')
  }
  await register.transact(sample.founder, async (tx) => {
    await tx.record({ kind: 'office.setUp', subject: 'office', body: sample.office })
    for (const { id, ...account } of accounts) await tx.record({ kind: 'account.created', subject: id, body: { ...account, sample: true } })
  })
  house.forget()
  const entries = await recordYear(house, windows, sample.entries, signal, (done) => progress('cases', Math.min(done, sample.about), sample.about))
  const last = sample.drafts.at(-1)
  if (last !== undefined) {
    await register.transact({ account: last.account, counter: last.counter, at: last.savedAt }, async (tx) => {
      for (const draft of sample.drafts) await tx.saveDraft({ ...draft, caseId: undefined, content: JSON.stringify(draft.content) })
    })
  }
  house.forget()
  progress('done', sample.about, sample.about)
  return { cases: sample.cases, entries }
}

/** The way into a sample office, open only while the register is empty. */
export const sampleHandlings = (windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.setUpSample, async ({ house, body }) => {
    await refuseUsed(house)
    const job = house.jobs.start('sample', '', (progress, signal) => fillSample(house, windows, body.cases, progress, signal))
    return { job, accounts: openAccounts() }
  }),
]
