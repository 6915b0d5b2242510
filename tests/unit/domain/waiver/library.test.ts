import { describe, expect, it } from 'vitest'
import { areaName } from '../../../../domain/areas/index.ts'
import { waiverItemCodes } from '../../../../domain/waiver/codes.ts'
import { runExamples } from '../../../../domain/waiver/examples.ts'
import { getShippedPolicy, waiverLibrary } from '../../../../domain/waiver/library.ts'
import type { Row } from '../../../../domain/waiver/library/make.ts'
import { caseOf, resident } from '../../../../domain/waiver/library/make.ts'
import { WaiverPolicy } from '../../../../domain/waiver/policy.ts'
import { quote } from '../../../../domain/waiver/quote.ts'
import { requireNoOverlap, requireSoundPolicy } from '../../../../domain/waiver/soundness.ts'

describe('the library', () => {
  it('holds every policy once, each of its shape, sound, unverified, without overlapping versions', () => {
    expect(waiverLibrary.map(({ id }) => id).sort()).toEqual(['BL-2025', 'DZ-2025', 'FZ-2013', 'GZ-NON', 'GZ-RES', 'HGH-2010', 'HGH-2023', 'HZ-2025', 'LH-2015', 'LZ-2018', 'NB-2021', 'NJ', 'PC-2025', 'SS-2024', 'SZ-2022', 'TS-2025', 'WC-2019', 'WZ-2011', 'YC-2025', 'YD-2025'])
    for (const policy of waiverLibrary) {
      expect(WaiverPolicy.parse(policy), policy.id).toEqual(policy)
      expect(() => requireSoundPolicy(policy), policy.id).not.toThrow()
      expect(() => requireNoOverlap(policy, waiverLibrary), policy.id).not.toThrow()
      expect(policy.verified, policy.id).toBe(false)
      expect(policy.source, policy.id).not.toBe('')
      expect(policy.examples.length, policy.id).toBeGreaterThan(0)
      for (const area of policy.areas) expect(areaName(area, '2025-01-01'), area).not.toBe('')
    }
  })
  it('survives JSON as it is', () => {
    expect(JSON.parse(JSON.stringify(waiverLibrary))).toEqual(waiverLibrary)
  })
  it.each(waiverLibrary.flatMap((policy) => runExamples(policy).map((result) => [policy.id, result.example, result] as const)))('%s: the worked example %s comes out', (_policy, _example, result) => {
    expect(result.differences).toEqual([])
    expect(result.holds).toBe(true)
  })
  it.each([['GZ-RES', 168_000], ['GZ-NON', 133_000], ['LZ-2018', 154_000], ['HZ-2025', 178_000], ['SZ-2022', 220_000]])('%s: case cap %i fen', (id, cap) => {
    expect(getShippedPolicy(id).layers[0]?.caseCapFen).toBe(cap)
  })
  it.each(['GZ-RES', 'GZ-NON', 'LZ-2018'])('%s: the caps of the items sum to the case cap', (id) => {
    const layer = getShippedPolicy(id).layers[0]
    expect(layer?.items.reduce((sum, entry) => sum + (entry.measures[0]?.capFen ?? 0), 0)).toBe(layer?.caseCapFen)
  })
})

type Case = readonly [policy: string, what: string, row: Row, waived: number]
/** Every stated amount of the table of policies, each alone on a bill: just above its cap, and what is waived of it (yuan). */
const stated: readonly Case[] = [
  ['GZ-RES', 'transport', ['transport', 'body', 1, 181], 180], ['GZ-RES', 'disinfection', ['disinfection', 'body', 1, 101], 100], ['GZ-RES', 'three days', ['coldStorage', 'day', 4, 100], 300], ['GZ-RES', 'storage cap', ['coldStorage', 'day', 3, 120], 300],
  ['GZ-RES', 'hall', ['farewellHall', 'body', 1, 401], 400], ['GZ-RES', 'cremation', ['cremation', 'body', 1, 251], 250], ['GZ-RES', 'urn', ['urn', 'piece', 1, 101], 100], ['GZ-RES', 'five years', ['ashStorage', 'year', 6, 70], 350], ['GZ-RES', 'rate of a year', ['ashStorage', 'year', 1, 80], 70], ['GZ-RES', 'sea', ['seaScattering', 'body', 1, 500], 500],
  ['LZ-2018', '160 km', ['transport', 'kmOneWay', 161, 3], 480], ['LZ-2018', '3 a km', ['transport', 'kmOneWay', 10, 4], 30], ['LZ-2018', 'disinfection', ['disinfection', 'body', 1, 91], 90], ['LZ-2018', 'farewell', ['farewellHall', 'body', 1, 231], 230], ['LZ-2018', 'cremation', ['cremation', 'body', 1, 251], 250],
  ['LZ-2018', 'urn', ['urn', 'piece', 1, 151], 150], ['LZ-2018', 'storage', ['coldStorage', 'day', 4, 90], 240], ['LZ-2018', 'ashes', ['ashStorage', 'year', 3, 60], 100],
  ['HZ-2025', 'storage', ['coldStorage', 'day', 4, 100], 300], ['HZ-2025', 'ten years', ['ashStorage', 'year', 11, 100], 1000], ['HZ-2025', 'case cap', ['cremation', 'body', 1, 2000], 1780],
  ['SZ-2022', 'hall', ['farewellHall', 'body', 1, 401], 400], ['SZ-2022', 'urn', ['urn', 'piece', 1, 51], 50], ['SZ-2022', 'coffin', ['simpleCoffin', 'piece', 1, 51], 50], ['SZ-2022', 'grooming', ['grooming', 'body', 1, 121], 120], ['SZ-2022', 'three days', ['coldStorage', 'day', 4, 100], 300], ['SZ-2022', 'ten years', ['ashStorage', 'year', 11, 100], 1000], ['SZ-2022', 'case cap', ['ashStorage', 'year', 10, 300], 2200],
  ['GZ-NON', 'transport', ['transport', 'body', 1, 181], 180], ['GZ-NON', 'disinfection', ['disinfection', 'body', 1, 101], 100], ['GZ-NON', 'three days', ['coldStorage', 'day', 4, 100], 300], ['GZ-NON', 'hall', ['farewellHall', 'body', 1, 401], 400], ['GZ-NON', 'cremation', ['cremation', 'body', 1, 251], 250], ['GZ-NON', 'urn', ['urn', 'piece', 1, 101], 100], ['GZ-NON', 'no ash storage', ['ashStorage', 'year', 1, 70], 0],
  ['TS-2025', 'from the town', ['transport', 'body', 1, 301], 300], ['TS-2025', '15 an hour', ['coldStorage', 'hour', 10, 20], 150],
  ['TS-2025', '72 hours', ['coldStorage', 'hour', 73, 15], 1080], ['TS-2025', 'flat furnace', ['cremation', 'body', 1, 501], 500], ['TS-2025', 'the furnace of 1,000', ['cremation', 'body', 1, 1000, 'chosen'], 500],
  ['NB-2021', 'waiting room', ['waitingRoom', 'body', 1, 271], 270], ['NB-2021', 'urn', ['urn', 'piece', 1, 301], 300], ['NB-2021', 'one year', ['ashStorage', 'year', 2, 120], 120], ['NB-2021', 'transport', ['transport', 'trip', 1, 260], 260], ['NB-2021', 'no credit', ['urn', 'piece', 1, 800, 'chosen'], 0],
  ['HGH-2010', '5 a km return', ['transport', 'kmReturn', 40, 6], 200], ['HGH-2010', 'three days', ['coldStorage', 'day', 5, 100], 300], ['HGH-2010', 'cremation', ['cremation', 'body', 1, 331], 330],
  ['WZ-2011', 'cremation', ['cremation', 'body', 1, 331], 330], ['WZ-2011', 'transport', ['transport', 'body', 1, 231], 230], ['WZ-2011', 'storage', ['coldStorage', 'day', 4, 90], 240],
  ['WC-2019', 'traffic aid', ['trafficAid', 'body', 1, 1001], 1000], ['WC-2019', 'cold coffin', ['coldCoffin', 'day', 4, 100], 300], ['WC-2019', 'small hall', ['vigilHall', 'day', 3, 150], 300], ['WC-2019', 'large hall', ['vigilHallLarge', 'day', 3, 400], 760], ['WC-2019', 'urn', ['urn', 'piece', 1, 301], 300], ['WC-2019', 'urn credit', ['urn', 'piece', 1, 900, 'chosen'], 300],
  ['NJ', 'three days', ['coldStorage', 'day', 4, 80], 240], ['NJ', 'three years', ['ashStorage', 'year', 4, 100], 300], ['NJ', 'urn', ['urn', 'piece', 1, 201], 200], ['NJ', 'urn credit', ['urn', 'piece', 1, 900, 'chosen'], 200], ['NJ', 'grooming', ['grooming', 'body', 1, 150], 150],
  ['PC-2025', '72 hours', ['coldStorage', 'hour', 80, 5], 360], ['PC-2025', 'three years', ['ashStorage', 'year', 4, 60], 180], ['PC-2025', 'relief urn', ['urn', 'piece', 1, 201], 200],
  ['BL-2025', 'days', ['coldStorage', 'day', 4, 100], 300], ['BL-2025', 'hours', ['coldStorage', 'hour', 73, 3], 216], ['BL-2025', 'cremation', ['cremation', 'body', 1, 241], 240], ['BL-2025', 'twelve months', ['ashStorage', 'month', 13, 5], 60],
  ['FZ-2013', 'three days', ['coldStorage', 'day', 4, 60], 180], ['FZ-2013', 'urn', ['urn', 'piece', 1, 201], 200], ['FZ-2013', 'bag', ['wrapping', 'body', 1, 80], 80], ['FZ-2013', 'small hall', ['farewellHall', 'body', 1, 200], 200],
  ['YD-2025', '72 hours', ['coldStorage', 'hour', 80, 5], 360], ['YD-2025', 'one year', ['ashStorage', 'year', 2, 100], 100], ['YD-2025', 'cremation', ['cremation', 'body', 1, 650], 650],
]
const days: Readonly<Record<string, string>> = { 'HGH-2010': '2020-06-01', 'TS-2025': '2025-10-01', 'BL-2025': '2025-10-01' }

describe('every stated amount of the policies', () => {
  it.each(stated)('%s, %s', (id, _what, row, waived) => {
    const policy = getShippedPolicy(id)
    const day = days[id] ?? '2025-07-01'
    const who = resident(policy.areas[0] ?? '', day)
    const facts = caseOf([row], { ...who, ...(id === 'GZ-NON' ? { areas: { ...who.areas, hukou: '450100' } } : {}), flags: { grant: 'no', centralisedVigil: 'yes', minimumLiving: 'yes', fromTown: 'yes' } })
    const result = quote(policy, facts, day)
    expect({ answer: result.answer, waived: result.waivedFen / 100 }).toEqual({ answer: 'yes', waived })
  })
  it.each(stated.filter(([, , , waived]) => waived > 0))('W9, %s, %s: not a second time, with the first settlement named', (id, _what, row) => {
    const policy = getShippedPolicy(id)
    const day = days[id] ?? '2025-07-01'
    const settled = [{ item: row[0], reference: 'JMZ-330381-2025-01000001', day, policy: id, waivedFen: 1 }]
    const result = quote(policy, caseOf([row], { ...resident(policy.areas[0] ?? '', day), settled }), day)
    expect(result).toMatchObject({ waivedFen: 0, lines: [{ status: 'alreadyWaived', earlier: { reference: 'JMZ-330381-2025-01000001' } }] })
    expect(result.lines[0]?.message.zh).toContain('JMZ-330381-2025-01000001')
  })
  it('from the townships of Tongshan 400, and where it is not known it is asked', () => {
    const of = (fromTown: 'yes' | 'no' | 'unknown') => quote(getShippedPolicy('TS-2025'), caseOf([['transport', 'body', 1, 450]], { ...resident('421224', '2025-10-01'), flags: { fromTown } }), '2025-10-01')
    expect([of('yes').waivedFen, of('no').waivedFen, of('unknown').waivedFen]).toEqual([30_000, 40_000, 0])
    expect(of('unknown').questions).toMatchObject([{ field: 'flags.fromTown' }])
  })
  it('Dezhou: the purse of the place of cremation pays, the city where its own home cremated', () => {
    const [layer] = getShippedPolicy('DZ-2025').layers
    const read = { ...getShippedPolicy('DZ-2025'), layers: layer === undefined ? [] : [{ ...layer, items: layer.items.map((entry) => ({ ...entry, amountKnown: true })) }] }
    const payer = (cityHome: 'yes' | 'no') => quote(read, caseOf([['cremation', 'body', 1, 500]], { ...resident('371400', '2025-07-01'), flags: { cityHome } }), '2025-07-01').grants[0]?.bearers.map(({ bearer, fen }) => [bearer, fen])
    expect([payer('no'), payer('yes')]).toEqual([[['county', 50_000]], [['city', 50_000]]])
  })
  it.each(['SS-2024', 'HGH-2023', 'YC-2025', 'DZ-2025', 'LH-2015'])('%s: what has not been read is asked for and nothing is waived', (id) => {
    const policy = getShippedPolicy(id)
    const named = policy.layers.flatMap((layer) => layer.items.map((entry) => entry.item))
    for (const item of waiverItemCodes.filter((code) => named.includes(code))) {
      const result = quote(policy, caseOf([[item, 'body', 1, 500]], { ...resident(policy.areas[0] ?? '', '2025-07-01'), flags: { budgetedStaff: 'no', enterprisePension: 'no' } }), '2025-07-01')
      expect(result).toMatchObject({ answer: 'yes', waivedFen: 0, lines: [{ status: 'pending' }] })
      expect(result.questions.length).toBeGreaterThan(0)
    }
  })
})
