import type { Reads, Transaction } from '../../../db/contract.ts'
import type { JournalEntry } from '../../../domain/action.ts'
import type { BurialAction, Place } from '../../../domain/burial/actions.ts'
import type { Placement } from '../../../domain/burial/codes.ts'
import { decidePlacement } from '../../../domain/burial/decide.ts'
import { burialStateTitles, burialTransitions, foldBurial, nextBurialState, requireFree, type BurialCase } from '../../../domain/burial/fold.ts'
import type { Interred } from '../../../domain/burial/placement/actions.ts'
import { decideInterment } from '../../../domain/burial/placement/decide.ts'
import { occupantsOn } from '../../../domain/burial/placement/fold.ts'
import { pinyinOf } from '../../../domain/names/index.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { Answer } from '../../../domain/findings.ts'
import { text } from '../../../domain/text.ts'
import type { z } from 'zod'
import { decided } from '../../case/decide.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { answered } from '../acts.ts'
import { nextPaperNumber } from '../numbers.ts'
import { contextOf, personKeyOf } from '../cases/context.ts'
import { placeOf, requirePlot } from '../cases/places.ts'
import { cemeteryOfPlot, findPlotHere, plotWords } from './standing.ts'

const stopped = text('还不能安葬：请先处理列出的各项。', 'Nobody can be interred yet: see to what is listed first.')

/** Somebody to be laid in a plot or niche of this register. */
export interface IntermentWish extends Omit<z.infer<typeof Interred>, 'interment'> {
  readonly plot: string
  readonly day: string
  /** The plot of this register (or a place in words) from which the remains come, empty for a first interment. */
  readonly movedFrom: string
  readonly answers?: readonly Answer[]
}

/** Nobody lies in two plots of the register on one day; throws `conflict` at `key` with the other plot. */
const requireNowhereElse = async (tx: Transaction, plot: string, key: string, day: string): Promise<void> => {
  // By the number in the key; remains that are known by a grave or a certificate have none.
  const number = key.slice(key.indexOf(':') + 1)
  for (const { id } of await tx.burial.findPlots(number, 20)) {
    if (id === plot || !occupantsOn(await tx.burial.getPlot(id), day).some((entry) => entry.key === key)) continue
    const where = plotWords(await cemeteryOfPlot(tx, id), id)
    throw new LantaiError('conflict', text(`这位逝者现安葬在${where.zh}，请先从那里迁出`, `This person lies in ${where.en}; move them out there first`), 'key', { plot: id })
  }
}

/**
 * Records an interment in a plot of the register, with the next number of a burial certificate (JAZ); gives the certificate and the place, so that the caller can record what the case learns of it in the same transaction.
 * Throws `not_found`, `wrong_state`, `conflict`, `findings` and `invalid` at the field.
 */
export const inter = async (house: House, tx: Transaction, wish: IntermentWish): Promise<{ readonly certificate: string; readonly place: Place }> => {
  const { plot: id, day, movedFrom, answers = [], deceased, pinyin = pinyinOf(deceased).slice(0, 100), key, caseId, how, proof } = wish
  const cemetery = await requirePlot(tx, id, how)
  if (movedFrom !== '' && (await findPlotHere(tx, movedFrom)) !== undefined) {
    const before = await tx.burial.getPlot(movedFrom)
    if (occupantsOn(before, day).some((entry) => entry.key === key)) throw new LantaiError('invalid', text('还没有从原墓位迁出；请在原墓位办理迁出，并选定这个墓位', 'Nobody was moved out of that plot yet; move out there and name this plot'), 'movedFrom')
  }
  await requireNowhereElse(tx, id, key, day)
  const certificate = await nextPaperNumber(house, tx, 'JAZ', day)
  const decision = decideInterment(await tx.burial.getPlot(id), { interment: newId('i', house.now()), deceased, ...(pinyin === '' ? {} : { pinyin }), key, caseId, how, proof, day, certificate, movedFrom }, { cemetery, answers })
  await tx.record(answered(decision, answers, stopped))
  return { certificate, place: placeOf(cemetery, id) }
}

/** A case of the register as its entries left it; throws `not_found` at `caseId`. */
export const readBurialCase = async (reads: Pick<Reads, 'entriesOf'>, caseId: string): Promise<BurialCase> => {
  const entries = (await reads.entriesOf(caseId)).filter(({ action }) => action.kind.startsWith('burial.'))
  if (entries.length === 0) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'), 'caseId')
  return foldBurial(entries as readonly JournalEntry<BurialAction>[])
}

/** Who a case is about, as the plot writes it down; throws `invalid` at `deceased` where somebody else is named. */
export const deceasedOf = (folded: BurialCase, named: { readonly deceased: string; readonly key: string }): Pick<IntermentWish, 'deceased' | 'pinyin' | 'key'> => {
  const { deceased } = folded.file
  const name = deceased.name.trim()
  if (named.deceased.trim() !== name) throw new LantaiError('invalid', text(`案件的逝者是 ${name}`, `The case is about ${name}`), 'deceased')
  return { deceased: name, ...(deceased.pinyin === undefined ? {} : { pinyin: deceased.pinyin }), key: personKeyOf({ id: folded.id, file: folded.file }) }
}

interface CaseLearns { readonly day: string; readonly how: Placement; readonly place: Place; readonly number: string; readonly permit: string; readonly proof: string; readonly reason?: string; readonly second?: string }

/** Puts on record in a case that the remains came to rest, or came to rest elsewhere than before: a first placement goes through its rules, everything later is a further row. Throws `wrong_state`, `findings`. */
export const tellCase = async (house: House, tx: Transaction, caseId: string, { day, how, place, number, permit, proof, reason, second }: CaseLearns): Promise<void> => {
  const folded = await readBurialCase(tx, caseId)
  if (burialTransitions[folded.state]['burial.moved'] !== undefined) {
    const action: Extract<BurialAction, { kind: 'burial.moved' }> = { kind: 'burial.moved', subject: caseId, body: { day, how, place, permit }, ...(reason === undefined ? {} : { reason }), ...(second === undefined ? {} : { second }) }
    nextBurialState(folded.state, action.kind)
    requireFree(folded, action)
    await tx.record(action)
    return
  }
  if (burialTransitions[folded.state]['burial.placed'] === undefined) throw new LantaiError('wrong_state', text(`案件现在是“${burialStateTitles[folded.state].zh}”，不能安葬`, `The case is “${burialStateTitles[folded.state].en}”: nobody can be interred`), 'caseId')
  const decision = decidePlacement(folded, await contextOf(house, tx, folded.file, { stage: 'placement', day }), { number, how, place, witness: '', document: proof })
  await tx.record(decided(decision, stopped))
}
