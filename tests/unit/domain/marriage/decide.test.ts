import { describe, expect, it } from 'vitest'
import { LantaiError } from '../../../../domain/error.ts'
import { marriageActions } from '../../../../domain/marriage/actions.ts'
import { decideRefusal, decideRegistration } from '../../../../domain/marriage/decide.ts'
import { foldMarriage } from '../../../../domain/marriage/fold.ts'
import { normaliseMarriageFile, requireSoundFile } from '../../../../domain/marriage/intake.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { emptyMarriageFile } from '../../../../domain/marriage/file.ts'
import { check, entriesOf, numberOf, soundContext, soundFile, subject, wholeCase, withDeclaration, withParty } from '../facts.ts'

const received = (file: MarriageFile) => foldMarriage(entriesOf([{ kind: 'marriage.opened', subject, body: { file } }]))
const facts = { number: 'J110105-2026-000001', serials: ['A000001', 'A000002'] as const, officeName: '北京市朝阳区婚姻登记处', area: '110105', registrar: 'registrar' }
const code = (work: () => unknown): { code: string; field: string | undefined } => {
  try {
    work()
  } catch (error) {
    if (error instanceof LantaiError) return { code: error.code, field: error.field }
    throw error
  }
  return { code: 'nothing', field: undefined }
}

describe('deciding a registration', () => {
  it('gives the action of a sound case', () => {
    const decision = decideRegistration(received(soundFile()), soundContext({ stage: 'typing' }), facts)
    expect(decision.kind).toBe('action')
    if (decision.kind !== 'action') return
    expect(decision.action).toMatchObject({ kind: 'marriage.registered', subject, body: { number: 'J110105-2026-000001', day: '2026-05-20', opinion: '符合结婚条件，准予登记' } })
    expect(marriageActions['marriage.registered'].safeParse(decision.action.body).success).toBe(true)
  })
  it.each([
    ['under age', withParty(soundFile(), 0, { birth: '2005-01-01', identityNumber: numberOf('2005-01-01', '1') }), 'marriage.age'],
    ['no network check', soundFile({ networkChecks: [] }), 'marriage.network-check'],
    ['no signature', withDeclaration(soundFile(), 1, { signed: false }), 'marriage.declaration'],
    ['no photo', soundFile({ photo: null }), 'marriage.photo'],
    ['married on the network, unproved', soundFile({ networkChecks: [check(0, { maritalStatus: '20' }), check(1)] }), 'marriage.status-differs'],
    ['an amber finding unanswered', soundFile({ networkChecks: [check(0, { checkedAt: '2026-05-01T09:00:00+08:00' }), check(1)] }), 'marriage.network-fresh'],
  ])('%s: findings, no action', (_seen, file, rule) => {
    const decision = decideRegistration(received(file), soundContext(), facts)
    expect(decision.kind).toBe('findings')
    expect(decision.findings.map((finding) => finding.rule)).toContain(rule)
  })
  it('refuses numbers and serials that do not fit', () => {
    const decide = (changes: Partial<typeof facts>) => code(() => decideRegistration(received(soundFile()), soundContext(), { ...facts, ...changes }))
    expect(decide({ number: 'J110105-2025-000001' })).toEqual({ code: 'invalid', field: 'number' })
    expect(decide({ number: 'J110101-2026-000001' })).toEqual({ code: 'invalid', field: 'number' })
    expect(decide({ number: 'L110105-2026-000001' })).toEqual({ code: 'invalid', field: 'number' })
    expect(decide({ serials: ['A000001', 'A000001'] as never })).toEqual({ code: 'invalid', field: 'serials.1' })
    expect(decide({ serials: ['', 'A000001'] as never })).toEqual({ code: 'invalid', field: 'serials.0' })
  })
  it('decides once', () => {
    expect(code(() => decideRegistration(foldMarriage(entriesOf(wholeCase())), soundContext(), facts)).code).toBe('wrong_state')
  })
})

describe('deciding a refusal', () => {
  const young = received(withParty(soundFile(), 0, { birth: '2005-01-01', identityNumber: numberOf('2005-01-01', '1') }))
  it('on a ground of the closed list, with its article', () => {
    const action = decideRefusal(young, soundContext(), [{ rule: 'marriage.age', reason: ' 男方未满二十二周岁 ' }], 'registrar')
    expect(action.body).toEqual({ day: '2026-05-20', registrar: 'registrar', grounds: [{ rule: 'marriage.age', law: '《民法典》第一千零四十七条、《婚姻登记条例》第九条第（一）项', reason: '男方未满二十二周岁' }] })
    expect(marriageActions['marriage.refused'].safeParse(action.body).success).toBe(true)
  })
  it('free will is the registrar’s to judge', () => {
    expect(decideRefusal(received(soundFile()), soundContext(), [{ rule: 'marriage.voluntary', reason: '女方当面表示被迫' }], 'registrar').body.grounds).toHaveLength(1)
  })
  it.each([
    ['not on the list', [{ rule: 'marriage.photo', reason: '没有照片' }], 'grounds.0'],
    ['no such rule', [{ rule: 'marriage.weather', reason: '下雨' }], undefined],
    ['not in force any more', [{ rule: 'marriage.illness.2003', reason: '患病' }], undefined],
    ['age that is reached', [{ rule: 'marriage.age', reason: '看上去年轻' }], 'grounds.0'],
    ['no reason', [{ rule: 'marriage.voluntary', reason: ' ' }], 'grounds.0.reason'],
    ['no ground', [], 'grounds'],
  ])('%s: refused', (_seen, grounds, field) => {
    expect(code(() => decideRefusal(received(soundFile()), soundContext(), grounds, 'registrar'))).toEqual({ code: 'invalid', field })
  })
  it('not after the registration', () => {
    expect(code(() => decideRefusal(foldMarriage(entriesOf(wholeCase())), soundContext(), [{ rule: 'marriage.voluntary', reason: '后悔' }], 'registrar')).code).toBe('wrong_state')
  })
})

describe('what may stand in the register', () => {
  const sound = (file: Partial<MarriageFile>, sampleOffice = false) => code(() => requireSoundFile(file, { sampleOffice }))
  it('takes a sound file and an empty one', () => {
    expect(sound(soundFile())).toEqual({ code: 'nothing', field: undefined })
    expect(sound(emptyMarriageFile())).toEqual({ code: 'nothing', field: undefined })
  })
  it.each([
    ['a control character', withParty(soundFile(), 0, { name: '张\u0000三' }), 'parties.0.name'],
    ['a private-use character', withParty(soundFile(), 1, { name: '李\uE123' }), 'parties.1.name'],
    ['half a character', withParty(soundFile(), 1, { name: '李\uD842' }), 'parties.1.name'],
    ['a name that is not NFC', withParty(soundFile(), 1, { name: 'JOSE\u0301' }), 'parties.1.name'],
    ['a radical for a character', withParty(soundFile(), 1, { name: '李⼩萌' }), 'parties.1.name'],
    ['a wrong check digit', withParty(soundFile(), 0, { identityNumber: '110105194912310021' }), 'parties.0.identityNumber'],
    ['a lower-case x', withParty(soundFile(), 0, { identityNumber: '11010519491231002x' }), 'parties.0.identityNumber'],
    ['a test number', withParty(soundFile(), 0, { identityNumber: numberOf('1990-01-01', '1', '990101') }), 'parties.0.identityNumber'],
    ['a birth that does not exist', withParty(soundFile(), 0, { birth: '1990-02-30' }), 'parties.0.birth'],
    ['an end that does not exist', withParty(soundFile(), 0, { identityTo: '2030-06-31' }), 'parties.0.identityTo'],
    ['a declaration on a day that does not exist', withDeclaration(soundFile(), 1, { signedOn: '2026-04-31' }), 'declarations.1.signedOn'],
    ['a wrong Hong Kong number', withParty(soundFile(), 0, { kind: 'hongkong', identityType: 'hmPermit', identityNumber: 'H12345678', localIdentityNumber: 'A123456(4)' }), 'parties.0.localIdentityNumber'],
  ])('refuses %s at its field', (_seen, file, field) => {
    expect(sound(file)).toEqual({ code: 'invalid', field })
  })
  it('takes test numbers in a sample office', () => {
    expect(sound(withParty(soundFile(), 0, { identityNumber: numberOf('1990-01-01', '1', '990101') }), true).code).toBe('nothing')
  })
  it('normalises what was typed, and then it is sound', () => {
    const typed = withParty(soundFile(), 0, { name: ' 张 ⼩丰', identityNumber: ' １１０１０５19491231002x' })
    const kept = normaliseMarriageFile(typed)
    expect(kept.parties[0]).toMatchObject({ name: '张小丰', identityNumber: '11010519491231002X' })
    expect(sound(kept).code).toBe('nothing')
    expect(normaliseMarriageFile(kept)).toEqual(kept)
  })
})
