import type { Reads } from '../../../db/contract.ts'
import type { RelocationNotice } from '../../../domain/burial/relocation/actions.ts'
import { graveTypes } from '../../../domain/burial/relocation/codes.ts'
import { decideDeclaration, decideNotice, decideOwnerless } from '../../../domain/burial/relocation/decide.ts'
import type { Grave } from '../../../domain/burial/relocation/fold.ts'
import { relocationChecks, tallyRelocations } from '../../../domain/burial/relocation/tally.ts'
import { shippedTariffs } from '../../../domain/burial/relocation/tariff.ts'
import { text } from '../../../domain/text.ts'
import { recordView } from '../../case/act.ts'
import { within } from '../../case/fields.ts'
import { handle, type Handling } from '../../door.ts'
import { newId } from '../../ids.ts'
import { maskName } from '../../masks.ts'
import type { GravePart } from '../../schemas/grounds.ts'
import { routes } from '../../schemas/index.ts'
import { pageOf, requireCome } from '../acts.ts'
import { actOnGrave, graveReply, noticesOf } from './graves.ts'

const gravesOf = async (reads: Pick<Reads, 'burial'>, filter?: { readonly notice: string }): Promise<ReadonlyMap<string, Grave>> => new Map((await reads.burial.graves(filter)).map(({ id, value }) => [id, value]))

/** Graves that still have a step before them. */
const isOpen = ({ state }: Grave): boolean => state !== 'reinterred' && state !== 'withdrawn'

const counts = ({ state }: Grave): boolean => state !== 'withdrawn'

const publicCellsOf = ({ reinterred }: Grave): number => reinterred?.to.filter(({ publicCemetery }) => publicCemetery).length ?? 0

/** What was paid for a grave, or the part of it that a list is about; fen. */
const paidOf = ({ compensated }: Grave, part?: GravePart): number => (compensated === null ? 0 : part === 'base' ? compensated.baseFen : part === 'reward' ? compensated.rewardFen : part === 'byCell' ? compensated.cellFen : compensated.totalFen)

const isOf = (grave: Grave, part: GravePart | undefined): boolean => part === undefined || (part === 'counted' ? counts(grave) : part === 'open' ? isOpen(grave) : part === 'publicCells' ? publicCellsOf(grave) > 0 : paidOf(grave, part) > 0)

const noticeLine = (notice: RelocationNotice, all: Iterable<Grave>, today: string) => {
  const graves = [...all].filter((grave) => grave.notice === notice.number && counts(grave))
  const open = graves.filter(isOpen).length
  return { notice, graves: graves.length, cells: graves.reduce((sum, { cells }) => sum + cells, 0), open, overdue: open > 0 && today > notice.deadline, totalFen: graves.reduce((sum, { compensated }) => sum + (compensated?.totalFen ?? 0), 0) }
}

interface GraveFilter { readonly notice?: string | undefined; readonly state?: string | undefined; readonly type?: string | undefined; readonly township?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined; readonly reinterredFrom?: string | undefined; readonly reinterredTo?: string | undefined; readonly compensatedFrom?: string | undefined; readonly compensatedTo?: string | undefined; readonly only?: GravePart | undefined }

const between = (day: string | undefined, from: string | undefined, to: string | undefined): boolean => (from === undefined && to === undefined) || (day !== undefined && day >= (from ?? '') && day <= (to ?? '9999'))

const fits = (grave: Grave, township: string, wanted: GraveFilter): boolean =>
  (wanted.notice === undefined || grave.notice === wanted.notice) && (wanted.state === undefined || grave.state === wanted.state) && (wanted.type === undefined || grave.type === wanted.type) && (wanted.township === undefined || township === wanted.township) &&
  between(grave.openedOn, wanted.from, wanted.to) && between(grave.reinterred?.day, wanted.reinterredFrom, wanted.reinterredTo) && between(grave.compensated?.day, wanted.compensatedFrom, wanted.compensatedTo) && isOf(grave, wanted.only)

/** Relocation of graves (迁坟): notices, declarations, compensation, re-interment; graves (座) and burial cells (穴) counted each by itself. */
export const relocationHandlings: readonly Handling[] = [
  handle(routes.listRelocations, async ({ house }) => {
    const { read } = house.register
    const [notices, graves, { settings }] = await Promise.all([read.burial.notices(), gravesOf(read), house.office()])
    const byNotice = Map.groupBy(graves.values(), ({ notice }) => notice)
    return { notices: notices.map(({ value }) => noticeLine(value, byNotice.get(value.number) ?? [], house.today())), tariffs: [...settings['burial.tariffs'], ...shippedTariffs] }
  }),

  handle(routes.openRelocation, async ({ house, body, actor }) => {
    requireCome(house, body.notice.publishedOn, 'notice.publishedOn')
    await house.register.transact(actor(), async (tx) => {
      const notices = await noticesOf(tx)
      await tx.record(await within('notice', [...Object.keys(body.notice), 'rows', 'steps'], () => decideNotice({ notices }, body.notice)))
    })
    return noticeLine(body.notice, [], house.today())
  }),

  handle(routes.listGraves, async ({ house, query }) => {
    const { read } = house.register
    const { after, limit, ...wanted } = query
    const [notices, graves] = await Promise.all([noticesOf(read), gravesOf(read, wanted.notice === undefined ? undefined : { notice: wanted.notice })])
    const townshipOf = ({ notice }: Grave): string => notices.get(notice)?.township ?? ''
    const found = [...graves.values()].filter((grave) => fits(grave, townshipOf(grave), wanted))
    const page = pageOf(found, { after, limit })
    return {
      rows: page.rows.map((grave) => ({
        id: grave.id, notice: grave.notice, graveNumber: grave.graveNumber, state: grave.state, type: grave.type, cells: grave.cells, owner: maskName(grave.declaration?.owner ?? ''), township: townshipOf(grave), openedOn: grave.openedOn, reinterredOn: grave.reinterred?.day ?? '', totalFen: paidOf(grave), publicCells: publicCellsOf(grave), paidFen: paidOf(grave, wanted.only),
      })),
      ...(page.next === undefined ? {} : { next: page.next }), count: found.length, cells: found.reduce((sum, { cells }) => sum + cells, 0), publicCells: found.reduce((sum, grave) => sum + publicCellsOf(grave), 0), paidFen: found.reduce((sum, grave) => sum + paidOf(grave, wanted.only), 0),
    }
  }),

  handle(routes.declareGrave, async ({ house, body, account, session, actor }) => {
    requireCome(house, 'declaration' in body ? body.day : body.ownerless.day)
    const id = newId('g', house.now())
    const reply = await house.register.transact(actor(), async (tx) => {
      const notice = 'declaration' in body ? body.declaration.notice : body.ownerless.notice
      const known = { notices: await noticesOf(tx), graves: await gravesOf(tx, { notice }) }
      await tx.record('declaration' in body ? await within('declaration', Object.keys(body.declaration), () => decideDeclaration(known, id, { declaration: body.declaration, day: body.day })) : await within('ownerless', Object.keys(body.ownerless), () => decideOwnerless(known, id, body.ownerless)))
      return graveReply(house, account, id, tx)
    })
    session.viewed.add(id)
    return reply
  }),

  handle(routes.getGrave, async (call) => {
    const { house, params, query, account } = call
    const reply = await graveReply(house, account, params.id, house.register.read, query.publicCells ?? 0)
    await recordView(call, params.id, 'relocation')
    return reply
  }),

  handle(routes.actOnGrave, async ({ house, params, body, account, session, actor }) => {
    const reply = await house.register.transact(actor(), async (tx) => {
      await within('act', Object.keys(body.act), () => actOnGrave(house, tx, params.id, body.revision, body.act))
      return graveReply(house, account, params.id, tx)
    })
    session.viewed.add(params.id)
    return reply
  }),

  handle(routes.relocationFigures, async ({ house, query }) => {
    const { read } = house.register
    const tally = tallyRelocations({ notices: await noticesOf(read), graves: await gravesOf(read) }, query)
    const { declared, reinterred, compensated, byState, publicCells, baseFen, rewardFen, cellFen, totalFen } = tally
    return {
      declared, reinterred, compensated, byState, publicCells, baseFen, rewardFen, cellFen, totalFen,
      byType: graveTypes.map(({ code, zh, en }) => ({ type: code, title: text(zh, en), ...(tally.byType.get(code) ?? { graves: 0, cells: 0 }) })), byTownship: [...tally.byTownship].map(([township, count]) => ({ township, ...count })).sort((a, b) => b.cells - a.cells),
      checks: relocationChecks(tally).map((check) => ({ ...check })),
    }
  }),
]
