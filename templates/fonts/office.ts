import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { faceCoverage, type Coverage } from './coverage.ts'
import { Face, fromBuffer } from './sfnt.ts'

/** What was found in a font file that the office wants to add. */
export interface OfficeFontReport {
  readonly name: string
  readonly family: string
  readonly license: string
  readonly glyphs: number
  readonly unitsPerEm: number
  /** OS/2 fsType: may the font be embedded in a document? */
  readonly embedding: 'installable' | 'editable' | 'preview' | 'restricted'
  readonly coverage: Coverage
  /** True when the 8,105 standard characters are all there; the rest of a paper falls back to the shipped fonts. */
  readonly complete: boolean
}

const refuse = (zh: string, en: string): LantaiError => new LantaiError('unsupported_file', text(zh, en), 'font')

/**
 * Checks a font file of the office's own (such as a licensed FangSong): a single TrueType font with glyf outlines, whole, and allowed by its licence bits to be
 * embedded. `standard` are the 8,105 code points. Throws `unsupported_file` in words when it cannot be used.
 */
export const checkOfficeFont = (bytes: Uint8Array, standard: readonly number[]): OfficeFontReport => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tag = buffer.toString('latin1', 0, 4)
  if (tag === 'OTTO') throw refuse('这是 CFF 轮廓的 OpenType 字体，请换用 TrueType（.ttf）格式。', 'This is an OpenType font with CFF outlines; please use a TrueType (.ttf) file.')
  if (tag === 'ttcf') throw refuse('这是字体合集（.ttc），请换用单个字体的 .ttf 文件。', 'This is a font collection (.ttc); please use a .ttf file with a single font.')
  if (tag === 'wOFF' || tag === 'wOF2') throw refuse('这是网页字体（WOFF），请换用 .ttf 文件。', 'This is a web font (WOFF); please use a .ttf file.')
  let face: Face
  try {
    face = new Face(fromBuffer(buffer))
    if (!face.hasTable('glyf')) throw new Error('no glyf')
    // every outline must lie inside the file and every part of a composite must exist
    for (const codePoint of standard) {
      const glyph = face.find(codePoint)
      if (glyph >= face.glyphs) throw new Error('glyph out of range')
      face.record(glyph)
      face.advance(glyph)
      face.bearing(glyph)
    }
  } catch {
    throw refuse('这个文件不是可用的 TrueType 字体，或者已经损坏。', 'This file is not a usable TrueType font, or it is damaged.')
  }
  // fsType bits 1-3: 0 installable, 8 editable, 4 preview & print, 2 restricted (the least restrictive counts)
  const bits = face.embedding
  const embedding = (bits & 0xe) === 0 ? 'installable' : bits & 8 ? 'editable' : bits & 4 ? 'preview' : 'restricted'
  if (embedding === 'restricted' || (bits & 0x200) !== 0) {
    throw refuse('该字体的许可不允许嵌入文件，不能用于打印证件。', 'The licence bits of this font forbid embedding, so it cannot be used on papers.')
  }
  if ((bits & 0x100) !== 0) throw refuse('该字体的许可不允许取子集嵌入，不能用于打印证件。', 'The licence bits of this font forbid subsetting, so it cannot be used on papers.')
  const coverage = faceCoverage(face, standard)
  if (coverage.standard.covered === 0) throw refuse('该字体不含汉字。', 'This font holds no Chinese characters.')
  return {
    name: face.name, family: face.family, license: face.license, glyphs: face.glyphs, unitsPerEm: face.unitsPerEm, embedding, coverage,
    complete: coverage.standard.covered === coverage.standard.of,
  }
}
