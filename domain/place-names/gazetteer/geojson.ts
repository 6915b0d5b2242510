import type { Finding } from '../../rule.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { LantaiError } from '../../error.ts'
import { localRule } from '../law.ts'
import type { CoordinateSystem, Geometry } from './geometry.ts'
import { Geometry as GeometrySchema } from './geometry.ts'
import type { GeoEntity } from './entity.ts'
import { findStandardName } from './entity.ts'

/** A feature as it was read: a geometry or what is wrong with it, and its properties as texts. */
export interface ReadFeature {
  /** Place in the file, from 1. */
  readonly row: number
  readonly geometry: Geometry | undefined
  readonly properties: Readonly<Record<string, string>>
  readonly findings: readonly Finding[]
}

/** A finding about a file that was handed in. */
export const importFinding = (rule: string, severity: Finding['severity'], message: Text, field: string): Finding => ({ rule: `place-names.import.${rule}`, severity, outcome: severity === 'stop' ? 'fail' : 'asks', title: text('导入', 'Import'), message, law: localRule, field })

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const malformed = (zh: string, en: string): LantaiError => new LantaiError('malformed', text(zh, en), 'file')

// Three numbers are longitude, latitude and height; the height is left out.
const flat = (value: unknown): unknown => (Array.isArray(value) ? (value.length === 3 && value.every((part) => typeof part === 'number') ? value.slice(0, 2) : value.map(flat)) : value)

/** The system a file declares: the `crs` member of older files, or none. */
const declaredIn = (value: Readonly<Record<string, unknown>>): CoordinateSystem | undefined => {
  const name = isObject(value.crs) && isObject(value.crs.properties) && typeof value.crs.properties.name === 'string' ? value.crs.properties.name.toUpperCase() : ''
  if (/GCJ/u.test(name)) return 'GCJ-02'
  if (/BD-?09/u.test(name)) return 'BD-09'
  if (/4490|CGCS/u.test(name)) return 'CGCS2000'
  return /4326|CRS84|WGS/u.test(name) ? 'WGS84' : undefined
}

/** Reads GeoJSON: a collection of features, a feature, or a bare geometry, with the system it declares. Throws `malformed` at `file` for what is no GeoJSON at all; a feature that is wrong carries its finding. */
export const readGeoJson = (source: string): { readonly features: readonly ReadFeature[]; readonly declared: CoordinateSystem | undefined } => {
  let value: unknown
  try { value = JSON.parse(source.replace(/^\uFEFF/u, '')) } catch { throw malformed('文件不是 GeoJSON（不能按 JSON 读取）', 'The file is no GeoJSON (it does not read as JSON)') }
  if (!isObject(value) || typeof value.type !== 'string') throw malformed('文件不是 GeoJSON', 'The file is no GeoJSON')
  const features = value.type === 'FeatureCollection' ? value.features : value.type === 'Feature' ? [value] : [{ type: 'Feature', geometry: value, properties: {} }]
  if (!Array.isArray(features)) throw malformed('GeoJSON 没有 features', 'The GeoJSON has no features')
  if (value.type !== 'FeatureCollection' && value.type !== 'Feature' && !GeometrySchema.safeParse({ type: value.type, coordinates: flat(value.coordinates) }).success) throw malformed('文件不是 GeoJSON', 'The file is no GeoJSON')
  return {
    declared: declaredIn(value),
    features: features.map((feature: unknown, index): ReadFeature => {
      const row = index + 1
      const field = `features.${index}`
      if (!isObject(feature) || feature.type !== 'Feature') return { row, geometry: undefined, properties: {}, findings: [importFinding('feature', 'stop', text(`第 ${row} 个不是 Feature`, `Number ${row} is no feature`), field)] }
      const properties = Object.fromEntries(Object.entries(isObject(feature.properties) ? feature.properties : {}).flatMap(([key, entry]) => (typeof entry === 'string' || typeof entry === 'number' || typeof entry === 'boolean' ? [[key, String(entry)]] : [])))
      if (feature.geometry === null || feature.geometry === undefined) return { row, geometry: undefined, properties, findings: [] }
      const parsed = GeometrySchema.safeParse(isObject(feature.geometry) ? { type: feature.geometry.type, coordinates: flat(feature.geometry.coordinates) } : undefined)
      if (parsed.success) return { row, geometry: parsed.data, properties, findings: [] }
      const type = isObject(feature.geometry) ? String(feature.geometry.type) : ''
      return { row, geometry: undefined, properties, findings: [importFinding('geometry', 'stop', text(`第 ${row} 个图形不能读取：${type === '' ? '没有类型' : type}，坐标应为经度、纬度（度）`, `The geometry of number ${row} does not read: ${type === '' ? 'no type' : type}; positions are longitude and latitude in degrees`), `${field}.geometry`)] }
    }),
  }
}

/** What stands before and behind the features of a file of entities. */
export const geoJsonFrame = ['{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4490"}},"features":[', ']}'] as const

/** An entity as a feature (longitude and latitude on CGCS2000 as stored), with name, spelling, meaning, origin and history; a secrecy class is written on it. */
export const featureOf = (entity: GeoEntity) => {
  const { facts, names } = entity
  const standard = findStandardName(entity)
  const others = (standings: readonly string[]): string => names.filter(({ standing }) => standings.includes(standing)).map(({ name }) => name).join('、')
  return {
    type: 'Feature', id: entity.id, geometry: entity.geometry?.geometry ?? null,
    properties: { name: standard?.name ?? names.at(-1)?.name ?? '', pinyin: standard?.text ?? '', sign: standard?.sign ?? '', kind: facts.kind, state: entity.state, code: entity.code, township: facts.township, village: facts.village, start: facts.start.text, end: facts.end.text, former: others(['former']), alias: others(['alias', 'shortName']), historic: others(['historic']), meaning: facts.meaning, origin: facts.origin, history: facts.history, ...(facts.secrecy === '' ? {} : { secrecy: facts.secrecy }) },
  }
}

/** Writes entities as GeoJSON; secret ones are left out and counted. */
export const writeGeoJson = (entities: Iterable<GeoEntity>, options: { readonly withSecret: boolean }): { readonly json: string; readonly left: number } => {
  const all = [...entities]
  const shown = all.filter(({ facts }) => facts.secrecy !== 'secret' || options.withSecret)
  return { json: geoJsonFrame[0] + shown.map((entity) => JSON.stringify(featureOf(entity))).join(',') + geoJsonFrame[1], left: all.length - shown.length }
}
