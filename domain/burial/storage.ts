import { addDays, civilDate, daysBetween, isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import { storageDays, storageHours } from '../waiver/clock.ts'
import { regulationFrom } from './law.ts'

/** Days a body is kept in general without an extension (《殡葬管理条例》第二十七条, 2026). */
export const usualStorageDays = 3

/** An extension of the storage that the family, or the body that handed over, has arranged at the home and pays for. */
export interface StorageExtension {
  readonly from: string
  readonly to: string
}

/** How the storage stands on a day. Local figures (7, 15 days …) are shown beside the national one and never stop by themselves. */
export interface StorageTimer {
  readonly days: number
  /** Last day without an extension; empty before 2026-03-30, when no national figure stood. */
  readonly usualUntil: string
  /** Last day that the extensions cover on end; the same as `usualUntil` without any. */
  readonly until: string
  /** Last day by the local rule, empty where there is none. */
  readonly localUntil: string
  readonly overdue: boolean
  readonly beyondLocal: boolean
}

/** The timer of a stored body on a day: three days from arrival, then as far as extensions reach without a gap. `arrival` and `day` are civil days; throws `invalid` for a day before the arrival. */
export const storageTimer = (arrival: string, day: string, extensions: readonly StorageExtension[], localDays: number | undefined): StorageTimer => {
  const first = civilDate(arrival, 'arrival')
  const on = civilDate(day, 'day')
  if (on < first) throw new LantaiError('invalid', text('日期早于到馆日期', 'The day lies before the arrival'), 'day')
  const usualUntil = arrival >= regulationFrom ? addDays(first, usualStorageDays) : ''
  const localUntil = localDays === undefined ? '' : addDays(first, localDays)
  let until: string = usualUntil !== '' ? usualUntil : localUntil
  for (const { from, to } of [...extensions].sort((a, b) => (a.from < b.from ? -1 : 1))) if (until === '' || (daysBetween(civilDate(until), civilDate(from)) <= 1 && to > until)) until = to
  return { days: daysBetween(first, on), usualUntil, until, localUntil, overdue: until !== '' && on > until, beyondLocal: localUntil !== '' && on > localUntil }
}

/** Refuses an extension that cannot be: days that do not exist or run backwards, or a gap to what holds already. Throws `invalid` at the field. */
export const requireSoundExtension = (timer: Pick<StorageTimer, 'until'>, extension: StorageExtension): void => {
  for (const field of ['from', 'to'] as const) if (!isCivilDate(extension[field])) throw new LantaiError('invalid', text(`没有 ${extension[field]} 这一天`, `There is no day ${extension[field]}`), field)
  if (extension.to < extension.from) throw new LantaiError('invalid', text('延期的终止日期早于开始日期', 'The extension ends before it begins'), 'to')
  if (timer.until !== '' && extension.to <= timer.until) throw new LantaiError('invalid', text(`已经可以存放到 ${timer.until}`, `The storage is covered until ${timer.until} already`), 'to')
  if (timer.until !== '' && extension.from > addDays(civilDate(timer.until), 1)) throw new LantaiError('invalid', text(`延期应从 ${addDays(civilDate(timer.until), 1)} 或者更早开始，不能有空档`, `The extension begins on ${addDays(civilDate(timer.until), 1)} or earlier, without a gap`), 'from')
}

/** Days that recordings of storage and cremation areas are kept (《殡葬管理条例》第二十八条, 2026). */
export const recordingDays = 90
/** First day on which a recording of a day may be gone. */
export const recordingKeptUntil = (day: string): string => addDays(civilDate(day), recordingDays)

/** How long a body was kept: from its arrival to the beginning of the cremation (or to an instant that is given), in begun hours and in calendar days; undefined before the arrival, and while neither is known. */
export const storedTime = (folded: { readonly received: { readonly arrivedAt: string } | null; readonly cremation: { readonly startedAt: string } | null }, until?: string): { readonly from: string; readonly to: string; readonly hours: number; readonly days: number } | undefined => {
  const from = folded.received?.arrivedAt
  const to = folded.cremation?.startedAt ?? until
  return from === undefined || to === undefined ? undefined : { from, to, hours: storageHours(from, to), days: storageDays(from, to) }
}
