import { wayTitle, type RewardPolicy, type RewardRow } from '../../../../domain/burial/rewards.ts'
import { yuan } from '../../../../domain/waiver/money.ts'
import type { Say } from '../../../shared/i18n.ts'
import { areasWords, conditionsWords, datesWords, type PolicyLine, type Speech } from '../policies/describe.ts'
import type { words } from './words.ts'

type RewardSay = Say<keyof typeof words>

export const waysWords = (row: Pick<RewardRow, 'ways'>, speech: Pick<Speech, 'say' | 'and'>): string => row.ways.map((way) => speech.say(wayTitle(way))).join(speech.and === '，' ? '、' : ', ')
export const amountWords = (row: Pick<RewardRow, 'fen' | 'leastFen' | 'mostFen'>, t: RewardSay): string =>
  row.fen !== null ? t('yuan', { yuan: Number.isFinite(row.fen) ? yuan(row.fen) : '—' }) : row.leastFen !== null && row.mostFen !== null ? t('range', { least: yuan(row.leastFen), most: yuan(row.mostFen) }) : t('notRead')
export const payeeWords = ({ payee, shares }: Pick<RewardPolicy, 'payee' | 'shares'>, t: RewardSay): string => `${t(`payee.${payee}`)}${payee === 'both' && shares !== null ? ` · ${t('sharesOf', { family: shares[0], provider: shares[1] })}` : ''}`

/** Everything a reward policy says, one line each, under keys that stay the same over its versions. */
export const rewardLines = (policy: RewardPolicy, speech: Speech, t: RewardSay): readonly PolicyLine[] => {
  const { say } = speech
  const line = (key: string, label: string, value: string): PolicyLine => ({ key, label, value })
  return [
    line('title', speech.t('titleField'), say(policy.title)), line('document', speech.t('document'), policy.document), line('documentNumber', speech.t('documentNumber'), policy.documentNumber), line('source', speech.t('source'), policy.source), line('areas', speech.t('areas'), areasWords(policy.areas)),
    line('dates', speech.t('dates'), datesWords(policy, speech.t)), line('appliesBy', t('appliesBy'), t(`appliesBy.${policy.appliesBy}`)),
    ...policy.rows.map((row) => line(`row.${row.ways.join(' ')}`, waysWords(row, speech), [amountWords(row, t), say(row.scope)].filter((part) => part !== '').join(' · '))),
    ...policy.classes.map((one) => line(`class.${one.id}`, t('who'), `${say(one.title)} · ${conditionsWords(one.all, speech)}`)), ...policy.exclusions.map((one) => line(`exclusion.${one.id}`, speech.t('excluded'), `${say(one.title)} · ${conditionsWords(one.all, speech)}`)),
    line('payee', t('payee'), payeeWords(policy, t)), line('proofs', t('proofs'), policy.proofs.map((proof) => t(`proof.${proof}`)).join(' · ')), line('combination', t('combination'), t(`combination.${policy.combination}`)),
    line('months', t('months'), policy.monthsToApply === null ? t('noMonths') : t('monthsWithin', { n: policy.monthsToApply })), line('applyAt', t('applyAt'), say(policy.applyAt)), ...policy.notes.map((note, index) => line(`note.${String(index)}`, speech.t('notes'), say(note))),
  ]
}
