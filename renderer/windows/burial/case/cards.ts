import type { BurialFile } from '../../../../domain/burial/file.ts'
import type { DeceasedIdentityType } from '../../../../domain/burial/certificate.ts'
import type { IdentityOptions, NumberType } from '../../../../domain/identity/index.ts'
import { readIdentityNumber } from '../../../../domain/identity/index.ts'
import type { CardTaking } from '../../../case/spec.ts'

type Deceased = BurialFile['deceased']
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A card laid over the deceased: only what the card holds is replaced. */
export const withDeceasedCard = (deceased: Deceased, card: Readonly<Record<string, unknown>>): Deceased => {
  const residence = (typeof card['residence'] === 'object' && card['residence'] !== null ? card['residence'] : {}) as Readonly<Record<string, unknown>>
  const over = (value: unknown, before: string): string => (textOf(value) === '' ? before : textOf(value))
  return {
    ...deceased, identityType: 'resident', name: over(card['name'], deceased.name), identityNumber: over(card['identityNumber'], deceased.identityNumber), birth: over(card['birth'], deceased.birth), ethnicity: over(card['ethnicity'], deceased.ethnicity),
    sex: card['sex'] === '1' || card['sex'] === '2' ? card['sex'] : deceased.sex, hukou: over(residence['area'], deceased.hukou), hukouAddress: over(residence['detail'], deceased.hukouAddress),
  }
}

/** The number as it is stored, with birth and sex from it where it holds them; a birth typed against the number stays and is shown as a mismatch. */
export const withDeceasedNumber = (deceased: Deceased, typed: string, options: IdentityOptions): Deceased => {
  if (deceased.identityType === 'none') return { ...deceased, identityNumber: typed.trim() }
  const type = deceased.identityType as NumberType
  const before = readIdentityNumber(type, deceased.identityNumber, options)
  const now = readIdentityNumber(type, typed, options)
  return { ...deceased, identityNumber: now.number, birth: (deceased.birth === '' || deceased.birth === before.birth) && now.ok && now.birth !== undefined ? now.birth : deceased.birth, sex: now.ok && now.sex !== undefined ? (now.sex as '1' | '2') : deceased.sex }
}

/** Somebody without any paper (无名): name and type of paper are both written 无. */
export const asNameless = (deceased: Deceased): Deceased => ({ ...deceased, name: '无', identityType: 'none', identityNumber: '' })
/** Another type of paper; the name 无 goes with the type 无. */
export const withType = (deceased: Deceased, identityType: DeceasedIdentityType): Deceased => (identityType === 'none' ? asNameless(deceased) : { ...deceased, identityType, name: deceased.name === '无' ? '' : deceased.name })

const afterDeceased = ['name', 'identityNumber', 'sex', 'birth', 'hukou', 'death', 'deathPlace', 'manner', 'cause', 'infectious'] as const
const afterAgent = ['name', 'relation', 'identityNumber', 'phone'] as const

/** Cards at the burial desk: the deceased's and the agent's. */
export const burialCards: CardTaking<BurialFile> = {
  fill: (file, focused, card) => {
    if (focused !== 'agent') return { file: { ...file, deceased: withDeceasedCard(file.deceased, card) }, block: 'deceased', moved: false }
    const residence = (typeof card['residence'] === 'object' && card['residence'] !== null ? card['residence'] : {}) as Readonly<Record<string, unknown>>
    const { agent } = file
    return { file: { ...file, agent: { ...agent, name: textOf(card['name']) || agent.name, identityNumber: textOf(card['identityNumber']) || agent.identityNumber, address: textOf(residence['detail']) || agent.address } }, block: 'agent', moved: false }
  },
  blockFor: (file, focused) => focused ?? (file.deceased.identityNumber === '' && file.deceased.identityType !== 'none' ? 'deceased' : 'agent'),
  next: (file, block) => (block === 'agent' ? `agent.${afterAgent.find((field) => file.agent[field] === '') ?? 'phone'}` : `deceased.${afterDeceased.find((field) => file.deceased[field] === '') ?? 'death'}`),
  name: (block, t) => t(`section.${block}`),
}
