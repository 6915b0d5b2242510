import type { JournalEntry } from '../../domain/action.ts'
import type { Calendar } from '../../domain/calendar/index.ts'
import { makeCalendar, shippedCalendar, shippedNotices } from '../../domain/calendar/index.ts'
import type { Party } from '../../domain/case/file.ts'
import type { CommonCase } from '../../domain/case/fold.ts'
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
import type { JudgedCase } from '../../domain/reports/judged.ts'
import { tallying } from '../../domain/reports/judged.ts'
import { nameless } from '../../domain/reports/nameless.ts'
import type { WaiverPolicy } from '../../domain/waiver/policy.ts'
import type { Connection } from '../connection.ts'
import { burialJudges } from './burial.ts'
import type { CaseKey, FailingFile, InspectedWindow, InspectionOffice, JudgedFiles } from './contract.ts'
import { entriesOfCases, marriagesOfDivorces, originalsOfReissues } from './files.ts'

/** The office's facts as the rules take them, by day. */
export interface Office {
  readonly on: (day: string) => InspectionOffice['days'][number]
  readonly registrarOf: (account: string) => { readonly registrar?: InspectionOffice['registrars'][number] }
  readonly calendar: Calendar
  readonly policies: readonly WaiverPolicy[]
}

/** Makes ready what every file of a run needs. */
export const officeOf = ({ days, registrars, notices, policies }: InspectionOffice): Office => {
  const byAccount = new Map(registrars.map((registrar) => [registrar.account, { registrar }]))
  const [first] = days
  if (first === undefined) throw new Error('an office without settings')
  return {
    on: (day) => days.findLast(({ from }) => from <= day) ?? first,
    registrarOf: (account) => byAccount.get(account) ?? {},
    calendar: notices.added.length === 0 && notices.setAside.length === 0 ? shippedCalendar : makeCalendar([...shippedNotices, ...notices.added], { setAside: notices.setAside }),
    policies,
  }
}

/** A file folded, to be asked for its bare results or for the words too. */
export interface Judged {
  readonly id: string
  /** Code of the office it stands under, where that is not the office's own of the day. */
  readonly elsewhere: string
  readonly judge: () => JudgedCase
  readonly words: () => FailingFile
}
export type Judge = (key: number, entries: readonly JournalEntry[]) => Judged

type Couple = CommonCase<string, { readonly parties: readonly [Party, Party] }>

/** A case of a window with the inspection of the 13 points. */
const pointsOf = (folded: Couple, officeArea: string, kind: string, judge: () => Judgement, inspect: () => Inspection): Judged => {
  const { id, number, day, registrar, counter, area } = folded
  return {
    id,
    elsewhere: area === officeArea ? '' : area,
    judge: () => ({ kind, registrar, counter, ...judge() }),
    words: () => {
      const { rules } = judge()
      const people = folded.file.parties.flatMap(({ name, identityNumber }) => [name, identityNumber])
      const faults = inspect().items.flatMap(({ result, title, message, field }, index) => (result === 'fail' ? [{ rule: rules[index]?.id ?? '', title, message: nameless(message ?? title, people), ...(field === undefined ? {} : { field }) }] : []))
      return { id, number, day, kind, registrar, counter, faults }
    },
  }
}

/** Folds each case and asks every rule of its day. What the register held of the parties then was looked at in the transaction of the registration; today's holdings say nothing of it. */
const judgesOf = (db: Connection, window: InspectedWindow, keys: readonly number[], office: Office): Judge => {
  const shared = (day: string, registrar: string) => {
    const { settings, officeArea } = office.on(day)
    return { settings, register: [], officeArea, ...office.registrarOf(registrar) }
  }
  switch (window) {
    case 'marriage':
      return (_key, entries) => {
        const folded = foldMarriage(entries as readonly JournalEntry<MarriageAction | EndingAction>[])
        const context = shared(folded.day, folded.registrar)
        return pointsOf(folded, context.officeArea, folded.file.kind, () => marriageInspector.judge(folded, context), () => marriageInspector.inspect(folded, context))
      }
    case 'divorce': {
      const marriages = marriagesOfDivorces(db, keys)
      return (key, entries) => {
        const folded = foldDivorce(entries as readonly JournalEntry<DivorceAction>[])
        const marriage = marriages.get(key)
        const context = { ...shared(folded.day, folded.registrar), calendar: office.calendar, ...(marriage === undefined ? {} : { marriage }) }
        return pointsOf(folded, context.officeArea, 'divorce', () => divorceInspector.judge(folded, context), () => divorceInspector.inspect(folded, context))
      }
    }
    case 'reissue': {
      const originals = originalsOfReissues(db, keys)
      return (key, entries) => {
        const folded = foldReissue(entries as readonly JournalEntry<ReissueAction>[])
        const original = originals.get(key)
        const context = { ...shared(folded.day, folded.registrar), ...(original === undefined ? {} : { original }) }
        return pointsOf(folded, context.officeArea, folded.file.certificate, () => reissueInspector.judge(folded, context), () => reissueInspector.inspect(folded, context))
      }
    }
    case 'burial':
      return burialJudges(db, keys, office)
  }
}

/** Judges the cases of these keys by bare results; those that fail are named in the order of the keys, those of other offices counted by code. */
export const judgeFiles = (db: Connection, window: InspectedWindow, keys: readonly number[], office: Office): JudgedFiles => {
  const judge = judgesOf(db, window, keys, office)
  const cases = entriesOfCases(db, window, keys)
  const count = tallying()
  const failed: CaseKey[] = []
  const elsewhere: Record<string, number> = {}
  for (const key of keys) {
    const one = judge(key, cases.get(key) ?? [])
    const judged = one.judge()
    count.add(judged)
    if (judged.verdict === 'failed') failed.push([key, one.id])
    if (one.elsewhere !== '') elsewhere[one.elsewhere] = (elsewhere[one.elsewhere] ?? 0) + 1
  }
  return { tally: count.tally(), failed, elsewhere }
}

/** The faults of the cases of these keys, in words. */
export const wordsOf = (db: Connection, window: InspectedWindow, keys: readonly number[], office: Office): readonly FailingFile[] => {
  const judge = judgesOf(db, window, keys, office)
  const cases = entriesOfCases(db, window, keys)
  return keys.map((key) => judge(key, cases.get(key) ?? []).words())
}
