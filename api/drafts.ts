import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Draft } from '../db/contract.ts'
import { handle, type Handling } from './door.ts'
import { notFound, type House } from './house.ts'
import { routes } from './schemas/index.ts'
import type { DraftLine } from './schemas/house.ts'
import { deskOf, type ApiWindow } from './windows.ts'

const lineOf = async (house: House, draft: Draft): Promise<DraftLine> => ({
  id: draft.id, window: draft.window, ...(draft.caseId === undefined ? {} : { caseId: draft.caseId }), title: draft.title, account: draft.account, accountName: await house.nameOf(draft.account), counter: draft.counter, savedAt: draft.savedAt,
})

/** Working papers of another sort, such as imports, are kept in the same place and have routes of their own. */
const isOfCase = (windows: readonly ApiWindow[], draft: Draft): boolean => windows.some(({ id }) => id === draft.window)

const getDraft = async (house: House, windows: readonly ApiWindow[], id: string): Promise<Draft> => {
  const draft = await house.register.read.findDraft(id)
  if (draft === undefined || !isOfCase(windows, draft)) throw notFound('没有这份草稿，可能已经受理或删除。', 'There is no such draft; the case may have been opened, or it was deleted.')
  return draft
}

/** Working papers of the counter: kept apart from the record, seen by every registrar so that a case can be taken up by another. */
export const draftHandlings = (windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.listDrafts, async ({ house, query, account }) => {
    const drafts = await house.register.read.drafts(query.mine === 'true' ? { account: account.id } : {})
    return { drafts: await Promise.all(drafts.filter((draft) => isOfCase(windows, draft)).map((draft) => lineOf(house, draft))) }
  }),

  handle(routes.getDraft, async ({ house, params }) => {
    const draft = await getDraft(house, windows, params.id)
    return { ...(await lineOf(house, draft)), content: JSON.parse(draft.content) as unknown }
  }),

  handle(routes.saveDraft, async ({ house, params, body, actor, account, session }) => {
    const window = windows.find(({ id }) => id === body.window)
    if (window?.file === undefined || !(await house.office()).windows.includes(deskOf(window))) throw new LantaiError('invalid', text('没有这项业务', 'There is no such window'), 'window')
    if (!window.file.safeParse(body.content).success) throw new LantaiError('invalid', text(`这不是${window.title.zh}的案卷`, `This is no file of ${window.title.en}`), 'content')
    const { at } = actor()
    const draft: Draft = { id: params.id, window: body.window, caseId: body.caseId, title: body.title, content: JSON.stringify(body.content), account: account.id, counter: session.counter, savedAt: at }
    await house.register.transact(actor(), (tx) => tx.saveDraft(draft))
    return lineOf(house, draft)
  }),

  handle(routes.deleteDraft, async ({ house, params, actor }) => {
    await getDraft(house, windows, params.id)
    await house.register.transact(actor(), (tx) => tx.deleteDraft(params.id))
    return { done: true as const }
  }),
]
