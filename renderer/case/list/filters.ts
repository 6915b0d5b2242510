import type { Text } from '../../../domain/text.ts'

/** What a list of cases is narrowed to; every part may be empty. It stands in the page's address, so that a filter can be kept and sent. */
export type LedgerFilter = Readonly<Record<string, string>>

/** How one part of a filter is asked for. */
export interface FilterPart {
  readonly name: string
  /** A `chip` comes from an address only: it has no field, and is named above the list with a way to take it off. */
  readonly kind: 'pick' | 'day' | 'registrar' | 'counter' | 'text' | 'chip'
  /** Word of its label. */
  readonly label?: string
  /** Values of a `pick` or a `chip` with the word of each. */
  readonly options?: readonly (readonly [value: string, word: string])[]
  /** Names the cell of a chip; the tables of the marriage desk do when not given. */
  readonly cellTitle?: (cell: string) => Promise<Text>
}

/** The days that a cell of the statistics counts take the place of those of the decision. */
export const isOfCell = (part: FilterPart): boolean => part.name === 'from' || part.name === 'to'

/** The parts that have a field of their own while a filter stands as it does. */
export const fieldsOf = (parts: readonly FilterPart[], filter: LedgerFilter): readonly FilterPart[] => parts.filter((part) => part.kind !== 'chip' && !((filter['cell'] ?? '') !== '' && isOfCell(part)))

/** The choices of a `pick`; a value that comes from an address and is none of them (several states at once, a colleague who has left) is one more, so that it shows. */
export const withValue = (options: readonly (readonly [value: string, label: string])[], value: string, comma: string): readonly (readonly [value: string, label: string])[] => {
  if (value === '' || options.some(([code]) => code === value)) return options
  return [...options, [value, value.split(',').map((one) => options.find(([code]) => code === one)?.[1] ?? one).join(comma)]]
}

const day = /^\d{4}-\d{2}-\d{2}$/
const fits = (part: FilterPart, value: string): boolean => {
  switch (part.kind) {
    case 'pick': return value.split(',').every((one) => part.options?.some(([code]) => code === one) === true)
    case 'day': return day.test(value)
    case 'counter': return value.length <= 20
    case 'registrar': return value.length <= 64
    case 'text': return value.length <= 100
    case 'chip': return value.length <= 120 && (part.options === undefined || value.split(',').every((one) => part.options?.some(([code]) => code === one) === true))
  }
}

/** Reads a filter from an address; what does not fit is left out. */
export const readFilter = (parts: readonly FilterPart[], search: string): LedgerFilter => {
  const query = new URLSearchParams(search)
  return Object.fromEntries(parts.map((part) => {
    const value = query.get(part.name) ?? ''
    return [part.name, value !== '' && fits(part, value) ? value : '']
  }))
}

/** The parts of a filter that are set, as the api and the address take them. */
export const setParts = (filter: LedgerFilter): Record<string, string> => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
export const writeFilter = (filter: LedgerFilter): string => new URLSearchParams(setParts(filter)).toString()
export const emptyFilter = (parts: readonly FilterPart[]): LedgerFilter => Object.fromEntries(parts.map((part) => [part.name, '']))

export interface SavedFilter {
  readonly name: string
  readonly search: string
}
const kept = (window: string) => `lantai.${window}.filters`

/** The filters this clerk keeps on this machine; they name no person. */
export const savedFilters = (window: string): readonly SavedFilter[] => {
  try {
    const list = JSON.parse(localStorage.getItem(kept(window)) ?? '[]') as unknown
    return Array.isArray(list) ? list.filter((entry): entry is SavedFilter => typeof (entry as SavedFilter | null)?.name === 'string' && typeof (entry as SavedFilter).search === 'string').slice(0, 20) : []
  } catch {
    return []
  }
}
export const keepFilter = (window: string, filter: SavedFilter): readonly SavedFilter[] => {
  const next = [...savedFilters(window).filter((entry) => entry.name !== filter.name), filter]
  localStorage.setItem(kept(window), JSON.stringify(next))
  return next
}
export const dropFilter = (window: string, name: string): readonly SavedFilter[] => {
  const next = savedFilters(window).filter((entry) => entry.name !== name)
  localStorage.setItem(kept(window), JSON.stringify(next))
  return next
}
