import { useEffect, useState } from 'react'

/** Words of a field that are asked for once nobody has typed for a moment (ms); until then the field shows what is typed, afterwards what is asked for, whoever asked. */
export const useSettled = (asked: string, ask: (words: string) => void, after: number): readonly [shown: string, type: (typed: string) => void] => {
  const [typed, setTyped] = useState<string>()
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => { ask(typed.trim()); setTyped(undefined) }, after)
    return () => clearTimeout(timer)
    // Asked for after the last key, whatever the list has done meanwhile.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed])
  return [typed ?? asked, setTyped]
}
