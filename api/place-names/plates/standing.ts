import type { Reads } from '../../../db/contract.ts'
import { areaPath } from '../../../domain/areas/index.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { GazetteerName } from '../../../domain/place-names/gazetteer/actions.ts'
import { findStandardName, type GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { lengthOf, pathsOf, type Geometry, type Position } from '../../../domain/place-names/gazetteer/geometry.ts'
import { writeAddress } from '../../../domain/place-names/plates/address.ts'
import type { PlateBook } from '../../../domain/place-names/plates/book.ts'
import { modelNumbering, type StreetNumbering, type StreetRun } from '../../../domain/place-names/plates/settings.ts'
import type { PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { text } from '../../../domain/text.ts'
import { notFound } from '../../house.ts'

/** A street or estate with its numbers; `book` is undefined before it is numbered. */
export interface Numbered { readonly entity: GeoEntity; readonly book: PlateBook | undefined; readonly revision: number }

/** Reads an entity with its numbers; throws `not_found`. */
export const readNumbered = async (reads: Pick<Reads, 'placeNames'>, id: string): Promise<Numbered> => {
  const [entity, book] = await Promise.all([reads.placeNames.findEntity(id), reads.placeNames.findBook(id)])
  if (entity === undefined) throw notFound('地名库中没有这个地名。', 'The gazetteer has no such name.')
  return { entity: entity.value, book: book?.value, revision: book?.revision ?? 0 }
}

/** The standard name, of a removed entity the last it had. */
export const nameOf = (entity: GeoEntity): GazetteerName | undefined => findStandardName(entity) ?? entity.names.findLast(({ standing }) => standing === 'removed') ?? entity.names.at(-1)

/** Refuses numbers for what has none: natural features and divisions, names removed, entities without a standard name; throws `wrong_state`. */
export const requireNumberable = (entity: GeoEntity): GazetteerName => {
  const { kind } = entity.facts
  if (kind === 'NATURAL' || kind === 'ADMIN_DIV') throw new LantaiError('wrong_state', text('自然地理实体和行政区划不编门楼牌', 'Natural features and divisions bear no door numbers'))
  if (entity.state === 'removed') throw new LantaiError('wrong_state', text('该地名已经注销', 'The name has been removed'))
  const name = findStandardName(entity)
  if (name === undefined) throw new LantaiError('wrong_state', text('还没有标准地名，不能编号', 'It has no standard name yet and cannot be numbered'))
  return name
}

/** Names of the divisions an entity lies in, from the top to the village or community: what the addresses on it begin with. */
export const divisionsOf = ({ facts: { county, province, township, village } }: GeoEntity, day: string): readonly string[] => {
  const code = /^\d{6}$/u
  const path = code.test(county) ? areaPath(county, day).map(({ name }) => name) : [province, county].filter((name) => name !== '' && !code.test(name))
  return [...path, township, village].filter((name) => name !== '')
}

/** The address of an entity without a number (《地名管理条例》第二十一条). */
export const addressOf = (entity: GeoEntity, name: string, day: string): string => writeAddress({ divisions: divisionsOf(entity, day), place: name })

/** The line of a street as drawn; undefined of what has none. Stretches of several are taken one after another. */
export const lineOf = (geometry: Geometry | undefined): readonly Position[] | undefined => (geometry === undefined || (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') ? undefined : pathsOf(geometry).flat())

/** Metres of a street: of its line, else as the register has it. */
export const lengthMetresOf = ({ geometry, facts }: GeoEntity): number | null => {
  const line = lineOf(geometry?.geometry)
  return line === undefined ? (facts.lengthMetres ?? null) : (lengthOf({ type: 'LineString', coordinates: line.map(([x, y]) => [x, y]) }) ?? null)
}

const runs: readonly (readonly [RegExp, StreetRun])[] = [[/东北|西南/u, 'NESW'], [/西北|东南/u, 'NWSE'], [/东西|西东/u, 'EW'], [/南北|北南/u, 'NS'], [/尽端|断头/u, 'deadEnd']]
const runOf = ({ facts: { orientation }, geometry }: GeoEntity): StreetRun | undefined => {
  const said = runs.find(([words]) => words.test(orientation))?.[1]
  const line = lineOf(geometry?.geometry)
  const [first, last] = [line?.[0], line?.at(-1)]
  if (said !== undefined || first === undefined || last === undefined) return said
  const [east, north] = [(last[0] - first[0]) * Math.cos((first[1] * Math.PI) / 180), last[1] - first[1]]
  const angle = (Math.atan2(north, east) * 180) / Math.PI
  const turned = ((angle % 180) + 180) % 180
  return turned < 22.5 || turned >= 157.5 ? 'EW' : turned < 67.5 ? 'NESW' : turned < 112.5 ? 'NS' : 'NWSE'
}

/** What the clerk starts from: the office's own settings, for a street that runs otherwise with the start end and odd side of the model of its run (GB/T 35639 附录B). */
export const startingSettings = (entity: GeoEntity, { plates: { street } }: PlaceNameProfile): StreetNumbering => {
  const run = runOf(entity)
  if (run === undefined || run === street.run) return street
  const { startEnd, oddSide } = modelNumbering[run]
  return { ...street, run, startEnd, oddSide }
}
