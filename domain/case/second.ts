import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** Who acts with whom and why, where a second person is asked. */
export interface SecondPerson {
  readonly account: string
  readonly second: string
  readonly reason: string
}

const why = text('请写明理由', 'Say why')
const another = text('须由另一人复核', 'A second person is needed')

/** Refuses an act without a reason or a second person, and gives what its action carries of them; throws `invalid` at `reason`, `second_person` at `second`. */
export const requireSecondPerson = ({ account, second, reason }: SecondPerson, words: { readonly reason?: Text; readonly second?: Text } = {}): { readonly reason: string; readonly second: string } => {
  if (reason.trim() === '') throw new LantaiError('invalid', words.reason ?? why, 'reason')
  if (second === '' || second === account) throw new LantaiError('second_person', words.second ?? another, 'second')
  return { reason: reason.trim(), second }
}
