import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { fontStack, type OfficeFont, type StackStyle } from './fonts/stacks.ts'
import type { FontStack } from './fonts/stack.ts'
import type { StackSubset } from './fonts/subset.ts'
import type { Page, Picture, Run } from './sheet.ts'

/** What a document says about itself. */
export interface DocumentFacts {
  readonly title: string
  readonly author: string
  readonly subject: string
  /** The fixed date of the document: the same record prints the same bytes. */
  readonly date: Date
  /** record.json, attached. */
  readonly record: string
  readonly recordName?: string
}

/** The parts of pdfkit that are used and that its types leave out. */
type Pdf = Omit<PDFKit.PDFDocument, 'openImage' | 'file'> & {
  _root: { data: Record<string, unknown> }
  _font: Embedded
  openImage(bytes: Buffer): { label: string; obj: unknown; colorSpace: string; embed(document: Pdf): void }
  file(bytes: Buffer, options: Record<string, unknown>): void
}
interface Embedded { readonly id: string; ref(): unknown; readonly subset: StackSubset; readonly widths: number[]; readonly unicode: (readonly number[])[] }
interface PdfPage { fonts: Record<string, unknown>; xobjects: Record<string, unknown>; write(chunk: Uint8Array): void }

const unit = 72 / 25.4
const num = (value: number): string => String(Math.round(value * 1e5) / 1e5)

/** pdfkit does not escape XMP, so the three characters of XML become their full-width forms. */
export const xmpSafe = (value: string): string => value.replaceAll('&', '＆').replaceAll('<', '＜').replaceAll('>', '＞')

/**
 * Writes pages as one PDF/A-3b document with the record attached. `onPage` is told after every page and may throw to stop; the loop yields every 20 pages
 * so that a cancel gets through. Throws `unsupported_file` when a picture is not a JPEG.
 */
export const writeDocument = async (pages: readonly Page[], facts: DocumentFacts, office: readonly OfficeFont[] = [], onPage?: (done: number, of: number) => void): Promise<Uint8Array> => {
  const base = fontStack('song', office)
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b' as unknown as 'PDF/A-3', // the types know the short names only
    lang: 'zh-CN',
    displayTitle: true,
    margin: 0,
    font: base as unknown as string, // any object with a layout function is a font
    info: { Title: xmpSafe(facts.title), Author: xmpSafe(facts.author), Subject: xmpSafe(facts.subject), Creator: 'Lantai', Producer: 'Lantai', CreationDate: facts.date },
  }) as unknown as Pdf
  const viewer = document._root.data['ViewerPreferences'] as { data: Record<string, unknown> }
  viewer.data['PrintScaling'] = 'None'
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  const fonts = new Map<StackStyle, { font: Embedded; stack: FontStack }>()
  const fontOf = (style: StackStyle): { font: Embedded; stack: FontStack } => {
    let found = fonts.get(style)
    if (found === undefined) {
      const stack = fontStack(style, office)
      document.registerFont(style, stack as unknown as string)
      document.font(style)
      fonts.set(style, (found = { font: document._font, stack }))
    }
    return found
  }
  const images = new Map<string, ReturnType<Pdf['openImage']>>()
  for (let i = 0; i < pages.length; i++) {
    const page = pages[i] as Page
    document.addPage({ size: [page.width * unit, page.height * unit], margin: 0 })
    const target = document.page as unknown as PdfPage
    const out: string[] = [`${num(unit)} 0 0 ${num(unit)} 0 0 cm`]
    const { affine } = page
    if (affine !== undefined) out.push(`${[affine.a, affine.b, affine.c, affine.d].map((value) => value.toFixed(8)).join(' ')} ${num(affine.e)} ${num(affine.f)} cm`)
    for (const op of page.ops) {
      if (typeof op === 'string') out.push(op)
      else if ('bytes' in op) out.push(drawPicture(document, target, images, op))
      else out.push(drawRun(target, fontOf(op.style), op))
    }
    target.write(Buffer.from(`${out.join('\n')}\n`, 'latin1'))
    onPage?.(i + 1, pages.length)
    if (i % 20 === 19) await new Promise((resolve) => setImmediate(resolve))
  }
  document.file(Buffer.from(facts.record, 'utf8'), { name: facts.recordName ?? 'record.json', type: 'application/json', relationship: 'Data', description: '本件所载事项', creationDate: facts.date, modifiedDate: facts.date })
  document.end()
  await ended
  // an own buffer, so that it can be handed to another thread without a copy
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

const drawRun = (page: PdfPage, { font, stack }: { font: Embedded; stack: FontStack }, run: Run): string => {
  page.fonts[font.id] ??= font.ref()
  const scale = 1000 / stack.unitsPerEm
  let codes = ''
  for (const glyph of run.glyphs) {
    const slot = font.subset.includeGlyph(glyph.id)
    if (font.widths[slot] === undefined) {
      font.widths[slot] = glyph.advanceWidth * scale
      font.unicode[slot] = glyph.codePoints
    }
    codes += slot.toString(16).padStart(4, '0')
  }
  const matrix = run.turn === 0 ? '1 0 0 -1' : turned(run.turn)
  const spacing = run.spacing === 0 ? '' : ` ${num(run.spacing)} Tc`
  const shown = `BT /${font.id} ${num(run.size)} Tf${spacing} ${matrix} ${num(run.x)} ${num(run.y)} Tm <${codes}> Tj ET`
  return run.colour === '' ? (run.spacing === 0 ? shown : `q ${shown} Q`) : `q ${run.colour} ${shown} Q`
}

const turned = (degrees: number): string => {
  const angle = (degrees * Math.PI) / 180
  const c = num(Math.cos(angle))
  const s = Math.sin(angle)
  return `${c} ${num(-s)} ${num(-s)} ${num(-Math.cos(angle))}`
}

const drawPicture = (document: Pdf, page: PdfPage, images: Map<string, ReturnType<Pdf['openImage']>>, picture: Picture): string => {
  const key = createHash('sha256').update(picture.bytes).digest('base64')
  let image = images.get(key)
  if (image === undefined) {
    if (picture.bytes[0] !== 0xff || picture.bytes[1] !== 0xd8) throw badPicture()
    try {
      image = document.openImage(Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.byteLength))
      if (image.colorSpace === 'DeviceCMYK') throw badPicture() // has no place under the sRGB output intent of PDF/A
      image.embed(document)
    } catch {
      throw badPicture() // pdfkit throws strings
    }
    images.set(key, image)
  }
  page.xobjects[image.label] ??= image.obj
  return `q ${num(picture.width)} 0 0 ${num(-picture.height)} ${num(picture.x)} ${num(picture.y + picture.height)} cm /${image.label} Do Q`
}

const badPicture = (): LantaiError => new LantaiError('unsupported_file', text('照片不是可用的 JPEG 文件，请重新选取照片。', 'The photo is not a usable JPEG file; please choose the photo again.'), 'photo')
