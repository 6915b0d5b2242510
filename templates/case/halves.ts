import type { Sheet } from '../sheet.ts'

/** The line along which a stub is torn off, with its words in the middle. */
export const perforation = (sheet: Sheet, y: number, words: string): void => {
  const half = sheet.width(words, 'song', 8.5) / 2 + 3
  sheet.line(8, y, 105 - half, y, 0.2, { dash: [1.4, 1.2] })
  sheet.line(105 + half, y, 202, y, 0.2, { dash: [1.4, 1.2] })
  sheet.text('texts', 105, y + 1.1, words, { size: 8.5, align: 'centre', colour: 0.25 })
}
