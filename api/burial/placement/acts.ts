import type { Transaction } from '../../../db/contract.ts'
import type { Action } from '../../../domain/action.ts'
import type { Placement } from '../../../domain/burial/codes.ts'
import type { Holder } from '../../../domain/burial/placement/actions.ts'
import type { Cemetery } from '../../../domain/burial/placement/cemetery.ts'
import { decideBlock, decideContract, decideRelease, decideRemoval, decideRenewal, decideReopening, decideReservation, decideSurrender, decideUnblock } from '../../../domain/burial/placement/decide.ts'
import { occupantsOn, reservationOn, type Interment, type Plot } from '../../../domain/burial/placement/fold.ts'
import type { Facility } from '../../../domain/burial/facilities/facility.ts'
import { LantaiError } from '../../../domain/error.ts'
import { addDays, civilDate, type CivilDate } from '../../../domain/dates.ts'
import { pinyinOf } from '../../../domain/names/index.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { maskName } from '../../masks.ts'
import type { PlotAct } from '../../schemas/placement.ts'
import { answered, ownEntries, requireCome, requireSeen } from '../acts.ts'
import { nextPaperNumber } from '../numbers.ts'
import { limitsFor } from './cemeteries.ts'
import { placeOf } from '../cases/places.ts'
import { deceasedOf, inter, readBurialCase, tellCase } from './interment.ts'
import { cemeteryOfPlot, findPlotHere } from './standing.ts'

type ActOf<K extends PlotAct['kind']> = Extract<PlotAct, { kind: K }>
interface Meeting { readonly house: House; readonly tx: Transaction; readonly plot: Plot; readonly cemetery: Cemetery; readonly seen: number }

/** Whoever is late learns who holds the plot and until when. */
const requireUnreserved = async (house: House, tx: Transaction, plot: Plot, day: string): Promise<void> => {
  const held = reservationOn(plot, day)
  if (held === undefined) return
  const entry = ownEntries(await tx.entriesOf(plot.id)).findLast(({ action }) => action.kind === 'plot.reserved' && (action.body as { readonly slip: string }).slip === held.slip)
  const by = entry === undefined ? '' : await house.nameOf(entry.actor)
  throw new LantaiError('conflict', text(`${by}已为${maskName(held.holder.name)}预留这个墓位，到 ${held.until}`, `${by} has reserved the plot for ${maskName(held.holder.name)} until ${held.until}`), 'plot', { by, until: held.until, revision: plot.revision })
}

/** A holder is found by sound too. */
const heard = (holder: Holder): Holder => (holder.pinyin === undefined ? { ...holder, pinyin: pinyinOf(holder.name).slice(0, 100) } : holder)

/** The last day that a reservation made on a day may have, by the office's own setting. */
export const reservedUntilMost = async (house: House, day: string): Promise<CivilDate> => addDays(civilDate(day, 'day'), (await house.settingsOn(day))['burial.reservationDays'])

const reserve = async ({ house, plot, cemetery, seen }: Meeting, { day, until, holder }: ActOf<'reserved'>): Promise<Action> => {
  const most = await reservedUntilMost(house, day)
  if (until > most) throw new LantaiError('invalid', text(`本处预留最迟到 ${most}`, `This office reserves until ${most} at the latest`), 'until')
  return decideReservation(plot, seen, { slip: newId('y', house.now()), day, until, holder: heard(holder) }, { cemetery })
}

/** The facility of the register that a cemetery is, by its name: fees are compared with its price approvals. */
const facilityOf = async (tx: Transaction, { facts }: Cemetery): Promise<{ readonly facility?: Facility }> => {
  const found = (await tx.burial.facilities()).find(({ value }) => value.facts.name === facts.name && value.facts.area === facts.area && value.closedOn === '')
  return found === undefined ? {} : { facility: found.value }
}

const contract = async ({ house, tx, plot, cemetery, seen }: Meeting, { kind: _kind, answers, ...body }: ActOf<'contracted'>): Promise<Action> => {
  const decision = decideContract(plot, seen, { ...body, holder: heard(body.holder), agreement: await nextPaperNumber(house, tx, 'GZ', body.day) }, { cemetery, answers, limits: await limitsFor(house, body.day), ...(await facilityOf(tx, cemetery)) })
  return answered(decision, answers, text('还不能签协议：请先处理列出的各项。', 'The agreement cannot be made yet: see to what is listed first.'))
}

const lying = (plot: Plot, interment: string, day: string): Interment => {
  const found = occupantsOn(plot, day).find((entry) => entry.interment === interment)
  if (found === undefined) throw new LantaiError('wrong_state', text('墓位中没有这位逝者', 'This person does not lie there'), 'interment')
  return found
}

const intern = async ({ house, tx, plot }: Meeting, { kind: _kind, ...wish }: ActOf<'interred'>): Promise<void> => {
  const who = wish.caseId === '' ? { deceased: wish.deceased, key: wish.key } : deceasedOf(await readBurialCase(tx, wish.caseId), wish)
  const { certificate, place } = await inter(house, tx, { ...wish, ...who, plot: plot.id })
  if (wish.caseId !== '') await tellCase(house, tx, wish.caseId, { day: wish.day, how: wish.how, place, number: certificate, permit: '', proof: wish.proof })
}

const nicheOrPlot = (how: Placement, cemetery: Cemetery, plot: string): Placement => {
  if (how !== 'plot' && how !== 'niche') return how
  return cemetery.sections.find(({ code }) => code === plot.split('/')[1])?.what ?? how
}

/** Inters somebody in the plot a removal names and tells the certificate; whatever stands against it stands at `to`, where that plot was named. */
const interThere = async (...given: Parameters<typeof inter>): Promise<string> => {
  try {
    return (await inter(...given)).certificate
  } catch (error) {
    if (error instanceof LantaiError) throw new LantaiError(error.code, error.text, 'to', error.details)
    throw error
  }
}

/** Moves somebody out; where the destination is a plot of this register the interment there stands in the same commit, and a case learns where the remains are now. */
const remove = async ({ house, tx, plot, cemetery }: Meeting, { kind: _kind, ...body }: ActOf<'removed'>): Promise<void> => {
  const found = lying(plot, body.interment, body.day)
  if (body.to === plot.id) throw new LantaiError('invalid', text('迁往的就是这个墓位', 'It is moved to this very plot'), 'to')
  await tx.record(decideRemoval(plot, body, { cemetery }))
  const there = await findPlotHere(tx, body.to)
  const { deceased, pinyin, key, caseId, proof } = found
  const how = there === undefined ? found.how : nicheOrPlot(found.how, there, body.to)
  const number = there === undefined ? '' : await interThere(house, tx, { plot: body.to, deceased, pinyin, key, caseId, how, proof, day: body.day, movedFrom: plot.id })
  if (caseId !== '') await tellCase(house, tx, caseId, { day: body.day, how, place: there === undefined ? { facility: '', facilityName: body.to, position: '' } : placeOf(there, body.to), number, permit: body.permit, proof })
}

const renew = async ({ tx, plot, cemetery }: Meeting, { day, to, upkeepFen, answers }: ActOf<'renewed'>): Promise<Action> =>
  answered(decideRenewal(plot, { day, to, upkeepFen }, { cemetery, answers, ...(await facilityOf(tx, cemetery)) }), answers, text('还不能续期：请先处理列出的各项。', 'It cannot be renewed yet: see to what is listed first.'))

const simple = (meeting: Meeting, act: Exclude<PlotAct, { kind: 'reserved' | 'contracted' | 'interred' | 'removed' | 'renewed' }>): Action => {
  const { plot, cemetery } = meeting
  switch (act.kind) {
    case 'released':
      return decideRelease(plot, { slip: act.slip, day: act.day }, { cemetery })
    case 'surrendered':
      return decideSurrender(plot, { day: act.day, agreement: act.agreement }, { cemetery })
    case 'reopened':
      return decideReopening(plot, { day: act.day }, { cemetery })
    case 'blocked':
      return decideBlock(plot, { day: act.day, note: act.note }, { cemetery })
    case 'unblocked':
      return decideUnblock(plot, { day: act.day }, { cemetery })
  }
}

/** Does one act on a plot within a write transaction, on the plot as the page saw it: who is late meets `conflict` and writes nothing. */
export const actOn = async (house: House, tx: Transaction, id: string, seen: number, act: PlotAct): Promise<void> => {
  requireCome(house, act.day)
  const plot = await tx.burial.getPlot(id)
  if (act.kind === 'reserved') await requireUnreserved(house, tx, plot, act.day)
  await requireSeen(house, tx, id, plot.revision, seen)
  const meeting: Meeting = { house, tx, plot, seen, cemetery: await cemeteryOfPlot(tx, id) }
  switch (act.kind) {
    case 'interred':
      return intern(meeting, act)
    case 'removed':
      return remove(meeting, act)
    case 'reserved':
      return void (await tx.record(await reserve(meeting, act)))
    case 'contracted':
      return void (await tx.record(await contract(meeting, act)))
    case 'renewed':
      return void (await tx.record(await renew(meeting, act)))
    default:
      await tx.record(simple(meeting, act))
  }
}

/** The kinds of acts that a plot in a state allows. */
const byState: Readonly<Record<string, readonly string[]>> = {
  available: ['plot.reserved', 'plot.contracted', 'plot.blocked'], reserved: ['plot.released', 'plot.contracted'], contracted: ['plot.interred', 'plot.renewed', 'plot.surrendered'], occupiedPartial: ['plot.interred', 'plot.removed', 'plot.renewed'],
  occupied: ['plot.removed', 'plot.renewed'], disinterred: ['plot.interred', 'plot.renewed', 'plot.surrendered'], vacated: ['plot.reopened', 'plot.blocked'], blocked: ['plot.unblocked'],
}

/** The acts that a plot in a state allows an account. */
export const actsIn = (state: string, may: boolean): string[] => (may ? [...(byState[state] ?? [])] : [])
