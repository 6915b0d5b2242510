/** Draws the pictures of the sample office: joint photos of two abstract figures on red, single photos of one, and a card as a scanner sees it. Writes sample/pictures.ts. */
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'jpeg-js'

type Colour = readonly [number, number, number]
interface Canvas { readonly width: number; readonly height: number; readonly data: Uint8Array }

const canvas = (width: number, height: number, colour: (x: number, y: number) => Colour): Canvas => {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) data.set([...colour(x, y), 255], (y * width + x) * 4)
  return { width, height, data }
}

/** Paints what lies inside a shape; `inside` gives how much of a pixel it covers, 0 to 1. */
const paint = (on: Canvas, colour: Colour, inside: (x: number, y: number) => number): void => {
  for (let y = 0; y < on.height; y += 1) {
    for (let x = 0; x < on.width; x += 1) {
      const cover = Math.min(1, Math.max(0, inside(x, y)))
      if (cover === 0) continue
      const at = (y * on.width + x) * 4
      for (const part of [0, 1, 2] as const) on.data[at + part] = Math.round((on.data[at + part] ?? 0) * (1 - cover) + colour[part] * cover)
    }
  }
}

const ellipse = (cx: number, cy: number, rx: number, ry: number) => (x: number, y: number): number => (1 - Math.hypot((x - cx) / rx, (y - cy) / ry)) * Math.min(rx, ry) * 0.7 + 0.5
const box = (left: number, top: number, right: number, bottom: number) => (x: number, y: number): number => (x >= left && x < right && y >= top && y < bottom ? 1 : 0)
const below = (shape: (x: number, y: number) => number, top: number) => (x: number, y: number): number => (y < top ? 0 : shape(x, y))

const figure = (on: Canvas, centre: number, top: number, skin: Colour, hair: Colour, coat: Colour, shirt: Colour, long: boolean): void => {
  const head = top + 96
  if (long) paint(on, hair, ellipse(centre, head + 40, 88, 128))
  paint(on, coat, below(ellipse(centre, head + 292, 158, 178), head + 90))
  paint(on, shirt, below((x, y) => (Math.abs(x - centre) < 44 - (y - head - 108) * 0.42 ? 1 : 0), head + 108))
  paint(on, skin, box(centre - 26, head + 50, centre + 26, head + 122))
  paint(on, hair, ellipse(centre, head - 14, 74, 84))
  paint(on, skin, ellipse(centre, head + 6, 60, 76))
  paint(on, hair, (x, y) => (y < head - 34 ? ellipse(centre, head - 8, 66, 80)(x, y) : 0))
}

const photo = (palette: { man: Colour; woman: Colour; coat: Colour; dress: Colour; lean: number }): Canvas => {
  const sheet = canvas(626, 413, (x, y) => [176 - Math.round(y / 18), 26 + Math.round(x / 90), 34])
  figure(sheet, 214 + palette.lean, 62, [236, 205, 180], palette.man, palette.coat, [250, 250, 250], false)
  figure(sheet, 412 - palette.lean, 86, [240, 212, 190], palette.woman, palette.dress, [255, 252, 248], true)
  return sheet
}

/** One figure, 35 × 53 mm at 300 dpi. */
const single = (palette: { hair: Colour; coat: Colour; long: boolean }): Canvas => {
  const sheet = canvas(413, 626, (x, y) => [176 - Math.round(y / 24), 26 + Math.round(x / 90), 34])
  figure(sheet, 206, 150, [238, 208, 185], palette.hair, palette.coat, [250, 250, 250], palette.long)
  return sheet
}

/** A card on the glass of a scanner: lines where words would stand, a figure where a portrait would be. */
const card = (tint: Colour): Canvas => {
  const sheet = canvas(720, 480, () => [246, 246, 244])
  paint(sheet, tint, box(60, 60, 660, 420))
  for (let line = 0; line < 6; line += 1) {
    paint(sheet, [120, 130, 140], box(100, 104 + line * 48, 140, 116 + line * 48))
    paint(sheet, [70, 78, 88], box(164, 102 + line * 48, 300 + ((line * 53) % 110), 118 + line * 48))
  }
  paint(sheet, [150, 160, 172], ellipse(548, 186, 46, 56))
  paint(sheet, [110, 122, 136], (x, y) => (y > 240 && y < 320 ? ellipse(548, 332, 84, 86)(x, y) : 0))
  return sheet
}

/** A street sign on its posts: a blue plate with bars where the characters and the letters would stand. */
const sign = (sky: Colour): Canvas => {
  const sheet = canvas(480, 320, (x, y) => [sky[0] - Math.round(y / 12), sky[1] - Math.round(y / 16), sky[2] - Math.round(x / 90)])
  paint(sheet, [150, 152, 150], box(0, 268, 480, 320))
  for (const left of [120, 344]) paint(sheet, [118, 122, 126], box(left, 120, left + 14, 280))
  paint(sheet, [245, 246, 248], box(56, 58, 424, 196))
  paint(sheet, [22, 76, 160], box(62, 64, 418, 190))
  for (const [left, right] of [[110, 182], [204, 276], [298, 370]] as const) paint(sheet, [250, 250, 250], box(left, 80, right, 134))
  paint(sheet, [250, 250, 250], box(130, 152, 350, 172))
  return sheet
}

const jpeg = (drawn: Canvas, quality: number) => {
  const bytes = encode({ width: drawn.width, height: drawn.height, data: drawn.data }, quality).data
  if (bytes.length > 20_000) throw new Error(`a picture has ${bytes.length} bytes`)
  return { hash: createHash('sha256').update(bytes).digest('hex'), width: drawn.width, height: drawn.height, bytes: bytes.length, base64: Buffer.from(bytes).toString('base64') }
}

const dark: Colour = [38, 30, 28]
const photos = [
  { man: dark, woman: dark, coat: [30, 36, 58], dress: [248, 246, 240], lean: 0 },
  { man: [58, 52, 50], woman: [70, 44, 32], coat: [248, 248, 246], dress: [250, 248, 244], lean: 8 },
  { man: dark, woman: [92, 60, 40], coat: [60, 66, 74], dress: [196, 60, 66], lean: 4 },
  { man: [150, 148, 146], woman: [142, 138, 136], coat: [44, 52, 48], dress: [88, 60, 88], lean: 6 },
  { man: [24, 24, 28], woman: [28, 22, 24], coat: [236, 236, 240], dress: [222, 196, 180], lean: 12 },
  { man: [120, 84, 50], woman: dark, coat: [36, 60, 84], dress: [244, 240, 232], lean: 2 },
] as const
const men = [{ hair: dark, coat: [30, 36, 58] }, { hair: [70, 66, 64], coat: [60, 66, 74] }, { hair: [24, 24, 28], coat: [236, 236, 240] }] as const
const women = [{ hair: dark, coat: [248, 246, 240] }, { hair: [92, 60, 40], coat: [88, 60, 88] }, { hair: [142, 138, 136], coat: [44, 52, 88] }] as const
const pictures = { photos: photos.map((palette) => jpeg(photo(palette), 82)), men: men.map((palette) => jpeg(single({ ...palette, long: false }), 82)), women: women.map((palette) => jpeg(single({ ...palette, long: true }), 82)), scans: ([[226, 236, 244], [236, 232, 220]] as const).map((tint) => jpeg(card(tint), 70)), signs: ([[206, 224, 240], [228, 226, 214]] as const).map((sky) => jpeg(sign(sky), 70)) }

const target = join(import.meta.dirname, '..', 'sample', 'pictures.ts')
const lines = (rows: readonly object[]): string => rows.map((row) => `    ${JSON.stringify(row)},`).join('\n')
writeFileSync(
  target,
  `/** Pictures of the sample office, drawn by scripts/sample-photos.ts: abstract figures, nobody's face. JPEG as base64 under the SHA-256 of their bytes. */\nexport interface Picture { readonly hash: string; readonly width: number; readonly height: number; readonly bytes: number; readonly base64: string }\n\nexport const pictures: { readonly photos: readonly Picture[]; readonly men: readonly Picture[]; readonly women: readonly Picture[]; readonly scans: readonly Picture[]; readonly signs: readonly Picture[] } = {\n  photos: [\n${lines(pictures.photos)}\n  ],\n  men: [\n${lines(pictures.men)}\n  ],\n  women: [\n${lines(pictures.women)}\n  ],\n  scans: [\n${lines(pictures.scans)}\n  ],\n  signs: [\n${lines(pictures.signs)}\n  ],\n}\n`,
)
console.log(`sample/pictures.ts: ${[...pictures.photos, ...pictures.men, ...pictures.women, ...pictures.scans, ...pictures.signs].map((picture) => picture.bytes).join(', ')} bytes`)
