/** Tells a keyboard wedge (a reader that types) from a person by its speed. */
export interface Wedge {
  /** A character key went down at `at` (ms of any steady clock). Gives what the keys were taken for so far. */
  key(key: string, at: number): 'typing' | 'burst'
  /** Enter went down: the whole burst if it was a reader, else undefined. */
  enter(at: number): string | undefined
  /** Characters in the burst so far. */
  length(): number
  reset(): void
}

export interface WedgeOptions {
  /** Longest pause inside a burst in ms; people stay above 40 even when they are fast, readers send a key every 1-20. */
  readonly gap?: number
  /** Fewest characters of a card; shorter bursts are a barcode or a key held down. */
  readonly least?: number
}

/** Makes a recogniser; it keeps only the burst that is being typed and forgets it after a pause. */
export const createWedge = ({ gap = 35, least = 18 }: WedgeOptions = {}): Wedge => {
  let text = ''
  let last = Number.NEGATIVE_INFINITY
  let repeats = 0
  return {
    key(key, at) {
      const joins = at - last <= gap
      // A key held down repeats as fast as a reader types, but always the same key.
      repeats = joins && text.endsWith(key) ? repeats + 1 : 0
      text = joins && repeats < 8 ? text + key : key
      last = at
      return text.length >= 6 ? 'burst' : 'typing'
    },
    enter(at) {
      const whole = at - last <= gap && text.length >= least ? text : undefined
      text = ''
      last = Number.NEGATIVE_INFINITY
      return whole
    },
    length: () => text.length,
    reset() {
      text = ''
      last = Number.NEGATIVE_INFINITY
    },
  }
}
