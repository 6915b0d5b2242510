import { normaliseText } from '../characters/index.ts'
import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { MarriageFile } from '../marriage/file.ts'
import { emptyMarriageFile } from '../marriage/file.ts'
import { normaliseMarriageFile, requireSoundFile } from '../marriage/intake.ts'
import { text } from '../text.ts'
import type { DivorceFile } from './file.ts'

const trimmed = (value: string): string => normaliseText(value).trim()

/** Brings what was typed or pasted into its stored form: NFC, one middle dot, plain digits in numbers. */
export const normaliseDivorceFile = (file: DivorceFile): DivorceFile => ({
  ...file,
  parties: normaliseMarriageFile({ ...emptyMarriageFile(), parties: file.parties }).parties,
  marriage: { ...file.marriage, number: trimmed(file.marriage.number), office: trimmed(file.marriage.office) },
  remarkForm: normaliseText(file.remarkForm),
  remarkCertificate: normaliseText(file.remarkCertificate),
})

const checkDay = (value: string | undefined, path: string): void => {
  if (value === undefined || value === '' || isCivilDate(value)) return
  throw new LantaiError('invalid', text(`没有 ${value} 这一天`, `There is no day ${value}`), path)
}

/** Refuses a file (or the sections that change) that could not stand in the register: control or private-use characters, days that do not exist, identity numbers that fail their check. Throws `invalid` with the field. */
export const requireSoundDivorce = (file: Partial<DivorceFile>, options: { readonly sampleOffice: boolean }): void => {
  const { interviews, ...rest } = file
  // The sections shared with a marriage file are checked by the same code; what is read aloud and written down may hold several lines.
  requireSoundFile(rest as unknown as Partial<MarriageFile>, options)
  interviews?.forEach((interview, index) => {
    if (interview === null) return
    checkDay(interview.day, `interviews.${index}.day`)
    requireSoundFile({ answers: interview.questions.flatMap(({ question, answer }) => [{ rule: '', field: '', reason: question }, { rule: '', field: '', reason: answer }]) }, options)
  })
  checkDay(file.marriage?.day, 'marriage.day')
  checkDay(file.agreement?.signedOn, 'agreement.signedOn')
}
