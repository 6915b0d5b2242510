import type { JournalFields } from '../journal.ts'

/** Fields of the acts on plates, proofs, boundaries, irregular names and the local profile that name no person: owners, applicants, holders and what was found of them are left out. */
export const placeRegisterFields: JournalFields = {
  'plate.numbered': ['day', 'document', 'name', 'street', 'estate'],
  'plate.assigned': ['day', 'key', 'document', 'provisional'],
  'plate.confirmed': ['day', 'key', 'certificate', 'use'],
  'plate.made': ['day', 'batch', 'size', 'maker'],
  'plate.mounted': ['day', 'key', 'qr'],
  'plate.renumbered': ['day', 'key', 'to', 'document'],
  'plate.cancelled': ['day', 'key', 'document'],
  'plate.streetRenamed': ['day', 'from', 'to', 'document'],
  'plate.concorded': ['day', 'document'],
  'plate.printed': ['day', 'paper', 'key', 'digest', 'printer'],
  'address.proved': ['day', 'number', 'entityId', 'key'],
  'address.withdrawn': ['day', 'number'],
  'boundary.registered': ['day', 'facts'],
  'boundary.described': ['day', 'document'],
  'boundary.inspected': ['day', 'from', 'kind', 'sides', 'lengthKilometres', 'report', 'archiveNumber', 'result'],
  'boundary.resultFiled': ['day', 'report', 'with', 'document'],
  'boundary.markerMended': ['day', 'marker', 'how', 'by', 'neighbourPresent'],
  'boundary.ended': ['day', 'document'],
  'boundaryPlan.set': ['day', 'year', 'document', 'lines'],
  'irregularName.found': ['day'],
  'irregularName.noticed': ['day', 'number', 'deadline'],
  'irregularName.interviewed': ['day'],
  'irregularName.settled': ['day', 'how', 'document'],
  'placeNameProfile.set': ['day'],
}
