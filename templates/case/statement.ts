import type { PaperCode } from '../digest.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import { Flow } from './flow.ts'
import { feet, handDate, signature, title } from './parts.ts'

/** A paper that a party signs: a declaration, a statement of loss, a withdrawal. */
export interface Statement {
  readonly title: string
  readonly number?: string
  /** Words above the form. */
  readonly opening?: string
  readonly rows: readonly Row[]
  /** Field and words of each paragraph below the form. */
  readonly body: readonly (readonly [field: string, words: string])[]
  readonly size?: number
  /** Who signs and gives the fingerprint, one line each. */
  readonly signers: readonly string[]
  /** Before whom it is signed. */
  readonly witness: string
  readonly version: string
  readonly sample: boolean
  readonly note?: string
}

/** Draws a paper that a party signs; when its words are long, the signatures follow on the next page together. */
export const drawStatement = (sheet: Sheet, statement: Statement, code: PaperCode): void => {
  const { size = 12, number = '', opening = '' } = statement
  const flow = new Flow(sheet, number === '' ? 46 : 52, { sample: statement.sample, bottom: 267 })
  title(sheet, 33, statement.title, 22)
  if (number !== '') sheet.text('number', 190, 43, `编号：${number}`, { size: 10.5, align: 'right', within: 120 })
  if (opening !== '') flow.write('texts', opening, { size, leading: 1.5 })
  flow.y = table(sheet, 20, flow.y - 3, statement.rows) + 9.5
  for (const [field, words] of statement.body) if (words !== '') flow.write(field, words, { size, leading: 1.65 })
  const height = 13 + statement.signers.length * 26
  flow.need(height + 5)
  let at = Math.max(flow.y + 7, 254 - statement.signers.length * 26)
  for (const signer of statement.signers) {
    signature(sheet, 82, at, signer, 32, { fingerprint: true })
    handDate(sheet, 184, at + 14)
    at += 26
  }
  signature(sheet, 82, at, statement.witness, 48)
  handDate(sheet, 184, at + 11)
  feet(sheet, statement.version, code, statement.note)
}
