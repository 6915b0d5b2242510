import { useEffect, useRef } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const

/** Calls `onIdle` once nothing has been typed or moved for so many minutes; 0 never. */
export const useIdle = (minutes: number, watching: boolean, onIdle: () => void): void => {
  const last = useRef(0)
  useEffect(() => {
    if (!watching || minutes <= 0) return
    last.current = Date.now()
    const sign = (): void => {
      last.current = Date.now()
    }
    for (const name of signs) addEventListener(name, sign, { passive: true, capture: true })
    const timer = setInterval(() => {
      if (Date.now() - last.current >= minutes * 60_000) onIdle()
    }, Math.min(5_000, minutes * 20_000))
    return () => {
      clearInterval(timer)
      for (const name of signs) removeEventListener(name, sign, { capture: true })
    }
  }, [minutes, watching, onIdle])
}
