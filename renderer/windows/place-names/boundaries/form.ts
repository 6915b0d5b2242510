import type { Boundary } from '../../../../api/schemas/boundaries.ts'
import type { BoundaryFacts, BoundaryMarker } from '../../../../domain/place-names/boundaries/actions.ts'
import { placeForm, placeOf, type PlaceForm } from '../gazetteer/place.ts'
import { readPlace } from '../gazetteer/positions.ts'

/** A marker as its row is typed. */
export interface MarkerRow extends Omit<BoundaryMarker, 'position'> { readonly position: string }
export const emptyMarker = (): MarkerRow => ({ number: '', type: 'single', keeper: '', position: '', place: '' })

/** A line as it is typed. */
export interface LineForm {
  readonly code: string
  readonly name: string
  readonly level: BoundaryFacts['level']
  readonly neighbours: readonly string[]
  readonly kilometres: string
  readonly approvedOn: string
  readonly approver: string
  readonly document: string
  readonly place: PlaceForm
  readonly markers: readonly MarkerRow[]
}

const rowOf = ({ position, ...marker }: BoundaryMarker): MarkerRow => ({ ...marker, position: position === null ? '' : position.join(', ') })

/** The form of a line, empty for one that is new. */
export const lineForm = (facts?: BoundaryFacts): LineForm => ({
  code: facts?.code ?? '', name: facts?.name ?? '', level: facts?.level ?? 'county', neighbours: [0, 1, 2].map((at) => facts?.neighbours[at] ?? ''), kilometres: facts === undefined ? '' : String(facts.lengthKilometres), approvedOn: facts?.approvedOn ?? '', approver: facts?.approver ?? '', document: facts?.document ?? '',
  place: { ...placeForm('STREET', null, 'none'), form: 'line' }, markers: (facts?.markers ?? []).map(rowOf),
})

/** Kilometres as typed, undefined if they are none. */
export const readKilometres = (typed: string): number | undefined => (/^\d{1,5}(?:\.\d{1,3})?$/u.test(typed.trim()) ? Number(typed.trim()) : undefined)

/** The position of a marker as typed: null where there is none, undefined where it cannot be read. */
export const readMarkerPosition = (typed: string): BoundaryMarker['position'] | undefined => {
  if (typed.trim() === '') return null
  const read = readPlace(typed, 'point')
  return 'geometry' in read && read.geometry.type === 'Point' ? read.geometry.coordinates : undefined
}

export const sidesOf = (form: LineForm): readonly string[] => form.neighbours.map((side) => side.trim()).filter((side) => side !== '')

/** The first field that stands in the way. */
export const lineMissing = (form: LineForm): string | undefined => {
  if (form.name.trim() === '') return 'name'
  if (sidesOf(form).length < 2) return 'neighbours'
  if (readKilometres(form.kilometres) === undefined) return 'lengthKilometres'
  if (form.approvedOn === '') return 'approvedOn'
  if (form.approver.trim() === '') return 'approver'
  const bare = form.markers.findIndex(({ number, keeper }) => number.trim() === '' || keeper.trim() === '')
  if (bare >= 0) return `markers.${String(bare)}.${form.markers[bare]?.number.trim() === '' ? 'number' : 'keeper'}`
  const wrong = form.markers.findIndex(({ position }) => readMarkerPosition(position) === undefined)
  if (wrong >= 0) return `markers.${String(wrong)}.position`
  return form.place.how !== 'none' && placeOf(form.place) === undefined ? 'geometry.coordinates' : undefined
}

/** The facts of a form in which nothing is missing; the course stays as it was where none was entered. */
export const factsOfForm = (form: LineForm, before: BoundaryFacts['geometry'] = null): BoundaryFacts => ({
  code: form.code.trim(), name: form.name.trim(), level: form.level, neighbours: [...sidesOf(form)], lengthKilometres: readKilometres(form.kilometres) ?? 0, approvedOn: form.approvedOn, approver: form.approver.trim(), document: form.document.trim(), geometry: placeOf(form.place) ?? before,
  markers: form.markers.map(({ position, ...marker }) => ({ ...marker, number: marker.number.trim(), keeper: marker.keeper.trim(), place: marker.place.trim(), position: readMarkerPosition(position) ?? null })),
})

/** What a form changes of a line. */
export const lineChanges = (form: LineForm, line: Boundary): Partial<BoundaryFacts> => {
  const next = factsOfForm(form, line.facts.geometry)
  return Object.fromEntries(Object.entries(next).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(line.facts[field as keyof BoundaryFacts])))
}
