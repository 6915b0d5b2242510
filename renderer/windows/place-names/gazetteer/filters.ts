/** What the list of the gazetteer is narrowed by; all of it stands in the address. */
export const flags = ['protected', 'removed', 'noGeometry', 'noCode'] as const
export const parts = ['text', 'kind', 'standing', 'township', 'builtUpArea', ...flags] as const
export type GazetteerFilter = Readonly<Partial<Record<(typeof parts)[number], string>>>

/** Reads a filter out of an address. */
export const readFilter = (search: URLSearchParams): GazetteerFilter => Object.fromEntries(parts.flatMap((part) => { const value = search.get(part) ?? ''; return value === '' ? [] : [[part, value.slice(0, 100)]] }))
/** A filter as an address. */
export const writeFilter = (filter: GazetteerFilter): URLSearchParams => new URLSearchParams(parts.flatMap((part) => { const value = filter[part] ?? ''; return value === '' ? [] : [[part, value]] }))
