import { decideCemetery, decideLayout } from '../../../domain/burial/placement/decide.ts'
import { shippedLimits, type PlotLimit } from '../../../domain/burial/placement/limits.ts'
import { text } from '../../../domain/text.ts'
import { within } from '../../case/fields.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { routes } from '../../schemas/index.ts'
import { answered } from '../acts.ts'
import { boardOfSection } from './board.ts'
import { cemeteryLine, getCemetery } from './standing.ts'

/** The limits of plot sizes that the office works with on a day: the shipped ones and its own. */
export const limitsFor = async (house: House, day: string): Promise<readonly PlotLimit[]> => [...shippedLimits, ...(await house.settingsOn(day))['burial.plotLimits']]

/** Cemeteries, columbaria and their boards. */
export const cemeteryHandlings: readonly Handling[] = [
  handle(routes.listCemeteries, async ({ house, query }) => {
    const { read } = house.register
    const day = query.day ?? house.today()
    const kept = await read.burial.cemeteries()
    return { ownLimits: [...(await house.settingsOn(day))['burial.plotLimits']], cemeteries: await Promise.all(kept.map(({ value }) => cemeteryLine(read, value, day))) }
  }),

  handle(routes.registerCemetery, async ({ house, body, actor }) => {
    const id = newId('c', house.now())
    return house.register.transact(actor(), async (tx) => {
      await tx.record(await within('facts', Object.keys(body.facts), () => answered(decideCemetery(id, body.facts, house.today(), body.answers), body.answers, text('还不能登记：请先处理列出的各项。', 'It cannot be registered yet: see to what is listed first.'))))
      return cemeteryLine(tx, (await getCemetery(tx, id)).value, house.today())
    })
  }),

  handle(routes.layOutSection, async ({ house, params, body, actor }) => {
    const day = house.today()
    const limits = await limitsFor(house, day)
    return house.register.transact(actor(), async (tx) => {
      const { value: cemetery } = await getCemetery(tx, params.id)
      await tx.record(await within('section', Object.keys(body.section), () => answered(decideLayout(body.section, day, { cemetery, answers: body.answers, limits }), body.answers, text('墓区还不能建：请先处理列出的各项。', 'The section cannot be laid out yet: see to what is listed first.'))))
      return cemeteryLine(tx, (await getCemetery(tx, params.id)).value, day)
    })
  }),

  handle(routes.plotBoard, async ({ house, params, query }) => boardOfSection(house, (await getCemetery(house.register.read, params.id)).value, query.section, query.day ?? house.today())),
]
