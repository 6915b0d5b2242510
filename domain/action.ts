/** One entry of the journal before it is chained: what was done, to what, why. `kind` is `subject.verb`, e.g. `marriage.opened`, `plot.reserved`. */
export interface Action<Kind extends string = string, Body = unknown> {
  readonly kind: Kind
  /** What it is about: a case, an account, a stock range … (an id that is never reused). */
  readonly subject: string
  readonly body: Body
  readonly reason?: string
  /** The second person of an act that needs two (correction, void, spoiled blank): an account id. */
  readonly second?: string
}

/** Who acts, where and when; stamped by the api, never taken from the page. */
export interface Actor {
  readonly account: string
  readonly counter: string
  /** Instant, ISO 8601 with the office's offset, e.g. 2026-05-20T09:31:07.123+08:00. */
  readonly at: string
}

/** An action as the journal holds it. */
export interface JournalEntry<A extends Action = Action> {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly counter: string
  readonly action: A
  readonly hash: string
}
