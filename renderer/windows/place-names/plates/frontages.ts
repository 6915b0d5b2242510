/** What a clerk enters before a street or estate is numbered: doors by metres and side or by a place on the map, and buildings by their places. */
import type { Args } from '../../../shared/client.ts'
import type { Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { findPlate } from '../../../../domain/place-names/plates/number.ts'
import { readPlace } from '../gazetteer/positions.ts'

export type Side = 'left' | 'right'
/** A door or site in hand; `metres` as typed, empty where its place on the map says it. */
export interface Draft {
  readonly id: string
  readonly metres: string
  readonly side: Side | ''
  readonly use: 'house' | 'emptySite'
  readonly reserve: string
  /** The line of the list (3), or the number that stands (12号), whose further door this is. */
  readonly of: string
  readonly position?: Position
}
export interface BuildingDraft { readonly id: string; readonly position: Position; readonly use: 'building' | 'emptySite' }
type NumberingBody = Args<'previewNumbering'>['body']['numbering']
export type StreetBody = Extract<NumberingBody, { what: 'street' }>

/** What is wrong with a line, and where. */
export type Wrong = { readonly part: 'metres' | 'side' | 'reserve' | 'of' }

/** Names `f1`, `f2` … that neither the list nor the book has yet. */
export const idsAfter = (taken: Iterable<string>, count: number): readonly string[] => {
  let highest = 0
  for (const id of taken) highest = Math.max(highest, Number(/^f(\d+)$/u.exec(id)?.[1] ?? 0))
  return Array.from({ length: count }, (_, index) => `f${String(highest + 1 + index)}`)
}

const plain = (typed: string): string => typed.normalize('NFKC').trim()
/** Metres as typed, with or without their unit; undefined for what is no length from 0 to 1,000 km. */
export const readMetres = (typed: string): number | undefined => {
  const found = /^\d{1,7}(?:\.\d{1,3})?(?=(?:米|m)?$)/iu.exec(plain(typed))
  return found === null || Number(found[0]) > 1e6 ? undefined : Number(found[0])
}
const sides: readonly (readonly [RegExp, Side])[] = [[/^(?:左侧?|左边|l|left)$/iu, 'left'], [/^(?:右侧?|右边|r|right)$/iu, 'right']]
const readSide = (typed: string): Side | undefined => sides.find(([shape]) => shape.test(typed))?.[1]

/** A line as a clerk types it: metres, side, 空 with how many numbers to keep, 附 with whose further door it is (35.5 左 · 48 右 空2 · 50 左 附3); the parts it cannot place are told. */
export const readLine = (typed: string): { readonly draft: Omit<Draft, 'id'> } | { readonly unread: string } => {
  const words = plain(typed).split(/[\s,;、，；\t]+/u).filter((part) => part !== '')
  const glued = words.flatMap((word) => { const found = /^(\d[\d.]*(?:米|m)?)(左侧?|右侧?|[lr])$/iu.exec(word); return found === null ? [word] : [found[1] ?? '', found[2] ?? ''] })
  let draft: Omit<Draft, 'id'> = { metres: '', side: '', use: 'house', reserve: '', of: '' }
  for (const [at, word] of glued.entries()) {
    const side = readSide(word)
    const empty = /^(?:空地?|空宅基地?|e(?:mpty)?)(\d{0,2})$/iu.exec(word)
    const door = /^(?:附|of)(\d{1,6}(?:[-附]\d{1,4})?号?)$/iu.exec(word)
    if (at === 0 && readMetres(word) !== undefined) draft = { ...draft, metres: String(readMetres(word)) }
    else if (side !== undefined) draft = { ...draft, side }
    else if (/^(?:房屋?|户|house|h)$/iu.test(word)) draft = { ...draft, use: 'house' }
    else if (empty !== null) draft = { ...draft, use: 'emptySite', reserve: empty[1] ?? '' }
    else if (door !== null) draft = { ...draft, of: door[1] ?? '' }
    else if (draft.use === 'emptySite' && draft.reserve === '' && /^\d{1,2}$/u.test(word)) draft = { ...draft, reserve: word }
    else return { unread: word }
  }
  return draft.metres === '' ? { unread: typed.trim() } : { draft }
}

/** Reads pasted lines; the first that does not read is told by its number. */
export const readLines = (pasted: string): { readonly drafts: readonly Omit<Draft, 'id'>[] } | { readonly line: number; readonly unread: string } => {
  const drafts: Omit<Draft, 'id'>[] = []
  for (const [at, line] of pasted.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue
    const read = readLine(line)
    if ('unread' in read) return { line: at + 1, unread: read.unread.slice(0, 40) }
    drafts.push(read.draft)
  }
  return { drafts }
}

export interface SeriesAsked { readonly count: number; readonly every: number; readonly from: number; readonly sides: 'both' | Side }
/** So many doors every so many metres, on one side or on both. */
export const seriesOf = ({ count, every, from, sides: on }: SeriesAsked): readonly Omit<Draft, 'id'>[] =>
  Array.from({ length: count }, (_, index) => String(Math.round((from + index * every) * 100) / 100)).flatMap((metres) => (on === 'both' ? (['left', 'right'] as const) : [on]).map((side) => ({ metres, side, use: 'house' as const, reserve: '', of: '' })))

/** A number of the book as `of` may name it. */
export interface StandingNumber { readonly key: string; readonly number: number; readonly sub: number; readonly frontage: string; readonly standing: string; readonly type: string }

/** Whose further door a line is: `3` a line of the list, `12号` a number that stands; undefined for neither. */
export const readOf = (typed: string, drafts: readonly Draft[], plates: readonly StandingNumber[]): string | undefined => {
  const value = plain(typed)
  if (/^\d{1,4}$/u.test(value)) return drafts[Number(value) - 1]?.id
  const number = findPlate(value)
  const plate = number === undefined || number.sub > 0 ? undefined : plates.find((one) => one.type === 'gate' && one.standing === 'current' && one.number === number.number && one.sub === 0)
  return plate === undefined ? undefined : `plate ${plate.key}`
}

/** The list as it is sent, or the lines that are not fit to be. */
export const frontagesOf = (drafts: readonly Draft[], plates: readonly StandingNumber[], sidesOf: 'both' | 'one'): { readonly frontages: StreetBody['frontages']; readonly wrong: ReadonlyMap<string, Wrong> } => {
  const wrong = new Map<string, Wrong>()
  const frontages = drafts.flatMap((draft): StreetBody['frontages'] => {
    const { id, use, position, side } = draft
    const metres = draft.metres.trim() === '' ? undefined : readMetres(draft.metres)
    const reserve = plain(draft.reserve) === '' ? undefined : Number(plain(draft.reserve))
    const of = draft.of.trim() === '' ? undefined : readOf(draft.of, drafts, plates)
    if (metres === undefined && (position === undefined || draft.metres.trim() !== '')) wrong.set(id, { part: 'metres' })
    else if (side === '' && position === undefined && sidesOf === 'both') wrong.set(id, { part: 'side' })
    else if (reserve !== undefined && (!Number.isInteger(reserve) || reserve < 0 || reserve > 50)) wrong.set(id, { part: 'reserve' })
    else if (draft.of.trim() !== '' && (of === undefined || of === id)) wrong.set(id, { part: 'of' })
    if (wrong.has(id)) return []
    // Metres that were typed go before a place that was clicked.
    return [{ id, use, ...(metres === undefined ? { position: position === undefined ? undefined : [position[0], position[1]] as [number, number] } : { metres }), ...(side !== '' && { side }), ...(use === 'emptySite' && reserve !== undefined && { reserve }), ...(of !== undefined && { of }) }]
  })
  return { frontages, wrong }
}

/** Reads pasted positions of buildings, one a line. */
export const readBuildings = (pasted: string): { readonly positions: readonly Position[] } | { readonly line: number; readonly unread: string } => {
  const positions: Position[] = []
  for (const [at, line] of pasted.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue
    const read = readPlace(line, 'point')
    if (!('geometry' in read) || read.geometry.type !== 'Point') return { line: at + 1, unread: line.trim().slice(0, 40) }
    positions.push([read.geometry.coordinates[0], read.geometry.coordinates[1]])
  }
  return { positions }
}

/** The frontage or building, and the part of it, that a refusal names: `numbering.frontages.f3.metres`. */
export const namedIn = (field: string | undefined): { readonly id: string; readonly part: string } | undefined => {
  const found = /(?:^|\.)(?:frontages|buildings)\.(.+?)(?:\.(metres|side|position|of|kept|reserve))?$/u.exec(field ?? '')
  return found === null ? undefined : { id: found[1] ?? '', part: found[2] ?? 'metres' }
}
