import { LantaiError } from '../../../domain/error.ts'
import { genericTable, shippedGenerics, type GenericTable } from '../../../domain/place-names/generics.ts'
import { nameSettingsOf, type PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { checkPublished, romanise, type Romanisation, type RomaniseRequest, type SpellingFlag } from '../../../domain/place-names/romanise/index.ts'
import { text } from '../../../domain/text.ts'
import type { Spelled } from '../../schemas/place-names.ts'
import { sourceTitles } from './titles.ts'

const tables = new WeakMap<PlaceNameProfile, GenericTable>()
const tableOf = (profile: PlaceNameProfile): GenericTable => {
  const { generics } = nameSettingsOf(profile)
  const known = generics.length === 0 ? shippedGenerics : (tables.get(profile) ?? genericTable(generics))
  tables.set(profile, known)
  return known
}

/** A spelling as the door tells it. */
export const spelledOf = ({ name, text: written, sign, parts, words, syllables, otherDivisions, open }: Romanisation): Spelled => ({
  name, text: written, sign, parts: { specific: parts.specific, generic: parts.generic },
  words: words.map((word) => ({ ...word, also: [...word.also] })),
  syllables: syllables.map(({ character, syllable, source, alternatives, mustChoose }) => ({ character, syllable, source, sourceTitle: sourceTitles[source], alternatives: [...alternatives], mustChoose })),
  otherDivisions: otherDivisions.map((division) => [...division]), open: [...open],
})

type Asked = Pick<RomaniseRequest, 'name' | 'kind' | 'cut' | 'division' | 'chosen' | 'ordinalStyle'> & { readonly published?: { readonly text: string; readonly sign?: string } }

/** Spells a name by the rules and the office's own readings, and holds a published spelling against them; throws `invalid` at the field. */
export const spell = (profile: PlaceNameProfile, { published, ...asked }: Asked): { readonly spelled: Spelled; readonly flags: readonly SpellingFlag[] } => {
  if (!/\p{Script=Han}/u.test(asked.name)) throw new LantaiError('invalid', text('地名用规范汉字书写，没有汉字的名称不能拼写', 'A place name is written in Chinese characters; there is none to spell'), 'name')
  const { readings, transcriptions, ordinalStyle } = nameSettingsOf(profile)
  const request: RomaniseRequest = { readings, transcriptions, ordinalStyle, generics: tableOf(profile), ...asked }
  if (published === undefined) return { spelled: spelledOf(romanise(request)), flags: [] }
  const { expected, flags } = checkPublished(request, published)
  return { spelled: spelledOf(expected), flags }
}
