import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { fontFiles, fontFolder } from '../templates/fonts/folder.ts'
import type { StackStyle } from '../templates/fonts/stacks.ts'
import type { Page } from '../templates/sheet.ts'
import { root } from './measure.ts'

/** The same page drawn by others: every word at its place in its font, the photo, the squares of the code. What is set is taken from our own setting, so a peer has nothing to lay out. */

const fileOf: Readonly<Record<StackStyle, keyof typeof fontFiles>> = { song: 'songRegular', songBold: 'songBold', hei: 'heiRegular', heiBold: 'heiBold', kai: 'kai' }
const pathOf = (style: StackStyle): string => join(fontFolder(), fontFiles[fileOf[style]])
const mm = 72 / 25.4

type Colour = readonly [number, number, number]
interface Word { readonly style: StackStyle; readonly text: string; readonly x: number; readonly y: number; readonly size: number; readonly colour: Colour; readonly turn: number; readonly spacing: number }
interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: Colour; readonly line: number }
interface Flat { readonly width: number; readonly height: number; readonly words: readonly Word[]; readonly boxes: readonly Box[]; readonly operators: readonly string[]; readonly photos: readonly { readonly bytes: Uint8Array; readonly x: number; readonly y: number; readonly width: number; readonly height: number }[] }

/** The colour that operators of filling or stroking set, 0-255; black if they set none. */
const colourOf = (operators: string, stroke: boolean): Colour => {
  const rgb = new RegExp(`([\\d.]+) ([\\d.]+) ([\\d.]+) ${stroke ? 'RG' : 'rg'}`).exec(operators)
  const grey = new RegExp(`([\\d.]+) ${stroke ? 'G' : 'g'}(?: |$)`).exec(operators)
  const parts = rgb === null ? [grey?.[1], grey?.[1], grey?.[1]] : [rgb[1], rgb[2], rgb[3]]
  return parts.map((part) => Math.round(Number(part ?? 0) * 255)) as unknown as Colour
}

const boxesOf = (operators: string): readonly Box[] => {
  const stroke = / S Q$/.test(operators)
  const colour = colourOf(operators, stroke)
  const line = stroke ? Number(/([\d.]+) w/.exec(operators)?.[1] ?? 0.2) : 0
  return [...operators.matchAll(/(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re/g)].map(([, x, y, width, height]) => ({ x: Number(x), y: Number(y), width: Number(width), height: Number(height), colour, line }))
}

const flatten = (page: Page): Flat => {
  const operators = page.ops.filter((op) => typeof op === 'string')
  return {
    width: page.width,
    height: page.height,
    words: page.ops.flatMap((op) => (typeof op !== 'string' && 'glyphs' in op ? [{ style: op.style, text: String.fromCodePoint(...op.glyphs.flatMap(({ codePoints }) => [...codePoints])), x: op.x, y: op.y, size: op.size, colour: colourOf(op.colour, false), turn: op.turn, spacing: op.spacing }] : [])),
    boxes: operators.flatMap(boxesOf),
    operators,
    photos: page.ops.flatMap((op) => (typeof op !== 'string' && 'bytes' in op ? [op] : [])),
  }
}

/** Plain pdfkit: a font file opened by its path in each document, text by `text()`, the picture from its bytes. */
export const plainPdfkit = async (pages: readonly Page[]): Promise<Uint8Array> => {
  const document = new PDFDocument({ autoFirstPage: false, margin: 0, font: pathOf('song') })
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (const page of pages.map(flatten)) {
    document.addPage({ size: [page.width * mm, page.height * mm], margin: 0 })
    document.save().transform(mm, 0, 0, mm, 0, 0)
    for (const operator of page.operators) document.addContent(operator)
    document.restore()
    for (const word of page.words) {
      document.font(pathOf(word.style)).fontSize(word.size * mm).fillColor([...word.colour])
      if (word.turn !== 0) document.save().rotate(-word.turn, { origin: [word.x * mm, word.y * mm] })
      document.text(word.text, word.x * mm, word.y * mm, { lineBreak: false, baseline: 'alphabetic', characterSpacing: word.spacing * mm })
      if (word.turn !== 0) document.restore()
    }
    for (const photo of page.photos) document.image(Buffer.from(photo.bytes), photo.x * mm, photo.y * mm, { width: photo.width * mm, height: photo.height * mm })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

interface Typst {
  compile(options: { mainFileContent: string; inputs: Record<string, string> }): { result: unknown; hasError(): boolean; takeDiagnostics(): { shortDiagnostics?: unknown } | null }
  pdf(document: unknown, options: { creationTimestamp: number }): Buffer
  mapShadow(path: string, content: Buffer): void
  evictCache(age: number): void
}

const template = `#let pages = json(bytes(sys.inputs.data))
#for sheet in pages {
  page(width: sheet.width * 1mm, height: sheet.height * 1mm, margin: 0mm, {
    for box in sheet.boxes {
      let colour = rgb(..box.at(4))
      place(top + left, dx: box.at(0) * 1mm, dy: box.at(1) * 1mm, rect(width: box.at(2) * 1mm, height: box.at(3) * 1mm, fill: if box.at(5) == 0 { colour }, stroke: if box.at(5) != 0 { box.at(5) * 1mm + colour }))
    }
    for word in sheet.words {
      let set-word = text(font: word.at(2), weight: word.at(3), size: word.at(4) * 1mm, fill: rgb(..word.at(6)), tracking: word.at(8) * 1mm, top-edge: "baseline", word.at(5))
      place(top + left, dx: word.at(0) * 1mm, dy: word.at(1) * 1mm, if word.at(7) == 0 { set-word } else { rotate(-word.at(7) * 1deg, origin: top + left, set-word) })
    }
    for photo in sheet.photos { place(top + left, dx: photo.at(0) * 1mm, dy: photo.at(1) * 1mm, image(photo.at(4), width: photo.at(2) * 1mm, height: photo.at(3) * 1mm)) }
  })
}
`
const family: Readonly<Record<StackStyle, readonly [string, number]>> = { song: ['Noto Serif SC', 400], songBold: ['Noto Serif SC', 700], hei: ['Noto Sans SC', 400], heiBold: ['Noto Sans SC', 700], kai: ['LXGW WenKai', 400] }

const installed = (): boolean => existsSync(join(root, 'bench', 'node_modules', '@myriaddreamin', 'typst-ts-node-compiler'))

/** Typst with the same fonts in memory, one data-driven template; undefined where no binary can be had. */
export const openTypst = (): ((pages: readonly Page[]) => Uint8Array) | undefined => {
  if (!installed()) spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: join(root, 'bench'), stdio: 'inherit', shell: process.platform === 'win32' })
  if (!installed()) return undefined
  const { NodeCompiler } = createRequire(join(root, 'bench', 'package.json'))('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: { create(options: object): Typst } }
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...new Set(Object.values(fileOf))].map((file) => readFileSync(join(fontFolder(), fontFiles[file]))) }] })
  const known = new Map<Uint8Array, string>()
  return (pages) => {
    const data = pages.map(flatten).map((page) => ({
      width: page.width,
      height: page.height,
      boxes: page.boxes.map(({ x, y, width, height, colour, line }) => [x, y, width, height, colour, line]),
      words: page.words.map((word) => [word.x, word.y, ...family[word.style], word.size, word.text, word.colour, word.turn, word.spacing]),
      photos: page.photos.map((photo) => {
        let name = known.get(photo.bytes)
        if (name === undefined) {
          name = `/photo-${known.size}.jpg`
          known.set(photo.bytes, name)
          compiler.mapShadow(join(root, name), Buffer.from(photo.bytes))
        }
        return [photo.x, photo.y, photo.width, photo.height, name]
      }),
    }))
    const compiled = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
    if (compiled.hasError() || compiled.result === null) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no document')}`)
    const bytes = compiler.pdf(compiled.result, { creationTimestamp: 0 })
    compiler.evictCache(30)
    return bytes
  }
}
