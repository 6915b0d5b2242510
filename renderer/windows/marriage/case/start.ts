import type { DraftLine, MarriageCase } from '../../../../api/schemas/marriage.ts'
import type { MarriageFile, MarriageKind } from '../../../../domain/marriage/file.ts'
import { emptyMarriageFile, MarriageFile as MarriageFileSchema } from '../../../../domain/marriage/file.ts'
import { call } from '../../../shared/client.ts'
import { coupleTitle } from '../form/party.ts'

/** What a case page is asked to show. */
export interface CaseAddress {
  readonly caseId?: string
  readonly draft?: string
  readonly kind?: MarriageKind
}

/** What it begins with. */
export interface CaseStart {
  readonly file: MarriageFile
  readonly current: MarriageCase | undefined
  readonly draftId: string
  /** The draft lies in the register already. */
  readonly kept: boolean
  /** Unfinished entries that may be taken up instead. */
  readonly offers: readonly DraftLine[]
}

interface Held {
  readonly draftId: string
  readonly caseId: string | undefined
  readonly file: MarriageFile
}

/** What could not be saved when its page was left (a session that ended): kept in memory and saved as soon as somebody is signed in again. */
const held = new Map<string, Held>()
export const holdUnsaved = (unsaved: Held): void => void held.set(unsaved.draftId, unsaved)

const saveHeld = async (): Promise<void> => {
  for (const { draftId, caseId, file } of [...held.values()]) {
    await call('saveDraft', { params: { id: draftId }, body: { window: 'marriage', title: coupleTitle(file), content: file, ...(caseId === undefined ? {} : { caseId }) } })
    held.delete(draftId)
  }
}

const newDraftId = (): string => crypto.randomUUID()

const contentOf = (content: unknown): MarriageFile => MarriageFileSchema.parse(content)

/** Reads what a page begins with; throws ApiFailure. */
export const loadStart = async (address: CaseAddress, mayWrite: boolean): Promise<CaseStart> => {
  if (mayWrite) await saveHeld().catch(() => undefined)
  const drafts = async () => (mayWrite ? (await call('listDrafts', { query: {} })).drafts.filter((draft) => draft.window === 'marriage') : [])
  if (address.draft !== undefined && address.caseId === undefined) {
    const draft = await call('getDraft', { params: { id: address.draft } })
    if (draft.caseId !== undefined) return loadStart({ caseId: draft.caseId, draft: address.draft }, mayWrite)
    return { file: contentOf(draft.content), current: undefined, draftId: draft.id, kept: true, offers: [] }
  }
  if (address.caseId !== undefined) {
    const current = await call('getMarriage', { params: { id: address.caseId } })
    const open = current.state === 'received' && current.acts.includes('marriage.amended')
    if (open && address.draft !== undefined) {
      const draft = await call('getDraft', { params: { id: address.draft } })
      return { file: { ...contentOf(draft.content), networkChecks: current.file.networkChecks }, current, draftId: draft.id, kept: true, offers: [] }
    }
    const offers = open ? (await drafts()).filter((draft) => draft.caseId === current.id) : []
    return { file: current.file, current, draftId: newDraftId(), kept: false, offers }
  }
  return { file: emptyMarriageFile(address.kind ?? 'marriage'), current: undefined, draftId: newDraftId(), kept: false, offers: (await drafts()).filter((draft) => draft.caseId === undefined) }
}
