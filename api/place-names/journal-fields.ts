import type { JournalFields } from '../journal.ts'
import { gazetteerJournalFields } from './gazetteer/handlings.ts'
import { namePlanJournalFields } from './plans/handlings.ts'
import { placeRegisterFields } from './register-fields.ts'

/** Fields of the acts of cases that name no person; words of opinions, objections and notes are left out. */
export const placeNameCaseFields: JournalFields = {
  'placeName.received': ['day'],
  'placeName.amended': ['day'],
  'placeName.supplementAsked': ['day', 'slip', 'missing'],
  'placeName.supplemented': ['day'],
  'placeName.accepted': ['day', 'slip'],
  'placeName.notAccepted': ['day', 'slip'],
  'placeName.visited': ['day', 'items'],
  'placeName.reported': ['day'],
  'placeName.consulted': ['day', 'consultation', 'unit', 'document', 'items', 'replyBy'],
  'placeName.replied': ['day', 'consultation', 'outcome'],
  'placeName.displayed': ['day', 'display', 'from', 'to', 'items'],
  'placeName.displayEnded': ['day', 'display'],
  'placeName.timeExcluded': ['day', 'from', 'to', 'told'],
  'placeName.extended': ['day', 'told'],
  'placeName.provisionallyNamed': ['day', 'item', 'document', 'until'],
  'placeName.reviewed': ['day'],
  'placeName.forwarded': ['day', 'to', 'document'],
  'placeName.opined': ['day', 'document'],
  'placeName.decided': ['day', 'approver', 'approverName', 'document', 'sealed', 'remedies'],
  'placeName.delivered': ['day', 'how'],
  'placeName.filed': ['day', 'to', 'document', 'items', 'papers', 'words'],
  'placeName.filingAnswered': ['day', 'outcome'],
  'placeName.filingUrged': ['day', 'by', 'deadline'],
  'placeName.noticed': ['day', 'number', 'channels', 'link', 'elements', 'words'],
  'placeName.entered': ['day', 'item', 'code', 'announced'],
  'placeName.signSet': ['day', 'item', 'sign', 'text', 'pinyin', 'position'],
  'placeName.signFound': ['day', 'item', 'sign', 'defect'],
  'placeName.signMended': ['day', 'item', 'sign'],
  'placeName.corrected': ['day', 'item', 'words', 'document'],
  'placeName.attested': ['day'],
  'placeName.printed': ['day', 'paper', 'digest', 'printer'],
  'placeName.archived': ['day', 'fonds', 'year', 'fileNumber', 'pages', 'index'],
  'placeName.withdrawn': ['day'],
}

/** Of every act on place names; the other parts of the window add theirs with one line. */
export const placeNameJournalFields: JournalFields = { ...placeNameCaseFields, ...gazetteerJournalFields, ...namePlanJournalFields, ...placeRegisterFields }
