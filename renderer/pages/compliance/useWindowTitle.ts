import { useCallback } from 'react'
import { useSay } from '../../shared/i18n.ts'
import { findWindow } from '../../windows.ts'

/** Says the short name of a window. */
export const useWindowTitle = (): ((id: string) => string) => {
  const say = useSay()
  return useCallback((id: string): string => {
    const found = findWindow(id)
    return found === undefined ? id : say(found.short ?? found.title)
  }, [say])
}
