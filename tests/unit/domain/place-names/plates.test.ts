import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { plateActions, addressActions } from '../../../../domain/place-names/plates/actions.ts'
import type { NumberedPlate, PlateAction } from '../../../../domain/place-names/plates/actions.ts'
import { checkProof, decideProof, readAddress, writeAddress } from '../../../../domain/place-names/plates/address.ts'
import { checkBook, concordanceOf, concordanceState, foldPlates, applyPlates } from '../../../../domain/place-names/plates/book.ts'
import { locateOn, orientStreet, positionOn } from '../../../../domain/place-names/plates/locate.ts'
import { findPlate, formatPlate } from '../../../../domain/place-names/plates/number.ts'
import { numberEstate, numberRooms, numberStreet } from '../../../../domain/place-names/plates/numbering.ts'
import type { Frontage, PlateRow } from '../../../../domain/place-names/plates/numbering.ts'
import { checkStreetPlates } from '../../../../domain/place-names/plates/rules.ts'
import { modelEstateNumbering, modelNumbering } from '../../../../domain/place-names/plates/settings.ts'
import type { StreetNumbering } from '../../../../domain/place-names/plates/settings.ts'
import { thrown } from './case-facts.ts'

/** A street of about 1 km drawn from west to east. */
const eastward: readonly Position[] = [[120.6, 31.2], [120.6105, 31.2]]
const northward: readonly Position[] = [[120.6, 31.2], [120.6, 31.209]]
const house = (id: string, metres: number, side: 'left' | 'right', rest: Partial<Frontage> = {}): Frontage => ({ id, metres, side, use: 'house', ...rest })
const byId = (rows: readonly PlateRow[]): Readonly<Record<string, string>> => Object.fromEntries(rows.filter(({ frontage, state }) => frontage !== '' && state === 'assigned').map(({ frontage, label }) => [frontage, label]))
const numbersOf = (rows: readonly PlateRow[], state: PlateRow['state']): readonly number[] => rows.filter((row) => row.state === state && row.sub === 0).map(({ number }) => number)

describe('the number of a plate', () => {
  it.each([['12号', '12号', 12, 0], ['12-1号', '12-1号', 12, 1], ['12号-1', '12-1号', 12, 1], ['１２号附１号', '12-1号', 12, 1], ['12号附1', '12-1号', 12, 1], ['12之1号', '12-1号', 12, 1], ['十二号', '12号', 12, 0], ['二十号', '20号', 20, 0], ['第8号', '8号', 8, 0]] as const)('%s is written %s', (written, label, number, sub) => {
    expect(findPlate(written)).toEqual({ number, sub })
    expect(formatPlate({ number, sub })).toBe(label)
  })
  it.each(['', '号', '0号', '12-1-2号', '12号附1号附2号', '甲号'])('%s is none', (written) => expect(findPlate(written)).toBeUndefined())
  it('may be written with 附', () => expect(formatPlate({ number: 12, sub: 1 }, 'attached')).toBe('12号附1号'))
})

describe('where a street begins and its odd side', () => {
  it.each([
    ['an E-W street from the east, odd north, drawn from the west', eastward, modelNumbering.EW, true, 'right'],
    ['the same drawn from the east', eastward.toReversed(), modelNumbering.EW, false, 'right'],
    ['a N-S street from the north, odd west, drawn from the south', northward, modelNumbering.NS, true, 'right'],
    ['the local rule: from the east with south odd', eastward, { ...modelNumbering.EW, oddSide: 'south' }, true, 'left'],
    ['the local rule: from the south, left odd', northward, { ...modelNumbering.NS, startEnd: 'south', oddSide: 'left' }, false, 'left'],
    ['from the south with west odd: the left hand', northward, { ...modelNumbering.NS, startEnd: 'south' }, false, 'left'],
    ['a dead end from its entrance', northward, modelNumbering.deadEnd, false, 'right'],
    ['a NE-SW street drawn from the south-west', [[120.6, 31.2], [120.61, 31.21]], modelNumbering.NESW, true, 'right'],
  ] as const)('%s', (_name, line, settings, reversed, odd) => {
    expect(orientStreet(line, settings)).toEqual({ reversed, odd })
  })
  it('finds the place of a door on the line and back', () => {
    const found = locateOn(eastward, [120.603, 31.2002])
    expect(found.metres).toBeCloseTo(286, 0)
    expect(found).toMatchObject({ side: 'left' })
    expect(found.offset).toBeCloseTo(22.2, 0)
    expect(positionOn(eastward, found.metres)?.[0]).toBeCloseTo(120.603, 6)
    expect(locateOn(eastward, [120.603, 31.1998]).side).toBe('right')
  })
})

describe('numbering a street', () => {
  it('from the east, north odd, south even (drawn from the west: left is north)', () => {
    const rows = numberStreet([house('a', 900, 'left'), house('b', 500, 'left'), house('c', 100, 'left'), house('d', 800, 'right'), house('e', 200, 'right')], modelNumbering.EW, { line: eastward })
    expect(byId(rows)).toEqual({ a: '1号', b: '3号', c: '5号', d: '2号', e: '4号' })
    expect(checkStreetPlates(rows, modelNumbering.EW)).toEqual([{ kind: 'pass' }])
  })
  it('a one-sided street runs in one sequence and skips neither 4 nor 13 nor 14', () => {
    const rows = numberStreet(Array.from({ length: 15 }, (_, index) => house(`h${String(index).padStart(2, '0')}`, index * 20, 'left')), { ...modelNumbering.EW, sides: 'one', startEnd: 'drawnFirst' }, { length: 400 })
    expect(numbersOf(rows, 'assigned')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
  })
  it('reserves numbers for empty sites and for gaps', () => {
    const west = { ...modelNumbering.EW, startEnd: 'west' as const }
    expect(numbersOf(numberStreet([house('a', 10, 'left'), house('b', 50, 'left', { use: 'emptySite', reserve: 3 }), house('c', 90, 'left')], west, { line: eastward }), 'reserved')).toEqual([3, 5, 7])
    const rows = numberStreet([house('a', 10, 'left'), house('b', 110, 'left')], { ...west, reserveMetres: 25 }, { line: eastward })
    expect([numbersOf(rows, 'assigned'), numbersOf(rows, 'reserved')]).toEqual([[1, 9], [3, 5, 7]])
  })
  it('by distance: the number follows the metres, a second house in one length is a further door, and what lies between is reserved', () => {
    const settings = { ...modelNumbering.EW, startEnd: 'west' as const, method: 'distance' as const, spacingMetres: 10 }
    const rows = numberStreet([house('a', 5, 'left'), house('b', 8, 'left'), house('c', 42, 'left'), house('d', 25, 'right')], settings, { line: eastward })
    expect(byId(rows)).toEqual({ a: '1号', b: '1-1号', c: '9号', d: '6号' })
    expect(numbersOf(rows, 'reserved')).toEqual([2, 3, 4, 5, 7])
  })
  it('sub-numbers for further doors, one level only', () => {
    const west = { ...modelNumbering.EW, startEnd: 'west' as const }
    expect(byId(numberStreet([house('a', 10, 'left'), house('x', 12, 'left', { of: 'a' }), house('y', 14, 'left', { of: 'a' }), house('b', 30, 'left')], west, { line: eastward }))).toEqual({ a: '1号', x: '1-1号', y: '1-2号', b: '3号' })
    expect(thrown(() => numberStreet([house('a', 10, 'left'), house('x', 12, 'left', { of: 'a' }), house('y', 14, 'left', { of: 'x' })], west, { line: eastward }))).toEqual({ code: 'invalid', field: 'frontages.y.of' })
    expect(thrown(() => numberStreet([house('a', 10, 'left'), house('a', 12, 'left')], west, { line: eastward }))).toEqual({ code: 'invalid', field: 'frontages.a' })
  })
  it('a rebuilt house keeps its number; a new one between takes a free number, else a sub-number', () => {
    const west = { ...modelNumbering.EW, startEnd: 'west' as const }
    const rows = numberStreet([house('a', 10, 'left', { kept: { number: 1, sub: 0 } }), house('n', 15, 'left'), house('b', 20, 'left', { kept: { number: 3, sub: 0 } }), house('m', 30, 'left'), house('c', 40, 'left', { kept: { number: 9, sub: 0 } })], west, { line: eastward })
    expect(byId(rows)).toEqual({ a: '1号', n: '1-1号', b: '3号', m: '5号', c: '9号' })
    expect(numbersOf(rows, 'reserved')).toEqual([7])
    expect(thrown(() => numberStreet([house('a', 10, 'left', { kept: { number: 9, sub: 0 } }), house('b', 20, 'left', { kept: { number: 3, sub: 0 } })], west, { line: eastward }))).toEqual({ code: 'invalid', field: 'frontages.b.kept' })
    expect(thrown(() => numberStreet([house('a', 10, 'left', { kept: { number: 2, sub: 0 } })], west, { line: eastward }))).toEqual({ code: 'invalid', field: 'frontages.a.kept' })
  })
  const settingsArbitrary = fc.record({ run: fc.constant('EW' as const), startEnd: fc.constantFrom('east' as const, 'west' as const, 'drawnFirst' as const, 'drawnLast' as const), oddSide: fc.constantFrom('north' as const, 'south' as const, 'left' as const, 'right' as const), sides: fc.constantFrom('both' as const, 'one' as const), method: fc.constantFrom('sequence' as const, 'distance' as const), spacingMetres: fc.integer({ min: 3, max: 60 }), reserveMetres: fc.constantFrom(0, 15, 40), first: fc.integer({ min: 1, max: 30 }), subStyle: fc.constantFrom('dash' as const, 'attached' as const) })
  const frontagesArbitrary = fc.array(fc.record({ metres: fc.integer({ min: 0, max: 1000 }), side: fc.constantFrom('left' as const, 'right' as const), use: fc.constantFrom('house' as const, 'house' as const, 'emptySite' as const), reserve: fc.integer({ min: 1, max: 4 }), of: fc.option(fc.nat(20), { freq: 4 }) }), { maxLength: 30 }).map((list): readonly Frontage[] => {
    const houses = list.flatMap(({ use, of }, index) => (use === 'house' && of === null ? [index] : []))
    return list.map(({ of, ...rest }, index) => ({ id: `f${String(index).padStart(2, '0')}`, ...rest, ...(of === null || houses.length === 0 ? {} : { use: 'house' as const, of: `f${String(houses[of % houses.length]).padStart(2, '0')}` }) }))
  })
  it('never skips, never repeats, keeps odd and even on their sides and sub-numbers one level deep, whatever the street', () => {
    fc.assert(fc.property(settingsArbitrary, frontagesArbitrary, (settings: StreetNumbering, frontages) => {
      const rows = numberStreet(frontages, settings, { line: eastward })
      expect(checkStreetPlates(rows, settings)).toEqual([{ kind: 'pass' }])
      for (const { id, use } of frontages) if (use === 'house') expect(rows.filter(({ frontage, state }) => frontage === id && state === 'assigned')).toHaveLength(1)
      expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length)
    }), { numRuns: 400 })
  })
  it('numbering again with every number kept changes nothing, and a house more disturbs none', () => {
    fc.assert(fc.property(settingsArbitrary, frontagesArbitrary, fc.integer({ min: 0, max: 1000 }), (settings: StreetNumbering, frontages, metres) => {
      const rows = numberStreet(frontages, settings, { line: eastward })
      const given = new Map(rows.filter(({ frontage, state }) => frontage !== '' && state === 'assigned').map(({ frontage, number, sub }) => [frontage, { number, sub }]))
      const kept = frontages.filter(({ use }) => use === 'house').map((frontage): Frontage => ({ ...frontage, ...(given.get(frontage.id) === undefined ? {} : { kept: given.get(frontage.id) as { number: number; sub: number } }) }))
      const again = numberStreet([...kept, house('new', metres, 'left')], settings, { line: eastward })
      for (const [id, { number, sub }] of given) expect(again.find(({ frontage }) => frontage === id)).toMatchObject({ number, sub })
      expect(checkStreetPlates(again, settings).filter(({ kind }) => kind !== 'pass')).toEqual([])
    }), { numRuns: 300 })
  })
  it('finds what is wrong with plates handed in', () => {
    const row = (number: number, sub = 0, rest: Partial<PlateRow> = {}): PlateRow => ({ number, sub, label: formatPlate({ number, sub }), state: 'assigned', frontage: '', side: number % 2 === 1 ? 'left' : 'right', metres: number * 10, ...rest })
    const words = (rows: readonly PlateRow[]): readonly string[] => checkStreetPlates(rows, { sides: 'both', first: 1 }).flatMap((said) => ('message' in said && said.message !== undefined ? [said.message.zh] : []))
    expect(words([row(1), row(3), row(3)])).toEqual(['3号重复'])
    expect(words([row(1), row(7), row(2)])).toEqual(['跳号：3、5'])
    expect(words([row(3)])).toEqual(['跳号：1'])
    expect(words([row(1), row(3, 0, { side: 'right' })])).toEqual(['单号在街道两侧'])
    expect(words([row(1), row(2, 0, { side: 'left' })])).toEqual(['单号和双号在同一侧'])
    expect(words([row(1), row(1, 2)])).toEqual(['1号的附号有跳号'])
    expect(words([row(1, 1)])).toEqual(['有1号的附号，没有1号'])
    expect(words([row(1, 0, { metres: 90 }), row(3, 0, { metres: 10 })])).toEqual(['3号在1号前面，不按顺序'])
  })
})

describe('numbering an estate', () => {
  const at = (id: string, east: number, north: number, rest = {}) => ({ id, position: [120.6 + east / 95_000, 31.2 + north / 111_000] as const, use: 'building' as const, ...rest })
  it('rows from the north, each from the east', () => {
    const rows = numberEstate([at('sw', 0, 0), at('se', 60, 3), at('nw', 0, 50), at('ne', 60, 52)], modelEstateNumbering)
    expect(rows.map(({ building, label }) => `${building}=${label}`)).toEqual(['ne=1幢', 'nw=2幢', 'se=3幢', 'sw=4幢'])
  })
  it('keeps numbers, reserves what is passed over, and refuses one kept twice', () => {
    const rows = numberEstate([at('a', 0, 50), at('b', 0, 0, { kept: 5 })], modelEstateNumbering)
    expect(rows.map(({ number, state }) => [number, state])).toEqual([[1, 'assigned'], [2, 'reserved'], [3, 'reserved'], [4, 'reserved'], [5, 'assigned']])
    expect(thrown(() => numberEstate([at('a', 0, 50, { kept: 5 }), at('b', 0, 0, { kept: 5 })], modelEstateNumbering))).toEqual({ code: 'invalid', field: 'buildings.b.kept' })
  })
  it('neither skips nor repeats', () => {
    fc.assert(fc.property(fc.array(fc.record({ east: fc.integer({ min: 0, max: 500 }), north: fc.integer({ min: 0, max: 500 }), kept: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 5 }) }), { maxLength: 25 }), (list) => {
      const seen = new Set<number>()
      const buildings = list.map(({ east, north, kept }, index) => { const own = kept !== null && !seen.has(kept) ? kept : undefined; if (own !== undefined) seen.add(own); return at(`b${String(index).padStart(2, '0')}`, east, north, own === undefined ? {} : { kept: own }) })
      const rows = numberEstate(buildings, modelEstateNumbering)
      expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
      expect(rows.filter(({ state }) => state === 'assigned')).toHaveLength(buildings.length)
    }), { numRuns: 200 })
  })
  it('rooms by floor', () => {
    expect(numberRooms(2, 3)).toEqual(['101', '102', '103', '201', '202', '203'])
    expect(numberRooms(12, 1).at(-1)).toBe('1201')
    expect(thrown(() => numberRooms(2, 100))).toEqual({ code: 'invalid', field: 'floors' })
  })
})

const plate = (number: number, rest: Partial<NumberedPlate> = {}): NumberedPlate => ({ type: 'gate', within: '', number, sub: 0, label: `${number}号`, state: 'assigned', frontage: `f${number}`, side: number % 2 === 1 ? 'left' : 'right', metres: number * 10, position: null, ...rest })
const doing = <K extends PlateAction['kind']>(kind: K, body: Omit<Extract<PlateAction, { kind: K }>['body'], 'day'>, day = '2026-05-01'): PlateAction => ({ kind, subject: 'e1', body: { day, ...body } }) as unknown as PlateAction
const numbered = doing('plate.numbered', { document: '示门〔2026〕1号', name: '外麻路', street: modelNumbering.EW, estate: null, rows: [plate(1), plate(2), plate(3), plate(5, { state: 'reserved', frontage: '' })] })

describe('the plates of a street', () => {
  it('numbered, assigned, made, mounted, confirmed; every body fits its schema', () => {
    const acts = [numbered, doing('plate.assigned', { key: 'gate//5-0', frontage: 'f5', document: '', provisional: false }), doing('plate.made', { batch: 'B1', size: 'gate.middle', maker: '示例', keys: ['gate//1-0', 'gate//5-0'] }), doing('plate.mounted', { key: 'gate//1-0', qr: 'q1', position: '门左', photo: '' }), doing('plate.confirmed', { key: 'gate//1-0', certificate: '1', owner: '示例户主', use: '住宅', former: '' })]
    for (const { kind, body } of acts) expect(plateActions[kind].safeParse(body).success, kind).toBe(true)
    const book = foldPlates(acts)
    expect(book.plates.map(({ standing, made, mounted }) => [standing, made !== null, mounted !== null])).toEqual([['current', true, true], ['current', false, false], ['current', false, false], ['current', true, false]])
    expect(checkBook(book)).toEqual([{ kind: 'pass' }])
  })
  it.each<[string, PlateAction, object]>([
    ['a number in use for another house', doing('plate.numbered', { document: '', name: '外麻路', street: null, estate: null, rows: [plate(1, { frontage: 'other' })] }), { code: 'conflict', field: 'rows.0' }],
    ['a number twice in one list', doing('plate.numbered', { document: '', name: '外麻路', street: null, estate: null, rows: [plate(7), plate(7)] }), { code: 'conflict' }],
    ['a number already assigned', doing('plate.assigned', { key: 'gate//1-0', frontage: 'x', document: '', provisional: false }), { code: 'conflict', field: 'key' }],
    ['a plate for a reserved number', doing('plate.made', { batch: 'B', size: 's', maker: '', keys: ['gate//5-0'] }), { code: 'wrong_state', field: 'key' }],
    ['mounting what was never made', doing('plate.mounted', { key: 'gate//1-0', qr: '', position: '', photo: '' }), { code: 'wrong_state', field: 'key' }],
    ['a number that is none', doing('plate.cancelled', { key: 'gate//99-0', reason: '拆除', document: '' }), { code: 'not_found', field: 'key' }],
    ['renaming from another name', doing('plate.streetRenamed', { from: '别的路', to: '龙湖路', document: '' }), { code: 'conflict', field: 'from' }],
  ])('refuses %s', (_name, action, expected) => expect(thrown(() => foldPlates([numbered, action]))).toMatchObject(expected))
  it('a cancelled number stays to be read, fills its place, and may be given again', () => {
    const book = foldPlates([numbered, doing('plate.cancelled', { key: 'gate//1-0', reason: '拆除', document: '' })])
    expect(book.plates[0]).toMatchObject({ standing: 'cancelled', until: '2026-05-01' })
    expect(checkBook(book)).toEqual([{ kind: 'pass' }])
    expect(foldPlates([numbered, doing('plate.cancelled', { key: 'gate//1-0', reason: '拆除', document: '' }), doing('plate.numbered', { document: '', name: '外麻路', street: null, estate: null, rows: [plate(1, { frontage: 'rebuilt' })] })]).plates.filter(({ number }) => number === 1)).toHaveLength(2)
  })
  it('after a renaming old and new addresses stand side by side, and new houses have none', () => {
    const renamed = [numbered, doing('plate.streetRenamed', { from: '外麻路', to: '龙湖路', document: '示府〔2026〕2号' }, '2026-06-01'), doing('plate.numbered', { document: '', name: '龙湖路', street: null, estate: null, rows: [plate(4)] }, '2026-07-01'), doing('plate.renumbered', { key: 'gate//3-0', to: plate(7, { frontage: 'f3' }), document: '', reason: '重编' }, '2026-08-01')]
    const book = foldPlates(renamed)
    expect(concordanceOf(book, '示例区')).toEqual([{ key: 'gate//1-0', before: '示例区外麻路1号', after: '示例区龙湖路1号' }, { key: 'gate//2-0', before: '示例区外麻路2号', after: '示例区龙湖路2号' }, { key: 'gate//7-0', before: '示例区龙湖路3号', after: '示例区龙湖路7号' }])
    expect(concordanceState(book)).toEqual({ addresses: 3, held: 0, issuedOn: '' })
    expect(concordanceState(applyPlates(book, doing('plate.concorded', { document: '对照1', rows: [...concordanceOf(book)] }, '2026-08-02')))).toEqual({ addresses: 3, held: 3, issuedOn: '2026-08-02' })
  })
})

describe('addresses', () => {
  it.each([
    ['江苏省苏州市吴中区越溪街道张桥村路12号3幢2单元501室', { before: '江苏省苏州市吴中区越溪街道', place: '张桥村路', number: { number: 12, sub: 0 }, building: '3', unit: '2', room: '501', rest: '' }],
    ['吴中区张桥村路12-1号', { place: '张桥村路', number: { number: 12, sub: 1 }, building: '', room: '' }],
    ['张桥村路１２号附１号', { place: '张桥村路', number: { number: 12, sub: 1 } }],
    ['吴中区旧桥路8号', { place: '旧桥路', number: { number: 8, sub: 0 } }],
  ])('reads %s', (written, expected) => expect(readAddress(written, ['张桥村路', '旧桥路'])).toMatchObject(expected))
  it('writes the parts in order', () => {
    expect(writeAddress({ divisions: ['江苏省', '苏州市', '吴中区', '越溪街道'], community: '张桥社区', place: '张桥村路', number: '12号', building: '3幢', unit: '2', room: '501' })).toBe('江苏省苏州市吴中区越溪街道张桥社区张桥村路12号3幢2单元501室')
    expect(thrown(() => writeAddress({ divisions: [], place: ' ' }))).toEqual({ code: 'invalid', field: 'place' })
  })
  const facts = { standard: { name: '张桥村路', number: { number: 12, sub: 0 } }, formerNames: ['旧桥路'], formerNumbers: [{ number: 8, sub: 0 }], answers: [] }
  const standard = '吴中区越溪街道张桥村路12号501室'
  const form = (written: string, source: 'realEstate' | 'household' = 'realEstate') => ({ source, document: '', written })
  it('joins written forms that differ by former names and numbers', () => {
    const decided = decideProof({ day: '2026-05-20', number: '示名证〔2026〕1号', applicant: '示例申请人', owner: '示例产权人', entityId: 'e1', key: 'gate//12-0', standard, forms: [form('吴中区旧桥路8号501室'), form('吴中区张桥村路十二号501', 'household')], signer: '' }, facts)
    expect(decided).toMatchObject({ kind: 'action', action: { body: { sentence: expect.stringContaining('系同一处房产') } } })
    expect(decided.kind === 'action' && addressActions['address.proved'].safeParse(decided.action.body).success).toBe(true)
  })
  it('asks about another street or number, stops at another room, and needs something to prove', () => {
    expect(checkProof(standard, [form('吴中区别样路8号501室')], facts).findings).toMatchObject([{ severity: 'answer', field: 'forms.0.written' }])
    expect(checkProof(standard, [form('吴中区张桥村路99号501室')], facts)).toMatchObject({ ready: false })
    expect(checkProof(standard, [form('吴中区张桥村路99号501室')], { ...facts, answers: [{ rule: 'place-names.address-proof', field: 'forms.0.written', reason: '1990年前门牌' }] }).ready).toBe(true)
    expect(checkProof(standard, [form('吴中区张桥村路12号502室')], facts).findings).toMatchObject([{ severity: 'stop' }])
    expect(checkProof('吴中区旧桥路12号', [form('x')], facts).findings[0]).toMatchObject({ severity: 'stop', field: 'standard' })
    expect(thrown(() => decideProof({ day: '2026-05-20', number: '1', applicant: 'a', owner: 'b', entityId: '', key: '', standard, forms: [form(`${standard} `)], signer: '' }, facts))).toEqual({ code: 'invalid', field: 'forms.0.written' })
  })
})
