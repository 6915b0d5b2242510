import { createHash } from 'node:crypto'
import type { Reads } from '../db/contract.ts'
import { LantaiError } from '../domain/error.ts'
import { text, type Text } from '../domain/text.ts'
import type { PaperRequest } from '../templates/contract.ts'
import type * as Papers from '../templates/windows.ts'
import { findCode, type PaperCode } from '../templates/digest.ts'
import { handle, type Call, type Handling } from './door.ts'
import type { House } from './house.ts'
import { maskName } from './masks.ts'
import { may } from './permissions.ts'
import { routes } from './schemas/index.ts'

let loaded: Promise<typeof Papers> | undefined
/** The drawings are large to load, so they are loaded when first needed, and a second after the start. */
export const loadPapers = (): Promise<typeof Papers> => (loaded ??= import('../templates/windows.ts'))

export interface PrintOptions {
  readonly party?: 0 | 1
  /** Of a paper that is made for each number, which. */
  readonly number?: string
  readonly mode?: 'whole' | 'overprint'
  readonly printer?: string
  readonly tray?: string
}

/** What a check of a paper came to. */
export interface CheckedPaper {
  readonly verdict: 'genuine' | 'altered' | 'unknown' | 'superseded' | 'voided'
  readonly number: string
  readonly day: string
  readonly names: readonly string[]
  readonly caseId: string
}

/** The papers of one window's cases. */
export interface CasePapers {
  /** The request for a paper of a case; throws `not_found` and `wrong_state`. */
  request(house: House, caseId: string, paper: string, options: PrintOptions): Promise<PaperRequest>
  /** Whom the code of a paper belongs to and whether it still holds; undefined when the number is not known. */
  check(house: House, reads: Reads, code: PaperCode): Promise<CheckedPaper | undefined>
}

/** A PDF as an answer: shown in the page, saved under its Chinese name, recognised by its digest. */
export const pdfResponse = (request: Request, bytes: Uint8Array, name: string, tag: string): Response => {
  const etag = `"${createHash('sha256').update(tag).digest('base64url').slice(0, 32)}"`
  const headers = {
    'content-type': 'application/pdf', etag, 'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="lantai.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-length': String(bytes.byteLength) } })
}

const verdicts: Readonly<Record<CheckedPaper['verdict'], Text>> = {
  genuine: text('与登记簿一致。', 'It agrees with the register.'),
  altered: text('字号存在，但纸上的校验码与登记簿不符：内容可能被改动，或不是本处打印的。', 'The number is known, but the code on the paper does not agree with the register: it was altered, or not printed here.'),
  unknown: text('登记簿中没有这个字号。', 'The register does not hold this number.'),
  superseded: text('是本处打印的，但之后已更正或换发，以新证为准。', 'It was printed here, but has since been corrected or replaced; the newer paper holds.'),
  voided: text('该登记已作废。', 'This registration has been voided.'),
}

const unreadable = new LantaiError('invalid', text('不是本系统纸质文件上的校验码', 'It is not a code of a paper of this desk'), 'code')

const checkPaper = async (call: Call<unknown, unknown, { code: string }>, papersOf: (paper: string) => CasePapers | undefined) => {
  const { house, body, account } = call
  const code = findCode(body.code)
  if (code === undefined) throw unreadable
  const papers = papersOf(code.paper)
  if (papers === undefined) throw new LantaiError('invalid', text('这种文件没有登记事项，请与登记日志核对', 'This paper is about no case; compare it with the journal'), 'code')
  const found = await papers.check(house, house.register.read, code)
  const verdict = found?.verdict ?? 'unknown'
  await house.register.transact(call.actor(), (tx) => tx.record({ kind: 'paper.checked', subject: found?.caseId ?? 'paper', body: { number: code.number.slice(0, 60), digest: code.digest, verdict, caseId: found?.caseId ?? '' } }))
  const mayRead = may(account.role, 'case.read')
  return {
    verdict, message: verdicts[verdict], number: found === undefined ? code.number : found.number, day: found?.day ?? '',
    names: (found?.names ?? []).map((name) => (mayRead ? name : maskName(name))), ...(found !== undefined && mayRead ? { caseId: found.caseId } : {}),
  }
}

/** Papers across all windows: many as one document, and the check of a paper's code. */
export const paperHandlings = (papersOf: (paper: string) => CasePapers | undefined): readonly Handling[] => [
  handle(routes.batchPapers, async ({ house, body, actor, request }) => {
    const requests = await Promise.all(body.papers.map(async ({ id, paper, party, number }, index) => {
      const papers = papersOf(paper)
      if (papers === undefined) throw new LantaiError('invalid', text('没有这种文件', 'There is no such paper'), `papers.${String(index)}.paper`)
      return papers.request(house, id, paper, { ...(party === undefined ? {} : { party }), ...(number === undefined ? {} : { number }), mode: 'whole' })
    }))
    const bytes = await house.printer.renderBatch(requests, { signal: request.signal })
    await house.register.transact(actor(), (tx) => tx.record({ kind: 'record.exported', subject: 'papers', body: { what: 'papers.batch', purpose: '', count: requests.length } }))
    return pdfResponse(request, bytes, `文书合并-${house.today()}-${String(requests.length)}件`, String(bytes.byteLength) + house.instant())
  }),

  handle(routes.checkPaper, async (call) => checkPaper(call, papersOf)),
]
