import type { Kept } from '../../../db/contract.ts'
import type { AccountRow, Reads, Transaction } from '../../../db/contract.ts'
import type { Action } from '../../../domain/action.ts'
import type { RelocationNotice } from '../../../domain/burial/relocation/actions.ts'
import { relocationStates } from '../../../domain/burial/relocation/codes.ts'
import { decideCompensation, decideConfirmation, decideExhumation, decideReinterment, decideWithdrawal } from '../../../domain/burial/relocation/decide.ts'
import type { Grave } from '../../../domain/burial/relocation/fold.ts'
import { checkRelocation } from '../../../domain/burial/relocation/rules.ts'
import { compensate } from '../../../domain/burial/relocation/tariff.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import type { z } from 'zod'
import type { House } from '../../house.ts'
import { may } from '../../permissions.ts'
import type { GraveAct, GraveReply } from '../../schemas/grounds.ts'
import { historyOf, requireCome, requireSeen } from '../acts.ts'
import { inter } from '../placement/interment.ts'
import { findPlotHere } from '../placement/standing.ts'

type BurialPart = Pick<Reads, 'burial'>

/** The notices of the register by number. */
export const noticesOf = async (reads: BurialPart): Promise<ReadonlyMap<string, RelocationNotice>> => new Map((await reads.burial.notices()).map(({ value }) => [value.number, value]))

/** A grave of the register; throws `not_found`. */
export const getGrave = async (reads: BurialPart, id: string): Promise<Kept<Grave>> => {
  const found = await reads.burial.findGrave(id)
  if (found === undefined) throw new LantaiError('not_found', text('没有这座坟的申报', 'There is no such grave'))
  return found
}

const actsIn: Readonly<Record<Grave['state'], readonly string[]>> = {
  declared: ['relocation.confirmed', 'relocation.withdrawn'], confirmed: ['relocation.exhumed', 'relocation.withdrawn'], exhumed: ['relocation.compensated'], compensated: ['relocation.reinterred'], ownerless: ['relocation.reinterred'], reinterred: [], withdrawn: [],
}

/** What is paid for a grave and why: as it was paid, or as it would be once it is exhumed. */
const compensationOf = (grave: Grave, notice: RelocationNotice | undefined, publicCells: number) => {
  if (grave.exhumed === null || notice === undefined) return null
  const { baseFen, rewardFen, cellFen, totalFen, lines } = compensate(notice.tariff, { type: grave.type, cells: grave.cells, publicCells: grave.compensated?.publicCells ?? publicCells, noticeOn: notice.publishedOn, movedOn: grave.exhumed.day })
  return { baseFen, rewardFen, cellFen, totalFen, lines: lines.map((line) => ({ ...line })) }
}

/** A grave as its page shows it to an account. Throws `not_found`, `invalid` at `publicCells`. */
export const graveReply = async (house: House, account: Pick<AccountRow, 'role'>, id: string, reads: Reads = house.register.read, publicCells = 0): Promise<GraveReply> => {
  const { value: grave, revision } = await getGrave(reads, id)
  const [notices, entries] = await Promise.all([noticesOf(reads), reads.entriesOf(id)])
  const state = relocationStates.find(({ code }) => code === grave.state)
  const notice = notices.get(grave.notice)
  const { confirmed, exhumed, compensated, reinterred } = grave
  return {
    id, revision, notice: grave.notice, graveNumber: grave.graveNumber, state: grave.state, stateTitle: text(state?.zh ?? '', state?.en ?? ''), type: grave.type, cells: grave.cells, declaration: grave.declaration, openedOn: grave.openedOn, confirmed, exhumed, compensated, reinterred,
    compensation: compensationOf(grave, notice, publicCells), acts: may(account.role, 'ground.write') ? [...actsIn[grave.state]] : [],
    findings: notice === undefined ? [] : [...checkRelocation({ grave, notice, day: house.today() }).findings], history: await historyOf(house, entries),
  }
}

type Reinterred = Extract<z.infer<typeof GraveAct>, { kind: 'reinterred' }>

/** The remains of a grave have no name of their own: the plot writes down the grave they come from. */
const layToRest = async (house: House, tx: Transaction, grave: Grave, { day, to }: Reinterred): Promise<void> => {
  const number = grave.graveNumber
  const whose = `迁坟遗骸（${grave.notice}${number === '' ? '' : ` ${number}号`}）`.slice(0, 100)
  for (const [index, { how, plot }] of to.entries()) {
    if ((await findPlotHere(tx, plot)) === undefined) continue
    try {
      await inter(house, tx, { plot, day, how, deceased: whose, key: `grave:${grave.id}:${String(index + 1)}`, caseId: '', proof: grave.confirmed?.slip ?? grave.notice, movedFrom: `${grave.notice}${number === '' ? '' : ` ${number}`}`.slice(0, 120) })
    } catch (error) {
      // The clerk sees which of the cells has no place there.
      if (error instanceof LantaiError) throw new LantaiError(error.code, error.text, `to.${String(index)}.plot`, error.details)
      throw error
    }
  }
}

const made = (known: { readonly notices: ReadonlyMap<string, RelocationNotice> }, grave: Grave, act: z.infer<typeof GraveAct>): Action => {
  switch (act.kind) {
    case 'confirmed': {
      const { kind: _kind, ...body } = act
      return decideConfirmation(grave, body)
    }
    case 'exhumed': {
      const { kind: _kind, ...body } = act
      return decideExhumation(grave, body)
    }
    case 'compensated': {
      const { kind: _kind, ...given } = act
      return decideCompensation(known, grave, given)
    }
    case 'reinterred': {
      const { kind: _kind, ...body } = act
      return decideReinterment(grave, body)
    }
    case 'withdrawn': {
      const { kind: _kind, ...body } = act
      return decideWithdrawal(grave, body)
    }
  }
}

/** Does one act on a grave within a write transaction; remains that go into plots of this register are interred there in the same commit. */
export const actOnGrave = async (house: House, tx: Transaction, id: string, seen: number, act: z.infer<typeof GraveAct>): Promise<void> => {
  requireCome(house, act.day)
  const { value: grave, revision } = await getGrave(tx, id)
  await requireSeen(house, tx, id, revision, seen)
  await tx.record(made({ notices: await noticesOf(tx) }, grave, act))
  if (act.kind === 'reinterred') await layToRest(house, tx, grave, act)
}
