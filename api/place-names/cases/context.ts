import type { Reads } from '../../../db/contract.ts'
import type { CaseContext } from '../../../domain/place-names/case/context.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { lawDayOf } from '../../../domain/place-names/case/rules/index.ts'
import { findNameOn, findStandardName, type GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import type { GazetteerName } from '../../../domain/place-names/gazetteer/actions.ts'
import type { NameContext } from '../../../domain/place-names/names/index.ts'
import { checkBook, concordanceState } from '../../../domain/place-names/plates/book.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { calendarOf, restOptions } from '../../calendar/calendar.ts'
import type { House } from '../../house.ts'
import { kinOf, nameContextOf as contextOfName, type NameOfCase } from '../names/context.ts'
import { profileOn } from '../profile.ts'

type Reading = Pick<Reads, 'placeNames' | 'calendarNotices'>

/** The name that a case gave, or left as it was, among all that its entity was ever called; a later case may have changed it since. */
const nameGiven = (entity: GeoEntity, caseId: string, itemId: string, decidedOn: string): GazetteerName | undefined =>
  entity.names.find((name) => name.caseId === caseId && name.itemId === itemId) ?? findNameOn(entity, decidedOn) ?? findStandardName(entity)

/** What the register says of the names that were decided: how each is called, its numbers, and its old and new addresses. */
const registerFacts = async ({ placeNames }: Pick<Reads, 'placeNames'>, { id, file, decision }: PlaceNameCase): Promise<Pick<CaseContext, 'register' | 'plates' | 'concordance' | 'sameNumber'>> => {
  if (decision === null) return {}
  const [touched, bearers] = await Promise.all([placeNames.entitiesOfCase(id), placeNames.casesWithDocument(decision.document)])
  const acts = new Map(file.items.map((item) => [item.id, item]))
  const register = new Map<string, { readonly name: string; readonly text: string; readonly sign: string }>()
  const plates = new Map<string, ReturnType<typeof checkBook>>()
  const concordance = new Map<string, ReturnType<typeof concordanceState>>()
  for (const { itemId, entity } of touched) {
    const name = nameGiven(entity, id, itemId, decision.day)
    if (name !== undefined) register.set(itemId, { name: name.name, text: name.text, sign: name.sign })
    const item = acts.get(itemId)
    if (item === undefined || item.act === 'removal' || (entity.facts.kind !== 'STREET' && entity.facts.kind !== 'ESTATE')) continue
    const book = await placeNames.findBook(entity.id)
    if (book === undefined) continue
    plates.set(itemId, checkBook(book.value))
    if (item.act === 'renaming') concordance.set(itemId, concordanceState(book.value))
  }
  return { register, plates, concordance, sameNumber: bearers.filter((bearer) => bearer !== id) }
}

/** What a case asks with when its names are looked up. */
export const nameOfCase = async (house: House, reads: Pick<Reads, 'placeNames'>, { id, file, openedAt }: Pick<PlaceNameCase, 'id' | 'file' | 'openedAt'>, day: string): Promise<NameOfCase> => ({ day, profile: await profileOn(house, reads, day), applicants: [file.applicant.name].filter((name) => name.trim() !== ''), caseId: id, openedAt, items: file.items })

/** Everything the rules on one name of a case need beside it, on the day by whose law the case is judged. */
export const nameContextOf = async (house: House, reads: Pick<Reads, 'placeNames'>, folded: PlaceNameCase, itemId: string): Promise<NameContext | undefined> => {
  const item = folded.file.items.find(({ id }) => id === itemId)
  return item === undefined ? undefined : contextOfName(reads, item, await nameOfCase(house, reads, folded, lawDayOf(folded, { today: house.today() })))
}

/** The rules on a case need this beside it; `today` is the day against which running clocks are held. */
export const caseOnlyContextOf = async (house: House, reads: Reading, folded: PlaceNameCase, today: CivilDate = house.today()): Promise<CaseContext> => {
  const [profile, calendar, rest, register] = await Promise.all([profileOn(house, reads, lawDayOf(folded, { today })), calendarOf(house, reads), restOptions(house, today), registerFacts(reads, folded)])
  return { profile, today, calendar, rest, ...register }
}

/** What a decided case itself put into the gazetteer: no name clashes with what became of it. */
const namesGiven = async ({ placeNames }: Pick<Reads, 'placeNames'>, { id, decision }: PlaceNameCase): Promise<ReadonlySet<string>> =>
  new Set(decision === null ? [] : (await placeNames.entitiesOfCase(id)).flatMap(({ entity }) => entity.names.filter(({ caseId }) => caseId === id).map(({ name }) => `${entity.id}/${name}`)))
/** The names a decision had to look at: not its own, nor those that came after it, for then the later one is at fault. */
const asDecided = (context: NameContext, { decision }: PlaceNameCase, own: ReadonlySet<string>): NameContext =>
  decision === null ? context : { ...context, neighbours: context.neighbours.filter(({ entityId, name, from = '' }) => !own.has(`${entityId}/${name}`) && from <= decision.day) }

/** Everything the rules need beside a case and each of its names. */
export const caseContextOf = async (house: House, reads: Reading, folded: PlaceNameCase, today: CivilDate = house.today()): Promise<{ readonly context: CaseContext; readonly names: ReadonlyMap<string, NameContext> }> => {
  const [context, of] = await Promise.all([caseOnlyContextOf(house, reads, folded, today), nameOfCase(house, reads, folded, lawDayOf(folded, { today }))])
  const kin = kinOf(of)
  const own = await namesGiven(reads, folded)
  const names = await Promise.all(folded.file.items.map(async (item) => [item.id, asDecided(await contextOfName(reads, item, of, kin), folded, own)] as const))
  return { context, names: new Map(names) }
}
