import { useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

/** Puts the focus on the rows of the list in a section of the page, e.g. when what was opened from it has been closed. */
export const focusList = (section: string): void => {
  requestAnimationFrame(() => document.getElementById(section)?.querySelector<HTMLElement>('.data-scroll')?.focus({ preventScroll: true }))
}

/** Which act's dialog is open; once it is closed the focus goes to a place that stays, whatever buttons the act took away. */
export const useActing = <K extends string>(place: RefObject<HTMLElement | null>): { readonly acting: K | undefined; readonly begin: (kind: K | undefined) => void; readonly close: () => void } => {
  const [acting, begin] = useState<K>()
  return {
    acting, begin,
    close: () => {
      flushSync(() => begin(undefined))
      requestAnimationFrame(() => place.current?.focus({ preventScroll: true }))
    },
  }
}
