import { z } from 'zod'
import { areaEverKnown } from '../areas/index.ts'
import { dayOrNone, short } from '../case/file.ts'
import { isCivilDate } from '../dates.ts'
import { normaliseIdentityNumber, readIdentityNumber } from '../identity/index.ts'
import type { NumberType } from '../identity/index.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { DeathManner } from './codes.ts'

/** First day of the form of 2013 (four parts), its last, and the first day of the form of 2026 (paper or electronic). */
export const form2013From = '2014-01-01'
export const form2013To = '2026-06-30'
export const form2026From = '2026-07-01'

/** Proofs of a death: the two medical forms, and the certificate of the police. */
export const DeathCertificateKind = z.enum(['form2013', 'form2026', 'police'])
export type DeathCertificateKind = z.infer<typeof DeathCertificateKind>

/** The death certificate as it was shown. Its number alone is not unique: a reissue carries the same one. */
export const DeathCertificate = z.strictObject({
  kind: z.union([z.literal(''), DeathCertificateKind]),
  number: z.string().max(60),
  issuer: short,
  /** 统一社会信用代码 of the issuer, where known. */
  issuerCode: z.string().max(18),
  issuedOn: dayOrNone,
  form: z.enum(['', 'paper', 'electronic']),
  /** Part of the form of 2013 that was collected (1-4); 0 for the others. */
  part: z.int().min(0).max(4),
  reissued: z.boolean(),
  /** The original or the electronic certificate itself was seen. */
  seen: z.boolean(),
})
export type DeathCertificate = z.infer<typeof DeathCertificate>

export const blankCertificate = (): DeathCertificate => ({ kind: '', number: '', issuer: '', issuerCode: '', issuedOn: '', form: '', part: 0, reissued: false, seen: false })

/** Identity papers of a deceased person; `none` (无) for somebody without any. */
export const deceasedIdentityTypes = ['resident', 'temporary', 'hmtResidence', 'hmPermit', 'twPermit', 'passport', 'travel', 'permanent', 'none'] as const
export type DeceasedIdentityType = (typeof deceasedIdentityTypes)[number]

/** Who the certificate is about, as far as its number needs it. */
export interface CertifiedPerson {
  readonly name: string
  readonly identityType: DeceasedIdentityType
  readonly identityNumber: string
  readonly manner: DeathManner | ''
}

/** What is wrong with a certificate, and at which of its fields. */
export interface CertificateFault {
  readonly field: string
  readonly message: Text
}

const fault = (field: string, zh: string, en: string): CertificateFault => ({ field, message: text(zh, en) })

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Says whether 18 characters are a 统一社会信用代码 with a right check character (GB 32100-2015). */
export const isCreditCode = (code: string): boolean => {
  if (code.length !== 18) return false
  const values = [...code].map((character) => creditCharacters.indexOf(character))
  if (values.includes(-1)) return false
  const sum = creditWeights.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0)
  return values[17] === (31 - (sum % 31)) % 31
}

/** The medical form that belongs to an issue date, or undefined before 2014. */
export const findFormOn = (issuedOn: string): 'form2013' | 'form2026' | undefined => (issuedOn >= form2026From ? 'form2026' : issuedOn >= form2013From ? 'form2013' : undefined)

const none = '无'

const number2026 = (certificate: DeathCertificate, person: CertifiedPerson): readonly CertificateFault[] => {
  const number = normaliseIdentityNumber(certificate.number)
  if (person.identityType === 'none') {
    if (person.name !== none) return [fault('deceased.name', '没有身份证件的，姓名和证件类型都写“无”', 'Without any paper, name and type of paper are both written “none”')]
    if (!/^[0-9A-Z]{18}\d{4}$/.test(number)) return [fault('certificate.number', `无身份证件的编号为出具机构统一社会信用代码加 4 位年度顺序号，共 22 位，现有 ${number.length} 位`, `Without any paper the number is the issuer’s credit code and a four-digit serial of the year, 22 characters; there are ${number.length}`)]
    const code = number.slice(0, 18)
    if (!isCreditCode(code)) return [fault('certificate.number', '编号前 18 位不是有效的统一社会信用代码', 'The first 18 characters are no valid credit code')]
    if (number.endsWith('0000')) return [fault('certificate.number', '年度顺序号从 0001 起', 'The serial of the year begins with 0001')]
    return certificate.issuerCode !== '' && certificate.issuerCode.toUpperCase() !== code ? [fault('certificate.number', '编号前 18 位与出具机构的统一社会信用代码不一致', 'The first 18 characters are not the issuer’s credit code')] : []
  }
  const own = normaliseIdentityNumber(person.identityNumber)
  if (own === '') return [fault('deceased.identityNumber', '请录入死者的证件号码，新版证明的编号就是证件号码', 'Enter the identity number of the deceased: it is the number of the new certificate')]
  return number === own ? [] : [fault('certificate.number', '新版证明的编号应与死者的证件号码一致', 'The number of the new certificate is the identity number of the deceased')]
}

const number2013 = (certificate: DeathCertificate, sampleOffice: boolean): readonly CertificateFault[] => {
  // How many digits it has has not been seen in any text, so only its shape is looked at.
  const number = certificate.number.trim()
  if (!/^\d{6}[0-9A-Z-]{1,40}$/.test(number)) return [fault('certificate.number', '旧版证明的编号由 6 位行政区划代码和编号组成', 'The number of the old form is a six-digit area code and a number')]
  // Codes from 99 on are nobody's: test numbers, which pass in a sample office.
  return areaEverKnown(number.slice(0, 6)) || (sampleOffice && number.startsWith('99')) ? [] : [fault('certificate.number', `编号中的行政区划代码 ${number.slice(0, 6)} 不存在`, `The area code ${number.slice(0, 6)} in the number was never in force`)]
}

/** Everything wrong with a certificate that is filled in: form by issue date, number, part, issuer by manner of death; empty when nothing is. Fields begin with `certificate.` or `deceased.`. */
export const certificateFaults = (certificate: DeathCertificate, person: CertifiedPerson, options: { readonly sampleOffice: boolean } = { sampleOffice: false }): readonly CertificateFault[] => {
  const faults: CertificateFault[] = []
  const { kind, issuedOn } = certificate
  if (!isCivilDate(issuedOn)) return [fault('certificate.issuedOn', issuedOn === '' ? '请填写证明的出具日期，据此确定证明的版本' : `没有 ${issuedOn} 这一天`, issuedOn === '' ? 'Enter the issue date of the certificate; it decides the form' : `There is no day ${issuedOn}`)]
  if (kind === 'police') {
    if (person.manner !== 'police') faults.push(fault('certificate.kind', '公安机关的证明只用于未经救治、由公安机关处理的非正常死亡', 'A certificate of the police is for deaths that are not normal, were not treated, and are handled by the police'))
    if (certificate.number.trim() === '') faults.push(fault('certificate.number', '请填写证明文号', 'Enter the number of the certificate'))
    return faults
  }
  if (person.manner === 'police') faults.push(fault('certificate.kind', '未经救治、由公安机关处理的非正常死亡，由公安机关出具证明', 'For a death that is not normal, was not treated and is handled by the police, the police certify'))
  const form = findFormOn(issuedOn)
  if (form === undefined) faults.push(fault('certificate.issuedOn', `证明的出具日期早于 ${form2013From}，不是旧版四联证明`, `Issued before ${form2013From}: not of the four-part form`))
  else if (form !== kind) faults.push(form === 'form2026' ? fault('certificate.kind', `${form2026From} 起出具的应为新版《居民死亡医学证明》`, `From ${form2026From} the new form is issued`) : fault('certificate.kind', `${form2013To} 以前出具的应为旧版四联《居民死亡医学证明（推断）书》`, `Until ${form2013To} the four-part form is issued`))
  if (kind === 'form2013') {
    if (certificate.form === 'electronic') faults.push(fault('certificate.form', '旧版证明没有电子证明', 'The old form is not electronic'))
    if (certificate.part !== 4) faults.push(fault('certificate.part', '火化、安葬凭第四联（居民死亡殡葬证），由殡仪馆收存', 'Cremation and burial go by part 4, which the home keeps'))
    faults.push(...number2013(certificate, options.sampleOffice))
  }
  if (kind === 'form2026') {
    if (certificate.part !== 0) faults.push(fault('certificate.part', '新版证明不分联', 'The new form has no parts'))
    faults.push(...number2026(certificate, person))
  }
  return faults
}

/** What is wrong with the identity number of a deceased person; a `none` has no number. */
export const identityFaults = (person: CertifiedPerson, options: { readonly sampleOffice: boolean; readonly on: string }): readonly CertificateFault[] => {
  if (person.identityType === 'none') return person.identityNumber === '' ? [] : [fault('deceased.identityNumber', '没有身份证件的不填号码', 'Somebody without any paper has no number')]
  const reading = readIdentityNumber(person.identityType as NumberType, person.identityNumber, options)
  return reading.problems.filter(({ severity }) => severity === 'stop').map(({ message }) => ({ field: 'deceased.identityNumber', message }))
}

/** The key by which one person has one cremation: type and number of the paper, or the number of the certificate for somebody without any; undefined while neither is known. */
export const findDeceasedKey = (person: Pick<CertifiedPerson, 'identityType' | 'identityNumber'>, certificate: Pick<DeathCertificate, 'number'>): string | undefined => {
  if (person.identityType !== 'none') return person.identityNumber.trim() === '' ? undefined : `${person.identityType === 'temporary' ? 'resident' : person.identityType}:${normaliseIdentityNumber(person.identityNumber)}`
  return certificate.number.trim() === '' ? undefined : `certificate:${normaliseIdentityNumber(certificate.number)}`
}
