import { LantaiError } from '../error.ts'
import { text } from '../text.ts'

/** The sampled inspection (抽查): which cases a seed draws. The same cases and the same seed give the same draw on every machine. */

export interface DrawnFrom { readonly window: string; readonly caseId: string }

/** Four words of a seed, by FNV-1a with a final mixing, each from a start of its own. */
const wordsOf = (seed: string): Uint32Array => {
  const bytes = new TextEncoder().encode(seed)
  return Uint32Array.from([0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35], (start) => {
    let hash = start
    for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
    return (hash ^ (hash >>> 16)) >>> 0
  })
}

const turn = (value: number, by: number): number => ((value << by) | (value >>> (32 - by))) >>> 0

/** Whole numbers below a bound (at most 2³²), evenly spread, by xoshiro128** from a seed. */
export const numbersBy = (seed: string): ((bound: number) => number) => {
  let [a = 0, b = 0, c = 0, d = 0] = wordsOf(seed)
  if ((a | b | c | d) === 0) d = 1
  const next = (): number => {
    const found = Math.imul(turn(Math.imul(b, 5) >>> 0, 7), 9) >>> 0
    const shifted = (b << 9) >>> 0
    c = (c ^ a) >>> 0
    d = (d ^ b) >>> 0
    b = (b ^ c) >>> 0
    a = (a ^ d) >>> 0
    c = (c ^ shifted) >>> 0
    d = turn(d, 11)
    return found
  }
  return (bound) => {
    // What lies above the last whole multiple would favour the small numbers: it is drawn again.
    const most = 2 ** 32 - (2 ** 32 % bound)
    let drawn = next()
    while (drawn >= most) drawn = next()
    return drawn % bound
  }
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The cases a draw is made from, once each, in the order of window and id: what its digest is taken of, a line `window caseId` each. */
export const inDrawingOrder = (cases: Iterable<DrawnFrom>): readonly DrawnFrom[] => {
  const windows = new Map<string, Set<string>>()
  for (const { window, caseId } of cases) {
    const ids = windows.get(window)
    if (ids === undefined) windows.set(window, new Set([caseId]))
    else ids.add(caseId)
  }
  return [...windows].sort(([a], [b]) => byId(a, b)).flatMap(([window, ids]) => [...ids].sort(byId).map((caseId) => ({ window, caseId })))
}

/** How many of each window are drawn: in proportion to its cases by largest remainder, one at least of each that has any as far as `size` goes, never more than it has. */
export const sharesOf = (counts: ReadonlyMap<string, number>, size: number): ReadonlyMap<string, number> => {
  const list = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => byId(a, b))
  const total = list.reduce((sum, [, count]) => sum + count, 0)
  const wanted = Math.min(size, total)
  if (wanted < list.length) {
    // Too few for one of each: the larger windows first.
    return new Map(list.toSorted(([, a], [, b]) => b - a).slice(0, wanted).map(([window]) => [window, 1]))
  }
  const shares = list.map(([window, count]) => {
    const exact = (wanted * count) / total
    return { window, count, share: Math.min(count, Math.max(1, Math.floor(exact))), rest: exact - Math.floor(exact) }
  })
  const given = (): number => shares.reduce((sum, { share }) => sum + share, 0)
  // The one of each that the smallest windows are given comes from the largest share.
  while (given() > wanted) shares.reduce((most, one) => (one.share > most.share ? one : most)).share -= 1
  const order = shares.toSorted((a, b) => b.rest - a.rest)
  for (let left = wanted - given(), at = 0; left > 0; at += 1) {
    const one = order[at % order.length]
    if (one === undefined) break
    if (one.share < one.count) {
      one.share += 1
      left -= 1
    }
  }
  return new Map(shares.map(({ window, share }) => [window, share]))
}

/** So many of a list by Fisher-Yates from its front, in the order of the list. */
const pick = <T>(list: readonly T[], count: number, below: (bound: number) => number): readonly T[] => {
  const at = new Map<number, number>()
  const chosen: number[] = []
  for (let index = 0; index < count; index += 1) {
    const other = index + below(list.length - index)
    chosen.push(at.get(other) ?? other)
    at.set(other, at.get(index) ?? index)
  }
  return chosen.sort((a, b) => a - b).map((index) => list[index] as T)
}

/** Draws `size` cases by a seed (all of them when there are fewer), over the windows in proportion; throws `invalid` for an empty seed or a size below one, `not_found` when there is nothing to draw from. */
export const drawCases = (cases: Iterable<DrawnFrom>, size: number, seed: string): readonly DrawnFrom[] => {
  if (seed === '') throw new LantaiError('invalid', text('请填写抽取种子', 'Enter a seed'), 'seed')
  if (!Number.isSafeInteger(size) || size < 1) throw new LantaiError('invalid', text('抽取件数应为不小于 1 的整数', 'The number to draw is a whole number from 1 up'), 'size')
  const population = inDrawingOrder(cases)
  if (population.length === 0) throw new LantaiError('not_found', text('这一期间没有可以抽取的案卷', 'There is no case to draw in this period'), 'from')
  const windows = Map.groupBy(population, ({ window }) => window)
  const shares = sharesOf(new Map([...windows].map(([window, list]) => [window, list.length])), size)
  // Each window draws by a seed of its own, so that its draw does not hang on the others.
  return [...shares].sort(([a], [b]) => byId(a, b)).flatMap(([window, count]) => pick(windows.get(window) ?? [], count, numbersBy(`${seed}\n${window}`)))
}
