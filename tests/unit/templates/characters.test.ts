import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFonts } from '../../../scripts/fonts.ts'
import { standardCharacters } from '../../../domain/characters/index.ts'
import { writeDocument } from '../../../templates/emit.ts'
import { stackCoverage } from '../../../templates/fonts/coverage.ts'
import { level1, level2, level3 } from '../../../templates/fonts/levels.ts'
import { fontStack, stackStyles, type StackStyle } from '../../../templates/fonts/stacks.ts'
import { pt, Sheet, type Page, type Run } from '../../../templates/sheet.ts'
import { canSee, inkIn, pixelsOf, textOf, type Pixels } from '../../fixtures/papers/poppler.ts'

const facts = { title: '字符', author: '兰台', subject: '', date: new Date('2026-01-01T00:00:00Z'), record: '{}' }
const columns = 40
const rows = 56
const cell = 5 // mm
const size = 11 // pt
const dpi = 144

/** Sets characters in a grid, one to a cell of 5 mm. */
const grid = (characters: readonly string[], style: StackStyle): Page[] => {
  const sheet = new Sheet()
  for (let start = 0; start < characters.length; start += columns * rows) {
    sheet.page()
    for (let row = 0; row < rows; row++) {
      const line = characters.slice(start + row * columns, Math.min(start + (row + 1) * columns, start + columns * rows))
      if (line.length > 0) sheet.text('grid', 5, 8 + row * cell + 4, line.join(''), { font: style, size, spacing: cell / (size * pt) - 1 })
    }
  }
  return [...sheet.finish()]
}

const cells = (pages: readonly Pixels[], count: number): { blank: number; repeated: number } => {
  const seen = new Map<string, number>()
  let blank = 0
  for (let i = 0; i < count; i++) {
    const page = pages[Math.floor(i / (columns * rows))] as Pixels
    const at = i % (columns * rows)
    const x = 5 + (at % columns) * cell
    const y = 8 + Math.floor(at / columns) * cell
    if (inkIn(page, dpi, x, y + 0.2, cell - 0.6, cell) < 0.01) blank++
    const scale = dpi / 25.4
    const hash = createHash('sha1')
    for (let row = 0; row < 26; row++) {
      const from = (Math.round(y * scale) + row) * page.width + Math.round(x * scale)
      hash.update(page.grey.subarray(from, from + 24))
    }
    const key = hash.digest('base64')
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return { blank, repeated: [...seen.values()].filter((times) => times > 1).reduce((sum, times) => sum + times, 0) }
}

const text = (codePoints: readonly number[]): string[] => codePoints.map((codePoint) => String.fromCodePoint(codePoint))

beforeAll(async () => { await makeFonts() })

describe('what the stacks cover', () => {
  it('builds the levels of GB 18030-2022 with the published totals', () => {
    const standard = standardCharacters().map((character) => character.codePointAt(0) ?? 0)
    expect(standard).toHaveLength(8105)
    expect(level1()).toHaveLength(27_584)
    expect(level2(standard)).toHaveLength(27_780)
    expect(level3()).toHaveLength(88_115)
    expect(new Set(level3()).size).toBe(88_115)
  })

  it.each(stackStyles)('%s has all standard characters and all of level 3', (style) => {
    const standard = standardCharacters().map((character) => character.codePointAt(0) ?? 0)
    const coverage = stackCoverage(fontStack(style), standard)
    expect(coverage.standard).toEqual({ covered: 8105, of: 8105 })
    expect(coverage.level2).toEqual({ covered: 27_780, of: 27_780 })
    expect(coverage.level3).toEqual({ covered: 88_115, of: 88_115 })
  })

  it('names what it has not: Extension G, control, format and private characters, loose marks', () => {
    const missing = (string: string): number[] => fontStack('kai').missing(string).map(({ codePoint }) => codePoint)
    expect(missing('王\u{31050}明')).toEqual([0x31050])
    expect(missing('王\u0007\u200b\ue000\u202e小')).toEqual([7, 0x200b, 0xe000, 0x202e])
    expect(missing('e\u0301')).toEqual([0x301])
    expect(missing('王\ud842')).toEqual([0xd842])
    expect(missing('𠮷𬭎㛃〇·Nguyễn Пётр Ñandú Łukasz')).toEqual([])
    expect(() => fontStack('kai').glyphsOf('\u{31050}')).toThrow('U+31050')
  })
})

describe.runIf(canSee)('printed and read back', () => {
  it.each(['song', 'hei', 'kai'] as const)('all 8,105 standard characters in %s: text in order, ink in every cell, no picture twice', async (style) => {
    const characters = standardCharacters()
    const pdf = await writeDocument(grid(characters, style), facts)
    expect(textOf(pdf, '-raw').replace(/\s/g, '')).toBe(characters.join(''))
    expect(cells(pixelsOf(pdf, dpi), characters.length)).toEqual({ blank: 0, repeated: 0 })
  }, 60_000)

  it('all 88,115 of level 3: text in order and ink in every cell', async () => {
    const characters = text(level3())
    // a document holds at most 65,535 glyphs, and those of HanaMin take two places
    for (let start = 0; start < characters.length; start += 25_000) {
      const part = characters.slice(start, start + 25_000)
      const pdf = await writeDocument(grid(part, 'song'), facts)
      expect(textOf(pdf, '-raw').replace(/\s/g, '') === part.join('')).toBe(true)
      const { blank, repeated } = cells(pixelsOf(pdf, dpi), part.length)
      expect(blank).toBe(0)
      // a few ideographs are drawn alike; boxes would be thousands
      expect(repeated).toBeLessThan(20)
    }
  }, 180_000)

  it('would see boxes: 300 times the missing-glyph picture are 300 alike', async () => {
    const stack = fontStack('song')
    const pages = grid(Array.from({ length: 300 }, () => '一'), 'song')
    const boxed = pages.map((page) => ({ ...page, ops: page.ops.map((op) => (typeof op === 'object' && 'glyphs' in op ? { ...op, glyphs: op.glyphs.map(() => stack.getGlyph(0)) } satisfies Run : op)) }))
    const pdf = await writeDocument(boxed, facts)
    expect(textOf(pdf).replace(/\s/g, '').replaceAll('\0', '')).toBe('')
    expect(cells(pixelsOf(pdf, dpi), 300).repeated).toBe(300)
  })

  it('keeps radicals and the characters of the same picture apart, in one document and in the next', async () => {
    const write = async (line: string): Promise<string> => {
      const sheet = new Sheet()
      sheet.page()
      sheet.text('line', 20, 40, line, { size: 20 })
      return textOf(await writeDocument(sheet.finish(), facts)).trim()
    }
    expect(await write('⼀⼆⽼')).toBe('⼀⼆⽼')
    expect(await write('一二老')).toBe('一二老')
    expect(await write('⼀一⼆二⽼老')).toBe('⼀一⼆二⽼老')
  })

  it('prints written variants (IVS) in their own shape and refuses an unknown one', async () => {
    const stack = fontStack('song')
    const variants = ['葛\u{E0100}', '葛\u{E0101}', '邉\u{E0101}', '邉\u{E0103}', '辻\u{E0100}', '辻\u{E0101}']
    expect(variants.flatMap((variant) => stack.missing(variant))).toEqual([])
    const pdf = await writeDocument(grid(variants, 'song'), facts)
    const codes = [...textOf(pdf).replace(/\s/g, '')].map((character) => character.codePointAt(0))
    expect(codes).toEqual(variants.flatMap((variant) => [...variant].map((character) => character.codePointAt(0))))
    expect(cells(pixelsOf(pdf, dpi), variants.length)).toEqual({ blank: 0, repeated: 0 })
    expect(stack.missing('一\u{E01EF}')).toMatchObject([{ codePoint: 0x4e00, selector: 0xe01ef }])
  })
})
