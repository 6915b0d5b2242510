import type { Party, Photo, SinglePhoto, SuppliedPaper } from '../../domain/case/file.ts'
import type { JournalEntry } from '../../domain/action.ts'
import { pinyinOf } from '../../domain/names/index.ts'

interface Sections { readonly parties?: readonly [Party, Party]; readonly papers?: readonly SuppliedPaper[]; readonly photo?: Photo | null; readonly photos?: readonly [SinglePhoto | null, SinglePhoto | null] }

const withPinyin = (party: Party): Party => (party.pinyin === undefined && party.name !== '' ? { ...party, pinyin: pinyinOf(party.name) } : party)

const withSounds = <F extends Sections>(file: F): F =>
  file.parties === undefined || file.parties.every((party) => party.pinyin !== undefined || party.name === '') ? file : { ...file, parties: [withPinyin(file.parties[0]), withPinyin(file.parties[1])] }

const completed = (section: 'file' | 'changes') => (body: unknown): unknown => {
  const before = (body as Record<string, Sections>)[section] as Sections
  const after = withSounds(before)
  return after === before ? body : { ...(body as object), [section]: after }
}

/** Keeps the pinyin with the record, so that a later dictionary does not change what was saved. */
export const caseCompletions = (window: string): Readonly<Record<string, (body: unknown) => unknown>> => ({
  [`${window}.opened`]: completed('file'),
  [`${window}.amended`]: completed('changes'),
  [`${window}.corrected`]: completed('changes'),
})

/** Hashes of the photos and scans that an entry of a case refers to. */
export const caseFilesOf = (entry: JournalEntry): readonly string[] => {
  const body = entry.action.body as { readonly file?: Sections; readonly changes?: Sections }
  const { photo, photos, papers } = body.file ?? body.changes ?? {}
  return [photo, ...(photos ?? [])].flatMap((one) => (one === undefined || one === null ? [] : [one.hash])).concat((papers ?? []).flatMap((paper) => paper.scans.map((scan) => scan.hash)))
}

/** The tables of a window of cases, each with its key. */
export const caseTables = (window: string): readonly { readonly name: string; readonly key: string }[] => [
  { name: `${window}_case`, key: 'key' },
  { name: `${window}_party`, key: 'key' },
  { name: `${window}_inspection`, key: 'case_key, item' },
]
