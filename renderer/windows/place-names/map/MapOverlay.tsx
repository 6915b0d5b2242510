import type { PointerEvent as ReactPointerEvent } from 'react'
import type { Geometry, Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { formOf, pathsOf } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { widthOfName } from './draw.ts'
import type { Layer } from './useLayer.ts'
import { pointOf, type Point } from './view.ts'

/** Something that stands out on the map: the name at hand, one it may clash with, a place that is meant. */
export interface MapMark {
  readonly id: string
  readonly name: string
  /** How it stands to the name at hand, in words: 重名, 同音 … */
  readonly relation?: string
  /** `own`: whole thick line; `clash`: broken; `note`: dotted. */
  readonly tone: 'own' | 'clash' | 'note'
  readonly geometry: Geometry
}

/** A line, point or area that the clerk draws. */
export interface MapDrawing {
  readonly form: 'point' | 'line' | 'area'
  readonly positions: readonly Position[]
  readonly onChange: (positions: readonly Position[]) => void
}

const pathOf = (points: readonly Point[], close: boolean): string => points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('') + (close ? 'Z' : '')
const middleOf = (paths: readonly (readonly Point[])[], line: boolean): Point => {
  const longest = paths.reduce((best, path) => (path.length > best.length ? path : best), paths[0] ?? [])
  if (line) {
    const half = Math.floor((longest.length - 1) / 2)
    const [a, b] = [longest[half], longest[half + 1] ?? longest[half]]
    return a === undefined || b === undefined ? { x: 0, y: 0 } : longest.length % 2 === 0 ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : a
  }
  const [xs, ys] = [longest.map(({ x }) => x), longest.map(({ y }) => y)]
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
}

interface Box { readonly x: number; readonly y: number; readonly width: number }
/** Moves labels down until none lies over another. */
const apart = (boxes: readonly Box[], height: number): readonly Box[] => {
  const kept: Box[] = []
  for (const box of boxes) {
    let { y } = box
    for (let tries = 0; tries < 30 && kept.some((other) => Math.abs(other.y - y) < height && other.x < box.x + box.width && box.x < other.x + other.width); tries += 1) y += height
    kept.push({ ...box, y })
  }
  return kept
}

export interface MapOverlayProps {
  readonly layer: Layer
  readonly marks: readonly MapMark[]
  readonly drawing: MapDrawing | undefined
  readonly type: number
  readonly vertexName: (n: number) => string
  readonly onVertexDown: (index: number, event: ReactPointerEvent<Element>) => void
}

/** Marks and the drawing in hand, over the drawn layer and moved with it. */
export const MapOverlay = ({ layer, marks, drawing, type, vertexName, onVertexDown }: MapOverlayProps) => {
  const { width, height } = layer.size
  const at = (position: Position): Point => { const { x, y } = pointOf(layer.view, position); return { x: x + width / 2, y: y + height / 2 } }
  const shapes = marks.map((mark) => {
    const form = formOf(mark.geometry)
    const paths = pathsOf(mark.geometry).map((path) => path.map(at))
    return { mark, form, paths, spot: middleOf(paths, form === 'line') }
  })
  const names = shapes.map(({ mark }) => (mark.relation === undefined || mark.relation === '' ? mark.name : `${mark.name} · ${mark.relation}`))
  const labels = apart(shapes.map(({ spot }, index) => ({ x: spot.x + 10, y: spot.y - type, width: widthOfName(names[index] ?? '', type) + 14 })), type * 1.7)
  const drawn = drawing === undefined ? [] : drawing.positions.map(at)
  return (
    <svg className="map-over" width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
      {shapes.map(({ mark, form, paths }) => (
        <g key={mark.id} className={`map-mark ${mark.tone}`}>
          {paths.map((path, index) => form === 'point'
            ? path.map(({ x, y }, place) => <g key={`${String(index)} ${String(place)}`}><circle className="map-halo" cx={x} cy={y} r={9} /><circle className="map-dot" cx={x} cy={y} r={6} /></g>)
            : <g key={index}><path className="map-halo" d={pathOf(path, form === 'area')} /><path className="map-line" d={pathOf(path, form === 'area')} /></g>)}
        </g>
      ))}
      {shapes.map(({ mark }, index) => {
        const label = labels[index]
        return label === undefined || names[index] === '' ? null : (
          <g key={mark.id} className={`map-name ${mark.tone}`}>
            <rect x={label.x} y={label.y - type * 0.8} width={label.width} height={type * 1.6} rx={3} />
            <text x={label.x + 7} y={label.y} dominantBaseline="central" style={{ fontSize: type }}>{names[index]}</text>
          </g>
        )
      })}
      {drawing !== undefined && (
        <g className="map-drawing">
          {drawing.form !== 'point' && drawn.length > 1 && <><path className="map-halo" d={pathOf(drawn, drawing.form === 'area')} /><path className="map-line" d={pathOf(drawn, drawing.form === 'area')} /></>}
          {drawn.map(({ x, y }, index) => <circle key={index} className={index === drawn.length - 1 ? 'map-vertex last' : 'map-vertex'} cx={x} cy={y} r={6} onPointerDown={(event) => onVertexDown(index, event)}><title>{vertexName(index + 1)}</title></circle>)}
        </g>
      )}
    </svg>
  )
}
