import { describe, expect, it } from 'vitest'
import type { BurialAction } from '../../../../domain/burial/actions.ts'
import type { BurialContext } from '../../../../domain/burial/context.ts'
import { foldBurial } from '../../../../domain/burial/fold.ts'
import type { BurialInspectionGiven } from '../../../../domain/burial/inspection.ts'
import { inspectBurial, tallyBurialInspections } from '../../../../domain/burial/inspection.ts'
import { text } from '../../../../domain/text.ts'
import { actual, caseOf, layer, policy, resident, residents } from '../../../../domain/waiver/library/make.ts'
import { decideSettlement } from '../../../../domain/waiver/settle.ts'
import { foldSettlements } from '../../../../domain/waiver/settlements.ts'
import { act, context, entries, identityNumber, soundFile } from './facts.ts'

const given = (changes: Partial<BurialContext> = {}, more: Partial<BurialInspectionGiven> = {}): BurialInspectionGiven => ({ contextOn: () => context(changes), ...more })
const fold = (...actions: readonly BurialAction[]) => foldBurial(entries(...actions))
const whole = (file = soundFile(), changes: object = {}) => fold(act('burial.reported', { file }), act('burial.received'), act('burial.stored'), act('burial.cremated', changes), act('burial.certificateIssued'), act('burial.ashesReleased'), act('burial.placed'))
const failed = (folded: ReturnType<typeof fold>, told = given()): string => inspectBurial(folded, told).items.filter(({ result }) => result === 'fail').map(({ rule, at }) => `${at}: ${rule}`).join(', ')

describe('the inspection of a burial file', () => {
  it('asks every act by the rules of its day, and the papers', () => {
    const { verdict, items } = inspectBurial(whole(), given())
    expect(items.filter(({ result }) => result === 'fail' || result === 'unexamined')).toEqual([])
    expect(verdict).toBe('qualified')
    expect([...new Set(items.map(({ at, day }) => `${at} ${day}`))]).toEqual(['intake 2026-08-03', 'cremation 2026-08-05', 'placement 2026-08-10', 'file 2026-08-05'])
    expect(items.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['burial.provider', 'burial.consent', 'burial.once', 'burial.placement-proof', 'burial.file.recording']))
  })
  it.each<[string, () => string, string]>([
    ['no consent', () => failed(whole(soundFile({ consent: { signed: false, signedOn: '', signer: '', relation: '' } }))), 'cremation: burial.consent'],
    ['the wrong form', () => failed(whole(soundFile({ certificate: { ...soundFile().certificate, kind: 'form2013', part: 4 } }))), 'cremation: burial.certificate'],
    ['no home', () => failed(whole(), given({ provider: { id: 'x', kind: 'cemetery', area: '330381' } })), 'intake: burial.provider, cremation: burial.provider'],
    ['a cremation before it', () => failed(whole(), given({ cremations: [{ key: `resident:${identityNumber}`, caseId: 'b-0', number: 'HZ-0', day: '2026-08-04', kind: 'body' }] })), 'cremation: burial.once'],
    ['a cremation after it, which is the other file’s fault', () => failed(whole(), given({ cremations: [{ key: `resident:${identityNumber}`, caseId: 'b-0', number: 'HZ-0', day: '2026-08-06', kind: 'body' }] })), ''],
    ['no recording', () => failed(whole(soundFile(), { recording: '' })), 'file: burial.file.recording'],
    ['a recording not kept', () => failed(whole(soundFile(), { recordingKeptUntil: '2026-11-02' })), 'file: burial.file.recording'],
    ['no certificate though the ashes are gone', () => failed(fold(act('burial.reported'), act('burial.received'), act('burial.cremated'), act('burial.ashesReleased'))), 'file: burial.file.certificate'],
    ['kept too long without an extension', () => failed(fold(act('burial.reported', { file: soundFile({ deceased: { ...soundFile().deceased, death: '2026-07-30' }, certificate: { ...soundFile().certificate, issuedOn: '2026-07-30', kind: 'form2026' } }) }), act('burial.received', { arrivedAt: '2026-07-30T10:00:00+08:00' }), act('burial.cremated'), act('burial.certificateIssued'))), 'cremation: burial.storage'],
  ])('%s', (_what, run, said) => {
    expect(run()).toBe(said)
  })
  it('a question that was answered with a reason is no fault', () => {
    const file = soundFile({ agent: { ...soundFile().agent, relation: '' } })
    expect(failed(whole(file))).toBe('cremation: burial.agent')
    expect(failed(whole({ ...file, answers: [{ rule: 'burial.agent', field: '', reason: '由派出所办理' }] }))).toBe('')
  })
  it('rules of a day before the regulation are those of 2012', () => {
    const file = soundFile({ deceased: { ...soundFile().deceased, death: '2025-08-03' }, certificate: { ...soundFile().certificate, kind: 'form2013', number: '3303812025001', part: 4, issuedOn: '2025-08-03' } })
    const old = fold(act('burial.reported', { file }), act('burial.received', { arrivedAt: '2025-08-03T15:20:00+08:00' }), act('burial.cremated', { day: '2025-08-05', startedAt: '2025-08-05T08:30:00+08:00', endedAt: '2025-08-05T09:30:00+08:00', recording: '' }))
    const { verdict, items } = inspectBurial(old, given())
    expect(items.map(({ rule }) => rule)).toContain('burial.certificate.2012')
    expect(items.map(({ rule }) => rule)).not.toContain('burial.consent')
    expect(items.some(({ at }) => at === 'file')).toBe(false)
    expect(verdict).toBe('qualified')
  })
  it('in a case still in work what is missing has not been examined; a void is nothing to inspect', () => {
    const open = fold(act('burial.reported', { file: soundFile({ intake: { certificateCompared: false, contradictsCause: '', policeReport: '', disinfected: false } }) }), act('burial.received'))
    expect(inspectBurial(open, given())).toMatchObject({ verdict: 'unexamined' })
    expect(inspectBurial(fold(act('burial.reported'), act('burial.voided')), given())).toEqual({ verdict: 'notApplicable', items: [] })
  })
  it('looks at the waivers that stand', () => {
    const own = policy({ id: 'own', title: text('自定', 'own'), source: '文件', sourceGrade: 'official', documentNumber: '1号', areas: ['330381'], from: '2020-01-01', appliesBy: 'settlement', layers: [layer('base', [residents()], [actual('cremation')])] })
    const settled = decideSettlement([own], caseOf([['cremation', 'body', 1, 300]], resident('330381', '2026-08-05')), { caseId: 'b-1', day: '2026-08-05', registrar: 'r', number: 'JMZ-1' })
    const settlements = foldSettlements([{ seq: 1, at: '', actor: '', counter: '', hash: '', action: settled }])
    expect(failed(whole(), given({}, { settlements, policies: [own] }))).toBe('')
    expect(failed(whole(), given({}, { settlements, policies: [] }))).toBe('waiver: waiver.document')
  })
  it('adds up over files, with the files behind every fault', () => {
    const tally = tallyBurialInspections([['b-1', inspectBurial(whole(), given())], ['b-2', inspectBurial(whole(soundFile(), { recording: '' }), given())], ['b-3', inspectBurial(fold(act('burial.reported'), act('burial.voided')), given())]])
    expect(tally).toMatchObject({ files: { qualified: 1, failed: 1, unexamined: 0, notApplicable: 1 }, rate: 0.5 })
    expect(tally.byRule.get('burial.file.recording')).toMatchObject({ counts: { pass: 1, fail: 1 }, failed: ['b-2'] })
    expect(tallyBurialInspections([]).rate).toBeNull()
  })
})
