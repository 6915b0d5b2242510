import { ruleBook } from '../domain/rule-book.ts'
import { handle, type Handling } from './door.ts'
import { routes } from './schemas/index.ts'

/** The rule book: every rule with its article, made from the rules themselves. */
export const ruleHandlings: readonly Handling[] = [
  handle(routes.listRules, async () => ({
    rules: ruleBook().map(({ id, window, title, law, asks, source, from, to, group, severity, refusalGround }) => ({ id, window, title, law, asks, source, from, ...(to === undefined ? {} : { to }), group, severity, refusalGround: refusalGround === true })),
  })),
]
