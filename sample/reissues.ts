import type { CivilDate } from '../domain/dates.ts'
import { addDays, daysBetween } from '../domain/dates.ts'
import type { Party } from '../domain/marriage/file.ts'
import type { ReissueDeclaration, ReissueFile } from '../domain/reissue/file.ts'
import { applicantsOf, emptyReissueFile } from '../domain/reissue/file.ts'
import { reissueProofreadFields } from '../domain/reissue/intake.ts'
import { reissueRemark } from '../domain/reissue/remark.ts'
import { reissueRules } from '../domain/reissue/rules.ts'
import { identityPapers } from './couples.ts'
import type { Desk } from './desk.ts'
import { holdsOn } from './desk.ts'
import { earlierNumber, singlePhoto } from './earlier.ts'
import { couplesAges, makePerson } from './people.ts'
import { sampleArea, sampleOfficeName } from './places.ts'
import { weighted } from './random.ts'
import type { Seat, Step } from './script.ts'
import { findGround, networkCheck, scriptOf, seatFor } from './script.ts'

const reasons = weighted<'lost' | 'damaged' | 'mismatch'>([['lost', 74], ['damaged', 9], ['mismatch', 17]])
const applicants = weighted<ReissueFile['applicant']>([['both', 52], ['woman', 28], ['man', 20]])

const declared = (on: CivilDate, witness: string): ReissueDeclaration => ({ statusHolds: 'yes', truthful: true, signed: true, fingerprint: true, signedOn: on, witness, witnessSigned: true })

const proxyOf = (desk: Desk, day: CivilDate): NonNullable<ReissueFile['proxy']> => {
  const person = makePerson(desk.random, { sex: desk.random.chance(0.5) ? '1' : '2', kind: 'mainland', age: desk.random.int(25, 60), on: day, maritalStatus: '20' }, desk.numbers)
  return {
    name: person.name, identityType: person.identityType, identityNumber: person.identityNumber, identityShown: true, notary: '示例市示例公证处', mandateNumber: `(${day.slice(0, 4)})示证字第${desk.random.int(100, 9999)}号`, mandateDay: addDays(day, -desk.random.int(3, 25)),
    names: { party: true, identity: true, registrationDay: true, registrationOffice: true, presentStatus: true, matter: true, proxy: true },
  }
}

const yearsBetween = (from: CivilDate, to: CivilDate): number => daysBetween(from, to) / 365.25

/** Who comes with which certificate: mostly marriages registered long ago, here or elsewhere; now and then one of this register. */
const fileOf = (desk: Desk, day: CivilDate): ReissueFile => {
  const { random } = desk
  const certificate = random.chance(0.84) ? 'marriage' : 'divorce'
  const status = certificate === 'marriage' ? '20' : '40'
  const applicant = random.chance(certificate === 'marriage' ? 0.9 : 0.2) ? applicants(random) : random.pick(['man', 'woman'] as const)
  const empty = emptyReissueFile(certificate)
  const known = certificate === 'marriage' && random.chance(0.06) ? desk.done.findLast((entry) => entry.day < addDays(day, -30) && !desk.taken.has(entry.id) && entry.file.parties.every((party) => holdsOn(party, day))) : undefined
  const since = known?.day ?? addDays(day, -random.int(400, 12_000))
  const years = yearsBetween(since, day)
  const ages = couplesAges(random, [true, true])
  const person = (index: 0 | 1): Party => known === undefined ? makePerson(random, { sex: index === 0 ? '1' : '2', kind: 'mainland', age: ages[index] + years + 0.1, on: day, maritalStatus: status }, desk.numbers) : { ...known.file.parties[index], maritalStatus: status }
  const parties: [Party, Party] = [person(0), person(1)]
  const here = known !== undefined || random.chance(0.72)
  const number = known?.number ?? earlierNumber(random, certificate, since, () => (here ? sampleArea : '990104'))
  const reason = reasons(random)
  const file: ReissueFile = {
    ...empty, applicant, parties,
    original: { caseId: known?.id ?? '', number, office: here ? sampleOfficeName : '示例市另一婚姻登记处', area: here ? sampleArea : '990104', day: since },
    verification: { found: here ? 'here' : 'elsewhere', matches: 'yes', proof: here ? `${certificate === 'marriage' ? '结婚' : '离婚'}登记类${since.slice(0, 4)}年第${random.int(1, 3000)}卷` : `婚姻登记档案复印件(加盖档案保管单位印章)${random.int(2, 6)}页` },
    reason, oldCertificate: reason === 'lost' ? { shown: false, cancelled: false } : { shown: true, cancelled: true },
    courtDivorce: certificate === 'marriage' ? 'no' : '',
    proxy: here && applicant !== 'both' && random.chance(0.09) ? proxyOf(desk, day) : null,
  }
  return { ...file, papers: applicantsOf(file).flatMap((index) => identityPapers(random, parties[index], index, desk.pictures)) }
}

const photosOf = (desk: Desk, file: ReissueFile): Pick<ReissueFile, 'photo' | 'photos'> => {
  const { random, pictures } = desk
  if (file.certificate === 'marriage') {
    const [first] = pictures.photos
    if (first === undefined) return { photo: null, photos: [null, null] }
    const { hash, width, height } = random.pick(pictures.photos)
    return { photo: { hash, width, height, joint: true, notComposed: true }, photos: [null, null] }
  }
  const own = applicantsOf(file)
  return { photo: null, photos: [own.includes(0) ? singlePhoto(random, pictures.men) : null, own.includes(1) ? singlePhoto(random, pictures.women) : null] }
}

/** A reissue from the form to the certificate in hand, or its refusal: a few have lost their claim since. */
export const reissueSteps = (desk: Desk, seat: Seat, stopAfter?: number): readonly Step[] => {
  const { random } = desk
  const { day } = seat
  const made = fileOf(desk, day)
  const chance = stopAfter === undefined && made.certificate === 'marriage' && made.original.caseId === '' && random.chance(0.03)
  const ground = chance ? findGround(reissueRules, 'reissue.court-divorce', day, '双方已由人民法院调解离婚，婚姻关系已经解除。') : undefined
  const file: ReissueFile = ground === undefined ? made : { ...made, courtDivorce: 'yes' }
  const id = desk.nextId('r')
  const script = scriptOf(random, seatFor(random, seat, file.parties), id)
  const shelf = desk.shelves[file.certificate]
  const own = applicantsOf(file)
  script.act('reissue.opened', [200, 500], () => ({ file }))
  for (const party of own) script.print('reissue.printed', 'reissue.declaration', party, [8, 20])
  const declarations: ReissueFile['declarations'] = [own.includes(0) ? declared(day, script.clerk) : file.declarations[0], own.includes(1) ? declared(day, script.clerk) : file.declarations[1]]
  const photos = photosOf(desk, file)
  script.act('reissue.amended', [90, 240], () => ({ changes: { declarations, ...photos } }))
  for (const party of own) script.act('reissue.checked', [15, 50], (at) => ({ check: networkCheck(party, file.parties[party], file.certificate === 'marriage' ? '20' : '40', at, script.clerk) }))
  if (ground !== undefined) {
    script.act('reissue.refused', [60, 200], () => ({ day, grounds: [ground], registrar: script.clerk }))
    script.print('reissue.printed', 'reissue.refusal', undefined, [10, 20])
    return script.steps
  }
  script.act('reissue.registered', [40, 140], () => ({
    number: desk.nextNumber(file.certificate === 'marriage' ? 'BJ' : 'BL', day), day, originalDay: file.original.day, serials: [own.includes(0) ? shelf.take() : '', own.includes(1) ? shelf.take() : ''],
    officeName: sampleOfficeName, area: sampleArea, registrar: script.clerk, opinion: '经查档核实，符合补发条件，准予补发', remark: reissueRemark(file, day),
  }))
  script.print('reissue.printed', 'reissue.review', undefined, [6, 15])
  for (const party of own) script.print('reissue.printed', 'reissue.certificate', party, [10, 25])
  script.act('reissue.proofread', [40, 100], () => ({ ticked: reissueProofreadFields({ ...file, ...photos }).map(({ field }) => field) }))
  script.act('reissue.delivered', [40, 120], () => {
    desk.reissues.push({ id, day })
    return { day, to: file.proxy === null ? 'applicants' : 'proxy', identityAsked: true, signed: true, fingerprint: true, oldCancelled: file.oldCertificate.cancelled }
  })
  return stopAfter === undefined ? script.steps : script.steps.slice(0, stopAfter)
}
