import type { Period } from '../period.ts'

/** A number of a table: its cells and days, and what it is called. */
export interface OpenNumber extends Period {
  readonly cells: readonly string[]
  readonly what: string
}

/** Parts of an address to be changed; '' takes one out. */
export type AddressChange = Readonly<Record<string, string>>

/** The number that the address asks to be opened, so that coming back from a case opens it again; undefined where it asks for none. */
export const readOpen = (params: URLSearchParams): OpenNumber | undefined => {
  const given = (name: string): string => params.get(name) ?? ''
  return given('cells') === '' ? undefined : { cells: given('cells').split(','), from: given('since'), to: given('until'), what: given('what') }
}

/** What an opened number changes in the address; nothing opened takes it out. */
export const openChange = (open: OpenNumber | undefined): AddressChange => ({ cells: open?.cells.join(',') ?? '', since: open?.from ?? '', until: open?.to ?? '', what: open?.what ?? '' })
