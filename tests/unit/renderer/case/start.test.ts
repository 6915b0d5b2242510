import { describe, expect, it } from 'vitest'
import { emptyBurialFile } from '../../../../domain/burial/file.ts'
import { staleDraft } from '../../../../renderer/case/desk/start.ts'
import type { CaseReply } from '../../../../renderer/case/spec.ts'

type File = ReturnType<typeof emptyBurialFile>
const spec = { id: 'burial', aside: [] } as const
const draftOf = (note: string): { file: File; savedAt: string } => ({ file: { ...emptyBurialFile(), note }, savedAt: '2026-11-20T09:00:00.000+08:00' })
const caseOf = (file: File, kind: string, at: string): CaseReply<File> => ({ file, history: [{ seq: 2, at, actor: 'a2', actorName: '另一登记员', counter: '2', kind, title: { zh: '', en: '' }, reason: '', second: '' }] }) as unknown as CaseReply<File>
const moved: File = { ...emptyBurialFile(), agent: { ...emptyBurialFile().agent, phone: '10000000001' } }

describe('a draft taken up again', () => {
  it('shows every difference to a case that was changed after it, with who changed it, and keeps what was typed until the clerk has chosen', () => {
    const found = staleDraft(spec, draftOf('草稿里的话'), caseOf(moved, 'burial.amended', '2026-11-20T10:00:00.000+08:00'))
    expect(found).toMatchObject({ who: '另一登记员', taken: [], file: { note: '草稿里的话' } })
    expect(found?.clashes).toEqual(expect.arrayContaining([{ path: 'agent.phone', mine: '', theirs: '10000000001' }, { path: 'note', mine: '草稿里的话', theirs: '' }]))
  })

  it('lies over the case without a word where nobody changed it since, or where nothing differs', () => {
    expect(staleDraft(spec, draftOf('草稿里的话'), caseOf(moved, 'burial.amended', '2026-11-20T08:00:00.000+08:00'))).toBeUndefined()
    expect(staleDraft(spec, draftOf('草稿里的话'), caseOf(moved, 'burial.printed', '2026-11-20T10:00:00.000+08:00'))).toBeUndefined()
    expect(staleDraft(spec, draftOf(''), caseOf(emptyBurialFile(), 'burial.amended', '2026-11-20T10:00:00.000+08:00'))).toBeUndefined()
  })
})
