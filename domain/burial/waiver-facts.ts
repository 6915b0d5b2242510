import type { SettledItem, WaiverFacts } from '../waiver/facts.ts'
import type { BurialFile } from './file.ts'
import { grantAnswer } from './grant.ts'

/** What the case itself does not know of a waiver: the bill, how it is settled, and what was waived for this person before. */
export interface WaiverInput {
  readonly lines: WaiverFacts['lines']
  readonly mode: WaiverFacts['mode']
  /** Day of the invoice of a claim, or empty. */
  readonly invoice: string
  readonly settled: readonly SettledItem[]
  /** Where it was or will be cremated, and when, while the case itself knows of no cremation here or elsewhere. */
  readonly cremationArea: string
  readonly cremationDay: string
}

/** What of a case a waiver looks at. */
export interface WaivedCase {
  readonly file: Pick<BurialFile, 'deceased' | 'grant' | 'waiverFlags'>
  readonly received: { readonly arrivedAt: string } | null
  readonly cremation: { readonly area: string; readonly day: string } | null
  readonly elsewhere: { readonly area: string; readonly day: string } | null
}

/** The facts of a waiver as far as the case has them. Somebody with an identity paper is neither an unidentified body nor an unregistered infant; a “no” to the funeral grant counts with its proof only, and everything not asked stays unknown. */
export const waiverFactsOf = (folded: WaivedCase, input: WaiverInput): WaiverFacts => {
  const { deceased, grant, waiverFlags } = folded.file
  // An answer among the flags is no other question: it too counts with the proof of the grant only.
  const paid = grant.paid === '' ? (waiverFlags.grant ?? '') : grant.paid
  const identified = deceased.identityType !== 'none' && deceased.identityNumber !== ''
  return {
    areas: { hukou: deceased.hukou, death: deceased.deathArea, cremation: folded.cremation?.area ?? folded.elsewhere?.area ?? input.cremationArea },
    days: { death: deceased.death, arrival: folded.received?.arrivedAt.slice(0, 10) ?? '', cremation: folded.cremation?.day ?? folded.elsewhere?.day ?? input.cremationDay, invoice: input.invoice },
    flags: { ...(identified ? { unknownBody: 'no' as const, unregisteredInfant: 'no' as const } : {}), ...waiverFlags, ...(paid === '' ? {} : { grant: grantAnswer({ paid, proof: grant.proof }) }) },
    mode: input.mode, lines: input.lines, settled: [...input.settled],
  }
}
