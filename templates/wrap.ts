import type { FontStack } from './fonts/stack.ts'

/** 避头: marks that must not begin a line; 避尾: marks that must not end one (GB/T 15834). */
const notAtStart = new Set('，。、；：？！）》」』】〕〉”’…—～·％‰℃,.;:?!)]}%々ー')
const notAtEnd = new Set('（《「『【〔〈“‘([{￥＄$№')
const wordCharacter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}'’.,\-/:_@&]/u

/** Splits a text into the pieces between which a line may break: a Chinese character with the marks that cling to it, a Latin word, a run of digits. */
export const breakPieces = (text: string): string[] => {
  const units: string[] = []
  // a variation selector belongs to its base
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    if (units.length > 0 && ((codePoint >= 0xfe00 && codePoint <= 0xfe0f) || codePoint >= 0xe0100)) units[units.length - 1] += character
    else units.push(character)
  }
  const pieces: string[] = []
  let glue = false
  let inWord = false
  for (const [i, unit] of units.entries()) {
    // the apostrophe inside a Latin word (Xī’ān) is a part of it, elsewhere ’ closes a quotation
    const word: boolean = unit === '’' ? inWord && /\p{Script=Latin}/u.test(units[i + 1] ?? '') : wordCharacter.test(unit) && !/^[“”，。]/.test(unit)
    const last = pieces.length - 1
    if (last >= 0 && (glue || (word && inWord) || notAtStart.has(unit) || unit === ' ')) pieces[last] += unit
    else pieces.push(unit)
    glue = notAtEnd.has(unit)
    inWord = word
  }
  return pieces
}

/**
 * Breaks a text into lines of at most `width` em. A piece wider than a line is cut by code point, never inside a surrogate pair or between a base and its selector.
 * Line feeds in the text begin a new line. `first` is the room of the first line when it is indented.
 */
export const wrapText = (stack: FontStack, text: string, width: number, first = width): string[] => {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let used = 0
    let room = lines.length === 0 ? first : width
    for (const piece of breakPieces(paragraph)) {
      const ink = piece.replace(/ +$/, '')
      const inkWidth = stack.widthOf(ink)
      if (used > 0 && used + inkWidth > room + 1e-6) {
        lines.push(line.replace(/ +$/, ''))
        line = ''
        used = 0
        room = width
      }
      if (inkWidth > room + 1e-6) {
        for (const unit of unitsOf(piece)) {
          const unitWidth = stack.widthOf(unit)
          if (used > 0 && used + unitWidth > room + 1e-6) {
            lines.push(line)
            line = ''
            used = 0
            room = width
          }
          line += unit
          used += unitWidth
        }
        continue
      }
      line += piece
      used += stack.widthOf(piece)
    }
    lines.push(line.replace(/ +$/, ''))
  }
  return lines
}

/** The printed units of a text: code points, with a variation selector kept to its base. */
export const unitsOf = (text: string): string[] => text.match(/[^\uFE00-\uFE0F\u{E0100}-\u{E01EF}][\uFE00-\uFE0F\u{E0100}-\u{E01EF}]?/gu) ?? []
