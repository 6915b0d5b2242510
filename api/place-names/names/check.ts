import type { Reads } from '../../../db/contract.ts'
import type { Check } from '../../../domain/findings.ts'
import { approvalIn, classesOf } from '../../../domain/place-names/approval.ts'
import { emptyPlaceNameFile, nameItemOf, type PlaceNameFile, type PlaceNameItem } from '../../../domain/place-names/case/file.ts'
import { approvalClassOf, checkCase, checkItemName } from '../../../domain/place-names/case/rules/index.ts'
import { civilDate } from '../../../domain/dates.ts'
import type { GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { findClashes, nameFacts, scopeFor, type Clash } from '../../../domain/place-names/names/index.ts'
import { findPlanned } from '../../../domain/place-names/plans/plan.ts'
import { approvalsOf, type PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import type { CheckedName, ClashLine } from '../../schemas/place-names.ts'
import { unsavedCase } from '../cases/unsaved.ts'
import { caseOf, nameContextOf } from './context.ts'
import { spelledOf } from './spelled.ts'
import { relationTitles, roleTitles, scopeTitles, statusTitle } from './titles.ts'

const gravity: readonly Clash['relation'][] = ['same', 'homophone', 'near', 'loose', 'look', 'series']
/** More are of no use to a clerk. */
const mostClashes = 40

const sorted = (clashes: readonly Clash[]): readonly Clash[] => clashes.toSorted((a, b) => Number(b.inScope) - Number(a.inScope) || gravity.indexOf(a.relation) - gravity.indexOf(b.relation)).slice(0, mostClashes)

const entitiesOf = async ({ placeNames }: Pick<Reads, 'placeNames'>, ids: readonly string[]): Promise<ReadonlyMap<string, GeoEntity>> => {
  if (ids.length === 0) return new Map()
  const { rows } = await placeNames.entities({ ids, limit: ids.length })
  return new Map(rows.map((entity) => [entity.id, entity]))
}

const clashLine = (clash: Clash, entities: ReadonlyMap<string, GeoEntity>): ClashLine => {
  const { neighbour, relation, inScope } = clash
  const entity = entities.get(neighbour.entityId)
  const known = entity?.names.find(({ name }) => name === neighbour.name)
  return {
    entityId: entity === undefined ? '' : entity.id, caseId: caseOf(neighbour), name: neighbour.name, kind: neighbour.kind, status: neighbour.status, statusTitle: statusTitle(neighbour.status),
    relation: relation as ClashLine['relation'], relationTitle: relationTitles[relation as ClashLine['relation']], inScope, where: neighbour.where, text: known?.text ?? '', geometry: entity?.geometry?.geometry ?? null,
  }
}

const approvalOf = (item: PlaceNameItem, profile: PlaceNameProfile): CheckedName['approval'] => {
  const entry = approvalClassOf(item)
  if (entry === undefined) return null
  const { role } = approvalIn(entry, approvalsOf(profile))
  return { classId: entry.id, title: entry.title, who: entry.who, role, roleTitle: roleTitles[role], law: entry.law }
}

/** What is wrong with where the entity is drawn; the rest of the application is asked with the case. */
const checkPlace = (item: PlaceNameItem, { profile, answers, typing, day }: Pick<Asked, 'profile' | 'answers' | 'typing' | 'day'>): Check => {
  if (item.geometry === null) return { findings: [], passed: 0, ready: true }
  const folded = unsavedCase({ ...emptyPlaceNameFile(), items: [item], answers }, day)
  const findings = checkCase(folded, { profile, today: civilDate(day) }, ['acceptance'], { typing }).findings.filter(({ rule }) => rule === 'place-names.application.coordinates')
  return { findings, passed: findings.length === 0 ? 1 : 0, ready: !findings.some(({ severity }) => severity === 'stop') }
}

interface Asked { readonly item: PlaceNameItem; readonly applicants: readonly string[]; readonly answers: PlaceNameFile['answers']; readonly typing: boolean; readonly day: string; readonly caseId: string; readonly openedAt: string; readonly profile: PlaceNameProfile }

/** Everything that is known of a typed name: its parts and spelling, what the rules say, who stands near it and where, plans and reserve, and who decides. */
export const checkTypedName = async (reads: Pick<Reads, 'placeNames'>, { item, applicants, answers, typing, day, caseId, openedAt, profile }: Asked): Promise<CheckedName> => {
  const { placeNames } = reads
  const typed = item.name.trim()
  const [context, plans, reserve] = await Promise.all([
    nameContextOf(reads, item, { day, profile, applicants, caseId, openedAt, items: [item] }),
    placeNames.plans(), typed === '' ? { rows: [] } : placeNames.names({ text: typed, standing: 'reserved', ...(item.kind === '' ? {} : { kind: item.kind }), limit: 10 }),
  ])
  const facts = nameFacts(nameItemOf(item), context)
  const check = checkItemName(item, context, answers, typing)
  const placed = checkPlace(item, { profile, answers, typing, day })
  const clashes = sorted(findClashes(facts))
  const entities = await entitiesOf(reads, [...new Set([...clashes.map(({ neighbour }) => neighbour.entityId), ...reserve.rows.map(({ entityId }) => entityId)])].filter((id) => id !== ''))
  const scope = scopeFor(facts)
  return {
    parts: facts.parts === undefined ? null : { specific: facts.parts.specific, generic: facts.parts.generic, certain: facts.parts.generic !== '' && facts.parts.others.length === 0 },
    spelled: facts.spelled === undefined ? null : spelledOf(facts.spelled), scope: { scope, title: scopeTitles[scope] },
    findings: [...check.findings, ...placed.findings], passed: check.passed + placed.passed, ready: check.ready && placed.ready,
    clashes: clashes.map((clash) => clashLine(clash, entities)),
    planned: findPlanned(plans.map(({ value }) => value), facts.name, item.kind, day).map(({ plan, planned }) => ({ planId: plan.id, title: plan.facts.title, document: plan.facts.document, name: planned.name, kind: planned.kind, township: planned.township, note: planned.note })),
    reserved: reserve.rows.map(({ entityId, name, kind, township, village }) => ({ entityId, name, kind, where: `${township}${village}`, meaning: entities.get(entityId)?.facts.meaning ?? '' })),
    approval: approvalOf(item, profile), classes: item.kind === '' ? [] : classesOf(item.kind).map(({ id, title }) => ({ id, title })),
  }
}
