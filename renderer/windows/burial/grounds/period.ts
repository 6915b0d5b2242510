import { useSearchParams } from 'wouter'
import { isCivilDate } from '../../../../domain/dates.ts'
import type { Period } from '../../../pages/statistics/period.ts'
import { useSession } from '../../../shared/session.tsx'

/** The period in the page's address, the running year where there is none, and the way to change it; the other parts of the address stay. */
export const useYearPeriod = (): readonly [Period, (period: Period) => void] => {
  const { office } = useSession()
  const [params, setParams] = useSearchParams()
  const from = params.get('from') ?? ''
  const to = params.get('to') ?? ''
  const year = office.today.slice(0, 4)
  const period = isCivilDate(from) && isCivilDate(to) && from <= to ? { from, to } : { from: `${year}-01-01`, to: `${year}-12-31` }
  return [period, (next) => setParams((now) => {
    const changed = new URLSearchParams(now)
    changed.set('from', next.from)
    changed.set('to', next.to)
    return changed
  }, { replace: true })]
}

/** A whole number as typed; undefined if it is none. */
export const readWhole = (typed: string): number | undefined => (/^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : undefined)
/** A signed whole number as typed: 12, +12, -3, −3; undefined if it is none. */
export const readSigned = (typed: string): number | undefined => {
  const parts = /^([+＋\-−－]?)(\d{1,9})$/u.exec(typed.trim())
  if (parts === null) return undefined
  const value = Number(parts[2])
  return value === 0 ? 0 : /[-−－]/u.test(parts[1] ?? '') ? -value : value
}
