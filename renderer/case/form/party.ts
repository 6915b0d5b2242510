import { identityTypesOf, nationalityOfKind } from '../../../domain/codes/index.ts'
import type { IdentityOptions, NumberType } from '../../../domain/identity/index.ts'
import { localCardOf, readIdentityNumber } from '../../../domain/identity/index.ts'
import type { IdentityType, Party, PersonKind } from '../../../domain/case/file.ts'

/** Which fields a kind of person has beside those everyone has. */
export const fieldsOf = (party: Pick<Party, 'kind' | 'military'>) => ({
  nationality: party.kind === 'foreigner',
  localIdentity: localCardOf(party.kind) !== undefined,
  ethnicity: party.kind !== 'foreigner',
  areaLookup: party.kind === 'mainland' || party.kind === 'abroad',
  military: party.kind === 'mainland',
  militaryNumber: party.kind === 'mainland' && party.military,
})

/** Another kind of person: nationality, type of paper and fields that this kind does not have follow. What was typed in the fields that stay is kept. */
export const withKind = (party: Party, kind: PersonKind): Party => {
  const types = identityTypesOf[kind] ?? []
  const nationality = nationalityOfKind(kind)
  const identityType = (types.includes(party.identityType) ? party.identityType : (types[0] ?? party.identityType)) as IdentityType
  const next = { ...party, kind, identityType, nationality: nationality ?? (party.nationality === 'CHN' ? '' : party.nationality) }
  const fields = fieldsOf(next)
  return {
    ...next,
    ethnicity: fields.ethnicity ? next.ethnicity : '',
    localIdentityNumber: fields.localIdentity ? next.localIdentityNumber : '',
    military: fields.military ? next.military : false,
    militaryNumber: fields.militaryNumber ? next.militaryNumber : '',
  }
}

/** The number as it is stored, with birth and sex from it where it holds them. A birth typed against the number stays and is shown as a mismatch. */
export const withIdentityNumber = (party: Party, typed: string, options: IdentityOptions): Party => {
  const before = readIdentityNumber(party.identityType, party.identityNumber, { ...options, kind: party.kind })
  const now = readIdentityNumber(party.identityType, typed, { ...options, kind: party.kind })
  const derived = party.birth === '' || party.birth === before.birth
  return {
    ...party,
    identityNumber: now.number,
    birth: derived && now.ok && now.birth !== undefined ? now.birth : party.birth,
    sex: now.ok && now.sex !== undefined ? now.sex : party.sex,
  }
}

/** Facts of a card as they were read, laid over a party: only what the card holds is replaced. */
export const withCard = (party: Party, card: Readonly<Record<string, unknown>>): Party => {
  const known = Object.fromEntries(Object.entries(card).filter(([key, value]) => key in party && value !== '' && value !== null && value !== undefined))
  const residence = typeof known.residence === 'object' ? { ...party.residence, ...(known.residence as Partial<Party['residence']>) } : party.residence
  return { ...party, ...known, residence } as Party
}

/** Type under which a number of the party's paper is read. */
export const numberTypeOf = (party: Pick<Party, 'identityType'>): NumberType => party.identityType

/** The couple as the title of a draft: 张三、李四. */
export const coupleTitle = (file: { readonly parties: readonly [Pick<Party, 'name'>, Pick<Party, 'name'>] }): string => file.parties.map((party) => party.name || '—').join('、')
