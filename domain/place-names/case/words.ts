import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { ApprovedText } from './actions.ts'
import type { PlaceNameItem } from './file.ts'

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

const metres = (value: number): string => String(Math.round(value * 100) / 100)

/** The extent of a name as its application states it, in the words of replies: 位于越溪街道，东西走向，起点为塔韵路，止点为规划河道，长1200米，宽22米. Which end lies east is not guessed, and what the location says already is not said twice. */
export const extentWords = (item: PlaceNameItem): string => {
  const { orientation, start, end, size, location, bounds } = item
  const sizes = [['长', size.lengthMetres, '米'], ['宽', size.widthMetres, '米'], ['占地面积', size.siteSquareMetres, '平方米'], ['建筑面积', size.floorSquareMetres, '平方米']] as const
  const rest = [
    orientation === '' ? '' : /走向$/u.test(orientation) ? orientation : `${orientation}走向`, start.text === '' ? '' : `起点为${start.text}`, end.text === '' ? '' : `止点为${end.text}`,
    bounds, ...sizes.map(([word, value, unit]) => (value === undefined ? '' : `${word}${metres(value)}${unit}`)),
  ]
  return [location === '' ? (item.township === '' ? '' : `位于${item.township}${item.village}`) : /^位于/u.test(location) ? location : `位于${location}`, ...rest.filter((part) => !location.includes(part))].filter((part) => part !== '').join('，').slice(0, 800)
}

/** What a decision would say of a name as it stands in the application: the draft of what is approved. */
export const draftWords = (item: PlaceNameItem): ApprovedText => ({ item: item.id, name: item.name, text: item.spelling.text, sign: item.spelling.sign, extent: extentWords(item) })
