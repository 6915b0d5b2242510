import type { Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import type { QueriedFile } from '../../domain/archive/actions.ts'
import { fileClassTitles } from '../../domain/archive/titles.ts'
import type { DivorceAction } from '../../domain/divorce/actions.ts'
import { divorceArchiveTitle } from '../../domain/divorce/archive.ts'
import { foldDivorce } from '../../domain/divorce/fold.ts'
import { LantaiError } from '../../domain/error.ts'
import type { MarriageAction } from '../../domain/marriage/actions.ts'
import { archiveTitle } from '../../domain/marriage/archive.ts'
import { foldMarriage } from '../../domain/marriage/fold.ts'
import type { ReissueAction } from '../../domain/reissue/actions.ts'
import { reissueArchiveTitle } from '../../domain/reissue/archive.ts'
import { foldReissue } from '../../domain/reissue/fold.ts'
import { text } from '../../domain/text.ts'

/** A file of the register as a query names it, and its parties' identity numbers. */
interface HeldFile {
  readonly file: QueriedFile
  readonly identityNumbers: readonly [string, string]
}

interface Held { readonly id: string; readonly number: string; readonly archive: { readonly year: number; readonly officeFileNumber: number } | null; readonly file: { readonly parties: readonly [{ readonly identityNumber: string }, { readonly identityNumber: string }] } }

const heldFile = (window: 'marriage' | 'divorce' | 'reissue', title: string, { id, number, archive, file }: Held): HeldFile => ({
  file: { window, caseId: id, number, title: title.slice(0, 100), archiveNumber: archive === null ? '' : `${String(archive.year)}年${fileClassTitles[window].zh}第${String(archive.officeFileNumber)}卷` },
  identityNumbers: [file.parties[0].identityNumber, file.parties[1].identityNumber],
})

const readHeld = async (reads: Pick<Reads, 'entriesOf'>, { window, caseId }: QueriedFile): Promise<HeldFile> => {
  const own = (await reads.entriesOf(caseId)).filter(({ action }) => action.kind.startsWith(`${window}.`))
  switch (window) {
    case 'divorce': {
      const folded = foldDivorce(own as readonly JournalEntry<DivorceAction>[])
      return heldFile(window, divorceArchiveTitle(folded), folded)
    }
    case 'reissue': {
      const folded = foldReissue(own as readonly JournalEntry<ReissueAction>[])
      return heldFile(window, reissueArchiveTitle(folded), folded)
    }
    default: {
      const folded = foldMarriage(own as readonly JournalEntry<MarriageAction>[])
      return heldFile('marriage', archiveTitle(folded.file), folded)
    }
  }
}

/** The files a query names, as the register has them: a page's word on number and title does not count. Throws `invalid` at the file that is not there. */
export const heldFiles = async (reads: Pick<Reads, 'entriesOf'>, asked: readonly QueriedFile[]): Promise<{ readonly files: QueriedFile[]; readonly parties: Readonly<Record<string, readonly [string, string]>> }> => {
  const files: QueriedFile[] = []
  const parties: Record<string, readonly [string, string]> = {}
  for (const [index, file] of asked.entries()) {
    const field = `files.${String(index)}`
    if (file.window === 'paper') {
      if (file.caseId !== '') throw new LantaiError('invalid', text('纸质档案没有案件编号', 'A file on paper has no case'), `${field}.caseId`)
      if (file.number.trim() === '' && file.title.trim() === '' && file.archiveNumber.trim() === '') throw new LantaiError('invalid', text('请写明是哪一份纸质档案（字号、题名或者卷号）', 'Say which file on paper it is: number, title or file number'), `${field}.number`)
      files.push(file)
      continue
    }
    if (asked.findIndex((other) => other.caseId === file.caseId) !== index) throw new LantaiError('invalid', text('同一档案填了两次', 'The same file is given twice'), field)
    try {
      const held = await readHeld(reads, file)
      files.push(held.file)
      parties[file.caseId] = held.identityNumbers
    } catch (error) {
      if (error instanceof LantaiError && error.code === 'not_found') throw new LantaiError('invalid', text('登记簿中没有这一档案', 'The register holds no such file'), field)
      throw error
    }
  }
  return { files, parties }
}
