import { readDegrees } from '../../../../domain/place-names/gazetteer/coordinates.ts'
import { readGeoJson } from '../../../../domain/place-names/gazetteer/geojson.ts'
import type { Geometry, GeometryForm, Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { LantaiError } from '../../../../domain/error.ts'

/** What was pasted, read: a geometry, or what is wrong with it. */
export type ReadPlace = { readonly geometry: Geometry } | { readonly wrong: 'empty' | 'few' | 'json' } | { readonly wrong: 'several'; readonly n: number } | { readonly wrong: 'none'; readonly n: number; readonly text: string }

/** A position of a line: longitude, then latitude, with or without minutes and seconds. */
const readPosition = (line: string): Position | undefined => {
  const plain = line.normalize('NFKC').trim().replace(/^[[(]|[\])]$/gu, '')
  const parts = plain.split(/\s*[,，;；\t]\s*/u).filter((part) => part !== '')
  const two = parts.length >= 2 ? parts : plain.split(/\s+/u)
  const [x, y] = [readDegrees(two[0] ?? ''), readDegrees(two[1] ?? '')]
  return x === undefined || y === undefined || Math.abs(x) > 180 || Math.abs(y) > 90 ? undefined : [x, y]
}

/** The geometry of a form that goes through positions, or undefined for too few. */
export const geometryThrough = (positions: readonly Position[], form: GeometryForm): Geometry | undefined => {
  const all = positions.map(([x, y]): [number, number] => [x, y])
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (form === 'point') return { type: 'Point', coordinates: last }
  if (form === 'line') return all.length < 2 ? undefined : { type: 'LineString', coordinates: all }
  const open = all.length > 3 && first[0] === last[0] && first[1] === last[1] ? all.slice(0, -1) : all
  return open.length < 3 ? undefined : { type: 'Polygon', coordinates: [[...open, [first[0], first[1]]]] }
}

/** Reads what a clerk pastes: positions a line each, or GeoJSON with one geometry. */
export const readPlace = (typed: string, form: GeometryForm): ReadPlace => {
  const text = typed.trim()
  if (text === '') return { wrong: 'empty' }
  if (text.startsWith('{')) {
    try {
      const found = readGeoJson(text).features.flatMap(({ geometry }) => (geometry === undefined ? [] : [geometry]))
      const [one] = found
      return one === undefined ? { wrong: 'json' } : found.length > 1 ? { wrong: 'several', n: found.length } : { geometry: one }
    } catch (error) {
      if (error instanceof LantaiError) return { wrong: 'json' }
      throw error
    }
  }
  const positions: Position[] = []
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue
    const position = readPosition(line)
    if (position === undefined) return { wrong: 'none', n: at + 1, text: line.trim().slice(0, 40) }
    positions.push(position)
  }
  const geometry = geometryThrough(positions, form)
  return geometry === undefined ? { wrong: 'few' } : { geometry }
}
