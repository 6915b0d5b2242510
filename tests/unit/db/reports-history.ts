import type { Action, Actor } from '../../../domain/action.ts'
import { addDays, civilDate, monthRange, shiftMonth } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { Reads, Register } from '../../../db/contract.ts'
import { road } from '../domain/place-names/case-facts.ts'
import { contracted, cremated, crematedCase, declared, facilityRegistered, graveFound, interred, cemeteryRegistered, laidOut, monthClosed as burialMonthClosed, noticed, of, onGrave, onIllegal, policyAdopted, removed, reported, reversed, rewarded, rewardPolicyAdopted, rewardReversed, settled } from './burial.ts'
import { clerk, opened, received, registered } from './helpers.ts'
import type { Step } from './history.ts'
import { accepted, appeared, applied, divorced, divorceFile, ofMarriage } from './matters.ts'
import { acts as matterActs, anyAct } from './matters-history.ts'
import { added, caseOf } from './place-names.ts'
import { dayClosed, figures, monthClosed } from './reports.ts'

/** Random histories of every window, with days and months closed in between, entered by a clock of their own: what is entered may lie before the day of its entry, or after it. */

/** How many kinds of steps there are. */
export const acts = matterActs + 90

/** A closing, and the entry that made it; of a month with the year to date of the windows that keep counts of their own, as it stood then. */
export type Closing = { readonly seq: number } & ({ readonly day: string } | { readonly month: string; readonly own: Readonly<Record<string, number>> })

/** Counts of funeral affairs and of names from the beginning of the year to a day, heads and fen, by the cells of the late lines. */
export const ownCounts = async (reads: Pick<Reads, 'burial' | 'placeNames'>, to: string): Promise<Readonly<Record<string, number>>> => {
  const period = { from: '2026-01-01', to }
  const burial = await reads.burial.sums(['received.', 'cremated.', 'vigil.', 'waiver.', 'billed.', 'reward.', 'plot.', 'relocation.', 'placed.'], period)
  const names = await reads.placeNames.sums(['application.', 'name.', 'filing.', 'notice.', 'sign.', 'plate.', 'proof.', 'boundary.', 'irregular.'], period)
  return Object.fromEntries([...[...burial].flatMap(([cell, { count, fen }]) => [[`burial.${cell}`, count], [`burial.${cell} fen`, fen]] as const), ...[...names].map(([cell, count]) => [`place-names.${cell}`, count] as const)].filter(([, count]) => count !== 0))
}

const two = (number: number): string => String(number).padStart(2, '0')

const burialAct = (step: Step, day: string, serial: number): Action => {
  const id = `b${String(step.which)}`
  const at = (time: string): string => `${day}T${time}.000+08:00`
  const plot = `c1/A/1/${String(1 + (step.pick % 4))}`
  const kind = (['body', 'body', 'limb'] as const)[step.pick % 3] ?? 'body'
  switch (step.act % 40) {
    case 0: case 1: case 2: case 3: return reported(id, `194${String(step.which)}-0${String(1 + (step.pick % 9))}-${two(1 + step.day)}`, { kind })
    case 4: case 5: case 6: return of(id, 'burial.received', { arrivedAt: at(`${two(step.hour + 6)}:10:00`) })
    case 7: case 8: return of(id, 'burial.vigilHeld', { from: at(`${two(step.hour + 6)}:20:00`), to: '' })
    case 9: return of(id, 'burial.farewellHeld', { heldAt: at('08:30:00') })
    case 10: case 11: case 12: case 13: return cremated(id, serial, { day, startedAt: at(`${two(step.hour + 8)}:40:00`), endedAt: at('20:00:00') })
    case 14: return of(id, 'burial.ashesReleased', { number: `LZ-${String(serial)}`, day })
    case 15: return of(id, 'burial.ashesDeposited', { number: `JZ-${String(serial)}`, day, to: addDays(civilDate(day), 365) })
    case 16: case 17: return of(id, 'burial.placed', { number: '', day, how: 'sea' })
    case 18: case 19: return { ...of(id, 'burial.corrected', { changes: { kind } }), second: 'clerk-9', reason: '更正' }
    case 20: return { ...of(id, 'burial.voided', { day }), second: 'clerk-9', reason: '误录' }
    case 21: case 22: case 23: return settled(id, 1 + (step.pick % 4), step.pick % 2 === 0 ? ['cremation', 'coldStorage'] : ['cremation'], 'till', day)
    case 24: return { ...reversed(id, 1 + (step.pick % 4), step.pick % 2 === 0 ? 48_000 : 30_000), second: 'clerk-9' }
    case 25: return rewarded(id, 1 + (step.pick % 3))
    case 26: return { ...rewardReversed(id, 1 + (step.pick % 3)), second: 'clerk-9' }
    case 27: return contracted(plot, serial)
    case 28: case 29: return interred(plot, { interment: `i${String(step.which)}`, key: `k${String(step.which)}`, caseId: '', day })
    case 30: return { ...removed(plot, { interment: `i${String(step.which)}`, day, why: step.pick % 2 === 0 ? 'wrongGrave' : 'family' }), second: 'clerk-9', reason: '葬错' }
    case 31: return declared(`g${String(step.which)}`, String(step.which))
    case 32: return onGrave('confirmed', `g${String(step.which)}`, { day: '2026-06-12', slip: `确${String(serial)}`, confirmer: '李四', cells: 1 + (step.pick % 2), type: 'cement' })
    case 33: return onGrave('exhumed', `g${String(step.which)}`, { day: '2026-06-20', bonesCremation: '', remains: 1 })
    case 34: return onGrave('compensated', `g${String(step.which)}`, { day: '2026-06-25', baseFen: 160_000, rewardFen: 0, cellFen: 20_000, totalFen: 180_000, publicCells: 1, payee: '陈平', receipt: `收${String(serial)}` })
    case 35: return onGrave('reinterred', `g${String(step.which)}`, { day: '2026-06-30', to: [{ how: 'plot', plot: 'c1/A/2/1', publicCemetery: true }] })
    case 36: return graveFound(`x${String(step.which)}`)
    case 37: return onIllegal('cleared', `x${String(step.which)}`, { day, how: 'greened', to: '', document: '' })
    default: return facilityRegistered(`f${String(step.which)}`)
  }
}

/** Couples of whom the history can go on: a random one seldom comes to a divorce in its short time. */
const couples: readonly Action[] = [0, 1].flatMap((index) => [
  opened(`case-${String(index)}`), registered(`case-${String(index)}`, 900 + index),
  applied(`d${String(index)}`, divorceFile({ marriage: ofMarriage(`case-${String(index)}`) }, { identityNumber: `99010119700101001${String(index)}` }, { identityNumber: `99010119710101002${String(index)}` })), accepted(`d${String(index)}`, 900 + index), appeared(`d${String(index)}`), divorced(`d${String(index)}`, 900 + index),
])

/** Every day of an act later by some days. */
const shifted = (action: Action, days: number): Action => JSON.parse(JSON.stringify(action).replace(/2026-\d\d-\d\d/gu, (day) => addDays(civilDate(day), days)).replaceAll('a'.repeat(64), '')) as Action

/** Each case goes on act by act; now and then a name is refused or a filing sent back and made again. */
const placeNameAct = (step: Step, day: string, serial: number, places: Map<string, number>): Action => {
  const id = `n${String(step.which)}`
  const place = places.get(id) ?? 0
  const items = [road('1', `张桥村${String(step.which)}路`), road('2', `李桥村${String(step.which)}路`)]
  const act = (kind: string, subject: string, body: object): Action => ({ kind, subject, body: { day, ...body } })
  switch (step.act % 30) {
    case 20: return added('e1', '塔韵路')
    case 21: return act('plate.numbered', 'e1', { document: '', name: '塔韵路', street: null, estate: null, rows: [1, 2].map((number) => ({ type: 'gate', within: '', number: number + 2 * step.pick, sub: 0, label: `${String(number + 2 * step.pick)}号`, state: 'assigned', frontage: `户${String(serial)}`, side: '', metres: 1, position: null })) })
    case 22: return act('plate.cancelled', 'e1', { key: `gate//${String(1 + step.pick)}-0`, reason: '拆除', document: '' })
    case 19: return act('plate.made', 'e1', { batch: '一', size: '60×40', maker: '示例制牌', keys: [`gate//${String(1 + step.pick)}-0`] })
    case 23: return act('plate.mounted', 'e1', { key: `gate//${String(1 + step.pick)}-0`, qr: '', position: '', photo: '' })
    case 24: return act('address.proved', `证${String(step.pick)}`, { number: `证${String(step.pick)}`, applicant: '示例住户', owner: '示例住户', entityId: 'e1', key: 'gate//1-0', standard: '塔韵路1号', forms: [{ source: 'house', document: '', written: '塔韵路一号' }], sentence: '同一处', signer: '', reasons: [] })
    case 25: return act('address.withdrawn', `证${String(step.pick)}`, { number: `证${String(step.pick)}`, reason: '误开' })
    case 26: return { kind: 'boundary.registered', subject: 'k1', body: { day: '2026-01-01', facts: { code: '', name: '甲乙线', level: 'county', neighbours: ['甲', '乙'], lengthKilometres: 1, approvedOn: '2001-06-15', approver: '省', document: '', geometry: null, markers: [] } } }
    case 27: return act('boundary.inspected', 'k1', { from: day, kind: 'regular', cause: '', sides: ['甲', '乙'], lengthKilometres: 1, markers: [], report: `联检${String(step.day)}`, archiveNumber: '', result: 'clear', note: '', photos: [] })
    case 28: return act('irregularName.found', `q${String(step.pick)}`, { facts: { name: '巴黎花园', where: '东路', class: 'foreign', source: 'patrol', holder: '', contact: '', standard: '', entityId: '', found: '标牌' } })
    case 29: return act('irregularName.settled', `q${String(step.pick)}`, { how: 'corrected', document: '', note: '' })
    default: {
      const given = shifted(caseOf(id, items, 1 + step.which)[place] ?? act('placeName.printed', id, {}), 5 * step.which)
      if (given.kind === 'placeName.decided' && step.pick % 3 === 0) {
        const body = given.body as { readonly decisions: readonly object[] }
        return { ...given, body: { ...body, decisions: body.decisions.map((decision, index) => (index === 0 ? decision : { item: '2', outcome: 'refused', grounds: [{ rule: 'x', law: 'y', reason: 'z' }] })) } }
      }
      // Sent back, it is filed once more: the case stays where it is.
      if (given.kind === 'placeName.filingAnswered' && step.pick % 3 === 1) return { ...given, body: { ...(given.body as object), outcome: 'refileAsked' } }
      return given
    }
  }
}

/** Days or a month are closed as the api does it: figures and closing in one transaction, the month of funeral affairs with it. */
const close = async (register: Register, step: Step, today: string, actor: Actor): Promise<Closing> =>
  register.transact(actor, async (tx) => {
    if (step.act % 3 > 0) {
      const day = addDays(civilDate(today), -(step.pick % 5))
      const { seq } = await tx.record(dayClosed(day, { figures: figures([...await tx.reports.counterCounts(day)]) }))
      return { seq, day }
    }
    const month = today === monthRange(today.slice(0, 7)).to ? today.slice(0, 7) : shiftMonth(today.slice(0, 7), -1)
    await tx.record(burialMonthClosed(month))
    const { seq } = await tx.record({ ...monthClosed(month, await register.files.put(Buffer.from(month))), second: 'clerk-9' })
    return { seq, month, own: await ownCounts(tx, monthRange(month).to) }
  })

/** Tries every step; one that the register refuses must be refused in words. Returns what was closed. */
export const play = async (register: Register, history: readonly Step[]): Promise<readonly Closing[]> => {
  let today = civilDate('2026-04-02')
  const closings: Closing[] = []
  const places = new Map<string, number>()
  await register.transact(clerk('2026-04-01T08:00:00.000+08:00'), async (tx) => {
    for (const action of [received('10000001', '10002000'), received('50000001', '50002000', 'divorce'), policyAdopted(), rewardPolicyAdopted(), cemeteryRegistered(), laidOut(), noticed(), ...couples, ...crematedCase('b0', 1), ...crematedCase('b1', 2)]) await tx.record(action)
  })
  for (const [serial, step] of history.entries()) {
    if (step.day % 4 === 0) today = addDays(today, step.pick % 3)
    const actor = clerk(`${today}T${two(8 + step.hour)}:00:00.000+08:00`, `clerk-${String(1 + step.counter)}`, String(step.counter))
    const day = addDays(today, 5 - step.day - step.pick)
    const other = step.act - matterActs
    try {
      if (other > 75) closings.push(await close(register, step, today, actor))
      else {
        const action = other < 0 ? await anyAct(step, register) : other < 40 ? burialAct(step, day, 100 + serial) : placeNameAct({ ...step, act: other - 40 }, day, serial, places)
        await register.transact(actor, (tx) => tx.record(action))
        const again = action.kind === 'placeName.filingAnswered' && (action.body as { readonly outcome: string }).outcome === 'refileAsked'
        if (action.kind.startsWith('placeName.')) places.set(action.subject, (places.get(action.subject) ?? 0) + (again ? -1 : 1))
      }
    } catch (error) {
      if (!(error instanceof LantaiError)) throw error
    }
  }
  return closings
}
