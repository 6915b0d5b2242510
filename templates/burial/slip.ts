import { perforation } from '../case/halves.ts'
import { atRight, foot, handDate, mark, sealPlace, signature, title } from '../case/parts.ts'
import { orBlank } from '../case/words.ts'
import type { PaperCode } from '../digest.ts'
import { drawCode } from '../qr.ts'
import { tooLong } from '../refused.ts'
import { pt, type Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'

/** A certificate handed out above the stub (存根) that stays: both on one page, torn apart along a line. */
export interface Slip {
  readonly title: string
  readonly number: string
  readonly rows: readonly Row[]
  /** Field and words of the paragraphs below the form. */
  readonly body: readonly (readonly [field: string, words: string])[]
  readonly issuer: string
  readonly day: string
  readonly seal: string
  readonly stub: {
    readonly rows: readonly Row[]
    /** Who signs the stub. */
    readonly signer: string
    /** Drawn below the form: what was found about whoever takes it. */
    readonly ticks?: readonly (readonly [words: string, ticked: boolean])[]
    readonly remark: string
  }
  readonly version: string
  readonly sample: boolean
}

const cut = 200
const leading = 1.6

/** Draws a certificate with its stub; words too long for the half page are set smaller, then refused. */
export const drawSlip = (sheet: Sheet, slip: Slip, code: PaperCode): void => {
  sheet.page()
  mark(sheet, slip)
  title(sheet, 27, slip.title, 24, 0.4)
  sheet.text('number', 190, 37, `编号：${orBlank(slip.number, '　　　　　　　　　　')}`, { size: 11, align: 'right', within: 130 })
  const below = table(sheet, 20, 40, slip.rows) + 9
  const body = slip.body.filter(([, words]) => words !== '').map(([field, words]) => [field, sheet.clean(field, words, 'song')] as const)
  const room = cut - 40 - below
  const size = [12, 11.5, 11, 10.5, 10, 9, 8].find((one) => body.reduce((sum, [, words]) => sum + sheet.lines(words, 170, { size: one }), 0) * one * pt * leading <= room)
  if (size === undefined) throw tooLong(body[0]?.[0] ?? 'texts')
  let y = below
  for (const [field, words] of body) y = sheet.paragraph(field, 20, y, 170, words, { size, leading })
  const end = Math.max(y + 4, cut - 34)
  atRight(sheet, 'homeName', 186, end, 110, slip.issuer, 13)
  sealPlace(sheet, 160, end + 4, 17, slip.seal)
  sheet.text('texts', 186, end + 10, slip.day, { size: 13, align: 'right' })
  signature(sheet, 40, end + 22, '经办人（签名）：', 36, { size: 11 })
  // the half that is handed out can be checked too
  drawCode(sheet, code, 20, end + 9, 14)
  perforation(sheet, cut, '存根　由发证单位沿此线撕下存档')
  drawStub(sheet, slip)
  foot(sheet, slip.version, code)
}

const drawStub = (sheet: Sheet, { title: head, number, stub }: Slip): void => {
  sheet.text('texts', 105, cut + 9.5, `${head}（存根）`, { font: 'songBold', size: 13, align: 'centre', spacing: 0.1, within: 100 })
  sheet.text('number', 190, cut + 14.5, `编号：${orBlank(number, '　　　　　　　　　　')}`, { size: 9, align: 'right', within: 90 })
  let y = table(sheet, 20, cut + 16.5, stub.rows, { outer: 0.35 }) + 5.5
  if (stub.ticks !== undefined) {
    let x = 20
    for (const [words, ticked] of stub.ticks) {
      sheet.box(x, y, ticked)
      x = sheet.text('texts', x + 4.2, y, words, { size: 9.5 }) + 7
    }
  }
  if (stub.remark !== '') sheet.cell('texts', 20, y + (stub.ticks === undefined ? -3.6 : 1.4), 170, 8, stub.remark, { size: 9.5, padding: 0, vertical: 'top', clearance: 0.6 })
  y = Math.max(y + 13, cut + 66)
  signature(sheet, 80, y, stub.signer, 42, { size: 10.5 })
  handDate(sheet, 190, y, 10)
}
