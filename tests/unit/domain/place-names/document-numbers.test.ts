import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentNumber } from '../../../../domain/place-names/document-numbers.ts'
import { documentNumber, findDocumentNumber, findNumberFaults, formatDocumentNumber, nextDocumentNumber } from '../../../../domain/place-names/document-numbers.ts'

const given = (serial: number, agency = '苏府地名函', year = 2025): DocumentNumber => ({ agency, year, serial, withWord: false })

describe('document numbers', () => {
  it.each([
    ['苏府地名函〔2025〕26号', '苏府地名函〔2025〕26号'], ['苏府地名函[2025]26号', '苏府地名函〔2025〕26号'], ['宜政发[2024]171号', '宜政发〔2024〕171号'], ['丹政函（2023）67号', '丹政函〔2023〕67号'], ['连政复〔2023〕012号', '连政复〔2023〕12号'],
    ['宿民发［2024］第19号', '宿民发〔2024〕19号'], ['甪政呈 (2025) 10号', '甪政呈〔2025〕10号'], ['秀名〔2025〕字第3号', '秀名〔2025〕字第3号'], ['相太办〔２０２４〕２２号', '相太办〔2024〕22号'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(documentNumber(typed)).toBe(kept)
  })
  it.each(['', '26号', '苏府地名函2025年26号', '苏府地名函〔25〕26号', '苏府地名函〔2025〕0号', '苏府地名函〔2025〕26', 'ABC〔2025〕1号', '苏府3函〔2025〕1号'])('%j is none', (typed) => {
    expect(findDocumentNumber(typed)).toBeUndefined()
    expect(() => documentNumber(typed, 'documents.0.number')).toThrow(expect.objectContaining({ code: 'invalid', field: 'documents.0.number' }))
  })
  it('runs by agency code and year', () => {
    const before = [given(25), given(26), given(3, '宿民发'), given(90, '苏府地名函', 2024)]
    expect(nextDocumentNumber('苏府地名函', 2025, before).serial).toBe(27)
    expect(nextDocumentNumber('苏府地名函', 2026, before).serial).toBe(1)
    expect(nextDocumentNumber('宿民发', 2025, before).serial).toBe(4)
  })
  it('finds gaps and repeats', () => {
    expect(findNumberFaults([given(1), given(2), given(5), given(5), given(6), given(1, '宿民发'), given(2, '宿民发')])).toEqual([{ agency: '苏府地名函', year: 2025, repeated: [5], gaps: [{ from: 3, to: 4 }] }])
    expect(findNumberFaults([])).toEqual([])
  })
  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.record({ agency: fc.constantFrom('苏府地名函', '丹政函', '宿民发', '甪政呈'), year: fc.integer({ min: 1000, max: 9999 }), serial: fc.integer({ min: 1, max: 999_999_999 }), withWord: fc.boolean() }), (number) => {
      expect(findDocumentNumber(formatDocumentNumber(number))).toEqual(number)
    }))
  })
})
