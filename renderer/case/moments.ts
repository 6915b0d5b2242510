/** An instant of the register (2026-05-20T09:31:07.123+08:00) as the desk shows it: 2026-05-20 09:31, in the office's own time. */
export const moment = (at: string): string => (at.length < 16 ? at : `${at.slice(0, 10)} ${at.slice(11, 16)}`)

/** The time of an instant alone: 09:31:07. */
export const clock = (at: string): string => at.slice(11, 19)

/** A day as papers print it: 2026年05月20日. */
export const paperDay = (day: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8, 10)}日` : day)
