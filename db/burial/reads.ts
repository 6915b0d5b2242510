import type { Facility } from '../../domain/burial/facilities/facility.ts'
import type { IllegalGrave } from '../../domain/burial/grounds/illegal.ts'
import type { Cemetery } from '../../domain/burial/placement/cemetery.ts'
import type { RelocationNotice } from '../../domain/burial/relocation/actions.ts'
import type { Grave } from '../../domain/burial/relocation/fold.ts'
import type { AdoptedPolicy } from '../../domain/waiver/book.ts'
import type { Reader } from '../connection.ts'
import { withWords } from '../errors.ts'
import { board, plotSums, terms } from './board.ts'
import type { BurialReads } from './contract.ts'
import * as lists from './lists.ts'
import { rewardedOf, settledOf } from './money.ts'
import * as numbers from './numbers.ts'
import { getPlot } from './plots.ts'
import { qingming } from './qingming.ts'
import type { AdoptedReward } from './records.ts'
import { findRecord, records, recordsDuring, recordsUnder } from './records.ts'
import { findPlots } from './search.ts'
import * as statistics from './statistics/reads.ts'

/** What the house may ask of funeral affairs, over one connection. */
export const burialReadsOf = (db: Reader): BurialReads => {
  const answer = <A extends readonly unknown[], T>(work: (db: Reader, ...args: A) => T) => async (...args: A): Promise<T> => Promise.resolve(withWords(() => work(db, ...args)))
  return {
    get: answer(lists.getCase),
    cases: answer(lists.cases),
    count: answer(lists.countCases),
    inWork: answer(lists.casesInWork),
    cremationsOf: answer(lists.cremationsOf),
    casesOf: answer(lists.casesOf),
    settledOf: answer(settledOf),
    rewardedOf: answer(rewardedOf),
    settlements: answer(lists.settlements),
    lastNumber: answer(numbers.lastNumber),
    findNumber: answer(numbers.findNumber),
    numbers: answer(numbers.numbers),
    gaps: answer(numbers.gaps),
    policies: answer((on) => records<AdoptedPolicy>(on, 'policy').map(({ value }) => value)),
    rewardPolicies: answer((on) => records<AdoptedReward>(on, 'rewardPolicy').map(({ value }) => value)),
    cemeteries: answer((on) => records<Cemetery>(on, 'cemetery')),
    findCemetery: answer((on, id: string) => findRecord<Cemetery>(on, 'cemetery', id)),
    getPlot: answer(getPlot),
    board: answer(board),
    plotSums: answer(plotSums),
    terms: answer(terms),
    findPlots: answer(findPlots),
    notices: answer((on) => records<RelocationNotice>(on, 'notice')),
    graves: answer((on, filter?: { readonly notice?: string }) => (filter?.notice === undefined ? records<Grave>(on, 'grave') : recordsUnder<Grave>(on, 'grave', filter.notice))),
    findGrave: answer((on, id: string) => findRecord<Grave>(on, 'grave', id)),
    facilities: answer((on) => records<Facility>(on, 'facility')),
    findFacility: answer((on, id: string) => findRecord<Facility>(on, 'facility', id)),
    qingming: answer(qingming),
    illegalGraves: answer((on, period: { readonly from: string; readonly to: string }) => recordsDuring<IllegalGrave>(on, 'illegalGrave', period)),
    findIllegalGrave: answer((on, id: string) => findRecord<IllegalGrave>(on, 'illegalGrave', id)),
    sums: answer(statistics.sums),
    sumsByMonth: answer(statistics.sumsByMonth),
    lines: answer(statistics.lines),
    lateLines: answer(statistics.lateLines),
    homeNames: answer((on) => statistics.cellTitles(on, '@')),
    closedMonths: answer(statistics.closedMonths),
    denominators: answer(statistics.denominators),
  }
}
