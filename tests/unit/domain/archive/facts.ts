import type { ArchiveActionBody } from '../../../../domain/archive/actions.ts'
import { defaultProofPattern, defaultQueryPattern } from '../../../../domain/archive/decide.ts'
import type { ArchiveContext, ProofFacts, QueryFacts } from '../../../../domain/archive/rules.ts'
import { defaultArchiveSettings } from '../../../../domain/archive/rules.ts'
import { numberOf, theDay } from '../facts.ts'

export const mine = numberOf('1998-03-02', '1')
export const hers = numberOf('1999-07-15', '2')
export const stranger = numberOf('1980-01-01', '1')

/** A query that may be recorded: the man asks for his own file and takes a stamped copy. */
export const query = (changes: Partial<Omit<QueryFacts, 'requester'>> & { readonly requester?: Partial<QueryFacts['requester']> } = {}): QueryFacts => ({
  basis: '本人身份证件', purpose: '办理购房', approvedBy: '', files: [{ window: 'marriage', caseId: 'm-1', number: 'J110105-2026-000001', title: '张三丰与李小萌结婚登记', archiveNumber: '2026-1' }], found: true, copies: { pages: 9, sets: 1, stamped: true }, ...changes,
  requester: { kind: 'party', name: '张三丰', identityType: 'resident', identityNumber: mine, identityShown: true, unit: '', proof: '', letter: '', phone: '', ...changes.requester },
})

/** A proof that may be made out: no record, for a notary, to be used in Taiwan. */
export const proof = (changes: { readonly requester?: Partial<ProofFacts['requester']>; readonly proof?: Partial<ProofFacts['proof']> } = {}): ProofFacts => ({
  requester: query({ ...(changes.requester === undefined ? {} : { requester: changes.requester }) }).requester,
  proof: { person: { name: '张三丰', identityType: 'resident', identityNumber: mine, birth: '1998-03-02' }, destination: '台湾地区', use: '办理公证，在台湾地区结婚', searchedFrom: '2020-03-02', searchedTo: theDay, found: false, records: [], ...changes.proof },
})

export const context = (changes: Partial<ArchiveContext> = {}): ArchiveContext => ({ typing: false, day: theDay, settings: defaultArchiveSettings, account: 'registrar', parties: { 'm-1': [mine, hers] }, ...changes })
export const queryOffice = { id: 'a-1', number: '查〔2026〕0001号', pattern: defaultQueryPattern, registrar: 'registrar', officeName: '北京市朝阳区婚姻登记处' } as const
export const proofOffice = { ...queryOffice, number: '婚证〔2026〕0001号', pattern: defaultProofPattern } as const
export const boxOf = (box: number, first: number, last: number, note = ''): ArchiveActionBody<'archive.boxed'> => ({ day: theDay, fonds: 'X012', year: 2015, fileClass: 'marriage', box, first, last, note })
