import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from '../connection.ts'
import { registerFile } from '../folder.ts'
import type { InspectionAnswer, InspectionQuestion } from './contract.ts'
import { registeredKeys } from './files.ts'
import type { Office } from './judge.ts'
import { inspectFiles, officeOf, wordsOf } from './judge.ts'

/** A thread of inspection runs: answers one question after another on a connection of its own, which can only read. */

const port = parentPort
if (port !== null) {
  const { folder } = workerData as { folder: string }
  const db = openConnection(registerFile(folder), { readonly: true, cacheKiB: 16_384 })
  let office: Office | undefined
  const getOffice = (): Office => {
    if (office === undefined) throw new Error('a run that was not begun')
    return office
  }
  const answer = (question: InspectionQuestion): InspectionAnswer => {
    switch (question.ask) {
      case 'begin':
        office = officeOf(question.office)
        return { begun: true }
      case 'keys':
        return { keys: registeredKeys(db, question.window, question.from, question.to) }
      case 'inspect':
        return inspectFiles(db, question.window, question.keys, getOffice())
      case 'words':
        return { words: wordsOf(db, question.window, question.keys, getOffice()) }
    }
  }
  port.on('message', (question: InspectionQuestion) => {
    try {
      port.postMessage(answer(question))
    } catch (error) {
      port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
