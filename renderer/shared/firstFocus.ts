/** The first field of a dialog's form takes the focus when it has opened, unless the clerk is already in one of its fields. `useFirstFocus(form)` */
import { useEffect, type RefObject } from 'react'

export const useFirstFocus = (form: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    // The dialog takes the focus for itself when it has opened.
    const timer = setTimeout(() => {
      if (form.current?.contains(document.activeElement) === false) form.current.querySelector<HTMLElement>('input, textarea, select')?.focus()
    }, 60)
    return () => clearTimeout(timer)
  }, [form])
}
