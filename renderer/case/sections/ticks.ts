import type { KeyboardEvent } from 'react'

const boxes = 'input[type=checkbox]:not(:disabled):not([tabindex="-1"])'
const chainOf = (element: Element): string | undefined => element.closest<HTMLElement>('[data-chain]')?.dataset.chain

/** In lists to tick (`data-ticks`) Space ticks and goes on to the next box of the same chain, so that a list is one key a line. */
export const onSpaceNext = (event: KeyboardEvent<HTMLElement>): void => {
  const target = event.target
  if (event.key !== ' ' || !(target instanceof HTMLInputElement) || target.type !== 'checkbox' || target.checked) return
  const list = target.closest<HTMLElement>('[data-ticks]')
  if (list === null) return
  // The focus goes on at the moment the browser has ticked (on keyup), before the next key can arrive.
  const ticked = () => {
    if (!target.checked) return
    const all = [...list.querySelectorAll<HTMLInputElement>(boxes)].filter((box) => chainOf(box) === chainOf(target))
    const next = all.slice(all.indexOf(target) + 1).find((box) => !box.checked)
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  target.addEventListener('change', ticked, { once: true })
  target.addEventListener('blur', () => target.removeEventListener('change', ticked), { once: true })
}
