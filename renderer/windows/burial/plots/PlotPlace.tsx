import { Input } from 'antd'
import { Link } from 'wouter'
import { plotHref, usePlotNames } from './names.ts'
import { PlotFinder } from './PlotFinder.tsx'

/** Where somebody lies: a plot of the register in people's words, opened by a click; else the place as it was written. */
export const Whither = ({ to, own = '' }: { readonly to: string; readonly own?: string }) => {
  const named = usePlotNames()(to, own)
  return named === undefined ? <span className="data">{to}</span> : <Link className="data" href={plotHref(to)}>{named}</Link>
}

/** What a field hands to the control within it. */
interface Control { readonly id?: string; readonly status?: '' | 'error' | 'warning'; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: boolean; readonly 'aria-required'?: boolean }
export interface PlotPlaceProps extends Control {
  readonly value: string
  /** `found` where the plot was taken from the register by its holder. */
  readonly onChange: (plot: string, found: boolean) => void
  readonly placeholder: string
  readonly finder: string
  /** A cemetery whose plots are typed without it. */
  readonly own?: string
  /** Other places in words are taken too. */
  readonly free?: boolean
  readonly 'aria-label'?: string
}

/** Asks for a plot: typed, or found by its holder; its name stands beside as soon as it is known. */
export const PlotPlace = ({ value, onChange, placeholder, finder, own = '', free = false, ...control }: PlotPlaceProps) => {
  const nameOf = usePlotNames()
  const named = nameOf(value)
  const read = (typed: string): string => {
    const text = free ? typed : typed.trim()
    const whole = `${own}/${typed.trim()}`
    return own !== '' && typed.trim() !== '' && (free ? nameOf(whole) !== undefined : text.split('/').length <= 3) ? whole : text
  }
  return (
    <div className="plot-at-place">
      <Input {...control} placeholder={placeholder} value={own !== '' && value.startsWith(`${own}/`) ? value.slice(own.length + 1) : value} maxLength={120} autoComplete="off" spellCheck={false} onChange={(event) => onChange(read(event.target.value), false)} />
      <PlotFinder label={finder} onFound={(plot) => onChange(plot, true)} />
      {named !== undefined && <b className="data" role="status">{named}</b>}
    </div>
  )
}
