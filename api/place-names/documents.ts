import type { Reads } from '../../db/contract.ts'
import { LantaiError } from '../../domain/error.ts'
import { documentNumber, findDocumentNumber, formatDocumentNumber } from '../../domain/place-names/document-numbers.ts'
import { documentPaperTitles, type documentPapers, type PlaceNameProfile } from '../../domain/place-names/profile.ts'
import { text } from '../../domain/text.ts'

export type NumberedPaper = (typeof documentPapers)[number]

/**
 * The number of a paper of this office: what the clerk typed, in its stored form, or the next one of the profile's code for that paper and the year of the day.
 * Asked within the write transaction that records it. Throws `invalid` at the field when nothing is typed and no code is set, or when what is typed is no document number; `conflict` when one of the office's own papers bears the typed number, unless it is `shared`: one letter, request, reply or notice may concern several cases.
 */
export const allotDocument = async (reads: Pick<Reads, 'placeNames'>, profile: PlaceNameProfile, paper: NumberedPaper, { typed, day, field, shared = false }: { readonly typed: string; readonly day: string; readonly field: string; readonly shared?: boolean }): Promise<string> => {
  const year = Number(day.slice(0, 4))
  if (typed.trim() !== '') {
    const number = documentNumber(typed, field)
    const found = findDocumentNumber(number)
    const borne = found === undefined ? undefined : (await reads.placeNames.documents(found.year)).find((one) => one.number === number)
    if (borne !== undefined && !shared) throw new LantaiError('conflict', text(`文号 ${number} 已经用过`, `The number ${number} is used already`), field)
    return number
  }
  const code = profile.documentCodes[paper]
  const title = documentPaperTitles[paper]
  if (code === undefined) throw new LantaiError('invalid', text(`请填写${title.zh}的文号；本地规定中没有设${title.zh}的文号代字，不能自动编号`, `Enter the number of the ${title.en.toLowerCase()}; the local rules set no code for it, so none can be allotted`), field)
  const serial = (await reads.placeNames.lastDocument(code.agency, year, code.withWord)) + 1
  return formatDocumentNumber({ agency: code.agency, year, withWord: code.withWord, serial })
}
