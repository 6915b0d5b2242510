import type { Transaction } from '../../../db/contract.ts'
import type { Action } from '../../../domain/action.ts'
import { decideBurialAct, decideCrematedElsewhere, decideReceipt, type PlainBurialAction } from '../../../domain/burial/acts.ts'
import { runBurialCheck } from '../../../domain/burial/check.ts'
import type { Placement } from '../../../domain/burial/codes.ts'
import { decideCorrection, findLeaving } from '../../../domain/burial/correct.ts'
import { decideBodyBurial, decideCremation, decidePlacement, decideReissue, decideTransportOut, decideVoid } from '../../../domain/burial/decide.ts'
import { paperPrefix, type NumberedPaper } from '../../../domain/burial/numbers.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { standingOf } from '../../../domain/waiver/settlements.ts'
import { act, type Afterwards } from '../../case/act.ts'
import { decided } from '../../case/decide.ts'
import { within } from '../../case/fields.ts'
import { requireFiles } from '../../case/intake.ts'
import { handle, type Handling } from '../../door.ts'
import { instantOf, type House } from '../../house.ts'
import { newId } from '../../ids.ts'
import type { BurialAct, BurialDecision, BurialIssue } from '../../schemas/burial.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { nextPaperNumber } from '../numbers.ts'
import { contextOf, homeOf, officeContext } from './context.ts'
import { findLying, placeOf, recordInterment, recordRemoval, requirePlot } from './places.ts'
import { requiredPapers } from './required.ts'
import { burialSpec } from './spec.ts'
import { foldWhole, type WholeCase } from './whole.ts'

/** Instants that have come when an act is entered. */
const moments = ['arrivedAt', 'storedAt', 'heldAt', 'startedAt', 'endedAt'] as const

/** A body with its instants in the office's zone, for the day of an instant is that of the office; throws `invalid` at one that has not come yet. */
const timed = <B extends object>(house: House, body: B): B => {
  const written = { ...body } as Record<string, unknown>
  for (const [field, value] of Object.entries(written)) if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) written[field] = instantOf(Date.parse(value))
  for (const field of moments) {
    const value = written[field]
    if (typeof value === 'string' && Date.parse(value) > house.now()) throw new LantaiError('invalid', text('时间还没有到', 'That moment has not come yet'), field)
  }
  return written as B
}

const partOf = <T extends { readonly kind: string }>({ kind, ...body }: T): { readonly kind: T['kind']; readonly body: Omit<T, 'kind'> } => ({ kind, body })
const number = (house: House, tx: Transaction, paper: NumberedPaper, reissue = false): Promise<string> => nextPaperNumber(house, tx, paperPrefix(paper, reissue), house.today())

/** Ashes that are scattered, or not kept, lie in no place that a burial certificate could name. */
const certified = (how: Placement): boolean => how !== 'sea' && how !== 'notKept'

const notYet = text('还不能办理：请先处理列出的各项。', 'It cannot be done yet: see to what is listed first.')
const notCremated = text('还不能火化：请先处理列出的各项。', 'It cannot be cremated yet: see to what is listed first.')
const notPlaced = text('还不能安葬（安放）：请先处理列出的各项。', 'It cannot be placed yet: see to what is listed first.')

/** An act of the stay, decided. */
const stayAct = async (house: House, tx: Transaction, whole: WholeCase, given: BurialAct): Promise<Action> => {
  const { folded, file } = whole
  const day = house.today()
  if (given.kind === 'received') return decided(decideReceipt(folded, await contextOf(house, tx, file, { stage: 'intake', day }), timed(house, partOf(given).body)), notYet)
  if (given.kind === 'held') return decideBurialAct(folded, day, { kind: 'burial.held', body: { hold: newId('h', house.now()), kind: given.hold, day: given.day, document: given.document } })
  if (given.kind === 'moved') {
    const { how, permit, plot, place, day: on } = given
    const body = { day: on, how, permit, place: plot === undefined ? place : placeOf(await requirePlot(tx, plot, how), plot) }
    return decideBurialAct(folded, day, { kind: 'burial.moved', body })
  }
  const { kind, body } = partOf(given)
  return decideBurialAct(folded, day, { kind: `burial.${kind}`, body: timed(house, body) } as Omit<PlainBurialAction, 'subject'> as never)
}

/** What a move writes into the plots of this register: out of the one, into the other. */
const movedPlots = (house: House, before: WholeCase | undefined, given: BurialAct): Afterwards<WholeCase> | undefined => given.kind !== 'moved' ? undefined : async (tx, whole) => {
  const lying = before === undefined ? undefined : await findLying(tx, before, given.day)
  const { day, how, permit, plot } = given
  const words = [given.place.facilityName, given.place.position].join(' ').trim().slice(0, 120)
  // Ashes that are scattered go to no place that has a name.
  const to = plot ?? (words === '' ? how : words)
  if (lying !== undefined) await recordRemoval(tx, lying, { day, to, permit, agent: whole.file.agent.name })
  if (plot !== undefined) await recordInterment(house, tx, whole, await requirePlot(tx, plot, how), plot, { how, day, certificate: '', movedFrom: lying?.plot.id ?? '' })
}

/** A decision that the rules are asked of. */
const decision = async (house: House, tx: Transaction, whole: WholeCase, given: BurialDecision, registrar: string): Promise<Action> => {
  const { folded, file } = whole
  const day = house.today()
  switch (given.kind) {
    case 'cremated': {
      const facts = timed(house, partOf(given).body)
      return decided(decideCremation(folded, await contextOf(house, tx, file, { stage: 'cremation', day }), { ...facts, ...(await homeOf(house, day)), number: await number(house, tx, 'HZ'), registrar }), notCremated)
    }
    case 'transportedOut':
      return decided(decideTransportOut(folded, await contextOf(house, tx, file, { stage: 'transportOut', day }), partOf(given).body), notYet)
    case 'bodyBuried':
      return decided(decideBodyBurial(folded, await contextOf(house, tx, file, { stage: 'bodyBurial', day }), { ...partOf(given).body, number: await number(house, tx, 'JAZ') }), notYet)
    case 'donated':
      return decideBurialAct(folded, day, { kind: 'burial.donated', body: { ...partOf(given).body, day } })
    case 'crematedElsewhere': {
      const { cremations, settings } = await officeContext(house, tx, file, day)
      return decideCrematedElsewhere(folded, day, partOf(given).body, cremations, settings)
    }
  }
}

/** Papers and ashes handed over, with the numbers of their papers. */
const issued = async (house: House, tx: Transaction, whole: WholeCase, given: BurialIssue): Promise<Action> => {
  const { folded, file } = whole
  const day = house.today()
  switch (given.kind) {
    case 'certificateIssued':
      // Handed over under the number that the cremation was given.
      return decideBurialAct(folded, day, { kind: 'burial.certificateIssued', body: { ...partOf(given).body, number: folded.cremation?.number ?? '-', day, reissueOf: '' } })
    case 'certificateReissued':
      return { ...decideReissue(folded, { to: given.to, stubSigned: given.stubSigned, number: await number(house, tx, 'HZ', true), day }), reason: given.reason }
    case 'ashesReleased':
      return decideBurialAct(folded, day, { kind: 'burial.ashesReleased', body: { ...partOf(given).body, number: await number(house, tx, 'LZ'), day } })
    case 'ashesDeposited':
      return decideBurialAct(folded, day, { kind: 'burial.ashesDeposited', body: { ...partOf(given).body, number: await number(house, tx, 'JJZ'), day } })
    case 'placed': {
      const { how, place, witness, document, plot } = given
      const body = { how, witness, document, place: plot === undefined ? place : placeOf(await requirePlot(tx, plot, how), plot), number: certified(how) ? await number(house, tx, 'JAZ') : '' }
      return decided(decidePlacement(folded, await contextOf(house, tx, file, { stage: 'placement', day }), body), notPlaced)
    }
  }
}

/** What a placement writes into a plot of this register. */
const placedPlot = (house: House, given: BurialIssue): Afterwards<WholeCase> | undefined => given.kind !== 'placed' || given.plot === undefined ? undefined : async (tx, whole) => {
  const { how, plot } = given
  const last = whole.folded.resting.at(-1)
  if (plot === undefined || last === undefined) return
  await recordInterment(house, tx, whole, await requirePlot(tx, plot, how), plot, { how, day: last.day, certificate: 'number' in last ? last.number : '', movedFrom: '' })
}

/** A file that is not saved yet, as the rules look at a case. */
const unsaved = (house: House, file: WholeCase['file'], account: string): WholeCase =>
  foldWhole([{ seq: 0, at: house.instant(), actor: account, counter: '', hash: '', action: { kind: 'burial.reported', subject: 'unsaved', body: { file } } }])

/** The acts of cremation and burial cases after they are opened. */
export const burialActHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.checkBurial, async ({ house, body, account }) => {
    const { read } = house.register
    const { file, stage } = body
    const day = body.day ?? house.today()
    const known = body.caseId === undefined ? unsaved(house, file, account.id) : foldWhole((await read.entriesOf(body.caseId)).filter(({ action }) => burialSpec.owns(action.kind)))
    const { findings, passed, ready } = runBurialCheck({ ...known.folded, file }, await contextOf(house, read, file, { stage, day, typing: body.typing ?? true }))
    return { findings: [...findings], passed, ready, required: requiredPapers(file) }
  }),

  handle(routes.actOnBurial, async (call) => {
    const { house, body: { act: given } } = call
    let before: WholeCase | undefined
    const { kind: _, ...fields } = given
    return act(burialSpec, call, `burial.${given.kind}`, (tx, whole) => {
      before = whole
      return within('act', Object.keys(fields), () => stayAct(house, tx, whole, given))
    }, async (tx, whole) => within('act', ['plot', 'how', 'key', 'day', 'permit'], async () => movedPlots(house, before, given)?.(tx, whole)))
  }),

  handle(routes.decideBurial, async (call) => {
    const { house, account, body: { decision: given } } = call
    const { kind: _, ...fields } = given
    return act(burialSpec, call, `burial.${given.kind}`, (tx, whole) => within('decision', Object.keys(fields), () => decision(house, tx, whole, given, account.id)))
  }),

  handle(routes.issueBurial, async (call) => {
    const { house, body: { issue: given } } = call
    const { kind: _, ...fields } = given
    return act(burialSpec, call, `burial.${given.kind === 'certificateReissued' ? 'certificateIssued' : given.kind}`, (tx, whole) => within('issue', Object.keys(fields), () => issued(house, tx, whole, given)), async (tx, whole) => within('issue', ['plot', 'how', 'key'], async () => placedPlot(house, given)?.(tx, whole)))
  }),

  handle(routes.correctBurial, async (call) => {
    const { house, body, account, session } = call
    const second = await porter.confirmSecond(account, body.second, 'case.correct', session.counter)
    await requireFiles(burialSpec, house, body.changes, call.params.id)
    return act(burialSpec, call, 'burial.corrected', async (tx, whole) => {
      await burialSpec.requireIntake(house, body.changes, whole.file)
      const today = house.today()
      const left = findLeaving(whole.folded)
      return decided(decideCorrection(whole.folded, await officeContext(house, tx, { ...whole.file, ...body.changes }, left?.day ?? today), today, body.changes, { account: account.id, second: second.id, reason: body.reason }), text('更正以后不合规定：请先处理列出的各项。', 'The correction would break a rule: see to what is listed first.'))
    })
  }),

  handle(routes.voidBurial, async (call) => {
    const { house, body, account, session } = call
    const second = await porter.confirmSecond(account, body.second, 'case.void', session.counter)
    return act(burialSpec, call, 'burial.voided', (_tx, whole) => {
      const [standing] = [...standingOf(whole.settlements), ...standingOf(whole.rewards)]
      if (standing !== undefined) throw new LantaiError('wrong_state', text(`还有减免或者奖补 ${standing.number} 没有撤销，不能作废`, `The waiver or reward ${standing.number} stands; take it back first`), 'number')
      return decideVoid(whole.folded, house.today(), { account: account.id, second: second.id, reason: body.reason })
    })
  }),
]
