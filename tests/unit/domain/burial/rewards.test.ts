import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaName } from '../../../../domain/areas/index.ts'
import { decideReward, rewardActions } from '../../../../domain/burial/reward-actions.ts'
import { getShippedReward, rewardLibrary } from '../../../../domain/burial/reward-library.ts'
import type { RewardFacts, RewardPolicy, RewardWay } from '../../../../domain/burial/rewards.ts'
import { quoteReward, requireReward, requireRewardReady, RewardPolicy as RewardSchema, rewardWayCodes } from '../../../../domain/burial/rewards.ts'
import { thrown } from './facts.ts'

const all = ['eventCertificate', 'placementRecord', 'cremationCertificate', 'donationCertificate'] as const
const facts = (area: string, day: string, ways: readonly RewardWay[], changes: Partial<RewardFacts> = {}): RewardFacts => ({ areas: { hukou: area, death: area, cremation: area }, flags: { welfareWard: 'no' }, days: { death: day, placement: day }, ways: [...ways], proofs: [...all], before: [], ...changes })
/** A policy as an office adopts it: the residents, the days and the payee settled by the document. */
const adopted = (id: string, changes: Partial<RewardPolicy> = {}): RewardPolicy => {
  const policy = getShippedReward(id)
  return { ...policy, from: policy.from === 'unknown' ? '2020-01-01' : policy.from, documentNumber: policy.documentNumber || '1号', payee: 'family', classes: getShippedReward('SZ-ECO').classes, classesComplete: true, ...changes }
}

describe('the library of rewards', () => {
  it('is of its shape, unverified, and of real places', () => {
    expect(rewardLibrary.length).toBe(12)
    for (const policy of rewardLibrary) {
      expect(RewardSchema.parse(policy), policy.id).toEqual(policy)
      expect(policy.verified).toBe(false)
      for (const area of policy.areas) expect(areaName(area, '2025-01-01'), area).not.toBe('')
    }
  })
  it.each<[string, RewardWay, number]>([
    ['RA-ECO', 'sea', 8000], ['RA-ECO', 'bodyDonation', 8000], ['RA-ECO', 'scattered', 8000], ['RA-ECO', 'tree', 5000], ['RA-ECO', 'flower', 5000], ['RA-ECO', 'lawn', 5000], ['RA-ECO', 'wall', 1000], ['RA-ECO', 'niche', 1000],
    ['SZ-ECO', 'sea', 3000], ['SZ-ECO', 'notKept', 1000], ['SZ-ECO', 'tree', 1000], ['SZ-ECO', 'wall', 1000], ['GZ-ECO', 'sea', 2000], ['FZ-ECO', 'sea', 3000], ['TS-ECO', 'sea', 2000], ['TS-ECO', 'wall', 2000], ['TS-ECO', 'shared', 2000],
    ['QH-ECO', 'scattered', 3000], ['QH-ECO', 'tree', 1500], ['QH-ECO', 'wall', 2000], ['LN-ECO', 'sea', 3000], ['LN-ECO', 'notKept', 3000], ['XY-ECO', 'notKept', 3000], ['XY-ECO', 'lawn', 3000], ['XY-ECO', 'niche', 800], ['XY-ECO', 'wall', 500],
    ['DH-ECO', 'sea', 2000], ['DH-ECO', 'tree', 2000], ['DH-ECO', 'wall', 500], ['JN-ECO', 'sea', 4000], ['JN-ECO', 'notKept', 4000], ['JN-ECO', 'tree', 3000], ['JN-ECO', 'wall', 1000],
  ])('%s, %s: %i yuan', (id, way, yuan) => {
    const policy = adopted(id)
    const day = id === 'JN-ECO' ? '2022-05-01' : '2026-05-01'
    expect(quoteReward(policy, facts(policy.areas[0] ?? '', day, [way]), day)).toMatchObject({ answer: 'yes', fen: yuan * 100, payees: [{ payee: 'family', fen: yuan * 100 }] })
  })
  it('ranges and amounts not read ask and grant nothing', () => {
    for (const [id, way] of [['WZ-ECO', 'sea'], ['YD-ECO', 'tree'], ['LN-ECO', 'tree']] as const) {
      const policy = adopted(id)
      expect(quoteReward(policy, facts(policy.areas[0] ?? '', '2026-05-01', [way]), '2026-05-01'), id).toMatchObject({ answer: 'unknown', fen: 0, questions: [{ field: 'policy' }] })
    }
  })
  it('Jinan ended on 2023-03-31', () => {
    const jinan = adopted('JN-ECO')
    const of = (day: string) => quoteReward(jinan, facts('370100', day, ['sea']), '2026-05-01').answer
    expect([of('2018-03-31'), of('2018-04-01'), of('2023-03-31'), of('2023-04-01')]).toEqual(['no', 'yes', 'yes', 'no'])
  })
  it('Guangzhou goes by the death', () => {
    const guangzhou = adopted('GZ-ECO')
    expect(quoteReward(guangzhou, facts('440100', '2013-05-01', ['sea'], { days: { death: '2012-12-31', placement: '2013-05-01' } }), '2026-05-01').answer).toBe('no')
    expect(quoteReward(guangzhou, facts('440100', '2013-05-01', ['sea'], { days: { death: '', placement: '2013-05-01' } }), '2026-05-01')).toMatchObject({ answer: 'unknown', fen: 0, questions: [{ field: 'days.death' }] })
  })
})

describe('a reward', () => {
  const ruian = adopted('RA-ECO', { from: '2024-01-01', proofs: ['eventCertificate', 'placementRecord'] })
  const day = '2026-05-02'
  const of = (ways: readonly RewardWay[], changes: Partial<RewardFacts> = {}, policy: RewardPolicy = ruian) => quoteReward(policy, facts('330381', '2026-05-01', ways, changes), day)
  it('is never given twice', () => {
    const before = [{ reference: '奖〔2026〕1号', way: 'tree' as const, day: '2026-04-01', fen: 500_000 }]
    expect(of(['sea'], { before })).toMatchObject({ answer: 'no', fen: 0 })
    expect(thrown(() => requireReward(ruian, facts('330381', '2026-05-01', ['sea'], { before }), day))).toBe('conflict before')
  })
  it('of two ways the highest counts, unless the document adds them', () => {
    expect(of(['tree', 'notKept'])).toMatchObject({ fen: 800_000, lines: [{ granted: false, fen: 0 }, { granted: true, fen: 800_000 }] })
    expect(of(['sea', 'notKept'])).toMatchObject({ fen: 800_000 })
    expect(of(['tree', 'notKept'], {}, { ...ruian, combination: 'sum' })).toMatchObject({ fen: 1_300_000 })
  })
  it('is asked for its proofs', () => {
    expect(of(['sea'], { proofs: ['placementRecord'] })).toMatchObject({ answer: 'unknown', fen: 0, questions: [{ field: 'proofs' }] })
    expect(thrown(() => requireReward(ruian, facts('330381', '2026-05-01', ['sea'], { proofs: [] }), day))).toBe('findings proofs')
  })
  it('is split among family and provider to the fen', () => {
    expect(of(['wall'], {}, { ...ruian, payee: 'both', shares: [1, 2] }).payees).toEqual([{ payee: 'family', fen: 33_333 }, { payee: 'provider', fen: 66_667 }])
    expect(of(['wall'], {}, { ...ruian, payee: 'provider' }).payees).toEqual([{ payee: 'provider', fen: 100_000 }])
  })
  it('knows its classes and exclusions', () => {
    expect(of(['sea'], { areas: { hukou: '330100', death: '', cremation: '' } })).toMatchObject({ answer: 'no', fen: 0 })
    expect(of(['sea'], { areas: { hukou: '', death: '', cremation: '' } })).toMatchObject({ answer: 'unknown', fen: 0, questions: [{ field: 'areas.hukou' }] })
    const xianyang = adopted('XY-ECO')
    const ward = (welfareWard: 'yes' | 'no' | 'unknown') => quoteReward(xianyang, facts('610400', '2026-05-01', ['tree'], { flags: { welfareWard } }), day).answer
    expect([ward('yes'), ward('no'), ward('unknown')]).toEqual(['no', 'yes', 'unknown'])
  })
  it('has its time', () => {
    const timed = { ...ruian, monthsToApply: 6 }
    const on = (when: string) => quoteReward(timed, facts('330381', '2026-05-01', ['sea']), when).answer
    expect([on('2026-11-01'), on('2026-11-02')]).toEqual(['yes', 'no'])
  })
  it('cannot rest on facts that cannot be', () => {
    const run = (changes: Partial<RewardFacts>) => thrown(() => of(['sea'], changes))
    expect([run({ days: { death: '2026-05-02', placement: '2026-05-01' } }), run({ days: { death: '', placement: '2026-06-01' } }), run({ days: { death: '2026-02-30', placement: '' } }), run({ ways: ['sea', 'sea'] })]).toEqual(['invalid days.death', 'invalid days.placement', 'invalid days.death', 'invalid ways.1'])
    expect(thrown(() => requireReward(ruian, facts('330381', '2026-05-01', ['shared']), day))).toBe('wrong_state ways')
  })
  it('is decided into an action of its shape', () => {
    const action = decideReward(ruian, facts('330381', '2026-05-01', ['sea', 'notKept']), { caseId: 'b-1', day, number: '奖〔2026〕2号', registrar: 'r' })
    expect(rewardActions['reward.granted'].parse(action.body)).toEqual(action.body)
    expect(action.body).toMatchObject({ fen: 800_000, ways: [{ way: 'sea', fen: 800_000 }] })
  })
  it('only a policy with document number, days, amounts and payee is put in force', () => {
    expect(thrown(() => requireRewardReady(ruian, []))).toBe('nothing')
    expect(thrown(() => requireRewardReady({ ...ruian, documentNumber: '' }, []))).toBe('invalid documentNumber')
    expect(thrown(() => requireRewardReady({ ...ruian, from: '2024' }, []))).toBe('invalid from')
    expect(thrown(() => requireRewardReady({ ...ruian, to: 'unknown' }, []))).toBe('invalid to')
    expect(thrown(() => requireRewardReady({ ...ruian, payee: 'unstated' }, []))).toBe('invalid payee')
    expect(thrown(() => requireRewardReady({ ...ruian, payee: 'both' }, []))).toBe('invalid shares')
    expect(thrown(() => requireRewardReady({ ...ruian, rows: adopted('WZ-ECO').rows }, []))).toBe('invalid rows.0.fen')
    expect(thrown(() => requireRewardReady({ ...ruian, rows: [...ruian.rows, ...ruian.rows] }, []))).toBe('invalid rows.3.ways')
    expect(thrown(() => requireRewardReady({ ...ruian, classes: [] }, []))).toBe('invalid classes')
    expect(thrown(() => requireRewardReady(ruian, [{ ...ruian, id: 'other' }]))).toBe('invalid from')
  })
  it('whatever is asked of the library: granted only on yes, never above its highest row, payees add up', () => {
    const answers = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
    fc.assert(fc.property(fc.constantFrom(...rewardLibrary), fc.uniqueArray(fc.constantFrom(...rewardWayCodes), { maxLength: 4 }), fc.constantFrom('', 'none', '330381', '440300', '370100', '350100'), fc.constantFrom('', '2020-05-01', '2026-05-01'), fc.uniqueArray(fc.constantFrom(...all)), answers, (policy, ways, hukou, when, proofs, welfareWard) => {
      const result = quoteReward(policy, { ...facts(hukou, when, ways), proofs, flags: { welfareWard } }, day)
      if (result.answer !== 'yes') expect(result.fen).toBe(0)
      if (result.answer === 'unknown') expect(result.questions.length).toBeGreaterThan(0)
      expect(result.fen).toBeLessThanOrEqual(Math.max(0, ...policy.rows.map((row) => row.fen ?? 0)))
      expect(result.lines.reduce((sum, line) => sum + line.fen, 0)).toBe(result.fen)
      if (result.payees.length > 0) expect(result.payees.reduce((sum, part) => sum + part.fen, 0)).toBe(result.fen)
    }), { numRuns: 500 })
  })
})
