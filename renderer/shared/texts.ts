import { useMemo } from 'react'
import { useRoute } from './query.ts'

/** A setting that is a list of the office's own texts; undefined until it has been read, or where this account may not read it. The list stays the same one while the setting does. */
export const useTexts = (key: string): readonly string[] | undefined => {
  const settings = useRoute('listSettings', {}, { fresh: 60_000 })
  const value = settings.data?.settings.find((setting) => setting.key === key)?.value
  return useMemo(() => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined), [value])
}
