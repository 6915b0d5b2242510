import type { MarriageRow } from '../../db/contract.ts'
import type { House } from '../house.ts'
import { maskName, maskNumber } from '../masks.ts'
import type { MarriageLine } from '../schemas/marriage.ts'

/** A case as a list shows it, names and identity numbers masked. */
export const lineOf = async (house: House, row: MarriageRow): Promise<MarriageLine> => ({
  id: row.id, revision: row.revision, state: row.state, kind: row.kind, number: row.number, day: row.day, openedAt: row.openedAt,
  names: [maskName(row.names[0]), maskName(row.names[1])], identityNumbers: [maskNumber(row.identityNumbers[0]), maskNumber(row.identityNumbers[1])],
  serials: [row.serials[0], row.serials[1]], registrar: row.registrar, registrarName: row.registrar === '' ? '' : await house.nameOf(row.registrar), counter: row.counter,
})
