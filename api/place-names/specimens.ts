import type { JournalEntry } from '../../domain/action.ts'
import { civilDate } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import type { BoundaryLineAction } from '../../domain/place-names/boundaries/actions.ts'
import { foldBoundary, type BoundaryLine } from '../../domain/place-names/boundaries/line.ts'
import type { PlaceNameAction } from '../../domain/place-names/case/actions.ts'
import { foldPlaceName, type PlaceNameCase } from '../../domain/place-names/case/fold.ts'
import { reportOf, type PlaceNameReportCard } from '../../domain/place-names/case/report.ts'
import type { GazetteerAction } from '../../domain/place-names/gazetteer/actions.ts'
import { foldEntity, type GeoEntity } from '../../domain/place-names/gazetteer/entity.ts'
import type { IrregularAction } from '../../domain/place-names/irregular/actions.ts'
import { applyIrregular, type IrregularName } from '../../domain/place-names/irregular/irregular.ts'
import { placeKindEntries } from '../../domain/place-names/kinds.ts'
import type { AddressActionOf, PlateAction } from '../../domain/place-names/plates/actions.ts'
import { foldPlates, type PlateBook } from '../../domain/place-names/plates/book.ts'
import { defaultProfile, type PlaceNameProfile } from '../../domain/place-names/profile.ts'
import { sampleArea, sampleOfficeName } from '../../sample/index.ts'
import type { BoundaryRecord, IrregularRecord, PaperRequest, PlaceNameRecord, PlaceNameReportSheet, PlaceNameSheet, PlateRecord, ProofRecord } from '../../templates/contract.ts'
import { loadPapers } from '../papers.ts'
import { isPlatePaper } from './plates/papers.ts'
import { divisionsOf, nameOf as nameOfEntity } from './plates/standing.ts'

/** Specimens of the papers on place names, drawn from the sample office. */

type NameOf = (account: string) => string
interface Proved { readonly body: AddressActionOf<'address.proved'>['body']; readonly by: string }
export interface PlaceNameBook {
  readonly cases: readonly PlaceNameCase[]; readonly books: readonly { readonly entity: GeoEntity; readonly book: PlateBook }[]; readonly proofs: readonly Proved[]; readonly irregular: readonly IrregularName[]; readonly boundaries: readonly BoundaryLine[]
  readonly profile: PlaceNameProfile
}

const ofFold = <A>(entries: readonly JournalEntry[], prefix: string): readonly A[] => entries.filter(({ action }) => action.kind.startsWith(prefix)).map(({ action }) => action as A)

/** What the sample office holds on place names, out of its entries by subject. */
export const placeNameBook = (bySubject: ReadonlyMap<string, readonly JournalEntry[]>): PlaceNameBook => {
  const all = [...bySubject.values()]
  const begun = (kind: string): readonly (readonly JournalEntry[])[] => all.filter((entries) => entries[0]?.action.kind === kind)
  const set = bySubject.get('placeNameProfile')?.at(-1)?.action.body as { readonly profile: PlaceNameProfile } | undefined
  return {
    cases: begun('placeName.received').map((entries) => foldPlaceName(entries.filter(({ action }) => action.kind.startsWith('placeName.')) as readonly JournalEntry<PlaceNameAction>[])),
    books: all.flatMap((entries) => {
      const plates = ofFold<PlateAction>(entries, 'plate.')
      return plates.length === 0 ? [] : [{ entity: foldEntity(ofFold<GazetteerAction>(entries, 'gazetteer.')), book: foldPlates(plates) }]
    }),
    proofs: begun('address.proved').flatMap(([entry]) => (entry === undefined ? [] : [{ body: entry.action.body as Proved['body'], by: entry.actor }])),
    irregular: begun('irregularName.found').flatMap((entries) => {
      const folded = ofFold<IrregularAction>(entries, 'irregularName.').reduce<IrregularName | undefined>(applyIrregular, undefined)
      return folded === undefined ? [] : [folded]
    }),
    boundaries: begun('boundary.registered').map((entries) => foldBoundary(ofFold<BoundaryLineAction>(entries, 'boundary.'))),
    profile: set?.profile ?? { ...defaultProfile(), officeName: sampleOfficeName, areaCode: sampleArea },
  }
}

interface Given { readonly today: string; readonly preparer: string; readonly nameOf: NameOf }

const cardOf = (folded: PlaceNameCase, { profile }: PlaceNameBook, today: string): PlaceNameReportCard => reportOf(folded, { profile, today: civilDate(today) }, new Map())

/** A name used before its approval, for an office that has 预命名: the sample's own rules do without. */
const provisionally = (folded: PlaceNameCase): PlaceNameCase => {
  const item = folded.file.items[0]?.id ?? '1'
  return folded.provisional.length > 0 || folded.accepted === null ? folded : { ...folded, provisional: [{ day: folded.accepted.day, item, document: '示民名预〔2026〕1号', until: folded.accepted.day.replace(/^\d{4}/u, (year) => String(Number(year) + 1)) }] }
}

const caseRecord = (folded: PlaceNameCase, paper: string, found: PlaceNameBook, { nameOf, today }: Given): PlaceNameRecord => ({
  folded: paper === 'place-names.provisional' ? provisionally(folded) : folded, officeName: sampleOfficeName, area: sampleArea, registrarName: nameOf(folded.openedBy), profile: found.profile, ...(paper === 'place-names.report' ? { card: cardOf(folded, found, today) } : {}), sample: true,
})

const plateRecord = (paper: string, { entity, book }: PlaceNameBook['books'][number], { profile }: PlaceNameBook): PlateRecord => {
  const name = nameOfEntity(entity)
  const key = paper === 'place-names.concordance' || paper === 'place-names.plateList' ? undefined : book.plates.find(({ confirmed, standing }) => confirmed !== null && standing === 'current')?.key
  return { book, name: name?.name ?? book.name, text: name?.text ?? '', sign: name?.sign ?? '', divisions: divisionsOf(entity, book.latest), officeName: sampleOfficeName, authority: sampleOfficeName, sizes: profile.plates.sizes, ...(key === undefined ? {} : { key }), day: book.latest, sample: true }
}

/** The first record of which such a paper can be made. */
const firstOf = async <R>(paper: string, records: readonly R[]): Promise<R | undefined> => {
  const { paperCode } = await loadPapers()
  for (const record of records) {
    try {
      paperCode({ paper, record } as unknown as PaperRequest)
      return record
    } catch (error) {
      if (!(error instanceof LantaiError)) throw error
    }
  }
  return undefined
}

const head = ({ today, preparer }: Given) => ({ officeName: sampleOfficeName, area: sampleArea, from: `${today.slice(0, 4)}-01-01`, to: today, printedAt: `${today}T16:30:00.000+08:00`, preparer, sample: true }) as const

const tablesSheet = ({ cases }: PlaceNameBook, given: Given): PlaceNameSheet => {
  const approved = cases.flatMap(({ words, file }) => words.map(({ item }) => file.items.find(({ id }) => id === item)?.kind ?? ''))
  const rows = placeKindEntries.map(({ kind, title }) => ({ title: title.zh, values: [approved.filter((one) => one === kind).length] }))
  const sum = rows.reduce((total, { values: [value = 0] }) => total + value, 0)
  return {
    ...head(given), tables: [{ title: '批准地名（按类别）', unit: '个', columns: [{ title: '数量', unit: '个' }], rows: [...rows, { title: '合计', values: [approved.length] }], identities: [{ line: `各类之和 ${String(sum)} = 合计 ${String(approved.length)}`, holds: sum === approved.length }] }],
    rates: [],
  }
}

const reportSheet = (found: PlaceNameBook, given: Given): PlaceNameReportSheet => {
  const decided = found.cases.filter(({ decision }) => decision !== null).slice(0, 6)
  const cards = decided.map((folded) => ({ folded, card: cardOf(folded, found, given.today) }))
  const rows = cards.flatMap(({ card }) => card.rows)
  const of = (state: string, list = rows): number => list.filter((row) => row.state === state).length
  return {
    ...head(given), cases: cards.length, passed: of('pass') + of('attested'), examined: rows.length - of('notApplicable'), failed: of('fail'), unanswered: of('open'),
    rules: [...Map.groupBy(rows, ({ code }) => code)].map(([code, own]) => ({ code, title: own[0]?.title.zh ?? '', law: own[0]?.law.zh ?? '', pass: of('pass', own), fail: of('fail', own), attested: of('attested', own), notApplicable: of('notApplicable', own), open: of('open', own) })),
    failing: cards.slice(0, 2).map(({ folded, card }) => ({ title: folded.file.title, document: folded.decision?.document ?? '', decidedOn: folded.decision?.day ?? '', rows: card.rows.filter(({ state }) => state === 'fail' || state === 'open').slice(0, 8).map(({ code, name, title, state, message }) => ({ code, name, title: title.zh, state, message: message?.zh ?? '' })) })),
  }
}

/** What a specimen of a paper on place names is drawn from; undefined where the sample has nothing it could be made of. */
export const placeNameSpecimen = async (found: PlaceNameBook, paper: string, given: Given): Promise<{ readonly record: object } | { readonly sheet: object } | undefined> => {
  if (paper === 'place-names.tables') return { sheet: tablesSheet(found, given) }
  if (paper === 'place-names.complianceReport') return { sheet: reportSheet(found, given) }
  const records: readonly (PlaceNameRecord | PlateRecord | ProofRecord | IrregularRecord | BoundaryRecord)[] = isPlatePaper(paper) ? found.books.map((one) => plateRecord(paper, one, found))
    : paper === 'place-names.proof' ? found.proofs.map(({ body, by }): ProofRecord => ({ body, withdrawnOn: '', officeName: sampleOfficeName, registrarName: given.nameOf(by), sample: true }))
    : paper === 'place-names.rectification' ? found.irregular.map((irregular): IrregularRecord => ({ irregular, number: irregular.notices.at(-1)?.number ?? '', officeName: sampleOfficeName, sample: true }))
    : paper === 'place-names.boundaryInspection' ? found.boundaries.map((line): BoundaryRecord => ({ line, report: line.inspections.at(-1)?.report ?? '', officeName: sampleOfficeName, sample: true }))
    // Decided ones first: they have the most to show.
    : found.cases.toSorted((a, b) => Number(b.decision !== null) - Number(a.decision !== null)).map((folded) => caseRecord(folded, paper, found, given))
  const record = await firstOf(paper, records)
  return record === undefined ? undefined : { record }
}
