import type { MarriageRecord } from '../contract.ts'
import type { PaperCode } from '../digest.ts'
import { drawCode } from '../qr.ts'
import { pt, type Sheet } from '../sheet.ts'

/** A title set wide and centred, as heads of official forms are. */
export const title = (sheet: Sheet, y: number, string: string, size = 20, spacing = 0.25): void => {
  sheet.text('texts', 105, y, string, { font: 'songBold', size, align: 'centre', spacing, within: 170 })
}

/** The foot of a form: layout version, code, page. Not part of the form's frame. */
export const foot = (sheet: Sheet, version: string, code: PaperCode, options: { page?: number; of?: number; note?: string } = {}): void => {
  const { width, height } = sheet.size
  const y = height - 9
  const right = width - 20
  const { page = 1, of = 1, note } = options
  drawCode(sheet, code, 20, height - 25, 14)
  const x = 37
  sheet.text('number', x, y - 11.6, code.number, { size: 7, colour: 0.25, within: 75 })
  sheet.text('texts', x, y - 7.8, `校验 ${code.digest.slice(0, 16)} ${code.digest.slice(16, 32)}`, { size: 6, colour: 0.4 })
  sheet.text('texts', x, y - 4.4, `　　 ${code.digest.slice(32, 48)} ${code.digest.slice(48)}`, { size: 6, colour: 0.4 })
  sheet.text('texts', right, y - 4.4, `版式：${version}`, { size: 6.5, align: 'right', colour: 0.4 })
  if (of > 1) sheet.text('texts', width / 2, y - 4.4, `第 ${page} 页　共 ${of} 页`, { size: 8, align: 'centre', colour: 0.25 })
  if (note !== undefined) sheet.text('texts', right, y - 8.4, note, { size: 6.5, align: 'right', colour: 0.4, within: 105 })
}

/** The feet of all pages of a paper, once it is known how many there are; the note stands on the last. */
export const feet = (sheet: Sheet, version: string, code: PaperCode, note?: string): void => {
  const of = sheet.pages.length
  for (let i = 0; i < of; i++) {
    sheet.turnTo(i)
    foot(sheet, version, code, { page: i + 1, of, ...(note === undefined || i < of - 1 ? {} : { note }) })
  }
}

/** The date blanks of a signature line: 　　年　　月　　日 filled by hand. */
export const handDate = (sheet: Sheet, right: number, baseline: number, size = 12): void => {
  sheet.text('texts', right, baseline, '年　　　月　　　日', { size, align: 'right' })
}

/** A place for ink: a label, a line to sign on, a dotted ring for the fingerprint. */
export const signature = (sheet: Sheet, x: number, baseline: number, label: string, length: number, options: { fingerprint?: boolean; size?: number } = {}): void => {
  const { fingerprint = false, size = 12 } = options
  const end = sheet.text('texts', x, baseline, label, { size })
  sheet.line(end + 1, baseline + 1.2, end + 1 + length, baseline + 1.2, 0.2)
  if (fingerprint) {
    const centre = end + length + 13
    sheet.circle(centre, baseline - 3, 9, 0.15, { colour: 0.55, dash: [0.8, 0.8] })
    sheet.text('texts', centre, baseline - 3 + 0.35 * 7 * pt, '指　印', { size: 7, align: 'centre', colour: 0.6 })
  }
}

/** The place of a seal: a dotted ring with a pale word, no picture of a seal. */
export const sealPlace = (sheet: Sheet, x: number, y: number, radius: number, word: string): void => {
  sheet.circle(x, y, radius, 0.15, { colour: [0.85, 0.5, 0.5], dash: [1, 1] })
  sheet.text('texts', x, y + 0.35 * 8 * pt, word, { size: 8, align: 'centre', colour: [0.85, 0.6, 0.6], within: 2 * radius - 4 })
}

/** A name that ends at the right, on a baseline; a long one in smaller letters over two lines. */
export const atRight = (sheet: Sheet, field: string, right: number, baseline: number, width: number, words: string, size = 12): void => {
  sheet.cell(field, right - width, baseline - 10.2, width, 11, words, { size, align: 'right', vertical: 'bottom', padding: 0, clearance: 0.6 })
}

/** Marks the page when the office is a sample. */
export const mark = (sheet: Sheet, record: { readonly sample: boolean }): void => {
  if (record.sample) sheet.sampleMark()
}

/** What every paper of a marriage case holds for its digest; the office's texts belong to it. */
export const marriageDigest = (id: string, version: string, request: { record: MarriageRecord; party?: 0 | 1; texts?: Readonly<Record<string, string>> }): unknown =>
  ({ paper: id, version, party: request.party, record: request.record, texts: request.texts })

/** The number a paper of a case is known by. */
export const numberOf = (record: MarriageRecord): string => (record.number === '' ? record.caseId : record.number)

/** Takes an office's text or the default. */
export const said = (defaults: Readonly<Record<string, string>>, texts: Readonly<Record<string, string>> | undefined, key: string): string => texts?.[key] ?? defaults[key] ?? ''

/** What a paper holds for its digest: itself, its layout, the party, the office's texts, and the facts it prints. What a case gathers besides (prints, inspections) is no part of it, so that the paper says the same tomorrow. */
export const digestOf = (id: string, version: string, request: { readonly party?: 0 | 1; readonly texts?: Readonly<Record<string, string>> }, facts: unknown): unknown =>
  ({ paper: id, version, party: request.party, texts: request.texts, facts })

/** The remedies against a decision of the office (《行政复议法》第二十条, 《行政诉讼法》第四十六条). */
export const usualRemedies = '如对本决定不服，可以自收到本告知书之日起六十日内依法申请行政复议，或者自收到本告知书之日起六个月内依法向人民法院提起行政诉讼。'
