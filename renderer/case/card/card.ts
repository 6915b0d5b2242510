import type { CardTaking, CoupleFile } from '../spec.ts'
import { withCard } from '../form/party.ts'

/** Says whether pasted text looks like a whole card (JSON, or fields parted by | , ; tab or line ends with an identity number among them) and not like one field's content. */
export const looksLikeCard = (text: string): boolean => {
  const trimmed = text.trim()
  if (trimmed.length < 24 || trimmed.length > 4000) return false
  if (trimmed.startsWith('{') && trimmed.endsWith('}')) return true
  return /(?<!\d)\d{17}[\dXx](?![\dXx])/.test(trimmed) && trimmed.split(/[|,;\t\n^#；，]/).length >= 5
}

export interface CardFill<F extends CoupleFile = CoupleFile> {
  readonly file: F
  /** The party the card went to. */
  readonly party: 0 | 1
  /** It went to the other block than the one that had the focus, because of the sex on the card. */
  readonly moved: boolean
}

/** Lays a card over the party in focus; where the sex on it belongs to the other block, and nobody stands there yet, it goes there. */
export const fillCard = <F extends CoupleFile>(file: F, focused: 0 | 1, card: Readonly<Record<string, unknown>>): CardFill<F> => {
  const byCard = card.sex === '1' ? 0 : card.sex === '2' ? 1 : focused
  const taken = file.parties[byCard].identityNumber
  const party = byCard !== focused && (taken === '' || taken === card.identityNumber) ? byCard : focused
  const filled = withCard(file.parties[party], card)
  const parties: CoupleFile['parties'] = party === 0 ? [filled, file.parties[1]] : [file.parties[0], filled]
  return { file: { ...file, parties }, party, moved: party !== focused }
}

const afterCard = ['name', 'identityNumber', 'birth', 'sex', 'identityTo', 'ethnicity', 'maritalStatus', 'education', 'occupation', 'residence.detail', 'phone'] as const

/** The first field of a party that a card left empty; the phone when nothing is. */
export const firstEmpty = (file: Pick<CoupleFile, 'parties'>, party: 0 | 1): `parties.${0 | 1}.${string}` => {
  const facts = file.parties[party]
  const value = (field: (typeof afterCard)[number]): string => (field === 'residence.detail' ? facts.residence.detail : facts[field])
  const field = afterCard.find((name) => value(name) === '' && !(name === 'ethnicity' && facts.kind === 'foreigner')) ?? 'phone'
  return `parties.${party}.${field}`
}

const partyOf = (block: string | undefined): 0 | 1 => (block === '1' ? 1 : 0)

/** Cards at a window of couples: to the party in focus, else the first without a number. */
export const coupleCards: CardTaking<CoupleFile> = {
  fill: (file, focused, card) => {
    const { party, ...fill } = fillCard(file, partyOf(focused), card)
    return { ...fill, block: String(party) }
  },
  blockFor: ({ parties }, focused) => {
    if (focused !== undefined && parties[partyOf(focused)].identityNumber === '') return focused
    return parties[0].identityNumber === '' ? '0' : parties[1].identityNumber === '' ? '1' : (focused ?? '0')
  },
  next: (file, block) => firstEmpty(file, partyOf(block)),
  name: (block, t) => t(`party.${block}`),
}
