import type { MarriageRow } from '../../db/contract.ts'
import { commonLine } from '../case/lines.ts'
import type { House } from '../house.ts'
import type { MarriageLine } from '../schemas/marriage.ts'

/** A case as a list shows it, names and identity numbers masked. */
export const lineOf = async (house: House, row: MarriageRow): Promise<MarriageLine> => ({ ...(await commonLine(house, row)), state: row.state, kind: row.kind, ending: row.ending })
