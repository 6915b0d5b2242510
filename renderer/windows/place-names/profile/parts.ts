import type { PlaceNameProfile } from '../../../../domain/place-names/profile.ts'

/** Parts of the editor, and which fields of the profile each holds. */
export const partFields = {
  office: ['officeName', 'areaCode', 'level', 'box', 'shiftedCoordinates'],
  approvals: ['approvals', 'filingTargets'],
  areas: ['builtUpAreas', 'outsideCounts'],
  scopes: ['scopes', 'compare', 'acrossKinds', 'nearSounds', 'maxSpecificLength', 'removedNamesReserved'],
  generics: ['generics', 'thresholds'],
  words: ['words', 'leaders'],
  spelling: ['readings', 'transcriptions', 'ordinalStyle'],
  papers: ['papers'],
  clocks: ['clocks', 'displayFor'],
  plates: ['plates'],
  documents: ['documentCodes', 'provisionalNaming', 'certificate'],
  sources: ['sources'],
} as const satisfies Readonly<Record<string, readonly (keyof PlaceNameProfile)[]>>
export type PartId = keyof typeof partFields
export const partIds = Object.keys(partFields) as readonly PartId[]

/** The part a path of the profile lies in. */
export const partOf = (path: string): PartId => partIds.find((part) => partFields[part].some((field) => path === field || path.startsWith(`${field}.`))) ?? 'office'

/** Parts in which two profiles differ. */
export const changedParts = (before: PlaceNameProfile, after: PlaceNameProfile): readonly PartId[] => partIds.filter((part) => partFields[part].some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])))

const key = 'lantai.placeNameProfile'
/** The draft kept on this machine, read as it was written; undefined when there is none. */
export const keptDraft = (): PlaceNameProfile | undefined => {
  try {
    const kept = localStorage.getItem(key)
    // What is no number yet was kept as null and is asked for again.
    return kept === null ? undefined : JSON.parse(kept) as PlaceNameProfile
  } catch {
    return undefined
  }
}
export const keepDraft = (profile: PlaceNameProfile): void => localStorage.setItem(key, JSON.stringify(profile))
export const dropDraft = (): void => localStorage.removeItem(key)
