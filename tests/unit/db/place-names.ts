import type { Action, Actor } from '../../../domain/action.ts'
import { addDays, civilDate } from '../../../domain/dates.ts'
import type { PlaceNameItem } from '../../../domain/place-names/case/file.ts'
import { emptyEntityFacts } from '../../../domain/place-names/gazetteer/actions.ts'
import type { EntityFacts, GazetteerName } from '../../../domain/place-names/gazetteer/actions.ts'
import type { Geometry } from '../../../domain/place-names/gazetteer/geometry.ts'
import type { PlaceKind } from '../../../domain/place-names/kinds.ts'
import { splitName } from '../../../domain/place-names/names/index.ts'
import { romanise } from '../../../domain/place-names/romanise/index.ts'
import { shippedCalendar } from '../../../domain/calendar/index.ts'
import type { VerifyFault } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { placeNameDays } from '../../../sample/place-names/index.ts'
import { fileOf, profile, road, soundCase } from '../domain/place-names/case-facts.ts'

/** Acts on place names for tests of the register: what a test is about is given, the rest is ordinary. */

export const byTwo = { second: 'clerk-2', reason: '录入有误' } as const

/** A name of an entity with its spelling. */
export const nameOf = (id: string, name: string, rest: Partial<GazetteerName> = {}): GazetteerName => {
  const { text, sign } = romanise({ name })
  const { specific, generic } = splitName(name)
  return { id, name, text, sign, specific, generic, standing: 'standard', from: '2005-01-01', to: '', document: '', caseId: '', itemId: '', ...rest }
}
/** An entity with its standard name and further ones. */
export const added = (id: string, name: string, rest: { readonly kind?: PlaceKind; readonly facts?: Partial<EntityFacts>; readonly geometry?: Geometry; readonly names?: readonly GazetteerName[]; readonly first?: Partial<GazetteerName> } = {}): Action => ({
  kind: 'gazetteer.added', subject: id,
  body: {
    facts: { ...emptyEntityFacts(rest.kind ?? 'STREET'), province: '320000', county: '320506', builtUpArea: '320506-1', township: '越溪街道', ...rest.facts }, geometry: rest.geometry === undefined ? null : { geometry: rest.geometry, declared: 'CGCS2000', source: '测绘' },
    names: [nameOf(`${id}-1`, name, rest.first), ...(rest.names ?? [])], source: '普查', day: '2026-01-05',
  },
})
export const gazetteer = (kind: string, subject: string, body: object): Action => ({ kind: `gazetteer.${kind}`, subject, body: { day: '2026-02-02', ...body } })

/** The acts of a case with nothing wrong, under an id, with numbers of its own. */
export const caseOf = (id: string, items: readonly PlaceNameItem[] = [road('1', '张桥村路')], serial = 1): readonly Action[] =>
  soundCase(items).map((action) => ({ ...action, subject: id, body: JSON.parse(JSON.stringify(action.body).replaceAll('1号', `${String(serial)}号`)) as object }))
/** A case received and nothing else. */
export const received = (id: string, items: readonly PlaceNameItem[], rest: Parameters<typeof fileOf>[1] = {}): Action => ({ kind: 'placeName.received', subject: id, body: { day: '2026-03-02', file: fileOf(items, rest) } })

/** What a rebuild and the checks find wrong, but for scans that a test does not put into the folder. */
export const rebuildFaults = (folder: string): readonly VerifyFault[] => verifyFolder(folder).faults.filter(({ where }) => !where.startsWith('files/'))

/** The sample year of the desk, act by act. */
export const sampleYear = (): readonly (readonly [Actor, Action])[] => {
  const first = civilDate('2025-01-02')
  const stepsOf = placeNameDays({ seed: 7, first, calendar: shippedCalendar })
  return Array.from({ length: 420 }, (_, index) => stepsOf(addDays(first, index)).map((step) => step.act())).flat()
}

const proof = { day: '2026-03-02', number: '示名证〔2026〕1号', applicant: '示例住户', owner: '示例住户', entityId: 'e1', key: 'gate//1-0', standard: '塔韵路1号', forms: [{ source: 'house' as const, document: '', written: '塔韵路一号' }], sentence: '以上为同一处', signer: '', reasons: [] }
/** A little of everything, with so many entities that their boxes make a tree of more than one node; no act refers to a file. */
export const placeNameHistory: readonly Action[] = [
  { kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day: '2026-01-01', profile: profile() }, ...byTwo },
  ...Array.from({ length: 56 }, (_, index) => added(`e${String(index + 1)}`, `${'塔韵桥村人福青剑'.charAt(index % 8)}${'湖山'.charAt(index % 2)}路`, { geometry: { type: 'Point', coordinates: [120 + index / 100, 31 + (index % 7) / 100] } })),
  ...caseOf('n1').map((action) => JSON.parse(JSON.stringify(action).replaceAll('a'.repeat(64), '')) as Action),
  { kind: 'plate.numbered', subject: 'e1', body: { day: '2026-02-01', document: '', name: '塔湖路', street: null, estate: null, rows: [{ type: 'gate', within: '', number: 1, sub: 0, label: '1号', state: 'assigned', frontage: 'x', side: '', metres: 1, position: null }] } },
  { kind: 'address.proved', subject: proof.number, body: proof },
  { kind: 'boundary.registered', subject: 'k1', body: { day: '2026-01-01', facts: { code: '', name: '甲乙线', level: 'county', neighbours: ['甲', '乙'], lengthKilometres: 1, approvedOn: '2001-06-15', approver: '省', document: '', geometry: null, markers: [] } } },
]
