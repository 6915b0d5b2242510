import { archiveActionTitles } from '../../../domain/archive/titles.ts'
import { burialTitles } from '../../../domain/burial/titles.ts'
import { divorceActionTitles } from '../../../domain/divorce/fold.ts'
import { marriageActTitles } from '../../../domain/marriage/fold.ts'
import { placeNameTitles } from '../../../domain/place-names/titles.ts'
import { reissueActionTitles } from '../../../domain/reissue/fold.ts'
import type { Text } from '../../../domain/text.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { findWindow } from '../../windows.ts'
import { words } from './words.ts'

type Key = keyof typeof words & string
const officeKinds = (Object.keys(words) as Key[]).filter((key) => key.includes('.'))
/** What the windows do, in the words of the domain. */
const windowTitles: Readonly<Record<string, Text>> = { ...marriageActTitles, ...divorceActionTitles, ...reissueActionTitles, ...archiveActionTitles, ...burialTitles, ...placeNameTitles }
/** Acts whose kind does not begin with the id of their window. */
const prefixesOf: Readonly<Record<string, readonly string[]>> = {
  burial: ['waiver', 'reward', 'cemetery', 'plot', 'relocation', 'facility', 'qingming', 'illegalGrave'],
  'place-names': ['placeName', 'gazetteer', 'plate', 'address', 'boundary', 'boundaryPlan', 'namePlan', 'irregularName', 'placeNameProfile'],
}
const windowOf = (kind: string): string => {
  const prefix = kind.split('.')[0] ?? ''
  return Object.entries(prefixesOf).find(([, prefixes]) => prefixes.includes(prefix))?.[0] ?? prefix
}

/** The kinds of acts that have words of their own. */
export const knownKinds: readonly string[] = [...Object.keys(windowTitles), ...officeKinds]
/** The same by window, the office's own last under an empty name. */
export const kindGroups: readonly (readonly [window: string, kinds: readonly string[]])[] = [...Object.entries(Object.groupBy(Object.keys(windowTitles), windowOf)).map(([window, kinds]) => [window, kinds ?? []] as const), ['', officeKinds]]

/** Says the name of a window. */
export const useWindowWords = (): ((window: string) => string) => {
  const t = useWords(words)
  const say = useSay()
  return (window) => {
    const found = findWindow(window)
    return window === '' ? t('ofOffice') : found === undefined ? window : say(found.short ?? found.title)
  }
}

/** Says the kind of an act in words, with its window where it is one of a window's. */
export const useKindWords = (): ((kind: string, bare?: boolean) => string) => {
  const t = useWords(words)
  const say = useSay()
  const windowWords = useWindowWords()
  return (kind, bare = false) => {
    const title = windowTitles[kind]
    if (title !== undefined) return bare ? say(title) : t('ofWindow', { window: windowWords(windowOf(kind)), act: say(title) })
    return Object.hasOwn(words, kind) ? t(kind as Key) : kind
  }
}
