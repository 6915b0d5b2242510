import fc from 'fast-check'
import type { Action, Actor } from '../../../domain/action.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { Register } from '../../../db/contract.ts'
import { burialHistory } from './burial-history.ts'
import { accountCreated, byTwo, clerk, corrected, couple, delivered, opened, proofread, received, registered, reprinted, voided } from './helpers.ts'
import { accepted, appeared, applied, asksReissue, boxed, divorced, divorceFile, endedByDivorce, endingFiled, filed, handedOver, looked, notice, ofMarriage, proved, queried, reissued, reissueHandedOver, revoked, setAside, transferred } from './matters.ts'

/** Random histories of an office: each step names an act and a case, and is tried whether or not the case allows it. */

export interface Step { readonly act: number; readonly which: number; readonly pick: number; readonly day: number; readonly hour: number; readonly counter: number }

export const steps = (maxLength: number, acts = 29): fc.Arbitrary<readonly Step[]> =>
  fc.array(fc.record({ act: fc.nat(acts), which: fc.nat(5), pick: fc.nat(11), day: fc.nat(27), hour: fc.nat(9), counter: fc.nat(2) }), { maxLength, minLength: Math.floor(maxLength / 3), size: 'max' })

const two = (number: number): string => String(number).padStart(2, '0')
const serialOf = (pick: number): string => String(10000001 + pick)
const names = [['张三丰', 'zhang san feng'], ['王伟', 'wang wei'], ['欧阳修', 'ou yang xiu'], ['吕布', 'lv bu']] as const

export const actorOf = (step: Step): Actor => clerk(`2026-${two(4 + (step.pick % 3))}-${two(1 + step.day)}T${two(8 + step.hour)}:00:00.000+08:00`, `clerk-${step.counter + 1}`, String(step.counter))

export const marriageAct = (step: Step, register: Register): Promise<Action> | Action => {
  const id = `case-${step.which}`
  const day = actorOf(step).at.slice(0, 10)
  const [name, pinyin] = names[step.pick % 4] ?? names[0]
  const file = couple({ name, pinyin, birth: `19${70 + step.day}-03-0${1 + (step.pick % 9)}` }, {}, { kind: (['marriage', 'late', 'remarriage'] as const)[step.pick % 3] ?? 'marriage' })
  const second = { ...byTwo, second: 'clerk-9' }
  switch (step.act) {
    case 0: case 1: case 2: case 3: return opened(id, file)
    case 4: case 5: return { kind: 'marriage.amended', subject: id, body: { changes: step.pick % 2 === 0 ? { kind: file.kind } : { parties: file.parties, formerDivorce: { number: `旧${step.pick}号`, day: '' } } } }
    case 6: return { kind: 'marriage.checked', subject: id, body: { check: { party: 0, identity: 'match', maritalStatus: '10', checkedAt: '', operator: 'x', note: '', proof: '' } } }
    case 7: case 8: case 9: case 10: case 11:
      return Promise.all([register.read.nextBlanks('marriage', 2), register.read.lastNumber('J', '990101', 2026)]).then(([next, last]) => registered(id, step.pick % 5 === 0 ? Math.max(last, 1) : last + 1, { day, serials: [next[0] ?? serialOf(step.pick), step.pick % 4 === 0 ? serialOf(step.pick) : (next[1] ?? 'x1')] }))
    case 12: return { kind: 'marriage.refused', subject: id, body: { day, grounds: [{ rule: 'marriage.age', law: '1047', reason: '未到年龄' }], registrar: 'x' } }
    case 13: return { kind: 'marriage.abandoned', subject: id, body: { day } }
    case 14: return { kind: 'marriage.printed', subject: id, body: { paper: 'certificate', party: 0, mode: 'whole', digest: 'a'.repeat(64), printer: 'p' } }
    case 15: case 16:
      return Promise.all([register.read.nextBlanks('marriage', 1), register.read.getMarriage(id).then((row) => row.serials, () => ['1', '1'] as const)]).then(([next, serials]) => ({ ...reprinted(id, step.pick % 2 === 0 ? 0 : 1, serials[step.pick % 2 === 0 ? 0 : 1] || '1', next[0] ?? '2'), ...second }))
    case 17: case 18: return proofread(id)
    case 19: case 20: return delivered(id, day)
    case 21: case 22:
      return Promise.all([register.read.nextBlanks('marriage', 1), register.read.getMarriage(id).then((row) => row.serials, () => ['1', '1'] as const)]).then(([next, serials]) => ({ ...corrected(id, step.pick % 2 === 0 ? { changes: { kind: file.kind, parties: file.parties } } : { changes: {}, serials: [next[0] ?? '2', serials[1] || '1'] }), ...second }))
    case 23: return { ...voided(id, day), ...second }
    case 24: return { kind: 'marriage.inspected', subject: id, body: { items: [{ item: `p${step.pick % 3}`, result: (['pass', 'fail', 'notApplicable'] as const)[step.day % 3] ?? 'pass', note: '' }] } }
    case 25: return { kind: 'marriage.archived', subject: id, body: { fonds: '0101', year: 2026, officeFileNumber: 1 + step.pick, archiveFileNumber: '', pages: 5 } }
    case 26: return step.pick % 2 === 0 ? received(serialOf(step.pick * 10), serialOf(step.pick * 10 + 9)) : received(serialOf(step.pick), serialOf(step.pick + 5), 'divorce')
    case 27: return { kind: 'blank.spoiled', subject: serialOf(step.pick), body: { type: step.pick % 3 === 0 ? 'divorce' : 'marriage', serial: serialOf(step.pick), reason: '污损' }, ...second }
    case 28: return { kind: 'blank.returned', subject: serialOf(step.pick), body: { type: 'marriage', first: serialOf(step.pick), last: serialOf(step.pick + 1), to: '市局', note: '' } }
    default: return step.pick % 2 === 0 ? accountCreated(`account-${step.which}`, `clerk${step.which}`) : { kind: 'setting.changed', subject: 'a.b', body: { key: 'a.b', value: { n: step.pick }, ...(step.day % 2 === 0 ? {} : { from: day }) } }
  }
}

/** Tries every step; a step the register refuses must be refused in words. Returns how many were recorded. */
export const live = async (register: Register, history: readonly Step[], actOf: (step: Step, register: Register) => Promise<Action> | Action = marriageAct): Promise<number> => {
  let recorded = 0
  for (const step of history) {
    try {
      const action = await actOf(step, register)
      await register.transact(actorOf(step), (tx) => tx.record(action))
      recorded += 1
    } catch (error) {
      if (!(error instanceof LantaiError)) throw error
    }
  }
  return recorded
}

/** A history of the office and of marriages alone. */
export const marriageHistory: readonly Action[] = [
  { kind: 'office.setUp', subject: 'office', body: { name: '示例区', area: '990101', fonds: '0101', windows: ['marriage'], sample: true } },
  accountCreated(), received(), received('50000001', '50000100', 'divorce'),
  opened('case-1'), registered('case-1', 1), proofread('case-1'), delivered('case-1'),
  { kind: 'marriage.inspected', subject: 'case-1', body: { items: [{ item: 'point1', result: 'pass', note: '看过原件' }] } },
  { kind: 'marriage.archived', subject: 'case-1', body: { fonds: '0101', year: 2026, officeFileNumber: 1, archiveFileNumber: '馆1', pages: 12 } },
  opened('case-2', couple({ name: '王伟', pinyin: 'wang wei' })), registered('case-2', 2), reprinted('case-2', 0, '10000003', '10000005'),
  { kind: 'blank.spoiled', subject: '10000009', body: { type: 'marriage', serial: '10000009', reason: '污损' }, ...byTwo },
  opened('case-3'), { kind: 'marriage.refused', subject: 'case-3', body: { day: '2026-05-20', grounds: [{ rule: 'marriage.age', law: '1047', reason: '未到年龄' }], registrar: 'clerk-1' } },
]

/** A history that fills every table, for tests that damage one. */
export const fullHistory: readonly Action[] = [
  ...marriageHistory,
  applied('d1', divorceFile({ marriage: ofMarriage('case-1') })), accepted('d1'), appeared('d1'), divorced('d1'), endedByDivorce('case-1', 'd1'), ...handedOver('d1'), looked('divorce', 'd1'), filed('divorce', 'd1'),
  asksReissue('r1'), reissued('r1'), ...reissueHandedOver('r1'), looked('reissue', 'r1', 'fail'), filed('reissue', 'r1'),
  revoked('case-2'), endingFiled('case-2', 0, 1), queried(), proved(), boxed(), transferred(), notice(), setAside(),
  ...burialHistory,
]
