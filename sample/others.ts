import type { ArchiveActionBody, QueriedFile, Requester } from '../domain/archive/actions.ts'
import { defaultProofPattern, defaultQueryPattern } from '../domain/archive/decide.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays } from '../domain/dates.ts'
import type { EndingActionKind } from '../domain/marriage/endings.ts'
import { usualEndingRemark } from '../domain/marriage/endings.ts'
import type { EndingAction } from '../domain/marriage/endings.ts'
import { managerId } from './accounts.ts'
import type { Desk } from './desk.ts'
import { takeMarriage } from './desk.ts'
import { earlierNumber } from './earlier.ts'
import { makePerson } from './people.ts'
import { sampleArea, sampleOfficeName } from './places.ts'
import { weighted } from './random.ts'
import type { Seat, Step } from './script.ts'
import { scriptOf } from './script.ts'

/** Looking into the archive, proofs of record, and the ends of marriages that courts and the office itself bring about. */

type Asking = Pick<ArchiveActionBody<'archive.queried'>, 'basis' | 'purpose'> & { readonly kind: Requester['kind']; readonly unit: string; readonly proof: string; readonly letter: string }
const askings = weighted<Asking>([
  [{ kind: 'party', unit: '', proof: '', letter: '', basis: '本人身份证件', purpose: '办理房产登记' }, 60],
  [{ kind: 'party', unit: '', proof: '', letter: '', basis: '本人身份证件', purpose: '结婚证遗失，查明登记信息' }, 45],
  [{ kind: 'proxy', unit: '', proof: '示例公证处委托书公证', letter: '', basis: '经公证的委托书', purpose: '代为办理继承手续' }, 9],
  [{ kind: 'organ', unit: '示例区人民法院', proof: '工作证', letter: '调查函', basis: '单位介绍信和工作证件', purpose: '审理离婚纠纷' }, 12],
  [{ kind: 'organ', unit: '示例市公安局示例分局', proof: '人民警察证', letter: '介绍信', basis: '单位介绍信和工作证件', purpose: '核实婚姻状况' }, 8],
  [{ kind: 'lawyer', unit: '示例律师事务所', proof: '律师执业证', letter: '人民法院立案通知书', basis: '律师执业证和法院立案证明', purpose: '诉讼取证' }, 14],
])

const requesterOf = (desk: Desk, day: CivilDate, asked: Asking): Requester => {
  const person = makePerson(desk.random, { sex: desk.random.chance(0.5) ? '1' : '2', kind: 'mainland', age: desk.random.int(24, 70), on: day, maritalStatus: '20' }, desk.numbers)
  return { kind: asked.kind, name: person.name, identityType: person.identityType, identityNumber: person.identityNumber, identityShown: true, unit: asked.unit, proof: asked.proof, letter: asked.letter === '' ? '' : `${asked.letter}（${day.slice(0, 4)}）第${desk.random.int(10, 999)}号`, phone: person.phone }
}

/** A query of the archive: the file is shown and mostly copied with the keeper's stamp. */
export const querySteps = (desk: Desk, seat: Seat): readonly Step[] => {
  const { random } = desk
  const { day } = seat
  const id = desk.nextId('a')
  const script = scriptOf(random, seat, id)
  const asked = askings(random)
  const known = random.chance(0.3) ? desk.done.findLast((entry) => entry.day < addDays(day, -random.int(20, 200))) : undefined
  const since = addDays(day, -random.int(1000, 15_000))
  const found = random.chance(0.93)
  const file: QueriedFile = known === undefined
    ? { window: 'paper', caseId: '', number: earlierNumber(random, 'marriage', since, () => sampleArea), title: '', archiveNumber: `结婚登记类${since.slice(0, 4)}年第${random.int(1, 3000)}卷` }
    : { window: 'marriage', caseId: known.id, number: known.number, title: '', archiveNumber: '' }
  const requester = known !== undefined && asked.kind === 'party' ? { ...requesterOf(desk, day, asked), name: known.file.parties[1].name, identityType: known.file.parties[1].identityType, identityNumber: known.file.parties[1].identityNumber } : requesterOf(desk, day, asked)
  const copied = found && random.chance(0.85)
  script.act('archive.queried', [200, 700], () => ({
    day, number: desk.nextOf(defaultQueryPattern, day), requester, basis: asked.basis, purpose: asked.purpose, approvedBy: '', files: found ? [file] : [], found,
    copies: copied ? { pages: random.int(1, 6), sets: 1, stamped: true } : { pages: 0, sets: 0, stamped: false }, registrar: script.clerk, officeName: sampleOfficeName,
  }))
  return script.steps
}

/** A proof of record for use before a notary abroad. */
export const proofSteps = (desk: Desk, seat: Seat): readonly Step[] => {
  const { random } = desk
  const { day } = seat
  const script = scriptOf(random, seat, desk.nextId('a'))
  const requester = requesterOf(desk, day, { kind: 'party', unit: '', proof: '', letter: '', basis: '', purpose: '' })
  const person = { name: requester.name, identityType: requester.identityType, identityNumber: requester.identityNumber, birth: '' }
  script.act('archive.proved', [300, 700], () => ({
    day, number: desk.nextOf(defaultProofPattern, day), requester,
    proof: { person, destination: '台湾地区', use: '办理公证', searchedFrom: '1990-01-01', searchedTo: day, found: false, records: [] }, registrar: script.clerk, officeName: sampleOfficeName,
  }))
  return script.steps
}

const year = (day: CivilDate): string => day.slice(0, 4)

type EndingOf<K extends EndingActionKind> = Extract<EndingAction, { kind: K }>

/** The end of a marriage of this register by a court's judgment or the office's own decision, with the note in its file; nothing when there is no marriage it could be. */
export const endingSteps = (desk: Desk, seat: Seat, kind: EndingActionKind): readonly Step[] => {
  const { random } = desk
  const { day } = seat
  const marriage = takeMarriage(desk, addDays(day, -25), day)
  if (marriage === undefined) return []
  const script = scriptOf(random, seat, marriage.id)
  const given = addDays(day, -random.int(16, 22))
  const judgment = { court: '示例区人民法院', number: `（${year(given)}）示民初${random.int(100, 9999)}号`, day: given, effectiveDay: addDays(given, 15), receivedDay: day, copy: '' as const, pages: random.int(4, 9) }
  const certificates: ['recovered', 'recovered'] = ['recovered', 'recovered']
  const note = (action: { readonly kind: EndingActionKind; readonly body: object }, otherFile: string): { remark: string; otherFile: string; uploadedOn: string } => ({
    remark: usualEndingRemark({ ...action, subject: marriage.id, body: { ...action.body, note: { remark: '', otherFile: '', uploadedOn: '' } } } as EndingAction), otherFile, uploadedOn: day,
  })
  const extra = { second: managerId, reason: '收到生效法律文书，依法注记' }
  switch (kind) {
    case 'marriage.divorced': {
      const body: Omit<EndingOf<'marriage.divorced'>['body'], 'note'> = { by: 'court', authority: judgment.court, number: judgment.number, day: judgment.effectiveDay, caseId: '' }
      script.act(kind, [200, 500], () => ({ ...body, note: note({ kind, body }, judgment.number) }), extra)
      break
    }
    case 'marriage.courtVoided': {
      const body = { judgment, ground: 'kinship' as const, certificates }
      script.act(kind, [200, 500], () => ({ ...body, note: note({ kind, body }, judgment.number) }), extra)
      break
    }
    case 'marriage.annulled': {
      const body = { judgment, ground: 'illness' as const, certificates }
      script.act(kind, [200, 500], () => ({ ...body, note: note({ kind, body }, judgment.number) }), extra)
      break
    }
    case 'marriage.revoked': {
      const decision = { authority: sampleOfficeName, number: `示婚撤〔${year(day)}〕${desk.nextPlace('revocation', day)}号`, day, toldDay: addDays(day, -3) }
      const body = { decision, basis: { kind: 'procuratorateSuggestion' as const, authority: '示例区人民检察院', number: `示检建〔${year(day)}〕${random.int(1, 90)}号`, day: addDays(day, -20) }, ground: 'impostor' as const, certificates: ['recovered', 'declaredInvalid'] as ['recovered', 'declaredInvalid'] }
      script.act(kind, [300, 600], () => ({ ...body, note: note({ kind, body }, decision.number) }), { ...extra, reason: '检察建议查明一方冒用他人身份登记，依法撤销婚姻登记' })
      break
    }
  }
  return script.steps
}
