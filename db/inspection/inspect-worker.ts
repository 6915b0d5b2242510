import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from '../connection.ts'
import { registerFile } from '../folder.ts'
import { headOf } from '../journal.ts'
import type { InspectionAnswer, InspectionQuestion } from './contract.ts'
import { caseKeys } from './files.ts'
import type { Office } from './judge.ts'
import { judgeFiles, officeOf, wordsOf } from './judge.ts'

/** A thread of inspection runs: answers one question after another on a connection of its own, which can only read. */

const port = parentPort
if (port !== null) {
  const { folder } = workerData as { folder: string }
  const db = openConnection(registerFile(folder), { readonly: true, cacheKiB: 16_384 })
  let office: Office | undefined
  const getOffice = (): Office => {
    if (office === undefined) throw new Error('a run that was not told of its office')
    return office
  }
  const end = (): void => {
    if (db.raw.inTransaction) db.raw.exec('COMMIT')
  }
  const answer = (question: InspectionQuestion): InspectionAnswer => {
    switch (question.ask) {
      case 'begin': {
        // One reading transaction for the whole run: what is written meanwhile is for the next.
        end()
        db.raw.exec('BEGIN')
        const { seq, hash } = headOf(db)
        return { head: { seq, hash } }
      }
      case 'office':
        office = officeOf(question.office)
        return { told: true }
      case 'keys':
        return { keys: caseKeys(db, question.window, question.from, question.to) }
      case 'judge':
        return judgeFiles(db, question.window, question.keys, getOffice())
      case 'words':
        return { words: wordsOf(db, question.window, question.keys, getOffice()) }
      case 'end':
        end()
        return { ended: true }
    }
  }
  port.on('message', (question: InspectionQuestion) => {
    try {
      port.postMessage(answer(question))
    } catch (error) {
      port.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
