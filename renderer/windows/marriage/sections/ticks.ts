import type { KeyboardEvent } from 'react'
import { focusNext } from '../../../shared/keyboard.ts'

/** In lists to tick: Space ticks and goes on to the next, so that a list is one key a line. */
export const onSpaceNext = (event: KeyboardEvent<HTMLElement>): void => {
  const target = event.target
  if (event.key !== ' ' || !(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
  const list = event.currentTarget
  if (target.checked) return
  // The browser ticks on keyup; the focus may go on only then.
  const onUp = () => setTimeout(() => {
    if (target.checked) focusNext(list, target)
  }, 0)
  target.addEventListener('keyup', onUp, { once: true })
}
