import type { Action, JournalEntry } from '../domain/action.ts'
import type { ArchiveAction, ArchiveActionBody } from '../domain/archive/actions.ts'
import { defaultProofPattern } from '../domain/archive/decide.ts'
import type { DivorceAction } from '../domain/divorce/actions.ts'
import { foldDivorce, type DivorceCase } from '../domain/divorce/fold.ts'
import { archiveTitle } from '../domain/marriage/archive.ts'
import type { MarriageAction } from '../domain/marriage/actions.ts'
import { crossNotes } from '../domain/marriage/endings.ts'
import { type EndingKind } from '../domain/marriage/ending-kinds.ts'
import { foldMarriage, type MarriageCase } from '../domain/marriage/fold.ts'
import { formatSeries } from '../domain/numbering.ts'
import type { ReissueAction } from '../domain/reissue/actions.ts'
import { applicantsOf } from '../domain/reissue/file.ts'
import { foldReissue, type ReissueCase } from '../domain/reissue/fold.ts'
import { sampleAccounts, sampleArea, sampleOffice, sampleOfficeName } from '../sample/index.ts'
import type { Picture } from '../sample/pictures.ts'
import type { BoxRecord, DivorceRecord, EndingRecord, MarriageRecord, PaperRequest, ReissueRecord } from '../templates/contract.ts'
import { burialBook, burialSpecimen, type BurialBook } from './burial/specimens.ts'
import { notFound } from './house.ts'
import { reportSpecimen } from './reports/specimens.ts'
import { placeNameBook, placeNameSpecimen, type PlaceNameBook } from './place-names/specimens.ts'

/** Specimens of every paper, drawn from the cases of the sample office: nobody's facts, marked 示例 across every page. */

interface Book {
  readonly marriages: readonly MarriageCase[]
  readonly divorces: readonly DivorceCase[]
  readonly reissues: readonly ReissueCase[]
  readonly queries: readonly { readonly id: string; readonly body: ArchiveActionBody<'archive.queried'> }[]
  readonly pictures: ReadonlyMap<string, Picture>
  readonly burial: BurialBook
  readonly placeNames: PlaceNameBook
}

// Always the same year, so that a specimen looks the same tomorrow.
const year = { seed: 1949, today: '2026-05-20', cases: 600 } as const
/** Entries made between two pauses for other requests. */
const stretch = 1000

const kindsOfCases = new Set(['marriage', 'divorce', 'reissue', 'archive', 'burial', 'waiver', 'reward', 'cemetery', 'plot', 'placeName', 'gazetteer', 'plate', 'address', 'boundary', 'irregularName', 'placeNameProfile'])
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const writeBook = async (): Promise<Book> => {
  const sample = sampleOffice(year)
  const bySubject = new Map<string, JournalEntry[]>()
  let seq = 0
  for (const [actor, action] of sample.entries) {
    seq += 1
    if (seq % stretch === 0) await pause()
    if (!kindsOfCases.has(action.kind.split('.')[0] ?? '')) continue
    const entry = { seq, at: actor.at, actor: actor.account, counter: actor.counter, action, hash: '' }
    const known = bySubject.get(action.subject)
    if (known === undefined) bySubject.set(action.subject, [entry])
    else known.push(entry)
  }
  const begun = (kind: string): JournalEntry[][] => [...bySubject.values()].filter((entries) => entries[0]?.action.kind === kind)
  const of = <A extends Action>(kind: string): JournalEntry<A>[][] => begun(kind) as JournalEntry<A>[][]
  return {
    marriages: of<MarriageAction>('marriage.opened').map(foldMarriage), divorces: of<DivorceAction>('divorce.opened').map(foldDivorce), reissues: of<ReissueAction>('reissue.opened').map(foldReissue),
    queries: of<ArchiveAction>('archive.queried').flatMap(([entry]) => (entry?.action.kind === 'archive.queried' ? [{ id: entry.action.subject, body: entry.action.body }] : [])),
    burial: burialBook(bySubject),
    placeNames: placeNameBook(bySubject),
    pictures: new Map(sample.pictures.map((picture) => [picture.hash, picture])),
  }
}

let book: Promise<Book> | undefined
const openBook = (): Promise<Book> => (book ??= writeBook().catch((error: unknown) => {
  book = undefined
  throw error
}))

/** The first case that will do; throws when the sample has none, which a test sees. */
const pick = <C>(cases: readonly C[], fits: (one: C) => boolean): C => {
  const found = cases.find(fits)
  if (found === undefined) throw notFound('示例中没有这种文件的案件。', 'The sample holds no case with such a paper.')
  return found
}

const bytesOf = (pictures: Book['pictures'], photo: { readonly hash: string } | null): Uint8Array | undefined => {
  const picture = photo === null ? undefined : pictures.get(photo.hash)
  return picture === undefined ? undefined : new Uint8Array(Buffer.from(picture.base64, 'base64'))
}

const nameOf = (id: string): string => sampleAccounts.find((account) => account.id === id)?.name ?? id

const marriageRecord = ({ pictures }: Book, { id, file, number, day, openedAt, serials, officeName, area, opinion, refusal, archive }: MarriageCase): MarriageRecord => ({
  caseId: id, file, number, day: day === '' ? openedAt.slice(0, 10) : day, serials, officeName: officeName === '' ? sampleOfficeName : officeName, area: area === '' ? sampleArea : area, opinion,
  photo: bytesOf(pictures, file.photo), ...(refusal === null ? {} : { refusal: { day: refusal.day, grounds: refusal.grounds } }), ...(archive === null ? {} : { archive }), sample: true,
})

const endingRecord = (found: Book, kind: EndingKind): EndingRecord => {
  const folded = pick(found.marriages, ({ endings }) => endings.at(-1)?.kind === kind)
  const index = folded.endings.length - 1
  const ending = pick(folded.endings.slice(index), () => true)
  return { marriage: marriageRecord(found, folded), ending: ending.action, index, ...crossNotes(folded, ending.action, ending.file), sample: true }
}

const office = { officeName: sampleOfficeName, area: sampleArea, sample: true } as const

const divorceRecord = ({ pictures }: Book, folded: DivorceCase): DivorceRecord => ({ folded, ...office, photos: [bytesOf(pictures, folded.file.photos[0]), bytesOf(pictures, folded.file.photos[1])] })

const reissueRecord = ({ pictures }: Book, folded: ReissueCase): ReissueRecord => ({ folded, ...office, photo: bytesOf(pictures, folded.file.photo), photos: [bytesOf(pictures, folded.file.photos[0]), bytesOf(pictures, folded.file.photos[1])] })

const marriageOf = (paper: string, { marriages }: Book): MarriageCase =>
  pick(marriages, ({ state, archive, file, endings }) => (paper === 'marriage.refusal' ? state === 'refused' : archive !== null && file.kind === 'marriage' && endings.length === 0))

const divorceOf = (paper: string, { divorces }: Book): DivorceCase => pick(divorces, ({ state, archive, notAccepted, withdrawn, refusal, file }) => {
  switch (paper) {
    case 'divorce.nonAcceptance':
      return notAccepted !== null
    case 'divorce.withdrawal':
    case 'divorce.confirmation':
      return withdrawn !== null
    case 'divorce.refusal':
      return refusal !== null
    case 'divorce.lossStatement':
      return state === 'delivered' && file.marriage.certificates.includes('lost')
    default:
      return state === 'delivered' && archive !== null
  }
})

const reissueOf = (paper: string, { reissues }: Book): ReissueCase =>
  pick(reissues, ({ state, archive, file }) => (paper === 'reissue.refusal' ? state === 'refused' : state === 'delivered' && archive !== null && file.reason === 'lost'))

const boxRecord = ({ marriages }: Book): BoxRecord => {
  const files = marriages.flatMap((folded) => (folded.archive === null ? [] : [{ ...folded.archive, title: archiveTitle(folded.file), number: folded.number, day: folded.day, note: '' }]))
  const newest = Math.max(...files.map((file) => file.year))
  const own = files.filter((file) => file.year === newest).sort((a, b) => a.officeFileNumber - b.officeFileNumber).slice(0, 30)
  return {
    officeName: sampleOfficeName, fonds: own[0]?.fonds ?? '', fondsName: sampleOfficeName, year: newest, fileClass: 'marriage', box: 1, first: own[0]?.officeFileNumber ?? 1, last: own.at(-1)?.officeFileNumber ?? 1, note: '', boxedOn: year.today,
    files: own.map(({ officeFileNumber, archiveFileNumber, title, number, day, pages, note }) => ({ officeFileNumber, archiveFileNumber, title, number, day, pages, note })), sample: true,
  }
}

/** A proof that nothing was found, for somebody who asked for a file. */
const proofRecord = ({ queries }: Book) => {
  const { id, body: { requester, day, registrar, officeName } } = pick(queries, ({ body }) => body.requester.kind === 'party' && body.requester.identityType === 'resident')
  const { name, identityType, identityNumber } = requester
  const person = { name, identityType, identityNumber, birth: identityNumber.replace(/^\d{6}(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3') }
  const number = formatSeries(defaultProofPattern, { year: Number(day.slice(0, 4)), serial: 1 })
  return { id, registrarName: nameOf(registrar), sample: true, body: { day, number, requester, registrar, officeName, proof: { person, destination: '台湾地区', use: '办理公证', searchedFrom: '1990-01-01', searchedTo: day, found: false, records: [] } } }
}

const sheetHead = { officeName: sampleOfficeName, area: sampleArea, printedAt: `${year.today}T16:30:00.000+08:00`, preparer: nameOf('sample-manager'), sample: true } as const

const worklistSheet = ({ divorces }: Book) => {
  const rows = divorces.filter(({ state }) => state === 'accepted').slice(0, 6).flatMap(({ accepted, dates, file, registrar }) => (accepted === null || dates === null ? [] : [{
    receiptNumber: accepted.receiptNumber, names: [file.parties[0].name, file.parties[1].name] as const, phones: [file.parties[0].phone, file.parties[1].phone] as const, acceptedOn: dates.received, end1: dates.end1, windowOpens: dates.windowOpens, end2: dates.end2, registrar: nameOf(registrar),
  }]))
  return { ...sheetHead, day: year.today, lists: [{ title: '冷静期今日届满', from: year.today, to: year.today, rows }] }
}

const statisticsSheet = ({ marriages, divorces }: Book) => {
  const registered = { marriages: marriages.filter(({ number }) => number !== '').length, divorces: divorces.filter(({ number }) => number !== '').length }
  const total = registered.marriages + registered.divorces
  const row = (title: string, value: number) => ({ title, values: [{ value, share: total === 0 ? null : value / total }] })
  return {
    ...sheetHead, from: '2025-05-21', to: year.today,
    tables: [{ title: '登记统计总表', unit: '对', columns: ['登记对数'], rows: [row('结婚登记', registered.marriages), row('离婚登记', registered.divorces), row('合计', total)], identities: [{ line: `结婚 ${String(registered.marriages)} + 离婚 ${String(registered.divorces)} = 合计 ${String(total)}`, holds: true }] }],
  }
}

const stock = { title: '结婚证', opening: 1000, received: 500, issued: 86, spoiled: 1, returned: 0, closing: 1413 }

const officeRequest = (paper: string, found: Book): PaperRequest | undefined => {
  switch (paper) {
    case 'office.worklist':
      return { paper, sheet: worklistSheet(found) }
    case 'office.statistics':
      return { paper, sheet: statisticsSheet(found) }
    case 'office.stockSheet':
      return { paper, sheet: { ...sheetHead, month: year.today.slice(0, 7), types: [{ ...stock, counted: stock.closing }], voids: [{ type: '结婚证', serial: 'SJ990000009', day: year.today, reason: '内页缺页', by: nameOf('sample-clerk1'), second: nameOf('sample-manager') }] } }
    case 'printer.crosses':
    case 'printer.test':
      return { paper, printer: '示例打印机', tray: '手送' }
    default:
      return reportSpecimen(paper, { ...found, ...sheetHead, today: year.today, checker: nameOf('sample-manager') })
  }
}

const certificate = (paper: string): { readonly mode?: 'whole' } => (paper.endsWith('.certificate') ? { mode: 'whole' } : {})

/** The request for a specimen of a paper, with an office's texts; throws `not_found` for a paper that has none. */
export const specimenOf = async (paper: string, texts: Readonly<Record<string, string>> = {}): Promise<PaperRequest> => {
  const found = await openBook()
  const own = Object.keys(texts).length === 0 ? {} : { texts }
  const request = (facts: object): PaperRequest => ({ paper, ...facts, ...own }) as PaperRequest
  const [window = ''] = paper.split('.')
  switch (window) {
    case 'marriage':
      if (paper === 'marriage.revocationNotice' || paper === 'marriage.revocationDecision') return request({ record: endingRecord(found, 'revoked') })
      if (paper === 'marriage.endingNote') return request({ record: endingRecord(found, 'void') })
      return request({ record: marriageRecord(found, marriageOf(paper, found)), party: 0, ...certificate(paper) })
    case 'divorce': {
      const folded = divorceOf(paper, found)
      return request({ record: divorceRecord(found, folded), party: paper === 'divorce.lossStatement' && folded.file.marriage.certificates[0] !== 'lost' ? 1 : 0, ...certificate(paper) })
    }
    case 'reissue': {
      const folded = reissueOf(paper, found)
      return request({ record: reissueRecord(found, folded), party: applicantsOf(folded.file)[0] ?? 0, ...certificate(paper) })
    }
    case 'burial': {
      const facts = burialSpecimen(found.burial, paper, { today: year.today, preparer: sheetHead.preparer, nameOf })
      if (facts === undefined) break
      return request(facts)
    }
    case 'place-names': {
      const facts = await placeNameSpecimen(found.placeNames, paper, { today: year.today, preparer: sheetHead.preparer, nameOf })
      if (facts === undefined) break
      return request(facts)
    }
    case 'archive':
      if (paper === 'archive.proof') return request({ record: proofRecord(found) })
      if (paper === 'archive.query' || paper === 'archive.copySheet') {
        const { id, body } = pick(found.queries, ({ body: { copies } }) => copies.pages > 0)
        return request({ record: { id, body, registrarName: nameOf(body.registrar), sample: true } })
      }
      return request({ record: paper === 'archive.index' ? { ...boxRecord(found), box: undefined } : boxRecord(found) })
    default: {
      const sheet = officeRequest(paper, found)
      if (sheet !== undefined) return sheet
    }
  }
  throw notFound('没有这种文件的样张。', 'There is no specimen of this paper.')
}
