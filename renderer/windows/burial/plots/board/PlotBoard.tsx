/**
 * The board of a section: every plot a square one can see. Tiles of squares are drawn once and moved by the browser's own scrolling, so that it stays smooth with twenty thousand plots;
 * only tiles in sight and a few around are on the page. Arrow keys move the cursor, Enter opens, a digit begins a jump, n and b go to the next and former plot that the legend lets through.
 */
import { memo, useCallback, useEffect, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type Ref } from 'react'
import { useWords } from '../../../../shared/i18n.ts'
import { usePreferences, useShade } from '../../../../shared/preferences.ts'
import { words } from '../words.ts'
import type { Filter, Letter, Place, PlotMap, Window } from './board.ts'
import { heldBy, idAt, letterAt, letterStates, markAt, moveBy, nextLet, slotsOf, tileOf, windowOf } from './board.ts'
import { drawTile, type Look } from './draw.ts'

/** The letters of the states in the language of the desk, and how the board looks now. */
export const useLook = (size: number): Look => {
  const t = useWords(words)
  const shade = useShade()
  const { language } = usePreferences()
  return useMemo(() => ({ size, shade, font: language === 'zh' ? "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif" : "'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif", glyphs: Object.fromEntries(Object.entries(letterStates).map(([letter, state]) => [letter, t(`glyph_${state}`)])) as Record<Letter, string> }), [size, shade, language, t])
}

/** Names a plot as it is said aloud and shown under the board. */
export const usePlotWords = (map: PlotMap): ((place: Place) => string) => {
  const t = useWords(words)
  return useCallback((place) => {
    const line = map.lines[place.line]
    const letter = letterAt(map, place)
    const id = idAt(map, place)
    if (line === undefined || letter === undefined || id === undefined) return ''
    const mark = markAt(map, place)
    const where = map.niches ? t('nicheAt', { row: line.row, level: line.level, n: place.column + 1 }) : t('plotAt', { row: line.row, n: place.column + 1 })
    return [where, t(`state_${letterStates[letter]}`), mark === '' ? '' : t(mark === 'expired' ? 'expiredOn' : 'endsOn', { day: map.until.get(id) ?? '' })].filter((part) => part !== '').join(t('comma'))
  }, [map, t])
}

interface TileProps { readonly map: PlotMap; readonly row: number; readonly column: number; readonly look: Look; readonly filter: Filter }
const Tile = memo(function Tile({ map, row, column, look, filter }: TileProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (canvas.current !== null) drawTile(canvas.current, map, { row, column }, look, filter)
  }, [map, row, column, look, filter])
  const counts = tileOf(look.size)
  return (
    <canvas
      ref={canvas} className="plot-tile" aria-hidden="true"
      style={{ left: column * counts.columns * look.size, top: row * counts.lines * look.size, width: Math.min(counts.columns, map.columns - column * counts.columns) * look.size, height: Math.min(counts.lines, map.lines.length - row * counts.lines) * look.size }}
    />
  )
})

/** What the page asks of the board. */
export interface BoardHandle {
  readonly focus: () => void
}

export interface PlotBoardProps {
  readonly map: PlotMap
  readonly name: string
  readonly size: number
  readonly filter: Filter
  readonly cursor: Place
  readonly onCursor: (place: Place) => void
  readonly onOpen: (id: string) => void
  /** A digit was typed: a jump begins. */
  readonly onDigit: (digit: string) => void
  readonly onZoom: (step: 1 | -1) => void
  readonly opened: string
  readonly ref?: Ref<BoardHandle>
}

const same = (a: Window, b: Window): boolean => a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
/** Heads of the rows and columns in px. */
const head = { width: 62, height: 22 }

export const PlotBoard = ({ map, name, size, filter, cursor, onCursor, onOpen, onDigit, onZoom, opened, ref }: PlotBoardProps) => {
  const t = useWords(words)
  const look = useLook(size)
  const nameOf = usePlotWords(map)
  const id = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLOutputElement>(null)
  const [sight, setSight] = useState<Window>({ top: 0, bottom: 1, left: 0, right: 1 })
  const tile = tileOf(size)
  // At first only what is in sight is drawn; what lies around follows once that stands.
  const [warm, setWarm] = useState(false)
  useEffect(() => {
    const later = setTimeout(() => setWarm(true), 80)
    return () => clearTimeout(later)
  }, [])
  const [slots, setSlots] = useState({ rows: 4, columns: 6 })

  const look_ = useCallback(() => {
    const place = scroll.current
    if (place === null) return
    const view = { x: place.scrollLeft, y: place.scrollTop, width: place.clientWidth - head.width, height: place.clientHeight - head.height }
    const next = windowOf(map, size, view, warm)
    const held = slotsOf(size, view)
    setSight((now) => (same(now, next) ? now : next))
    setSlots((now) => (now.rows === held.rows && now.columns === held.columns ? now : held))
  }, [map, size, warm])
  useLayoutEffect(() => {
    const place = scroll.current
    if (place === null) return
    look_()
    const watcher = new ResizeObserver(look_)
    watcher.observe(place)
    return () => watcher.disconnect()
  }, [look_])

  const intoView = useCallback((at: Place, centre = false): void => {
    const place = scroll.current
    if (place === null) return
    const x = at.column * size
    const y = at.line * size
    const width = place.clientWidth - head.width
    const height = place.clientHeight - head.height
    if (centre) place.scrollTo(x - width / 2, y - height / 2)
    else {
      if (x < place.scrollLeft) place.scrollLeft = x
      else if (x + size > place.scrollLeft + width) place.scrollLeft = x + size - width
      if (y < place.scrollTop) place.scrollTop = y
      else if (y + size > place.scrollTop + height) place.scrollTop = y + size - height
    }
  }, [size])
  useImperativeHandle(ref, () => ({ focus: () => scroll.current?.focus({ preventScroll: true }) }), [])
  // A cursor that was put elsewhere (a jump, a search, an address) and a new size are brought into sight.
  const shownAt = useRef('')
  useEffect(() => {
    const key = `${map.section} ${String(size)}`
    intoView(cursor, shownAt.current !== key)
    shownAt.current = key
  }, [cursor, size, map.section, intoView])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return
    const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 400) - head.height) / size) - 1)
    const next = moveBy(map, cursor, event.key, page, event.ctrlKey) ?? (event.key === 'n' || event.key === 'b' ? nextLet(map, filter, cursor, event.key === 'n' ? 1 : -1) : undefined)
    if (next !== undefined) onCursor(next)
    else if (event.key === 'Enter' || event.key === ' ') {
      const at = idAt(map, cursor)
      if (at !== undefined) onOpen(at)
    } else if (/^\d$/.test(event.key) && !event.ctrlKey) onDigit(event.key)
    else if (event.key === '+' || event.key === '=') onZoom(1)
    else if (event.key === '-') onZoom(-1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const placeUnder = (event: MouseEvent<HTMLElement>): Place | undefined => {
    const box = event.currentTarget.getBoundingClientRect()
    const place = { line: Math.floor((event.clientY - box.top) / size), column: Math.floor((event.clientX - box.left) / size) }
    return idAt(map, place) === undefined ? undefined : place
  }
  const say = (place: Place | undefined): void => {
    if (said.current !== null) said.current.textContent = place === undefined ? '' : nameOf(place)
  }
  const cursorName = nameOf(cursor)
  const openedAt = useMemo(() => {
    if (opened === '') return undefined
    const [, , row, last = ''] = opened.split('/')
    const [level, column] = map.niches ? last.split('-') : ['1', last]
    const line = map.lines.findIndex((one) => one.row === row && String(one.level) === level)
    return line < 0 ? undefined : { line, column: Number(column) - 1 }
  }, [opened, map])
  const every = size >= 28 ? 1 : size >= 18 ? 5 : 10
  const columnLabels = range(sight.left * tile.columns, Math.min(map.columns, sight.right * tile.columns)).filter((column) => column === 0 || (column + 1) % every === 0)
  const rowEvery = size >= 18 ? 1 : 2
  const rowLabels = range(sight.top * tile.lines, Math.min(map.lines.length, sight.bottom * tile.lines)).filter((line) => map.niches || line % rowEvery === 0)
  return (
    <div className="plot-board">
      <div
        ref={scroll} className="plot-scroll" role="grid" tabIndex={0} aria-label={t('boardName', { name })} aria-rowcount={map.lines.length} aria-colcount={map.columns} aria-activedescendant={`${id}-cursor`} aria-describedby={`${id}-how`}
        onScroll={look_} onKeyDown={onKeyDown}
      >
        <div className="plot-heads" style={{ width: head.width + map.columns * size, height: head.height }} aria-hidden="true">
          <div className="plot-corner" style={{ width: head.width, height: head.height }}>{t(map.niches ? 'rackLevel' : 'row')}</div>
          {columnLabels.map((column) => <span key={column} style={{ left: head.width + column * size, width: Math.max(size, 26), marginLeft: Math.min(0, (size - 26) / 2) }}>{column + 1}</span>)}
        </div>
        <div className="plot-body" style={{ width: head.width + map.columns * size, height: map.lines.length * size }}>
          <div className="plot-rows" style={{ width: head.width, height: map.lines.length * size }} aria-hidden="true">
            {rowLabels.map((line) => {
              const at = map.lines[line]
              if (at === undefined || (map.niches && size < 18 && !at.first)) return null
              return <span key={line} style={{ top: line * size, height: Math.max(size, 14), lineHeight: `${String(Math.max(size, 14))}px` }}>{map.niches ? `${at.row}·${String(at.level)}` : at.row}</span>
            })}
          </div>
          <div
            className="plot-tiles" role="presentation" style={{ left: head.width, width: map.columns * size, height: map.lines.length * size }}
            onMouseMove={(event) => say(placeUnder(event))} onMouseLeave={() => say(undefined)}
            onClick={(event) => {
              const place = placeUnder(event)
              if (place === undefined) return
              onCursor(place)
              onOpen(idAt(map, place) ?? '')
            }}
          >
            {heldBy(slots.rows, sight.top, sight.bottom).flatMap((row, down) => heldBy(slots.columns, sight.left, sight.right).map((column, across) => (row === undefined || column === undefined ? null : <Tile key={`${String(down)} ${String(across)}`} map={map} row={row} column={column} look={look} filter={filter} />)))}
            {openedAt !== undefined && <div className="plot-opened" aria-hidden="true" style={{ left: openedAt.column * size, top: openedAt.line * size, width: size, height: size }} />}
            <div role="row" aria-rowindex={cursor.line + 1}>
              <div id={`${id}-cursor`} className="plot-cursor" role="gridcell" aria-colindex={cursor.column + 1} aria-label={cursorName} aria-selected="true" style={{ left: cursor.column * size, top: cursor.line * size, width: size, height: size }} />
            </div>
          </div>
        </div>
      </div>
      <div className="plot-said">
        <span role="status" className="plot-at">{cursorName}</span>
        <output ref={said} className="quiet" aria-hidden="true" />
        <span id={`${id}-how`} className="quiet plot-how">{t('boardKeys')}</span>
      </div>
    </div>
  )
}
