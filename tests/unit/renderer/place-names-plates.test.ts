import { describe, expect, it } from 'vitest'
import { orientStreet } from '../../../domain/place-names/plates/locate.ts'
import { modelEstateNumbering, modelNumbering } from '../../../domain/place-names/plates/settings.ts'
import { frontagesOf, idsAfter, namedIn, readBuildings, readLine, readLines, readMetres, readOf, seriesOf, type Draft } from '../../../renderer/windows/place-names/plates/frontages.ts'
import { besideLine, layStrip, numberFeatures, type DrawnNumber } from '../../../renderer/windows/place-names/plates/onLine.ts'
import { estateForm, readEstate, readStreet, streetForm } from '../../../renderer/windows/place-names/plates/settings.ts'
import { actsOn, nextStep } from '../../../renderer/windows/place-names/plates/standing.ts'
import { asSent, atLine, filled, fitting } from '../../../renderer/windows/place-names/proofs/forms.ts'

const draft = (id: string, change: Partial<Draft> = {}): Draft => ({ id, metres: '10', side: 'left', use: 'house', reserve: '', of: '', ...change })
const standing = [{ key: 'gate//12-0', number: 12, sub: 0, frontage: 'f4', standing: 'current', type: 'gate' }, { key: 'gate//14-0', number: 14, sub: 0, frontage: '', standing: 'cancelled', type: 'gate' }]

describe('lines of doors', () => {
  it('reads metres, sides, empty sites and further doors however they are written', () => {
    expect(readLine('35.5 左')).toEqual({ draft: { metres: '35.5', side: 'left', use: 'house', reserve: '', of: '' } })
    expect(readLine('48米右侧')).toMatchObject({ draft: { metres: '48', side: 'right' } })
    expect(readLine('４８，右，空2')).toMatchObject({ draft: { metres: '48', side: 'right', use: 'emptySite', reserve: '2' } })
    expect(readLine('48\t右\t空地\t3')).toMatchObject({ draft: { use: 'emptySite', reserve: '3' } })
    expect(readLine('50 left of3')).toMatchObject({ draft: { side: 'left', of: '3' } })
    expect(readLine('50 左 附12号')).toMatchObject({ draft: { of: '12号' } })
  })
  it('tells what it does not read', () => {
    expect(readLine('35 上')).toEqual({ unread: '上' })
    expect(readLine('左')).toEqual({ unread: '左' })
    expect(readLine('-5 左')).toEqual({ unread: '-5' })
    expect(readLines('10 左\n\n20 右\n30 中')).toEqual({ line: 4, unread: '中' })
    expect(readLines('10 左\r\n\r\n20 右\r\n')).toMatchObject({ drafts: [{ metres: '10' }, { metres: '20', side: 'right' }] })
  })
  it('reads metres with and without their unit, and nothing else', () => {
    expect([readMetres('12'), readMetres('12.25米'), readMetres('１２m'), readMetres('-1'), readMetres('1e3'), readMetres('')]).toEqual([12, 12.25, 12, undefined, undefined, undefined])
  })
  it('makes doors at equal distances on both sides', () => {
    expect(seriesOf({ count: 3, every: 12.5, from: 5, sides: 'both' }).map(({ metres, side }) => `${metres} ${side}`)).toEqual(['5 left', '5 right', '17.5 left', '17.5 right', '30 left', '30 right'])
    expect(seriesOf({ count: 2, every: 10, from: 0, sides: 'left' })).toHaveLength(2)
  })
  it('gives names that nothing has yet', () => {
    expect(idsAfter(['f2', 'f10', '示例', 'plate gate//1-0'], 2)).toEqual(['f11', 'f12'])
    expect(idsAfter([], 1)).toEqual(['f1'])
  })
  it('finds whose further door a line is', () => {
    const drafts = [draft('f1'), draft('f2')]
    expect(readOf('2', drafts, standing)).toBe('f2')
    expect(readOf('12号', drafts, standing)).toBe('plate gate//12-0')
    expect(readOf('14号', drafts, standing)).toBeUndefined()
    expect(readOf('9', drafts, standing)).toBeUndefined()
  })
  it('sends what is fit and tells the rest', () => {
    const { frontages, wrong } = frontagesOf([draft('f1'), draft('f2', { metres: 'x' }), draft('f3', { side: '' }), draft('f4', { metres: '', side: '', position: [120, 31] }), draft('f5', { use: 'emptySite', reserve: '99' }), draft('f6', { of: '6' })], standing, 'both')
    expect(frontages.map(({ id }) => id)).toEqual(['f1', 'f4'])
    expect(frontages[1]).toMatchObject({ position: [120, 31] })
    expect([...wrong].map(([id, { part }]) => `${id} ${part}`)).toEqual(['f2 metres', 'f3 side', 'f5 reserve', 'f6 of'])
    expect(frontagesOf([draft('f3', { side: '' })], [], 'one').wrong.size).toBe(0)
  })
  it('reads pasted positions of buildings', () => {
    expect(readBuildings('120.5, 31.3\n120.6 31.4')).toEqual({ positions: [[120.5, 31.3], [120.6, 31.4]] })
    expect(readBuildings('120.5, 31.3\nx')).toEqual({ line: 2, unread: 'x' })
  })
  it('knows which line a refusal names', () => {
    expect(namedIn('numbering.frontages.f3.metres')).toEqual({ id: 'f3', part: 'metres' })
    expect(namedIn('numbering.buildings.f7')).toEqual({ id: 'f7', part: 'metres' })
    expect(namedIn('numbering.settings.first')).toBeUndefined()
  })
})

describe('numbers on the line', () => {
  // From west to east, about 950 m.
  const line = [[120, 31], [120.01, 31]] as const
  const one = (number: number, change: Partial<DrawnNumber> = {}): DrawnNumber => ({ key: `gate//${String(number)}-0`, type: 'gate', within: '', number, sub: 0, label: `${String(number)}号`, side: 'left', metres: number * 10, position: null, reserved: false, ...change })
  it('stands on the side the odd numbers have, whichever end the street starts at', () => {
    for (const startEnd of ['east', 'west'] as const) {
      const settings = { ...modelNumbering.EW, startEnd, oddSide: 'north' as const }
      const { odd } = orientStreet(line, settings)
      const at = besideLine(line, { metres: 100, side: odd }, settings)
      expect(at?.[1]).toBeGreaterThan(31)
      expect(Math.abs((at?.[0] ?? 0) - (startEnd === 'east' ? 120.01 : 120))).toBeCloseTo(0.00105, 4)
    }
  })
  it('draws reserved numbers hollow, and cancelled ones and rooms not at all', () => {
    const features = numberFeatures([one(1), one(3, { reserved: true }), one(5, { gone: true }), one(7, { type: 'room' }), one(9, { position: [120.005, 31.0001] })], line, modelNumbering.EW)
    expect(features.map(({ name, hollow }) => `${name} ${String(hollow)}`)).toEqual(['1 false', '3 true', '9 false'])
    expect(features[2]?.geometry).toEqual({ type: 'Point', coordinates: [120.005, 31.0001] })
  })
  it('moves labels of near neighbours apart on the strip', () => {
    const { places } = layStrip([one(1, { metres: 0 }), one(3, { metres: 5 }), one(5, { metres: 200 }), one(2, { metres: 0, side: 'right' })], 1, () => 30)
    expect(places.map(({ number, level, side }) => `${String(number.number)} ${side} ${String(level)}`)).toEqual(['1 left 0', '2 right 0', '3 left 1', '5 left 0'])
  })
  it('stretches the strip while labels find no room', () => {
    const near = [0, 4, 8, 12, 16].map((metres, index) => one(index * 2 + 1, { metres }))
    const { places, perMetre } = layStrip(near, 0.5, () => 40)
    expect(perMetre).toBeGreaterThan(3)
    for (const level of [0, 1, 2]) { const xs = places.filter((place) => place.level === level).map(({ x }) => x); xs.slice(1).forEach((x, index) => expect(x - (xs[index] ?? 0)).toBeGreaterThanOrEqual(40)) }
    // Two doors at one place never find room; the strip does not grow without end.
    expect(layStrip([1, 3, 5, 7].map((number) => one(number, { metres: 5 })), 1, () => 40).perMetre).toBe(24)
  })
})

describe('settings as typed', () => {
  it('come back as they went in, and tell what does not read', () => {
    expect(readStreet(streetForm(modelNumbering.NS)).settings).toEqual(modelNumbering.NS)
    expect(readEstate(estateForm(modelEstateNumbering)).settings).toEqual(modelEstateNumbering)
    expect(readStreet({ ...streetForm(modelNumbering.NS), first: '0', spacingMetres: '十' }).wrong).toEqual(['spacingMetres', 'first'])
    expect(readEstate({ ...estateForm(modelEstateNumbering), rowMetres: '' }).wrong).toEqual(['rowMetres'])
  })
})

describe('what may be done with a number', () => {
  const all = ['numbered', 'assigned', 'confirmed', 'made', 'mounted', 'renumbered', 'cancelled']
  const made = { day: '2026-05-20', batch: '1', size: 'gate.small', maker: '' }
  it('puts the next step first', () => {
    expect(actsOn({ standing: 'current', type: 'gate', made: null, mounted: null, confirmed: null }, all)).toEqual(['confirmed', 'made', 'rooms', 'renumbered', 'cancelled'])
    expect(actsOn({ standing: 'current', type: 'room', made, mounted: null, confirmed: null }, all)).toEqual(['confirmed', 'mounted', 'made', 'renumbered', 'cancelled'])
    expect(actsOn({ standing: 'reserved', type: 'gate', made: null, mounted: null, confirmed: null }, all)).toEqual(['assigned', 'cancelled'])
    expect(actsOn({ standing: 'cancelled', type: 'gate', made: null, mounted: null, confirmed: null }, all)).toEqual([])
    expect(actsOn({ standing: 'current', type: 'gate', made: null, mounted: null, confirmed: null }, ['cancelled'])).toEqual(['cancelled'])
  })
})

describe('the next step of a number', () => {
  it('goes from the house to the plate on the wall', () => {
    const done = { day: '2026-05-20', batch: '1', size: 'gate.small', maker: '' }
    const confirmed = { day: '2026-05-20', key: 'gate//1-0', certificate: '1', owner: '示例住户', use: '', former: '' } as never
    const mounted = { day: '2026-05-20', key: 'gate//1-0', qr: '', position: '', photo: '' } as never
    expect(nextStep({ standing: 'reserved', confirmed: null, made: null, mounted: null })).toBe('assigned')
    expect(nextStep({ standing: 'current', confirmed: null, made: done, mounted: null })).toBe('confirmed')
    expect(nextStep({ standing: 'current', confirmed, made: done, mounted: null })).toBe('mounted')
    expect(nextStep({ standing: 'current', confirmed, made: done, mounted })).toBeUndefined()
  })
})

describe('forms of a proof', () => {
  it('sends what is filled in and brings findings back to their lines', () => {
    const { forms, lines } = filled([{ source: 'land', document: '', written: ' ' }, { source: 'house', document: ' 1 ', written: ' 学前街12号 ' }])
    expect(forms).toEqual([{ source: 'house', document: '1', written: '学前街12号' }])
    expect(atLine('forms.0.written', lines)).toBe('forms.1.written')
    expect(asSent('forms.1.written', lines)).toBe('forms.0.written')
    expect(atLine('standard', lines)).toBe('standard')
  })
  it('finds numbers in use by their beginning', () => {
    const plates = ['1号', '12号', '21号', '2号'].map((label, index) => ({ label, key: label, standing: index === 3 ? 'cancelled' : 'current' }))
    expect(fitting(plates, '1').map(({ label }) => label)).toEqual(['1号', '12号', '21号'])
    expect(fitting(plates, '2').map(({ label }) => label)).toEqual(['21号', '12号'])
  })
})
