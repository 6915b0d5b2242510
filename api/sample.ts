import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { sampleAccounts } from '../sample/accounts.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import type { Progress } from './jobs.ts'
import { hashPassword } from './passwords.ts'
import { routes } from './schemas/index.ts'

/** The accounts of the sample office with the passwords everybody may know. */
export const openAccounts = (): { account: string; password: string; role: string }[] => sampleAccounts.map(({ account, password, role }) => ({ account, password, role }))

const seed = 20_260_520

const refuseUsed = async (house: House): Promise<void> => {
  if ((await house.office()).setUp || (await house.register.head()).seq > 0) throw new LantaiError('already_set_up', text('示例只能放进空的登记簿。请另选一个数据文件夹。', 'The sample goes into an empty register only; choose another data folder.'))
}

/** Fills an empty register with the sample office: the same actions as real work, in the chain like all others. Throws `already_set_up` or `cancelled`. */
export const fillSample = async (house: House, cases: number | undefined, progress: Progress, signal: AbortSignal): Promise<{ cases: number; entries: number }> => {
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
  const entries = await register.bulk(sample.entries, { perTransaction: 500, signal, onProgress: (done) => progress('cases', Math.min(done, sample.about), sample.about) })
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
export const sampleHandlings: readonly Handling[] = [
  handle(routes.setUpSample, async ({ house, body }) => {
    await refuseUsed(house)
    const job = house.jobs.start('sample', '', (progress, signal) => fillSample(house, body.cases, progress, signal))
    return { job, accounts: openAccounts() }
  }),
]
