import { isDeepStrictEqual } from 'node:util'
import { isCivilDate } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { requireSoundText } from '../../../domain/marriage/intake.ts'
import type { PlaceNameFile } from '../../../domain/place-names/case/file.ts'
import { text } from '../../../domain/text.ts'

/** Texts of an application that may have several lines. */
const longTexts: ReadonlySet<string> = new Set(['planAndReasons', 'note', 'reason', 'meaning', 'origin', 'location', 'nature', 'numberingRule', 'planReason', 'renameReason', 'protectionMeasures', 'manualReason'])

const requireDay = (value: string, field: string): void => {
  if (value !== '' && !isCivilDate(value)) throw new LantaiError('invalid', text(`没有 ${value} 这一天`, `There is no day ${value}`), field)
}

/** Refuses a file (or the sections that change) that could not stand in the register: unsound text, days that do not exist, two names with one number. Names are told by their number. Throws `invalid` with the field. */
export const requireSoundFile = (changes: Partial<PlaceNameFile>, before: Partial<PlaceNameFile>): void => {
  const { items, ...rest } = Object.fromEntries(Object.entries(changes).filter(([section, value]) => !isDeepStrictEqual(value, before[section as keyof PlaceNameFile]))) as Partial<PlaceNameFile>
  requireSoundText(rest, '', '', longTexts)
  requireDay(rest.letter?.day ?? '', 'letter.day')
  rest.papers?.forEach(({ day }, index) => requireDay(day, `papers.${String(index)}.day`))
  rest.consents?.forEach(({ day }, index) => requireDay(day, `consents.${String(index)}.day`))
  const known = new Map(before.items?.map((item) => [item.id, item]))
  const seen = new Set<string>()
  for (const item of items ?? []) {
    const path = `items.${item.id}`
    if (seen.has(item.id)) throw new LantaiError('invalid', text('地名的序号重复', 'Two names share a number'), `${path}.id`)
    seen.add(item.id)
    if (isDeepStrictEqual(item, known.get(item.id))) continue
    requireSoundText(item, path, '', longTexts)
    requireDay(item.begun, `${path}.begun`)
    requireDay(item.finished, `${path}.finished`)
  }
}

/** Scans of the papers that came with an application, by hash. */
export const hashesOf = ({ papers = [] }: Partial<PlaceNameFile>): readonly { readonly field: string; readonly hash: string }[] => papers.flatMap(({ scans }, index) => scans.map((hash, place) => ({ field: `papers.${String(index)}.scans.${String(place)}`, hash })))
