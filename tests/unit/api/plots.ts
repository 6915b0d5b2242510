import type { CemeteryLine, PlotReply } from '../../../api/schemas/placement.ts'
import { must } from './burials.ts'
import type { Answer, Desk, Who } from './desk.ts'

/** Cemeteries and plots of a desk, for the tests over the door. */

export type Section = CemeteryLine['sections'][number]['section']

export const facts = { name: '示例松鹤园', kind: 'publicCemetery', area: '990101', township: '示例街道', foundedOn: '2010-04-01', standing: 'approved', document: '示民〔2010〕6号', authority: '示例区民政局' } as const
export const section: Section = { code: 'A', name: '松园', what: 'plot', form: 'ashes', size: 'double', capacity: 2, areaDm2: 80, steleCm: 80, rows: [{ row: '1', levels: 1, columns: 20 }, { row: '2', levels: 1, columns: 20 }], eco: false }
export const niches: Section = { code: 'N', name: '福堂', what: 'niche', form: 'ashes', size: 'single', capacity: 1, areaDm2: 0, steleCm: 0, rows: [{ row: '1', levels: 4, columns: 10 }], eco: false }
export const holder = { name: '周守成', identityNumber: '990101197001010014', phone: '10012345678', relation: 'child', area: '990101', villager: '' } as const

export const registerCemetery = async (desk: Desk, given: object = facts, answers: object[] = []) => desk.ask<CemeteryLine>('manager', 'POST', '/api/cemeteries', { facts: given, answers })
export const layOut = async (desk: Desk, cemetery: string, given: object = section) => desk.ask<CemeteryLine>('manager', 'POST', `/api/cemeteries/${cemetery}/sections`, { section: given, answers: [] })

/** A cemetery with a section of forty double plots and one of forty niches. */
export const cemetery = async (desk: Desk, name: string = facts.name): Promise<string> => {
  const { id } = must(await registerCemetery(desk, { ...facts, name }))
  must(await layOut(desk, id))
  must(await layOut(desk, id, niches))
  return id
}

export const look = async (desk: Desk, plot: string, who: Who = 'clerk1'): Promise<PlotReply> => must(await desk.ask<PlotReply>(who, 'GET', `/api/plots?plot=${encodeURIComponent(plot)}`))
/** Asks an act with the revision that the page sees, or another. */
export const tryOn = async (desk: Desk, plot: string, act: object, revision?: number, who: Who = 'clerk1'): Promise<Answer<PlotReply>> => desk.ask<PlotReply>(who, 'POST', '/api/plots/acts', { plot, revision: revision ?? (await look(desk, plot)).revision, act })
export const on = async (desk: Desk, plot: string, act: object): Promise<PlotReply> => must(await tryOn(desk, plot, act))

export const reserved = (desk: Desk, more: object = {}): object => ({ kind: 'reserved', day: desk.today(), until: '2026-05-27', holder, ...more })
export const contracted = (desk: Desk, more: object = {}): object => ({ kind: 'contracted', day: desk.today(), to: '2046-05-20', holder, feeFen: 180_000, upkeepFen: 60_000, proof: '火化证明 HZ-990101-2026-01000001', preNeed: null, slip: '', answers: [], ...more })
export const interred = (desk: Desk, more: object = {}): object => ({ kind: 'interred', day: desk.today(), deceased: '周大有', key: 'resident:990101194001010013', caseId: '', how: 'plot', proof: '火化证明 HZ-990101-2026-01000001', movedFrom: '', answers: [], ...more })

/** A plot under an agreement. */
export const agreed = async (desk: Desk, plot: string): Promise<PlotReply> => on(desk, plot, contracted(desk))
