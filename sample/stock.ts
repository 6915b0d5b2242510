import type { CivilDate } from '../domain/dates.ts'
import type { OfficeActionBody } from '../domain/office/actions.ts'

type Line = OfficeActionBody<'stock.reconciled'>['lines'][number]
type Counts = Omit<Line, 'type' | 'counted' | 'closing'>

const noCounts = (): Counts => ({ opening: 0, received: 0, issued: 0, reissued: 0, spoiled: 0, returned: 0 })

/** The shelf of blank certificates of one type: gives serials in order and keeps the month's account. */
export interface Shelf {
  receive(day: CivilDate, count: number): { readonly id: string; readonly body: OfficeActionBody<'blank.received'> }
  /** The next serial, issued to a case. */
  take(): string
  /** A serial issued before turns out spoiled. */
  spoilIssued(): void
  /** The next serial is spoiled before use. */
  spoilNext(): string
  /** The last `count` serials of stock are handed up unused. */
  giveBack(count: number): { readonly first: string; readonly last: string }
  readonly left: number
  /** Closes the month: its account, with what a hand count would find. */
  close(): Line
}

const places = 9

/** Makes the shelf of a type; serials are its letters and nine digits from 990000001 on, a block that no printer of certificates uses. */
export const shelf = (type: 'marriage' | 'divorce', letters: string): Shelf => {
  let last = 990_000_000
  let next = 990_000_001
  let ranges = 0
  let month = noCounts()
  const serial = (value: number): string => letters + String(value).padStart(places, '0')
  const left = (): number => last - next + 1
  const draw = (): string => {
    if (left() < 1) throw new RangeError(`no blanks of type ${type} left`)
    return serial(next++)
  }
  return {
    receive: (day, count) => {
      const from = last + 1
      last += count
      ranges += 1
      month = { ...month, received: month.received + count }
      return { id: `sample-stock-${type}-${String(ranges)}`, body: { type, prefix: letters, first: serial(from), last: serial(last), count, receivedOn: day, from: '示例市民政局', note: '' } }
    },
    take: () => {
      month = { ...month, issued: month.issued + 1 }
      return draw()
    },
    spoilIssued: () => {
      month = { ...month, issued: month.issued - 1, spoiled: month.spoiled + 1 }
    },
    spoilNext: () => {
      month = { ...month, spoiled: month.spoiled + 1 }
      return draw()
    },
    giveBack: (count) => {
      month = { ...month, returned: month.returned + count }
      const end = last
      last -= count
      return { first: serial(end - count + 1), last: serial(end) }
    },
    get left() {
      return left()
    },
    close: () => {
      const line: Line = { type, ...month, closing: left(), counted: left() }
      month = { ...noCounts(), opening: left() }
      return line
    },
  }
}
