import QRCode from 'qrcode'
import { writeCode, type PaperCode } from './digest.ts'
import type { Sheet } from './sheet.ts'

/** Draws a paper's code as squares, `side` mm wide without its quiet zone (level M: 15 % may be lost). */
export const drawCode = (sheet: Sheet, code: PaperCode, x: number, y: number, side: number): void => {
  // a digest is as good as noise, so no mask is better than another and the search for the best (a third of a form's time) is left out
  const { modules } = QRCode.create([{ data: writeCode(code), mode: 'alphanumeric' }], { errorCorrectionLevel: 'M', maskPattern: 3 })
  sheet.modules(x, y, side, modules.size, (row, column) => modules.get(row, column) !== 0)
}
