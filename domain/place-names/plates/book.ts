import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import type { Outcome } from '../../rule.ts'
import { text } from '../../text.ts'
import type { ConcordanceRow, NumberedPlate, PlateAction, PlateActionOf } from './actions.ts'
import { checkStreetPlates } from './rules.ts'
import type { EstateNumbering, StreetNumbering } from './settings.ts'

/** One plate with all that was done to it; a cancelled one stays. */
export interface Plate extends NumberedPlate {
  readonly key: string
  readonly standing: 'current' | 'reserved' | 'cancelled'
  readonly since: string
  readonly until: string
  readonly provisional: boolean
  readonly confirmed: PlateActionOf<'plate.confirmed'>['body'] | null
  readonly made: { readonly day: string; readonly batch: string; readonly size: string; readonly maker: string } | null
  readonly mounted: PlateActionOf<'plate.mounted'>['body'] | null
  /** Plates that a newer one took the place of. */
  readonly formerMakings: readonly { readonly made: NonNullable<Plate['made']>; readonly mounted: PlateActionOf<'plate.mounted'>['body'] | null }[]
}

/** The plates of one street or estate. */
export interface PlateBook {
  readonly id: string
  readonly name: string
  readonly street: StreetNumbering | null
  readonly estate: EstateNumbering | null
  readonly plates: readonly Plate[]
  readonly names: readonly { readonly name: string; readonly until: string }[]
  /** Plates given another number: old and new key. */
  readonly renumbered: readonly { readonly day: string; readonly from: string; readonly to: string; readonly document: string }[]
  readonly concordances: readonly PlateActionOf<'plate.concorded'>['body'][]
  readonly latest: string
}

/** The key of a number in its street or estate. */
export const plateKey = ({ type, within, number, sub }: Pick<NumberedPlate, 'type' | 'within' | 'number' | 'sub'>): string => `${type}/${within}/${number}-${sub}`

const refuse = (code: 'conflict' | 'not_found' | 'wrong_state' | 'invalid', zh: string, en: string, field?: string): LantaiError => new LantaiError(code, text(zh, en), field)
const blank = (plate: NumberedPlate, day: string): Plate => ({ ...plate, key: plateKey(plate), standing: plate.state === 'reserved' ? 'reserved' : 'current', since: day, until: '', provisional: false, confirmed: null, made: null, mounted: null, formerMakings: [] })

/** The number of a plate with those of what it stands in, outermost first: 3幢2单元201室. */
export const fullLabel = ({ plates }: Pick<PlateBook, 'plates'>, plate: Pick<NumberedPlate, 'within' | 'label'>): string => {
  const outer = plate.within === '' ? undefined : (plates.find(({ key, standing }) => key === plate.within && standing !== 'cancelled') ?? plates.findLast(({ key }) => key === plate.within))
  return `${outer === undefined ? '' : fullLabel({ plates }, outer)}${plate.label}`
}

const getPlate = (book: PlateBook, key: string): Plate => {
  const found = book.plates.find((plate) => plate.key === key && plate.standing !== 'cancelled')
  if (found === undefined) throw refuse('not_found', '没有这个号，或者已经注销', 'There is no such number, or it was cancelled', 'key')
  return found
}
const change = (book: PlateBook, key: string, to: (plate: Plate) => Plate): PlateBook => {
  const found = getPlate(book, key)
  return { ...book, plates: book.plates.map((plate) => (plate === found ? to(plate) : plate)) }
}
const requireCurrent = (plate: Plate): Plate => {
  if (plate.standing !== 'current') throw refuse('wrong_state', `${plate.label}是预留号，还没有编给门户`, `${plate.label} is reserved and belongs to no house yet`, 'key')
  return plate
}

/** Adds numbers: a reserved one may become a house's, one in use never another's. */
const addRows = (plates: readonly Plate[], rows: readonly NumberedPlate[], day: string): readonly Plate[] => {
  const active = new Map(plates.filter(({ standing }) => standing !== 'cancelled').map((plate) => [plate.key, plate]))
  const added: Plate[] = []
  const given = new Map<string, NumberedPlate>()
  for (const row of rows) {
    const key = plateKey(row)
    if (given.has(key) || (active.get(key)?.standing === 'current' && (row.state === 'assigned' && active.get(key)?.frontage !== row.frontage))) throw refuse('conflict', `${row.label}重复`, `${row.label} is given already`, `rows.${rows.indexOf(row)}`)
    given.set(key, row)
    if (!active.has(key)) added.push(blank(row, day))
  }
  const grown = plates.map((plate): Plate => {
    const row = plate.standing === 'reserved' ? given.get(plate.key) : undefined
    return row === undefined || row.state === 'reserved' ? plate : { ...plate, ...row, standing: 'current', since: day }
  })
  return [...grown, ...added]
}

/** A book after an act; throws `conflict` for a number given twice, `not_found`, `wrong_state`. */
export const applyPlates = (book: PlateBook | undefined, action: PlateAction): PlateBook => {
  const { body } = action
  civilDate(body.day, 'day')
  if (action.kind === 'plate.numbered') {
    const before: PlateBook = book ?? { id: action.subject, name: action.body.name, street: null, estate: null, plates: [], names: [], renumbered: [], concordances: [], latest: '' }
    return { ...before, street: action.body.street ?? before.street, estate: action.body.estate ?? before.estate, plates: addRows(before.plates, action.body.rows, body.day), latest: body.day }
  }
  if (book === undefined) throw refuse('not_found', '这条街或者住宅区还没有编号', 'This street or estate has not been numbered')
  if (action.kind === 'plate.printed') return book
  if (body.day < book.latest && action.kind !== 'plate.mounted' && action.kind !== 'plate.confirmed' && action.kind !== 'plate.made') throw refuse('invalid', `日期早于上一步（${book.latest}）`, `The day lies before the act before it (${book.latest})`, 'day')
  const next = { ...book, latest: body.day > book.latest ? body.day : book.latest }
  switch (action.kind) {
    case 'plate.assigned':
      return change(next, action.body.key, (plate) => {
        if (plate.standing !== 'reserved') throw refuse('conflict', `${plate.label}已经编给门户`, `${plate.label} belongs to a house already`, 'key')
        return { ...plate, standing: 'current', state: 'assigned', frontage: action.body.frontage, provisional: action.body.provisional, since: body.day }
      })
    case 'plate.confirmed': return change(next, action.body.key, (plate) => ({ ...requireCurrent(plate), confirmed: action.body }))
    case 'plate.made': {
      const { day, batch, size, maker } = action.body
      // One pass over the street: a batch may hold thousands of plates.
      const wanted = new Set(action.body.keys)
      const plates = next.plates.map((plate) => (plate.standing !== 'cancelled' && wanted.delete(plate.key) ? { ...requireCurrent(plate), made: { day, batch, size, maker }, mounted: null, formerMakings: plate.made === null ? plate.formerMakings : [...plate.formerMakings, { made: plate.made, mounted: plate.mounted }] } : plate))
      const [stray] = wanted
      if (stray !== undefined) getPlate({ ...next, plates: [] }, stray)
      return { ...next, plates }
    }
    case 'plate.mounted':
      return change(next, action.body.key, (plate) => {
        if (plate.made === null) throw refuse('wrong_state', `${plate.label}的牌还没有制作`, `The plate of ${plate.label} has not been made`, 'key')
        return { ...plate, mounted: action.body }
      })
    case 'plate.renumbered': {
      const old = requireCurrent(getPlate(next, action.body.key))
      const to = plateKey(action.body.to)
      if (to === old.key) throw refuse('invalid', '新号与原号相同', 'The new number is the old one', 'to')
      const ended = change(next, old.key, (plate) => ({ ...plate, standing: 'cancelled', until: body.day }))
      return { ...ended, plates: addRows(ended.plates, [action.body.to], body.day), renumbered: [...next.renumbered, { day: body.day, from: old.key, to, document: action.body.document }] }
    }
    case 'plate.cancelled': return change(next, action.body.key, (plate) => ({ ...plate, standing: 'cancelled', until: body.day }))
    case 'plate.streetRenamed':
      if (action.body.from !== book.name) throw refuse('conflict', `原名称应为“${book.name}”`, `Its name is “${book.name}”`, 'from')
      return { ...next, name: action.body.to, names: [...book.names, { name: book.name, until: body.day }] }
    case 'plate.concorded': return { ...next, concordances: [...book.concordances, action.body] }
  }
}

/** Tries an act on a book and gives it back. */
export const decidePlates = <A extends PlateAction>(book: PlateBook | undefined, action: A): A => { applyPlates(book, action); return action }

/** Folds the acts of one street or estate; throws `not_found` when there are none. */
export const foldPlates = (actions: Iterable<PlateAction>): PlateBook => {
  let book: PlateBook | undefined
  for (const action of actions) book = applyPlates(book, action)
  if (book === undefined) throw refuse('not_found', '还没有编号', 'Nothing has been numbered')
  return book
}

/** What S02 says of a book: gates by the rules of a street, buildings of an estate in one sequence. Cancelled numbers are numbers that were, and skip nothing. */
export const checkBook = (book: PlateBook): readonly Outcome[] => {
  const rowsOf = (type: 'gate' | 'building') => book.plates.filter((plate) => plate.type === type && plate.within === '')
  const said = (['gate', 'building'] as const).flatMap((type): readonly Outcome[] => {
    const all = rowsOf(type)
    if (all.length === 0) return []
    const active = all.filter(({ standing }) => standing !== 'cancelled')
    // A number that was cancelled still fills its place in the order.
    const keys = new Set(active.map(({ key }) => key))
    const gone = new Map(all.filter(({ standing, key }) => standing === 'cancelled' && !keys.has(key)).map((plate) => [plate.key, plate]))
    const settings = type === 'gate' ? (book.street ?? { sides: 'both' as const, first: 1 }) : { sides: 'one' as const, first: book.estate?.first ?? 1 }
    const row = (plate: Plate, state: 'assigned' | 'reserved') => ({ number: plate.number, sub: plate.sub, label: plate.label, metres: type === 'gate' ? plate.metres : 0, side: plate.side === 'left' ? ('left' as const) : ('right' as const), state })
    return checkStreetPlates([...active.map((plate) => row(plate, plate.standing === 'current' ? 'assigned' : 'reserved')), ...[...gone.values()].map((plate) => row(plate, 'reserved'))], settings)
  })
  const wrong = said.filter(({ kind }) => kind !== 'pass')
  return said.length === 0 ? [{ kind: 'notApplicable' }] : wrong.length > 0 ? wrong : [{ kind: 'pass' }]
}

/** Every current address on a street or estate before and after its last renaming, and those whose number changed since a day; what a concordance must hold (S03). */
export const concordanceOf = (book: PlateBook, prefix = ''): readonly ConcordanceRow[] => {
  const before = book.names.at(-1)
  const byKey = new Map(book.plates.map((plate) => [plate.key, plate]))
  return book.plates.filter(({ standing }) => standing === 'current').flatMap((plate): readonly ConcordanceRow[] => {
    const moved = book.renumbered.findLast(({ to }) => to === plate.key)
    const oldPlate = moved === undefined ? plate : (byKey.get(moved.from) ?? plate)
    // Numbers given out after the renaming never had an address under the old name.
    const underOldName = before !== undefined && (moved === undefined ? plate.since : oldPlate.since) <= before.until && (moved === undefined || moved.day <= before.until)
    if (!underOldName && moved === undefined) return []
    return [{ key: plate.key, before: `${prefix}${underOldName ? before.name : book.name}${fullLabel(book, oldPlate)}`, after: `${prefix}${book.name}${fullLabel(book, plate)}` }]
  })
}

/** How far the issued concordances hold what they must: what rule S03 looks at. */
export const concordanceState = (book: PlateBook): { readonly addresses: number; readonly held: number; readonly issuedOn: string } => {
  const rows = concordanceOf(book)
  const issued = book.concordances.filter(({ day }) => day >= (book.names.at(-1)?.until ?? ''))
  const held = new Set(issued.flatMap(({ rows: given }) => given.map(({ key }) => key)))
  return { addresses: rows.length, held: rows.filter(({ key }) => held.has(key)).length, issuedOn: issued.at(-1)?.day ?? '' }
}

/** The list of plates to make: current ones without a plate, with type and size; gates by the width of what they stand on. */
export const platesToMake = (book: PlateBook, sizeOf: (plate: Plate) => string): readonly { readonly key: string; readonly label: string; readonly type: Plate['type']; readonly size: string }[] => book.plates.filter(({ standing, made }) => standing === 'current' && made === null).map((plate) => ({ key: plate.key, label: plate.label, type: plate.type, size: sizeOf(plate) }))
