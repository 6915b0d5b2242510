import { useLayoutEffect, useRef } from 'react'
import type { Board } from '../../../../../api/schemas/placement.ts'
import { number } from '../../../../shared/format.ts'
import { useWords } from '../../../../shared/i18n.ts'
import { words } from '../words.ts'
import type { Filter, Letter, Mark } from './board.ts'
import { letters, letterStates } from './board.ts'
import { drawSample } from './draw.ts'
import { useLook } from './PlotBoard.tsx'

const Sample = ({ letter, mark }: { readonly letter: Letter; readonly mark: Mark }) => {
  const look = useLook(20)
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (canvas.current !== null) drawSample(canvas.current, letter, mark, look)
  }, [letter, mark, look])
  return <canvas ref={canvas} className="plot-sample" aria-hidden="true" />
}

/** What the squares mean, how many there are of each, and a filter: what is not chosen fades. */
export const Legend = ({ standing, filter, onChange }: { readonly standing: Board['standing']; readonly filter: Filter; readonly onChange: (filter: Filter) => void }) => {
  const t = useWords(words)
  const turn = (part: Letter | 'expiring' | 'expired'): void => {
    const next = new Set(filter)
    if (!next.delete(part)) next.add(part)
    onChange(next)
  }
  const chip = (part: Letter | 'expiring' | 'expired', letter: Letter, mark: Mark, title: string, count: number) => (
    <button key={part} type="button" className="plot-legend" aria-pressed={filter.has(part)} onClick={() => turn(part)}>
      <Sample letter={letter} mark={mark} /> {title} <b>{number(count)}</b>
    </button>
  )
  return (
    <div className="plot-legends" role="group" aria-label={t('legend')}>
      {letters.map((letter) => chip(letter, letter, '', t(`state_${letterStates[letter]}`), standing.byState[letterStates[letter]] ?? 0))}
      {chip('expiring', 'o', 'within12', t('expiring'), standing.expiring)}
      {chip('expired', 'o', 'expired', t('expired'), standing.expired)}
      {filter.size > 0 && <button type="button" className="link" onClick={() => onChange(new Set())}>{t('showAll')}</button>}
    </div>
  )
}
