import { marriageStates } from '../../../../domain/marriage/actions.ts'
import { marriageKinds } from '../../../../domain/marriage/file.ts'

/** What the ledger is narrowed to; every part may be empty. It stands in the page's address, so that a filter can be kept and sent. */
export interface LedgerFilter {
  readonly state: string
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly registrar: string
  readonly counter: string
  readonly inspection: string
}

export const emptyFilter: LedgerFilter = { state: '', kind: '', from: '', to: '', registrar: '', counter: '', inspection: '' }
const names = Object.keys(emptyFilter) as (keyof LedgerFilter)[]
const day = /^\d{4}-\d{2}-\d{2}$/

const fits: Readonly<Record<keyof LedgerFilter, (value: string) => boolean>> = {
  state: (value) => value.split(',').every((state) => (marriageStates as readonly string[]).includes(state)),
  kind: (value) => (marriageKinds as readonly string[]).includes(value),
  from: (value) => day.test(value), to: (value) => day.test(value),
  registrar: (value) => value.length <= 64, counter: (value) => value.length <= 20,
  inspection: (value) => ['qualified', 'failed', 'unexamined'].includes(value),
}

/** Reads a filter from an address; what does not fit is left out. */
export const readFilter = (search: string): LedgerFilter => {
  const query = new URLSearchParams(search)
  return Object.fromEntries(names.map((name) => {
    const value = query.get(name) ?? ''
    return [name, value !== '' && fits[name](value) ? value : '']
  })) as unknown as LedgerFilter
}

/** The parts of a filter that are set, as the api and the address take them. */
export const setParts = (filter: LedgerFilter): Record<string, string> => Object.fromEntries(names.filter((name) => filter[name] !== '').map((name) => [name, filter[name]]))
export const writeFilter = (filter: LedgerFilter): string => new URLSearchParams(setParts(filter)).toString()

export interface SavedFilter {
  readonly name: string
  readonly search: string
}
const kept = 'lantai.marriage.filters'

/** The filters this clerk keeps on this machine; they name no person. */
export const savedFilters = (): readonly SavedFilter[] => {
  try {
    const list = JSON.parse(localStorage.getItem(kept) ?? '[]') as unknown
    return Array.isArray(list) ? list.filter((entry): entry is SavedFilter => typeof (entry as SavedFilter | null)?.name === 'string' && typeof (entry as SavedFilter).search === 'string').slice(0, 20) : []
  } catch {
    return []
  }
}
export const keepFilter = (filter: SavedFilter): readonly SavedFilter[] => {
  const next = [...savedFilters().filter((entry) => entry.name !== filter.name), filter]
  localStorage.setItem(kept, JSON.stringify(next))
  return next
}
export const dropFilter = (name: string): readonly SavedFilter[] => {
  const next = savedFilters().filter((entry) => entry.name !== name)
  localStorage.setItem(kept, JSON.stringify(next))
  return next
}
