import type { Rule } from '../rule.ts'
import type { BurialFile } from './file.ts'
import type { BurialCase, Hold } from './fold.ts'
import { openHolds } from './fold.ts'
import type { StorageTimer } from './storage.ts'
import { storageTimer } from './storage.ts'

/** The acts at which the rules are asked. */
export type BurialStage = 'intake' | 'cremation' | 'transportOut' | 'bodyBurial' | 'placement'

/** A cremation or burial that the register or an import knows, by the key of the person. */
export interface KnownCremation {
  readonly key: string
  readonly caseId: string
  readonly number: string
  readonly day: string
  readonly kind: 'body' | 'limb' | 'bones'
}

/** What an office knows of itself, dated by the one who asks. */
export interface BurialSettings {
  readonly sampleOffice: boolean
  /** Ceiling of the storage by local rule, days; undefined where there is none. */
  readonly localStorageDays?: number
}

/** What the check is told besides the file. */
export interface BurialContext {
  readonly stage: BurialStage
  readonly typing: boolean
  readonly day: string
  readonly settings: BurialSettings
  /** Who does it: only a funeral home transports, stores and cremates. */
  readonly provider: { readonly id: string; readonly kind: 'funeralHome' | 'cemetery' | 'columbarium' | 'serviceStation' | 'other'; readonly area: string }
  /** Whether the place lies in a cremation area on the day. */
  readonly cremationArea: 'yes' | 'no' | 'unknown'
  readonly cremations: readonly KnownCremation[]
  /** Papers of the act itself. */
  readonly acceptance?: { readonly number: string; readonly issuer: string; readonly issuedOn: string }
  readonly burialGround?: { readonly ground: 'burialArea' | 'protectedGroup'; readonly reason: string }
}

/** What every rule looks at. */
export interface BurialFacts {
  readonly file: BurialFile
  readonly context: BurialContext
  readonly caseId: string
  readonly holds: readonly Hold[]
  readonly timer: StorageTimer | undefined
  readonly cremated: boolean
  readonly arrival: string
}

/** Puts together what the rules look at. */
export const burialFacts = (folded: BurialCase, context: BurialContext): BurialFacts => {
  const arrival = folded.received?.arrivedAt.slice(0, 10) ?? ''
  return { file: folded.file, context, caseId: folded.id, holds: openHolds(folded), timer: arrival === '' || context.day < arrival ? undefined : storageTimer(arrival, context.day, folded.extensions, context.settings.localStorageDays), cremated: folded.cremation !== null || folded.elsewhere !== null, arrival }
}

/** A rule of this window with the stages at which it is asked. */
export interface BurialRule extends Rule<BurialFacts> {
  readonly at: readonly BurialStage[]
}
