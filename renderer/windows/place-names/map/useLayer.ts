/**
 * Keeps the drawn layer of the map: two canvases larger than what is in sight, one shown, one being drawn a slice a frame. While the clerk drags, the shown one
 * is only shifted; when it nears its edge, or the scale changes, the other is drawn and takes its place.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import type { MapIndex } from './features.ts'
import { drawing, type Look } from './draw.ts'
import type { Size, View } from './view.ts'
import { pointOf } from './view.ts'

/** What the shown layer was drawn for. */
export interface Layer {
  readonly view: View
  readonly size: Size
  readonly canvas: 0 | 1
  /** How many features it was drawn from. */
  readonly features: number
}

/** Milliseconds of a frame that drawing may take. */
const budget = 5
/** How much wider and higher than the sight the layer is. */
const margin = 0.5

export interface LayerPlace {
  readonly plane: RefObject<HTMLDivElement | null>
  readonly canvases: readonly [RefObject<HTMLCanvasElement | null>, RefObject<HTMLCanvasElement | null>]
  readonly layer: Layer | undefined
  /** The view wanted now. */
  readonly view: RefObject<View | undefined>
  /** Looks elsewhere: shifts what is drawn at once and draws anew where needed. */
  readonly look: (view: View) => void
}

export const useLayer = (index: MapIndex, size: Size, how: Look, onSettle: (view: View) => void): LayerPlace => {
  const plane = useRef<HTMLDivElement>(null)
  const first = useRef<HTMLCanvasElement>(null)
  const second = useRef<HTMLCanvasElement>(null)
  const view = useRef<View | undefined>(undefined)
  const [layer, setLayer] = useState<Layer>()
  const shown = useRef<Layer | undefined>(undefined)
  const job = useRef<{ readonly steps: Generator<undefined, void>; readonly layer: Layer; readonly of: object } | undefined>(undefined)
  const frame = useRef(0)
  const settle = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const settled = useRef(onSettle)
  useEffect(() => { settled.current = onSettle })
  // What the layer shows besides where it looks; a new one means drawing anew.
  const content = useRef<{ readonly index: MapIndex; readonly look: Look; readonly size: Size } | undefined>(undefined)

  const shift = useCallback((): void => {
    const at = shown.current
    if (plane.current === null || view.current === undefined || at === undefined) return
    const middle = pointOf(view.current, [at.view.longitude, at.view.latitude])
    const scale = at.view.metresPerPixel / view.current.metresPerPixel
    plane.current.style.transform = `translate3d(${String(Math.round(middle.x * 100) / 100)}px, ${String(Math.round(middle.y * 100) / 100)}px, 0) scale(${String(scale)})`
  }, [])

  const step = useCallback((): void => {
    frame.current = 0
    const of = content.current
    const wanted = view.current
    if (of === undefined || wanted === undefined || of.size.width < 2) return
    const strays = (other: Layer, share: number): boolean => {
      if (other.view.metresPerPixel !== wanted.metresPerPixel) return true
      const away = pointOf(wanted, [other.view.longitude, other.view.latitude])
      return Math.abs(away.x) > of.size.width * margin * share || Math.abs(away.y) > of.size.height * margin * share
    }
    const current = job.current
    if (current !== undefined && (current.of !== of || strays(current.layer, 0.98))) job.current = undefined
    if (job.current === undefined && (shown.current === undefined || drawnOf.current !== of || strays(shown.current, 0.35))) {
      const canvas = shown.current?.canvas === 0 ? 1 : 0
      const element = (canvas === 0 ? first : second).current
      const pen = element?.getContext('2d', { alpha: false })
      if (element === null || pen === null || pen === undefined) return
      const whole: Size = { width: Math.ceil(of.size.width * (1 + 2 * margin)), height: Math.ceil(of.size.height * (1 + 2 * margin)) }
      const ratio = Math.min(2, window.devicePixelRatio || 1)
      const [width, height] = [Math.round(whole.width * ratio), Math.round(whole.height * ratio)]
      if (element.width !== width || element.height !== height) { element.width = width; element.height = height }
      job.current = { steps: drawing(pen, of.index, wanted, whole, of.look, ratio), layer: { view: wanted, size: whole, canvas, features: of.index.shapes.length }, of }
    }
    const running = job.current
    if (running === undefined) return
    const until = performance.now() + budget
    let done = false
    while (!done && performance.now() < until) done = running.steps.next().done === true
    if (done) {
      job.current = undefined
      drawnOf.current = running.of
      shown.current = running.layer
      setLayer(running.layer)
      return
    }
    frame.current = requestAnimationFrame(stepOf)
    function stepOf(): void { step() }
  }, [])
  const drawnOf = useRef<object | undefined>(undefined)

  const wake = useCallback((): void => {
    if (frame.current === 0) frame.current = requestAnimationFrame(step)
  }, [step])

  const look = useCallback((next: View): void => {
    view.current = next
    shift()
    wake()
    clearTimeout(settle.current)
    settle.current = setTimeout(() => { if (view.current !== undefined) settled.current(view.current) }, 160)
  }, [shift, wake])

  useLayoutEffect(() => {
    content.current = { index, look: how, size }
    wake()
  }, [index, how, size, wake])
  // The new layer and what lies over it come into sight in the same frame; then what was wanted meanwhile is looked at.
  useLayoutEffect(() => {
    shift()
    if (layer !== undefined) wake()
  }, [layer, shift, wake])
  useEffect(() => () => {
    cancelAnimationFrame(frame.current)
    frame.current = 0
    clearTimeout(settle.current)
  }, [])
  return { plane, canvases: [first, second], layer, view, look }
}
