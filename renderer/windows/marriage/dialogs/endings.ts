import type { EndingActionBody, EndingActionKind } from '../../../../domain/marriage/endings.ts'
import { usualEndingRemark } from '../../../../domain/marriage/endings.ts'
import { isCivilDate } from '../../../../domain/dates.ts'
import type { RouteId } from '../../../shared/client.ts'

/** How an end is noted: the route of each act, in the order of the buttons. */
export const endingRoutes: Readonly<Record<EndingActionKind, RouteId>> = {
  'marriage.divorced': 'noteDivorce', 'marriage.courtVoided': 'noteVoid', 'marriage.annulled': 'noteAnnulment', 'marriage.revoked': 'revokeMarriage',
}
export const endingActs = Object.keys(endingRoutes) as EndingActionKind[]

type Facts<K extends EndingActionKind> = Omit<EndingActionBody<K>, 'note'>

/** Everything the four dialogs ask for; each takes what its act holds. */
export interface EndingForm {
  readonly divorce: { readonly by: '' | 'otherOffice' | 'court' | 'abroad'; readonly authority: string; readonly number: string; readonly day: string }
  readonly judgment: Facts<'marriage.annulled'>['judgment']
  readonly decision: Facts<'marriage.revoked'>['decision']
  readonly basis: Omit<Facts<'marriage.revoked'>['basis'], 'kind'> & { readonly kind: '' | Facts<'marriage.revoked'>['basis']['kind'] }
  readonly ground: string
  readonly certificates: readonly ['' | Facts<'marriage.revoked'>['certificates'][number], '' | Facts<'marriage.revoked'>['certificates'][number]]
  /** Undefined as long as the usual words stand. */
  readonly remark: string | undefined
  readonly otherFile: string
  readonly uploadedOn: string
}

/** An empty form; a judgment is received, a revocation decided, as a rule today and by this office. */
export const emptyEnding = (today: string, officeName: string): EndingForm => ({
  divorce: { by: '', authority: '', number: '', day: '' },
  judgment: { court: '', number: '', day: '', effectiveDay: '', receivedDay: today, copy: '', pages: 0 },
  decision: { authority: officeName, number: '', day: today, toldDay: '' },
  basis: { kind: '', authority: '', number: '', day: '' },
  ground: '', certificates: ['', ''], remark: undefined, otherFile: '', uploadedOn: '',
})

export const groundsOf: Readonly<Record<EndingActionKind, readonly string[]>> = {
  'marriage.divorced': [], 'marriage.courtVoided': ['bigamy', 'kinship', 'underAge'], 'marriage.annulled': ['coercion', 'illness'], 'marriage.revoked': ['impostor', 'falseIdentity', 'other'],
}

const filled = (...values: readonly string[]): boolean => values.every((value) => value.trim() !== '')
const trimmed = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeof one === 'string' ? one.trim() : (one as unknown)])) as T

/** The facts of the act without its note, or undefined while some are missing. */
export const factsOfEnding = (kind: EndingActionKind, form: EndingForm): Record<string, unknown> | undefined => {
  const { divorce, judgment, decision, basis, ground, certificates } = form
  switch (kind) {
    case 'marriage.divorced':
      return filled(divorce.by, divorce.authority, divorce.number, divorce.day) ? trimmed(divorce) : undefined
    case 'marriage.courtVoided':
    case 'marriage.annulled':
      return filled(judgment.court, judgment.number, judgment.day, judgment.effectiveDay, judgment.receivedDay, ground, ...certificates) ? { judgment: trimmed(judgment), ground, certificates } : undefined
    case 'marriage.revoked':
      return filled(decision.authority, decision.number, decision.day, basis.kind, basis.authority, basis.day, ground, ...certificates) ? { decision: trimmed(decision), basis: trimmed(basis), ground, certificates } : undefined
  }
}

/** The usual words of the note, as far as the facts are known; empty while its days or names are not. */
export const usualWords = (kind: EndingActionKind, form: EndingForm): string => {
  const { divorce, judgment, decision } = form
  const known = kind === 'marriage.divorced' ? filled(divorce.authority, divorce.number) && isCivilDate(divorce.day) : kind === 'marriage.revoked' ? filled(decision.authority, decision.number) && isCivilDate(decision.day) : filled(judgment.court, judgment.number) && isCivilDate(judgment.effectiveDay)
  return known ? usualEndingRemark({ kind, subject: '', body: { ...trimmed(divorce), judgment: trimmed(judgment), decision: trimmed(decision) } } as unknown as Parameters<typeof usualEndingRemark>[0]) : ''
}
