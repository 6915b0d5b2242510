import type { BoundaryPlan } from '../../domain/place-names/boundaries/actions.ts'
import type { BoundaryLine } from '../../domain/place-names/boundaries/line.ts'
import type { IrregularName } from '../../domain/place-names/irregular/irregular.ts'
import type { NamePlan } from '../../domain/place-names/plans/plan.ts'
import type { Reader } from '../connection.ts'
import { withWords } from '../errors.ts'
import type { PlaceNameReads } from './contract.ts'
import * as counts from './count.ts'
import * as documents from './documents.ts'
import { findEntity } from './gazetteer.ts'
import * as lists from './lists.ts'
import * as names from './names.ts'
import { neighbours } from './neighbours.ts'
import * as plates from './plates.ts'
import { profiles } from './profiles.ts'
import { irregular, placeNameRecords as records } from './records.ts'

/** What the house may ask of place names, over one connection. */
export const placeNameReadsOf = (db: Reader): PlaceNameReads => {
  const answer = <A extends readonly unknown[], T>(work: (db: Reader, ...args: A) => T) => async (...args: A): Promise<T> => Promise.resolve(withWords(() => work(db, ...args)))
  return {
    get: answer(lists.getCase),
    cases: answer(lists.cases),
    count: answer(lists.countCases),
    inWork: answer(lists.casesInWork),
    running: answer(lists.running),
    casesBetween: answer(lists.casesBetween),
    lastDocument: answer(documents.lastDocument),
    casesWithDocument: answer(documents.casesWithDocument),
    documents: answer(documents.documents),
    neighbours: answer(neighbours),
    localNames: answer(names.localNames),
    findEntity: answer(findEntity),
    names: answer(names.names),
    countNames: answer(names.countNames),
    standardNames: answer(names.standardNames),
    nameSums: answer(names.nameSums),
    map: answer(names.map),
    extent: answer(names.extent),
    entities: answer(names.entities),
    countEntities: answer(names.countEntities),
    protectedEntities: answer(names.protectedEntities),
    entitiesOfCase: answer(names.entitiesOfCase),
    findBook: answer(plates.findBook),
    books: answer(plates.books),
    proofs: answer(plates.proofs),
    findProof: answer(plates.findProof),
    boundaries: answer((on) => records.all<BoundaryLine>(on, 'boundary')),
    findBoundary: answer((on, id: string) => records.find<BoundaryLine>(on, 'boundary', id)),
    boundaryPlan: answer((on, year: number) => records.find<BoundaryPlan>(on, 'boundaryPlan', `boundaryPlan/${String(year)}`)?.value),
    plans: answer((on) => records.all<NamePlan>(on, 'namePlan')),
    irregular: answer(irregular),
    findIrregular: answer((on, id: string) => records.find<IrregularName>(on, 'irregular', id)),
    profiles: answer(profiles),
    sums: answer(counts.sums),
    sumsByMonth: answer(counts.sumsByMonth),
    lines: answer(counts.lines),
  }
}
