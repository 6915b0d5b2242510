import type { CivilDate } from '../dates.ts'
import { fullYears, isCivilDate } from '../dates.ts'
import { ageBands, differenceBands, durationBands, findBand } from './bands.ts'
import { findEducationColumn, findMarriageOrder, findOccupationGroup, findReasonColumn, findResidenceGroup, hasMainlandWoman } from './groups.ts'

/** 对 couples, 人 persons, 件 cases, 本 booklets: never mixed in a table. */
export const units = ['对', '人', '件', '本'] as const
export type Unit = (typeof units)[number]

/** The columns of a registered couple that statistics look at; man first. */
export interface CoupleRow {
  readonly day: string
  readonly office: string
  readonly kinds: readonly [string, string]
  /** Full years on the day of registration. */
  readonly ages: readonly [number, number]
  readonly education: readonly [string, string]
  readonly occupation: readonly [string, string]
}
export interface MarriageRow extends CoupleRow {
  readonly kind: string
  /** GB/T 2261.2 before the registration. */
  readonly statuses: readonly [string, string]
}
export interface DivorceRow extends CoupleRow {
  readonly marriageDay: string
  readonly reason: string
}
export interface ReissueRow {
  readonly day: string
  readonly certificate: 'marriage' | 'divorce'
  /** First registered at this office. */
  readonly local: boolean
  readonly proxied: boolean
  readonly booklets: number
}
/** What an accepted application came to, as it stands on the day asked about. */
export type ApplicationEnd = 'withdrawn' | 'lapsed' | 'registered' | 'refused' | 'open'

/** What an accepted application came to, by where its case stands on the day; a registration that was voided afterwards is still what it came to. */
export const applicationEndOf = (standing: string): ApplicationEnd => {
  switch (standing) {
    case 'withdrawn':
    case 'lapsed':
    case 'refused':
      return standing
    case 'registered':
    case 'proofread':
    case 'delivered':
    case 'voided':
      return 'registered'
    default:
      return 'open'
  }
}

const sexes = ['man', 'woman'] as const
const put = (cells: string[], table: string, column: string | undefined): void => {
  // A record that fits no column is left out of it: the identities then say which.
  if (column !== undefined) cells.push(`${table}.${column}`)
}

const coupleCells = (window: 'marriage' | 'divorce', row: CoupleRow): string[] => {
  const cells = [`${window}.total`, `${window}.month.${row.day.slice(5, 7)}`, `${window}.day.${row.day}`, `${window}.office.${row.office}`]
  const residence = findResidenceGroup(row.kinds)
  put(cells, `${window}.residence`, residence)
  if (residence !== undefined && residence !== 'mainland' && hasMainlandWoman(row.kinds)) put(cells, `${window}.mainlandWoman`, residence)
  sexes.forEach((sex, index) => {
    put(cells, `${window}.age.${sex}`, findBand(ageBands, row.ages[index] as number)?.id)
    put(cells, `${window}.education`, findEducationColumn(row.education[index] as string))
    put(cells, `${window}.occupation`, findOccupationGroup(row.occupation[index] as string))
  })
  put(cells, `${window}.difference`, findBand(differenceBands, Math.abs(row.ages[0] - row.ages[1]))?.id)
  return cells
}

/** Every cell in which a registered marriage counts, once for each time it does; the cases behind a number are those whose cells hold it. */
export const cellsOfMarriage = (row: MarriageRow): readonly string[] => {
  const cells = coupleCells('marriage', row)
  sexes.forEach((sex, index) => {
    const order = findMarriageOrder(row.statuses[index] as string)
    put(cells, `marriage.${order ?? ''}`, order === undefined ? undefined : sex)
    if (order === 'again') put(cells, `marriage.againAge.${sex}`, findBand(ageBands, row.ages[index] as number)?.id)
  })
  if (row.kind === 'remarriage') cells.push('marriage.former', 'marriage.former')
  return cells
}

/** Full years a marriage lasted, or undefined when its day is not known or lies after the divorce. */
export const findDuration = (marriageDay: string, divorceDay: string): number | undefined =>
  isCivilDate(marriageDay) && isCivilDate(divorceDay) && marriageDay <= divorceDay ? fullYears(marriageDay as CivilDate, divorceDay as CivilDate, 'feb28') : undefined

/** Every cell in which a registered divorce counts. */
export const cellsOfDivorce = (row: DivorceRow): readonly string[] => {
  const cells = coupleCells('divorce', row)
  const years = findDuration(row.marriageDay, row.day)
  put(cells, 'divorce.duration', years === undefined ? undefined : findBand(durationBands, years)?.id)
  put(cells, 'divorce.reason', findReasonColumn(row.reason))
  return cells
}

/** Every cell in which a reissue counts; booklets are counted in 本. */
export const cellsOfReissue = (row: ReissueRow): readonly string[] => {
  const place = row.local ? 'local' : 'elsewhere'
  return ['reissue.total', `reissue.certificate.${row.certificate}`, `reissue.place.${place}`, ...(row.proxied ? [`reissue.proxied.${place}`] : []), ...Array.from({ length: row.booklets }, () => 'reissue.booklets')]
}

/** Every cell in which an accepted divorce application counts. */
export const cellsOfApplication = (end: ApplicationEnd): readonly string[] => ['application.accepted', `application.${end}`]

/** Counts by cell. */
export type Counts = ReadonlyMap<string, number>

/** Counts cells. */
export const countCells = (rows: Iterable<readonly string[]>): Counts => {
  const counts = new Map<string, number>()
  for (const cells of rows) for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return counts
}

/** The number in a cell, 0 when nothing fell into it. */
export const countAt = (counts: Counts, cell: string): number => counts.get(cell) ?? 0

/** Sum of all cells whose name begins so and has one part more. */
export const sumOver = (counts: Counts, prefix: string): number => {
  let sum = 0
  for (const [cell, count] of counts) if (cell.startsWith(`${prefix}.`) && !cell.slice(prefix.length + 1).includes('.')) sum += count
  return sum
}

/** The cell in which the end of a marriage counts (撤销登记 is one of the four). */
export const cellsOfEnding = (kind: 'divorced' | 'void' | 'annulled' | 'revoked'): readonly string[] => [`ending.${kind}`]
