/** An instant of the register (2026-05-20T09:31:07.123+08:00) as the desk shows it: 2026-05-20 09:31, in the office's own time. */
export const moment = (at: string): string => (at.length < 16 ? at : `${at.slice(0, 10)} ${at.slice(11, 16)}`)

/** The time of an instant alone: 09:31:07. */
export const clock = (at: string): string => at.slice(11, 19)

/** A day as papers write it: 2026年5月20日. */
export const paperDay = (day: string): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  return parts === null ? day : `${parts[1] ?? ''}年${String(Number(parts[2]))}月${String(Number(parts[3]))}日`
}
