/** An area code of GB/T 2260 with its name: type the code, or a place name and choose. `<AreaField value={area} day={today} onChange={…} />` */
import { useMemo } from 'react'
import { areaName, findArea, findLatestArea, standardAreas } from '../../domain/areas/index.ts'
import type { Code } from '../../domain/codes/index.ts'
import { CodeSelect, type CodeSelectProps } from './CodeSelect.tsx'

const tables = new Map<string, readonly Code[]>()

/** County-level units in force on a day as a code table, with their full names. */
export const countyTable = (day: string): readonly Code[] => {
  let table = tables.get(day)
  if (table === undefined) {
    table = [...standardAreas().keys()]
      .filter((code) => !code.endsWith('00') && findArea(code, day) !== undefined)
      .map((code) => {
        const name = areaName(code, day)
        return { code, zh: name, en: name }
      })
    tables.set(day, table)
  }
  return table
}

/** What a code stands for: its full name on the day, or the last unit it stood for. */
export const describeArea = (code: string, day: string): { readonly name: string; readonly current: boolean } | undefined => {
  const name = areaName(code, day)
  const latest = findLatestArea(code)
  if (latest === undefined) return undefined
  return { name: name === '' ? latest.name : name, current: findArea(code, day) !== undefined }
}

export type AreaFieldProps = Omit<CodeSelectProps, 'table'> & { readonly day: string }

export const AreaField = ({ day, ...rest }: AreaFieldProps) => {
  const table = useMemo(() => countyTable(day), [day])
  return <CodeSelect {...rest} table={table} />
}
