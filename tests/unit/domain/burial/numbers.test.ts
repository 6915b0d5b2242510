import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumberGaps, findNumberPatternFault, findPaperNumber, formatPaperNumber, usualPattern } from '../../../../domain/burial/numbers.ts'
import { foldBurial } from '../../../../domain/burial/fold.ts'
import { waiverFactsOf } from '../../../../domain/burial/waiver-facts.ts'
import { WaiverFacts } from '../../../../domain/waiver/facts.ts'
import { getShippedPolicy } from '../../../../domain/waiver/library.ts'
import { quote } from '../../../../domain/waiver/quote.ts'
import { act, entries, soundFile, thrown } from './facts.ts'

const number = { prefix: 'HZ', area: '330381', year: 2026, institution: '01', serial: 1 }

describe('numbers of papers', () => {
  it('are written and read by the pattern of the institution', () => {
    expect(formatPaperNumber(usualPattern, number)).toBe('HZ-330381-2026-01000001')
    expect(findPaperNumber(usualPattern, ' BHZ-330381-2026-01000012 ')).toEqual({ ...number, prefix: 'BHZ', serial: 12 })
    expect(formatPaperNumber('瑞殡火〔{year}〕第{serial:4}', number)).toBe('瑞殡火〔2026〕第0001')
    expect([findPaperNumber(usualPattern, 'HZ-330381-2026-01000000'), findPaperNumber(usualPattern, 'HZ-33038-2026-01000001'), findPaperNumber(usualPattern, 'x')]).toEqual([undefined, undefined, undefined])
  })
  it('come back as they were written', () => {
    fc.assert(fc.property(fc.constantFrom('HZ', 'LZ', 'BHZ', 'JAZ'), fc.integer({ min: 2014, max: 2099 }), fc.integer({ min: 1, max: 99_999_999 }), (prefix, year, serial) => {
      const given = { ...number, prefix, year, serial }
      expect(findPaperNumber(usualPattern, formatPaperNumber(usualPattern, given))).toEqual(given)
    }))
  })
  it.each([['{prefix}-{serial:4}', true], ['{year}-{serial}-{serial}', true], ['{serial:4}-{year}', true], ['1{year}-{serial}', true], ['{year}{year}-{serial}', true], ['{year}-{serial}', false], [usualPattern, false]])('pattern %s: faulty %s', (pattern, faulty) => {
    expect(findNumberPatternFault(pattern) !== undefined).toBe(faulty)
  })
  it('parts that will not do', () => {
    expect([thrown(() => formatPaperNumber(usualPattern, { ...number, serial: 0 })), thrown(() => formatPaperNumber(usualPattern, { ...number, area: '33' })), thrown(() => formatPaperNumber('{year}', number))]).toEqual(['invalid serial', 'invalid number', 'invalid pattern'])
  })
  it('gaps are found by prefix and year, for somebody to explain', () => {
    const of = (prefix: string, year: number, serial: number) => formatPaperNumber(usualPattern, { ...number, prefix, year, serial })
    expect(findNumberGaps(usualPattern, [of('HZ', 2026, 2), of('HZ', 2026, 6), of('HZ', 2026, 3), of('HZ', 2025, 1), of('LZ', 2026, 1), 'else'])).toEqual([{ prefix: 'HZ', year: 2026, from: 1, to: 1 }, { prefix: 'HZ', year: 2026, from: 4, to: 5 }])
  })
})

describe('from the case to its waiver', () => {
  const folded = foldBurial(entries(act('burial.reported', { file: soundFile({ grant: { paid: 'unknown', proof: '' }, waiverFlags: { minimumLiving: 'yes', grant: 'no' } }) }), act('burial.received'), act('burial.cremated')))
  const input = { lines: [{ id: '1', item: 'cremation' as const, unit: 'body' as const, quantity: 1, unitPriceFen: 40_000, chosen: false, from: '' }], mode: 'till' as const, invoice: '', settled: [], cremationArea: '', cremationDay: '' }
  it('takes over who, where and when; what was not asked stays unknown, and the question of the grant stands by itself', () => {
    const facts = waiverFactsOf(folded, input)
    expect(WaiverFacts.parse(facts)).toEqual(facts)
    expect(facts).toMatchObject({ areas: { hukou: '330381', death: '330381', cremation: '330381' }, days: { death: '2026-08-03', arrival: '2026-08-03', cremation: '2026-08-05' }, flags: { unknownBody: 'no', minimumLiving: 'yes', grant: 'unknown' } })
    expect(facts.flags.student).toBeUndefined()
  })
  it.each([['no', '', {}, 'unknown'], ['no', '社保局证明', {}, 'no'], ['yes', '', {}, 'yes'], ['unknown', '社保局证明', {}, 'unknown'], ['', '', { grant: 'no' }, 'unknown'], ['', '社保局证明', { grant: 'no' }, 'no'], ['', '', { grant: 'yes' }, 'yes'], ['', '', {}, undefined]] as const)('a grant that is “%s” by “%s” (%o): %s', (paid, proof, waiverFlags, said) => {
    expect(waiverFactsOf({ ...folded, file: { ...folded.file, grant: { paid, proof }, waiverFlags } }, input).flags.grant).toBe(said)
  })
  it('an unknown grant is asked where the policy excludes it', () => {
    const policy = { ...getShippedPolicy('NJ'), areas: ['330381'] }
    expect(quote(policy, waiverFactsOf(folded, input), '2026-08-05')).toMatchObject({ answer: 'unknown', waivedFen: 0, questions: [{ field: 'flags.grant' }] })
  })
})
