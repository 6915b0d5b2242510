import { pt, type Sheet } from '../sheet.ts'

/** A number that a QR can carry, out of a text that may hold anything. */
export const codeNumber = (...parts: readonly (string | number)[]): string => parts.map((part) => String(part).replace(/[^A-Za-z0-9]+/g, '-')).join('-').replace(/-{2,}/g, '-').replace(/^-|-$/g, '')

/** Height of a line of a list whose title may be two long names: at least `least` mm, more where the title needs it to stay readable. */
export const lineHeight = (sheet: Sheet, title: string, width: number, least: number, size = 8, field = 'parties.0.name'): number =>
  Math.max(least, sheet.lines(sheet.clean(field, title, 'song'), width - 3.4, { size, indent: 0 }) * size * pt * 1.35 + 2)

/** Cuts lines into pages by their heights, in mm; every page holds at least one. */
export const paged = <T extends { readonly height: number }>(rows: readonly T[], first: number, next: number): T[][] => {
  const pages: T[][] = [[]]
  let used = 0
  for (const row of rows) {
    const page = pages.at(-1) ?? []
    if (page.length > 0 && used + row.height > (pages.length === 1 ? first : next)) {
      pages.push([row])
      used = row.height
    } else {
      page.push(row)
      used += row.height
    }
  }
  return pages
}
