import type { BoxRow, FiledRow, Reads } from '../../db/contract.ts'
import type { FileClass } from '../../domain/archive/actions.ts'
import { decideBox, decideTransfer, missingFiles, unboxedRuns, type BoxRun } from '../../domain/archive/decide.ts'
import { fileClassTitles } from '../../domain/archive/titles.ts'
import { LantaiError } from '../../domain/error.ts'
import { archiveTerms } from '../../domain/marriage/archive.ts'
import { text } from '../../domain/text.ts'
import type { BoxRecord, PaperRequest } from '../../templates/contract.ts'
import { recordView } from '../case/act.ts'
import { handle, type Call, type Handling } from '../door.ts'
import { notFound, type House } from '../house.ts'
import { newId } from '../ids.ts'
import { maskName } from '../masks.ts'
import { loadPapers, pdfResponse } from '../papers.ts'
import type { BoxLine, FileLine } from '../schemas/archive.ts'
import { routes } from '../schemas/index.ts'

type BoxReads = Pick<Reads, 'boxes' | 'filedCases' | 'filedYears'>
interface Class { readonly year: number; readonly fileClass: FileClass }
interface Run { readonly first: number; readonly last: number }

/** The filed cases of a year and class, or of a run of them, in order. */
const filedIn = async (reads: Pick<Reads, 'filedCases'>, { year, fileClass }: Class, run?: Run): Promise<readonly FiledRow[]> => {
  const rows: FiledRow[] = []
  let after: string | undefined
  do {
    const page = await reads.filedCases({ year, fileClass, limit: 1000, ...(run === undefined ? {} : { first: run.first, last: run.last }), ...(after === undefined ? {} : { after }) })
    rows.push(...page.rows)
    after = page.next
  } while (after !== undefined)
  return rows.toSorted((a, b) => a.officeFileNumber - b.officeFileNumber)
}

const numbersOf = (rows: readonly FiledRow[]): number[] => rows.map(({ officeFileNumber }) => officeFileNumber)

const boxLine = async (reads: Pick<Reads, 'filedCases'>, row: BoxRow): Promise<BoxLine> => {
  // A box without gaps needs no second look.
  const missing = row.files === row.last - row.first + 1 ? [] : [...missingFiles(row, numbersOf(await filedIn(reads, row, row)))]
  return { ...row, missing, ...archiveTerms(row.year) }
}

/** The parts of a range that no box covers. */
const uncovered = (range: Run, boxes: readonly BoxRun[]): Run[] => {
  const left: Run[] = []
  let next = range.first
  for (const box of boxes.toSorted((a, b) => a.first - b.first)) {
    if (box.first > next) left.push({ first: next, last: Math.min(box.first - 1, range.last) })
    next = Math.max(next, box.last + 1)
  }
  return next <= range.last ? [...left, { first: next, last: range.last }] : left
}

/** Runs of filed cases that stand in no box, by year and class; the cases themselves are only read where numbers are missing. */
const unboxed = async (reads: BoxReads, filter: Partial<Class>) => {
  const years = (await reads.filedYears()).filter(({ year, fileClass }) => (filter.year === undefined || year === filter.year) && (filter.fileClass === undefined || fileClass === filter.fileClass))
  const boxes = await reads.boxes(filter)
  const found = []
  for (const { year, fileClass, first, last, files } of years) {
    const own = boxes.filter((box) => box.year === year && box.fileClass === fileClass)
    const left = uncovered({ first, last }, own)
    const size = left.reduce((sum, run) => sum + run.last - run.first + 1, 0)
    if (files - own.reduce((sum, box) => sum + box.files, 0) === size) found.push(...left.map((run) => ({ year, fileClass, ...run, files: run.last - run.first + 1 })))
    else for (const run of left) found.push(...unboxedRuns({ filed: numbersOf(await filedIn(reads, { year, fileClass }, run)), boxes: own }).map((part) => ({ year, fileClass, ...part })))
  }
  return found
}

/** 张三与李四结婚登记 → 张*与李*结婚登记: what a list shows of a title. */
const maskTitle = (title: string): string => {
  const match = /^(.+?)(与)(.+?)((?:补发)?(?:结婚|离婚|撤销|婚姻).*)?$/u.exec(title)
  return match === null ? maskName(title) : `${maskName(match[1] ?? '')}与${maskName(match[3] ?? '')}${match[4] ?? ''}`
}

const fileLine = ({ window, caseId, fonds, year, fileClass, officeFileNumber, archiveFileNumber, pages, scanned, title, day, number, box }: FiledRow): FileLine => ({ window, caseId, fonds, year, fileClass, officeFileNumber, archiveFileNumber, pages, scanned, title: maskTitle(title), day, number, box })

const requireFonds = async (house: House): Promise<string> => {
  const { fonds } = await house.office()
  if (fonds === '') throw new LantaiError('wrong_state', text('还没有全宗号，请先在设置中填写', 'There is no fonds code yet; enter it in the settings'), 'fonds')
  return fonds
}

interface Wanted { readonly year: number; readonly fileClass: FileClass; readonly fonds: string; readonly box?: number; readonly first: number; readonly last: number; readonly note: string; readonly boxedOn: string }

const boxRecord = async (house: House, { year, fileClass, fonds, box, first, last, note, boxedOn }: Wanted): Promise<BoxRecord> => {
  const { name, sample } = await house.office()
  const files = (await filedIn(house.register.read, { year, fileClass }, { first, last })).map((row) => ({ officeFileNumber: row.officeFileNumber, archiveFileNumber: row.archiveFileNumber, title: row.title, number: row.number, day: row.day, pages: row.pages, note: '' }))
  return { officeName: name, fonds, fondsName: name, year, fileClass, box, first, last, note, boxedOn, files, sample }
}

type BoxPaper = Extract<PaperRequest, { record: BoxRecord }>['paper']

const render = async (call: Pick<Call<unknown, unknown, unknown>, 'house' | 'request' | 'session' | 'actor'>, paper: BoxPaper, record: BoxRecord, subject: string, name: string): Promise<Response> => {
  const { house, request } = call
  const own = (await house.office()).settings['papers.texts'][paper]
  const wanted: PaperRequest = { paper, record, ...(own === undefined || Object.keys(own).length === 0 ? {} : { texts: own }) }
  const { paperCode, getPaper } = await loadPapers()
  const bytes = await house.printer.render(wanted, { signal: request.signal })
  // The list names the parties of many files.
  await recordView(call, subject, paper)
  return pdfResponse(request, bytes, `${getPaper(paper).title.zh}-${name}`, paperCode(wanted).digest)
}

/** Filed cases, boxes and what is handed to the state archive (《婚姻登记档案管理办法》第九、十、十四条). */
export const boxHandlings: readonly Handling[] = [
  handle(routes.listFiles, async ({ house, query }) => {
    const { read } = house.register
    const { year, fileClass, difference, after, limit } = query
    const filter = { ...(year === undefined ? {} : { year }), ...(fileClass === undefined ? {} : { fileClass }), ...(difference === undefined ? {} : { difference: true }) }
    const [page, years, waiting] = await Promise.all([read.filedCases({ ...filter, limit: limit ?? 50, ...(after === undefined ? {} : { after }) }), read.filedYears(), read.unfiledCases(house.today())])
    return {
      rows: page.rows.map(fileLine), ...(page.next === undefined ? {} : { next: page.next }), count: page.count, years: years.map((row) => ({ year: row.year, fileClass: row.fileClass, files: row.files })), waiting: waiting.map((row) => ({ ...row })),
    }
  }),

  handle(routes.listBoxes, async ({ house, query }) => {
    const { read } = house.register
    const filter = { ...(query.year === undefined ? {} : { year: query.year }), ...(query.fileClass === undefined ? {} : { fileClass: query.fileClass }) }
    const rows = await read.boxes(filter)
    return { boxes: await Promise.all(rows.map((row) => boxLine(read, row))), unboxed: await unboxed(read, filter) }
  }),

  handle(routes.boxFiles, async ({ house, body, actor }) => {
    const { year, fileClass, first, last, note } = body
    const fonds = await requireFonds(house)
    const id = newId('a', house.now())
    return house.register.transact(actor(), async (tx) => {
      const boxes = (await tx.boxes({ year, fileClass })).filter((box) => box.fonds === fonds)
      const before = Math.max(0, ...boxes.filter((box) => box.last < first).map((box) => box.last))
      const filed = numbersOf(last < first ? [] : await filedIn(tx, { year, fileClass }, { first: Math.min(before + 1, first), last }))
      await tx.record(decideBox({ day: house.today(), fonds, year, fileClass, first, last, note }, { filed, boxes }, id))
      return boxLine(tx, await tx.getBox(id))
    })
  }),

  handle(routes.transferBoxes, async ({ house, body, actor }) => {
    const { year, fileClass, boxes, receiver, number, reason } = body
    const fonds = await requireFonds(house)
    await house.register.transact(actor(), async (tx) => {
      const held = (await tx.boxes({ year, fileClass })).filter((box) => box.fonds === fonds)
      await tx.record(decideTransfer({ day: house.today(), fonds, year, fileClass, boxes, receiver, number }, held, { id: newId('a', house.now()), ...(reason === undefined ? {} : { reason }) }))
    })
    return { done: true as const }
  }),

  handle(routes.boxPaper, async (call) => {
    const { house, params } = call
    const box = await house.register.read.getBox(params.id)
    return render(call, params.paper, await boxRecord(house, box), box.id, `${String(box.year)}年${fileClassTitles[box.fileClass].zh}第${String(box.box)}盒`)
  }),

  handle(routes.archiveIndex, async (call) => {
    const { house, query } = call
    const { year, fileClass } = query
    const found = (await house.register.read.filedYears()).find((row) => row.year === year && row.fileClass === fileClass)
    if (found === undefined) throw notFound(`${String(year)} 年没有${fileClassTitles[fileClass].zh}案卷。`, `There are no files of this class in ${String(year)}.`)
    const record = await boxRecord(house, { year, fileClass, fonds: query.fonds ?? (await house.office()).fonds, first: found.first, last: found.last, note: '', boxedOn: house.today() })
    return render(call, 'archive.index', record, `archive-index-${String(year)}-${fileClass}`, `${String(year)}年${fileClassTitles[fileClass].zh}`)
  }),
]
