import { LantaiError } from '../../domain/error.ts'
import { archiveYear, nextOfficeFileNumber } from '../../domain/marriage/archive.ts'
import { blocksDecision, runMarriageCheck } from '../../domain/marriage/check.ts'
import { inspectionRules } from '../../domain/marriage/inspection.ts'
import { proofreadFields } from '../../domain/marriage/proofread.ts'
import { normaliseSerial } from '../../domain/serials.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import { routes } from '../schemas/index.ts'
import type { Porter } from '../sign-in.ts'
import { act } from './act.ts'
import { inspectionOf } from './case.ts'
import { contextOf } from './context.ts'
import { requireBlanks, stopped } from './decide.ts'
import { requireFiles, requireIntake } from './intake.ts'

const confirmed = ['present', 'identityAsked', 'signed', 'fingerprint'] as const
const confirmWords = {
  present: text('双方须同时到场领证', 'Both parties must be there'),
  identityAsked: text('须问明姓名、出生日期和意愿', 'Name, birth date and will must be asked'),
  signed: text('须由本人签名', 'The party must sign'),
  fingerprint: text('须由本人按指纹', 'The party must give a fingerprint'),
} as const

/** After the decision: proof-reading, hand-over, spoiled booklets, corrections, voids, inspection, archive. */
export const deliveryHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.proofreadMarriage, async (call) => act(call, 'marriage.proofread', (_tx, folded) => {
    const { ticked } = call.body
    const wanted = proofreadFields(folded.file)
    const missing = wanted.find(({ field }) => !ticked.includes(field))
    if (missing !== undefined) throw new LantaiError('invalid', text(`“${missing.title.zh}”还没有核对`, `“${missing.title.en}” has not been compared yet`), missing.field)
    const strange = ticked.find((field) => !wanted.some((entry) => entry.field === field))
    if (strange !== undefined) throw new LantaiError('invalid', text('没有这一核对项', 'There is no such field to compare'), `ticked.${String(ticked.indexOf(strange))}`)
    return { kind: 'marriage.proofread', subject: folded.id, body: { ticked: wanted.map(({ field }) => field) } }
  })),

  handle(routes.deliverMarriage, async (call) => act(call, 'marriage.delivered', (_tx, folded) => {
    call.body.parties.forEach((party, index) => {
      const missing = confirmed.find((item) => !party[item])
      if (missing !== undefined) throw new LantaiError('invalid', confirmWords[missing], `parties.${String(index)}.${missing}`)
    })
    const all = { present: true, identityAsked: true, signed: true, fingerprint: true } as const
    return { kind: 'marriage.delivered', subject: folded.id, body: { day: call.house.today(), parties: [all, all] } }
  })),

  handle(routes.reprintMarriage, async (call) => {
    const { body, account, session } = call
    const serial = normaliseSerial(body.serial)
    const second = await porter.confirmSecond(account, body.second, 'stock.spoil', session.counter)
    return act(call, 'marriage.reprinted', async (tx, folded) => {
      await requireBlanks(tx, [serial], ['serial'])
      return { kind: 'marriage.reprinted', subject: folded.id, body: { party: body.party, spoiled: folded.serials[body.party], serial }, reason: body.reason, second: second.id }
    })
  }),

  handle(routes.correctMarriage, async (call) => {
    const { house, body, account, session } = call
    if (Object.keys(body.changes).length === 0 && body.serials === undefined) throw new LantaiError('invalid', text('没有改动。', 'Nothing is changed.'), 'changes')
    const second = await porter.confirmSecond(account, body.second, 'case.correct', session.counter)
    await requireFiles(house, body.changes, call.params.id)
    return act(call, 'marriage.corrected', async (tx, folded) => {
      await requireIntake(house, body.changes, folded.file)
      const after = { ...folded.file, ...body.changes }
      const registrar = await house.findAccount(folded.registrar)
      const context = await contextOf(house, tx, { file: after, day: folded.day, stage: 'decision', self: folded.id, ...(registrar === undefined ? {} : { account: registrar }) })
      // A correction may not make unlawful what was lawful; what was amiss before is not its doing.
      const old = new Set(runMarriageCheck(folded.file, context).findings.map((finding) => `${finding.rule} ${finding.field ?? ''}`))
      const fresh = runMarriageCheck(after, context).findings.filter((finding) => blocksDecision(after, finding) && !old.has(`${finding.rule} ${finding.field ?? ''}`))
      if (fresh.length > 0) throw stopped(fresh, fresh[0]?.field)
      const serials = body.serials === undefined ? undefined : ([normaliseSerial(body.serials[0]), normaliseSerial(body.serials[1])] as [string, string])
      if (serials !== undefined) {
        if (serials[0] === serials[1]) throw new LantaiError('invalid', text('两本结婚证的印制号不能相同', 'The two booklets have different serials'), 'serials.1')
        const changed = ([0, 1] as const).filter((party) => serials[party] !== folded.serials[party])
        await requireBlanks(tx, changed.map((party) => serials[party]), changed.map((party) => `serials.${String(party)}`))
      }
      return { kind: 'marriage.corrected', subject: folded.id, body: { changes: body.changes, ...(serials === undefined ? {} : { serials }) }, reason: body.reason, second: second.id }
    })
  }),

  handle(routes.voidMarriage, async (call) => {
    const { house, body, account, session } = call
    const second = await porter.confirmSecond(account, body.second, 'case.void', session.counter)
    return act(call, 'marriage.voided', (_tx, folded) => ({ kind: 'marriage.voided', subject: folded.id, body: { day: house.today(), recovered: body.recovered }, reason: body.reason, second: second.id }))
  }),

  handle(routes.inspectMarriage, async (call) => act(call, 'marriage.inspected', async (_tx, folded) => {
    call.body.items.forEach(({ item, result, note }, index) => {
      const rule = inspectionRules.find((entry) => entry.item === item)
      if (rule === undefined) throw new LantaiError('invalid', text('没有这一检查项', 'There is no such point'), `items.${String(index)}.item`)
      if (!rule.attestable && result !== 'fail') throw new LantaiError('invalid', text(`“${rule.title.zh}”由程序检查，人工只能补记不合格`, `“${rule.title.en}” is checked by the program; a person can only add a fault`), `items.${String(index)}.result`)
      if (result === 'fail' && note.trim() === '') throw new LantaiError('invalid', text('不合格的请写明所见', 'Write down what was seen of a fault'), `items.${String(index)}.note`)
    })
    const { items } = call.body
    // The verdict goes with the entry, so that lists and the page of the case say the same.
    const { id: by } = call.account
    const seen = { ...folded, attestations: [...folded.attestations.filter((old) => !items.some(({ item }) => item === old.item)), ...items.map((item) => ({ ...item, by, at: call.house.instant() }))] }
    const { verdict } = await inspectionOf(call.house, seen)
    return { kind: 'marriage.inspected', subject: folded.id, body: { items, ...(verdict === 'notApplicable' ? {} : { verdict }) } }
  })),

  handle(routes.archiveMarriage, async (call) => {
    const { house, body } = call
    const { fonds } = await house.office()
    return act(call, 'marriage.archived', async (tx, folded) => {
      const year = archiveYear(folded.day)
      const officeFileNumber = body.officeFileNumber ?? nextOfficeFileNumber(await tx.lastFileNumber(fonds, year))
      return { kind: 'marriage.archived', subject: folded.id, body: { fonds, year, officeFileNumber, archiveFileNumber: body.archiveFileNumber.trim(), pages: body.pages } }
    })
  }),
]
