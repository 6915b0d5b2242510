import type { Party } from '../../domain/case/file.ts'
import type { PaperCode } from '../digest.ts'
import type { Sheet } from '../sheet.ts'
import { Flow } from './flow.ts'
import { feet, sealPlace, signature, title } from './parts.ts'
import { dayOrBlank, identityNumber, sides } from './words.ts'

/** A letter of the office to both parties: a refusal, a notice, a decision. */
export interface Notice {
  readonly title: string
  /** 编号 as shown; nothing is shown when it is empty. */
  readonly number: string
  readonly parties: readonly [Party, Party]
  /** Field and words of each paragraph; long ones run on over pages. */
  readonly body: readonly (readonly [field: string, words: string])[]
  readonly officeName: string
  readonly day: string
  readonly version: string
  readonly sample: boolean
  readonly note: string
  /** Parties sign for it one beneath the other; `one` leaves a single line. */
  readonly receipt?: 'one' | 'both'
  readonly seal?: string
  /** The registrar's line; decisions of the office itself have none. */
  readonly registrar?: boolean
}

/** A ground as a numbered paragraph, with its article behind it. */
export const groundLines = (grounds: readonly { readonly law: string; readonly reason: string }[]): (readonly [string, string])[] =>
  grounds.map(({ law, reason }, i) => ['refusal', `${i + 1}．${reason.replace(/[。；]$/, '')}（${law}）。`] as const)

/** A value on a ruled line; a long one in small letters above it. */
const onLine = (sheet: Sheet, field: string, x: number, y: number, width: number, value: string, size: number): void => {
  if (sheet.width(sheet.clean(field, value, 'song'), 'song', size) <= width) sheet.text(field, x, y, value, { size })
  else sheet.cell(field, x, y - 8.6, width, 9.8, value, { size, padding: 0, clearance: 0.4 })
  sheet.line(x, y + 1.6, x + width, y + 1.6, 0.12)
}

/** One party's line at the head of a letter: side, name and number of the identity paper. */
export const addressee = (sheet: Sheet, y: number, party: Party, who: 0 | 1, size = 14): void => {
  const end = sheet.text('texts', 20, y, `${sides[who]}：`, { size })
  onLine(sheet, `parties.${who}.name`, end, y, 74, party.name, size)
  const label = sheet.text('texts', end + 77, y, '证件号：', { size: 12 })
  onLine(sheet, `parties.${who}.identityNumber`, label, y, 190 - label, identityNumber(party), 12)
}

const leading = 1.75
const lowest = 268

/** Draws a letter of the office: smaller where that keeps it on one page, else over the page, where the seal never stands without words. */
export const drawNotice = (sheet: Sheet, notice: Notice, code: PaperCode): void => {
  const { receipt = 'one', registrar = true } = notice
  const flow = new Flow(sheet, 66, { sample: notice.sample })
  title(sheet, 42, notice.title, 22)
  if (notice.number !== '') sheet.text('number', 190, 54, `编号：${notice.number}`, { size: 10.5, align: 'right', within: 120 })
  notice.parties.forEach((party, who) => {
    addressee(sheet, flow.y, party, who as 0 | 1)
    flow.gap(12)
  })
  flow.gap(2)
  const below = receipt === 'both' ? 68 : 56
  const body = notice.body.filter(([, words]) => words !== '').map(([field, words]) => [field, sheet.clean(field, words, 'song')] as const)
  const heightAt = (size: number, paragraphs: typeof body): number => Flow.lines(paragraphs.reduce((sum, [, words]) => sum + sheet.lines(words, flow.width, { size }), 0), size, leading)
  const size = [14, 13.5, 13, 12.5, 12].find((one) => flow.y + heightAt(one, body) + below <= lowest) ?? 14
  body.forEach(([field, words], i) => {
    if (i === body.length - 1) flow.need(heightAt(size, [[field, words]]) + below - (lowest - flow.bottom))
    flow.write(field, words, { size, leading })
  })
  const end = Math.max(flow.y + 10, Math.min(196, lowest + 10 - below))
  sheet.text('officeName', 186, end, notice.officeName, { size: 14, align: 'right', within: 150 })
  sealPlace(sheet, 158, end + 3, 20, notice.seal ?? '登记机关印章')
  sheet.text('texts', 186, end + 10, dayOrBlank(notice.day), { size: 14, align: 'right' })
  if (registrar) signature(sheet, 20, end + 34, '登记员（签名）：', 40)
  const lines = receipt === 'one' ? ['当事人签收：'] : ['男方签收：', '女方签收：']
  lines.forEach((label, i) => {
    signature(sheet, 20, end + 46 + i * 12, label, 46)
    sheet.text('texts', 190, end + 46 + i * 12, '年　　　月　　　日', { size: 12, align: 'right' })
  })
  feet(sheet, notice.version, code, notice.note)
}
