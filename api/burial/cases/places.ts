import type { Transaction, Reads } from '../../../db/contract.ts'
import { decideInterment, decideRemoval } from '../../../domain/burial/placement/decide.ts'
import { getPlot, plotsOf, type Cemetery } from '../../../domain/burial/placement/cemetery.ts'
import { occupantsOn, type Interment, type Plot } from '../../../domain/burial/placement/fold.ts'
import type { BurialActionBody } from '../../../domain/burial/actions.ts'
import type { Placement } from '../../../domain/burial/codes.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { decided } from '../../case/decide.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { cemeteryOfPlot, plotWords } from '../placement/standing.ts'
import { personKeyOf } from './context.ts'
import { certificateNumber, type WholeCase } from './whole.ts'

type Reading = Pick<Reads, 'burial'>
type Place = BurialActionBody<'burial.placed'>['place']

/** A plot or niche of this register as the case writes its resting place. */
export const placeOf = (cemetery: Cemetery, plot: string): Place => ({ facility: cemetery.id, facilityName: cemetery.facts.name, position: plotWords(cemetery, plot, true).zh })

/** Which plot of this register a resting place names, or an empty text. */
export const plotOfPlace = async (reads: Reading, place: Place): Promise<string> => {
  const cemetery = place.facility === '' ? undefined : (await reads.burial.findCemetery(place.facility))?.value
  if (cemetery === undefined) return ''
  for (const section of cemetery.sections) {
    if (!place.position.startsWith(section.name)) continue
    const rows = section.rows.filter(({ row }) => place.position.startsWith(`${section.name}${row}`))
    for (const { id } of plotsOf(cemetery.id, { ...section, rows })) if (plotWords(cemetery, id, true).zh === place.position) return id
  }
  return ''
}

const ecoWays: readonly Placement[] = ['tree', 'lawn', 'flower', 'wall']

/** Refuses a way of placing that the section does not offer; throws `invalid` at `how`. */
const requireWay = (cemetery: Cemetery, plot: string, how: Placement): void => {
  const { section } = getPlot(cemetery, plot)
  const fits = section.what === 'niche' ? how === 'niche' || how === 'wall' : how === 'plot' || (section.eco && ecoWays.includes(how))
  if (!fits) throw new LantaiError('invalid', text(`${section.name}不能这样安放`, `Section ${section.name} is not for this way`), 'how')
}

/** The cemetery of a plot into which somebody is laid in a way; throws `not_found` at `plot`, `invalid` at `how`. */
export const requirePlot = async (reads: Reading, plot: string, how: Placement): Promise<Cemetery> => {
  const cemetery = await cemeteryOfPlot(reads, plot)
  requireWay(cemetery, plot, how)
  return cemetery
}

/** Writes into the plot that somebody of a case is laid there, in the transaction of the case. Throws what `decideInterment` throws. */
export const recordInterment = async (house: House, tx: Transaction, whole: WholeCase, cemetery: Cemetery, plot: string, given: { readonly how: Placement; readonly day: string; readonly certificate: string; readonly movedFrom: string }): Promise<void> => {
  const { deceased, certificate } = whole.file
  const proof = certificateNumber(whole.folded)
  const action = decided(decideInterment(await tx.burial.getPlot(plot), {
    interment: newId('i', house.now()), deceased: deceased.name === '' ? '无' : deceased.name, key: personKeyOf(whole), caseId: whole.id, how: given.how, proof: proof === '' ? certificate.number : proof, day: given.day, certificate: given.certificate, movedFrom: given.movedFrom,
  }, { cemetery, answers: whole.file.answers }), text('还不能安葬：请先处理列出的各项。', 'Nobody can be laid there yet: see to what is listed first.'))
  await tx.record(action)
}

/** Where somebody of a case lies in a plot of this register on a day, or undefined. */
export const findLying = async (reads: Reading, whole: WholeCase, day: string): Promise<{ readonly plot: Plot; readonly cemetery: Cemetery; readonly interment: Interment } | undefined> => {
  const last = whole.folded.resting.at(-1)
  const id = last === undefined ? '' : await plotOfPlace(reads, last.place)
  if (id === '') return undefined
  const plot = await reads.burial.getPlot(id)
  const interment = occupantsOn(plot, day).find((entry) => entry.caseId === whole.id)
  return interment === undefined ? undefined : { plot, cemetery: await cemeteryOfPlot(reads, id), interment }
}

/** Writes into the plot where somebody lay that they were moved out of it. */
export const recordRemoval = async (tx: Transaction, lying: NonNullable<Awaited<ReturnType<typeof findLying>>>, given: { readonly day: string; readonly to: string; readonly permit: string; readonly agent: string }): Promise<void> => {
  await tx.record(decideRemoval(lying.plot, { interment: lying.interment.interment, why: 'family', ...given }, { cemetery: lying.cemetery }))
}
