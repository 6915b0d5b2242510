import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { ApprovedText } from './actions.ts'

const fields: readonly (readonly [keyof Omit<ApprovedText, 'item'>, string, string])[] = [['name', '名称', 'name'], ['text', '拼写', 'spelling'], ['sign', '标志拼写', 'spelling for signs'], ['extent', '范围', 'extent']]

/** Where two versions of what was approved differ, character by character (apostrophes and accents in one form). */
export const textDifferences = (one: ApprovedText, other: ApprovedText): readonly Text[] =>
  fields.flatMap(([key, zh, en]) => {
    const [a, b] = [one[key].normalize('NFC'), other[key].normalize('NFC')]
    if (a === b) return []
    const at = [...a].findIndex((character, index) => [...b][index] !== character)
    const place = at < 0 ? [...a].length + 1 : at + 1
    return [text(`${zh}第 ${place} 个字符不同：“${a}”与“${b}”`, `${en} differs at character ${place}: “${a}” and “${b}”`)]
  })
