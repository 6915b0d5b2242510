import { useEffect } from 'react'

/** Loads the page that a list leads to once the list itself has settled. */
export const usePreload = (load: () => Promise<unknown>): void => {
  useEffect(() => {
    const timer = setTimeout(() => void load(), 400)
    return () => clearTimeout(timer)
    // The page is the list's own and never another.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}
