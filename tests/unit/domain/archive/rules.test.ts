import { describe, expect, it } from 'vitest'
import { archiveActions } from '../../../../domain/archive/actions.ts'
import { decideProof, decideQuery } from '../../../../domain/archive/decide.ts'
import type { ArchiveContext, ProofFacts, QueryFacts } from '../../../../domain/archive/rules.ts'
import { archiveRuleGroups, checkProof, checkQuery, proofRules, queryRules } from '../../../../domain/archive/rules.ts'
import { saidBy } from '../../../../domain/findings.ts'
import type { Outcome } from '../../../../domain/rule.ts'
import { theDay } from '../facts.ts'
import { context, hers, mine, proof, proofOffice, query, queryOffice, stranger } from './facts.ts'

type Row<Facts> = readonly [string, string, Outcome['kind'], string | undefined, Facts, Partial<ArchiveContext>?]
const organ = { kind: 'organ', name: '王警官', unit: '北京市公安局朝阳分局', letter: '京公朝介2026-1', proof: '012345', identityNumber: '', identityShown: false } as const
const lawyer = { kind: 'lawyer', name: '赵律师', unit: '北京市某律师事务所', letter: '（2026）京0105民初1号证明', proof: '11101200010000001', identityNumber: stranger } as const
const other = { kind: 'other', name: '孙某', unit: '某单位', identityNumber: stranger } as const
const notFound = { files: [], found: false, copies: { pages: 0, sets: 0, stamped: false } }

const asked: readonly Row<QueryFacts>[] = [
  ['archive.requester', 'the man with his card', 'pass', undefined, query()],
  ['archive.requester', 'no name', 'notYet', 'requester.name', query({ requester: { name: ' ' } })],
  ['archive.requester', 'no number', 'notYet', 'requester.identityNumber', query({ requester: { identityNumber: '' } })],
  ['archive.requester', 'card not seen', 'notYet', 'requester.identityShown', query({ requester: { identityShown: false } })],
  ['archive.requester', 'an organ needs no card of the person', 'pass', undefined, query({ requester: organ })],
  ['archive.own-file', 'the own file', 'pass', undefined, query()],
  ['archive.own-file', 'a letter in small', 'pass', undefined, query({ requester: { identityNumber: hers.toLowerCase() } })],
  ['archive.own-file', 'somebody else’s', 'fail', 'files.0', query({ requester: { identityNumber: stranger } })],
  ['archive.own-file', 'a file only on paper', 'notApplicable', undefined, query({ files: [{ window: 'paper', caseId: '', number: '', title: '1987年结婚登记', archiveNumber: '1987-3' }] })],
  ['archive.own-file', 'an organ', 'notApplicable', undefined, query({ requester: organ })],
  ['archive.proxy', 'a notarised mandate', 'pass', undefined, query({ requester: { kind: 'proxy', proof: '（2026）京某证字第1号' } })],
  ['archive.proxy', 'no mandate', 'notYet', 'requester.proof', query({ requester: { kind: 'proxy' } })],
  ['archive.proxy', 'a party', 'notApplicable', undefined, query()],
  ['archive.organ', 'police with letter and card', 'pass', undefined, query({ requester: organ })],
  ...['北京市朝阳区人民法院', '某市人民检察院', '某市国家安全局', '某派出所'].map((unit): Row<QueryFacts> => ['archive.organ', unit, 'pass', undefined, query({ requester: { ...organ, unit } })]),
  ['archive.organ', 'a tax bureau', 'fail', 'requester.unit', query({ requester: { ...organ, unit: '某市税务局' } })],
  ['archive.organ', 'no unit', 'notYet', 'requester.unit', query({ requester: { ...organ, unit: '' } })],
  ['archive.organ', 'no letter', 'notYet', 'requester.letter', query({ requester: { ...organ, letter: '' } })],
  ['archive.organ', 'no work card', 'notYet', 'requester.proof', query({ requester: { ...organ, proof: '' } })],
  ['archive.lawyer', 'in litigation', 'pass', undefined, query({ requester: lawyer })],
  ['archive.lawyer', 'without a paper of the court', 'notYet', 'requester.letter', query({ requester: { ...lawyer, letter: '' } })],
  ['archive.lawyer', 'without a licence', 'notYet', 'requester.proof', query({ requester: { ...lawyer, proof: '' } })],
  ['archive.lawyer', 'without a firm', 'notYet', 'requester.unit', query({ requester: { ...lawyer, unit: '' } })],
  ['archive.approval', 'approved', 'pass', undefined, query({ requester: other, approvedBy: 'manager' })],
  ['archive.approval', 'not approved', 'notYet', 'approvedBy', query({ requester: other })],
  ['archive.approval', 'approved by the clerk herself', 'fail', 'approvedBy', query({ requester: other, approvedBy: 'registrar' })],
  ['archive.approval', 'a party needs none', 'notApplicable', undefined, query()],
  ['archive.basis', 'both written', 'pass', undefined, query()],
  ['archive.basis', 'no basis', 'notYet', 'basis', query({ basis: '' })],
  ['archive.basis', 'no purpose', 'notYet', 'purpose', query({ purpose: ' ' })],
  ['archive.no-lending', 'read on the spot', 'pass', undefined, query()],
  ['archive.no-lending', 'to be taken away', 'fail', 'purpose', query({ purpose: '外借三天' })],
  ['archive.no-publication', 'a private purpose', 'pass', undefined, query()],
  ['archive.no-publication', 'for a paper', 'asks', 'purpose', query({ purpose: '在报纸刊登' })],
  ['archive.files', 'named', 'pass', undefined, query()],
  ['archive.files', 'found but not named', 'notYet', 'files', query({ files: [] })],
  ['archive.files', 'none found', 'pass', undefined, query(notFound)],
  ['archive.files', 'named but not found', 'fail', 'found', query({ found: false })],
  ['archive.copies', 'stamped', 'pass', undefined, query()],
  ['archive.copies', 'not stamped', 'notYet', 'copies.stamped', query({ copies: { pages: 9, sets: 1, stamped: false } })],
  ['archive.copies', 'no sets', 'notYet', 'copies.sets', query({ copies: { pages: 9, sets: 0, stamped: true } })],
  ['archive.copies', 'no pages', 'notYet', 'copies.pages', query({ copies: { pages: 0, sets: 1, stamped: true } })],
  ['archive.copies', 'of nothing', 'fail', 'copies.pages', query({ ...notFound, copies: { pages: 1, sets: 1, stamped: true } })],
  ['archive.copies', 'none', 'notApplicable', undefined, query({ copies: { pages: 0, sets: 0, stamped: false } })],
]
const record = { kind: 'marriage', number: 'J110105-2026-000001', day: '2026-01-05', office: '北京市朝阳区民政局', caseId: 'm-1' } as const
const proved: readonly Row<ProofFacts>[] = [
  ['archive.proof-person', 'the person', 'pass', undefined, proof()],
  ['archive.proof-person', 'a proxy with a mandate', 'pass', undefined, proof({ requester: { kind: 'proxy', identityNumber: stranger, proof: '（2026）京某证字第1号' } })],
  ['archive.proof-person', 'a proxy without', 'notYet', 'requester.proof', proof({ requester: { kind: 'proxy', identityNumber: stranger } })],
  ['archive.proof-person', 'another person', 'fail', 'proof.person.identityNumber', proof({ requester: { identityNumber: stranger } })],
  ['archive.proof-person', 'a lawyer', 'fail', 'requester.kind', proof({ requester: lawyer })],
  ['archive.proof-person', 'card not seen', 'notYet', 'requester.identityShown', proof({ requester: { identityShown: false } })],
  ['archive.proof-destination', 'Taiwan', 'pass', undefined, proof()],
  ['archive.proof-destination', 'a place not on the list', 'fail', 'proof.destination', proof({ proof: { destination: '某国' } })],
  ['archive.proof-destination', 'a place the office has put on it', 'pass', undefined, proof({ proof: { destination: '某国' } }), { settings: { proofDestinations: ['台湾地区', '某国'] } }],
  ['archive.proof-destination', 'none', 'notYet', 'proof.destination', proof({ proof: { destination: '' } })],
  ['archive.proof-use', 'for a notary', 'pass', undefined, proof()],
  ['archive.proof-use', 'for a bank', 'fail', 'proof.use', proof({ proof: { use: '银行贷款' } })],
  ['archive.proof-use', 'not said', 'notYet', 'proof.use', proof({ proof: { use: '' } })],
  ['archive.proof-years', 'to today', 'pass', undefined, proof()],
  ['archive.proof-years', 'to tomorrow', 'fail', 'proof.searchedTo', proof({ proof: { searchedTo: '2026-05-21' } })],
  ['archive.proof-years', 'backwards', 'fail', 'proof.searchedTo', proof({ proof: { searchedFrom: '2021-01-01', searchedTo: '2020-01-01' } })],
  ['archive.proof-years', 'no such day', 'fail', 'proof.searchedFrom', proof({ proof: { searchedFrom: '2021-02-29' } })],
  ['archive.proof-years', 'no such last day', 'fail', 'proof.searchedTo', proof({ proof: { searchedTo: '2026-04-31' } })],
  ['archive.proof-records', 'none', 'pass', undefined, proof()],
  ['archive.proof-records', 'one', 'pass', undefined, proof({ proof: { found: true, records: [record] } })],
  ['archive.proof-records', 'found and not listed', 'fail', 'proof.found', proof({ proof: { found: true } })],
  ['archive.proof-records', 'listed and not found', 'fail', 'proof.found', proof({ proof: { records: [record] } })],
  ['archive.proof-records', 'outside the days searched', 'fail', 'proof.records.0.day', proof({ proof: { found: true, records: [{ ...record, day: '2019-12-31' }] } })],
]
const worst = (outcomes: readonly Outcome[]): Outcome => outcomes.find((outcome) => outcome.kind !== 'pass' && outcome.kind !== 'notApplicable') ?? outcomes.find((outcome) => outcome.kind === 'pass') ?? (outcomes[0] as Outcome)
const fieldOf = (outcome: Outcome): string | undefined => ('field' in outcome ? outcome.field : undefined)

describe('who may look into the archive with what (《婚姻登记档案管理办法》第十五条)', () => {
  for (const [id, what, kind, field, facts, changes] of asked) it(`${id}: ${what} → ${kind} ${field ?? ''}`, () => {
    const said = worst(saidBy(queryRules.find((rule) => rule.id === id) as (typeof queryRules)[number], { facts, context: context(changes) }))
    expect({ kind: said.kind, field: fieldOf(said) }).toEqual({ kind, field })
  })
  for (const [id, what, kind, field, facts, changes] of proved) it(`${id}: ${what} → ${kind} ${field ?? ''}`, () => {
    const said = worst(saidBy(proofRules.find((rule) => rule.id === id) as (typeof proofRules)[number], { facts, context: context(changes) }))
    expect({ kind: said.kind, field: fieldOf(said) }).toEqual({ kind, field })
  })
  it('every rule stands in the tables, is broken by one row of it at least, and names its article', () => {
    for (const rule of [...queryRules, ...proofRules]) {
      expect([...asked, ...proved].some(([id, , kind]) => id === rule.id && kind !== 'pass' && kind !== 'notApplicable'), rule.id).toBe(true)
      expect(rule.law.zh).toMatch(/第.+条|民函/u)
      expect(archiveRuleGroups[rule.group]).toBeDefined()
    }
    expect(proofRules.filter((rule) => rule.law.zh.includes('266')).every((rule) => rule.source === 'guides' || rule.source === 'derived')).toBe(true)
  })
})

describe('checking and deciding', () => {
  it('a sound query has no findings and is put on record', () => {
    expect(checkQuery(query(), context())).toMatchObject({ findings: [], ready: true })
    const decision = decideQuery(query(), context(), queryOffice)
    expect(decision).toMatchObject({ kind: 'action', action: { kind: 'archive.queried', subject: 'a-1', body: { day: theDay, number: '查〔2026〕0001号', registrar: 'registrar', copies: { pages: 9 } } } })
    if (decision.kind === 'action') expect(archiveActions['archive.queried'].parse(decision.action.body)).toEqual(decision.action.body)
  })
  it('while the clerk types, what is missing is no finding, and yet not ready', () => {
    const early = query({ requester: { name: '', identityNumber: '', identityShown: false }, basis: '', purpose: '', files: [] })
    expect(checkQuery(early, context({ typing: true }))).toMatchObject({ findings: [], ready: false })
    expect(checkQuery(early, context()).findings.map((finding) => finding.field)).toEqual(['requester.name', 'requester.identityNumber', 'requester.identityShown', 'basis', 'purpose', 'files'])
  })
  it('what is said for information does not stand in the way', () => {
    const decision = decideQuery(query({ purpose: '信息公开诉讼' }), context(), queryOffice)
    expect(decision).toMatchObject({ kind: 'action', findings: [{ rule: 'archive.no-publication', severity: 'information' }] })
  })
  it('a lawyer before any litigation is turned down with the article', () => {
    const decision = decideQuery(query({ requester: { ...lawyer, letter: '' } }), context(), queryOffice)
    expect(decision).toMatchObject({ kind: 'findings', findings: [{ rule: 'archive.lawyer', field: 'requester.letter', law: { zh: '《婚姻登记档案管理办法》第十五条第（四）项' } }] })
  })
  it.each(['查〔2025〕0001号', '婚证〔2026〕0001号', '0001', ''])('the number %j does not fit', (number) => {
    expect(() => decideQuery(query(), context(), { ...queryOffice, number })).toThrow(/invalid \(number\)/)
  })
  it('a proof for a bank is no finding of the law’s, and is turned down', () => {
    expect(decideProof(proof({ proof: { use: '银行贷款' } }), context(), proofOffice)).toMatchObject({ kind: 'findings', findings: [{ rule: 'archive.proof-use' }] })
    const decision = decideProof(proof(), context(), proofOffice)
    expect(decision).toMatchObject({ kind: 'action', action: { kind: 'archive.proved', body: { proof: { person: { identityNumber: mine }, found: false } } } })
    if (decision.kind === 'action') expect(archiveActions['archive.proved'].parse(decision.action.body)).toEqual(decision.action.body)
    expect(() => decideProof(proof(), context(), { ...proofOffice, number: '婚证〔2024〕0001号' })).toThrow(/invalid \(number\)/)
  })
  it('a day that does not exist is refused', () => {
    expect(() => checkQuery(query(), context({ day: '2026-02-30' }))).toThrow(/invalid \(day\)/)
    expect(() => checkProof(proof(), context({ day: '' }))).toThrow(/invalid \(day\)/)
  })
})
