import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DivorceCase } from '../../../../api/schemas/divorce.ts'
import type { BurialCase, BurialDraft } from '../../../../api/schemas/burial.ts'
import { emptyBurialFile } from '../../../../domain/burial/file.ts'
import { emptyDivorceFile } from '../../../../domain/divorce/file.ts'
import type { DivorceFile } from '../../../../domain/divorce/file.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const caseOf = (file: DivorceFile, revision: number) => ({ id: 'd1', revision, state: 'issuing', standing: 'issuing', file, acts: [], findings: [], papers: [], history: [], number: '', dates: null, issuance: null }) as unknown as DivorceCase
const interview = (answer: string) => ({ day: '2026-02-25', registrar: 'a1', alone: true, voluntary: true, agreementConfirmed: true, questions: [{ question: '问', answer }], readBack: true, signed: true, fingerprint: true })

/** A desk whose door keeps what is sent and answers with it. */
const makeDesk = async () => {
  const { createCaseDesk } = await import('../../../../renderer/case/desk/desk.ts')
  const { divorceSpec } = await import('../../../../renderer/windows/divorce/spec.ts')
  let kept = emptyDivorceFile()
  let revision = 1
  const sent: { readonly path: string; readonly body: Record<string, unknown> }[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body ?? '{}')) as Record<string, unknown>
    sent.push({ path, body })
    if (path.endsWith('/check')) return Promise.resolve(Response.json({ findings: [], passed: 0, required: [], ready: false }))
    if (path.includes('/drafts/')) return Promise.resolve(Response.json({ savedAt: '2026-02-25T09:00:00+08:00' }))
    revision += 1
    if (path.endsWith('/interviews')) kept = { ...kept, interviews: body['party'] === 0 ? [body['interview'] as never, kept.interviews[1]] : [kept.interviews[0], body['interview'] as never] }
    else kept = { ...kept, ...(body['changes'] as Partial<DivorceFile>) }
    return Promise.resolve(Response.json(caseOf(kept, revision)))
  })
  const place = { today: '2026-02-25', account: { id: 'a1', scope: 'mainland', certifiedUntil: '2027-01-01' }, officeArea: '440106', sample: false, setting: () => undefined }
  const desk = createCaseDesk({ spec: divorceSpec, file: emptyDivorceFile(), current: caseOf(emptyDivorceFile(), 1), draftId: 'draft1', kept: false, context: () => place as never, onOpened: () => undefined, onDraft: () => undefined })
  return { desk, sent }
}

describe('what an act of its own records', () => {
  it('is never sent with an amendment, and stays in the page until it is recorded', async () => {
    const { desk, sent } = await makeDesk()
    desk.store.set('interviews.0' as never, interview('张三说') as never)
    desk.store.set('interviews.1' as never, interview('李四说') as never)
    desk.store.set('remarkForm', '备注')
    await desk.commit()
    const amended = sent.find(({ path }) => path === '/api/divorces/d1')
    expect(amended?.body).toMatchObject({ revision: 1, changes: { remarkForm: '备注' } })
    expect(Object.keys(amended?.body['changes'] as object)).toEqual(['remarkForm'])
    expect(desk.store.get().interviews[1]?.questions[0]?.answer).toBe('李四说')
    const { day: _day, registrar: _registrar, ...record } = interview('张三说')
    await desk.send('recordInterview', { party: 0, interview: record })
    // The one that was recorded is the register's; what is typed of the other stays.
    expect(desk.view().current?.file.interviews[0]?.questions[0]?.answer).toBe('张三说')
    expect(desk.store.get().interviews[1]?.questions[0]?.answer).toBe('李四说')
    await desk.stop()
  })
})

/** A desk of a funeral case that is not opened yet; `drafts` is what lies in the register. */
const makeBurialDesk = async () => {
  const { createCaseDesk } = await import('../../../../renderer/case/desk/desk.ts')
  const { burialSpec } = await import('../../../../renderer/windows/burial/case/spec.ts')
  const drafts = new Map<string, Record<string, unknown>>()
  let kept = emptyBurialFile()
  let revision = 0
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body ?? '{}')) as Record<string, unknown>
    if (path.endsWith('/check')) return Promise.resolve(Response.json({ findings: [], passed: 0, required: [], ready: false }))
    if (path.includes('/drafts/')) {
      if (init.method === 'DELETE') drafts.delete('draft1')
      else drafts.set('draft1', body)
      return Promise.resolve(Response.json(init.method === 'DELETE' ? { ok: true } : { savedAt: '2026-08-25T09:00:00+08:00' }))
    }
    if (typeof body['draft'] === 'string') drafts.delete(body['draft'])
    revision += 1
    kept = { ...kept, ...(body['file'] as object | undefined), ...(body['changes'] as object | undefined) }
    return Promise.resolve(Response.json({ id: 'b1', revision, state: 'reported', file: kept, openedAt: '2026-08-25T09:00:00+08:00', acts: [], findings: [], papers: [], history: [], holds: [], number: '' } as unknown as BurialCase))
  })
  const place = { today: '2026-08-25', account: { id: 'a1' }, officeArea: '990101', sample: true, setting: () => undefined }
  const desk = createCaseDesk<BurialDraft, BurialCase>({ spec: burialSpec, file: emptyBurialFile(), current: undefined, draftId: 'draft1', kept: false, context: () => place as never, onOpened: () => undefined, onDraft: () => undefined })
  return { desk, drafts, opened: () => kept }
}

describe('a bill that is typed and not settled', () => {
  const bill = { lines: [{ id: 'l1', item: 'cremation', unit: 'body', quantity: 1, unitPriceFen: 80_000, chosen: false, from: '' }], mode: 'till', invoice: '', expected: '' } as const
  it('lies in the draft through opening and amending, never in the case, and the draft goes with the settlement', async () => {
    const { desk, drafts, opened } = await makeBurialDesk()
    desk.store.set('bill', { ...bill, lines: [...bill.lines] })
    await desk.autosave.flush()
    expect(drafts.get('draft1')).toMatchObject({ content: { bill } })
    expect(drafts.get('draft1')).not.toHaveProperty('caseId')
    await desk.commit()
    expect(opened()).not.toHaveProperty('bill')
    expect(drafts.get('draft1')).toMatchObject({ caseId: 'b1', content: { bill } })
    expect(desk.store.get().bill).toEqual(bill)
    desk.store.set('note', '改')
    await desk.commit()
    expect(opened()).toMatchObject({ note: '改' })
    expect(opened()).not.toHaveProperty('bill')
    expect(drafts.get('draft1')).toMatchObject({ content: { bill } })
    // A correction that is given up takes nothing of the bill with it.
    desk.correct(true)
    desk.correct(false)
    expect(desk.store.get().bill).toEqual(bill)
    desk.store.set('bill', undefined)
    await desk.autosave.flush()
    expect(drafts.size).toBe(0)
    await desk.stop()
  })
})
