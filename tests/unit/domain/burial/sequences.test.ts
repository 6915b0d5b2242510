import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../domain/action.ts'
import type { BurialAction } from '../../../../domain/burial/actions.ts'
import { burialActions } from '../../../../domain/burial/actions.ts'
import { decideBurialAct, decideCrematedElsewhere, decideReceipt } from '../../../../domain/burial/acts.ts'
import type { PlainBurialAction } from '../../../../domain/burial/acts.ts'
import { decideBodyBurial, decideCremation, decidePlacement, decideTransportOut, decideVoid } from '../../../../domain/burial/decide.ts'
import type { BurialCase } from '../../../../domain/burial/fold.ts'
import { allowedInBurial, applyBurial, foldBurial, openHolds } from '../../../../domain/burial/fold.ts'
import { inspectBurial } from '../../../../domain/burial/inspection.ts'
import { LantaiError } from '../../../../domain/error.ts'
import { act, context, cremationFacts, entries, place, soundFile } from './facts.ts'

const plain = ['burial.stored', 'burial.storageExtended', 'burial.vigilHeld', 'burial.farewellHeld', 'burial.held', 'burial.released', 'burial.donated', 'burial.certificateIssued', 'burial.ashesReleased', 'burial.ashesDeposited', 'burial.depositExtended', 'burial.moved'] as const
const ways = ['receive', 'cremate', 'place', 'elsewhere', 'out', 'bury', 'void'] as const
const today = '2030-12-31'

/** What a counter would try next, as the action it makes, or undefined where it is turned down. */
const tryNext = (folded: BurialCase, what: (typeof plain)[number] | (typeof ways)[number], hold: string): BurialAction | undefined => {
  const on = context({ day: '2026-08-05', cremationArea: 'no' })
  const made = (decision: { readonly kind: 'action'; readonly action: BurialAction } | { readonly kind: 'findings' }): BurialAction | undefined => (decision.kind === 'action' ? decision.action : undefined)
  try {
    switch (what) {
      case 'receive': return made(decideReceipt(folded, on, { arrivedAt: '2026-08-03T15:20:00+08:00', collectedBy: '王', vehicle: '' }))
      case 'cremate': return made(decideCremation(folded, on, cremationFacts))
      case 'elsewhere': return decideCrematedElsewhere(folded, today, { day: '2026-08-05', home: '外地殡仪馆', number: 'HZ-9', area: '330300' }, [])
      case 'out': return made(decideTransportOut(folded, on, { destination: '上海', acceptance: { number: '接1', issuer: '上海市民政局', issuedOn: '2026-08-04' }, vehicle: '' }))
      case 'bury': return made(decideBodyBurial(folded, on, { number: '', ground: 'burialArea', reason: '土葬改革区', place }))
      case 'place': return made(decidePlacement(folded, on, { number: '', how: 'sea', place, witness: '', document: '' }))
      case 'void': return decideVoid(folded, '2026-08-05', { account: 'a', second: 'b', reason: '误录' })
      default: return decideBurialAct(folded, today, act(what, what === 'burial.held' || what === 'burial.released' ? { hold } : {}) as PlainBurialAction)
    }
  } catch (error) {
    if (error instanceof LantaiError) return undefined
    throw error
  }
}

describe('whatever a counter tries, in whatever order', () => {
  // Ways out of the home are rarer than what happens in it, so that cases grow long.
  const next = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...plain.filter((kind) => kind !== 'burial.donated'), 'receive' as const) }, { weight: 2, arbitrary: fc.constantFrom('cremate' as const, 'place' as const) }, { weight: 1, arbitrary: fc.constantFrom('burial.donated' as const, ...ways) })
  const step = fc.tuple(next, fc.constantFrom('k1', 'k2'))
  it('what is decided is applied, holds its schema, and was among what the case allows; nobody is cremated twice or leaves twice', () => {
    let long = 0
    fc.assert(fc.property(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), fc.constantFrom('body' as const, 'limb' as const), (steps, kind) => {
      const file = soundFile({ kind, ...(kind === 'limb' ? { origin: { hospital: '人民医院', document: '证明1', relocation: '' } } : {}) })
      const journal: JournalEntry<BurialAction>[] = [...entries(act('burial.reported', { file }))]
      let folded = foldBurial(journal)
      for (const [what, hold] of steps) {
        const action = tryNext(folded, what, hold)
        if (action === undefined) continue
        expect(allowedInBurial(folded)).toContain(action.kind)
        expect(burialActions[action.kind].safeParse(action.body).success, action.kind).toBe(true)
        const [entry] = entries(action)
        if (entry === undefined) return
        journal.push(entry)
        folded = applyBurial(folded, entry)
      }
      expect(foldBurial(journal)).toEqual(folded)
      expect(folded.revision).toBe(journal.length)
      const left = [folded.cremation, folded.elsewhere, folded.transportedOut, folded.bodyBuried, folded.donated].filter((leaving) => leaving !== null).length
      expect(left).toBeLessThanOrEqual(1)
      if (folded.cremation !== null) expect(openHolds(folded)).toEqual([])
      if (kind === 'limb') expect([folded.vigils, folded.farewells, folded.transportedOut, folded.bodyBuried, folded.donated, folded.elsewhere]).toEqual([[], [], null, null, null, null])
      // What was decided by the rules of its day is found right when it is inspected by them.
      const faults = inspectBurial(folded, { contextOn: () => context({ cremationArea: 'no' }) }).items.filter(({ result, at }) => result === 'fail' && at !== 'file')
      expect(faults.map(({ rule }) => rule)).toEqual([])
      if (journal.length > 5) long += 1
    }), { numRuns: 400 })
    expect(long).toBeGreaterThan(20)
  })
})
