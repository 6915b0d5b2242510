import { basename } from 'node:path'
import { backUpRegister } from '../db/backup.ts'
import { verifyRegister } from '../db/verify.ts'
import { handle, type Handling } from './door.ts'
import { routes } from './schemas/index.ts'

/** Verification and backup of the register, in threads of their own, with progress and cancel. */
export const upkeepHandlings: readonly Handling[] = [
  handle(routes.startVerification, async ({ house, account, session }) => {
    const { register } = house
    return house.jobs.start('verify', account.id, async (progress, signal) => {
      const report = await verifyRegister(register.folder, { signal, onProgress: ({ stage, done, total }) => progress(stage, done, total) })
      await register.transact(house.actor(account.id, session.counter), (tx) => tx.record({ kind: 'register.verified', subject: 'register', body: { sound: report.sound, entries: report.entries, faults: report.faults.length, head: report.head.hash } }))
      return report
    })
  }),

  handle(routes.startBackup, async ({ house, account, session }) => {
    const { register } = house
    return house.jobs.start('backup', account.id, async (progress, signal) => {
      const backup = await backUpRegister(register.folder, { at: house.instant(), signal, onProgress: ({ done, total }) => progress('copy', done, total) })
      await register.transact(house.actor(account.id, session.counter), (tx) => tx.record({ kind: 'register.backedUp', subject: 'register', body: { file: basename(backup.path), entries: backup.head.seq, head: backup.head.hash } }))
      return backup
    })
  }),
]
