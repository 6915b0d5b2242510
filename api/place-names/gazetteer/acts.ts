import type { z } from 'zod'
import { LantaiError } from '../../../domain/error.ts'
import { storedGeometry } from '../../../domain/place-names/case/register.ts'
import type { GazetteerAction, GazetteerName } from '../../../domain/place-names/gazetteer/actions.ts'
import { checkGeometry } from '../../../domain/place-names/gazetteer/coordinates.ts'
import { decideEntity, type GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import type { PlacedGeometry } from '../../../domain/place-names/gazetteer/geometry.ts'
import type { PlaceKind } from '../../../domain/place-names/kinds.ts'
import { splitName } from '../../../domain/place-names/names/index.ts'
import type { PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { signForm } from '../../../domain/place-names/romanise/index.ts'
import { text } from '../../../domain/text.ts'
import type { gazetteerRoutes, EntityAct } from '../../schemas/gazetteer.ts'

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

type NewEntity = z.infer<NonNullable<(typeof gazetteerRoutes)['addEntity']['body']>>
type NewName = NewEntity['names'][number]

/** A geometry as the register keeps it, on CGCS2000; throws `invalid` at `field` for one that lies outside the office's box, is of a system it refuses, or is none. */
export const soundGeometry = <G extends PlacedGeometry | null>(given: G, { box, shiftedCoordinates }: PlaceNameProfile, field: string): G => {
  if (given === null) return given
  for (const said of checkGeometry(given.geometry, given.declared, { box: box ?? undefined, shifted: shiftedCoordinates }, field)) if (said.kind === 'fail') throw new LantaiError('invalid', said.message, said.field)
  return storedGeometry(given) as G
}

/** A name with the id the house gives it and its two parts. */
const nameOf = (given: NewName, id: string, kind: PlaceKind): GazetteerName => {
  const { specific, generic } = splitName(given.name, kind)
  return { ...given, id, specific, generic, caseId: '', itemId: '' }
}

const requireOrder = ({ from, to }: Pick<NewName, 'from' | 'to'>, field: string): void => {
  if (from !== '' && to !== '' && to < from) throw invalid('止用日期早于启用日期', 'The name ends before it begins', `${field}.to`)
}

/** The act that puts a place on the register which was known before, or keeps a name in reserve. */
export const additionOf = (id: string, { day, facts, geometry, names, source }: NewEntity, profile: PlaceNameProfile): GazetteerAction => {
  names.forEach((name, index) => {
    requireOrder(name, `names.${String(index)}`)
    if (name.standing === 'removed') throw invalid('已销的地名须经销名', 'A name is removed by a case alone', `names.${String(index)}.standing`)
  })
  return decideEntity(undefined, { kind: 'gazetteer.added', subject: id, body: { facts, geometry: soundGeometry(geometry, profile, 'geometry'), names: names.map((name, index) => nameOf(name, `${id}-${String(index + 1)}`, facts.kind)), source, day } })
}

/** The action of an act outside of a case. Throws `invalid` at the field for what only a case may do and for a geometry that cannot stand, else as `decideEntity` does. */
export const entityActionOf = (entity: GeoEntity, act: EntityAct, profile: PlaceNameProfile): GazetteerAction => {
  const subject = entity.id
  switch (act.kind) {
    case 'named': {
      const { name, day } = act
      if (name.standing === 'standard' || name.standing === 'removed') throw invalid('标准地名的命名、更名、销名由案件办理', 'A standard name is given, changed and removed by a case', 'name.standing')
      requireOrder(name, 'name')
      return decideEntity(entity, { kind: 'gazetteer.named', subject, body: { day, name: nameOf(name, `${subject}-${String(entity.names.length + 1)}`, entity.facts.kind) } })
    }
    case 'restood': {
      const { kind: _kind, ...body } = act
      if (body.standing === 'standard' || body.standing === 'removed') throw invalid('标准地名的命名、更名、销名由案件办理', 'A standard name is given, changed and removed by a case', 'standing')
      if (entity.names.some(({ id, standing, to }) => id === body.nameId && standing === 'standard' && to === '')) throw invalid('这是标准地名，更名、销名由案件办理', 'This is the standard name; a case changes or removes it', 'nameId')
      return decideEntity(entity, { kind: 'gazetteer.restood', subject, body })
    }
    case 'described': {
      const { day, changes } = act
      if (Object.keys(changes).length === 0) throw invalid('没有修改', 'Nothing is changed', 'changes')
      return decideEntity(entity, { kind: 'gazetteer.described', subject, body: { day, changes } })
    }
    case 'placed':
      return decideEntity(entity, { kind: 'gazetteer.placed', subject, body: { day: act.day, geometry: soundGeometry(act.geometry, profile, 'geometry') } })
    case 'protected': {
      const { kind: _kind, ...body } = act
      return decideEntity(entity, { kind: 'gazetteer.protected', subject, body })
    }
    case 'unprotected':
      return decideEntity(entity, { kind: 'gazetteer.unprotected', subject, body: { day: act.day, document: act.document } })
    case 'coded':
      return decideEntity(entity, { kind: 'gazetteer.coded', subject, body: { day: act.day, code: act.code } })
    case 'spelled': {
      const { nameId, day, reason } = act
      const [written, sign] = [act.text.normalize('NFC').trim(), act.sign.normalize('NFC').trim()]
      const known = entity.names.find(({ id }) => id === nameId)
      if (known !== undefined && known.caseId !== '') throw invalid('案件批准的名称，拼写在案件中更正', 'The name was given by a case and is corrected there', 'nameId')
      if (written === '') throw invalid('没有填写拼写', 'The spelling is missing', 'text')
      if (sign !== signForm(written)) throw invalid(`标志用拼写应为 ${signForm(written)}`, `The form for signs should read ${signForm(written)}`, 'sign')
      if (known?.text === written && known.sign === sign) throw invalid('没有修改', 'Nothing is changed', 'text')
      return { ...decideEntity(entity, { kind: 'gazetteer.spelled', subject, body: { nameId, text: written, sign, day } }), reason }
    }
  }
}
