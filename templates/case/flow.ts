import { pt, type Sheet } from '../sheet.ts'
import { mark } from './parts.ts'

/** How a paper runs on: from which line and to which, in mm, and what stands on every further page. */
export interface FlowOptions {
  readonly sample: boolean
  readonly top?: number
  readonly bottom?: number
  readonly left?: number
  readonly width?: number
  readonly page?: readonly [width: number, height: number]
  /** Draws the head of a further page. */
  readonly head?: () => void
  /** Draws what every page carries at its end, the last one included. */
  readonly tail?: () => void
}

/** Running text that goes on over as many pages as it needs; `y` is the next baseline. */
export class Flow {
  y: number
  readonly #sheet: Sheet
  readonly #options: FlowOptions

  /** Begins the first page. */
  constructor(sheet: Sheet, first: number, options: FlowOptions) {
    this.#sheet = sheet
    this.#options = options
    this.y = first
    this.#begin()
  }

  get left(): number { return this.#options.left ?? 20 }
  get width(): number { return this.#options.width ?? 170 }
  get bottom(): number { return this.#options.bottom ?? 262 }

  #begin(): void {
    const [width, height] = this.#options.page ?? [210, 297]
    this.#sheet.page(width, height)
    mark(this.#sheet, this.#options)
    this.#options.tail?.()
  }

  /** Goes on over the page. */
  turn(): void {
    this.#begin()
    this.y = this.#options.top ?? 36
    this.#options.head?.()
  }

  /** Sees to it that `height` mm are free below the baseline before. */
  need(height: number): void {
    if (this.y + height > this.bottom) this.turn()
  }

  gap(height: number): void { this.y += height }

  /** A paragraph, broken between lines where the page ends. */
  write(field: string, string: string, options: { readonly size?: number; readonly leading?: number; readonly indent?: number; readonly left?: number; readonly font?: 'song' | 'hei' | 'kai' } = {}): void {
    const { size = 14, leading = 1.75, left = 0, ...rest } = options
    const place = (baseline: number): number => {
      if (baseline <= this.bottom) return baseline
      this.turn()
      return this.y
    }
    this.y = this.#sheet.paragraph(field, this.left + left, this.y, this.width - left, string, { size, leading, ...rest, place })
  }

  /** Height of so many lines, mm. */
  static lines(count: number, size = 14, leading = 1.75): number { return count * size * pt * leading }
}
