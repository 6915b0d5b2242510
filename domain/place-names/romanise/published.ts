import { codePoints } from '../../characters/index.ts'
import { readingsOf } from './sound.ts'
import { isSyllable, toneOf } from './syllables.ts'

const known = new Map<string, readonly string[]>()
const alternativesOf = (character: string): readonly string[] => {
  let found = known.get(character)
  if (found === undefined) {
    if (known.size > 20_000) known.clear()
    known.set(character, (found = readingsOf(character)))
  }
  return found
}

const lay = (written: string, characters: readonly string[], at: number): readonly string[] | undefined => {
  const character = characters[at]
  if (character === undefined) return written === '' ? [] : undefined
  for (const syllable of alternativesOf(character)) {
    if (!written.startsWith(syllable)) continue
    const rest = lay(written.slice(syllable.length), characters, at + 1)
    if (rest !== undefined) return [syllable, ...rest]
  }
  return undefined
}

/** The reading of each character that a published spelling with its tones tells, by position; none where the spelling bears no tones or does not follow the characters one by one. */
export const publishedReadings = (name: string, text: string): Readonly<Record<number, string>> => {
  const written = text.normalize('NFC').toLowerCase().replace(/[^\p{L}]/gu, '')
  const characters = codePoints(name)
  if (written === '' || characters.length > 50 || toneOf(written) === 0) return {}
  const laid = lay(written, characters, 0)
  return laid === undefined ? {} : Object.fromEntries(laid.flatMap((syllable, index) => (isSyllable(syllable) && alternativesOf(characters[index] ?? '').length > 1 ? [[index, syllable]] : [])))
}
