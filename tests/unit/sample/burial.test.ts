import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../domain/action.ts'
import type { BurialAction } from '../../../domain/burial/actions.ts'
import type { BurialContext, KnownCremation } from '../../../domain/burial/context.ts'
import { findDeceasedKey } from '../../../domain/burial/certificate.ts'
import { decideBodyBurial, decideCremation, decidePlacement, decideTransportOut } from '../../../domain/burial/decide.ts'
import type { BurialCase } from '../../../domain/burial/fold.ts'
import { applyBurial } from '../../../domain/burial/fold.ts'
import { approvedOn, foldFacilities } from '../../../domain/burial/facilities/facility.ts'
import type { FacilityAction } from '../../../domain/burial/facilities/actions.ts'
import { facilityChecks, tallyFacilities, tallyInspections } from '../../../domain/burial/facilities/tally.ts'
import type { IllegalGraveAction, QingmingAction } from '../../../domain/burial/grounds/actions.ts'
import { decideIllegalGrave, foldIllegalGraves, illegalGraveChecks, tallyIllegalGraves } from '../../../domain/burial/grounds/illegal.ts'
import { foldQingming, qingmingChecks, tallyQingming } from '../../../domain/burial/grounds/qingming.ts'
import { findNumberGaps, usualPattern } from '../../../domain/burial/numbers.ts'
import type { CemeteryAction, PlotAction } from '../../../domain/burial/placement/actions.ts'
import { foldCemetery } from '../../../domain/burial/placement/cemetery.ts'
import { decideContract, decideInterment } from '../../../domain/burial/placement/decide.ts'
import { applyPlot, untouched } from '../../../domain/burial/placement/fold.ts'
import type { Plot } from '../../../domain/burial/placement/fold.ts'
import { plotChecks, tallyPlots } from '../../../domain/burial/placement/tally.ts'
import type { RelocationAction } from '../../../domain/burial/relocation/actions.ts'
import { foldRelocations } from '../../../domain/burial/relocation/fold.ts'
import { relocationChecks, tallyRelocations } from '../../../domain/burial/relocation/tally.ts'
import { requireRewardReady } from '../../../domain/burial/rewards.ts'
import { runExamples } from '../../../domain/waiver/examples.ts'
import { requireReadyForForce } from '../../../domain/waiver/soundness.ts'
import { tallyWaivers, waiverChecks, waiverRows } from '../../../domain/waiver/tally.ts'
import type { WaiverAction } from '../../../domain/waiver/actions.ts'
import { sampleRewardPolicy, sampleWaiverPolicy } from '../../../sample/burial/policies.ts'
import { sampleOffice } from '../../../sample/index.ts'

const today = '2026-11-20'
const period = { from: '2025-11-01', to: today }
const entries: readonly JournalEntry[] = [...sampleOffice({ seed: 20_260_520, today, cases: 900 }).entries].map(([actor, action], index) => ({ seq: index + 1, at: actor.at, actor: actor.account, counter: actor.counter, action, hash: '' }))
const of = <A extends BurialAction | PlotAction | CemeteryAction | WaiverAction | FacilityAction | RelocationAction | IllegalGraveAction | QingmingAction>(prefix: string): readonly JournalEntry<A>[] => entries.filter(({ action }) => action.kind.startsWith(prefix)) as unknown as readonly JournalEntry<A>[]

describe('the window of funeral affairs in the sample office', () => {
  it('lets no case take a step that its rules do not allow on that day', () => {
    const cases = new Map<string, BurialCase>()
    const cremations: KnownCremation[] = []
    const objections: string[] = []
    for (const entry of of<BurialAction>('burial.').filter(({ action }) => action.subject.startsWith('sample-b'))) {
      const { action } = entry
      const before = cases.get(action.subject)
      const context: BurialContext = { stage: 'cremation', typing: false, day: entry.at.slice(0, 10), settings: { sampleOffice: true }, provider: { id: 'sample-home', kind: 'funeralHome', area: '990101' }, cremationArea: 'yes', cremations }
      const decided = (() => {
        if (before === undefined) return undefined
        switch (action.kind) {
          case 'burial.cremated': return decideCremation(before, context, action.body)
          case 'burial.transportedOut': return decideTransportOut(before, context, action.body)
          case 'burial.bodyBuried': return decideBodyBurial(before, context, action.body)
          case 'burial.placed': return decidePlacement(before, context, action.body)
          default: return undefined
        }
      })()
      if (decided?.kind === 'findings') objections.push(`${action.subject} ${action.kind}: ${decided.findings.map(({ rule, message }) => `${rule} ${message.zh}`).join('; ')}`)
      if (decided?.kind === 'action') expect(decided.action).toEqual({ kind: action.kind, subject: action.subject, body: action.body })
      cases.set(action.subject, applyBurial(before, entry))
      const key = before === undefined ? undefined : findDeceasedKey(before.file.deceased, before.file.certificate)
      if (before !== undefined && action.kind === 'burial.cremated' && key !== undefined) cremations.push({ key, caseId: action.subject, number: action.body.number, day: action.body.day, kind: before.file.kind })
    }
    expect(objections).toEqual([])
    const states = new Set([...cases.values()].map(({ state }) => state))
    for (const state of ['stored', 'ashesReleased', 'ashesDeposited', 'placed', 'crematedElsewhere', 'voided'] as const) expect(states, state).toContain(state)
    expect(cremations.length).toBeGreaterThan(200)
  })

  it('gives plots and niches by the rules, and its plots keep their identities', () => {
    const cemeteries = new Map(of<CemeteryAction>('cemetery.').map(({ action }) => [action.subject, foldCemetery(of<CemeteryAction>('cemetery.').filter((entry) => entry.action.subject === action.subject))] as const))
    const plots = new Map<string, Plot>()
    for (const entry of of<PlotAction>('plot.')) {
      const { action } = entry
      const plot = plots.get(action.subject) ?? untouched(action.subject)
      const cemetery = cemeteries.get(action.subject.split('/')[0] ?? '')
      if (cemetery === undefined) throw new Error(`no cemetery of ${action.subject}`)
      if (action.kind === 'plot.contracted') expect(decideContract(plot, plot.revision, action.body, { cemetery }).kind, action.subject).toBe('action')
      if (action.kind === 'plot.interred') expect(decideInterment(plot, action.body, { cemetery }).kind, action.subject).toBe('action')
      plots.set(action.subject, applyPlot(plot, entry))
    }
    const tally = tallyPlots([...cemeteries.values()], plots, today)
    expect(tally.plots).toBeGreaterThan(20_000)
    expect(tally.occupants).toBeGreaterThan(80)
    // Every standing that a board shows is there: held, contracted, occupied, out of use, run out.
    for (const state of ['reserved', 'contracted', 'occupiedPartial', 'occupied', 'blocked'] as const) expect(tally.byState[state], state).toBeGreaterThan(0)
    expect(tally.expired).toBeGreaterThan(0)
    for (const check of plotChecks(tally)) expect(check, check.id).toMatchObject({ holds: true })
  })

  it('settles waivers whose sums hold, by a policy that is ready for force and whose examples come out', () => {
    requireReadyForForce(sampleWaiverPolicy, [])
    requireRewardReady(sampleRewardPolicy, [])
    expect(runExamples(sampleWaiverPolicy)).toEqual([expect.objectContaining({ holds: true })])
    const tally = tallyWaivers(waiverRows(of<WaiverAction>('waiver.')), period)
    expect(tally.total.cases).toBeGreaterThan(200)
    expect(tally.byGroup.get('vigil')?.cases).toBeGreaterThan(5)
    for (const check of waiverChecks(tally)) expect(check, check.id).toMatchObject({ holds: true })
  })

  it('leaves no gap in its numbers', () => {
    const used = [...of<BurialAction>('burial.'), ...of<PlotAction>('plot.'), ...of<WaiverAction>('waiver.')].flatMap(({ action }) => {
      const body = action.body as { readonly number?: string; readonly agreement?: string }
      return [body.number ?? '', body.agreement ?? '']
    }).filter((number) => number !== '')
    expect(findNumberGaps(usualPattern, used)).toEqual([])
  })

  it('has 218 facilities with 17 price approvals, a relocation, Qingming and graves outside the law, each with its identities', () => {
    const facilities = foldFacilities(of<FacilityAction>('facility.'))
    const tally = tallyFacilities(facilities.values(), today)
    expect([tally.facilities.length, tally.approved.length]).toEqual([218, 17])
    expect([...facilities.values()].filter((facility) => approvedOn(facility, today))).toHaveLength(17)
    expect(tallyInspections(facilities.values(), 2025, today).inspected.length).toBeGreaterThan(150)
    for (const check of facilityChecks(tally, tallyInspections(facilities.values(), 2025, today))) expect(check, check.id).toMatchObject({ holds: true })

    const relocations = tallyRelocations(foldRelocations(of<RelocationAction>('relocation.')), period)
    expect(relocations.reinterred.cells).toBeGreaterThan(relocations.reinterred.graves)
    for (const check of relocationChecks(relocations)) expect(check, check.id).toMatchObject({ holds: true })

    const qingming = tallyQingming(foldQingming(of<QingmingAction>('qingming.')), period)
    expect(qingming.byDay.size).toBe(8)
    for (const check of qingmingChecks(qingming)) expect(check, check.id).toMatchObject({ holds: true })

    let graves: ReturnType<typeof foldIllegalGraves> = new Map()
    const seen: JournalEntry<IllegalGraveAction>[] = []
    for (const entry of of<IllegalGraveAction>('illegalGrave.')) {
      expect(decideIllegalGrave(graves.get(entry.action.subject), entry.action)).toBe(entry.action)
      seen.push(entry)
      graves = foldIllegalGraves(seen)
    }
    for (const check of illegalGraveChecks(tallyIllegalGraves(graves.values(), period))) expect(check, check.id).toMatchObject({ holds: true })
    expect(tallyIllegalGraves(graves.values(), period).cleared.length).toBeGreaterThan(40)
  })
})
