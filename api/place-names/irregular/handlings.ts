import type { AccountRow, Kept, Reads } from '../../../db/contract.ts'
import type { z } from 'zod'
import { LantaiError } from '../../../domain/error.ts'
import type { IrregularAction } from '../../../domain/place-names/irregular/actions.ts'
import { applyIrregular, irregularDue, type IrregularName } from '../../../domain/place-names/irregular/irregular.ts'
import { irregularTitles } from '../../../domain/place-names/titles.ts'
import type { PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { text } from '../../../domain/text.ts'
import type { Transaction } from '../../../db/contract.ts'
import type { PaperRequest } from '../../../templates/contract.ts'
import { within } from '../../case/fields.ts'
import { recordsOf, requireCome } from '../../case/records.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { notFound } from '../../house.ts'
import { newId } from '../../ids.ts'
import { loadPapers, pdfResponse } from '../../papers.ts'
import { may } from '../../permissions.ts'
import type { IrregularAct } from '../../schemas/boundaries.ts'
import { routes } from '../../schemas/index.ts'
import { allotDocument } from '../documents.ts'
import { profileOn } from '../profile.ts'
import { textsOf } from '../texts.ts'

const { requireSeen } = recordsOf(irregularTitles)

const getFound = async (reads: Pick<Reads, 'placeNames'>, id: string): Promise<Kept<IrregularName>> => {
  const found = await reads.placeNames.findIrregular(id)
  if (found === undefined) throw notFound('没有这条记录。', 'There is no such record.')
  return found
}

const lineOf = (house: House, account: AccountRow, { id, revision, value }: Kept<IrregularName>) => {
  const due = irregularDue(value) ?? ''
  return {
    id, revision, facts: value.facts, foundOn: value.foundOn, notices: [...value.notices], interviews: [...value.interviews], settled: value.settled, due, overdue: due !== '' && due < house.today(),
    acts: value.settled !== null || !may(account.role, 'ground.write') ? [] : ['noticed', 'interviewed', 'settled'],
  }
}

const actionOf = async (tx: Transaction, profile: PlaceNameProfile, known: IrregularName, act: z.infer<typeof IrregularAct>): Promise<IrregularAction> => {
  const subject = known.id
  switch (act.kind) {
    case 'noticed': {
      const { kind: _kind, ...body } = act
      // Nothing is allotted to what cannot be told.
      applyIrregular(known, { kind: 'irregularName.noticed', subject, body: { ...body, number: '-' } })
      return { kind: 'irregularName.noticed', subject, body: { ...body, number: await allotDocument(tx, profile, 'rectification', { typed: act.number, day: act.day, field: 'number' }) } }
    }
    case 'interviewed': { const { kind: _kind, ...body } = act; return { kind: 'irregularName.interviewed', subject, body } }
    case 'settled': { const { kind: _kind, ...body } = act; return { kind: 'irregularName.settled', subject, body } }
  }
}

/** The request for a notice to put an irregular name right, the last one where none is named; throws `wrong_state` before there is one, `not_found`. */
export const irregularPaperRequest = async (house: House, reads: Reads, id: string, number?: string): Promise<PaperRequest> => {
  const { value: irregular } = await getFound(reads, id)
  const last = irregular.notices.at(-1)
  if (last === undefined) throw new LantaiError('wrong_state', text('还没有下达整改通知书', 'No notice has been given yet'), 'number')
  const meant = number === undefined || number === '' ? last : irregular.notices.find((notice) => notice.number === number)
  if (meant === undefined) throw new LantaiError('not_found', text('没有这份整改通知书', 'There is no such notice'), 'number')
  const [office, profile] = await Promise.all([house.office(), profileOn(house, reads, meant.day)])
  return { paper: 'place-names.rectification', record: { irregular, number: meant.number, officeName: profile.officeName, sample: office.sample }, ...textsOf(office, 'place-names.rectification') }
}

/** Irregular names in use (不规范地名): found, told to be put right, talked over, settled. */
export const irregularHandlings: readonly Handling[] = [
  handle(routes.listIrregular, async ({ house, query, account }) => {
    const { open, from, to } = query
    const rows = await house.register.read.placeNames.irregular({ ...(open === undefined ? {} : { open: open === 'true' }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) })
    return { rows: rows.toSorted((a, b) => (a.value.foundOn < b.value.foundOn ? 1 : a.value.foundOn > b.value.foundOn ? -1 : a.id < b.id ? 1 : -1)).map((row) => lineOf(house, account, row)) }
  }),

  handle(routes.findIrregular, async ({ house, body, account, actor }) => {
    requireCome(house, body.day)
    const id = newId('w', house.now())
    return house.register.transact(actor(), async (tx) => {
      if (body.facts.entityId !== '' && (await tx.placeNames.findEntity(body.facts.entityId)) === undefined) throw new LantaiError('not_found', text('地名库中没有这个地名', 'The gazetteer has no such name'), 'facts.entityId')
      const action: IrregularAction = { kind: 'irregularName.found', subject: id, body: { day: body.day, facts: body.facts } }
      applyIrregular(undefined, action)
      await tx.record(action)
      return lineOf(house, account, await getFound(tx, id))
    })
  }),

  handle(routes.actOnIrregular, async ({ house, params, body: { act, revision }, account, actor }) => {
    requireCome(house, act.day, 'act.day')
    return house.register.transact(actor(), async (tx) => {
      const { value: known, revision: now } = await getFound(tx, params.id)
      await requireSeen(house, tx, params.id, now, revision)
      await within('act', Object.keys(act), async () => {
        const action = await actionOf(tx, await profileOn(house, tx, act.day), known, act)
        applyIrregular(known, action)
        await tx.record(action)
      })
      return lineOf(house, account, await getFound(tx, params.id))
    })
  }),

  handle(routes.getIrregularPaper, async ({ house, params, query, request }) => {
    const wanted = await irregularPaperRequest(house, house.register.read, params.id, query.number)
    const { paperCode, getPaper } = await loadPapers()
    const bytes = await house.printer.render(wanted, { signal: request.signal })
    const { record } = wanted as Extract<typeof wanted, { readonly paper: 'place-names.rectification' }>
    return pdfResponse(request, bytes, `${getPaper('place-names.rectification').title.zh}-${record.number}`, paperCode(wanted).digest)
  }),
]
