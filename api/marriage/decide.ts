import type { Transaction } from '../../db/contract.ts'
import { LantaiError } from '../../domain/error.ts'
import { decideRefusal, decideRegistration } from '../../domain/marriage/decide.ts'
import { formatCertificateNumber } from '../../domain/marriage/numbers.ts'
import { normaliseSerial } from '../../domain/serials.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { routes } from '../schemas/index.ts'
import { act } from './act.ts'
import { contextOf } from './context.ts'

/** The next number of the office's series of a year; offices that share an area code keep to their own part of it. */
export const nextNumber = async (house: House, tx: Pick<Transaction, 'lastNumber'>, area: string, day: string): Promise<string> => {
  const { settings } = await house.office()
  const year = Number(day.slice(0, 4))
  const serial = Math.max((await tx.lastNumber('J', area, year)) + 1, settings['numbers.first'])
  if (serial > settings['numbers.last']) throw new LantaiError('wrong_state', text('本年度登记字号的号段已用完，请在设置中调整', 'The serials of this year are used up; change the range in the settings'), 'number')
  return formatCertificateNumber({ prefix: 'J', area, year, serial })
}

/** Two booklets of the right type, in stock; throws `stock` with the field of the one that is not. */
export const requireBlanks = async (tx: Pick<Transaction, 'findBlank' | 'findBlanks'>, serials: readonly string[], fields: readonly string[]): Promise<void> => {
  for (const [index, serial] of serials.entries()) {
    const field = fields[index]
    const found = await tx.findBlank('marriage', serial)
    if (found?.state === 'available') continue
    if (found !== undefined) {
      const words = found.state === 'issued' ? text('已使用', 'has been used') : found.state === 'spoiled' ? text('已作废', 'is spoiled or void') : text('已上交', 'has been handed up')
      throw new LantaiError('stock', text(`印制号 ${serial} ${words.zh}`, `Serial ${serial} ${words.en}`), field)
    }
    const [other] = await tx.findBlanks(serial)
    throw new LantaiError('stock', other === undefined ? text(`印制号 ${serial} 不在已入库的号段内`, `Serial ${serial} is in no range received into stock`) : text(`印制号 ${serial} 是离婚证，不是结婚证，请换一本`, `Serial ${serial} is a divorce certificate, not a marriage certificate; take another`), field)
  }
}

export const stopped = (findings: readonly unknown[], first: string | undefined): LantaiError =>
  new LantaiError('findings', text('还不能准予登记：请先处理列出的各项。', 'It cannot be registered yet: see to what is listed first.'), first, findings)

const withOpinion = (opinion: string | undefined, usual: string): string => (opinion === undefined || opinion.trim() === '' ? usual : opinion.trim())

/** The registrar's decision: 准予登记 or 不予办理, in one transaction with everything it rests on. */
export const decideHandlings: readonly Handling[] = [
  handle(routes.registerMarriage, async (call) => {
    const { house, body, account } = call
    const office = await house.office()
    const serials = [normaliseSerial(body.serials[0]), normaliseSerial(body.serials[1])] as const
    return act(call, 'marriage.registered', async (tx, folded) => {
      const day = house.today()
      const context = await contextOf(house, tx, { file: folded.file, day, stage: 'decision', self: folded.id, account })
      const area = office.areaOn(day)
      const decision = decideRegistration(folded, context, { number: await nextNumber(house, tx, area, day), serials, officeName: office.name, area, registrar: account.id, opinion: withOpinion(body.opinion, office.settings['marriage.opinion']) })
      if (decision.kind === 'findings') throw stopped(decision.findings, decision.findings[0]?.field)
      await requireBlanks(tx, serials, ['serials.0', 'serials.1'])
      return decision.action
    })
  }),

  handle(routes.refuseMarriage, async (call) => {
    const { house, body, account } = call
    return act(call, 'marriage.refused', async (tx, folded) => decideRefusal(folded, await contextOf(house, tx, { file: folded.file, day: house.today(), stage: 'decision', self: folded.id, account }), body.grounds, account.id))
  }),
]

