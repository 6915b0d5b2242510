import type { OfficeNow } from '../house.ts'

/** The office's own words on a paper, as a request for it carries them. */
export const textsOf = ({ settings }: OfficeNow, paper: string): { readonly texts?: Readonly<Record<string, string>> } => {
  const own = settings['papers.texts'][paper]
  return own === undefined || Object.keys(own).length === 0 ? {} : { texts: own }
}
