import { describe, expect, it } from 'vitest'
import type { Picture } from '../../../../api/schemas/reports.ts'
import { dashes, decals, inks, rampColours, seriesColours, shapes } from '../../../../renderer/shared/palette.ts'
import { drawingHeight, drawnPart, markOf, peaksOf, pictureOption, splitByUnit, valueWords } from '../../../../renderer/shared/pictureOption.ts'

type Rgb = readonly [number, number, number]
const linear = (value: number): number => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16))) as unknown as Rgb
const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b
const contrast = (a: string, b: string): number => { const [low = 0, high = 0] = [luminance(rgbOf(a)), luminance(rgbOf(b))].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05) }
/** How the colour-blind see a colour: Machado, Oliveira and Fernandes (2009), severity 1. */
const eyes: Readonly<Record<string, readonly Rgb[]>> = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
const seen = (hex: string, eye: readonly Rgb[]): Rgb => { const rgb = rgbOf(hex); return eye.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]))) as unknown as Rgb }
const labOf = ([r, g, b]: Rgb): Rgb => {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
  const [x, y, z] = [f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047), f(0.2126 * r + 0.7152 * g + 0.0722 * b), f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883)]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])

describe('colours of series', () => {
  it.each(['light', 'dark'] as const)('stand out from the panel by 3:1, %s', (shade) => {
    for (const colour of seriesColours[shade]) expect(contrast(colour, inks[shade].panel), colour).toBeGreaterThanOrEqual(3)
    for (const ink of [inks[shade].ink, inks[shade].quiet]) expect(contrast(ink, inks[shade].panel), ink).toBeGreaterThanOrEqual(4.5)
  })
  it.each(Object.keys(eyes))('the first four are told apart by eyes: %s', (name) => {
    for (const shade of ['light', 'dark'] as const) {
      const labs = seriesColours[shade].slice(0, 4).map((colour) => labOf(seen(colour, eyes[name] ?? [])))
      for (const [index, one] of labs.entries()) for (const [other, two] of labs.entries()) if (other > index) expect(distance(one, two), `${shade} ${String(index)} ${String(other)}`).toBeGreaterThan(14)
    }
  })
  it('never tell alone: every series has a dash, a shape and a hatching of its own', () => {
    for (const list of [dashes, shapes, decals]) expect(new Set(list.map((one) => JSON.stringify(one))).size).toBe(seriesColours.light.length)
  })
  it.each(['light', 'dark'] as const)('a ramp only grows lighter or darker, %s', (shade) => {
    for (const eye of Object.values(eyes)) {
      const steps = rampColours[shade].map((colour) => labOf(seen(colour, eye))[0])
      const signs = new Set(steps.slice(1).map((step, index) => Math.sign(step - (steps[index] ?? 0))))
      expect(signs.size).toBe(1)
    }
  })
})

const text = (words: string) => ({ zh: words, en: words })
const picture = (more: Partial<Picture>): Picture => ({
  id: 'x', title: text('X'), form: 'lines', unit: text('对'), labelTitle: text('日'), labels: [{ id: '2025-12-31', title: text('a') }, { id: '2026-01-01', title: text('b') }, { id: '2026-01-02', title: text('c') }],
  series: [{ id: 's', title: text('S'), values: [3, null, 9], open: [null, null, { window: 'marriage', from: '2026-01-02', to: '2026-01-02' }] }], ...more,
})
const look = { shade: 'light', size: 14, language: 'zh' } as const

describe('a picture', () => {
  it('is a calendar of its days, each with its mark, none for days to come', () => {
    const { calendar, series } = pictureOption(picture({ form: 'calendar' }), look) as { calendar: readonly { range: readonly string[] }[]; series: readonly { data: readonly { value: readonly unknown[]; at: object }[] }[] }
    expect(calendar.map(({ range }) => range)).toEqual([['2025-12-31', '2026-01-02']])
    expect(series[0]?.data.map(({ value, at }) => [value, at])).toEqual([[['2025-12-31', 3], { series: 0, label: 0 }], [['2026-01-02', 9], { series: 0, label: 2 }]])
  })
  it('puts no two units on one axis', () => {
    const given = picture({ unit: text(''), series: [['a', '对'], ['b', '具'], ['c', '对']].map(([id = '', unit = '']) => ({ id, title: text(id), unit: text(unit), values: [1, 2, 3], open: [null, null, null] })) })
    expect(splitByUnit(given).map(({ unit, series }) => [unit.zh, series.map(({ id }) => id)])).toEqual([['对', ['a', 'c']], ['具', ['b']]])
    expect(splitByUnit(picture({}))).toHaveLength(1)
  })
  it('draws the first of a long ranking; the rest stands in the table', () => {
    const labels = Array.from({ length: 60 }, (_, index) => ({ id: String(index), title: text(String(index)) }))
    const given = picture({ form: 'ranked', labels, series: [{ id: 's', title: text('S'), values: labels.map((_, index) => index), open: labels.map(() => null) }] })
    expect(drawnPart(given).labels).toHaveLength(20)
    expect(drawnPart(given).series[0]?.values).toHaveLength(20)
    expect(drawingHeight(drawnPart(given))).toBeLessThan(drawingHeight(given))
  })
  it('tells the mark of a bar by its place and of a cell by what it carries', () => {
    expect(markOf({ seriesIndex: 1, dataIndex: 2 })).toEqual({ series: 1, label: 2 })
    expect(markOf({ seriesIndex: 0, dataIndex: 5, data: { at: { series: 3, label: 4 } } })).toEqual({ series: 3, label: 4 })
    expect(markOf({})).toBeUndefined()
  })
  it('names its highest days, none that stand for nothing', () => expect(peaksOf(picture({}))).toEqual([{ series: 0, label: 2 }, { series: 0, label: 0 }]))
  it('never rounds a share up to a whole', () => {
    expect(valueWords(99.9999, true)).toBe('99.99%')
    expect(valueWords(100, true)).toBe('100.00%')
    expect(valueWords(57.3, true)).toBe('57.30%')
    expect(valueWords(null, true)).toBe('—')
    expect(valueWords(-1234, false)).toBe('−1,234')
  })
  it('draws nothing where there is no value, instead of a nought', () => {
    for (const form of ['lines', 'bars', 'stacked', 'ranked'] as const) {
      const { series } = pictureOption(picture({ form }), look) as { series: readonly { data: readonly unknown[] }[] }
      expect(series[0]?.data, form).toEqual([3, '-', 9])
    }
  })
})
