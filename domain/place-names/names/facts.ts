import { normaliseText } from '../../characters/index.ts'
import type { GenericTable, GenericTerm } from '../generics.ts'
import { genericTable, shippedGenerics } from '../generics.ts'
import type { NameScope, PlaceKind, Standing } from '../kinds.ts'
import type { OrdinalStyle, PlaceReading, Romanisation, RomaniseRequest, Transcription } from '../romanise/index.ts'
import type { NameAct } from './acts.ts'
import { romanise, shippedReadings, shippedTranscriptions } from '../romanise/index.ts'
import type { StateLeader } from './leaders.ts'
import { shippedLeaders } from './leaders.ts'
import type { NameKeys } from './sounds.ts'
import { nameKeys } from './sounds.ts'
import type { NameParts } from './split.ts'
import { splitAt, splitName } from './split.ts'
import type { RestrictedWord } from './words.ts'
import { shippedWords } from './words.ts'


/** Sizes of the entity as the application gives them: metres, square metres, storeys, percent; absent when not entered. */
export interface EntitySize {
  readonly widthMetres?: number
  readonly lengthMetres?: number
  readonly siteSquareMetres?: number
  readonly floorSquareMetres?: number
  readonly storeys?: number
  readonly greenPercent?: number
}

/** What a generic term asks of the entity's size in an office; all of it, or any of it. */
export interface GenericThreshold {
  readonly generic: string
  readonly kind: PlaceKind
  readonly least: EntitySize
  readonly logic: 'all' | 'any'
}

/** Where an entity lies, for the scope of duplicates; `builtUpArea` is `outside` beyond all built-up areas and empty when nobody has said. */
export interface PlaceArea {
  readonly province: string
  readonly county: string
  readonly builtUpArea: string
}

/** What one name of a case holds, as the rules read it. */
export interface NameItem {
  readonly act: NameAct
  readonly name: string
  readonly kind: PlaceKind | ''
  readonly standing: Standing
  /** The cut the clerk chose; absent to take the proposed one. */
  readonly cut?: { readonly specific: string; readonly generic: string }
  readonly division?: readonly string[]
  readonly size: EntitySize
  /** 具有重要地理方位意义: stands out for orientation, and its name may be used by the public (《地名管理条例实施办法》第二十五条). */
  readonly standsOut: '' | 'yes' | 'no'
  readonly publicUse: '' | 'yes' | 'no'
  /** The spelling as it is to be approved. */
  readonly spelling: { readonly text: string; readonly sign: string; readonly manualReason: string }
  /** Readings chosen by position, and the account of the clerk who confirmed them. */
  readonly chosen: Readonly<Record<number, string>>
  readonly readingsConfirmedBy: string
  readonly plan: '' | 'planned' | 'departs' | 'noPlan'
  readonly planReason: string
  /** Of a renaming: why, and what was settled for a name of the protection list. */
  readonly renameGround: '' | 'divisionChange' | 'construction' | 'naturalChange' | 'other'
  readonly renameReason: string
  readonly protectionMeasures: string
}

/** The form of one name before anything was entered. */
export const emptyNameItem = (): NameItem => ({ act: 'naming', name: '', kind: '', standing: 'ordinary', size: {}, standsOut: '', publicUse: '', spelling: { text: '', sign: '', manualReason: '' }, chosen: {}, readingsConfirmedBy: '', plan: '', planReason: '', renameGround: '', renameReason: '', protectionMeasures: '' })

/** A name of the gazetteer or of another application that the index found near this one. */
export interface Neighbour {
  readonly id: string
  readonly entityId: string
  readonly name: string
  readonly kind: PlaceKind
  readonly status: 'standard' | 'alias' | 'proposed' | 'reserved' | 'former' | 'historic' | 'removed'
  readonly area: PlaceArea
  /** Where it is, in words for the clerk. */
  readonly where: string
  /** First day of a name of the gazetteer; empty or absent where nobody knows it. */
  readonly from?: string
  readonly keys: { readonly whole: NameKeys; readonly specific: NameKeys }
}

/** What an office sets for itself about names; each a dated setting with its source. */
export interface NameSettings {
  /** Longest specific part in characters; the State sets none. */
  readonly maxSpecificLength?: number
  /** Scopes wider than the law's, by kind. */
  readonly scopes: Partial<Readonly<Record<PlaceKind, NameScope>>>
  /** Compare whole names, or the specific part alone. */
  readonly compare: 'whole' | 'specific'
  /** Names of other kinds count too. */
  readonly acrossKinds: boolean
  /** Near sounds are asked about: the same syllables in other tones, and those speakers confuse. */
  readonly nearSounds: boolean
  /** Places of a county beyond every built-up area are compared as one area. */
  readonly outsideCounts: boolean
  /** Removed names are kept from new use until a reason is given. */
  readonly removedNamesReserved: boolean
  readonly thresholds: readonly GenericThreshold[]
  readonly generics: readonly GenericTerm[]
  readonly words: readonly RestrictedWord[]
  readonly leaders: readonly StateLeader[]
  readonly readings: readonly PlaceReading[]
  readonly transcriptions: readonly Transcription[]
  readonly ordinalStyle: OrdinalStyle
}

/** The settings an office starts with. */
export const defaultNameSettings: NameSettings = { scopes: {}, compare: 'whole', acrossKinds: false, nearSounds: true, outsideCounts: false, removedNamesReserved: true, thresholds: [], generics: [], words: shippedWords, leaders: shippedLeaders, readings: shippedReadings, transcriptions: shippedTranscriptions, ordinalStyle: 'digits' }

/** Everything a check needs beside the name; register and settings are passed in. */
export interface NameContext {
  /** The day of the act (YYYY-MM-DD). */
  readonly day: string
  readonly settings: NameSettings
  readonly area: PlaceArea
  /** The entity named, so that it does not clash with itself; empty for a new one. */
  readonly entityId: string
  readonly neighbours: readonly Neighbour[]
  /** Units that apply: their own names may not be the place's. */
  readonly applicants: readonly string[]
  /** Standard names of the surroundings, for facilities; undefined when nobody has looked. */
  readonly localNames?: readonly string[]
  /** The present name stands on the protection list or is of important historic value. */
  readonly present?: { readonly name: string; readonly protected: boolean; readonly historicValue: boolean }
}

/** What a rule is given: the item, its context, and the name read once. */
export interface NameFacts {
  readonly item: NameItem
  readonly context: NameContext
  readonly name: string
  /** Undefined when the clerk's cut does not make up the name. */
  readonly parts: NameParts | undefined
  /** Undefined until there is a name. */
  readonly spelled: Romanisation | undefined
  readonly keys: { readonly whole: NameKeys; readonly specific: NameKeys } | undefined
}

const tables = new WeakMap<readonly GenericTerm[], GenericTable>()
const tableOf = (own: readonly GenericTerm[]): GenericTable => {
  if (own.length === 0) return shippedGenerics
  const known = tables.get(own)
  if (known !== undefined) return known
  const made = genericTable(own)
  tables.set(own, made)
  return made
}

type ReadName = Pick<NameFacts, 'parts' | 'spelled' | 'keys'>
const readNames = new WeakMap<NameSettings, Map<string, ReadName>>()
/** Names kept as they were read, by the settings they were read with; a few kB each. */
const mostRead = 3000

/** What the dictionaries make of a name. */
const readName = (name: string, { kind, cut, division, chosen }: Pick<NameItem, 'kind' | 'cut' | 'division' | 'chosen'>, settings: NameSettings): ReadName => {
  const table = tableOf(settings.generics)
  const parts = cut === undefined ? splitName(name, kind === '' ? undefined : kind, table) : splitAt(name, cut, table)
  const request: RomaniseRequest = {
    name, chosen, ordinalStyle: settings.ordinalStyle, generics: table, readings: settings.readings, transcriptions: settings.transcriptions,
    ...(kind === '' ? {} : { kind }), ...(cut === undefined || parts === undefined ? {} : { cut }), ...(division === undefined || division.join('') !== name ? {} : { division }),
  }
  return { parts, spelled: romanise(request), keys: nameKeys({ name, chosen, readings: settings.readings, ...(parts === undefined ? {} : { parts }) }) }
}

/** Reads a name once for all rules; the same name under the same settings is the same reading, which the next rule, page or report finds again. */
export const nameFacts = (item: NameItem, context: NameContext): NameFacts => {
  const name = normaliseText(item.name).replace(/\s+/gu, '')
  const { settings } = context
  const length = [...name].length
  if (length === 0 || length > 50) return { item, context, name, parts: undefined, spelled: undefined, keys: undefined }
  const { kind, cut, division } = item
  const chosen = Object.fromEntries(Object.entries(item.chosen).filter(([index]) => Number(index) < length))
  const known = readNames.get(settings) ?? new Map<string, ReadName>()
  readNames.set(settings, known)
  const key = JSON.stringify([name, kind, cut === undefined ? 0 : [cut.specific, cut.generic], division ?? 0, chosen])
  const found = known.get(key)
  if (found !== undefined) return { item, context, name, ...found }
  const read = readName(name, { kind, chosen, ...(cut === undefined ? {} : { cut }), ...(division === undefined ? {} : { division }) }, settings)
  if (known.size >= mostRead) known.clear()
  known.set(key, read)
  return { item, context, name, ...read }
}
