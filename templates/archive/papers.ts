import type { Paper } from '../paper.ts'
import { boxNote, boxSpine } from './box.ts'
import { copySheet } from './copy-sheet.ts'
import { boxList, index } from './lists.ts'
import { proof } from './proof.ts'
import { query } from './query.ts'

/** The papers of the archive. */
export const archivePapers: readonly Paper[] = [query, copySheet, proof, boxList, boxSpine, boxNote, index]
