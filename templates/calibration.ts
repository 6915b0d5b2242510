import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Affine } from './contract.ts'

export type Point = readonly [x: number, y: number]

/** Where the five crosses of the calibration sheet stand, mm from the top left of an A4 sheet. */
export const crosses: readonly Point[] = [[20, 20], [190, 20], [105, 148.5], [20, 277], [190, 277]]

export const identity: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

/**
 * Fits the affine that moves what the printer did back to what was wanted: least squares from the observed to the wanted points (at least three, in mm).
 * Apply it to the content of a page. Throws `invalid` when the points lie on a line or a reading is more than 20 mm off, which is a slip of the ruler.
 */
export const fitAffine = (wanted: readonly Point[], observed: readonly Point[]): Affine => {
  if (wanted.length !== observed.length || wanted.length < 3) throw new LantaiError('invalid', text('至少需要三个点，且实测点与标准点一一对应。', 'At least three points are needed, each observed point with its wanted one.'), 'points')
  observed.forEach(([x, y], i) => {
    const [wx, wy] = wanted[i] as Point
    if (!Number.isFinite(x) || !Number.isFinite(y) || Math.hypot(x - wx, y - wy) > 20) {
      throw new LantaiError('invalid', text(`第 ${i + 1} 个十字的读数与标准位置相差超过 20 毫米，请重新量取。`, `Cross ${i + 1} is more than 20 mm from where it should be; please measure it again.`), `points.${i}`)
    }
  })
  // centred sums keep the normal equations well conditioned
  const n = observed.length
  const mean = (pick: (i: number) => number): number => observed.reduce((sum, _, i) => sum + pick(i), 0) / n
  const at = (points: readonly Point[], i: number, axis: 0 | 1): number => (points[i] as Point)[axis]
  const mx = mean((i) => at(observed, i, 0))
  const my = mean((i) => at(observed, i, 1))
  const wx = mean((i) => at(wanted, i, 0))
  const wy = mean((i) => at(wanted, i, 1))
  let xx = 0
  let xy = 0
  let yy = 0
  let xX = 0
  let yX = 0
  let xY = 0
  let yY = 0
  for (let i = 0; i < n; i++) {
    const x = at(observed, i, 0) - mx
    const y = at(observed, i, 1) - my
    const X = at(wanted, i, 0) - wx
    const Y = at(wanted, i, 1) - wy
    xx += x * x
    xy += x * y
    yy += y * y
    xX += x * X
    yX += y * X
    xY += x * Y
    yY += y * Y
  }
  const determinant = xx * yy - xy * xy
  if (!(determinant > 1e-3 * xx * yy) || xx < 100 || yy < 100) throw new LantaiError('invalid', text('各点几乎在一条直线上，无法校准。', 'The points lie almost on one line; they cannot be used.'), 'points')
  const a = (xX * yy - yX * xy) / determinant
  const c = (yX * xx - xX * xy) / determinant
  const b = (xY * yy - yY * xy) / determinant
  const d = (yY * xx - xY * xy) / determinant
  return { a, b, c, d, e: wx - a * mx - c * my, f: wy - b * mx - d * my }
}

/** Moves a point by an affine, mm. */
export const move = ({ a, b, c, d, e, f }: Affine, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

/** What is left after the fit: the distance of each corrected reading from where it should be, mm. */
export const residuals = (affine: Affine, wanted: readonly Point[], observed: readonly Point[]): number[] =>
  observed.map((point, i) => {
    const [x, y] = move(affine, point)
    const [wx, wy] = wanted[i] as Point
    return Math.hypot(x - wx, y - wy)
  })
