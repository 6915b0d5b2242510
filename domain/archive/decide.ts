import type { Decision } from '../case/decide.ts'
import { decideBy } from '../case/decide.ts'
import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { archiveTerms } from '../marriage/archive.ts'
import { findSeries } from '../numbering.ts'
import { text } from '../text.ts'
import type { ArchiveAction, ArchiveActionBody, ArchiveActionKind } from './actions.ts'
import type { ArchiveContext, ProofFacts, QueryFacts } from './rules.ts'
import { checkProof, checkQuery } from './rules.ts'
import { fileClassTitles } from './titles.ts'

type ActionOf<K extends ArchiveActionKind> = Extract<ArchiveAction, { kind: K }>

/** The patterns of the numbers an office starts with. */
export const defaultQueryPattern = '查〔{year}〕{serial:4}号'
export const defaultProofPattern = '婚证〔{year}〕{serial:4}号'

/** What the office adds to a query or proof: the id and the number allotted in the same transaction, and who acts. */
export interface ArchiveOfficeFacts {
  readonly id: string
  readonly number: string
  /** The office's pattern of such numbers (numbering.ts). */
  readonly pattern: string
  readonly registrar: string
  readonly officeName: string
}

const requireSeries = ({ number, pattern }: ArchiveOfficeFacts, day: string): void => {
  if (findSeries(pattern, number)?.year !== Number(day.slice(0, 4))) throw new LantaiError('invalid', text(`编号 ${number} 与编号格式或者年份不符`, `The number ${number} does not fit the pattern or the year`), 'number')
}

/** Decides a query (《婚姻登记档案管理办法》第十五条): the entry of the log, or what is missing. Throws `invalid` for a number that does not fit. */
export const decideQuery = (facts: QueryFacts, context: ArchiveContext, office: ArchiveOfficeFacts): Decision<ActionOf<'archive.queried'>> =>
  decideBy(checkQuery(facts, { ...context, typing: false }), [], () => {
    requireSeries(office, context.day)
    return { kind: 'archive.queried', subject: office.id, body: { ...facts, day: context.day, number: office.number, registrar: office.registrar, officeName: office.officeName } }
  })

/** Decides a proof of record (民函〔2015〕266号); throws `invalid` for a number that does not fit. */
export const decideProof = (facts: ProofFacts, context: ArchiveContext, office: ArchiveOfficeFacts): Decision<ActionOf<'archive.proved'>> =>
  decideBy(checkProof(facts, { ...context, typing: false }), [], () => {
    requireSeries(office, context.day)
    return { kind: 'archive.proved', subject: office.id, body: { ...facts, day: context.day, number: office.number, registrar: office.registrar, officeName: office.officeName } }
  })

/** A run of files in a box. */
export interface BoxRun {
  readonly box: number
  readonly first: number
  readonly last: number
}

/** What the register holds of a fonds, year and class. */
export interface FilesOfClass {
  /** 室编卷号 of every filed case. */
  readonly filed: readonly number[]
  readonly boxes: readonly BoxRun[]
}

/** The runs of filed cases that stand in no box yet, in order. */
export const unboxedRuns = ({ filed, boxes }: FilesOfClass): readonly { readonly first: number; readonly last: number; readonly files: number }[] => {
  const runs: { first: number; last: number; files: number }[] = []
  for (const number of [...new Set(filed)].filter((value) => !boxes.some((box) => box.first <= value && value <= box.last)).sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && last.last === number - 1) {
      last.last = number
      last.files += 1
    } else runs.push({ first: number, last: number, files: 1 })
  }
  return runs
}

/** File numbers inside a run that no filed case has. */
export const missingFiles = (run: Pick<BoxRun, 'first' | 'last'>, filed: readonly number[]): readonly number[] => {
  const known = new Set(filed)
  return Array.from({ length: Math.max(0, run.last - run.first + 1) }, (_, index) => run.first + index).filter((number) => !known.has(number))
}

/** The most file numbers a box takes; a larger run is a slip of the keys. */
export const boxLimit = 2000

/**
 * Puts a run of files of one year and class into the next box (《婚姻登记档案管理办法》第十条). Throws `invalid` at `first` or `last` for a run that is empty, goes past the last file
 * or is no run, `conflict` at `first` when a file of it stands in a box already, and `invalid` at `note` when a number is left out, before the run or inside it, without a word why.
 */
export const decideBox = (wanted: Omit<ArchiveActionBody<'archive.boxed'>, 'box'>, held: FilesOfClass, id: string): ActionOf<'archive.boxed'> => {
  const { first, last, note } = wanted
  civilDate(wanted.day, 'day')
  if (!Number.isInteger(first) || first < 1 || !Number.isInteger(last) || last < first) throw new LantaiError('invalid', text('止卷号不能小于起卷号', 'The last file number is not before the first'), 'last')
  if (last - first >= boxLimit) throw new LantaiError('invalid', text(`一盒最多 ${boxLimit} 卷`, `A box takes at most ${boxLimit} files`), 'last')
  const taken = held.boxes.find((box) => box.first <= last && first <= box.last)
  if (taken !== undefined) throw new LantaiError('conflict', text(`第 ${Math.max(first, taken.first)} 卷已在第 ${taken.box} 盒（${taken.first}—${taken.last}）`, `File ${Math.max(first, taken.first)} stands in box ${taken.box} (${taken.first} to ${taken.last})`), 'first')
  const filed = new Set(held.filed)
  if (!filed.has(first)) throw new LantaiError('invalid', text(`没有第 ${first} 卷`, `There is no file ${first}`), 'first')
  if (!filed.has(last)) throw new LantaiError('invalid', text(`没有第 ${last} 卷`, `There is no file ${last}`), 'last')
  const before = Math.max(0, ...held.boxes.filter((box) => box.last < first).map((box) => box.last))
  const left: number[] = []
  for (let number = before + 1; number <= last && left.length <= 10; number += 1) if (number < first || !filed.has(number)) left.push(number)
  if (left.length > 0 && note.trim() === '') {
    const named = left.slice(0, 10).join('、') + (left.length > 10 ? '…' : '')
    throw new LantaiError('invalid', text(`卷号不连续（缺 ${named}），请在备考中说明`, `The file numbers are not continuous (${named.replaceAll('、', ', ')} left out); say why in the note`), 'note')
  }
  const box = Math.max(0, ...held.boxes.map((entry) => entry.box)) + 1
  return { kind: 'archive.boxed', subject: id, body: { ...wanted, note: note.trim(), box } }
}

/** A box as a hand-over looks at it. */
export interface TransferableBox { readonly box: number; readonly transferredOn: string }

/**
 * Hands boxes to the state archive of the same level at the time agreed with it (《婚姻登记档案管理办法》第十四条). Throws `not_found` at `boxes` for one that is not there, `wrong_state` for one
 * handed over already, and `invalid` at `reason` before the usual ten years without the agreement written down.
 */
export const decideTransfer = (wanted: ArchiveActionBody<'archive.transferred'>, boxes: readonly TransferableBox[], by: { readonly id: string; readonly reason?: string }): ActionOf<'archive.transferred'> => {
  civilDate(wanted.day, 'day')
  if (wanted.receiver.trim() === '') throw new LantaiError('invalid', text('请填写接收的档案馆', 'Name the archive that receives'), 'receiver')
  const numbers = [...new Set(wanted.boxes)].sort((a, b) => a - b)
  for (const number of numbers) {
    const found = boxes.find((entry) => entry.box === number)
    if (found === undefined) throw new LantaiError('not_found', text(`没有第 ${number} 盒`, `There is no box ${number}`), 'boxes')
    if (found.transferredOn !== '') throw new LantaiError('wrong_state', text(`第 ${number} 盒已于 ${found.transferredOn} 移交`, `Box ${number} was handed over on ${found.transferredOn}`), 'boxes')
  }
  const { transferFrom } = archiveTerms(wanted.year)
  const reason = by.reason?.trim() ?? ''
  if (Number(wanted.day.slice(0, 4)) < transferFrom && reason === '') throw new LantaiError('invalid', text(`${wanted.year} 年的${fileClassTitles[wanted.fileClass].zh}档案一般 ${transferFrom} 年起移交，提前移交请写明与档案馆的约定`, `Files of ${wanted.year} are usually handed over from ${transferFrom}; write down what was agreed with the archive`), 'reason')
  return { kind: 'archive.transferred', subject: by.id, body: { ...wanted, boxes: numbers }, ...(reason === '' ? {} : { reason }) }
}
