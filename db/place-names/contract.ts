import type { BoundaryLine } from '../../domain/place-names/boundaries/line.ts'
import type { BoundaryPlan } from '../../domain/place-names/boundaries/actions.ts'
import type { PlaceNameState } from '../../domain/place-names/case/codes.ts'
import type { NameStanding } from '../../domain/place-names/gazetteer/actions.ts'
import type { GeoEntity } from '../../domain/place-names/gazetteer/entity.ts'
import type { Box, GeometryForm } from '../../domain/place-names/gazetteer/geometry.ts'
import type { IrregularName } from '../../domain/place-names/irregular/irregular.ts'
import type { PlaceKind } from '../../domain/place-names/kinds.ts'
import type { NameAct, NameKeys, Neighbour } from '../../domain/place-names/names/index.ts'
import type { NamePlan } from '../../domain/place-names/plans/plan.ts'
import type { AddressActionOf } from '../../domain/place-names/plates/actions.ts'
import type { PlateBook } from '../../domain/place-names/plates/book.ts'
import type { PlaceNameProfileAction } from '../../domain/place-names/profile.ts'
import type { PlaceNameUnit } from '../../domain/place-names/statistics/counts.ts'
import type { Kept, Page } from '../contract.ts'

/** One line of the list of cases. */
export interface PlaceNameRow {
  readonly id: string; readonly revision: number; readonly state: PlaceNameState; readonly source: 'application' | 'consultation'
  readonly title: string; readonly applicant: string; readonly receivedOn: string; readonly openedAt: string
  /** Number of the acceptance slip and of the document that decided; empty before. */
  readonly slip: string; readonly document: string; readonly decidedOn: string; readonly approver: string
  readonly names: readonly string[]; readonly acts: readonly NameAct[]; readonly kinds: readonly PlaceKind[]; readonly approved: number; readonly refused: number
  readonly filed: boolean; readonly noticed: boolean; readonly entered: number; readonly signed: number; readonly registrar: string; readonly counter: string
}
export interface PlaceNameFilter {
  readonly state?: readonly PlaceNameState[]; readonly act?: NameAct; readonly kind?: PlaceKind; readonly source?: 'application' | 'consultation'
  /** Words of a name, the title, the applicant or a document number. */
  readonly text?: string
  /** By the day of the receipt, and by that of the decision. */
  readonly from?: string; readonly to?: string; readonly decidedFrom?: string; readonly decidedTo?: string
  /** Only cases with a counted line in this cell, counted within from–to. */
  readonly cell?: string; readonly counter?: string; readonly after?: string; readonly limit?: number
}

/** A name of the gazetteer as lists and hits show it, with its entity. */
export interface GazetteerRow {
  readonly entityId: string; readonly nameId: string; readonly revision: number; readonly name: string; readonly text: string; readonly sign: string; readonly standing: NameStanding
  readonly kind: PlaceKind; readonly removed: boolean; readonly township: string; readonly village: string; readonly builtUpArea: string; readonly county: string; readonly from: string; readonly to: string; readonly document: string
  readonly form: GeometryForm | ''; readonly lengthMetres: number | null; readonly protected: boolean; readonly code: string; readonly secrecy: '' | 'internal' | 'secret'
}
export interface GazetteerFilter {
  /** Characters of a name, or its pinyin without tones and spaces; matched from the beginning of the name, then anywhere. */
  readonly text?: string
  readonly kind?: PlaceKind; readonly standing?: NameStanding; readonly township?: string; readonly builtUpArea?: string; readonly protected?: boolean; readonly removed?: boolean
  readonly noGeometry?: boolean; readonly noCode?: boolean; readonly after?: string; readonly limit?: number
}

/** A name in the map's window with its geometry as stored; `name` is the standard one, or the last. */
export interface MapRow { readonly entityId: string; readonly name: string; readonly kind: PlaceKind; readonly removed: boolean; readonly geometry: GeoEntity['geometry'] }

/** What is looked up for a typed name: the keys of the whole name and of its specific part; the house judges what the index finds. */
export interface NeighbourQuery { readonly keys: { readonly whole: NameKeys; readonly specific: NameKeys }; readonly compare: 'whole' | 'specific'; readonly kind: PlaceKind | ''; readonly acrossKinds: boolean; readonly exceptCase?: string; readonly limit?: number }

export interface PlateRowKept { readonly entityId: string; readonly name: string; readonly township: string; readonly revision: number; readonly current: number; readonly reserved: number; readonly cancelled: number; readonly made: number; readonly mounted: number; readonly confirmed: number }
export interface ProofRow { readonly number: string; readonly day: string; readonly body: AddressActionOf<'address.proved'>['body']; readonly withdrawn: AddressActionOf<'address.withdrawn'>['body'] | null; readonly at: string; readonly by: string }

/** A counted line: what became of the counts by one act; a correction, or something undone, is a further line with −1. `day` is the day it happened, `enteredOn` that of its entry. */
export interface PlaceNameCount { readonly seq: number; readonly n: number; readonly day: string; readonly enteredOn: string; readonly unit: PlaceNameUnit; readonly value: 1 | -1; readonly cells: readonly string[]; readonly subject: string; readonly item: string; readonly name: string }

/** What the rest of the house may ask of the place-name window's part of the register; inside a transaction it sees its own writes. */
export interface PlaceNameReads {
  // cases
  get(id: string): Promise<PlaceNameRow>
  cases(filter: PlaceNameFilter): Promise<Page<PlaceNameRow>>
  count(filter: PlaceNameFilter): Promise<number>
  inWork(): Promise<readonly { readonly state: PlaceNameState; readonly count: number }[]>
  /** Cases whose work is not over: their clocks run. */
  running(limit: number): Promise<readonly PlaceNameRow[]>
  /** Cases decided, or received, within days, for the report; all of them, by day. */
  casesBetween(by: 'received' | 'decided', period: { readonly from: string; readonly to: string }): Promise<readonly PlaceNameRow[]>
  /** The highest serial of an agency's code in a year, and who bears a number. */
  lastDocument(agency: string, year: number, withWord: boolean): Promise<number>
  casesWithDocument(number: string): Promise<readonly string[]>
  /** Every number of the register in a year, for gaps and repeats. */
  documents(year: number): Promise<readonly { readonly number: string; readonly paper: string; readonly subject: string; readonly day: string }[]>
  // names
  /** Names of the gazetteer and of open applications that may clash, the nearest relation first; of a removed entity its names with status `removed`. */
  neighbours(query: NeighbourQuery): Promise<readonly Neighbour[]>
  /** Standard names of a town or built-up area, for facilities that take the local name. */
  localNames(area: { readonly county: string; readonly builtUpArea: string; readonly township: string }, limit: number): Promise<readonly string[]>
  // gazetteer
  findEntity(id: string): Promise<Kept<GeoEntity> | undefined>
  names(filter: GazetteerFilter): Promise<Page<GazetteerRow>>
  countNames(filter: GazetteerFilter): Promise<number>
  /** Those of the names asked for that are standard names in use, with kind, township and the day from which. */
  standardNames(names: readonly string[]): Promise<readonly { readonly name: string; readonly kind: PlaceKind; readonly township: string; readonly from: string }[]>
  /** Sums for the gazetteer's first page. */
  nameSums(): Promise<{ readonly entities: number; readonly names: number; readonly byKind: readonly { readonly kind: PlaceKind; readonly count: number }[]; readonly byTownship: readonly { readonly township: string; readonly count: number }[]; readonly byStanding: readonly { readonly standing: NameStanding; readonly count: number }[] }>
  /** Entities whose box meets the window of the map, largest first, at most `limit`; `more` when there are further ones. */
  map(window: { readonly box: Box; readonly kinds?: readonly PlaceKind[]; readonly removed?: boolean; readonly limit: number }): Promise<{ readonly rows: readonly MapRow[]; readonly more: boolean }>
  /** The box around everything that has a geometry; undefined when nothing has. */
  extent(): Promise<Box | undefined>
  /** Entities in the order of their ids, for exports: whole folds, so many at a time. */
  entities(filter: { readonly kind?: PlaceKind; readonly township?: string; readonly ids?: readonly string[]; readonly after?: string; readonly limit: number }): Promise<Page<GeoEntity>>
  /** How many entities an export would hold, and how many of them are secret. */
  countEntities(filter: { readonly kind?: PlaceKind; readonly township?: string; readonly ids?: readonly string[] }): Promise<{ readonly count: number; readonly secret: number }>
  protectedEntities(): Promise<readonly GeoEntity[]>
  /** Entities that a case made or touched. */
  entitiesOfCase(caseId: string): Promise<readonly { readonly itemId: string; readonly entity: GeoEntity }[]>
  // plates and addresses
  findBook(entityId: string): Promise<Kept<PlateBook> | undefined>
  books(filter: { readonly text?: string; readonly township?: string; readonly after?: string; readonly limit?: number }): Promise<Page<PlateRowKept>>
  proofs(filter: { readonly text?: string; readonly from?: string; readonly to?: string; readonly entityId?: string; readonly after?: string; readonly limit?: number }): Promise<Page<ProofRow>>
  findProof(number: string): Promise<ProofRow | undefined>
  // boundaries, plans, irregular names, profile
  boundaries(): Promise<readonly Kept<BoundaryLine>[]>
  findBoundary(id: string): Promise<Kept<BoundaryLine> | undefined>
  boundaryPlan(year: number): Promise<BoundaryPlan | undefined>
  plans(): Promise<readonly Kept<NamePlan>[]>
  irregular(filter: { readonly open?: boolean; readonly from?: string; readonly to?: string }): Promise<readonly Kept<IrregularName>[]>
  findIrregular(id: string): Promise<Kept<IrregularName> | undefined>
  /** Every version of the local profile, the same objects until another is set (`nameSettingsOf` keeps what it made by object). */
  profiles(): Promise<readonly (PlaceNameProfileAction['body'] & { readonly at: string; readonly by: string; readonly reason: string; readonly second: string })[]>
  // counts
  /** Sums of every cell below the prefixes (a prefix ending in a dot takes all below it) within days, both in it, by the day it happened. */
  sums(prefixes: readonly string[], period: { readonly from: string; readonly to: string }): Promise<ReadonlyMap<string, number>>
  sumsByMonth(prefixes: readonly string[], period: { readonly from: string; readonly to: string }): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>
  lines(cells: readonly string[], period: { readonly from: string; readonly to: string }, page: { readonly after?: string; readonly limit?: number }): Promise<Page<PlaceNameCount> & { readonly count: number; readonly value: number }>
}
