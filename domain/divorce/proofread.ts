import { proofreadFields } from '../marriage/proofread.ts'
import type { ProofreadField } from '../marriage/proofread.ts'
import { text } from '../text.ts'
import type { DivorceFile } from './file.ts'

/** What stands on both divorce certificates and must be ticked, one by one, at the proof-reading (校对). */
export const divorceProofreadFields = (file: Pick<DivorceFile, 'remarkCertificate' | 'photos'>): readonly ProofreadField[] => [
  ...proofreadFields({ remarkCertificate: file.remarkCertificate, photo: null }).map((field) => (field.field === 'number' ? { ...field, title: text('离婚证字号', 'Certificate number') } : field)),
  ...file.photos.flatMap((photo, index) => (photo === null ? [] : [{ field: `photos.${index}`, title: index === 0 ? text('男方照片', 'Photo of the man') : text('女方照片', 'Photo of the woman') }])),
]
