import type { Transaction } from '../../../db/contract.ts'
import type { Action } from '../../../domain/action.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { PlaceNameBody } from '../../../domain/place-names/case/actions.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { gazetteerActsOf } from '../../../domain/place-names/case/register.ts'
import type { GazetteerAction } from '../../../domain/place-names/gazetteer/actions.ts'
import { decideEntity, findStandardName, type GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { splitName } from '../../../domain/place-names/names/index.ts'
import { decidePlates } from '../../../domain/place-names/plates/book.ts'
import type { PlateAction } from '../../../domain/place-names/plates/actions.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'

type Writing = Pick<Transaction, 'record' | 'placeNames'>

/** Every address of a numbered street or estate takes the new name with it. */
const renamePlates = async ({ placeNames }: Pick<Writing, 'placeNames'>, action: GazetteerAction): Promise<readonly PlateAction[]> => {
  if (action.kind !== 'gazetteer.renamed') return []
  const { subject, body: { day, name } } = action
  const book = await placeNames.findBook(subject)
  if (book === undefined || book.value.name === name.name) return []
  return [decidePlates(book.value, { kind: 'plate.streetRenamed', subject, body: { day, from: book.value.name, to: name.name, document: name.document } })]
}

/** Records acts on the gazetteer and what they bring to the plates. */
const record = async (tx: Writing, acts: readonly GazetteerAction[]): Promise<void> => {
  for (const act of acts) {
    const plates = await renamePlates(tx, act)
    await tx.record(act as Action)
    for (const plate of plates) await tx.record(plate as Action)
  }
}

/** Enters a decision into the gazetteer and the plates, in the transaction of the decision; throws as the entities do. */
export const enterDecision = async (house: House, tx: Writing, folded: PlaceNameCase, decision: PlaceNameBody<'placeName.decided'>): Promise<void> => {
  const entities = new Map<string, GeoEntity>()
  for (const { entityId } of folded.file.items) {
    const found = entityId === '' || entities.has(entityId) ? undefined : await tx.placeNames.findEntity(entityId)
    if (found !== undefined) entities.set(entityId, found.value)
  }
  await record(tx, gazetteerActsOf(folded, decision, (id) => entities.get(id), () => newId('e', house.now())))
}

/** The entity that a name of a case made or touched; undefined where none was. */
const entityOf = async ({ placeNames }: Pick<Writing, 'placeNames'>, caseId: string, item: string): Promise<GeoEntity | undefined> => (await placeNames.entitiesOfCase(caseId)).find(({ itemId }) => itemId === item)?.entity

/** Keeps the code of the national base with the entity, in the transaction of the entry. */
export const enterCode = async (tx: Writing, folded: PlaceNameCase, { item, code, day }: PlaceNameBody<'placeName.entered'>): Promise<void> => {
  const entity = await entityOf(tx, folded.id, item)
  if (entity === undefined || entity.code === code) return
  await tx.record(decideEntity(entity, { kind: 'gazetteer.coded', subject: entity.id, body: { day, code } }))
}

/** Carries a correction over to the gazetteer and the plates: a spelling put right stays the same name, another name leaves the wrong one as a former one. Throws `wrong_state` when a later decision has changed the name meanwhile. */
export const enterCorrection = async (tx: Writing, folded: PlaceNameCase, { item, words, day, document }: PlaceNameBody<'placeName.corrected'>): Promise<void> => {
  const entity = await entityOf(tx, folded.id, item)
  const of = folded.file.items.find(({ id }) => id === item)
  if (entity === undefined || of === undefined || of.act === 'removal') return
  const standing = findStandardName(entity)
  const given = entity.names.findLast((name) => name.caseId === folded.id && name.itemId === item) ?? standing
  if (given === undefined || (given.name === words.name && given.text === words.text && given.sign === words.sign)) return
  if (given.name === words.name) return record(tx, [decideEntity(entity, { kind: 'gazetteer.spelled', subject: entity.id, body: { nameId: given.id, text: words.text, sign: words.sign, day } })])
  if (given.id !== standing?.id) throw new LantaiError('wrong_state', text(`这个地名后来已经改为“${standing?.name ?? ''}”，不能在本案更正名称`, `The name has since become “${standing?.name ?? ''}”; it cannot be corrected in this case`), 'words.name')
  const { specific, generic } = splitName(words.name, of.kind === '' ? undefined : of.kind)
  const name = { ...given, id: `${folded.id}-${item}-${String(folded.revision)}`, name: words.name, text: words.text, sign: words.sign, specific, generic, from: day, to: '', document: document.slice(0, 100), caseId: folded.id, itemId: item }
  return record(tx, [decideEntity(entity, { kind: 'gazetteer.renamed', subject: entity.id, body: { day, name } })])
}
