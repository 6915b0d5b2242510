import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RelocationAction } from '../../../../../domain/burial/relocation/actions.ts'
import { relocationActions } from '../../../../../domain/burial/relocation/actions.ts'
import { decideCompensation, decideConfirmation, decideDeclaration, decideExhumation, decideNotice, decideOwnerless, decideReinterment, decideWithdrawal } from '../../../../../domain/burial/relocation/decide.ts'
import type { Relocations } from '../../../../../domain/burial/relocation/fold.ts'
import { foldRelocations } from '../../../../../domain/burial/relocation/fold.ts'
import { relocationChecks, tallyRelocations } from '../../../../../domain/burial/relocation/tally.ts'
import { compensate, RelocationTariff, requireSoundTariff, shippedTariffs } from '../../../../../domain/burial/relocation/tariff.ts'
import { thrown } from '../facts.ts'
import { entriesOf } from '../placement/facts.ts'

const lishui = shippedTariffs[0]!
const wengan = shippedTariffs[1]!
const notice = { number: '迁〔2026〕1号', parcel: '高铁新城', township: '西山镇', landUser: '城投', publishedOn: '2026-06-01', deadline: '2026-07-11', tariff: lishui }
const declaration = { notice: notice.number, graveNumber: '7', type: 'cement', cells: 2, remains: 2, owner: '陈平', ownerIdentityNumber: '330381198001010011', relation: 'child', phone: '', photos: [] } as const
const body = { declaration: { ...declaration, photos: [] }, day: '2026-06-05' }
const plots = [{ how: 'plot', plot: 'c1/A/1/1', publicCemetery: true }, { how: 'plot', plot: 'c1/A/1/2', publicCemetery: true }] as const
const fold = (...actions: readonly RelocationAction[]): Relocations => foldRelocations(entriesOf<RelocationAction>(...actions))
const opened = decideNotice({ notices: new Map() }, notice)
const known = fold(opened)

describe('what a relocation pays', () => {
  it('the library is of its shape, sound and unverified', () => {
    for (const tariff of shippedTariffs) {
      expect(RelocationTariff.parse(tariff)).toEqual(tariff)
      expect(tariff.verified).toBe(false)
      requireSoundTariff(tariff)
    }
    expect(thrown(() => requireSoundTariff({ ...lishui, rows: [...lishui.rows, lishui.rows[0]!] }))).toBe('invalid rows.5')
    expect(thrown(() => requireSoundTariff({ ...wengan, steps: [...wengan.steps].reverse() }))).toBe('invalid steps.1')
  })
  it.each([
    [lishui, 'cement', 2, 0, 10, 1600], [lishui, 'cement', 1, 0, 10, 1000], [lishui, 'earth', 2, 0, 10, 800], [lishui, 'earth', 1, 0, 10, 500], [lishui, 'boneJar', 1, 0, 10, 200], [lishui, 'cement', 2, 2, 10, 1800],
    [wengan, 'stone', 1, 0, 20, 4000], [wengan, 'stone', 1, 0, 21, 3600], [wengan, 'stone', 1, 0, 30, 3600], [wengan, 'stone', 1, 0, 31, 3000], [wengan, 'stone', 1, 0, 40, 3000], [wengan, 'stone', 1, 0, 41, 2000], [wengan, 'stone', 2, 2, 20, 9960], [wengan, 'stone', 1, 1, 41, 3980],
  ] as const)('%# %s of %i cells, %i in a cemetery, after %i days: %i yuan', (tariff, type, cells, publicCells, days, yuan) => {
    const movedOn = new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10)
    expect(compensate(tariff, { type, cells, publicCells, noticeOn: '2026-06-01', movedOn }).totalFen).toBe(yuan * 100)
  })
  it('refuses what cannot be', () => {
    const of = (changes: object) => thrown(() => compensate(lishui, { type: 'cement', cells: 2, publicCells: 0, noticeOn: '2026-06-01', movedOn: '2026-06-02', ...changes }))
    expect([of({ cells: 1.5 }), of({ cells: 0 }), of({ publicCells: 3 }), of({ publicCells: -1 }), of({ movedOn: '2026-05-31' }), of({ type: 'stone' }), of({ movedOn: '2026-02-30' })]).toEqual(['invalid cells', 'invalid cells', 'invalid publicCells', 'invalid publicCells', 'invalid movedOn', 'invalid type', 'invalid movedOn'])
  })
  it('its lines add up, and moving earlier never pays less', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 4 }), (a, b, fen, cells) => {
      const tariff = { ...wengan, rows: [{ type: 'stone' as const, size: 'any' as const, fen }] }
      const of = (days: number) => compensate(tariff, { type: 'stone', cells, publicCells: cells - 1, noticeOn: '2026-06-01', movedOn: new Date(Date.UTC(2026, 5, 1 + days)).toISOString().slice(0, 10) })
      const paid = of(a)
      expect(paid.lines.reduce((sum, line) => sum + line.fen, 0)).toBe(paid.totalFen)
      expect(Number.isInteger(paid.totalFen)).toBe(true)
      if (a <= b) expect(paid.totalFen).toBeGreaterThanOrEqual(of(b).totalFen)
    }))
  })
})

describe('a grave on its way', () => {
  const declared = decideDeclaration(known, 'q1', body)
  const grave = (...actions: readonly RelocationAction[]) => fold(opened, declared, ...actions).graves.get('q1')!
  const confirmed = decideConfirmation(grave(), { day: '2026-06-08', slip: '确1', confirmer: '征收办', cells: 2, type: 'cement' })
  const exhumed = decideExhumation(grave(confirmed), { day: '2026-06-15', bonesCremation: 'HZ-9', remains: 2 })
  const paid = decideCompensation(known, grave(confirmed, exhumed), { day: '2026-06-20', publicCells: 2, payee: '陈平', receipt: '收1' })
  const placed = decideReinterment(grave(confirmed, exhumed, paid), { day: '2026-06-21', to: [...plots] })
  it('a double grave goes from notice to re-interment', () => {
    const all = [opened, declared, confirmed, exhumed, paid, placed]
    for (const action of all) expect(relocationActions[action.kind].parse(action.body)).toEqual(action.body)
    expect(paid.body).toMatchObject({ baseFen: 160_000, rewardFen: 0, cellFen: 20_000, totalFen: 180_000 })
    const tally = tallyRelocations(fold(...all), { from: '2026-01-01', to: '2026-12-31' })
    expect(tally).toMatchObject({ declared: { graves: 1, cells: 2 }, reinterred: { graves: 1, cells: 2 }, publicCells: 2, totalFen: 180_000 })
    expect(tallyRelocations(fold(...all), { from: '2026-06-21', to: '2026-06-30' })).toMatchObject({ declared: { graves: 0 }, reinterred: { graves: 1 }, compensated: { graves: 0 }, totalFen: 0 })
  })
  it('the steps keep their order and their days', () => {
    expect(thrown(() => decideExhumation(grave(), exhumed.body))).toBe('wrong_state state')
    expect(thrown(() => decideCompensation(known, grave(confirmed), { day: '2026-06-20', publicCells: 0, payee: 'x', receipt: 'x' }))).toBe('wrong_state state')
    expect(thrown(() => decideReinterment(grave(confirmed, exhumed), placed.body))).toBe('wrong_state state')
    expect(thrown(() => decideExhumation(grave(confirmed), { ...exhumed.body, day: '2026-06-07' }))).toBe('invalid day')
    expect(thrown(() => decideReinterment(grave(confirmed, exhumed, paid), { ...placed.body, to: [plots[0]] }))).toBe('invalid to')
    expect(thrown(() => decideReinterment(grave(confirmed, exhumed, paid), { ...placed.body, to: [plots[0], { ...plots[1], publicCemetery: false }] }))).toBe('invalid to')
    expect(decideWithdrawal(grave(), { day: '2026-06-08', note: '误报' }).kind).toBe('relocation.withdrawn')
    expect(thrown(() => decideWithdrawal(grave(), { day: '2026-06-08', note: '' }))).toBe('invalid note')
    expect(thrown(() => decideWithdrawal(grave(confirmed, exhumed), { day: '2026-06-18', note: 'x' }))).toBe('wrong_state state')
  })
  it('declarations have their notice, their days, and come once', () => {
    const of = (changes: object, day = body.day, at = known) => thrown(() => decideDeclaration(at, 'q2', { declaration: { ...body.declaration, ...changes }, day }))
    expect([of({ notice: 'x' }), of({}, '2026-05-31'), of({}, '2026-07-12'), of({}, '2026-07-11'), of({}, body.day, fold(opened, declared))]).toEqual(['not_found notice', 'invalid day', 'invalid day', 'nothing', 'conflict graveNumber'])
    expect(thrown(() => decideNotice(known, notice))).toBe('conflict number')
    expect(thrown(() => decideNotice({ notices: new Map() }, { ...notice, deadline: '2026-06-01' }))).toBe('invalid deadline')
  })
  it('graves without an owner are treated after the deadline, and paid to nobody', () => {
    const given = { notice: notice.number, graveNumber: '9', type: 'earth', cells: 1, remains: 1, document: '处1' } as const
    expect(thrown(() => decideOwnerless(known, 'q9', { ...given, day: '2026-07-11' }))).toBe('invalid day')
    const found = decideOwnerless(known, 'q9', { ...given, day: '2026-07-12' })
    const at = fold(opened, found)
    expect(thrown(() => decideCompensation(at, at.graves.get('q9')!, { day: '2026-07-20', publicCells: 0, payee: 'x', receipt: 'x' }))).toBe('wrong_state state')
    expect(decideReinterment(at.graves.get('q9')!, { day: '2026-07-20', to: [plots[0]] }).kind).toBe('relocation.reinterred')
  })
})

describe('counts', () => {
  it('316 cells lie in fewer graves: 穴 and 座 are counted apart', () => {
    const actions: RelocationAction[] = [opened]
    let at = known
    for (let index = 0; index < 198; index += 1) {
      const id = `g${index}`
      const cells = index < 118 ? 2 : 1
      const take = <A extends RelocationAction>(action: A): A => {
        actions.push(action)
        return action
      }
      take(decideDeclaration(at, id, { declaration: { ...body.declaration, graveNumber: '', cells }, day: '2026-06-02' }))
      const now = () => foldRelocations(entriesOf<RelocationAction>(opened, ...actions.filter(({ subject }) => subject === id))).graves.get(id)!
      take(decideConfirmation(now(), { day: '2026-06-03', slip: '确', confirmer: '征收办', cells, type: index % 2 === 0 ? 'cement' : 'earth' }))
      take(decideExhumation(now(), { day: '2026-06-04', bonesCremation: '', remains: cells }))
      take(decideCompensation(known, now(), { day: '2026-06-05', publicCells: 0, payee: '陈', receipt: '收' }))
      take(decideReinterment(now(), { day: '2026-06-06', to: Array.from({ length: cells }, () => ({ ...plots[0], publicCemetery: false })) }))
    }
    at = fold(...actions)
    const tally = tallyRelocations(at, { from: '2026-01-01', to: '2026-10-31' })
    expect(tally.reinterred).toEqual({ graves: 198, cells: 316 })
    expect(tally.totalFen).toBe((59 * 1600 + 59 * 800 + 40 * 1000 + 40 * 500) * 100)
    for (const check of relocationChecks(tally)) expect(check.holds, check.id).toBe(true)
  })
})
