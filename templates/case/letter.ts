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
  /** As it stands below the head; empty leaves the places to write one in, none is none. */
  readonly number?: string
  /** Papers to a higher body name who signs them (签发人). */
  readonly upward?: boolean
  /** Its phrases: a line ends between them. */
  readonly title: readonly string[]
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
const bottom = 262
interface Set { readonly size: number; readonly leading: number; readonly line: number }
const set = (points: number, leading: number): Set => ({ size: points, leading, line: points * pt * leading })
/** 22 lines to a page of 225 mm (GB/T 9704); closer, and in a notice smaller, only where that keeps it on one page. */
const usual = set(size, 225 / 22 / (size * pt))
const closer: Readonly<Record<Letter['head'], readonly Set[]>> = { file: [usual, set(size, 1.62)], letter: [usual, set(size, 1.62), set(size, 1.5)], plain: [usual, set(15, 1.7), set(14, 1.62)] }
/** Words around a table stand nearer to its size. */
const aroundTable = set(14, 1.65)
/** From the last words to the day; a seal reaches below it, and people sign below that. */
const endHeight = (receipt: number, { line }: Set): number => 1.3 * line + (receipt === 0 ? 6 : 8 + receipt * 11)

/** Puts phrases on lines no wider than a room; a phrase that is wider stands alone. */
const phrased = (phrases: readonly string[], room: number, widthOf: (words: string) => number): string[] =>
  phrases.reduce<string[]>((lines, phrase) => {
    const last = lines.at(-1)
    return last !== undefined && widthOf(last + phrase) <= room ? [...lines.slice(0, -1), last + phrase] : [...lines, phrase]
  }, [])

/** A title over the middle, broken between its phrases into lines of like length. */
const drawTitle = (sheet: Sheet, y: number, title: readonly string[], points: number): number => {
  const phrases = title.map((phrase) => sheet.clean('title', phrase, 'songBold')).filter((phrase) => phrase !== '')
  const step = points * pt * 1.6
  const widthOf = (words: string): number => sheet.width(words, 'songBold', points)
  const count = phrased(phrases, width, widthOf).length
  let room = width
  while (room > 40 && phrased(phrases, room - 4, widthOf).length === count) room -= 4
  let at = y
  for (const words of phrased(phrases, room, widthOf)) {
    const lines = Math.ceil(widthOf(words) / width)
    if (lines === 1) sheet.text('title', 105, at, words, { font: 'songBold', size: points, align: 'centre' })
    else sheet.cell('title', 105 - width / 2, at - 0.88 * points * pt, width, (lines - 1) * step + points * pt * 1.15, words, { font: 'songBold', size: points, align: 'centre', padding: 0, clearance: 0, leading: 1.6 })
    at += lines * step
  }
  return at
}

/** The red head of a document or a letter; gives the baseline of the title below. */
const drawHead = (sheet: Sheet, letter: Letter): number => {
  const { head, issuer, issuerField = 'officeName', number, upward = false } = letter
  const numbered = number === undefined ? '' : number === '' ? '　　　〔　　　　〕　　号' : number
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
const drawEnd = (sheet: Sheet, flow: Flow, letter: Letter, { line, size }: Set): void => {
  const { issuer, issuerField = 'officeName', day, receipt = [] } = letter
  const end = flow.y + 1.3 * line - 4
  const dayWidth = sheet.width(day, 'song', size)
  const middle = right - 4 * size * pt - dayWidth / 2
  const wide = sheet.width(sheet.clean(issuerField, issuer, 'song'), 'song', size)
  // the issuer stands over the middle of the day, a long one moves left, so that it ends at the margin
  if (wide / 2 <= right - middle) sheet.text(issuerField, middle, end, issuer, { size, align: 'centre' })
  else sheet.cell(issuerField, right - 130, end - 10.4, 130, 12, issuer, { size, align: 'right', vertical: 'bottom', padding: 0, clearance: 1.4 })
  sealPlace(sheet, middle, end + 3, 20, letter.seal)
  sheet.text('texts', middle, end + 10, day, { size, align: 'centre' })
  receipt.forEach((label, i) => {
    const at = end + 27 + i * 11
    signature(sheet, left, at, label, 46)
    sheet.text('texts', right, at, '年　　　月　　　日', { size: 12, align: 'right' })
  })
  flow.y = end + 27 + receipt.length * 11
}

/** Draws an official letter; the signature never stands on a page without words, and its pages are numbered — 1 —. */
export const drawLetter = (sheet: Sheet, letter: Letter, code: PaperCode): void => {
  const { body, closing = [], annexes = [], receipt = [], within } = letter
  const flow = new Flow(sheet, 0, { sample: letter.sample, top: 43, bottom, left, width })
  flow.y = drawHead(sheet, letter)
  const shownOf = (parts: readonly LetterPart[]): LetterPart[] => parts.filter(([, words]) => words !== '')
  const fontOf = ([, , kind]: LetterPart): 'hei' | 'song' => (kind === 'heading' ? 'hei' : 'song')
  const linesOf = (part: LetterPart, points: number): number => sheet.lines(sheet.clean(part[0], part[1], fontOf(part)), width, { font: fontOf(part), size: points })
  const addressee: LetterPart[] = letter.addressee === '' ? [] : [[letter.addresseeField ?? 'addressee', `${letter.addressee}：`]]
  const belowOf = (how: Set): number => endHeight(receipt.length, how) + (annexes.length === 0 ? 0 : (annexes.length + 0.5) * how.line)
  const fits = (how: Set): boolean => flow.y + [...addressee, ...shownOf(body), ...shownOf(closing)].reduce((sum, part) => sum + linesOf(part, how.size), 0) * how.line + belowOf(how) <= bottom
  const how = within === undefined ? (closer[letter.head].find(fits) ?? usual) : aroundTable
  const { line } = how
  const write = (field: string, words: string, more: { readonly font?: 'song' | 'hei'; readonly indent?: number } = {}): void => flow.write(field, words, { size: how.size, leading: how.leading, ...more })
  for (const [field, words] of addressee) write(field, words, { indent: 0 })
  const paragraphs = (parts: readonly LetterPart[], last: boolean): void => {
    parts.forEach((part, i) => {
      const [field, words, kind] = part
      const lines = linesOf(part, how.size)
      // what is signed keeps its last words, a heading the first lines below it
      if (last && i === parts.length - 1) flow.need(Math.min(lines, 6) * line + belowOf(how))
      else if (kind === 'heading') flow.need(2 * line)
      write(field, words, { font: fontOf(part) })
    })
  }
  const after = shownOf(closing)
  paragraphs(shownOf(body), within === undefined && after.length === 0)
  within?.(flow)
  paragraphs(after, true)
  if (annexes.length > 0) {
    flow.gap(0.5 * line)
    annexes.forEach((title, i) => write('texts', `${i === 0 ? '附件：' : '　　　'}${annexes.length === 1 ? '' : `${i + 1}．`}${title}`))
  }
  flow.need(endHeight(receipt.length, how))
  drawEnd(sheet, flow, letter, how)
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
    sheet.text('texts', odd ? page.width - 26 - 5 : 26 + 5, page.height - 27, `— ${i + 1} —`, { size: 14, align: odd ? 'right' : 'left' })
  }
}
