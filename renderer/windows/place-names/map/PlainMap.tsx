/**
 * A plain map of the office's own geometry: no tiles, no network. Lines, points and areas in metres on CGCS2000 around the middle of the view.
 *   <PlainMap name={t('clashes')} features={roads} marks={clashes} height={320} onPick={(id) => …} />
 *   <PlainMap name=… features={around} drawing={{ form: 'line', positions, onChange: setPositions }} />     the clerk draws: clicks or Enter add points, points can be dragged
 * `features` lie beneath and are told apart by line style (see MapLegend); `marks` stand out with their name and relation. `box` is what is in sight at first and again when it
 * changes; without it all marks, else all features. `onMove` tells the box in sight once it rests, to fetch what lies there. Pan by dragging and arrow keys, zoom by wheel (once the
 * map has the focus, or with Ctrl), two fingers, + and −; 0 shows all. What is in sight is listed beneath for keyboard and screen reader.
 */
import './map.css'
import { Button } from 'antd'
import { useCallback, useEffect, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type Ref } from 'react'
import type { Box, Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { useWords } from '../../../shared/i18n.ts'
import { usePreferences, useShade } from '../../../shared/preferences.ts'
import type { Look } from './draw.ts'
import { findAt, indexOf, type MapFeature } from './features.ts'
import { MapList } from './MapList.tsx'
import { MapOverlay, type MapDrawing, type MapMark } from './MapOverlay.tsx'
import { lengthWords, measureWords } from './measures.ts'
import { useLayer } from './useLayer.ts'
import type { Size, View } from './view.ts'
import { boxAround, boxOfView, moved, pointOf, positionOf, scaleBar, viewOf, zoomed } from './view.ts'
import { words } from './words.ts'

export type { MapFeature, MapKind } from './features.ts'
export type { MapDrawing, MapMark } from './MapOverlay.tsx'

export interface MapHandle {
  /** Looks at a box. */
  readonly goTo: (box: Box) => void
  readonly focus: () => void
}

export interface PlainMapProps {
  /** What the map shows, for its name. */
  readonly name: string
  readonly features: readonly MapFeature[]
  readonly marks?: readonly MapMark[]
  readonly box?: Box | undefined
  readonly onPick?: (id: string) => void
  readonly onMove?: (box: Box) => void
  readonly drawing?: MapDrawing | undefined
  /** Height in px, or any CSS height. */
  readonly height?: number | string
  /** The wheel zooms at once, on a page that is a map; else only once the map has the focus. */
  readonly wheel?: boolean
  /** Leaves the list of names out where the page has one of its own. */
  readonly list?: boolean
  readonly ref?: Ref<MapHandle>
}

const none: readonly MapMark[] = []
const fonts = { zh: "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif", en: "'Segoe UI', 'Noto Sans', 'Liberation Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif" }
const noSize: Size = { width: 0, height: 0 }
/** China as a whole, where there is nothing to look at. */
const country: Box = [73.5, 18, 135.1, 53.6]
/** Px that a press may move and still be a click. */
const still = 4

/** The geometry of a drawing, once it has points enough. */
export const geometryOf = ({ form, positions }: Pick<MapDrawing, 'form' | 'positions'>): MapFeature['geometry'] | undefined => {
  const all = positions.map(([x, y]): [number, number] => [x, y])
  const [first] = all
  if (first === undefined) return undefined
  if (form === 'point') return { type: 'Point', coordinates: all.at(-1) ?? first }
  if (form === 'line') return all.length < 2 ? undefined : { type: 'LineString', coordinates: all }
  return all.length < 3 ? undefined : { type: 'Polygon', coordinates: [[...all, [first[0], first[1]]]] }
}

export const PlainMap = ({ name, features, marks = none, box, onPick, onMove, drawing, height = 360, wheel = false, list = true, ref }: PlainMapProps) => {
  const t = useWords(words)
  const id = useId()
  const shade = useShade()
  const { language, size: type } = usePreferences()
  const place = useRef<HTMLDivElement>(null)
  const tip = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>(noSize)
  const [under, setUnder] = useState('')
  const [rest, setRest] = useState<View>()
  const index = useMemo(() => indexOf(features), [features])
  const how = useMemo((): Look => ({ shade, font: fonts[language], type: type - 2, removedName: (text) => t('removedName', { name: text }) }), [shade, language, type, t])
  const said = useRef({ onMove, index })
  useEffect(() => { said.current = { onMove, index } })
  const settle = useCallback((view: View): void => {
    const found = findAt(said.current.index, view, [view.longitude, view.latitude], 12)
    setUnder(found?.name ?? '')
    setRest(view)
    const element = place.current
    if (element !== null) said.current.onMove?.(boxOfView(view, { width: element.clientWidth, height: element.clientHeight }))
  }, [])
  const { plane, canvases: [firstCanvas, secondCanvas], layer, view, look } = useLayer(index, size, how, settle)

  useLayoutEffect(() => {
    const element = place.current
    if (element === null) return
    const measure = (): void => setSize((now) => (now.width === element.clientWidth && now.height === element.clientHeight ? now : { width: element.clientWidth, height: element.clientHeight }))
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])

  // What is to be seen at first, and again when the page asks for another box.
  const all = useMemo(() => box ?? boxAround(marks.map(({ geometry }) => geometry)) ?? boxAround(features.map(({ geometry }) => geometry)) ?? country, [box, marks, features])
  const asked = box?.join(' ') ?? ''
  const [fitted, setFitted] = useState<string>()
  const known = features.length > 0 || marks.length > 0 || box !== undefined
  const wanted = asked !== '' ? asked : marks.length > 0 ? marks.map((mark) => mark.id).join(' ') : known ? 'features' : 'none'
  useLayoutEffect(() => {
    if (size.width < 2 || fitted === wanted) return
    setFitted(wanted)
    look(viewOf(all, size))
  }, [size, fitted, wanted, all, look])
  const fit = useCallback((): void => look(viewOf(all, size)), [look, all, size])
  useImperativeHandle(ref, () => ({ goTo: (to) => { if (place.current !== null) look(viewOf(to, { width: place.current.clientWidth, height: place.current.clientHeight }, 60)) }, focus: () => place.current?.focus({ preventScroll: true }) }), [look])

  const byFactor = useCallback((factor: number, at?: { readonly x: number; readonly y: number }): void => { if (view.current !== undefined) look(zoomed(view.current, factor, at)) }, [look, view])
  const pointAt = (event: { readonly clientX: number; readonly clientY: number }): { x: number; y: number } => {
    const bounds = place.current?.getBoundingClientRect()
    return { x: event.clientX - (bounds?.left ?? 0) - size.width / 2, y: event.clientY - (bounds?.top ?? 0) - size.height / 2 }
  }
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const onWheel = (event: WheelEvent): void => {
      if (!wheel && !event.ctrlKey && !element.contains(document.activeElement)) return
      event.preventDefault()
      const bounds = element.getBoundingClientRect()
      const lines = event.deltaMode === 1 ? 16 : 1
      byFactor(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * (event.ctrlKey ? 0.008 : 0.0022)), { x: event.clientX - bounds.left - bounds.width / 2, y: event.clientY - bounds.top - bounds.height / 2 })
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [wheel, byFactor])

  const add = useCallback((position: Position): void => {
    if (drawing === undefined) return
    drawing.onChange(drawing.form === 'point' ? [position] : [...drawing.positions, position])
  }, [drawing])
  const undo = (): void => drawing?.onChange(drawing.positions.slice(0, -1))

  // Fingers and the mouse: one drags, two pinch, a press that stays is a click.
  const pressed = useRef(new Map<number, { x: number; y: number }>())
  const drag = useRef<{ moved: boolean; vertex: number | undefined }>({ moved: false, vertex: undefined })
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    place.current?.focus({ preventScroll: true })
    place.current?.setPointerCapture(event.pointerId)
    pressed.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    if (pressed.current.size === 1) drag.current = { moved: false, vertex: drag.current.vertex }
    else drag.current.moved = true
  }
  const hover = (event: PointerEvent<HTMLDivElement>): void => {
    if (tip.current === null || view.current === undefined) return
    const at = pointAt(event)
    const found = findAt(index, view.current, positionOf(view.current, at))
    tip.current.textContent = found?.name ?? ''
    tip.current.style.transform = `translate(${String(at.x + size.width / 2 + 14)}px, ${String(at.y + size.height / 2 + 14)}px)`
    if (place.current !== null) place.current.style.cursor = drawing !== undefined ? 'crosshair' : found !== undefined && onPick !== undefined ? 'pointer' : ''
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>): void => {
    const before = pressed.current.get(event.pointerId)
    if (before === undefined || view.current === undefined) { hover(event); return }
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y]
    if (!drag.current.moved && Math.hypot(dx, dy) < still) return
    if (tip.current !== null) tip.current.textContent = ''
    drag.current.moved = true
    const now = { x: event.clientX, y: event.clientY }
    if (drag.current.vertex !== undefined && drawing !== undefined) {
      const position = positionOf(view.current, pointAt(event))
      drawing.onChange(drawing.positions.map((one, index) => (index === drag.current.vertex ? position : one)))
    } else if (pressed.current.size === 1) look(moved(view.current, dx, dy))
    else {
      const [other] = [...pressed.current].filter(([pointer]) => pointer !== event.pointerId).map(([, point]) => point)
      if (other !== undefined) {
        const [was, is] = [Math.hypot(before.x - other.x, before.y - other.y), Math.hypot(now.x - other.x, now.y - other.y)]
        look(zoomed(moved(view.current, dx / 2, dy / 2), was < 1 ? 1 : is / was, pointAt({ clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 })))
      }
    }
    pressed.current.set(event.pointerId, now)
  }
  const onPointerUp = (event: PointerEvent<HTMLDivElement>): void => {
    if (!pressed.current.delete(event.pointerId)) return
    const { moved: dragged, vertex } = drag.current
    if (pressed.current.size > 0) return
    drag.current = { moved: false, vertex: undefined }
    if (dragged || vertex !== undefined || view.current === undefined || event.type !== 'pointerup') return
    const position = positionOf(view.current, pointAt(event))
    if (drawing !== undefined) add(position)
    else {
      const found = findAt(index, view.current, position)
      if (found !== undefined) onPick?.(found.id)
    }
  }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey || event.ctrlKey || view.current === undefined) return
    const step = event.shiftKey ? 240 : 80
    const way = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] }[event.key]
    if (way !== undefined) look(moved(view.current, way[0] ?? 0, way[1] ?? 0))
    else if (event.key === '+' || event.key === '=') byFactor(1.6)
    else if (event.key === '-') byFactor(1 / 1.6)
    else if (event.key === '0' || event.key === 'Home') fit()
    else if (event.key === 'Enter' || event.key === ' ') {
      const { longitude, latitude } = view.current
      if (drawing !== undefined) add(positionOf(view.current, { x: 0, y: 0 }))
      else {
        const found = findAt(index, view.current, [longitude, latitude], 12)
        if (found === undefined || onPick === undefined) return
        onPick(found.id)
      }
    } else if (event.key === 'Backspace' && drawing !== undefined) undo()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** Brings a geometry into the middle, as close as before where it fits. */
  const bring = (geometry: MapFeature['geometry']): void => {
    const to = boxAround([geometry])
    if (to === undefined || view.current === undefined) return
    const whole = viewOf(to, size, 60)
    look({ ...whole, metresPerPixel: Math.max(whole.metresPerPixel, view.current.metresPerPixel) })
  }
  const bar = rest === undefined ? undefined : scaleBar(rest.metresPerPixel)
  const made = drawing === undefined ? undefined : geometryOf(drawing)
  return (
    <div className="plain-map">
      <div
        ref={place} className={drawing === undefined ? 'map-place' : 'map-place drawing'} style={{ height }} role="application" aria-roledescription={t('map')} aria-label={t('mapOf', { name })} aria-describedby={`${id}-keys`} tabIndex={0}
        onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onPointerCancel={onPointerUp} onKeyDown={onKeyDown}
        onPointerLeave={() => { if (tip.current !== null) tip.current.textContent = '' }}
      >
        <div ref={plane} className="map-plane" data-features={layer?.features ?? 0} style={layer === undefined ? {} : { width: layer.size.width, height: layer.size.height, left: (size.width - layer.size.width) / 2, top: (size.height - layer.size.height) / 2 }}>
          <canvas ref={firstCanvas} className="map-canvas" aria-hidden="true" hidden={layer?.canvas !== 0} />
          <canvas ref={secondCanvas} className="map-canvas" aria-hidden="true" hidden={layer?.canvas !== 1} />
          {layer !== undefined && <MapOverlay layer={layer} marks={marks} drawing={drawing} type={type - 1} vertexName={(n) => t('vertex', { n })} onVertexDown={(vertex) => { drag.current = { moved: false, vertex } }} />}
        </div>
        <div className="map-cross" aria-hidden="true" />
        <div ref={tip} className="map-tip" aria-hidden="true" />
        {!known && <p className="map-empty quiet">{t('nothing')}</p>}
        <div className="map-north" role="img" aria-label={t('northLong')}><svg viewBox="0 0 20 26" width="20" height="26" aria-hidden="true"><path d="M10 1 L15 15 L10 12 L5 15 Z" /></svg><span aria-hidden="true">{t('north')}</span></div>
        {bar !== undefined && <div className="map-scale" role="img" aria-label={t('scale', { length: lengthWords(t, bar.metres) })}><span aria-hidden="true" style={{ width: bar.pixels }} /><b aria-hidden="true">{lengthWords(t, bar.metres)}</b></div>}
      </div>
      <div className="map-tools">
        <Button size="small" aria-label={t('closer')} title={t('closer')} onClick={() => byFactor(1.6)}>+</Button>
        <Button size="small" aria-label={t('farther')} title={t('farther')} onClick={() => byFactor(1 / 1.6)}>−</Button>
        <Button size="small" onClick={fit}>{t('all')}</Button>
        {drawing !== undefined && (
          <>
            <Button size="small" disabled={drawing.positions.length === 0} onClick={undo}>{t('undo')}</Button>
            <Button size="small" disabled={drawing.positions.length === 0} onClick={() => drawing.onChange([])}>{t('clear')}</Button>
            <span className="quiet" role="status">{drawing.form === 'point' ? '' : t('drawn', { n: drawing.positions.length })}{made === undefined ? '' : ` ${measureWords(t, made)}`}</span>
          </>
        )}
        <span className="map-under" role="status">{under === '' ? '' : t('under', { name: under })}</span>
        <span id={`${id}-keys`} className="quiet map-keys">{t(drawing === undefined ? 'keys' : drawing.form === 'point' ? 'keysPlacing' : 'keysDrawing')}</span>
      </div>
      {list && rest !== undefined && <MapList index={index} marks={marks} box={boxOfView(rest, size)} onPick={onPick} onLook={bring} />}
    </div>
  )
}

/** Where a position lies in px from the middle of what is in sight; for tests and the bench. */
export const placeOnMap = pointOf
