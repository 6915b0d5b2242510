import type { z } from 'zod'
import { LantaiError } from '../../../domain/error.ts'
import { placeNameCaseRules } from '../../../domain/place-names/case/rules/index.ts'
import type { GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { inBox, type Box, type Position } from '../../../domain/place-names/gazetteer/geometry.ts'
import type { NumberedPlate, PlateActionOf } from '../../../domain/place-names/plates/actions.ts'
import { checkBook, plateKey, type Plate, type PlateBook } from '../../../domain/place-names/plates/book.ts'
import { locateOn, orientStreet, positionOn } from '../../../domain/place-names/plates/locate.ts'
import { numberEstate, numberRooms, numberStreet, type Frontage } from '../../../domain/place-names/plates/numbering.ts'
import type { StreetNumbering } from '../../../domain/place-names/plates/settings.ts'
import type { Finding, Outcome, Severity } from '../../../domain/rule.ts'
import { text } from '../../../domain/text.ts'
import type { FrontageInput, Numbering } from '../../schemas/plates.ts'
import { lengthMetresOf, lineOf } from './standing.ts'

type Of<W extends Numbering['what']> = Extract<Numbering, { what: W }>
/** What numbers are made from: the entity, its numbers so far, and the office's box. */
export interface Ground { readonly entity: GeoEntity; readonly book: PlateBook | undefined; readonly box: Box | null }

const most = 5000
const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)
const requireInBox = (position: Position, box: Box | null, field: string): void => {
  if (box === null || inBox(position, box)) return
  throw inBox([position[1], position[0]], box) ? invalid('经度和纬度写反了，应经度在前', 'Longitude and latitude are exchanged; longitude stands first', field) : invalid('坐标在本机关范围以外', 'The position lies outside the office’s box', field)
}
const copied = (position: Position | null | undefined): [number, number] | null => (position === null || position === undefined ? null : [position[0], position[1]])
const cm = (metres: number): number => Math.round(metres * 100) / 100

// Numbers that stand already go along under names of their own, so that new ones find their places between them.
const standing = (key: string): string => `plate ${key}`

/** A frontage as it lies along the line as drawn; throws `invalid` where it is told by neither place nor metres. */
const placed = (input: z.infer<typeof FrontageInput>, ground: Ground, line: readonly Position[] | undefined, { sides }: StreetNumbering): { readonly frontage: Frontage; readonly position: Position | null; readonly offset: number } => {
  const { id, use, position, metres, side, reserve, of, kept } = input
  const field = `frontages.${id}`
  if (position !== undefined) requireInBox(position, ground.box, `${field}.position`)
  const found = position === undefined || line === undefined ? undefined : locateOn(line, position)
  if (found === undefined && metres === undefined) throw line === undefined && position !== undefined ? invalid('这条街没有线，请写距起点的米数和在哪一侧', 'The street has no line: give metres from its start and the side', `${field}.metres`) : invalid('请在图上标出，或者写距起点的米数和在哪一侧', 'Mark it on the map, or give metres from the start and the side', `${field}.position`)
  const where = side ?? found?.side ?? (sides === 'one' ? 'right' : undefined)
  if (where === undefined) throw invalid('请写明在街道的哪一侧', 'Say on which side of the street', `${field}.side`)
  const along = found?.metres ?? metres ?? 0
  const length = line === undefined ? null : lengthMetresOf(ground.entity)
  if (length !== null && along > length + 1) throw invalid(`街长 ${Math.round(length)} 米，写了 ${Math.round(along)} 米`, `The street is ${Math.round(length)} m long, not ${Math.round(along)} m`, `${field}.metres`)
  return {
    frontage: { id, use, metres: along, side: where, ...(reserve === undefined ? {} : { reserve }), ...(of === undefined ? {} : { of }), ...(kept === undefined ? {} : { kept }) },
    position: position ?? (line === undefined ? null : (positionOn(line, along) ?? null)), offset: found?.offset ?? 0,
  }
}

/** Numbers in use as frontages along the line as drawn; those of before a change of settings are turned back by the settings they were made with. */
const keptFrontages = (ground: Ground, line: readonly Position[] | undefined, length: number, taken: ReadonlySet<string>): readonly Frontage[] => {
  const { book } = ground
  if (book === undefined) return []
  const { reversed } = book.street === null ? { reversed: false } : orientStreet(line, book.street)
  return book.plates.filter((plate) => plate.type === 'gate' && plate.within === '' && plate.standing === 'current' && (plate.frontage === '' || !taken.has(plate.frontage))).map((plate): Frontage => {
    const side = plate.side === 'left' ? 'left' : 'right'
    return { id: standing(plate.key), use: 'house', metres: reversed ? Math.max(0, length - plate.metres) : plate.metres, side: reversed ? (side === 'left' ? 'right' : 'left') : side, kept: { number: plate.number, sub: plate.sub } }
  })
}

const far = 100
const streetRows = (numbering: Of<'street'>, ground: Ground): { readonly rows: readonly NumberedPlate[]; readonly findings: readonly Finding[] } => {
  const line = lineOf(ground.entity.geometry?.geometry)
  const { settings } = numbering
  const listed = numbering.frontages.map((input) => placed(input, ground, line, settings))
  const length = lengthMetresOf(ground.entity) ?? Math.max(0, ...listed.map(({ frontage: { metres } }) => metres), ...(ground.book?.plates ?? []).map(({ metres }) => metres))
  // A house that has its number keeps it, unless the clerk says which.
  const own = new Map((ground.book?.plates ?? []).filter((plate) => plate.type === 'gate' && plate.standing === 'current' && plate.frontage !== '').map((plate) => [plate.frontage, plate]))
  const frontages = listed.map(({ frontage }): Frontage => { const has = own.get(frontage.id); return frontage.kept !== undefined || has === undefined ? frontage : { ...frontage, kept: { number: has.number, sub: has.sub } } })
  const kept = keptFrontages(ground, line, length, new Set(frontages.map(({ id }) => id)))
  const made = numberStreet([...frontages, ...kept], settings, line === undefined ? { length } : { line })
  const before = new Map((ground.book?.plates ?? []).filter(({ standing: of }) => of !== 'cancelled').map((plate) => [plate.key, plate]))
  const at = new Map(listed.map(({ frontage, position }) => [frontage.id, position]))
  const rows = made.map((row): NumberedPlate => {
    const known = row.frontage.startsWith('plate ') ? before.get(row.frontage.slice('plate '.length)) : undefined
    return { type: 'gate', within: '', number: row.number, sub: row.sub, label: row.label, state: row.state, frontage: known?.frontage ?? row.frontage, side: row.side, metres: cm(row.metres), position: copied(known?.position ?? at.get(row.frontage)) }
  })
  const away = listed.filter(({ offset }) => offset > far)
  return { rows, findings: away.map(({ frontage, offset }) => finding('information', 'asks', `离街道中心线 ${Math.round(offset)} 米，请核对位置`, `${Math.round(offset)} m off the line of the street; see that it lies right`, `frontages.${frontage.id}.position`)) }
}

const estateRows = (numbering: Of<'estate'>, { book, box }: Ground): readonly NumberedPlate[] => {
  const { settings, buildings } = numbering
  if (/north/iu.test(settings.rows) === /north/iu.test(settings.within)) throw invalid('排与排内的方向在同一轴上', 'Rows and order within lie on one axis', 'settings.within')
  const ids = new Set<string>()
  for (const { id, position } of buildings) {
    if (ids.has(id)) throw invalid('同一幢写了两次', 'A building stands twice', `buildings.${id}`)
    ids.add(id)
    requireInBox(position, box, `buildings.${id}.position`)
  }
  const current = (book?.plates ?? []).filter((plate) => plate.type === 'building' && plate.standing === 'current')
  const own = new Map(current.map((plate) => [plate.frontage, plate]))
  const unplaced = current.filter((plate) => !ids.has(plate.frontage) && plate.position === null)
  if (unplaced[0] !== undefined) throw invalid(`${unplaced[0].label}没有位置，请一并列出`, `${unplaced[0].label} has no position; list it too`, 'buildings')
  const asked = buildings.map(({ id, position, use, kept }) => { const has = kept ?? own.get(id)?.number; return { id, position, use, ...(has === undefined ? {} : { kept: has }) } })
  const others = current.filter((plate) => !ids.has(plate.frontage)).flatMap((plate) => (plate.position === null ? [] : [{ id: standing(plate.key), position: plate.position, use: 'building' as const, kept: plate.number }]))
  const places = new Map([...asked, ...others].map(({ id, position }) => [id, position]))
  const known = new Map(current.map((plate) => [standing(plate.key), plate]))
  return numberEstate([...asked, ...others], settings).map((row): NumberedPlate => ({ type: 'building', within: '', number: row.number, sub: 0, label: row.label, state: row.state, frontage: known.get(row.building)?.frontage ?? row.building, side: '', metres: 0, position: copied(places.get(row.building)) }))
}

const roomRows = ({ building, units, floors, perFloor, firstFloor }: Of<'building'>, { book }: Ground): readonly NumberedPlate[] => {
  const found = book?.plates.find((plate) => plate.key === building && plate.standing === 'current')
  if (found === undefined || (found.type !== 'building' && found.type !== 'gate')) throw new LantaiError('not_found', text('没有这个楼号，或者还没有启用', 'There is no such building number, or it is not in use'), 'building')
  if (firstFloor < 1) throw invalid('户室号从 1 层起编', 'Rooms are numbered from the first floor up', 'firstFloor')
  if (units * (1 + floors * perFloor) > most) throw invalid(`一次最多编 ${String(most)} 个号，请分次编`, `At most ${String(most)} numbers at once; do it in parts`, 'units')
  const rooms = numberRooms(floors, perFloor, firstFloor)
  const row = (type: 'unit' | 'room', within: string, number: number, label: string): NumberedPlate => ({ type, within, number, sub: 0, label, state: 'assigned', frontage: '', side: '', metres: 0, position: null })
  return Array.from({ length: units }, (_, index) => index + 1).flatMap((unit): readonly NumberedPlate[] => {
    const of = row('unit', building, unit, `${String(unit)}单元`)
    return [of, ...rooms.map((room) => row('room', plateKey(of), Number(room), `${room}室`))]
  })
}

const s02 = placeNameCaseRules.find(({ id }) => id === 'place-names.plates')
const ruleOf = { rule: s02?.id ?? 'place-names.plates', title: s02?.title ?? text('门楼牌', 'Plates'), law: s02?.law ?? text('', '') }
const finding = (severity: Severity, outcome: Outcome['kind'], zh: string, en: string, field: string): Finding => ({ ...ruleOf, severity, outcome, message: text(zh, en), field })

/** What S02 says of the numbers of a book, as findings: no repeat, no skip, sides and order kept, sub-numbers one level deep. */
export const plateFindings = (book: PlateBook): readonly Finding[] => checkBook(book).flatMap((outcome) => (outcome.kind === 'fail' ? [finding('stop', 'fail', outcome.message.zh, outcome.message.en, 'plates')] : []))

/** The numbers that a numbering comes to, all of them in order with those that stand; preview and act both come here. Throws `invalid` and `not_found` at the frontage, building or field. */
export const numbersOf = (numbering: Numbering, ground: Ground): { readonly rows: readonly NumberedPlate[]; readonly findings: readonly Finding[] } => {
  switch (numbering.what) {
    case 'street': return streetRows(numbering, ground)
    case 'estate': return { rows: estateRows(numbering, ground), findings: [] }
    case 'building': return { rows: roomRows(numbering, ground), findings: [] }
  }
}

/** Rows that change something: numbers the book does not have yet, and reserved ones that go to a house. */
export const newRows = (rows: readonly NumberedPlate[], book: PlateBook | undefined): readonly NumberedPlate[] => {
  const active = new Map<string, Plate>((book?.plates ?? []).filter(({ standing: of }) => of !== 'cancelled').map((plate) => [plate.key, plate]))
  return rows.filter((row) => {
    const known = active.get(plateKey(row))
    return known === undefined || (known.standing === 'reserved' && row.state === 'assigned') || (known.standing === 'current' && row.state === 'assigned' && known.frontage !== row.frontage)
  })
}

/** The act that gives numbers out. */
export const numberedAct = (subject: string, { day, document, name, numbering, rows }: { readonly day: string; readonly document: string; readonly name: string; readonly numbering: Numbering; readonly rows: readonly NumberedPlate[] }): PlateActionOf<'plate.numbered'> => ({
  kind: 'plate.numbered', subject, body: { day, document, name, street: numbering.what === 'street' ? numbering.settings : null, estate: numbering.what === 'estate' ? numbering.settings : null, rows: [...rows] },
})
