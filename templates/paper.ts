import { LantaiError } from '../domain/error.ts'
import { text, type Text } from '../domain/text.ts'
import type { PaperRequest } from './contract.ts'
import { canonical, sha256, type PaperCode } from './digest.ts'
import { writeDocument, type DocumentFacts } from './emit.ts'
import type { OfficeFont } from './fonts/stacks.ts'
import { Sheet, type Page } from './sheet.ts'

export type PaperId = PaperRequest['paper']
/** The request of one paper. */
export type RequestOf<Id extends PaperId, R extends PaperRequest = PaperRequest> = R extends unknown ? (Id extends R['paper'] ? R : never) : never

/** One paper: what it is called, since when its layout holds, what it needs, how it is drawn. */
export interface Paper<Id extends PaperId = PaperId> {
  readonly id: Id
  readonly title: Text
  /** Version of the layout; part of the digest. */
  readonly version: string
  /** First civil day of the layout. */
  readonly from: string
  /** Where the paper and its fields come from. */
  readonly source: Text
  /** What must be known before it can be printed. */
  readonly needs: readonly Text[]
  /** Office's texts that can be changed, with their defaults. */
  readonly texts?: Readonly<Record<string, string>>
  readonly facts: (request: RequestOf<Id>) => { readonly title: string; readonly author: string; readonly number: string; readonly date: Date }
  /** What the digest and the attached record hold; drawing devices (printer, affine, mode) are left out. */
  readonly record: (request: RequestOf<Id>) => unknown
  readonly draw: (sheet: Sheet, request: RequestOf<Id>, code: PaperCode) => void
}

/** A paper set but not yet written. */
export interface SetPaper { readonly pages: readonly Page[]; readonly facts: DocumentFacts; readonly code: PaperCode }

/** Gives the identity type of a paper definition while keeping the list uniform. */
export const paper = <Id extends PaperId>(definition: Paper<Id>): Paper => definition as unknown as Paper

/** Midnight UTC of a civil day: the fixed date of its papers. */
export const dateOfDay = (day: string): Date => {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) throw new LantaiError('invalid', text('日期不存在。', 'The date does not exist.'), 'day')
  return date
}

/** The code of a paper and its attached record, computed without drawing it. */
export const codeOf = (definition: Paper, request: PaperRequest): { code: PaperCode; record: string } => {
  const body = canonical(definition.record(request as never))
  const digest = sha256(body)
  const record = `{"digest":"sha256:${digest}","of":${body}}`
  return { code: { paper: definition.id, number: definition.facts(request as never).number, digest }, record }
}

/** Sets a paper. Throws PrintRefused, before any byte is made, when a character has no glyph, and `unprintable` when a text does not fit. */
export const setPaper = (definition: Paper, request: PaperRequest, office: readonly OfficeFont[] = []): SetPaper => {
  const { code, record } = codeOf(definition, request)
  const { title, author, date } = definition.facts(request as never)
  const sheet = new Sheet(office)
  definition.draw(sheet, request as never, code)
  return { pages: sheet.finish(), code, facts: { title, author, subject: code.digest, date, record } }
}

/** Options of a run of papers. */
export interface WriteOptions {
  readonly office?: readonly OfficeFont[]
  /** Papers set so far; may throw to stop. */
  readonly onSet?: (done: number, of: number) => void
  /** Pages written so far; may throw to stop. */
  readonly onPage?: (done: number, of: number) => void
}

/** Writes set papers as one document; several carry their records together in records.json. */
export const writePapers = (papers: readonly SetPaper[], options: WriteOptions = {}): Promise<Uint8Array> => {
  const [first] = papers
  if (first === undefined) throw new LantaiError('invalid', text('没有可打印的文件。', 'There is nothing to print.'))
  const facts: DocumentFacts = papers.length === 1 ? first.facts : {
    ...first.facts,
    title: `${first.facts.title} 等 ${papers.length} 件`,
    subject: sha256(papers.map(({ code }) => code.digest).join('\n')),
    date: papers.reduce((latest, { facts }) => (facts.date > latest ? facts.date : latest), first.facts.date),
    record: `[${papers.map(({ facts }) => facts.record).join(',\n')}]`,
    recordName: 'records.json',
  }
  return writeDocument(papers.flatMap(({ pages }) => pages), facts, options.office, options.onPage)
}
