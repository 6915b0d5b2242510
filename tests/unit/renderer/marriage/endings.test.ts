import { describe, expect, it } from 'vitest'
import { endingActions, usualEndingRemark } from '../../../../domain/marriage/endings.ts'
import type { EndingActionKind } from '../../../../domain/marriage/endings.ts'
import { emptyEnding, endingActs, endingRoutes, factsOfEnding, groundsOf, usualWords } from '../../../../renderer/windows/marriage/dialogs/endings.ts'
import type { EndingForm } from '../../../../renderer/windows/marriage/dialogs/endings.ts'
import { words } from '../../../../renderer/windows/marriage/words.ts'
import { routes } from '../../../../api/schemas/index.ts'

const filled: EndingForm = {
  ...emptyEnding('2026-05-20', '示例区婚姻登记处'),
  divorce: { by: 'court', authority: ' 示例区人民法院 ', number: '（2026）示01民初1号', day: '2026-05-06' },
  judgment: { court: '示例区人民法院', number: '（2026）示01民初1号', day: '2026-04-01', effectiveDay: '2026-04-20', receivedDay: '2026-05-20', copy: '', pages: 0 },
  decision: { authority: '示例区民政局', number: '示婚撤〔2026〕1号', day: '2026-05-20', toldDay: '' },
  basis: { kind: 'policeFinding', authority: '示例市公安局', number: '', day: '2026-05-01' },
  certificates: ['recovered', 'declaredInvalid'],
}
const firstGround = (kind: EndingActionKind): EndingForm => ({ ...filled, ground: groundsOf[kind][0] ?? '' })
const note = { remark: '备注', otherFile: '', uploadedOn: '' }

describe('what the dialogs of an ending ask for', () => {
  it('is nothing before anything is typed', () => {
    for (const kind of endingActs) {
      expect(factsOfEnding(kind, emptyEnding('2026-05-20', '示例区婚姻登记处')), kind).toBeUndefined()
      expect(usualWords(kind, emptyEnding('2026-05-20', '')), kind).toBe('')
    }
  })

  it.each(endingActs)('%s: once filled in, is what the act holds, by a route of its own', (kind) => {
    const facts = factsOfEnding(kind, firstGround(kind))
    const body = { ...facts, note, ...(kind === 'marriage.divorced' && { caseId: '' }) }
    expect(endingActions[kind].safeParse(body).error).toBeUndefined()
    expect(routes).toHaveProperty([endingRoutes[kind]])
    expect(words).toHaveProperty([`act.${kind}`])
    expect(usualWords(kind, firstGround(kind))).toBe(usualEndingRemark({ kind, subject: '', body } as unknown as Parameters<typeof usualEndingRemark>[0]))
  })

  it.each(endingActs.filter((kind) => kind !== 'marriage.divorced'))('%s: wants the ground and what became of each booklet', (kind) => {
    expect(factsOfEnding(kind, filled)).toBeUndefined()
    expect(factsOfEnding(kind, { ...firstGround(kind), certificates: ['recovered', ''] })).toBeUndefined()
  })

  it('names every ground that the act knows, and no other', () => {
    for (const kind of ['marriage.courtVoided', 'marriage.annulled', 'marriage.revoked'] as const) expect([...groundsOf[kind]].sort()).toEqual([...endingActions[kind].shape.ground.options].sort())
  })
})
