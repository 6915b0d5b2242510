import type { DivorceState } from '../divorce/actions.ts'
import { phaseOn } from '../divorce/clock.ts'
import type { MarriageState } from './actions.ts'
import type { RegisterMatch } from './context.ts'

/** A marriage case as a list of the register shows it; `ending` is empty while the marriage stands. */
export interface MarriageHolding { readonly id: string; readonly state: MarriageState; readonly ending: string; readonly number: string; readonly identityNumbers: readonly [string, string] }
/** A divorce case as a list of the register shows it; its days are empty before the acceptance. */
export interface DivorceHolding { readonly id: string; readonly state: DivorceState; readonly end1: string; readonly end2: string; readonly number: string; readonly identityNumbers: readonly [string, string] }

const registered = ['registered', 'proofread', 'delivered']

const divorceStanding = (row: DivorceHolding, day: string): RegisterMatch['standing'] | undefined => {
  if (registered.includes(row.state)) return 'ended'
  if (row.state === 'accepted') return row.end2 !== '' && phaseOn(row, day) === 'lapsed' ? undefined : 'open'
  return row.state === 'received' || row.state === 'issuing' ? 'open' : undefined
}

/**
 * What the register holds of one party, as the rules on persons take it (`MarriageContext.register`, the divorce's and the reissue's alike): rows of the lists of marriages and of
 * divorces in which the party's identity number stands, handed over as they are. A marriage is open while it is worked on, standing once registered, ended by its ending; a divorce is open
 * on `day` until it is decided, withdrawn or lapsed by the clock, and ended once registered. Cases that came to nothing and the case `self` are left out.
 */
export const registerMatchesOf = (party: 0 | 1, rows: { readonly marriages: readonly MarriageHolding[]; readonly divorces: readonly DivorceHolding[] }, at: { readonly day: string; readonly self?: string | undefined }): RegisterMatch[] => [
  ...rows.marriages.flatMap((row): RegisterMatch[] => {
    const standing = row.state === 'received' ? 'open' : !registered.includes(row.state) ? undefined : row.ending === '' ? 'standing' : 'ended'
    return standing === undefined || row.id === at.self ? [] : [{ party, caseId: row.id, window: 'marriage', standing, number: row.number, identityNumbers: row.identityNumbers }]
  }),
  ...rows.divorces.flatMap((row): RegisterMatch[] => {
    const standing = divorceStanding(row, at.day)
    return standing === undefined || row.id === at.self ? [] : [{ party, caseId: row.id, window: 'divorce', standing, number: row.number, identityNumbers: row.identityNumbers }]
  }),
]
