import { describe, expect, it } from 'vitest'
import type { BurialAction } from '../../../../domain/burial/actions.ts'
import { foldBurial } from '../../../../domain/burial/fold.ts'
import { ashesForgotten, findUnclaimedAge, findUnclaimedGroup, unclaimedList } from '../../../../domain/burial/unclaimed.ts'
import { act, entries, soundFile, thrown } from './facts.ts'

const fold = (...actions: readonly BurialAction[]) => foldBurial(entries(...actions))
const unknown = soundFile({ deceased: { ...soundFile().deceased, name: '无', identityType: 'none', identityNumber: '' } })
const police = soundFile({ agent: { ...soundFile().agent, relation: 'authority' } })
const lying = (file = unknown) => fold(act('burial.reported', { file }), act('burial.received', { arrivedAt: '2026-08-03T15:20:00+08:00' }))

describe('bodies that nobody claims', () => {
  it('are of two groups', () => {
    expect(findUnclaimedGroup(lying())).toBe('unidentified')
    expect(findUnclaimedGroup(lying(police))).toBe('abandoned')
    expect(findUnclaimedGroup(lying(soundFile({ waiverFlags: { vagrant: 'yes' } })))).toBe('abandoned')
    expect(findUnclaimedGroup(lying(soundFile()))).toBeUndefined()
    expect(findUnclaimedGroup(fold(act('burial.reported'), act('burial.received'), act('burial.held', { kind: 'unidentified' })))).toBe('unidentified')
    expect(findUnclaimedGroup(fold(act('burial.reported'), act('burial.received'), act('burial.held', { kind: 'unidentified' }), act('burial.released')))).toBeUndefined()
  })
  it.each([
    ['2026-08-03', 15, 0, 'waiting', false], ['2026-08-17', 15, 14, 'waiting', false], ['2026-08-18', 15, 15, 'month', true], ['2026-09-02', 15, 30, 'month', true], ['2026-09-03', 15, 31, 'quarter', true],
    ['2026-11-01', 15, 90, 'quarter', true], ['2026-11-02', 15, 91, 'year', true], ['2027-08-03', 15, 365, 'year', true], ['2027-08-04', 15, 366, 'fiveYears', true], ['2044-08-03', 15, 6575, 'longer', true],
    ['2026-09-11', 40, 39, 'waiting', false], ['2026-09-12', 40, 40, 'quarter', true],
  ] as const)('on %s with %i days to wait: %i days, %s', (day, waiting, days, band, unclaimed) => {
    expect(findUnclaimedAge(lying(), day, waiting)).toMatchObject({ days, band, unclaimed, arrivedOn: '2026-08-03' })
  })
  it('one that has left, or has not come, is on no list', () => {
    expect(findUnclaimedAge(fold(act('burial.reported', { file: unknown })), '2026-09-01', 15)).toBeUndefined()
    expect(findUnclaimedAge(lying(), '2026-08-02', 15)).toBeUndefined()
    expect(findUnclaimedAge(fold(act('burial.reported', { file: police }), act('burial.received'), act('burial.cremated')), '2026-09-01', 15)).toBeUndefined()
    expect(thrown(() => findUnclaimedAge(lying(), '2026-09-01', 0))).toBe('invalid waitingDays')
  })
  it('stand in the order of their age, with how many are in each band', () => {
    const older = fold(act('burial.reported', { file: { ...unknown, deceased: { ...unknown.deceased, death: '2020-01-01' } } }), act('burial.received', { arrivedAt: '2020-01-02T08:00:00+08:00' }))
    const list = unclaimedList([lying(), older, lying(soundFile())], '2026-08-20', 15)
    expect(list.rows.map(({ age }) => age.arrivedOn)).toEqual(['2020-01-02', '2026-08-03'])
    expect(list.bands).toMatchObject({ month: 1, longer: 1, waiting: 0 })
  })
  it('ashes left behind past a local time', () => {
    const deposited = fold(act('burial.reported'), act('burial.received'), act('burial.cremated'), act('burial.ashesDeposited', { to: '2027-08-04' }))
    expect([ashesForgotten(deposited, '2029-08-03', 730), ashesForgotten(deposited, '2029-08-04', 730)]).toEqual([false, true])
    expect(ashesForgotten(fold(act('burial.reported'), act('burial.received'), act('burial.cremated')), '2040-01-01', 730)).toBe(false)
  })
})
