import { describe, expect, it } from 'vitest'
import type { BurialAction, BurialState } from '../../../../domain/burial/actions.ts'
import { countsAsBody } from '../../../../domain/burial/codes.ts'
import { decideExtension, decideReissue, decideVoid } from '../../../../domain/burial/decide.ts'
import { allowedInBurial, applyBurial, foldBurial } from '../../../../domain/burial/fold.ts'
import { recordingKeptUntil, storageTimer } from '../../../../domain/burial/storage.ts'
import { waiverFactsOf } from '../../../../domain/burial/waiver-facts.ts'
import { act, entries, soundFile, subject, thrown } from './facts.ts'

const toStored = [act('burial.reported'), act('burial.received'), act('burial.stored')]
const fold = (...actions: readonly BurialAction[]) => foldBurial(entries(...actions))
const state = (...actions: readonly BurialAction[]): BurialState => fold(...actions).state

describe('a case by its acts', () => {
  it('from the report to the sea', () => {
    const folded = fold(...toStored, act('burial.vigilHeld'), act('burial.farewellHeld'), act('burial.cremated'), act('burial.certificateIssued'), act('burial.ashesReleased'), act('burial.placed'))
    expect(folded).toMatchObject({ id: subject, state: 'placed', revision: 9, openedBy: 'clerk', vigils: [{ hall: '守灵厅1' }], cremation: { number: 'HZ-330381-2026-01000001' }, resting: [{ how: 'sea' }] })
  })
  it.each<[string, readonly BurialAction[], BurialState]>([
    ['deposited, extended, taken out, placed, moved', [...toStored, act('burial.cremated'), act('burial.ashesDeposited'), act('burial.depositExtended'), act('burial.ashesReleased', { day: '2029-09-01' }), act('burial.placed', { day: '2029-09-02' }), act('burial.moved')], 'placed'],
    ['placed at once', [...toStored, act('burial.cremated'), act('burial.placed')], 'placed'],
    ['transported out', [...toStored, act('burial.transportedOut')], 'transportedOut'],
    ['buried as a body, later moved', [...toStored, act('burial.bodyBuried'), act('burial.moved')], 'bodyBuried'],
    ['donated', [act('burial.reported'), act('burial.donated')], 'donated'],
    ['cremated elsewhere, brought here and placed', [act('burial.reported'), act('burial.crematedElsewhere'), act('burial.ashesDeposited'), act('burial.placed', { day: '2026-09-01' }), act('burial.moved')], 'placed'],
    ['cremated elsewhere, entered by mistake', [act('burial.reported'), act('burial.crematedElsewhere'), act('burial.voided')], 'voided'],
    ['asked about a waiver after the cremation', [...toStored, act('burial.cremated'), { kind: 'burial.amended', subject, body: { changes: { waiverFlags: { student: 'no' } } } }], 'cremated'],
    ['held and released', [...toStored, act('burial.held'), act('burial.released'), act('burial.cremated')], 'cremated'],
  ])('%s', (_what, actions, reached) => {
    expect(state(...actions)).toBe(reached)
  })
  it.each<[string, readonly BurialAction[], string]>([
    ['not reported', [act('burial.received')], 'wrong_state '],
    ['cremated before it arrived', [act('burial.reported'), act('burial.cremated')], 'wrong_state '],
    ['cremated twice', [...toStored, act('burial.cremated'), act('burial.cremated')], 'wrong_state '],
    ['cremated under a hold', [...toStored, act('burial.held'), act('burial.cremated')], 'wrong_state holds'],
    ['transported out under a hold', [...toStored, act('burial.held'), act('burial.transportedOut')], 'wrong_state holds'],
    ['released twice', [...toStored, act('burial.held'), act('burial.released'), act('burial.released')], 'wrong_state hold'],
    ['the same hold twice', [...toStored, act('burial.held'), act('burial.held')], 'conflict hold'],
    ['released with nothing held', [...toStored, act('burial.released')], 'wrong_state hold'],
    ['one of two holds open', [...toStored, act('burial.held'), act('burial.held', { hold: 'k2', kind: 'dispute' }), act('burial.released'), act('burial.cremated')], 'wrong_state holds'],
    ['amended after the cremation', [...toStored, act('burial.cremated'), { kind: 'burial.amended', subject, body: { changes: { note: 'x' } } }], 'wrong_state note'],
    ['placed before the cremation', [...toStored, act('burial.placed')], 'wrong_state '],
    ['a limb laid in state', [act('burial.reported', { file: soundFile({ kind: 'limb' }) }), act('burial.received'), act('burial.farewellHeld')], 'wrong_state file.kind'],
    ['bones transported out', [act('burial.reported', { file: soundFile({ kind: 'bones' }) }), act('burial.received'), act('burial.transportedOut')], 'wrong_state file.kind'],
    ['an arrival before the death', [act('burial.reported'), act('burial.received', { arrivedAt: '2026-08-02T10:00:00+08:00' })], 'invalid arrivedAt'],
    ['a death after the cremation', [act('burial.reported', { file: soundFile({ deceased: { ...soundFile().deceased, death: '2026-08-06' } }) }), act('burial.received', { arrivedAt: '2026-08-06T10:00:00+08:00' }), act('burial.cremated')], 'invalid day'],
    ['a cremation before the arrival', [...toStored, act('burial.cremated', { startedAt: '2026-08-03T08:00:00+08:00' })], 'invalid startedAt'],
    ['a cremation that ends first', [...toStored, act('burial.cremated', { endedAt: '2026-08-05T08:00:00+08:00' })], 'invalid endedAt'],
    ['ashes before the cremation', [...toStored, act('burial.cremated'), act('burial.ashesReleased', { day: '2026-08-04' })], 'invalid day'],
    ['a deposit that ends first', [...toStored, act('burial.cremated'), act('burial.ashesDeposited', { to: '2026-08-01' })], 'invalid to'],
    ['a deposit extended backwards', [...toStored, act('burial.cremated'), act('burial.ashesDeposited'), act('burial.depositExtended', { to: '2028-01-01' })], 'invalid to'],
    ['a move before the placement', [...toStored, act('burial.cremated'), act('burial.placed'), act('burial.moved', { day: '2026-08-09' })], 'invalid day'],
    ['a second first certificate', [...toStored, act('burial.cremated'), act('burial.certificateIssued'), act('burial.certificateIssued', { number: 'HZ-2' })], 'wrong_state reissueOf'],
    ['a reissue of another number', [...toStored, act('burial.cremated'), act('burial.certificateIssued'), act('burial.certificateIssued', { number: 'BHZ-1', reissueOf: 'HZ-9' })], 'wrong_state reissueOf'],
    ['cremated elsewhere though it lies here', [...toStored, act('burial.crematedElsewhere')], 'wrong_state '],
    ['cremated here after elsewhere', [act('burial.reported'), act('burial.crematedElsewhere'), act('burial.cremated')], 'wrong_state '],
    ['received after it was cremated elsewhere', [act('burial.reported'), act('burial.crematedElsewhere'), act('burial.received')], 'wrong_state '],
    ['elsewhere before the death', [act('burial.reported'), act('burial.crematedElsewhere', { day: '2026-08-02' })], 'invalid day'],
    ['elsewhere under a hold', [act('burial.reported'), act('burial.held'), act('burial.crematedElsewhere')], 'wrong_state holds'],
    ['a limb cremated elsewhere', [act('burial.reported', { file: soundFile({ kind: 'limb' }) }), act('burial.crematedElsewhere')], 'wrong_state file.kind'],
    ['a certificate of our own for a cremation elsewhere', [act('burial.reported'), act('burial.crematedElsewhere'), act('burial.certificateIssued')], 'wrong_state '],
    ['its ashes released by us', [act('burial.reported'), act('burial.crematedElsewhere'), act('burial.ashesReleased')], 'wrong_state '],
    ['a certificate of our own once its ashes lie here', [act('burial.reported'), act('burial.crematedElsewhere'), act('burial.placed'), act('burial.certificateIssued', { day: '2026-08-10' })], 'wrong_state number'],
    ['placed before it was cremated elsewhere', [act('burial.reported'), act('burial.crematedElsewhere'), act('burial.placed', { day: '2026-08-04' })], 'invalid day'],
    ['anything after a void', [act('burial.reported'), act('burial.voided'), act('burial.received')], 'wrong_state '],
  ])('%s is refused', (_what, actions, said) => {
    expect(thrown(() => fold(...actions))).toBe(said)
  })
  it('a cremation elsewhere is no cremation of this office, and its day and area are what a waiver asks', () => {
    const folded = fold(act('burial.reported'), act('burial.crematedElsewhere'))
    expect(folded).toMatchObject({ state: 'crematedElsewhere', cremation: null, elsewhere: { home: '温州市殡仪馆', number: 'HZ-330300-2026-01000077' } })
    expect(allowedInBurial(folded)).not.toContain('burial.certificateIssued')
    expect(waiverFactsOf(folded, { lines: [], mode: 'claim', invoice: '', settled: [], cremationArea: '', cremationDay: '' })).toMatchObject({ areas: { cremation: '330300' }, days: { cremation: '2026-08-05' } })
  })
  it('one entry more leaves the case before it as it was', () => {
    const [first, second] = entries(act('burial.reported'), act('burial.received'))
    if (first === undefined || second === undefined) return expect.unreachable()
    const before = applyBurial(undefined, first)
    expect(applyBurial(before, second).received).not.toBeNull()
    expect(before).toMatchObject({ received: null, revision: 1 })
  })
  it('moves are further rows and never edit the first', () => {
    expect(fold(...toStored, act('burial.cremated'), act('burial.placed'), act('burial.moved')).resting.map(({ how, day }) => [how, day])).toEqual([['sea', '2026-08-10'], ['plot', '2030-04-05']])
  })
  it('what is allowed follows state, hold and kind', () => {
    expect(allowedInBurial(fold(...toStored))).toContain('burial.cremated')
    expect(allowedInBurial(fold(...toStored, act('burial.held')))).not.toContain('burial.cremated')
    expect(allowedInBurial(fold(...toStored, act('burial.held')))).toContain('burial.released')
    expect(allowedInBurial(fold(act('burial.reported', { file: soundFile({ kind: 'limb' }) }), act('burial.received')))).not.toContain('burial.vigilHeld')
  })
  it('limbs and bones are no bodies', () => {
    expect([countsAsBody('body'), countsAsBody('limb'), countsAsBody('bones')]).toEqual([true, false, false])
  })
})

describe('reissues and voids', () => {
  const issued = fold(...toStored, act('burial.cremated'), act('burial.certificateIssued'))
  const reissue = { number: 'BHZ-1', day: '2026-09-01', to: { name: '陈小明', identityNumber: 'x1', relation: 'child' }, stubSigned: true } as const
  it('the certificate goes to the first collector again, under a new number, and is no cremation', () => {
    const action = decideReissue(issued, reissue)
    expect(action.body.reissueOf).toBe('HZ-1')
    const after = foldBurial([...entries(...toStored, act('burial.cremated'), act('burial.certificateIssued')), ...entries(action)])
    expect(after.certificates.map(({ number }) => number)).toEqual(['HZ-1', 'BHZ-1'])
    expect(after.state).toBe('cremated')
    expect(thrown(() => decideReissue(issued, { ...reissue, to: { ...reissue.to, identityNumber: 'Y' } }))).toBe('invalid to.identityNumber')
    expect(thrown(() => decideReissue(issued, { ...reissue, number: 'HZ-1' }))).toBe('invalid number')
    expect(thrown(() => decideReissue(fold(...toStored, act('burial.cremated')), reissue))).toBe('wrong_state number')
  })
  it('a case entered by mistake is voided by two, with a reason', () => {
    const stored = fold(...toStored)
    expect(decideVoid(stored, '2026-08-05', { account: 'a', second: 'b', reason: '重复录入' })).toMatchObject({ kind: 'burial.voided', second: 'b' })
    expect(thrown(() => decideVoid(stored, '2026-08-05', { account: 'a', second: 'a', reason: 'x' }))).toBe('second_person second')
    expect(thrown(() => decideVoid(stored, '2026-08-05', { account: 'a', second: 'b', reason: ' ' }))).toBe('invalid reason')
    expect(thrown(() => decideVoid(issued, '2026-08-05', { account: 'a', second: 'b', reason: 'x' }))).toBe('wrong_state ')
  })
})

describe('the timer of the storage', () => {
  it.each([
    ['2026-08-03', '2026-08-06', [], undefined, '2026-08-06', false], ['2026-08-03', '2026-08-07', [], undefined, '2026-08-06', true],
    ['2026-08-03', '2026-08-12', [['2026-08-07', '2026-08-12']], undefined, '2026-08-12', false], ['2026-08-03', '2026-08-13', [['2026-08-07', '2026-08-12']], undefined, '2026-08-12', true],
    ['2026-08-03', '2026-08-10', [['2026-08-08', '2026-08-12']], undefined, '2026-08-06', true], // a gap of a day
    ['2026-08-03', '2026-08-14', [['2026-08-11', '2026-08-14'], ['2026-08-06', '2026-08-10']], undefined, '2026-08-14', false],
    ['2026-03-29', '2026-05-01', [], undefined, '', false], // before the regulation no national figure stood
    ['2026-03-30', '2026-04-03', [], undefined, '2026-04-02', true],
    ['2026-03-01', '2026-03-09', [], 7, '2026-03-08', true],
  ] as const)('arrived %s, on %s', (arrival, day, extensions, local, until, overdue) => {
    expect(storageTimer(arrival, day, extensions.map(([from, to]) => ({ from, to })), local)).toMatchObject({ until, overdue })
  })
  it('a local ceiling is shown beside the national figure', () => {
    expect(storageTimer('2026-08-03', '2026-08-12', [{ from: '2026-08-07', to: '2026-08-20' }], 7)).toMatchObject({ overdue: false, beyondLocal: true, localUntil: '2026-08-10' })
    expect(thrown(() => storageTimer('2026-08-03', '2026-08-02', [], undefined))).toBe('invalid day')
  })
  it('an extension follows what holds, forwards', () => {
    const stored = fold(...toStored)
    const extension = { from: '2026-08-07', to: '2026-08-12', applicant: { name: '陈小明', identityNumber: 'X', relation: 'child' }, reason: '等候亲属', signed: true } as const
    expect(decideExtension(stored, '2026-08-06', extension).kind).toBe('burial.storageExtended')
    expect(thrown(() => decideExtension(stored, '2026-08-06', { ...extension, from: '2026-08-08' }))).toBe('invalid from')
    expect(thrown(() => decideExtension(stored, '2026-08-06', { ...extension, to: '2026-08-06' }))).toBe('invalid to')
    expect(thrown(() => decideExtension(stored, '2026-08-06', { ...extension, to: '2026-08-05' }))).toBe('invalid to')
    expect(thrown(() => decideExtension(stored, '2026-08-06', { ...extension, to: '2026-08-40' }))).toBe('invalid to')
    expect(thrown(() => decideExtension(fold(act('burial.reported')), '2026-08-06', extension))).toBe('wrong_state ')
  })
  it('recordings are kept for 90 days', () => {
    expect(recordingKeptUntil('2026-08-05')).toBe('2026-11-03')
  })
})
