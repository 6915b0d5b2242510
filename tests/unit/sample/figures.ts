import type { Action, JournalEntry } from '../../../domain/action.ts'
import { applyDivorce, standingOn, type DivorceCase } from '../../../domain/divorce/fold.ts'
import type { DivorceAction } from '../../../domain/divorce/actions.ts'
import { fullYears } from '../../../domain/dates.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { applyMarriage, type MarriageCase } from '../../../domain/marriage/fold.ts'
import type { MarriageAction } from '../../../domain/marriage/actions.ts'
import type { Party } from '../../../domain/marriage/file.ts'
import { applyReissue, type ReissueCase } from '../../../domain/reissue/fold.ts'
import type { ReissueAction } from '../../../domain/reissue/actions.ts'
import { applicantsOf } from '../../../domain/reissue/file.ts'
import { applicationEndOf, cellsOfApplication, cellsOfDivorce, cellsOfEnding, cellsOfMarriage, cellsOfReissue, countCells, type Counts } from '../../../domain/statistics/cells.ts'

/** Every case as it ended. */
export interface Cases { readonly marriages: Map<string, MarriageCase>; readonly divorces: Map<string, DivorceCase>; readonly reissues: Map<string, ReissueCase> }

/** Folds a stream of actions. */
export const foldAll = (entries: Iterable<readonly [{ readonly account: string; readonly counter: string; readonly at: string }, Action]>): Cases => {
  const cases: Cases = { marriages: new Map(), divorces: new Map(), reissues: new Map() }
  let seq = 0
  for (const [actor, action] of entries) {
    const entry: JournalEntry = { seq: ++seq, at: actor.at, actor: actor.account, counter: actor.counter, action, hash: '' }
    if (action.kind.startsWith('marriage.')) cases.marriages.set(action.subject, applyMarriage(cases.marriages.get(action.subject), entry as JournalEntry<MarriageAction>))
    if (action.kind.startsWith('divorce.')) cases.divorces.set(action.subject, applyDivorce(cases.divorces.get(action.subject), entry as JournalEntry<DivorceAction>))
    if (action.kind.startsWith('reissue.')) cases.reissues.set(action.subject, applyReissue(cases.reissues.get(action.subject), entry as JournalEntry<ReissueAction>))
  }
  return cases
}

const registered = (one: { readonly state: string }): boolean => ['registered', 'proofread', 'delivered'].includes(one.state)
const pairOf = <T>(parties: readonly [Party, Party], of: (party: Party) => T): readonly [T, T] => [of(parties[0]), of(parties[1])]
const coupleOf = (one: { readonly day: string; readonly area: string; readonly file: { readonly parties: readonly [Party, Party] } }) => ({
  day: one.day, office: one.area, kinds: pairOf(one.file.parties, (party) => party.kind), ages: pairOf(one.file.parties, (party) => fullYears(party.birth as CivilDate, one.day as CivilDate, 'mar1')),
  education: pairOf(one.file.parties, (party) => party.education), occupation: pairOf(one.file.parties, (party) => party.occupation),
})

/** Counts every cell of the statistics from the folded cases themselves, as they stand on a day. */
export const figuresOf = ({ marriages, divorces, reissues }: Cases, today: string): Counts =>
  countCells([
    ...[...marriages.values()].filter(registered).map((one) => cellsOfMarriage({ ...coupleOf(one), kind: one.file.kind, statuses: pairOf(one.file.parties, (party) => party.maritalStatus) })),
    ...[...marriages.values()].flatMap((one) => one.endings.map((ending) => cellsOfEnding(ending.kind))),
    ...[...divorces.values()].filter(registered).map((one) => cellsOfDivorce({ ...coupleOf(one), marriageDay: one.file.marriage.day, reason: one.file.reason })),
    ...[...divorces.values()].filter((one) => one.accepted !== null).map((one) => cellsOfApplication(applicationEndOf(standingOn(one, today)))),
    ...[...reissues.values()].filter(registered).map((one) => cellsOfReissue({ day: one.day, certificate: one.file.certificate, local: one.file.original.area === one.area, proxied: one.file.proxy !== null, booklets: applicantsOf(one.file).length })),
  ])
