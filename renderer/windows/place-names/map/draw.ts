/** Draws what lies in sight, a slice at a time, so that the page never waits for it. Line style, shape of the point and colour each tell the kind by themselves. */
import type { Shade } from '../../../theme.ts'
import type { MapFeature, MapIndex, MapKind, Shape } from './features.ts'
import type { Size, View } from './view.ts'
import { boxOfView, degreeMetres } from './view.ts'

export interface Look {
  readonly shade: Shade
  readonly font: string
  /** Px of the type. */
  readonly type: number
  /** Brackets around the name of what was removed. */
  readonly removedName: (name: string) => string
}

type Pen = CanvasRenderingContext2D
type PointShape = 'disc' | 'square' | 'triangle' | 'diamond' | 'ring' | 'cross'
interface Style {
  readonly width: number
  readonly dash: readonly number[]
  readonly point: PointShape
  /** Areas are filled lightly, with this part of the colour. */
  readonly fill: number
}

/** The strokes of each kind: told apart without colours. */
export const styles: Readonly<Record<MapKind, Style>> = {
  STREET: { width: 1.8, dash: [], point: 'disc', fill: 0.1 },
  NATURAL: { width: 1.6, dash: [9, 3, 2, 3], point: 'triangle', fill: 0.12 },
  ADMIN_DIV: { width: 2.2, dash: [14, 4, 3, 4], point: 'ring', fill: 0.04 },
  VILLAGE_SEAT: { width: 1.6, dash: [4, 2], point: 'ring', fill: 0.1 },
  PARK: { width: 1.5, dash: [2, 2], point: 'triangle', fill: 0.16 },
  ESTATE: { width: 1.4, dash: [], point: 'square', fill: 0.2 },
  FACILITY: { width: 2, dash: [7, 4], point: 'diamond', fill: 0.1 },
  OTHER: { width: 1.6, dash: [2, 4], point: 'cross', fill: 0.08 },
  BUILT_UP: { width: 1, dash: [1, 3], point: 'cross', fill: 0.07 },
  BOUNDARY: { width: 2.6, dash: [16, 4, 2, 4, 2, 4], point: 'cross', fill: 0.03 },
  PLATE: { width: 1, dash: [], point: 'square', fill: 0.1 },
}
const removedStyle: Style = { width: 1.2, dash: [1, 4], point: 'cross', fill: 0.03 }

/** Colours of the kinds: 3:1 at least against the ground of the map. */
export const inks: Readonly<Record<Shade, Readonly<Record<MapKind | 'removed', string>>>> = {
  light: { STREET: '#6a5a45', NATURAL: '#1f6f8b', ADMIN_DIV: '#7a3b8f', VILLAGE_SEAT: '#8a5500', PARK: '#2b6e3f', ESTATE: '#3b5b7a', FACILITY: '#a03a52', OTHER: '#5b5955', BUILT_UP: '#7d7466', BOUNDARY: '#a8141c', PLATE: '#174a8c', removed: '#77726a' },
  dark: { STREET: '#c9b595', NATURAL: '#6cc3dd', ADMIN_DIV: '#cd9be0', VILLAGE_SEAT: '#e2b054', PARK: '#7cc48f', ESTATE: '#9dbbd8', FACILITY: '#ee9db0', OTHER: '#b5b1ab', BUILT_UP: '#8f877a', BOUNDARY: '#f28b88', PLATE: '#8fbcf5', removed: '#908b83' },
}
/** The ground of the map and the ink of its names. */
export const grounds: Readonly<Record<Shade, { readonly ground: string; readonly name: string }>> = { light: { ground: '#fbfaf7', name: '#26231f' }, dark: { ground: '#191817', name: '#eceae6' } }

const hollowStyle: Style = { ...styles.PLATE, point: 'ring' }
const styleOf = ({ kind, removed, hollow }: MapFeature): Style => (removed === true ? removedStyle : hollow === true ? hollowStyle : styles[kind])
const inkOf = ({ kind, removed }: MapFeature, shade: Shade): string => inks[shade][removed === true ? 'removed' : kind]

const drawPoint = (pen: Pen, shape: PointShape, x: number, y: number, reach: number): void => {
  pen.beginPath()
  switch (shape) {
    case 'disc': pen.arc(x, y, reach, 0, Math.PI * 2); pen.fill(); return
    case 'square': pen.rect(x - reach, y - reach, reach * 2, reach * 2); pen.fill(); return
    case 'triangle': pen.moveTo(x, y - reach * 1.2); pen.lineTo(x + reach * 1.1, y + reach); pen.lineTo(x - reach * 1.1, y + reach); pen.closePath(); pen.fill(); return
    case 'diamond': pen.moveTo(x, y - reach * 1.3); pen.lineTo(x + reach * 1.3, y); pen.lineTo(x, y + reach * 1.3); pen.lineTo(x - reach * 1.3, y); pen.closePath(); pen.fill(); return
    case 'ring': pen.lineWidth = 2; pen.setLineDash([]); pen.arc(x, y, reach, 0, Math.PI * 2); pen.stroke(); return
    case 'cross': pen.lineWidth = 2; pen.setLineDash([]); pen.moveTo(x - reach, y - reach); pen.lineTo(x + reach, y + reach); pen.moveTo(x + reach, y - reach); pen.lineTo(x - reach, y + reach); pen.stroke()
  }
}

/** A sample of a kind, for the legend. */
export const drawSample = (pen: Pen, kind: MapKind, removed: boolean, shade: Shade, { width, height }: Size): void => {
  const feature = { kind, removed } as MapFeature
  const style = styleOf(feature)
  pen.clearRect(0, 0, width, height)
  pen.strokeStyle = pen.fillStyle = inkOf(feature, shade)
  pen.lineWidth = style.width
  pen.setLineDash([...style.dash])
  pen.beginPath()
  pen.moveTo(1, height / 2)
  pen.lineTo(width - 12, height / 2)
  pen.stroke()
  drawPoint(pen, style.point, width - 6, height / 2, 3)
}

/** Wide characters take a whole em, others somewhat more than half. */
export const widthOfName = (name: string, type: number): number => [...name].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 1 : 0.56), 0) * type

interface Label { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly weight: number; readonly point: boolean }
/** The labels that have room: the weightier first, none over another. */
export const placed = (labels: readonly Label[], height: number, most: number): readonly Label[] => {
  const cell = 64
  const taken = new Map<string, { x: number; y: number; width: number }[]>()
  const kept: Label[] = []
  for (const label of labels.toSorted((a, b) => b.weight - a.weight)) {
    if (kept.length >= most) break
    const [left, right, top, bottom] = [Math.floor((label.x - 3) / cell), Math.floor((label.x + label.width + 3) / cell), Math.floor((label.y - height) / cell), Math.floor((label.y + height) / cell)]
    const keys: string[] = []
    for (let x = left; x <= right; x += 1) for (let y = top; y <= bottom; y += 1) keys.push(`${String(x)} ${String(y)}`)
    const free = keys.every((key) => (taken.get(key) ?? []).every((other) => Math.abs(other.y - label.y) >= height || other.x > label.x + label.width + 4 || label.x > other.x + other.width + 4))
    if (!free) continue
    kept.push(label)
    for (const key of keys) {
      const there = taken.get(key)
      if (there === undefined) taken.set(key, [label])
      else there.push(label)
    }
  }
  return kept
}

const slice = 700
/** Draws the part of the map that a view of a size shows; each step of the generator is a slice of the work. */
export function* drawing(pen: Pen, index: MapIndex, view: View, size: Size, look: Look, ratio: number): Generator<undefined, void> {
  const [east, north] = degreeMetres(view.latitude)
  const [perX, perY] = [east / view.metresPerPixel, north / view.metresPerPixel]
  const [middleX, middleY] = [size.width / 2, size.height / 2]
  const { ground, name: nameInk } = grounds[look.shade]
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.setLineDash([])
  pen.globalAlpha = 1
  pen.fillStyle = ground
  pen.fillRect(0, 0, size.width, size.height)
  pen.lineJoin = 'round'
  const groups = new Map<string, Shape[]>()
  const shapes = index.within(boxOfView(view, size))
  for (const shape of shapes) {
    const key = `${shape.form} ${shape.feature.kind} ${String(shape.feature.removed === true)} ${String(shape.feature.hollow === true)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [shape])
    else group.push(shape)
  }
  yield
  let drawn = 0
  // Points nearer to the former than most of a pixel are left out.
  const trace = (path: Float64Array, close: boolean): void => {
    let [lastX, lastY] = [((path[0] ?? 0) - view.longitude) * perX + middleX, (view.latitude - (path[1] ?? 0)) * perY + middleY]
    pen.moveTo(lastX, lastY)
    for (let at = 2; at < path.length; at += 2) {
      const x = ((path[at] ?? 0) - view.longitude) * perX + middleX
      const y = (view.latitude - (path[at + 1] ?? 0)) * perY + middleY
      if (at + 2 < path.length && Math.abs(x - lastX) < 0.8 && Math.abs(y - lastY) < 0.8) continue
      pen.lineTo(x, y)
      drawn += 1
      lastX = x
      lastY = y
    }
    if (close) pen.closePath()
  }
  const order = { area: 0, line: 1, point: 2 } as const
  const sorted = [...groups.values()].sort(([a], [b]) => order[a?.form ?? 'point'] - order[b?.form ?? 'point'] || Number(b?.feature.kind === 'BUILT_UP') - Number(a?.feature.kind === 'BUILT_UP') || Number(b?.feature.removed === true) - Number(a?.feature.removed === true))
  // Far off all is drawn thin, lest a district become one blot.
  const far = view.metresPerPixel > 12 ? 0.6 : 1
  const near = view.metresPerPixel < 2.5
  for (const group of sorted) {
    const [first] = group
    if (first === undefined) continue
    const style = styleOf(first.feature)
    const ink = inkOf(first.feature, look.shade)
    pen.strokeStyle = pen.fillStyle = ink
    if (first.form === 'point') {
      const reach = first.feature.kind === 'PLATE' ? (near ? 3 : 1.5) : view.metresPerPixel > 40 ? 2 : 3.5
      for (const { paths } of group) for (const path of paths) for (let at = 0; at < path.length; at += 2) {
        const x = ((path[at] ?? 0) - view.longitude) * perX + middleX
        const y = (view.latitude - (path[at + 1] ?? 0)) * perY + middleY
        drawPoint(pen, style.point, x, y, reach)
        drawn += 6
        if (drawn > slice) { drawn = 0; yield }
      }
      continue
    }
    const cased = first.form === 'line' && first.feature.kind === 'STREET' && near && first.feature.removed !== true
    for (const pass of cased ? ['case', 'core'] : ['line']) {
      pen.setLineDash([...style.dash])
      pen.lineWidth = pass === 'case' ? 6 : pass === 'core' ? 3.4 : style.width * far
      pen.strokeStyle = pass === 'core' ? ground : ink
      pen.lineCap = cased ? 'round' : 'butt'
      pen.beginPath()
      for (const { form, paths } of group) {
        if (form === 'area') {
          pen.beginPath()
          for (const path of paths) trace(path, true)
          pen.globalAlpha = style.fill
          pen.fill('evenodd')
          pen.globalAlpha = 1
          pen.stroke()
          drawn += 4
          if (drawn > slice) { drawn = 0; yield }
          continue
        }
        for (const path of paths) trace(path, false)
        if (drawn > slice) {
          drawn = 0
          pen.stroke()
          yield
          pen.beginPath()
        }
      }
      if (first.form === 'line') pen.stroke()
    }
  }
  yield
  // Names: the longer a line lies in sight, the sooner it is named.
  const labels: Label[] = []
  for (const { feature, form, paths, reach } of shapes) {
    if (feature.name === '') continue
    if (feature.kind === 'PLATE' && !near) continue
    const pixels = reach * Math.max(perX, perY)
    const text = feature.removed === true ? look.removedName(feature.name) : feature.name
    const width = widthOfName(text, look.type)
    if (form === 'line' ? pixels < width * 0.7 : form === 'area' ? pixels < width * 0.8 : view.metresPerPixel > 60) continue
    let path = paths[0]
    for (const other of paths) if (other.length > (path?.length ?? 0)) path = other
    if (path === undefined) continue
    const at = (place: number): readonly [number, number] => [((path[place] ?? 0) - view.longitude) * perX + middleX, (view.latitude - (path[place + 1] ?? 0)) * perY + middleY]
    const shown = ([x, y]: readonly [number, number]): boolean => x > 0 && y > 0 && x < size.width && y < size.height
    let spot: readonly [number, number]
    if (form === 'point') spot = at(0)
    else if (form === 'area') {
      let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
      for (let place = 0; place < path.length; place += 2) { const [x, y] = at(place); left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y) }
      spot = [(left + right) / 2, (top + bottom) / 2]
    } else if (path.length === 4) {
      const [a, b] = [at(0), at(2)]
      spot = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
      // A long street that leaves the sight is named where it is seen.
      if (!shown(spot)) spot = shown(a) ? a : b
    } else {
      const half = Math.floor(path.length / 4) * 2
      spot = at(half)
      for (let step = 2; !shown(spot) && step <= half + 2; step += 2) spot = half - step >= 0 && shown(at(half - step)) ? at(half - step) : half + step < path.length ? at(half + step) : spot
    }
    if (!shown(spot)) continue
    labels.push({ text, width, x: form === 'point' ? spot[0] + 7 : spot[0] - width / 2, y: form === 'line' ? spot[1] - (near ? 0 : look.type * 0.7) : spot[1], weight: feature.kind === 'BUILT_UP' ? 0 : feature.kind === 'PLATE' ? 1 : (feature.removed === true ? 1 : 2) * pixels + 50, point: form === 'point' })
  }
  yield
  const kept = placed(labels, look.type * 1.25, 260)
  pen.font = `${String(look.type)}px ${look.font}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'left'
  pen.setLineDash([])
  pen.lineWidth = 3
  pen.strokeStyle = ground
  pen.fillStyle = nameInk
  for (const [count, label] of kept.entries()) {
    pen.strokeText(label.text, label.x, label.y)
    pen.fillText(label.text, label.x, label.y)
    if (count % 16 === 15) yield
  }
}
