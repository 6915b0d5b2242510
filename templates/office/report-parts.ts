import type { Head } from '../../domain/reports/shapes.ts'
import { plainMoment } from '../case/words.ts'
import type { PaperCode } from '../digest.ts'
import { drawCode } from '../qr.ts'
import { pt, type Sheet } from '../sheet.ts'

/** What every page of a report carries at its end. */
export interface ReportFoot {
  readonly version: string
  readonly code: PaperCode
  readonly head: Head
  /** 制表人 and 审核人; a line to sign on where nobody is named. */
  readonly preparer: string
  readonly checker: string
  /** Instant of the making. */
  readonly made: string
}

/** Height of the foot from the edge of the page, mm. */
export const footHeight = 27

/** Draws the feet of all pages, once it is known how many there are: who made and checked, when, where the journal stood, the digest, the page. */
export const reportFeet = (sheet: Sheet, { version, code, head, preparer, checker, made }: ReportFoot): void => {
  const of = sheet.pages.length
  for (let i = 0; i < of; i++) {
    sheet.turnTo(i)
    const { width, height } = sheet.size
    const right = width - 20
    sheet.line(20, height - 25.5, right, height - 25.5, 0.15, { colour: 0.5 })
    drawCode(sheet, code, 20, height - 23.5, 14)
    let x = sheet.text('preparer', 37, height - 19.6, `制表人：${preparer}`, { size: 9, within: 46 }) + 6
    x = sheet.text('checker', x, height - 19.6, checker === '' ? '审核人（签名）：' : `审核人：${checker}`, { size: 9, within: 46 })
    if (checker === '') {
      sheet.line(x, height - 18.8, x + 22, height - 18.8, 0.15)
      x += 22
    }
    x += 6
    sheet.text('texts', x, height - 19.6, `制表时间：${plainMoment(made)}`, { size: 9, within: Math.max(10, right - 32 - x) })
    sheet.text('texts', right, height - 19.6, `第 ${i + 1} 页　共 ${of} 页`, { size: 9, align: 'right' })
    sheet.text('texts', 37, height - 14.6, `登记日志末项　第 ${head.seq} 号　${head.hash}`, { size: 6.5, colour: 0.3, within: right - 37 - 38 })
    sheet.text('texts', 37, height - 10.8, `校验　${code.digest}`, { size: 6.5, colour: 0.3, within: right - 37 - 38 })
    sheet.text('texts', right, height - 10.8, `版式：${version}`, { size: 6.5, align: 'right', colour: 0.4 })
  }
}

/** Part of a report: a bar and its title. */
export const part = (sheet: Sheet, x: number, y: number, words: string): void => {
  sheet.fill(x, y - 3.6, 1.4, 4.6, 0)
  sheet.text('texts', x + 3.5, y, words, { font: 'heiBold', size: 11 })
}

/** Height of words that wrap in a column, mm. */
export const heightOf = (sheet: Sheet, field: string, words: string, width: number, size: number, leading: number, font: 'song' | 'heiBold' = 'song'): number =>
  sheet.lines(sheet.clean(field, words, font), width, { size, indent: 0, font }) * size * pt * leading

/** Lines for those who sign, each `step` mm from the one before with `gap` mm left between, and the day at the right. */
export const signLines = (sheet: Sheet, y: number, who: readonly string[], step: number, gap: number, day: string): void => {
  for (const [i, words] of who.entries()) {
    const end = sheet.text('texts', 20 + i * step, y, words, { size: 10 })
    sheet.line(end, y + 1, 20 + i * step + step - gap, y + 1, 0.15)
  }
  sheet.text('texts', 190, y, day, { size: 10, align: 'right' })
}
