import { describe, expect, it } from 'vitest'
import { burialWindow } from '../../../../api/burial/window.ts'
import { divorceWindow } from '../../../../api/divorce/window.ts'
import { marriageWindow } from '../../../../api/marriage/window.ts'
import { placeNameWindow } from '../../../../api/place-names/window.ts'
import { reissueWindow } from '../../../../api/reissue/window.ts'
import { openingChange, openingPath, openingTarget, readOpening } from '../../../../renderer/shared/opening.ts'

const period = { from: '2026-05-01', to: '2026-05-31' }

describe('what an opening leads to', () => {
  it('every kind that a window counts opens its cases', () => {
    for (const window of [marriageWindow, divorceWindow, reissueWindow, burialWindow, placeNameWindow]) {
      for (const [kind, { unit }] of Object.entries(window.counts)) {
        const target = openingTarget({ window: window.id, kind, ...period }, 'x')
        expect(target, `${window.id} ${kind}`).toBeDefined()
        expect(openingTarget({ window: window.id, cells: [`tally.${window.id}.${kind}.${unit}`], ...period }, 'x'), `${window.id} ${kind} by its cell`).toEqual(target)
      }
    }
  })
  it('one cell of couples is a list, several are named', () => {
    expect(openingTarget({ window: 'marriage', cells: ['marriage.total'], ...period }, 'x')).toEqual({ to: 'list', path: '/marriage?from=2026-05-01&to=2026-05-31&cell=marriage.total' })
    const several = openingTarget({ window: 'marriage', cells: ['marriage.first.man', 'marriage.first.woman'], ...period }, 'x')
    expect(several?.to).toBe('parts')
    expect(several?.to === 'parts' ? several.parts.map(({ path }) => path) : []).toEqual(['/marriage?from=2026-05-01&to=2026-05-31&cell=marriage.first.man', '/marriage?from=2026-05-01&to=2026-05-31&cell=marriage.first.woman'])
  })
  it('cells of funeral affairs and place names are their counted lines', () => {
    expect(openingTarget({ window: 'burial', cells: ['waiver.total', 'waiver.actual'], ...period }, '减免')).toEqual({ to: 'lines', window: 'burial', open: { cells: ['waiver.total', 'waiver.actual'], ...period, what: '减免' } })
    expect(openingPath({ window: 'place-names', kind: 'name.approved', ...period }, '批准')).toBe(`/place-names/tables?from=2026-05-01&to=2026-05-31&cells=name.approved.total&since=2026-05-01&until=2026-05-31&what=${encodeURIComponent('批准')}`)
  })
  it('what somebody waits for, failing files and a whole window are lists', () => {
    expect(openingPath({ window: 'divorce', kind: 'lapsed', from: '2026-05-20', to: '2026-05-20' }, '')).toBe('/worklist?kind=lapsed&day=2026-05-20')
    expect(openingPath({ window: 'burial', kind: 'storageOverdue', ...period }, '')).toBe('/burial?list=storageOverdue')
    expect(openingPath({ window: 'marriage', kind: 'failed', ...period }, '')).toContain('inspection=failed')
    expect(openingPath({ window: 'reissue', ...period }, '')).toBe('/reissue?from=2026-05-01&to=2026-05-31')
    expect(openingTarget({ window: 'nowhere', ...period }, '')).toBeUndefined()
  })
  it('an opened number is written into an address and read back', () => {
    const opened = { opening: { window: 'burial', cells: ['waiver.total'], ...period }, what: '减免金额' }
    expect(readOpening(new URLSearchParams(openingChange(opened)))).toEqual(opened)
    expect(readOpening(new URLSearchParams(Object.entries(openingChange(undefined)).filter(([, value]) => value !== '')))).toBeUndefined()
  })
})
