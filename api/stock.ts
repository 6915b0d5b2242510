import type { BlankType, StockMonth } from '../db/contract.ts'
import { blankTypes } from '../db/contract.ts'
import { monthRange } from '../domain/dates.ts'
import { LantaiError } from '../domain/error.ts'
import type { OfficeActionBody } from '../domain/office/actions.ts'
import { getSerialParts, normaliseSerial, rangeCount, serialRange } from '../domain/serials.ts'
import { reconcileCertificates, reconcileStock } from '../domain/stock.ts'
import { text } from '../domain/text.ts'
import { newId } from './ids.ts'
import { registrationsOf } from './counts.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import { pdfResponse } from './papers.ts'
import { stockInDays } from './reports/stock-days.ts'
import { routes } from './schemas/index.ts'
import type { Porter } from './sign-in.ts'
import { blankTitles } from './units.ts'
import type { ApiWindow } from './windows.ts'

const firstDay = '1900-01-01'
/** Largest range that is received at once, in booklets. */
const largestRange = 1_000_000

/** Gives an error of the stock the field of the page it concerns. */
const atField = async <T>(field: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LantaiError && error.code === 'stock' && error.field !== field) throw new LantaiError('stock', error.text, field, error.details)
    throw error
  }
}

/** What there is of each type, and for how many working days: the same number as on the manager's dashboard. */
const balances = async (house: House) => {
  const { read } = house.register
  const today = house.today()
  const [lasting, { settings }] = await Promise.all([stockInDays(house, read, blankTypes), house.office()])
  return Promise.all(lasting.map(async ({ type, days }) => {
    const all = await read.stockMonth(type, firstDay, today)
    return { type, title: blankTitles[type], available: all.closing, issued: all.issued + all.reissued, spoiled: all.spoiled, returned: all.returned, daysLeft: days, low: days !== null && days < settings['reports.lowStockDays'] }
  }))
}

type Reconciled = OfficeActionBody<'stock.reconciled'>

const reconciliations = async (house: House, month: string) =>
  (await house.register.read.entries({ kind: 'stock.reconciled', limit: 500 })).rows.filter(({ action }) => (action.body as Reconciled).month === month)

const monthLine = async (house: House, windows: readonly ApiWindow[], month: string, row: StockMonth) => {
  const registrations = await registrationsOf(house, windows, month, row.type)
  // Reissued booklets are told apart: one or two each, so that only first issues can be held against the registrations.
  const certificates = reconcileCertificates(registrations, row.issued)
  const { type, from, to, opening, received, issued, reissued, spoiled, returned, closing } = row
  return { type, from, to, opening, received, issued: issued + reissued, spoiled, returned, closing, balanced: reconcileStock(row).balanced, certificates: certificates.expected + reissued, difference: certificates.difference }
}

const monthRows = (house: House, month: string): Promise<StockMonth[]> => {
  const { from, to } = monthRange(month)
  return Promise.all(blankTypes.map((type) => house.register.read.stockMonth(type, from, to)))
}

/** Blank certificates (空白证件): received, spoiled, handed up, counted. */
export const stockHandlings = (porter: Porter, windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.listStock, async ({ house }) => ({ ranges: (await house.register.read.stockRanges()).map((range) => ({ ...range })), balances: await balances(house) })),

  handle(routes.nextBlanks, async ({ house, query }) => ({ serials: [...(await house.register.read.nextBlanks(query.type, query.count ?? 2))] })),

  handle(routes.findBlank, async ({ house, params }) => ({ found: (await house.register.read.findBlanks(normaliseSerial(params.serial))).map(({ type, state, caseId, rangeId }) => ({ type, state, caseId, rangeId })) })),

  handle(routes.receiveBlanks, async ({ house, body, actor }) => {
    const range = serialRange(normaliseSerial(body.first), normaliseSerial(body.last), 'last')
    const count = rangeCount(range)
    if (count > largestRange) throw new LantaiError('invalid', text(`一次最多入库 ${String(largestRange)} 本，请核对起止号`, `At most ${String(largestRange)} booklets are received at once; compare the serials`), 'last')
    if (body.receivedOn > house.today()) throw new LantaiError('invalid', text('入库日期在今天之后', 'The day of receipt lies in the future'), 'receivedOn')
    const id = newId('r', house.now())
    const { prefix } = getSerialParts(range.first)
    const received = { type: body.type, prefix, first: range.first, last: range.last, count, receivedOn: body.receivedOn, from: body.from, note: body.note }
    await atField('first', () => house.register.transact(actor(), (tx) => tx.record({ kind: 'blank.received', subject: id, body: received })))
    return { id, ...received }
  }),

  handle(routes.spoilBlank, async ({ house, body, account, session, actor }) => {
    const second = await porter.confirmSecond(account, body.second, 'stock.spoil', session.counter)
    const serial = normaliseSerial(body.serial)
    await atField('serial', () => house.register.transact(actor(), (tx) => tx.record({ kind: 'blank.spoiled', subject: `blank-${body.type}-${serial}`, body: { type: body.type, serial, reason: body.reason }, reason: body.reason, second: second.id })))
    return { done: true as const }
  }),

  handle(routes.returnBlanks, async ({ house, body, account, session, actor }) => {
    const range = serialRange(normaliseSerial(body.first), normaliseSerial(body.last), 'last')
    const second = await porter.confirmSecond(account, body.second, 'stock.spoil', session.counter)
    await atField('first', () => house.register.transact(actor(), (tx) => tx.record({ kind: 'blank.returned', subject: `blank-${body.type}-${range.first}`, body: { type: body.type, first: range.first, last: range.last, to: body.to, note: '' }, reason: body.reason, second: second.id })))
    return { done: true as const }
  }),

  handle(routes.stockMonth, async ({ house, query }) => {
    const types = await Promise.all((await monthRows(house, query.month)).map((row) => monthLine(house, windows, query.month, row)))
    const [last] = await reconciliations(house, query.month)
    return { month: query.month, types, reconciled: last === undefined ? null : { at: last.at, by: await house.nameOf(last.actor) } }
  }),

  handle(routes.reconcileStock, async ({ house, body, actor }) => {
    if (body.month > house.today().slice(0, 7)) throw new LantaiError('invalid', text('还没有到这个月', 'That month has not come yet'), 'month')
    const { from, to } = monthRange(body.month)
    await house.register.transact(actor(), async (tx) => {
      const lines = []
      for (const [index, { type, count }] of body.counted.entries()) {
        if (body.counted.findIndex((entry) => entry.type === type) !== index) throw new LantaiError('invalid', text('同一种证件填了两次', 'The same type is given twice'), `counted.${String(index)}.type`)
        const { opening, received, issued, reissued, spoiled, returned, closing } = await tx.stockMonth(type, from, to)
        if (count !== closing && body.note.trim() === '') throw new LantaiError('invalid', text(`盘点 ${String(count)} 本与账面 ${String(closing)} 本不符，请在备注中说明`, `Counted ${String(count)} but the books say ${String(closing)}: explain it in the note`), 'note')
        lines.push({ type, opening, received, issued, reissued, spoiled, returned, closing, counted: count })
      }
      const missing = blankTypes.find((type) => !body.counted.some((entry) => entry.type === type))
      if (missing !== undefined) {
        const row = await tx.stockMonth(missing, from, to)
        if (row.opening !== 0 || row.received !== 0) throw new LantaiError('invalid', text(`${blankTitles[missing].zh}还没有盘点`, `${blankTitles[missing].en} have not been counted`), 'counted')
      }
      await tx.record({ kind: 'stock.reconciled', subject: `stock-${body.month}`, body: { month: body.month, lines, note: body.note } })
    })
    return { done: true as const }
  }),

  handle(routes.stockSheet, async ({ house, query, account, request }) => {
    const { month } = query
    const { from, to } = monthRange(month)
    const [office, rows, signed, accounts] = await Promise.all([house.office(), monthRows(house, month), reconciliations(house, month), house.accounts()])
    const counted = (signed[0]?.action.body as Reconciled | undefined)?.lines ?? []
    const nameOf = (id: string | undefined): string => (id === undefined ? '' : (accounts.get(id)?.name ?? id))
    const spoiled = (await Promise.all((['blank.spoiled', 'marriage.reprinted', 'marriage.voided', 'marriage.corrected'] as const).map(async (kind) => (await house.register.read.entries({ kind, from, to, limit: 1000 })).rows))).flat().sort((a, b) => a.seq - b.seq)
    const voids = spoiled.flatMap(({ at, actor, action }) => {
      const line = { day: at.slice(0, 10), reason: action.reason ?? '', by: nameOf(actor), second: nameOf(action.second) }
      const body = action.body as { type?: BlankType; serial?: string; spoiled?: string }
      if (action.kind === 'blank.spoiled') return [{ ...line, type: blankTitles[body.type ?? 'marriage'].zh, serial: body.serial ?? '' }]
      return action.kind === 'marriage.reprinted' ? [{ ...line, type: blankTitles.marriage.zh, serial: body.spoiled ?? '' }] : []
    })
    const voided = await Promise.all(spoiled.filter(({ action }) => action.kind === 'marriage.voided').map(async ({ at, actor, action }) => {
      const row = await house.register.read.getMarriage(action.subject)
      return row.serials.map((serial) => ({ day: at.slice(0, 10), reason: action.reason ?? '', by: nameOf(actor), second: nameOf(action.second), type: blankTitles.marriage.zh, serial }))
    }))
    const bytes = await house.printer.render({
      paper: 'office.stockSheet',
      sheet: {
        officeName: office.name, area: office.areaOn(to), month, printedAt: house.instant(), preparer: account.name,
        types: rows.map((row) => {
          const { opening, received, issued, reissued, spoiled: gone, returned, closing } = row
          const count = counted.find((line) => line.type === row.type)?.counted
          return { title: blankTitles[row.type].zh, opening, received, issued: issued + reissued, spoiled: gone, returned, closing, ...(count === undefined ? {} : { counted: count }) }
        }),
        voids: [...voids, ...voided.flat()], sample: office.sample,
      },
    })
    return pdfResponse(request, bytes, `空白证件对账表-${month}`, `${month} ${house.instant()}`)
  }),
]
