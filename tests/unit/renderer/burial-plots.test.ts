import { describe, expect, it } from 'vitest'
import type { Board } from '../../../api/schemas/placement.ts'
import { plotCount, plotsOf } from '../../../domain/burial/placement/cemetery.ts'
import type { Section } from '../../../domain/burial/placement/actions.ts'
import { plotStates } from '../../../domain/burial/placement/codes.ts'
import { heldBy, idAt, letterAt, letters, letterStates, lets, mapOf, markAt, moveBy, nextLet, placeOf, readJump, slotsOf, tileOf, windowOf, zooms, type Filter } from '../../../renderer/windows/burial/plots/board/board.ts'
import { paints } from '../../../renderer/windows/burial/plots/board/draw.ts'
import { emptyLayout, readArea, rowNames, sectionOf } from '../../../renderer/windows/burial/plots/layout.ts'

const cemetery = 'c-test-0001'
const section = (more: Partial<Section> = {}): Section => ({ code: 'E1', name: '东一区', what: 'plot', form: 'ashes', size: 'double', capacity: 2, areaDm2: 80, steleCm: 80, eco: false, rows: [{ row: '01', levels: 1, columns: 5 }, { row: '02', levels: 1, columns: 3 }, { row: 'A', levels: 1, columns: 5 }], ...more })
const boardOf = (of: Section, states: (row: string, level: number, columns: number) => string, terms: Board['terms'] = []): Board => ({
  cemetery, section: of, day: '2026-11-22' as Board['day'], terms, standing: { plots: plotCount(of), byState: {}, expiring: 0, expired: 0, occupants: 0 },
  rows: of.rows.flatMap(({ row, levels, columns }) => Array.from({ length: of.what === 'niche' ? levels : 1 }, (_, index) => ({ row, level: index + 1, states: states(row, index + 1, columns) }))),
})
const plots = mapOf(boardOf(section(), (row, _level, columns) => (row === '01' ? 'forcp' : row === '02' ? 'dvb' : 'f'.repeat(columns)), [{ plot: `${cemetery}/E1/01/2`, band: 'expired', until: '2025-01-01' }, { plot: `${cemetery}/E1/02/1`, band: 'within1', until: '2026-12-01' }, { plot: `${cemetery}/E1/A/5`, band: 'within12', until: '2027-08-01' }]))
const niches = mapOf(boardOf(section({ what: 'niche', rows: [{ row: '1', levels: 3, columns: 4 }, { row: '2', levels: 2, columns: 4 }] }), (_row, _level, columns) => 'f'.repeat(columns)))

describe('the board', () => {
  it('has a letter for every state of a plot', () => {
    expect(Object.values(letterStates).toSorted()).toEqual(plotStates.map(({ code }) => code).toSorted())
    for (const shade of ['light', 'dark'] as const) expect(Object.keys(paints[shade]).toSorted()).toEqual([...letters].toSorted())
  })
  it('names every plot as the register does, and finds it again', () => {
    for (const [map, of] of [[plots, section()], [niches, section({ what: 'niche', rows: [{ row: '1', levels: 3, columns: 4 }, { row: '2', levels: 2, columns: 4 }] })]] as const) {
      const named = new Set([...plotsOf(cemetery, of)].map(({ id }) => id))
      const drawn = map.lines.flatMap((line, index) => [...line.states].map((_, column) => idAt(map, { line: index, column })))
      expect(drawn.length).toBe(named.size)
      expect(new Set(drawn)).toEqual(named)
      for (const id of named) {
        const place = placeOf(map, id)
        expect(place).toBeDefined()
        if (place !== undefined) expect(idAt(map, place)).toBe(id)
      }
    }
    expect(placeOf(plots, `${cemetery}/E1/02/4`)).toBeUndefined()
    expect(placeOf(plots, 'elsewhere/E1/01/1')).toBeUndefined()
    expect(idAt(plots, { line: 1, column: 3 })).toBeUndefined()
  })
  it('stands a rack as one sees it: the highest level on top, the next rack below', () => {
    expect(niches.lines.map(({ row, level, first }) => `${row}-${level}${first ? '*' : ''}`)).toEqual(['1-3*', '1-2', '1-1', '2-2*', '2-1'])
  })
  it('marks terms that end and have run out, at their plots only', () => {
    expect(markAt(plots, { line: 0, column: 1 })).toBe('expired')
    expect(markAt(plots, { line: 1, column: 0 })).toBe('within6')
    expect(markAt(plots, { line: 2, column: 4 })).toBe('within12')
    expect(markAt(plots, { line: 0, column: 0 })).toBe('')
    expect(plots.until.get(`${cemetery}/E1/02/1`)).toBe('2026-12-01')
  })
})

describe('moving on the board', () => {
  const at = (key: string, from = { line: 0, column: 4 }, whole = false) => moveBy(plots, from, key, 10, whole)
  it('keeps within the rows, which may be of different lengths', () => {
    expect(at('ArrowRight')).toEqual({ line: 0, column: 4 })
    expect(at('ArrowDown')).toEqual({ line: 1, column: 2 })
    expect(at('ArrowUp')).toEqual({ line: 0, column: 4 })
    expect(at('Home')).toEqual({ line: 0, column: 0 })
    expect(at('End', { line: 1, column: 0 })).toEqual({ line: 1, column: 2 })
    expect(at('End', { line: 0, column: 0 }, true)).toEqual({ line: 2, column: 4 })
    expect(at('PageDown')).toEqual({ line: 2, column: 4 })
    expect(at('x')).toBeUndefined()
  })
  it.each([
    ['3', { line: 0, column: 2 }], ['2-3', { line: 1, column: 2 }], ['02-3', { line: 1, column: 2 }], ['2排3号', { line: 1, column: 2 }], ['A 5', { line: 2, column: 4 }], ['a-5', undefined], ['2-4', undefined], ['9', undefined], ['', undefined], ['1-0', undefined], ['A', undefined],
  ])('jumps to %s', (typed, place) => expect(readJump(plots, typed, { line: 0, column: 0 })).toEqual(place))
  it('jumps among niches by column, level and rack', () => {
    const from = { line: 0, column: 0 }
    expect(readJump(niches, '4', from)).toEqual({ line: 0, column: 3 })
    expect(readJump(niches, '1-4', from)).toEqual({ line: 2, column: 3 })
    expect(readJump(niches, '2架1层4列', from)).toEqual({ line: 4, column: 3 })
    expect(readJump(niches, '2-3-1', from)).toBeUndefined()
  })
  it('goes to the next plot that the legend lets through, round the end, and stays where there is none', () => {
    const only = (...parts: ('f' | 'o' | 'b' | 'expired' | 'expiring')[]): Filter => new Set(parts)
    expect(nextLet(plots, only('o'), { line: 0, column: 0 }, 1)).toEqual({ line: 0, column: 1 })
    expect(nextLet(plots, only('b'), { line: 0, column: 0 }, -1)).toEqual({ line: 1, column: 2 })
    expect(nextLet(plots, only('expired'), { line: 2, column: 0 }, 1)).toEqual({ line: 0, column: 1 })
    expect(nextLet(plots, only('expiring'), { line: 1, column: 0 }, 1)).toEqual({ line: 2, column: 4 })
    expect(nextLet(niches, only('o'), { line: 0, column: 0 }, 1)).toBeUndefined()
    expect(lets(new Set(), 'f', '')).toBe(true)
    expect(letterAt(plots, { line: 1, column: 9 })).toBeUndefined()
  })
})

describe('what is drawn of the board', () => {
  const wide = mapOf(boardOf(section({ rows: Array.from({ length: 100 }, (_, index) => ({ row: String(index + 1), levels: 1, columns: 200 })) }), (_row, _level, columns) => 'f'.repeat(columns)))
  it.each([...zooms])('is what is in sight and a few tiles around, at %i px a plot', (size) => {
    const tile = tileOf(size)
    for (const y of [0, 333, 900]) for (const x of [0, 777, 2100]) {
      const view = { x, y, width: 1100, height: 420 }
      const seen = windowOf(wide, size, view)
      const slots = slotsOf(size, view)
      expect(seen.top * tile.lines * size).toBeLessThanOrEqual(y)
      expect(seen.left * tile.columns * size).toBeLessThanOrEqual(x)
      expect(seen.bottom * tile.lines >= Math.min(100, Math.ceil((y + 420) / size))).toBe(true)
      expect(seen.right * tile.columns >= Math.min(200, Math.ceil((x + 1100) / size))).toBe(true)
      const first = windowOf(wide, size, view, false)
      expect([first.top >= seen.top, first.bottom <= seen.bottom, first.left >= seen.left, first.right <= seen.right]).toEqual([true, true, true, true])
      expect(first.bottom * tile.lines >= Math.min(100, Math.ceil((y + 420) / size)) && first.right * tile.columns >= Math.min(200, Math.ceil((x + 1100) / size))).toBe(true)
      // Each tile has a slot of its own, so that canvases are handed on and never shared.
      expect(seen.bottom - seen.top).toBeLessThanOrEqual(slots.rows)
      expect(seen.right - seen.left).toBeLessThanOrEqual(slots.columns)
      expect((seen.bottom - seen.top) * (seen.right - seen.left)).toBeLessThanOrEqual(60)
      const rows = heldBy(slots.rows, seen.top, seen.bottom)
      expect(rows.filter((row) => row !== undefined).toSorted((a, b) => a - b)).toEqual(Array.from({ length: seen.bottom - seen.top }, (_, index) => seen.top + index))
      rows.forEach((row, slot) => { if (row !== undefined) expect(row % slots.rows).toBe(slot) })
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

describe('the colours of the board', () => {
  it.each((['light', 'dark'] as const).flatMap((shade) => letters.map((letter) => [shade, letter] as const)))('keep their contrast: %s %s', (shade, letter) => {
    const { ground, ink, edge } = paints[shade][letter]
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5)
    // Against the panel the board lies on.
    expect(contrast(edge, shade === 'light' ? '#ffffff' : '#1e1d1c')).toBeGreaterThanOrEqual(3)
  })
})

describe('laying out a section', () => {
  it('names rows from the first on', () => {
    expect(rowNames('1', 3)).toEqual(['1', '2', '3'])
    expect(rowNames('08', 3)).toEqual(['08', '09', '10'])
    expect(rowNames('东9', 2)).toEqual(['东9', '东10'])
    expect(rowNames('A', 3)).toEqual(['A', 'B', 'C'])
    expect(rowNames('Y', 3)).toBeUndefined()
    expect(rowNames('', 1)).toBeUndefined()
  })
  it('reads square metres as dm²', () => {
    expect(readArea('0.8')).toBe(80)
    expect(readArea('1')).toBe(100)
    expect(readArea('0.85')).toBe(85)
    for (const wrong of ['0.855', '-1', '', 'x', '1.']) expect(readArea(wrong)).toBeUndefined()
  })
  it('makes the section that was typed, or says which field is wrong', () => {
    const typed = { ...emptyLayout, code: 'E1', name: '东一区', rows: '100', columns: '200' }
    const made = sectionOf(typed)
    expect('section' in made && plotCount(made.section)).toBe(20_000)
    const rack = sectionOf({ ...typed, what: 'niche', size: 'single', capacity: '1', rows: '8', levels: '9', columns: '24' })
    expect('section' in rack && [plotCount(rack.section), rack.section.areaDm2, rack.section.steleCm]).toEqual([1728, 0, 0])
    expect([{ code: 'a/b' }, { name: ' ' }, { capacity: '13' }, { area: '1.234' }, { stele: 'x' }, { rows: '0' }, { rows: '2001' }, { firstRow: 'ab' }, { columns: '' }].map((change) => sectionOf({ ...typed, ...change }))).toEqual(['code', 'name', 'capacity', 'area', 'stele', 'rows', 'rows', 'firstRow', 'columns'].map((wrong) => ({ wrong })))
  })
})
