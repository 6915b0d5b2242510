import { beforeAll, describe, expect, it } from 'vitest'
import { makeFonts } from '../../../scripts/fonts.ts'
import { crosses, fitAffine, identity, move, residuals, type Point } from '../../../templates/calibration.ts'
import type { Affine } from '../../../templates/contract.ts'
import { writeDocument } from '../../../templates/emit.ts'
import { fontStack } from '../../../templates/fonts/stacks.ts'
import { pt, Sheet } from '../../../templates/sheet.ts'
import { canSee, pixelsOf, type Pixels } from '../../fixtures/papers/poppler.ts'

const facts = { title: '毫米', author: '兰台', subject: '', date: new Date('2026-01-01T00:00:00Z'), record: '{}' }
const dpi = 600
const scale = dpi / 25.4

/** Darkness-weighted centre of what stands within 2 mm of a point, mm. */
const centroid = ({ width, grey }: Pixels, [x, y]: Point): Point => {
  let [sx, sy, n] = [0, 0, 0]
  for (let row = Math.round((y - 2) * scale); row < (y + 2) * scale; row++) {
    for (let column = Math.round((x - 2) * scale); column < (x + 2) * scale; column++) {
      const ink = 255 - (grey[row * width + column] ?? 255)
      sx += ink * (column + 0.5)
      sy += ink * (row + 0.5)
      n += ink
    }
  }
  return [sx / n / scale, sy / n / scale]
}

const marks: Point[] = Array.from({ length: 13 * 11 }, (_, i) => [15 + (i % 13) * 15, 18 + Math.floor(i / 13) * 26])
const printed = async (affine?: Affine): Promise<Pixels> => {
  const sheet = new Sheet()
  sheet.page(210, 297, affine)
  for (const [x, y] of marks) sheet.fill(x - 0.5, y - 0.5, 1, 1, 0)
  return pixelsOf(await writeDocument(sheet.finish(), facts), dpi)[0] as Pixels
}
const worst = (page: Pixels, wanted: (point: Point) => Point): number => Math.max(...marks.map((mark) => {
  const to = wanted(mark)
  const [x, y] = centroid(page, to)
  return Math.hypot(x - to[0], y - to[1])
}))

beforeAll(async () => { await makeFonts() })

describe.runIf(canSee)('millimetres on the page (600 dpi)', () => {
  it('puts 143 marks within 0.02 mm', async () => {
    expect(worst(await printed(), (mark) => mark)).toBeLessThan(0.02)
  })

  it('puts them within 0.02 mm after offset, scale and turn', async () => {
    const angle = (0.12 * Math.PI) / 180
    const affine: Affine = { a: 1.003 * Math.cos(angle), b: 1.003 * Math.sin(angle), c: -1.003 * Math.sin(angle), d: 1.003 * Math.cos(angle), e: -1.2, f: 0.8 }
    expect(worst(await printed(affine), (mark) => move(affine, mark))).toBeLessThan(0.02)
  })

  it('puts the ink of a character where its outline says, by the baseline, in every style', async () => {
    for (const style of ['song', 'kai', 'hei'] as const) {
      const sheet = new Sheet()
      sheet.page()
      sheet.text('口', 100, 100, '口', { font: style, size: 18 })
      const { width, height, grey } = pixelsOf(await writeDocument(sheet.finish(), facts), dpi)[0] as Pixels
      let [left, right, top, bottom] = [width, 0, height, 0]
      for (let row = Math.round(88 * scale); row < 112 * scale; row++) {
        for (let column = Math.round(95 * scale); column < 115 * scale; column++) {
          if ((grey[row * width + column] ?? 255) > 127) continue
          left = Math.min(left, column)
          right = Math.max(right, column + 1)
          top = Math.min(top, row)
          bottom = Math.max(bottom, row + 1)
        }
      }
      const stack = fontStack(style)
      const { face, glyph } = stack.findGlyph('口'.codePointAt(0) ?? 0)!
      const record = stack.faceAt(face).record(glyph)
      const em = (18 * pt) / stack.faceAt(face).unitsPerEm
      const [xMin, yMin, xMax, yMax] = [2, 4, 6, 8].map((at) => record.readInt16BE(at) * em) as [number, number, number, number]
      expect(Math.abs(left / scale - (100 + xMin))).toBeLessThan(0.1)
      expect(Math.abs(right / scale - (100 + xMax))).toBeLessThan(0.1)
      expect(Math.abs(top / scale - (100 - yMax))).toBeLessThan(0.1)
      expect(Math.abs(bottom / scale - (100 - yMin))).toBeLessThan(0.1)
    }
  })

  it('brings a bad printer to within 0.05 mm after five crosses read to 0.05 mm', async () => {
    // 0.35 % scale, skew, 1.9 mm off
    const angle = (0.2 * Math.PI) / 180
    const printer: Affine = { a: 1.0035, b: Math.sin(angle), c: -Math.sin(angle) * 0.7, d: 0.9975, e: 1.9, f: -1.4 }
    const readings = crosses.map((cross): Point => {
      const [x, y] = move(printer, cross)
      return [Math.round(x / 0.05) * 0.05, Math.round(y / 0.05) * 0.05]
    })
    const correction = fitAffine(crosses, readings)
    const before = Math.max(...marks.map((mark) => Math.hypot(move(printer, mark)[0] - mark[0], move(printer, mark)[1] - mark[1])))
    expect(before).toBeGreaterThan(1.5)
    // the page as made, corrected; then the printer does to it what it does
    const page = await printed(correction)
    const errors = marks.map((mark) => {
      const [x, y] = move(printer, centroid(page, move(correction, mark)))
      return Math.hypot(x - mark[0], y - mark[1])
    })
    expect(Math.max(...errors)).toBeLessThan(0.1)
    expect(errors.reduce((a, b) => a + b) / errors.length).toBeLessThan(0.05)
  })
})

describe('the fit', () => {
  it('finds an affine exactly from exact readings, and the identity from none', () => {
    const truth: Affine = { a: 1.002, b: -0.003, c: 0.001, d: 0.999, e: 2.5, f: -1.75 }
    const observed = crosses.map((cross) => move(truth, cross))
    const back = fitAffine(crosses, observed)
    for (const point of crosses) {
      const [x, y] = move(back, move(truth, point))
      expect(x).toBeCloseTo(point[0], 9)
      expect(y).toBeCloseTo(point[1], 9)
    }
    const same = fitAffine(crosses, crosses)
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f'] as const) expect(same[key]).toBeCloseTo(identity[key], 9)
    expect(Math.max(...residuals(back, crosses, observed))).toBeLessThan(1e-9)
  })

  it('spreads a misread cross and shows what is left', () => {
    const observed = crosses.map(([x, y], i): Point => [x + 1 + (i === 2 ? 1 : 0), y])
    expect(Math.max(...residuals(fitAffine(crosses, observed), crosses, observed))).toBeGreaterThan(0.5)
  })

  it.each([
    ['too few points', [[20, 20], [190, 20]] as Point[], [[20, 20], [190, 20]] as Point[], 'points'],
    ['points on a line', [[20, 20], [100, 100], [180, 180]] as Point[], [[20, 20], [100, 100], [180, 180]] as Point[], 'points'],
    ['a slip of the ruler', [...crosses], crosses.map(([x, y], i): Point => [i === 3 ? x + 30 : x, y]), 'points.3'],
    ['no number', [...crosses], crosses.map(([x, y], i): Point => [i === 1 ? Number.NaN : x, y]), 'points.1'],
    ['one missing', [...crosses], crosses.slice(1), 'points'],
  ])('refuses %s', (_, wanted, observed, field) => {
    expect(() => fitAffine(wanted, observed)).toThrow(expect.objectContaining({ code: 'invalid', field }))
  })
})
