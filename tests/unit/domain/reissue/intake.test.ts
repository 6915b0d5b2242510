import { describe, expect, it } from 'vitest'
import { LantaiError } from '../../../../domain/error.ts'
import type { ReissueFile } from '../../../../domain/reissue/file.ts'
import { emptyReissueFile } from '../../../../domain/reissue/file.ts'
import { normaliseReissueFile, reissueProofreadFields, requireSoundReissue } from '../../../../domain/reissue/intake.ts'

const proxy = { name: ' 王 五', identityType: 'resident', identityNumber: ' 11010519491231002x', identityShown: true, notary: ' 公证处 ', mandateNumber: '1 ', mandateDay: '2026-05-01', names: { party: true, identity: true, registrationDay: true, registrationOffice: true, presentStatus: true, matter: true, proxy: true } } as const
const refused = (file: Partial<ReissueFile>): readonly [string, string | undefined] => {
  try {
    requireSoundReissue(file, { sampleOffice: false })
  } catch (error) {
    if (error instanceof LantaiError) return [error.code, error.field]
  }
  return ['nothing', undefined]
}

describe('intake of a reissue', () => {
  it('normalises what was typed, and then it is sound', () => {
    const kept = normaliseReissueFile({ ...emptyReissueFile(), original: { ...emptyReissueFile().original, number: ' 京朝结字 1 ' }, proxy })
    expect(kept).toMatchObject({ original: { number: '京朝结字 1' }, proxy: { name: '王五', identityNumber: '11010519491231002X', notary: '公证处', mandateNumber: '1' } })
    expect(refused(kept)).toEqual(['nothing', undefined])
    expect(normaliseReissueFile(kept)).toEqual(kept)
  })
  it.each<[string, Partial<ReissueFile>, string]>([
    ['an original day that does not exist', { original: { ...emptyReissueFile().original, day: '2008-02-30' } }, 'original.day'],
    ['a mandate of no day', { proxy: { ...proxy, name: '王五', notary: '处', mandateDay: '2026-04-31' } }, 'proxy.mandateDay'],
    ['a control character', { verification: { found: 'lost', matches: 'yes', proof: '证明\u0007' } }, 'verification.proof'],
    ['a wrong number', { parties: [{ ...emptyReissueFile().parties[0], identityNumber: '110105194912310021' }, emptyReissueFile().parties[1]] }, 'parties.0.identityNumber'],
  ])('refuses %s', (_seen, file, field) => {
    expect(refused(file)).toEqual(['invalid', field])
  })
  it('proof-reads the original day and one serial for each applicant', () => {
    const fields = (applicant: ReissueFile['applicant']) => reissueProofreadFields({ applicant, certificate: 'marriage' }).map((field) => field.field)
    expect(fields('both')).toEqual(expect.arrayContaining(['originalDay', 'number', 'serials.0', 'serials.1', 'remark', 'photo']))
    expect(fields('woman')).not.toContain('serials.0')
    expect(fields('woman')).toContain('serials.1')
  })
})
