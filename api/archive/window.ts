import { text } from '../../domain/text.ts'
import type { ApiWindow } from '../windows.ts'
import { boxHandlings } from './boxes.ts'
import { archiveRecordPapers } from './papers.ts'
import { recordHandlings } from './records.ts'

/** The archive's part of the door: it stands at the desk of marriages. */
export const archiveWindow: ApiWindow = {
  id: 'archive',
  under: 'marriage',
  title: text('婚姻登记档案', 'Archive'),
  handlings: () => [...recordHandlings, ...boxHandlings],
  papers: archiveRecordPapers,
  journalFields: {
    'archive.queried': ['day', 'number', 'approvedBy', 'found', 'copies', 'registrar', 'officeName'],
    'archive.proved': ['day', 'number', 'registrar', 'officeName'],
    'archive.printed': ['paper', 'digest', 'printer'],
    'archive.boxed': ['day', 'fonds', 'year', 'fileClass', 'box', 'first', 'last', 'note'],
    'archive.transferred': ['day', 'fonds', 'year', 'fileClass', 'boxes', 'receiver', 'number'],
  },
  counts: {
    query: { title: text('查档', 'Archive queries'), unit: '件' },
    proof: { title: text('出具婚姻登记记录证明', 'Record proofs'), unit: '件' },
  },
  registrations: {},
  open: async () => [],
}
