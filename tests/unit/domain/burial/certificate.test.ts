import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CertifiedPerson, DeathCertificate } from '../../../../domain/burial/certificate.ts'
import { blankCertificate, certificateFaults, findDeceasedKey, findFormOn, identityFaults, isCreditCode } from '../../../../domain/burial/certificate.ts'
import { identityNumber } from './facts.ts'

const credit = '12330381471234567'
/** The credit code with the check character that fits. */
const creditCode = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => credit + last).find(isCreditCode) ?? ''
const somebody: CertifiedPerson = { name: '陈福生', identityType: 'resident', identityNumber, manner: 'normal' }
const nobody: CertifiedPerson = { name: '无', identityType: 'none', identityNumber: '', manner: 'normal' }
const old: DeathCertificate = { ...blankCertificate(), kind: 'form2013', number: '33038120260001234', issuedOn: '2026-06-30', form: 'paper', part: 4, seen: true }
const fresh: DeathCertificate = { ...blankCertificate(), kind: 'form2026', number: identityNumber, issuedOn: '2026-07-01', form: 'electronic', seen: true }
const police: DeathCertificate = { ...blankCertificate(), kind: 'police', number: '瑞公（死）〔2026〕1号', issuedOn: '2026-07-01' }
const fields = (certificate: DeathCertificate, person: CertifiedPerson): readonly string[] => certificateFaults(certificate, person).map(({ field }) => field)

describe('which form', () => {
  it.each([['2013-12-31', undefined], ['2014-01-01', 'form2013'], ['2026-06-30', 'form2013'], ['2026-07-01', 'form2026'], ['2030-01-01', 'form2026']])('issued on %s: %s', (day, form) => {
    expect(findFormOn(day)).toBe(form)
  })
  it.each<[string, DeathCertificate, CertifiedPerson, readonly string[]]>([
    ['the old form, part 4', old, somebody, []],
    ['the old form on the first day of the new', { ...old, issuedOn: '2026-07-01' }, somebody, ['certificate.kind']],
    ['the new form a day early', { ...fresh, issuedOn: '2026-06-30' }, somebody, ['certificate.kind']],
    ['the old form before there was one', { ...old, issuedOn: '2013-12-31' }, somebody, ['certificate.issuedOn']],
    ['part 3 of the old form', { ...old, part: 3 }, somebody, ['certificate.part']],
    ['an old form without an area code', { ...old, number: 'A123' }, somebody, ['certificate.number']],
    ['an area that never was', { ...old, number: '00000012345' }, somebody, ['certificate.number']],
    ['an old form that is electronic', { ...old, form: 'electronic' }, somebody, ['certificate.form']],
    ['the new form', fresh, somebody, []],
    ['the new form on paper', { ...fresh, form: 'paper' }, somebody, []],
    ['another’s number', { ...fresh, number: '330381194001010020' }, somebody, ['certificate.number']],
    ['a passport as number', { ...fresh, number: 'E12345678' }, { ...somebody, identityType: 'passport', identityNumber: 'E12345678' }, []],
    ['a part on the new form', { ...fresh, part: 4 }, somebody, ['certificate.part']],
    ['nobody: 22 characters', { ...fresh, number: `${creditCode}0001` }, nobody, []],
    ['nobody: 21 characters', { ...fresh, number: `${creditCode}001` }, nobody, ['certificate.number']],
    ['nobody: a wrong credit code', { ...fresh, number: `${credit}${creditCode.endsWith('0') ? '1' : '0'}0001` }, nobody, ['certificate.number']],
    ['nobody: serial 0000', { ...fresh, number: `${creditCode}0000` }, nobody, ['certificate.number']],
    ['nobody: of another issuer', { ...fresh, number: `${creditCode}0001`, issuerCode: '91110000600037341L' }, nobody, ['certificate.number']],
    ['nobody with a name', { ...fresh, number: `${creditCode}0001` }, { ...nobody, name: '王' }, ['deceased.name']],
    ['without the issue date', { ...fresh, issuedOn: '' }, somebody, ['certificate.issuedOn']],
    ['issued on no day', { ...fresh, issuedOn: '2026-07-32' }, somebody, ['certificate.issuedOn']],
    ['the police for a death they handled', police, { ...somebody, manner: 'police' }, []],
    ['the police for a normal death', police, somebody, ['certificate.kind']],
    ['the hospital for a death the police handled', fresh, { ...somebody, manner: 'police' }, ['certificate.kind']],
    ['a death that is not normal, but treated', fresh, { ...somebody, manner: 'treated' }, []],
  ])('%s', (_what, certificate, person, wrong) => {
    expect(fields(certificate, person)).toEqual(wrong)
  })
  it('every message stands in both languages', () => {
    for (const { message } of [...certificateFaults({ ...old, part: 1, number: '', form: 'electronic', issuedOn: '2026-08-01' }, { ...somebody, manner: 'police' }), ...certificateFaults({ ...fresh, number: '1' }, nobody)]) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(message.en).not.toMatch(/[\u4e00-\u9fff]/u)
    }
  })
})

describe('credit codes', () => {
  it.each([['91110000600037341L', true], ['911100006000373410', false], ['91110000600037341l', false], ['9111000060003734', false], ['91110000I00037341L', false]])('%s: %s', (code, right) => {
    expect(isCreditCode(code)).toBe(right)
  })
  it('one wrong character never passes', () => {
    fc.assert(fc.property(fc.nat({ max: 17 }), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (at, character) => {
      fc.pre(creditCode.charAt(at) !== character)
      expect(isCreditCode(creditCode.slice(0, at) + character + creditCode.slice(at + 1))).toBe(false)
    }))
  })
})

describe('who it is', () => {
  it('by paper and number, by the certificate for somebody without any, and unknown before either', () => {
    expect(findDeceasedKey(somebody, fresh)).toBe(`resident:${identityNumber}`)
    expect(findDeceasedKey({ ...somebody, identityType: 'temporary' }, fresh)).toBe(`resident:${identityNumber}`)
    expect(findDeceasedKey(nobody, { number: `${creditCode}0001` })).toBe(`certificate:${creditCode}0001`)
    expect([findDeceasedKey({ ...somebody, identityNumber: ' ' }, fresh), findDeceasedKey(nobody, { number: '' })]).toEqual([undefined, undefined])
  })
  it('an identity number that fails its check, and a number where there is none', () => {
    const options = { sampleOffice: false, on: '2026-08-05' }
    expect(identityFaults(somebody, options)).toEqual([])
    expect(identityFaults({ ...somebody, identityNumber: `${identityNumber.slice(0, 17)}${identityNumber.endsWith('1') ? '2' : '1'}` }, options).length).toBe(1)
    expect(identityFaults({ ...nobody, identityNumber: '1' }, options).length).toBe(1)
  })
})
