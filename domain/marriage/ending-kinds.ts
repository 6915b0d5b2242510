import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** How a registered marriage came to its end, four ways that are never mixed: divorced, declared void or annulled by a court, registration revoked by civil affairs. */
export const endingKinds = ['divorced', 'void', 'annulled', 'revoked'] as const
export type EndingKind = (typeof endingKinds)[number]

/** Names of the end states. */
export const endingTitles: Readonly<Record<EndingKind, Text>> = {
  divorced: text('已离婚', 'divorced'),
  void: text('婚姻无效', 'void'),
  annulled: text('婚姻已撤销', 'annulled'),
  revoked: text('婚姻登记已撤销', 'registration revoked'),
}
