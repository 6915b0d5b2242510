import type { Action, Actor } from '../../domain/action.ts'
import { coolingOff, receiptDates } from '../../domain/divorce/clock.ts'
import { emptyDivorceFile } from '../../domain/divorce/file.ts'
import { emptyMarriageFile } from '../../domain/marriage/file.ts'

/** Whole cases for the tests that break things: opened, registered, proof-read and handed over in one go. */

export const clerk: Actor = { account: 'clerk-1', counter: '1', at: '2026-05-20T09:31:07.123+08:00' }
export const stockAction: Action = { kind: 'blank.received', subject: 'range-1', body: { type: 'marriage', prefix: '', first: '10000001', last: '19999999', count: 9_999_999, from: '市民政局', note: '' } }

export const divorceStockAction: Action = { kind: 'blank.received', subject: 'range-2', body: { type: 'divorce', prefix: '', first: '50000001', last: '59999999', count: 9_999_999, from: '市民政局', note: '' } }

const file = ((): ReturnType<typeof emptyMarriageFile> => {
  const empty = emptyMarriageFile()
  const [man, woman] = empty.parties
  return { ...empty, parties: [{ ...man, name: '张三丰', pinyin: 'zhang san feng', identityNumber: '99010119900501001X', birth: '1990-05-01' }, { ...woman, name: '李娜', pinyin: 'li na', identityNumber: '990101199205200023', birth: '1992-05-20' }], remarkForm: '备注'.repeat(100) }
})()

const asked = { present: true, identityAsked: true, signed: true, fingerprint: true } as const
export const caseId = (number: number): string => `case-${String(number).padStart(8, '0')}`

/** The actions of one case; number counts from 1. */
export const caseActions = (number: number): readonly Action[] => [
  { kind: 'marriage.opened', subject: caseId(number), body: { file } },
  { kind: 'marriage.registered', subject: caseId(number), body: { number: `J990101-2026-${String(number).padStart(6, '0')}`, day: '2026-05-20', serials: [String(10000000 + 2 * number - 1), String(10000000 + 2 * number)], officeName: '示例区', area: '990101', registrar: 'clerk-1', opinion: '' } },
  { kind: 'marriage.proofread', subject: caseId(number), body: { ticked: ['names'] } },
  { kind: 'marriage.delivered', subject: caseId(number), body: { day: '2026-05-20', parties: [asked, asked] } },
]

const receipt = receiptDates(coolingOff('2026-05-20'))
const office = { officeName: '示例区', area: '990101', registrar: 'clerk-1' } as const
export const divorceId = (number: number): string => `divorce-${String(number).padStart(8, '0')}`

/** The actions of one case and of the divorce that ended it, noted in its marriage in the same transaction. */
export const endedCaseActions = (number: number): readonly Action[] => {
  const serial = String(number).padStart(6, '0')
  const marriage = { ...emptyDivorceFile().marriage, caseId: caseId(number), number: `J990101-2026-${serial}` }
  return [
    ...caseActions(number),
    { kind: 'divorce.opened', subject: divorceId(number), body: { file: { ...emptyDivorceFile(), parties: file.parties, marriage } } },
    { kind: 'divorce.accepted', subject: divorceId(number), body: { receipt, receiptNumber: `受990101-2026-${serial}`, ...office } },
    { kind: 'divorce.issuanceStarted', subject: divorceId(number), body: { day: '2026-06-25', present: [true, true], receipt: 'shown', area: '990101' } },
    { kind: 'divorce.registered', subject: divorceId(number), body: { number: `L990101-2026-${serial}`, day: '2026-06-25', serials: [String(50000000 + 2 * number - 1), String(50000000 + 2 * number)], ...office, opinion: '' } },
    { kind: 'marriage.divorced', subject: caseId(number), body: { by: 'thisOffice', authority: '示例区', number: `L990101-2026-${serial}`, day: '2026-06-25', caseId: divorceId(number), note: { remark: '双方离婚。', otherFile: '', uploadedOn: '' } } },
  ]
}
