import type { MarriageCase } from '../../domain/marriage/fold.ts'
import { crossNotes, endingTitles, type EndingAction, type MarriageEnding } from '../../domain/marriage/endings.ts'
import type { EndingLine } from '../schemas/marriage.ts'

/** The notes of an ending in both files, as they stand now. */
export const notesOf = (folded: Pick<MarriageCase, 'number' | 'archive'>, ending: Pick<MarriageEnding, 'action' | 'file'>) => crossNotes(folded, ending.action, ending.file)

const otherFileOf = ({ action, file }: MarriageEnding): string => (file === null ? action.body.note.otherFile : `撤销婚姻类${String(file.year)}年第${String(file.officeFileNumber)}卷`)
const divorceIdOf = (action: EndingAction): string => (action.kind === 'marriage.divorced' ? action.body.caseId : '')

/** How a marriage ended, in order, as its page shows it; `nameOf` gives the name behind an account. */
export const endingLines = (folded: Pick<MarriageCase, 'endings'>, nameOf: (id: string) => string): EndingLine[] =>
  folded.endings.map((ending, index) => ({
    index, kind: ending.kind, title: { ...endingTitles[ending.kind] }, day: ending.day, at: ending.at, by: nameOf(ending.by), second: ending.second === '' ? '' : nameOf(ending.second),
    body: ending.action.body, remark: ending.action.body.note.remark, otherFile: otherFileOf(ending), divorceId: divorceIdOf(ending.action),
    file: ending.file === null ? null : { fonds: ending.file.fonds, year: ending.file.year, officeFileNumber: ending.file.officeFileNumber, archiveFileNumber: ending.file.archiveFileNumber, pages: ending.file.pages },
  }))
