import type { Party } from '../../domain/case/file.ts'
import type { Cell, Row } from '../table.ts'
import { identityNumber } from './words.ts'

/** Rows of a form with name and identity number of both, 170 mm wide. */
export const coupleRows = (parties: readonly [Party, Party], height = 9.5, size = 11.5): Row[] =>
  parties.map((party, who): Row => ({
    height,
    cells: [
      { width: 30, label: who === 0 ? '男方姓名' : '女方姓名' }, { width: 56, field: `parties.${who}.name`, value: party.name, size },
      { width: 30, label: '证件号码' }, { width: 54, field: `parties.${who}.identityNumber`, value: identityNumber(party), size, single: true },
    ],
  }))

/** A labelled row over the whole width of 170 mm. */
export const line = (label: string, field: string, value: string, height = 9.5, size = 11.5): Row => ({ height, cells: [{ width: 30, label }, { width: 140, field, value, size }] })

/** Two labelled values in a row of 170 mm. */
export const two = (first: readonly [label: string, field: string, value: string], second: readonly [label: string, field: string, value: string], height = 9.5): Row => {
  const value = (width: number, field: string, shown: string): Cell => ({ width, field, value: shown, size: 11.5 })
  return { height, cells: [{ width: 30, label: first[0] }, value(56, first[1], first[2]), { width: 30, label: second[0] }, value(54, second[1], second[2])] }
}
