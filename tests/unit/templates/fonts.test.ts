import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeFonts } from '../../../scripts/fonts.ts'
import { standardCharacters } from '../../../domain/characters/index.ts'
import { fontFiles, fontFolder } from '../../../templates/fonts/folder.ts'
import { characterMap } from '../../../templates/fonts/merge.ts'
import { checkOfficeFont } from '../../../templates/fonts/office.ts'
import { Face, fromBuffer, fromFile } from '../../../templates/fonts/sfnt.ts'
import { FontStack } from '../../../templates/fonts/stack.ts'
import { fontStack } from '../../../templates/fonts/stacks.ts'
import { assemble, bareRecord } from '../../../templates/fonts/writer.ts'
import { renderPaper } from '../../../templates/windows.ts'
import { canSee, textOf } from '../../fixtures/papers/poppler.ts'
import { usual } from '../../fixtures/papers/records.ts'

const require = createRequire(import.meta.url)
const standard = standardCharacters().map((character) => character.codePointAt(0) ?? 0)
const scratch = mkdtempSync(join(tmpdir(), 'lantai-fonts-'))
beforeAll(async () => { await makeFonts() })
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
const shipped = (file: string): Buffer => readFileSync(join(fontFolder(), file))

/** The same font with some tables changed. */
const remade = (file: string, changes: Record<string, (table: Buffer) => Buffer>): Buffer => {
  const face = new Face(fromBuffer(shipped(file)))
  const tags = ['cmap', 'glyf', 'loca', 'hmtx', 'head', 'hhea', 'maxp', 'name', 'post', 'OS/2']
  return assemble(Object.fromEntries(tags.map((tag) => [tag, changes[tag]?.(Buffer.from(face.table(tag))) ?? face.table(tag)])))
}
const withBits = (bits: number): Buffer => remade(fontFiles.kai, { 'OS/2': (table) => { table.writeUInt16BE(bits, 8); return table } })

describe('the made fonts', () => {
  it('are TrueType with glyf outlines, one file a face, and are not made again', async () => {
    for (const file of Object.values(fontFiles)) {
      const face = new Face(fromFile(join(fontFolder(), file)))
      expect(face.hasTable('glyf')).toBe(true)
      expect(face.hasTable('CFF ')).toBe(false)
      expect([1000, 1024]).toContain(face.unitsPerEm)
      face.close()
    }
    const started = performance.now()
    expect(await makeFonts()).toEqual([])
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('keep every outline of HanaMin B in the joined file', async () => {
    const joined = new Face(fromFile(join(fontFolder(), fontFiles.hanaminB)))
    expect(joined.codePoints().length).toBe(60_322)
    const fontverter = require('fontverter') as { convert(bytes: Buffer, to: 'sfnt'): Promise<Uint8Array> }
    for (const name of ['Extension-B-07', 'Extension-C-2', 'Extension-F-8']) {
      const piece = new Face(fromBuffer(Buffer.from(await fontverter.convert(readFileSync(require.resolve(`hanamin/HanaMinB.CJK-Unified-Ideographs-${name}.woff2`)), 'sfnt'))))
      for (const codePoint of piece.codePoints()) {
        const [there, here] = [piece.find(codePoint), joined.find(codePoint)]
        expect(joined.advance(here)).toBe(piece.advance(there))
        if (piece.record(there).readInt16BE(0) >= 0) expect(joined.record(here).equals(bareRecord(piece.record(there), (glyph) => glyph))).toBe(true)
      }
    }
  })

  it('are found where LANTAI_FONTS says', () => {
    vi.stubEnv('LANTAI_FONTS', '/somewhere/fonts')
    expect(fontFolder()).toBe('/somewhere/fonts')
  })
})

describe('the reader', () => {
  it('agrees with fontkit on glyphs and widths', () => {
    // fontkit comes without types
    const fontkit = require('fontkit') as { create(bytes: Buffer): unknown }
    const theirs = fontkit.create(shipped(fontFiles.songRegular)) as { glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number } }
    const ours = new Face(fromBuffer(shipped(fontFiles.songRegular)))
    for (const codePoint of [...standard.filter((_, i) => i % 37 === 0), 0x41, 0x31, 0x2014, 0x20bb7]) {
      const glyph = theirs.glyphForCodePoint(codePoint)
      expect(ours.find(codePoint)).toBe(glyph.id)
      if (glyph.id !== 0) expect(ours.advance(glyph.id)).toBe(glyph.advanceWidth)
    }
  })

  it('reads a map it has written, variants too', () => {
    const cmap = characterMap(new Map([[0x4e00, 3], [0x4e01, 4], [0x20bb7, 9]]), new Map([[0xe0100, new Map([[0x4e00, 7]])]]))
    const face = new Face(fromBuffer(remade(fontFiles.kai, { cmap: () => cmap })))
    expect([0x4e00, 0x4e01, 0x4e02, 0x20bb7].map((codePoint) => face.find(codePoint))).toEqual([3, 4, 0, 9])
    expect(face.findVariant(0x4e00, 0xe0100)).toBe(7)
    expect(face.findVariant(0x4e01, 0xe0100)).toBe(0)
    expect(face.codePoints()).toEqual([0x4e00, 0x4e01, 0x20bb7])
  })

  it('scales a face of another em exactly', () => {
    const stack = fontStack('song')
    const glyph = stack.findGlyph(0x20bb7)!
    expect(stack.faceAt(glyph.face).unitsPerEm).toBe(1024)
    expect(glyph.advanceWidth).toBe(1000)
    const subset = stack.createSubset()
    expect(subset.includeGlyph(stack.findGlyph(0x738b)!.id)).toBe(1)
    expect(subset.includeGlyph(glyph.id)).toBe(2)
    expect(subset.includeGlyph(glyph.id)).toBe(2)
    const bytes = subset.encode()
    const tables = new Map(Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => [bytes.toString('latin1', 12 + 16 * i, 16 + 16 * i), bytes.readUInt32BE(20 + 16 * i)]))
    const loca = tables.get('loca') ?? 0
    const record = (tables.get('glyf') ?? 0) + bytes.readUInt32BE(loca + 8)
    expect(bytes.readInt16BE(record)).toBe(-1) // a composite
    expect(bytes.readUInt16BE(record + 12)).toBe(3) // of the part behind the visible slots
    expect(bytes.readInt16BE(record + 18) / 16384).toBe(1000 / 1024)
  })

  it('takes the first face that has the character', () => {
    const kai = new Face(fromBuffer(shipped(fontFiles.kai)))
    const song = new Face(fromBuffer(shipped(fontFiles.songRegular)))
    const stack = new FontStack([kai, song], (codePoint) => (codePoint < 0x80 ? 1 : undefined))
    expect(stack.findGlyph(0x738b)?.face).toBe(0)
    expect(stack.findGlyph(0x31)?.face).toBe(1)
    expect(stack.findGlyph(0x3435)?.face).toBe(kai.find(0x3435) === 0 ? 1 : 0)
  })
})

describe('a font of the office’s own', () => {
  it('is reported with its coverage and licence bits', () => {
    const report = checkOfficeFont(shipped(fontFiles.kai), standard)
    expect(report).toMatchObject({ family: expect.stringContaining('WenKai') as string, embedding: 'installable', complete: true, coverage: { standard: { covered: 8105, of: 8105 } } })
    expect(report.coverage.level2.covered).toBeLessThan(27_780)
    expect(checkOfficeFont(shipped(fontFiles.hanaminB), standard)).toMatchObject({ complete: false, coverage: { standard: { covered: 200 } } })
    expect(checkOfficeFont(withBits(8), standard).embedding).toBe('editable')
    expect(checkOfficeFont(withBits(4), standard).embedding).toBe('preview')
  })

  it.each([
    ['a web font', () => readFileSync(require.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2'))],
    ['a file of nothing', () => Buffer.alloc(0)],
    ['a picture', () => Buffer.from(usual.photo ?? [])],
    ['a CFF font', () => Buffer.concat([Buffer.from('OTTO'), Buffer.alloc(2000)])],
    ['a collection', () => Buffer.concat([Buffer.from('ttcf'), Buffer.alloc(2000)])],
    ['a font cut short', () => shipped(fontFiles.kai).subarray(0, 4_000_000)],
    ['a font whose licence forbids embedding', () => withBits(2)],
    ['a font whose licence forbids subsetting', () => withBits(0x108)],
    ['a font with bitmaps only allowed', () => withBits(0x208)],
    ['a font whose loca points outside', () => remade(fontFiles.kai, { loca: (table) => { for (let at = 400; at < table.length; at += 4) table.writeUInt32BE(0x7fffffff, at); return table } })],
    ['a font without Chinese', () => remade(fontFiles.kai, { cmap: () => characterMap(new Map([[0x41, 5]]), new Map()) })],
  ])('%s is turned down in words', (_, bytes) => {
    expect(() => checkOfficeFont(bytes(), standard)).toThrow(expect.objectContaining({ code: 'unsupported_file', field: 'font' }))
  })

  it('goes in front of a style, with another em, and falls back for what it lacks', async () => {
    // the shipped Kai as if its em were 2048 and it held a single character
    const own = remade(fontFiles.kai, { head: (table) => { table.writeUInt16BE(2048, 18); return table }, cmap: () => {
      const face = new Face(fromBuffer(shipped(fontFiles.kai)))
      return characterMap(new Map([[0x738b, face.find(0x738b)]]), new Map())
    } })
    const path = join(scratch, 'office.ttf')
    writeFileSync(path, own)
    const office = [{ style: 'kai' as const, path }]
    const stack = fontStack('kai', office)
    expect(stack.findGlyph(0x738b)?.face).toBe(0)
    expect(stack.findGlyph(0x5efa)?.face).toBe(1)
    const pdf = await renderPaper({ paper: 'marriage.review', record: usual }, { office })
    expect(Buffer.from(pdf).equals(await renderPaper({ paper: 'marriage.review', record: usual }))).toBe(false)
    if (canSee) expect(textOf(pdf).replace(/\s/g, '')).toContain('王建国')
  })
})
