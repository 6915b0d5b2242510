import type { DivorceState } from '../divorce/actions.ts'
import { isOpenRow } from '../divorce/fold.ts'
import type { MarriageState } from './actions.ts'
import type { RegisterMatch } from './context.ts'

/** A marriage case as a list of the register shows it; `ending` is empty while the marriage stands. */
export interface MarriageHolding { readonly id: string; readonly state: MarriageState; readonly ending: string; readonly number: string; readonly identityNumbers: readonly [string, string] }
/** A divorce case as a list of the register shows it; its days are empty before the acceptance, the marriage's case where it is not of this register. */
export interface DivorceHolding { readonly id: string; readonly state: DivorceState; readonly end1: string; readonly end2: string; readonly identityNumbers: readonly [string, string]; readonly marriageCaseId: string; readonly marriageNumber: string }

const registered: readonly string[] = ['registered', 'proofread', 'delivered']

const ofMarriage = (party: 0 | 1, row: MarriageHolding): readonly RegisterMatch[] => {
  const standing = row.state === 'received' ? 'open' : !registered.includes(row.state) ? undefined : row.ending === '' ? 'standing' : 'ended'
  return standing === undefined ? [] : [{ party, caseId: row.id, window: 'marriage', standing, number: row.number, identityNumbers: row.identityNumbers }]
}

const ofDivorce = (party: 0 | 1, row: DivorceHolding, day: string): readonly RegisterMatch[] => {
  if (isOpenRow(row, day)) return [{ party, caseId: row.id, window: 'divorce', standing: 'open', number: '', identityNumbers: row.identityNumbers }]
  return registered.includes(row.state) ? [{ party, caseId: row.marriageCaseId === '' ? row.id : row.marriageCaseId, window: 'marriage', standing: 'ended', number: row.marriageNumber, identityNumbers: row.identityNumbers }] : []
}

/**
 * What the register holds of one party, as the rules on persons take it (`MarriageContext.register`, the divorce’s and the reissue’s alike): rows of the lists of marriages and of
 * divorces in which the party’s identity number stands, handed over as they are. A marriage is open while it is worked on, standing once registered, ended by its ending; a divorce is open
 * on `day` until it is decided, withdrawn or lapsed by the clock, and once registered stands for the marriage that it ended, whether that marriage’s own file is here or not. Cases that
 * came to nothing and the case `self` are left out.
 */
export const registerMatchesOf = (party: 0 | 1, rows: { readonly marriages: readonly MarriageHolding[]; readonly divorces: readonly DivorceHolding[] }, at: { readonly day: string; readonly self?: string | undefined }): RegisterMatch[] => {
  const marriages = rows.marriages.filter((row) => row.id !== at.self)
  const divorces = rows.divorces.filter((row) => row.id !== at.self && !marriages.some((marriage) => marriage.ending !== '' && marriage.id === row.marriageCaseId))
  return [...marriages.flatMap((row) => ofMarriage(party, row)), ...divorces.flatMap((row) => ofDivorce(party, row, at.day))]
}
