import { describe, expect, it } from 'vitest'
import { divorceStates } from '../../../../domain/divorce/actions.ts'
import { runDivorceCheck } from '../../../../domain/divorce/check.ts'
import { isOpenOn, isOpenRow, standingOfRow, standingOn } from '../../../../domain/divorce/fold.ts'
import { runMarriageCheck } from '../../../../domain/marriage/check.ts'
import type { DivorceHolding, MarriageHolding } from '../../../../domain/marriage/register.ts'
import { registerMatchesOf } from '../../../../domain/marriage/register.ts'
import { divorceContext, divorceFile, receipt } from '../divorce/facts.ts'
import { soundContext, soundFile, withParty } from '../facts.ts'

const [man, woman] = soundFile().parties
const identityNumbers = [man.identityNumber, woman.identityNumber] as const
const marriage = (changes: Partial<MarriageHolding> = {}): MarriageHolding => ({ id: 'm-1', state: 'delivered', ending: '', number: 'J110105-2019-000001', identityNumbers, ...changes })
const divorce = (changes: Partial<DivorceHolding> = {}): DivorceHolding => ({ id: 'd-1', state: 'accepted', end1: receipt.end1, end2: receipt.end2, marriageCaseId: '', marriageNumber: 'J110105-2019-000001', identityNumbers, ...changes })
const standings = (marriages: readonly MarriageHolding[], divorces: readonly DivorceHolding[], day = '2026-04-10', self?: string) => registerMatchesOf(0, { marriages, divorces }, { day, self }).map((match) => `${match.window} ${match.standing}`)

describe('what the register holds of a party', () => {
  it.each([
    ['received', '', ['marriage open']], ['registered', '', ['marriage standing']], ['proofread', '', ['marriage standing']], ['delivered', '', ['marriage standing']],
    ['delivered', 'divorced', ['marriage ended']], ['delivered', 'void', ['marriage ended']], ['registered', 'revoked', ['marriage ended']], ['refused', '', []], ['abandoned', '', []], ['voided', '', []],
  ] as const)('a marriage that is %s and %j: %j', (state, ending, wanted) => {
    expect(standings([marriage({ state, ending })], [])).toEqual(wanted)
  })
  it.each(divorceStates)('a divorce that is %s is open on a day just when its case says so', (state) => {
    for (const day of ['2026-03-02', '2026-04-01', '2026-04-02', '2026-05-06', '2026-05-07', '2027-01-04']) {
      const open = isOpenOn({ state, dates: receipt }, day)
      expect(standings([], [divorce({ state })], day).includes('divorce open')).toBe(open)
      expect(isOpenRow(divorce({ state }), day)).toBe(open)
      expect(standingOfRow(divorce({ state }), day)).toBe(standingOn({ state, dates: receipt }, day))
    }
    expect(standings([], [divorce({ state })]).includes('marriage ended')).toBe(['registered', 'proofread', 'delivered'].includes(state))
  })
  it('a divorce stands for the marriage it ended, once, whether that file is here or not', () => {
    const ended = { party: 0, window: 'marriage', standing: 'ended', number: 'J110105-2019-000001', identityNumbers }
    const divorced = divorce({ state: 'delivered', marriageCaseId: 'm-1' })
    expect(registerMatchesOf(0, { marriages: [], divorces: [divorced] }, { day: '2026-05-20' })).toEqual([{ ...ended, caseId: 'm-1' }])
    expect(registerMatchesOf(0, { marriages: [], divorces: [divorce({ state: 'delivered' })] }, { day: '2026-05-20' })).toEqual([{ ...ended, caseId: 'd-1' }])
    expect(registerMatchesOf(0, { marriages: [marriage({ ending: 'divorced' })], divorces: [divorced] }, { day: '2026-05-20' })).toEqual([{ ...ended, caseId: 'm-1' }])
  })
  it('leaves the case itself out and keeps party and number', () => {
    expect(standings([marriage()], [divorce()], '2026-04-10', 'm-1')).toEqual(['divorce open'])
    expect(standings([marriage()], [divorce()], '2026-04-10', 'd-1')).toEqual(['marriage standing'])
    expect(registerMatchesOf(1, { marriages: [marriage()], divorces: [] }, { day: '2026-04-10' })).toEqual([{ party: 1, caseId: 'm-1', window: 'marriage', standing: 'standing', number: 'J110105-2019-000001', identityNumbers }])
  })
  it('a couple with a divorce under way cannot marry anew, a lapsed one is no bar, and the divorced choose remarriage', () => {
    const rules = (marriages: readonly MarriageHolding[], divorces: readonly DivorceHolding[], day: string) => {
      const register = ([0, 1] as const).flatMap((party) => registerMatchesOf(party, { marriages, divorces }, { day }))
      const file = withParty(withParty(soundFile(), 0, { maritalStatus: '40' }), 1, { maritalStatus: '40' })
      return new Set(runMarriageCheck(file, soundContext({ register, day })).findings.map((finding) => finding.rule))
    }
    const running = rules([marriage()], [divorce()], '2026-04-10')
    expect(running).toContain('marriage.open-divorce')
    expect(running).toContain('marriage.register-spouse')
    expect(rules([marriage()], [divorce()], '2026-05-20')).not.toContain('marriage.open-divorce')
    const after = rules([marriage({ ending: 'divorced' })], [divorce({ state: 'delivered', marriageCaseId: 'm-1' })], '2026-05-20')
    expect(after).toContain('marriage.remarriage-same')
    expect(after).not.toContain('marriage.register-spouse')
    expect(after).not.toContain('marriage.open-divorce')
  })
  it('a second application while one runs is stopped; after the first has lapsed it is not', () => {
    const stopped = (day: string) => runDivorceCheck(divorceFile(), divorceContext({ stage: 'acceptance', day, register: registerMatchesOf(1, { marriages: [], divorces: [divorce({ id: 'd-0' })] }, { day }) })).findings.map((finding) => finding.rule).includes('divorce.second-application')
    expect([stopped('2026-04-10'), stopped('2026-05-06'), stopped('2026-05-07')]).toEqual([true, true, false])
  })
})
