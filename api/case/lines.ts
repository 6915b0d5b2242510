import type { CaseRow } from '../../db/contract.ts'
import type { House } from '../house.ts'
import { maskName, maskNumber } from '../masks.ts'

/** What the lists of every window show of a case, names and identity numbers masked. */
export const commonLine = async (house: House, row: CaseRow) => ({
  id: row.id, revision: row.revision, number: row.number, day: row.day, openedAt: row.openedAt,
  names: [maskName(row.names[0]), maskName(row.names[1])] as [string, string], identityNumbers: [maskNumber(row.identityNumbers[0]), maskNumber(row.identityNumbers[1])] as [string, string],
  serials: [row.serials[0], row.serials[1]] as [string, string], registrar: row.registrar, registrarName: row.registrar === '' ? '' : await house.nameOf(row.registrar), counter: row.counter,
})
