import type { Action } from '../../../domain/action.ts'
import { addDays, civilDate } from '../../../domain/dates.ts'
import type { DivorceRow, ReissueRow, Register } from '../../../db/contract.ts'
import type { Step } from './history.ts'
import { actorOf, marriageAct } from './history.ts'
import { accepted, appeared, applied, asksReissue, boxed, courtDivorced, courtVoided, divorced, divorceFile, divorceRefused, endedByDivorce, endingFiled, filed, left, looked, made, notAccepted, notice, ofMarriage, proved, queried, reissued, reissueFile, rescheduled, revoked, setAside, transferred, withdrawn } from './matters.ts'

/** Random histories of every window: marriages as before, and divorces, reissues, endings and the archive around them. Each step is tried whether or not the case allows it. */

export const acts = 89

const second = { second: 'clerk-9', reason: '更正' } as const
const asked = { present: true, identityAsked: true, signed: true, fingerprint: true } as const
const orNothing = <T>(row: Promise<T>): Promise<T | undefined> => row.catch(() => undefined)

/** A day that the clock of an application may or may not allow: of the step, or around its two last days. */
const around = (step: Step, row: DivorceRow | undefined): string => {
  const day = actorOf(step).at.slice(0, 10)
  if (row === undefined || row.end1 === '') return day
  return [day, row.end1, addDays(civilDate(row.end1), 1), row.end2, addDays(civilDate(row.end2), 1), addDays(civilDate(row.end1), 10)][step.pick % 6] ?? day
}

const fresh = async (register: Register, type: 'marriage' | 'divorce'): Promise<readonly [string, string]> => {
  const [first = '1', other = '2'] = await register.read.nextBlanks(type, 2)
  return [first, other]
}

const divorceAct = async (step: Step, register: Register): Promise<Action> => {
  const id = `d${step.which % 4}`
  const row = await orNothing(register.read.getDivorce(id))
  const day = around(step, row)
  const persons = [{ identityNumber: `99010119800101001${step.which % 3}`, birth: `1980-0${1 + (step.pick % 9)}-01` }, { identityNumber: `99010119810101002${step.which % 4}` }] as const
  const file = divorceFile({ marriage: ofMarriage(step.pick % 3 === 0 ? `case-${step.pick % 6}` : '', `旧${step.pick}号`), reason: `0${1 + (step.pick % 4)}` }, ...persons)
  const serial = 1 + (await register.read.lastNumber('L', '990101', 2026))
  const serials = await fresh(register, 'divorce')
  switch (step.act % 24) {
    case 0: case 1: case 2: return applied(id, file)
    case 3: case 4: case 5: return accepted(id, 1 + (await register.read.lastDivorcePaper('receipt', 2026)), actorOf(step).at.slice(0, 10))
    case 6: return notAccepted(id, day)
    case 7: return withdrawn(id, day, 1 + (await register.read.lastDivorcePaper('confirmation', Number(day.slice(0, 4)))))
    case 8: case 9: case 10: return appeared(id, day)
    case 11: return left(id, day)
    case 12: case 13: case 14: return divorced(id, step.pick % 5 === 0 ? 1 : serial, { day: day > (row?.end1 ?? '') ? day : '2026-08-01', serials: [serials[0], step.pick % 4 === 0 ? String(50000001 + step.pick) : serials[1]] })
    case 15: return divorceRefused(id, day)
    case 16: return step.pick % 2 === 0 ? { ...rescheduled(id, row?.acceptedOn === '' ? undefined : row?.acceptedOn), ...second } : { kind: 'divorce.abandoned', subject: id, body: { day } }
    case 17: return step.pick % 2 === 0 ? made.amended('divorce', id, step.pick % 4 === 0 ? { reason: '05', remarkForm: '备注' } : { parties: file.parties, marriage: file.marriage }) : { kind: 'divorce.marriageCertificatesStamped', subject: id, body: { day, stamped: [true, false], copied: true, returned: true } }
    case 18: return { ...made.corrected('divorce', id, step.pick % 2 === 0 ? { changes: { parties: file.parties, reason: file.reason } } : { changes: {}, serials: [serials[0], row?.serials[1] || '1'] }), ...second }
    case 19: return { ...made.reprinted('divorce', id, step.pick % 2 === 0 ? 0 : 1, row?.serials[step.pick % 2] || '1', serials[0]), ...second }
    case 20: return step.pick % 3 !== 0 ? { ...made.voided('divorce', id, day), ...second } : { kind: 'divorce.proofread', subject: id, body: { ticked: ['names'] } }
    case 21: return { kind: 'divorce.delivered', subject: id, body: { day, parties: [asked, asked] } }
    case 22: return step.pick % 2 === 0 ? looked('divorce', id, step.pick % 4 === 0 ? 'fail' : 'pass') : filed('divorce', id, 1 + step.pick)
    default: return endedByDivorce(row?.marriageCaseId || 'case-0', id, row?.number || 'L990101-2026-000001', row?.day || day)
  }
}

const reissueAct = async (step: Step, register: Register): Promise<Action> => {
  const id = `r${step.which % 4}`
  const row: ReissueRow | undefined = await orNothing(register.read.getReissue(id))
  const day = actorOf(step).at.slice(0, 10)
  const certificate = step.pick % 3 === 0 ? 'divorce' : 'marriage'
  const applicant = (['both', 'man', 'woman'] as const)[step.day % 3] ?? 'both'
  const file = reissueFile({ certificate, applicant, ...(step.pick % 4 === 1 ? { original: { caseId: `case-${step.pick % 6}`, number: 'J990101-2026-000001', office: '示例区', area: '990101', day: '2026-05-20' } } : {}) }, { name: `王${step.pick}` })
  const letters = (row?.certificate ?? certificate) === 'marriage' ? 'BJ' : 'BL'
  const [man, woman] = await fresh(register, row?.certificate ?? certificate)
  switch (step.act % 12) {
    case 0: case 1: return asksReissue(id, file)
    case 2: case 3: case 4: return reissued(id, 1, { number: `${letters}990101-2026-${String(1 + (await register.read.lastNumber(letters, '990101', 2026))).padStart(6, '0')}`, day, serials: [row?.applicant === 'woman' ? '' : man, row?.applicant === 'man' ? '' : woman] })
    case 5: return { kind: 'reissue.proofread', subject: id, body: { ticked: ['names'] } }
    case 6: return { kind: 'reissue.delivered', subject: id, body: { day, to: 'applicants', identityAsked: true, signed: true, fingerprint: true, oldCancelled: false } }
    case 7: return { ...made.corrected('reissue', id, step.pick % 2 === 0 ? { changes: { parties: file.parties, reason: 'damaged' } } : { changes: { certificate: file.certificate }, serials: [row?.serials[0] === '' ? '' : man, row?.serials[1] ?? ''] }), ...second }
    case 8: return { ...made.reprinted('reissue', id, step.pick % 2 === 0 ? 0 : 1, row?.serials[step.pick % 2] || '1', man), ...second }
    case 9: return { ...made.voided('reissue', id, day), ...second }
    case 10: return step.pick % 3 === 0 ? { kind: 'reissue.refused', subject: id, body: { day, grounds: [{ rule: 'x', law: 'y', reason: 'z' }], registrar: 'x' } } : made.amended('reissue', id, { certificate: file.certificate, applicant: file.applicant, original: file.original })
    default: return step.pick % 2 === 0 ? looked('reissue', id) : filed('reissue', id, 1 + step.pick)
  }
}

const otherAct = (step: Step): Action => {
  const id = `case-${step.which}`
  switch (step.act % 12) {
    case 0: return { ...courtDivorced(id), ...second }
    case 1: return { ...courtVoided(id), ...second }
    case 2: return { ...revoked(id), ...second }
    case 3: case 4: return endingFiled(id, step.pick % 2, 1 + step.pick)
    case 5: return { kind: 'marriage.screened', subject: id, body: { plannedDay: '2026-05-20', note: '' } }
    case 6: return queried(`a${step.pick}`, 1 + step.day)
    case 7: return proved(`a${step.pick}`, 1 + step.day)
    case 8: return boxed(`b${step.pick}`, { fileClass: (['marriage', 'annulment', 'divorce', 'reissue'] as const)[step.which % 4] ?? 'marriage', box: 1 + (step.day % 3), first: 1 + step.pick, last: 3 + step.pick })
    case 9: return transferred([1 + (step.day % 3)])
    case 10: return { ...notice(`local-${step.pick}`), ...second }
    default: return { ...setAside(`local-${step.pick}`), ...second }
  }
}

/** The act of a step, of whatever window. */
export const anyAct = (step: Step, register: Register): Promise<Action> | Action => {
  if (step.act < 30) return marriageAct(step, register)
  if (step.act < 54) return divorceAct(step, register)
  if (step.act < 66) return reissueAct(step, register)
  return step.act < 78 ? otherAct(step) : divorceAct({ ...step, act: step.act % 16 }, register)
}
