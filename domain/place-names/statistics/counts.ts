import { inCell } from '../../statistics/counted.ts'
import type { BoundaryLine } from '../boundaries/line.ts'
import type { BoundaryPlan } from '../boundaries/actions.ts'
import type { PlaceNameCase } from '../case/fold.ts'
import type { GeoEntity } from '../gazetteer/entity.ts'
import type { IrregularName } from '../irregular/irregular.ts'
import type { NamePlan } from '../plans/plan.ts'
import type { AddressAction } from '../plates/actions.ts'
import type { PlateBook } from '../plates/book.ts'

export type PlaceNameUnit = '件' | '个' | '块' | '份' | '条' | '次'

/** One thing that counts, on a day, under its cells; the list behind a number is the lines that hold its cell. What is undone, and what a correction takes back, is a line of −1. */
export interface PlaceNameLine {
  readonly day: string
  readonly unit: PlaceNameUnit
  readonly value: 1 | -1
  readonly cells: readonly string[]
  /** Case, street, line or proof, with the item in it. */
  readonly subject: string
  readonly item: string
}

type Parts = Readonly<Record<string, string>>
/** What a part of a cell is called when nobody filled it in. */
export const unstated = 'unstated'
const partOf = (part: string | undefined): string => (part === undefined || part.trim() === '' ? unstated : inCell(part))

/** Makes a line: each cell counts once, and again under each of its parts. */
const line = (day: string, unit: PlaceNameUnit, head: string, parts: Parts, subject: string, item = '', value: 1 | -1 = 1): PlaceNameLine => ({ day, unit, value, subject, item, cells: [`${head}.total`, ...Object.entries(parts).map(([axis, part]) => `${head}.${axis}.${partOf(part)}`)] })
/** A line of a name by act, kind and town, and by its act within each kind and town. */
const crossed = (day: string, head: string, parts: Parts, subject: string, item: string): PlaceNameLine => {
  const given = line(day, '个', head, parts, subject, item)
  return { ...given, cells: [...given.cells, ...([['actKind', 'kind'], ['actTown', 'town']] as const).map(([axis, part]) => `${head}.${axis}.${partOf(parts.act)}.${partOf(parts[part])}`)] }
}

/** What a case counts for: applications by their outcome, names by act, kind and town, filings, notices, entries and signs. */
export const linesOfCase = (folded: PlaceNameCase): readonly PlaceNameLine[] => {
  const { id, file, decision } = folded
  const lines: PlaceNameLine[] = [line(folded.receivedOn, '件', 'application.received', { source: file.source }, id)]
  if (folded.supplement !== null) lines.push(line(folded.supplement.day, '件', 'application.returned', {}, id))
  if (folded.accepted !== null) lines.push(line(folded.accepted.day, '件', 'application.accepted', { source: file.source }, id))
  if (folded.notAccepted !== null) lines.push(line(folded.notAccepted.day, '件', 'application.notAccepted', {}, id))
  if (folded.withdrawn !== null) lines.push(line(folded.withdrawn.day, '件', 'application.withdrawn', { after: folded.accepted === null ? 'receipt' : 'acceptance' }, id))
  if (decision !== null) lines.push(line(decision.day, '件', 'application.decided', { outcome: folded.words.length === 0 ? 'refused' : 'approved' }, id))
  if (folded.opinion !== null) lines.push(line(folded.opinion.day, '件', 'opinion', {}, id))
  const items = new Map(file.items.map((item) => [item.id, item]))
  const partsOf = (itemId: string): Parts => { const item = items.get(itemId); return { act: item?.act ?? '', kind: item?.kind ?? '', town: item?.township ?? '' } }
  for (const { day, item } of folded.provisional) lines.push(line(day, '个', 'name.provisional', partsOf(item), id, item))
  for (const { item, outcome } of decision?.decisions ?? []) lines.push(outcome === 'approved' ? crossed(decision?.day ?? '', 'name.approved', partsOf(item), id, item) : line(decision?.day ?? '', '个', 'name.refused', partsOf(item), id, item))
  // Every attempt to file is one; a name counts as filed by the last, unless that was sent back.
  for (const { arrived, outcome } of folded.filings) lines.push(line(arrived, '件', 'filing', { outcome }, id))
  const filed = folded.filings.at(-1)
  if (filed !== undefined && (filed.outcome === 'submitted' || filed.outcome === 'filed')) for (const item of new Set(filed.body.items)) lines.push(line(filed.arrived, '个', 'name.filed', partsOf(item), id, item))
  for (const { day } of folded.notices) lines.push(line(day, '件', 'notice', {}, id))
  const published = new Set<string>()
  for (const { day, words } of folded.notices.toSorted((a, b) => (a.day < b.day ? -1 : 1))) for (const { item } of words) {
    if (published.has(item)) continue
    published.add(item)
    lines.push(line(day, '个', 'name.published', partsOf(item), id, item))
  }
  for (const { day, item } of folded.entries) lines.push(line(day, '个', 'name.entered', partsOf(item), id, item))
  for (const { set, item, defects } of folded.signs) {
    lines.push(line(set.day, '块', 'sign.set', partsOf(item), id, item))
    for (const { day, defect, mendedOn } of defects) {
      lines.push(line(day, '块', 'sign.faulty', { defect }, id, item))
      if (mendedOn !== '') lines.push(line(mendedOn, '块', 'sign.mended', { defect }, id, item))
    }
  }
  return lines
}

/** Numbers given out, plates made and mounted; a cancelled number is a line of −1 on its day, a plate made anew is one more. */
export const linesOfPlates = (book: PlateBook): readonly PlaceNameLine[] => book.plates.flatMap((plate): readonly PlaceNameLine[] => {
  const parts = { type: plate.type }
  const of = (day: string, unit: PlaceNameUnit, head: string, value: 1 | -1 = 1, item = plate.key): PlaceNameLine => line(day, unit, head, parts, book.id, item, value)
  return [
    ...(plate.standing === 'reserved' || (plate.state === 'reserved') ? [] : [of(plate.since, '个', 'plate.numbered')]),
    ...(plate.standing === 'cancelled' && plate.state === 'assigned' ? [of(plate.until, '个', 'plate.numbered', -1), of(plate.until, '个', 'plate.cancelled')] : []),
    ...[...plate.formerMakings, { made: plate.made, mounted: plate.mounted }].flatMap(({ made, mounted }) => [
      ...(made === null ? [] : [of(made.day, '块', 'plate.made')]), ...(mounted === null ? [] : [of(mounted.day, '块', 'plate.mounted')]),
    ]),
    ...(plate.confirmed === null ? [] : [of(plate.confirmed.day, '份', 'plate.confirmed')]),
  ]
})

/** Address proofs issued; a withdrawn one counts back on its day. */
export const linesOfProofs = (actions: Iterable<AddressAction>): readonly PlaceNameLine[] => [...actions].flatMap((action) => (action.kind === 'address.proved'
  ? [line(action.body.day, '份', 'proof', {}, action.subject), line(action.body.day, '份', 'proof.issued', {}, action.subject)]
  : [line(action.body.day, '份', 'proof', {}, action.subject, '', -1), line(action.body.day, '份', 'proof.withdrawn', {}, action.subject)]))

/** Boundaries inspected, by level, kind and result, with the results filed and the markers mended. */
export const linesOfBoundary = (boundary: BoundaryLine): readonly PlaceNameLine[] => [
  ...boundary.inspections.map(({ day, kind, result, report }) => line(day, '条', 'boundary.inspected', { kind, result, level: boundary.facts.level }, boundary.id, report)),
  ...boundary.inspections.flatMap(({ filed, report }) => (filed === null ? [] : [line(filed.day, '条', 'boundary.filed', {}, boundary.id, report)])),
  ...boundary.mended.map(({ day, how, marker }) => line(day, '个', 'marker.mended', { how }, boundary.id, marker)),
]

/** Inspections planned for a year, each on the day by which it is to be done; `subject` is that of the plan. */
export const linesOfBoundaryPlan = (subject: string, plan: BoundaryPlan): readonly PlaceNameLine[] => plan.lines.map(({ line: boundary, by }) => line(by, '条', 'boundary.planned', {}, subject, boundary))

/** Entries on the protection list: one more on the day it is listed, one less on the day it is taken off. */
export const linesOfProtection = (entity: GeoEntity): readonly PlaceNameLine[] => {
  const parts = { kind: entity.facts.kind }
  return [
    ...entity.formerProtections.flatMap(({ day, until }, index) => [line(day, '个', 'protected', parts, entity.id, String(index + 1)), line(until, '个', 'protected', parts, entity.id, String(index + 1), -1)]),
    ...(entity.protection === null ? [] : [line(entity.protection.day, '个', 'protected', parts, entity.id, String(entity.formerProtections.length + 1))]),
  ]
}

/** Irregular names found, told to be put right and settled, by class, source and how. */
export const linesOfIrregular = ({ id, facts, foundOn, notices, interviews, settled }: IrregularName): readonly PlaceNameLine[] => [
  line(foundOn, '个', 'irregular.found', { class: facts.class, source: facts.source }, id),
  ...notices.map(({ day }) => line(day, '份', 'irregular.noticed', {}, id)),
  ...interviews.map(({ day }) => line(day, '次', 'irregular.interviewed', {}, id)),
  ...(settled === null ? [] : [line(settled.day, '个', 'irregular.settled', { class: facts.class, how: settled.how }, id)]),
]

/** Name plans adopted, changed and ended. */
export const linesOfNamePlan = ({ id, adoptedOn, versions, ended }: NamePlan): readonly PlaceNameLine[] => [
  line(adoptedOn, '件', 'plan.adopted', {}, id), ...versions.map(({ until }) => line(until, '件', 'plan.changed', {}, id)), ...(ended === null ? [] : [line(ended.day, '件', 'plan.ended', {}, id)]),
]

const keyOf = ({ day, unit, value, cells, subject, item }: PlaceNameLine): string => [day, unit, value, subject, item, ...cells].join('\n')

/** What an entry changes in the counts: each line there was before and is no more with the opposite sign, on the day it counted, then each new line. Lines that stay are left alone. */
export const changeOfLines = (before: readonly PlaceNameLine[], after: readonly PlaceNameLine[]): readonly PlaceNameLine[] => {
  const left = new Map<string, PlaceNameLine[]>()
  for (const given of before) { const key = keyOf(given); const same = left.get(key); if (same === undefined) left.set(key, [given]); else same.push(given) }
  const added = after.filter((given) => left.get(keyOf(given))?.pop() === undefined)
  return [...[...left.values()].flat().map((given): PlaceNameLine => ({ ...given, value: given.value === 1 ? -1 : 1 })), ...added]
}

/** Sums of the lines within days (both in it), by cell. */
export const tallyLines = (lines: Iterable<PlaceNameLine>, from: string, to: string): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { day, value, cells } of lines) if (from <= day && day <= to) for (const cell of cells) sums.set(cell, (sums.get(cell) ?? 0) + value)
  return sums
}

/** The lines behind a number. */
export const linesBehind = (lines: Iterable<PlaceNameLine>, cell: string, from: string, to: string): readonly PlaceNameLine[] => [...lines].filter(({ day, cells }) => from <= day && day <= to && cells.includes(cell))
