/** Tells a keyboard wedge (a reader that types) from a person by its speed. */
export interface Wedge {
  /** A character key went down at `at` (ms of any steady clock). `burst`: what comes now is a reader, as far as can be seen. */
  key(key: string, at: number): 'typing' | 'burst'
  /** Enter went down: everything typed since the last pause if a reader typed it, else undefined. */
  enter(at: number): string | undefined
  /** Characters since the last pause. */
  length(): number
  reset(): void
}

export interface WedgeOptions {
  /** Most ms a key on the average; people stay above 60 even when they are fast, readers send a key every 1-20. */
  readonly speed?: number
  /** A pause of so many ms ends what was typed; shorter ones are the machine being busy. */
  readonly pause?: number
  /** Fewest characters of a card; shorter bursts are a barcode or a few quick keys. */
  readonly least?: number
}

/** Makes a recogniser; it keeps only what was typed since the last pause. */
export const createWedge = ({ speed = 35, pause = 400, least = 18 }: WedgeOptions = {}): Wedge => {
  let text = ''
  let start = 0
  let last = Number.NEGATIVE_INFINITY
  let quick = 0
  let repeats = 0
  const reset = () => {
    text = ''
    last = Number.NEGATIVE_INFINITY
    quick = 0
    repeats = 0
  }
  return {
    key(key, at) {
      if (at - last > pause) reset()
      // A key held down repeats as fast as a reader types, but always the same key.
      repeats = text.endsWith(key) ? repeats + 1 : 0
      if (repeats >= 8) reset()
      if (text === '') start = at
      quick = at - last <= speed ? quick + 1 : 0
      text += key
      last = at
      return quick >= 5 ? 'burst' : 'typing'
    },
    enter(at) {
      const whole = at - last <= pause && text.length >= least && (last - start) / text.length <= speed ? text : undefined
      reset()
      return whole
    },
    length: () => text.length,
    reset,
  }
}
