import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { BoundaryLine } from '../boundaries/line.ts'
import type { PlaceNameCase } from '../case/fold.ts'
import type { AddressAction } from '../plates/actions.ts'
import type { PlateBook } from '../plates/book.ts'
import type { GeoEntity } from '../gazetteer/entity.ts'

export type PlaceNameUnit = '件' | '个' | '块' | '份' | '条'

/** One thing that counts, on a day, under its cells; the list behind a number is the lines that hold its cell. A correction or cancellation is a line of −1. */
export interface PlaceNameLine {
  readonly day: string
  readonly unit: PlaceNameUnit
  readonly value: 1 | -1
  readonly cells: readonly string[]
  /** Case, street, line or proof, with the item in it. */
  readonly subject: string
  readonly item: string
}

/** Makes a line: each cell counts once, and again under each of its parts. */
const line = (day: string, unit: PlaceNameUnit, head: string, parts: Readonly<Record<string, string>>, subject: string, item = '', value: 1 | -1 = 1): PlaceNameLine => ({ day, unit, value, subject, item, cells: [`${head}.total`, ...Object.entries(parts).map(([axis, part]) => `${head}.${axis}.${part === '' ? 'unstated' : part}`)] })

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
  const partsOf = (itemId: string): Readonly<Record<string, string>> => { const item = file.items.find((one) => one.id === itemId); return { act: item?.act ?? '', kind: item?.kind ?? '', town: item?.township ?? '' } }
  for (const { day, item } of folded.provisional) lines.push(line(day, '个', 'name.provisional', partsOf(item), id, item))
  for (const { item, outcome } of decision?.decisions ?? []) lines.push(line(decision?.day ?? '', '个', outcome === 'approved' ? 'name.approved' : 'name.refused', partsOf(item), id, item))
  const filed = folded.filings.at(-1)
  if (filed !== undefined && (filed.outcome === 'submitted' || filed.outcome === 'filed')) for (const item of filed.body.items) lines.push(line(filed.arrived, '个', 'name.filed', partsOf(item), id, item))
  const published = new Set<string>()
  for (const { day, words } of folded.notices.toSorted((a, b) => (a.day < b.day ? -1 : 1))) for (const { item } of words) {
    if (published.has(item)) continue
    published.add(item)
    lines.push(line(day, '个', 'name.published', partsOf(item), id, item))
  }
  for (const { day, item } of folded.entries) lines.push(line(day, '个', 'name.entered', partsOf(item), id, item))
  for (const { set, item } of folded.signs) lines.push(line(set.day, '块', 'sign.set', partsOf(item), id, item))
  for (const { item, defects } of folded.signs) for (const { day, defect, mendedOn } of defects) {
    lines.push(line(day, '块', 'sign.faulty', { defect }, id, item))
    if (mendedOn !== '') lines.push(line(mendedOn, '块', 'sign.mended', { defect }, id, item))
  }
  return lines
}

/** Numbers given out, plates made and mounted; a cancelled number is a line of −1 on its day. */
export const linesOfPlates = (book: PlateBook): readonly PlaceNameLine[] => book.plates.flatMap((plate): readonly PlaceNameLine[] => {
  const parts = { type: plate.type }
  return [
    ...(plate.standing === 'reserved' || (plate.state === 'reserved') ? [] : [line(plate.since, '个', 'plate.numbered', parts, book.id, plate.key)]),
    ...(plate.standing === 'cancelled' && plate.state === 'assigned' ? [line(plate.until, '个', 'plate.numbered', parts, book.id, plate.key, -1), line(plate.until, '个', 'plate.cancelled', parts, book.id, plate.key)] : []),
    ...(plate.made === null ? [] : [line(plate.made.day, '块', 'plate.made', parts, book.id, plate.key)]),
    ...(plate.mounted === null ? [] : [line(plate.mounted.day, '块', 'plate.mounted', parts, book.id, plate.key)]),
    ...(plate.confirmed === null ? [] : [line(plate.confirmed.day, '份', 'plate.confirmed', parts, book.id, plate.key)]),
  ]
})

/** Address proofs issued; a withdrawn one counts back on its day. */
export const linesOfProofs = (actions: Iterable<AddressAction>): readonly PlaceNameLine[] => [...actions].map((action) => line(action.body.day, '份', 'proof', {}, action.subject, '', action.kind === 'address.proved' ? 1 : -1))

/** Boundaries inspected, by level and result. */
export const linesOfBoundary = (boundary: BoundaryLine): readonly PlaceNameLine[] => [
  ...boundary.inspections.map(({ day, kind, result }) => line(day, '条', 'boundary.inspected', { kind, result, level: boundary.facts.level }, boundary.id)),
  ...boundary.mended.map(({ day, how }) => line(day, '个', 'marker.mended', { how }, boundary.id)),
]

/** Entries on the protection list as they stand. */
export const linesOfProtection = (entity: GeoEntity): readonly PlaceNameLine[] => [...entity.formerProtections, ...(entity.protection === null ? [] : [entity.protection])].map(({ day }) => line(day, '个', 'protected', { kind: entity.facts.kind }, entity.id))

/** Sums of the lines within days (both in it), by cell. */
export const tallyLines = (lines: Iterable<PlaceNameLine>, from: string, to: string): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const { day, value, cells } of lines) if (from <= day && day <= to) for (const cell of cells) sums.set(cell, (sums.get(cell) ?? 0) + value)
  return sums
}

/** The lines behind a number. */
export const linesBehind = (lines: Iterable<PlaceNameLine>, cell: string, from: string, to: string): readonly PlaceNameLine[] => [...lines].filter(({ day, cells }) => from <= day && day <= to && cells.includes(cell))

/** A check of the counts: both sides as cells; a cell that ends in `*` takes all below it. `standing` identities hold from the beginning to a day. */
export interface PlaceNameIdentity { readonly id: string; readonly name: Text; readonly unit: PlaceNameUnit; readonly scope: 'period' | 'standing'; readonly relation: '=' | '≤'; readonly left: readonly string[]; readonly right: readonly string[] }
type Row = readonly [id: string, zh: string, en: string, unit: PlaceNameUnit, left: readonly string[], right: readonly string[], scope?: 'period' | 'standing', relation?: '=' | '≤']
const axes = (['name.approved', 'name.refused', 'name.filed', 'name.published', 'name.entered'] as const).flatMap((head) => (['act', 'kind', 'town'] as const).map((axis): Row => [`${head}.${axis}`, `${head === 'name.approved' ? '批准' : head === 'name.refused' ? '不予批准' : head === 'name.filed' ? '备案' : head === 'name.published' ? '公告' : '录入'}地名 = 各${axis === 'act' ? '事项' : axis === 'kind' ? '类别' : '乡镇'}之和`, `${head} = sum by ${axis}`, '个', [`${head}.total`], [`${head}.${axis}.*`]]))

/** The identities of the counts. */
export const placeNameIdentities: readonly PlaceNameIdentity[] = ([
  ...axes,
  ['applications.decided', '办结 = 批准 + 不予批准', 'decided = approved + refused', '件', ['application.decided.total'], ['application.decided.outcome.*']],
  ['applications.accepted', '受理 + 不予受理 + 受理前撤回 ≤ 收件（截至期末）', 'accepted + not accepted + withdrawn before ≤ received (at the end)', '件', ['application.accepted.total', 'application.notAccepted.total', 'application.withdrawn.after.receipt'], ['application.received.total'], 'standing', '≤'],
  ['applications.ended', '办结 + 受理后撤回 ≤ 受理（截至期末）', 'decided + withdrawn later ≤ accepted (at the end)', '件', ['application.decided.total', 'application.withdrawn.after.acceptance'], ['application.accepted.total'], 'standing', '≤'],
  ['names.filed', '备案地名 ≤ 批准地名（截至期末）', 'filed ≤ approved (at the end)', '个', ['name.filed.total'], ['name.approved.total'], 'standing', '≤'],
  ['names.published', '公告地名 ≤ 批准地名（截至期末）', 'published ≤ approved (at the end)', '个', ['name.published.total'], ['name.approved.total'], 'standing', '≤'],
  ['names.entered', '录入地名 ≤ 批准地名（截至期末）', 'entered ≤ approved (at the end)', '个', ['name.entered.total'], ['name.approved.total'], 'standing', '≤'],
  ['signs.mended', '整改标志 ≤ 发现问题（截至期末）', 'signs mended ≤ faults found (at the end)', '块', ['sign.mended.total'], ['sign.faulty.total'], 'standing', '≤'],
  ['plates.mounted', '安装门楼牌 ≤ 制作（截至期末）', 'mounted ≤ made (at the end)', '块', ['plate.mounted.total'], ['plate.made.total'], 'standing', '≤'],
  ['boundaries.results', '联检 = 各结果之和', 'inspected = sum over results', '条', ['boundary.inspected.total'], ['boundary.inspected.result.*']],
  ['boundaries.levels', '联检 = 各级界线之和', 'inspected = sum over levels', '条', ['boundary.inspected.total'], ['boundary.inspected.level.*']],
] satisfies readonly Row[]).map(([id, zh, en, unit, left, right, scope = 'period', relation = '=']: Row) => ({ id, name: text(zh, en), unit, scope, relation, left, right }))

const sumOf = (sums: ReadonlyMap<string, number>, cells: readonly string[]): number => cells.reduce((total, cell) => total + (cell.endsWith('*') ? [...sums].filter(([key]) => key.startsWith(cell.slice(0, -1))).reduce((part, [, value]) => part + value, 0) : (sums.get(cell) ?? 0)), 0)

/** Every identity over the lines of a period: both sides and whether it holds. */
export const checkIdentities = (lines: readonly PlaceNameLine[], from: string, to: string): readonly { readonly identity: PlaceNameIdentity; readonly left: number; readonly right: number; readonly holds: boolean }[] => {
  const period = tallyLines(lines, from, to)
  const standing = tallyLines(lines, '0000-00-00', to)
  return placeNameIdentities.map((identity) => {
    const sums = identity.scope === 'period' ? period : standing
    const [left, right] = [sumOf(sums, identity.left), sumOf(sums, identity.right)]
    return { identity, left, right, holds: identity.relation === '=' ? left === right : left <= right }
  })
}
