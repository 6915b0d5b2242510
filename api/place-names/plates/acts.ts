import type { Transaction } from '../../../db/contract.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { NumberedPlate, PlateAction } from '../../../domain/place-names/plates/actions.ts'
import { applyPlates, concordanceOf, decidePlates, type Plate, type PlateBook } from '../../../domain/place-names/plates/book.ts'
import { formatPlate } from '../../../domain/place-names/plates/number.ts'
import { text } from '../../../domain/text.ts'
import { stopped } from '../../case/decide.ts'
import { within } from '../../case/fields.ts'
import { requireCome } from '../../case/records.ts'
import type { House } from '../../house.ts'
import type { Numbering, PlateAct } from '../../schemas/plates.ts'
import { allotDocument } from '../documents.ts'
import { profileOn } from '../profile.ts'
import { plateRecords } from './book.ts'
import { newRows, numberedAct, numbersOf, plateFindings } from './numbering.ts'
import { addressOf, nameOf, readNumbered, requireNumberable, type Numbered } from './standing.ts'

type ActOf<K extends PlateAct['kind']> = Extract<PlateAct, { kind: K }>

const blocked = text('还不能编号：请先处理列出的各项。', 'It cannot be numbered yet: see to what is listed first.')
/** Refuses what would leave the numbers repeated, skipped or out of order where they were not before. */
const requireSound = (before: PlateBook | undefined, after: PlateBook): void => {
  const known = new Set(before === undefined ? [] : plateFindings(before).map(({ message }) => message.zh))
  const fresh = plateFindings(after).filter(({ message }) => !known.has(message.zh))
  if (fresh.length > 0) throw stopped(fresh, fresh[0]?.field, blocked)
}

interface Asked { readonly revision: number; readonly day: string; readonly document: string; readonly numbering: Numbering }

/** Numbers a street, an estate or a building within its transaction; throws at the field that stands in the way. */
export const numberPlates = async (house: House, tx: Transaction, id: string, { revision, day, document, numbering }: Asked): Promise<void> => {
  requireCome(house, day)
  const { entity, book, revision: now } = await readNumbered(tx, id)
  const name = requireNumberable(entity)
  await plateRecords.requireSeen(house, tx, id, now, revision)
  const { box } = await profileOn(house, tx, day)
  const { rows } = await within('numbering', Object.keys(numbering), () => numbersOf(numbering, { entity, book, box }))
  const fresh = newRows(rows, book)
  if (fresh.length === 0) throw new LantaiError('invalid', text('没有新的号', 'There is no new number'), 'numbering')
  if (fresh.length > 5000) throw new LantaiError('invalid', text('一次最多编 5000 个号，请分次编', 'At most 5,000 numbers at once; do it in parts'), 'numbering')
  const action = numberedAct(id, { day, document, name: book?.name ?? name.name, numbering, rows: fresh })
  requireSound(book, applyPlates(book, action))
  await tx.record(action)
}

/** The label of a number as the book writes it. */
const labelOf = (book: PlateBook, { type, number, sub }: Pick<NumberedPlate, 'type' | 'number' | 'sub'>): string => {
  switch (type) {
    case 'building': return `${String(number)}${book.estate?.word ?? '幢'}`
    case 'unit': return `${String(number)}单元`
    case 'room': return `${String(number)}室`
    default: return formatPlate({ number, sub }, book.street?.subStyle)
  }
}

const findPlate = (book: PlateBook | undefined, key: string): Plate | undefined => book?.plates.find((plate) => plate.key === key && plate.standing !== 'cancelled')

/** The new number of a house: of the kind and in the place of the old one, written as the book writes numbers. */
const renumbered = (book: PlateBook | undefined, { key, to }: ActOf<'renumbered'>): NumberedPlate => {
  const old = findPlate(book, key)
  if (book === undefined || old === undefined) return to
  if (to.type !== old.type || to.within !== old.within) throw new LantaiError('invalid', text('新号应与原号同类、在同一处', 'The new number is of the kind and in the place of the old one'), 'to.type')
  if (old.type !== 'gate' && to.sub > 0) throw new LantaiError('invalid', text('只有门牌有附号', 'Only door numbers have sub-numbers'), 'to.sub')
  if (to.sub > 0 && !book.plates.some((plate) => plate.standing !== 'cancelled' && plate.type === old.type && plate.within === old.within && plate.number === to.number && plate.sub === 0)) throw new LantaiError('invalid', text(`没有${formatPlate({ number: to.number, sub: 0 })}，不能编它的附号`, `There is no ${String(to.number)} for it to be a sub-number of`), 'to.number')
  // The house stays where it is, whatever its number.
  const { type, within: place, frontage, side, metres, position } = old
  return { type, within: place, number: to.number, sub: to.sub, label: labelOf(book, to), state: 'assigned', frontage, side, metres, position }
}

const actionOf = async (house: House, tx: Transaction, { entity, book }: Numbered, act: PlateAct): Promise<PlateAction> => {
  const subject = entity.id
  switch (act.kind) {
    case 'assigned': { const { kind: _kind, ...body } = act; requireNumberable(entity); return { kind: 'plate.assigned', subject, body } }
    case 'confirmed': {
      const { kind: _kind, ...body } = act
      const profile = await profileOn(house, tx, act.day)
      // Nothing is allotted to what cannot be confirmed.
      decidePlates(book, { kind: 'plate.confirmed', subject, body: { ...body, certificate: '-' } })
      return { kind: 'plate.confirmed', subject, body: { ...body, certificate: await allotDocument(tx, profile, 'plate', { typed: act.certificate, day: act.day, field: 'certificate' }) } }
    }
    case 'made': {
      const { kind: _kind, ...body } = act
      const size = (await profileOn(house, tx, act.day)).plates.sizes.find(({ id }) => id === act.size)
      if (size === undefined) throw new LantaiError('not_found', text('本地规定中没有这种规格', 'The local rules know no such size'), 'size')
      const other = act.keys.findIndex((key) => { const plate = findPlate(book, key); return plate !== undefined && plate.type !== size.type })
      if (other >= 0) throw new LantaiError('invalid', text(`${findPlate(book, act.keys[other] ?? '')?.label ?? ''}不用${size.title}`, `${findPlate(book, act.keys[other] ?? '')?.label ?? ''} takes no plate of this size`), `keys.${String(other)}`)
      return { kind: 'plate.made', subject, body }
    }
    case 'mounted': { const { kind: _kind, ...body } = act; return { kind: 'plate.mounted', subject, body } }
    case 'renumbered': { const { kind: _kind, ...body } = act; requireNumberable(entity); return { kind: 'plate.renumbered', subject, body: { ...body, to: renumbered(book, act) } } }
    case 'cancelled': { const { kind: _kind, ...body } = act; return { kind: 'plate.cancelled', subject, body } }
    case 'concorded': {
      const name = nameOf(entity)?.name ?? book?.name ?? ''
      const address = addressOf(entity, name, act.day)
      const rows = book === undefined ? [] : concordanceOf(book, address.slice(0, address.length - name.length))
      if (rows.length === 0) throw new LantaiError('wrong_state', text('没有更名或者改号的地址，不需要对照', 'No address was renamed or renumbered; there is nothing to set against each other'))
      if (act.document.trim() === '') throw new LantaiError('invalid', text('请填写对照表的文号或者名称', 'Enter the number or title of the concordance'), 'document')
      return { kind: 'plate.concorded', subject, body: { day: act.day, document: act.document.trim(), rows: [...rows] } }
    }
  }
}

/** One act on plates within its transaction. */
export const actOnPlate = async (house: House, tx: Transaction, id: string, revision: number, act: PlateAct): Promise<void> => {
  requireCome(house, act.day, 'act.day')
  const found = await readNumbered(tx, id)
  await plateRecords.requireSeen(house, tx, id, found.revision, revision)
  await within('act', Object.keys(act), async () => {
    const action = await actionOf(house, tx, found, act)
    const after = applyPlates(found.book, action)
    if (act.kind === 'renumbered') requireSound(found.book, after)
    await tx.record(action)
  })
}
