import { areaPath, findArea, standardAreas } from '../../../domain/areas/index.ts'
import { initialOf } from '../../shared/initials.ts'

/** A county for the look-up: code, whole name from the province down, and initials. */
export interface AreaEntry {
  readonly code: string
  readonly province: string
  readonly prefecture: string
  readonly county: string
  readonly name: string
  readonly initials: string
}

const made = new Map<string, readonly AreaEntry[]>()
const letters = new Map<string, string>()
const initialsOfName = (name: string): string =>
  [...name].map((character) => {
    const known = letters.get(character)
    if (known !== undefined) return known
    const found = initialOf(character)
    letters.set(character, found)
    return found
  }).join('')

/** Splits a code into province, prefecture and county as they were named on a day. */
export const partsOfArea = (code: string, on: string): Pick<AreaEntry, 'province' | 'prefecture' | 'county'> => {
  const path = areaPath(code, on)
  const named = (level: string) => path.find((area) => area.level === level)?.name ?? ''
  return { province: named('province'), prefecture: named('prefecture'), county: named('county') }
}

/** Every county in force on a day, in order of code; made once a year of acts. */
export const countiesOn = (on: string): readonly AreaEntry[] => {
  const year = on.slice(0, 4)
  const known = made.get(year)
  if (known !== undefined) return known
  const list: AreaEntry[] = []
  for (const code of standardAreas().keys()) {
    const area = findArea(code, on)
    if (area?.level !== 'county') continue
    const parts = partsOfArea(code, on)
    const name = `${parts.province}${parts.prefecture}${parts.county}`
    list.push({ code, ...parts, name, initials: `${initialsOfName(parts.county)} ${initialsOfName(parts.prefecture)}${initialsOfName(parts.county)} ${initialsOfName(name)}` })
  }
  list.sort((a, b) => (a.code < b.code ? -1 : 1))
  made.set(year, list)
  return list
}

/** Counties that fit what was typed: code, part of the name, or initials; the best first, at most `limit`. */
export const matchAreas = (entries: readonly AreaEntry[], typed: string, limit = 40): readonly AreaEntry[] => {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return []
  const rank = (entry: AreaEntry): number => {
    if (/^\d+$/.test(wanted)) return entry.code.startsWith(wanted) ? 0 : -1
    if (entry.county === wanted || entry.name === wanted) return 0
    if (entry.county.startsWith(wanted)) return 1
    if (/^[a-z]+$/.test(wanted)) return entry.initials.split(' ').some((initials) => initials === wanted) ? 2 : entry.initials.split(' ').some((initials) => initials.startsWith(wanted)) ? 3 : -1
    if (entry.name.startsWith(wanted)) return 3
    return entry.name.includes(wanted) ? 4 : -1
  }
  return entries.map((entry) => [rank(entry), entry] as const).filter(([place]) => place >= 0).sort((a, b) => a[0] - b[0]).slice(0, limit).map(([, entry]) => entry)
}
