import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { partyLabel } from './context.ts'
import type { MarriageFile } from './file.ts'

/** A field of the certificate that is compared with the identity card and the review form before the hand-over. */
export interface ProofreadField {
  /** Path in the case, e.g. `parties.0.name`, `serials.1`. */
  readonly field: string
  readonly title: Text
}

const partyFields: readonly (readonly [string, Text])[] = [
  ['name', text('姓名', 'name')],
  ['sex', text('性别', 'sex')],
  ['nationality', text('国籍', 'nationality')],
  ['birth', text('出生日期', 'day of birth')],
  ['identityNumber', text('身份证件号', 'identity number')],
]

/** What stands on both certificates and must be ticked, one by one, at the proof-reading (校对). */
export const proofreadFields = (file: Pick<MarriageFile, 'remarkCertificate' | 'photo'>): readonly ProofreadField[] => [
  ...([0, 1] as const).flatMap((index) => partyFields.map(([field, title]) => ({ field: `parties.${index}.${field}`, title: text(`${partyLabel(index).zh}${title.zh}`, `${partyLabel(index).en}: ${title.en}`) }))),
  { field: 'number', title: text('结婚证字号', 'Certificate number') },
  { field: 'day', title: text('登记日期', 'Day of registration') },
  { field: 'serials.0', title: text('男方证件印制号', 'Serial of the man’s booklet') },
  { field: 'serials.1', title: text('女方证件印制号', 'Serial of the woman’s booklet') },
  ...(file.remarkCertificate === '' ? [] : [{ field: 'remarkCertificate', title: text('备注', 'Remark') }]),
  ...(file.photo === null ? [] : [{ field: 'photo', title: text('照片', 'Photo') }]),
]
