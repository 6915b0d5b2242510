/** The arithmetic of the calibration page: the same least squares as the papers use (templates/calibration.ts), to show the shift before it is saved. */

export interface Spot {
  readonly x: number // mm from the left edge
  readonly y: number // mm from the top edge
}

/** Where the five crosses of the calibration sheet stand on an A4 sheet, mm. */
export const crosses: readonly Spot[] = [
  { x: 20, y: 20 },
  { x: 190, y: 20 },
  { x: 105, y: 148.5 },
  { x: 20, y: 277 },
  { x: 190, y: 277 },
]

/** Reads a distance in mm as typed (20.3 or 20,3); undefined if it is none. */
export const readMillimetres = (typed: string): number | undefined => {
  const match = /^\s*(-?\d{1,3}(?:[.,]\d{1,2})?)\s*$/.exec(typed)
  return match === null ? undefined : Number((match[1] ?? '').replace(',', '.'))
}

export interface Fit {
  /** How far the middle of the sheet was off, mm; positive right and down. */
  readonly shift: Spot
  /** Size of what was printed to what was wanted, per cent, across and down. */
  readonly scale: Spot
  /** Turn of what was printed, degrees clockwise. */
  readonly turn: number
  /** The largest distance left after the fit, mm. */
  readonly residual: number
}

/** Fits what was observed at the five crosses; undefined if the readings lie on a line. */
export const fitOf = (observed: readonly Spot[]): Fit | undefined => {
  const n = observed.length
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / n
  const wx = mean(crosses.map((point) => point.x))
  const wy = mean(crosses.map((point) => point.y))
  const ox = mean(observed.map((point) => point.x))
  const oy = mean(observed.map((point) => point.y))
  const sum = (value: (wanted: Spot, seen: Spot) => number): number => crosses.reduce((total, wanted, index) => total + value({ x: wanted.x - wx, y: wanted.y - wy }, { x: (observed[index]?.x ?? 0) - ox, y: (observed[index]?.y ?? 0) - oy }), 0)
  // observed = M · wanted, so that scale and turn read as what the printer did
  const xx = sum((w) => w.x * w.x)
  const xy = sum((w) => w.x * w.y)
  const yy = sum((w) => w.y * w.y)
  const determinant = xx * yy - xy * xy
  if (determinant < 1) return undefined
  const row = (pick: (seen: Spot) => number): readonly [number, number] => {
    const x = sum((w, o) => w.x * pick(o))
    const y = sum((w, o) => w.y * pick(o))
    return [(x * yy - y * xy) / determinant, (y * xx - x * xy) / determinant]
  }
  const [a, c] = row((o) => o.x)
  const [b, d] = row((o) => o.y)
  const residual = Math.max(...crosses.map((wanted, index) => Math.hypot((observed[index]?.x ?? 0) - ox - (a * (wanted.x - wx) + c * (wanted.y - wy)), (observed[index]?.y ?? 0) - oy - (b * (wanted.x - wx) + d * (wanted.y - wy)))))
  return { shift: { x: ox - wx, y: oy - wy }, scale: { x: Math.hypot(a, b) * 100, y: Math.hypot(c, d) * 100 }, turn: (Math.atan2(b, a) * 180) / Math.PI, residual }
}
