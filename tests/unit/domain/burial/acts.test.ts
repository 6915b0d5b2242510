import { describe, expect, it } from 'vitest'
import type { BurialAction } from '../../../../domain/burial/actions.ts'
import type { PlainBurialAction } from '../../../../domain/burial/acts.ts'
import { decideBurialAct, decideCrematedElsewhere, decideReceipt, findEarlierCremation } from '../../../../domain/burial/acts.ts'
import { decideCorrection } from '../../../../domain/burial/correct.ts'
import type { BurialFile } from '../../../../domain/burial/file.ts'
import { foldBurial } from '../../../../domain/burial/fold.ts'
import { storedTime } from '../../../../domain/burial/storage.ts'
import { numberOf } from '../facts.ts'
import { act, context, entries, identityNumber, soundFile, subject, thrown, today } from './facts.ts'

const fold = (...actions: readonly BurialAction[]) => foldBurial(entries(...actions))
const reported = fold(act('burial.reported'))
const stored = fold(act('burial.reported'), act('burial.received'), act('burial.stored'))
const cremated = fold(act('burial.reported'), act('burial.received'), act('burial.stored'), act('burial.cremated'))
const plain = (...[kind, changes]: Parameters<typeof act>): PlainBurialAction => act(kind, changes ?? {}) as PlainBurialAction
const fields = (decision: ReturnType<typeof decideCorrection> | ReturnType<typeof decideReceipt>): string => (decision.kind === 'action' ? decision.action.kind : decision.findings.map(({ rule, field }) => `${rule} ${field ?? ''}`).join(', '))

describe('acts of the stay and of the ashes', () => {
  it.each<[string, Parameters<typeof act>]>([
    ['a hold', ['burial.held']], ['a vigil', ['burial.vigilHeld']], ['a farewell', ['burial.farewellHeld']], ['an extension', ['burial.storageExtended']],
  ])('%s', (_what, given) => {
    expect(decideBurialAct(stored, today, plain(...given))).toEqual(act(...given))
  })
  it.each<[string, Parameters<typeof act>, string]>([
    ['a vigil that has not begun', ['burial.vigilHeld', { from: '2026-08-06T18:00:00+08:00', to: '' }], 'invalid from'],
    ['a farewell tomorrow', ['burial.farewellHeld', { heldAt: '2026-08-06T07:00:00+08:00' }], 'invalid heldAt'],
    ['a vigil that ends first', ['burial.vigilHeld', { from: '2026-08-04T18:00:00+08:00', to: '2026-08-04T17:00:00+08:00' }], 'invalid to'],
    ['a hold on no day', ['burial.held', { day: '2026-02-30' }], 'invalid day'],
    ['a hold of the police without their paper', ['burial.held', { document: ' ' }], 'invalid document'],
    ['a release of nothing', ['burial.released'], 'wrong_state hold'],
    ['ashes before the cremation', ['burial.ashesReleased'], 'wrong_state '],
    ['an extension with a gap', ['burial.storageExtended', { from: '2026-08-09', to: '2026-08-12' }], 'invalid from'],
  ])('%s is refused', (_what, given, said) => {
    expect(thrown(() => decideBurialAct(stored, today, plain(...given)))).toBe(said)
  })
  it('ashes are deposited until a day ahead, and moved against a permit', () => {
    expect(decideBurialAct(cremated, today, plain('burial.ashesDeposited'))).toMatchObject({ body: { to: '2029-08-04' } })
    expect(thrown(() => decideBurialAct(cremated, today, plain('burial.ashesDeposited', { to: '2029-02-29' })))).toBe('invalid to')
    const placed = foldBurial([...entries(act('burial.reported'), act('burial.received'), act('burial.stored'), act('burial.cremated')), ...entries(act('burial.placed'))])
    expect(decideBurialAct(placed, '2030-04-05', plain('burial.moved'))).toEqual(act('burial.moved'))
    expect(thrown(() => decideBurialAct(placed, '2030-04-04', plain('burial.moved')))).toBe('invalid day')
    expect(thrown(() => decideBurialAct(placed, '2030-04-05', plain('burial.moved', { permit: '' })))).toBe('invalid permit')
  })
  it('a body is donated under no hold', () => {
    expect(decideBurialAct(stored, today, plain('burial.donated')).kind).toBe('burial.donated')
    expect(thrown(() => decideBurialAct(fold(act('burial.reported'), act('burial.held')), today, plain('burial.donated')))).toBe('wrong_state holds')
  })
})

describe('the receipt of a body', () => {
  const received = { arrivedAt: '2026-08-03T15:20:00+08:00', collectedBy: '王', vehicle: '浙C1' }
  it('needs a funeral home; papers may follow', () => {
    expect(fields(decideReceipt(reported, context(), received))).toBe('burial.received')
    const bare = fold(act('burial.reported', { file: soundFile({ intake: { certificateCompared: false, contradictsCause: '', policeReport: '', disinfected: false } }) }))
    expect(fields(decideReceipt(bare, context(), received))).toBe('burial.received')
    expect(fields(decideReceipt(reported, context({ provider: { id: 'x', kind: 'cemetery', area: '330381' } }), received))).toBe('burial.provider provider')
    expect(thrown(() => decideReceipt(reported, context(), { ...received, arrivedAt: '2026-08-06T01:00:00+08:00' }))).toBe('invalid arrivedAt')
    expect(thrown(() => decideReceipt(reported, context(), { ...received, arrivedAt: '2026-08-02T23:00:00+08:00' }))).toBe('invalid arrivedAt')
  })
})

describe('a cremation elsewhere', () => {
  const body = { day: '2026-08-04', home: ' 温州市殡仪馆 ', number: 'HZ-330300-2026-01000077', area: '330300' }
  const key = `resident:${identityNumber}`
  it('is recorded against the certificate of the other home', () => {
    expect(decideCrematedElsewhere(reported, today, body, []).body).toEqual({ ...body, home: '温州市殡仪馆' })
  })
  it.each([
    ['tomorrow', { day: '2026-08-06' }, 'invalid day'], ['before the death', { day: '2026-08-02' }, 'invalid day'], ['on no day', { day: '2026-08-32' }, 'invalid day'],
    ['without a number', { number: ' ' }, 'invalid number'], ['without a home', { home: ' ' }, 'invalid home'], ['in no area', { area: '330999' }, 'invalid area'],
  ])('%s is refused', (_what, changes, said) => {
    expect(thrown(() => decideCrematedElsewhere(reported, today, { ...body, ...changes }, []))).toBe(said)
  })
  it('a sample office has places of its own, which no other office knows', () => {
    expect(decideCrematedElsewhere(reported, today, { ...body, area: '990101' }, [], { sampleOffice: true }).body.area).toBe('990101')
    expect(thrown(() => decideCrematedElsewhere(reported, today, { ...body, area: '330999' }, [], { sampleOffice: true }))).toBe('invalid area')
    expect(thrown(() => decideCrematedElsewhere(reported, today, { ...body, area: '990101' }, []))).toBe('invalid area')
  })
  it('never a second one, and never of a body that lies here', () => {
    expect(thrown(() => decideCrematedElsewhere(reported, today, body, [{ key, caseId: 'b-2', number: 'HZ-9', day: '2026-08-04', kind: 'body' }]))).toBe('conflict deceased.identityNumber')
    expect(decideCrematedElsewhere(reported, today, body, [{ key, caseId: 'b-2', number: 'HZ-9', day: '2026-01-04', kind: 'limb' }]).kind).toBe('burial.crematedElsewhere')
    expect(thrown(() => decideCrematedElsewhere(stored, today, body, []))).toBe('wrong_state ')
    expect(thrown(() => decideCrematedElsewhere(fold(act('burial.reported', { file: soundFile({ deceased: { ...soundFile().deceased, identityNumber: '' } }) })), today, body, []))).toBe('invalid deceased.identityNumber')
    expect(findEarlierCremation(reported, [{ key, caseId: subject, number: 'x', day: today, kind: 'body' }])).toBeUndefined()
  })
})

describe('a correction', () => {
  const by = { account: 'a', second: 'b', reason: '录入有误' }
  const { stage: _stage, typing: _typing, day: _day, ...given } = context()
  const deceased = (changes: Partial<BurialFile['deceased']>): Partial<BurialFile> => ({ deceased: { ...soundFile().deceased, ...changes } })
  const correct = (changes: Partial<BurialFile>, changed: Partial<typeof given> = {}, who = by) => decideCorrection(cremated, { ...given, ...changed }, '2026-12-01', changes, who)
  it('needs a reason and two people, and something that changes', () => {
    expect(correct(deceased({ hukou: '330302' }))).toMatchObject({ kind: 'action', action: { kind: 'burial.corrected', reason: '录入有误', second: 'b', body: { changes: { deceased: { hukou: '330302' } } } } })
    expect(thrown(() => correct(deceased({ hukou: '330302' }), {}, { ...by, second: 'a' }))).toBe('second_person second')
    expect(thrown(() => correct(deceased({ hukou: '330302' }), {}, { ...by, reason: '' }))).toBe('invalid reason')
    expect(thrown(() => correct(deceased({})))).toBe('invalid changes')
  })
  it('never makes a body of a limb', () => {
    expect(thrown(() => correct({ kind: 'limb' }))).toBe('invalid changes.kind')
  })
  it('is asked by the rules of the day of the cremation', () => {
    expect(fields(correct({ certificate: { ...soundFile().certificate, kind: 'form2013', part: 4, number: '330381001' } }))).toBe('burial.certificate certificate.kind')
    expect(fields(correct({ consent: { ...soundFile().consent, signedOn: '2026-08-06' } }))).toBe('burial.consent consent.signedOn')
    expect(fields(correct({ consent: { ...soundFile().consent, signed: false } }))).toBe('burial.consent consent.signed')
    expect(thrown(() => correct(deceased({ death: '2026-08-04' })))).toBe('invalid changes.deceased.death')
  })
  it('does not bring a cremation to somebody who had one', () => {
    const other = numberOf('1941-02-02', '2', '330381')
    const changes = { ...deceased({ identityNumber: other, birth: '1941-02-02', sex: '2' }), certificate: { ...soundFile().certificate, number: other } }
    expect(fields(correct(changes))).toBe('burial.corrected')
    expect(thrown(() => correct(changes, { cremations: [{ key: `resident:${other}`, caseId: 'b-7', number: 'HZ-7', day: '2025-01-01', kind: 'body' }] }))).toBe('conflict changes.deceased.identityNumber')
  })
  it('a fault that stood there before does not keep another section from being corrected', () => {
    const faulty = foldBurial(entries(act('burial.reported', { file: soundFile({ consent: { signed: true, signedOn: '', signer: '陈小明', relation: 'child' } }) }), act('burial.received'), act('burial.cremated')))
    expect(fields(decideCorrection(faulty, given, '2026-12-01', deceased({ hukou: '330302' }), by))).toBe('burial.corrected')
    expect(fields(decideCorrection(faulty, given, '2026-12-01', { consent: { signed: true, signedOn: '', signer: '陈明', relation: 'child' } }, by))).toBe('burial.consent consent.signedOn')
  })
  it('before the cremation only what cannot be stops it', () => {
    expect(fields(decideCorrection(stored, given, today, { consent: { signed: false, signedOn: '', signer: '', relation: '' } }, by))).toBe('burial.corrected')
    expect(fields(decideCorrection(stored, given, today, deceased({ identityNumber: '330381194001010012' }), by))).toContain('burial.deceased')
  })
})

describe('the time of storage', () => {
  it('from the arrival to the cremation, in begun hours and calendar days', () => {
    expect(storedTime(cremated)).toEqual({ from: '2026-08-03T15:20:00+08:00', to: '2026-08-05T08:30:00+08:00', hours: 42, days: 3 })
    expect(storedTime(stored)).toBeUndefined()
    expect(storedTime(stored, '2026-08-06T15:20:00+08:00')).toMatchObject({ hours: 72, days: 4 })
    expect(storedTime(stored, '2026-08-06T15:21:00+08:00')).toMatchObject({ hours: 73 })
    expect(storedTime(reported, '2026-08-06T15:20:00+08:00')).toBeUndefined()
    expect(thrown(() => storedTime(stored, '2026-08-03T15:00:00+08:00'))).toBe('invalid departure')
  })
})
