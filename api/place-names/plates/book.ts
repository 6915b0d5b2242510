import type { Reads } from '../../../db/contract.ts'
import type { AccountRow } from '../../../db/contract.ts'
import { concordanceOf, concordanceState, fullLabel, type Plate, type PlateBook } from '../../../domain/place-names/plates/book.ts'
import { plateTitles } from '../../../domain/place-names/titles.ts'
import { recordsOf } from '../../case/records.ts'
import type { House } from '../../house.ts'
import { may } from '../../permissions.ts'
import type { PlateBook as PlateBookReply, PlateLine } from '../../schemas/plates.ts'
import { profileOn } from '../profile.ts'
import { plateFindings } from './numbering.ts'
import { addressOf, lengthMetresOf, nameOf, readNumbered, startingSettings, type Numbered } from './standing.ts'

/** The past of numbers, beside that of the name they belong to. */
export const plateRecords = recordsOf(plateTitles)

/** Acts that the numbers as they stand allow. */
const actsOf = ({ entity, book }: Numbered): string[] => {
  if (book === undefined) return entity.state === 'removed' ? [] : ['numbered']
  const current = book.plates.filter(({ standing }) => standing === 'current')
  const { addresses, held } = concordanceState(book)
  return [
    ...(entity.state === 'removed' ? [] : ['numbered']), ...(entity.state !== 'removed' && book.plates.some(({ standing }) => standing === 'reserved') ? ['assigned'] : []), ...(current.length > 0 ? ['confirmed', 'made', 'renumbered'] : []),
    ...(current.some(({ made }) => made !== null) ? ['mounted'] : []), ...(book.plates.some(({ standing }) => standing !== 'cancelled') ? ['cancelled'] : []), ...(addresses > held ? ['concorded'] : []),
  ]
}

const lineOf = (book: PlateBook, plate: Plate, address: string): PlateLine => {
  const { key, type, within, number, sub, label, state, frontage, side, metres, position, standing, since, until, provisional, confirmed, made, mounted } = plate
  return { key, type, within, number, sub, label, state, frontage, side, metres, position, standing, since, until, provisional, address: `${address}${fullLabel(book, plate)}`, confirmed, made, mounted }
}

/** The page of the numbers of a street or estate, numbered or not. */
export const bookReply = async (house: House, account: AccountRow, id: string, reads: Reads = house.register.read): Promise<PlateBookReply> => {
  const found = await readNumbered(reads, id)
  const { entity, book, revision } = found
  const [profile, entries] = await Promise.all([profileOn(house, reads, house.today()), reads.entriesOf(id)])
  const name = nameOf(entity)
  const address = addressOf(entity, name?.name ?? book?.name ?? id, house.today())
  const divisions = address.slice(0, address.length - (name?.name ?? book?.name ?? id).length)
  const bare = book === undefined ? [] : concordanceOf(book, divisions)
  return {
    entityId: id, revision, name: name?.name ?? book?.name ?? '', kind: entity.facts.kind, township: entity.facts.township, text: name?.text ?? '', sign: name?.sign ?? '', geometry: entity.geometry?.geometry ?? null, lengthMetres: lengthMetresOf(entity), removed: entity.state === 'removed',
    street: book?.street ?? null, estate: book?.estate ?? null, plates: (book?.plates ?? []).map((plate) => lineOf(book as PlateBook, plate, address)), names: (book?.names ?? []).map((one) => ({ ...one })), renumbered: (book?.renumbered ?? []).map((one) => ({ ...one })), concordances: [...(book?.concordances ?? [])], concordance: [...bare],
    findings: book === undefined ? [] : [...plateFindings(book)], sizes: profile.plates.sizes.map((size) => ({ ...size })), model: { street: startingSettings(entity, profile), estate: profile.plates.estate },
    acts: may(account.role, 'case.write') ? actsOf(found) : [], history: await plateRecords.historyOf(house, entries),
  }
}
