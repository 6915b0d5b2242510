import './peak.css'
import { Button } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { isCivilDate } from '../../../domain/dates.ts'
import type { Reply } from '../../shared/client.ts'
import { dayWithWeekday, number } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { FailurePanel, Page, Waiting } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { barsOf } from './bars.ts'
import { words } from './words.ts'

type Board = Reply<'peakBoard'>
/** How often the board asks, in milliseconds. */
const every = 5_000

const Big = ({ value, title, note, tone }: { readonly value: number; readonly title: string; readonly note?: string; readonly tone?: string }) => (
  <div className={`peak-number ${tone ?? ''}`}>
    <div className="peak-value">{number(value)}</div>
    <div className="peak-title">{title}</div>
    {note !== undefined && <div className="peak-note">{note}</div>}
  </div>
)

const Hours = ({ board }: { readonly board: Board }) => {
  const t = useWords(words)
  const bars = barsOf(board)
  return (
    <figure className="peak-part peak-hours">
      <figcaption>{t('hours')}</figcaption>
      <ol className="peak-bars">
        {bars.map((bar) => (
          <li key={bar.hour} className={bar.now ? 'now' : ''}>
            <span className="peak-bar-count">{bar.count}</span>
            <span className="peak-bar" style={{ height: `calc((100% - 4.6em) * ${String(bar.share)})` }} />
            <span className="peak-bar-hour">{bar.hour}</span>
          </li>
        ))}
      </ol>
    </figure>
  )
}

const Sides = ({ board }: { readonly board: Board }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <div className="peak-sides">
      <section className="peak-part">
        <h2>{t('counters')}</h2>
        {board.counters.length === 0 && <p className="quiet">{t('noCounters')}</p>}
        <ul className="peak-lines">
          {board.counters.map((counter) => (
            <li key={counter.counter}><span>{counter.counter === '' ? t('noCounter') : t('counter', { n: counter.counter })}</span><b>{number(counter.done)}</b></li>
          ))}
        </ul>
      </section>
      <section className="peak-part">
        <h2>{t('stock')}</h2>
        <ul className="peak-lines">
          {board.stock.map((stock) => (
            <li key={stock.type} className={stock.couplesLeft < Math.max(20, Math.ceil(board.perHour * 2)) ? 'low' : ''}>
              <span>{say(stock.title)} <small>{t('booklets', { n: number(stock.left) })}</small></span>
              <b>{number(stock.couplesLeft)} <small>{t('couples')}</small></b>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** A board for a peak day that is read from across the hall. */
const PeakPage = () => {
  const t = useWords(words)
  const language = useLanguage()
  const { office } = useSession()
  const [params] = useSearchParams()
  const asked = params.get('day') ?? ''
  const day = isCivilDate(asked) ? asked : undefined
  const board = useRoute('peakBoard', day === undefined ? undefined : { query: { day } }, { keep: true, every })
  const place = useRef<HTMLDivElement>(null)
  const [full, setFull] = useState(false)
  useEffect(() => {
    const changed = (): void => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  const turn = useCallback((): void => void (document.fullscreenElement === null ? place.current?.requestFullscreen() : document.exitFullscreen())?.catch(() => undefined), [])
  const keys = useMemo<readonly PageKey[]>(() => [{ key: 'f', label: full ? t('leave') : t('fullScreen'), run: turn }], [t, full, turn])
  usePageKeys(keys)
  const data = board.data
  return (
    <Page title={t('title')} lead={t('lead')} wide acts={<Button onClick={turn}>{full ? t('leave') : t('fullScreen')} <KeyCap name="F" /></Button>}>
      {data === undefined && (board.error === null ? <Waiting /> : <FailurePanel failure={board.error} onRetry={() => void board.refetch()} />)}
      {data !== undefined && (
        <div ref={place} className={full ? 'peak full' : 'peak'}>
          <header className="peak-head">
            <span><span className="data">{office.name}</span> · {dayWithWeekday(data.day, language)}</span>
            <span className={board.error === null ? '' : 'finding-note stop'}>{board.error === null ? t('upTo', { at: data.now.slice(11, 19) }) : t('lost', { at: data.now.slice(11, 16) })}</span>
          </header>
          <div className="peak-numbers">
            <Big value={data.done} title={`${t('done')} (${t('couples')})`} note={t('perHour', { n: data.perHour.toFixed(1) })} tone="first" />
            <Big value={data.waiting} title={t('waiting')} note={t('waitingHint')} />
            <Big value={data.inWork} title={t('inWork')} />
            <Big value={data.delivered} title={t('delivered')} />
            <Big value={data.lastHour} title={t('lastHour')} />
            <Big value={data.screened} title={t('screened')} note={t('screenedDone', { n: data.screenedDone })} />
          </div>
          <div className="peak-below">
            <Hours board={data} />
            <Sides board={data} />
          </div>
        </div>
      )}
    </Page>
  )
}

export default PeakPage
