import { describe, expect, it } from 'vitest'
import { findGrantQuestion, grantAnswer, policiesAskingForGrant } from '../../../../domain/burial/grant.ts'
import { getShippedReward } from '../../../../domain/burial/reward-library.ts'
import type { RewardFacts } from '../../../../domain/burial/rewards.ts'
import { decideReward } from '../../../../domain/burial/reward-actions.ts'
import { checkGrant, checkSettled, rewardRule } from '../../../../domain/burial/waiver-rules.ts'
import { text } from '../../../../domain/text.ts'
import { getShippedPolicy } from '../../../../domain/waiver/library.ts'
import { actual, caseOf, layer, policy, resident, residents } from '../../../../domain/waiver/library/make.ts'
import { decideSettlement } from '../../../../domain/waiver/settle.ts'
import { thrown } from './facts.ts'

const nanjing = { ...getShippedPolicy('NJ'), from: '2023-01-01' }
const guangzhou = getShippedPolicy('GZ-RES')
const day = '2026-08-05'
const said = (check: ReturnType<typeof checkSettled>): string => check.findings.map(({ rule, field }) => `${rule} ${field ?? ''}`).join(', ')

describe('the question on the funeral grant', () => {
  it('is asked where a policy in force names it', () => {
    expect(policiesAskingForGrant([nanjing, guangzhou], day).map(({ id }) => id)).toEqual(['NJ'])
    expect(policiesAskingForGrant([nanjing], '2022-12-31')).toEqual([])
    expect(findGrantQuestion([guangzhou], { paid: '', proof: '' }, day)).toBeUndefined()
  })
  it.each([['', '', 'grant.paid'], ['unknown', '', 'grant.paid'], ['unknown', '证明', 'grant.paid'], ['no', ' ', 'grant.proof'], ['no', '社保局证明', undefined], ['yes', '', undefined]] as const)('“%s” by “%s” asks at %s', (paid, proof, field) => {
    expect(findGrantQuestion([nanjing], { paid, proof }, day)?.field).toBe(field)
    const check = checkGrant({ policies: [nanjing], grant: { paid, proof }, day })
    expect(check.ready).toBe(paid === 'no' && field === undefined)
    expect(grantAnswer({ paid, proof }) === 'no').toBe(check.ready)
  })
  it('nothing is asked where no policy does, and no day that is none', () => {
    expect(checkGrant({ policies: [guangzhou], grant: { paid: '', proof: '' }, day })).toMatchObject({ ready: true, findings: [] })
    expect(thrown(() => checkGrant({ policies: [], grant: { paid: '', proof: '' }, day: '2026-02-30' }))).toBe('invalid day')
  })
})

describe('rules on a settled waiver', () => {
  const own = policy({ id: 'own', title: text('自定', 'own'), source: '文件', sourceGrade: 'official', documentNumber: '1号', areas: ['330381'], from: '2020-01-01', appliesBy: 'settlement', layers: [layer('base', [residents()], [actual('cremation'), actual('urn', 100)])] })
  const { waiver } = decideSettlement([own], caseOf([['cremation', 'body', 1, 300], ['urn', 'piece', 1, 250]], resident('330381', day)), { caseId: 'b', day, registrar: 'r', number: 'JMZ-1' }).body
  it('what the engine gives keeps them', () => {
    expect(checkSettled({ waiver, policies: [own] })).toMatchObject({ ready: true, findings: [] })
  })
  it.each([
    ['a line above its cost', { ...waiver, lines: waiver.lines.map((line) => ({ ...line, waivedFen: line.actualFen + 1 })) }, 'waiver.actual lines.0, waiver.actual lines.1'],
    ['a total that is not the sum', { ...waiver, waivedFen: 1 }, 'waiver.actual waivedFen'],
    ['an item waived before', { ...waiver, facts: { ...waiver.facts, settled: [{ item: 'urn' as const, reference: '减1', day: '', policy: 'x', waivedFen: 1 }] } }, 'waiver.once lines.1.item'],
  ])('%s', (_what, settled, finding) => {
    expect(said(checkSettled({ waiver: settled, policies: [own] }))).toBe(finding)
  })
  it('a policy without a document number has to be answered for', () => {
    expect(said(checkSettled({ waiver, policies: [{ ...own, documentNumber: '' }] }))).toBe('waiver.document grants')
  })
})

describe('the rule on rewards', () => {
  const ruian = { ...getShippedReward('RA-ECO'), documentNumber: '1号', payee: 'family' as const, classes: getShippedReward('SZ-ECO').classes, classesComplete: true }
  const facts: RewardFacts = { areas: { hukou: '330381', death: '330381', cremation: '330381' }, flags: {}, days: { death: day, placement: day }, ways: ['sea'], proofs: ['placementRecord'], before: [] }
  const granted = decideReward(ruian, facts, { caseId: 'b', day, number: 'JBZ-1', registrar: 'r' }).body
  it('once, by a document, and never above it', () => {
    expect(rewardRule.check({ granted, policy: ruian })).toMatchObject({ kind: 'pass' })
    expect(rewardRule.check({ granted, policy: { ...ruian, documentNumber: '' } })).toMatchObject({ kind: 'fail', field: 'policy' })
    expect(rewardRule.check({ granted, policy: undefined })).toMatchObject({ kind: 'fail', field: 'policy' })
    expect(rewardRule.check({ granted: { ...granted, ways: [{ way: 'sea', fen: 800_001 }] }, policy: ruian })).toMatchObject({ kind: 'fail', field: 'ways' })
    expect(rewardRule.check({ granted: { ...granted, facts: { ...facts, before: [{ reference: 'x', way: 'sea', day: '', fen: 1 }] } }, policy: ruian })).toMatchObject({ kind: 'fail', field: 'facts.before' })
  })
})
