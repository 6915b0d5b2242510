import { describe, expect, it } from 'vitest'
import { cards, difference, hideCard, moveCard, readLayout, showCard, soundLayout } from '../../../../renderer/pages/dashboard/layout.ts'
import { calendarPeriod, layout as pictures, pathInReport } from '../../../../renderer/pages/pictures/asked.ts'
import { pictureIds } from '../../../../api/schemas/reports.ts'

describe('the layout of the dashboard', () => {
  it('is the sound one where nothing or nonsense is kept', () => {
    for (const value of [null, undefined, 'x', 7, [], { order: 'needs' }, { order: [1], hidden: [] }]) expect(readLayout(value)).toEqual(soundLayout)
  })
  it('keeps what was chosen, forgets cards that are gone and adds new ones at the end', () => {
    const read = readLayout({ order: ['stock', 'gone', 'needs', 'stock'], hidden: ['month', 'gone'] })
    expect(read.order.slice(0, 2)).toEqual(['stock', 'needs'])
    expect([...read.order].sort()).toEqual([...cards].sort())
    expect(read.hidden).toEqual(['month'])
  })
  it('moves a card past the next one that is shown', () => {
    const hidden = hideCard(soundLayout, cards[1])
    const moved = moveCard(hidden, cards[0], 1)
    expect(moved.order.filter((card) => card !== cards[1]).slice(0, 2)).toEqual([cards[2], cards[0]])
    expect(moveCard(moved, cards[0], -1).order.filter((card) => card !== cards[1])).toEqual(hidden.order.filter((card) => card !== cards[1]))
    expect(moveCard(soundLayout, cards[0], -1)).toBe(soundLayout)
    expect(moveCard(hidden, cards[1], 1)).toBe(hidden)
  })
  it('hides and shows a card at its place', () => {
    expect(showCard(hideCard(soundLayout, 'month'), 'month')).toEqual(soundLayout)
    expect(hideCard(hideCard(soundLayout, 'month'), 'month').hidden).toEqual(['month'])
  })
})

describe('a difference', () => {
  it.each([
    [120, 100, '▲', '+20', '+20.0%'],
    [80, 100, '▼', '−20', '−20.0%'],
    [5, 5, '=', '0', '0.0%'],
    [5, 0, '▲', '+5', ''],
    [0, 0, '=', '0', ''],
  ] as const)('of %i and %i is told in words and signs', (now, before, sign, by, percent) => expect(difference(now, before)).toEqual({ sign, by, percent }))
})

describe('the pictures', () => {
  it('are all on the page, once', () => expect(pictures.map(({ id }) => id).toSorted()).toEqual([...pictureIds].sort()))
  it('a rule leads to its failing files in the report', () => {
    expect(pathInReport('/compliance/reports/r1', 'marriage.marriage.age', 'rate')).toBe('/compliance/reports/r1?view=failing&only=rule%3Amarriage+marriage.age')
    expect(pathInReport('/compliance?run=r1', 'place-names.name.form', 'unexamined')).toBe('/compliance?run=r1&view=rule')
  })
  it('a calendar takes the last year of a longer period', () => {
    expect(calendarPeriod({ from: '2026-01-01', to: '2026-12-31' })).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(calendarPeriod({ from: '2020-01-01', to: '2026-12-31' })).toEqual({ from: '2025-12-31', to: '2026-12-31' })
  })
})
