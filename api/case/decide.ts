import type { BlankType, Transaction } from '../../db/contract.ts'
import type { Action } from '../../domain/action.ts'
import type { Decision } from '../../domain/case/decide.ts'
import { LantaiError } from '../../domain/error.ts'
import { formatCertificateNumber, type CertificatePrefix } from '../../domain/marriage/numbers.ts'
import { normaliseSerial } from '../../domain/serials.ts'
import { text, type Text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import { blankTitles } from '../units.ts'

/** The next number of the office's series of a prefix and year; offices that share an area code keep to their own part of it. */
export const nextNumber = async (house: House, tx: Pick<Transaction, 'lastNumber'>, prefix: CertificatePrefix, area: string, day: string): Promise<string> => {
  const { settings } = await house.office()
  const year = Number(day.slice(0, 4))
  const serial = Math.max((await tx.lastNumber(prefix, area, year)) + 1, settings['numbers.first'])
  if (serial > settings['numbers.last']) throw new LantaiError('wrong_state', text('本年度登记字号的号段已用完，请在设置中调整', 'The serials of this year are used up; change the range in the settings'), 'number')
  return formatCertificateNumber({ prefix, area, year, serial })
}

const lower = (title: Text): string => title.en.toLowerCase().replace(/s$/, '')

/** Booklets of a type that are in stock; throws `stock` with the field of the one that is not. */
export const requireBlanks = async (tx: Pick<Transaction, 'findBlank' | 'findBlanks'>, type: BlankType, serials: readonly string[], fields: readonly string[]): Promise<void> => {
  for (const [index, serial] of serials.entries()) {
    const field = fields[index]
    const found = await tx.findBlank(type, serial)
    if (found?.state === 'available') continue
    if (found !== undefined) {
      const words = found.state === 'issued' ? text('已使用', 'has been used') : found.state === 'spoiled' ? text('已作废', 'is spoiled or void') : text('已上交', 'has been handed up')
      throw new LantaiError('stock', text(`印制号 ${serial} ${words.zh}`, `Serial ${serial} ${words.en}`), field)
    }
    const [other] = await tx.findBlanks(serial)
    if (other === undefined) throw new LantaiError('stock', text(`印制号 ${serial} 不在已入库的号段内`, `Serial ${serial} is in no range received into stock`), field)
    const [wrong, right] = [blankTitles[other.type], blankTitles[type]]
    throw new LantaiError('stock', text(`印制号 ${serial} 是${wrong.zh}，不是${right.zh}，请换一本`, `Serial ${serial} is a ${lower(wrong)}, not a ${lower(right)}; take another`), field)
  }
}

/** Serials as they are stored, the empty ones of parties who get none left empty. */
export const readSerials = (serials: readonly [string, string]): [string, string] => [serials[0] === '' ? '' : normaliseSerial(serials[0]), serials[1] === '' ? '' : normaliseSerial(serials[1])]

export const stopped = (findings: readonly unknown[], first: string | undefined, words: Text = text('还不能准予登记：请先处理列出的各项。', 'It cannot be registered yet: see to what is listed first.')): LantaiError =>
  new LantaiError('findings', words, first, findings)

/** The action of a decision; throws `findings` when something stands in its way. */
export const decided = <A extends Action>(decision: Decision<A>, words?: Text): A => {
  if (decision.kind === 'findings') throw stopped(decision.findings, decision.findings[0]?.field, words)
  return decision.action
}

/** The registrar's opinion, or the usual one. */
export const withOpinion = (opinion: string | undefined, usual: string): string => (opinion === undefined || opinion.trim() === '' ? usual : opinion.trim())
