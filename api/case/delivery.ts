import type { Transaction } from '../../db/contract.ts'
import { LantaiError } from '../../domain/error.ts'
import { blocks } from '../../domain/findings.ts'
import { nextOfficeFileNumber } from '../../domain/marriage/archive.ts'
import { normaliseSerial } from '../../domain/serials.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import type { Porter } from '../sign-in.ts'
import { blankTitles } from '../units.ts'
import { act, type Afterwards } from './act.ts'
import { readSerials, requireBlanks, stopped } from './decide.ts'
import { requireFiles } from './intake.ts'
import type { CaseRoutes } from './routes.ts'
import type { AnyCase, CaseSpec } from './spec.ts'

const confirmed = ['present', 'identityAsked', 'signed', 'fingerprint'] as const
const confirmWords = {
  present: text('双方须同时到场领证', 'Both parties must be there'),
  identityAsked: text('须问明姓名、出生日期和意愿', 'Name, birth date and will must be asked'),
  signed: text('须由本人签名', 'The party must sign'),
  fingerprint: text('须由本人按指纹', 'The party must give a fingerprint'),
} as const
type Handed = Readonly<Record<(typeof confirmed)[number], boolean>>
const all = { present: true, identityAsked: true, signed: true, fingerprint: true } as const

/** Both parties as they were handed the certificates; throws `invalid` at what is missing. */
export const handedOver = (parties: readonly [Handed, Handed]): readonly [typeof all, typeof all] => {
  parties.forEach((party, index) => {
    const missing = confirmed.find((item) => !party[item])
    if (missing !== undefined) throw new LantaiError('invalid', confirmWords[missing], `parties.${String(index)}.${missing}`)
  })
  return [all, all]
}

/** What a window does in the same transaction after some of its acts. */
export interface DeliveryHooks<C> {
  readonly voided?: (reason: string, second: string) => Afterwards<C>
  readonly corrected?: Afterwards<C>
}

/** The booklets of a corrected case: one for each who gets one, all different, the new ones in stock. */
const requireBooklets = async <C extends AnyCase, R>(tx: Transaction, spec: CaseSpec<C, R>, after: C, before: readonly [string, string], serials: readonly [string, string]): Promise<void> => {
  const type = spec.blankOf(after)
  const receivers = spec.receivers(after)
  for (const party of [0, 1] as const) {
    if ((serials[party] !== '') === receivers.includes(party)) continue
    throw new LantaiError('invalid', serials[party] === '' ? text(`请录入${blankTitles[type].zh}的印制号`, 'Enter the serial of the booklet') : text('这一方没有申请，不发证', 'This party did not apply and gets no booklet'), `serials.${String(party)}`)
  }
  if (serials[0] !== '' && serials[0] === serials[1]) throw new LantaiError('invalid', text(`两本${blankTitles[type].zh}的印制号不能相同`, 'The two booklets have different serials'), 'serials.1')
  const changed = receivers.filter((party) => serials[party] !== before[party])
  await requireBlanks(tx, type, changed.map((party) => serials[party]), changed.map((party) => `serials.${String(party)}`))
}

/** After the decision: proof-reading, spoiled booklets, corrections, voids, inspection, archive. */
export const deliveryHandlings = <C extends AnyCase, R>(spec: CaseSpec<C, R>, routes: Pick<CaseRoutes<C, R>, 'proofread' | 'reprint' | 'correct' | 'void' | 'inspect' | 'archive'>, porter: Porter, hooks: DeliveryHooks<C> = {}): readonly Handling[] => [
  handle(routes.proofread, async (call) => act(spec, call, `${spec.id}.proofread`, (_tx, folded) => {
    const { ticked } = call.body
    const wanted = spec.proofreadFields(folded)
    const missing = wanted.find(({ field }) => !ticked.includes(field))
    if (missing !== undefined) throw new LantaiError('invalid', text(`“${missing.title.zh}”还没有核对`, `“${missing.title.en}” has not been compared yet`), missing.field)
    const strange = ticked.find((field) => !wanted.some((entry) => entry.field === field))
    if (strange !== undefined) throw new LantaiError('invalid', text('没有这一核对项', 'There is no such field to compare'), `ticked.${String(ticked.indexOf(strange))}`)
    return { kind: `${spec.id}.proofread`, subject: folded.id, body: { ticked: wanted.map(({ field }) => field) } }
  })),

  handle(routes.reprint, async (call) => {
    const { body, account, session } = call
    const serial = normaliseSerial(body.serial)
    const second = await porter.confirmSecond(account, body.second, 'stock.spoil', session.counter)
    return act(spec, call, `${spec.id}.reprinted`, async (tx, folded) => {
      if (!spec.receivers(folded).includes(body.party)) throw new LantaiError('invalid', text('这一方没有申请，没有证件可以重打', 'This party did not apply and has no booklet'), 'party')
      await requireBlanks(tx, spec.blankOf(folded), [serial], ['serial'])
      return { kind: `${spec.id}.reprinted`, subject: folded.id, body: { party: body.party, spoiled: folded.serials[body.party], serial }, reason: body.reason, second: second.id }
    })
  }),

  handle(routes.correct, async (call) => {
    const { house, body, account, session } = call
    if (Object.keys(body.changes).length === 0 && body.serials === undefined) throw new LantaiError('invalid', text('没有改动。', 'Nothing is changed.'), 'changes')
    const second = await porter.confirmSecond(account, body.second, 'case.correct', session.counter)
    await requireFiles(spec, house, body.changes, call.params.id)
    return act(spec, call, `${spec.id}.corrected`, async (tx, folded) => {
      await spec.requireIntake(house, body.changes, folded.file)
      const after = { ...folded.file, ...body.changes }
      // A correction may not make unlawful what was lawful; what was amiss before is not its doing.
      const old = new Set((await spec.checkAs(house, tx, folded, folded.file)).map((finding) => `${finding.rule} ${finding.field ?? ''}`))
      const fresh = (await spec.checkAs(house, tx, folded, after)).filter((finding) => blocks(after.answers, finding) && !old.has(`${finding.rule} ${finding.field ?? ''}`))
      if (fresh.length > 0) throw stopped(fresh, fresh[0]?.field, text('更正以后不合规定：请先处理列出的各项。', 'The correction would break a rule: see to what is listed first.'))
      const serials = body.serials === undefined ? undefined : readSerials(body.serials)
      if (serials !== undefined && folded.number === '') throw new LantaiError('invalid', text('还没有证件，不能更换印制号', 'There are no booklets yet'), 'serials.0')
      if (folded.number !== '') await requireBooklets(tx, spec, { ...folded, file: after }, folded.serials, serials ?? folded.serials)
      return { kind: `${spec.id}.corrected`, subject: folded.id, body: { changes: body.changes, ...(serials === undefined ? {} : { serials }) }, reason: body.reason, second: second.id }
    }, hooks.corrected)
  }),

  handle(routes.void, async (call) => {
    const { house, body, account, session } = call
    const second = await porter.confirmSecond(account, body.second, 'case.void', session.counter)
    return act(spec, call, `${spec.id}.voided`, (_tx, folded) => ({ kind: `${spec.id}.voided`, subject: folded.id, body: { day: house.today(), recovered: body.recovered }, reason: body.reason, second: second.id }), hooks.voided?.(body.reason, second.id))
  }),

  handle(routes.inspect, async (call) => act(spec, call, `${spec.id}.inspected`, async (tx, folded) => {
    call.body.items.forEach(({ item, result, note }, index) => {
      const rule = spec.inspectionRules.find((entry) => entry.item === item)
      if (rule === undefined) throw new LantaiError('invalid', text('没有这一检查项', 'There is no such point'), `items.${String(index)}.item`)
      if (!rule.attestable && result !== 'fail') throw new LantaiError('invalid', text(`“${rule.title.zh}”由程序检查，人工只能补记不合格`, `“${rule.title.en}” is checked by the program; a person can only add a fault`), `items.${String(index)}.result`)
      if (result === 'fail' && note.trim() === '') throw new LantaiError('invalid', text('不合格的请写明所见', 'Write down what was seen of a fault'), `items.${String(index)}.note`)
    })
    const { items } = call.body
    // The verdict goes with the entry, so that lists and the page of the case say the same.
    const { id: by } = call.account
    const seen = { ...folded, attestations: [...folded.attestations.filter((old) => !items.some(({ item }) => item === old.item)), ...items.map((item) => ({ ...item, by, at: call.house.instant() }))] }
    const { verdict } = await spec.inspection(call.house, seen, tx)
    return { kind: `${spec.id}.inspected`, subject: folded.id, body: { items, ...(verdict === 'notApplicable' ? {} : { verdict }) } }
  })),

  handle(routes.archive, async (call) => {
    const { house, body } = call
    const { fonds } = await house.office()
    return act(spec, call, `${spec.id}.archived`, async (tx, folded) => {
      const year = spec.archiveYear(folded, house.today())
      const officeFileNumber = body.officeFileNumber ?? nextOfficeFileNumber(await tx.lastFileNumber(fonds, year, spec.archiveClass))
      return { kind: `${spec.id}.archived`, subject: folded.id, body: { fonds, year, officeFileNumber, archiveFileNumber: body.archiveFileNumber.trim(), pages: body.pages } }
    })
  }),
]
