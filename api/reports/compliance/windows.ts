import { caseKinds } from '../../../domain/burial/codes.ts'
import { LantaiError } from '../../../domain/error.ts'
import { marriageKindTitles } from '../../../domain/marriage/file.ts'
import { nameActTitles } from '../../../domain/place-names/titles.ts'
import { text, type Text } from '../../../domain/text.ts'
import { domainWindows } from '../../../domain/windows.ts'

/** The windows that have cases to be judged, with the kinds under which these are counted, in the order of reports. */
const kinds: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  marriage: marriageKindTitles,
  divorce: { divorce: text('离婚登记', 'Divorce registration') },
  reissue: { marriage: text('补发结婚证', 'Marriage certificates reissued'), divorce: text('补发离婚证', 'Divorce certificates reissued') },
  burial: Object.fromEntries(caseKinds.map(({ code, zh, en }) => [code, text(zh, en)])),
  'place-names': { ...nameActTitles, several: text('多种事项', 'Several acts') },
}

export const judgedWindows = domainWindows.filter(({ id }) => kinds[id] !== undefined)

export const windowTitle = (window: string): Text => domainWindows.find(({ id }) => id === window)?.title ?? text(window, window)
export const kindTitle = (window: string, kind: string): Text => kinds[window]?.[kind] ?? text(kind, kind)
/** Place of a kind among those of its window. */
export const kindPlace = (window: string, kind: string): number => Object.keys(kinds[window] ?? {}).indexOf(kind)

/** The windows that an office's desks offer, and of these the ones asked for; throws `invalid` for one that is not offered. */
export const windowsAsked = (desks: readonly string[], asked?: readonly string[]): readonly string[] => {
  const offered = judgedWindows.filter(({ id, under }) => desks.includes(under ?? id)).map(({ id }) => id)
  const unknown = asked?.find((window) => !offered.includes(window))
  if (unknown !== undefined) throw new LantaiError('invalid', text(`本处没有开办${windowTitle(unknown).zh}，或者没有可检查的案卷`, `This office does not offer “${windowTitle(unknown).en}”, or it has no cases to judge`), 'windows')
  return offered.filter((window) => asked === undefined || asked.includes(window))
}
