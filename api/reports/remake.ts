import { createHash } from 'node:crypto'
import { remakeRegister, type RemadeRegister } from '../../db/reports/remake.ts'
import { civilDate } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import { createHouse, notFound, type House } from '../house.ts'
import type { Progress } from '../jobs.ts'
import { routes } from '../schemas/index.ts'
import type { ApiWindow } from '../windows.ts'
import { complianceOf } from './compliance/compliance.ts'
import { bytesOf } from './compliance/content.ts'
import { getCompliance } from './compliance/stored.ts'
import { signedBook } from './tally/months.ts'
import { bookBytes, findStoredBook } from './tally/stored.ts'

/** Making a stored report again: the journal is applied up to the head it stands on, the same code runs over that register with the same clock, and the bytes are compared. */

const readOnly = (): never => {
  throw new Error('a remade register is only read')
}

/** The house as it was: the register of then, and a clock that stands still. */
const houseThen = (house: House, { folder, read, files, head }: RemadeRegister, at: string): House =>
  createHouse({
    register: { folder, read, files, head: async () => Promise.resolve(head), transact: readOnly, bulk: readOnly, close: async () => Promise.resolve() },
    sessions: house.sessions, jobs: house.jobs, printer: house.printer, version: house.version, clock: () => new Date(at), log: house.log,
  })

interface Work { readonly progress: Progress; readonly signal: AbortSignal }

/** Does work in the house as it was after an entry, and takes it away again. */
const then = async <T>(house: House, upTo: number, at: string, { progress, signal }: Work, work: (house: House, remade: RemadeRegister) => Promise<T>): Promise<T> => {
  const remade = await remakeRegister({ folder: house.register.folder, upTo, today: at.slice(0, 10), signal, onProgress: (done, total) => progress('replaying', done, total) })
  const made = houseThen(house, remade, at)
  try {
    return await work(made, remade)
  } finally {
    made.inspections.close()
    await remade.close()
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Whether the bytes made again are those that were stored; `program` is false where another version of the program made them, which may word a rule otherwise. */
export interface Remade { readonly same: boolean; readonly content: string; readonly made: string; readonly program: boolean }

/** Makes a stored compliance report again. Throws `not_found`, `damaged`, `cancelled`. */
export const remakeCompliance = async (house: House, id: string, work: Work): Promise<Remade> => {
  const { row, content } = await getCompliance(house, id)
  const made = await then(house, row.head.seq, content.at, work, async (there, { files }) => {
    const { from, to, windows, today, at, program } = content
    return hashOf(bytesOf(await complianceOf(there, { from: civilDate(from), to: civilDate(to), windows: windows.map((window) => window.id), today: civilDate(today), at, program, files, ...work })))
  })
  return { same: made === row.content, content: row.content, made, program: content.program === house.version }
}

/** Makes the book of a closed month again. Throws `not_found`, `damaged`, `cancelled`. */
export const remakeMonth = async (house: House, windows: readonly ApiWindow[], month: string, work: Work): Promise<Remade> => {
  const stored = await findStoredBook(house.register.read, house.register.files, month)
  if (stored === undefined) throw notFound(`${month} 还没有月结`, `${month} is not closed`)
  const { book, closed } = stored
  const made = await then(house, book.head.seq, book.at, work, async (there, { read, head }) => {
    work.progress('making', 0, 0)
    return hashOf(bookBytes((await signedBook(there, windows, month, read, { preparer: book.preparer, checker: book.checker, at: book.at, head: { seq: head.seq, hash: head.hash } })).book))
  })
  return { same: made === closed.content, content: closed.content, made, program: true }
}

const monthShape = /^\d{4}-(?:0[1-9]|1[0-2])$/

/** Making reports and closed months again; a month is named by itself (`2026-10`). */
export const remakeHandlings = (windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.remakeReport, async ({ house, params, account, session }) => {
    const { id } = params
    const isMonth = monthShape.test(id)
    // What is not there is said at once, not after the journal was applied.
    if (isMonth ? (await house.register.read.reports.findMonthClose(id)) === undefined : (await house.register.read.reports.getStoredReport(id)).report !== 'compliance') throw new LantaiError('not_found', text('没有这份存档报告', 'There is no such stored report'), 'id')
    return house.jobs.start('remake', account.id, async (progress, signal) => {
      const work = { progress, signal }
      const remade = isMonth ? await remakeMonth(house, windows, id, work) : await remakeCompliance(house, id, work)
      signal.throwIfAborted()
      const { same, content, made } = remade
      if (!isMonth) await house.register.transact(house.actor(account.id, session.counter), async (tx) => { await tx.record({ kind: 'report.remade', subject: id, body: { same, content, made } }) })
      return remade
    })
  }),
]
