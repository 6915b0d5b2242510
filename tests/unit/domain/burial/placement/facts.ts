import type { Action, JournalEntry } from '../../../../../domain/action.ts'
import type { PlotActionOf, Section } from '../../../../../domain/burial/placement/actions.ts'
import type { Cemetery } from '../../../../../domain/burial/placement/cemetery.ts'
import type { Decision } from '../../../../../domain/case/decide.ts'

export const day = '2026-08-05'
export const holder = { name: '陈平', identityNumber: '330381198001010011', phone: '13800000000', relation: 'child', area: '330381', villager: 'yes' } as const
export const section = (changes: Partial<Section> = {}): Section => ({ code: 'A', name: '甲区', what: 'plot', form: 'ashes', size: 'double', capacity: 2, areaDm2: 80, steleCm: 80, rows: [{ row: '1', levels: 1, columns: 10 }, { row: '2', levels: 1, columns: 5 }], eco: false, ...changes })
export const cemetery = (changes: Partial<Cemetery['facts']> = {}, ...sections: readonly Section[]): Cemetery => ({ id: 'c1', facts: { name: '西山公墓', kind: 'publicCemetery', area: '330381', township: '西山镇', foundedOn: '2010-01-01', standing: 'approved', document: '1号', authority: '民政局', ...changes }, sections: sections.length > 0 ? sections : [section()] })
/** Entries of the journal in order. */
export const entriesOf = <A extends Action>(...actions: readonly A[]): JournalEntry<A>[] => actions.map((action, index) => ({ seq: index + 1, at: `${day}T10:00:00.000+08:00`, actor: 'clerk', counter: '1', action, hash: '' }))
export const contractBody: PlotActionOf<'plot.contracted'>['body'] = { agreement: 'GZ-1', slip: '', day, to: '2046-08-05', holder, feeFen: 0, upkeepFen: 200_000, proof: 'HZ-1', preNeed: null }
export const interredBody: PlotActionOf<'plot.interred'>['body'] = { interment: 'i1', deceased: '陈老', key: 'k1', caseId: 'b-1', how: 'plot', proof: 'HZ-1', day, certificate: 'JAZ-1', movedFrom: '' }
/** The action of a decision, or the fields that stand in its way. */
export const decided = <A>(decision: Decision<A>): A | string => (decision.kind === 'action' ? decision.action : decision.findings.map(({ rule, field }) => `${rule} ${field ?? ''}`).join(', '))
