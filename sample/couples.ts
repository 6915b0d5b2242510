import type { CivilDate } from '../domain/dates.ts'
import { addDays, addMonths } from '../domain/dates.ts'
import type { Declaration, MarriageFile, MarriageKind, Party, PersonKind, SuppliedPaper } from '../domain/marriage/file.ts'
import type { NumberSource } from './people.ts'
import { couplesAges, makePerson } from './people.ts'
import { sampleArea } from './places.ts'
import type { Random } from './random.ts'
import { weighted } from './random.ts'

/** A picture of the sample as files refer to it. */
export interface PictureRef {
  readonly hash: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

export interface Pictures {
  readonly photos: readonly PictureRef[]
  /** Single photos of men and of women. */
  readonly men: readonly PictureRef[]
  readonly women: readonly PictureRef[]
  readonly scans: readonly PictureRef[]
}

/** What is fixed about a couple before the rest is drawn. */
export interface CoupleWish {
  readonly kind?: MarriageKind
  readonly personKinds?: readonly [PersonKind, PersonKind]
  /** Exactly these birthdays (worked cases of age). */
  readonly births?: readonly [CivilDate | undefined, CivilDate | undefined]
  /** One of the two is somebody the register knows already. */
  readonly man?: Party
}

const kinds = weighted<MarriageKind>([['marriage', 960], ['remarriage', 27], ['late', 13]])
const otherKinds = weighted<PersonKind>([['hongkong', 26], ['taiwan', 22], ['macao', 8], ['overseas', 14], ['foreigner', 30]])
// Of 610.6 couples of 2024 a quarter of the people married again (中国统计年鉴2025: 917.2 + 303.9).
const histories = weighted<readonly [boolean, boolean]>([[[true, true], 67.5], [[false, false], 17], [[false, true], 8.5], [[true, false], 7]])

const scanOf = (random: Random, pictures: Pictures, name: string): SuppliedPaper['scans'] => {
  if (pictures.scans.length === 0) return []
  const picture = random.pick(pictures.scans)
  return [{ hash: picture.hash, name, type: 'image/jpeg', bytes: picture.bytes, pages: 1 }]
}

/** A supplied paper with what is known of it. */
export const paper = (type: string, party: 0 | 1, facts: Partial<SuppliedPaper>): SuppliedPaper => ({ type, party, number: '', issuer: '', issuedOn: '', validTo: 'long', legible: true, note: '', scans: [], ...facts })

const statusPaper = (random: Random, party: Party, index: 0 | 1, on: CivilDate): readonly SuppliedPaper[] => {
  if (party.kind !== 'mainland' || party.maritalStatus === '10') return []
  const since = addDays(on, -random.int(90, 4000))
  if (party.maritalStatus === '30') return [paper('deathProof', index, { issuer: '示例市第一医院', issuedOn: since })]
  return [paper('divorceProof', index, { number: `L990${random.int(101, 105)}-${since.slice(0, 4)}-${String(random.int(1, 999)).padStart(6, '0')}`, issuer: '示例市民政局', issuedOn: since })]
}

const noSpousePapers = (random: Random, party: Party, index: 0 | 1, on: CivilDate): readonly SuppliedPaper[] => {
  if (party.kind === 'mainland' || party.kind === 'abroad') return []
  const issuedOn = addDays(on, -random.int(8, 75))
  const validTo = addDays(addMonths(issuedOn, 6), -1)
  const number = `(示)字第${random.int(1000, 9999)}号`
  if (party.kind === 'hongkong' || party.kind === 'macao' || party.kind === 'taiwan') {
    const issuer = { hongkong: '中国委托公证人示例律师行', macao: '澳门示例公证署', taiwan: '台湾示例公证处' }[party.kind]
    return [paper('noSpouse', index, { number, issuer, issuedOn, validTo })]
  }
  const certificate = paper('noSpouse', index, { number, issuer: 'SAMPLE CIVIL REGISTRY', issuedOn, validTo })
  if (on >= '2023-11-07' && random.chance(0.6)) {
    return [
      certificate,
      paper('apostille', index, { number: `APO-${random.int(10_000, 99_999)}`, issuer: 'SAMPLE AUTHORITY', issuedOn: addDays(issuedOn, 3) }),
      paper('translation', index, { issuer: '示例翻译社', issuedOn: addDays(issuedOn, 5) }),
      paper('hagueStatement', index, { issuedOn: on }),
    ]
  }
  return [certificate, paper('authentication', index, { number: `(认)${random.int(1000, 9999)}`, issuer: '中国驻外使领馆', issuedOn: addDays(issuedOn, 4) })]
}

/** The identity paper of a party, with the local card of those from Hong Kong, Macao and Taiwan. */
export const identityPapers = (random: Random, party: Party, index: 0 | 1, pictures: Pictures): readonly SuppliedPaper[] => [
  paper('identity', index, { number: party.identityNumber, issuer: party.identityIssuer, issuedOn: party.identityFrom, validTo: party.identityTo as SuppliedPaper['validTo'], scans: scanOf(random, pictures, `${index === 0 ? '男方' : '女方'}身份证件.jpg`) }),
  ...(party.localIdentityNumber === '' ? [] : [paper('localIdentity', index, { number: party.localIdentityNumber })]),
]

const papersOf = (random: Random, parties: readonly [Party, Party], on: CivilDate, pictures: Pictures): SuppliedPaper[] =>
  ([0, 1] as const).flatMap((index) => {
    const party = parties[index]
    return [
      ...identityPapers(random, party, index, pictures),
      ...(on < '2025-05-10' && party.kind === 'mainland' ? [paper('householdBook', index, { issuer: party.identityIssuer })] : []),
      ...noSpousePapers(random, party, index, on),
      ...statusPaper(random, party, index, on),
    ]
  })

const unsigned = (): Declaration => ({ voluntary: false, noSpouse: false, notKin: false, healthTold: false, capacity: false, readAloud: false, signed: false, fingerprint: false, signedOn: '', witness: '', witnessSigned: false })

/** A declaration read aloud, signed and fingerprinted before a registrar. */
export const signedDeclaration = (on: CivilDate, witness: string): Declaration => ({ voluntary: true, noSpouse: true, notKin: true, healthTold: true, capacity: true, readAloud: true, signed: true, fingerprint: true, signedOn: on, witness, witnessSigned: true })

const statusOf = (random: Random, first: boolean): string => (first ? '10' : random.chance(0.9) ? '40' : '30')

/** Kinds of the two persons of a couple: about one couple in seventy is not of the mainland alone. */
export const partyKinds = (random: Random): readonly [PersonKind, PersonKind] => {
  if (!random.chance(0.014)) return ['mainland', 'mainland']
  const other = otherKinds(random)
  return random.chance(0.6) ? [other, 'mainland'] : ['mainland', other]
}

// Before 2025-05-10 a couple from elsewhere could register here under the pilot only, and the clerk said so.
const pilotAnswer = (parties: readonly [Party, Party], on: CivilDate): MarriageFile['answers'] =>
  on >= '2025-05-10' || parties.some((party) => party.kind !== 'mainland' || party.residence.area === sampleArea) ? [] : [{ rule: 'marriage.household-place.2003', field: 'parties.0.residence.area', reason: '内地居民婚姻登记“跨省通办”试点，双方持居住证办理' }]

/** The file of a couple as it lies at the counter when the case is opened: facts, papers and photo; not yet declared, not yet checked. */
export const makeCouple = (random: Random, on: CivilDate, numbers: NumberSource, pictures: Pictures, wish: CoupleWish = {}): MarriageFile => {
  const kind = wish.kind ?? kinds(random)
  const kindsOfPerson = wish.personKinds ?? (kind === 'marriage' ? partyKinds(random) : (['mainland', 'mainland'] as const))
  const first: readonly [boolean, boolean] = kind === 'remarriage' ? [false, false] : kind === 'late' ? [true, true] : histories(random)
  const [manAge, womanAge] = couplesAges(random, first)
  // 补办: they have lived as spouses for years; both were old enough when that began.
  const lived = kind === 'late' ? random.int(3, 18) : 0
  const person = (index: 0 | 1): Party => {
    const birth = wish.births?.[index]
    return makePerson(random, { sex: index === 0 ? '1' : '2', kind: kindsOfPerson[index], age: (index === 0 ? manAge : womanAge) + lived, on, maritalStatus: kind === 'remarriage' ? '40' : statusOf(random, first[index]), ...(birth === undefined ? {} : { birth }) }, numbers)
  }
  const parties: [Party, Party] = [wish.man ?? person(0), person(1)]
  const divorced = kind === 'remarriage' ? addDays(on, -random.int(120, 2600)) : ''
  const photo = pictures.photos.length === 0 ? undefined : random.pick(pictures.photos)
  return {
    kind,
    parties,
    cohabitedSince: kind === 'late' ? addDays(on, -lived * 365 + random.int(1, 200)) : '',
    formerDivorce: divorced === '' ? { number: '', day: '' } : { number: `L990101-${divorced.slice(0, 4)}-${String(random.int(1, 899)).padStart(6, '0')}`, day: divorced },
    papers: papersOf(random, parties, on, pictures),
    photo: photo === undefined ? null : { hash: photo.hash, width: photo.width, height: photo.height, joint: true, notComposed: true },
    networkChecks: [],
    declarations: [unsigned(), unsigned()],
    answers: pilotAnswer(parties, on),
    remarkForm: '',
    remarkCertificate: '',
  }
}
