import { describe, expect, it } from 'vitest'
import type { Action, JournalEntry } from '../../../domain/action.ts'
import type { Calendar } from '../../../domain/calendar/index.ts'
import { makeCalendar, shippedNotices } from '../../../domain/calendar/index.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { addDays, civilDate } from '../../../domain/dates.ts'
import type { PlaceNameAction } from '../../../domain/place-names/case/actions.ts'
import type { CaseContext } from '../../../domain/place-names/case/context.ts'
import { decideAcceptance, decideDecision, decideReview } from '../../../domain/place-names/case/decide.ts'
import type { PlaceNameItem } from '../../../domain/place-names/case/file.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { applyPlaceName } from '../../../domain/place-names/case/fold.ts'
import { reportOf } from '../../../domain/place-names/case/report.ts'
import type { BoundaryLineAction } from '../../../domain/place-names/boundaries/actions.ts'
import type { BoundaryLine } from '../../../domain/place-names/boundaries/line.ts'
import { applyBoundary } from '../../../domain/place-names/boundaries/line.ts'
import type { GazetteerAction } from '../../../domain/place-names/gazetteer/actions.ts'
import type { GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { applyEntity, findStandardName } from '../../../domain/place-names/gazetteer/entity.ts'
import type { NameContext, Neighbour } from '../../../domain/place-names/names/index.ts'
import { nameKeys } from '../../../domain/place-names/names/index.ts'
import type { PlateAction } from '../../../domain/place-names/plates/actions.ts'
import type { PlateBook } from '../../../domain/place-names/plates/book.ts'
import { applyPlates, checkBook, concordanceState } from '../../../domain/place-names/plates/book.ts'
import type { PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { checkProfile, nameSettingsOf } from '../../../domain/place-names/profile.ts'
import { linesOfBoundary, linesOfCase, linesOfPlates, tallyLines } from '../../../domain/place-names/statistics/counts.ts'
import { sampleNotices } from '../../../sample/notices.ts'
import { placeNameDays } from '../../../sample/place-names/index.ts'

const calendarOf = (first: CivilDate, last: CivilDate) => makeCalendar([...shippedNotices, ...sampleNotices(Number(last.slice(0, 4)) + 1, first)])
const entriesOf = (first: CivilDate, makeDay: ReturnType<typeof placeNameDays>): readonly JournalEntry[] => Array.from({ length: 366 }, (_, index) => addDays(first, index)).flatMap((day) => makeDay(day)).map((step, index) => {
  const [actor, action] = step.act()
  return { seq: index + 1, at: actor.at, actor: actor.account, counter: actor.counter, hash: '', action }
})

/** A register kept in memory: what the rules look at, as it stood at each act. */
const makeBook = (calendar: Calendar) => {
  const cases = new Map<string, PlaceNameCase>()
  const entities = new Map<string, GeoEntity>()
  const books = new Map<string, PlateBook>()
  const lines = new Map<string, BoundaryLine>()
  let profile: PlaceNameProfile | undefined
  const keys = new Map<string, Neighbour['keys']>()
  const neighbours = (except: string): readonly Neighbour[] => [
    ...[...entities.values()].flatMap((entity): readonly Neighbour[] => entity.names.map((name) => {
      const { facts } = entity
      const key = `${name.id} ${name.name}`
      if (!keys.has(key)) keys.set(key, nameKeys({ name: name.name, kind: facts.kind }))
      const status = name.standing === 'shortName' ? 'alias' : entity.state === 'removed' ? 'removed' : name.standing
      return { id: name.id, entityId: entity.id, name: name.name, kind: facts.kind, status, area: { province: facts.province, county: facts.county, builtUpArea: facts.builtUpArea }, where: facts.township, keys: keys.get(key) as Neighbour['keys'] }
    })),
    ...[...cases.values()].filter(({ id, decision, withdrawn, notAccepted }) => id !== except && decision === null && withdrawn === null && notAccepted === null).flatMap((folded) => folded.file.items.filter(({ act }) => act === 'naming' || act === 'renaming').map((item): Neighbour => ({ id: `${folded.id}-${item.id}`, entityId: folded.id, name: item.name, kind: item.kind === '' ? 'OTHER' : item.kind, status: 'proposed', area: item, where: item.township, keys: nameKeys({ name: item.name, ...(item.kind === '' ? {} : { kind: item.kind }) }) }))),
  ]
  const entityOf = (folded: PlaceNameCase, item: PlaceNameItem): GeoEntity | undefined => [...entities.values()].find(({ names }) => names.some((name) => name.caseId === folded.id && name.itemId === item.id)) ?? entities.get(item.entityId)
  const named = (): PlaceNameProfile => { if (profile === undefined) throw new RangeError('no profile'); return profile }
  return {
    cases, entities, books, lines, named,
    apply: (entry: JournalEntry): void => {
      const { action } = entry
      if (action.kind === 'placeNameProfile.set') profile = (action.body as { readonly profile: PlaceNameProfile }).profile
      else if (action.kind.startsWith('placeName.')) cases.set(action.subject, applyPlaceName(cases.get(action.subject), entry as JournalEntry<PlaceNameAction>))
      else if (action.kind.startsWith('gazetteer.')) entities.set(action.subject, applyEntity(entities.get(action.subject), action as GazetteerAction))
      else if (action.kind.startsWith('plate.')) books.set(action.subject, applyPlates(books.get(action.subject), action as PlateAction))
      else if (action.kind.startsWith('boundary.')) lines.set(action.subject, applyBoundary(lines.get(action.subject), action as BoundaryLineAction))
    },
    names: (folded: PlaceNameCase, day: string): ReadonlyMap<string, NameContext> => {
      const found = neighbours(folded.id)
      return new Map(folded.file.items.map((item) => {
        const entity = entityOf(folded, item)
        return [item.id, { day, settings: nameSettingsOf(named()), area: item, entityId: entity?.id ?? '', neighbours: found, applicants: [folded.file.applicant.name], localNames: [...entities.values()].map((one) => findStandardName(one)?.name ?? ''), ...(entity === undefined ? {} : { present: { name: item.formerName, protected: entity.protection !== null, historicValue: false } }) }]
      }))
    },
    context: (folded: PlaceNameCase, today: string): CaseContext => ({
      profile: named(), today: civilDate(today), calendar, sameNumber: [...cases.values()].filter((other) => other.id !== folded.id && folded.decision !== null && other.decision?.document === folded.decision.document).map(({ id }) => id),
      register: new Map(folded.file.items.flatMap((item) => { const entity = entityOf(folded, item); const name = entity === undefined ? undefined : findStandardName(entity); return name === undefined ? [] : [[item.id, name] as const] })),
      plates: new Map(folded.file.items.flatMap((item) => { const book = books.get(entityOf(folded, item)?.id ?? ''); return book === undefined ? [] : [[item.id, checkBook(book)] as const] })),
      concordance: new Map(folded.file.items.flatMap((item) => { const book = books.get(entityOf(folded, item)?.id ?? ''); return book === undefined ? [] : [[item.id, concordanceState(book)] as const] })),
    }),
  }
}

describe.each(['2026-11-20', '2026-02-28', '2026-05-20', '2027-01-31', '2028-02-29'])('the place-name desk of the sample office in a year that ends on %s', (ends) => {
  const last = civilDate(ends)
  const first = addDays(last, -365)
  const calendar = calendarOf(first, last)
  const book = makeBook(calendar)
  const objections: string[] = []
  for (const entry of entriesOf(first, placeNameDays({ seed: 7, first, calendar }))) {
    const { action } = entry as { readonly action: Action }
    const day = entry.at.slice(0, 10)
    const before = book.cases.get(action.subject)
    if (before !== undefined) {
      const decided = action.kind === 'placeName.accepted' ? decideAcceptance(before, action.body as never, book.context(before, day)) : action.kind === 'placeName.reviewed' ? decideReview(before, action.body as never, book.context(before, day), book.names(before, day)) : action.kind === 'placeName.decided' ? decideDecision(before, action.body as never, book.context(before, day)) : undefined
      if (decided?.kind === 'findings') objections.push(...decided.findings.filter(({ severity }) => severity !== 'information').map(({ rule, message, field }) => `${action.subject} ${action.kind} ${rule} ${field ?? ''}: ${message.zh}`))
    }
    book.apply(entry)
  }

  it('has a sound profile', () => {
    expect(checkProfile(book.named()).findings.filter(({ severity }) => severity === 'stop')).toEqual([])
  })

  it('lets no case take a step that its rules do not allow on that day', () => {
    expect(objections).toEqual([])
  })

  it('has a year of at least twelve applications, forty names and five joint inspections', () => {
    const lines = [...[...book.cases.values()].flatMap(linesOfCase), ...[...book.lines.values()].flatMap(linesOfBoundary), ...[...book.books.values()].flatMap(linesOfPlates)]
    const sums = tallyLines(lines, first, last)
    expect(sums.get('application.received.total')).toBeGreaterThanOrEqual(12)
    expect(sums.get('name.approved.total')).toBeGreaterThanOrEqual(40)
    expect(sums.get('boundary.inspected.total')).toBe(5)
    expect(sums.get('plate.numbered.total')).toBeGreaterThan(80)
    expect(['naming', 'renaming', 'extentChange', 'removal', 'restoration'].map((act) => (sums.get(`name.approved.act.${act}`) ?? 0) > 0)).toEqual([true, true, true, true, true])
  })

  it('reports real passes, and finds each planted failure', () => {
    const reports = [...book.cases.values()].map((folded) => ({ folded, report: reportOf(folded, book.context(folded, last), book.names(folded, last)) }))
    const sound = reports.filter(({ report }) => report.verdict === 'sound')
    const failed = reports.flatMap(({ folded, report }) => report.rows.filter(({ state }) => state === 'fail').map(({ code, message }) => `${folded.id} ${code} ${message?.zh ?? ''}`))
    const open = reports.filter(({ folded }) => folded.state === 'archived').flatMap(({ folded, report }) => report.rows.filter(({ state }) => state === 'open').map(({ code, rule, name, message }) => `${folded.id} ${code} ${rule} ${name} ${message?.zh ?? ''}`))
    expect(open).toEqual([])
    expect(sound.length).toBeGreaterThanOrEqual(6)
    expect(failed.map((line) => line.split(' ')[1]).toSorted()).toEqual(['F01', 'F02', 'S01'])
  })
})
