import { z } from 'zod'

/** The cards of the dashboard in their sound order; the wide ones take the whole width. */
export const cards = ['needs', 'today', 'month', 'unclosed', 'stock', 'report', 'deadlines'] as const
export type Card = (typeof cards)[number]
export const wideCards: readonly Card[] = ['needs', 'month', 'deadlines']

/** Which cards stand on the dashboard and in which order. */
export interface Layout {
  readonly order: readonly Card[]
  readonly hidden: readonly Card[]
}

export const soundLayout: Layout = { order: cards, hidden: [] }

const Kept = z.object({ order: z.array(z.string()), hidden: z.array(z.string()) })
const isCard = (id: string): id is Card => cards.some((card) => card === id)

/** Reads what an account has kept: unknown cards are left out, new ones stand at the end, and what is not a layout is the sound one. */
export const readLayout = (value: unknown): Layout => {
  const kept = Kept.safeParse(value)
  if (!kept.success) return soundLayout
  const order = [...new Set(kept.data.order.filter(isCard))]
  return { order: [...order, ...cards.filter((card) => !order.includes(card))], hidden: [...new Set(kept.data.hidden.filter(isCard))] }
}

/** Moves a card past its neighbour that is shown: hidden ones are stepped over. The same layout where there is none. */
export const moveCard = (layout: Layout, card: Card, step: -1 | 1): Layout => {
  const shown = layout.order.filter((one) => !layout.hidden.includes(one))
  const other = shown[shown.indexOf(card) + step]
  if (other === undefined || !shown.includes(card)) return layout
  const without = layout.order.filter((one) => one !== card)
  const at = without.indexOf(other) + (step === 1 ? 1 : 0)
  return { ...layout, order: [...without.slice(0, at), card, ...without.slice(at)] }
}

export const hideCard = (layout: Layout, card: Card): Layout => ({ ...layout, hidden: [...layout.hidden.filter((one) => one !== card), card] })
export const showCard = (layout: Layout, card: Card): Layout => ({ ...layout, hidden: layout.hidden.filter((one) => one !== card) })

/** By how much a number differs from one before it: signed, and in per cent where there was anything before. */
export const difference = (now: number, before: number): { readonly sign: '▲' | '▼' | '='; readonly by: string; readonly percent: string } => {
  const by = now - before
  const written = by < 0 ? `−${String(-by)}` : by > 0 ? `+${String(by)}` : '0'
  const share = before === 0 ? '' : `${by < 0 ? '−' : by > 0 ? '+' : ''}${(Math.abs(by / before) * 100).toFixed(1)}%`
  return { sign: by > 0 ? '▲' : by < 0 ? '▼' : '=', by: written, percent: share }
}
