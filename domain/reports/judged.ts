import type { InspectionResult, InspectionVerdict } from '../inspecting.ts'
import { noSums } from './rates.ts'
import type { ComplianceSums } from './shapes.ts'

/** What a case came to, whatever its window: under what it is counted, and the result of each rule of its day. */
export interface JudgedCase {
  readonly kind: string
  readonly registrar: string
  readonly counter: string
  readonly verdict: InspectionVerdict
  /** Each rule once, with the result beside it. */
  readonly rules: readonly { readonly id: string }[]
  readonly results: readonly InspectionResult[]
  /** Rules that rest on a person's word. */
  readonly attested: readonly string[]
}

/** How often a rule was kept as the program saw it, by a person's word (`attested`, apart from `pass`), broken, not looked at or not applicable. */
export interface RuleSums { readonly pass: number; readonly attested: number; readonly fail: number; readonly notApplicable: number; readonly unexamined: number }

/** What many cases of one window come to. Every case is once in `sums`, in its kind, its registrar and its counter, and once under each rule of its day. */
export interface ComplianceTally {
  readonly sums: ComplianceSums
  readonly byKind: Readonly<Record<string, ComplianceSums>>
  readonly byRegistrar: Readonly<Record<string, ComplianceSums>>
  readonly byCounter: Readonly<Record<string, ComplianceSums>>
  readonly byRule: Readonly<Record<string, RuleSums>>
}

type Open<T> = { -readonly [K in keyof T]: T[K] }

const blankSums = (): Open<ComplianceSums> => ({ ...noSums })
const noRuleSums = (): Open<RuleSums> => ({ pass: 0, attested: 0, fail: 0, notApplicable: 0, unexamined: 0 })

const of: Readonly<Record<InspectionVerdict, Exclude<keyof ComplianceSums, 'attested'>>> = { qualified: 'passed', failed: 'failed', unexamined: 'unexamined', notApplicable: 'notApplicable' }

/** All cases of some sums. */
export const totalOf = ({ passed, failed, unexamined, notApplicable }: ComplianceSums): number => passed + failed + unexamined + notApplicable

const addTo = (to: Open<ComplianceSums>, more: ComplianceSums): void => {
  to.passed += more.passed
  to.failed += more.failed
  to.unexamined += more.unexamined
  to.notApplicable += more.notApplicable
  to.attested += more.attested
}

const heldIn = <T>(map: Map<string, T>, key: string, blank: () => T): T => {
  let held = map.get(key)
  if (held === undefined) map.set(key, (held = blank()))
  return held
}

/** Counts cases one by one, and takes in what others counted. */
export interface Tallying {
  add(judged: JudgedCase): void
  join(tally: ComplianceTally): void
  tally(): ComplianceTally
}

/** Begins a count. */
export const tallying = (): Tallying => {
  const sums = blankSums()
  const parts = { byKind: new Map<string, Open<ComplianceSums>>(), byRegistrar: new Map<string, Open<ComplianceSums>>(), byCounter: new Map<string, Open<ComplianceSums>>() }
  const byRule = new Map<string, Open<RuleSums>>()
  // The files of a day share one list of rules.
  let lastRules: JudgedCase['rules'] = []
  let lastHeld: readonly Open<RuleSums>[] = []
  return {
    add: ({ kind, registrar, counter, verdict, rules, results, attested }) => {
      const field = of[verdict]
      const rests = verdict === 'qualified' && attested.length > 0 ? 1 : 0
      for (const held of [sums, heldIn(parts.byKind, kind, blankSums), heldIn(parts.byRegistrar, registrar, blankSums), heldIn(parts.byCounter, counter, blankSums)]) {
        held[field] += 1
        held.attested += rests
      }
      if (rules !== lastRules) {
        lastRules = rules
        lastHeld = rules.map(({ id }) => heldIn(byRule, id, noRuleSums))
      }
      for (let index = 0; index < lastHeld.length; index += 1) {
        const held = lastHeld[index]
        const result = results[index] ?? 'unexamined'
        if (held !== undefined) held[result === 'pass' && attested.length > 0 && attested.includes(rules[index]?.id ?? '') ? 'attested' : result] += 1
      }
    },
    join: (tally) => {
      addTo(sums, tally.sums)
      for (const part of ['byKind', 'byRegistrar', 'byCounter'] as const) for (const [key, more] of Object.entries(tally[part])) addTo(heldIn(parts[part], key, blankSums), more)
      for (const [id, more] of Object.entries(tally.byRule)) {
        const held = heldIn(byRule, id, noRuleSums)
        for (const result of ['pass', 'attested', 'fail', 'notApplicable', 'unexamined'] as const) held[result] += more[result]
      }
    },
    tally: () => ({ sums, byKind: Object.fromEntries(parts.byKind), byRegistrar: Object.fromEntries(parts.byRegistrar), byCounter: Object.fromEntries(parts.byCounter), byRule: Object.fromEntries(byRule) }),
  }
}

const gravity: Readonly<Record<InspectionResult, number>> = { fail: 3, unexamined: 2, pass: 1, notApplicable: 0 }

/** One result for each rule of a case that was asked several times, at several acts or for several names: the gravest. */
export const onceEach = <Asked extends { readonly rule: string; readonly result: InspectionResult }>(asked: readonly Asked[]): { readonly rules: readonly { readonly id: string }[]; readonly results: readonly InspectionResult[] } => {
  const found = new Map<string, InspectionResult>()
  for (const { rule, result } of asked) {
    const known = found.get(rule)
    if (known === undefined || gravity[result] > gravity[known]) found.set(rule, result)
  }
  return { rules: [...found.keys()].map((id) => ({ id })), results: [...found.values()] }
}
