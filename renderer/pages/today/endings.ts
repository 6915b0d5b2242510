import { text } from '../../../domain/text.ts'

/** The judgments that a court note may be, for the lists behind its number; the front page does not load the domain for two words. */
export const endingTitles = { void: text('婚姻无效', 'declared void'), annulled: text('婚姻已撤销', 'annulled') } as const
