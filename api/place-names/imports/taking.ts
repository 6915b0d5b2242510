import type { Actor, Action } from '../../../domain/action.ts'
import { LantaiError } from '../../../domain/error.ts'
import { blocks, type Answer } from '../../../domain/findings.ts'
import { emptyPlaceNameFile, PlaceNameFile } from '../../../domain/place-names/case/file.ts'
import { importOf } from '../../../domain/place-names/gazetteer/exchange.ts'
import type { StagedRow } from '../../../domain/place-names/gazetteer/staging.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { breather, keepSums, stateOf, type Staged } from './staging.ts'
import { changeImport, type Import } from './stored.ts'

const perTransaction = 200
const mostOfCase = 1000

/** The rows that are to be taken: all clean ones, or those chosen; what is taken already is left out. Throws `not_found` at `rows`, `findings` with what stands in the way of a chosen one. */
export const rowsWanted = (staged: Staged, wanted: 'clean' | readonly number[]): readonly StagedRow[] => {
  if (wanted === 'clean') return staged.rows.filter((row) => stateOf(staged, row) === 'clean')
  const chosen = [...new Set(wanted)].map((number) => {
    const row = staged.rows[staged.places.get(number) ?? -1]
    if (row === undefined) throw new LantaiError('not_found', text(`表中没有第 ${String(number)} 行`, `The table has no row ${String(number)}`), 'rows')
    return row
  })
  const open = chosen.filter(({ row }) => !staged.taken.has(row))
  const standing = open.flatMap(({ row, findings }) => findings.filter((finding) => blocks(staged.answers.get(row) ?? [], finding)))
  if (standing.length > 0) throw new LantaiError('findings', text('有的行还不能导入', 'Some rows cannot be taken yet'), 'rows', standing.slice(0, 200))
  return open
}

/** What is recorded of a row, with the reasons that the clerk gave. */
const actionOf = (house: House, { stored }: Import, staged: Staged, row: StagedRow): Action => {
  const { options, fileName } = stored
  const added = importOf(row, { entityId: staged.entityIds(row.row), day: house.today(), approvedOn: options.approvedOn, document: options.document, source: (options.source === '' ? fileName : options.source).slice(0, 100), province: row.item.province, county: row.item.county, builtUpArea: options.builtUpArea })
  const secrecy = staged.secrecy.get(row.row)
  const made = secrecy === undefined ? added : { ...added, body: { ...added.body, facts: { ...added.body.facts, secrecy } } }
  const asked = new Set(row.findings.map(({ rule, field }) => `${rule} ${field ?? ''}`))
  const reason = (staged.answers.get(row.row) ?? []).filter(({ rule, field }) => asked.has(`${rule} ${field}`)).map((answer) => answer.reason.trim()).join('；').slice(0, 400)
  return reason === '' ? made : { ...made, reason }
}

/** Whether the register stands as it did when the rows were gone through, but for what this import wrote. */
const isUntouched = async (house: House, staged: Staged): Promise<boolean> => (await house.register.head()).seq === staged.seen

/** Takes rows into the gazetteer, so many in a transaction; each is held against the register once more where that has changed, and stays behind with what is found. A row that the register holds already is marked and left. */
export const takeIntoGazetteer = async (house: House, found: Import, staged: Staged, rows: readonly StagedRow[], actor: Actor, progress: (done: number) => void, signal: AbortSignal): Promise<number> => {
  const pause = breather()
  let taken = 0
  try {
    for (let at = 0; at < rows.length; at += perTransaction) {
      if (signal.aborted) throw new LantaiError('cancelled', text('已停止，已导入的保留', 'Stopped; what was taken stays'))
      let part = rows.slice(at, at + perTransaction)
      if (!(await isUntouched(house, staged))) {
        const again: StagedRow[] = []
        for (const row of part) {
          const checked = await staged.check(house.register.read, row)
          staged.rows[staged.places.get(row.row) ?? -1] = checked
          if (stateOf(staged, checked) === 'clean') again.push(checked)
          await pause()
        }
        part = again
      }
      const written = await house.register.transact(actor, async (tx) => {
        let count = 0
        for (const row of part) {
          if ((await tx.placeNames.findEntity(staged.entityIds(row.row))) !== undefined) continue
          await tx.record(actionOf(house, found, staged, row))
          count += 1
          // Others read the register while this is written.
          await pause()
        }
        return count
      })
      staged.seen += written
      for (const { row } of part) staged.taken.add(row)
      staged.sums = undefined
      taken += written
      progress(Math.min(at + perTransaction, rows.length))
    }
  } finally {
    await keepSums(house, found.id, staged, actor)
  }
  return taken
}

/** Makes the rows the names of a draft of a new case, with the reasons given; the import remembers which. Throws `too_large` at `rows`. */
export const takeIntoCase = async (house: House, found: Import, staged: Staged, rows: readonly StagedRow[], actor: Actor): Promise<string> => {
  if (rows.length === 0) throw new LantaiError('invalid', text('没有可以转为案件的行', 'There is no row to make a case of'), 'rows')
  if (rows.length > mostOfCase) throw new LantaiError('too_large', text(`共 ${String(rows.length)} 行，一个案件最多 ${String(mostOfCase)} 个地名`, `${String(rows.length)} rows; a case has at most ${String(mostOfCase)} names`), 'rows')
  const { fileName } = found.stored
  const title = `${fileName.replace(/\.[^.]*$/u, '')}（${String(rows.length)} 条）`.slice(0, 120)
  const answers = rows.flatMap(({ row, item }): Answer[] => (staged.answers.get(row) ?? []).filter(({ rule }) => !rule.startsWith('place-names.import.')).map(({ rule, field, reason }) => ({ rule, field: field.replace(`rows.${String(row)}.`, `items.${item.id}.`), reason })))
  const file = PlaceNameFile.parse({ ...emptyPlaceNameFile(), title, items: rows.map(({ item }) => item), answers: answers.slice(0, 3000) })
  const draft = newId('d', house.now())
  await house.register.transact(actor, async (tx) => {
    await changeImport(tx, found.id, (stored) => {
      const before = new Set(stored.inCases.flatMap((known) => known.rows))
      if (rows.some(({ row }) => before.has(row))) throw new LantaiError('conflict', text('有的行刚刚已转为案件，请刷新', 'Some rows have just been made a case; reload'), 'rows')
      return { ...stored, inCases: [...stored.inCases, { draft, rows: rows.map(({ row }) => row) }] }
    })
    await tx.saveDraft({ id: draft, window: 'place-names', caseId: undefined, title, content: JSON.stringify(file), account: actor.account, counter: actor.counter, savedAt: actor.at })
  })
  for (const { row } of rows) staged.taken.add(row)
  await keepSums(house, found.id, staged, actor)
  return draft
}
