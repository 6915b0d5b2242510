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
  // Runs on the shelf, the lowest first. What was handed up never comes back: new blanks follow the highest serial that ever came.
  let runs: readonly { readonly from: number; readonly to: number }[] = []
  let highest = 990_000_000
  let ranges = 0
  let month = noCounts()
  const serial = (value: number): string => letters + String(value).padStart(places, '0')
  const left = (): number => runs.reduce((sum, run) => sum + run.to - run.from + 1, 0)
  const draw = (): string => {
    const run = runs[0]
    if (run === undefined) throw new RangeError(`no blanks of type ${type} left`)
    runs = run.from === run.to ? runs.slice(1) : [{ ...run, from: run.from + 1 }, ...runs.slice(1)]
    return serial(run.from)
  }
  return {
    receive: (day, count) => {
      const from = highest + 1
      highest += count
      runs = [...runs, { from, to: highest }]
      ranges += 1
      month = { ...month, received: month.received + count }
      return { id: `sample-stock-${type}-${String(ranges)}`, body: { type, prefix: letters, first: serial(from), last: serial(highest), count, receivedOn: day, from: '示例市民政局', note: '' } }
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
      const run = runs.at(-1)
      if (run === undefined || run.to - run.from + 1 < count) throw new RangeError(`the last range of type ${type} holds fewer than ${count}`)
      runs = [...runs.slice(0, -1), ...(run.to - count >= run.from ? [{ from: run.from, to: run.to - count }] : [])]
      return { first: serial(run.to - count + 1), last: serial(run.to) }
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
