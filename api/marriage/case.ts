import type { AccountRow, Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import type { MarriageAction, MarriageActionKind } from '../../domain/marriage/actions.ts'
import { runMarriageCheck } from '../../domain/marriage/check.ts'
import { actionTitles, allowedInCase, foldMarriage, type MarriageCase } from '../../domain/marriage/fold.ts'
import { inspectMarriage } from '../../domain/marriage/inspection.ts'
import { proofreadFields } from '../../domain/marriage/proofread.ts'
import { text, type Text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import { may, type Permission } from '../permissions.ts'
import type { MarriageCase as CaseReply } from '../schemas/marriage.ts'
import { contextOf } from './context.ts'
import { paperLines } from './papers.ts'

/** What an account must be allowed for each act of a case. */
export const actPermissions: Readonly<Record<Exclude<MarriageActionKind, 'marriage.opened'>, Permission>> = {
  'marriage.amended': 'case.write',
  'marriage.checked': 'case.write',
  'marriage.registered': 'case.decide',
  'marriage.refused': 'case.decide',
  'marriage.abandoned': 'case.write',
  'marriage.printed': 'case.print',
  'marriage.reprinted': 'case.deliver',
  'marriage.proofread': 'case.deliver',
  'marriage.delivered': 'case.deliver',
  'marriage.corrected': 'case.correct',
  'marriage.voided': 'case.void',
  'marriage.inspected': 'case.inspect',
  'marriage.archived': 'case.archive',
}

type MarriageEntry = JournalEntry<MarriageAction>
const isMarriageEntry = (entry: JournalEntry): entry is MarriageEntry => entry.action.kind.startsWith('marriage.')

/** A case with everything the journal says of it. */
export interface ReadCase {
  readonly folded: MarriageCase
  readonly entries: readonly JournalEntry[]
}

/** Reads and folds a case; throws `not_found`. */
export const readCase = async (reads: Pick<Reads, 'entriesOf'>, id: string): Promise<ReadCase> => {
  const entries = await reads.entriesOf(id)
  return { folded: foldMarriage(entries.filter(isMarriageEntry)), entries }
}

/** The acts an account may do in a case now. */
export const actsOf = (folded: MarriageCase, account: Pick<AccountRow, 'role'>): MarriageActionKind[] =>
  allowedInCase(folded).filter((kind) => kind !== 'marriage.opened' && may(account.role, actPermissions[kind]))

const otherTitles: Readonly<Record<string, Text>> = {
  'record.viewed': text('查看', 'Looked at'),
  'record.exported': text('导出', 'Exported'),
  'paper.checked': text('验证纸质证件', 'Paper checked'),
}

const titleOf = (kind: string): Text => (actionTitles as Readonly<Record<string, Text>>)[kind] ?? otherTitles[kind] ?? text(kind, kind)

/** The registrar as she stands in the register, for the inspection of a file she decided. */
const registrarOf = async (house: House, id: string) => {
  const account = await house.findAccount(id)
  return account === undefined ? {} : { registrar: { account: account.id, scope: account.scope, certifiedUntil: account.certifiedUntil } }
}

/** The inspection of a file by the rules of its day. */
export const inspectionOf = async (house: House, folded: MarriageCase) => {
  const { settings, officeArea } = await contextOf(house, { marriagesOfPerson: async () => [] }, { file: folded.file, day: folded.day === '' ? house.today() : folded.day, stage: 'decision' })
  // What the register held on that day was looked at in the transaction of the registration; today's holdings say nothing of it.
  return inspectMarriage(folded, { settings, register: [], ...(await registrarOf(house, folded.registrar)), ...(officeArea === undefined ? {} : { officeArea }) })
}

/** A case as its page shows it to an account. */
export const caseReply = async (house: House, account: AccountRow, { folded, entries }: ReadCase, reads: Reads = house.register.read): Promise<CaseReply> => {
  const accounts = await house.accounts()
  const nameOf = (id: string): string => (id === '' ? '' : (accounts.get(id)?.name ?? id))
  const check = folded.state === 'received' ? runMarriageCheck(folded.file, await contextOf(house, reads, { file: folded.file, day: house.today(), stage: 'decision', self: folded.id, account })) : { findings: [], passed: 0 }
  const inspection = await inspectionOf(house, folded)
  return {
    id: folded.id, revision: folded.revision, state: folded.state, file: folded.file, number: folded.number, day: folded.day, serials: [folded.serials[0], folded.serials[1]],
    registrar: folded.registrar, registrarName: nameOf(folded.registrar), counter: folded.counter, openedAt: folded.openedAt,
    acts: actsOf(folded, account), findings: [...check.findings], passed: check.passed, papers: await paperLines(folded, nameOf), inspection: { verdict: inspection.verdict, items: inspection.items.map((item) => ({ ...item, ...(item.by === undefined ? {} : { by: nameOf(item.by) }) })) },
    refusal: folded.refusal === null ? null : { day: folded.refusal.day, grounds: folded.refusal.grounds.map((ground) => ({ ...ground })) },
    archive: folded.archive === null ? null : { ...folded.archive },
    proofread: [...folded.proofread], proofreadFields: proofreadFields(folded.file).map((entry) => ({ ...entry })),
    history: entries.map(({ seq, at, actor, counter, action }) => ({ seq, at, actor, actorName: nameOf(actor), counter, kind: action.kind, title: titleOf(action.kind), reason: action.reason ?? '', second: action.second === undefined ? '' : nameOf(action.second) })),
  }
}
