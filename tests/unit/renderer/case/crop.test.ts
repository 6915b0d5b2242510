import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jointFormat, singleFormat } from '../../../../renderer/case/photo/crop.ts'

const { boxAbout, dpiOf, firstBox, keyCrop, largeEnough, leastPixels, mostZoom, moved, outputSize, ratio: photoRatio, zoomed, zoomOf } = jointFormat

const picture = fc.record({ width: fc.integer({ min: 626, max: 8000 }), height: fc.integer({ min: 414, max: 8000 }) })

describe('the photo crop', () => {
  it('asks for 626 × 414 pixels, 53 × 35 mm at 300 dpi', () => {
    expect(leastPixels).toEqual({ width: 626, height: 414 })
    expect(largeEnough({ width: 626, height: 414 })).toBe(true)
    expect(largeEnough({ width: 2000, height: 413 })).toBe(false)
  })

  it('asks for 414 × 626 pixels of a single photo, 35 × 53 mm', () => {
    expect(singleFormat.leastPixels).toEqual({ width: 414, height: 626 })
    const box = singleFormat.firstBox({ width: 1000, height: 1000 })
    expect(box.width / box.height).toBeCloseTo(35 / 53, 6)
    expect(singleFormat.outputSize(box)).toEqual({ width: 660, height: 999 })
  })

  it('never leaves the picture, its ratio or 300 dpi, wherever it is moved and zoomed', () => {
    fc.assert(
      fc.property(picture, fc.array(fc.tuple(fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '+', '-', 'Home'), fc.boolean()), { maxLength: 60 }), (size, keys) => {
        let box = firstBox(size)
        for (const [key, shift] of keys) box = keyCrop(size, box, key, shift) ?? box
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.y).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(size.width + 1e-6)
        expect(box.y + box.height).toBeLessThanOrEqual(size.height + 1e-6)
        expect(box.width / box.height).toBeCloseTo(photoRatio, 6)
        expect(dpiOf(box)).toBeGreaterThanOrEqual(299.9)
        expect(outputSize(box).width).toBeGreaterThanOrEqual(626)
        expect(outputSize(box).height).toBeGreaterThanOrEqual(413)
      }),
    )
  })

  it('moves by keys, faster with Shift, and stops at the edge', () => {
    const size = { width: 3000, height: 2000 }
    const box = boxAbout(size, { x: 1500, y: 1000 }, 1060)
    expect(keyCrop(size, box, 'ArrowRight', false)?.x).toBeCloseTo(box.x + 10.6, 6)
    expect(keyCrop(size, box, 'ArrowRight', true)?.x).toBeCloseTo(box.x + 106, 6)
    expect(moved(size, box, -99_999, 0).x).toBe(0)
    expect(keyCrop(size, box, 'a', false)).toBeUndefined()
  })

  it('zooms about its centre between the whole picture and 300 dpi', () => {
    const size = { width: 3000, height: 2000 }
    const box = firstBox(size)
    expect(zoomOf(size, box)).toBe(1)
    const close = zoomed(size, box, 0.0001)
    expect(zoomOf(size, close)).toBeCloseTo(mostZoom(size), 6)
    expect(close.x + close.width / 2).toBeCloseTo(box.x + box.width / 2, 6)
  })

  it('keeps the pixels there are, up to 600 dpi', () => {
    expect(outputSize({ x: 0, y: 0, width: 900, height: 900 / photoRatio }).width).toBe(900)
    expect(outputSize({ x: 0, y: 0, width: 6000, height: 6000 / photoRatio }).width).toBe(1252)
  })
})
