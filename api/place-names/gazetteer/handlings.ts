import { LantaiError } from '../../../domain/error.ts'
import { getPlaceKind } from '../../../domain/place-names/kinds.ts'
import { text } from '../../../domain/text.ts'
import { within } from '../../case/fields.ts'
import { requireCome } from '../../case/records.ts'
import { handle, type Handling } from '../../door.ts'
import { newId } from '../../ids.ts'
import type { JournalFields } from '../../journal.ts'
import { routes } from '../../schemas/index.ts'
import { profileOn } from '../profile.ts'
import { additionOf, entityActionOf } from './acts.ts'
import { entityReply, gazetteerRecords, getEntity } from './entity.ts'
import { exportFormats, exportStream } from './export.ts'
import { filterOf, gazetteerLine, protectionLine, standingTitle } from './lines.ts'
import { boxAsked, kindsAsked, mapFeatures } from './map.ts'

/** Fields of the acts on the gazetteer that name no person. */
export const gazetteerJournalFields: JournalFields = {
  'gazetteer.added': ['names', 'source', 'day'],
  'gazetteer.named': ['name', 'day'],
  'gazetteer.renamed': ['name', 'day'],
  'gazetteer.restood': ['nameId', 'standing', 'day', 'document'],
  'gazetteer.extentChanged': ['day', 'document'],
  'gazetteer.removed': ['day', 'document'],
  'gazetteer.described': ['day'],
  'gazetteer.placed': ['day'],
  'gazetteer.spelled': ['nameId', 'text', 'sign', 'day'],
  'gazetteer.protected': ['day', 'classes', 'document', 'publishedOn', 'copiedTo'],
  'gazetteer.unprotected': ['day', 'document'],
  'gazetteer.coded': ['day', 'code'],
}

/** The gazetteer: its lists, its entities, what is done to them outside of cases, its export and its map. */
export const gazetteerHandlings: readonly Handling[] = [
  handle(routes.listGazetteer, async ({ house, query }) => {
    const filter = filterOf(query)
    const { placeNames } = house.register.read
    const [page, count] = await Promise.all([placeNames.names({ ...filter, ...(query.after === undefined ? {} : { after: query.after }), limit: query.limit ?? 50 }), placeNames.countNames(filter)])
    return { rows: page.rows.map(gazetteerLine), ...(page.next === undefined ? {} : { next: page.next }), count }
  }),

  handle(routes.gazetteerSums, async ({ house }) => {
    const { entities, names, byKind, byTownship, byStanding } = await house.register.read.placeNames.nameSums()
    return { entities, names, byKind: byKind.map(({ kind, count }) => ({ kind, title: getPlaceKind(kind).title, count })), byTownship: byTownship.map((row) => ({ ...row })), byStanding: byStanding.map(({ standing, count }) => ({ standing, title: standingTitle(standing), count })) }
  }),

  handle(routes.getEntity, async ({ house, params, account }) => entityReply(house, account, params.id)),

  handle(routes.addEntity, async ({ house, body, account, actor }) => {
    requireCome(house, body.day)
    const id = newId('e', house.now())
    return house.register.transact(actor(), async (tx) => {
      await tx.record(additionOf(id, body, await profileOn(house, tx, body.day)))
      return entityReply(house, account, id, tx)
    })
  }),

  handle(routes.actOnEntity, async ({ house, params, body: { revision, act }, account, actor }) => {
    requireCome(house, act.day, 'act.day')
    return house.register.transact(actor(), async (tx) => {
      const kept = await getEntity(tx, params.id)
      await gazetteerRecords.requireSeen(house, tx, params.id, kept.revision, revision)
      const profile = await profileOn(house, tx, act.day)
      await tx.record(await within('act', Object.keys(act), () => entityActionOf(kept.value, act, profile)))
      return entityReply(house, account, params.id, tx)
    })
  }),

  handle(routes.exportGazetteer, async ({ house, body: { format, kind, township, ids, withSecret, purpose }, actor }) => {
    const filter = { ...(kind === undefined ? {} : { kind }), ...(township === undefined ? {} : { township }), ...(ids === undefined ? {} : { ids }) }
    const { count, secret } = await house.register.read.placeNames.countEntities(filter)
    const told = withSecret ? count : count - secret
    if (told === 0) throw new LantaiError('not_found', text(secret > 0 ? '所选的都是涉密地名，未导出' : '没有可导出的地名', secret > 0 ? 'All that was chosen is secret and was left out' : 'There is nothing to export'))
    const marked = withSecret && secret > 0
    // Who took what out for which purpose stands in the journal before a row leaves.
    const what = `gazetteer ${JSON.stringify({ format, ...(kind === undefined ? {} : { kind }), ...(township === undefined ? {} : { township }), ...(ids === undefined ? {} : { ids: ids.length }), ...(marked ? { secret } : {}) })}`
    await house.register.transact(actor(), (tx) => tx.record({ kind: 'record.exported', subject: 'gazetteer', body: { what: what.slice(0, 120), purpose: purpose.slice(0, 200), count: told } }))
    const [type, extension] = exportFormats[format]
    const name = `地名库${marked ? '（含秘密）' : ''}-${house.today()}.${extension}`
    return new Response(exportStream(house.register.read, format, filter, withSecret), {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="gazetteer.${extension}"; filename*=UTF-8''${encodeURIComponent(name)}`, 'x-content-type-options': 'nosniff', 'x-lantai-left-out': String(count - told) },
    })
  }),

  handle(routes.protectionList, async ({ house }) => ({ rows: (await house.register.read.placeNames.protectedEntities()).map(protectionLine) })),

  handle(routes.placeNameMap, async ({ house, query }) => {
    const box = boxAsked(query)
    const { read } = house.register
    const asked = { ...(query.kinds === undefined || query.kinds === '' ? {} : { kinds: kindsAsked(query.kinds) }), ...(query.removed === undefined ? {} : { removed: query.removed === 'true' }), limit: query.limit ?? 5000 }
    const [{ features, more }, extent, { builtUpAreas }] = await Promise.all([mapFeatures(read, box, asked), read.placeNames.extent(), profileOn(house, read, house.today())])
    return { features, more, extent: extent === undefined ? null : [...extent], builtUpAreas: builtUpAreas.flatMap(({ id, name, geometry }) => (geometry === null ? [] : [{ id, name, geometry: geometry.geometry }])) }
  }),
]
