import { normaliseName, normaliseText } from '../characters/index.ts'
import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { normaliseIdentityNumber } from '../identity/index.ts'
import type { MarriageFile } from '../marriage/file.ts'
import { emptyMarriageFile } from '../marriage/file.ts'
import { normaliseMarriageFile, requireSoundFile } from '../marriage/intake.ts'
import { proofreadFields } from '../marriage/proofread.ts'
import type { ProofreadField } from '../marriage/proofread.ts'
import { text } from '../text.ts'
import type { ReissueFile } from './file.ts'
import { applicantsOf } from './file.ts'

const trimmed = (value: string): string => normaliseText(value).trim()

/** Brings what was typed or pasted into its stored form: NFC, one middle dot, plain digits in numbers. */
export const normaliseReissueFile = (file: ReissueFile): ReissueFile => ({
  ...file,
  parties: normaliseMarriageFile({ ...emptyMarriageFile(), parties: file.parties }).parties,
  original: { ...file.original, number: trimmed(file.original.number), office: trimmed(file.original.office) },
  proxy: file.proxy === null ? null : { ...file.proxy, name: normaliseName(file.proxy.name), identityNumber: normaliseIdentityNumber(file.proxy.identityNumber), notary: trimmed(file.proxy.notary), mandateNumber: trimmed(file.proxy.mandateNumber) },
  remarkForm: normaliseText(file.remarkForm),
  remarkCertificate: normaliseText(file.remarkCertificate),
})

const checkDay = (value: string | undefined, path: string): void => {
  if (value === undefined || value === '' || isCivilDate(value)) return
  throw new LantaiError('invalid', text(`没有 ${value} 这一天`, `There is no day ${value}`), path)
}

/** Refuses a file (or the sections that change) that could not stand in the register: control or private-use characters, days that do not exist, identity numbers that fail their check. Throws `invalid` with the field. */
export const requireSoundReissue = (file: Partial<ReissueFile>, options: { readonly sampleOffice: boolean }): void => {
  // The sections shared with a marriage file are checked by the same code.
  requireSoundFile(file as unknown as Partial<MarriageFile>, options)
  checkDay(file.original?.day, 'original.day')
  checkDay(file.proxy?.mandateDay, 'proxy.mandateDay')
}

/** What stands on the reissued certificate and must be ticked at the proof-reading: the original day, the new number, the remark, and a serial for each applicant. */
export const reissueProofreadFields = (file: Pick<ReissueFile, 'applicant' | 'certificate'>): readonly ProofreadField[] => [
  ...proofreadFields({ remarkCertificate: 'x', photo: null }).flatMap((field): ProofreadField[] => {
    if (field.field === 'number') return [{ field: 'number', title: text(file.certificate === 'marriage' ? '补发结婚证字号' : '补发离婚证字号', 'Number of the reissue') }]
    if (field.field === 'day') return [{ field: 'originalDay', title: text('登记日期（原登记日期）', 'Day of registration (the original one)') }]
    if (field.field === 'serials.0' || field.field === 'serials.1') return applicantsOf(file).includes(field.field === 'serials.0' ? 0 : 1) ? [field] : []
    return field.field === 'remarkCertificate' ? [{ field: 'remark', title: field.title }] : [field]
  }),
  { field: 'photo', title: text('照片', 'Photo') },
]
