import type { z } from 'zod'
import type { AccountRow, Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import { text, type Text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import { may } from '../permissions.ts'
import type { caseReply as replySchema } from '../schemas/case.ts'
import { paperLines } from './requests.ts'
import { scansOf } from './scans.ts'
import type { AnyCase, CaseSpec, CoreCase, CoreSpec, ReadCase } from './spec.ts'

/** What the pages of all cases show alike. */
export type CommonReply = z.infer<ReturnType<typeof replySchema<z.ZodString, z.ZodUnknown>>>

/** Reads and folds a case; throws `not_found`. */
export const readCase = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, reads: Pick<Reads, 'entriesOf'>, id: string): Promise<ReadCase<C>> => {
  const entries = await reads.entriesOf(id)
  return { folded: spec.fold(ownEntries(spec, entries)), entries }
}

/** The entries that make a case what it is, without looks and checks of its papers. */
export const ownEntries = <C extends CoreCase, R>(spec: CoreSpec<C, R>, entries: readonly JournalEntry[]): readonly JournalEntry[] => entries.filter(({ action }) => spec.owns(action.kind))

/** The acts an account may do in a case today. */
export const actsOf = <C extends CoreCase, R>(spec: CoreSpec<C, R>, folded: C, account: Pick<AccountRow, 'role'>, today: string): string[] =>
  spec.allowed(folded, today).filter((kind) => {
    const permission = spec.permissions[kind]
    return permission !== undefined && may(account.role, permission)
  })

const otherTitles: Readonly<Record<string, Text>> = {
  'record.viewed': text('查看', 'Looked at'),
  'record.exported': text('导出', 'Exported'),
  'paper.checked': text('验证纸质证件', 'Paper checked'),
}

/** What was done to a case, in order, with names. */
export const historyOf = <C extends CoreCase, R>(spec: CoreSpec<C, R>, entries: readonly JournalEntry[], nameOf: (id: string) => string): CommonReply['history'] =>
  entries.map(({ seq, at, actor, counter, action }) => ({
    seq, at, actor, actorName: nameOf(actor), counter, kind: action.kind, title: spec.titles[action.kind] ?? otherTitles[action.kind] ?? text(action.kind, action.kind), reason: action.reason ?? '', second: action.second === undefined ? '' : nameOf(action.second),
  }))

/** The name behind an account, nothing behind nobody. */
export const namer = async (house: House): Promise<(id: string) => string> => {
  const accounts = await house.accounts()
  return (id) => (id === '' ? '' : (accounts.get(id)?.name ?? id))
}

/** A couple's case as its page shows it to an account. */
export const caseReply = async <C extends AnyCase, R>(spec: CaseSpec<C, R>, house: House, account: AccountRow, read: ReadCase<C>, reads: Reads = house.register.read): Promise<R> => {
  const { folded, entries } = read
  const nameOf = await namer(house)
  const [check, inspection, papers, own] = await Promise.all([spec.pageCheck(house, reads, folded, account), spec.inspection(house, folded, reads), paperLines(spec, house, folded, nameOf), spec.own(house, reads, read, account)])
  const common: CommonReply = {
    id: folded.id, revision: folded.revision, state: folded.state, file: folded.file, number: folded.number, day: folded.day, serials: [folded.serials[0], folded.serials[1]],
    registrar: folded.registrar, registrarName: nameOf(folded.registrar), counter: folded.counter, openedAt: folded.openedAt,
    acts: actsOf(spec, folded, account, house.today()), findings: [...check.findings], passed: check.passed, papers,
    inspection: { verdict: inspection.verdict, items: inspection.items.map((item) => ({ ...item, ...(item.by === undefined ? {} : { by: nameOf(item.by) }) })) },
    refusal: folded.refusal === null ? null : { day: folded.refusal.day, grounds: folded.refusal.grounds.map((ground) => ({ ...ground })) },
    archive: folded.archive === null ? null : { ...folded.archive },
    scans: scansOf(folded),
    proofread: [...folded.proofread], proofreadFields: spec.proofreadFields(folded).map((entry) => ({ ...entry })),
    history: historyOf(spec, entries, nameOf),
  }
  return { ...common, ...own } as R
}
