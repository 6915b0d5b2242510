import { codeTable } from '../codes/types.ts'

/** Everything the window does is a counted kind (办理事项), in 件; what is neither a marriage nor a divorce is another matter (其他事项). */
export const matters = codeTable([
  ['marriage', '结婚登记', 'Marriages'],
  ['divorce', '离婚登记', 'Divorces'],
  ['divorceApplication', '离婚登记申请受理', 'Divorce applications accepted'],
  ['withdrawal', '撤回离婚登记申请', 'Withdrawals'],
  ['notAccepted', '不予受理', 'Not accepted'],
  ['refusal', '不予办理', 'Refused'],
  ['reissue', '补领婚姻登记证', 'Reissues'],
  ['courtNote', '法院判决注记', 'Court judgments noted'],
  ['revocation', '撤销婚姻登记', 'Registrations revoked'],
  ['query', '查档', 'Archive queries'],
  ['proof', '出具婚姻登记记录证明', 'Record proofs'],
  ['correction', '更正', 'Corrections'],
] as const)
export type Matter = (typeof matters)[number]['code']

const matterOfAction: Readonly<Record<string, Matter>> = {
  'marriage.registered': 'marriage', 'divorce.registered': 'divorce', 'divorce.accepted': 'divorceApplication', 'divorce.withdrawn': 'withdrawal', 'divorce.notAccepted': 'notAccepted',
  'marriage.refused': 'refusal', 'divorce.refused': 'refusal', 'reissue.refused': 'refusal', 'reissue.registered': 'reissue', 'marriage.courtVoided': 'courtNote', 'marriage.annulled': 'courtNote', 'marriage.revoked': 'revocation',
  'archive.queried': 'query', 'archive.proved': 'proof', 'marriage.corrected': 'correction', 'divorce.corrected': 'correction', 'reissue.corrected': 'correction',
}

/** The matter that an action of the journal is, or undefined for one that is only a step of another. */
export const findMatter = (actionKind: string): Matter | undefined => matterOfAction[actionKind]

/** Marriages and divorces in 对 (one case each) and all other matters in 件. */
export const sumMatters = (counts: Readonly<Partial<Record<Matter, number>>>): { readonly marriages: number; readonly divorces: number; readonly others: number } => ({
  marriages: counts.marriage ?? 0,
  divorces: counts.divorce ?? 0,
  others: matters.reduce((sum, { code }) => sum + (code === 'marriage' || code === 'divorce' ? 0 : (counts[code] ?? 0)), 0),
})
