import { addDays, addMonths } from '../../../domain/dates.ts'
import type { PlotColumns } from '../../../db/burial/contract.ts'
import { decideWrongGrave, wrongGraveSteps } from '../../../domain/burial/placement/undo.ts'
import type { Plot } from '../../../domain/burial/placement/fold.ts'
import { termBand, type TermBand } from '../../../domain/burial/placement/tally.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { recordView } from '../../case/act.ts'
import { within } from '../../case/fields.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { maskName, maskNumber } from '../../masks.ts'
import { loadPapers, pdfResponse } from '../../papers.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { recordAll, requireSeen } from '../acts.ts'
import { nextPaperNumber } from '../numbers.ts'
import { actOn } from './acts.ts'
import { stateOfColumns } from './board.ts'
import { cemeteryHandlings } from './cemeteries.ts'
import { placeOf } from '../cases/places.ts'
import { tellCase } from './interment.ts'
import { plotPaperRequest } from './papers.ts'
import { plotReply } from './plot.ts'
import { cemeteryOfPlot, plotWords } from './standing.ts'

/** Words of many plots, each cemetery read once. */
const namer = (house: House) => {
  const known = new Map<string, ReturnType<typeof cemeteryOfPlot>>()
  return async (plot: string) => {
    const id = plot.split('/')[0] ?? ''
    const found = known.get(id) ?? cemeteryOfPlot(house.register.read, plot)
    known.set(id, found)
    return plotWords(await found, plot)
  }
}

/** The days between which terms of a band end, both in it; without a first day, all before. */
const bandDays = (house: House, band: Exclude<TermBand, 'running'>): { readonly from?: string; readonly until: string } => {
  const today = house.today()
  const [one, six, twelve] = [addMonths(today, 1), addMonths(today, 6), addMonths(today, 12)]
  switch (band) {
    case 'expired':
      return { until: addDays(today, -1) }
    case 'within1':
      return { from: today, until: one }
    case 'within6':
      return { from: addDays(one, 1), until: six }
    case 'within12':
      return { from: addDays(six, 1), until: twelve }
  }
}

const bands = ['expired', 'within1', 'within6', 'within12'] as const

/** Every term that has ended or ends within a year, page by page, of a band or of all. */
const termsOf = async (house: House, { band, cemetery, after, limit }: { readonly band?: (typeof bands)[number] | undefined; readonly cemetery?: string | undefined; readonly after?: string | undefined; readonly limit?: number | undefined }) => {
  const days = band === undefined ? { until: addMonths(house.today(), 12) as string } : bandDays(house, band)
  return house.register.read.burial.terms({ day: house.today(), ...days, ...(cemetery === undefined ? {} : { cemetery }), ...(after === undefined ? {} : { after }), limit: limit ?? 50 })
}

const countOf = async (house: House, band: (typeof bands)[number], cemetery: string | undefined): Promise<number> => {
  let count = 0
  let after: string | undefined
  do {
    const page = await termsOf(house, { band, cemetery, after, limit: 5000 })
    count += page.rows.length
    after = page.next
  } while (after !== undefined)
  return count
}

const termLine = async (house: House, wordsOf: ReturnType<typeof namer>, { id, agreement, holder, phone, until }: PlotColumns) => ({ plot: id, words: await wordsOf(id), agreement, holder: maskName(holder), phone: maskNumber(phone), until, band: termBand(until, house.today()) })

const twoPlots = async (house: House, from: string, to: string, reads = house.register.read): Promise<{ readonly from: Plot; readonly to: Plot; readonly cemetery: Awaited<ReturnType<typeof cemeteryOfPlot>> }> => {
  const [cemetery, other] = await Promise.all([cemeteryOfPlot(reads, from), cemeteryOfPlot(reads, to)])
  if (cemetery.id !== other.id) throw new LantaiError('invalid', text('正确的墓位应在同一公墓；迁往其他公墓请办理迁出', 'The right plot lies in the same cemetery; moving to another one is a removal'), 'to')
  return { from: await reads.burial.getPlot(from), to: await reads.burial.getPlot(to), cemetery }
}

/** Cemeteries, plots, their papers and terms. */
export const placementHandlings = (porter: Porter): readonly Handling[] => [
  ...cemeteryHandlings,

  handle(routes.findPlots, async ({ house, query }) => {
    const wordsOf = namer(house)
    const found = await house.register.read.burial.findPlots(query.text, 50)
    return { rows: await Promise.all(found.map(async (row) => ({ plot: row.id, words: await wordsOf(row.id), state: stateOfColumns(row, house.today()), holder: maskName(row.holder), lying: row.lying.map(maskName), until: row.until }))) }
  }),

  handle(routes.getPlot, async (call) => {
    const { house, query, account } = call
    await cemeteryOfPlot(house.register.read, query.plot)
    await recordView(call, query.plot, 'plot')
    return plotReply(house, account, query.plot)
  }),

  handle(routes.actOnPlot, async ({ house, body, account, session, actor }) => {
    const reply = await house.register.transact(actor(), async (tx) => {
      await within('act', Object.keys(body.act), () => actOn(house, tx, body.plot, body.revision, body.act))
      return plotReply(house, account, body.plot, tx)
    })
    session.viewed.add(body.plot)
    return reply
  }),

  handle(routes.wrongGraveSteps, async (call) => {
    const { house, query } = call
    const { from, to, cemetery } = await twoPlots(house, query.from, query.to)
    await recordView(call, query.from, 'plot')
    const steps = wrongGraveSteps(from, to, query.interment, house.today(), cemetery)
    return { steps: steps.map((step) => ({ ...step })), ready: steps.slice(0, 3).every(({ ready }) => ready) }
  }),

  handle(routes.undoWrongGrave, async ({ house, body, account, session, actor }) => {
    const second = await porter.confirmSecond(account, body.second, 'case.correct', session.counter)
    const day = house.today()
    const reply = await house.register.transact(actor(), async (tx) => {
      const { from, to, cemetery } = await twoPlots(house, body.from, body.to, tx)
      await requireSeen(house, tx, from.id, from.revision, body.fromRevision)
      await requireSeen(house, tx, to.id, to.revision, body.toRevision)
      const by = { account: account.id, second: second.id, reason: body.reason }
      const wrongly = from.interments.find(({ interment }) => interment === body.interment)
      const certificate = wrongly?.certificate === '' ? '' : await nextPaperNumber(house, tx, 'JAZ', day)
      const actions = decideWrongGrave(from, to, { interment: body.interment, next: newId('i', house.now()), day, certificate, agent: body.agent }, by, cemetery)
      await recordAll(tx, actions)
      const { caseId, how, proof } = actions[1].body
      if (caseId !== '') await tellCase(house, tx, caseId, { day, how, place: placeOf(cemetery, to.id), number: certificate, permit: '', proof, reason: body.reason, second: second.id })
      return { from: await plotReply(house, account, from.id, tx), to: await plotReply(house, account, to.id, tx) }
    })
    for (const id of [body.from, body.to]) session.viewed.add(id)
    return reply
  }),

  handle(routes.listTerms, async ({ house, query }) => {
    const wordsOf = namer(house)
    const [page, counts] = await Promise.all([termsOf(house, query), Promise.all(bands.map(async (band) => ({ band, count: await countOf(house, band, query.cemetery) })))])
    return { rows: await Promise.all(page.rows.map((row) => termLine(house, wordsOf, row))), ...(page.next === undefined ? {} : { next: page.next }), counts }
  }),

  handle(routes.getPlotPaper, async (call) => {
    const { house, params, query, request } = call
    const wanted = await plotPaperRequest(house, house.register.read, query.plot, params.paper, query.interment)
    await recordView(call, query.plot, 'plot')
    const { paperCode, getPaper } = await loadPapers()
    const bytes = await house.printer.render(wanted, { signal: request.signal })
    const { record } = wanted as Extract<typeof wanted, { readonly record: { readonly words: string } }>
    return pdfResponse(request, bytes, `${getPaper(params.paper).title.zh}-${record.words}`, paperCode(wanted).digest)
  }),

  handle(routes.recordPlotPrinted, async ({ house, body, actor }) => {
    const { paperCode } = await loadPapers()
    await house.register.transact(actor(), async (tx) => {
      const { digest } = paperCode(await plotPaperRequest(house, tx, body.plot, body.paper, body.interment))
      await tx.record({ kind: 'plot.printed', subject: body.plot, body: { paper: body.paper, interment: body.interment ?? '', digest, printer: body.printer } })
    })
    return { done: true as const }
  }),
]
