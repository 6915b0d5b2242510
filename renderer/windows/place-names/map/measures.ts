import type { Geometry } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { areaOf, lengthOf } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { number } from '../../../shared/format.ts'
import type { Say } from '../../../shared/i18n.ts'

type Key = 'metres' | 'kilometres' | 'squareMetres' | 'squareKilometres'
const short = (value: number, digits: number): string => number(Number(value.toFixed(digits)))

/** A length in words: 850 米, 1.2 公里. */
export const lengthWords = (t: Say<Key>, metres: number): string => (metres >= 1000 ? t('kilometres', { n: short(metres / 1000, metres >= 10_000 ? 1 : 2) }) : t('metres', { n: short(metres, metres < 10 ? 1 : 0) }))
/** An area in words. */
export const areaWords = (t: Say<Key>, squareMetres: number): string => (squareMetres >= 1e6 ? t('squareKilometres', { n: short(squareMetres / 1e6, 2) }) : t('squareMetres', { n: short(squareMetres, 0) }))
/** The length or area of a geometry in words; empty for points. */
export const measureWords = (t: Say<Key>, geometry: Geometry): string => {
  const area = areaOf(geometry)
  if (area !== undefined) return areaWords(t, area)
  const length = lengthOf(geometry) ?? 0
  return length > 0 ? lengthWords(t, length) : ''
}
