import type { ProofFacts, QueryFacts } from '../../../domain/archive/rules.ts'
import type { RequesterKind } from '../../../domain/archive/actions.ts'

type Requester = QueryFacts['requester']

export const emptyRequester: Requester = { kind: 'party', name: '', identityType: 'resident', identityNumber: '', identityShown: false, unit: '', proof: '', letter: '', phone: '' }
export const emptyQuery: QueryFacts = { requester: emptyRequester, basis: '', purpose: '', approvedBy: '', files: [], found: true, copies: { pages: 0, sets: 0, stamped: false } }

/** A proof as it begins: searched from the year in which the registers begin to the day itself. */
export const emptyProof = (today: string): ProofFacts => ({
  requester: emptyRequester,
  proof: { person: { name: '', identityType: 'resident', identityNumber: '', birth: '' }, destination: '', use: '', searchedFrom: '1950-05-01', searchedTo: today, found: false, records: [] },
})

/** The fields of a requester that a kind is asked for, beside the name. */
export const asked: Readonly<Record<RequesterKind, readonly ('identity' | 'unit' | 'proof' | 'letter' | 'approval')[]>> = {
  party: ['identity'], proxy: ['identity', 'proof'], organ: ['unit', 'letter', 'proof'], lawyer: ['identity', 'unit', 'letter', 'proof'], other: ['identity', 'unit', 'letter', 'approval'],
}

/** Changes the kind of a requester and empties what the new one is not asked for, so that nothing unseen goes on record. */
export const asKind = (requester: Requester, kind: RequesterKind): Requester => {
  const fields = asked[kind]
  return {
    ...requester, kind,
    unit: fields.includes('unit') ? requester.unit : '', proof: fields.includes('proof') ? requester.proof : '', letter: fields.includes('letter') ? requester.letter : '',
    ...(!fields.includes('identity') && { identityNumber: '', identityShown: false }),
  }
}

/** Birth as a resident identity number says it; empty where it says none. */
export const birthOf = (identityNumber: string): string => {
  const found = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(identityNumber.trim())
  return found === null ? '' : `${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`
}
