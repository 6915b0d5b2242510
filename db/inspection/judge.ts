import type { JournalEntry } from '../../domain/action.ts'
import type { Calendar } from '../../domain/calendar/index.ts'
import { makeCalendar, shippedCalendar, shippedNotices } from '../../domain/calendar/index.ts'
import type { DivorceAction } from '../../domain/divorce/actions.ts'
import { foldDivorce } from '../../domain/divorce/fold.ts'
import { divorceInspector } from '../../domain/divorce/inspection.ts'
import type { Inspection, Judgement } from '../../domain/inspecting.ts'
import type { MarriageAction } from '../../domain/marriage/actions.ts'
import type { EndingAction } from '../../domain/marriage/endings.ts'
import { foldMarriage } from '../../domain/marriage/fold.ts'
import { marriageInspector } from '../../domain/marriage/inspection.ts'
import type { ReissueAction } from '../../domain/reissue/actions.ts'
import { foldReissue } from '../../domain/reissue/fold.ts'
import { reissueInspector } from '../../domain/reissue/inspection.ts'
import type { Connection } from '../connection.ts'
import type { FailingFile, InspectedWindow, InspectionCounts, InspectionOffice, ItemCounts } from './contract.ts'
import { entriesOfCases, marriagesOfDivorces, originalsOfReissues } from './files.ts'

/** The office's facts as the rules take them, by day. */
export interface Office { readonly on: (day: string) => InspectionOffice['days'][number]; readonly registrarOf: (account: string) => { readonly registrar?: InspectionOffice['registrars'][number] }; readonly calendar: Calendar }

/** Makes ready what every file of a run needs. */
export const officeOf = ({ days, registrars, notices }: InspectionOffice): Office => {
  const byAccount = new Map(registrars.map((registrar) => [registrar.account, { registrar }]))
  const [first] = days
  if (first === undefined) throw new Error('an office without settings')
  return {
    on: (day) => days.findLast(({ from }) => from <= day) ?? first,
    registrarOf: (account) => byAccount.get(account) ?? {},
    calendar: notices.added.length === 0 && notices.setAside.length === 0 ? shippedCalendar : makeCalendar([...shippedNotices, ...notices.added], { setAside: notices.setAside }),
  }
}

/** A file folded, to be asked for its bare results or for the words too. */
interface Judged { readonly id: string; readonly judge: () => Judgement; readonly inspect: () => Inspection }

/** Folds each case and asks every rule of its day. What the register held of the parties then was looked at in the transaction of the registration; today's holdings say nothing of it. */
const judgesOf = (db: Connection, window: InspectedWindow, keys: readonly number[], office: Office): ((key: number, entries: readonly JournalEntry[]) => Judged) => {
  const shared = (day: string, registrar: string) => {
    const { settings, officeArea } = office.on(day)
    return { settings, register: [], officeArea, ...office.registrarOf(registrar) }
  }
  switch (window) {
    case 'marriage':
      return (_key, entries) => {
        const folded = foldMarriage(entries as readonly JournalEntry<MarriageAction | EndingAction>[])
        const context = shared(folded.day, folded.registrar)
        return { id: folded.id, judge: () => marriageInspector.judge(folded, context), inspect: () => marriageInspector.inspect(folded, context) }
      }
    case 'divorce': {
      const marriages = marriagesOfDivorces(db, keys)
      return (key, entries) => {
        const folded = foldDivorce(entries as readonly JournalEntry<DivorceAction>[])
        const marriage = marriages.get(key)
        const context = { ...shared(folded.day, folded.registrar), calendar: office.calendar, ...(marriage === undefined ? {} : { marriage }) }
        return { id: folded.id, judge: () => divorceInspector.judge(folded, context), inspect: () => divorceInspector.inspect(folded, context) }
      }
    }
    case 'reissue': {
      const originals = originalsOfReissues(db, keys)
      return (key, entries) => {
        const folded = foldReissue(entries as readonly JournalEntry<ReissueAction>[])
        const original = originals.get(key)
        const context = { ...shared(folded.day, folded.registrar), ...(original === undefined ? {} : { original }) }
        return { id: folded.id, judge: () => reissueInspector.judge(folded, context), inspect: () => reissueInspector.inspect(folded, context) }
      }
    }
  }
}

const faultsOf = ({ items }: Inspection): FailingFile['items'] => items.filter(({ result }) => result === 'fail').map(({ item, message, title }) => ({ item, message: message ?? title }))

/** Inspects the cases of these keys by bare results; what is no longer registered is left out. */
export const inspectFiles = (db: Connection, window: InspectedWindow, keys: readonly number[], office: Office): { readonly counts: InspectionCounts; readonly failedKeys: readonly number[] } => {
  const judge = judgesOf(db, window, keys, office)
  const cases = entriesOfCases(db, window, keys)
  const verdicts = { qualified: 0, failed: 0, unexamined: 0, notApplicable: 0 }
  const items = new Map<string, ItemCounts>()
  const failedKeys: number[] = []
  for (const key of keys) {
    const { verdict, rules, results } = judge(key, cases.get(key) ?? []).judge()
    verdicts[verdict] += 1
    for (const [index, { item }] of rules.entries()) {
      let counts = items.get(item)
      if (counts === undefined) items.set(item, (counts = { pass: 0, fail: 0, notApplicable: 0, unexamined: 0 }))
      counts[results[index] ?? 'unexamined'] += 1
    }
    if (verdict === 'failed') failedKeys.push(key)
  }
  const { qualified, failed, unexamined } = verdicts
  return { counts: { qualified, failed, unexamined, items: Object.fromEntries(items) }, failedKeys }
}

/** The faults of the cases of these keys, in words. */
export const wordsOf = (db: Connection, window: InspectedWindow, keys: readonly number[], office: Office): readonly FailingFile[] => {
  const judge = judgesOf(db, window, keys, office)
  const cases = entriesOfCases(db, window, keys)
  return keys.map((key) => {
    const { id, inspect } = judge(key, cases.get(key) ?? [])
    return { id, items: faultsOf(inspect()) }
  })
}
