import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { isInspected } from '../../../db/inspection/contract.ts'
import { openSnapshot } from '../../../db/inspection/snapshot.ts'
import type { Drawing as DrawingRow } from '../../../db/reports/contract.ts'
import { civilDate } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { drawCases, inDrawingOrder, type DrawnFrom } from '../../../domain/reports/drawing.ts'
import { text } from '../../../domain/text.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import { pdfResponse } from '../../papers.ts'
import { routes } from '../../schemas/index.ts'
import type { Drawing } from '../../schemas/reports.ts'
import { checkPeriod } from './run.ts'
import { titlesOf } from './titles.ts'
import { judgedWindows, windowsAsked, windowTitle } from './windows.ts'

interface Period { readonly from: string; readonly to: string }

/** The cases of some windows that stand in a period, as one state of the register has them. */
const populationOf = async (house: House, windows: readonly string[], { from, to }: Period) => {
  const { casesOfPeriod, reads, head, close } = openSnapshot(house.register.folder, house.today)
  try {
    const cases: DrawnFrom[] = windows.filter(isInspected).flatMap((window) => casesOfPeriod(window, from, to).map(({ id }) => ({ window, caseId: id })))
    if (windows.includes('place-names')) cases.push(...(await reads.placeNames.casesBetween('decided', { from, to })).map(({ id }) => ({ window: 'place-names', caseId: id })))
    return { cases: inDrawingOrder(cases), head }
  } finally {
    close()
  }
}

/** SHA-256 over a line `window id` for each case in order. */
const digestOf = (cases: readonly DrawnFrom[]): string => {
  const hash = createHash('sha256')
  for (const { window, caseId } of cases) hash.update(`${window} ${caseId}\n`)
  return hash.digest('hex')
}

const lineOf = async (house: House, { id, at, actor, body, examined }: DrawingRow): Promise<z.infer<typeof Drawing>> => ({
  id, at, by: await house.nameOf(actor), from: civilDate(body.from), to: civilDate(body.to), windows: [...body.windows], seed: body.seed, population: body.population.count, size: body.cases.length,
  passed: examined.filter(({ result }) => result === 'pass').length, failed: examined.filter(({ result }) => result === 'fail').length, note: body.note,
})

/** Number and day of a case as its list has them; empty where it is gone. */
const factsOf = async ({ register: { read } }: House, { window, caseId }: DrawnFrom): Promise<{ readonly number: string; readonly day: string }> => {
  const couple = ({ number, day }: { readonly number: string; readonly day: string }) => ({ number, day })
  switch (window) {
    case 'marriage': return couple(await read.getMarriage(caseId))
    case 'divorce': return couple(await read.getDivorce(caseId))
    case 'reissue': return couple(await read.getReissue(caseId))
    case 'burial': {
      const { number, crematedOn, openedAt } = await read.burial.get(caseId)
      return { number, day: crematedOn === '' ? openedAt.slice(0, 10) : crematedOn }
    }
    case 'place-names': {
      const { document, decidedOn } = await read.placeNames.get(caseId)
      return { number: document, day: decidedOn }
    }
    default: return { number: '', day: '' }
  }
}

/** The drawn cases with what stands in their lists and what the examiner found. */
const casesOf = async (house: House, { body, examined }: DrawingRow) => Promise.all(body.cases.map(async ({ window, caseId }) => {
  const found = examined.find((one) => one.window === window && one.caseId === caseId)
  const facts = await factsOf(house, { window, caseId }).catch(() => ({ number: '', day: '' }))
  return { window, caseId, ...facts, examined: found === undefined ? null : { result: found.result, rules: [...found.rules], note: found.note, at: found.at, by: await house.nameOf(found.actor) } }
}))

const rulesOf = (windows: readonly string[]) => judgedWindows.filter(({ id }) => windows.includes(id)).flatMap(({ id, rules }) => rules.map((rule) => ({ window: id, rule: rule.id, title: rule.title })))

/** The sampled inspection: cases drawn by a seed, and what an examiner found of each. */
export const drawingHandlings: readonly Handling[] = [
  handle(routes.listDrawings, async ({ house, query }) => {
    const { rows, next } = await house.register.read.reports.drawings(query)
    return { drawings: await Promise.all(rows.map((row) => lineOf(house, row))), ...(next === undefined ? {} : { next }) }
  }),

  handle(routes.draw, async ({ house, body, actor }) => {
    const period = checkPeriod(house, body)
    const windows = windowsAsked((await house.office()).windows, body.windows)
    const by = actor()
    const { cases, head } = await populationOf(house, windows, period)
    // Nobody chooses a seed that is made from the head of the journal and the moment.
    const seed = body.seed === '' ? createHash('sha256').update(`${head.hash} ${by.at}`).digest('hex').slice(0, 16) : body.seed
    const drawn = drawCases(cases, body.size, seed)
    const id = newId('s', house.now())
    await house.register.transact(by, async (tx) => {
      await tx.record({ kind: 'inspection.drawn', subject: id, body: { ...period, windows: [...windows], seed, population: { count: cases.length, digest: digestOf(cases) }, cases: drawn.map(({ window, caseId }) => ({ window, caseId })), note: body.note } })
    })
    return lineOf(house, await house.register.read.reports.getDrawing(id))
  }),

  handle(routes.getDrawing, async ({ house, params, account }) => {
    const row = await house.register.read.reports.getDrawing(params.id)
    const [drawing, cases, titles] = await Promise.all([lineOf(house, row), casesOf(house, row), titlesOf(house, account, row.body.cases.map(({ window, caseId }) => [window, caseId] as const))])
    return { drawing, cases: cases.map((one) => ({ ...one, title: titles[`${one.window}/${one.caseId}`] ?? '' })), rules: rulesOf(row.body.windows) }
  }),

  handle(routes.examineDrawn, async ({ house, params, body, actor }) => {
    const known = new Set(rulesOf([body.window]).map(({ rule }) => rule))
    const { window, caseId, result, rules, note } = body
    const foreign = rules.findIndex((rule) => !known.has(rule))
    if (foreign >= 0) throw new LantaiError('invalid', text('没有这条规则', 'There is no such rule'), `rules.${String(foreign)}`)
    if (result === 'pass' && rules.length > 0) throw new LantaiError('invalid', text('合格的案卷不列不符合的规则', 'A case that passes breaks no rule'), 'rules')
    if (result === 'fail' && rules.length === 0 && note === '') throw new LantaiError('invalid', text('请指出不符合的规则，或者写明问题', 'Name the rule that is broken, or say what is wrong'), 'note')
    await house.register.transact(actor(), async (tx) => {
      await tx.reports.getDrawing(params.id)
      await tx.record({ kind: 'inspection.examined', subject: params.id, body: { window, caseId, result, rules, note } })
    })
    return { done: true as const }
  }),

  handle(routes.drawingSheet, async ({ house, params, request }) => {
    const row = await house.register.read.reports.getDrawing(params.id)
    const office = await house.office()
    const { from, to, windows, seed, population, note } = row.body
    const titles = new Map(rulesOf(windows).map(({ window, rule, title }) => [`${window} ${rule}`, title.zh]))
    const cases = (await casesOf(house, row)).map(({ window, number, day, examined }) => ({
      window: windowTitle(window).zh, number, day, result: examined?.result ?? ('' as const), rules: (examined?.rules ?? []).map((rule) => titles.get(`${window} ${rule}`) ?? rule), note: examined?.note ?? '', by: examined?.by ?? '', at: examined?.at ?? '',
    }))
    const printedAt = house.instant()
    const bytes = await house.printer.render({
      paper: 'office.drawing',
      sheet: { officeName: office.name, area: office.areaOn(to), sample: office.sample, printedAt, id: row.id, at: row.at, by: await house.nameOf(row.actor), from, to, windows: windows.map((window) => windowTitle(window).zh), seed, population: population.count, digest: population.digest, note, cases },
    })
    return pdfResponse(request, bytes, `抽查记录-${from}-${to}`, `${row.id} ${printedAt}`)
  }),
]
