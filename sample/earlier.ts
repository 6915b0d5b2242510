import type { CivilDate } from '../domain/dates.ts'
import type { SinglePhoto } from '../domain/divorce/file.ts'
import type { PictureRef } from './couples.ts'
import type { Random } from './random.ts'

/** The number of a registration made earlier, here or elsewhere: until 2010 in a shape of its own, since then by letter, area and year. */
export const earlierNumber = (random: Random, of: 'marriage' | 'divorce', since: CivilDate, areaOf: () => string): string => {
  if (since < '2011-01-01') return `示${of === 'marriage' ? '结' : '离'}字第${since.slice(2, 4)}${String(random.int(1, 9999)).padStart(5, '0')}号`
  const area = areaOf()
  return `${of === 'marriage' ? 'J' : 'L'}${area}-${since.slice(0, 4)}-${String(random.int(1, 4999)).padStart(6, '0')}`
}

/** Two prints of a single photo by chance; null where the sample has no pictures. */
export const singlePhoto = (random: Random, pictures: readonly PictureRef[]): SinglePhoto | null => {
  if (pictures.length === 0) return null
  const { hash, width, height } = random.pick(pictures)
  return { hash, width, height, prints: 2, recent: true, notComposed: true }
}
