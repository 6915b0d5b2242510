import { useCallback, useSyncExternalStore } from 'react'
import type { CheckReply } from '../../../api/schemas/case.ts'
import type { Check } from '../../../domain/findings.ts'
import type { Finding } from '../../../domain/rule.ts'
import type { WantedPaper } from '../spec.ts'

type Listener = () => void
const none: readonly Finding[] = []

/** What the rules say of the facts on the page, by field; a field is redrawn only when its own findings changed. */
export interface FindingStore {
  all(): readonly Finding[]
  at(field: string): readonly Finding[]
  required(): readonly WantedPaper[]
  /** How many rules passed in the desk's own check. */
  passed(): number
  /** Findings the desk made itself, at once. */
  local(check: Pick<Check, 'findings' | 'passed'>, required: readonly WantedPaper[] | undefined): void
  /** The door's answer, with what only the register knows. */
  reply(reply: Pick<CheckReply, 'findings'> & Partial<Pick<CheckReply, 'required'>>, local: readonly Finding[]): void
  subscribe(listener: Listener): () => void
}

const keyOf = (finding: Finding): string => `${finding.rule}\u0000${finding.field ?? ''}\u0000${finding.outcome}\u0000${finding.message.zh}`
const sameList = (a: readonly Finding[], b: readonly Finding[]): boolean => a.length === b.length && a.every((finding, index) => keyOf(finding) === keyOf(b[index] as Finding))

/** Says whether a finding is to be seen at a field: failures, questions, and information; facts merely not entered yet are not shouted about. */
export const isShown = (finding: Finding): boolean => finding.outcome === 'fail' || finding.outcome === 'asks'

const weight: Readonly<Record<Finding['severity'], number>> = { stop: 0, answer: 1, information: 2 }
/** What stops first, then what asks, then what informs. */
export const byWeight = (a: Finding, b: Finding): number => weight[a.severity] - weight[b.severity]

/** Makes an empty store of findings. */
export const createFindingStore = (): FindingStore => {
  let instant: readonly Finding[] = none
  // Findings of the register (an open case, a standing marriage) that the desk cannot make from the file alone.
  let register: readonly Finding[] = none
  let required: readonly WantedPaper[] = []
  /** The desk itself says which papers are wanted; else the register does. */
  let own = false
  let passed = 0
  let all: readonly Finding[] = none
  let fields = new Map<string, readonly Finding[]>()
  const listeners = new Set<Listener>()
  const settle = () => {
    const known = new Set(instant.map(keyOf))
    const next = [...instant, ...register.filter((finding) => !known.has(keyOf(finding)))].sort(byWeight)
    if (sameList(next, all)) return
    const grouped = new Map<string, Finding[]>()
    for (const finding of next) {
      if (finding.field === undefined || !isShown(finding)) continue
      grouped.set(finding.field, [...(grouped.get(finding.field) ?? []), finding])
    }
    const before = fields
    fields = new Map([...grouped].map(([field, list]) => {
      const old = before.get(field)
      return [field, old !== undefined && sameList(old, list) ? old : list]
    }))
    all = next
    for (const listener of [...listeners]) listener()
  }
  return {
    all: () => all,
    at: (field) => fields.get(field) ?? none,
    required: () => required,
    passed: () => passed,
    local(check, papers) {
      instant = check.findings
      passed = check.passed
      own = papers !== undefined
      const changed = papers !== undefined && JSON.stringify(papers) !== JSON.stringify(required)
      if (changed) required = papers
      const before = all
      settle()
      if (changed && before === all) for (const listener of [...listeners]) listener()
    },
    reply(reply, local) {
      const known = new Set(local.map(keyOf))
      register = reply.findings.filter((finding) => !known.has(keyOf(finding)))
      const wanted = own ? required : (reply.required ?? []).map((paper) => ({ ...paper, anyOf: [paper.type] }))
      const changed = JSON.stringify(wanted) !== JSON.stringify(required)
      if (changed) required = wanted
      const before = all
      settle()
      if (changed && before === all) for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The findings at a field. */
export const useFindingsAt = (store: FindingStore, field: string): readonly Finding[] => useSyncExternalStore(store.subscribe, () => store.at(field))
/** Every finding of the case. */
export const useFindings = (store: FindingStore): readonly Finding[] => useSyncExternalStore(store.subscribe, store.all)
/** The papers this couple must bring. */
export const useRequired = (store: FindingStore): readonly WantedPaper[] => useSyncExternalStore(useCallback((listener: Listener) => store.subscribe(listener), [store]), store.required)
