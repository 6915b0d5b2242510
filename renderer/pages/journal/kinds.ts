import { useWords, type Say } from '../../shared/i18n.ts'
import { words } from './words.ts'

type Key = keyof typeof words & string
/** The kinds of acts that have words of their own. */
export const knownKinds = (Object.keys(words) as Key[]).filter((key) => key.includes('.'))

const kindWords = (t: Say<Key>, kind: string): string => (Object.hasOwn(words, kind) ? t(kind as Key) : kind)

/** Says the kind of an act in words. */
export const useKindWords = (): ((kind: string) => string) => {
  const t = useWords(words)
  return (kind) => kindWords(t, kind)
}
