import type { BurialFile } from '../../domain/burial/file.ts'
import { emptyBurialFile } from '../../domain/burial/file.ts'
import type { Placement } from '../../domain/burial/codes.ts'
import { ecoPlacements } from '../../domain/burial/codes.ts'
import { findDeceasedKey } from '../../domain/burial/certificate.ts'
import { decideReward } from '../../domain/burial/reward-actions.ts'
import { recordingKeptUntil } from '../../domain/burial/storage.ts'
import { waiverFactsOf } from '../../domain/burial/waiver-facts.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { addDays, addMonths, monthOf } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import type { BillLine } from '../../domain/waiver/facts.ts'
import { decideReversal, decideSettlement } from '../../domain/waiver/settle.ts'
import { managerId } from '../accounts.ts'
import { sampleArea, sampleHome } from '../places.ts'
import { weighted } from '../random.ts'
import type { Script, Step } from '../script.ts'
import { instantAt, scriptOf } from '../script.ts'
import type { BurialDesk } from './desk.ts'
import { makeDeceased, signedConsent } from './deceased.ts'
import { ecoFields, placeIn } from './grounds.ts'
import { samplePrices, sampleRewardPolicy, sampleWaiverPolicy } from './policies.ts'

/** How the cases of the sample home go, from the call to the ashes at rest. */

/** The certificate of a cremation; its number is given when its time has come. */
interface Certificate { number: string }
interface Stay { readonly id: string; readonly file: BurialFile; readonly arrivedOn: CivilDate; readonly vigil: boolean }

const person = (file: BurialFile) => ({ name: file.agent.name, identityNumber: file.agent.identityNumber, relation: file.agent.relation === '' ? ('kin' as const) : file.agent.relation })
const scriptAt = (desk: BurialDesk, day: CivilDate, id: string, from?: number, to?: number): Script => scriptOf(desk.random, desk.seat(day, from, to), id)

const price = (item: BillLine['item'], unit: BillLine['unit']): number => {
  const found = samplePrices.find((entry) => entry.item === item && entry.unit === unit)
  if (found === undefined) throw new RangeError(`no price of ${item} by ${unit}`)
  return found.unitPriceFen
}

/** The bill of a stay: days in the cold, the hall where there was a vigil, an urn where the family brought none. */
const billOf = (desk: BurialDesk, days: number, stay: Pick<Stay, 'vigil'>, stored: boolean): BillLine[] => {
  const { random } = desk
  const rows: [BillLine['item'], BillLine['unit'], number][] = [['transport', 'trip', 1], ['coldStorage', 'day', Math.max(1, days)], ['cremation', 'body', 1], ['disinfection', 'body', 1]]
  if (random.chance(0.7)) rows.push(['farewellHall', 'trip', 1])
  if (stay.vigil) rows.push(['vigilHall', 'day', Math.max(1, Math.min(3, days))])
  if (random.chance(0.55)) rows.push(['urn', 'piece', 1])
  if (stored) rows.push(['ashStorage', 'year', 1])
  return rows.map(([item, unit, quantity], index) => ({ id: String(index + 1), item, unit, quantity, unitPriceFen: price(item, unit), chosen: false, from: '' }))
}

const counted = (desk: BurialDesk, day: CivilDate): { cremated: number; waivedFen: number } => {
  const month = monthOf(day)
  const found = desk.counts.get(month) ?? { cremated: 0, waivedFen: 0 }
  desk.counts.set(month, found)
  return found
}

/** Settles by the policy of the sample district, where it applies; what is turned down (not from here, nothing to waive) is left without. */
const settle = (desk: BurialDesk, script: Script, day: CivilDate, make: () => Parameters<typeof decideSettlement>[1], caseId: string): void => {
  try {
    // Asked once beforehand: a number is taken only for what is settled.
    decideSettlement([sampleWaiverPolicy], make(), { caseId, day, registrar: script.clerk, number: 'asked' })
  } catch (error) {
    if (error instanceof LantaiError) return
    throw error
  }
  const settled = { number: '', waivedFen: 0 }
  script.act('waiver.settled', [90, 400], () => {
    settled.number = desk.nextPaper(make().mode === 'claim' ? 'SLZ' : 'JMZ', day)
    const { body } = decideSettlement([sampleWaiverPolicy], make(), { caseId, day, registrar: script.clerk, number: settled.number })
    settled.waivedFen = body.waiver.waivedFen
    counted(desk, day).waivedFen += settled.waivedFen
    return body
  })
  if (!desk.random.chance(0.006)) return
  desk.plan(addDays(day, desk.random.int(8, 40)), (on) => {
    const further = scriptAt(desk, on, caseId, 9, 15)
    const { reason = '', second = '' } = decideReversal({ caseId, ...settled }, { account: further.clerk, second: managerId, reason: '经核查，逝者单位已支付丧葬费，退回减免', day: on })
    further.act('waiver.reversed', [60, 200], () => {
      counted(desk, on).waivedFen -= settled.waivedFen
      return { ...settled, day: on }
    }, { reason, second })
    return further.steps
  })
}

const ways = weighted<Placement>([['niche', 52], ['plot', 18], ['sea', 9], ['tree', 8], ['lawn', 5], ['flower', 4], ['wall', 2], ['notKept', 2]])
const rewardWays = { sea: 'sea', tree: 'tree', lawn: 'lawn', flower: 'flower', wall: 'wall', notKept: 'notKept', niche: 'niche' } as const

/** Ashes come to rest: in a plot or niche of the register with its agreement, or in one of the ways that leave no plot, with the reward of those. */
const place = (desk: BurialDesk, stay: Pick<Stay, 'id' | 'file'>, day: CivilDate, certificate: Certificate): readonly Step[] => {
  const { random } = desk
  const { file, id } = stay
  const how = ways(random)
  const script = scriptAt(desk, day, id, 9, 15)
  if (how === 'niche' || how === 'plot') {
    const at = placeIn(desk, how)
    const holder = { ...person(file), phone: file.agent.phone, area: sampleArea, villager: '' as const }
    const own = { number: '' }
    script.act('plot.contracted', [300, 900], () => ({ agreement: desk.nextPaper('GZ', day), slip: '', day, to: addMonths(day, 240), holder, feeFen: how === 'niche' ? 60_000 : 280_000, upkeepFen: how === 'niche' ? 20_000 : 60_000, proof: certificate.number, preNeed: null }), { subject: at.plot })
    script.act('plot.interred', [600, 2400], () => {
      own.number = desk.nextPaper('JAZ', day)
      return { interment: desk.nextId('i'), deceased: file.deceased.name, key: findDeceasedKey(file.deceased, file.certificate) ?? '', caseId: id, how, proof: certificate.number, day, certificate: own.number, movedFrom: '' }
    }, { subject: at.plot })
    script.act('burial.placed', [1, 5], () => ({ number: own.number, day, how, place: { facility: at.cemetery, facilityName: at.name, position: at.words }, witness: '', document: '' }))
    return script.steps
  }
  const field = ecoFields[how]
  script.act('burial.placed', [600, 2400], () => ({ number: '', day, how, place: { facility: '', facilityName: field, position: '' }, witness: '示例区民政局（示例）', document: `示生态〔${day.slice(0, 4)}〕${random.int(1, 400)}号` }))
  const way = rewardWays[how]
  if (file.deceased.hukou === sampleArea && ecoPlacements.includes(how)) {
    const facts = { areas: { hukou: file.deceased.hukou, death: file.deceased.deathArea, cremation: sampleArea }, flags: file.waiverFlags, days: { death: file.deceased.death, placement: day }, ways: [way], proofs: ['placementRecord' as const], before: [] }
    script.act('reward.granted', [300, 1200], () => decideReward(sampleRewardPolicy, facts, { caseId: id, day, number: desk.nextPaper('JBZ', day), registrar: script.clerk }).body)
  }
  return script.steps
}

/** What becomes of the ashes on the day of the cremation and after. */
const ashes = (desk: BurialDesk, stay: Stay, script: Script, day: CivilDate, certificate: Certificate, fate: 'released' | 'deposited'): void => {
  const { random } = desk
  const to = person(stay.file)
  if (fate === 'released') script.act('burial.ashesReleased', [120, 600], () => ({ number: desk.nextPaper('LZ', day), day, to, signed: true }))
  else script.act('burial.ashesDeposited', [120, 600], () => ({ number: desk.nextPaper('JJZ', day), day, place: { facility: sampleHome.id, facilityName: sampleHome.name, position: `寄存楼 ${random.int(1, 4)} 区 ${random.int(1, 60)} 排 ${random.int(1, 8)}-${random.int(1, 30)}` }, holder: to, to: addMonths(day, 12) }))
  if (random.chance(fate === 'released' ? 0.72 : 0.4)) desk.plan(addDays(day, random.int(2, fate === 'released' ? 25 : 120)), (on) => place(desk, stay, on, certificate))
}

/** The day of the cremation: vigil and farewell behind it, consent signed, certificate, the bill with its waiver, the ashes. */
const cremate = (desk: BurialDesk, stay: Stay, day: CivilDate): readonly Step[] => {
  const { random } = desk
  const { file, id, arrivedOn } = stay
  const days = Math.round((Date.parse(day) - Date.parse(arrivedOn)) / 86_400_000)
  const script = scriptAt(desk, day, id, 8, 13)
  if (stay.vigil) script.act('burial.vigilHeld', [60, 200], () => ({ from: instantAt(arrivedOn, 22 * 3_600_000), to: instantAt(day, 7 * 3_600_000), hall: `守灵${random.int(1, 6)}厅` }))
  if (file.kind === 'body' && random.chance(0.7)) script.act('burial.farewellHeld', [600, 1800], (at) => ({ heldAt: at, hall: `告别${random.int(1, 4)}厅` }))
  const consent = signedConsent(file, day)
  script.act('burial.amended', [100, 300], () => ({ changes: { consent } }))
  const certificate: Certificate = { number: '' }
  script.act('burial.cremated', [3900, 5400], (at) => {
    const ended = Date.parse(at)
    const instant = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().replace('Z', '+08:00')
    certificate.number = desk.nextPaper('HZ', day)
    counted(desk, day).cremated += file.kind === 'body' ? 1 : 0
    return {
      day, startedAt: instant(ended - 3_000_000), endedAt: instant(ended - 300_000), furnace: `${random.int(1, 5)}号平板炉`, operator: script.clerk, number: certificate.number, home: sampleHome.id, homeName: sampleHome.name, area: sampleArea, registrar: script.clerk,
      recording: `示录${day.replaceAll('-', '')}-${random.int(1, 40)}`, recordingKeptUntil: recordingKeptUntil(day),
    }
  })
  script.act('burial.certificateIssued', [600, 1800], () => ({ number: certificate.number, day, to: person(file), stubSigned: true, reissueOf: '' }))
  if (file.kind !== 'body') return script.steps
  const fate = random.chance(0.74) ? 'released' : 'deposited'
  const bill = billOf(desk, days, stay, fate === 'deposited')
  settle(desk, script, day, () => waiverFactsOf({ file, received: { arrivedAt: `${arrivedOn}T00:00:00+08:00` }, cremation: { area: sampleArea, day }, elsewhere: null }, { lines: bill, mode: 'till', invoice: '', settled: [], cremationArea: '', cremationDay: '' }), id)
  ashes(desk, stay, script, day, certificate, fate)
  if (random.chance(0.008)) desk.plan(addDays(day, random.int(10, 60)), (on) => {
    const further = scriptAt(desk, on, id, 9, 15)
    further.act('burial.certificateIssued', [200, 500], () => ({ number: desk.nextPaper('BHZ', on), day: on, to: person(file), stubSigned: true, reissueOf: certificate.number }), { reason: '承办人遗失，申请补发' })
    return further.steps
  })
  if (random.chance(0.006)) desk.plan(addDays(day, random.int(2, 20)), (on) => {
    const further = scriptAt(desk, on, id, 9, 15)
    further.act('burial.corrected', [200, 500], () => ({ changes: { deceased: { ...file.deceased, hukouAddress: `${file.deceased.hukouAddress}（更正）` } } }), { reason: '户籍地址录入有误，按户口簿更正', second: managerId })
    return further.steps
  })
  return script.steps
}

const fates = weighted<'cremated' | 'held' | 'out' | 'donated' | 'buried' | 'mistake'>([['cremated', 962], ['held', 14], ['out', 13], ['donated', 3], ['buried', 4], ['mistake', 4]])

/** Somebody is brought in on a day; what follows is planned. `stay` leaves the case as it is after the arrival (cases of today). */
export const bodySteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const { random } = desk
  const death = random.chance(0.8) ? day : addDays(day, -1)
  const fate = fates(random)
  const vigil = fate === 'cremated' && random.chance(0.12)
  const made = makeDeceased(random, death, desk.numbers, death)
  const file: BurialFile = { ...made, waiverFlags: { ...made.waiverFlags, centralisedVigil: vigil ? 'yes' : 'no', fromTown: vigil && random.chance(0.95) ? 'yes' : 'no' } }
  const id = desk.nextId('b')
  const stay: Stay = { id, file, arrivedOn: day, vigil }
  const script = scriptAt(desk, day, id, 7, 15)
  script.act('burial.reported', [60, 240], () => ({ file }))
  if (fate === 'mistake') {
    script.act('burial.voided', [600, 3000], () => ({ day }), { reason: '同一逝者重复登记', second: managerId })
    return script.steps
  }
  script.act('burial.received', [1200, 4200], (at) => ({ arrivedAt: at, collectedBy: '接运班（示例）', vehicle: `示A·示例${random.int(1, 6)}` }))
  script.act('burial.stored', [300, 1200], (at) => ({ storedAt: at, unit: `冷藏${random.int(1, 80)}号` }))
  const next = addDays(day, random.int(1, 3))
  if (fate === 'held') {
    script.act('burial.held', [600, 1500], () => ({ hold: `hold-${id}`, kind: 'police', day, document: `示公留字〔${day.slice(0, 4)}〕${random.int(1, 90)}号` }))
    desk.plan(addDays(day, 3), (on) => {
      const further = scriptAt(desk, on, id, 9, 11)
      further.act('burial.storageExtended', [100, 400], () => ({ from: on, to: addDays(on, 8), applicant: person(file), reason: '公安机关要求保留', signed: true }))
      return further.steps
    })
    desk.plan(addDays(day, 6), (on) => {
      const further = scriptAt(desk, on, id, 9, 11)
      further.act('burial.released', [100, 400], () => ({ hold: `hold-${id}`, day: on, document: `示公放字〔${on.slice(0, 4)}〕${random.int(1, 90)}号` }))
      return further.steps
    })
    desk.plan(addDays(day, 7), (on) => cremate(desk, stay, on))
  } else if (fate === 'cremated') desk.plan(next, (on) => cremate(desk, stay, on))
  else
    desk.plan(addDays(day, 1), (on) => {
      const further = scriptAt(desk, on, id, 9, 15)
      if (fate === 'out') further.act('burial.transportedOut', [600, 1800], () => ({ day: on, destination: '样例省样例市样例区（示例）', acceptance: { number: `样民接〔${on.slice(0, 4)}〕${random.int(1, 300)}号`, issuer: '样例区民政局（示例）', issuedOn: on }, vehicle: '示A·示例2' }))
      else if (fate === 'donated') further.act('burial.donated', [600, 1800], () => ({ day: on, institution: '示例医学院遗体接受站（示例）', agreement: `示捐〔${on.slice(0, 4)}〕${random.int(1, 80)}号` }))
      else further.act('burial.bodyBuried', [600, 1800], () => ({ number: '', day: on, ground: 'protectedGroup', reason: '尊重少数民族丧葬习俗', place: { facility: '', facilityName: '示例回民公墓（示例）', position: `${random.int(1, 40)}排${random.int(1, 30)}号` } }))
      return further.steps
    })
  return script.steps
}

/** A limb from a hospital, cremated the day after; no body in any count. */
export const limbSteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const id = desk.nextId('b')
  const made = makeDeceased(desk.random, day, desk.numbers)
  const empty = emptyBurialFile()
  const file: BurialFile = { ...empty, kind: 'limb', deceased: { ...empty.deceased, name: made.deceased.name, pinyin: made.deceased.pinyin, identityNumber: made.deceased.identityNumber, sex: made.deceased.sex }, agent: made.agent, origin: { hospital: '示例区人民医院', document: `示医残〔${day.slice(0, 4)}〕${desk.random.int(1, 90)}号`, relocation: '' } }
  const script = scriptAt(desk, day, id, 8, 15)
  script.act('burial.reported', [60, 240], () => ({ file }))
  script.act('burial.received', [600, 1800], (at) => ({ arrivedAt: at, collectedBy: '接运班（示例）', vehicle: '示A·示例1' }))
  desk.plan(addDays(day, 1), (on) => cremate(desk, { id, file, arrivedOn: day, vigil: false }, on))
  return script.steps
}

/** A resident cremated elsewhere: the family claims the waiver at home. */
export const claimSteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const { random } = desk
  const death = addDays(day, -random.int(10, 90))
  const made = makeDeceased(random, death, desk.numbers)
  const file: BurialFile = { ...made, deceased: { ...made.deceased, hukou: sampleArea, deathArea: '990201', deathPlace: '样例市人民医院（示例）' } }
  const id = desk.nextId('b')
  const cremated = addDays(death, random.int(1, 3))
  const script = scriptAt(desk, day, id, 9, 15)
  script.act('burial.reported', [60, 240], () => ({ file }))
  script.act('burial.crematedElsewhere', [100, 300], () => ({ day: cremated, home: '样例市殡仪馆（示例）', number: `样火〔${cremated.slice(0, 4)}〕${random.int(1, 9000)}号`, area: '990201' }))
  const lines: BillLine[] = [['transport', 'trip', 1, 32_000], ['coldStorage', 'day', 2, 9000], ['cremation', 'body', 1, 38_000]].map(([item, unit, quantity, unitPriceFen], index) => ({ id: String(index + 1), item, unit, quantity, unitPriceFen, chosen: false, from: '' }) as BillLine)
  settle(desk, script, day, () => waiverFactsOf({ file, received: null, cremation: null, elsewhere: { day: cremated, area: '990201' } }, { lines, mode: 'claim', invoice: cremated, settled: [], cremationArea: '990201', cremationDay: cremated }), id)
  return script.steps
}
