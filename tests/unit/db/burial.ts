import type { Action } from '../../../domain/action.ts'
import type { BurialAction } from '../../../domain/burial/actions.ts'
import type { BurialFile, Deceased } from '../../../domain/burial/file.ts'
import { shippedTariffs } from '../../../domain/burial/relocation/tariff.ts'
import type { WaiverActionBody } from '../../../domain/waiver/actions.ts'
import { sampleRewardPolicy, sampleWaiverPolicy } from '../../../sample/burial/policies.ts'
import { act, soundFile } from '../domain/burial/facts.ts'
import { contractBody, holder, interredBody, section } from '../domain/burial/placement/facts.ts'
import { numberOf } from '../domain/facts.ts'

/** Acts of funeral affairs for tests of the register: what a test is about is given, the rest is ordinary. */

type CaseKind = Parameters<typeof act>[0]

/** An act of a case. */
export const of = (subject: string, kind: CaseKind, changes: object = {}): Action => ({ ...(act(kind, changes) as BurialAction), subject })
export const byTwo = { second: 'clerk-2', reason: '录入有误' } as const

/** Somebody born on a day: the identity number follows from it. */
export const person = (birth: string, changes: Partial<Deceased> = {}): Pick<BurialFile, 'deceased' | 'certificate'> => {
  const { deceased, certificate } = soundFile()
  const identityNumber = numberOf(birth, '1', '330381')
  return { deceased: { ...deceased, birth, identityNumber, ...changes }, certificate: { ...certificate, number: changes.identityNumber ?? identityNumber } }
}
export const keyOf = (birth: string): string => `resident:${numberOf(birth, '1', '330381')}`

export const reported = (subject: string, birth = '1940-01-01', changes: Partial<BurialFile> = {}, who: Partial<Deceased> = {}): Action => of(subject, 'burial.reported', { file: soundFile({ ...person(birth, who), ...changes }) })
export const number = (prefix: string, serial: number, year = 2026): string => `${prefix}-330381-${year}-01${String(serial).padStart(6, '0')}`
export const cremated = (subject: string, serial: number, changes: object = {}): Action => of(subject, 'burial.cremated', { number: number('HZ', serial), ...changes })
/** Reported, received and cremated. */
export const crematedCase = (subject: string, serial: number, birth = `19${String(40 + Math.floor(serial / 28) % 50)}-01-${String(1 + (serial % 28)).padStart(2, '0')}`): readonly Action[] => [reported(subject, birth), of(subject, 'burial.received'), cremated(subject, serial)]
export const issued = (subject: string, serial: number, changes: object = {}): Action => of(subject, 'burial.certificateIssued', { number: number('HZ', serial), ...changes })

export const policyAdopted = (policy = sampleWaiverPolicy): Action => ({ kind: 'waiver.policyAdopted', subject: policy.id, body: { policy, day: '2026-08-01', copiedFrom: '' }, second: 'clerk-2', reason: '按文件采用' })
export const rewardPolicyAdopted = (policy = sampleRewardPolicy): Action => ({ kind: 'reward.policyAdopted', subject: policy.id, body: { policy, day: '2026-08-01' }, second: 'clerk-2', reason: '按文件采用' })

/** Two items waived, 300 and 180 yuan, of a bill of 700. */
export const settled = (subject: string, serial: number, items: readonly ('cremation' | 'coldStorage' | 'transport' | 'urn')[] = ['cremation', 'coldStorage'], mode: 'till' | 'claim' = 'till', day = '2026-08-06'): Action => {
  const lines = items.map((item, index) => ({ id: `l${index}`, item, policy: sampleWaiverPolicy.id, actualFen: 35_000, capFen: null, waivedFen: index === 0 ? 30_000 : 18_000, selfPaidFen: index === 0 ? 5000 : 17_000 }))
  const sum = (field: 'actualFen' | 'waivedFen' | 'selfPaidFen'): number => lines.reduce((total, line) => total + line[field], 0)
  const waivedFen = sum('waivedFen')
  const body: WaiverActionBody<'waiver.settled'> = {
    number: number(mode === 'till' ? 'JMZ' : 'SLZ', serial), registrar: 'clerk-1',
    waiver: {
      facts: { areas: { hukou: '330381', death: '330381', cremation: '330381' }, days: { death: '2026-08-03', arrival: '2026-08-03', cremation: '2026-08-05', invoice: '' }, flags: {}, mode, lines: items.map((item, index) => ({ id: `l${index}`, item, unit: 'body', quantity: 1, unitPriceFen: 35_000, chosen: false, from: '' })), settled: [] },
      mode, day, actualFen: sum('actualFen'), waivedFen, selfPaidFen: sum('selfPaidFen'),
      grants: [{ policy: sampleWaiverPolicy.id, layer: 'base', class: 'hukou', counted: 'universal', waivedFen, bearers: [{ bearer: 'district', fen: waivedFen }] }], lines, explanation: [{ zh: '火化费全免', en: 'the cremation is waived' }],
    },
  }
  return { kind: 'waiver.settled', subject, body }
}
export const reversed = (subject: string, serial: number, waivedFen = 48_000): Action => ({ kind: 'waiver.reversed', subject, body: { number: number('JMZ', serial), day: '2026-08-08', waivedFen }, second: 'clerk-2', reason: '已领丧葬补助' })
export const rewarded = (subject: string, serial: number, fen = 300_000): Action => ({
  kind: 'reward.granted', subject,
  body: { number: number('JBZ', serial), day: '2026-08-12', policy: sampleRewardPolicy.id, facts: { areas: { hukou: '330381', death: '330381', cremation: '330381' }, flags: {}, days: { death: '2026-08-03', placement: '2026-08-10' }, ways: ['sea'], proofs: ['placementRecord'], before: [] }, ways: [{ way: 'sea', fen }], fen, payees: [{ payee: 'family', fen }], registrar: 'clerk-1' },
})
export const rewardReversed = (subject: string, serial: number, fen = 300_000): Action => ({ kind: 'reward.reversed', subject, body: { number: number('JBZ', serial), day: '2026-08-13', fen }, second: 'clerk-2', reason: '重复申领' })

const day = '2026-08-05'
export const cemeteryRegistered = (id = 'c1'): Action => ({ kind: 'cemetery.registered', subject: id, body: { facts: { name: '西山公墓', kind: 'publicCemetery', area: '330381', township: '西山镇', foundedOn: '2010-01-01', standing: 'approved', document: '1号', authority: '民政局' }, day: '2010-01-01' } })
export const laidOut = (id = 'c1', changes: Parameters<typeof section>[0] = {}): Action => ({ kind: 'cemetery.laidOut', subject: id, body: { section: section(changes), day: '2010-01-02' } })
const plot = (kind: string, subject: string, body: object): Action => ({ kind, subject, body })
export const reserved = (id: string, slip: string, changes: object = {}): Action => plot('plot.reserved', id, { slip, day, until: '2026-08-12', holder, ...changes })
export const contracted = (id: string, serial: number, changes: object = {}): Action => plot('plot.contracted', id, { ...contractBody, agreement: number('GZ', serial), ...changes })
export const interred = (id: string, changes: object = {}): Action => plot('plot.interred', id, { ...interredBody, certificate: '', ...changes })
export const removed = (id: string, changes: object = {}): Action => plot('plot.removed', id, { interment: 'i1', day, why: 'family', to: '外地公墓', permit: '迁1', agent: '陈平', ...changes })
export const onPlot = (verb: string, id: string, body: object = {}): Action => plot(`plot.${verb}`, id, { day, ...body })

export const noticed = (notice = '迁〔2026〕1号'): Action => ({ kind: 'relocation.noticed', subject: notice, body: { notice: { number: notice, parcel: '西山脚', township: '西山镇', landUser: '某公司', publishedOn: '2026-06-01', deadline: '2026-07-01', tariff: shippedTariffs[0] } } })
export const declared = (id: string, graveNumber = '1', notice = '迁〔2026〕1号'): Action => ({ kind: 'relocation.declared', subject: id, body: { declaration: { notice, graveNumber, type: 'cement', cells: 2, remains: 2, owner: '陈平', ownerIdentityNumber: 'X1', relation: 'grandchild', phone: '', photos: [] }, day: '2026-06-10' } })
export const onGrave = (verb: string, id: string, body: object): Action => ({ kind: `relocation.${verb}`, subject: id, body })
export const facilityRegistered = (id: string, name = '西山公墓'): Action => ({ kind: 'facility.registered', subject: id, body: { facts: { name, kind: 'publicCemetery', area: '330381', township: '西山镇', foundedOn: '2010-01-01', document: '1号' }, day: '2026-01-05' } })
export const onFacility = (verb: string, id: string, body: object): Action => ({ kind: `facility.${verb}`, subject: id, body })
const figures = { visitors: 1000, vehicles: 300, incidents: 0, complaints: 1, lowCarbon: 700, online: 20, ashes: 5, eco: 1 }
const zero = { visitors: 0, vehicles: 0, incidents: 0, complaints: 0, lowCarbon: 0, online: 0, ashes: 0, eco: 0 }
export const qingmingCounted = (site = '西山公墓', on = '2026-04-04'): Action => ({ kind: 'qingming.counted', subject: `${site}/${on}`, body: { site, of: on, day: on, figures } })
export const qingmingCorrected = (site = '西山公墓', on = '2026-04-04'): Action => ({ kind: 'qingming.corrected', subject: `${site}/${on}`, body: { site, of: on, day: '2026-04-06', differences: { ...zero, visitors: 50, incidents: 1 } }, ...byTwo })
export const graveFound = (id: string, on = '2026-02-01', township = '西山镇'): Action => ({ kind: 'illegalGrave.found', subject: id, body: { day: on, township, village: '一村', ground: 'forest', cells: 1, built: 'old', owner: '陈平', finder: '巡查员' } })
export const onIllegal = (verb: string, id: string, body: object): Action => ({ kind: `illegalGrave.${verb}`, subject: id, body })

export const monthClosed = (month: string): Action => ({ kind: 'burial.monthClosed', subject: `month/${month}`, body: { month, day: '2026-09-05', head: 'h', cremated: 1, waivedFen: 0 }, second: 'clerk-2', reason: '已核对' })
export const numberVoided = (prefix: string, serial: number): Action => ({ kind: 'burial.numberVoided', subject: `number/${prefix}/2026`, body: { number: number(prefix, serial), prefix, year: 2026, serial, day: '2026-08-20' }, second: 'clerk-2', reason: '打印污损' })
export const gapExplained = (prefix: string, from: number, to: number): Action => ({ kind: 'burial.gapExplained', subject: `number/${prefix}/2026`, body: { prefix, year: 2026, from, to, day: '2026-08-21' }, second: 'clerk-2', reason: '旧系统已用' })
export const denominatorEntered = (): Action => ({ kind: 'burial.denominatorEntered', subject: 'denominator/2026/allDeaths', body: { period: '2026', base: 'allDeaths', value: 6000, source: '统计局', fromNumerator: false, day: '2026-08-22' }, reason: '年报' })
