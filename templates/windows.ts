import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { PaperRequest } from './contract.ts'
import { archivePapers } from './archive/papers.ts'
import { burialPapers } from './burial/papers.ts'
import { divorcePapers } from './divorce/papers.ts'
import { marriagePapers } from './marriage/papers.ts'
import { officePapers } from './office/papers.ts'
import { tallyWorkbook } from './office/workbook/tally.ts'
import { codeOf, setPaper, writePapers, type Paper, type SetPaper, type WriteOptions } from './paper.ts'
import { placeNamePapers } from './place-names/papers.ts'
import { printerPapers } from './printer/papers.ts'
import { reissuePapers } from './reissue/papers.ts'
import { PrintRefused } from './refused.ts'
import type { PaperCode } from './digest.ts'

/** The papers of every window; a new window adds its list here. */
export const papers: readonly Paper[] = [...marriagePapers, ...divorcePapers, ...reissuePapers, ...archivePapers, ...burialPapers, ...placeNamePapers, ...officePapers, ...printerPapers]

/** Gives a paper by its id; throws `not_found`. */
export const getPaper = (id: string): Paper => {
  const found = papers.find((one) => one.id === id)
  if (found === undefined) throw new LantaiError('not_found', text(`没有“${id}”这种文件。`, `There is no paper “${id}”.`), 'paper')
  return found
}

/** Renders one paper to PDF bytes, the workbook to those of XLSX. Throws PrintRefused before any byte is made. */
export const renderPaper = async (request: PaperRequest, options: WriteOptions = {}): Promise<Uint8Array> =>
  (request.paper === 'office.tallyWorkbook' ? tallyWorkbook(request.sheet) : writePapers([setPaper(getPaper(request.paper), request, options.office)], options))

/**
 * Renders many papers as one document; refused as a whole before any byte is made if one of them cannot be printed (the request's place stands in the
 * field, `requests.12.parties.0.name`). Yields now and then, so that a cancel gets through: `onPage` may throw.
 */
export const renderPapers = async (requests: readonly PaperRequest[], options: WriteOptions = {}): Promise<Uint8Array> => {
  const set: SetPaper[] = []
  for (const [i, request] of requests.entries()) {
    try {
      set.push(setPaper(getPaper(request.paper), request, options.office))
    } catch (error) {
      if (error instanceof PrintRefused) throw new PrintRefused(error.characters.map((one) => ({ ...one, field: `requests.${i}.${one.field}` })))
      if (error instanceof LantaiError) throw new LantaiError(error.code, error.text, `requests.${i}.${error.field ?? ''}`, error.details)
      throw error
    }
    if (i % 50 === 49) {
      options.onSet?.(i + 1, requests.length)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return writePapers(set, options)
}

/** The code a paper carries (its digest is what the journal keeps and the desk's check compares), without drawing it. */
export const paperCode = (request: PaperRequest): PaperCode => codeOf(getPaper(request.paper), request).code
