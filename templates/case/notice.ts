import type { Party } from '../../domain/case/file.ts'
import type { PaperCode } from '../digest.ts'
import type { Sheet } from '../sheet.ts'
import { Flow } from './flow.ts'
import { feet, sealPlace, signature, title } from './parts.ts'
import { day, identityNumber, sides } from './words.ts'

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

/** One party's line at the head of a letter: side, name and number of the identity paper. */
export const addressee = (sheet: Sheet, y: number, party: Party, who: 0 | 1, size = 14): void => {
  const end = sheet.text('texts', 20, y, `${sides[who]}：`, { size })
  sheet.cell(`parties.${who}.name`, end, y - 7.2, 74, 10, party.name, { size, padding: 0 })
  sheet.line(end, y + 1.6, end + 74, y + 1.6, 0.12)
  const label = sheet.text('texts', end + 77, y, '证件号：', { size: 12 })
  sheet.cell(`parties.${who}.identityNumber`, label, y - 7.2, 190 - label, 10, identityNumber(party), { size: 12, padding: 0 })
  sheet.line(label, y + 1.6, 190, y + 1.6, 0.12)
}

/** Draws a letter of the office; more than a page of it goes on over the page, the seal never alone. */
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
  for (const [field, words] of notice.body) if (words !== '') flow.write(field, words)
  const below = receipt === 'both' ? 62 : 52
  flow.need(below + 8)
  const end = Math.max(flow.y + 10, Math.min(196, 266 - below))
  sheet.text('officeName', 186, end, notice.officeName, { size: 14, align: 'right', within: 150 })
  sealPlace(sheet, 158, end + 3, 20, notice.seal ?? '登记机关印章')
  sheet.text('texts', 186, end + 10, day(notice.day), { size: 14, align: 'right' })
  if (registrar) signature(sheet, 20, end + 34, '登记员（签名）：', 40)
  const lines = receipt === 'one' ? ['当事人签收：'] : ['男方签收：', '女方签收：']
  lines.forEach((label, i) => {
    signature(sheet, 20, end + 46 + i * 12, label, 46)
    sheet.text('texts', 190, end + 46 + i * 12, '年　　　月　　　日', { size: 12, align: 'right' })
  })
  feet(sheet, notice.version, code, notice.note)
}
