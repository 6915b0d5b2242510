import type { AccountRow, Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import type { DivorceAction } from '../../domain/divorce/actions.ts'
import { foldDivorce, type DivorceCase } from '../../domain/divorce/fold.ts'
import type { MarriageCase } from '../../domain/marriage/fold.ts'
import type { ReissueAction } from '../../domain/reissue/actions.ts'
import type { ReissueFile } from '../../domain/reissue/file.ts'
import { foldReissue, type ReissueCase } from '../../domain/reissue/fold.ts'
import type { OriginalCase, ReissueContext } from '../../domain/reissue/rules.ts'
import { findMarriageCase, numbersOf, registeredMarriage } from '../case/carry.ts'
import { areaFacts, personSettings, registrarFacts } from '../case/context.ts'
import { registerMatches, type MatchReads } from '../case/matches.ts'
import type { House } from '../house.ts'

export type ReissueReads = Pick<Reads, 'entriesOf'> & MatchReads

/** A case of the register from which a certificate can be reissued, by what it is. */
export type Source = { readonly kind: 'marriage'; readonly folded: MarriageCase } | { readonly kind: 'divorce'; readonly folded: DivorceCase } | { readonly kind: 'reissue'; readonly folded: ReissueCase }

/** Finds the case of an id, whichever window it belongs to. */
export const findSource = async (reads: Pick<Reads, 'entriesOf'>, id: string): Promise<Source | undefined> => {
  const entries = id === '' ? [] : await reads.entriesOf(id)
  const own = (window: string): readonly JournalEntry[] => entries.filter(({ action }) => action.kind.startsWith(`${window}.`))
  switch (entries[0]?.action.kind) {
    case 'marriage.opened': {
      const folded = await findMarriageCase(reads, id)
      return folded === undefined ? undefined : { kind: 'marriage', folded }
    }
    case 'divorce.opened':
      return { kind: 'divorce', folded: foldDivorce(own('divorce') as readonly JournalEntry<DivorceAction>[]) }
    case 'reissue.opened':
      return { kind: 'reissue', folded: foldReissue(own('reissue') as readonly JournalEntry<ReissueAction>[]) }
    default:
      return undefined
  }
}

/** Says whether two who were divorced have married each other since. */
const remarried = async (reads: MatchReads, { folded }: Extract<Source, { kind: 'divorce' }>): Promise<boolean> => {
  const [man, woman] = numbersOf(folded.file.parties)
  return (await reads.marriagesOfPerson(man)).some((row) => row.state !== 'received' && row.id !== folded.file.marriage.caseId && row.identityNumbers[0] === man && row.identityNumbers[1] === woman && row.day >= folded.day)
}

const divorceStanding = async (reads: MatchReads, source: Extract<Source, { kind: 'divorce' }>): Promise<OriginalCase['standing']> => {
  const { state } = source.folded
  if (state === 'registered' || state === 'proofread' || state === 'delivered') return (await remarried(reads, source)) ? 'remarried' : 'divorced'
  return state === 'received' || state === 'accepted' || state === 'issuing' ? 'open' : 'none'
}

/** The registration a certificate was issued from, with how it stands now; a reissue is none of its own. */
export const originalOf = async (reads: MatchReads, source: Source | undefined): Promise<OriginalCase | undefined> => {
  if (source === undefined || source.kind === 'reissue') return undefined
  if (source.kind === 'marriage') return registeredMarriage(source.folded)
  const { id, number, day, file } = source.folded
  return { caseId: id, number, day, identityNumbers: numbersOf(file.parties), standing: await divorceStanding(reads, source) }
}

/** The registration that a file names, where this register has one of its kind. */
export const originalFacts = async (reads: ReissueReads, file: Pick<ReissueFile, 'certificate' | 'original'>): Promise<{ readonly original?: OriginalCase }> => {
  const source = await findSource(reads, file.original.caseId)
  const original = source?.kind === file.certificate ? await originalOf(reads, source) : undefined
  return original === undefined ? {} : { original }
}

interface Wanted {
  readonly file: ReissueFile
  readonly day: string
  readonly typing?: boolean
  readonly self?: string | undefined
  readonly account?: AccountRow | undefined
}

/** Everything the rules need beside the file. */
export const contextOf = async (house: House, reads: ReissueReads, { file, day, typing = false, self, account }: Wanted): Promise<ReissueContext> => ({
  typing, day, settings: await personSettings(house, day), register: await registerMatches(reads, file.parties, day, self), ...(await originalFacts(reads, file)), ...(await areaFacts(house, day)), ...registrarFacts(account),
})
