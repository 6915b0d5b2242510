import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import type { Box, Geometry } from '../../../domain/place-names/gazetteer/geometry.ts'
import { boxOf } from '../../../domain/place-names/gazetteer/geometry.ts'
import type { PlaceKind } from '../../../domain/place-names/kinds.ts'
import { nameKeys, relationOf, sameSeries, splitName } from '../../../domain/place-names/names/index.ts'
import type { Register } from '../../../db/contract.ts'
import type { NeighbourQuery } from '../../../db/place-names/contract.ts'
import { profile, road } from '../domain/place-names/case-facts.ts'
import { clerk, newRegister, record } from './helpers.ts'
import { added, byTwo, caseOf, gazetteer, nameOf, rebuildFaults, received } from './place-names.ts'

const late = clerk('2026-06-06T09:31:07.123+08:00')
const filled = async (actions: readonly Action[]): Promise<Register> => {
  const register = newRegister()
  await record(register, actions, late)
  return register
}
const near = async (register: Register, name: string, rest: Partial<NeighbourQuery> = {}): Promise<readonly string[]> =>
  (await register.read.placeNames.neighbours({ keys: nameKeys({ name, kind: 'STREET' }), compare: 'whole', kind: 'STREET', acrossKinds: false, ...rest })).map(({ name: found, status }) => `${found} ${status}`)

describe('neighbours of a typed name', () => {
  it('are found by every relation, the nearest first, whatever the scope', async () => {
    const register = await filled([
      added('e1', '长山路'), added('e2', '常山路', { facts: { county: '320507', builtUpArea: 'outside' } }), added('e3', '昌山路'), added('e4', '长珊路'), added('e5', '肠衫路'), added('e6', '仓山路'), added('e7', '长山东路'), added('e8', '长山一路'), added('e9', '长山街'), added('e10', '翠湖路'),
      added('e11', '长山苑', { kind: 'ESTATE' }),
    ])
    expect(await near(register, '长山路')).toEqual(['长山路 standard', '常山路 standard', '长珊路 standard', '肠衫路 standard', '昌山路 standard', '仓山路 standard', '长山东路 standard', '长山一路 standard'])
    expect(await near(register, '长山东路')).toEqual(['长山东路 standard', '长山路 standard', '长山街 standard', '长山一路 standard'])
    expect(await near(register, '长山苑', { kind: 'ESTATE' })).toEqual(['长山苑 standard'])
    expect(await near(register, '长山苑', { acrossKinds: true })).toContain('长山苑 standard')
    expect(await near(register, '长山巷', { compare: 'specific' })).toEqual(expect.arrayContaining(['长山路 standard', '长山街 standard', '常山路 standard', '仓山路 standard']))
    expect(await near(register, '长山路', { limit: 2 })).toEqual(['长山路 standard', '常山路 standard'])
  })

  it('are those that look alike, and those that differ by a first character that marks a pair', async () => {
    const register = await filled([added('e1', '土桥路'), added('e2', '东俞家浜巷')])
    expect(await near(register, '士桥路')).toEqual(['土桥路 standard'])
    expect(await near(register, '西俞家浜巷')).toEqual(['东俞家浜巷 standard'])
  })

  it('hold former, historic, reserved and removed names with their standing', async () => {
    const register = await filled([
      added('e1', '塔韵路', { names: [nameOf('e1-2', '旧塔路', { standing: 'former', to: '2005-01-01' }), nameOf('e1-3', '古塔路', { standing: 'historic' }), nameOf('e1-4', '小塔路', { standing: 'shortName' })] }),
      added('e2', '留用路', { first: { standing: 'reserved' } }), added('e3', '消失路'), gazetteer('removed', 'e3', { document: '1', reason: '拆除' }),
      added('e4', '原名路'), gazetteer('renamed', 'e4', { name: nameOf('e4-2', '新名路') }),
    ])
    expect(await near(register, '旧塔路')).toEqual(['旧塔路 former'])
    expect(await near(register, '古塔路')).toEqual(['古塔路 historic'])
    expect(await near(register, '小塔路')).toEqual(['小塔路 alias'])
    expect(await near(register, '留用路')).toEqual(['留用路 reserved'])
    expect(await near(register, '消失路')).toEqual(['消失路 removed'])
    expect([await near(register, '原名路'), await near(register, '新名路')]).toEqual([['原名路 former'], ['新名路 standard']])
  })

  it('hold the names of open applications, not those of the case that asks, and no longer once they are decided or withdrawn', async () => {
    const register = await filled([received('n1', [road('1', '人福路')]), received('n2', [road('1', '仁福路', { act: 'renaming', entityId: 'e1' }), road('2', '任福路', { act: 'removal' })])])
    expect(await near(register, '人福路')).toEqual(['人福路 proposed', '仁福路 proposed'])
    expect(await near(register, '人福路', { exceptCase: 'n1' })).toEqual(['仁福路 proposed'])
    const [found] = await register.read.placeNames.neighbours({ keys: nameKeys({ name: '人福路' }), compare: 'whole', kind: 'STREET', acrossKinds: false })
    expect(found).toMatchObject({ id: 'n1/1', entityId: '', where: '越溪街道', area: { county: '320506', builtUpArea: '320506-1' } })
    await record(register, [{ kind: 'placeName.amended', subject: 'n1', body: { day: '2026-03-03', changes: { items: [road('3', '青剑湖路')] } } }, { kind: 'placeName.withdrawn', subject: 'n2', body: { day: '2026-03-03', note: '撤回' } }], late)
    expect(await near(register, '人福路')).toEqual([])
    expect(await near(register, '青剑湖路')).toEqual(['青剑湖路 proposed'])
    await record(register, [{ kind: 'placeName.amended', subject: 'n1', body: { day: '2026-03-04', changes: { items: [road('4', '人福路'), road('3', '青剑湖路', { township: '郭巷街道' })] } } }], late)
    expect(await near(register, '人福路')).toEqual(['人福路 proposed'])
    await record(register, caseOf('n3', [road('1', '金鸡湖路')]), late)
    expect(await near(register, '金鸡湖路')).toEqual([])
    expect(rebuildFaults(register.folder)).toEqual([])
  })

  it('are keyed as the published spelling reads them, and anew when the profile reads a word otherwise', async () => {
    const register = await filled([added('e1', '长乐路', { first: { text: 'Zhǎnglè Lù' } }), added('e2', '六合路', { first: { text: '', sign: '' } }), received('n1', [road('1', '六合街')])])
    const sounds = async (name: string, chosen: Readonly<Record<number, string>>): Promise<readonly string[]> => (await register.read.placeNames.neighbours({ keys: nameKeys({ name, chosen }), compare: 'whole', kind: 'STREET', acrossKinds: false })).map(({ keys }) => keys.whole.sound)
    expect(await sounds('掌乐路', { 0: 'zhǎng', 1: 'lè' })).toEqual(['zhang3-le4-lu4'])
    const before = (await sounds('六合路', {}))[0]
    await record(register, [{ kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day: '2026-01-01', profile: profile({ readings: [{ characters: '六合', syllables: ['liù', 'gě'] }] }) }, ...byTwo }], late)
    expect(before).not.toBe('liu4-ge3-lu4')
    expect(await sounds('六合路', { 0: 'liù', 1: 'gě' })).toEqual(['liu4-ge3-lu4'])
    await record(register, [{ kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day: '2026-02-01', profile: profile() }, ...byTwo }], late)
    expect((await sounds('六合路', {}))[0]).toBe(before)
    expect(rebuildFaults(register.folder)).toEqual([])
  })

  it('are all that the domain calls related among random names, and the domain calls every one of the nearest so', async () => {
    const characters = ['长', '常', '昌', '仓', '山', '珊', '土', '士', '东', '西', '一', '二', '小', '北']
    const names = fc.uniqueArray(fc.tuple(fc.array(fc.constantFrom(...characters), { minLength: 2, maxLength: 3 }), fc.constantFrom('路', '街', '巷')).map(([specific, generic]) => specific.join('') + generic), { minLength: 12, maxLength: 40 })
    await fc.assert(fc.asyncProperty(names, fc.constantFrom('whole' as const, 'specific' as const), async (all, compare) => {
      const register = await filled(all.slice(1).map((name, index) => added(`e${String(index)}`, name, { first: { text: '', sign: '' } })))
      const [typed = ''] = all
      const own = { parts: splitName(typed, 'STREET'), keys: nameKeys({ name: typed, kind: 'STREET' }) }
      const related = all.slice(1).filter((name) => {
        const [parts, keys] = [splitName(name, 'STREET'), nameKeys({ name, kind: 'STREET' })]
        return relationOf({ parts: own.parts, keys: own.keys.whole }, { parts, keys: keys.whole }) !== 'none' || sameSeries(own.parts, parts) || (compare === 'specific' && relationOf({ parts: own.parts, keys: own.keys.specific }, { parts, keys: keys.specific }) !== 'none')
      })
      const found = (await register.read.placeNames.neighbours({ keys: own.keys, compare, kind: 'STREET', acrossKinds: false })).map(({ name }) => name)
      expect(related.filter((name) => !found.includes(name))).toEqual([])
      // What an answer leaves out for want of room is always its end.
      for (const limit of [1, 2, 3, 5, 8, 13]) expect((await register.read.placeNames.neighbours({ keys: own.keys, compare, kind: 'STREET', acrossKinds: false, limit })).map(({ name }) => name)).toEqual(found.slice(0, limit))
      await register.close()
    }), { numRuns: 25 })
  }, 60_000)
})

describe('the map', () => {
  const line = (x: number, y: number, length: number): Geometry => ({ type: 'LineString', coordinates: [[x, y], [x + length, y + length / 2]] })

  it('gives what meets a window, the largest first, in one way with few and with many', async () => {
    const shapes = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 90 })
    await fc.assert(fc.asyncProperty(shapes, fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 60 })), async (given, [west, south, size]) => {
      const geometries = given.map(([x, y, length]) => line(120 + x / 100, 31 + y / 100, length / 100))
      const register = await filled(geometries.map((geometry, index) => added(`e${String(index)}`, `第${'一二三四五六七八九十'.charAt(index % 10)}路`, { geometry })))
      const window: Box = [120 + west / 100 + 0.003, 31 + south / 100 + 0.003, 120 + (west + size) / 100 + 0.003, 31 + (south + size) / 100 + 0.003]
      const wanted = geometries.flatMap((geometry, index) => { const [w, s, e, n] = boxOf(geometry); return w <= window[2] && e >= window[0] && s <= window[3] && n >= window[1] ? [`e${String(index)}`] : [] })
      const found = await register.read.placeNames.map({ box: window, limit: 100 })
      expect(found.rows.map(({ entityId }) => entityId).sort()).toEqual(wanted.sort())
      const lengths = found.rows.map(({ geometry }) => { const [w, s, e, n] = boxOf((geometry as { readonly geometry: Geometry }).geometry); return Math.hypot(e - w, n - s) })
      expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
      const boxes = geometries.map(boxOf)
      const around = [Math.min(...boxes.map(([edge]) => edge)), Math.min(...boxes.map(([, edge]) => edge)), Math.max(...boxes.map(([, , edge]) => edge)), Math.max(...boxes.map(([, , , edge]) => edge))]
      expect(await register.read.placeNames.extent()).toEqual(around.map((edge) => expect.closeTo(edge, 4) as number))
      if (wanted.length > 1) expect(await register.read.placeNames.map({ box: window, limit: 1 })).toMatchObject({ more: true, rows: [{ entityId: found.rows[0]?.entityId }] })
      await register.close()
    }), { numRuns: 20 })
  }, 60_000)

  it('is empty before anything has a place', async () => {
    const register = await filled([added('e1', '塔韵路')])
    expect([await register.read.placeNames.extent(), await register.read.placeNames.map({ box: [119, 30, 122, 33], limit: 10 })]).toEqual([undefined, { rows: [], more: false }])
  })

  it('follows an extent that changes, and leaves out what was removed unless it is asked for', async () => {
    const register = await filled([added('e1', '塔韵路', { geometry: line(120, 31, 0.01) }), added('e2', '消失路', { geometry: line(120, 31, 0.02) }), gazetteer('removed', 'e2', { document: '1', reason: '' }), gazetteer('extentChanged', 'e1', { document: '2', geometry: { geometry: line(121, 31, 0.03), declared: 'CGCS2000', source: '' }, changes: { lengthMetres: 3000 } })])
    const ids = async (box: Box, removed = false): Promise<readonly string[]> => (await register.read.placeNames.map({ box, removed, limit: 10 })).rows.map(({ entityId }) => entityId)
    expect(await ids([119.9, 30.9, 120.1, 31.1])).toEqual([])
    expect(await ids([119.9, 30.9, 120.1, 31.1], true)).toEqual(['e2'])
    expect(await ids([120.9, 30.9, 121.1, 31.1])).toEqual(['e1'])
    expect((await register.read.placeNames.findEntity('e1'))?.value.formerExtents).toHaveLength(1)
    expect((await register.read.placeNames.names({ text: '塔韵' })).rows).toMatchObject([{ lengthMetres: 3000, form: 'line' }])
    expect(await register.read.placeNames.extent()).toMatchObject([expect.closeTo(120, 4), expect.closeTo(31, 4), expect.closeTo(121.03, 4), expect.closeTo(31.015, 4)])
    expect(rebuildFaults(register.folder)).toEqual([])
  })
})

describe('the list of names', () => {
  const towns = ['甲镇', '乙镇'] as const
  const kinds: readonly PlaceKind[] = ['STREET', 'ESTATE']
  const filters = [{}, { text: '山' }, { text: 'chang' }, { text: 'csl' }, { kind: 'ESTATE' }, { township: '甲镇' }, { township: '乙镇', kind: 'STREET' }, { standing: 'former' }, { standing: 'former', text: '旧' }, { noGeometry: true }, { noGeometry: false }, { noCode: true, text: '长' }, { removed: true }, { removed: false, kind: 'STREET' }, { protected: true }, { builtUpArea: 'main' }] as const

  it('comes page by page with the names of a filter, each once, as many as are counted', async () => {
    const register = await filled([
      ...Array.from({ length: 37 }, (_, index) => added(`e${String(index)}`, `${['长山', '常山', '塔韵', '小长山'][index % 4] ?? ''}${['路', '苑'][index % 2] ?? ''}`, {
        kind: kinds[index % 2] ?? 'STREET', facts: { township: towns[index % 3 === 0 ? 0 : 1], builtUpArea: index % 5 === 0 ? 'main' : 'outside' }, ...(index % 4 === 0 ? {} : { geometry: { type: 'Point' as const, coordinates: [120, 31] as [number, number] } }),
        names: index % 3 === 0 ? [nameOf(`x${String(index)}`, `旧${['长', '塔'][index % 2] ?? ''}巷`, { standing: 'former' })] : [],
      })),
      gazetteer('removed', 'e3', { document: '1', reason: '' }), gazetteer('protected', 'e4', { classes: ['historic'], value: '', document: '', publishedOn: '', copiedTo: '' }), gazetteer('coded', 'e5', { code: '12345678901234567890' }),
    ])
    const { placeNames } = register.read
    const everything = (await placeNames.names({ limit: 1000 })).rows
    expect(everything).toHaveLength(50)
    for (const filter of filters) {
      const found: string[] = []
      let after: string | undefined
      do {
        const page = await placeNames.names({ ...filter, limit: 4, ...(after === undefined ? {} : { after }) })
        found.push(...page.rows.map(({ nameId }) => nameId))
        after = page.next
      } while (after !== undefined)
      expect(new Set(found).size, JSON.stringify(filter)).toBe(found.length)
      expect(await placeNames.countNames(filter), JSON.stringify(filter)).toBe(found.length)
      expect(found.length, JSON.stringify(filter)).toBeGreaterThan(0)
    }
    expect(await placeNames.countNames({ kind: 'ESTATE' })).toBe(everything.filter(({ kind }) => kind === 'ESTATE').length)
    expect(await placeNames.countNames({ text: '山' })).toBe(everything.filter(({ name }) => name.includes('山')).length)
    // Those that begin with it first.
    expect((await placeNames.names({ text: '长', limit: 100 })).rows.findIndex(({ name }) => !name.startsWith('长'))).toBe(everything.filter(({ name }) => name.startsWith('长')).length)
    expect(await placeNames.nameSums()).toMatchObject({ entities: 37, names: 50, byStanding: [{ standing: 'former', count: 13 }, { standing: 'removed', count: 1 }, { standing: 'standard', count: 36 }] })
    expect((await placeNames.protectedEntities()).map(({ id }) => id)).toEqual(['e4'])
    expect(await placeNames.localNames({ county: '', builtUpArea: 'main', township: '甲镇' }, 3)).toHaveLength(3)
    await expect(placeNames.names({ after: 'x' })).rejects.toMatchObject({ code: 'malformed' })
  })

  it('gives the entities that a decided case made or touched, by item', async () => {
    const items = [road('1', '张桥村路'), road('2', '塔韵路', { act: 'extentChange', entityId: 'e1' })]
    const register = await filled([added('e1', '塔韵路'), ...caseOf('n1', items).slice(0, 9), added('e2', '张桥村路', { first: { caseId: 'n1', itemId: '1' } })])
    expect((await register.read.placeNames.entitiesOfCase('n1')).map(({ itemId, entity }) => [itemId, entity.id])).toEqual([['1', 'e2'], ['2', 'e1']])
  })
})
