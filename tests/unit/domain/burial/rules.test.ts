import { describe, expect, it } from 'vitest'
import type { BurialAction } from '../../../../domain/burial/actions.ts'
import type { BurialContext } from '../../../../domain/burial/context.ts'
import { decideBodyBurial, decideCremation, decidePlacement, decideTransportOut } from '../../../../domain/burial/decide.ts'
import { burialRulesAt, runBurialCheck } from '../../../../domain/burial/check.ts'
import type { BurialFile } from '../../../../domain/burial/file.ts'
import { foldBurial } from '../../../../domain/burial/fold.ts'
import { burialRuleGroups, burialRules } from '../../../../domain/burial/rules/index.ts'
import { burialWindow } from '../../../../domain/burial/window.ts'
import { act, context, cremationFacts, entries, identityNumber, place, soundFile, thrown, today } from './facts.ts'

const stored = (changes: Partial<BurialFile> = {}, ...more: readonly BurialAction[]) => foldBurial(entries(act('burial.reported', { file: soundFile(changes) }), act('burial.received'), act('burial.stored'), ...more))
const sound = soundFile()
/** The rules that stand in the way of a cremation. */
const stops = (changes: Partial<BurialFile>, about: Partial<BurialContext> = {}, ...more: readonly BurialAction[]): readonly string[] => {
  const decision = decideCremation(stored(changes, ...more), context(about), cremationFacts)
  return decision.kind === 'action' ? [] : [...new Set(decision.findings.map(({ rule }) => rule.replace('burial.', '')))]
}
const deceased = (changes: Partial<BurialFile['deceased']>): Partial<BurialFile> => ({ deceased: { ...sound.deceased, ...changes } })

describe('the cremation', () => {
  it('goes ahead with certificate and signed confirmation, and keeps the recording 90 days', () => {
    const decision = decideCremation(stored(), context(), cremationFacts)
    expect(decision).toMatchObject({ kind: 'action', action: { kind: 'burial.cremated', body: { day: today, recordingKeptUntil: '2026-11-03' } } })
    if (decision.kind === 'action') expect(foldBurial([...entries(act('burial.reported'), act('burial.received'), decision.action)]).state).toBe('cremated')
  })
  it.each<[string, Partial<BurialFile>, Partial<BurialContext>, readonly string[]]>([
    ['no certificate', { certificate: { ...sound.certificate, kind: '', number: '' } }, {}, ['certificate']],
    ['a certificate not seen', { certificate: { ...sound.certificate, seen: false } }, {}, ['certificate']],
    ['the old form after its end', { certificate: { ...sound.certificate, kind: 'form2013', part: 4, number: '33038112345' } }, {}, ['certificate']],
    ['a certificate of tomorrow', { certificate: { ...sound.certificate, issuedOn: '2026-08-06' } }, {}, ['certificate']],
    ['a certificate before the death', { certificate: { ...sound.certificate, issuedOn: '2026-08-02' } }, {}, ['certificate']],
    ['no manner of death', deceased({ manner: '' }), {}, ['certificate']],
    ['the confirmation not signed', { consent: { ...sound.consent, signed: false } }, {}, ['consent']],
    ['a confirmation of tomorrow', { consent: { ...sound.consent, signedOn: '2026-08-06' } }, {}, ['consent']],
    ['a confirmation before the death', { consent: { ...sound.consent, signedOn: '2026-08-02' } }, {}, ['consent']],
    ['a confirmation of nobody', { consent: { ...sound.consent, signer: '' } }, {}, ['consent']],
    ['a second time', {}, { cremations: [{ key: `resident:${identityNumber}`, caseId: 'b-0', number: 'HZ-0', day: '2026-08-04', kind: 'body' }] }, ['once']],
    ['a limb before', {}, { cremations: [{ key: `resident:${identityNumber}`, caseId: 'b-0', number: 'HZ-0', day: '2020-08-04', kind: 'limb' }] }, []],
    ['a provider that is no funeral home', {}, { provider: { id: 'x', kind: 'cemetery', area: '330381' } }, ['provider']],
    ['a wrong identity number', { ...deceased({ identityNumber: '33038119400101001X' }), certificate: { ...sound.certificate, number: '33038119400101001X' } }, {}, ['deceased']],
    ['a body that contradicts its cause', { intake: { ...sound.intake, contradictsCause: 'yes' } }, {}, ['cause']],
    ['contradicts, and the police were told', { intake: { ...sound.intake, contradictsCause: 'yes', policeReport: '警情1' } }, {}, []],
    ['not compared', { intake: { ...sound.intake, certificateCompared: false } }, {}, ['cause']],
    ['class A, not disinfected', deceased({ infectious: 'classA' }), {}, ['infection']],
    ['class A, disinfected', { ...deceased({ infectious: 'classA' }), intake: { ...sound.intake, disinfected: true } }, {}, []],
    ['nobody named as agent', { agent: { ...sound.agent, name: '' } }, {}, ['agent']],
    ['nobody named, answered', { agent: { ...sound.agent, name: '' }, answers: [{ rule: 'burial.agent', field: '', reason: '无名尸，由民政局办理' }] }, {}, []],
  ])('%s', (_what, changes, about, rules) => {
    expect(stops(changes, about)).toEqual(rules)
  })
  it('an old certificate issued in time stays valid', () => {
    expect(stops({ ...deceased({ death: '2026-06-30' }), certificate: { ...sound.certificate, kind: 'form2013', part: 4, number: '33038112345', issuedOn: '2026-06-30', form: 'paper' } })).toEqual([])
  })
  it('a hold stops it by name', () => {
    expect(stops({}, {}, act('burial.held'))).toEqual(['hold'])
    expect(stops({}, {}, act('burial.held'), act('burial.released'))).toEqual([])
  })
  it('storage past three days is answered or extended', () => {
    const late = { day: '2026-08-08' }
    const facts = { ...cremationFacts, startedAt: '2026-08-08T08:30:00+08:00', endedAt: '2026-08-08T09:30:00+08:00' }
    const of = (...more: readonly BurialAction[]) => decideCremation(stored({}, ...more), context(late), facts)
    expect(of()).toMatchObject({ kind: 'findings', findings: [{ rule: 'burial.storage' }] })
    expect(of(act('burial.storageExtended'))).toMatchObject({ kind: 'action' })
  })
  it('before 2026-03-30 the older text is asked', () => {
    const ids = burialRulesAt('cremation', '2026-03-29').map(({ id }) => id)
    expect(ids).toContain('burial.certificate.2012')
    expect(ids).not.toContain('burial.certificate')
    expect(ids).not.toContain('burial.storage')
    expect(burialRulesAt('cremation', '2026-03-30').map(({ id }) => id)).toContain('burial.certificate')
  })
  it('a limb and bones need where they come from, no death certificate, and a confirmation', () => {
    const bare = { certificate: { ...sound.certificate, kind: '' as const, number: '' } }
    expect(stops({ ...bare, kind: 'limb' })).toEqual(['origin'])
    expect(stops({ ...bare, kind: 'limb', origin: { hospital: '医院', document: '证1', relocation: '' } })).toEqual([])
    expect(stops({ ...bare, kind: 'bones', origin: { hospital: '', document: '', relocation: '迁坟1' } })).toEqual([])
    expect(stops({ ...bare, kind: 'bones', origin: { hospital: '', document: '', relocation: '迁坟1' }, consent: { ...sound.consent, signed: false } })).toEqual(['consent'])
  })
  it('bad facts of the home are refused at their field', () => {
    expect(thrown(() => decideCremation(stored(), context(), { ...cremationFacts, recordingKeptUntil: '2026-11-02' }))).toBe('invalid recordingKeptUntil')
    expect(thrown(() => decideCremation(stored(), context(), { ...cremationFacts, startedAt: '2026-08-04T08:30:00+08:00' }))).toBe('invalid startedAt')
    expect(thrown(() => decideCremation(stored(), context(), { ...cremationFacts, endedAt: '2026-08-05T08:00:00+08:00' }))).toBe('invalid endedAt')
    expect(thrown(() => decideCremation(stored({}, act('burial.cremated')), context(), cremationFacts))).toBe('wrong_state ')
  })
})

describe('the other ways', () => {
  const acceptance = { number: '接1', issuer: '上海市民政局', issuedOn: '2026-08-04' }
  const out = (changes: Partial<typeof acceptance> = {}, file: Partial<BurialFile> = {}) => decideTransportOut(stored(file), context(), { destination: '上海', acceptance: { ...acceptance, ...changes }, vehicle: '' })
  it('out of the area only against the acceptance at the destination', () => {
    expect(out()).toMatchObject({ kind: 'action' })
    expect(out({ number: '' })).toMatchObject({ kind: 'findings', findings: [{ rule: 'burial.acceptance' }] })
    expect(out({ issuedOn: '2026-08-06' })).toMatchObject({ kind: 'findings', findings: [{ rule: 'burial.acceptance', field: 'acceptance.issuedOn' }] })
    expect(out({}, { deceased: { ...sound.deceased, infectious: 'classA' } })).toMatchObject({ kind: 'findings', findings: [{ rule: 'burial.infection' }] })
  })
  const bury = (ground: 'burialArea' | 'protectedGroup', cremationArea: 'yes' | 'no' | 'unknown') => decideBodyBurial(stored(), context({ cremationArea }), { number: '', ground, reason: '理由', place }).kind
  it('a body is buried in a burial area, or by protected custom', () => {
    expect([bury('burialArea', 'no'), bury('burialArea', 'yes'), bury('burialArea', 'unknown'), bury('protectedGroup', 'yes')]).toEqual(['action', 'findings', 'findings', 'action'])
  })
  it('ashes are placed once there is a cremation', () => {
    expect(decidePlacement(stored({}, act('burial.cremated')), context({ day: '2026-08-10' }), { number: '', how: 'niche', place, witness: '', document: '' }).kind).toBe('action')
  })
  it('while typing, what is missing is no finding but keeps it from being ready', () => {
    const check = runBurialCheck(stored({ consent: { signed: false, signedOn: '', signer: '', relation: '' } }), context({ typing: true }))
    expect(check).toMatchObject({ ready: false, findings: [] })
  })
})

describe('the window', () => {
  it('its rules stand once each, under named groups, in both languages', () => {
    expect(new Set(burialRules.map(({ id }) => id)).size).toBe(burialRules.length)
    for (const rule of burialRules) {
      expect(rule.id.startsWith('burial.')).toBe(true)
      expect(burialRuleGroups[rule.group], rule.group).toBeDefined()
      for (const words of [rule.title, rule.law, rule.asks]) {
        expect(words.zh).toMatch(/[\u4e00-\u9fff]/u)
        expect(words.en).not.toMatch(/[\u4e00-\u9fff]/u)
      }
    }
    expect(Object.keys(burialWindow.actions)).toEqual(expect.arrayContaining(['burial.cremated', 'waiver.settled', 'reward.granted']))
  })
})
