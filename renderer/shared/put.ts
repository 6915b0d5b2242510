import { useSearchParams } from 'wouter'

/** Changes parts of the address; '' takes one out. */
export const usePut = (): readonly [URLSearchParams, (change: Readonly<Record<string, string>>) => void] => {
  const [params, setParams] = useSearchParams()
  return [params, (change) => setParams((now) => {
    const next = new URLSearchParams(now)
    for (const [name, value] of Object.entries(change)) if (value === '') next.delete(name); else next.set(name, value)
    return next
  }, { replace: true })]
}
