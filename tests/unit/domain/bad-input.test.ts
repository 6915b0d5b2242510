import { describe, expect, it } from 'vitest'
import type { Decision } from '../../../domain/case/decide.ts'
import type { DivorceAction } from '../../../domain/divorce/actions.ts'
import { decideAcceptance, decideAppearance, decideDivorce, decideReschedule, decideWithdrawal } from '../../../domain/divorce/decide.ts'
import type { DivorceFile } from '../../../domain/divorce/file.ts'
import type { DivorceCase } from '../../../domain/divorce/fold.ts'
import { applyDivorce, foldDivorce } from '../../../domain/divorce/fold.ts'
import { LantaiError } from '../../../domain/error.ts'
import { registerMatchesOf } from '../../../domain/marriage/register.ts'
import { decideReissue } from '../../../domain/reissue/decide.ts'
import { emptyReissueFile } from '../../../domain/reissue/file.ts'
import { foldReissue } from '../../../domain/reissue/fold.ts'
import { defaultMarriageSettings } from '../../../domain/marriage/context.ts'
import { accepted, divorceContext, divorceFile, entriesOf, interviewed, issuingDay, office, opened, receipt, received, started, withdrawn } from './divorce/facts.ts'
import { check, paper, soundFile, theDay } from './facts.ts'

/** What an act was turned down with: rule and article of a finding, or the words of an error. */
type Refused = { readonly rule: string; readonly field: string | undefined; readonly law: string }
const refusedBy = (decision: Decision<unknown>): readonly Refused[] => (decision.kind === 'findings' ? decision.findings.map(({ rule, field, law }) => ({ rule, field, law: law.zh })) : [])
const errorOf = (act: () => unknown): LantaiError => {
  try {
    act()
  } catch (error) {
    if (error instanceof LantaiError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const { acceptance: _acceptance, appearance: _appearance, ...bare } = divorceContext()
const fold = (...actions: readonly DivorceAction[]): DivorceCase => foldDivorce(entriesOf(actions))
const running = fold(opened(), accepted)
const here = { present: [true, true], receipt: 'shown', area: '110105' } as const
const leaving = { party: 1, identityShown: true, receipt: 'shown', signed: true, fingerprint: true } as const
const confirmation = { registrar: 'registrar', confirmationNumber: '2026-0001' }
const receiptFacts = { ...office, receiptNumber: '2026-0001' }
const appear = (day: string, changes: Partial<{ present: readonly [boolean, boolean]; area: string }> = {}) => decideAppearance(running, { ...bare, day }, { ...here, ...changes })
const apply = (changes: Partial<DivorceFile>, context: Partial<typeof bare> = {}) => decideAcceptance(fold(opened(divorceFile(changes))), { ...bare, day: received, ...context }, receiptFacts)
const identityNumbers = divorceFile().parties.map((party) => party.identityNumber) as [string, string]
const numbers = { ...office, number: 'L110105-2026-000001', serials: ['D000001', 'D000002'] as const }
const agreement = divorceFile().agreement

describe('each is refused with its rule and article', () => {
  it('issuance before the window', () => {
    expect(refusedBy(appear(receipt.end1))).toEqual([{ rule: 'divorce.cooling-off-over', field: 'day', law: expect.stringContaining('《民法典》第一千零七十七条') as string }])
    expect(appear(receipt.windowOpens).kind).toBe('action')
  })
  it('issuance after the window', () => {
    expect(refusedBy(appear('2026-05-07'))).toEqual([{ rule: 'divorce.window-open', field: 'day', law: expect.stringContaining('第一千零七十七条') as string }])
    expect(appear(receipt.end2).kind).toBe('action')
  })
  it('issuance at another office', () => {
    expect(refusedBy(appear(issuingDay, { area: '110101' }))).toEqual([{ rule: 'divorce.same-office', field: 'area', law: expect.stringContaining('《婚姻登记条例》') as string }])
  })
  it('issuance to one party alone', () => {
    expect(refusedBy(appear(issuingDay, { present: [true, false] }))).toEqual([{ rule: 'divorce.both-appear', field: 'present.1', law: expect.stringContaining('《民法典》第一千零七十七条') as string }])
  })
  it('an application by one party alone', () => {
    expect(refusedBy(apply({ application: { ...divorceFile().application, together: false } }))).toEqual([{ rule: 'divorce.together', field: 'application.together', law: expect.stringContaining('第') as string }])
  })
  it('withdrawal after end1', () => {
    expect(refusedBy(decideWithdrawal(running, { ...bare, day: receipt.windowOpens }, leaving, confirmation))).toEqual([{ rule: 'divorce.withdraw-in-time', field: 'day', law: expect.stringContaining('《民法典》第一千零七十七条') as string }])
    expect(decideWithdrawal(running, { ...bare, day: receipt.end1 }, leaving, confirmation).kind).toBe('action')
  })
  it('a second application while one is open', () => {
    const register = registerMatchesOf(1, { marriages: [], divorces: [{ id: 'd-0', state: 'accepted', end1: receipt.end1, end2: receipt.end2, marriageCaseId: '', marriageNumber: '', identityNumbers }] }, { day: received })
    expect(refusedBy(apply({}, { register }))).toEqual([{ rule: 'divorce.second-application', field: 'parties.1.identityNumber', law: '《民法典》第一千零七十七条' }])
  })
  it.each(['divorced', 'void', 'annulled', 'revoked', 'ended'] as const)('a divorce of a marriage that is %s', (standing) => {
    const { number, day } = divorceFile().marriage
    expect(refusedBy(apply({}, { marriage: { caseId: 'm-1', number, day, identityNumbers, standing } }))).toEqual([{ rule: 'divorce.marriage-stands', field: 'marriage.caseId', law: '《民法典》第一千零七十六条、《民法典》第一千零八十条' }])
  })
  it.each([['children', { ...agreement, children: 'omitted' }], ['property', { ...agreement, property: 'omitted' }], ['debts', { ...agreement, debts: 'omitted' }], ['voluntary', { ...agreement, voluntary: false }]] as const)('an agreement without a word on %s', (part, lacking) => {
    const decision = decideDivorce(fold(opened(divorceFile({ agreement: lacking })), accepted, started(), interviewed(0), interviewed(1)), { ...bare, day: issuingDay }, numbers)
    expect(refusedBy(decision)).toEqual([{ rule: 'divorce.agreement-parts', field: `agreement.${part}`, law: expect.stringContaining('《民法典》第一千零七十六条') as string }])
  })
  const original = { caseId: 'm-1', number: 'J110105-2019-000001', office: '北京市朝阳区民政局', area: '110105', day: '2019-05-20' }
  const declared = { statusHolds: 'yes', truthful: true, signed: true, fingerprint: true, signedOn: theDay, witness: 'registrar', witnessSigned: true } as const
  const parties = soundFile().parties.map((party) => ({ ...party, maritalStatus: '20' })) as DivorceFile['parties']
  const reissueFile = {
    ...emptyReissueFile(), parties, original, verification: { found: 'here', matches: 'yes', proof: '' }, reason: 'lost', courtDivorce: 'no', declarations: [declared, declared], papers: [paper('identity', 0), paper('identity', 1)],
    photo: { hash: 'a'.repeat(64), width: 1252, height: 826, joint: true, notComposed: true }, networkChecks: [check(0, { maritalStatus: '20' }), check(1, { maritalStatus: '20' })],
  } as ReturnType<typeof emptyReissueFile>
  const reissue = (standing: 'standing' | 'divorced' | 'void' | 'annulled' | 'revoked') =>
    decideReissue(foldReissue([{ seq: 1, at: `${theDay}T09:00:00.000+08:00`, actor: 'registrar', counter: '1', hash: '', action: { kind: 'reissue.opened', subject: 'r-1', body: { file: reissueFile } } }]), {
      typing: false, day: theDay, settings: defaultMarriageSettings, register: [], registrar: { account: 'registrar', scope: 'all', certifiedUntil: '2027-12-31' }, officeArea: '110105',
      original: { caseId: 'm-1', number: original.number, day: original.day, identityNumbers, standing },
    }, { ...office, number: 'BJ110105-2026-000001', serials: ['A000001', 'A000002'] })
  it.each(['divorced', 'void', 'annulled', 'revoked'] as const)('a reissue after the marriage became %s', (standing) => {
    expect(refusedBy(reissue(standing))).toEqual([{ rule: 'reissue.status-holds', field: 'original.caseId', law: expect.stringContaining('《婚姻登记条例》第二十一条') as string }])
    expect(reissue('standing').kind).toBe('action')
  })
  it.each([['2026-12-10', 2027], ['2014-11-20', 2014]])('an application of %s, whose period needs the table of %i', (day, year) => {
    const error = errorOf(() => apply({}, { day }))
    expect(error).toMatchObject({ code: 'invalid', field: 'calendar', details: { calendarYear: year } })
    expect(error.text.zh).toContain('《民法典》第二百零三条')
    expect(error.text.zh).toContain('请在“设置—节假日”中导入')
    expect(error.text.en).toContain('Civil Code, art. 203')
  })
  it('setting the days anew needs the table too', () => {
    const late = fold(opened(), { ...accepted, body: { ...accepted.body, receipt: { ...receipt, received: '2026-12-10', end1: '2027-01-11', end2: '2027-02-10' } } } as DivorceAction)
    expect(errorOf(() => decideReschedule(late, { ...bare, day: '2026-12-20' }, { account: 'registrar', second: 'reviewer', reason: '更正' }))).toMatchObject({ code: 'invalid', field: 'calendar' })
  })
})

describe('what slips past the decision, the record itself refuses, with the article and nothing changed', () => {
  it.each<[string, DivorceAction, string]>([
    ['issuance before the window', started(receipt.end1), '《民法典》第一千零七十七条'],
    ['issuance after the window', started('2026-05-07'), '《婚姻登记条例》第十六条'],
    ['withdrawal after end1', withdrawn(receipt.windowOpens), '《民法典》第一千零七十七条'],
  ])('%s', (_what, action, article) => {
    const before = JSON.stringify(running)
    const entry = entriesOf([opened(), accepted, action]).at(-1)
    const error = errorOf(() => applyDivorce(running, entry as NonNullable<typeof entry>))
    expect(error).toMatchObject({ code: 'wrong_state', field: 'day' })
    expect(error.text.zh).toContain(article)
    expect(JSON.stringify(running)).toBe(before)
  })
  it('nothing is withdrawn twice, accepted twice, or decided without an appearance', () => {
    for (const actions of [[opened(), accepted, withdrawn('2026-03-05'), withdrawn('2026-03-06')], [opened(), accepted, accepted], [opened(), accepted, started(), interviewed(0), withdrawn(issuingDay)]]) expect(errorOf(() => fold(...actions)).code).toBe('wrong_state')
  })
})
