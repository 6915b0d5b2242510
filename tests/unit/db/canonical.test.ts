import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../db/canonical.ts'

describe('canonical JSON (RFC 8785)', () => {
  it('gives the example of the RFC', () => {
    const given = { numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] }
    expect(canonicalJson(given)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
  })

  it('sorts keys by UTF-16 code units, also where that differs from code points', () => {
    const given = { '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet With Dagesh', '1': 'One', '\ud83d\ude00': 'Emoji', '\u0080': 'Control', '\u00f6': 'Latin Small O' }
    expect(Object.keys(JSON.parse(canonicalJson(given)) as object)).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
  })

  it('leaves out members that are undefined and keeps null', () => {
    expect(canonicalJson({ b: undefined, a: null, c: [undefined] })).toBe('{"a":null,"c":[null]}')
  })

  it('does not take one set of keys for another', () => {
    expect([{}, { '': 1 }, { 'a\u0000b': 1 }, { a: 1, b: 1 }, { 'a\u0000b': 1, c: 1 }, { a: 1, 'b\u0000c': 1 }].map(canonicalJson)).toEqual(['{}', '{"":1}', '{"a\\u0000b":1}', '{"a":1,"b":1}', '{"a\\u0000b":1,"c":1}', '{"a":1,"b\\u0000c":1}'])
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [{ '\udc00': 1 }], [10n], [() => 1]])('refuses what JSON cannot hold: %s', (value) => {
    expect(() => canonicalJson(value)).toThrowError(expect.objectContaining({ code: 'invalid' }) as Error)
  })

  it.each([
    [{ 10: 'a', 9: 'b', x: 'c' }, '{"10":"a","9":"b","x":"c"}'],
    [JSON.parse('{"b":1,"__proto__":{"z":1},"a":2}'), '{"__proto__":{"z":1},"a":2,"b":1}'],
    [{ b: { toJSON: 'no function' }, a: '\\ud800 is five characters' }, '{"a":"\\\\ud800 is five characters","b":{"toJSON":"no function"}}'],
  ])('keeps keys that objects treat in a way of their own: %j', (value, wanted) => {
    expect(canonicalJson(value)).toBe(wanted)
  })

  it('agrees with a plain writer', () => {
    const plain = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`
      if (typeof value !== 'object' || value === null) return JSON.stringify(value)
      return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${plain((value as Record<string, unknown>)[key])}`).join(',')}}`
    }
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(value)).toBe(plain(value))
    }), { numRuns: 300 })
  })

  it('says the same whatever the order of keys, and loses nothing', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const written = canonicalJson(value)
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)))
      expect(canonicalJson(JSON.parse(written))).toBe(written)
    }))
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
      expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value))
    }))
  })
})
