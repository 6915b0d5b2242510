import type { PaperCode } from '../digest.ts'
import { pt, type Sheet } from '../sheet.ts'
import { Flow } from './flow.ts'
import { foot, sealPlace, signature } from './parts.ts'

/** A paragraph of a letter: its field, its words, and whether it is a heading (一、…). */
export type LetterPart = readonly [field: string, words: string, kind?: 'heading']

/** An official letter in the look of GB/T 9704: issuer, number, title, addressee, body, signature with seal and day. */
export interface Letter {
  /** `file`: red head of a document (…文件); `letter`: red head of a letter with its double line; `plain`: a notice or decision, whose head is black. */
  readonly head: 'file' | 'letter' | 'plain'
  readonly issuer: string
  readonly issuerField?: string
  /** As it stands below the head; empty leaves the places to write one in. */
  readonly number: string
  /** Papers to a higher body name who signs them (签发人). */
  readonly upward?: boolean
  readonly title: string
  readonly addressee: string
  readonly addresseeField?: string
  readonly body: readonly LetterPart[]
  /** Called at the end of the body, for a table inside the letter. */
  readonly within?: (flow: Flow) => void
  /** Paragraphs below the table. */
  readonly closing?: readonly LetterPart[]
  readonly annexes?: readonly string[]
  /** As written; the places to write one in while it is open. */
  readonly day: string
  readonly seal: string
  /** Whoever signs below that they received it. */
  readonly receipt?: readonly string[]
  /** Called for what follows on pages of its own. */
  readonly after?: (flow: Flow) => void
  readonly version: string
  readonly sample: boolean
  readonly note?: string
}

const red = [0.8, 0.05, 0.05] as const
const left = 26
const width = 158.1
const right = left + width
const size = 16
/** 22 lines to a page of 225 mm (GB/T 9704). */
const leading = 225 / 22 / (size * pt)
const line = size * pt * leading
/** A seal reaches below the day, and people sign below that. */
const endHeight = (receipt: number): number => 3.4 * line + (receipt === 0 ? 6 : 12 + receipt * 12)

/** A title over the middle, broken into lines of like length. */
const drawTitle = (sheet: Sheet, y: number, title: string, points: number): number => {
  const printable = sheet.clean('title', title, 'songBold')
  const step = points * pt * 1.6
  const font = { font: 'songBold', size: points, indent: 0 } as const
  const count = sheet.lines(printable, width, font)
  let room = Math.min(width, (sheet.width(printable, 'songBold', points) / count) * 1.06)
  while (room < width && sheet.lines(printable, room, font) > count) room += points * pt * 0.5
  sheet.cell('title', 105 - room / 2 - 0.01, y - 0.88 * points * pt, room + 0.02, (count - 1) * step + points * pt * 1.15, printable, { font: 'songBold', size: points, align: 'centre', padding: 0, clearance: 0, leading: 1.6 })
  return y + count * step
}

/** The red head of a document or a letter; gives the baseline of the title below. */
const drawHead = (sheet: Sheet, letter: Letter): number => {
  const { head, issuer, issuerField = 'officeName', number, upward = false } = letter
  const numbered = number === '' ? '　　　〔　　　　〕　　号' : number
  if (head === 'plain') {
    sheet.text(issuerField, 105, 38, issuer, { font: 'songBold', size: 18, align: 'centre', spacing: 0.06, within: 166 })
    const below = drawTitle(sheet, 51, letter.title, 22)
    sheet.text('number', right, below - 1, numbered, { size: 14, align: 'right', within: 130 })
    return below + 14
  }
  const words = head === 'file' ? `${issuer}文件` : issuer
  const top = head === 'file' ? 38 : 24
  const natural = sheet.width(sheet.clean(issuerField, words, 'songBold'), 'songBold', 36)
  sheet.cell(issuerField, 20, top, 170, 24, words, { font: 'songBold', size: natural > 170 ? Math.max(22, (36 * 170) / natural) : 36, align: 'centre', padding: 0, colour: red, leading: 1.15, clearance: 0.4 })
  if (head === 'letter') {
    const rule = top + 27
    sheet.line(20, rule, 190, rule, 0.9, { colour: red })
    sheet.line(20, rule + 1.5, 190, rule + 1.5, 0.3, { colour: red })
    sheet.text('number', right, rule + 10, numbered, { size, align: 'right', within: 130 })
    return drawTitle(sheet, rule + 28, letter.title, 22) + 5
  }
  const at = 78
  if (upward) {
    sheet.text('number', left + size * pt, at, numbered, { size, within: 90 })
    sheet.text('texts', right - 26, at, '签发人：', { size, align: 'right' })
  } else sheet.text('number', 105, at, numbered, { size, align: 'centre', within: 130 })
  sheet.line(left, at + 4, right, at + 4, 0.7, { colour: red })
  return drawTitle(sheet, at + 24, letter.title, 22) + 5
}

/** Issuer and day at the right, the seal over both. */
const drawEnd = (sheet: Sheet, flow: Flow, letter: Letter): void => {
  const { issuer, issuerField = 'officeName', day, receipt = [] } = letter
  const end = flow.y + 1.6 * line
  const dayWidth = sheet.width(day, 'song', size)
  const middle = right - 4 * size * pt - dayWidth / 2
  const wide = sheet.width(sheet.clean(issuerField, issuer, 'song'), 'song', size)
  // the issuer stands over the middle of the day, a long one moves left, so that it ends at the margin
  if (wide / 2 <= right - middle) sheet.text(issuerField, middle, end, issuer, { size, align: 'centre' })
  else sheet.cell(issuerField, right - 130, end - 10.4, 130, 12, issuer, { size, align: 'right', vertical: 'bottom', padding: 0, clearance: 1.4 })
  sealPlace(sheet, middle, end + 0.3 * line, 20, letter.seal)
  sheet.text('texts', middle, end + line, day, { size, align: 'centre' })
  receipt.forEach((label, i) => {
    signature(sheet, left, end + line + 16 + i * 12, label, 46)
    sheet.text('texts', right, end + line + 16 + i * 12, '年　　　月　　　日', { size: 12, align: 'right' })
  })
  flow.y = end + line + 16 + receipt.length * 12
}

/** Draws an official letter; the signature never stands on a page without words, and its pages are numbered — 1 —. */
export const drawLetter = (sheet: Sheet, letter: Letter, code: PaperCode): void => {
  const { body, closing = [], annexes = [], receipt = [] } = letter
  const flow = new Flow(sheet, 0, { sample: letter.sample, top: 43, bottom: 258, left, width })
  flow.y = drawHead(sheet, letter)
  if (letter.addressee !== '') flow.write(letter.addresseeField ?? 'addressee', `${letter.addressee}：`, { size, leading, indent: 0 })
  const below = endHeight(receipt.length) + (annexes.length === 0 ? 0 : (annexes.length + 1) * line)
  const paragraphs = (parts: readonly LetterPart[], last: boolean): void => {
    const shown = parts.filter(([, words]) => words !== '')
    shown.forEach(([field, words, kind], i) => {
      const font = kind === 'heading' ? 'hei' : 'song'
      const height = sheet.lines(sheet.clean(field, words, font), width, { font, size }) * line
      // what is signed keeps its last paragraph, a heading its first line
      const final = last && i === shown.length - 1
      if (final && height + below < 190) flow.need(height - line + below)
      else if (final) flow.need(below)
      else if (kind === 'heading') flow.need(2 * line)
      flow.write(field, words, { size, leading, font })
    })
  }
  paragraphs(body, letter.within === undefined && closing.length === 0)
  letter.within?.(flow)
  paragraphs(closing, true)
  if (annexes.length > 0) {
    flow.gap(0.5 * line)
    annexes.forEach((title, i) => flow.write('texts', `${i === 0 ? '附件：' : '　　　'}${annexes.length === 1 ? '' : `${i + 1}．`}${title}`, { size, leading }))
  }
  flow.need(endHeight(receipt.length))
  drawEnd(sheet, flow, letter)
  letter.after?.(flow)
  letterFeet(sheet, letter.version, code, letter.note)
}

/** Page numbers and feet, once it is known how many pages there are. */
export const letterFeet = (sheet: Sheet, version: string, code: PaperCode, note?: string): void => {
  const of = sheet.pages.length
  for (let i = 0; i < of; i++) {
    sheet.turnTo(i)
    foot(sheet, version, code, note === undefined || i < of - 1 ? {} : { note })
    if (of === 1) continue
    const page = sheet.size
    const odd = i % 2 === 0
    sheet.text('texts', odd ? page.width - 26 - 5 : 26 + 5, page.height - 27.5, `— ${i + 1} —`, { size: 14, align: odd ? 'right' : 'left' })
  }
}
