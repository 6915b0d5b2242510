import type { JournalEntry } from '../action.ts'
import type { Stamp } from '../case/fold.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { ArchiveAction, ArchiveActionBody, FileClass } from './actions.ts'

/** What was printed of a query or proof. */
export type ArchivePrinted = Readonly<ArchiveActionBody<'archive.printed'>> & Stamp

/** A query or a proof of record as its entries left it. */
export type ArchiveRecordFold = Stamp & { readonly id: string; readonly printed: readonly ArchivePrinted[] } & (
  | { readonly kind: 'query'; readonly body: Readonly<ArchiveActionBody<'archive.queried'>> }
  | { readonly kind: 'proof'; readonly body: Readonly<ArchiveActionBody<'archive.proved'>> })

type Entry = JournalEntry<ArchiveAction>

/** Applies one entry to a query or proof (undefined before there is one); throws `wrong_state` when it is put down twice, or printed before it is there. */
export const applyArchiveRecord = (folded: ArchiveRecordFold | undefined, { action, at, actor }: Entry): ArchiveRecordFold => {
  const stamp = { at, by: actor }
  switch (action.kind) {
    case 'archive.queried':
    case 'archive.proved':
      if (folded !== undefined) throw new LantaiError('wrong_state', text('已经登记过', 'It is on record already'))
      return action.kind === 'archive.queried' ? { id: action.subject, ...stamp, printed: [], kind: 'query', body: action.body } : { id: action.subject, ...stamp, printed: [], kind: 'proof', body: action.body }
    case 'archive.printed':
      if (folded === undefined) throw new LantaiError('wrong_state', text('还没有登记，不能打印', 'It is not on record yet and cannot be printed'))
      return { ...folded, printed: [...folded.printed, { ...action.body, ...stamp }] }
    default:
      throw new LantaiError('wrong_state', text('这不是查档或者证明', 'This is no query and no proof'))
  }
}

/** Folds the entries of one query or proof; throws `not_found` when there are none. */
export const foldArchiveRecord = (entries: Iterable<Entry>): ArchiveRecordFold => {
  let folded: ArchiveRecordFold | undefined
  for (const entry of entries) folded = applyArchiveRecord(folded, entry)
  if (folded === undefined) throw new LantaiError('not_found', text('没有这条记录', 'There is no such record'))
  return folded
}

/** A box as its entries left it. */
export interface Box extends Readonly<ArchiveActionBody<'archive.boxed'>>, Stamp {
  readonly id: string
  readonly transferred: (Pick<ArchiveActionBody<'archive.transferred'>, 'day' | 'receiver' | 'number'> & Stamp) | null
}

const sameBox = (box: Box, body: { readonly fonds: string; readonly year: number; readonly fileClass: FileClass }): boolean => box.fonds === body.fonds && box.year === body.year && box.fileClass === body.fileClass

/** Folds boxings and transfers to the boxes, in order; throws `wrong_state` for files boxed twice, and for a transfer of a box that is not there or gone already. */
export const foldBoxes = (entries: Iterable<Entry>): readonly Box[] => {
  let boxes: readonly Box[] = []
  for (const { action, at, actor } of entries) {
    const stamp = { at, by: actor }
    if (action.kind === 'archive.boxed') {
      const { body } = action
      if (boxes.some((box) => sameBox(box, body) && (box.box === body.box || (box.first <= body.last && body.first <= box.last)))) throw new LantaiError('wrong_state', text('这些案卷已经装盒', 'These files stand in a box already'))
      boxes = [...boxes, { id: action.subject, ...body, ...stamp, transferred: null }]
    } else if (action.kind === 'archive.transferred') {
      const { body } = action
      const { day, receiver, number } = body
      const gone = body.boxes.filter((wanted) => !boxes.some((box) => sameBox(box, body) && box.box === wanted && box.transferred === null))
      if (gone.length > 0) throw new LantaiError('wrong_state', text(`第 ${gone.join('、')} 盒不在库中`, `Box ${gone.join(', ')} is not here`))
      boxes = boxes.map((box) => (sameBox(box, body) && body.boxes.includes(box.box) ? { ...box, transferred: { day, receiver, number, ...stamp } } : box))
    }
  }
  return boxes
}
