/** A seeded source of chance: the same seed gives the same office, on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number from `from` to `to`, both in it. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

/** Makes a source of chance (sfc32, warmed up from one 32-bit seed). */
export const seeded = (seed: number): Random => {
  let a = seed | 0
  let b = 0x9e3779b9
  let c = 0x243f6a88
  let d = 1
  const draw = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 16; round += 1) draw()
  return {
    next: draw,
    int: (from, to) => from + Math.floor(draw() * (to - from + 1)),
    chance: (probability) => draw() < probability,
    pick: (list) => {
      const value = list[Math.floor(draw() * list.length)]
      if (value === undefined) throw new RangeError('nothing to pick from')
      return value
    },
  }
}

/** Draws from values by their weights. */
export const weighted = <T>(rows: readonly (readonly [T, number])[]): ((random: Random) => T) => {
  const sums: number[] = []
  let total = 0
  for (const [, weight] of rows) sums.push((total += weight))
  const values = rows.map(([value]) => value)
  return (random) => {
    const mark = random.next() * total
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? total) > mark) high = middle
      else low = middle + 1
    }
    return values[low] as T
  }
}

/** A bell-shaped number with that mean and spread (sum of three draws), never beyond 3 spreads. */
export const around = (random: Random, mean: number, spread: number): number => mean + (random.next() + random.next() + random.next() - 1.5) * 2 * spread

/** Lower-case hex of a length, for digests of papers that the sample never printed. */
export const hex = (random: Random, length: number): string => {
  let text = ''
  while (text.length < length) text += Math.floor(random.next() * 4_294_967_296).toString(16).padStart(8, '0')
  return text.slice(0, length)
}
