import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../../../shared/i18n.ts'
import { usePreferences } from '../../../shared/preferences.ts'
import { layStrip, type DrawnNumber } from './onLine.ts'
import { words } from './words.ts'

const margin = 44
/** Px of a label in type of so many px. */
const widthIn = (type: number) => (label: string): number => [...label].reduce((sum, one) => sum + (one.charCodeAt(0) > 255 ? type : type * 0.6), 10)
/** The numbers of a street along it as a straight strip: its sides apart, reserved numbers hollow, new ones framed. Only what is in sight is drawn. */
export const Strip = ({ numbers, fresh, length }: { readonly numbers: readonly DrawnNumber[]; readonly fresh?: ReadonlySet<string>; readonly length: number }) => {
  const t = useWords(words)
  const { size } = usePreferences()
  const place = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState({ left: 0, width: 900 })
  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const see = (): void => setSight({ left: element.scrollLeft, width: element.clientWidth })
    see()
    const watcher = new ResizeObserver(see)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  const type = size - 2
  const whole = Math.max(length, 1, ...numbers.map(({ metres }) => metres))
  const widthOf = useMemo(() => widthIn(type), [type])
  const least = Math.max(0.01, (sight.width - margin * 2 - 4) / whole)
  const { places, perMetre } = useMemo(() => layStrip(numbers, least, widthOf), [numbers, least, widthOf])
  const tall = type * 1.8
  const middle = 3 * tall + 42
  const width = whole * perMetre + margin * 2
  // What is new, or else the first number, is in sight at once.
  const begin = (places.find(({ number }) => fresh?.has(number.key) === true) ?? places[0])?.x ?? 0
  useEffect(() => {
    const element = place.current
    if (element !== null && element.scrollWidth > element.clientWidth) element.scrollLeft = Math.max(0, begin - 40)
  }, [begin])
  const seen = places.filter(({ x }) => x + margin > sight.left - 80 && x + margin < sight.left + sight.width + 80)
  const parity = (side: 'left' | 'right'): string => {
    const own = places.filter((one) => one.side === side)
    const odd = own.filter(({ number }) => number.number % 2 === 1).length
    return own.length === 0 ? t(side) : odd === own.length ? `${t(side)} · ${t('odd')}` : odd === 0 ? `${t(side)} · ${t('even')}` : t(side)
  }
  return (
    <div className="strip" ref={place} tabIndex={0} role="img" aria-label={`${t('strip')}: ${places.slice(0, 60).map(({ number }) => `${number.label}${number.reserved ? ` (${t('reserved')})` : ''}`).join(' ')}`} onScroll={(event) => setSight({ left: event.currentTarget.scrollLeft, width: event.currentTarget.clientWidth })}>
      <svg width={width} height={middle * 2} aria-hidden="true" style={{ fontSize: type }}>
        <line className="road" x1={margin - 8} x2={width - margin + 8} y1={middle} y2={middle} />
        <line className="middle" x1={margin - 8} x2={width - margin + 8} y1={middle} y2={middle} />
        <text className="said" x={sight.left + 6} y={type}>{parity('left')}</text>
        <text className="said" x={sight.left + 6} y={middle * 2 - type}>{parity('right')}</text>
        <text className="said" x={4} y={middle}>{t('start')}</text>
        {seen.map(({ number, x, side, level }) => <line key={`${number.key} ${String(x)}`} className="stem" x1={x + margin} x2={x + margin} y1={middle + (side === 'left' ? -6 : 6)} y2={middle + (side === 'left' ? -1 : 1) * (20 + tall / 2 + level * tall)} />)}
        {seen.map(({ number, x, side, level }) => {
          const up = side === 'left' ? -1 : 1
          const y = middle + up * (20 + tall / 2 + level * tall)
          const wide = widthOf(number.label)
          return (
            <g key={`${number.key} ${number.gone === true ? 'gone' : ''}`} className={`${number.reserved ? 'hollow' : ''}${fresh?.has(number.key) === true ? ' fresh' : ''}`}>
              <rect x={x + margin - wide / 2} y={y - type * 0.75} width={wide} height={type * 1.5} />
              <text x={x + margin} y={y}>{number.label}</text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
