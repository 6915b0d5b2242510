import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { RelocationAction, RelocationActionOf, RelocationNotice } from './actions.ts'
import type { Grave, Relocations } from './fold.ts'
import { applyGrave, getNotice } from './fold.ts'
import { compensate, requireSoundTariff } from './tariff.ts'

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** Makes an act and tries it on the grave as it stands. */
const act = <A extends Exclude<RelocationAction, { kind: 'relocation.noticed' }>>(grave: Grave | undefined, action: A): A => {
  civilDate(action.body.day, 'day')
  applyGrave(grave, action)
  return action
}

/** Decides a notice; throws `conflict` at `number`, `invalid` at the field. */
export const decideNotice = (known: Pick<Relocations, 'notices'>, notice: RelocationNotice): RelocationActionOf<'relocation.noticed'> => {
  if (known.notices.has(notice.number)) throw new LantaiError('conflict', text(`公告 ${notice.number} 已经登记`, `The notice ${notice.number} stands already`), 'number')
  if (civilDate(notice.deadline, 'deadline') <= civilDate(notice.publishedOn, 'publishedOn')) throw invalid('截止日期应晚于公告日期', 'The deadline lies after the notice', 'deadline')
  requireSoundTariff(notice.tariff)
  return { kind: 'relocation.noticed', subject: notice.number, body: { notice } }
}

const requireNewGrave = (known: Relocations, notice: string, graveNumber: string): void => {
  if (graveNumber !== '' && [...known.graves.values()].some((grave) => grave.notice === notice && grave.state !== 'withdrawn' && grave.graveNumber === graveNumber)) throw new LantaiError('conflict', text(`${graveNumber} 号坟已经有人申报`, `The grave ${graveNumber} is declared already`), 'graveNumber')
}

/** Decides a declaration within the days of its notice. Throws `not_found` at `notice`, `invalid` at `day`, `conflict` at `graveNumber`. */
export const decideDeclaration = (known: Relocations, id: string, body: RelocationActionOf<'relocation.declared'>['body']): RelocationActionOf<'relocation.declared'> => {
  const notice = getNotice(known, body.declaration.notice)
  if (civilDate(body.day, 'day') < notice.publishedOn) throw invalid('早于公告日期', 'Before the notice', 'day')
  if (body.day > notice.deadline) throw invalid(`已过申报截止日期（${notice.deadline}）`, `Past the deadline (${notice.deadline})`, 'day')
  requireNewGrave(known, notice.number, body.declaration.graveNumber)
  return act(known.graves.get(id), { kind: 'relocation.declared', subject: id, body })
}

/** Decides that a grave nobody declared is treated as without an owner, after the deadline. */
export const decideOwnerless = (known: Relocations, id: string, body: RelocationActionOf<'relocation.ownerless'>['body']): RelocationActionOf<'relocation.ownerless'> => {
  const notice = getNotice(known, body.notice)
  if (body.day <= notice.deadline) throw invalid(`申报截止（${notice.deadline}）以后才能按无主坟处理`, `Only after the deadline (${notice.deadline})`, 'day')
  requireNewGrave(known, body.notice, body.graveNumber)
  return act(known.graves.get(id), { kind: 'relocation.ownerless', subject: id, body })
}

/** Decides the confirmation on the spot; the confirmed type and cells are what is paid for. */
export const decideConfirmation = (grave: Grave, body: RelocationActionOf<'relocation.confirmed'>['body']): RelocationActionOf<'relocation.confirmed'> => act(grave, { kind: 'relocation.confirmed', subject: grave.id, body })

/** Decides that the remains were taken up. */
export const decideExhumation = (grave: Grave, body: RelocationActionOf<'relocation.exhumed'>['body']): RelocationActionOf<'relocation.exhumed'> => act(grave, { kind: 'relocation.exhumed', subject: grave.id, body })

/** Decides the payment: worked out by the tariff of the notice from the day of the exhumation, never typed in. Throws as `compensate` does. */
export const decideCompensation = (known: Pick<Relocations, 'notices'>, grave: Grave, given: { readonly day: string; readonly publicCells: number; readonly payee: string; readonly receipt: string }): RelocationActionOf<'relocation.compensated'> => {
  const notice = getNotice(known, grave.notice)
  const { baseFen, rewardFen, cellFen, totalFen } = compensate(notice.tariff, { type: grave.type, cells: grave.cells, publicCells: given.publicCells, noticeOn: notice.publishedOn, movedOn: grave.exhumed?.day ?? given.day })
  return act(grave, { kind: 'relocation.compensated', subject: grave.id, body: { ...given, baseFen, rewardFen, cellFen, totalFen } })
}

/** Decides where the remains came to rest: one row for every cell, and into a public cemetery as many as were paid for. Throws `invalid` at `to`. */
export const decideReinterment = (grave: Grave, body: RelocationActionOf<'relocation.reinterred'>['body']): RelocationActionOf<'relocation.reinterred'> => {
  if (body.to.length !== grave.cells) throw invalid(`本座 ${grave.cells} 穴，应填写 ${grave.cells} 个去向`, `The grave has ${grave.cells} cells; say where each went`, 'to')
  const paid = grave.compensated?.publicCells ?? 0
  const went = body.to.filter(({ publicCemetery }) => publicCemetery).length
  if (grave.compensated !== null && went !== paid) throw invalid(`按 ${paid} 穴迁入公墓补偿，现为 ${went} 穴`, `Paid for ${paid} cells into a public cemetery, ${went} are entered`, 'to')
  return act(grave, { kind: 'relocation.reinterred', subject: grave.id, body })
}

/** Decides that a declaration is withdrawn; throws `invalid` at `note` without words. */
export const decideWithdrawal = (grave: Grave, body: RelocationActionOf<'relocation.withdrawn'>['body']): RelocationActionOf<'relocation.withdrawn'> => {
  if (body.note.trim() === '') throw invalid('请写明撤回的原因', 'Say why it is withdrawn', 'note')
  return act(grave, { kind: 'relocation.withdrawn', subject: grave.id, body })
}
