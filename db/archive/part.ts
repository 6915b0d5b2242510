import { archiveActions } from '../../domain/archive/actions.ts'
import type { WindowPart } from '../windows.ts'
import { archiveAppliers } from './appliers.ts'

/** The archive's part of the register: the log of queries and proofs, and boxes. */
export const archivePart: WindowPart = {
  id: 'archive',
  bodies: archiveActions,
  appliers: archiveAppliers,
  tables: [
    { name: 'archive_record', key: 'key' },
    { name: 'archive_box', key: 'key' },
  ],
}
