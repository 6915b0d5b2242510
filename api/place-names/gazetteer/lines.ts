import type { z } from 'zod'
import type { GazetteerFilter, GazetteerRow } from '../../../db/place-names/contract.ts'
import { nameStandings, type NameStanding } from '../../../domain/place-names/gazetteer/actions.ts'
import { findStandardName, type GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { GazetteerLine, GazetteerQuery } from '../../schemas/gazetteer.ts'

/** What a standing of a name is called. */
export const standingTitle = (standing: NameStanding): Text => {
  const found = nameStandings.find(({ code }) => code === standing)
  return text(found?.zh ?? standing, found?.en ?? standing)
}

/** A name of the gazetteer as a list shows it. */
export const gazetteerLine = (row: GazetteerRow): GazetteerLine => {
  const { entityId, nameId, name, text: written, sign, standing, kind, removed, township, village, builtUpArea, from, to, document, form, lengthMetres, code, secrecy } = row
  return { entityId, nameId, name, text: written, sign, standing, standingTitle: standingTitle(standing), kind, removed, township, village, builtUpArea, from, to, document, form, lengthMetres, protected: row.protected, code, secrecy }
}

const flag = (value: 'true' | 'false' | undefined): boolean | undefined => (value === undefined ? undefined : value === 'true')
const given = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }

/** What a list asks of the register. */
export const filterOf = (query: z.infer<typeof GazetteerQuery>): GazetteerFilter => given({
  text: query.text === undefined || query.text.trim() === '' ? undefined : query.text.trim(), kind: query.kind, standing: query.standing, township: query.township, builtUpArea: query.builtUpArea, protected: flag(query.protected), removed: flag(query.removed), noGeometry: flag(query.noGeometry), noCode: flag(query.noCode),
})

/** An entity of the protection list (《地名管理条例》第二十五条). */
export const protectionLine = (entity: GeoEntity) => {
  const { protection, facts, names } = entity
  const name = findStandardName(entity) ?? names.at(-1)
  return { entityId: entity.id, name: name?.name ?? '', text: name?.text ?? '', kind: facts.kind, classes: [...(protection?.classes ?? [])], meaning: facts.meaning, origin: facts.origin, history: facts.history, value: protection?.value ?? '', document: protection?.document ?? '', publishedOn: protection?.publishedOn ?? '', copiedTo: protection?.copiedTo ?? '', day: protection?.day ?? '' }
}
