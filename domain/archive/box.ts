import { civilDate, formatChinese } from '../dates.ts'
import { archiveTerms, retentionYears } from '../marriage/archive.ts'
import type { FileClass } from './actions.ts'
import { missingFiles } from './decide.ts'
import { fileClassTitles } from './titles.ts'

/** A filed case as the list of a box names it. */
export interface BoxedFile {
  readonly officeFileNumber: number
  readonly archiveFileNumber: string
  readonly title: string
  /** 字号, or empty. */
  readonly number: string
  readonly day: string
  readonly pages: number
  readonly note: string
}

/** A box with what it is labelled by. */
export interface BoxLabel {
  readonly fonds: string
  readonly fondsName: string
  readonly officeName: string
  readonly year: number
  readonly fileClass: FileClass
  readonly box: number
  readonly first: number
  readonly last: number
}

/** A line of the list of files (卷内目录): a number that is missing has a line of its own, so that none is passed over. */
export interface BoxListLine extends BoxedFile {
  readonly missing: boolean
}

/** The list of a box from its first to its last number (《婚姻登记档案管理办法》第十条), missing numbers included. */
export const boxLines = (run: { readonly first: number; readonly last: number }, files: readonly BoxedFile[]): readonly BoxListLine[] => {
  const within = files.filter((file) => file.officeFileNumber >= run.first && file.officeFileNumber <= run.last).map((file) => ({ ...file, missing: false }))
  const gaps = missingFiles(run, within.map((file) => file.officeFileNumber)).map((number): BoxListLine => ({ officeFileNumber: number, archiveFileNumber: '', title: '', number: '', day: '', pages: 0, note: '缺号', missing: true }))
  return [...within, ...gaps].sort((a, b) => a.officeFileNumber - b.officeFileNumber)
}

/** The spine of a box, top to bottom: 全宗号, 年度, 性质, 起止卷号, 盒号 (《婚姻登记档案管理办法》第十条). */
export const spineFacts = (box: BoxLabel): readonly (readonly [string, string])[] => [
  ['全宗号', box.fonds], ['年度', String(box.year)], ['性质', fileClassTitles[box.fileClass].zh], ['起止卷号', box.first === box.last ? String(box.first) : `${box.first}—${box.last}`], ['盒号', String(box.box)],
]

/** The note sheet of a box (备考表): how many files and pages it holds, which numbers are missing and why, how long it is kept, who put it together and when. */
export const boxNoteFacts = (box: BoxLabel & { readonly note: string; readonly boxedOn: string; readonly boxedBy: string }, files: readonly BoxedFile[]): readonly (readonly [string, string])[] => {
  const lines = boxLines(box, files)
  const missing = lines.filter((line) => line.missing).map((line) => line.officeFileNumber)
  const held = lines.length - missing.length
  const { keepUntil, transferFrom } = archiveTerms(box.year)
  return [
    ['盒内案卷', `${held}卷，共${lines.reduce((sum, line) => sum + line.pages, 0)}页`], ['缺号', missing.length === 0 ? '无' : missing.join('、')], ['说明', box.note],
    ['保管期限', `${retentionYears}年（至${keepUntil}年）`], ['移交', `${transferFrom}年起，与同级国家档案馆商定`], ['整理人', box.boxedBy], ['整理日期', formatChinese(civilDate(box.boxedOn))],
  ]
}
