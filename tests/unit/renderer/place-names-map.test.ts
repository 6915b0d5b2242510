import { describe, expect, it } from 'vitest'
import type { Position } from '../../../domain/place-names/gazetteer/geometry.ts'
import { lengthOf, metresBetween } from '../../../domain/place-names/gazetteer/geometry.ts'
import { placeKinds } from '../../../domain/place-names/kinds.ts'
import { around, serves } from '../../../renderer/windows/place-names/map/ask.ts'
import { grounds, inks, placed, styles, widthOfName } from '../../../renderer/windows/place-names/map/draw.ts'
import { findAt, indexOf, type MapFeature } from '../../../renderer/windows/place-names/map/features.ts'
import { areaWords, lengthWords, measureWords } from '../../../renderer/windows/place-names/map/measures.ts'
import { geometryOf } from '../../../renderer/windows/place-names/map/PlainMap.tsx'
import { boxAround, boxOfView, degreeMetres, moved, pointOf, positionOf, scaleBar, viewOf, zoomed, type View } from '../../../renderer/windows/place-names/map/view.ts'
import { words } from '../../../renderer/windows/place-names/map/words.ts'
import { fill } from '../../../renderer/shared/i18n.ts'

const view: View = { longitude: 113.25, latitude: 29.45, metresPerPixel: 2 }
const size = { width: 1000, height: 600 }
const t = (key: keyof typeof words, values?: Readonly<Record<string, string | number>>): string => fill(words[key][0], values)

describe('where the map looks', () => {
  it('goes from a position to a point and back, to a centimetre', () => {
    for (const position of [[113.25, 29.45], [113.2617, 29.4432], [113.2441, 29.4587]] as const satisfies readonly Position[]) {
      const back = positionOf(view, pointOf(view, position))
      expect(metresBetween(position, back)).toBeLessThan(0.02)
    }
  })
  it('measures metres as the papers do: a kilometre is five hundred pixels at two metres each', () => {
    const [east] = degreeMetres(view.latitude)
    const { x, y } = pointOf(view, [view.longitude + 1000 / east, view.latitude])
    expect(x).toBeCloseTo(500, 3)
    expect(y).toBeCloseTo(0, 6)
    expect(pointOf(view, [view.longitude, view.latitude + 0.001]).y).toBeLessThan(0)
  })
  it('keeps the ground under the pointer when it comes closer, and moves it with the hand', () => {
    const under = positionOf(view, { x: 210, y: -140 })
    const closer = zoomed(view, 3, { x: 210, y: -140 })
    expect(closer.metresPerPixel).toBeCloseTo(2 / 3, 9)
    const there = pointOf(closer, under)
    expect([Math.round(there.x), Math.round(there.y)]).toEqual([210, -140])
    const shifted = pointOf(moved(view, 37, -12), [view.longitude, view.latitude])
    expect(shifted.x).toBeCloseTo(37, 1)
    expect(shifted.y).toBeCloseTo(-12, 1)
  })
  it('stays between the nearest and the farthest', () => {
    expect(zoomed(view, 1e9).metresPerPixel).toBe(0.05)
    expect(zoomed(view, 1e-9).metresPerPixel).toBe(20_000)
  })
  it.each([[[113.2, 29.4, 113.3, 29.5]], [[113.2, 29.4, 113.9, 29.41]], [[113.25, 29.45, 113.25001, 29.45001]], [[73.5, 18, 135.1, 53.6]]] as const)('shows the whole of a box %j', (box) => {
    const [west, south, east, north] = boxOfView(viewOf(box, size), size)
    expect(west).toBeLessThanOrEqual(box[0])
    expect(south).toBeLessThanOrEqual(box[1])
    expect(east).toBeGreaterThanOrEqual(box[2])
    expect(north).toBeGreaterThanOrEqual(box[3])
  })
  it('has a scale bar of a round length that fits', () => {
    for (const metresPerPixel of [0.05, 0.3, 1, 2.7, 19, 160, 8000, 20_000]) {
      const bar = scaleBar(metresPerPixel)
      expect(bar.pixels).toBeLessThanOrEqual(120)
      expect(bar.pixels).toBeGreaterThan(40)
      expect([1, 2, 5]).toContain(Number((bar.metres / 10 ** Math.floor(Math.log10(bar.metres) + 1e-9)).toFixed(6)))
    }
  })
  it('puts a box around geometries, a point included; none around nothing', () => {
    expect(boxAround([])).toBeUndefined()
    const [west, south, east, north] = boxAround([{ type: 'Point', coordinates: [113, 29] }]) ?? []
    expect(west).toBeLessThan(113); expect(east).toBeGreaterThan(113); expect(south).toBeLessThan(29); expect(north).toBeGreaterThan(29)
    expect(boxAround([{ type: 'Point', coordinates: [113, 29] }, { type: 'LineString', coordinates: [[112, 30], [114, 31]] }])).toEqual([112, 29, 114, 31])
  })
})

const line = (id: string, ...coordinates: [number, number][]): MapFeature => ({ id, name: id, kind: 'STREET', geometry: { type: 'LineString', coordinates } })
const features: readonly MapFeature[] = [
  { id: 'built', name: '主城区', kind: 'BUILT_UP', geometry: { type: 'Polygon', coordinates: [[[113.2, 29.4], [113.3, 29.4], [113.3, 29.5], [113.2, 29.5], [113.2, 29.4]]] } },
  { id: 'park', name: '公园', kind: 'PARK', geometry: { type: 'Polygon', coordinates: [[[113.25, 29.45], [113.26, 29.45], [113.26, 29.46], [113.25, 29.46], [113.25, 29.45]], [[113.254, 29.454], [113.256, 29.454], [113.256, 29.456], [113.254, 29.456], [113.254, 29.454]]] } },
  line('east', [113.24, 29.44], [113.26, 29.44]),
  line('steep', [113.23, 29.43], [113.23, 29.47]),
  { id: 'seat', name: '村委会', kind: 'VILLAGE_SEAT', geometry: { type: 'Point', coordinates: [113.25, 29.44] } },
]

describe('finding on the map', () => {
  const index = indexOf(features)
  const at = (longitude: number, latitude: number): string | undefined => findAt(index, view, [longitude, latitude])?.id
  it('finds the line within a few pixels, the point before the line it lies on, the area around, and never the built-up area', () => {
    expect(at(113.245, 29.44)).toBe('east')
    expect(at(113.245, 29.44 + 10 / 111_000)).toBe('east')
    expect(at(113.245, 29.44 + 40 / 111_000)).toBeUndefined()
    expect(at(113.25, 29.44)).toBe('seat')
    expect(at(113.23, 29.45)).toBe('steep')
    expect(at(113.252, 29.452)).toBe('park')
    expect(at(113.255, 29.455)).toBeUndefined()
    expect(at(113.28, 29.48)).toBeUndefined()
  })
  it('tells what lies in a box, in the order given', () => {
    expect(index.within([113.249, 29.439, 113.251, 29.441]).map(({ feature }) => feature.id)).toEqual(['built', 'east', 'seat'])
    expect(index.within([100, 20, 101, 21])).toEqual([])
    expect(indexOf([]).within([0, 0, 1, 1])).toEqual([])
  })
  it('finds the same as a look at every one of 5,000 lines', () => {
    let seed = 5
    const random = (): number => { seed = (seed * 16_807) % 2_147_483_647; return seed / 2_147_483_647 }
    const many = Array.from({ length: 5000 }, (_, place) => { const [x, y] = [113 + random() * 0.5, 29.2 + random() * 0.5]; return line(`l${String(place)}`, [x, y], [x + random() * 0.01, y + random() * 0.01]) })
    const whole = indexOf(many)
    for (let round = 0; round < 40; round += 1) {
      const [x, y] = [113 + random() * 0.5, 29.2 + random() * 0.5]
      const box = [x, y, x + 0.01, y + 0.01] as const
      const slowly = many.filter(({ geometry }) => { const [a, b] = geometry.type === 'LineString' ? geometry.coordinates : []; return a !== undefined && b !== undefined && Math.min(a[0], b[0]) <= box[2] && Math.max(a[0], b[0]) >= box[0] && Math.min(a[1], b[1]) <= box[3] && Math.max(a[1], b[1]) >= box[1] }).map(({ id }) => id)
      expect(whole.within(box).map(({ feature }) => feature.id)).toEqual(slowly)
    }
  })
})

/** Contrast of two colours as WCAG reckons it. */
const contrast = (one: string, other: string): number => {
  const light = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

describe('how the map is drawn', () => {
  it.each(['light', 'dark'] as const)('keeps its contrast: %s', (shade) => {
    for (const [kind, ink] of Object.entries(inks[shade])) expect(contrast(ink, grounds[shade].ground), kind).toBeGreaterThanOrEqual(3)
    expect(contrast(grounds[shade].name, grounds[shade].ground)).toBeGreaterThanOrEqual(7)
  })
  it('tells every kind of place by its strokes or its point alone', () => {
    const looks = placeKinds.map((kind) => `${styles[kind].dash.join(' ')} ${styles[kind].point}`)
    expect(new Set(looks).size).toBe(looks.length)
  })
  it('lays no name over another, and names the weightier first', () => {
    let seed = 3
    const random = (): number => { seed = (seed * 16_807) % 2_147_483_647; return seed / 2_147_483_647 }
    const labels = Array.from({ length: 800 }, (_, place) => ({ text: `路${String(place)}`, x: random() * 900, y: random() * 500, width: 20 + random() * 80, weight: random() * 100, point: false }))
    const kept = placed(labels, 16, 200)
    expect(kept.length).toBeGreaterThan(50)
    expect(kept.length).toBeLessThanOrEqual(200)
    for (const [place, one] of kept.entries()) for (const other of kept.slice(place + 1)) expect(Math.abs(one.y - other.y) >= 16 || one.x + one.width + 4 < other.x || other.x + other.width + 4 < one.x).toBe(true)
    expect(kept[0]?.weight).toBe(Math.max(...labels.map(({ weight }) => weight)))
    expect(widthOfName('中山路', 12)).toBe(36)
  })
})

describe('what is asked for and drawn by hand', () => {
  it('asks for more than is in sight, and anew only when that no longer serves', () => {
    const sight = [113.2, 29.4, 113.3, 29.5] as const
    const asked = around(sight)
    expect(asked).toEqual([113.15, 29.35, 113.35, 29.55])
    expect(serves(asked, sight)).toBe(true)
    expect(serves(asked, [113.25, 29.4, 113.34, 29.5])).toBe(true)
    expect(serves(asked, [113.3, 29.4, 113.4, 29.5])).toBe(false)
    // Far closer, lines would be coarse.
    expect(serves(asked, [113.24, 29.44, 113.25, 29.45])).toBe(false)
    expect(around([-179.9, -89.9, 179.9, 89.9])).toEqual([-180, -90, 180, 90])
  })
  it('makes a geometry once there are points enough', () => {
    const [a, b, c]: Position[] = [[113.2, 29.4], [113.21, 29.4], [113.21, 29.41]]
    expect(geometryOf({ form: 'line', positions: [a!] })).toBeUndefined()
    expect(geometryOf({ form: 'point', positions: [a!, b!] })).toEqual({ type: 'Point', coordinates: b })
    expect(geometryOf({ form: 'line', positions: [a!, b!] })).toEqual({ type: 'LineString', coordinates: [a, b] })
    expect(geometryOf({ form: 'area', positions: [a!, b!] })).toBeUndefined()
    expect(geometryOf({ form: 'area', positions: [a!, b!, c!] })).toEqual({ type: 'Polygon', coordinates: [[a, b, c, a]] })
  })
  it('says lengths and areas in words', () => {
    expect(lengthWords(t, 850.4)).toBe('850 米')
    expect(lengthWords(t, 1234)).toBe('1.23 公里')
    expect(lengthWords(t, 12_340)).toBe('12.3 公里')
    expect(areaWords(t, 12_345)).toBe('12,345 平方米')
    expect(areaWords(t, 2_345_000)).toBe('2.35 平方公里')
    const geometry = { type: 'LineString', coordinates: [[113.2, 29.4], [113.21, 29.4]] } as const
    expect(measureWords(t, { type: 'LineString', coordinates: [[113.2, 29.4], [113.21, 29.4]] })).toBe(lengthWords(t, lengthOf({ ...geometry, coordinates: [[113.2, 29.4], [113.21, 29.4]] }) ?? 0))
    expect(measureWords(t, { type: 'Point', coordinates: [113, 29] })).toBe('')
  })
})
