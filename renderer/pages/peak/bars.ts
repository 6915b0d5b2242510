import type { Reply } from '../../shared/client.ts'

export interface Bar {
  readonly hour: number
  readonly count: number
  /** Height as a share of the highest. */
  readonly share: number
  /** The hour that is running. */
  readonly now: boolean
}

/** One bar an hour from 8 to 18, and the hours beyond in which something was done. */
export const barsOf = (board: Pick<Reply<'peakBoard'>, 'hours' | 'now' | 'day'>): readonly Bar[] => {
  const counts = new Map(board.hours.map((row) => [row.hour, row.count]))
  const present = board.hours.filter((row) => row.count > 0).map((row) => row.hour)
  const from = Math.min(8, ...present)
  const to = Math.max(18, ...present)
  const highest = Math.max(1, ...counts.values())
  const running = board.now.slice(0, 10) === board.day ? Number(board.now.slice(11, 13)) : -1
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).map((hour) => ({ hour, count: counts.get(hour) ?? 0, share: (counts.get(hour) ?? 0) / highest, now: hour === running }))
}
