/** Enter goes to the next field, Shift+Enter to the one before, in the order of the page: left block down, right block down. */

const candidates = 'input:not([type=hidden]):not([type=file]), textarea, select, button[data-stop], [data-stop][tabindex]'

const usable = (element: HTMLElement): boolean =>
  !element.hasAttribute('disabled') && element.getAttribute('aria-disabled') !== 'true' && element.tabIndex >= 0 && element.closest('[data-folded], [hidden], [inert]') === null && element.getClientRects().length > 0

/** Every stop of the keyboard inside an element, in order. */
export const stopsIn = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(candidates)].filter(usable)

/** Moves to the stop after (or before) the focused one; false at the end. */
export const moveFocus = (root: ParentNode, from: Element | null, backwards = false): boolean => {
  const stops = stopsIn(root)
  const here = stops.findIndex((stop) => stop === from || stop.contains(from))
  const next = stops[backwards ? here - 1 : here + 1]
  if (here === -1 || next === undefined) return false
  next.focus()
  if (next instanceof HTMLInputElement && (next.type === 'text' || next.type === 'tel')) next.select()
  next.scrollIntoView({ block: 'nearest' })
  return true
}

/** Says whether a key belongs to the input method: Enter then chooses a word and must not leave the field. */
export const isComposing = (event: { readonly isComposing?: boolean; readonly keyCode?: number; readonly nativeEvent?: { readonly isComposing?: boolean; readonly keyCode?: number } }): boolean =>
  event.isComposing === true || event.keyCode === 229 || event.nativeEvent?.isComposing === true || event.nativeEvent?.keyCode === 229
